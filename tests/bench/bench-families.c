/* bench-families.c: Families of invented pools: how good, how fast, how large
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Called with the name of a pool it searches that pool alone, so that its memory can be measured.
 */

#include "kith-family-estimate.h"
#include "kith-family-search.h"
#include "kith-random.h"

#include <glib/gstdio.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>

#define N_VARIABLES 4
#define N_SEEDS 2
#define N_NEAREST 3
#define ESTIMATE_RUNS 50

/* So many schools live in one town. */
#define TOWN 12

/* What a search is compared with: one that takes so long, or what the variable of that name says.
 */
#define LONG_SECONDS 100.0
#define LONG_VARIABLE "KITH_BENCH_SECONDS"

static const struct
{
  const char *name;
  guint n_schools, n_authorities;
  double rival_metres;
} pools[] = {
  { "850 primaries", 850, 10, 3000 },
  { "180 secondaries", 180, 10, 6000 },
  { "England’s secondaries", 3400, 150, 6000 },
  { "England’s primaries", 16700, 150, 3000 },
};

static double
draw (KithRandom *random)
{
  double sum = 0;

  for (guint i = 0; i < 12; i++)
    sum += (double)(kith_random_next (random) >> 11) * 0x1p-53;
  return sum - 6;
}

static void
standardise (KithFamilyProblem *problem)
{
  for (guint k = 0; k < N_VARIABLES; k++)
    {
      double sum = 0, squares = 0;

      for (guint i = 0; i < problem->n_schools; i++)
        sum += problem->values[i * N_VARIABLES + k];
      for (guint i = 0; i < problem->n_schools; i++)
        {
          problem->values[i * N_VARIABLES + k] -= sum / problem->n_schools;
          squares += pow (problem->values[i * N_VARIABLES + k], 2);
        }
      for (guint i = 0; i < problem->n_schools; i++)
        problem->values[i * N_VARIABLES + k] /= sqrt (squares / problem->n_schools);
    }
}

/* METHODS, section 1: one among the nearest of the other, and closer than so many metres. */
static void
add_rivals (KithFamilyProblem *problem, const double *x, const double *y, double metres)
{
  for (guint i = 0; i < problem->n_schools; i++)
    {
      guint nearest[N_NEAREST];
      double far[N_NEAREST] = { INFINITY, INFINITY, INFINITY };

      for (guint j = 0; j < problem->n_schools; j++)
        {
          double d = hypot (x[i] - x[j], y[i] - y[j]);

          if (j == i || d >= metres || d >= far[N_NEAREST - 1])
            continue;
          for (guint r = 0; r < N_NEAREST; r++)
            if (d < far[r])
              {
                for (guint s = N_NEAREST - 1; s > r; s--)
                  {
                    far[s] = far[s - 1];
                    nearest[s] = nearest[s - 1];
                  }
                far[r] = d;
                nearest[r] = j;
                break;
              }
        }
      for (guint r = 0; r < N_NEAREST && isfinite (far[r]); r++)
        kith_family_problem_add_rivals (problem, i, nearest[r]);
    }
}

/* Schools of one authority, and of one town, are a little alike in hardship, as they are in Greater
   Manchester: most of what differs does so within towns. Prior attainment and disadvantage go with
   it, EAL is high in few, SEN is nearly by itself. */
static KithFamilyProblem *
invent (guint pool)
{
  guint n = pools[pool].n_schools;
  KithFamilyProblem *problem = kith_family_problem_new (n, N_VARIABLES);
  g_autofree double *x = g_new (double, n);
  g_autofree double *y = g_new (double, n);
  guint n_across = (guint)ceil (sqrt (pools[pool].n_authorities));
  double town_x = 0, town_y = 0, town = 0, hardship = 0;
  KithRandom random;

  kith_random_seed (&random, 1, n);
  problem->n_authorities = pools[pool].n_authorities;
  problem->least_authorities = 3;
  problem->is_mixed = TRUE;
  for (guint i = 0; i < n; i++)
    {
      guint authority = (guint)((guint64)i * pools[pool].n_authorities / n);
      double *values = &problem->values[i * N_VARIABLES], own;

      if (i == 0 || authority != problem->authorities[i - 1])
        hardship = 0.3 * draw (&random);
      if (i % TOWN == 0)
        {
          town = hardship + 0.35 * draw (&random);
          town_x = 20000.0 * (authority % n_across) + 4000 * draw (&random);
          town_y = 20000.0 * (authority / n_across) + 4000 * draw (&random);
        }
      problem->authorities[i] = authority;
      x[i] = town_x + 1500 * draw (&random);
      y[i] = town_y + 1500 * draw (&random);
      own = town + draw (&random);
      values[0] = -0.7 * own + 0.7 * draw (&random);
      values[1] = own;
      values[2] = exp (0.5 * own + 0.9 * draw (&random));
      values[3] = 0.2 * own + draw (&random);
    }
  for (guint k = 0; k < N_VARIABLES; k++)
    problem->weights[k] = 1.0 / N_VARIABLES;
  standardise (problem);
  add_rivals (problem, x, y, pools[pool].rival_metres);
  return problem;
}

/* Seconds, J, and whether every rule is kept. */
typedef struct
{
  double seconds, objective;
  guint n_broken;
} Found;

static Found
look_for (const KithFamilyProblem *problem, guint effort)
{
  const KithFamilySearch search = { 1, N_SEEDS, effort };
  gint64 since = g_get_monotonic_time ();
  g_autoptr (GPtrArray) answers = kith_family_search (problem, &search, NULL, NULL);
  const KithFamilyAnswer *best = g_ptr_array_index (answers, 0);

  return (Found){ (g_get_monotonic_time () - since) / 1e6, best->objective, best->n_broken };
}

static void
report (const char *pool, const char *what, double value, const char *unit, const char *promise)
{
  g_autofree char *line = g_strdup_printf ("%s: %s", pool, what);

  printf ("%-66s %8.3f %-3s %s\n", line, value, unit, promise);
  fflush (stdout);
}

static double
get_long_seconds (void)
{
  const char *text = g_getenv (LONG_VARIABLE);

  return text != NULL ? atof (text) : LONG_SECONDS;
}

/* The same search, with as many steps as take so long. */
static double
look_long (const KithFamilyProblem *problem)
{
  Found quick = look_for (problem, 1000);
  double effort = 1000 * get_long_seconds () / fmax (quick.seconds, 0.01);

  return look_for (problem, (guint)CLAMP (effort, 1000, 1e7)).objective;
}

static double
find_peer (const char *text, const char *name)
{
  const char *at = strstr (text, name);

  return at == NULL ? NAN : atof (at + strlen (name));
}

/* What the field's other ways make of the same pool under sizes alone. NULL without them. */
static char *
ask_peer (const KithFamilyProblem *problem)
{
  g_autofree char *path = NULL, *quoted = NULL, *command = NULL;
  int file = g_file_open_tmp ("kith-bench-XXXXXX", &path, NULL), status = 1;
  char *out = NULL;
  FILE *to = fdopen (file, "w");

  fprintf (to, "%u %u %u\n", problem->n_schools, N_VARIABLES, problem->n_families);
  for (guint k = 0; k < N_VARIABLES; k++)
    fprintf (to, "%.17g%c", problem->weights[k], k + 1 < N_VARIABLES ? ' ' : '\n');
  for (guint i = 0; i < problem->n_schools; i++)
    for (guint k = 0; k < N_VARIABLES; k++)
      fprintf (to, "%.17g%c", problem->values[i * N_VARIABLES + k],
               k + 1 < N_VARIABLES ? ' ' : '\n');
  fclose (to);
  quoted = g_shell_quote (path);
  command = g_strdup_printf ("python3 " PEER " %s", quoted);
  g_spawn_command_line_sync (command, &out, NULL, &status, NULL);
  g_unlink (path);
  if (status != 0)
    g_clear_pointer (&out, g_free);
  return out;
}

static void
compare_with_peer (const char *name, const KithFamilyProblem *problem, double all, double sizes)
{
  g_autofree char *peer = ask_peer (problem);

  if (peer == NULL)
    {
      printf ("%s: 1 skipped: python3 with scipy is not there\n", name);
      return;
    }
  report (name, "sizes alone, J by that of assignment k-means",
          sizes / find_peer (peer, "assignment "), "", "at most 0.90");
  report (name, "all rules, J by that of assignment k-means without rules",
          all / find_peer (peer, "assignment "), "", "below 1");
  report (name, "all rules, J by that of greedy choosing", all / find_peer (peer, "greedy "), "",
          "far below 1");
  report (name, "all rules, J by that of one score sorted", all / find_peer (peer, "score "), "",
          "far below 1");
}

/* Quality, on the pool that a city region has. */
static void
bench_quality (void)
{
  const char *name = pools[0].name;
  g_autoptr (KithFamilyProblem) problem = invent (0);
  Found all = look_for (problem, 0), mixed, sizes;
  double estimate = kith_family_estimate (problem, 1, ESTIMATE_RUNS, NULL);

  report (name, "all rules, J by the best of 50 k-means++ runs", all.objective / estimate, "",
          "at most 1.10");
  report (name, "all rules, rules broken", all.n_broken, "", "0");
  report (name, "all rules, J by that of a long search", all.objective / look_long (problem), "",
          "at most 1.02");
  g_array_set_size (problem->rivals, 0);
  mixed = look_for (problem, 0);
  report (name, "sizes and authorities, J by the best of 50 k-means++ runs",
          mixed.objective / estimate, "", "at most 1.03");
  problem->is_mixed = FALSE;
  problem->least_authorities = 0;
  sizes = look_for (problem, 0);
  compare_with_peer (name, problem, all.objective, sizes.objective);
}

/* One pool in a process of its own. */
static int
search_alone (guint pool)
{
  g_autoptr (KithFamilyProblem) problem = invent (pool);
  Found found = look_for (problem, 0);
  struct rusage usage;

  getrusage (RUSAGE_SELF, &usage);
  printf ("%.3f %.3f %u %.1f\n", found.seconds,
          (double)usage.ru_utime.tv_sec + (double)usage.ru_utime.tv_usec / 1e6, found.n_broken,
          (double)usage.ru_maxrss / 1024);
  return 0;
}

static void
bench_time (const char *self, guint pool, const char *promise, const char *memory)
{
  const char *name = pools[pool].name;
  g_autofree char *number = g_strdup_printf ("%u", pool), *out = NULL;
  char *args[] = { (char *)self, number, NULL };
  double seconds = 0, busy = 0, megabytes = 0;
  guint n_broken = 0;

  g_spawn_sync (NULL, args, NULL, 0, NULL, NULL, &out, NULL, NULL, NULL);
  if (out == NULL || sscanf (out, "%lf %lf %u %lf", &seconds, &busy, &n_broken, &megabytes) != 4)
    return;
  report (name, "all rules", seconds, "s", promise);
  report (name, "all rules, of both processors together", busy, "s", "");
  report (name, "rules broken", n_broken, "", "0");
  report (name, "memory", megabytes, "MB", memory);
}

int
main (int argc, char **argv)
{
  char *end = NULL;
  guint pool = argc > 1 ? (guint)strtoul (argv[1], &end, 10) : G_MAXUINT;

  /* ./dev bench gives every bench its register; this one needs none */
  if (end != NULL && *end == '\0' && pool < G_N_ELEMENTS (pools))
    return search_alone (pool);
  bench_time (argv[0], 1, "under 1 s", "");
  bench_time (argv[0], 0, "under 3 s", "");
  bench_time (argv[0], 2, "", "");
  bench_time (argv[0], 3, "under 60 s", "under 256 MB");
  bench_quality ();
  {
    g_autoptr (KithFamilyProblem) england = invent (3);
    Found found = look_for (england, 0);

    report (pools[3].name, "all rules, J by that of a long search",
            found.objective / look_long (england), "", "at most 1.03");
  }
  return 0;
}
