/* kith-reach.h: the soft shape that lies around lines
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kith-box.h"

G_BEGIN_DECLS

/**
 * KithReachLine:
 * @a: where a piece of a line begins
 * @b: where it ends
 * @number: of the line; its pieces follow each other
 */
typedef struct
{
  KithPoint a, b;
  guint number;
} KithReachLine;

GPtrArray  *kith_reach_new_outlines  (const KithReachLine  *lines,
                                      guint                 n_lines,
                                      double                distance,
                                      double                softness);

G_END_DECLS
