/* kith-reach.h: the soft shape that lies around lines
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kith-box.h"

G_BEGIN_DECLS

GPtrArray  *kith_reach_new_outlines  (const KithPoint  *lines,
                                      guint             n_lines,
                                      double            distance,
                                      double            softness);

G_END_DECLS
