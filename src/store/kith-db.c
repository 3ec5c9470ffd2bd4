/* kith-db.c: one connection to a register's file
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-db-private.h"

#include "kith-stmt-private.h"
#include "kith-store.h"

#include <errno.h>
#include <glib/gi18n.h>

/* How long a program waits for another that holds the file. */
#define BUSY_TIMEOUT_MS 5000

/* Steps of SQLite's machine between two looks at whether somebody cancelled: about 1 ms. */
#define STEPS_A_LOOK 20000

struct _KithDb
{
  sqlite3 *handle;
  char *path;
  char *name;
  KithJob *job; /* what a long statement answers to; NULL for nothing */
};

static int
look_for_cancel_cb (gpointer data)
{
  const KithDb *self = data;

  return g_cancellable_is_cancelled (kith_job_get_cancellable (self->job));
}

/* A register may come from anywhere: nothing in its schema is trusted or run. */
static gboolean
configure (KithDb *self, gboolean is_writable)
{
  static const struct
  {
    int option, value;
  } options[] = {
    { SQLITE_DBCONFIG_DEFENSIVE, 1 },      { SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0 },
    { SQLITE_DBCONFIG_ENABLE_TRIGGER, 0 }, { SQLITE_DBCONFIG_ENABLE_VIEW, 0 },
    { SQLITE_DBCONFIG_DQS_DDL, 0 },        { SQLITE_DBCONFIG_DQS_DML, 0 },
    { SQLITE_DBCONFIG_ENABLE_FKEY, 1 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (options); i++)
    if (sqlite3_db_config (self->handle, options[i].option, options[i].value, NULL) != SQLITE_OK)
      return FALSE;
  if (sqlite3_busy_timeout (self->handle, BUSY_TIMEOUT_MS) != SQLITE_OK ||
      sqlite3_exec (self->handle, "PRAGMA cell_size_check = ON", NULL, NULL, NULL) != SQLITE_OK)
    return FALSE;
  return is_writable ||
         sqlite3_exec (self->handle, "PRAGMA query_only = ON", NULL, NULL, NULL) == SQLITE_OK;
}

/* Whether the last call on a file found no room: SQLite has a code for a full disk, but not for
 * a quota that is used up or a file that may not grow. */
static gboolean
has_no_room (sqlite3_file *file)
{
  int file_errno = 0;

  if (file == NULL || file->pMethods == NULL)
    return FALSE;
  file->pMethods->xFileControl (file, SQLITE_FCNTL_LAST_ERRNO, &file_errno);
  return file_errno == EDQUOT || file_errno == EFBIG;
}

static gboolean
is_full (KithDb *self, int code)
{
  sqlite3_file *file = NULL, *journal = NULL;

  if ((code & 0xff) != SQLITE_IOERR)
    return (code & 0xff) == SQLITE_FULL;
  sqlite3_file_control (self->handle, "main", SQLITE_FCNTL_FILE_POINTER, &file);
  sqlite3_file_control (self->handle, "main", SQLITE_FCNTL_JOURNAL_POINTER, &journal);
  return has_no_room (file) || has_no_room (journal);
}

/**
 * kith_db_open:
 * @path: of a file that exists
 * @is_writable: whether it is to be changed
 *
 * Nothing is read yet, and nothing is changed. A file that is only to be read is still opened for
 * writing where that is allowed: what a program that was killed left half-written must be rolled
 * back before anybody can read it.
 *
 * Returns: (transfer full): a connection, or %NULL with @error set to a #KithStoreError
 */
KithDb *
kith_db_open (const char *path, gboolean is_writable, GError **error)
{
  g_autoptr (KithDb) self = g_new0 (KithDb, 1);
  int code;

  self->path = g_strdup (path);
  self->name = g_filename_display_basename (path);
  code =
      sqlite3_open_v2 (path, &self->handle,
                       SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE, NULL);
  if (code == SQLITE_OK && !configure (self, is_writable))
    code = sqlite3_extended_errcode (self->handle);
  if (code != SQLITE_OK)
    {
      kith_db_set_error (self, code, error);
      return NULL;
    }
  return g_steal_pointer (&self);
}

/**
 * kith_db_close:
 * @self: (transfer full) (nullable): a connection without open statements
 */
void
kith_db_close (KithDb *self)
{
  if (self == NULL)
    return;
  sqlite3_close_v2 (self->handle);
  g_clear_object (&self->job);
  g_free (self->path);
  g_free (self->name);
  g_free (self);
}

/**
 * kith_db_get_path:
 *
 * Returns: (transfer none): where the file is
 */
const char *
kith_db_get_path (const KithDb *self)
{
  return self->path;
}

/**
 * kith_db_get_name:
 *
 * Returns: (transfer none): the file's name, for sentences
 */
const char *
kith_db_get_name (const KithDb *self)
{
  return self->name;
}

/**
 * kith_db_is_read_only:
 *
 * Returns: whether the file system let the file be opened for reading only
 */
gboolean
kith_db_is_read_only (const KithDb *self)
{
  return sqlite3_db_readonly (self->handle, "main") == 1;
}

/**
 * kith_db_get_handle:
 *
 * Returns: (transfer none): SQLite's connection, for this room alone
 */
sqlite3 *
kith_db_get_handle (const KithDb *self)
{
  return self->handle;
}

/**
 * kith_db_watch:
 * @job: (nullable): what long statements answer to from now on
 *
 * A statement that is under way when @job is cancelled stops with %G_IO_ERROR_CANCELLED.
 */
void
kith_db_watch (KithDb *self, KithJob *job)
{
  g_set_object (&self->job, job);
  sqlite3_progress_handler (self->handle, job == NULL ? 0 : STEPS_A_LOOK,
                            job == NULL ? NULL : look_for_cancel_cb, self);
}

/**
 * kith_db_set_damaged:
 * @what: what is wrong, in a few words
 * @error: return location for %KITH_STORE_ERROR_CORRUPT
 */
void
kith_db_set_damaged (KithDb *self, const char *what, GError **error)
{
  g_autofree char *words = g_utf8_make_valid (what, -1); /* they may come from the damaged file */

  g_set_error (error, KITH_STORE_ERROR, KITH_STORE_ERROR_CORRUPT,
               _ ("“%s” is damaged (%s). It was left as it is: use a backup of it."), self->name,
               words);
}

/**
 * kith_db_set_error:
 * @code: SQLite's extended result code
 * @error: return location for a #KithStoreError, or for %G_IO_ERROR_CANCELLED
 *
 * Says what SQLite's last call met, in a sentence for officers.
 */
void
kith_db_set_error (KithDb *self, int code, GError **error)
{
  g_autofree char *message = g_utf8_make_valid (sqlite3_errmsg (self->handle), -1);

  if (is_full (self, code))
    {
      g_set_error (error, KITH_STORE_ERROR, KITH_STORE_ERROR_NO_SPACE,
                   _ ("“%s” was not changed: the disk is full. Free some space and try again."),
                   self->name);
      return;
    }
  if (code == SQLITE_READONLY_DBMOVED)
    {
      g_set_error (error, KITH_STORE_ERROR, KITH_STORE_ERROR_OPEN,
                   _ ("“%s” was moved, deleted or replaced while it was open. Nothing was written. "
                      "Save a copy of what is open here, then open the register again."),
                   self->name);
      return;
    }
  switch (code & 0xff)
    {
    case SQLITE_INTERRUPT:
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CANCELLED, _ ("The work was cancelled."));
      break;
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      g_set_error (error, KITH_STORE_ERROR, KITH_STORE_ERROR_BUSY,
                   _ ("“%s” is in use by another program. Try again when that has finished."),
                   self->name);
      break;
    case SQLITE_READONLY:
      g_set_error (error, KITH_STORE_ERROR, KITH_STORE_ERROR_READ_ONLY,
                   _ ("“%s” or its folder cannot be written. Ask for access, or work on a copy."),
                   self->name);
      break;
    case SQLITE_CONSTRAINT:
      g_set_error (error, KITH_STORE_ERROR, KITH_STORE_ERROR_CONSTRAINT,
                   _ ("“%s” was not changed: the change would break a rule of the register (%s)."),
                   self->name, message);
      break;
    case SQLITE_ERROR: /* our statements are right, so the tables are not */
    case SQLITE_CORRUPT:
    case SQLITE_FORMAT:
    case SQLITE_MISMATCH:
    case SQLITE_NOTADB:
    case SQLITE_SCHEMA:
      kith_db_set_damaged (self, message, error);
      break;
    default:
      g_set_error (error, KITH_STORE_ERROR, KITH_STORE_ERROR_OPEN,
                   _ ("“%s” could not be read or written (%s). Check the disk and try again."),
                   self->name, message);
      break;
    }
}

/**
 * kith_db_run:
 * @script: constant statements, ";" between, whose rows nobody wants
 * @error: return location for a #KithStoreError
 *
 * Returns: %TRUE when all were done
 */
gboolean
kith_db_run (KithDb *self, const char *script, GError **error)
{
  int code = sqlite3_exec (self->handle, script, NULL, NULL, NULL);

  if (code != SQLITE_OK)
    kith_db_set_error (self, code, error);
  return code == SQLITE_OK;
}

/**
 * kith_db_read_int:
 * @sql: a constant statement that gives one whole number
 * @value: (out): that number, 0 for none
 * @error: return location for a #KithStoreError
 *
 * Returns: %TRUE when it was read
 */
gboolean
kith_db_read_int (KithDb *self, const char *sql, gint64 *value, GError **error)
{
  g_autoptr (KithStmt) stmt = kith_db_prepare (self, sql, error);
  KithStep step;

  *value = 0;
  if (stmt == NULL)
    return FALSE;
  step = kith_stmt_step (stmt, error);
  if (step == KITH_STEP_ROW)
    *value = kith_stmt_get_int64 (stmt, 0);
  return step != KITH_STEP_ERROR;
}
