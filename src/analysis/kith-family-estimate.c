/* kith-family-estimate.c: how good Families without rules could be
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-family-estimate.h"
#include "kith-random.h"

#include <glib/gi18n.h>
#include <math.h>

#define MOST_ROUNDS 100

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

/* Arthur & Vassilvitskii 2007: each next mean with odds as the square of the distance. */
static void
choose_means (Run *run, KithRandom *random)
{
  guint n = run->problem->n_schools;

  copy_school (run, 0, kith_random_below (random, n));
  for (guint i = 0; i < n; i++)
    run->nearest[i] = INFINITY;
  for (guint f = 1; f < run->problem->n_families; f++)
    {
      double total = 0, at;
      guint chosen = n - 1;

      for (guint i = 0; i < n; i++)
        {
          double distance = run->shares[i] * measure_distance (run, i, get_means (run, f - 1));

          run->nearest[i] = MIN (run->nearest[i], distance);
          total += run->nearest[i];
        }
      at = (double)(kith_random_next (random) >> 11) * 0x1p-53 * total;
      for (guint i = 0; i < n; i++)
        {
          at -= run->nearest[i];
          if (at < 0)
            {
              chosen = i;
              break;
            }
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
  gsize n = problem->n_schools, n_means = (gsize)problem->n_families * problem->n_variables;
  g_autofree double *shares = g_new (double, n);
  g_autofree double *means = g_new (double, n_means);
  g_autofree double *mass = g_new (double, n_means);
  g_autofree double *nearest = g_new (double, n);
  g_autofree guint *families = g_new0 (guint, n);
  Run run = { problem, shares, means, mass, families, nearest };
  double best = INFINITY;

  for (guint i = 0; i < n; i++)
    shares[i] = kith_family_problem_get_share (problem, i);
  kith_job_begin (job, _ ("Looking how alike they could be"), 0, 1);
  for (guint r = 0; r < n_runs && kith_job_step (job, r, n_runs, NULL); r++)
    {
      KithRandom random;

      kith_random_seed (&random, seed + r, n);
      choose_means (&run, &random);
      for (guint round = 0; round < MOST_ROUNDS && assign (&run); round++)
        average (&run);
      best = MIN (best, kith_family_problem_measure (problem, families));
    }
  return best;
}
