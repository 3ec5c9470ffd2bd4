/* kith-new-link-item.h: a new link as a row of a list
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "kith-repair.h"

G_BEGIN_DECLS

/**
 * KithNewLinkItem:
 *
 * One link of a repair, and whether it is chosen. Lives no longer than the repair.
 */
#define KITH_TYPE_NEW_LINK_ITEM (kith_new_link_item_get_type ())
G_DECLARE_FINAL_TYPE (KithNewLinkItem, kith_new_link_item, KITH, NEW_LINK_ITEM, GObject)

KithNewLinkItem    *kith_new_link_item_new         (const KithRepair  *repair,
                                                    guint              link);
const KithNewLink  *kith_new_link_item_get_link    (KithNewLinkItem   *self);
guint               kith_new_link_item_get_number  (KithNewLinkItem   *self);
gboolean            kith_new_link_item_is_chosen   (KithNewLinkItem   *self);
void                kith_new_link_item_choose      (KithNewLinkItem   *self,
                                                    gboolean           is_chosen);

G_END_DECLS
