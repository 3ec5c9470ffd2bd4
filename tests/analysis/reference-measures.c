/* reference-measures.c: section 3 of METHODS, where each school stands in the whole
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "reference-private.h"

static double
get_weight (ReferenceWork *work, guint i, guint j)
{
  return work->out->weights[i * work->n + j];
}

/* p_ij = w_ij / s_i */
static double
get_share (ReferenceWork *work, guint i, guint j)
{
  double whole = 0;

  for (guint k = 0; k < work->n; k++)
    whole += get_weight (work, i, k);
  return get_weight (work, i, j) / whole;
}

/* "Burt 1992, weights w, the sum over i's neighbours" */
static double
measure_constraint (ReferenceWork *work, guint i)
{
  double sum = 0;

  for (guint j = 0; j < work->n; j++)
    if (reference_is_tied (work, i, j))
      {
        double part = get_share (work, i, j);

        for (guint q = 0; q < work->n; q++)
          if (q != j && reference_is_tied (work, i, q) && reference_is_tied (work, q, j))
            part += get_share (work, i, q) * get_share (work, q, j);
        sum += part * part;
      }
  return work->schools[i].links > 0 ? sum : NAN;
}

/* "H_i = Σ_g (s_ig / s_i)²" */
static double
measure_concentration (ReferenceWork *work, guint i)
{
  double sum = 0;

  for (guint k = 0; k < work->things->len; k++)
    {
      double share = work->parts[k * work->n + i] / work->schools[i].strength;

      sum += share * share;
    }
  return work->schools[i].links > 0 ? sum : NAN;
}

/* Steps from i to each school, G_MAXUINT where there is no way; i without, if it is one. */
static guint *
measure_steps (ReferenceWork *work, guint i, guint without)
{
  guint *steps = g_new (guint, work->n + 1);
  gboolean has_changed = TRUE;

  for (guint j = 0; j < work->n; j++)
    steps[j] = j == i ? 0 : G_MAXUINT;
  for (guint round = 0; has_changed; round++)
    {
      has_changed = FALSE;
      for (guint j = 0; j < work->n; j++)
        for (guint k = 0; k < work->n; k++)
          if (steps[j] == round && steps[k] > round + 1 && reference_is_tied (work, j, k) &&
              j != without && k != without)
            {
              steps[k] = round + 1;
              has_changed = TRUE;
            }
    }
  return steps;
}

static void
measure_ways (ReferenceWork *work, guint i)
{
  ReferenceSchool *s = &work->schools[i];
  g_autofree guint *steps = measure_steps (work, i, G_MAXUINT);

  for (guint j = 0; j < work->n; j++)
    {
      s->reach += steps[j] == 1 || steps[j] == 2;
      if (j != i && steps[j] < G_MAXUINT)
        s->closeness += 1.0 / steps[j] / (work->n - 1);
    }
}

/* Some two that reach each other do not without i. */
static gboolean
is_cut_point (ReferenceWork *work, guint i)
{
  for (guint j = 0; j < work->n; j++)
    if (reference_is_tied (work, i, j))
      {
        g_autofree guint *steps = measure_steps (work, j, i);

        for (guint k = 0; k < work->n; k++)
          if (reference_is_tied (work, i, k) && steps[k] == G_MAXUINT)
            return TRUE;
      }
  return FALSE;
}

/* Is i in a set of schools that are each tied to k others of the set? What is left when those
   tied to fewer are struck out until none is. */
static gboolean
is_in_core (ReferenceWork *work, guint i, guint k)
{
  g_autofree gboolean *is_out = g_new0 (gboolean, work->n + 1);
  gboolean has_changed = TRUE;

  while (has_changed)
    {
      has_changed = FALSE;
      for (guint j = 0; j < work->n; j++)
        {
          guint n_tied = 0;

          for (guint other = 0; other < work->n; other++)
            n_tied += !is_out[other] && reference_is_tied (work, j, other);
          if (!is_out[j] && n_tied < k)
            is_out[j] = has_changed = TRUE;
        }
    }
  return !is_out[i];
}

/* "(external − internal) / (external + internal) links by authority" */
static double
measure_ei (ReferenceWork *work, guint i)
{
  double external = 0, internal = 0;

  for (guint j = 0; j < work->n; j++)
    if (reference_is_tied (work, i, j) && work->schools[i].la != NONE &&
        work->schools[j].la != NONE)
      {
        if (work->schools[i].la == work->schools[j].la)
          internal++;
        else
          external++;
      }
  return (external - internal) / (external + internal);
}

void
reference_measure (ReferenceWork *work, guint i)
{
  ReferenceSchool *s = &work->schools[i];

  s->constraint = measure_constraint (work, i);
  s->concentration = measure_concentration (work, i);
  measure_ways (work, i);
  s->is_cut_point = is_cut_point (work, i);
  while (is_in_core (work, i, s->coreness + 1))
    s->coreness++;
  s->ei = measure_ei (work, i);
}
