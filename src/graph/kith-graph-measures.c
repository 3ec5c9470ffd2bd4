/* kith-graph-measures.c: where each school stands in the whole network
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-graph-private.h"

/* igraph does not interrupt constraint: it is asked for so much at a time, a tenth of a second
   or so. */
#define MOST_STEPS 20000000.0

/* What constraint costs for each school: the links of those that it is tied to. */
static double *
count_steps (const KithGraph *self)
{
  g_autofree guint *n_links = g_new0 (guint, self->n_schools + 1);
  double *steps = g_new0 (double, self->n_schools + 1);
  igraph_integer_t n_edges = igraph_ecount (&self->graph);

  for (igraph_integer_t e = 0; e < n_edges; e++)
    {
      n_links[IGRAPH_FROM (&self->graph, e)]++;
      n_links[IGRAPH_TO (&self->graph, e)]++;
    }
  for (igraph_integer_t e = 0; e < n_edges; e++)
    {
      steps[IGRAPH_FROM (&self->graph, e)] += n_links[IGRAPH_TO (&self->graph, e)];
      steps[IGRAPH_TO (&self->graph, e)] += n_links[IGRAPH_FROM (&self->graph, e)];
    }
  return steps;
}

/* values: of school first and those after it */
static gboolean
measure_some_constraint (
    KithGraph *self, guint first, guint end, double *values, KithJob *job, GError **error)
{
  igraph_vector_t found;
  igraph_error_t status;

  kith_graph_enter (self->seed, job);
  status = igraph_vector_init (&found, 0);
  if (status == IGRAPH_SUCCESS)
    {
      status =
          igraph_constraint (&self->graph, &found, igraph_vss_range (first, end), &self->weights);
      for (guint i = first; status == IGRAPH_SUCCESS && i < end; i++)
        values[i - first] = VECTOR (found)[i - first];
      igraph_vector_destroy (&found);
    }
  return kith_graph_leave (status, job, error);
}

/**
 * kith_graph_measure_constraint:
 * @first: index of a school
 * @n: how many to measure, from @first on
 * @job: (nullable): gives cancellation
 * @error: return location for %G_IO_ERROR_CANCELLED or a #KithGraphError
 *
 * Measures how far those that a school works with work with each other, so that they are not
 * so many ways to somebody else. With p_ij = w_ij / s_i,
 *
 *     c_i = Σ_j (p_ij + Σ_q p_iq p_qj)²
 *
 * over the schools j tied to i, and q tied to both. Above 0, no unit: about 1 where all that it
 * works with work with each other, 1/n where each of n is tied to nobody else.
 * Cost: for each school the links of those that it is tied to. No random numbers.
 * Source: Burt (1992), Structural Holes, chapter 2; igraph_constraint.
 *
 * Returns: (transfer full) (array length=n): the values, NaN for a school without links, or
 *   %NULL
 */
double *
kith_graph_measure_constraint (KithGraph *self, guint first, guint n, KithJob *job, GError **error)
{
  g_autofree double *steps = NULL;
  g_autofree double *values = g_new (double, n + 1);
  guint end = first + n;

  g_return_val_if_fail (first <= self->n_schools && n <= self->n_schools - first, NULL);

  steps = count_steps (self);
  for (guint i = first; i < end;)
    {
      guint begin = i;

      for (double so_far = 0; i < end && so_far < MOST_STEPS; i++)
        so_far += steps[i];
      if (!measure_some_constraint (self, begin, i, &values[begin - first], job, error))
        return NULL;
    }
  return g_steal_pointer (&values);
}

/**
 * kith_graph_measure_closeness:
 * @first: index of a school
 * @n: how many to measure, from @first on
 * @job: (nullable): gives cancellation
 * @error: return location for %G_IO_ERROR_CANCELLED or a #KithGraphError
 *
 * Measures how near each school stands to all the others.
 *
 * Harmonic closeness divided by n − 1: a register is rarely in one piece, and a school
 * out of reach adds 0 here where a mean distance would be infinite.
 *
 * Every link is one step long. The values lie in [0, 1] and have no unit. The centre of a star
 * has 1; a school without links, or alone in its network, has 0.
 * Cost: for each school the links of its component; where one component holds most of England
 * half a minute for all, 3 ms for one. Nobody else measures meanwhile. No random numbers.
 * Source: Marchiori & Latora (2000), Physica A 285, 539–546; igraph_harmonic_centrality.
 *
 * Returns: (transfer full) (array length=n): the values, or %NULL
 */
double *
kith_graph_measure_closeness (KithGraph *self, guint first, guint n, KithJob *job, GError **error)
{
  g_autofree double *values = g_new0 (double, n + 1);
  igraph_vector_t found;
  igraph_error_t status;

  g_return_val_if_fail (first <= self->n_schools && n <= self->n_schools - first, NULL);

  /* igraph takes no empty range, and n − 1 of one school is nothing to divide by */
  if (n == 0 || self->n_schools < 2)
    return g_steal_pointer (&values);
  kith_graph_enter (self->seed, job);
  status = igraph_vector_init (&found, 0);
  if (status == IGRAPH_SUCCESS)
    {
      status = igraph_harmonic_centrality (
          &self->graph, &found, igraph_vss_range (first, first + n), IGRAPH_ALL, NULL, TRUE);
      for (guint i = 0; status == IGRAPH_SUCCESS && i < n; i++)
        values[i] = VECTOR (found)[i];
      igraph_vector_destroy (&found);
    }
  return kith_graph_leave (status, job, error) ? g_steal_pointer (&values) : NULL;
}

/**
 * kith_graph_measure_coreness:
 * @job: (nullable): gives cancellation
 * @error: return location for %G_IO_ERROR_CANCELLED or a #KithGraphError
 *
 * Finds for each school the greatest k for which it belongs to a set of schools that are each
 * tied to k others of the set. Cost: O(n + m). No random numbers.
 * Source: Batagelj & Zaveršnik (2003), arXiv cs/0310049; igraph_coreness.
 *
 * Returns: (transfer full) (array): of each school, 0 for one without links, or %NULL
 */
guint *
kith_graph_measure_coreness (KithGraph *self, KithJob *job, GError **error)
{
  g_autofree guint *values = g_new0 (guint, self->n_schools + 1);
  igraph_vector_int_t found;
  igraph_error_t status;

  kith_graph_enter (self->seed, job);
  status = igraph_vector_int_init (&found, 0);
  if (status == IGRAPH_SUCCESS)
    {
      status = igraph_coreness (&self->graph, &found, IGRAPH_ALL);
      for (guint i = 0; status == IGRAPH_SUCCESS && i < self->n_schools; i++)
        values[i] = (guint)VECTOR (found)[i];
      igraph_vector_int_destroy (&found);
    }
  return kith_graph_leave (status, job, error) ? g_steal_pointer (&values) : NULL;
}

/**
 * kith_graph_find_cut_points:
 * @job: (nullable): gives cancellation
 * @error: return location for %G_IO_ERROR_CANCELLED or a #KithGraphError
 *
 * Finds the schools without which others that reach each other now would not. Cost: O(n + m).
 * No random numbers.
 * Source: Tarjan (1972), SIAM J. Comput. 1, 146–160; igraph_articulation_points.
 *
 * Returns: (transfer full) (array): whether each school is one, or %NULL
 */
gboolean *
kith_graph_find_cut_points (KithGraph *self, KithJob *job, GError **error)
{
  g_autofree gboolean *is_cut_point = g_new0 (gboolean, self->n_schools + 1);
  igraph_vector_int_t found;
  igraph_error_t status;

  kith_graph_enter (self->seed, job);
  status = igraph_vector_int_init (&found, 0);
  if (status == IGRAPH_SUCCESS)
    {
      status = igraph_articulation_points (&self->graph, &found);
      for (igraph_integer_t i = 0; status == IGRAPH_SUCCESS && i < igraph_vector_int_size (&found);
           i++)
        is_cut_point[VECTOR (found)[i]] = TRUE;
      igraph_vector_int_destroy (&found);
    }
  return kith_graph_leave (status, job, error) ? g_steal_pointer (&is_cut_point) : NULL;
}
