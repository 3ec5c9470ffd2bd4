/* kith-hull.h: the rounded outline around points
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kith-box.h"

G_BEGIN_DECLS

GArray   *kith_hull_new           (const KithPoint  *points,
                                   guint             n_points);
GArray   *kith_hull_grow          (const GArray     *hull,
                                   double            by);
gboolean  kith_outline_holds      (const GArray     *outline,
                                   KithPoint         point);
double    kith_outline_get_distance (const GArray   *outline,
                                   KithPoint         point,
                                   KithPoint        *nearest);

G_END_DECLS
