/* test-recording.c: what is recorded is what a session of SQLite would have recorded
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "store-fixture.h"

#include "kith-envelope-private.h"
#include "kith-recording-private.h"
#include "kith-rows-private.h"
#include "kith-txn-private.h"

#include <string.h>

static void
append_recorded (GString *line, sqlite3_value *value)
{
  if (value == NULL)
    {
      g_string_append (line, "|absent");
      return;
    }
  g_string_append_printf (line, "|%d:", sqlite3_value_type (value));
  if (sqlite3_value_type (value) == SQLITE_FLOAT)
    g_string_append_printf (line, "%a", sqlite3_value_double (value));
  else if (sqlite3_value_bytes (value) > 40) /* long text by its length and hash */
    g_string_append_printf (line, "%d#%u", sqlite3_value_bytes (value),
                            g_str_hash (sqlite3_value_text (value)));
  else if (sqlite3_value_type (value) != SQLITE_NULL)
    g_string_append (line, (const char *)sqlite3_value_text (value));
}

static int
compare_lines (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *)a, *(const char *const *)b);
}

/* A line a change with all that it says, sorted: the two need not agree on the order. */
static char *
describe (const void *bytes, gsize size)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);
  sqlite3_changeset_iter *iter = NULL;

  g_assert_cmpint (sqlite3changeset_start (&iter, (int)size, (void *)bytes), ==, SQLITE_OK);
  while (sqlite3changeset_next (iter) == SQLITE_ROW)
    {
      g_autoptr (GString) line = g_string_new (NULL);
      unsigned char *is_key;
      const char *table;
      int n, operation, is_indirect;

      sqlite3changeset_op (iter, &table, &n, &operation, &is_indirect);
      sqlite3changeset_pk (iter, &is_key, NULL);
      g_string_append_printf (line, "%s %d %d", table, operation, is_indirect);
      for (int c = 0; c < n; c++)
        {
          sqlite3_value *before = NULL, *after = NULL;

          if (operation != SQLITE_INSERT)
            sqlite3changeset_old (iter, c, &before);
          if (operation != SQLITE_DELETE)
            sqlite3changeset_new (iter, c, &after);
          g_string_append_printf (line, "|%d", is_key[c]);
          append_recorded (line, before);
          append_recorded (line, after);
        }
      g_ptr_array_add (lines, g_string_free (g_steal_pointer (&line), FALSE));
    }
  g_assert_cmpint (sqlite3changeset_finalize (iter), ==, SQLITE_OK);
  g_ptr_array_sort (lines, compare_lines);
  g_ptr_array_add (lines, NULL);
  return g_strjoinv ("\n", (char **)lines->pdata);
}

/* Writes @changes under a session of SQLite's own, and holds its changeset against ours. */
static void
assert_recorded_alike (StoreFixture *fixture, const KithChangeset *changes)
{
  g_autoptr (KithDb) db = kith_db_open (fixture->path, TRUE, NULL);
  g_autoptr (KithTxn) txn = kith_txn_begin (db, NULL);
  g_autoptr (GByteArray) ours = g_byte_array_new ();
  g_autofree char *our_lines = NULL;
  g_autofree char *its_lines = NULL;
  sqlite3_session *session = NULL;
  GError *error = NULL;
  void *its = NULL;
  int its_size = 0;

  g_assert_cmpint (sqlite3session_create (kith_db_get_handle (db), "main", &session), ==,
                   SQLITE_OK);
  for (guint t = 0; t < KITH_N_TABLES; t++)
    if (kith_table_get_info ((KithTable)t)->is_recorded)
      sqlite3session_attach (session, kith_table_get_info ((KithTable)t)->name);
  kith_rows_write (db, changes, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (sqlite3session_changeset (session, &its_size, &its), ==, SQLITE_OK);
  sqlite3session_delete (session);
  kith_recording_append (ours, changes);
  our_lines = describe (ours->data, ours->len);
  its_lines = describe (its, (gsize)its_size);
  sqlite3_free (its);
  g_assert_cmpstr (our_lines, ==, its_lines);
  g_assert_true (kith_txn_commit (&txn, &error));
  g_assert_no_error (error);
}

static KithChangeset *
begin_changes (StoreFixture *fixture)
{
  g_autoptr (KithStore) store = store_fixture_open (fixture, KITH_STORE_READ);

  return store_change (store);
}

static void
test_every_field (void)
{
  g_autoptr (StoreFixture) fixture = store_fixture_new ();
  guint64 row[64];

  g_object_unref (store_fixture_create (fixture));
  for (gint64 seed = 7; seed < 10; seed++)
    {
      g_autoptr (KithChangeset) changes = begin_changes (fixture);

      for (guint t = 0; t < KITH_N_TABLES; t++)
        {
          store_fill_row ((KithTable)t, row, seed);
          if (seed == 9)
            kith_changeset_remove (changes, (KithTable)t, 1);
          else
            kith_changeset_put (changes, (KithTable)t, row);
        }
      g_assert_cmpuint (kith_changeset_get_size (changes), ==, KITH_N_TABLES);
      assert_recorded_alike (fixture, changes);
    }
}

static void
test_extremes (void)
{
  static const double figures[] = { 0.0, -0.0, 1e300, -2.5e-300, 5.0, KITH_REAL_NONE };
  static const gint64 numbers[] = { 0, -1, G_MAXINT64, G_MININT64 + 1, 1, KITH_INT_NONE };
  g_autoptr (StoreFixture) fixture = store_fixture_new ();

  g_object_unref (store_fixture_create (fixture));
  for (guint turn = 0; turn < G_N_ELEMENTS (figures); turn++)
    {
      g_autoptr (KithChangeset) changes = begin_changes (fixture);

      for (guint s = 0; s < G_N_ELEMENTS (figures); s++)
        {
          g_autofree char *name = g_strnfill (1 + 20000 * (s % 2) + turn, 'x');
          KithSchool school;

          kith_row_clear (KITH_TABLE_SCHOOL, &school);
          school.urn = 100001 + s;
          school.name = name;
          school.easting = figures[(s + turn) % G_N_ELEMENTS (figures)];
          school.estab = numbers[(s + turn) % G_N_ELEMENTS (numbers)];
          school.opened = (s + turn) % 2 == 0 ? KITH_DATE_UNKNOWN : kith_date_new (9999, 12, 31);
          kith_changeset_put (changes, KITH_TABLE_SCHOOL, &school);
        }
      assert_recorded_alike (fixture, changes);
    }
}

static void
count_cb (KithTable table, gint64 key, gpointer data)
{
  guint *n = data;

  (*n)++;
}

/* A recording that was cut or altered is told by its envelope, whatever byte it is. */
static void
test_envelope (void)
{
  g_autoptr (KithLedger) empty = kith_ledger_new_empty ();
  g_autoptr (KithChangeset) changes = kith_changeset_new (empty);
  GByteArray *envelope = kith_envelope_new ();
  g_autoptr (GBytes) sealed = NULL;
  g_autoptr (GBytes) opened = NULL;
  g_autofree guint8 *copy = NULL;
  gsize size;
  guint n = 0;

  put_school (changes, 100001, "Alder");
  kith_recording_append (envelope, changes);
  sealed = kith_envelope_seal (envelope);
  opened = kith_envelope_open (sealed);
  g_assert_nonnull (opened);
  g_assert_true (kith_recording_foreach (opened, count_cb, &n));
  g_assert_cmpuint (n, ==, 1);

  copy = g_memdup2 (g_bytes_get_data (sealed, &size), g_bytes_get_size (sealed));
  for (gsize i = 0; i < size; i++)
    {
      g_autoptr (GBytes) cut = g_bytes_new (copy, i);
      g_autoptr (GBytes) flipped = NULL;

      copy[i] ^= (guint8)(1u << (i % 8));
      flipped = g_bytes_new (copy, size);
      copy[i] ^= (guint8)(1u << (i % 8));
      g_assert_null (kith_envelope_open (cut));
      g_assert_null (kith_envelope_open (flipped));
    }
}

/* Also an envelope that is whole may hold what no register of ours wrote. */
static void
test_foreign_changes (void)
{
  static const char *const tables[] = { "journal", "sqlite_schema", "position", "nowhere" };

  for (gsize t = 0; t < G_N_ELEMENTS (tables); t++)
    {
      g_autoptr (GByteArray) bytes = g_byte_array_new ();
      g_autoptr (GBytes) recording = NULL;
      guint n = 0;

      g_byte_array_append (bytes, (const guint8 *)"T\1\1", 3);
      g_byte_array_append (bytes, (const guint8 *)tables[t], (guint)strlen (tables[t]) + 1);
      g_byte_array_append (bytes, (const guint8 *)"\x12\0\1\0\0\0\0\0\0\0\1", 11);
      recording = g_bytes_new (bytes->data, bytes->len);
      g_assert_false (kith_recording_foreach (recording, count_cb, &n));
      g_assert_cmpuint (n, ==, 0);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/recording/every field of every table, added, altered, removed",
                   test_every_field);
  g_test_add_func ("/recording/extreme numbers, long texts, blanks", test_extremes);
  g_test_add_func ("/recording/an envelope tells of every altered byte and every cut",
                   test_envelope);
  g_test_add_func ("/recording/changes of tables that are not recorded are refused",
                   test_foreign_changes);
  return g_test_run ();
}
