/* kith-map-moves.h: marks that are put elsewhere, and taken back
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kith-map-pins.h"
#include "kith-session.h"

G_BEGIN_DECLS

#define KITH_TYPE_MAP_MOVES (kith_map_moves_get_type ())
G_DECLARE_FINAL_TYPE (KithMapMoves, kith_map_moves, KITH, MAP_MOVES, GObject)

KithMapMoves  *kith_map_moves_get         (KithSession       *session);
void           kith_map_moves_make        (KithMapMoves      *self,
                                           const KithMapPin  *pins,
                                           guint              n_pins);
gboolean       kith_map_moves_can_undo    (KithMapMoves      *self);
gboolean       kith_map_moves_can_redo    (KithMapMoves      *self);
void           kith_map_moves_undo        (KithMapMoves      *self);
void           kith_map_moves_redo        (KithMapMoves      *self);
KithLedger    *kith_map_moves_dup_ledger  (KithMapMoves      *self);

G_END_DECLS
