/* test-busy.c: a file that another program holds is waited for, then refused
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "store-fixture.h"

#include "kith-db-private.h"

#include <string.h>

/* Waits five seconds, so it is not among the quick tests. */
static void
test_held (void)
{
  g_autoptr (StoreFixture) fixture = store_fixture_new ();
  g_autoptr (KithStore) store = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GTimer) timer = NULL;
  sqlite3 *other = NULL;

  g_object_unref (store_fixture_create (fixture));
  g_assert_cmpint (sqlite3_open (fixture->path, &other), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (other, "BEGIN EXCLUSIVE", NULL, NULL, NULL), ==, SQLITE_OK);
  timer = g_timer_new ();
  store = kith_store_open (fixture->file, KITH_STORE_READ, NULL, &error);
  g_assert_null (store);
  g_assert_error (error, KITH_STORE_ERROR, KITH_STORE_ERROR_BUSY);
  g_assert_nonnull (strstr (error->message, "in use by another program"));
  g_assert_cmpfloat (g_timer_elapsed (timer, NULL), >, 4.5);
  g_assert_cmpint (sqlite3_exec (other, "COMMIT", NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (other);
  g_clear_error (&error);
  store = kith_store_open (fixture->file, KITH_STORE_READ, NULL, &error);
  g_assert_no_error (error);
}

static gpointer
let_go_cb (gpointer other)
{
  g_usleep (300 * 1000);
  sqlite3_exec (other, "COMMIT", NULL, NULL, NULL);
  return NULL;
}

static void
test_waits (void)
{
  g_autoptr (StoreFixture) fixture = store_fixture_new ();
  g_autoptr (KithStore) store = store_fixture_create (fixture);
  g_autoptr (KithChangeset) changes = store_change (store);
  sqlite3 *other = NULL;
  GThread *thread;

  put_school (changes, 100001, "Alder Primary School");
  g_assert_cmpint (sqlite3_open (fixture->path, &other), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (other, "BEGIN IMMEDIATE", NULL, NULL, NULL), ==, SQLITE_OK);
  thread = g_thread_new ("other", let_go_cb, other);
  store_apply (store, changes, "a school");
  g_thread_join (thread);
  sqlite3_close (other);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/busy/a held file is refused after five seconds", test_held);
  g_test_add_func ("/busy/a change waits for another program to finish", test_waits);
  return g_test_run ();
}
