/* test-schema.c: tables, statements and structs agree
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "store-fixture.h"

#include "kith-schema-private.h"
#include "kith-statements-private.h"
#include "kith-stmt-private.h"

#include <glib/gstdio.h>

static KithDb *
open_fresh (StoreFixture *fixture)
{
  g_autoptr (GError) error = NULL;
  KithDb *db;

  g_object_unref (store_fixture_create (fixture));
  db = kith_db_open (fixture->path, TRUE, &error);
  g_assert_no_error (error);
  return db;
}

static KithStmt *
prepare (KithDb *db, const char *sql)
{
  g_autoptr (GError) error = NULL;
  KithStmt *stmt = kith_db_prepare (db, sql, &error);

  g_assert_no_error (error);
  return stmt;
}

static const char *
get_type (KithFieldType type)
{
  return type == KITH_FIELD_INT ? "INTEGER" : type == KITH_FIELD_REAL ? "REAL" : "TEXT";
}

static void
test_columns (void)
{
  g_autoptr (StoreFixture) fixture = store_fixture_new ();
  g_autoptr (KithDb) db = open_fresh (fixture);

  for (guint t = 0; t < KITH_N_TABLES; t++)
    {
      const KithTableInfo *info = kith_table_get_info ((KithTable)t);
      g_autoptr (KithStmt) stmt =
          prepare (db, "SELECT name, type, pk FROM pragma_table_info (:table) ORDER BY cid");
      guint f = 0;

      kith_stmt_bind_text (stmt, ":table", info->name);
      while (kith_stmt_step (stmt, NULL) == KITH_STEP_ROW)
        {
          g_autofree char *name = kith_stmt_dup_text (stmt, 0);
          g_autofree char *type = kith_stmt_dup_text (stmt, 1);

          g_assert_cmpuint (f, <, info->n_fields);
          g_assert_cmpstr (name, ==, info->fields[f].name);
          g_assert_cmpstr (type, ==, get_type (info->fields[f].type));
          g_assert_cmpint (kith_stmt_get_int64 (stmt, 2), ==, f == 0);
          f++;
        }
      g_assert_cmpuint (f, ==, info->n_fields);
    }
}

static void
test_statements (void)
{
  g_autoptr (StoreFixture) fixture = store_fixture_new ();
  g_autoptr (KithDb) db = open_fresh (fixture);

  for (guint t = 0; t < KITH_N_TABLES; t++)
    {
      const KithTableInfo *info = kith_table_get_info ((KithTable)t);
      const KithStatements *statements = kith_statements_get ((KithTable)t);
      g_autoptr (KithStmt) read = prepare (db, statements->read);
      g_autoptr (KithStmt) insert = prepare (db, statements->insert);
      g_autoptr (KithStmt) update = prepare (db, statements->update);
      g_autoptr (KithStmt) delete = prepare (db, statements->delete);

      g_assert_cmpint (sqlite3_column_count (kith_stmt_get_handle (read)), ==, info->n_fields);
      g_assert_cmpint (sqlite3_bind_parameter_count (kith_stmt_get_handle (insert)), ==,
                       info->n_fields);
      g_assert_cmpint (sqlite3_bind_parameter_count (kith_stmt_get_handle (update)), ==,
                       info->n_fields);
      g_assert_cmpint (sqlite3_bind_parameter_count (kith_stmt_get_handle (delete)), ==, 1);
      for (guint f = 0; f < info->n_fields; f++)
        {
          g_autofree char *parameter = g_strconcat (":", info->fields[f].name, NULL);

          g_assert_cmpstr (sqlite3_column_name (kith_stmt_get_handle (read), (int)f), ==,
                           info->fields[f].name);
          kith_stmt_get_parameter (insert, parameter);
          kith_stmt_get_parameter (update, parameter);
        }
    }
}

/* No statement swaps columns. */
static void
test_round_trip (void)
{
  g_autoptr (StoreFixture) fixture = store_fixture_new ();
  g_autoptr (KithStore) store = store_fixture_create (fixture);
  g_autoptr (KithChangeset) changes = store_change (store);
  g_autoptr (KithLedger) ledger = NULL;
  guint64 row[64];

  for (guint t = 0; t < KITH_N_TABLES; t++)
    {
      g_assert_cmpuint (kith_table_get_info ((KithTable)t)->row_size, <=, sizeof row);
      store_fill_row ((KithTable)t, row, 7);
      kith_changeset_put (changes, (KithTable)t, row);
    }
  store_apply (store, changes, "one of each");
  ledger = store_read (store);
  for (guint t = 0; t < KITH_N_TABLES; t++)
    {
      const void *read = kith_ledger_find (ledger, (KithTable)t, 1);

      g_assert_nonnull (read);
      g_assert_true (
          kith_row_is_equal ((KithTable)t, read, kith_changeset_find (changes, (KithTable)t, 1)));
    }
}

static void
test_references (void)
{
  g_autoptr (StoreFixture) fixture = store_fixture_new ();
  g_autoptr (KithDb) db = open_fresh (fixture);
  g_autoptr (KithStmt) actions =
      prepare (db, "SELECT m.name FROM sqlite_schema AS m, pragma_foreign_key_list (m.name) AS k"
                   " WHERE m.type = 'table'"
                   " AND (k.on_delete <> 'NO ACTION' OR k.on_update <> 'NO ACTION') ORDER BY 1");
  g_autoptr (KithStmt) unindexed =
      prepare (db, "SELECT m.name, k.\"from\" FROM sqlite_schema AS m,"
                   " pragma_foreign_key_list (m.name) AS k"
                   " WHERE m.type = 'table' AND m.name <> 'journal'"
                   " AND k.\"table\" <> 'source' AND NOT EXISTS ("
                   " SELECT 1 FROM pragma_index_list (m.name) AS i, pragma_index_info (i.name) AS c"
                   " WHERE c.seqno = 0 AND c.name = k.\"from\") ORDER BY 1");
  g_autoptr (KithStmt) triggers =
      prepare (db, "SELECT name FROM sqlite_schema WHERE type IN ('trigger', 'view') ORDER BY 1");

  g_assert_cmpint (kith_stmt_step (actions, NULL), ==, KITH_STEP_DONE);
  g_assert_cmpint (kith_stmt_step (unindexed, NULL), ==, KITH_STEP_DONE);
  g_assert_cmpint (kith_stmt_step (triggers, NULL), ==, KITH_STEP_DONE);
}

/* The scripts of this version of the program, and one after them. */
static char **
dup_scripts_and (const char *next)
{
  g_auto (GStrv) ours = kith_schema_dup_scripts ();
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  g_strv_builder_addv (builder, (const char **)ours);
  g_strv_builder_add (builder, next);
  return g_strv_builder_end (builder);
}

/* A roll call reads headlines from their index, and never the table that they are in. */
static void
test_headlines (void)
{
  g_autoptr (StoreFixture) fixture = store_fixture_new ();
  g_autoptr (KithDb) db = open_fresh (fixture);
  g_autoptr (KithStmt) stmt = prepare (
      db, "EXPLAIN QUERY PLAN SELECT id, urn, year, name, subgroup, subject, value, reason,"
          " cohort, source_id FROM measure WHERE name IN ('PTRWM_EXP', 'ATT8SCR')"
          " AND subgroup IS NULL AND subject IS NULL ORDER BY id");
  g_autofree char *plan = NULL;

  g_assert_cmpint (kith_stmt_step (stmt, NULL), ==, KITH_STEP_ROW);
  plan = kith_stmt_dup_text (stmt, 3);
  g_assert_cmpstr (plan, ==, "SCAN measure USING COVERING INDEX measure_headline");
  g_assert_cmpint (kith_stmt_step (stmt, NULL), ==, KITH_STEP_DONE);
}

static void
test_migration (void)
{
  g_autoptr (StoreFixture) fixture = store_fixture_new ();
  g_autofree char *backup =
      g_strdup_printf ("%s/north-before-schema-%d.kith", fixture->folder, KITH_SCHEMA_VERSION + 1);
  g_autofree char *next = g_strdup_printf ("ALTER TABLE setting ADD COLUMN note TEXT;"
                                           " PRAGMA user_version = %d",
                                           KITH_SCHEMA_VERSION + 1);
  g_auto (GStrv) scripts = dup_scripts_and (next);
  g_autoptr (GError) error = NULL;
  g_autoptr (KithDb) db = NULL;
  g_autoptr (KithDb) copy = NULL;
  g_autoptr (KithStmt) stmt = NULL;
  gint64 version;

  {
    g_autoptr (KithStore) store = store_fixture_create (fixture);
    g_autoptr (KithChangeset) changes = store_change (store);

    put_school (changes, 100001, "Alder Primary School");
    store_apply (store, changes, "a school");
  }
  db = kith_db_open (fixture->path, TRUE, &error);
  g_assert_no_error (error);
  kith_schema_migrate (db, (const char *const *)scripts, &error);
  g_assert_no_error (error);
  stmt = prepare (db, "SELECT note FROM setting ORDER BY id");

  copy = kith_db_open (backup, FALSE, &error);
  g_assert_no_error (error);
  g_assert_true (kith_db_read_int (copy, "PRAGMA user_version", &version, NULL));
  g_assert_cmpint (version, ==, KITH_SCHEMA_VERSION);
  g_assert_true (kith_db_read_int (copy, "SELECT count(*) FROM school", &version, NULL));
  g_assert_cmpint (version, ==, 1);
}

static void
test_failed_migration (void)
{
  g_autoptr (StoreFixture) fixture = store_fixture_new ();
  g_autoptr (KithDb) db = open_fresh (fixture);
  g_autofree char *next = g_strdup_printf ("INSERT INTO lock (id, kind, urn, arrangement_id)"
                                           " VALUES (1, 'stays', 1, 99);"
                                           " PRAGMA user_version = %d",
                                           KITH_SCHEMA_VERSION + 1);
  g_auto (GStrv) scripts = dup_scripts_and (next);
  g_autoptr (GError) error = NULL;
  gint64 value;

  g_assert_false (kith_schema_migrate (db, (const char *const *)scripts, &error));
  g_assert_error (error, KITH_STORE_ERROR, KITH_STORE_ERROR_CORRUPT);
  g_assert_true (kith_db_read_int (db, "PRAGMA user_version", &value, NULL));
  g_assert_cmpint (value, ==, KITH_SCHEMA_VERSION);
  g_assert_true (kith_db_read_int (db, "SELECT count(*) FROM lock", &value, NULL));
  g_assert_cmpint (value, ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/schema/columns are the structs' fields, in their order", test_columns);
  g_test_add_func ("/schema/every statement prepares and names every field", test_statements);
  g_test_add_func ("/schema/a row of each table comes back as it went in", test_round_trip);
  g_test_add_func ("/schema/no row changes unasked, no reference needs a whole table",
                   test_references);
  g_test_add_func ("/schema/headlines are read from their index alone", test_headlines);
  g_test_add_func ("/schema/a migration keeps a copy of what was before", test_migration);
  g_test_add_func ("/schema/a migration that breaks a reference changes nothing",
                   test_failed_migration);
  return g_test_run ();
}
