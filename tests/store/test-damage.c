/* test-damage.c: a damaged register is told, never crashes us, and is never made worse
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "store-fixture.h"

#include "kith-db-private.h"

#include <string.h>

#define N_FLIPPED 300
#define N_CUT 40

static void
run_sql (StoreFixture *fixture, const char *sql)
{
  sqlite3 *db = NULL;

  g_assert_cmpint (sqlite3_open (fixture->path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, sql, NULL, NULL, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_close (db), ==, SQLITE_OK);
}

/* Whatever may go wrong goes wrong with an error of ours. */
static void
assert_ours (const GError *error)
{
  g_assert_nonnull (error);
  g_assert_true (error->domain == KITH_STORE_ERROR);
  g_assert_true (g_utf8_validate (error->message, -1, NULL));
}

/* Does all that can be done with a register; counts what was refused. */
static guint
use_register (StoreFixture *fixture)
{
  g_autoptr (GError) open_error = NULL;
  g_autoptr (GError) read_error = NULL;
  g_autoptr (GError) history_error = NULL;
  g_autoptr (GError) undo_error = NULL;
  g_autoptr (GError) redo_error = NULL;
  g_autoptr (GError) check_error = NULL;
  g_autoptr (KithStore) store =
      kith_store_open (fixture->file, KITH_STORE_WRITE, NULL, &open_error);
  g_autoptr (KithLedger) ledger = NULL;
  g_autoptr (GPtrArray) history = NULL;
  g_autoptr (GPtrArray) problems = NULL;
  guint n_refused = 0;

  if (store == NULL)
    {
      assert_ours (open_error);
      return 1;
    }
  ledger = kith_store_read_ledger (store, NULL, TRUE, NULL, &read_error);
  history = kith_store_read_history (store, &history_error);
  problems = kith_store_check (store, NULL, &check_error);
  if (ledger == NULL && ++n_refused)
    assert_ours (read_error);
  if (history == NULL && ++n_refused)
    assert_ours (history_error);
  if (problems == NULL && ++n_refused)
    assert_ours (check_error);
  if (!kith_store_undo (store, 0, "Ann Lee", NULL, &undo_error) && ++n_refused)
    assert_ours (undo_error);
  if (!kith_store_redo (store, "Ann Lee", NULL, &redo_error) && ++n_refused)
    assert_ours (redo_error);
  if (ledger != NULL)
    {
      g_autoptr (KithChangeset) changes = kith_changeset_new (ledger);
      g_autoptr (GError) error = NULL;

      put_school (changes, 100100, "Cedar School");
      if (!kith_store_apply (store, changes, &(KithEntry){ .who = "Ann Lee", .what = "one more" },
                             NULL, &error))
        assert_ours (error);
    }
  return n_refused + (problems == NULL ? 0 : problems->len);
}

static void
test_flipped (void)
{
  g_autoptr (StoreFixture) fixture = store_fixture_new ();
  g_autoptr (GRand) rand = g_rand_new_with_seed (20260401);
  g_autofree char *sound = NULL;
  gsize size;
  guint n_told = 0;

  store_fixture_fill (fixture);
  g_assert_true (g_file_get_contents (fixture->path, &sound, &size, NULL));
  g_assert_cmpuint (use_register (fixture), ==, 0);
  for (guint i = 0; i < N_FLIPPED; i++)
    {
      g_autofree char *flipped = g_memdup2 (sound, size);

      /* every third in the first page, which holds the schema */
      for (guint f = 0; f <= i % 4; f++)
        flipped[g_rand_int_range (rand, 0, i % 3 == 0 ? 4096 : (int)size)] ^=
            (char)(1 << g_rand_int_range (rand, 0, 8));
      g_assert_true (g_file_set_contents (fixture->path, flipped, (gssize)size, NULL));
      n_told += use_register (fixture) > 0;
    }
  g_test_message ("%u of %u damaged registers were told", n_told, N_FLIPPED);
  g_assert_cmpuint (n_told, >, N_FLIPPED / 4);
}

static void
test_cut (void)
{
  g_autoptr (StoreFixture) fixture = store_fixture_new ();
  g_autoptr (GRand) rand = g_rand_new_with_seed (20260402);
  g_autofree char *sound = NULL;
  gsize size;

  store_fixture_fill (fixture);
  g_assert_true (g_file_get_contents (fixture->path, &sound, &size, NULL));
  for (guint i = 0; i < N_CUT; i++)
    {
      g_assert_true (g_file_set_contents (fixture->path, sound,
                                          g_rand_int_range (rand, 1, (gint32)size - 4096), NULL));
      g_assert_cmpuint (use_register (fixture), >, 0);
    }
}

static void
test_damaged_entry (void)
{
  g_autoptr (StoreFixture) fixture = store_fixture_new ();
  g_autoptr (KithStore) store = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) problems = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  store_fixture_fill (fixture);
  run_sql (fixture, "UPDATE journal SET changes = CAST (substr (changes, 1, 2000) || x'ff'"
                    " || substr (changes, 2002) AS BLOB) WHERE entry = 2");
  store = store_fixture_open (fixture, KITH_STORE_WRITE);
  before = store_dump (store);
  g_assert_cmpint (kith_store_get_undoable (store, NULL), ==, 2);
  g_assert_false (kith_store_undo (store, 0, "Ann Lee", NULL, &error));
  g_assert_error (error, KITH_STORE_ERROR, KITH_STORE_ERROR_CORRUPT);
  g_assert_nonnull (strstr (error->message, "entry 2 of its history"));
  after = store_dump (store);
  g_assert_cmpstr (before, ==, after);
  problems = kith_store_check (store, NULL, NULL);
  g_assert_cmpuint (problems->len, ==, 1);
  g_assert_nonnull (strstr (g_ptr_array_index (problems, 0), "entry 2 of the history"));
}

static void
test_loose_reference (void)
{
  g_autoptr (StoreFixture) fixture = store_fixture_new ();
  g_autoptr (KithStore) store = NULL;
  g_autoptr (GPtrArray) problems = NULL;

  store_fixture_fill (fixture);
  run_sql (fixture, "UPDATE membership SET arrangement_id = 77 WHERE id = 1");
  store = store_fixture_open (fixture, KITH_STORE_READ);
  problems = kith_store_check (store, NULL, NULL);
  g_assert_cmpuint (problems->len, ==, 1);
  g_assert_cmpstr (g_ptr_array_index (problems, 0), ==,
                   "row 1 of membership refers to a row of arrangement that is not there");
}

/* What somebody else's program put into a register is found when it is in the way of an undo. */
static void
test_changed_outside (void)
{
  g_autoptr (StoreFixture) fixture = store_fixture_new ();
  g_autoptr (KithStore) store = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) alter_error = NULL;
  g_autoptr (KithChangeset) changes = NULL;

  store_fixture_fill (fixture);
  store = store_fixture_open (fixture, KITH_STORE_WRITE);
  changes = store_change (store);
  put_school (changes, 100002, "Cedar School");
  run_sql (fixture, "UPDATE school SET name = 'Mallory School' WHERE urn = 100001;"
                    "DELETE FROM school WHERE urn = 100002");
  g_assert_false (kith_store_undo (store, 0, "Ann Lee", NULL, &error));
  g_assert_error (error, KITH_STORE_ERROR, KITH_STORE_ERROR_BLOCKED);
  g_assert_false (kith_store_apply (
      store, changes, &(KithEntry){ .who = "Ann Lee", .what = "late" }, NULL, &alter_error));
  g_assert_error (alter_error, KITH_STORE_ERROR, KITH_STORE_ERROR_STALE);
}

static void
test_bad_text (void)
{
  static const char *const scripts[] = {
    "UPDATE school SET name = CAST (x'416c646572ff' AS TEXT) WHERE urn = 100001",
    "UPDATE school SET name = 'Alder' || char (0) || 'x' WHERE urn = 100001",
    "UPDATE school SET opened = '2021-02-30' WHERE urn = 100001",
  };

  for (gsize s = 0; s < G_N_ELEMENTS (scripts); s++)
    {
      g_autoptr (StoreFixture) fixture = store_fixture_new ();
      g_autoptr (KithStore) store = NULL;
      g_autoptr (GError) error = NULL;

      store_fixture_fill (fixture);
      run_sql (fixture, scripts[s]);
      store = store_fixture_open (fixture, KITH_STORE_READ);
      g_assert_null (kith_store_read_ledger (store, NULL, FALSE, NULL, &error));
      g_assert_error (error, KITH_STORE_ERROR, KITH_STORE_ERROR_CORRUPT);
      g_assert_nonnull (strstr (error->message, "row 100001 of school"));
    }
}

/* Triggers and views of a register from elsewhere are dead letters. */
static void
test_trigger (void)
{
  g_autoptr (StoreFixture) fixture = store_fixture_new ();
  g_autoptr (KithStore) store = NULL;
  g_autoptr (KithLedger) ledger = NULL;

  store_fixture_fill (fixture);
  run_sql (fixture, "CREATE TRIGGER mallory AFTER INSERT ON school"
                    " BEGIN DELETE FROM contact; END");
  store = store_fixture_open (fixture, KITH_STORE_WRITE);
  {
    g_autoptr (KithChangeset) changes = store_change (store);

    put_school (changes, 100100, "Cedar School");
    store_apply (store, changes, "one more");
  }
  ledger = store_read (store);
  g_assert_nonnull (kith_ledger_find (ledger, KITH_TABLE_CONTACT, 1));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/damage/flipped bits never crash", test_flipped);
  g_test_add_func ("/damage/a register that was cut off is told", test_cut);
  g_test_add_func ("/damage/a damaged entry is not undone", test_damaged_entry);
  g_test_add_func ("/damage/a reference to nothing is named", test_loose_reference);
  g_test_add_func ("/damage/rows that another program changed are not overwritten",
                   test_changed_outside);
  g_test_add_func ("/damage/text that we never write is refused", test_bad_text);
  g_test_add_func ("/damage/triggers do not run", test_trigger);
  return g_test_run ();
}
