/* other-officer.c: another process that has a register open for writing
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "other-officer.h"
#include "kith-store.h"

#include <stdio.h>
#include <string.h>

static void
add_person (KithStore *store, const char *name)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (KithLedger) ledger = kith_store_read_ledger (store, NULL, FALSE, NULL, &error);
  g_autoptr (KithChangeset) changes = kith_changeset_new (ledger);
  KithEntry entry = { .who = "Cass Reed", .what = "a person" };
  KithPerson person;

  kith_row_clear (KITH_TABLE_PERSON, &person);
  person.id = kith_changeset_take_key (changes, KITH_TABLE_PERSON);
  person.name = name;
  kith_changeset_put (changes, KITH_TABLE_PERSON, &person);
  kith_store_apply (store, changes, &entry, NULL, &error);
  g_assert_no_error (error);
}

/* The other process: holds the register named last, adds each person it is told of, and closes the
 * register when it is told no more. Called first of all in main(): -1 where this is not that
 * process. */
int
other_officer_main (int argc, char **argv)
{
  g_autoptr (GFile) file = NULL;
  g_autoptr (KithStore) store = NULL;
  g_autoptr (GError) error = NULL;
  char line[200];

  if (argc != 3 || strcmp (argv[1], "--hold") != 0)
    return -1;
  file = g_file_new_for_path (argv[2]);
  kith_entry_set_officer ("Cass Reed");
  store = kith_store_open (file, KITH_STORE_WRITE, NULL, &error);
  g_assert_no_error (error);
  puts ("held");
  fflush (stdout);
  while (fgets (line, sizeof line, stdin) != NULL)
    {
      add_person (store, g_strchomp (line));
      puts ("added");
      fflush (stdout);
    }
  return 0;
}

static void
await_line (GSubprocess *officer, const char *expected)
{
  GInputStream *pipe = g_subprocess_get_stdout_pipe (officer);
  g_autoptr (GDataInputStream) lines = g_data_input_stream_new (pipe);
  g_autoptr (GError) error = NULL;
  g_autofree char *line = NULL;

  g_filter_input_stream_set_close_base_stream (G_FILTER_INPUT_STREAM (lines), FALSE);
  line = g_data_input_stream_read_line (lines, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (line, ==, expected);
}

GSubprocess *
other_officer_start (GFile *file)
{
  g_autoptr (GError) error = NULL;
  GSubprocess *officer =
      g_subprocess_new (G_SUBPROCESS_FLAGS_STDIN_PIPE | G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error,
                        "/proc/self/exe", "--hold", g_file_peek_path (file), NULL);

  g_assert_no_error (error);
  await_line (officer, "held");
  return officer;
}

void
other_officer_add (GSubprocess *officer, const char *person)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *line = g_strconcat (person, "\n", NULL);

  g_output_stream_write_all (g_subprocess_get_stdin_pipe (officer), line, strlen (line), NULL, NULL,
                             &error);
  g_assert_no_error (error);
  await_line (officer, "added");
}

void
other_officer_close (GSubprocess *officer)
{
  g_output_stream_close (g_subprocess_get_stdin_pipe (officer), NULL, NULL);
  g_assert_true (g_subprocess_wait (officer, NULL, NULL));
  g_assert_true (g_subprocess_get_successful (officer));
}

void
other_officer_kill (GSubprocess *officer)
{
  g_subprocess_force_exit (officer);
  g_subprocess_wait (officer, NULL, NULL);
}
