/* kith-schema.c: the register's tables, from one version to the next
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-schema-private.h"

#include "kith-check-private.h"
#include "kith-stmt-private.h"
#include "kith-store-resources.h"
#include "kith-store.h"
#include "kith-txn-private.h"

#include <glib/gi18n.h>

/* Script n takes a register from schema n − 1 to schema n. */
static const char *const script_names[KITH_SCHEMA_VERSION] = {
  "/io/github/kith_schools/Kith/store/sql/001-register.sql",
  "/io/github/kith_schools/Kith/store/sql/002-headlines.sql",
};

static const char sql_read_application_id[] = "PRAGMA application_id";
static const char sql_read_version[] = "PRAGMA user_version";
static const char sql_copy[] = "VACUUM INTO :path";

/* A name beside the register that nothing has yet: "north-before-schema-2.kith". */
static char *
dup_backup_path (const char *path, guint schema)
{
  g_autofree char *stem =
      g_str_has_suffix (path, ".kith") ? g_strndup (path, strlen (path) - 5) : g_strdup (path);
  char *backup = g_strdup_printf ("%s-before-schema-%u.kith", stem, schema);

  for (guint n = 2; g_file_test (backup, G_FILE_TEST_EXISTS); n++)
    {
      g_free (backup);
      backup = g_strdup_printf ("%s-before-schema-%u-%u.kith", stem, schema, n);
    }
  return backup;
}

static gboolean
back_up (KithDb *db, guint schema, GError **error)
{
  g_autofree char *backup = dup_backup_path (kith_db_get_path (db), schema);
  g_autoptr (KithStmt) stmt = kith_db_prepare (db, sql_copy, error);

  if (stmt == NULL)
    return FALSE;
  kith_stmt_bind_text (stmt, ":path", backup);
  return kith_stmt_run (stmt, error);
}

/* Runs one script, and looks at what it made before it is kept. */
static gboolean
apply_script (KithDb *db, const char *script, guint schema, GError **error)
{
  g_autoptr (KithTxn) txn = kith_txn_begin (db, error);
  gint64 version;

  if (txn == NULL || !kith_db_run (db, script, error) || !kith_check_references (db, error) ||
      !kith_db_read_int (db, sql_read_version, &version, error))
    return FALSE;
  g_assert (version == schema);
  return kith_txn_commit (&txn, error);
}

static void
set_not_a_register (KithDb *db, GError **error)
{
  g_set_error (error, KITH_STORE_ERROR, KITH_STORE_ERROR_OPEN,
               _ ("“%s” is not a register. Open a file that ends in .kith, or import this one into "
                  "a register."),
               kith_db_get_name (db));
}

/**
 * kith_schema_dup_scripts:
 *
 * Returns: (transfer full) (array zero-terminated=1): the scripts of this version of the program,
 *   by schema from 1
 */
char **
kith_schema_dup_scripts (void)
{
  char **scripts = g_new0 (char *, KITH_SCHEMA_VERSION + 1);

  for (guint n = 0; n < KITH_SCHEMA_VERSION; n++)
    {
      g_autoptr (GBytes) script = g_resource_lookup_data (
          kith_store_get_resource (), script_names[n], G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);

      g_assert (script != NULL);
      scripts[n] = g_strndup (g_bytes_get_data (script, NULL), g_bytes_get_size (script));
    }
  return scripts;
}

/**
 * kith_schema_recognise:
 * @db: a file that may be anything
 * @error: return location for a #KithStoreError
 *
 * Looks at the marks that a register bears, and changes nothing.
 *
 * Returns: %TRUE when it is a register that this version of the program knows
 */
gboolean
kith_schema_recognise (KithDb *db, GError **error)
{
  g_autoptr (GError) local_error = NULL;
  gint64 application_id, version;

  if (!kith_db_read_int (db, sql_read_application_id, &application_id, &local_error))
    {
      if (sqlite3_errcode (kith_db_get_handle (db)) == SQLITE_NOTADB)
        set_not_a_register (db, error);
      else
        g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }
  if (!kith_db_read_int (db, sql_read_version, &version, error))
    return FALSE;
  if (application_id != KITH_SCHEMA_APPLICATION_ID || version < 1)
    {
      set_not_a_register (db, error);
      return FALSE;
    }
  if (version > KITH_SCHEMA_VERSION)
    {
      g_set_error (error, KITH_STORE_ERROR, KITH_STORE_ERROR_TOO_NEW,
                   _ ("“%s” was written by a later version of Kith. Install that version to open "
                      "it."),
                   kith_db_get_name (db));
      return FALSE;
    }
  return TRUE;
}

/**
 * kith_schema_migrate:
 * @db: a register, or an empty file
 * @scripts: (array zero-terminated=1): as from kith_schema_dup_scripts()
 * @error: return location for a #KithStoreError
 *
 * Applies each script above the file's version in a transaction of its own. A register is first
 * copied beside itself.
 *
 * Returns: %TRUE when the file has the schema of the last script
 */
gboolean
kith_schema_migrate (KithDb *db, const char *const *scripts, GError **error)
{
  guint n_scripts = g_strv_length ((char **)scripts);
  gint64 version;

  if (!kith_db_read_int (db, sql_read_version, &version, error))
    return FALSE;
  if (version > 0 && version < n_scripts && !back_up (db, n_scripts, error))
    return FALSE;
  for (guint schema = (guint)version + 1; schema <= n_scripts; schema++)
    if (!apply_script (db, scripts[schema - 1], schema, error))
      return FALSE;
  return TRUE;
}
