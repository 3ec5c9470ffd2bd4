/* kith-parameter-row.c: one parameter of the register, with its default
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-parameter-row.h"
#include "kith-edit-setting.h"

#include <glib/gi18n.h>

/**
 * KithParameterRow:
 *
 * What is typed is checked at once, and written when Return is pressed or the field is left. What
 * is yes or no is a switch. A button brings the default back where something else holds.
 */
struct _KithParameterRow
{
  AdwActionRow parent_instance;

  KithSession *session;
  char *key;
  char *meaning; /* with the default; what stands below the title where nothing is wrong */
  double standard;
  GtkWidget *control; /* an entry, or a switch */
  GtkWidget *restore;
  gboolean is_setting;
};

G_DEFINE_FINAL_TYPE (KithParameterRow, kith_parameter_row, ADW_TYPE_ACTION_ROW)

/* Figures as people type them, without an exponent. */
static char *
dup_number (double value)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE];

  return g_strdup (g_ascii_formatd (text, sizeof text, "%.10g", value));
}

static char *
dup_value (KithParameterRow *self)
{
  const char *value = kith_ledger_get_setting (kith_session_get_ledger (self->session), self->key);

  return value != NULL ? g_strdup (value) : dup_number (self->standard);
}

/* Returns: whether what stands in the field may be. */
static gboolean
show_fault (KithParameterRow *self)
{
  g_autoptr (KithEdit) edit = NULL;
  g_autofree char *escaped = NULL;
  const char *problem;

  if (!GTK_IS_EDITABLE (self->control))
    return TRUE;
  edit = kith_edit_setting (kith_session_get_ledger (self->session), self->key,
                            gtk_editable_get_text (GTK_EDITABLE (self->control)));
  problem = kith_edit_find_problem (edit, "value");
  escaped = g_markup_escape_text (problem != NULL ? problem : self->meaning, -1);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), escaped);
  if (problem != NULL)
    gtk_widget_add_css_class (self->control, "error");
  else
    gtk_widget_remove_css_class (self->control, "error");
  return problem == NULL;
}

static void
show_value (KithParameterRow *self)
{
  g_autofree char *value = NULL;

  if (!kith_session_is_open (self->session))
    return;
  value = dup_value (self);
  self->is_setting = TRUE;
  if (GTK_IS_SWITCH (self->control))
    gtk_switch_set_active (GTK_SWITCH (self->control), strcmp (value, "1") == 0);
  else if (strcmp (value, gtk_editable_get_text (GTK_EDITABLE (self->control))) != 0)
    gtk_editable_set_text (GTK_EDITABLE (self->control), value);
  self->is_setting = FALSE;
  show_fault (self);
  gtk_widget_set_visible (
      self->restore,
      kith_ledger_get_setting (kith_session_get_ledger (self->session), self->key) != NULL);
  gtk_widget_set_sensitive (GTK_WIDGET (self), !kith_session_is_read_only (self->session));
}

static void
write_typed (KithParameterRow *self)
{
  g_autofree char *before = NULL;
  const char *text;

  if (!kith_session_is_open (self->session) || kith_session_is_read_only (self->session) ||
      !show_fault (self))
    return;
  before = dup_value (self);
  text = gtk_editable_get_text (GTK_EDITABLE (self->control));
  if (strcmp (text, before) != 0)
    kith_parameter_set (self->session, self->key, text);
}

static void
switched_cb (KithParameterRow *self)
{
  if (!self->is_setting)
    kith_parameter_set (self->session, self->key,
                        gtk_switch_get_active (GTK_SWITCH (self->control)) ? "1" : "0");
}

static void
restore_cb (KithParameterRow *self)
{
  kith_parameter_set (self->session, self->key, NULL);
}

static void
kith_parameter_row_dispose (GObject *object)
{
  g_clear_object (&KITH_PARAMETER_ROW (object)->session);
  G_OBJECT_CLASS (kith_parameter_row_parent_class)->dispose (object);
}

static void
kith_parameter_row_finalize (GObject *object)
{
  g_free (KITH_PARAMETER_ROW (object)->key);
  g_free (KITH_PARAMETER_ROW (object)->meaning);
  G_OBJECT_CLASS (kith_parameter_row_parent_class)->finalize (object);
}

static void
kith_parameter_row_class_init (KithParameterRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = kith_parameter_row_dispose;
  G_OBJECT_CLASS (klass)->finalize = kith_parameter_row_finalize;
}

static void
kith_parameter_row_init (KithParameterRow *self)
{
  self->restore = gtk_button_new_from_icon_name ("edit-undo-symbolic");
  gtk_widget_set_valign (self->restore, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (self->restore, _ ("Restore default"));
  gtk_widget_add_css_class (self->restore, "flat");
  g_signal_connect_object (self->restore, "clicked", G_CALLBACK (restore_cb), self,
                           G_CONNECT_SWAPPED);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (self), 0);
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), self->restore);
}

static void
add_entry (KithParameterRow *self)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();

  self->control = gtk_entry_new ();
  gtk_editable_set_width_chars (GTK_EDITABLE (self->control), 8);
  gtk_editable_set_max_width_chars (GTK_EDITABLE (self->control), 8);
  gtk_editable_set_alignment (GTK_EDITABLE (self->control), 1);
  gtk_widget_add_css_class (self->control, "numeric");
  g_signal_connect_object (self->control, "changed", G_CALLBACK (show_fault), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->control, "activate", G_CALLBACK (write_typed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (focus, "leave", G_CALLBACK (write_typed), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (self->control, focus);
}

static void
add_switch (KithParameterRow *self)
{
  self->control = gtk_switch_new ();
  g_signal_connect_object (self->control, "notify::active", G_CALLBACK (switched_cb), self,
                           G_CONNECT_SWAPPED);
}

/**
 * kith_parameter_row_new:
 * @session: whose register it is of
 *
 * Returns: (transfer floating): a row
 */
GtkWidget *
kith_parameter_row_new (KithSession *session, const KithParameter *parameter)
{
  KithParameterRow *self =
      g_object_new (KITH_TYPE_PARAMETER_ROW, "use-markup", FALSE, "title", parameter->title, NULL);
  gboolean is_switch = parameter->is_whole && parameter->least == 0 && parameter->most == 1;
  g_autofree char *standard = dup_number (parameter->standard);
  g_autofree char *name = g_strdup_printf (_ ("Restore default: %s"), parameter->title);

  self->session = g_object_ref (session);
  self->key = g_strdup (parameter->key);
  self->standard = parameter->standard;
  self->meaning = is_switch ? g_strdup (parameter->meaning)
                  : parameter->meaning == NULL
                      ? g_strdup_printf (_ ("Default %s"), standard)
                      : g_strdup_printf (_ ("%s. Default %s"), parameter->meaning, standard);
  if (is_switch)
    add_switch (self);
  else
    add_entry (self);
  gtk_widget_set_valign (self->control, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->control), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  parameter->title, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->restore), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  name, -1);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), self->meaning);
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), self->control);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (self), self->control);
  g_signal_connect_object (session, "register-changed", G_CALLBACK (show_value), self,
                           G_CONNECT_SWAPPED);
  show_value (self);
  return GTK_WIDGET (self);
}

/**
 * kith_parameter_set:
 * @session: with a register open for writing
 * @key: a parameter
 * @value: (nullable): what it is to be; %NULL for its default
 *
 * Writes it as one change, which can be undone.
 */
void
kith_parameter_set (KithSession *session, const char *key, const char *value)
{
  g_autoptr (KithEdit) edit = kith_edit_setting (kith_session_get_ledger (session), key, value);
  KithEntry entry = { .what = edit->what };

  if (edit->problems->len == 0 && kith_changeset_get_size (edit->changes) > 0)
    kith_session_apply (session, edit->changes, &entry, NULL, NULL);
}
