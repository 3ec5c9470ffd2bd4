/* kith-widgets.c: what several pages do with GTK’s own widgets
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-widgets.h"

/**
 * kith_widgets_clear:
 * @container: a #GtkListBox, whose placeholder stays, or a #GtkBox
 *
 * Takes everything out of it.
 */
void
kith_widgets_clear (GtkWidget *container)
{
  GtkWidget *child;

  if (GTK_IS_LIST_BOX (container))
    {
      GtkListBox *list = GTK_LIST_BOX (container);

      while ((child = GTK_WIDGET (gtk_list_box_get_row_at_index (list, 0))) != NULL)
        gtk_list_box_remove (list, child);
      return;
    }
  while ((child = gtk_widget_get_first_child (container)) != NULL)
    gtk_box_remove (GTK_BOX (container), child);
}

/**
 * kith_widgets_new_text:
 * @style: (nullable): a class of the style sheet
 *
 * Returns: (transfer floating): a label for a text of several lines
 */
GtkWidget *
kith_widgets_new_text (const char *style)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  if (style != NULL)
    gtk_widget_add_css_class (label, style);
  return label;
}

/**
 * kith_widgets_compare:
 * @a: (nullable): a text of a column
 * @b: (nullable): another
 *
 * Returns: which comes first when the column is sorted: none and nothing come last
 */
int
kith_widgets_compare (const char *a, const char *b)
{
  gboolean is_blank = a == NULL || *a == '\0', is_other_blank = b == NULL || *b == '\0';

  if (is_blank || is_other_blank)
    return (int)is_blank - (int)is_other_blank;
  return g_utf8_collate (a, b);
}
