/* kith-stmt.c: one prepared statement
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-stmt-private.h"

struct _KithStmt
{
  KithDb *db;
  sqlite3_stmt *handle;
};

/**
 * kith_db_prepare:
 * @sql: a constant statement
 * @error: return location for a #KithStoreError
 *
 * Returns: (transfer full): the statement, which must be freed before the connection
 */
KithStmt *
kith_db_prepare (KithDb *self, const char *sql, GError **error)
{
  KithStmt *stmt;
  sqlite3_stmt *handle = NULL;
  int code = sqlite3_prepare_v2 (kith_db_get_handle (self), sql, -1, &handle, NULL);

  if (code != SQLITE_OK)
    {
      kith_db_set_error (self, code, error);
      return NULL;
    }
  stmt = g_new0 (KithStmt, 1);
  stmt->db = self;
  stmt->handle = handle;
  return stmt;
}

/**
 * kith_stmt_free:
 * @self: (transfer full) (nullable): a statement
 */
void
kith_stmt_free (KithStmt *self)
{
  if (self == NULL)
    return;
  sqlite3_finalize (self->handle);
  g_free (self);
}

/**
 * kith_stmt_get_handle:
 *
 * Returns: (transfer none): SQLite's statement, for code that goes over columns by number
 */
sqlite3_stmt *
kith_stmt_get_handle (const KithStmt *self)
{
  return self->handle;
}

/**
 * kith_stmt_get_parameter:
 * @name: with its colon
 *
 * Returns: its number, from 1
 */
int
kith_stmt_get_parameter (const KithStmt *self, const char *name)
{
  int parameter = sqlite3_bind_parameter_index (self->handle, name);

  g_assert (parameter > 0);
  return parameter;
}

/**
 * kith_stmt_bind_int64:
 * @name: of a parameter, with its colon
 */
void
kith_stmt_bind_int64 (KithStmt *self, const char *name, gint64 value)
{
  sqlite3_bind_int64 (self->handle, kith_stmt_get_parameter (self, name), value);
}

/**
 * kith_stmt_bind_text:
 * @name: of a parameter, with its colon
 * @value: (nullable): text that stays until the statement has run
 */
void
kith_stmt_bind_text (KithStmt *self, const char *name, const char *value)
{
  sqlite3_bind_text (self->handle, kith_stmt_get_parameter (self, name), value, -1, SQLITE_STATIC);
}

/**
 * kith_stmt_bind_bytes:
 * @name: of a parameter, with its colon
 * @value: bytes that stay until the statement has run
 */
void
kith_stmt_bind_bytes (KithStmt *self, const char *name, GBytes *value)
{
  gsize size;
  gconstpointer data = g_bytes_get_data (value, &size);

  sqlite3_bind_blob64 (self->handle, kith_stmt_get_parameter (self, name), data, size,
                       SQLITE_STATIC);
}

/**
 * kith_stmt_run:
 * @error: return location for a #KithStoreError
 *
 * Runs a statement that gives no rows. It can be bound and run again.
 *
 * Returns: %TRUE when it was done
 */
gboolean
kith_stmt_run (KithStmt *self, GError **error)
{
  KithStep step = kith_stmt_step (self, error);

  sqlite3_reset (self->handle);
  return step != KITH_STEP_ERROR;
}

/**
 * kith_stmt_step:
 * @error: return location for a #KithStoreError
 *
 * Returns: whether there is a row (another row)
 */
KithStep
kith_stmt_step (KithStmt *self, GError **error)
{
  int code = sqlite3_step (self->handle);

  if (code == SQLITE_ROW)
    return KITH_STEP_ROW;
  if (code == SQLITE_DONE)
    return KITH_STEP_DONE;
  kith_db_set_error (self->db, code, error);
  return KITH_STEP_ERROR;
}

/**
 * kith_stmt_get_int64:
 * @column: from 0
 *
 * Returns: the number in this row, 0 where there is none
 */
gint64
kith_stmt_get_int64 (KithStmt *self, int column)
{
  return sqlite3_column_int64 (self->handle, column);
}

/**
 * kith_stmt_dup_text:
 * @column: from 0
 *
 * Returns: (transfer full) (nullable): the text in this row, made valid UTF-8
 */
char *
kith_stmt_dup_text (KithStmt *self, int column)
{
  const char *text = (const char *)sqlite3_column_text (self->handle, column);

  return text == NULL ? NULL : g_utf8_make_valid (text, -1);
}
