/* bench-roll.c: from an open register to the network and the findings
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kith-rivals.h"
#include "kith-roll.h"
#include "kith-store.h"

#include <stdio.h>
#include <stdlib.h>

#define RUNS 5

static int
compare_doubles (const void *a, const void *b)
{
  double x = *(const double *)a;
  double y = *(const double *)b;

  return x < y ? -1 : x > y;
}

static void
report (const char *what, double *seconds, const char *promise)
{
  qsort (seconds, RUNS, sizeof *seconds, compare_doubles);
  printf ("%-58s %8.3f s           %s\n", what, seconds[RUNS / 2], promise);
}

static double
lap (gint64 *since)
{
  gint64 now = g_get_monotonic_time ();
  double seconds = (now - *since) / 1e6;

  *since = now;
  return seconds;
}

int
main (int argc, char **argv)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (argv[argc - 1]);
  g_autoptr (KithStore) store = NULL;
  g_autoptr (GError) error = NULL;
  double reading[RUNS], network_time[RUNS], findings[RUNS], both[RUNS], rivals_time[RUNS];
  guint n_schools = 0, n_edges = 0;

  store = kith_store_open (file, KITH_STORE_READ, NULL, &error);
  g_assert_no_error (error);
  for (guint run = 0; run < RUNS; run++)
    {
      gint64 since = g_get_monotonic_time ();
      g_autoptr (KithLedger) ledger = kith_store_read_ledger (store, NULL, FALSE, NULL, &error);
      g_autoptr (KithNetwork) network = NULL;
      g_autoptr (KithRoll) roll = NULL;
      g_autoptr (KithRivals) rivals = NULL;

      g_assert_no_error (error);
      reading[run] = lap (&since);
      network = kith_network_new (ledger, kith_date_new (2026, 9, 1), NULL, &error);
      g_assert_no_error (error);
      network_time[run] = lap (&since);
      roll = kith_roll_new (network, NULL, &error);
      g_assert_no_error (error);
      findings[run] = lap (&since);
      both[run] = network_time[run] + findings[run];
      rivals = kith_rivals_new (network);
      rivals_time[run] = lap (&since);
      kith_network_get_schools (network, &n_schools);
      kith_network_get_edges (network, &n_edges);
    }
  fprintf (stderr, "%u schools in scope, %u edges\n", n_schools, n_edges);
  report ("ledger read", reading, "");
  report ("network built", network_time, "");
  report ("findings and roll", findings, "");
  report ("network and findings", both, "under 0.5 s");
  report ("rivals of every school", rivals_time, "");
  return 0;
}
