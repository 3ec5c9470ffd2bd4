/* kith-family-problem.c: schools to be split into Families, and the rules for it
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-family-problem.h"

#include <math.h>

/* A Family of this size is what officers of the Greater Manchester Challenge had. */
#define USUAL_SIZE 15

/**
 * kith_family_problem_new:
 * @n_schools: at least 1
 * @n_variables: at least 1
 *
 * Returns: (transfer full): a problem of equal weights, unknown values and one authority, with
 *   the sizes and the mix of METHODS, and no rivals
 */
KithFamilyProblem *
kith_family_problem_new (guint n_schools, guint n_variables)
{
  KithFamilyProblem *self = g_new0 (KithFamilyProblem, 1);

  g_return_val_if_fail (n_schools > 0 && n_variables > 0, NULL);

  self->n_schools = n_schools;
  self->n_variables = n_variables;
  self->values = g_new (double, (gsize)n_schools *n_variables);
  for (gsize i = 0; i < (gsize)n_schools * n_variables; i++)
    self->values[i] = NAN;
  self->weights = g_new (double, n_variables);
  for (guint k = 0; k < n_variables; k++)
    self->weights[k] = 1.0 / n_variables;
  self->authorities = g_new0 (guint, n_schools);
  self->n_authorities = 1;
  self->rivals = g_array_new (FALSE, FALSE, sizeof (KithFamilyPair));
  self->together = g_array_new (FALSE, FALSE, sizeof (KithFamilyPair));
  self->least = 12;
  self->most = 20;
  self->n_families = kith_family_problem_count_families (n_schools, self->least, self->most);
  self->least_authorities = 3;
  self->is_mixed = TRUE;
  return self;
}

/**
 * kith_family_problem_free:
 * @self: (transfer full) (nullable): a problem
 */
void
kith_family_problem_free (KithFamilyProblem *self)
{
  if (self == NULL)
    return;
  g_free (self->values);
  g_free (self->weights);
  g_free (self->authorities);
  g_array_unref (self->rivals);
  g_array_unref (self->together);
  g_free (self->previous);
  g_free (self->stays);
  g_free (self);
}

/**
 * kith_family_problem_add_rivals:
 * @a: a school
 * @b: another, not to be in its Family: a rival, or one that the officer wants apart
 */
void
kith_family_problem_add_rivals (KithFamilyProblem *self, guint a, guint b)
{
  KithFamilyPair pair = { a, b };

  g_return_if_fail (a < self->n_schools && b < self->n_schools && a != b);
  g_array_append_val (self->rivals, pair);
}

/**
 * kith_family_problem_lock_together:
 * @a: a school
 * @b: another, to be in its Family
 */
void
kith_family_problem_lock_together (KithFamilyProblem *self, guint a, guint b)
{
  KithFamilyPair pair = { a, b };

  g_return_if_fail (a < self->n_schools && b < self->n_schools && a != b);
  g_array_append_val (self->together, pair);
}

/**
 * kith_family_problem_count_families:
 * @n_schools: to be split
 * @least: the fewest in a Family, at least 1
 * @most: the most, at least @least
 *
 * METHODS, section 7, rule 1: round (n / 15), within what the sizes allow. Where they are not 12
 * to 20, 15 is three eighths of the way from the least to the most.
 *
 * Returns: how many Families, or 0 where no number of them has such sizes
 */
guint
kith_family_problem_count_families (guint n_schools, guint least, guint most)
{
  guint fewest = (n_schools + most - 1) / most;
  double usual = least == 12 && most == 20 ? USUAL_SIZE : least + (most - least) * 0.375;

  if (fewest > n_schools / least || n_schools == 0)
    return 0;
  return CLAMP ((guint)round (n_schools / usual), MAX (fewest, 1), n_schools / least);
}

/**
 * kith_family_problem_get_share:
 * @school: from 0
 *
 * METHODS, section 7: v_i, at least 1: a school of which less is known counts for as much.
 *
 * Returns: 1 by the weight of its known variables, 0 where none is known
 */
double
kith_family_problem_get_share (const KithFamilyProblem *self, guint school)
{
  double known = 0;

  for (guint k = 0; k < self->n_variables; k++)
    if (!isnan (self->values[(gsize)school * self->n_variables + k]))
      known += self->weights[k];
  return known > 0 ? 1 / known : 0;
}

/**
 * kith_family_problem_measure:
 * @families: (array length=n_schools): of each school, below @n_families
 *
 * METHODS, section 7: J. Cost: O(n k). λ is not in it.
 *
 * Returns: the objective, at least 0
 */
double
kith_family_problem_measure (const KithFamilyProblem *self, const guint *families)
{
  guint n_k = self->n_variables;
  g_autofree double *shares = g_new (double, self->n_schools);
  g_autofree double *mass = g_new0 (double, (gsize)self->n_families *n_k);
  g_autofree double *mean = g_new0 (double, (gsize)self->n_families *n_k);
  double sum = 0;

  for (guint i = 0; i < self->n_schools; i++)
    {
      const double *z = &self->values[(gsize)i * n_k];

      shares[i] = kith_family_problem_get_share (self, i);
      for (guint k = 0; k < n_k; k++)
        if (!isnan (z[k]))
          {
            mass[(gsize)families[i] * n_k + k] += shares[i];
            mean[(gsize)families[i] * n_k + k] += shares[i] * z[k];
          }
    }
  for (gsize m = 0; m < (gsize)self->n_families * n_k; m++)
    mean[m] = mass[m] > 0 ? mean[m] / mass[m] : 0;
  for (guint i = 0; i < self->n_schools; i++)
    for (guint k = 0; k < n_k; k++)
      {
        double off = self->values[(gsize)i * n_k + k] - mean[(gsize)families[i] * n_k + k];

        if (!isnan (off))
          sum += self->weights[k] * shares[i] * off * off;
      }
  return sum;
}

/* Schools that a Family of one time has in common with one of another. */
typedef struct
{
  guint n;
  guint a, b;
} Common;

static int
compare_pairs (const void *a, const void *b)
{
  const Common *one = a, *other = b;

  if (one->a != other->a)
    return one->a < other->a ? -1 : 1;
  return (one->b > other->b) - (one->b < other->b);
}

static int
compare_common (const void *a, const void *b)
{
  const Common *one = a, *other = b;

  if (one->n != other->n)
    return one->n > other->n ? -1 : 1;
  return compare_pairs (a, b);
}

/* Each pair that has any, most first; of equals the lowest numbers. */
static GArray *
list_common (const guint *a, const guint *b, guint n_schools, guint n_families)
{
  GArray *pairs = g_array_new (FALSE, FALSE, sizeof (Common));
  guint n = 0;

  for (guint s = 0; s < n_schools; s++)
    {
      Common pair = { 1, a[s], b[s] };

      if (pair.a < n_families && pair.b < n_families)
        g_array_append_val (pairs, pair);
    }
  g_array_sort (pairs, compare_pairs);
  for (guint p = 0; p < pairs->len; p++)
    {
      Common *pair = &g_array_index (pairs, Common, p);

      if (n > 0 && compare_pairs (&g_array_index (pairs, Common, n - 1), pair) == 0)
        g_array_index (pairs, Common, n - 1).n++;
      else
        g_array_index (pairs, Common, n++) = *pair;
    }
  g_array_set_size (pairs, n);
  g_array_sort (pairs, compare_common);
  return pairs;
}

/**
 * kith_family_match:
 * @a: (array length=n_schools): the Family of each school, below @n_families, or none
 * @b: (array length=n_schools): the same another time
 * @n_schools: how many
 * @n_families: how many there are, both times
 *
 * The pair with most schools in common is one Family, then the next, and so on; of equals those
 * with the lowest numbers.
 *
 * Cost: O(n log n).
 *
 * Returns: (transfer full) (array length=n_families): of each Family of @a the one of @b that it
 *   goes on as, or %KITH_FAMILY_NONE where they have no school in common
 */
guint *
kith_family_match (const guint *a, const guint *b, guint n_schools, guint n_families)
{
  g_autoptr (GArray) pairs = list_common (a, b, n_schools, n_families);
  g_autofree gboolean *is_taken = g_new0 (gboolean, n_families + 1);
  guint *found = g_new (guint, n_families + 1);

  for (guint f = 0; f < n_families; f++)
    found[f] = KITH_FAMILY_NONE;
  for (guint p = 0; p < pairs->len; p++)
    {
      const Common *pair = &g_array_index (pairs, Common, p);

      if (found[pair->a] != KITH_FAMILY_NONE || is_taken[pair->b])
        continue;
      found[pair->a] = pair->b;
      is_taken[pair->b] = TRUE;
    }
  return found;
}
