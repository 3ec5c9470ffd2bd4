/* kith-overlap-item.h: two hubs that share schools, as a row of a list
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kith-hubs.h"

G_BEGIN_DECLS

#define KITH_TYPE_OVERLAP_ITEM (kith_overlap_item_get_type ())
G_DECLARE_FINAL_TYPE (KithOverlapItem, kith_overlap_item, KITH, OVERLAP_ITEM, GObject)

GPtrArray                    *kith_overlap_item_list_all   (KithRoll         *roll);
guint                         kith_overlap_item_get_shared (KithOverlapItem  *self);
const KithNetworkArrangement *kith_overlap_item_get_hub    (KithOverlapItem  *self,
                                                            guint             which);

G_END_DECLS
