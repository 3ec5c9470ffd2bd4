/* kith-family-near.c: which units are most alike
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-family-near-private.h"

#include <math.h>

typedef struct
{
  float distance;
  guint unit;
} Candidate;

/* By the variables that both know; those that share none are as far apart as can be. */
static float
measure_distance (const float *a, const float *b, const float *weights, guint n_k)
{
  float sum = 0, known = 0;

  for (guint k = 0; k < n_k; k++)
    {
      float off = a[k] - b[k];

      if (isnan (off))
        continue;
      sum += weights[k] * off * off;
      known += weights[k];
    }
  return known > 0 ? sum / known : G_MAXFLOAT;
}

/* A heap with the farthest on top. */
static void
sink (Candidate *heap, guint n, Candidate candidate)
{
  guint at = 0, child;

  while ((child = 2 * at + 1) < n)
    {
      child += child + 1 < n && heap[child + 1].distance > heap[child].distance;
      if (heap[child].distance <= candidate.distance)
        break;
      heap[at] = heap[child];
      at = child;
    }
  heap[at] = candidate;
}

static void
find_near (const float *means,
           const float *weights,
           const KithFamilyUnits *units,
           guint unit,
           guint n,
           Candidate *heap,
           guint *found)
{
  guint n_k = units->problem->n_variables;

  for (guint i = 0; i < n; i++)
    heap[i] = (Candidate){ INFINITY, KITH_FAMILY_NONE };
  for (guint other = 0; other < units->n; other++)
    {
      float distance;

      if (other == unit)
        continue;
      distance =
          measure_distance (&means[(gsize)unit * n_k], &means[(gsize)other * n_k], weights, n_k);
      if (distance < heap[0].distance)
        sink (heap, n, (Candidate){ distance, other });
    }
  for (guint i = 0; i < n; i++)
    found[i] = heap[i].unit;
}

/**
 * kith_family_near_new:
 * @units: at least two
 * @n: how many of each, below the number of units
 *
 * Cost: O(n² k), a second for England's primary schools.
 *
 * Returns: (transfer full): for each unit the most alike; of equals the lower number
 */
KithFamilyNear *
kith_family_near_new (const KithFamilyUnits *units, guint n)
{
  KithFamilyNear *self = g_new0 (KithFamilyNear, 1);
  guint n_k = units->problem->n_variables;
  g_autofree float *means = g_new (float, (gsize)units->n *n_k);
  g_autofree float *weights = g_new (float, n_k);
  g_autofree Candidate *heap = g_new (Candidate, n + 1);

  g_return_val_if_fail (n < units->n, NULL);

  for (gsize m = 0; m < (gsize)units->n * n_k; m++)
    means[m] = units->mass[m] > 0 ? (float)(units->sum[m] / units->mass[m]) : NAN;
  for (guint k = 0; k < n_k; k++)
    weights[k] = (float)units->problem->weights[k];
  self->n = n;
  self->units = g_new (guint, (gsize)units->n * n + 1);
  for (guint u = 0; u < units->n; u++)
    find_near (means, weights, units, u, n, heap, &self->units[(gsize)u * n]);
  return self;
}

/**
 * kith_family_near_free:
 * @self: (transfer full) (nullable): what is alike
 */
void
kith_family_near_free (KithFamilyNear *self)
{
  if (self == NULL)
    return;
  g_free (self->units);
  g_free (self);
}
