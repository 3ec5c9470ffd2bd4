/* kith-graph-private.h: what a graph is made of, and the door to igraph
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <igraph/igraph.h>

#include "kith-graph.h"

G_BEGIN_DECLS

/* igraph has only the schools that are tied to others: half of England's are not. */
struct _KithGraph
{
  KithNetwork *network;
  igraph_t graph;
  igraph_vector_t weights; /* of each edge */
  guint n_schools;
  guint *vertices; /* of each school, or KITH_INDEX_NONE */
  guint *schools;  /* of each vertex, in their order */
  guint n_vertices;
  guint32 seed;
};

/* igraph keeps its stack of unfinished work, its handlers and its generator for the whole
   process: whoever calls it does so between these two. */
void      kith_graph_enter  (guint32          seed,
                             KithJob         *job);
gboolean  kith_graph_leave  (igraph_error_t   status,
                             KithJob         *job,
                             GError         **error);

guint    *kith_graph_find_alike  (KithNetwork  *network,
                                  gboolean      by_weight);

G_END_DECLS
