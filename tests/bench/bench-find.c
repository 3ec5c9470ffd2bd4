/* bench-find.c: how soon what somebody types is found
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kith-finder.h"
#include "kith-store.h"

#include <stdio.h>

#define MOST_FOUND 20

int
main (int argc, char **argv)
{
  /* a letter, a word of many schools, a place, a number, what is misspelt, what is nowhere */
  static const char *const typed[] = { "s",
                                       "st mary primary",
                                       "primary school",
                                       "1000",
                                       "m1 2",
                                       "quenn elizabeht",
                                       "xxxxxxxx yyyyyyyy zzzzzzzz" };
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (argv[argc - 1]);
  g_autoptr (GError) error = NULL;
  g_autoptr (KithStore) store = kith_store_open (file, KITH_STORE_READ, NULL, &error);
  g_autoptr (KithLedger) ledger = NULL;
  g_autoptr (KithFinder) finder = NULL;
  double longest = 0;
  gint64 since;

  g_assert_no_error (error);
  ledger = kith_store_read_ledger (store, NULL, FALSE, NULL, &error);
  g_assert_no_error (error);
  since = g_get_monotonic_time ();
  finder = kith_finder_new (ledger);
  printf ("%-58s %8.0f ms          (beside all else)\n", "what can be found, listed",
          (g_get_monotonic_time () - since) / 1e3);
  for (guint t = 0; t < G_N_ELEMENTS (typed); t++)
    {
      g_autoptr (GPtrArray) found = NULL;

      since = g_get_monotonic_time ();
      found = kith_finder_find (finder, typed[t], MOST_FOUND);
      longest = MAX (longest, (double)(g_get_monotonic_time () - since));
    }
  printf ("%-58s %8.1f ms          under 100 ms\n", "what is typed, found: the slowest of seven",
          longest / 1e3);
  return 0;
}
