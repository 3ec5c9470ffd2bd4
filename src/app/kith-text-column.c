/* kith-text-column.c: a column of text in a list
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-text-column.h"

#include <glib/gi18n.h>

/* GTK counts in 1024ths. */
#define USUAL_DPI (96 * 1024)

/* Asked for when the pointer rests, and not set for each cell: a list would wait for it. */
static gboolean
query_tooltip_cb (GtkWidget *cell, int x, int y, gboolean is_keyboard, GtkTooltip *tooltip)
{
  const char *text = gtk_inscription_get_text (GTK_INSCRIPTION (cell));

  gtk_tooltip_set_text (tooltip, text);
  return text != NULL;
}

static void
setup_cell_cb (GtkListItemFactory *factory, GtkListItem *cell, const KithTextColumn *column)
{
  GtkWidget *widget = gtk_inscription_new (NULL);

  gtk_inscription_set_text_overflow (GTK_INSCRIPTION (widget),
                                     GTK_INSCRIPTION_OVERFLOW_ELLIPSIZE_END);
  gtk_inscription_set_xalign (GTK_INSCRIPTION (widget), column->is_number ? 1 : 0);
  gtk_inscription_set_min_chars (GTK_INSCRIPTION (widget), 0);
  gtk_widget_set_valign (widget, GTK_ALIGN_CENTER); /* one line */
  gtk_widget_set_has_tooltip (widget, TRUE);
  g_signal_connect (widget, "query-tooltip", G_CALLBACK (query_tooltip_cb), NULL);
  if (column->is_number)
    gtk_widget_add_css_class (widget, "numeric");
  gtk_list_item_set_child (cell, widget);
}

static void
bind_cell_cb (GtkListItemFactory *factory, GtkListItem *cell, const KithTextColumn *column)
{
  g_autofree char *text = column->dup_text (gtk_list_item_get_item (cell));

  gtk_inscription_set_text (GTK_INSCRIPTION (gtk_list_item_get_child (cell)), text);
}

/* As large as the person’s text is beside text of the usual size. */
static int
scale (int width)
{
  int dpi = -1;

  g_object_get (gtk_settings_get_default (), "gtk-xft-dpi", &dpi, NULL);
  return dpi > USUAL_DPI ? (int)((gint64)width * dpi / USUAL_DPI) : width;
}

/**
 * kith_text_column_set_width:
 * @width: px at the usual size of text, 0 for the rest
 *
 * Gives a column its width, which a person can change.
 */
void
kith_text_column_set_width (GtkColumnViewColumn *column, int width)
{
  if (width > 0)
    gtk_column_view_column_set_fixed_width (column, scale (width));
  gtk_column_view_column_set_expand (column, width == 0);
  gtk_column_view_column_set_resizable (column, width > 0);
}

/**
 * kith_text_column_add:
 * @view: a column view
 * @column: static
 *
 * Adds a column at the end.
 */
void
kith_text_column_add (GtkColumnView *view, const KithTextColumn *column)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkColumnViewColumn) made = NULL;

  g_signal_connect (factory, "setup", G_CALLBACK (setup_cell_cb), (gpointer)column);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cell_cb), (gpointer)column);
  made = gtk_column_view_column_new (_ (column->title), factory);
  if (column->compare != NULL)
    {
      g_autoptr (GtkSorter) sorter =
          GTK_SORTER (gtk_custom_sorter_new (column->compare, NULL, NULL));

      gtk_column_view_column_set_sorter (made, sorter);
    }
  kith_text_column_set_width (made, column->width);
  gtk_column_view_append_column (view, made);
}
