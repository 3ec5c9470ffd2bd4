/* kith-suggest.c: names offered below an entry while it is typed in
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-suggest.h"
#include "kith-widgets.h"

#include <glib/gi18n.h>

#define MOST 7

/* Beside an entry, which owns it: what it offers, and what was chosen. */
typedef struct
{
  GtkWidget *row; /* an AdwEntryRow */
  KithSession *session;
  KithSuggestWhat what;
  gboolean can_make; /* organisations and people that are new */
  GtkWidget *popover;
  GtkListBox *list;
  KithPartyKind kind; /* of what stands in the entry, where it was chosen */
  gboolean is_choosing;
} Suggest;

static void
free_suggest (gpointer data)
{
  g_object_unref (((Suggest *)data)->session);
  g_free (data);
}

static void
row_gone_cb (GtkWidget *row, Suggest *suggest)
{
  g_clear_pointer (&suggest->popover, gtk_widget_unparent);
}

static GtkWidget *
new_line (KithPartyKind kind, const char *text, const char *words)
{
  GtkWidget *line = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *name = gtk_label_new (text);
  GtkWidget *note = gtk_label_new (words);
  g_autofree char *spoken = g_strdup_printf ("%s, %s", text, words);

  gtk_label_set_ellipsize (GTK_LABEL (name), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (name), 0);
  gtk_widget_set_hexpand (name, TRUE);
  gtk_widget_add_css_class (note, "dim-label");
  gtk_box_append (GTK_BOX (box), name);
  gtk_box_append (GTK_BOX (box), note);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (line), box);
  g_object_set_data_full (G_OBJECT (line), "text", g_strdup (text), g_free);
  g_object_set_data (G_OBJECT (line), "kind", GINT_TO_POINTER (kind));
  gtk_accessible_update_property (GTK_ACCESSIBLE (line), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  return line;
}

static void
fill (Suggest *suggest, const char *typed)
{
  KithLedger *ledger = kith_session_get_ledger (suggest->session);
  g_autoptr (GPtrArray) found = NULL;

  kith_widgets_clear (GTK_WIDGET (suggest->list));
  if (ledger == NULL || kith_text_is_blank (typed))
    return;
  found = kith_suggestions_list (ledger, typed, suggest->what, MOST);
  for (guint i = 0; i < found->len; i++)
    {
      const KithSuggestion *offered = g_ptr_array_index (found, i);

      gtk_list_box_append (suggest->list, new_line (offered->kind, offered->text, offered->words));
    }
  if (!suggest->can_make || g_ascii_isdigit (typed[0]))
    return;
  if ((suggest->what & KITH_SUGGEST_PEOPLE) != 0)
    gtk_list_box_append (suggest->list, new_line (KITH_PARTY_PERSON, typed, _ ("new person")));
  if ((suggest->what & KITH_SUGGEST_ORGANISATIONS) != 0)
    gtk_list_box_append (suggest->list,
                         new_line (KITH_PARTY_ORGANISATION, typed, _ ("new organisation")));
}

/* Typing takes back what was chosen, and offers anew. */
static void
typed_cb (Suggest *suggest)
{
  const char *typed = gtk_editable_get_text (GTK_EDITABLE (suggest->row));
  gboolean has_lines;

  if (suggest->is_choosing)
    return;
  suggest->kind = KITH_PARTY_ANY;
  if (suggest->popover == NULL || !gtk_widget_get_mapped (suggest->row))
    return;
  fill (suggest, typed);
  has_lines = gtk_widget_get_first_child (GTK_WIDGET (suggest->list)) != NULL;
  /* a row that was shown just now may have no width yet */
  gtk_widget_set_size_request (suggest->popover, MAX (-1, gtk_widget_get_width (suggest->row) - 24),
                               -1);
  if (has_lines)
    gtk_popover_popup (GTK_POPOVER (suggest->popover));
  else
    gtk_popover_popdown (GTK_POPOVER (suggest->popover));
}

static void
chosen_cb (Suggest *suggest, GtkListBoxRow *line)
{
  g_autofree char *text = g_strdup (g_object_get_data (G_OBJECT (line), "text"));

  suggest->kind = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (line), "kind"));
  suggest->is_choosing = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (suggest->row), text);
  suggest->is_choosing = FALSE;
  gtk_popover_popdown (GTK_POPOVER (suggest->popover));
  gtk_widget_grab_focus (suggest->row);
  gtk_editable_set_position (GTK_EDITABLE (suggest->row), -1);
}

/* Down goes into the list, Escape puts it away and leaves the form alone. */
static gboolean
key_cb (GtkEventControllerKey *keys, guint key, guint code, GdkModifierType state, Suggest *suggest)
{
  GtkListBoxRow *first;

  if (suggest->popover == NULL || !gtk_widget_get_visible (suggest->popover))
    return GDK_EVENT_PROPAGATE;
  if (key == GDK_KEY_Escape)
    {
      gtk_popover_popdown (GTK_POPOVER (suggest->popover));
      gtk_widget_grab_focus (suggest->row);
      return GDK_EVENT_STOP;
    }
  first = gtk_list_box_get_row_at_index (suggest->list, 0);
  if (key != GDK_KEY_Down || first == NULL || gtk_widget_get_focus_child (suggest->popover) != NULL)
    return GDK_EVENT_PROPAGATE;
  gtk_widget_grab_focus (GTK_WIDGET (first));
  return GDK_EVENT_STOP;
}

static void
left_cb (Suggest *suggest)
{
  if (suggest->popover != NULL)
    gtk_popover_popdown (GTK_POPOVER (suggest->popover));
}

static void
add_keys (Suggest *suggest, GtkWidget *to)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_cb), suggest);
  gtk_widget_add_controller (to, keys);
}

/**
 * kith_suggest_attach:
 * @row: an #AdwEntryRow
 * @session: whose register is looked through
 * @what: what is offered
 * @can_make: whether an organisation or a person may be new
 *
 * Offers names while an officer types in @row. Nobody has to choose: what is typed out is
 * found just the same.
 */
void
kith_suggest_attach (GtkWidget *row, KithSession *session, KithSuggestWhat what, gboolean can_make)
{
  Suggest *suggest = g_new0 (Suggest, 1);
  GtkEventController *focus = gtk_event_controller_focus_new ();

  suggest->row = row;
  suggest->session = g_object_ref (session);
  suggest->what = what;
  suggest->can_make = can_make;
  suggest->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (suggest->list, GTK_SELECTION_NONE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (suggest->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Names to choose from"), -1);
  suggest->popover = gtk_popover_new ();
  gtk_popover_set_autohide (GTK_POPOVER (suggest->popover), FALSE);
  gtk_popover_set_has_arrow (GTK_POPOVER (suggest->popover), FALSE);
  gtk_popover_set_position (GTK_POPOVER (suggest->popover), GTK_POS_BOTTOM);
  gtk_widget_add_css_class (suggest->popover, "suggestions");
  gtk_popover_set_child (GTK_POPOVER (suggest->popover), GTK_WIDGET (suggest->list));
  gtk_widget_set_parent (suggest->popover, row);
  g_object_set_data_full (G_OBJECT (row), "kith-suggest", suggest, free_suggest);
  g_signal_connect (row, "destroy", G_CALLBACK (row_gone_cb), suggest);
  g_signal_connect_swapped (row, "changed", G_CALLBACK (typed_cb), suggest);
  g_signal_connect_swapped (suggest->list, "row-activated", G_CALLBACK (chosen_cb), suggest);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (left_cb), suggest);
  gtk_widget_add_controller (row, focus);
  add_keys (suggest, row);
  add_keys (suggest, suggest->popover);
}

/**
 * kith_suggest_get_kind:
 * @row: to which names were attached
 *
 * Returns: what stands in it, where it was chosen; %KITH_PARTY_ANY where it was typed
 */
KithPartyKind
kith_suggest_get_kind (GtkWidget *row)
{
  return ((Suggest *)g_object_get_data (G_OBJECT (row), "kith-suggest"))->kind;
}
