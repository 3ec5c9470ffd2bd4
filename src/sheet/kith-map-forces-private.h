/* kith-map-forces-private.h: a network laid out by forces, and those that nothing ties
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kith-map-column-private.h"

G_BEGIN_DECLS

gboolean  kith_map_lay_out_forces       (KithMapDraft   *draft,
                                         GError        **error);
void      kith_map_draw_shelf           (KithMapDraft   *draft);
void      kith_map_fill_holds_together  (KithMapColumn  *column);

G_END_DECLS
