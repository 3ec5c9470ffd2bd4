/* kith-graph-measures.c: where each school stands in the whole network
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-graph-private.h"

#include <math.h>

/* igraph does not interrupt constraint: it is asked for so much at a time, a tenth of a second
   or so. */
#define MOST_STEPS 20000000.0

/* What constraint costs for each vertex: the links of those that it is tied to. */
static double *
count_steps (const KithGraph *self)
{
  g_autofree guint *n_links = g_new0 (guint, self->n_vertices + 1);
  double *steps = g_new0 (double, self->n_vertices + 1);
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

/* Some schools one after the other, and of which of them igraph is asked. */
typedef struct
{
  guint first, n;
  guint *alike;             /* of each school of the network, or NULL */
  igraph_integer_t *listed; /* vertices */
  guint n_listed;
} Asked;

static gboolean
is_told_by_another (const Asked *self, guint school)
{
  return self->alike != NULL && self->alike[school] != school && self->alike[school] >= self->first;
}

static void
ask (Asked *self, const KithGraph *graph, guint first, guint n, gboolean by_weight)
{
  *self = (Asked){ .first = first, .n = n };
  if (n > 1)
    self->alike = kith_graph_find_alike (graph->network, by_weight);
  self->listed = g_new (igraph_integer_t, n + 1);
  for (guint i = first; i < first + n; i++)
    if (graph->vertices[i] != KITH_INDEX_NONE && !is_told_by_another (self, i))
      self->listed[self->n_listed++] = graph->vertices[i];
}

/* values: of school first and those after it; those asked are filled in */
static void
answer (Asked *self, double *values)
{
  for (guint i = self->first; i < self->first + self->n; i++)
    if (is_told_by_another (self, i))
      values[i - self->first] = values[self->alike[i] - self->first];
  g_free (self->alike);
  g_free (self->listed);
}

typedef igraph_error_t (*Measure) (const KithGraph *self, igraph_vs_t listed, igraph_vector_t *to);

static igraph_error_t
ask_constraint (const KithGraph *self, igraph_vs_t listed, igraph_vector_t *to)
{
  return igraph_constraint (&self->graph, to, listed, &self->weights);
}

/* The sum: igraph would divide by its own number of vertices. */
static igraph_error_t
ask_closeness (const KithGraph *self, igraph_vs_t listed, igraph_vector_t *to)
{
  return igraph_harmonic_centrality (&self->graph, to, listed, IGRAPH_ALL, NULL, FALSE);
}

/* Of those listed from one up to another. */
static gboolean
measure_listed (KithGraph *self,
                Measure measure,
                const Asked *asked,
                guint from,
                guint to,
                double *values,
                KithJob *job,
                GError **error)
{
  igraph_vector_int_t view;
  igraph_vector_t found;
  igraph_error_t status;

  /* igraph takes no empty list */
  if (from == to)
    return TRUE;
  kith_graph_enter (self->seed, job);
  status = igraph_vector_init (&found, 0);
  if (status == IGRAPH_SUCCESS)
    {
      igraph_vector_int_view (&view, &asked->listed[from], to - from);
      status = measure (self, igraph_vss_vector (&view), &found);
      for (guint l = from; status == IGRAPH_SUCCESS && l < to; l++)
        values[self->schools[asked->listed[l]] - asked->first] = VECTOR (found)[l - from];
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
 * Schools that are tied to the same others alike have the same; one of them is measured.
 * Cost: for each of the others the links of those that it is tied to. No random numbers.
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
  gboolean is_done = TRUE;
  Asked asked;

  g_return_val_if_fail (first <= self->n_schools && n <= self->n_schools - first, NULL);

  for (guint i = 0; i < n; i++)
    values[i] = NAN;
  steps = count_steps (self);
  ask (&asked, self, first, n, TRUE);
  for (guint l = 0; l < asked.n_listed && is_done;)
    {
      guint from = l;

      for (double so_far = 0; l < asked.n_listed && so_far < MOST_STEPS; l++)
        so_far += steps[asked.listed[l]];
      is_done = measure_listed (self, ask_constraint, &asked, from, l, values, job, error);
    }
  answer (&asked, values);
  return is_done ? g_steal_pointer (&values) : NULL;
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
 * Schools that are tied to the same others have the same; one of them is measured.
 * Cost: for each of the others the links of its component; where one component holds most of
 * England half a minute for all, 3 ms for one. Nobody else measures meanwhile. No random numbers.
 * Source: Marchiori & Latora (2000), Physica A 285, 539–546; igraph_harmonic_centrality.
 *
 * Returns: (transfer full) (array length=n): the values, or %NULL
 */
double *
kith_graph_measure_closeness (KithGraph *self, guint first, guint n, KithJob *job, GError **error)
{
  g_autofree double *values = g_new0 (double, n + 1);
  gboolean is_done;
  Asked asked;

  g_return_val_if_fail (first <= self->n_schools && n <= self->n_schools - first, NULL);

  ask (&asked, self, first, n, FALSE);
  is_done = measure_listed (self, ask_closeness, &asked, 0, asked.n_listed, values, job, error);
  answer (&asked, values);
  /* those who are alone have no links, and nothing that could be divided by n − 1 */
  for (guint i = 0; i < n; i++)
    values[i] = values[i] > 0 ? values[i] / (self->n_schools - 1) : 0;
  return is_done ? g_steal_pointer (&values) : NULL;
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
      for (guint v = 0; status == IGRAPH_SUCCESS && v < self->n_vertices; v++)
        values[self->schools[v]] = (guint)VECTOR (found)[v];
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
        is_cut_point[self->schools[VECTOR (found)[i]]] = TRUE;
      igraph_vector_int_destroy (&found);
    }
  return kith_graph_leave (status, job, error) ? g_steal_pointer (&is_cut_point) : NULL;
}
