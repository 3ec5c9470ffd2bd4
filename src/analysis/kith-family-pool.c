/* kith-family-pool.c: the schools that Families are built of, and how they are compared
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-family-figures-private.h"

#include <math.h>

/* A school needs so much of the weight known. */
#define LEAST_KNOWN 0.5

/* Values this close are all alike: what rounding leaves of equal ones. */
#define LEAST_SD 1e-9

static gboolean
is_chosen (const KithFamilyTerms *terms, const KithNetworkSchool *school)
{
  if (kith_phase_get_compared (school->phase) != terms->phase)
    return FALSE;
  if (terms->authorities == NULL)
    return school->is_home;
  for (guint a = 0; a < terms->n_authorities; a++)
    if (terms->authorities[a] == school->la)
      return TRUE;
  return FALSE;
}

static double
measure_known (const KithPoolSchool *school, const double *weights)
{
  double known = 0, whole = 0;

  for (guint v = 0; v < KITH_N_VARIABLES; v++)
    {
      whole += weights[v];
      known += isnan (school->figures[v].value) ? 0 : weights[v];
    }
  return whole > 0 ? known / whole : 0;
}

/* Parts those that know enough from those that do not. */
static void
part_schools (KithFamilyPool *self, GArray *all, const double *weights)
{
  g_array_set_size (self->schools, 0);
  g_array_set_size (self->left_out, 0);
  for (guint s = 0; s < all->len; s++)
    {
      KithPoolSchool *school = &g_array_index (all, KithPoolSchool, s);

      school->known = measure_known (school, weights);
      /* a third of three is a little less than it */
      if (school->known >= LEAST_KNOWN - 1e-9)
        g_array_append_val (self->schools, *school);
      else
        g_array_append_val (self->left_out, *school);
    }
}

static KithPoolVariable
measure_variable (const KithFamilyPool *self, KithVariable variable)
{
  KithPoolVariable of = { .variable = variable };
  double squares = 0;

  for (guint pass = 0; pass < 2; pass++)
    for (guint s = 0; s < self->schools->len; s++)
      {
        double value = g_array_index (self->schools, KithPoolSchool, s).figures[variable].value;

        if (isnan (value))
          continue;
        if (pass == 0)
          {
            of.n_known++;
            of.mean += (value - of.mean) / of.n_known;
          }
        else
          squares += (value - of.mean) * (value - of.mean);
      }
  of.sd = of.n_known > 0 ? sqrt (squares / of.n_known) : 0;
  return of;
}

/* Weights as they are after the useless variables are dropped, until nothing more is. */
static void
choose_variables (KithFamilyPool *self, GArray *all)
{
  double weights[KITH_N_VARIABLES], whole = 0;
  gboolean has_dropped = TRUE;

  for (guint v = 0; v < KITH_N_VARIABLES; v++)
    weights[v] = self->terms.weights[v];
  while (has_dropped)
    {
      has_dropped = FALSE;
      part_schools (self, all, weights);
      for (guint v = 0; v < KITH_N_VARIABLES; v++)
        {
          KithVariable variable = (KithVariable)v;

          if (weights[v] <= 0 || measure_variable (self, variable).sd >
                                     LEAST_SD * (1 + fabs (measure_variable (self, variable).mean)))
            continue;
          weights[v] = 0;
          has_dropped = TRUE;
          g_array_append_val (self->dropped, variable);
        }
    }
  for (guint v = 0; v < KITH_N_VARIABLES; v++)
    whole += weights[v];
  for (guint v = 0; v < KITH_N_VARIABLES; v++)
    if (weights[v] > 0)
      {
        KithPoolVariable variable = measure_variable (self, (KithVariable)v);

        variable.weight = weights[v] / whole;
        g_array_append_val (self->variables, variable);
      }
}

static guint
find_authority (KithFamilyPool *self, gint64 la)
{
  for (guint a = 0; a < self->authorities->len; a++)
    if (g_array_index (self->authorities, gint64, a) == la)
      return a;
  g_array_append_val (self->authorities, la);
  return self->authorities->len - 1;
}

static void
fill_problem (KithFamilyPool *self)
{
  guint n, n_k = self->variables->len;
  const KithNetworkSchool *schools = kith_network_get_schools (self->network, &n);
  KithFamilyProblem *problem = self->problem;

  for (guint k = 0; k < n_k; k++)
    problem->weights[k] = g_array_index (self->variables, KithPoolVariable, k).weight;
  for (guint s = 0; s < self->schools->len; s++)
    {
      const KithPoolSchool *school = &g_array_index (self->schools, KithPoolSchool, s);

      problem->authorities[s] = find_authority (self, schools[school->school].la);
      for (guint k = 0; k < n_k; k++)
        {
          const KithPoolVariable *by = &g_array_index (self->variables, KithPoolVariable, k);

          problem->values[s * n_k + k] = (school->figures[by->variable].value - by->mean) / by->sd;
        }
    }
  problem->n_authorities = self->authorities->len;
  problem->least = self->terms.least;
  problem->most = self->terms.most;
  /* one or two authorities cannot be mixed as three can */
  problem->least_authorities = MIN (self->terms.least_authorities, problem->n_authorities);
  problem->is_mixed = self->terms.is_mixed && problem->n_authorities >= 3;
  problem->churn = self->terms.churn;
  problem->n_families =
      self->terms.n_families > 0
          ? self->terms.n_families
          : kith_family_problem_count_families (problem->n_schools, problem->least, problem->most);
}

/* The number of a school of the network in the pool, or KITH_FAMILY_NONE. */
static guint *
number_schools (const KithFamilyPool *self)
{
  guint n;
  guint *numbers;

  kith_network_get_schools (self->network, &n);
  numbers = g_new (guint, n + 1);
  for (guint i = 0; i < n; i++)
    numbers[i] = KITH_FAMILY_NONE;
  for (guint s = 0; s < self->schools->len; s++)
    numbers[g_array_index (self->schools, KithPoolSchool, s).school] = s;
  return numbers;
}

static void
add_rivals (KithFamilyPool *self, const guint *numbers)
{
  for (guint s = 0; s < self->schools->len; s++)
    {
      guint n_rivals;
      const KithRival *rivals = kith_rivals_get (
          self->rivals, g_array_index (self->schools, KithPoolSchool, s).school, &n_rivals);

      for (guint r = 0; r < n_rivals; r++)
        if (numbers[rivals[r].school] != KITH_FAMILY_NONE && s < numbers[rivals[r].school])
          kith_family_problem_add_rivals (self->problem, s, numbers[rivals[r].school]);
    }
}

/* The officer's locks; those that hold a school to a Family wait for last year's Families. */
static void
add_locks (KithFamilyPool *self)
{
  gsize n;
  const KithLock *locks =
      kith_ledger_get_rows (kith_network_get_ledger (self->network), KITH_TABLE_LOCK, &n);

  for (gsize l = 0; l < n; l++)
    {
      guint one = kith_family_pool_find (self, locks[l].urn);
      guint other = kith_family_pool_find (self, locks[l].other_urn);

      if (one == KITH_FAMILY_NONE || other == KITH_FAMILY_NONE || one == other)
        continue;
      if (g_strcmp0 (locks[l].kind, "together") == 0)
        kith_family_problem_lock_together (self->problem, one, other);
      else if (g_strcmp0 (locks[l].kind, "apart") == 0)
        kith_family_problem_add_rivals (self->problem, one, other);
    }
}

/**
 * kith_family_pool_new:
 * @network: of a ledger whose table measure was read
 * @terms: what the officer asks for
 *
 * METHODS, section 7. Figures are those of the newest academic year of each measure, at or before
 * the date; what is missing there is missing. Cost: O(rows of table measure).
 *
 * Returns: (transfer full): who is compared, and by what; its problem is %NULL where nobody is
 */
KithFamilyPool *
kith_family_pool_new (KithNetwork *network, const KithFamilyTerms *terms)
{
  KithFamilyPool *self = g_new0 (KithFamilyPool, 1);
  g_autoptr (GArray) all = g_array_new (FALSE, FALSE, sizeof (KithPoolSchool));
  g_autofree guint *numbers = NULL;
  guint n;
  const KithNetworkSchool *schools = kith_network_get_schools (network, &n);

  self->network = kith_network_ref (network);
  self->terms = *terms;
  self->terms.authorities =
      terms->authorities == NULL
          ? NULL
          : g_memdup2 (terms->authorities, terms->n_authorities * sizeof *terms->authorities);
  self->schools = g_array_new (FALSE, FALSE, sizeof (KithPoolSchool));
  self->left_out = g_array_new (FALSE, FALSE, sizeof (KithPoolSchool));
  self->variables = g_array_new (FALSE, FALSE, sizeof (KithPoolVariable));
  self->dropped = g_array_new (FALSE, FALSE, sizeof (KithVariable));
  self->authorities = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->rivals = kith_rivals_new (network);
  for (guint i = 0; i < n; i++)
    if (is_chosen (terms, &schools[i]))
      {
        KithPoolSchool school = { .school = i };

        g_array_append_val (all, school);
      }
  self->stand_in = kith_family_figures_read (network, all);
  choose_variables (self, all);
  if (self->schools->len == 0 || self->variables->len == 0)
    return self;
  self->problem = kith_family_problem_new (self->schools->len, self->variables->len);
  fill_problem (self);
  numbers = number_schools (self);
  add_rivals (self, numbers);
  add_locks (self);
  return self;
}

/**
 * kith_family_pool_find:
 * @urn: of a school
 *
 * Cost: O(log n): schools stand by URN.
 *
 * Returns: its number among the schools compared, or %KITH_FAMILY_NONE
 */
guint
kith_family_pool_find (const KithFamilyPool *self, gint64 urn)
{
  guint school = kith_network_find_school (self->network, urn);
  guint low = 0, high = self->schools->len;

  while (low < high && school != KITH_INDEX_NONE)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (self->schools, KithPoolSchool, middle).school < school)
        low = middle + 1;
      else
        high = middle;
    }
  return school != KITH_INDEX_NONE && low < self->schools->len &&
                 g_array_index (self->schools, KithPoolSchool, low).school == school
             ? low
             : KITH_FAMILY_NONE;
}

/**
 * kith_family_pool_free:
 * @self: (transfer full) (nullable): a pool
 */
void
kith_family_pool_free (KithFamilyPool *self)
{
  if (self == NULL)
    return;
  kith_family_problem_free (self->problem);
  kith_rivals_free (self->rivals);
  g_array_unref (self->schools);
  g_array_unref (self->left_out);
  g_array_unref (self->variables);
  g_array_unref (self->dropped);
  g_array_unref (self->authorities);
  g_free ((gint64 *)self->terms.authorities);
  kith_network_unref (self->network);
  g_free (self);
}
