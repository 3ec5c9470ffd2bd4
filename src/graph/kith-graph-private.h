/* kith-graph-private.h: what a graph is made of, and the door to igraph
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <igraph/igraph.h>

#include "kith-graph.h"

G_BEGIN_DECLS

struct _KithGraph
{
  igraph_t graph;
  igraph_vector_t weights; /* of each edge */
  guint n_schools;
  guint32 seed;
};

/* igraph keeps its stack of unfinished work, its handlers and its generator for the whole
   process: whoever calls it does so between these two. */
void      kith_graph_enter  (guint32          seed,
                             KithJob         *job);
gboolean  kith_graph_leave  (igraph_error_t   status,
                             KithJob         *job,
                             GError         **error);

G_END_DECLS
