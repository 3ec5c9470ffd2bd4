/* kith-cut.h: what falls apart where one point is taken away
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kith-job.h"

G_BEGIN_DECLS

/**
 * KithLine:
 * @a: a point
 * @b: another
 *
 * Joins two points of any sort, undirected.
 */
typedef struct
{
  guint a, b;
} KithLine;

/**
 * KithParting:
 * @n_pieces: pieces with points that count, into which the rest of its component falls; 0 or 1
 *   where it holds none together
 * @n_parted: points that count, in all these pieces but the largest
 * @largest: points that count in the largest piece
 *
 * What taking one point away would part.
 */
typedef struct
{
  guint n_pieces;
  guint n_parted;
  guint largest;
} KithParting;

KithParting  *kith_cut_measure  (guint            n_points,
                                 const guint8    *counts,
                                 const KithLine  *lines,
                                 guint            n_lines,
                                 KithJob         *job,
                                 GError         **error);

G_END_DECLS
