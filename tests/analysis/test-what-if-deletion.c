/* test-what-if-deletion.c: a what-if is what a copy of the file says with the rows deleted
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-import.h"
#include "kith-removal.h"
#include "kith-sample.h"
#include "kith-store.h"
#include "kith-what-if.h"

#include <glib/gstdio.h>
#include <sqlite3.h>
#include <string.h>

#define REVIEW "2026-09-01"

/*
 * METHODS, section 5, in SQL: it shares no code with the removal. gone_person, gone_arrangement
 * and gone_school begin with what is asked for, and gone_money with the names of funding.
 */
static const char sql_begin[] =
    "CREATE TEMP TABLE gone_person (id INTEGER PRIMARY KEY);"
    "CREATE TEMP TABLE gone_arrangement (id INTEGER PRIMARY KEY);"
    "CREATE TEMP TABLE gone_school (urn INTEGER PRIMARY KEY);"
    "CREATE TEMP TABLE gone_money (name TEXT PRIMARY KEY);"
    "CREATE TEMP TABLE gone_member (urn INTEGER, arrangement_id INTEGER);";

static const char sql_delete[] =
    /* what is active: it, and every parent of it */
    "CREATE TEMP TABLE active AS WITH RECURSIVE still (id) AS ("
    " SELECT id FROM arrangement WHERE parent_id IS NULL"
    " AND (starts IS NULL OR starts <= '" REVIEW "') AND (ends IS NULL OR ends > '" REVIEW "')"
    " AND NOT (status IS 'closed' AND ends IS NULL)"
    " UNION SELECT a.id FROM arrangement a JOIN still ON a.parent_id = still.id"
    " WHERE (a.starts IS NULL OR a.starts <= '" REVIEW "')"
    " AND (a.ends IS NULL OR a.ends > '" REVIEW "')"
    " AND NOT (a.status IS 'closed' AND a.ends IS NULL)) SELECT id FROM still;"
    /* who holds a post, or has none recorded */
    "CREATE TEMP TABLE in_post AS SELECT id FROM person p"
    " WHERE NOT EXISTS (SELECT 1 FROM post WHERE person_id = p.id)"
    " OR EXISTS (SELECT 1 FROM post WHERE person_id = p.id"
    "  AND (from_date IS NULL OR from_date <= '" REVIEW "')"
    "  AND (to_date IS NULL OR to_date > '" REVIEW "'));"
    "CREATE TEMP TABLE runs AS"
    " SELECT id AS arrangement_id, lead_person_id AS person_id FROM arrangement"
    " UNION SELECT id, coordinator_id FROM arrangement"
    " UNION SELECT id, deputy_id FROM arrangement;"
    "DELETE FROM runs WHERE person_id IS NULL OR person_id NOT IN (SELECT id FROM in_post);"
    /* the only one, and no memorandum in force */
    "INSERT OR IGNORE INTO gone_arrangement SELECT a.id FROM arrangement a"
    " WHERE a.id IN (SELECT id FROM active)"
    " AND (SELECT count(*) FROM runs WHERE arrangement_id = a.id) = 1"
    " AND (SELECT person_id FROM runs WHERE arrangement_id = a.id) IN (SELECT id FROM gone_person)"
    " AND NOT (a.memorandum IS 'yes' OR (coalesce (a.memorandum, '') GLOB '[12]*'"
    "  AND a.memorandum >= '" REVIEW "'));"
    "INSERT OR IGNORE INTO gone_arrangement SELECT id FROM arrangement"
    " WHERE id IN (SELECT id FROM active)"
    " AND lower (trim (funding)) IN (SELECT name FROM gone_money);"
    /* what ends a parent ends its children */
    "INSERT OR IGNORE INTO gone_arrangement WITH RECURSIVE below (id) AS ("
    " SELECT id FROM gone_arrangement"
    " UNION SELECT a.id FROM arrangement a JOIN below ON a.parent_id = below.id"
    " WHERE a.id IN (SELECT id FROM active)) SELECT id FROM below;"
    "CREATE TEMP TABLE linked AS SELECT DISTINCT urn FROM membership m JOIN source s"
    " ON s.id = m.source_id WHERE s.kind IN ('group-links', 'academy-links') AND urn IS NOT NULL;"
    "UPDATE school SET federations = NULL WHERE urn NOT IN (SELECT urn FROM linked)"
    " AND lower (trim (federations)) IN (SELECT lower (trim (name)) FROM arrangement"
    "  WHERE kind = 'federation' AND id IN (SELECT id FROM gone_arrangement));"
    /* the rows */
    "DELETE FROM membership WHERE arrangement_id IN (SELECT id FROM gone_arrangement)"
    " OR urn IN (SELECT urn FROM gone_school) OR EXISTS (SELECT 1 FROM gone_member g"
    "  WHERE g.urn = membership.urn AND g.arrangement_id = membership.arrangement_id"
    "  AND (joined IS NULL OR joined <= '" REVIEW "')"
    "  AND (left_date IS NULL OR left_date > '" REVIEW "'));"
    "DELETE FROM setting_aside WHERE arrangement_id IN (SELECT id FROM gone_arrangement)"
    " OR urn IN (SELECT urn FROM gone_school);"
    "DELETE FROM contact_party WHERE urn IN (SELECT urn FROM gone_school)"
    " OR (person_id IN (SELECT id FROM gone_person) AND urn IS NULL AND organisation_id IS NULL);"
    "UPDATE contact_party SET person_id = NULL WHERE person_id IN (SELECT id FROM gone_person);"
    "UPDATE contact SET arrangement_id = NULL"
    " WHERE arrangement_id IN (SELECT id FROM gone_arrangement);"
    "DELETE FROM action WHERE urn IN (SELECT urn FROM gone_school);"
    "UPDATE action SET arrangement_id = NULL"
    " WHERE arrangement_id IN (SELECT id FROM gone_arrangement);"
    "DELETE FROM post WHERE person_id IN (SELECT id FROM gone_person)"
    " OR urn IN (SELECT urn FROM gone_school);"
    "DELETE FROM expertise WHERE person_id IN (SELECT id FROM gone_person)"
    " OR urn IN (SELECT urn FROM gone_school);"
    "DELETE FROM need WHERE urn IN (SELECT urn FROM gone_school);"
    "DELETE FROM enquiry WHERE urn IN (SELECT urn FROM gone_school);"
    "DELETE FROM inspection WHERE urn IN (SELECT urn FROM gone_school);"
    "DELETE FROM measure WHERE urn IN (SELECT urn FROM gone_school);"
    "DELETE FROM school_authority WHERE urn IN (SELECT urn FROM gone_school);"
    "DELETE FROM school_link WHERE urn IN (SELECT urn FROM gone_school)"
    " OR link_urn IN (SELECT urn FROM gone_school);"
    "DELETE FROM school WHERE urn IN (SELECT urn FROM gone_school);"
    "UPDATE arrangement SET lead_person_id = NULL"
    " WHERE lead_person_id IN (SELECT id FROM gone_person);"
    "UPDATE arrangement SET coordinator_id = NULL"
    " WHERE coordinator_id IN (SELECT id FROM gone_person);"
    "UPDATE arrangement SET deputy_id = NULL WHERE deputy_id IN (SELECT id FROM gone_person);"
    "UPDATE arrangement SET lead_urn = NULL WHERE lead_urn IN (SELECT urn FROM gone_school);"
    "UPDATE arrangement SET parent_id = NULL"
    " WHERE parent_id IN (SELECT id FROM gone_arrangement);"
    "DELETE FROM arrangement WHERE id IN (SELECT id FROM gone_arrangement);"
    "DELETE FROM person WHERE id IN (SELECT id FROM gone_person);"
    /* nothing comes to life by it */
    "UPDATE school SET trusts = NULL, federations = NULL WHERE urn IN (SELECT urn FROM linked)"
    " AND urn NOT IN (SELECT urn FROM membership m JOIN source s ON s.id = m.source_id"
    "  WHERE s.kind IN ('group-links', 'academy-links') AND urn IS NOT NULL);";

typedef struct
{
  char *folder;
  char *path; /* of the register */
  char *copy;
  KithLedger *ledger;
  KithNetwork *network;
  KithHolders *holders;
  KithRoll *roll;
} Region;

static GPtrArray *
list_files (const char *path, gboolean is_all)
{
  GPtrArray *files = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    if (is_all || (g_str_has_suffix (name, ".csv") && strcmp (name, "planted.csv") != 0))
      {
        g_autofree char *file = g_build_filename (path, name, NULL);

        g_ptr_array_add (files, g_file_new_for_path (file));
      }
  return files;
}

static KithLedger *
read_register (const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  g_autoptr (KithStore) store = kith_store_open (file, KITH_STORE_READ, NULL, &error);
  KithLedger *ledger;

  g_assert_no_error (error);
  ledger = kith_store_read_ledger (store, NULL, TRUE, NULL, &error);
  g_assert_no_error (error);
  return ledger;
}

static void
write_register (const char *path, const char *sample)
{
  const KithImportOptions options = { .today = kith_date_new (2026, 9, 2) };
  const KithEntry entry = { .who = "A Oakes", .what = "Import" };
  g_autoptr (GPtrArray) files = list_files (sample, FALSE);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  g_autoptr (KithStore) store = kith_store_create (file, &error);
  g_autoptr (KithLedger) empty = kith_store_read_ledger (store, NULL, TRUE, NULL, &error);
  g_autoptr (KithPreview) preview =
      kith_import_read (empty, (GFile *const *)files->pdata, files->len, &options, NULL, &error);

  g_assert_no_error (error);
  g_assert_true (kith_store_apply (store, preview->changes, &entry, NULL, &error));
  g_assert_no_error (error);
}

static void
begin (Region *self, guint64 seed)
{
  KithSampleOptions options = { .seed = seed, .n_schools = 150 };
  g_autoptr (GFile) sample = NULL;
  g_autofree char *sample_path = NULL;

  self->folder = g_dir_make_tmp ("kith-what-if-XXXXXX", NULL);
  sample_path = g_build_filename (self->folder, "sample", NULL);
  sample = g_file_new_for_path (sample_path);
  self->path = g_build_filename (self->folder, "region.kith", NULL);
  self->copy = g_build_filename (self->folder, "copy.kith", NULL);
  g_assert_true (kith_sample_write (sample, &options, NULL, NULL));
  write_register (self->path, sample_path);
  self->ledger = read_register (self->path);
  self->network = kith_network_new (self->ledger, kith_date_new (2026, 9, 1), NULL, NULL);
  self->holders = kith_holders_new (self->network);
  self->roll = kith_roll_new (self->network, NULL, NULL);
}

static void
delete_all (const char *path)
{
  g_autoptr (GPtrArray) files = list_files (path, TRUE);

  for (guint f = 0; f < files->len; f++)
    {
      g_autofree char *file = g_file_get_path (files->pdata[f]);

      if (g_file_test (file, G_FILE_TEST_IS_DIR))
        delete_all (file);
      else
        g_assert_cmpint (g_unlink (file), ==, 0);
    }
  g_assert_cmpint (g_rmdir (path), ==, 0);
}

static void
end (Region *self)
{
  delete_all (self->folder);
  kith_roll_unref (self->roll);
  kith_holders_free (self->holders);
  kith_network_unref (self->network);
  kith_ledger_unref (self->ledger);
  g_free (self->folder);
  g_free (self->path);
  g_free (self->copy);
}

static KithThing *
pick_thing (const Region *self, GRand *rand)
{
  gsize n_people, n_rows, n_members;
  const KithPerson *people = kith_ledger_get_rows (self->ledger, KITH_TABLE_PERSON, &n_people);
  const KithArrangement *rows =
      kith_ledger_get_rows (self->ledger, KITH_TABLE_ARRANGEMENT, &n_rows);
  const KithMembership *members =
      kith_ledger_get_rows (self->ledger, KITH_TABLE_MEMBERSHIP, &n_members);
  guint n_schools;
  const KithNetworkSchool *schools = kith_network_get_schools (self->network, &n_schools);
  guint at = g_rand_int (rand);

  switch (g_rand_int_range (rand, 0, 6))
    {
    case 0:
      return kith_thing_new (KITH_THING_PERSON, people[at % n_people].id, KITH_INT_NONE, NULL);
    case 1: /* somebody who runs something */
      while (rows[at % n_rows].coordinator_id == KITH_INT_NONE)
        at++;
      return kith_thing_new (KITH_THING_PERSON, rows[at % n_rows].coordinator_id, KITH_INT_NONE,
                             NULL);
    case 2:
      return kith_thing_new (KITH_THING_ARRANGEMENT, rows[at % n_rows].id, KITH_INT_NONE, NULL);
    case 3:
      while (rows[at % n_rows].funding == NULL)
        at++;
      return kith_thing_new (KITH_THING_FUNDING, KITH_INT_NONE, KITH_INT_NONE,
                             rows[at % n_rows].funding);
    case 4:
      while (members[at % n_members].urn == KITH_INT_NONE)
        at++;
      return kith_thing_new (KITH_THING_MEMBERSHIP, members[at % n_members].urn,
                             members[at % n_members].arrangement_id, NULL);
    default:
      return kith_thing_new (KITH_THING_SCHOOL, schools[at % n_schools].record->urn, KITH_INT_NONE,
                             NULL);
    }
}

static void
ask_for (sqlite3 *db, const KithThing *thing)
{
  static const char *const statements[] = {
    [KITH_THING_PERSON] = "INSERT INTO gone_person VALUES (?1)",
    [KITH_THING_ARRANGEMENT] = "INSERT INTO gone_arrangement VALUES (?1)",
    [KITH_THING_FUNDING] = "INSERT INTO gone_money VALUES (lower (trim (?3)))",
    [KITH_THING_SCHOOL] = "INSERT INTO gone_school VALUES (?1)",
    [KITH_THING_MEMBERSHIP] = "INSERT INTO gone_member VALUES (?1, ?2)",
  };
  sqlite3_stmt *statement;
  int n;

  g_assert_cmpint (sqlite3_prepare_v2 (db, statements[thing->type], -1, &statement, NULL), ==,
                   SQLITE_OK);
  n = sqlite3_bind_parameter_count (statement);
  if (n >= 1)
    sqlite3_bind_int64 (statement, 1, thing->key);
  if (n >= 2)
    sqlite3_bind_int64 (statement, 2, thing->arrangement_id);
  if (n >= 3)
    sqlite3_bind_text (statement, 3, thing->name, -1, SQLITE_STATIC);
  g_assert_cmpint (sqlite3_step (statement), ==, SQLITE_DONE);
  sqlite3_finalize (statement);
}

static void
run_sql (sqlite3 *db, const char *sql)
{
  char *problem = NULL;

  sqlite3_exec (db, sql, NULL, NULL, &problem);
  g_assert_cmpstr (problem, ==, NULL);
}

/* A copy of the register without the rows of the things */
static KithLedger *
delete_in_copy (const Region *self, const GPtrArray *things)
{
  g_autofree char *bytes = NULL;
  gsize size;
  sqlite3 *db;

  g_assert_true (g_file_get_contents (self->path, &bytes, &size, NULL));
  g_assert_true (g_file_set_contents (self->copy, bytes, (gssize)size, NULL));
  g_assert_cmpint (sqlite3_open (self->copy, &db), ==, SQLITE_OK);
  run_sql (db, "PRAGMA synchronous = OFF; PRAGMA temp_store = MEMORY; PRAGMA foreign_keys = OFF");
  run_sql (db, sql_begin);
  for (guint t = 0; t < things->len; t++)
    ask_for (db, things->pdata[t]);
  run_sql (db, "BEGIN");
  run_sql (db, sql_delete);
  run_sql (db, "COMMIT");
  sqlite3_close (db);
  return read_register (self->copy);
}

static void
assert_same_findings (const KithFinding *a, guint n, const KithFinding *b, guint n_other)
{
  g_assert_cmpuint (n, ==, n_other);
  for (guint f = 0; f < n; f++)
    {
      g_assert_cmpint (a[f].code, ==, b[f].code);
      g_assert_cmpint (a[f].severity, ==, b[f].severity);
      g_assert_cmpint (a[f].urn, ==, b[f].urn);
      g_assert_cmpint (a[f].arrangement_id, ==, b[f].arrangement_id);
      g_assert_cmpstr (a[f].sentence, ==, b[f].sentence);
      g_assert_cmpstr (a[f].evidence, ==, b[f].evidence);
      g_assert_cmpstr (a[f].basis, ==, b[f].basis);
    }
}

static void
assert_same_answer (KithNetwork *supposed, KithNetwork *asked)
{
  g_autoptr (KithRoll) one = kith_roll_new (supposed, NULL, NULL);
  g_autoptr (KithRoll) other = kith_roll_new (asked, NULL, NULL);
  guint n, n_other, n_findings, n_other_findings;
  const KithEdge *edges = kith_network_get_edges (supposed, &n);
  const KithEdge *other_edges = kith_network_get_edges (asked, &n_other);
  const KithRollRow *rows, *other_rows;
  const KithFinding *findings, *other_findings;

  g_assert_cmpuint (n, ==, n_other);
  for (guint e = 0; e < n; e++)
    {
      g_assert_cmpuint (edges[e].a, ==, other_edges[e].a);
      g_assert_cmpuint (edges[e].b, ==, other_edges[e].b);
      g_assert_true (edges[e].weight == other_edges[e].weight);
    }
  rows = kith_roll_get_rows (one, &n);
  other_rows = kith_roll_get_rows (other, &n_other);
  g_assert_cmpuint (n, ==, n_other);
  for (guint r = 0; r < n; r++)
    {
      g_assert_cmpuint (rows[r].school, ==, other_rows[r].school);
      g_assert_cmpint (rows[r].tier, ==, other_rows[r].tier);
      g_assert_cmpuint (rows[r].n_links, ==, other_rows[r].n_links);
      g_assert_cmpuint (rows[r].n_outside_links, ==, other_rows[r].n_outside_links);
      g_assert_cmpuint (rows[r].component, ==, other_rows[r].component);
      g_assert_cmpuint (rows[r].last_contact, ==, other_rows[r].last_contact);
    }
  findings = kith_roll_get_findings (one, &n_findings);
  other_findings = kith_roll_get_findings (other, &n_other_findings);
  assert_same_findings (findings, n_findings, other_findings, n_other_findings);
}

static guint
count_moved (KithWhatIf *what_if)
{
  guint n;

  kith_what_if_get_schools (what_if, &n);
  return n > 0;
}

static void
test_deletion (void)
{
  guint n_regions = g_test_slow () ? 4 : 1, n_removals = g_test_slow () ? 50 : 25;
  guint n_of_type[KITH_N_THINGS] = { 0 }, n_moved = 0;
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);

  for (guint seed = 1; seed <= n_regions; seed++)
    {
      Region region;

      begin (&region, seed);
      for (guint r = 0; r < n_removals; r++)
        {
          g_autoptr (GPtrArray) things =
              g_ptr_array_new_with_free_func ((GDestroyNotify)kith_thing_free);
          g_autoptr (KithChangeset) changes = kith_changeset_new (region.ledger);
          g_autoptr (KithLedger) deleted = NULL;
          g_autoptr (KithNetwork) asked = NULL;
          g_autoptr (KithWhatIf) what_if = NULL;
          KithThing *thing = pick_thing (&region, rand);
          g_autofree char *words = kith_thing_dup_words (thing, region.ledger);

          n_of_type[thing->type]++;
          g_test_message ("without %s %s", kith_thing_type_get_key (thing->type), words);
          g_ptr_array_add (things, thing);
          kith_removal_plan (region.holders, (const KithThing *const *)things->pdata, things->len,
                             changes);
          what_if = kith_what_if_new (region.network, changes, NULL, NULL);
          n_moved += count_moved (what_if);
          deleted = delete_in_copy (&region, things);
          asked = kith_network_new (deleted, kith_date_new (2026, 9, 1), NULL, NULL);
          assert_same_answer (kith_what_if_get_after (what_if), asked);
        }
      end (&region);
    }
  for (guint t = 0; t < KITH_N_THINGS; t++)
    {
      g_test_message ("%s: %u", kith_thing_type_get_key ((KithThingType)t), n_of_type[t]);
      g_assert_cmpuint (n_of_type[t], >, 0);
    }
  g_assert_cmpuint (n_moved, >, n_regions * n_removals / 3);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/what-if/equals the rows deleted in a copy of the file", test_deletion);
  return g_test_run ();
}
