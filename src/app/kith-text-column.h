/* kith-text-column.h: a column of text in a list
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * KithTextColumn:
 * @title: for people, not yet translated
 * @width: px, 0 for the rest
 * @is_number: stands right, in figures of one width
 * @dup_text: (transfer full) (nullable): an item's cell
 * @compare: (nullable): puts two items in order
 */
typedef struct
{
  const char *title;
  int width;
  gboolean is_number;
  char *(*dup_text) (gpointer item);
  GCompareDataFunc compare;
} KithTextColumn;

void  kith_text_column_add        (GtkColumnView         *view,
                                   const KithTextColumn  *column);
void  kith_text_column_set_width  (GtkColumnViewColumn   *column,
                                   int                    width);

G_END_DECLS
