/* kith-partnership-item.h: one partnership of the ledger, as a row of a list
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kith-partnerships.h"

G_BEGIN_DECLS

#define KITH_TYPE_PARTNERSHIP_ITEM (kith_partnership_item_get_type ())
G_DECLARE_FINAL_TYPE (KithPartnershipItem, kith_partnership_item, KITH, PARTNERSHIP_ITEM, GObject)

GPtrArray              *kith_partnership_item_list_all      (KithRoll             *roll,
                                                             KithJob              *job,
                                                             GError              **error);
KithRoll               *kith_partnership_item_get_roll      (KithPartnershipItem  *self);
gint64                  kith_partnership_item_get_id        (KithPartnershipItem  *self);
const KithPartnership  *kith_partnership_item_get           (KithPartnershipItem  *self);
guint                   kith_partnership_item_get_position  (KithPartnershipItem  *self);
const char             *kith_partnership_item_get_sort_key  (KithPartnershipItem  *self);
gboolean                kith_partnership_item_has_text      (KithPartnershipItem  *self,
                                                             const char           *folded);

G_END_DECLS
