/* kith-paths-dialog.c: who can help a school, and who can introduce it
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-paths-dialog.h"
#include "kith-paths.h"

#include <glib/gi18n.h>

/* For a look; the command line lists them all. */
#define MOST_ROWS 40

/**
 * KithPathsDialog:
 *
 * For one school and one area, those who are strong at it within two introductions, each with the
 * way and another that is independent of it. A name that is a school's leads there.
 */
struct _KithPathsDialog
{
  AdwWindow parent_instance;

  AdwPreferencesGroup *asked;
  AdwPreferencesGroup *found;
  GtkSwitch *not_own_trust;

  KithSession *session;
  gint64 urn;
  char *area;
  GCancellable *looking; /* NULL when nothing is under way */
  GPtrArray *rows;       /* of GtkWidget, in found */
};

G_DEFINE_FINAL_TYPE (KithPathsDialog, kith_paths_dialog, ADW_TYPE_WINDOW)

static void
row_activated_cb (GtkWidget *row, KithPathsDialog *self)
{
  gint64 *urn = g_object_get_data (G_OBJECT (row), "urn");

  kith_session_set_selected (self->session, *urn);
  gtk_window_close (GTK_WINDOW (self));
}

static void
append_part (GString *line, const char *part)
{
  g_string_append_printf (line, "%s%s", line->len > 0 ? " · " : "", part);
}

/* Where, how strong, how far; then the ways. */
static char *
dup_subtitle (const KithHelper *helper)
{
  GString *text = g_string_new (helper->at);

  if (helper->strong->record->level != NULL)
    {
      g_autofree char *level = g_strdup_printf (_ ("level %s"), helper->strong->record->level);

      append_part (text, level);
    }
  if (!isnan (helper->minutes))
    {
      g_autofree char *minutes =
          g_strdup_printf (ngettext ("about %.0f minute away", "about %.0f minutes away",
                                     (gulong)ceil (helper->minutes)),
                           ceil (helper->minutes));

      append_part (text, minutes);
    }
  g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", helper->route.words);
  if (helper->other.n_introductions > 0)
    {
      g_string_append_c (text, '\n');
      g_string_append_printf (text, _ ("Another way: %s"), helper->other.words);
    }
  return g_string_free (text, FALSE);
}

static void
add_row (KithPathsDialog *self, const KithHelper *helper)
{
  AdwActionRow *row = ADW_ACTION_ROW (adw_action_row_new ());
  g_autofree char *subtitle = dup_subtitle (helper);
  g_autofree char *escaped = g_markup_escape_text (subtitle, -1);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), helper->name);
  adw_action_row_set_title_lines (row, 0);
  adw_action_row_set_subtitle (row, escaped);
  adw_action_row_set_subtitle_lines (row, 0);
  if (kith_session_find_school (self->session, helper->urn) != NULL)
    {
      gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
      adw_action_row_add_suffix (row, gtk_image_new_from_icon_name ("go-next-symbolic"));
      g_object_set_data_full (G_OBJECT (row), "urn", g_memdup2 (&helper->urn, sizeof helper->urn),
                              g_free);
      g_signal_connect_object (row, "activated", G_CALLBACK (row_activated_cb), self, 0);
    }
  adw_preferences_group_add (self->found, GTK_WIDGET (row));
  g_ptr_array_add (self->rows, row);
}

static void
show_help (KithPathsDialog *self, const KithHelp *help)
{
  for (guint r = 0; r < self->rows->len; r++)
    adw_preferences_group_remove (self->found, self->rows->pdata[r]);
  g_ptr_array_set_size (self->rows, 0);
  adw_preferences_group_set_description (self->asked, help->words);
  for (guint h = 0; h < MIN (help->n_helpers, MOST_ROWS); h++)
    add_row (self, &help->helpers[h]);
  gtk_widget_set_visible (GTK_WIDGET (self->found), help->n_helpers > 0);
}

/* The answer, in a worker. */

typedef struct
{
  KithRoll *roll;
  gint64 urn;
  char *area;
  gboolean is_own_trust_left_out;
} PathsOrder;

static void
free_order (PathsOrder *order)
{
  kith_roll_unref (order->roll);
  g_free (order->area);
  g_free (order);
}

static void
find_in_worker (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  PathsOrder *order = data;

  g_task_return_pointer (
      task, kith_paths_new (order->roll, order->urn, order->area, order->is_own_trust_left_out),
      (GDestroyNotify)kith_paths_free);
}

static void
found_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (KithPaths) paths = g_task_propagate_pointer (G_TASK (result), NULL);
  guint n;

  /* something else is asked, or the school has left the network */
  if (paths != NULL)
    show_help (KITH_PATHS_DIALOG (source), kith_paths_get (paths, &n));
}

static void
look (KithPathsDialog *self)
{
  KithRoll *roll = kith_session_get_roll (self->session);
  g_autoptr (GTask) task = NULL;
  PathsOrder *order;

  g_cancellable_cancel (self->looking);
  g_clear_object (&self->looking);
  if (roll == NULL)
    return;
  self->looking = g_cancellable_new ();
  order = g_new0 (PathsOrder, 1);
  order->roll = kith_roll_ref (roll);
  order->urn = self->urn;
  order->area = g_strdup (self->area);
  order->is_own_trust_left_out = gtk_switch_get_active (self->not_own_trust);
  task = g_task_new (self, self->looking, found_cb, NULL);
  g_task_set_task_data (task, order, (GDestroyNotify)free_order);
  g_task_run_in_thread (task, find_in_worker);
}

static void
kith_paths_dialog_dispose (GObject *object)
{
  KithPathsDialog *self = KITH_PATHS_DIALOG (object);

  g_cancellable_cancel (self->looking);
  g_clear_object (&self->looking);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (kith_paths_dialog_parent_class)->dispose (object);
}

static void
kith_paths_dialog_finalize (GObject *object)
{
  KithPathsDialog *self = KITH_PATHS_DIALOG (object);

  g_free (self->area);
  g_ptr_array_unref (self->rows);
  G_OBJECT_CLASS (kith_paths_dialog_parent_class)->finalize (object);
}

static void
kith_paths_dialog_class_init (KithPathsDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kith_paths_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = kith_paths_dialog_finalize;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/kith_schools/Kith/ui/kith-paths-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, KithPathsDialog, asked);
  gtk_widget_class_bind_template_child (widget_class, KithPathsDialog, found);
  gtk_widget_class_bind_template_child (widget_class, KithPathsDialog, not_own_trust);
  gtk_widget_class_bind_template_callback (widget_class, look);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
kith_paths_dialog_init (KithPathsDialog *self)
{
  self->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * kith_paths_dialog_new:
 * @urn: of a school
 * @area: what it needs help with
 *
 * Returns: (transfer none): a dialog over @parent, to be presented
 */
KithPathsDialog *
kith_paths_dialog_new (GtkWindow *parent, KithSession *session, gint64 urn, const char *area)
{
  KithPathsDialog *self = g_object_new (KITH_TYPE_PATHS_DIALOG, "transient-for", parent, NULL);

  self->session = g_object_ref (session);
  self->urn = urn;
  self->area = g_strdup (area);
  adw_preferences_group_set_title (self->asked, area);
  g_signal_connect_object (session, "roll-changed", G_CALLBACK (look), self, G_CONNECT_SWAPPED);
  look (self);
  return self;
}
