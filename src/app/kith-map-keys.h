/* kith-map-keys.h: what the keyboard does with a map
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kith-map-hand.h"

G_BEGIN_DECLS

gboolean  kith_map_keys_press  (KithMapView     *view,
                                KithMapHand     *hand,
                                guint            key,
                                GdkModifierType  state);

G_END_DECLS
