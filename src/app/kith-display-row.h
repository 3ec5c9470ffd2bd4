/* kith-display-row.h: one school of a data display, as a row of the table beside it
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "kith-chart.h"

G_BEGIN_DECLS

#define KITH_TYPE_DISPLAY_ROW (kith_display_row_get_type ())
G_DECLARE_FINAL_TYPE (KithDisplayRow, kith_display_row, KITH, DISPLAY_ROW, GObject)

GListModel  *kith_display_row_list     (const KithFamilyDisplay *display);
void         kith_display_row_add_columns (GtkColumnView        *view);
gint64       kith_display_row_get_urn  (KithDisplayRow          *self);

G_END_DECLS
