/* kith-map-pins.h: marks that an officer has put where they stand
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kith-map.h"

G_BEGIN_DECLS

/**
 * KithMapPin:
 * @view: (transfer none): what the register calls the picture; lives for ever
 * @urn: of the school
 * @is_kept: whether the register keeps a place for it; else the picture finds one
 * @at: as the register keeps it: of a network in mm, of a schematic map in metres on the grid
 * @is_pinned: whether an officer put it there
 */
typedef struct
{
  const char *view;
  gint64 urn;
  gboolean is_kept;
  KithPoint at;
  gboolean is_pinned;
} KithMapPin;

gboolean    kith_map_can_pin      (const KithMap     *self,
                                   gint64             urn);
gboolean    kith_map_is_pinned    (const KithMap     *self,
                                   gint64             urn);
GArray     *kith_map_list_pinned  (const KithMap     *self);
KithMapPin  kith_map_make_pin     (const KithMap     *self,
                                   gint64             urn,
                                   KithPoint          at);
KithMapPin  kith_map_make_unpin   (const KithMap     *self,
                                   gint64             urn);

KithMapPin  kith_map_pin_find     (KithLedger        *ledger,
                                   const char        *view,
                                   gint64             urn);
void        kith_map_pin_put      (const KithMapPin  *self,
                                   KithChangeset     *changes);

G_END_DECLS
