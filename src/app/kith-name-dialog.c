/* kith-name-dialog.c: asks what something is to be called
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-name-dialog.h"
#include "kith-text.h"

#include <glib/gi18n.h>

typedef struct
{
  GtkEditable *name;
  KithNamed named;
  gpointer data;
  GDestroyNotify free_data;
} Order;

static void
free_order (gpointer data, GClosure *closure)
{
  Order *order = data;

  order->free_data (order->data);
  g_free (order);
}

static void
answered_cb (GtkWidget *dialog, const char *response, Order *order)
{
  g_autofree char *name = g_strstrip (g_strdup (gtk_editable_get_text (order->name)));

  if (strcmp (response, "save") == 0 && *name != '\0')
    order->named (name, order->data);
}

static void
name_changed_cb (GtkEditable *name, AdwMessageDialog *dialog)
{
  adw_message_dialog_set_response_enabled (dialog, "save",
                                           !kith_text_is_blank (gtk_editable_get_text (name)));
}

/**
 * kith_name_dialog_ask:
 * @asker: in whose window a name is asked for
 * @title: what is saved
 * @words: who has it then
 * @label: of the entry, for those who do not see it
 * @named: takes the name, where there is one
 * @data: (transfer full): for @named
 */
void
kith_name_dialog_ask (GtkWidget *asker,
                      const char *title,
                      const char *words,
                      const char *label,
                      KithNamed named,
                      gpointer data,
                      GDestroyNotify free_data)
{
  GtkWidget *dialog =
      adw_message_dialog_new (GTK_WINDOW (gtk_widget_get_root (asker)), title, words);
  GtkWidget *entry = gtk_entry_new ();
  Order *order = g_new0 (Order, 1);

  order->name = GTK_EDITABLE (entry);
  order->named = named;
  order->data = data;
  order->free_data = free_data;
  gtk_entry_set_activates_default (GTK_ENTRY (entry), TRUE);
  gtk_entry_set_placeholder_text (GTK_ENTRY (entry), _ ("Name"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  adw_message_dialog_set_extra_child (ADW_MESSAGE_DIALOG (dialog), entry);
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _ ("_Cancel"), "save",
                                    _ ("_Save"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "save",
                                              ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "save");
  adw_message_dialog_set_response_enabled (ADW_MESSAGE_DIALOG (dialog), "save", FALSE);
  g_signal_connect_object (entry, "changed", G_CALLBACK (name_changed_cb), dialog, 0);
  g_signal_connect_data (dialog, "response", G_CALLBACK (answered_cb), order, free_order, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}
