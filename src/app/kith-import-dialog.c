/* kith-import-dialog.c: what files would change, before they do
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-import-dialog.h"
#include "kith-help-window.h"
#include "kith-choose-files.h"

#include <glib/gi18n.h>

/* A list for the eye; all of them are in the list that can be saved. */
#define MOST_PROBLEMS 60
/* Rows are made on the main thread: no more of them at a time than are made in a moment. */
#define ROWS_AT_ONCE 4

/**
 * KithImportDialog:
 *
 * Comes when the files are read: asks for the year or the day that they do not say, then shows
 * what they would change. Nothing is written until *Import* is pressed.
 */
struct _KithImportDialog
{
  AdwWindow parent_instance;

  GtkStack *stack;
  GtkButton *import_button;
  GtkButton *continue_button;
  GtkLabel *question;
  AdwEntryRow *answer;
  GtkLabel *summary;
  GtkLabel *n_added;
  GtkLabel *n_changed;
  GtkLabel *n_unchanged;
  GtkLabel *n_rejected;
  AdwPreferencesGroup *files_group;
  AdwPreferencesGroup *rejects_group;
  AdwPreferencesGroup *notes_group;

  KithSession *session;
  GPtrArray *files; /* of GFile */
  KithImportOptions options;
  int asked; /* KITH_IMPORT_ERROR_YEAR or _DATED */
  KithPreview *preview;

  /* how far the problems of the preview are listed */
  guint report_index;
  guint problem_index;
  guint n_listed[2]; /* notes, rejections */
  guint listing;
};

G_DEFINE_FINAL_TYPE (KithImportDialog, kith_import_dialog, ADW_TYPE_WINDOW)

static void read_again (KithImportDialog *self);

/* The question. */

static void
ask (KithImportDialog *self, const GError *error)
{
  gboolean is_year = error->code == KITH_IMPORT_ERROR_YEAR;

  self->asked = error->code;
  gtk_label_set_text (self->question, error->message);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->answer),
                                 is_year ? _ ("School year, such as 2018/19")
                                         : _ ("Day of the file, such as 19/04/2022"));
  gtk_editable_set_text (GTK_EDITABLE (self->answer), "");
  gtk_widget_set_sensitive (GTK_WIDGET (self->continue_button), FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->import_button), FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->continue_button), TRUE);
  gtk_window_set_default_widget (GTK_WINDOW (self), GTK_WIDGET (self->continue_button));
  gtk_stack_set_visible_child_name (self->stack, "question");
  gtk_window_present (GTK_WINDOW (self));
  gtk_widget_grab_focus (GTK_WIDGET (self->answer));
}

/* "2018", "2018/19" or "2018-2019": the year in which it begins. */
static int
parse_year (const char *text)
{
  g_autofree char *digits = g_strndup (text, strspn (text, "0123456789"));
  gint64 year = strlen (digits) == 4 ? g_ascii_strtoll (digits, NULL, 10) : 0;

  return year >= 1990 && year <= 2100 ? (int)year : 0;
}

static gboolean
take_answer (KithImportDialog *self)
{
  g_autofree char *text =
      g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->answer))));
  KithDate date = KITH_DATE_UNKNOWN;

  if (self->asked == KITH_IMPORT_ERROR_YEAR)
    {
      self->options.year = parse_year (text);
      return self->options.year != 0;
    }
  if (!kith_date_parse (text, -1, &date))
    date = KITH_DATE_UNKNOWN;
  self->options.dated = date;
  return date != KITH_DATE_UNKNOWN;
}

static void
answer_changed_cb (KithImportDialog *self)
{
  gtk_widget_set_sensitive (GTK_WIDGET (self->continue_button), take_answer (self));
}

static void
continue_cb (KithImportDialog *self)
{
  if (!take_answer (self))
    return;
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  read_again (self);
}

/* The preview. */

static GtkWidget *
new_row (const char *title, const char *subtitle)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *escaped = g_markup_escape_text (subtitle, -1);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), escaped);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  return row;
}

static char *
dup_file_words (const KithFileReport *report)
{
  GString *words = g_string_new (kith_file_kind_get_words (report->kind));
  const struct
  {
    guint64 n;
    const char *words;
  } counts[] = {
    { report->n_added, _ ("added") },
    { report->n_changed, _ ("changed") },
    { report->n_unchanged, _ ("unchanged") },
    { report->n_rejected, _ ("rejected") },
    { report->n_skipped,
      ngettext ("total row passed over", "total rows passed over", report->n_skipped) },
  };

  if (report->dated != KITH_DATE_UNKNOWN)
    {
      g_autofree char *dated = kith_date_dup_text (report->dated, KITH_DATE_LONG);

      g_string_append_printf (words, _ (" of %s"), dated);
    }
  if (report->year != 0)
    g_string_append_printf (words, _ (", school year %d/%02d"), report->year,
                            (report->year + 1) % 100);
  for (guint i = 0; i < G_N_ELEMENTS (counts); i++)
    {
      g_autofree char *n = kith_text_dup_count (counts[i].n);

      if (i < 4 || counts[i].n > 0)
        g_string_append_printf (words, "%s%s %s", i == 0 ? "\n" : ", ", n, counts[i].words);
    }
  return g_string_free (words, FALSE);
}

static char *
dup_problem_place (const KithFileReport *report, const KithProblem *problem)
{
  GString *place = g_string_new (report->name);

  if (problem->row > 0)
    {
      g_autofree char *row = kith_text_dup_count (problem->row);

      g_string_append_printf (place, _ (", row %s"), row);
    }
  if (problem->column != NULL)
    g_string_append_printf (place, _ (", column %s"), problem->column);
  if (problem->value != NULL)
    g_string_append_printf (place, ": “%s”", problem->value);
  return g_string_free (place, FALSE);
}

static AdwPreferencesGroup *
get_group (KithImportDialog *self, gboolean is_rejection)
{
  return is_rejection ? self->rejects_group : self->notes_group;
}

/* Returns: whether there was one left. */
static gboolean
list_next_problem (KithImportDialog *self)
{
  while (self->report_index < self->preview->reports->len)
    {
      const KithFileReport *report = self->preview->reports->pdata[self->report_index];
      const KithProblem *problem;
      g_autofree char *place = NULL;

      if (report->problems == NULL || self->problem_index >= report->problems->len)
        {
          self->report_index++;
          self->problem_index = 0;
          continue;
        }
      problem = report->problems->pdata[self->problem_index++];
      if (self->n_listed[!!problem->is_rejection]++ >= MOST_PROBLEMS)
        continue;
      place = dup_problem_place (report, problem);
      adw_preferences_group_add (get_group (self, problem->is_rejection),
                                 new_row (problem->reason, place));
      gtk_widget_set_visible (GTK_WIDGET (get_group (self, problem->is_rejection)), TRUE);
      return TRUE;
    }
  return FALSE;
}

static gboolean
list_some_cb (gpointer data)
{
  KithImportDialog *self = KITH_IMPORT_DIALOG (data);

  for (guint i = 0; i < ROWS_AT_ONCE; i++)
    if (!list_next_problem (self))
      {
        for (guint k = 0; k < G_N_ELEMENTS (self->n_listed); k++)
          if (self->n_listed[k] > MOST_PROBLEMS)
            {
              g_autofree char *rest =
                  g_strdup_printf (_ ("and %u more, in the list that can be saved"),
                                   self->n_listed[k] - MOST_PROBLEMS);

              adw_preferences_group_add (get_group (self, k), new_row (rest, ""));
            }
        self->listing = 0;
        return G_SOURCE_REMOVE;
      }
  return G_SOURCE_CONTINUE;
}

static void
show_count (GtkLabel *label, guint64 n)
{
  g_autofree char *text = kith_text_dup_count (n);

  gtk_label_set_text (label, text);
}

static void
show_preview (KithImportDialog *self)
{
  guint64 n_added = 0, n_changed = 0, n_unchanged = 0, n_rejected = 0;
  gboolean has_changes = kith_changeset_get_size (self->preview->changes) > 0;

  for (guint i = 0; i < self->preview->reports->len; i++)
    {
      const KithFileReport *report = self->preview->reports->pdata[i];
      g_autofree char *words = dup_file_words (report);

      n_added += report->n_added;
      n_changed += report->n_changed;
      n_unchanged += report->n_unchanged;
      n_rejected += report->n_rejected;
      adw_preferences_group_add (self->files_group, new_row (report->name, words));
    }
  show_count (self->n_added, n_added);
  show_count (self->n_changed, n_changed);
  show_count (self->n_unchanged, n_unchanged);
  show_count (self->n_rejected, n_rejected);
  gtk_widget_set_visible (GTK_WIDGET (self->rejects_group), FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->notes_group), FALSE);
  self->listing = g_idle_add (list_some_cb, self);

  gtk_label_set_text (self->summary, has_changes
                                         ? _ ("Nothing is written until you press Import.")
                                         : _ ("Everything in these files is known already."));
  gtk_widget_set_sensitive (GTK_WIDGET (self->import_button), has_changes);
  gtk_widget_set_visible (GTK_WIDGET (self->import_button), TRUE);
  gtk_widget_set_visible (GTK_WIDGET (self->continue_button), FALSE);
  gtk_window_set_default_widget (GTK_WINDOW (self), GTK_WIDGET (self->import_button));
  gtk_stack_set_visible_child_name (self->stack, "preview");
  gtk_window_present (GTK_WINDOW (self));
  /* Return would press Cancel, which stands first */
  if (has_changes)
    gtk_widget_grab_focus (GTK_WIDGET (self->import_button));
}

static void
import_cb (KithImportDialog *self)
{
  g_clear_handle_id (&self->listing, g_source_remove);
  if (self->preview != NULL)
    kith_session_accept (self->session, g_steal_pointer (&self->preview));
  gtk_window_close (GTK_WINDOW (self));
}

/* The list of what was left out. */

static void
list_saved_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (KithImportDialog) self = data;
  g_autoptr (GError) error = NULL;

  if (!g_file_replace_contents_finish (G_FILE (source), result, NULL, &error))
    g_signal_emit_by_name (self->session, "failed", _ ("The list was not saved"), error->message);
}

static void
save_list (GtkWidget *window, GFile *const *files, guint n_files)
{
  KithImportDialog *self = KITH_IMPORT_DIALOG (window);
  g_autofree char *list = NULL;
  g_autoptr (GBytes) bytes = NULL;

  if (self->preview == NULL)
    return;
  list = kith_import_dup_rejects (self->preview);
  bytes = g_bytes_new_take (list, strlen (list));
  list = NULL;
  g_file_replace_contents_bytes_async (files[0], bytes, NULL, FALSE, G_FILE_CREATE_NONE, NULL,
                                       list_saved_cb, g_object_ref (self));
}

static void
save_list_cb (KithImportDialog *self)
{
  kith_choose_target (GTK_WIDGET (self), _ ("Save the rows that were left out"), _ ("left out.csv"),
                      save_list);
}

/* Reading. */

static gboolean
is_question (const GError *error)
{
  return g_error_matches (error, KITH_IMPORT_ERROR, KITH_IMPORT_ERROR_YEAR) ||
         g_error_matches (error, KITH_IMPORT_ERROR, KITH_IMPORT_ERROR_DATED);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (KithImportDialog) self = data;
  g_autoptr (GError) error = NULL;

  self->preview = kith_session_read_files_finish (self->session, result, &error);
  if (self->preview != NULL)
    {
      show_preview (self);
      return;
    }
  if (is_question (error))
    {
      ask (self, error);
      return;
    }
  if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_signal_emit_by_name (self->session, "failed", _ ("Nothing was imported"), error->message);
  gtk_window_destroy (GTK_WINDOW (self));
}

static void
read_again (KithImportDialog *self)
{
  kith_session_read_files (self->session, (GFile *const *)self->files->pdata, self->files->len,
                           &self->options, read_cb, g_object_ref (self));
}

static void
kith_import_dialog_dispose (GObject *object)
{
  KithImportDialog *self = KITH_IMPORT_DIALOG (object);

  g_clear_handle_id (&self->listing, g_source_remove);
  g_clear_object (&self->session);
  g_clear_pointer (&self->files, g_ptr_array_unref);
  g_clear_pointer (&self->preview, kith_preview_free);
  G_OBJECT_CLASS (kith_import_dialog_parent_class)->dispose (object);
}

static void
kith_import_dialog_class_init (KithImportDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kith_import_dialog_dispose;
  gtk_widget_class_add_binding (widget_class, GDK_KEY_F1, 0, kith_help_window_shown_cb, "s",
                                "files");
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/kith_schools/Kith/ui/kith-import-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, KithImportDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, KithImportDialog, import_button);
  gtk_widget_class_bind_template_child (widget_class, KithImportDialog, continue_button);
  gtk_widget_class_bind_template_child (widget_class, KithImportDialog, question);
  gtk_widget_class_bind_template_child (widget_class, KithImportDialog, answer);
  gtk_widget_class_bind_template_child (widget_class, KithImportDialog, summary);
  gtk_widget_class_bind_template_child (widget_class, KithImportDialog, n_added);
  gtk_widget_class_bind_template_child (widget_class, KithImportDialog, n_changed);
  gtk_widget_class_bind_template_child (widget_class, KithImportDialog, n_unchanged);
  gtk_widget_class_bind_template_child (widget_class, KithImportDialog, n_rejected);
  gtk_widget_class_bind_template_child (widget_class, KithImportDialog, files_group);
  gtk_widget_class_bind_template_child (widget_class, KithImportDialog, rejects_group);
  gtk_widget_class_bind_template_child (widget_class, KithImportDialog, notes_group);
  gtk_widget_class_bind_template_callback (widget_class, import_cb);
  gtk_widget_class_bind_template_callback (widget_class, continue_cb);
  gtk_widget_class_bind_template_callback (widget_class, answer_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, save_list_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
kith_import_dialog_init (KithImportDialog *self)
{
  self->options.today = kith_date_today ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * kith_import_dialog_begin:
 * @parent: over which the dialog stands
 * @session: with an open register
 * @files: (array length=n_files): to be read
 *
 * Reads files, asks what they do not say, shows what they would change, and imports them if
 * the officer wants that. Cancelling while they are read leaves no trace.
 */
void
kith_import_dialog_begin (GtkWindow *parent,
                          KithSession *session,
                          GFile *const *files,
                          guint n_files)
{
  KithImportDialog *self = g_object_new (KITH_TYPE_IMPORT_DIALOG, "transient-for", parent, NULL);

  self->session = g_object_ref (session);
  self->files = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < n_files; i++)
    g_ptr_array_add (self->files, g_object_ref (files[i]));
  read_again (self);
}
