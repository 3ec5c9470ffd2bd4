/* kith-roll-item.h: one school of the roll call, as a row of a list
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kith-roll.h"

G_BEGIN_DECLS

#define KITH_TYPE_ROLL_ITEM (kith_roll_item_get_type ())
G_DECLARE_FINAL_TYPE (KithRollItem, kith_roll_item, KITH, ROLL_ITEM, GObject)

GPtrArray                *kith_roll_item_list_all      (KithRoll      *roll);
KithRoll                 *kith_roll_item_get_roll      (KithRollItem  *self);
gint64                    kith_roll_item_get_urn       (KithRollItem  *self);
guint                     kith_roll_item_get_position  (KithRollItem  *self);
const KithRollRow        *kith_roll_item_get_row       (KithRollItem  *self);
const KithNetworkSchool  *kith_roll_item_get_school    (KithRollItem  *self);
const char               *kith_roll_item_get_name      (KithRollItem  *self);
const char               *kith_roll_item_get_sort_key  (KithRollItem  *self);
const char               *kith_roll_item_get_folded    (KithRollItem  *self);
const char               *kith_roll_item_get_authority (KithRollItem  *self);
char                     *kith_roll_item_dup_line      (KithRollItem  *self);
const char               *kith_roll_item_get_headings  (void);

G_END_DECLS
