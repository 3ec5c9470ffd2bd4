/* kith-graph-forces.h: what is tied draws near, what is not keeps away
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kith-graph.h"

G_BEGIN_DECLS

/**
 * KithPull:
 * @a: index of a vertex
 * @b: index of another
 * @strength: above 0
 */
typedef struct
{
  guint a, b;
  double strength;
} KithPull;

/**
 * KithVertex:
 * @x: where it stands, in lengths of a tie
 * @y: the same
 * @is_held: whether it stays there
 */
typedef struct
{
  double x, y;
  gboolean is_held;
} KithVertex;

gboolean  kith_graph_lay_out  (KithVertex      *vertices,
                               guint            n_vertices,
                               const KithPull  *pulls,
                               guint            n_pulls,
                               guint            n_steps,
                               double           heat,
                               guint32          seed,
                               KithJob         *job,
                               GError         **error);

G_END_DECLS
