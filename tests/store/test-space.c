/* test-space.c: a full disk leaves the register as it was
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "store-fixture.h"

#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/stat.h>

static void
test_full (void)
{
  static const guint64 rooms[] = { 0, 5000, 100 * 1000, 1000 * 1000 };

  for (gsize r = 0; r < G_N_ELEMENTS (rooms); r++)
    {
      g_autoptr (StoreFixture) fixture = store_fixture_new ();
      g_autoptr (KithStore) store = store_fixture_create (fixture);
      g_autoptr (KithChangeset) changes = NULL;
      g_autoptr (GError) error = NULL;
      g_autofree char *before = NULL;
      g_autofree char *after = NULL;
      KithEntry entry = { .who = "Ann Lee", .what = "many schools" };
      GStatBuf status;
      gboolean is_done;

      {
        g_autoptr (KithChangeset) first = store_change (store);

        put_school (first, 100001, "Alder Primary School");
        store_apply (store, first, "a school");
      }
      before = store_dump (store);
      changes = store_change (store);
      for (gint64 s = 0; s < 20000; s++)
        put_school (changes, 100002 + s, "Beech Primary School");
      g_assert_cmpint (g_stat (fixture->path, &status), ==, 0);
      store_limit_files ((guint64)status.st_size + rooms[r]);
      is_done = kith_store_apply (store, changes, &entry, NULL, &error);
      store_limit_files (G_MAXUINT64);

      g_assert_false (is_done);
      g_assert_error (error, KITH_STORE_ERROR, KITH_STORE_ERROR_NO_SPACE);
      g_assert_nonnull (strstr (error->message, "disk is full"));
      after = store_dump (store);
      g_assert_cmpstr (before, ==, after);
      g_clear_error (&error);
      g_assert_true (kith_store_apply (store, changes, &entry, NULL, &error));
      g_assert_no_error (error);
    }
}

static void
test_no_room_to_create (void)
{
  g_autoptr (StoreFixture) fixture = store_fixture_new ();
  g_autoptr (KithStore) store = NULL;
  g_autoptr (GError) error = NULL;

  store_limit_files (10000);
  store = kith_store_create (fixture->file, &error);
  store_limit_files (G_MAXUINT64);
  g_assert_null (store);
  g_assert_error (error, KITH_STORE_ERROR, KITH_STORE_ERROR_NO_SPACE);
  g_assert_false (g_file_test (fixture->path, G_FILE_TEST_EXISTS));
}

int
main (int argc, char **argv)
{
  signal (SIGXFSZ, SIG_IGN);
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/space/a change that finds no room leaves all as it was", test_full);
  g_test_add_func ("/space/a register that finds no room is not made", test_no_room_to_create);
  return g_test_run ();
}
