/* kith-export-dialog.c: for whom something is exported, and what they will see
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-export-dialog.h"

#include "kith-audience-rules.h"
#include "kith-choose-files.h"

#include <glib/gi18n.h>

/* Which schools, in the order of the choice; those that cannot be chosen now are left out. */
typedef enum
{
  ABOUT_ALL,
  ABOUT_SELECTED,
  ABOUT_CHOSEN,
} About;

/**
 * KithExportDialog:
 *
 * Audience, format and schools, and under them the rules of the audience: what it will see and
 * what is in no byte of the file.
 */
struct _KithExportDialog
{
  AdwWindow parent_instance;

  AdwComboRow *audience;
  AdwComboRow *format;
  AdwComboRow *about;
  AdwPreferencesGroup *seen;
  AdwPreferencesGroup *withheld;

  KithSession *session;
  GArray *choices; /* of About */
};

G_DEFINE_FINAL_TYPE (KithExportDialog, kith_export_dialog, ADW_TYPE_WINDOW)

/* What a worker writes. */
typedef struct
{
  KithSession *session; /* for the main thread alone */
  KithRoll *roll;
  KithJob *job;
  KithExportOptions options;
  KithExportFormat format;
  GFile *file;
} Order;

static void
free_order (Order *order)
{
  kith_roll_unref (order->roll);
  g_clear_pointer (&order->options.schools, g_array_unref);
  g_object_unref (order->job);
  g_object_unref (order->file);
  g_object_unref (order->session);
  g_free (order);
}

static KithAudience
get_audience (KithExportDialog *self)
{
  return (KithAudience)adw_combo_row_get_selected (self->audience);
}

static void
show_rules (KithExportDialog *self)
{
  kith_audience_rules_show (self->withheld, get_audience (self), FALSE);
  kith_audience_rules_show (self->seen, get_audience (self), TRUE);
}

static void
write_in_worker (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Order *order = data;
  GError *error = NULL;

  if (kith_export_write (order->roll, &order->options, order->format, order->file, order->job,
                         &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
written_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Order *order = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;
  g_autofree char *name = g_file_get_basename (order->file);
  g_autofree char *words = NULL;

  kith_job_queue_end (kith_session_get_jobs (order->session), order->job);
  if (g_task_propagate_boolean (G_TASK (result), &error))
    {
      words = g_strdup_printf (_ ("Exported to “%s”, for %s"), name,
                               kith_audience_get_words (order->options.audience));
      g_signal_emit_by_name (order->session, "done", words, FALSE);
    }
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_signal_emit_by_name (order->session, "failed", _ ("Nothing was exported"), error->message);
}

/* The school that is shown everywhere, and those it works with. */
static GArray *
list_near (KithRoll *roll, gint64 urn)
{
  KithNetwork *network = kith_roll_get_network (roll);
  const KithNetworkSchool *schools = kith_network_get_schools (network, &(guint){ 0 });
  guint school = kith_network_find_school (network, urn), n;
  GArray *urns = g_array_new (FALSE, FALSE, sizeof (gint64));
  const KithTied *tied =
      school == KITH_INDEX_NONE ? NULL : kith_network_get_tied (network, school, &n);

  g_array_append_val (urns, urn);
  for (guint t = 0; tied != NULL && t < n; t++)
    g_array_append_val (urns, schools[tied[t].school].record->urn);
  return urns;
}

static GArray *
list_schools (KithExportDialog *self, KithRoll *roll)
{
  switch (g_array_index (self->choices, About, adw_combo_row_get_selected (self->about)))
    {
    case ABOUT_SELECTED:
      return list_near (roll, kith_session_get_selected (self->session));
    case ABOUT_CHOSEN:
      return kith_chosen_dup_urns (kith_session_get_chosen (self->session));
    default:
      return NULL;
    }
}

/**
 * kith_export_dialog_write:
 * @file: where to; the format that is chosen, whatever it is called
 *
 * Exports what is chosen, and closes.
 */
void
kith_export_dialog_write (KithExportDialog *self, GFile *file)
{
  KithRoll *roll = kith_session_get_roll (self->session);
  g_autoptr (GTask) task = NULL;
  Order *order;

  if (roll == NULL)
    return;
  order = g_new0 (Order, 1);
  order->session = g_object_ref (self->session);
  order->roll = kith_roll_ref (roll);
  order->options.audience = get_audience (self);
  order->options.schools = list_schools (self, roll);
  order->format = (KithExportFormat)adw_combo_row_get_selected (self->format);
  order->file = g_object_ref (file);
  order->job = kith_job_queue_begin (kith_session_get_jobs (self->session), _ ("Exporting"));
  task = g_task_new (NULL, kith_job_get_cancellable (order->job), written_cb, NULL);
  g_task_set_task_data (task, order, (GDestroyNotify)free_order);
  g_task_run_in_thread (task, write_in_worker);
  gtk_window_close (GTK_WINDOW (self));
}

static void
target_chosen (GtkWidget *dialog, GFile *const *files, guint n_files)
{
  kith_export_dialog_write (KITH_EXPORT_DIALOG (dialog), files[0]);
}

static void
export_clicked_cb (KithExportDialog *self)
{
  KithExportFormat format = (KithExportFormat)adw_combo_row_get_selected (self->format);
  g_autofree char *register_name = kith_session_dup_name (self->session);
  g_autofree char *name =
      g_strdup_printf ("%s-%s%s", register_name, kith_audience_get_key (get_audience (self)),
                       kith_export_get_ending (format));

  kith_choose_target (GTK_WIDGET (self), _ ("Export"), name, target_chosen);
}

static void
add_about (KithExportDialog *self, GtkStringList *words, About about, const char *text)
{
  gtk_string_list_append (words, text);
  g_array_append_val (self->choices, about);
}

static void
fill_choices (KithExportDialog *self)
{
  GtkStringList *audiences = gtk_string_list_new (NULL);
  GtkStringList *formats = gtk_string_list_new (NULL);
  GtkStringList *abouts = gtk_string_list_new (NULL);
  gint64 urn = kith_session_get_selected (self->session);
  KithRollItem *selected = kith_session_find_school (self->session, urn);
  guint n = kith_chosen_get_n (kith_session_get_chosen (self->session));

  for (guint a = 0; a < KITH_N_AUDIENCES; a++)
    gtk_string_list_append (audiences, kith_audience_get_words ((KithAudience)a));
  for (guint f = 0; f < KITH_N_EXPORTS; f++)
    gtk_string_list_append (formats, kith_export_get_words ((KithExportFormat)f));
  add_about (self, abouts, ABOUT_ALL, _ ("Every school"));
  if (selected != NULL)
    add_about (self, abouts, ABOUT_SELECTED, _ ("The school shown, and those it works with"));
  if (n > 0)
    {
      g_autofree char *text =
          g_strdup_printf (ngettext ("%u chosen school", "%u chosen schools", n), n);

      add_about (self, abouts, ABOUT_CHOSEN, text);
    }
  adw_combo_row_set_model (self->audience, G_LIST_MODEL (audiences));
  adw_combo_row_set_model (self->format, G_LIST_MODEL (formats));
  adw_combo_row_set_model (self->about, G_LIST_MODEL (abouts));
  adw_combo_row_set_selected (self->format, KITH_EXPORT_XLSX);
  g_object_unref (audiences);
  g_object_unref (formats);
  g_object_unref (abouts);
}

static void
kith_export_dialog_finalize (GObject *object)
{
  KithExportDialog *self = KITH_EXPORT_DIALOG (object);

  g_clear_object (&self->session);
  g_array_unref (self->choices);
  G_OBJECT_CLASS (kith_export_dialog_parent_class)->finalize (object);
}

static void
kith_export_dialog_class_init (KithExportDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = kith_export_dialog_finalize;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/kith_schools/Kith/ui/kith-export-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, KithExportDialog, audience);
  gtk_widget_class_bind_template_child (widget_class, KithExportDialog, format);
  gtk_widget_class_bind_template_child (widget_class, KithExportDialog, about);
  gtk_widget_class_bind_template_child (widget_class, KithExportDialog, seen);
  gtk_widget_class_bind_template_child (widget_class, KithExportDialog, withheld);
  gtk_widget_class_bind_template_callback (widget_class, show_rules);
  gtk_widget_class_bind_template_callback (widget_class, export_clicked_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
kith_export_dialog_init (KithExportDialog *self)
{
  self->choices = g_array_new (FALSE, FALSE, sizeof (About));
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * kith_export_dialog_begin:
 * @over: a widget of the window over which the dialog stands
 * @session: with a roll
 *
 * Asks for whom, as what and about which schools to export.
 *
 * Returns: (transfer none) (nullable): the dialog, shown; %NULL where there is no roll
 */
KithExportDialog *
kith_export_dialog_begin (GtkWidget *over, KithSession *session)
{
  KithExportDialog *self;

  if (kith_session_get_roll (session) == NULL)
    return NULL;
  self = g_object_new (KITH_TYPE_EXPORT_DIALOG, "transient-for", gtk_widget_get_root (over), NULL);
  self->session = g_object_ref (session);
  fill_choices (self);
  show_rules (self);
  gtk_window_present (GTK_WINDOW (self));
  return self;
}
