/* kith-graph-forces.c: what is tied draws near, what is not keeps away
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-graph-forces.h"
#include "kith-graph-private.h"

#include <math.h>

/* Further out than any vertex goes. */
#define FAR_OUT 1e6

/* bounds that hold those that are held, and let the others go where they will */
typedef struct
{
  igraph_vector_t low_x, high_x, low_y, high_y;
} Bounds;

static igraph_error_t
make_bounds (Bounds *self, const KithVertex *vertices, guint n_vertices)
{
  igraph_vector_t *all[] = { &self->low_x, &self->high_x, &self->low_y, &self->high_y };

  for (guint i = 0; i < G_N_ELEMENTS (all); i++)
    {
      igraph_error_t status = igraph_vector_init (all[i], n_vertices);

      if (status != IGRAPH_SUCCESS)
        {
          while (i-- > 0)
            igraph_vector_destroy (all[i]);
          return status;
        }
    }
  for (guint v = 0; v < n_vertices; v++)
    {
      gboolean is_held = vertices[v].is_held;

      VECTOR (self->low_x)[v] = is_held ? vertices[v].x : -FAR_OUT;
      VECTOR (self->high_x)[v] = is_held ? vertices[v].x : FAR_OUT;
      VECTOR (self->low_y)[v] = is_held ? vertices[v].y : -FAR_OUT;
      VECTOR (self->high_y)[v] = is_held ? vertices[v].y : FAR_OUT;
    }
  return IGRAPH_SUCCESS;
}

static void
clear_bounds (Bounds *self)
{
  igraph_vector_destroy (&self->low_x);
  igraph_vector_destroy (&self->high_x);
  igraph_vector_destroy (&self->low_y);
  igraph_vector_destroy (&self->high_y);
}

/* a graph of the pulls, their strengths, and a row for each vertex */
typedef struct
{
  igraph_t graph;
  igraph_vector_t strengths;
  igraph_matrix_t places;
} Forces;

static igraph_error_t
make_graph (Forces *self, guint n_vertices, const KithPull *pulls, guint n_pulls)
{
  igraph_vector_int_t ends;
  igraph_error_t status = igraph_vector_int_init (&ends, 2 * (igraph_integer_t)n_pulls);

  if (status != IGRAPH_SUCCESS)
    return status;
  for (guint p = 0; p < n_pulls; p++)
    {
      VECTOR (ends)[2 * p] = pulls[p].a;
      VECTOR (ends)[2 * p + 1] = pulls[p].b;
      VECTOR (self->strengths)[p] = pulls[p].strength;
    }
  status = igraph_create (&self->graph, &ends, n_vertices, IGRAPH_UNDIRECTED);
  igraph_vector_int_destroy (&ends);
  return status;
}

static igraph_error_t
make_forces (Forces *self,
             const KithVertex *vertices,
             guint n_vertices,
             const KithPull *pulls,
             guint n_pulls)
{
  igraph_error_t status = igraph_vector_init (&self->strengths, n_pulls);

  if (status != IGRAPH_SUCCESS)
    return status;
  status = igraph_matrix_init (&self->places, n_vertices, 2);
  if (status == IGRAPH_SUCCESS)
    {
      for (guint v = 0; v < n_vertices; v++)
        {
          MATRIX (self->places, v, 0) = vertices[v].x;
          MATRIX (self->places, v, 1) = vertices[v].y;
        }
      status = make_graph (self, n_vertices, pulls, n_pulls);
      if (status != IGRAPH_SUCCESS)
        igraph_matrix_destroy (&self->places);
    }
  if (status != IGRAPH_SUCCESS)
    igraph_vector_destroy (&self->strengths);
  return status;
}

static void
clear_forces (Forces *self)
{
  igraph_destroy (&self->graph);
  igraph_matrix_destroy (&self->places);
  igraph_vector_destroy (&self->strengths);
}

static igraph_error_t
run (KithVertex *vertices,
     guint n_vertices,
     const KithPull *pulls,
     guint n_pulls,
     guint n_steps,
     double heat)
{
  Forces forces;
  Bounds bounds;
  igraph_error_t status = make_forces (&forces, vertices, n_vertices, pulls, n_pulls);

  if (status != IGRAPH_SUCCESS)
    return status;
  status = make_bounds (&bounds, vertices, n_vertices);
  if (status == IGRAPH_SUCCESS)
    {
      status = igraph_layout_fruchterman_reingold (
          &forces.graph, &forces.places, TRUE, n_steps, heat, IGRAPH_LAYOUT_AUTOGRID,
          &forces.strengths, &bounds.low_x, &bounds.high_x, &bounds.low_y, &bounds.high_y);
      clear_bounds (&bounds);
    }
  for (guint v = 0; status == IGRAPH_SUCCESS && v < n_vertices; v++)
    {
      vertices[v].x = MATRIX (forces.places, v, 0);
      vertices[v].y = MATRIX (forces.places, v, 1);
    }
  clear_forces (&forces);
  return status;
}

/**
 * kith_graph_lay_out:
 * @vertices: (array length=n_vertices) (inout): where they begin; takes where they end
 * @n_vertices: how many
 * @pulls: (array length=n_pulls): what draws two of them together
 * @n_pulls: how many
 * @n_steps: how often each may move
 * @heat: how far in the first step, in lengths of a tie; less and less then
 * @seed: for vertices that stand in one place
 * @job: (nullable): takes progress, gives cancellation
 * @error: return location for a #KithGraphError
 *
 * Lays out by forces, from where the vertices stand; those that are held push and pull the
 * others and stay themselves.
 *
 * Cost: O(n² + m) a step, from 1,000 vertices O(n + m).
 * Source: Fruchterman & Reingold (1991), Software: Practice and Experience 21, 1129–1164;
 *   igraph_layout_fruchterman_reingold().
 *
 * Returns: whether it was done; @vertices are unchanged if not
 */
gboolean
kith_graph_lay_out (KithVertex *vertices,
                    guint n_vertices,
                    const KithPull *pulls,
                    guint n_pulls,
                    guint n_steps,
                    double heat,
                    guint32 seed,
                    KithJob *job,
                    GError **error)
{
  igraph_error_t status;

  kith_graph_enter (seed, job);
  status = run (vertices, n_vertices, pulls, n_pulls, n_steps, heat);
  return kith_graph_leave (status, job, error);
}
