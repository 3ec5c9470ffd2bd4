/* kith-backup.c: dated copies of a register, and the way back to one
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-backup.h"

#include "kith-copy-private.h"
#include "kith-date.h"
#include "kith-file-private.h"
#include "kith-hold-private.h"
#include "kith-journal-private.h"
#include "kith-schema-private.h"
#include "kith-store.h"

#include <errno.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <string.h>

#define ENDING ".kith"

/* Nobody copies one register for so long. */
#define PART_SECONDS (24 * 60 * 60)

/* "north" of "/drive/north.kith" */
static char *
dup_stem (const char *path)
{
  char *stem = g_path_get_basename (path);

  if (g_str_has_suffix (stem, ENDING))
    stem[strlen (stem) - strlen (ENDING)] = '\0';
  return stem;
}

static char *
dup_folder (const char *path)
{
  g_autofree char *above = g_path_get_dirname (path);
  g_autofree char *stem = dup_stem (path);
  g_autofree char *name = g_strconcat (stem, "-backups", NULL);

  return g_build_filename (above, name, NULL);
}

/* Where a register lies, or would: one that is gone has backups all the same. */
static char *
find_path (GFile *file)
{
  char *path = kith_file_find (file, FALSE, NULL);

  return path != NULL ? path : g_file_get_path (file);
}

static KithBackup *
read_name (const char *folder, const char *stem, const char *name)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr (GDateTime) made = NULL;
  gsize length = strlen (stem);
  unsigned number, time;
  int year, month, day, end = 0;
  GStatBuf status;
  KithBackup *self;

  if (strncmp (name, stem, length) != 0 ||
      sscanf (name + length, "-%u-%4d-%2d-%2d-%4u%n", &number, &year, &month, &day, &time, &end) !=
          5 ||
      strcmp (name + length + end, ENDING) != 0 || g_stat (path, &status) != 0 ||
      status.st_size == 0)
    return NULL;
  made = g_date_time_new_local (year, month, day, (int)time / 100, (int)time % 100, 0);
  if (made == NULL)
    return NULL;
  self = g_new0 (KithBackup, 1);
  self->file = g_file_new_for_path (path);
  self->number = number;
  self->made = g_steal_pointer (&made);
  self->size = status.st_size;
  return self;
}

static int
compare_backups (gconstpointer a, gconstpointer b)
{
  const KithBackup *one = *(const KithBackup *const *)a;
  const KithBackup *other = *(const KithBackup *const *)b;

  return one->number < other->number ? 1 : one->number > other->number ? -1 : 0;
}

static GPtrArray *
list_of (const char *path)
{
  GPtrArray *backups = g_ptr_array_new_with_free_func ((GDestroyNotify)kith_backup_free);
  g_autofree char *folder = dup_folder (path);
  g_autofree char *stem = dup_stem (path);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      KithBackup *backup = read_name (folder, stem, name);

      if (backup != NULL)
        g_ptr_array_add (backups, backup);
    }
  g_ptr_array_sort (backups, compare_backups);
  return backups;
}

/* Opens a register to be read, whatever thread this is. */
static KithDb *
open_to_read (const char *path, GError **error)
{
  g_autoptr (KithDb) db = kith_db_open (path, FALSE, error);

  return db != NULL && kith_schema_recognise (db, error) ? g_steal_pointer (&db) : NULL;
}

static gint64
read_head (GFile *file)
{
  g_autoptr (KithDb) db = open_to_read (g_file_peek_path (file), NULL);
  gint64 head;

  return db != NULL && kith_journal_read_head (db, &head, NULL) ? head : -1;
}

static KithBackup *
new_backup (const char *path, guint number)
{
  KithBackup *self = g_new0 (KithBackup, 1);
  g_autofree char *folder = dup_folder (path);
  g_autofree char *stem = dup_stem (path);
  g_autofree char *name = NULL;
  g_autofree char *when = NULL;

  self->number = number;
  self->made = g_date_time_new_now_local ();
  when = g_date_time_format (self->made, "%Y-%m-%d-%H%M");
  name = g_strdup_printf ("%s-%04u-%s" ENDING, stem, number, when);
  self->file = g_file_new_build_filename (folder, name, NULL);
  return self;
}

/* What a program that was killed left half copied, once no program can be at it any more. */
static void
delete_parts (const char *path)
{
  g_autofree char *folder = dup_folder (path);
  g_autofree char *stem = dup_stem (path);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  gint64 now = g_get_real_time () / G_USEC_PER_SEC;
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *part = g_build_filename (folder, name, NULL);
      GStatBuf status;

      if (g_str_has_prefix (name, stem) &&
          (g_str_has_suffix (name, ENDING ".part") ||
           g_str_has_suffix (name, ENDING ".part-journal")) &&
          g_stat (part, &status) == 0 && ABS (now - (gint64)status.st_mtime) > PART_SECONDS)
        g_unlink (part);
    }
}

/* The oldest make room for the newest; what cannot be deleted stays. */
static void
make_room (const char *path)
{
  g_autoptr (GPtrArray) backups = list_of (path);

  for (guint i = KITH_BACKUPS_KEPT; i < backups->len; i++)
    if (g_unlink (g_file_peek_path (((KithBackup *)backups->pdata[i])->file)) != 0)
      g_debug ("an old backup was not deleted: %s", g_strerror (errno));
}

static gboolean
make_folder (const char *path, GError **error)
{
  g_autofree char *folder = dup_folder (path);

  if (g_mkdir (folder, 0777) == 0 || errno == EEXIST)
    return TRUE;
  g_set_error (
      error, KITH_STORE_ERROR,
      errno == ENOSPC || errno == EDQUOT ? KITH_STORE_ERROR_NO_SPACE : KITH_STORE_ERROR_READ_ONLY,
      _ ("No folder for backups could be made beside the register (%s)."), g_strerror (errno));
  return FALSE;
}

static KithBackup *
make_next (KithDb *db, const char *path, guint number, KithJob *job, GError **error)
{
  g_autoptr (KithBackup) backup = new_backup (path, number);
  GStatBuf status;

  if (!make_folder (path, error) ||
      !kith_copy_write (db, g_file_peek_path (backup->file), job, error))
    return NULL;
  delete_parts (path);
  if (g_stat (g_file_peek_path (backup->file), &status) == 0)
    backup->size = status.st_size;
  make_room (path);
  return g_steal_pointer (&backup);
}

/**
 * kith_backup_list:
 * @file: a register, or where one was
 *
 * Returns: (transfer full) (element-type KithBackup): its backups, the newest first
 */
GPtrArray *
kith_backup_list (GFile *file)
{
  g_autofree char *path = find_path (file);

  return path != NULL ? list_of (path)
                      : g_ptr_array_new_with_free_func ((GDestroyNotify)kith_backup_free);
}

/**
 * kith_backup_make:
 * @file: a register, which may be open anywhere
 * @job: (nullable): takes progress, gives cancellation
 * @error: return location for a #KithStoreError, or for %G_IO_ERROR_CANCELLED
 *
 * Makes one more, and deletes what is more than %KITH_BACKUPS_KEPT. In any thread.
 *
 * Returns: (transfer full): the backup, or %NULL with @error set
 */
KithBackup *
kith_backup_make (GFile *file, KithJob *job, GError **error)
{
  g_autofree char *path = kith_file_find (file, FALSE, error);
  g_autoptr (KithDb) db = path == NULL ? NULL : open_to_read (path, error);
  g_autoptr (GPtrArray) backups = NULL;

  if (db == NULL)
    return NULL;
  backups = list_of (path);
  return make_next (db, path, backups->len > 0 ? ((KithBackup *)backups->pdata[0])->number + 1 : 1,
                    job, error);
}

/**
 * kith_backup_keep:
 * @file: a register, which may be open anywhere
 * @job: (nullable): takes progress, gives cancellation
 * @error: return location for a #KithStoreError, or for %G_IO_ERROR_CANCELLED
 *
 * Makes the day's backup, before anything is changed: unless there is one of today already, or
 * nothing was entered since the newest, or nothing at all. In any thread.
 *
 * Returns: %FALSE with @error set where one was due and could not be made
 */
gboolean
kith_backup_keep (GFile *file, KithJob *job, GError **error)
{
  g_autofree char *path = kith_file_find (file, FALSE, error);
  g_autoptr (KithDb) db = path == NULL ? NULL : open_to_read (path, error);
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autoptr (GPtrArray) backups = NULL;
  g_autoptr (KithBackup) made = NULL;
  const KithBackup *newest;
  gint64 head;

  if (db == NULL || !kith_journal_read_head (db, &head, error))
    return FALSE;
  backups = list_of (path);
  newest = backups->len > 0 ? backups->pdata[0] : NULL;
  if (head == 0)
    return TRUE;
  if (newest != NULL &&
      ((g_date_time_get_year (newest->made) == g_date_time_get_year (now) &&
        g_date_time_get_day_of_year (newest->made) == g_date_time_get_day_of_year (now)) ||
       read_head (newest->file) == head))
    return TRUE;
  made = make_next (db, path, newest != NULL ? newest->number + 1 : 1, job, error);
  return made != NULL;
}

/* A name beside the register that nothing has yet: "north-set-aside-2026-11-28.kith". */
static char *
dup_aside (const char *path)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *when = g_date_time_format (now, "%Y-%m-%d");
  g_autofree char *above = g_path_get_dirname (path);
  g_autofree char *stem = dup_stem (path);
  char *aside = NULL;

  for (guint n = 1; aside == NULL || g_file_test (aside, G_FILE_TEST_EXISTS); n++)
    {
      g_autofree char *name = n == 1 ? g_strdup_printf ("%s-set-aside-%s" ENDING, stem, when)
                                     : g_strdup_printf ("%s-set-aside-%s-%u" ENDING, stem, when, n);

      g_free (aside);
      aside = g_build_filename (above, name, NULL);
    }
  return aside;
}

/* With what SQLite would need to make it whole. */
static gboolean
move_register (const char *path, const char *to, GError **error)
{
  g_autofree char *journal = g_strconcat (path, "-journal", NULL);
  g_autofree char *to_journal = g_strconcat (to, "-journal", NULL);
  g_autofree char *name = g_filename_display_basename (path);

  if (g_rename (journal, to_journal) == 0 || errno == ENOENT)
    {
      if (g_rename (path, to) == 0)
        return TRUE;
      g_rename (to_journal, journal);
    }
  g_set_error (error, KITH_STORE_ERROR, KITH_STORE_ERROR_READ_ONLY,
               _ ("“%s” could not be set aside. Ask for access to its folder."), name);
  return FALSE;
}

/**
 * kith_backup_restore:
 * @store: the register that it is of, open for writing
 * @who: the officer
 * @job: (nullable): takes progress, gives cancellation
 * @error: return location for a #KithStoreError, or for %G_IO_ERROR_CANCELLED
 *
 * Makes the register say what the backup says, as one change: it stands in the history, with all
 * that came before it, and can be undone. Where marks stand and an officer's views are left as they
 * are. Cost: reads both in full.
 *
 * Returns: %TRUE when it was done
 */
gboolean
kith_backup_restore (
    const KithBackup *self, KithStore *store, const char *who, KithJob *job, GError **error)
{
  g_autoptr (KithLedger) now = kith_store_read_ledger (store, NULL, TRUE, job, error);
  g_autoptr (KithStore) backup =
      now == NULL ? NULL : kith_store_open (self->file, KITH_STORE_READ, job, error);
  g_autoptr (KithLedger) then =
      backup == NULL ? NULL : kith_store_read_ledger (backup, NULL, TRUE, job, error);
  g_autoptr (KithChangeset) changes = NULL;
  g_autofree char *when = kith_backup_dup_when (self);
  g_autofree char *what = g_strdup_printf (_ ("Restored the backup of %s"), when);
  KithEntry entry = { .who = who, .what = what };

  if (then == NULL)
    return FALSE;
  changes = kith_changeset_new_between (now, then);
  if (kith_changeset_get_size (changes) > 0)
    return kith_store_apply (store, changes, &entry, job, error);
  g_set_error (error, KITH_STORE_ERROR, KITH_STORE_ERROR_NOTHING,
               _ ("The register says what the backup of %s says. Nothing was changed."), when);
  return FALSE;
}

/**
 * kith_backup_put_back:
 * @file: a register that cannot be opened, or where one was
 * @aside: (out) (nullable): where what was there is now; %NULL where nothing was
 * @error: return location for a #KithStoreError
 *
 * Puts a copy of the backup in the register's place. What was there is set aside, never deleted.
 * For a register that opens there is a better way, which keeps its history: a change that makes it
 * say what the backup says.
 *
 * Returns: %TRUE when it is there; else all is as it was
 */
gboolean
kith_backup_put_back (const KithBackup *self, GFile *file, GFile **aside, GError **error)
{
  g_autofree char *path = find_path (file);
  g_autoptr (KithHold) hold = path == NULL ? NULL : kith_hold_take (path, error);
  g_autoptr (KithDb) db = hold == NULL ? NULL : open_to_read (g_file_peek_path (self->file), error);
  g_autofree char *to = NULL;

  if (aside != NULL)
    *aside = NULL;
  if (db == NULL)
    return FALSE;
  if (g_file_test (path, G_FILE_TEST_EXISTS))
    {
      to = dup_aside (path);
      if (!move_register (path, to, error))
        return FALSE;
    }
  if (!kith_copy_write (db, path, NULL, error))
    {
      if (to != NULL)
        move_register (to, path, NULL);
      return FALSE;
    }
  if (aside != NULL && to != NULL)
    *aside = g_file_new_for_path (to);
  return TRUE;
}

/**
 * kith_backup_dup_when:
 *
 * Returns: (transfer full): when it was made, for people: "28 November 2026, 09:15"
 */
char *
kith_backup_dup_when (const KithBackup *self)
{
  g_autofree char *day = kith_date_dup_text (
      kith_date_new (g_date_time_get_year (self->made), g_date_time_get_month (self->made),
                     g_date_time_get_day_of_month (self->made)),
      KITH_DATE_LONG);

  return g_strdup_printf (_ ("%s, %02d:%02d"), day, g_date_time_get_hour (self->made),
                          g_date_time_get_minute (self->made));
}

/**
 * kith_backup_dup_last:
 *
 * Opens the backup. In any thread.
 *
 * Returns: (transfer full) (nullable): what was entered last before it was made, in words; %NULL
 *   where it cannot be read
 */
char *
kith_backup_dup_last (const KithBackup *self)
{
  g_autoptr (KithDb) db = open_to_read (g_file_peek_path (self->file), NULL);
  g_autoptr (GPtrArray) history = db == NULL ? NULL : kith_journal_read (db, NULL);

  return history == NULL || history->len == 0
             ? NULL
             : g_strdup (((const KithJournalRow *)history->pdata[0])->what);
}

/**
 * kith_backup_copy:
 *
 * Returns: (transfer full): the same
 */
KithBackup *
kith_backup_copy (const KithBackup *self)
{
  KithBackup *copy = g_memdup2 (self, sizeof *self);

  g_object_ref (copy->file);
  g_date_time_ref (copy->made);
  return copy;
}

/**
 * kith_backup_free:
 * @self: (transfer full) (nullable): a backup
 */
void
kith_backup_free (KithBackup *self)
{
  if (self == NULL)
    return;
  g_clear_object (&self->file);
  g_clear_pointer (&self->made, g_date_time_unref);
  g_free (self);
}
