/* kith-filter-popover.h: which schools are shown, by authority, phase, trust and finding
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "kith-roll-filter.h"
#include "kith-roll-view.h"

G_BEGIN_DECLS

/* Authority, phase, trust, finding; what is to do; who is chosen. */
#define KITH_FILTER_PARTS 6

#define KITH_TYPE_FILTER_POPOVER (kith_filter_popover_get_type ())
G_DECLARE_FINAL_TYPE (KithFilterPopover, kith_filter_popover, KITH, FILTER_POPOVER, GtkPopover)

void   kith_filter_popover_set_filter        (KithFilterPopover  *self,
                                              KithRollFilter     *filter,
                                              KithChosen         *chosen);
void   kith_filter_popover_show_choices      (KithFilterPopover  *self,
                                              GListModel         *schools);
void   kith_filter_popover_show_only_chosen  (KithFilterPopover  *self);
void   kith_filter_popover_clear             (KithFilterPopover  *self);
guint  kith_filter_popover_count             (KithFilterPopover  *self);
void   kith_filter_popover_read              (KithFilterPopover  *self,
                                              KithRollView       *view);
void   kith_filter_popover_choose            (KithFilterPopover  *self,
                                              const KithRollView *view);
const char *
       kith_filter_popover_get_part          (KithFilterPopover  *self,
                                              guint               part);
void   kith_filter_popover_clear_part        (KithFilterPopover  *self,
                                              guint               part);

G_END_DECLS
