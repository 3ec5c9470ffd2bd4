/* test-open.c: what is no register is refused in so many words, and left as it was
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "store-fixture.h"

#include "kith-db-private.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

static void
run_sql (const char *path, const char *sql)
{
  sqlite3 *db = NULL;

  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, sql, NULL, NULL, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_close (db), ==, SQLITE_OK);
}

static void
write_file (const char *path, const char *contents, gssize length)
{
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, contents, length, &error);
  g_assert_no_error (error);
}

/* Opening fails with @code for reading and for writing, in a sentence with the file's name that
 * has @words, and nothing in the folder is made, changed or taken away. */
static void
assert_refused (StoreFixture *fixture, KithStoreError code, const char *words)
{
  g_autofree char *before = NULL;
  gsize before_size = 0;
  gboolean is_there = g_file_get_contents (fixture->path, &before, &before_size, NULL);

  for (KithStoreMode mode = KITH_STORE_READ; mode <= KITH_STORE_WRITE; mode++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (KithStore) store = kith_store_open (fixture->file, mode, NULL, &error);
      g_autofree char *after = NULL;
      gsize after_size = 0;
      g_autoptr (GDir) folder = g_dir_open (fixture->folder, 0, NULL);
      guint n_files = 0;

      g_assert_null (store);
      g_assert_error (error, KITH_STORE_ERROR, (int)code);
      g_assert_nonnull (strstr (error->message, "north.kith"));
      g_assert_nonnull (strstr (error->message, words));
      g_assert_true (g_str_has_suffix (error->message, "."));
      g_assert_cmpint (g_file_get_contents (fixture->path, &after, &after_size, NULL), ==,
                       is_there);
      g_assert_cmpmem (before, before_size, after, after_size);
      while (g_dir_read_name (folder) != NULL)
        n_files++;
      g_assert_cmpuint (n_files, <=, 1);
    }
}

static void
test_missing (void)
{
  g_autoptr (StoreFixture) fixture = store_fixture_new ();

  assert_refused (fixture, KITH_STORE_ERROR_OPEN, "There is no file");
}

static void
test_folder (void)
{
  g_autoptr (StoreFixture) fixture = store_fixture_new ();

  g_assert_cmpint (g_mkdir (fixture->path, 0700), ==, 0);
  assert_refused (fixture, KITH_STORE_ERROR_OPEN, "is a folder");
}

static void
test_empty (void)
{
  g_autoptr (StoreFixture) fixture = store_fixture_new ();

  write_file (fixture->path, "", 0);
  assert_refused (fixture, KITH_STORE_ERROR_OPEN, "is empty");
}

static void
test_other_files (void)
{
  g_autoptr (StoreFixture) fixture = store_fixture_new ();
  g_autofree char *long_text = g_strnfill (20000, 'x');

  write_file (fixture->path, "URN,EstablishmentName\n100001,Alder\n", -1);
  assert_refused (fixture, KITH_STORE_ERROR_OPEN, "is not a register");
  write_file (fixture->path, long_text, -1);
  assert_refused (fixture, KITH_STORE_ERROR_OPEN, "is not a register");
  g_assert_cmpint (g_unlink (fixture->path), ==, 0);
  run_sql (fixture->path, "CREATE TABLE school (urn INTEGER)");
  assert_refused (fixture, KITH_STORE_ERROR_OPEN, "is not a register");
}

static void
test_newer (void)
{
  g_autoptr (StoreFixture) fixture = store_fixture_new ();

  g_object_unref (store_fixture_create (fixture));
  run_sql (fixture->path, "PRAGMA user_version = 99");
  assert_refused (fixture, KITH_STORE_ERROR_TOO_NEW, "later version");
}

static void
test_cut_off (void)
{
  g_autoptr (StoreFixture) fixture = store_fixture_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *contents = NULL;
  gsize size;

  g_object_unref (store_fixture_create (fixture));
  g_assert_true (g_file_get_contents (fixture->path, &contents, &size, NULL));
  write_file (fixture->path, contents, (gssize)size / 2);
  {
    g_autoptr (KithStore) store = kith_store_open (fixture->file, KITH_STORE_READ, NULL, &error);
    g_autoptr (KithLedger) ledger = NULL;

    if (store != NULL)
      ledger = kith_store_read_ledger (store, NULL, TRUE, NULL, &error);
    g_assert_null (ledger);
    g_assert_error (error, KITH_STORE_ERROR, KITH_STORE_ERROR_CORRUPT);
    g_assert_nonnull (strstr (error->message, "is damaged"));
  }
  g_assert_true (g_file_test (fixture->path, G_FILE_TEST_EXISTS));
}

static void
test_create_over (void)
{
  g_autoptr (StoreFixture) fixture = store_fixture_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *contents = NULL;

  write_file (fixture->path, "precious", -1);
  g_assert_null (kith_store_create (fixture->file, &error));
  g_assert_error (error, KITH_STORE_ERROR, KITH_STORE_ERROR_OPEN);
  g_assert_nonnull (strstr (error->message, "exists already"));
  g_assert_true (g_file_get_contents (fixture->path, &contents, NULL, NULL));
  g_assert_cmpstr (contents, ==, "precious");
}

static void
test_no_folder (void)
{
  g_autoptr (GFile) file = g_file_new_for_path ("/nonexistent/north.kith");
  g_autoptr (GError) error = NULL;

  g_assert_null (kith_store_create (file, &error));
  g_assert_error (error, KITH_STORE_ERROR, KITH_STORE_ERROR_OPEN);
}

/* Runs as somebody whom permissions bind, also where the tests run as root. */
static int
try_without_rights (StoreFixture *fixture)
{
  g_autoptr (KithStore) reader = NULL;
  g_autoptr (KithStore) writer = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (KithLedger) ledger = NULL;

  if (geteuid () == 0 && setuid (65534) != 0)
    return 1;
  writer = kith_store_open (fixture->file, KITH_STORE_WRITE, NULL, &error);
  if (writer != NULL || !g_error_matches (error, KITH_STORE_ERROR, KITH_STORE_ERROR_READ_ONLY) ||
      strstr (error->message, "cannot be written") == NULL)
    return 2;
  reader = kith_store_open (fixture->file, KITH_STORE_READ, NULL, NULL);
  if (reader == NULL)
    return 3;
  ledger = kith_store_read_ledger (reader, NULL, TRUE, NULL, NULL);
  return ledger == NULL ? 4 : 0;
}

static void
test_read_only (void)
{
  g_autoptr (StoreFixture) fixture = store_fixture_new ();
  int status;
  pid_t child;

  g_object_unref (store_fixture_create (fixture));
  g_assert_cmpint (g_chmod (fixture->path, 0444), ==, 0);
  g_assert_cmpint (g_chmod (fixture->folder, 0555), ==, 0);
  child = fork ();
  if (child == 0)
    _exit (try_without_rights (fixture));
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  g_assert_cmpint (g_chmod (fixture->folder, 0755), ==, 0);
  g_assert_true (WIFEXITED (status));
  g_assert_cmpint (WEXITSTATUS (status), ==, 0);
}

static void
test_reading_changes_nothing (void)
{
  g_autoptr (StoreFixture) fixture = store_fixture_new ();
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  gsize before_size, after_size;

  g_object_unref (store_fixture_create (fixture));
  g_assert_true (g_file_get_contents (fixture->path, &before, &before_size, NULL));
  {
    g_autoptr (KithStore) store = store_fixture_open (fixture, KITH_STORE_READ);
    g_autoptr (KithChangeset) changes = store_change (store);
    g_autoptr (GError) error = NULL;

    put_school (changes, 100001, "Alder Primary School");
    g_assert_false (kith_store_apply (
        store, changes, &(KithEntry){ .who = "Ann Lee", .what = "a school" }, NULL, &error));
    g_assert_error (error, KITH_STORE_ERROR, KITH_STORE_ERROR_READ_ONLY);
  }
  g_assert_true (g_file_get_contents (fixture->path, &after, &after_size, NULL));
  g_assert_cmpmem (before, before_size, after, after_size);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/open/a missing file is refused and not made", test_missing);
  g_test_add_func ("/open/a folder is refused", test_folder);
  g_test_add_func ("/open/an empty file is refused", test_empty);
  g_test_add_func ("/open/text, long text and another database are refused", test_other_files);
  g_test_add_func ("/open/a register of a later version is refused", test_newer);
  g_test_add_func ("/open/a register that was cut off is refused", test_cut_off);
  g_test_add_func ("/open/making a register never replaces a file", test_create_over);
  g_test_add_func ("/open/a register is not made where there is no folder", test_no_folder);
  g_test_add_func ("/open/who may not write may still read", test_read_only);
  g_test_add_func ("/open/a register open for reading cannot be changed",
                   test_reading_changes_nothing);
  return g_test_run ();
}
