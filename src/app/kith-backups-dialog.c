/* kith-backups-dialog.c: the backups of a register, and the way back to one
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-backups-dialog.h"

#include <glib/gi18n.h>

/**
 * KithBackupsDialog:
 *
 * Each backup with when it was made, what was entered last before that, and *Restore*. Of the
 * register that is open, to restore is a change that can be undone; of one that could not be
 * opened, the backup takes its place.
 */
struct _KithBackupsDialog
{
  AdwWindow parent_instance;

  GtkStack *stack;
  AdwPreferencesGroup *group;

  KithSession *session;
  GFile *file;
  GPtrArray *found; /* of Found; NULL until they are read */
};

G_DEFINE_FINAL_TYPE (KithBackupsDialog, kith_backups_dialog, ADW_TYPE_WINDOW)

typedef struct
{
  KithBackup *backup;
  char *last; /* what was entered last; NULL where it cannot be opened */
} Found;

static void
free_found (Found *found)
{
  kith_backup_free (found->backup);
  g_free (found->last);
  g_free (found);
}

static void
find_backups (GTask *task, gpointer source, gpointer file, GCancellable *cancellable)
{
  g_autoptr (GPtrArray) backups = kith_backup_list (file);
  GPtrArray *found = g_ptr_array_new_with_free_func ((GDestroyNotify)free_found);

  for (guint i = 0; i < backups->len; i++)
    {
      Found *one = g_new0 (Found, 1);

      one->backup = kith_backup_copy (backups->pdata[i]);
      one->last = kith_backup_dup_last (one->backup);
      g_ptr_array_add (found, one);
    }
  g_task_return_pointer (task, found, (GDestroyNotify)g_ptr_array_unref);
}

static gboolean
is_open (KithBackupsDialog *self)
{
  return kith_session_is_open (self->session) &&
         g_file_equal (kith_session_get_file (self->session), self->file);
}

static void
restore_clicked_cb (GtkButton *button, KithBackupsDialog *self)
{
  const KithBackup *backup = g_object_get_data (G_OBJECT (button), "backup");

  if (is_open (self))
    kith_session_restore (self->session, backup);
  else
    kith_session_put_back (self->session, self->file, backup);
  gtk_window_close (GTK_WINDOW (self));
}

static GtkWidget *
new_restore_button (KithBackupsDialog *self, const Found *found, const char *when)
{
  GtkWidget *button = gtk_button_new_with_label (_ ("Restore"));
  g_autofree char *name = g_strdup_printf (_ ("Restore the backup of %s"), when);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_sensitive (button, found->last != NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set_data (G_OBJECT (button), "backup", found->backup);
  g_signal_connect_object (button, "clicked", G_CALLBACK (restore_clicked_cb), self, 0);
  return button;
}

static void
add_row (KithBackupsDialog *self, const Found *found)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *when = kith_backup_dup_when (found->backup);
  g_autofree char *size = g_format_size ((guint64)found->backup->size);
  g_autofree char *line = found->last != NULL
                              ? g_strdup_printf (_ ("After: %s · %s"), found->last, size)
                              : g_strdup_printf (_ ("It cannot be opened · %s"), size);
  g_autofree char *escaped = g_markup_escape_text (line, -1);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), when);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), escaped);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 2);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), new_restore_button (self, found, when));
  adw_preferences_group_add (self->group, row);
}

static void
found_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (KithBackupsDialog) self = KITH_BACKUPS_DIALOG (data);

  self->found = g_task_propagate_pointer (G_TASK (result), NULL);
  if (self->session == NULL) /* closed meanwhile */
    return;
  for (guint i = 0; i < self->found->len; i++)
    add_row (self, self->found->pdata[i]);
  gtk_stack_set_visible_child_name (self->stack, self->found->len > 0 ? "list" : "empty");
}

static void
kith_backups_dialog_dispose (GObject *object)
{
  KithBackupsDialog *self = KITH_BACKUPS_DIALOG (object);

  g_clear_object (&self->session);
  g_clear_object (&self->file);
  G_OBJECT_CLASS (kith_backups_dialog_parent_class)->dispose (object);
}

static void
kith_backups_dialog_finalize (GObject *object)
{
  g_clear_pointer (&KITH_BACKUPS_DIALOG (object)->found, g_ptr_array_unref);
  G_OBJECT_CLASS (kith_backups_dialog_parent_class)->finalize (object);
}

static void
kith_backups_dialog_class_init (KithBackupsDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kith_backups_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = kith_backups_dialog_finalize;
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/kith_schools/Kith/ui/kith-backups-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, KithBackupsDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, KithBackupsDialog, group);
}

static void
kith_backups_dialog_init (KithBackupsDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * kith_backups_dialog_new:
 * @file: the register that is open, or one that could not be opened
 *
 * Returns: (transfer none): a dialog that lists its backups
 */
KithBackupsDialog *
kith_backups_dialog_new (GtkWindow *parent, KithSession *session, GFile *file)
{
  KithBackupsDialog *self = g_object_new (KITH_TYPE_BACKUPS_DIALOG, "transient-for", parent, NULL);
  g_autoptr (GTask) task = g_task_new (NULL, NULL, found_cb, g_object_ref (self));

  self->session = g_object_ref (session);
  self->file = g_object_ref (file);
  adw_preferences_group_set_description (
      self->group,
      is_open (self)
          ? _ ("What was entered since goes, and its history stays: Undo brings it back.")
          : _ ("The backup takes the place of what cannot be opened, which is kept beside it."));
  g_task_set_task_data (task, g_object_ref (file), g_object_unref);
  g_task_run_in_thread (task, find_backups);
  return self;
}

/* What an answer to the offer needs. */
typedef struct
{
  KithSession *session;
  GFile *file;
} Offer;

static void
free_offer (gpointer data, GClosure *closure)
{
  Offer *offer = data;

  g_object_unref (offer->session);
  g_object_unref (offer->file);
  g_free (offer);
}

static void
offer_answered_cb (GtkWindow *dialog, const char *response, Offer *offer)
{
  if (strcmp (response, "restore") == 0)
    gtk_window_present (GTK_WINDOW (kith_backups_dialog_new (gtk_window_get_transient_for (dialog),
                                                             offer->session, offer->file)));
}

/**
 * kith_backups_offer:
 * @file: a register that has backups
 * @heading: that it could not be opened
 * @message: why
 *
 * Says so, and offers its backups.
 */
void
kith_backups_offer (
    GtkWindow *parent, KithSession *session, GFile *file, const char *heading, const char *message)
{
  GtkWidget *dialog = adw_message_dialog_new (parent, heading, message);
  Offer *offer = g_new0 (Offer, 1);

  offer->session = g_object_ref (session);
  offer->file = g_object_ref (file);
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "close", _ ("_Close"), "restore",
                                    _ ("_Restore a backup…"), NULL);
  g_signal_connect_data (dialog, "response", G_CALLBACK (offer_answered_cb), offer, free_offer, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}
