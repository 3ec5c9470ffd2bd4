/* kith-edit-dialog.c: a form that an officer fills in
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-edit-dialog.h"
#include "kith-help-window.h"

#include <glib/gi18n.h>
#include <string.h>

/* As wide as a form is, and as high as it may be on a small screen; it begins with room for the
 * words below two fields. */
#define WIDTH_PX 560
#define MOST_HEIGHT_PX 680
#define FAULTS_PX 80

/* A field of the form: its row, and the words that stand below it when something is wrong. */
typedef struct
{
  char *name;
  char *alias; /* nullable: another field of the edit that is told here */
  GtkWidget *row;
  GtkWidget *control; /* a switch, in a row of its own; else the row */
  GtkWidget *fault_row;
  GtkLabel *fault;
  GtkWidget *use_button; /* puts what may be meant into the field */
  char *use;             /* nullable: what that is */
  gboolean is_touched;
} Field;

/**
 * KithEditDialog:
 *
 * The form is read as it is filled in: what is wrong with a field stands below it as soon as
 * the officer has been there. Nothing is written until the verb is pressed; if it cannot be
 * written the form stays as it is, with the reason above it. What was typed is thrown away only
 * when the officer says so.
 */
struct _KithEditDialog
{
  AdwWindow parent_instance;

  GtkButton *cancel_button;
  GtkButton *verb_button;
  GtkLabel *fault;
  GtkBox *form;
  GtkButton *removal_button;

  KithSession *session;
  AdwPreferencesGroup *group; /* the newest */
  GPtrArray *fields;          /* of Field */
  KithEditMaker make;
  KithEditMaker make_removal; /* nullable */
  gpointer data;
  GDestroyNotify free_data;
  gboolean is_pressed; /* all that is wrong is told, touched or not */
  gboolean is_writing;
  gboolean is_thrown_away;
  guint checking;
};

G_DEFINE_FINAL_TYPE (KithEditDialog, kith_edit_dialog, ADW_TYPE_WINDOW)

static void
free_field (gpointer data)
{
  g_free (((Field *)data)->name);
  g_free (((Field *)data)->alias);
  g_free (((Field *)data)->use);
  g_free (data);
}

static Field *
find_field (KithEditDialog *self, const char *name)
{
  for (guint i = 0; i < self->fields->len; i++)
    {
      Field *field = g_ptr_array_index (self->fields, i);

      if (strcmp (field->name, name) == 0 || g_strcmp0 (field->alias, name) == 0)
        return field;
    }
  return NULL;
}

/* What is wrong. */

static void
show_fault (Field *field, const char *sentence)
{
  gtk_widget_set_visible (field->fault_row, sentence != NULL);
  gtk_label_set_text (field->fault, sentence != NULL ? sentence : "");
  gtk_accessible_update_state (
      GTK_ACCESSIBLE (field->row), GTK_ACCESSIBLE_STATE_INVALID,
      sentence != NULL ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE, -1);
  if (sentence != NULL)
    gtk_widget_add_css_class (field->row, "error");
  else
    gtk_widget_remove_css_class (field->row, "error");
}

/* What does not stand against it is told in the same place, without alarm. */
static void
show_hint (Field *field, const KithEditHint *hint)
{
  gboolean has_use = hint != NULL && hint->use != NULL && GTK_IS_EDITABLE (field->row);

  if (hint != NULL)
    {
      gtk_label_set_text (field->fault, hint->sentence);
      gtk_widget_set_visible (field->fault_row, TRUE);
      gtk_widget_remove_css_class (GTK_WIDGET (field->fault), "field-fault");
      gtk_widget_add_css_class (GTK_WIDGET (field->fault), "field-hint");
    }
  else
    {
      gtk_widget_remove_css_class (GTK_WIDGET (field->fault), "field-hint");
      gtk_widget_add_css_class (GTK_WIDGET (field->fault), "field-fault");
    }
  g_free (field->use);
  field->use = has_use ? g_strdup (hint->use) : NULL;
  gtk_widget_set_visible (field->use_button, has_use);
}

static const KithEditHint *
find_hint (const KithEdit *edit, const char *name)
{
  for (guint i = 0; i < edit->hints->len; i++)
    if (strcmp (((KithEditHint *)edit->hints->pdata[i])->field, name) == 0)
      return edit->hints->pdata[i];
  return NULL;
}

static void
use_cb (GtkWidget *button, KithEditDialog *self)
{
  for (guint i = 0; i < self->fields->len; i++)
    {
      Field *field = g_ptr_array_index (self->fields, i);

      if (field->use_button != button || field->use == NULL)
        continue;
      gtk_editable_set_text (GTK_EDITABLE (field->row), field->use);
      gtk_widget_grab_focus (field->row);
      return;
    }
}

static void
show_form_fault (KithEditDialog *self, const char *sentence)
{
  gtk_label_set_text (self->fault, sentence != NULL ? sentence : "");
  gtk_widget_set_visible (GTK_WIDGET (self->fault), sentence != NULL);
}

/* Shows what is wrong with each field. Returns the first that has a fault. */
static Field *
show_faults (KithEditDialog *self, const KithEdit *edit)
{
  Field *first = NULL;

  for (guint i = 0; i < self->fields->len; i++)
    {
      Field *field = g_ptr_array_index (self->fields, i);
      g_autofree char *sentence = kith_edit_dup_problems (edit, field->name);

      if (sentence == NULL && field->alias != NULL)
        sentence = kith_edit_dup_problems (edit, field->alias);
      show_fault (field, field->is_touched || self->is_pressed ? sentence : NULL);
      show_hint (field,
                 sentence == NULL && field->is_touched ? find_hint (edit, field->name) : NULL);
      if (first == NULL && sentence != NULL)
        first = field;
    }
  return first;
}

/* A problem that belongs to no field of this form stands above it. */
static const char *
find_other_problem (KithEditDialog *self, const KithEdit *edit)
{
  for (guint i = 0; i < edit->problems->len; i++)
    {
      const KithEditProblem *problem = g_ptr_array_index (edit->problems, i);

      if (find_field (self, problem->field) == NULL)
        return problem->sentence;
    }
  return NULL;
}

static KithEdit *
make_edit (KithEditDialog *self)
{
  KithLedger *ledger = kith_session_get_ledger (self->session);

  return ledger != NULL ? self->make (self, ledger, self->data) : NULL;
}

static gboolean
check_cb (gpointer data)
{
  KithEditDialog *self = KITH_EDIT_DIALOG (data);
  g_autoptr (KithEdit) edit = make_edit (self);

  self->checking = 0;
  if (edit != NULL)
    show_faults (self, edit);
  return G_SOURCE_REMOVE;
}

static void
touched_cb (GtkWidget *row, GParamSpec *what, KithEditDialog *self)
{
  for (guint i = 0; i < self->fields->len; i++)
    {
      Field *field = g_ptr_array_index (self->fields, i);

      if (field->row == row || field->control == row)
        field->is_touched = TRUE;
    }
  if (self->checking == 0)
    self->checking = g_idle_add_full (G_PRIORITY_HIGH_IDLE, check_cb, self, NULL);
}

/* Writing. */

static void
set_writing (KithEditDialog *self, gboolean is_writing)
{
  self->is_writing = is_writing;
  /* an entry that loses its sense while it has the focus goes on blinking */
  if (is_writing)
    gtk_window_set_focus (GTK_WINDOW (self), GTK_WIDGET (self->cancel_button));
  gtk_widget_set_sensitive (GTK_WIDGET (self->form), !is_writing);
  gtk_widget_set_sensitive (GTK_WIDGET (self->verb_button), !is_writing);
  gtk_widget_set_sensitive (GTK_WIDGET (self->removal_button), !is_writing);
}

static void
throw_away (KithEditDialog *self)
{
  self->is_thrown_away = TRUE;
  gtk_window_close (GTK_WINDOW (self));
}

static void
written_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (KithEditDialog) self = data;
  g_autoptr (GError) error = NULL;

  set_writing (self, FALSE);
  if (kith_session_apply_finish (KITH_SESSION (source), result, &error))
    throw_away (self);
  else if (!self->is_thrown_away)
    show_form_fault (self, error->message);
}

/* The form stands over the window, and its bar: the register is taken over from here as soon as it
 * is free, and what was typed can be saved then. */
static void
wait_for_register (KithEditDialog *self)
{
  if (kith_session_get_access (self->session) == KITH_ACCESS_HELD)
    kith_session_set_waiting (self->session, TRUE);
}

static void
write_edit (KithEditDialog *self, const KithEdit *edit)
{
  KithEntry entry = { .what = edit->what };

  if (kith_changeset_get_size (edit->changes) == 0)
    {
      throw_away (self); /* all of it is recorded already */
      return;
    }
  set_writing (self, TRUE);
  kith_session_apply (self->session, edit->changes, &entry, written_cb, g_object_ref (self));
}

static void
verb_cb (KithEditDialog *self)
{
  g_autoptr (KithEdit) edit = self->is_writing ? NULL : make_edit (self);
  Field *first;

  if (edit == NULL)
    return;
  wait_for_register (self);
  self->is_pressed = TRUE;
  first = show_faults (self, edit);
  show_form_fault (self, find_other_problem (self, edit));
  if (first != NULL)
    gtk_widget_grab_focus (first->row);
  else if (edit->problems->len == 0)
    write_edit (self, edit);
}

static gboolean
is_touched (KithEditDialog *self)
{
  for (guint i = 0; i < self->fields->len; i++)
    if (((Field *)g_ptr_array_index (self->fields, i))->is_touched)
      return TRUE;
  return FALSE;
}

/* What the form is about goes; undo brings it back, but not what was typed here. */
static void
removal_cb (KithEditDialog *self)
{
  KithLedger *ledger = kith_session_get_ledger (self->session);
  g_autoptr (KithEdit) edit = NULL;

  if (self->is_writing || ledger == NULL)
    return;
  if (is_touched (self))
    {
      show_form_fault (self, _ ("You have changed something here. Save it, or cancel, before this "
                                "is taken out."));
      return;
    }
  edit = self->make_removal (self, ledger, self->data);
  if (edit->problems->len > 0)
    show_form_fault (self, ((KithEditProblem *)g_ptr_array_index (edit->problems, 0))->sentence);
  else
    write_edit (self, edit);
}

/* Throwing away. */

static gboolean
thrown_away_cb (gpointer data)
{
  throw_away (KITH_EDIT_DIALOG (data));
  return G_SOURCE_REMOVE;
}

/* The question is still at work, and goes before the form that it stands over. */
static void
answered_cb (KithEditDialog *self, const char *response)
{
  if (strcmp (response, "discard") == 0)
    g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, thrown_away_cb, g_object_ref (self), g_object_unref);
}

static gboolean
kith_edit_dialog_close_request (GtkWindow *window)
{
  KithEditDialog *self = KITH_EDIT_DIALOG (window);
  GtkWidget *question;

  if (self->is_thrown_away || !is_touched (self))
    {
      /* an entry that is destroyed while it has the focus complains */
      gtk_window_set_focus (window, NULL);
      return GTK_WINDOW_CLASS (kith_edit_dialog_parent_class)->close_request (window);
    }
  if (self->is_writing)
    return GDK_EVENT_STOP; /* in a moment it is known whether it was saved */
  question = adw_message_dialog_new (window, _ ("Throw away what you typed?"),
                                     _ ("It has not been saved."));
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (question), "keep", _ ("_Keep writing"),
                                    "discard", _ ("_Throw away"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (question), "discard",
                                              ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (question), "keep");
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (question), "keep");
  g_signal_connect_object (question, "response", G_CALLBACK (answered_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (question));
  return GDK_EVENT_STOP;
}

static void
kith_edit_dialog_dispose (GObject *object)
{
  KithEditDialog *self = KITH_EDIT_DIALOG (object);

  g_clear_handle_id (&self->checking, g_source_remove);
  g_clear_object (&self->session);
  if (self->free_data != NULL)
    g_clear_pointer (&self->data, self->free_data);
  G_OBJECT_CLASS (kith_edit_dialog_parent_class)->dispose (object);
}

static void
kith_edit_dialog_finalize (GObject *object)
{
  g_ptr_array_unref (KITH_EDIT_DIALOG (object)->fields);
  G_OBJECT_CLASS (kith_edit_dialog_parent_class)->finalize (object);
}

static void
kith_edit_dialog_class_init (KithEditDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kith_edit_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = kith_edit_dialog_finalize;
  GTK_WINDOW_CLASS (klass)->close_request = kith_edit_dialog_close_request;
  gtk_widget_class_add_binding (widget_class, GDK_KEY_F1, 0, kith_help_window_shown_cb, "s",
                                "record");
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/kith_schools/Kith/ui/kith-edit-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, KithEditDialog, cancel_button);
  gtk_widget_class_bind_template_child (widget_class, KithEditDialog, verb_button);
  gtk_widget_class_bind_template_child (widget_class, KithEditDialog, fault);
  gtk_widget_class_bind_template_child (widget_class, KithEditDialog, form);
  gtk_widget_class_bind_template_child (widget_class, KithEditDialog, removal_button);
  gtk_widget_class_bind_template_callback (widget_class, verb_cb);
  gtk_widget_class_bind_template_callback (widget_class, removal_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
kith_edit_dialog_init (KithEditDialog *self)
{
  self->fields = g_ptr_array_new_with_free_func (free_field);
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * kith_edit_dialog_new:
 * @over: a widget of the window over which the dialog stands
 * @session: with an open register
 * @title: what is done
 * @verb: the same, as a button: "_Record contact"
 * @make: makes the edit from the form
 * @data: (transfer full): for @make
 * @free_data: (nullable): frees @data
 *
 * Returns: (transfer none): an empty form, which is shown by kith_edit_dialog_begin()
 */
KithEditDialog *
kith_edit_dialog_new (GtkWidget *over,
                      KithSession *session,
                      const char *title,
                      const char *verb,
                      KithEditMaker make,
                      gpointer data,
                      GDestroyNotify free_data)
{
  KithEditDialog *self = g_object_new (KITH_TYPE_EDIT_DIALOG, "transient-for",
                                       gtk_widget_get_root (over), "title", title, NULL);

  self->session = g_object_ref (session);
  self->make = make;
  self->data = data;
  self->free_data = free_data;
  gtk_button_set_label (self->verb_button, verb);
  gtk_window_set_default_widget (GTK_WINDOW (self), GTK_WIDGET (self->verb_button));
  return self;
}

/**
 * kith_edit_dialog_get_session:
 *
 * Returns: (transfer none): whose register is edited
 */
KithSession *
kith_edit_dialog_get_session (KithEditDialog *self)
{
  return self->session;
}

/**
 * kith_edit_dialog_add_group:
 * @title: (nullable): of the group
 * @description: (nullable): below it
 *
 * Begins a group; the fields that are added next stand in it.
 *
 * Returns: (transfer none): the group
 */
AdwPreferencesGroup *
kith_edit_dialog_add_group (KithEditDialog *self, const char *title, const char *description)
{
  self->group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  if (title != NULL)
    adw_preferences_group_set_title (self->group, title);
  if (description != NULL)
    {
      g_autofree char *escaped = g_markup_escape_text (description, -1);

      adw_preferences_group_set_description (self->group, escaped);
    }
  gtk_box_append (self->form, GTK_WIDGET (self->group));
  return self->group;
}

/**
 * kith_edit_dialog_set_group:
 * @group: of this form
 *
 * The fields that are added next stand in @group.
 */
void
kith_edit_dialog_set_group (KithEditDialog *self, AdwPreferencesGroup *group)
{
  self->group = group;
}

/**
 * kith_edit_dialog_add_alias:
 * @alias: a field of the edit that has no row of its own
 * @field: one that has: what is wrong with @alias is told there
 */
void
kith_edit_dialog_add_alias (KithEditDialog *self, const char *alias, const char *field)
{
  find_field (self, field)->alias = g_strdup (alias);
}

static GtkWidget *
new_fault_row (KithEditDialog *self, GtkWidget **label, GtkWidget **use_button)
{
  GtkWidget *row = adw_preferences_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  *label = gtk_label_new (NULL);
  gtk_label_set_wrap (GTK_LABEL (*label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (*label), 0);
  gtk_widget_add_css_class (*label, "field-fault");
  gtk_widget_set_hexpand (*label, TRUE);
  *use_button = gtk_button_new_with_label (_ ("Use it"));
  gtk_widget_add_css_class (*use_button, "flat");
  gtk_widget_set_valign (*use_button, GTK_ALIGN_CENTER);
  gtk_widget_set_visible (*use_button, FALSE);
  g_signal_connect_object (*use_button, "clicked", G_CALLBACK (use_cb), self, 0);
  gtk_box_append (GTK_BOX (box), *label);
  gtk_box_append (GTK_BOX (box), *use_button);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_focusable (row, FALSE);
  gtk_widget_set_visible (row, FALSE);
  return row;
}

static void
add_field (KithEditDialog *self,
           const char *name,
           const char *title,
           GtkWidget *row,
           GtkWidget *control,
           const char *property)
{
  Field *field = g_new0 (Field, 1);
  g_autofree char *signal = g_strconcat ("notify::", property, NULL);
  GtkWidget *label;

  field->name = g_strdup (name);
  field->row = row;
  field->control = control;
  field->fault_row = new_fault_row (self, &label, &field->use_button);
  field->fault = GTK_LABEL (label);
  g_ptr_array_add (self->fields, field);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_preferences_group_add (self->group, row);
  adw_preferences_group_add (self->group, field->fault_row);
  gtk_accessible_update_property (GTK_ACCESSIBLE (control), GTK_ACCESSIBLE_PROPERTY_LABEL, title,
                                  -1);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (control), GTK_ACCESSIBLE_RELATION_DESCRIBED_BY,
                                  label, NULL, -1);
  g_signal_connect_object (control, signal, G_CALLBACK (touched_cb), self, 0);
}

/**
 * kith_edit_dialog_add_entry:
 * @field: as the edit names it
 * @title: for people
 * @text: (nullable): what stands in it at first
 *
 * Returns: (transfer none): the row
 */
GtkWidget *
kith_edit_dialog_add_entry (KithEditDialog *self,
                            const char *field,
                            const char *title,
                            const char *text)
{
  GtkWidget *row = adw_entry_row_new ();

  if (text != NULL)
    gtk_editable_set_text (GTK_EDITABLE (row), text);
  adw_entry_row_set_activates_default (ADW_ENTRY_ROW (row), TRUE);
  add_field (self, field, title, row, row, "text");
  return row;
}

static void
day_chosen_cb (GtkCalendar *calendar, GtkWidget *row)
{
  g_autoptr (GDateTime) date = gtk_calendar_get_date (calendar);
  g_autofree char *text =
      kith_date_dup_text (kith_date_new (g_date_time_get_year (date), g_date_time_get_month (date),
                                         g_date_time_get_day_of_month (date)),
                          KITH_DATE_SHORT);

  gtk_editable_set_text (GTK_EDITABLE (row), text);
}

/* The calendar opens on the day that stands in the row. */
static void
calendar_shown_cb (GtkCalendar *calendar, GtkWidget *row)
{
  g_autoptr (GDateTime) date = NULL;
  int year, month, day;
  KithDate typed;

  if (!kith_date_parse (gtk_editable_get_text (GTK_EDITABLE (row)), -1, &typed) ||
      typed == KITH_DATE_UNKNOWN)
    return;
  kith_date_get_parts (typed, &year, &month, &day);
  date = g_date_time_new_utc (year, month, day, 0, 0, 0);
  g_signal_handlers_block_by_func (calendar, day_chosen_cb, row);
  gtk_calendar_select_day (calendar, date);
  g_signal_handlers_unblock_by_func (calendar, day_chosen_cb, row);
}

/**
 * kith_edit_dialog_add_day:
 * @field: as the edit names it
 * @title: for people
 * @day: what stands in it at first, or unknown
 *
 * A row in which a day is typed, or chosen from a calendar.
 *
 * Returns: (transfer none): the row
 */
GtkWidget *
kith_edit_dialog_add_day (KithEditDialog *self, const char *field, const char *title, KithDate day)
{
  g_autofree char *text = kith_date_dup_text (day, KITH_DATE_SHORT);
  GtkWidget *row = kith_edit_dialog_add_entry (self, field, title, text);
  GtkWidget *button = gtk_menu_button_new ();
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *calendar = gtk_calendar_new ();
  g_autofree char *name = g_strdup_printf (_ ("%s: choose a day"), title);

  g_signal_connect_object (calendar, "day-selected", G_CALLBACK (day_chosen_cb), row, 0);
  g_signal_connect_object (calendar, "map", G_CALLBACK (calendar_shown_cb), row, 0);
  gtk_popover_set_child (GTK_POPOVER (popover), calendar);
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (button), popover);
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "x-office-calendar-symbolic");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, _ ("Choose a day"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  adw_entry_row_add_suffix (ADW_ENTRY_ROW (row), button);
  return row;
}

/**
 * kith_edit_dialog_add_choice:
 * @field: as the edit names it
 * @title: for people
 * @words: (array zero-terminated=1): to choose from, translated
 * @selected: which of them stands there at first
 *
 * Returns: (transfer none): the row
 */
GtkWidget *
kith_edit_dialog_add_choice (KithEditDialog *self,
                             const char *field,
                             const char *title,
                             const char *const *words,
                             guint selected)
{
  GtkWidget *row = adw_combo_row_new ();
  g_autoptr (GtkStringList) lines = gtk_string_list_new (words);

  adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (lines));
  adw_combo_row_set_selected (ADW_COMBO_ROW (row), selected);
  add_field (self, field, title, row, row, "selected");
  return row;
}

/**
 * kith_edit_dialog_add_switch:
 * @field: as the edit names it
 * @title: for people
 * @is_on: how it stands at first
 *
 * Returns: (transfer none): the row
 */
GtkWidget *
kith_edit_dialog_add_switch (KithEditDialog *self,
                             const char *field,
                             const char *title,
                             gboolean is_on)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *control = gtk_switch_new ();

  gtk_switch_set_active (GTK_SWITCH (control), is_on);
  gtk_widget_set_valign (control, GTK_ALIGN_CENTER);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), control);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), control);
  add_field (self, field, title, row, control, "active");
  return row;
}

/**
 * kith_edit_dialog_get_text:
 * @field: of an entry or a day
 *
 * Returns: (transfer none): what stands in it
 */
const char *
kith_edit_dialog_get_text (KithEditDialog *self, const char *field)
{
  return gtk_editable_get_text (GTK_EDITABLE (find_field (self, field)->row));
}

/**
 * kith_edit_dialog_get_changed:
 * @field: of an entry or a day
 *
 * Returns: (transfer none) (nullable): what stands in it; %NULL while nobody has touched it
 */
const char *
kith_edit_dialog_get_changed (KithEditDialog *self, const char *field)
{
  return find_field (self, field)->is_touched ? kith_edit_dialog_get_text (self, field) : NULL;
}

/**
 * kith_edit_dialog_get_choice:
 *
 * Returns: which of its words is chosen
 */
guint
kith_edit_dialog_get_choice (KithEditDialog *self, const char *field)
{
  return adw_combo_row_get_selected (ADW_COMBO_ROW (find_field (self, field)->row));
}

/**
 * kith_edit_dialog_set_choice:
 * @selected: which of its words is to be chosen
 */
void
kith_edit_dialog_set_choice (KithEditDialog *self, const char *field, guint selected)
{
  adw_combo_row_set_selected (ADW_COMBO_ROW (find_field (self, field)->row), selected);
}

/**
 * kith_edit_dialog_set_text:
 * @field: of an entry or a day
 * @text: what is to stand in it
 */
void
kith_edit_dialog_set_text (KithEditDialog *self, const char *field, const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (find_field (self, field)->row), text);
}

/**
 * kith_edit_dialog_focus:
 * @field: of the form
 *
 * Moves the keyboard there.
 */
void
kith_edit_dialog_focus (KithEditDialog *self, const char *field)
{
  gtk_widget_grab_focus (find_field (self, field)->row);
}

/**
 * kith_edit_dialog_is_on:
 *
 * Returns: whether a switch is on
 */
gboolean
kith_edit_dialog_is_on (KithEditDialog *self, const char *field)
{
  return gtk_switch_get_active (GTK_SWITCH (find_field (self, field)->control));
}

/**
 * kith_edit_dialog_get_fault:
 *
 * Returns: (transfer none) (nullable): what stands below the field as wrong
 */
const char *
kith_edit_dialog_get_fault (KithEditDialog *self, const char *field)
{
  Field *found = find_field (self, field);

  return gtk_widget_get_visible (found->fault_row) ? gtk_label_get_text (found->fault) : NULL;
}

/**
 * kith_edit_dialog_add_removal:
 * @words: on the button: "_Take out this contact"
 * @make: makes the edit that takes out what the form is about
 *
 * Puts a button below the form. What cannot be taken out is told above it.
 */
void
kith_edit_dialog_add_removal (KithEditDialog *self, const char *words, KithEditMaker make)
{
  self->make_removal = make;
  gtk_button_set_label (self->removal_button, words);
  gtk_widget_set_visible (GTK_WIDGET (self->removal_button), TRUE);
}

/**
 * kith_edit_dialog_begin:
 *
 * Shows the form. What the officer does from now on is what they typed.
 */
void
kith_edit_dialog_begin (KithEditDialog *self)
{
  int height;

  gtk_widget_measure (GTK_WIDGET (self), GTK_ORIENTATION_VERTICAL, WIDTH_PX, NULL, &height, NULL,
                      NULL);
  gtk_window_set_default_size (GTK_WINDOW (self), WIDTH_PX,
                               MIN (height + FAULTS_PX, MOST_HEIGHT_PX));
  if (self->fields->len > 0)
    gtk_widget_grab_focus (((Field *)g_ptr_array_index (self->fields, 0))->row);
  for (guint i = 0; i < self->fields->len; i++)
    ((Field *)g_ptr_array_index (self->fields, i))->is_touched = FALSE;
  gtk_window_present (GTK_WINDOW (self));
}
