/* kith-roster-item.h: a person or an organisation, as a row of a list
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "kith-roster.h"

G_BEGIN_DECLS

#define KITH_TYPE_ROSTER_ITEM (kith_roster_item_get_type ())
G_DECLARE_FINAL_TYPE (KithRosterItem, kith_roster_item, KITH, ROSTER_ITEM, GObject)

GPtrArray            *kith_roster_item_list       (KithLedger      *ledger,
                                                   KithTable        table,
                                                   KithDate         as_at);
const KithRosterRow  *kith_roster_item_get        (KithRosterItem  *self);
gboolean              kith_roster_item_has_words  (KithRosterItem  *self,
                                                   const char      *key);

G_END_DECLS
