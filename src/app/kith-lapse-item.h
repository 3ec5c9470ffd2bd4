/* kith-lapse-item.h: something of a partnership that lapses, as a row of a list
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kith-health.h"

G_BEGIN_DECLS

#define KITH_TYPE_LAPSE_ITEM (kith_lapse_item_get_type ())
G_DECLARE_FINAL_TYPE (KithLapseItem, kith_lapse_item, KITH, LAPSE_ITEM, GObject)

GPtrArray        *kith_lapse_item_list_all   (KithRoll       *roll);
const KithLapse  *kith_lapse_item_get        (KithLapseItem  *self);
const char       *kith_lapse_item_get_name   (KithLapseItem  *self);
KithDate          kith_lapse_item_get_as_at  (KithLapseItem  *self);

G_END_DECLS
