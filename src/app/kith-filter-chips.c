/* kith-filter-chips.c: what a filter is made of, each part to be taken off at a press
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-filter-chips.h"

#include <glib/gi18n.h>

/**
 * KithFilterChips:
 *
 * A button a part, as many in a row as there is room for; not there while there are none. Signal
 * "removed" (part): its button was pressed.
 */
struct _KithFilterChips
{
  GtkWidget parent_instance;

  GtkFlowBox *box;
  guint n;
};

static guint removed_signal;

G_DEFINE_FINAL_TYPE (KithFilterChips, kith_filter_chips, GTK_TYPE_WIDGET)

static void
clicked_cb (GtkButton *button, KithFilterChips *self)
{
  guint part = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "part"));

  g_signal_emit (self, removed_signal, 0, part);
}

static void
kith_filter_chips_dispose (GObject *object)
{
  KithFilterChips *self = KITH_FILTER_CHIPS (object);

  if (self->box != NULL)
    gtk_widget_unparent (GTK_WIDGET (g_steal_pointer (&self->box)));
  G_OBJECT_CLASS (kith_filter_chips_parent_class)->dispose (object);
}

static void
kith_filter_chips_class_init (KithFilterChipsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = kith_filter_chips_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  removed_signal = g_signal_new ("removed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
}

static void
kith_filter_chips_init (KithFilterChips *self)
{
  self->box = GTK_FLOW_BOX (gtk_flow_box_new ());
  gtk_flow_box_set_selection_mode (self->box, GTK_SELECTION_NONE);
  gtk_flow_box_set_max_children_per_line (self->box, 12);
  gtk_flow_box_set_column_spacing (self->box, 4);
  gtk_widget_set_halign (GTK_WIDGET (self->box), GTK_ALIGN_START);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->box), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("What is filtered"), -1);
  gtk_widget_set_parent (GTK_WIDGET (self->box), GTK_WIDGET (self));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

/**
 * kith_filter_chips_begin:
 *
 * Takes all chips away: those that are there now are added next.
 */
void
kith_filter_chips_begin (KithFilterChips *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->box))) != NULL)
    gtk_flow_box_remove (self->box, child);
  self->n = 0;
}

/**
 * kith_filter_chips_add:
 * @part: what "removed" names it by
 * @words: (nullable): for people; %NULL where the part does not narrow anything
 */
void
kith_filter_chips_add (KithFilterChips *self, guint part, const char *words)
{
  GtkWidget *button, *box, *label;
  g_autofree char *name = NULL;

  if (words == NULL)
    return;
  button = gtk_button_new ();
  box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  label = gtk_label_new (words);
  name = g_strdup_printf (_ ("%s: take off"), words);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 32);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name ("window-close-symbolic"));
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_set_tooltip_text (button, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_widget_add_css_class (button, "filter-chip");
  g_object_set_data (G_OBJECT (button), "part", GUINT_TO_POINTER (part));
  g_signal_connect_object (button, "clicked", G_CALLBACK (clicked_cb), self, 0);
  gtk_flow_box_insert (self->box, button, -1);
  self->n++;
}

/**
 * kith_filter_chips_end:
 *
 * Shows those that were added.
 */
void
kith_filter_chips_end (KithFilterChips *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self), self->n > 0);
}
