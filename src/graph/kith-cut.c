/* kith-cut.c: what falls apart where one point is taken away
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-cut.h"

#include "kith-graph-private.h"

#define NONE G_MAXUINT

/* The tree of blocks and the points that they share. Points are nodes 0 to n_points − 1, blocks
   those after them; only blocks and cut points hang in it. */
typedef struct
{
  guint n_points, n_nodes;
  const guint8 *counts;
  guint *first; /* of each node, its neighbours in near */
  guint *near;
  guint8 *is_cut;
  guint *own; /* points that count, of a block those that are no cut points */
} Tree;

static igraph_error_t
make_graph (igraph_t *graph, guint n_points, const KithLine *lines, guint n_lines)
{
  igraph_vector_int_t ends;
  igraph_error_t status = igraph_vector_int_init (&ends, 2 * (igraph_integer_t)n_lines);

  if (status != IGRAPH_SUCCESS)
    return status;
  for (guint l = 0; l < n_lines; l++)
    {
      VECTOR (ends)[2 * l] = lines[l].a;
      VECTOR (ends)[2 * l + 1] = lines[l].b;
    }
  status = igraph_create (graph, &ends, n_points, IGRAPH_UNDIRECTED);
  igraph_vector_int_destroy (&ends);
  return status;
}

static void
list_near (Tree *self, const igraph_vector_int_list_t *blocks)
{
  guint n_blocks = self->n_nodes - self->n_points;
  g_autofree guint *fill = NULL;

  for (guint b = 0; b < n_blocks; b++)
    {
      const igraph_vector_int_t *points = igraph_vector_int_list_get_ptr (blocks, b);

      for (igraph_integer_t p = 0; p < igraph_vector_int_size (points); p++)
        {
          guint point = (guint)VECTOR (*points)[p];

          if (self->is_cut[point])
            {
              self->first[point + 1]++;
              self->first[self->n_points + b + 1]++;
            }
          else
            self->own[self->n_points + b] += self->counts[point] != 0;
        }
    }
  for (guint n = 0; n < self->n_nodes; n++)
    self->first[n + 1] += self->first[n];
  self->near = g_new (guint, self->first[self->n_nodes] + 1);
  fill = g_memdup2 (self->first, (self->n_nodes + 1) * sizeof *fill);
  for (guint b = 0; b < n_blocks; b++)
    {
      const igraph_vector_int_t *points = igraph_vector_int_list_get_ptr (blocks, b);

      for (igraph_integer_t p = 0; p < igraph_vector_int_size (points); p++)
        {
          guint point = (guint)VECTOR (*points)[p];

          if (!self->is_cut[point])
            continue;
          self->near[fill[point]++] = self->n_points + b;
          self->near[fill[self->n_points + b]++] = point;
        }
    }
}

static void
make_tree (Tree *self,
           guint n_points,
           const guint8 *counts,
           const igraph_vector_int_list_t *blocks,
           const igraph_vector_int_t *cuts)
{
  *self = (Tree){ .n_points = n_points, .counts = counts };
  self->n_nodes = n_points + (guint)igraph_vector_int_list_size (blocks);
  self->first = g_new0 (guint, self->n_nodes + 2);
  self->is_cut = g_new0 (guint8, n_points + 1);
  self->own = g_new0 (guint, self->n_nodes + 1);
  for (igraph_integer_t c = 0; c < igraph_vector_int_size (cuts); c++)
    {
      guint point = (guint)VECTOR (*cuts)[c];

      self->is_cut[point] = TRUE;
      self->own[point] = counts[point] != 0;
    }
  list_near (self, blocks);
}

static void
clear_tree (Tree *self)
{
  g_free (self->first);
  g_free (self->near);
  g_free (self->is_cut);
  g_free (self->own);
}

/* From a block downwards: order holds each node of its tree after its parent. */
static guint
walk_tree (const Tree *self, guint root, guint *parents, guint *order)
{
  guint n = 0;

  parents[root] = root;
  order[n++] = root;
  for (guint at = 0; at < n; at++)
    for (guint e = self->first[order[at]]; e < self->first[order[at] + 1]; e++)
      if (parents[self->near[e]] == NONE)
        {
          parents[self->near[e]] = order[at];
          order[n++] = self->near[e];
        }
  return n;
}

static void
add_piece (KithParting *parting, guint size)
{
  if (size == 0)
    return;
  parting->n_pieces++;
  parting->n_parted += MIN (size, parting->largest);
  parting->largest = MAX (size, parting->largest);
}

static void
measure_tree (const Tree *self, guint *parents, guint *order, KithParting *partings)
{
  g_autofree guint *below = g_memdup2 (self->own, (self->n_nodes + 1) * sizeof *below);

  for (guint root = self->n_points; root < self->n_nodes; root++)
    {
      guint n;

      if (parents[root] != NONE)
        continue;
      n = walk_tree (self, root, parents, order);
      for (guint at = n; at-- > 1;)
        {
          guint node = order[at], parent = parents[node];

          below[parent] += below[node];
          if (parent < self->n_points)
            add_piece (&partings[parent], below[node]);
        }
      for (guint at = 1; at < n; at++)
        if (order[at] < self->n_points)
          add_piece (&partings[order[at]], below[root] - below[order[at]]);
    }
}

static void
measure_partings (guint n_points,
                  const guint8 *counts,
                  const igraph_vector_int_list_t *blocks,
                  const igraph_vector_int_t *cuts,
                  KithParting *partings)
{
  Tree tree;
  g_autofree guint *parents = NULL;
  g_autofree guint *order = NULL;

  make_tree (&tree, n_points, counts, blocks, cuts);
  parents = g_new (guint, tree.n_nodes + 1);
  order = g_new (guint, tree.n_nodes + 1);
  for (guint n = 0; n < tree.n_nodes; n++)
    parents[n] = NONE;
  measure_tree (&tree, parents, order, partings);
  clear_tree (&tree);
}

static igraph_error_t
find_partings (const igraph_t *graph, guint n_points, const guint8 *counts, KithParting *partings)
{
  igraph_vector_int_list_t blocks;
  igraph_vector_int_t cuts;
  igraph_error_t status = igraph_vector_int_list_init (&blocks, 0);

  if (status != IGRAPH_SUCCESS)
    return status;
  status = igraph_vector_int_init (&cuts, 0);
  if (status == IGRAPH_SUCCESS)
    {
      status = igraph_biconnected_components (graph, NULL, NULL, NULL, &blocks, &cuts);
      if (status == IGRAPH_SUCCESS)
        measure_partings (n_points, counts, &blocks, &cuts, partings);
      igraph_vector_int_destroy (&cuts);
    }
  igraph_vector_int_list_destroy (&blocks);
  return status;
}

/**
 * kith_cut_measure:
 * @n_points: how many points there are
 * @counts: (array length=n_points): which of them count in what is parted
 * @lines: (array length=n_lines): what joins them
 * @n_lines: how many lines
 * @job: (nullable): gives cancellation
 * @error: return location for %G_IO_ERROR_CANCELLED or a #KithGraphError
 *
 * Finds the points that hold others together, and what taking each away would part: the
 * articulation points, with the sizes of what hangs at them in the tree of blocks.
 *
 * Cost: O(n + m). No random numbers.
 * Source: Tarjan (1972), SIAM J. Comput. 1, 146–160; igraph_biconnected_components.
 *
 * Returns: (transfer full) (array length=n_points): what each would part, or %NULL
 */
KithParting *
kith_cut_measure (guint n_points,
                  const guint8 *counts,
                  const KithLine *lines,
                  guint n_lines,
                  KithJob *job,
                  GError **error)
{
  KithParting *partings = g_new0 (KithParting, n_points + 1);
  igraph_t graph;
  igraph_error_t status;

  kith_graph_enter (0, job);
  status = make_graph (&graph, n_points, lines, n_lines);
  if (status == IGRAPH_SUCCESS)
    {
      status = find_partings (&graph, n_points, counts, partings);
      igraph_destroy (&graph);
    }
  if (!kith_graph_leave (status, job, error))
    g_clear_pointer (&partings, g_free);
  return partings;
}
