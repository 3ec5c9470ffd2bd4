/* kith-copy.c: a register written once more, in another place
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-copy-private.h"

#include "kith-store.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <sys/stat.h>

/* Between two looks at whether somebody cancelled: 4 MB of a register's usual pages. */
#define PAGES_AT_ONCE 1024

/* How long another program's write is waited for, and how often it is looked for. */
#define MOST_WAITS 50
#define WAIT_MS 100

static void
set_not_written (const char *path, int number, GError **error)
{
  g_autofree char *name = g_filename_display_basename (path);
  gboolean is_full = number == ENOSPC || number == EDQUOT || number == EFBIG;

  g_set_error (
      error, KITH_STORE_ERROR, is_full ? KITH_STORE_ERROR_NO_SPACE : KITH_STORE_ERROR_READ_ONLY,
      _ ("“%s” could not be written (%s). Choose another folder."), name, g_strerror (number));
}

/* A copy may be read by those who may read the register, and by nobody else. */
static mode_t
find_mode (const char *path)
{
  struct stat status;

  return stat (path, &status) == 0 ? status.st_mode & 0777 : 0600;
}

static gboolean
make_empty (const char *path, mode_t mode, GError **error)
{
  int fd = g_open (path, O_CREAT | O_TRUNC | O_WRONLY | O_CLOEXEC, mode);
  gboolean is_made = fd >= 0 && fchmod (fd, mode) == 0;

  if (!is_made)
    set_not_written (path, errno, error);
  if (fd >= 0)
    g_close (fd, NULL);
  return is_made;
}

/* SQLite says of a copy that it failed, and not on which side: what reads never fails in these
 * ways. */
static gboolean
is_of_target (int code)
{
  switch (code & 0xff)
    {
    case SQLITE_FULL:
    case SQLITE_READONLY:
    case SQLITE_CANTOPEN:
    case SQLITE_PERM:
      return TRUE;
    case SQLITE_IOERR:
      return code != SQLITE_IOERR_READ && code != SQLITE_IOERR_SHORT_READ;
    default:
      return FALSE;
    }
}

static void
set_failed (KithDb *from, KithDb *to, const char *path, int code, GError **error)
{
  int number = sqlite3_system_errno (kith_db_get_handle (to));

  if (!is_of_target (code))
    kith_db_set_error (from, code, error);
  else
    set_not_written (path,
                     (code & 0xff) == SQLITE_FULL ? ENOSPC
                     : number != 0                ? number
                                                  : EIO,
                     error);
}

/* Copies page by page; what another program writes meanwhile is copied again. */
static gboolean
copy_pages (KithDb *from, KithDb *to, const char *path, KithJob *job, GError **error)
{
  sqlite3_backup *pages =
      sqlite3_backup_init (kith_db_get_handle (to), "main", kith_db_get_handle (from), "main");
  gboolean is_wanted = TRUE;
  guint n_waits = 0;
  int code = pages != NULL ? SQLITE_OK : sqlite3_extended_errcode (kith_db_get_handle (to));

  while (code == SQLITE_OK && is_wanted)
    {
      code = sqlite3_backup_step (pages, PAGES_AT_ONCE);
      if ((code == SQLITE_BUSY || code == SQLITE_LOCKED) && n_waits++ < MOST_WAITS)
        {
          g_usleep (WAIT_MS * 1000);
          code = SQLITE_OK;
        }
      is_wanted = kith_job_step (
          job, (guint)(sqlite3_backup_pagecount (pages) - sqlite3_backup_remaining (pages)),
          (guint)sqlite3_backup_pagecount (pages), error);
    }
  if (pages != NULL)
    sqlite3_backup_finish (pages);
  if (is_wanted && code != SQLITE_DONE)
    set_failed (from, to, path, code, error);
  return is_wanted && code == SQLITE_DONE;
}

static gboolean
write_part (KithDb *from, const char *part, const char *path, KithJob *job, GError **error)
{
  g_autoptr (KithDb) to = NULL;

  if (!make_empty (part, find_mode (kith_db_get_path (from)), error))
    return FALSE;
  to = kith_db_open (part, TRUE, error);
  return to != NULL && copy_pages (from, to, path, job, error);
}

/* A journal that another register left at that name would be played back into this one. */
static gboolean
put_in_place (const char *part, const char *path, GError **error)
{
  g_autofree char *journal = g_strconcat (path, "-journal", NULL);

  if (g_unlink (journal) != 0 && errno != ENOENT)
    {
      set_not_written (path, errno, error);
      return FALSE;
    }
  if (g_rename (part, path) != 0)
    {
      set_not_written (path, errno, error);
      return FALSE;
    }
  return TRUE;
}

/**
 * kith_copy_write:
 * @db: a register
 * @path: where the copy goes; what is there is replaced once all of the copy is written
 * @job: (nullable): takes progress, gives cancellation
 * @error: return location for a #KithStoreError, or for %G_IO_ERROR_CANCELLED
 *
 * The register can be written meanwhile: the copy is what it says at one moment. Works too where
 * the register has no name any more, as after somebody deleted its folder.
 *
 * Returns: %TRUE when all of it is on the disk; else nothing is
 */
gboolean
kith_copy_write (KithDb *db, const char *path, KithJob *job, GError **error)
{
  g_autofree char *part = g_strconcat (path, ".part", NULL);

  if (write_part (db, part, path, job, error) && put_in_place (part, path, error))
    return TRUE;
  g_unlink (part);
  return FALSE;
}
