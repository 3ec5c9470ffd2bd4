/* kith-graph-clique.c: schools that are all paired with each other
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-graph-clique.h"
#include "kith-graph-private.h"

static int
compare_numbers (const void *a, const void *b)
{
  guint one = *(const guint *)a, other = *(const guint *)b;

  return (one > other) - (one < other);
}

static igraph_error_t
keep_clique (const igraph_vector_int_t *found, void *data)
{
  GArray **clique = data;

  *clique = g_array_new (FALSE, FALSE, sizeof (guint));
  for (igraph_integer_t i = 0; i < igraph_vector_int_size (found); i++)
    {
      guint one = (guint)VECTOR (*found)[i];

      g_array_append_val (*clique, one);
    }
  g_array_sort (*clique, compare_numbers);
  return IGRAPH_STOP;
}

static igraph_error_t
find_clique (igraph_vector_int_t *ends, guint n, guint size, GArray **clique)
{
  igraph_t graph;
  igraph_error_t status = igraph_create (&graph, ends, n, IGRAPH_UNDIRECTED);

  if (status != IGRAPH_SUCCESS)
    return status;
  status = igraph_cliques_callback (&graph, size, size, keep_clique, clique);
  igraph_destroy (&graph);
  return status;
}

/**
 * kith_graph_find_clique:
 * @n: how many there are
 * @pairs: (array length=n_pairs): each once
 * @n_pairs: how many
 * @size: how many are looked for, at least 1
 * @clique: (out) (transfer full) (element-type guint) (nullable): the first that are all paired
 *   with each other, in order; %NULL where there are none
 * @job: (nullable): gives cancellation
 * @error: return location for %G_IO_ERROR_CANCELLED or a #KithGraphError
 *
 * Cost: exponential in theory; for pairs of schools close by, milliseconds. No random numbers.
 * Source: igraph_cliques_callback(), which is Cliquer (Niskanen & Östergård 2003).
 *
 * Returns: %FALSE with @error set
 */
gboolean
kith_graph_find_clique (guint n,
                        const KithGraphPair *pairs,
                        guint n_pairs,
                        guint size,
                        GArray **clique,
                        KithJob *job,
                        GError **error)
{
  igraph_vector_int_t ends;
  igraph_error_t status;

  *clique = NULL;
  kith_graph_enter (0, job);
  status = igraph_vector_int_init (&ends, 2 * (igraph_integer_t)n_pairs);
  if (status == IGRAPH_SUCCESS)
    {
      for (guint p = 0; p < n_pairs; p++)
        {
          VECTOR (ends)[2 * p] = pairs[p].a;
          VECTOR (ends)[2 * p + 1] = pairs[p].b;
        }
      status = find_clique (&ends, n, size, clique);
      igraph_vector_int_destroy (&ends);
    }
  if (kith_graph_leave (status, job, error))
    return TRUE;
  g_clear_pointer (clique, g_array_unref);
  return FALSE;
}
