/* store-fixture.c: a register in a folder of its own, for tests
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "store-fixture.h"

#include <glib/gstdio.h>
#include <sys/resource.h>
#include <unistd.h>

StoreFixture *
store_fixture_new (void)
{
  StoreFixture *self = g_new0 (StoreFixture, 1);
  g_autoptr (GError) error = NULL;

  /* in memory where that is possible: many small commits, each waiting for a disk, take minutes */
  if (g_access ("/dev/shm", W_OK) == 0)
    self->folder = g_mkdtemp (g_strdup ("/dev/shm/kith-store-XXXXXX"));
  else
    self->folder = g_dir_make_tmp ("kith-store-XXXXXX", &error);
  g_assert_no_error (error);
  self->path = g_build_filename (self->folder, "north.kith", NULL);
  self->file = g_file_new_for_path (self->path);
  return self;
}

static void
remove_folder (const char *path)
{
  g_autoptr (GDir) folder = g_dir_open (path, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      if (g_file_test (child, G_FILE_TEST_IS_DIR))
        remove_folder (child);
      else
        g_remove (child);
    }
  g_rmdir (path);
}

void
store_fixture_free (StoreFixture *self)
{
  remove_folder (self->folder);
  g_object_unref (self->file);
  g_free (self->path);
  g_free (self->folder);
  g_free (self);
}

KithStore *
store_fixture_create (StoreFixture *self)
{
  g_autoptr (GError) error = NULL;
  KithStore *store = kith_store_create (self->file, &error);

  g_assert_no_error (error);
  return store;
}

KithStore *
store_fixture_open (StoreFixture *self, KithStoreMode mode)
{
  g_autoptr (GError) error = NULL;
  KithStore *store = kith_store_open (self->file, mode, NULL, &error);

  g_assert_no_error (error);
  return store;
}

/* No file may grow beyond @size from now on, as on a full disk; G_MAXUINT64 for no such limit. Who
 * calls this ignores SIGXFSZ. */
void
store_limit_files (guint64 size)
{
  struct rlimit limit;

  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &limit), ==, 0);
  limit.rlim_cur = MIN ((rlim_t)size, limit.rlim_max);
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limit), ==, 0);
}

KithLedger *
store_read (KithStore *store)
{
  g_autoptr (GError) error = NULL;
  KithLedger *ledger = kith_store_read_ledger (store, NULL, TRUE, NULL, &error);

  g_assert_no_error (error);
  return ledger;
}

/* Every value of every row of every table, a row a line. */
char *
store_dump (KithStore *store)
{
  g_autoptr (KithLedger) ledger = store_read (store);
  GString *dump = g_string_new (NULL);

  for (guint t = 0; t < KITH_N_TABLES; t++)
    {
      const KithTableInfo *info = kith_table_get_info ((KithTable)t);
      gsize n;
      const char *rows = kith_ledger_get_rows (ledger, (KithTable)t, &n);

      for (gsize r = 0; r < n; r++)
        {
          g_string_append (dump, info->name);
          for (guint f = 0; f < info->n_fields; f++)
            {
              g_autofree char *text =
                  kith_field_dup_text (&info->fields[f], rows + r * info->row_size);

              g_string_append_printf (dump, "|%s", text == NULL ? "" : text);
            }
          g_string_append_c (dump, '\n');
        }
    }
  return g_string_free (dump, FALSE);
}

KithChangeset *
store_change (KithStore *store)
{
  g_autoptr (KithLedger) ledger = store_read (store);

  return kith_changeset_new (ledger);
}

void
store_apply (KithStore *store, KithChangeset *changes, const char *what)
{
  g_autoptr (GError) error = NULL;

  kith_store_apply (store, changes, &(KithEntry){ .who = "Ann Lee", .what = what }, NULL, &error);
  g_assert_no_error (error);
}

void
put_school (KithChangeset *changes, gint64 urn, const char *name)
{
  KithSchool school;

  kith_row_clear (KITH_TABLE_SCHOOL, &school);
  school.urn = urn;
  school.name = name;
  school.opened = kith_date_new (1951, 9, 1);
  school.easting = 412345.5;
  school.pupils = 210;
  kith_changeset_put (changes, KITH_TABLE_SCHOOL, &school);
}

gint64
put_arrangement (KithChangeset *changes, const char *name)
{
  KithArrangement arrangement;

  kith_row_clear (KITH_TABLE_ARRANGEMENT, &arrangement);
  arrangement.id = kith_changeset_take_key (changes, KITH_TABLE_ARRANGEMENT);
  arrangement.kind = "hub";
  arrangement.name = name;
  kith_changeset_put (changes, KITH_TABLE_ARRANGEMENT, &arrangement);
  return arrangement.id;
}

gint64
put_membership (KithChangeset *changes, gint64 arrangement_id, gint64 urn)
{
  KithMembership membership;

  kith_row_clear (KITH_TABLE_MEMBERSHIP, &membership);
  membership.id = kith_changeset_take_key (changes, KITH_TABLE_MEMBERSHIP);
  membership.arrangement_id = arrangement_id;
  membership.urn = urn;
  membership.role = "member";
  kith_changeset_put (changes, KITH_TABLE_MEMBERSHIP, &membership);
  return membership.id;
}

/* A word that the rules of the register allow where not every text will do. */
static const char *
find_word (const KithTableInfo *info, const KithField *field)
{
  static const char *const words[][3] = {
    { "membership", "role", "member" },
    { "contact", "kind", "visit" },
    { "contact_party", "part", "host" },
    { "enquiry", "answer", "none" },
    { "inspection", "scheme", "report-card" },
    { "rivalry", "decision", "rivals" },
    { "lock", "kind", "together" },
    { "pairing_decision", "decision", "accepted" },
    { "boundary", "level", "ward" },
  };

  for (gsize w = 0; w < G_N_ELEMENTS (words); w++)
    if (g_str_equal (info->name, words[w][0]) && g_str_equal (field->name, words[w][1]))
      return words[w][2];
  return NULL;
}

/* A number that the rules allow: references are to row 1, flags are 1. */
static gint64
find_number (KithTable table, const KithField *field, gint64 any)
{
  static const char *const ones[] = { "la", "lead_la", "confidential", "pinned" };

  if (table == KITH_TABLE_MEASURE && g_str_equal (field->name, "year"))
    return 2000 + any % 20;
  if (table == KITH_TABLE_MEMBERSHIP && g_str_equal (field->name, "organisation_id"))
    return KITH_INT_NONE;
  if (table == KITH_TABLE_SCHOOL_AUTHORITY && g_str_equal (field->name, "urn"))
    return 1;
  for (gsize o = 0; o < G_N_ELEMENTS (ones); o++)
    if (g_str_equal (field->name, ones[o]))
      return 1;
  return g_str_has_suffix (field->name, "_id") && field->offset > 0 ? 1 : any;
}

/* Row 1 of a table, every field set, and otherwise for every seed. Some texts are long, some are
 * not ASCII, some figures are whole. */
void
store_fill_row (KithTable table, void *row, gint64 seed)
{
  const KithTableInfo *info = kith_table_get_info (table);

  kith_row_clear (table, row);
  for (guint f = 0; f < info->n_fields; f++)
    {
      const KithField *field = &info->fields[f];
      g_autofree char *text =
          g_strdup_printf ("%" G_GINT64_FORMAT "é%0*u", seed, f % 5 == 0 ? 300 : 1, f);

      if (f == 0)
        kith_field_set_int (field, row, 1);
      else if (field->type == KITH_FIELD_INT)
        kith_field_set_int (field, row, find_number (table, field, seed + f));
      else if (field->type == KITH_FIELD_REAL)
        kith_field_set_real (field, row, (double)seed + f / 4.0);
      else if (field->type == KITH_FIELD_DATE)
        kith_field_set_date (field, row, kith_date_new (2001, 1, 1) + f + (guint)seed);
      else if (find_word (info, field) != NULL)
        kith_field_set_text (field, row, find_word (info, field));
      else
        kith_field_set_text (field, row, g_intern_string (text));
    }
}

/* Makes a register with a row of every table, 40 schools, and a history with an undo. */
void
store_fixture_fill (StoreFixture *self)
{
  g_autoptr (KithStore) store = store_fixture_create (self);
  guint64 row[64];

  for (gint64 seed = 0; seed < 3; seed++)
    {
      g_autoptr (KithChangeset) changes = store_change (store);

      for (guint t = 0; t < KITH_N_TABLES; t++)
        {
          store_fill_row ((KithTable)t, row, seed);
          kith_changeset_put (changes, (KithTable)t, row);
        }
      for (gint64 s = 0; s < 40; s++)
        put_school (changes, 100001 + s, seed == 1 ? "Alder Primary School" : "Beech School");
      store_apply (store, changes, "rows");
    }
  g_assert_true (kith_store_undo (store, 0, "Ann Lee", NULL, NULL));
}
