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

/* A row of every table with every field set comes back as it was: no statement swaps columns. */
static void
fill_row (KithTable table, void *row, gint64 seed)
{
  static const char *const kinds[][3] = {
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
  const KithTableInfo *info = kith_table_get_info (table);

  kith_row_clear (table, row);
  for (guint f = 0; f < info->n_fields; f++)
    {
      const KithField *field = &info->fields[f];
      const char *text = NULL;

      for (gsize k = 0; k < G_N_ELEMENTS (kinds); k++)
        if (g_str_equal (info->name, kinds[k][0]) && g_str_equal (field->name, kinds[k][1]))
          text = kinds[k][2];
      if (field->type == KITH_FIELD_INT)
        kith_field_set_int (field, row, g_str_has_suffix (field->name, "_id") ? 1 : seed + f);
      else if (field->type == KITH_FIELD_REAL)
        kith_field_set_real (field, row, (double)seed + f + 0.25);
      else if (field->type == KITH_FIELD_DATE)
        kith_field_set_date (field, row, kith_date_new (2001, 1, 1) + f);
      else
        kith_field_set_text (field, row,
                             text != NULL ? text : g_intern_string (g_strdup_printf ("t%u", f)));
    }
}

static void
fit_row (KithTable table, void *row)
{
  const KithTableInfo *info = kith_table_get_info (table);

  kith_field_set_int (&info->fields[0], row, 1);
  for (guint f = 1; f < info->n_fields; f++)
    {
      const KithField *field = &info->fields[f];

      if (g_str_equal (field->name, "la") || g_str_equal (field->name, "lead_la"))
        kith_field_set_int (field, row, 1);
      else if (g_str_equal (field->name, "confidential") || g_str_equal (field->name, "pinned"))
        kith_field_set_int (field, row, 1);
      else if (table == KITH_TABLE_MEASURE && g_str_equal (field->name, "year"))
        kith_field_set_int (field, row, 2018);
      else if (table == KITH_TABLE_SCHOOL_AUTHORITY && g_str_equal (field->name, "urn"))
        kith_field_set_int (field, row, 1);
      else if (table == KITH_TABLE_MEMBERSHIP && g_str_equal (field->name, "organisation_id"))
        kith_field_set_int (field, row, KITH_INT_NONE);
    }
}

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
      fill_row ((KithTable)t, row, 7);
      fit_row ((KithTable)t, row);
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
                   " AND k.\"table\" NOT IN ('source', 'authority') AND NOT EXISTS ("
                   " SELECT 1 FROM pragma_index_list (m.name) AS i, pragma_index_info (i.name) AS c"
                   " WHERE c.seqno = 0 AND c.name = k.\"from\") ORDER BY 1");
  g_autoptr (KithStmt) triggers =
      prepare (db, "SELECT name FROM sqlite_schema WHERE type IN ('trigger', 'view') ORDER BY 1");

  g_assert_cmpint (kith_stmt_step (actions, NULL), ==, KITH_STEP_DONE);
  g_assert_cmpint (kith_stmt_step (unindexed, NULL), ==, KITH_STEP_DONE);
  g_assert_cmpint (kith_stmt_step (triggers, NULL), ==, KITH_STEP_DONE);
}

static void
test_migration (void)
{
  g_autoptr (StoreFixture) fixture = store_fixture_new ();
  g_autofree char *backup = g_build_filename (fixture->folder, "north-before-schema-2.kith", NULL);
  g_auto (GStrv) ours = kith_schema_dup_scripts ();
  const char *scripts[] = { ours[0],
                            "ALTER TABLE setting ADD COLUMN note TEXT; PRAGMA user_version = 2",
                            NULL };
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
  kith_schema_migrate (db, scripts, &error);
  g_assert_no_error (error);
  stmt = prepare (db, "SELECT note FROM setting ORDER BY id");

  copy = kith_db_open (backup, FALSE, &error);
  g_assert_no_error (error);
  g_assert_true (kith_db_read_int (copy, "PRAGMA user_version", &version, NULL));
  g_assert_cmpint (version, ==, 1);
  g_assert_true (kith_db_read_int (copy, "SELECT count(*) FROM school", &version, NULL));
  g_assert_cmpint (version, ==, 1);
}

static void
test_failed_migration (void)
{
  g_autoptr (StoreFixture) fixture = store_fixture_new ();
  g_autoptr (KithDb) db = open_fresh (fixture);
  g_auto (GStrv) ours = kith_schema_dup_scripts ();
  const char *scripts[] = { ours[0],
                            "INSERT INTO lock (id, kind, urn, arrangement_id)"
                            " VALUES (1, 'stays', 1, 99); PRAGMA user_version = 2",
                            NULL };
  g_autoptr (GError) error = NULL;
  gint64 value;

  g_assert_false (kith_schema_migrate (db, scripts, &error));
  g_assert_error (error, KITH_STORE_ERROR, KITH_STORE_ERROR_CORRUPT);
  g_assert_true (kith_db_read_int (db, "PRAGMA user_version", &value, NULL));
  g_assert_cmpint (value, ==, 1);
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
  g_test_add_func ("/schema/a migration keeps a copy of what was before", test_migration);
  g_test_add_func ("/schema/a migration that breaks a reference changes nothing",
                   test_failed_migration);
  return g_test_run ();
}
