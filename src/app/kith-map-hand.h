/* kith-map-hand.h: what the pointer does with a map
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kith-map-view.h"

G_BEGIN_DECLS

/**
 * KithMapHand:
 *
 * Moves the map, draws a band around schools, moves marks; and the menu of a mark.
 */
typedef struct _KithMapHand KithMapHand;

KithMapHand  *kith_map_hand_new        (KithMapView         *view);
void          kith_map_hand_free       (KithMapHand         *self);
void          kith_map_hand_set_tool   (KithMapHand         *self,
                                        KithMapTool          tool);
gboolean      kith_map_hand_let_go     (KithMapHand         *self);
void          kith_map_hand_pin        (KithMapHand         *self,
                                        gint64               urn,
                                        double               dx,
                                        double               dy);
void          kith_map_hand_popup      (KithMapHand         *self,
                                        gint64               urn);
void          kith_map_hand_allocate   (KithMapHand         *self);
void          kith_map_hand_draw       (KithMapHand         *self,
                                        GtkSnapshot         *snapshot,
                                        const KithMapFrame  *frame);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (KithMapHand, kith_map_hand_free)

G_END_DECLS
