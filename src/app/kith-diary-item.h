/* kith-diary-item.h: a contact or an action, as a row of a list
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "kith-ledger.h"

G_BEGIN_DECLS

#define KITH_TYPE_DIARY_ITEM (kith_diary_item_get_type ())
G_DECLARE_FINAL_TYPE (KithDiaryItem, kith_diary_item, KITH, DIARY_ITEM, GObject)

/**
 * KithDiaryEntry:
 * @contact: (nullable): the register's row, or
 * @action: (nullable): that of an action
 * @urn: a school that it is about, or %KITH_INT_NONE
 * @who: (nullable): who took part, or whom it is about: "Pond Street and Ada Marsh"
 * @under: (nullable): the partnership that it was under
 * @is_overdue: of an action: whether it was due before the day and is not done
 */
typedef struct
{
  const KithContact *contact;
  const KithAction *action;
  gint64 urn;
  char *who;
  const char *under;
  gboolean is_overdue;
} KithDiaryEntry;

GPtrArray             *kith_diary_item_list_contacts  (KithLedger     *ledger,
                                                       KithDate        as_at);
GPtrArray             *kith_diary_item_list_actions   (KithLedger     *ledger,
                                                       KithDate        as_at);
const KithDiaryEntry  *kith_diary_item_get            (KithDiaryItem  *self);
gboolean               kith_diary_item_is_overdue    (const KithAction  *action,
                                                       KithDate        as_at);
gboolean               kith_diary_item_has_words      (KithDiaryItem  *self,
                                                       const char     *key);

G_END_DECLS
