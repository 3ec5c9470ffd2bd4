/* kith-map-groups-private.h: arrangements as soft outlines around their members
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kith-map-private.h"
#include "kith-sector.h"

G_BEGIN_DECLS

/* LOOK, section 4: no more outlines at once; the largest stay. */
#define KITH_MAP_MOST_OUTLINES 8

/* Numbers of lines among the labels, from here on those of outlines. */
#define KITH_MAP_OUTLINE_LINES 200000

KithMapGroup  *kith_map_add_group           (KithMapDraft                 *draft,
                                             const char                   *name,
                                             KithTie                       tie);
void           kith_map_group_clear         (KithMapGroup                 *self);
KithPaint      kith_map_get_outline_paint   (KithTie                       tie);
void           kith_map_draw_groups         (KithMapDraft                 *draft);
void           kith_map_share_sectors       (KithMapDraft                 *draft,
                                             KithSector                   *sectors,
                                             guint                        *sector_of,
                                             guint                        *number_of,
                                             double                        gap);
void           kith_map_fill_network_column (KithMapDraft                 *draft);
double         kith_map_fit_middle          (KithMapDraft                 *draft);
void           kith_map_draw_middle         (KithMapDraft                 *draft);

G_END_DECLS
