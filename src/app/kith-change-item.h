/* kith-change-item.h: something that changed, as a row of a list
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "kith-diff.h"

G_BEGIN_DECLS

#define KITH_TYPE_CHANGE_ITEM (kith_change_item_get_type ())
G_DECLARE_FINAL_TYPE (KithChangeItem, kith_change_item, KITH, CHANGE_ITEM, GObject)

GPtrArray           *kith_change_item_list_all     (KithDiff        *diff);
const KithDiffItem  *kith_change_item_get          (KithChangeItem  *self);
const char          *kith_change_item_get_heading  (KithChangeItem  *self);

G_END_DECLS
