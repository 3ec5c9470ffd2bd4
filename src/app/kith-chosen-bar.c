/* kith-chosen-bar.c: how many schools are chosen, and what can be done with them
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-chosen-bar.h"

#include <glib/gi18n.h>

/**
 * KithChosenBar:
 *
 * Shows itself while schools are chosen. What its buttons do are actions of the window.
 */
struct _KithChosenBar
{
  GtkWidget parent_instance;

  GtkRevealer *revealer;
  GtkLabel *count;

  KithSession *session;
};

G_DEFINE_FINAL_TYPE (KithChosenBar, kith_chosen_bar, GTK_TYPE_WIDGET)

static void
show_count (KithChosenBar *self)
{
  guint n = kith_chosen_get_n (kith_session_get_chosen (self->session));
  g_autofree char *number = kith_text_dup_count (n);
  g_autofree char *words =
      g_strdup_printf (ngettext ("%s school chosen", "%s schools chosen", n), number);

  /* what goes out of sight keeps its words until it has gone */
  if (n > 0)
    gtk_label_set_text (self->count, words);
  gtk_revealer_set_reveal_child (self->revealer, n > 0);
}

static void
kith_chosen_bar_dispose (GObject *object)
{
  KithChosenBar *self = KITH_CHOSEN_BAR (object);
  GtkWidget *child;

  g_clear_object (&self->session);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (kith_chosen_bar_parent_class)->dispose (object);
}

static void
kith_chosen_bar_class_init (KithChosenBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kith_chosen_bar_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/kith_schools/Kith/ui/kith-chosen-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, KithChosenBar, revealer);
  gtk_widget_class_bind_template_child (widget_class, KithChosenBar, count);
}

static void
kith_chosen_bar_init (KithChosenBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * kith_chosen_bar_set_session:
 * @session: whose chosen schools they are; set once
 */
void
kith_chosen_bar_set_session (KithChosenBar *self, KithSession *session)
{
  g_return_if_fail (self->session == NULL);

  self->session = g_object_ref (session);
  g_signal_connect_object (kith_session_get_chosen (session), "changed", G_CALLBACK (show_count),
                           self, G_CONNECT_SWAPPED);
  show_count (self);
}
