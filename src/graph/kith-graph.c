/* kith-graph.c: measures of the whole network; the one door to igraph
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-graph-private.h"

#include <glib/gi18n.h>

G_DEFINE_QUARK (kith - graph - error - quark, kith_graph_error)

static GMutex door;

/* Of whoever is inside; igraph's own calls hand nothing to the handler. */
static GCancellable *inside;

static igraph_error_t
stop_when_cancelled (void *data)
{
  if (inside == NULL || !g_cancellable_is_cancelled (inside))
    return IGRAPH_SUCCESS;
  IGRAPH_FINALLY_FREE ();
  return IGRAPH_INTERRUPTED;
}

/**
 * kith_graph_enter:
 * @seed: at which the generator begins
 * @job: (nullable): gives cancellation
 *
 * Waits until nobody else is inside. Every way in begins here and ends in kith_graph_leave().
 */
void
kith_graph_enter (guint32 seed, KithJob *job)
{
  g_mutex_lock (&door);
  inside = job != NULL ? kith_job_get_cancellable (job) : NULL;
  /* without a handler that returns, igraph aborts */
  igraph_set_error_handler (igraph_error_handler_ignore);
  igraph_set_warning_handler (igraph_warning_handler_ignore);
  igraph_set_interruption_handler (stop_when_cancelled);
  igraph_rng_seed (igraph_rng_default (), seed);
}

/**
 * kith_graph_leave:
 * @status: of what was done inside
 * @job: (nullable): as it was given to kith_graph_enter()
 * @error: return location for %G_IO_ERROR_CANCELLED or a #KithGraphError
 *
 * Returns: whether it went well
 */
gboolean
kith_graph_leave (igraph_error_t status, KithJob *job, GError **error)
{
  inside = NULL;
  g_mutex_unlock (&door);
  if (job != NULL && g_cancellable_set_error_if_cancelled (kith_job_get_cancellable (job), error))
    return FALSE;
  if (status == IGRAPH_ENOMEM)
    g_set_error_literal (error, KITH_GRAPH_ERROR, KITH_GRAPH_ERROR_MEMORY,
                         _ ("There is not enough memory to measure the network. "
                            "Close other programs and ask again."));
  else if (status != IGRAPH_SUCCESS)
    g_set_error (error, KITH_GRAPH_ERROR, KITH_GRAPH_ERROR_FAILED,
                 _ ("The network could not be measured (%s)."), igraph_strerror (status));
  return status == IGRAPH_SUCCESS;
}

static void
number_vertices (KithGraph *self)
{
  self->vertices = g_new (guint, self->n_schools + 1);
  self->schools = g_new (guint, self->n_schools + 1);
  for (guint i = 0; i < self->n_schools; i++)
    {
      guint n_tied;

      kith_network_get_tied (self->network, i, &n_tied);
      self->vertices[i] = n_tied > 0 ? self->n_vertices : KITH_INDEX_NONE;
      if (n_tied > 0)
        self->schools[self->n_vertices++] = i;
    }
}

static igraph_error_t
make_graph (KithGraph *self)
{
  guint n_edges;
  const KithEdge *edges = kith_network_get_edges (self->network, &n_edges);
  igraph_vector_int_t ends;
  igraph_error_t status = igraph_vector_init (&self->weights, (igraph_integer_t)n_edges);

  if (status != IGRAPH_SUCCESS)
    return status;
  status = igraph_vector_int_init (&ends, 2 * (igraph_integer_t)n_edges);
  if (status == IGRAPH_SUCCESS)
    {
      for (guint e = 0; e < n_edges; e++)
        {
          VECTOR (ends)[2 * e] = self->vertices[edges[e].a];
          VECTOR (ends)[2 * e + 1] = self->vertices[edges[e].b];
          VECTOR (self->weights)[e] = edges[e].weight;
        }
      status = igraph_create (&self->graph, &ends, self->n_vertices, IGRAPH_UNDIRECTED);
      igraph_vector_int_destroy (&ends);
    }
  if (status != IGRAPH_SUCCESS)
    igraph_vector_destroy (&self->weights);
  return status;
}

/* All but what igraph has of it. */
static void
free_rest (KithGraph *self)
{
  g_free (self->vertices);
  g_free (self->schools);
  kith_network_unref (self->network);
  g_free (self);
}

/* Numbered by their first school, whatever order igraph went in. */
static KithComponents *
number_components (const KithGraph *self, const igraph_vector_int_t *membership)
{
  KithComponents *found = g_new0 (KithComponents, 1);
  g_autofree guint *numbers = g_new (guint, self->n_vertices + 1);

  found->n_schools = self->n_schools;
  found->component = g_new (guint, self->n_schools + 1);
  found->size = g_new0 (guint, self->n_schools + 1);
  for (guint v = 0; v < self->n_vertices; v++)
    numbers[v] = G_MAXUINT;
  for (guint i = 0; i < self->n_schools; i++)
    {
      guint alone = G_MAXUINT;
      guint *number = self->vertices[i] == KITH_INDEX_NONE
                          ? &alone
                          : &numbers[VECTOR (*membership)[self->vertices[i]]];

      if (*number == G_MAXUINT)
        *number = found->n_components++;
      found->component[i] = *number;
      found->size[*number]++;
    }
  return found;
}

/**
 * kith_graph_new:
 * @network: schools and edges as at one date
 * @seed: for measures that draw random numbers; they begin with it each time
 * @error: return location for a #KithGraphError
 *
 * Returns: (transfer full): its graph, which keeps @network, or %NULL
 */
KithGraph *
kith_graph_new (KithNetwork *network, guint32 seed, GError **error)
{
  KithGraph *self = g_new0 (KithGraph, 1);
  igraph_error_t status;

  self->network = kith_network_ref (network);
  kith_network_get_schools (network, &self->n_schools);
  self->seed = seed;
  number_vertices (self);
  kith_graph_enter (seed, NULL);
  status = make_graph (self);
  if (!kith_graph_leave (status, NULL, error))
    g_clear_pointer (&self, free_rest);
  return self;
}

/**
 * kith_graph_free:
 * @self: (transfer full) (nullable): a graph
 */
void
kith_graph_free (KithGraph *self)
{
  if (self == NULL)
    return;
  kith_graph_enter (self->seed, NULL);
  igraph_destroy (&self->graph);
  igraph_vector_destroy (&self->weights);
  kith_graph_leave (IGRAPH_SUCCESS, NULL, NULL);
  free_rest (self);
}

/**
 * kith_graph_get_seed:
 *
 * Returns: the seed, to be kept with every result
 */
guint32
kith_graph_get_seed (const KithGraph *self)
{
  return self->seed;
}

/**
 * kith_graph_find_components:
 * @job: (nullable): gives cancellation
 * @error: return location for %G_IO_ERROR_CANCELLED or a #KithGraphError
 *
 * Finds which schools are joined by any chain of links; a school without links is a component
 * of its own. Cost: O(n + m), 6 ms for England. No random numbers.
 *
 * Returns: (transfer full): the components, or %NULL
 */
KithComponents *
kith_graph_find_components (KithGraph *self, KithJob *job, GError **error)
{
  KithComponents *found = NULL;
  igraph_vector_int_t membership;
  igraph_error_t status;

  kith_graph_enter (self->seed, job);
  status = igraph_vector_int_init (&membership, 0);
  if (status == IGRAPH_SUCCESS)
    {
      status = igraph_connected_components (&self->graph, &membership, NULL, NULL, IGRAPH_WEAK);
      if (status == IGRAPH_SUCCESS)
        found = number_components (self, &membership);
      igraph_vector_int_destroy (&membership);
    }
  if (!kith_graph_leave (status, job, error))
    g_clear_pointer (&found, kith_components_free);
  return found;
}

/**
 * kith_components_free:
 * @self: (transfer full) (nullable): components
 */
void
kith_components_free (KithComponents *self)
{
  if (self == NULL)
    return;
  g_free (self->component);
  g_free (self->size);
  g_free (self);
}
