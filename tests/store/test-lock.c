/* test-lock.c: one program at a time writes, and others are told who
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "store-fixture.h"

#include "kith-holder.h"

#include <glib/gstdio.h>
#include <string.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>
#include <utime.h>

static char *
dup_lock_path (StoreFixture *fixture)
{
  return g_strconcat (fixture->path, ".lock", NULL);
}

/* Takes the lock of an open register and changes one line of it, then closes the register. */
static void
leave_lock (StoreFixture *fixture, const char *key, const char *value)
{
  g_autofree char *path = dup_lock_path (fixture);
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_autoptr (KithStore) store = store_fixture_open (fixture, KITH_STORE_WRITE);

  g_assert_nonnull (store);
  g_assert_true (g_key_file_load_from_file (file, path, G_KEY_FILE_NONE, NULL));
  g_key_file_set_string (file, "lock", "token", "somebody else's");
  g_key_file_set_string (file, "lock", "user", "Cass Reed");
  g_key_file_set_string (file, "lock", "host", "lancs-042");
  g_key_file_set_string (file, "lock", key, value);
  g_assert_true (g_key_file_save_to_file (file, path, NULL));
}

static void
assert_refused (StoreFixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (KithStore) reader = store_fixture_open (fixture, KITH_STORE_READ);
  g_autoptr (KithStore) writer = kith_store_open (fixture->file, KITH_STORE_WRITE, NULL, &error);

  g_assert_nonnull (reader);
  g_assert_null (writer);
  g_assert_error (error, KITH_STORE_ERROR, KITH_STORE_ERROR_BUSY);
  g_assert_nonnull (strstr (error->message, "is open for writing by"));
}

static void
assert_taken_over (StoreFixture *fixture)
{
  g_autofree char *path = dup_lock_path (fixture);

  g_object_unref (store_fixture_open (fixture, KITH_STORE_WRITE));
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
}

static void
test_held (void)
{
  g_autoptr (StoreFixture) fixture = store_fixture_new ();
  g_autoptr (KithStore) writer = store_fixture_create (fixture);

  assert_refused (fixture);
  g_clear_object (&writer);
  assert_taken_over (fixture);
}

static void
test_names_holder (void)
{
  g_autoptr (StoreFixture) fixture = store_fixture_new ();
  g_autoptr (GError) error = NULL;

  g_object_unref (store_fixture_create (fixture));
  leave_lock (fixture, "machine", "another");
  g_assert_null (kith_store_open (fixture->file, KITH_STORE_WRITE, NULL, &error));
  g_assert_nonnull (strstr (error->message, "“north.kith” is open for writing by Cass Reed on "
                                            "lancs-042, since "));
}

/* A number that was a process of ours and is none now. */
static char *
dup_dead_process (void)
{
  pid_t child = fork ();

  if (child == 0)
    _exit (0);
  g_assert_cmpint (waitpid (child, NULL, 0), ==, child);
  return g_strdup_printf ("%d", (int)child);
}

static void
test_stale (void)
{
  g_autofree char *dead = dup_dead_process ();
  const struct
  {
    const char *key, *value;
    gboolean is_stale;
  } cases[] = {
    { "user", "Cass Reed", FALSE },     /* our own process, alive */
    { "process", dead, TRUE },          /* gone from this machine */
    { "started", "1", TRUE },           /* its number went to another */
    { "boot", "before", TRUE },         /* this machine was started anew */
    { "promised", "1000000000", TRUE }, /* did not renew */
    { "space", "a container", FALSE },  /* its numbers are not ours */
  };

  for (gsize c = 0; c < G_N_ELEMENTS (cases); c++)
    {
      g_autoptr (StoreFixture) fixture = store_fixture_new ();

      g_object_unref (store_fixture_create (fixture));
      leave_lock (fixture, cases[c].key, cases[c].value);
      if (cases[c].is_stale)
        assert_taken_over (fixture);
      else
        assert_refused (fixture);
    }
}

/* a process that has ended holds nothing, though its parent has not yet asked after it */
static void
test_ended_unasked (void)
{
  g_autoptr (StoreFixture) fixture = store_fixture_new ();
  siginfo_t ended;
  pid_t child;

  g_object_unref (store_fixture_create (fixture));
  child = fork ();
  if (child == 0)
    {
      store_fixture_open (fixture, KITH_STORE_WRITE); /* and ends without closing it */
      _exit (0);
    }
  g_assert_cmpint (waitid (P_PID, (id_t)child, &ended, WEXITED | WNOWAIT), ==, 0);
  assert_taken_over (fixture);
  g_assert_cmpint (waitpid (child, NULL, 0), ==, child);
}

static void
test_other_machine (void)
{
  g_autoptr (StoreFixture) fixture = store_fixture_new ();
  g_autofree char *path = dup_lock_path (fixture);
  g_autoptr (GKeyFile) file = g_key_file_new ();

  g_object_unref (store_fixture_create (fixture));
  leave_lock (fixture, "machine", "another");
  g_assert_true (g_key_file_load_from_file (file, path, G_KEY_FILE_NONE, NULL));
  g_key_file_set_string (file, "lock", "boot", "another");
  g_key_file_set_string (file, "lock", "process", "1");
  g_assert_true (g_key_file_save_to_file (file, path, NULL));
  assert_refused (fixture);
}

/* The clocks of two machines need not agree: what counts is when the lock was last written. */
static void
test_other_clock (void)
{
  static const struct
  {
    const char *promised;
    gint64 age;
    gboolean is_stale;
  } cases[] = {
    { "1000000000", 0, FALSE },  /* its clock is years behind, and it renews */
    { "1000000000", 700, TRUE }, /* and no longer does */
    { "4000000000", 0, FALSE },  /* its clock is years ahead, and it renews */
    { "4000000000", 700, TRUE }, /* and no longer does */
  };

  for (gsize c = 0; c < G_N_ELEMENTS (cases); c++)
    {
      g_autoptr (StoreFixture) fixture = store_fixture_new ();
      g_autofree char *path = dup_lock_path (fixture);
      g_autoptr (GKeyFile) file = g_key_file_new ();
      g_autoptr (KithHolder) holder = NULL;
      struct utimbuf times;

      g_object_unref (store_fixture_create (fixture));
      leave_lock (fixture, "machine", "another");
      g_assert_true (g_key_file_load_from_file (file, path, G_KEY_FILE_NONE, NULL));
      g_key_file_set_string (file, "lock", "boot", "another");
      g_key_file_set_string (file, "lock", "promised", cases[c].promised);
      g_assert_true (g_key_file_save_to_file (file, path, NULL));
      times.actime = times.modtime = (time_t)(g_get_real_time () / G_USEC_PER_SEC - cases[c].age);
      g_assert_cmpint (utime (path, &times), ==, 0);
      holder = kith_holder_find (fixture->file);
      g_assert_cmpstr (holder->user, ==, "Cass Reed");
      g_assert_cmpstr (holder->host, ==, "lancs-042");
      g_assert_true (holder->is_gone == cases[c].is_stale);
      g_assert_false (holder->is_ours);
      if (cases[c].is_stale)
        assert_taken_over (fixture);
      else
        assert_refused (fixture);
    }
}

static void
test_holder (void)
{
  g_autoptr (StoreFixture) fixture = store_fixture_new ();
  g_autoptr (KithStore) store = store_fixture_create (fixture);
  g_autoptr (KithHolder) holder = kith_holder_find (fixture->file);
  g_autoptr (KithHolder) copy = kith_holder_copy (holder);
  g_autoptr (KithHolder) none = NULL;

  g_assert_cmpstr (holder->user, ==, kith_entry_get_officer ());
  g_assert_cmpstr (holder->host, ==, g_get_host_name ());
  g_assert_true (holder->is_ours);
  g_assert_false (holder->is_gone);
  g_assert_true (kith_holder_is_equal (holder, copy));
  copy->is_gone = TRUE;
  g_assert_false (kith_holder_is_equal (holder, copy));
  g_clear_object (&store);
  none = kith_holder_find (fixture->file);
  g_assert_null (none);
  g_assert_false (kith_holder_is_equal (holder, none));
}

static void
test_nonsense (void)
{
  g_autoptr (StoreFixture) fixture = store_fixture_new ();
  g_autofree char *path = dup_lock_path (fixture);
  struct utimbuf long_ago = { 1000000000, 1000000000 };

  g_object_unref (store_fixture_create (fixture));
  g_assert_true (g_file_set_contents (path, "", 0, NULL));
  assert_refused (fixture); /* somebody may be writing it this moment */
  g_assert_cmpint (utime (path, &long_ago), ==, 0);
  assert_taken_over (fixture);
}

static void
test_lost (void)
{
  g_autoptr (StoreFixture) fixture = store_fixture_new ();
  g_autofree char *path = dup_lock_path (fixture);
  g_autoptr (KithStore) store = store_fixture_create (fixture);
  g_autoptr (KithChangeset) changes = store_change (store);
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_autoptr (GError) error = NULL;
  KithEntry entry = { .who = "Ann Lee", .what = "a school" };

  put_school (changes, 100001, "Alder Primary School");
  g_assert_true (g_key_file_load_from_file (file, path, G_KEY_FILE_NONE, NULL));
  g_key_file_set_string (file, "lock", "token", "somebody else's");
  g_assert_true (g_key_file_save_to_file (file, path, NULL));
  g_assert_false (kith_store_apply (store, changes, &entry, NULL, &error));
  g_assert_error (error, KITH_STORE_ERROR, KITH_STORE_ERROR_BUSY);

  /* a lock that somebody took away is made again */
  g_assert_cmpint (g_unlink (path), ==, 0);
  g_clear_error (&error);
  g_assert_true (kith_store_apply (store, changes, &entry, NULL, &error));
  g_assert_no_error (error);
  g_assert_true (g_file_test (path, G_FILE_TEST_EXISTS));
}

static void
test_other_name (void)
{
  g_autoptr (StoreFixture) fixture = store_fixture_new ();
  g_autoptr (KithStore) writer = store_fixture_create (fixture);
  g_autofree char *path = g_build_filename (fixture->folder, "south.kith", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;

  g_assert_nonnull (writer);
  g_assert_cmpint (symlink (fixture->path, path), ==, 0);
  g_assert_null (kith_store_open (file, KITH_STORE_WRITE, NULL, &error));
  g_assert_error (error, KITH_STORE_ERROR, KITH_STORE_ERROR_BUSY);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/lock/a second writer is refused, a reader is not", test_held);
  g_test_add_func ("/lock/who holds it is named", test_names_holder);
  g_test_add_func ("/lock/it is taken over when its holder is gone, and only then", test_stale);
  g_test_add_func ("/lock/a process that ended holds nothing", test_ended_unasked);
  g_test_add_func ("/lock/another machine's process is not looked for here", test_other_machine);
  g_test_add_func ("/lock/another machine's clock is not believed", test_other_clock);
  g_test_add_func ("/lock/who may only read is told who holds it", test_holder);
  g_test_add_func ("/lock/a lock that says nothing counts until it is old", test_nonsense);
  g_test_add_func ("/lock/a change is refused when the lock was lost", test_lost);
  g_test_add_func ("/lock/a link to a register is the same register", test_other_name);
  return g_test_run ();
}
