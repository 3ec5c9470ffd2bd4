/* kith-member-item.h: one member of a partnership, as a row of a list
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kith-arrangement-story.h"
#include "kith-hubs.h"

G_BEGIN_DECLS

#define KITH_TYPE_MEMBER_ITEM (kith_member_item_get_type ())
G_DECLARE_FINAL_TYPE (KithMemberItem, kith_member_item, KITH, MEMBER_ITEM, GObject)

GPtrArray              *kith_member_item_list_members      (KithRoll                    *roll,
                                                            const KithArrangementStory  *story);
GPtrArray              *kith_member_item_list_not_reached  (KithRoll                    *roll,
                                                            const KithArrangementStory  *story);
GPtrArray              *kith_member_item_list_untouched    (KithRoll                    *roll);
KithRoll               *kith_member_item_get_roll          (KithMemberItem              *self);
const KithStoryMember  *kith_member_item_get               (KithMemberItem              *self);
gint64                  kith_member_item_get_urn           (gpointer                     self);

G_END_DECLS
