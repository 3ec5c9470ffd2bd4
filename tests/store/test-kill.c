/* test-kill.c: a program that is killed while it writes leaves all of a change or nothing
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "store-fixture.h"

#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#define N_KILLS 200
#define N_ROWS 20000
#define N_KILLS_A_FILE 10   /* the journal grows with every step */
#define MAX_WAIT_US 400000u /* longer than a step takes */

/* Adds all schools, then takes them back and brings them back for ever. */
static void
write_for_ever (StoreFixture *fixture)
{
  g_autoptr (KithStore) store = kith_store_open (fixture->file, KITH_STORE_WRITE, NULL, NULL);

  if (store == NULL)
    _exit (1);
  if (kith_store_get_undoable (store, NULL) == 0 && kith_store_get_redoable (store, NULL) == 0)
    {
      g_autoptr (KithChangeset) changes = store_change (store);

      for (gint64 s = 0; s < N_ROWS; s++)
        put_school (changes, 100001 + s, "Alder Primary School");
      if (!kith_store_apply (store, changes,
                             &(KithEntry){ .who = "Ann Lee", .what = "20,000 schools" }, NULL,
                             NULL))
        _exit (2);
    }
  while (TRUE)
    {
      if (kith_store_get_undoable (store, NULL) > 0
              ? !kith_store_undo (store, 0, "Ann Lee", NULL, NULL)
              : !kith_store_redo (store, "Ann Lee", NULL, NULL))
        _exit (3);
    }
}

/* Runs the writer, and kills it after @wait_us unless it fails of itself. */
static void
run_and_kill (StoreFixture *fixture, guint wait_us)
{
  int status;
  pid_t child = fork ();

  if (child == 0)
    write_for_ever (fixture);
  g_usleep (wait_us);
  kill (child, SIGKILL);
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  g_assert_true (WIFSIGNALED (status));
}

/* The register opens, is whole, and holds what its history says: all schools or none. */
static guint
assert_all_or_nothing (StoreFixture *fixture)
{
  g_autoptr (KithStore) store = store_fixture_open (fixture, KITH_STORE_READ);
  g_autoptr (KithLedger) ledger = store_read (store);
  g_autoptr (GPtrArray) problems = kith_store_check (store, NULL, NULL);
  gint64 standing = kith_store_get_undoable (store, NULL);
  gsize n;

  kith_ledger_get_rows (ledger, KITH_TABLE_SCHOOL, &n);
  g_assert_cmpuint (n, ==, standing == 0 ? 0 : N_ROWS);
  g_assert_nonnull (problems);
  g_assert_cmpuint (problems->len, ==, 0);
  return (guint)kith_ledger_get_head (ledger);
}

static void
test_kill (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (20260403);
  guint n_left_journal = 0, n_entries = 0;

  for (guint file = 0; file < N_KILLS / N_KILLS_A_FILE; file++)
    {
      g_autoptr (StoreFixture) fixture = store_fixture_new ();
      g_autofree char *journal = g_strconcat (fixture->path, "-journal", NULL);

      g_object_unref (store_fixture_create (fixture));
      for (guint k = 0; k < N_KILLS_A_FILE; k++)
        {
          run_and_kill (fixture, (guint)g_rand_int_range (rand, 0, MAX_WAIT_US));
          n_left_journal += g_file_test (journal, G_FILE_TEST_EXISTS);
          n_entries += assert_all_or_nothing (fixture);
        }
    }
  g_test_message ("%u kills, %u of them in the middle of writing", N_KILLS, n_left_journal);
  /* the moments were not all before or after the work */
  g_assert_cmpuint (n_left_journal, >, N_KILLS / 20);
  g_assert_cmpuint (n_entries, >, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/kill/200 kills leave all of a change or nothing", test_kill);
  return g_test_run ();
}
