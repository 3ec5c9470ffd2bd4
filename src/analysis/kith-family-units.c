/* kith-family-units.c: what moves as one when Families are made
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-family-state-private.h"

#include <math.h>
#include <stdlib.h>

#define STEP 0x1p-20

static guint
find_first (guint *leader, guint i)
{
  while (leader[i] != i)
    i = leader[i] = leader[leader[i]];
  return i;
}

/* Joins what is locked together; a unit has the number of its first school's turn. */
static void
join_schools (KithFamilyUnits *self)
{
  guint n = self->problem->n_schools;
  g_autofree guint *leader = g_new (guint, n);

  for (guint i = 0; i < n; i++)
    leader[i] = i;
  for (guint p = 0; p < self->problem->together->len; p++)
    {
      KithFamilyPair pair = g_array_index (self->problem->together, KithFamilyPair, p);
      guint a = find_first (leader, pair.a), b = find_first (leader, pair.b);

      leader[MAX (a, b)] = MIN (a, b);
    }
  self->of = g_new (guint, n);
  for (guint i = 0; i < n; i++)
    self->of[i] = find_first (leader, i) == i ? self->n++ : self->of[find_first (leader, i)];
}

static void
list_schools (KithFamilyUnits *self)
{
  guint n = self->problem->n_schools;
  g_autofree guint *next = NULL;

  self->first = g_new0 (guint, self->n + 1);
  self->schools = g_new (guint, n);
  for (guint i = 0; i < n; i++)
    self->first[self->of[i] + 1]++;
  for (guint u = 0; u < self->n; u++)
    {
      self->largest = MAX (self->largest, self->first[u + 1]);
      self->first[u + 1] += self->first[u];
    }
  next = g_memdup2 (self->first, sizeof (guint) * (self->n + 1));
  for (guint i = 0; i < n; i++)
    self->schools[next[self->of[i]]++] = i;
}

static double
round_value (double value)
{
  return round (value / STEP) * STEP;
}

static void
sum_values (KithFamilyUnits *self)
{
  guint n_k = self->problem->n_variables;

  self->mass = g_new0 (double, (gsize)self->n *n_k);
  self->sum = g_new0 (double, (gsize)self->n *n_k);
  for (guint i = 0; i < self->problem->n_schools; i++)
    {
      double share = round_value (kith_family_problem_get_share (self->problem, i));

      for (guint k = 0; k < n_k; k++)
        {
          double z = self->problem->values[(gsize)i * n_k + k];

          if (isnan (z))
            continue;
          self->mass[(gsize)self->of[i] * n_k + k] += share;
          self->sum[(gsize)self->of[i] * n_k + k] += share * round_value (z);
        }
    }
}

static int
compare_pairs (const void *a, const void *b)
{
  const KithFamilyPair *one = a, *other = b;

  if (one->a != other->a)
    return one->a < other->a ? -1 : 1;
  return (one->b > other->b) - (one->b < other->b);
}

/* Both ways, each pair once; an officer's lock comes before a rivalry inside it. */
static void
list_rivals (KithFamilyUnits *self)
{
  g_autoptr (GArray) both = g_array_new (FALSE, FALSE, sizeof (KithFamilyPair));
  guint n = 0;

  for (guint p = 0; p < self->problem->rivals->len; p++)
    {
      KithFamilyPair pair = g_array_index (self->problem->rivals, KithFamilyPair, p);
      KithFamilyPair way = { self->of[pair.a], self->of[pair.b] }, back = { way.b, way.a };

      if (way.a == way.b)
        continue;
      g_array_append_val (both, way);
      g_array_append_val (both, back);
    }
  g_array_sort (both, compare_pairs);
  self->rival_first = g_new0 (guint, self->n + 1);
  self->rivals = g_new (guint, both->len + 1);
  for (guint p = 0; p < both->len; p++)
    {
      KithFamilyPair *pair = &g_array_index (both, KithFamilyPair, p);

      if (p > 0 && compare_pairs (pair - 1, pair) == 0)
        continue;
      self->rivals[n++] = pair->b;
      self->rival_first[pair->a + 1]++;
    }
  for (guint u = 0; u < self->n; u++)
    self->rival_first[u + 1] += self->rival_first[u];
}

static void
fix_units (KithFamilyUnits *self)
{
  const KithFamilyProblem *problem = self->problem;

  self->fixed = g_new (guint, self->n);
  for (guint u = 0; u < self->n; u++)
    self->fixed[u] = KITH_FAMILY_NONE;
  for (guint i = 0; problem->stays != NULL && problem->previous != NULL && i < problem->n_schools;
       i++)
    if (problem->stays[i] && problem->previous[i] < problem->n_families)
      self->fixed[self->of[i]] = problem->previous[i];
}

/**
 * kith_family_units_new:
 * @problem: outlives the units
 *
 * Returns: (transfer full): what moves as one
 */
KithFamilyUnits *
kith_family_units_new (const KithFamilyProblem *problem)
{
  KithFamilyUnits *self = g_new0 (KithFamilyUnits, 1);

  self->problem = problem;
  join_schools (self);
  list_schools (self);
  sum_values (self);
  list_rivals (self);
  fix_units (self);
  return self;
}

/**
 * kith_family_units_free:
 * @self: (transfer full) (nullable): units
 */
void
kith_family_units_free (KithFamilyUnits *self)
{
  if (self == NULL)
    return;
  g_free (self->of);
  g_free (self->first);
  g_free (self->schools);
  g_free (self->mass);
  g_free (self->sum);
  g_free (self->rival_first);
  g_free (self->rivals);
  g_free (self->fixed);
  g_free (self);
}

/**
 * kith_family_units_get_size:
 *
 * Returns: how many schools move with @unit, itself counted
 */
guint
kith_family_units_get_size (const KithFamilyUnits *self, guint unit)
{
  return self->first[unit + 1] - self->first[unit];
}
