/* bench-measures.c: the measures, and everything after reading, at England's size
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kith-graph.h"
#include "kith-measures.h"
#include "kith-roll.h"
#include "kith-store.h"
#include "published-england.h"

#include <glib/gstdio.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#define RUNS 7
#define PEER_RUNS 15

/* Of closeness on the sample: more would take minutes on its one giant component. */
#define N_NEAR 200

static int
compare_doubles (const void *a, const void *b)
{
  double x = *(const double *)a, y = *(const double *)b;

  return x < y ? -1 : x > y;
}

static double
find_median (double seconds[static RUNS])
{
  qsort (seconds, RUNS, sizeof *seconds, compare_doubles);
  return seconds[RUNS / 2];
}

static void
report (const char *what, double seconds, const char *promise)
{
  printf ("%-58s %8.4f s           %s\n", what, seconds, promise);
}

static double
lap (gint64 *since)
{
  gint64 now = g_get_monotonic_time ();
  double seconds = (now - *since) / 1e6;

  *since = now;
  return seconds;
}

/* Everything after reading: in all, and how much of it closeness takes. */
static void
bench_register (
    const char *what, KithLedger *ledger, KithDate t, gboolean with_closeness, const char *promise)
{
  double network_time[RUNS], measures_time[RUNS], closeness_time[RUNS], findings_time[RUNS];
  double all[RUNS];
  guint n, n_edges;

  for (guint run = 0; run < RUNS; run++)
    {
      gint64 since = g_get_monotonic_time ();
      g_autoptr (KithNetwork) network = kith_network_new (ledger, t, NULL, NULL);
      g_autoptr (KithRoll) roll = NULL;
      g_autofree KithFullMeasures *measures = NULL;

      kith_network_get_schools (network, &n);
      kith_network_get_edges (network, &n_edges);
      network_time[run] = lap (&since);
      measures = kith_full_measures_new (network, 0, n, NULL, NULL);
      measures_time[run] = lap (&since);
      kith_full_measures_find_closeness (measures, network, 0, n, NULL, NULL);
      closeness_time[run] = lap (&since);
      roll = kith_roll_new (network, NULL, NULL);
      findings_time[run] = lap (&since);
      all[run] = network_time[run] + measures_time[run] + findings_time[run] +
                 (with_closeness ? closeness_time[run] : 0);
    }
  fprintf (stderr, "%s: %u schools in scope, %u edges\n", what, n, n_edges);
  report ("network built", find_median (network_time), "");
  report ("all measures but closeness", find_median (measures_time), "");
  report ("closeness of all, in small components", find_median (closeness_time), "");
  report ("findings and roll", find_median (findings_time), "");
  report (with_closeness ? "all of it" : "all of it but closeness", find_median (all), promise);
}

/* What the peer has too, in the order in which it tells. */
static const char *const peer_names[] = { "component", "constraint", "reach",
                                          "closeness", "coreness",   "cut_point" };

static gpointer
measure_as_peer (
    guint which, KithGraph *graph, KithNetwork *network, const KithMeasures *links, guint n_near)
{
  guint n;

  kith_network_get_schools (network, &n);
  switch (which)
    {
    case 0:
      return kith_graph_find_components (graph, NULL, NULL);
    case 1:
      return kith_graph_measure_constraint (graph, 0, n, NULL, NULL);
    case 2:
      return kith_measures_count_reach (links, network, 0, n);
    case 3:
      return kith_graph_measure_closeness (graph, 0, MIN (n, n_near), NULL, NULL);
    case 4:
      return kith_graph_measure_coreness (graph, NULL, NULL);
    default:
      return kith_graph_find_cut_points (graph, NULL, NULL);
    }
}

static void
write_graph (KithNetwork *network, const char *path)
{
  guint n, n_edges;
  const KithEdge *edges = kith_network_get_edges (network, &n_edges);
  FILE *file = fopen (path, "w");

  kith_network_get_schools (network, &n);
  fprintf (file, "%u\n", n);
  for (guint e = 0; e < n_edges; e++)
    fprintf (file, "%u %u %.17g\n", edges[e].a, edges[e].b, edges[e].weight);
  fclose (file);
}

/* What the peer tells, a line each; NULL where there is no python-igraph. */
static char **
ask_peer (KithNetwork *network, guint n_near)
{
  static const char *const pythons[] = { "python3", "/usr/bin/python3" };
  g_autofree char *path = NULL;
  g_autofree char *near = g_strdup_printf ("%u", n_near);
  g_autofree char *text = NULL;
  int status = -1;

  g_close (g_file_open_tmp ("kith-bench-XXXXXX", &path, NULL), NULL);
  write_graph (network, path);
  for (guint p = 0; p < G_N_ELEMENTS (pythons) && status != 0; p++)
    {
      char *command[] = { (char *)pythons[p], (char *)PEER, path, near, NULL };

      g_clear_pointer (&text, g_free);
      if (!g_spawn_sync (NULL, command, NULL, G_SPAWN_SEARCH_PATH | G_SPAWN_STDERR_TO_DEV_NULL,
                         NULL, NULL, &text, NULL, &status, NULL))
        status = -1;
    }
  remove (path);
  return status == 0 ? g_strsplit (text, "\n", -1) : NULL;
}

/* Of the processor: other programs are not to matter between two that are compared. */
static double
read_clock (void)
{
  struct timespec time;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &time);
  return (double)time.tv_sec + time.tv_nsec / 1e9;
}

/* Each measure beside python-igraph's of the same graph: the best of several runs of both.
   It has igraph compiled in, whose calls of itself cost a quarter less than the shared library's;
   where the graph is as dense as the sample's, and little can be left out, that shows. */
static void
bench_peer (const char *what, KithNetwork *network, guint n_near, const char *promise)
{
  g_auto (GStrv) lines = ask_peer (network, n_near);
  g_autoptr (KithGraph) graph = kith_graph_new (network, 0, NULL);
  g_autofree KithMeasures *links = kith_measures_new (network, NULL, NULL);

  if (lines == NULL)
    {
      printf ("measures beside python-igraph, %s: left out, python3-igraph is not here\n", what);
      return;
    }
  for (guint m = 0; m < G_N_ELEMENTS (peer_names); m++)
    {
      double best = G_MAXDOUBLE, theirs = g_ascii_strtod (strchr (lines[m], ' '), NULL);
      g_autofree char *words = g_strdup_printf ("%s, %s", peer_names[m], what);
      g_autofree char *ratio = NULL;

      for (guint run = 0; run < PEER_RUNS; run++)
        {
          double start = read_clock ();
          gpointer found = measure_as_peer (m, graph, network, links, n_near);
          double seconds = read_clock () - start;

          best = MIN (best, seconds);
          if (m == 0)
            kith_components_free (found);
          else
            g_free (found);
        }
      ratio = g_strdup_printf ("%.2f of python-igraph%s", best / theirs, promise);
      report (words, best, ratio);
    }
}

int
main (int argc, char **argv)
{
  KithDate t = kith_date_new (2026, 9, 1);
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (argv[argc - 1]);
  g_autoptr (KithStore) store = kith_store_open (file, KITH_STORE_READ, NULL, NULL);
  g_autoptr (KithLedger) sample = kith_store_read_ledger (store, NULL, FALSE, NULL, NULL);
  g_autoptr (KithLedger) england = published_england_new (24500, t);
  g_autoptr (KithLedger) region = published_england_new (1000, t);
  g_autoptr (KithNetwork) network = kith_network_new (england, t, NULL, NULL);
  g_autoptr (KithNetwork) sample_network = kith_network_new (sample, t, NULL, NULL);

  bench_register ("England, groups as published", england, t, FALSE, "under 0.3 s");
  bench_register ("a thousand schools", region, t, TRUE, "under 0.02 s");
  bench_peer ("England", network, G_MAXINT32, "; at most 1.0");
  bench_peer ("the sample", sample_network, N_NEAR, "");
  return 0;
}
