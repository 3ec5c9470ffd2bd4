/* kith-find-dialog.c: one search for everything in the register
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-find-dialog.h"
#include "kith-finder.h"
#include "kith-widgets.h"

#include <glib/gi18n.h>

/* Rows are widgets, and who wants another types more. */
#define MOST_FOUND 20

/**
 * KithFindDialog:
 *
 * What fits while somebody types: schools, arrangements, organisations and people, by name, URN,
 * postcode or town. Return goes to the first, the arrow down into the list.
 */
struct _KithFindDialog
{
  AdwWindow parent_instance;

  GtkSearchEntry *entry;
  GtkStack *stack;
  GtkListBox *list;

  KithSession *session;
  KithFinder *finder; /* NULL while it is made */
  GPtrArray *found;   /* of KithFound, in the order of the rows */
};

G_DEFINE_FINAL_TYPE (KithFindDialog, kith_find_dialog, ADW_TYPE_WINDOW)

static const char *
get_icon_name (const KithFound *found)
{
  switch (found->table)
    {
    case KITH_TABLE_SCHOOL:
      return "kith-roll-call-symbolic";
    case KITH_TABLE_ARRANGEMENT:
      return "kith-hub-symbolic";
    case KITH_TABLE_ORGANISATION:
      return "x-office-address-book-symbolic";
    default:
      return "avatar-default-symbolic";
    }
}

static GtkWidget *
new_row (const KithFound *found)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *escaped = g_markup_escape_text (found->detail, -1);
  g_autofree char *name =
      g_strdup_printf ("%s, %s, %s", kith_found_get_words (found), found->name, found->detail);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), found->name);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 1);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), escaped);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 1);
  adw_action_row_set_icon_name (ADW_ACTION_ROW (row), get_icon_name (found));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return row;
}

static void
show_found (KithFindDialog *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->entry));
  const char *child = "hint";

  kith_widgets_clear (GTK_WIDGET (self->list));
  g_clear_pointer (&self->found, g_ptr_array_unref);
  if (self->finder != NULL)
    self->found = kith_finder_find (self->finder, text, MOST_FOUND);
  for (guint i = 0; self->found != NULL && i < self->found->len; i++)
    gtk_list_box_append (self->list, new_row (self->found->pdata[i]));
  if (self->finder == NULL)
    child = "waiting";
  else if (self->found->len > 0)
    child = "list";
  else if (!kith_text_is_blank (text))
    child = "none";
  gtk_stack_set_visible_child_name (self->stack, child);
}

static void
make_finder (GTask *task, gpointer source, gpointer ledger, GCancellable *cancellable)
{
  g_task_return_pointer (task, kith_finder_new (ledger), (GDestroyNotify)kith_finder_unref);
}

static void
made_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (KithFindDialog) self = KITH_FIND_DIALOG (data);

  self->finder = g_task_propagate_pointer (G_TASK (result), NULL);
  if (self->session != NULL)
    show_found (self);
}

/* A school that the roll call does not list has no place to go to: it says why. */
static void
go_to_school (KithFindDialog *self, const KithFound *found)
{
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (self));
  g_autoptr (KithRollItem) item = kith_session_find_school (self->session, found->key);
  g_autofree char *message = NULL;
  GtkWidget *dialog;

  if (item != NULL)
    {
      kith_session_set_selected (self->session, found->key);
      gtk_widget_activate_action (GTK_WIDGET (parent), "win.show-school", NULL);
      return;
    }
  message = g_strdup_printf (_ ("%s. It is closed, out of scope or of no home authority on the "
                                "day that is asked about."),
                             found->detail);
  dialog = adw_message_dialog_new (parent, NULL, message);
  adw_message_dialog_format_heading (ADW_MESSAGE_DIALOG (dialog), _ ("%s is not on the roll call"),
                                     found->name);
  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _ ("_Close"));
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
go_to (KithFindDialog *self, guint at)
{
  const KithFound *found = self->found->pdata[at];
  GtkWidget *parent = GTK_WIDGET (gtk_window_get_transient_for (GTK_WINDOW (self)));

  switch (found->table)
    {
    case KITH_TABLE_SCHOOL:
      go_to_school (self, found);
      break;
    case KITH_TABLE_ARRANGEMENT:
      gtk_widget_activate_action (parent, "win.show-partnership", "x", found->key);
      break;
    case KITH_TABLE_ORGANISATION:
      gtk_widget_activate_action (parent, "win.show-organisation", "x", found->key);
      break;
    default:
      gtk_widget_activate_action (parent, "win.show-person", "x", found->key);
    }
  gtk_window_close (GTK_WINDOW (self));
}

static void
row_activated_cb (KithFindDialog *self, GtkListBoxRow *row)
{
  go_to (self, (guint)gtk_list_box_row_get_index (row));
}

static void
activated_cb (KithFindDialog *self)
{
  show_found (self); /* what was typed this moment */
  if (self->found != NULL && self->found->len > 0)
    go_to (self, 0);
}

static gboolean
key_pressed_cb (KithFindDialog *self, guint key)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->list, 0);

  if (key != GDK_KEY_Down || row == NULL)
    return GDK_EVENT_PROPAGATE;
  gtk_widget_grab_focus (GTK_WIDGET (row));
  return GDK_EVENT_STOP;
}

static void
kith_find_dialog_dispose (GObject *object)
{
  g_clear_object (&KITH_FIND_DIALOG (object)->session);
  G_OBJECT_CLASS (kith_find_dialog_parent_class)->dispose (object);
}

static void
kith_find_dialog_finalize (GObject *object)
{
  KithFindDialog *self = KITH_FIND_DIALOG (object);

  g_clear_pointer (&self->finder, kith_finder_unref);
  g_clear_pointer (&self->found, g_ptr_array_unref);
  G_OBJECT_CLASS (kith_find_dialog_parent_class)->finalize (object);
}

static void
kith_find_dialog_class_init (KithFindDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kith_find_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = kith_find_dialog_finalize;
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/kith_schools/Kith/ui/kith-find-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, KithFindDialog, entry);
  gtk_widget_class_bind_template_child (widget_class, KithFindDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, KithFindDialog, list);
  gtk_widget_class_bind_template_callback (widget_class, show_found);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, key_pressed_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
}

static void
kith_find_dialog_init (KithFindDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (self->entry, "stop-search", G_CALLBACK (gtk_window_close), self,
                           G_CONNECT_SWAPPED);
}

/**
 * kith_find_dialog_new:
 * @session: with a register open
 *
 * Returns: (transfer none): the search
 */
KithFindDialog *
kith_find_dialog_new (GtkWindow *parent, KithSession *session)
{
  KithFindDialog *self = g_object_new (KITH_TYPE_FIND_DIALOG, "transient-for", parent, NULL);
  g_autoptr (GTask) task = g_task_new (NULL, NULL, made_cb, g_object_ref (self));

  self->session = g_object_ref (session);
  g_task_set_task_data (task, kith_ledger_ref (kith_session_get_ledger (session)),
                        (GDestroyNotify)kith_ledger_unref);
  g_task_run_in_thread (task, make_finder);
  show_found (self);
  return self;
}
