/* kith-family-estimate.c: how good Families without rules could be
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-family-estimate.h"

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

#define MOST_ROUNDS 100

/* Candidates for each next mean, where the Families themselves are wanted. */
#define N_DRAWN 8

/* One run: schools and means. */
typedef struct
{
  const KithFamilyProblem *problem;
  double *shares; /* v_i */
  double *means;  /* a row a Family; NaN where none of it knows the variable */
  double *mass;
  guint *families;
  double *nearest; /* of each school, to the means chosen so far */
} Run;

/* Σ_k w_k v_i (z_ik − μ_k)² over what both know, over v_i */
static double
measure_distance (const Run *run, guint school, const double *means)
{
  const KithFamilyProblem *problem = run->problem;
  const double *z = &problem->values[(gsize)school * problem->n_variables];
  double sum = 0;

  for (guint k = 0; k < problem->n_variables; k++)
    {
      double off = z[k] - means[k];

      if (!isnan (off))
        sum += problem->weights[k] * off * off;
    }
  return sum;
}

static double *
get_means (const Run *run, guint family)
{
  return &run->means[(gsize)family * run->problem->n_variables];
}

static void
copy_school (Run *run, guint family, guint school)
{
  for (guint k = 0; k < run->problem->n_variables; k++)
    get_means (run, family)[k] =
        run->problem->values[(gsize)school * run->problem->n_variables + k];
}

/* With odds as its distance from the means that there are; all are as far as @total. */
static guint
choose_school (const Run *run, KithRandom *random, double total)
{
  double at = (double)(kith_random_next (random) >> 11) * 0x1p-53 * total;

  for (guint i = 0; i < run->problem->n_schools; i++)
    {
      at -= run->nearest[i];
      if (at < 0)
        return i;
    }
  return run->problem->n_schools - 1;
}

/* How far all would be with one more mean, that of a school. */
static double
measure_with (const Run *run, guint school)
{
  const double *z = &run->problem->values[(gsize)school * run->problem->n_variables];
  double total = 0;

  for (guint i = 0; i < run->problem->n_schools; i++)
    total += MIN (run->nearest[i], run->shares[i] * measure_distance (run, i, z));
  return total;
}

/* Arthur & Vassilvitskii 2007: each next mean with odds as the square of the distance; of several
   that are drawn the one that brings all nearest. */
static void
choose_means (Run *run, KithRandom *random, guint n_drawn)
{
  guint n = run->problem->n_schools;

  copy_school (run, 0, kith_random_below (random, n));
  for (guint i = 0; i < n; i++)
    run->nearest[i] = INFINITY;
  for (guint f = 1; f < run->problem->n_families; f++)
    {
      double total = 0, least = INFINITY;
      guint chosen = 0;

      for (guint i = 0; i < n; i++)
        {
          double distance = run->shares[i] * measure_distance (run, i, get_means (run, f - 1));

          run->nearest[i] = MIN (run->nearest[i], distance);
          total += run->nearest[i];
        }
      for (guint d = 0; d < n_drawn; d++)
        {
          guint school = choose_school (run, random, total);
          double with = n_drawn > 1 ? measure_with (run, school) : 0;

          if (with >= least)
            continue;
          least = with;
          chosen = school;
        }
      copy_school (run, f, chosen);
    }
}

static gboolean
assign (Run *run)
{
  gboolean has_moved = FALSE;

  for (guint i = 0; i < run->problem->n_schools; i++)
    {
      double best = INFINITY;
      guint family = 0;

      for (guint f = 0; f < run->problem->n_families; f++)
        {
          double distance = measure_distance (run, i, get_means (run, f));

          if (distance < best)
            {
              best = distance;
              family = f;
            }
        }
      has_moved = has_moved || run->families[i] != family;
      run->families[i] = family;
    }
  return has_moved;
}

static void
average (Run *run)
{
  const KithFamilyProblem *problem = run->problem;
  gsize n_k = problem->n_variables, n = problem->n_families * n_k;

  for (gsize m = 0; m < n; m++)
    run->means[m] = run->mass[m] = 0;
  for (guint i = 0; i < problem->n_schools; i++)
    for (guint k = 0; k < n_k; k++)
      {
        double z = problem->values[i * n_k + k];

        if (isnan (z))
          continue;
        run->mass[run->families[i] * n_k + k] += run->shares[i];
        run->means[run->families[i] * n_k + k] += run->shares[i] * z;
      }
  for (gsize m = 0; m < n; m++)
    run->means[m] = run->mass[m] > 0 ? run->means[m] / run->mass[m] : NAN;
}

static Run
begin_runs (const KithFamilyProblem *problem)
{
  gsize n = problem->n_schools, n_means = (gsize)problem->n_families * problem->n_variables;
  Run run = {
    problem,           g_new (double, n), g_new (double, n_means), g_new (double, n_means),
    g_new0 (guint, n), g_new (double, n)
  };

  for (guint i = 0; i < n; i++)
    run.shares[i] = kith_family_problem_get_share (problem, i);
  return run;
}

static void
end_runs (Run *run)
{
  g_free (run->shares);
  g_free (run->means);
  g_free (run->mass);
  g_free (run->families);
  g_free (run->nearest);
}

/* J of one run, whose Families stand in it. */
static double
run_once (Run *run, KithRandom *random, guint n_drawn)
{
  choose_means (run, random, n_drawn);
  for (guint round = 0; round < MOST_ROUNDS && assign (run); round++)
    average (run);
  return kith_family_problem_measure (run->problem, run->families);
}

/**
 * kith_family_estimate:
 * @problem: with at least one Family
 * @seed: of the first run; each further one has the next
 * @n_runs: at least 1
 * @job: (nullable): takes progress, gives cancellation
 *
 * METHODS, section 7: the least J of so many k-means++ runs (Arthur & Vassilvitskii 2007, SODA)
 * with the same number of Families and no rules. For orientation, not a bound: Families with rules
 * can be better than runs that ended badly. Cost: O(n f k) for each of some 20 rounds of a run.
 *
 * Returns: the least J; infinite where it was cancelled before the first run ended
 */
double
kith_family_estimate (const KithFamilyProblem *problem, guint32 seed, guint n_runs, KithJob *job)
{
  Run run = begin_runs (problem);
  double best = INFINITY;

  kith_job_begin (job, _ ("Looking how alike they could be"), 0, 1);
  for (guint r = 0; r < n_runs && kith_job_step (job, r, n_runs, NULL); r++)
    {
      KithRandom random;

      kith_random_seed (&random, seed + r, problem->n_schools);
      best = MIN (best, run_once (&run, &random, 1));
    }
  end_runs (&run);
  return best;
}

/**
 * kith_family_estimate_split:
 * @problem: with at least one Family
 * @random: decides
 * @n_runs: at least 1
 *
 * Returns: (transfer full) (array length=n_schools): the Families of the best of so many runs,
 *   which keep no rule
 */
guint *
kith_family_estimate_split (const KithFamilyProblem *problem, KithRandom *random, guint n_runs)
{
  Run run = begin_runs (problem);
  double best = INFINITY;
  guint *families = g_new0 (guint, problem->n_schools + 1);

  for (guint r = 0; r < n_runs; r++)
    {
      double objective = run_once (&run, random, N_DRAWN);

      if (objective >= best)
        continue;
      best = objective;
      memcpy (families, run.families, problem->n_schools * sizeof *families);
    }
  end_runs (&run);
  return families;
}
