/* kith-filter-chips.h: what a filter is made of, each part to be taken off at a press
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define KITH_TYPE_FILTER_CHIPS (kith_filter_chips_get_type ())
G_DECLARE_FINAL_TYPE (KithFilterChips, kith_filter_chips, KITH, FILTER_CHIPS, GtkWidget)

void  kith_filter_chips_begin  (KithFilterChips  *self);
void  kith_filter_chips_add    (KithFilterChips  *self,
                                guint             part,
                                const char       *words);
void  kith_filter_chips_end    (KithFilterChips  *self);

G_END_DECLS
