/* kith-briefing-work.c: briefings, composed, written and printed beside the window
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-briefing-work.h"

#include "kith-briefing-issue.h"
#include "kith-html.h"
#include "kith-painter.h"
#include "kith-pango-measure.h"
#include "kith-typeset.h"

#include <glib/gi18n.h>

typedef struct
{
  KithRoll *roll;
  KithAudience audience;
  KithDocument *document;
  KithBook *book;
  GFile *file;
  gboolean is_issued;
  KithJob *job;
} WriteOrder;

/* What is not there is no fault: the page says so where the paper would be. */
static void
tell_problem (KithBriefingPaper *paper, GError **error, GError *own)
{
  if (g_error_matches (own, KITH_BRIEFING_ERROR, KITH_BRIEFING_ERROR_SCHOOL) ||
      g_error_matches (own, KITH_BRIEFING_ERROR, KITH_BRIEFING_ERROR_ARRANGEMENT))
    {
      paper->problem = g_strdup (own->message);
      g_error_free (own);
    }
  else
    g_propagate_error (error, own);
}

/**
 * kith_briefing_work_compose:
 * @roll: of the open register
 * @question: (element-type KithBriefingOptions): one; none while nothing is chosen
 * @job: takes progress, gives cancellation
 *
 * In a worker.
 *
 * Returns: (transfer full) (nullable): a #KithBriefingPaper, or %NULL, with @error set where it
 *   could not be made
 */
gpointer
kith_briefing_work_compose (KithRoll *roll, GPtrArray *question, KithJob *job, GError **error)
{
  const KithBriefingOptions *options =
      question == NULL || question->len == 0 ? NULL : question->pdata[0];
  KithBriefingPaper *paper;
  KithMeasure *measure;
  GError *own = NULL;

  if (options == NULL)
    return NULL;
  measure = kith_pango_measure_new ();
  paper = g_new0 (KithBriefingPaper, 1);
  paper->question = g_ptr_array_ref (question);
  paper->roll = kith_roll_ref (roll);
  paper->audience = options->audience;
  paper->is_whole = options->urn == 0 && options->arrangement_id == 0;
  paper->document = kith_briefing_compose (roll, options, measure, job, &own);
  if (paper->document != NULL)
    paper->book = kith_typeset (paper->document, measure);
  else
    tell_problem (paper, error, own);
  kith_pango_measure_free (measure);
  if (paper->document == NULL && paper->problem == NULL)
    g_clear_pointer (&paper, kith_briefing_paper_free);
  return paper;
}

/**
 * kith_briefing_paper_free:
 * @paper: (transfer full): a #KithBriefingPaper
 */
void
kith_briefing_paper_free (gpointer paper)
{
  KithBriefingPaper *self = paper;

  g_ptr_array_unref (self->question);
  kith_roll_unref (self->roll);
  g_clear_pointer (&self->document, kith_document_unref);
  g_clear_pointer (&self->book, kith_book_unref);
  g_free (self->problem);
  g_free (self);
}

static void
free_order (gpointer data)
{
  WriteOrder *order = data;

  kith_roll_unref (order->roll);
  kith_document_unref (order->document);
  kith_book_unref (order->book);
  g_object_unref (order->file);
  g_object_unref (order->job);
  g_free (order);
}

static void
write_in_worker (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  WriteOrder *order = data;
  g_autofree char *name = g_file_get_basename (order->file);
  GError *error = NULL;
  g_autoptr (GBytes) bytes =
      g_str_has_suffix (name, ".html")
          ? kith_html_write (order->document)
          : kith_book_render_pdf (order->book, kith_theme_get (KITH_THEME_PRINT),
                                  kith_document_get_date (order->document), &error);
  gsize length = 0;
  const char *data_of = bytes == NULL ? NULL : g_bytes_get_data (bytes, &length);

  if (bytes != NULL &&
      g_file_replace_contents (order->file, data_of, length, NULL, FALSE,
                               G_FILE_CREATE_REPLACE_DESTINATION, NULL, cancellable, &error))
    g_task_return_pointer (task, g_steal_pointer (&bytes), (GDestroyNotify)g_bytes_unref);
  else
    g_task_return_error (task, error);
}

/* The file is there before the register says so. */
static void
keep_issue (KithSession *session, const WriteOrder *order, GBytes *bytes)
{
  g_autofree char *what = NULL;
  g_autoptr (KithChangeset) changes = NULL;
  KithEntry entry = { 0 };

  if (kith_session_get_roll (session) != order->roll)
    {
      g_signal_emit_by_name (session, "failed", _ ("The briefing was not issued"),
                             _ ("The register changed while the file was written. Issue the "
                                "briefing again."));
      return;
    }
  changes = kith_briefing_make_issue (order->roll, order->audience, order->document, bytes, &what);
  entry.what = what;
  kith_session_apply (session, changes, &entry, NULL, NULL);
}

static void
written_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  WriteOrder *order = g_task_get_task_data (G_TASK (result));
  g_autofree char *name = g_file_get_basename (order->file);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = g_task_propagate_pointer (G_TASK (result), &error);

  kith_job_queue_end (kith_session_get_jobs (KITH_SESSION (source)), order->job);
  if (bytes != NULL && order->is_issued)
    keep_issue (KITH_SESSION (source), order, bytes);
  else if (bytes != NULL)
    {
      g_autofree char *words = g_strdup_printf (_ ("The briefing is in “%s”"), name);

      g_signal_emit_by_name (source, "done", words, FALSE);
    }
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_signal_emit_by_name (source, "failed",
                           order->is_issued ? _ ("The briefing was not issued")
                                            : _ ("The briefing was not exported"),
                           error->message);
}

/**
 * kith_briefing_work_write:
 * @session: tells what came of it
 * @paper: one that is there
 * @file: HTML where its name says so, else PDF
 * @is_issued: whether the register keeps what it says of each school, once the file is there
 *
 * Writes it beside the window.
 */
void
kith_briefing_work_write (KithSession *session,
                          const KithBriefingPaper *paper,
                          GFile *file,
                          gboolean is_issued)
{
  WriteOrder *order = g_new (WriteOrder, 1);
  g_autoptr (GTask) task = NULL;

  order->roll = kith_roll_ref (paper->roll);
  order->audience = paper->audience;
  order->is_issued = is_issued;
  order->document = kith_document_ref (paper->document);
  order->book = kith_book_ref (paper->book);
  order->file = g_object_ref (file);
  order->job = kith_job_queue_begin (kith_session_get_jobs (session), _ ("Writing the briefing"));
  task = g_task_new (session, kith_job_get_cancellable (order->job), written_cb, NULL);
  g_task_set_task_data (task, order, free_order);
  g_task_run_in_thread (task, write_in_worker);
}

static void
draw_page_cb (GtkPrintOperation *print, GtkPrintContext *context, int number, KithBook *book)
{
  kith_scene_paint (kith_book_get_page (book, (guint)number), kith_theme_get (KITH_THEME_PRINT),
                    gtk_print_context_get_cairo_context (context));
}

/**
 * kith_briefing_work_print:
 * @asker: in whose window the dialog opens
 *
 * Asks for a printer, and prints the pages as they are.
 */
void
kith_briefing_work_print (GtkWidget *asker, const KithBriefingPaper *paper)
{
  g_autoptr (GtkPrintOperation) print = gtk_print_operation_new ();
  g_autoptr (GtkPageSetup) setup = gtk_page_setup_new ();
  g_autoptr (GtkPaperSize) size = gtk_paper_size_new (GTK_PAPER_NAME_A4);

  gtk_page_setup_set_paper_size (setup, size);
  gtk_print_operation_set_default_page_setup (print, setup);
  gtk_print_operation_set_use_full_page (print, TRUE);
  gtk_print_operation_set_unit (print, GTK_UNIT_MM);
  gtk_print_operation_set_n_pages (print, (int)kith_book_count_pages (paper->book));
  gtk_print_operation_set_job_name (print, kith_document_get_title (paper->document));
  gtk_print_operation_set_allow_async (print, TRUE);
  g_signal_connect_data (print, "draw-page", G_CALLBACK (draw_page_cb), kith_book_ref (paper->book),
                         (GClosureNotify)(void (*) (void))kith_book_unref, 0);
  gtk_print_operation_run (print, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG,
                           GTK_WINDOW (gtk_widget_get_root (asker)), NULL);
}
