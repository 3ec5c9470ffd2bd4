/* test-backup.c: copies, dated backups, and the way back to one
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "store-fixture.h"

#include "kith-backup.h"

#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <unistd.h>
#include <utime.h>

/* What people write: long, from right to left, and with signs of several code points. */
#define LONG_NAME                                                                                  \
  "Saint Aldhelm’s Church of England Voluntary Aided Infant, Junior and Nursery School "         \
  "مدرسة القديس ألدهلم 🏫👩🏽‍🏫 "

static GFile *
find_child (StoreFixture *fixture, const char *name)
{
  return g_file_new_build_filename (fixture->folder, name, NULL);
}

static void
add_school (KithStore *store, gint64 urn, const char *name)
{
  g_autoptr (KithChangeset) changes = store_change (store);
  g_autofree char *what = g_strdup_printf ("school %" G_GINT64_FORMAT, urn);

  put_school (changes, urn, name);
  store_apply (store, changes, what);
}

static char *
dump_file (GFile *file)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (KithStore) store = kith_store_open (file, KITH_STORE_READ, NULL, &error);

  g_assert_no_error (error);
  return store_dump (store);
}

static void
test_copy (void)
{
  g_autoptr (StoreFixture) fixture = store_fixture_new ();
  g_autoptr (GFile) to = find_child (fixture, "copy.kith");
  g_autoptr (GFile) linked = find_child (fixture, "linked.kith");
  g_autofree char *stale = g_build_filename (fixture->folder, "copy.kith-journal", NULL);
  g_autoptr (KithStore) store = NULL;
  g_autoptr (KithStore) other = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  GStatBuf status;

  store_fixture_fill (fixture);
  g_assert_cmpint (g_chmod (fixture->path, 0640), ==, 0);
  store = store_fixture_open (fixture, KITH_STORE_WRITE);
  g_assert_true (g_file_set_contents (stale, "of another register", -1, NULL));
  g_assert_true (kith_store_copy (store, to, NULL, &error));
  g_assert_no_error (error);
  g_assert_false (g_file_test (stale, G_FILE_TEST_EXISTS));
  g_assert_cmpint (g_stat (g_file_peek_path (to), &status), ==, 0);
  g_assert_cmpint (status.st_mode & 0777, ==, 0640);
  before = store_dump (store);
  after = dump_file (to);
  g_assert_cmpstr (before, ==, after);

  /* not onto itself, by whatever name, and not onto one that somebody writes */
  g_assert_cmpint (symlink (fixture->path, g_file_peek_path (linked)), ==, 0);
  g_assert_false (kith_store_copy (store, linked, NULL, &error));
  g_assert_error (error, KITH_STORE_ERROR, KITH_STORE_ERROR_OPEN);
  g_clear_error (&error);
  other = kith_store_open (to, KITH_STORE_WRITE, NULL, NULL);
  g_assert_false (kith_store_copy (store, to, NULL, &error));
  g_assert_error (error, KITH_STORE_ERROR, KITH_STORE_ERROR_BUSY);
}

static void
test_names (void)
{
  g_autoptr (StoreFixture) fixture = store_fixture_new ();
  g_autoptr (KithStore) store = store_fixture_create (fixture);
  g_autoptr (GFile) to = find_child (fixture, "نسخة 🏫.kith");
  g_autoptr (GString) name = g_string_new (NULL);
  g_autofree char *dump = NULL;
  g_autoptr (GError) error = NULL;

  while (g_utf8_strlen (name->str, -1) < 400)
    g_string_append (name, LONG_NAME);
  add_school (store, 100001, name->str);
  g_assert_true (kith_store_copy (store, to, NULL, &error));
  g_assert_no_error (error);
  dump = dump_file (to);
  g_assert_nonnull (strstr (dump, name->str));
}

static void
test_kept (void)
{
  g_autoptr (StoreFixture) fixture = store_fixture_new ();
  g_autoptr (KithStore) store = store_fixture_create (fixture);
  g_autofree char *old_part =
      g_build_filename (fixture->folder, "north-backups", "north-0001-x.kith.part", NULL);
  g_autofree char *new_part =
      g_build_filename (fixture->folder, "north-backups", "north-0002-x.kith.part", NULL);
  struct utimbuf long_ago = { 1000000000, 1000000000 };
  g_autoptr (GPtrArray) backups = NULL;
  g_autoptr (GError) error = NULL;

  /* nothing to keep, then one, then no more of the same day */
  g_assert_true (kith_backup_keep (fixture->file, NULL, &error));
  backups = kith_backup_list (fixture->file);
  g_assert_cmpuint (backups->len, ==, 0);
  add_school (store, 100001, "Alder Primary School");
  for (guint i = 0; i < 3; i++)
    {
      g_assert_true (kith_backup_keep (fixture->file, NULL, &error));
      g_assert_no_error (error);
      g_ptr_array_unref (backups);
      backups = kith_backup_list (fixture->file);
      g_assert_cmpuint (backups->len, ==, 1);
      add_school (store, 100002 + i, "Beech School");
    }

  /* what a program that was killed left is deleted the day after */
  g_assert_true (g_file_set_contents (old_part, "half a register", -1, NULL));
  g_assert_cmpint (utime (old_part, &long_ago), ==, 0);
  g_assert_true (g_file_set_contents (new_part, "half a register", -1, NULL));

  /* by hand as many as one likes, of which the last ten stay */
  for (guint i = 0; i < 12; i++)
    kith_backup_free (kith_backup_make (fixture->file, NULL, &error));
  g_assert_no_error (error);
  g_ptr_array_unref (backups);
  backups = kith_backup_list (fixture->file);
  g_assert_cmpuint (backups->len, ==, KITH_BACKUPS_KEPT);
  for (guint i = 0; i < backups->len; i++)
    g_assert_cmpuint (((KithBackup *)backups->pdata[i])->number, ==, 13 - i);
  g_assert_false (g_file_test (old_part, G_FILE_TEST_EXISTS));
  g_assert_true (g_file_test (new_part, G_FILE_TEST_EXISTS));
}

/* A backup as an earlier or later day would have made it. */
static void
rename_backup (StoreFixture *fixture, const KithBackup *backup, guint number, const char *when)
{
  g_autofree char *name = g_strdup_printf ("north-%04u-%s.kith", number, when);
  g_autofree char *to = g_build_filename (fixture->folder, "north-backups", name, NULL);

  g_assert_cmpint (g_rename (g_file_peek_path (backup->file), to), ==, 0);
}

static void
test_clock (void)
{
  g_autoptr (StoreFixture) fixture = store_fixture_new ();
  g_autoptr (KithStore) store = store_fixture_create (fixture);
  g_autoptr (GPtrArray) backups = NULL;
  g_autoptr (KithBackup) first = NULL;
  g_autoptr (GError) error = NULL;

  add_school (store, 100001, "Alder Primary School");
  first = kith_backup_make (fixture->file, NULL, &error);
  g_assert_no_error (error);
  rename_backup (fixture, first, 7, "2199-12-31-2359");

  /* the clock went back since: nothing was entered, so nothing is due; then something was */
  g_assert_true (kith_backup_keep (fixture->file, NULL, &error));
  backups = kith_backup_list (fixture->file);
  g_assert_cmpuint (backups->len, ==, 1);
  add_school (store, 100002, "Beech School");
  g_assert_true (kith_backup_keep (fixture->file, NULL, &error));
  g_ptr_array_unref (backups);
  backups = kith_backup_list (fixture->file);
  g_assert_cmpuint (backups->len, ==, 2);
  g_assert_cmpuint (((KithBackup *)backups->pdata[0])->number, ==, 8);
  g_assert_cmpint (g_date_time_get_year (((KithBackup *)backups->pdata[1])->made), ==, 2199);
}

static void
test_restore (void)
{
  g_autoptr (StoreFixture) fixture = store_fixture_new ();
  g_autoptr (KithStore) store = NULL;
  g_autoptr (KithBackup) backup = NULL;
  g_autoptr (KithChangeset) changes = NULL;
  g_autoptr (GPtrArray) history = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *then = NULL;
  g_autofree char *now = NULL;
  g_autofree char *restored = NULL;
  g_autofree char *undone = NULL;
  const KithJournalRow *row;

  store_fixture_fill (fixture);
  store = store_fixture_open (fixture, KITH_STORE_WRITE);
  then = store_dump (store);
  backup = kith_backup_make (fixture->file, NULL, &error);
  g_assert_no_error (error);
  g_assert_false (kith_backup_restore (backup, store, "Ann Lee", NULL, &error));
  g_assert_error (error, KITH_STORE_ERROR, KITH_STORE_ERROR_NOTHING);
  g_clear_error (&error);

  changes = store_change (store);
  for (gint64 s = 0; s < 20; s++)
    put_school (changes, 100001 + 2 * s, "Cedar Primary School");
  put_membership (changes, put_arrangement (changes, "Mathematics hub"), 100001);
  kith_changeset_remove (changes, KITH_TABLE_SCHOOL, 100004);
  store_apply (store, changes, "much else");
  now = store_dump (store);

  g_assert_true (kith_backup_restore (backup, store, "Ann Lee", NULL, &error));
  g_assert_no_error (error);
  restored = store_dump (store);
  g_assert_cmpstr (restored, ==, then);
  history = kith_store_read_history (store, &error);
  row = history->pdata[0];
  g_assert_true (g_str_has_prefix (row->what, "Restored the backup of "));
  g_assert_true (kith_store_undo (store, 0, "Ann Lee", NULL, &error));
  g_assert_no_error (error);
  undone = store_dump (store);
  g_assert_cmpstr (undone, ==, now);
}

static void
test_put_back (void)
{
  g_autoptr (StoreFixture) fixture = store_fixture_new ();
  g_autoptr (KithBackup) backup = NULL;
  g_autoptr (GFile) aside = NULL;
  g_autoptr (GFile) none = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *then = NULL;
  g_autofree char *now = NULL;
  g_autofree char *text = NULL;

  store_fixture_fill (fixture);
  then = dump_file (fixture->file);
  backup = kith_backup_make (fixture->file, NULL, &error);
  g_assert_no_error (error);

  /* damaged: it is set aside, not deleted */
  g_assert_true (g_file_set_contents (fixture->path, "This is no register.", -1, NULL));
  g_assert_true (kith_backup_put_back (backup, fixture->file, &aside, &error));
  g_assert_no_error (error);
  now = dump_file (fixture->file);
  g_assert_cmpstr (now, ==, then);
  g_assert_true (g_file_get_contents (g_file_peek_path (aside), &text, NULL, NULL));
  g_assert_cmpstr (text, ==, "This is no register.");

  /* gone */
  g_assert_cmpint (g_unlink (fixture->path), ==, 0);
  g_assert_true (kith_backup_put_back (backup, fixture->file, &none, &error));
  g_assert_null (none);
  g_clear_pointer (&now, g_free);
  now = dump_file (fixture->file);
  g_assert_cmpstr (now, ==, then);
}

static void
test_full (void)
{
  static const guint64 rooms[] = { 0, 5000, 100 * 1000 };
  g_autoptr (StoreFixture) fixture = store_fixture_new ();
  g_autoptr (GFile) to = find_child (fixture, "copy.kith");
  g_autoptr (KithStore) store = NULL;
  g_autoptr (GPtrArray) backups = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  store_fixture_fill (fixture);
  store = store_fixture_open (fixture, KITH_STORE_WRITE);
  g_assert_true (kith_store_copy (store, to, NULL, NULL));
  before = dump_file (to);
  for (gsize r = 0; r < G_N_ELEMENTS (rooms); r++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GError) backup_error = NULL;

      store_limit_files (rooms[r]);
      kith_backup_free (kith_backup_make (fixture->file, NULL, &backup_error));
      if (r > 0) /* without any room no lock can be written either */
        g_assert_false (kith_store_copy (store, to, NULL, &error));
      store_limit_files (G_MAXUINT64);
      g_assert_error (backup_error, KITH_STORE_ERROR, KITH_STORE_ERROR_NO_SPACE);
      if (r > 0)
        g_assert_error (error, KITH_STORE_ERROR, KITH_STORE_ERROR_NO_SPACE);
    }
  backups = kith_backup_list (fixture->file);
  g_assert_cmpuint (backups->len, ==, 0);
  after = dump_file (to);
  g_assert_cmpstr (after, ==, before); /* the copy that was there is whole */
}

/* The folder is taken away while the register is open, as when a drive drops, and comes back. */
static void
test_vanished (void)
{
  g_autoptr (StoreFixture) fixture = store_fixture_new ();
  g_autoptr (KithStore) store = store_fixture_create (fixture);
  g_autofree char *away = g_strconcat (fixture->folder, "-away", NULL);
  g_autofree char *rescue_path = g_strconcat (fixture->folder, "-rescue.kith", NULL);
  g_autoptr (GFile) rescue = g_file_new_for_path (rescue_path);
  g_autoptr (KithChangeset) changes = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autofree char *rescued = NULL;
  KithEntry entry = { .who = "Ann Lee", .what = "another" };

  add_school (store, 100001, "Alder Primary School");
  before = store_dump (store);
  changes = store_change (store);
  put_school (changes, 100002, "Beech School");
  g_assert_cmpint (g_rename (fixture->folder, away), ==, 0);

  g_assert_false (kith_store_apply (store, changes, &entry, NULL, &error));
  g_assert_error (error, KITH_STORE_ERROR, KITH_STORE_ERROR_OPEN);
  g_assert_nonnull (strstr (error->message, "Nothing was written"));
  g_clear_error (&error);
  g_assert_true (kith_store_copy (store, rescue, NULL, &error));
  g_assert_no_error (error);
  rescued = dump_file (rescue);
  g_assert_cmpstr (rescued, ==, before);
  g_assert_cmpint (g_unlink (rescue_path), ==, 0);

  g_assert_cmpint (g_rename (away, fixture->folder), ==, 0);
  after = dump_file (fixture->file);
  g_assert_cmpstr (after, ==, before);
  g_assert_true (kith_store_apply (store, changes, &entry, NULL, &error));
  g_assert_no_error (error);
}

/* Another file takes the register's place: what is open has no name any more. */
static void
test_replaced (void)
{
  g_autoptr (StoreFixture) fixture = store_fixture_new ();
  g_autoptr (KithStore) store = store_fixture_create (fixture);
  g_autofree char *other = g_build_filename (fixture->folder, "other.kith", NULL);
  g_autoptr (GFile) to = g_file_new_for_path (other);
  g_autoptr (KithChangeset) changes = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  KithEntry entry = { .who = "Ann Lee", .what = "another" };

  add_school (store, 100001, "Alder Primary School");
  g_assert_true (kith_store_copy (store, to, NULL, &error));
  before = dump_file (to);
  changes = store_change (store);
  put_school (changes, 100002, "Beech School");
  g_assert_cmpint (g_rename (other, fixture->path), ==, 0);
  g_assert_false (kith_store_apply (store, changes, &entry, NULL, &error));
  g_assert_error (error, KITH_STORE_ERROR, KITH_STORE_ERROR_OPEN);
  g_assert_nonnull (strstr (error->message, "moved, deleted or replaced"));
  after = dump_file (fixture->file);
  g_assert_cmpstr (after, ==, before);
}

static void
test_read_only (void)
{
  g_autoptr (StoreFixture) fixture = store_fixture_new ();
  g_autoptr (GFile) to = find_child (fixture, "shut/copy.kith");
  g_autofree char *shut = g_build_filename (fixture->folder, "shut", NULL);
  g_autofree char *backups = g_build_filename (fixture->folder, "north-backups", NULL);
  g_autoptr (KithStore) store = NULL;
  g_autoptr (GError) error = NULL;

  store_fixture_fill (fixture);
  store = store_fixture_open (fixture, KITH_STORE_READ);
  g_assert_true (g_file_set_contents (backups, "a file in the way", -1, NULL));
  g_assert_cmpint (g_mkdir (shut, 0500), ==, 0);
  g_assert_null (kith_backup_make (fixture->file, NULL, &error));
  g_assert_error (error, KITH_STORE_ERROR, KITH_STORE_ERROR_READ_ONLY);
  g_clear_error (&error);
  if (geteuid () == 0)
    return; /* whom no folder is shut to */
  g_assert_false (kith_store_copy (store, to, NULL, &error));
  g_assert_error (error, KITH_STORE_ERROR, KITH_STORE_ERROR_READ_ONLY);
}

int
main (int argc, char **argv)
{
  signal (SIGXFSZ, SIG_IGN);
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/backup/a copy says the same, and takes no other register's place", test_copy);
  g_test_add_func ("/backup/long names, right to left and with emoji, come through", test_names);
  g_test_add_func ("/backup/one a day where something was entered, and ten stay", test_kept);
  g_test_add_func ("/backup/a clock that goes back puts none in the wrong order", test_clock);
  g_test_add_func ("/backup/to restore is a change, in the history, and is undone", test_restore);
  g_test_add_func ("/backup/what cannot be opened is set aside for its backup", test_put_back);
  g_test_add_func ("/backup/a full disk leaves no half copy and harms none", test_full);
  g_test_add_func ("/backup/a drive that drops loses nothing, and what is open is saved elsewhere",
                   test_vanished);
  g_test_add_func ("/backup/a register whose place another has taken is not written",
                   test_replaced);
  g_test_add_func ("/backup/where no folder can be written it says so", test_read_only);
  return g_test_run ();
}
