/* kith-graph-clique.h: schools that are all paired with each other
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kith-graph.h"

G_BEGIN_DECLS

/**
 * KithGraphPair:
 * @a: one, from 0
 * @b: another
 */
typedef struct
{
  guint a, b;
} KithGraphPair;

gboolean  kith_graph_find_clique  (guint                 n,
                                   const KithGraphPair  *pairs,
                                   guint                 n_pairs,
                                   guint                 size,
                                   GArray              **clique,
                                   KithJob              *job,
                                   GError              **error);

G_END_DECLS
