/* kith-map-printer.c: the map that is shown, sent to a printer
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-map-printer.h"

#include "kith-map-moves.h"
#include "kith-map-print.h"
#include "kith-painter.h"

#include <glib/gi18n.h>

typedef struct
{
  KithSession *session; /* for the main thread alone */
  GtkWidget *asker;     /* the same */
  KithRoll *roll;
  KithJob *job;
  KithMapPrint print;
} Order;

static void
free_order (Order *order)
{
  kith_roll_unref (order->roll);
  if (order->print.map.positions != NULL)
    kith_ledger_unref (order->print.map.positions);
  if (order->print.map.layers.only != NULL)
    g_hash_table_unref (order->print.map.layers.only);
  g_object_unref (order->job);
  g_object_unref (order->session);
  g_object_unref (order->asker);
  g_free (order);
}

/* On other paper than A4 the sheet is as large as that allows. */
static void
draw_page_cb (GtkPrintOperation *print, GtkPrintContext *context, int number, KithMap *map)
{
  const KithScene *scene = kith_map_get_scene (map);
  cairo_t *cr = gtk_print_context_get_cairo_context (context);
  double across = gtk_print_context_get_width (context) / kith_scene_get_width (scene);
  double down = gtk_print_context_get_height (context) / kith_scene_get_height (scene);

  cairo_scale (cr, MIN (across, down), MIN (across, down));
  kith_scene_paint (scene, kith_theme_get (KITH_THEME_PRINT), cr);
}

/**
 * kith_map_printer_new:
 * @map: a whole sheet
 *
 * Returns: (transfer full): what prints it on one page, the longer side across
 */
GtkPrintOperation *
kith_map_printer_new (KithMap *map)
{
  GtkPrintOperation *print = gtk_print_operation_new ();
  g_autoptr (GtkPageSetup) setup = gtk_page_setup_new ();
  g_autoptr (GtkPaperSize) size = gtk_paper_size_new (GTK_PAPER_NAME_A4);

  gtk_page_setup_set_paper_size (setup, size);
  gtk_page_setup_set_orientation (setup, GTK_PAGE_ORIENTATION_LANDSCAPE);
  gtk_print_operation_set_default_page_setup (print, setup);
  gtk_print_operation_set_use_full_page (print, TRUE);
  gtk_print_operation_set_unit (print, GTK_UNIT_MM);
  gtk_print_operation_set_n_pages (print, 1);
  gtk_print_operation_set_job_name (print, kith_map_get_title (map));
  gtk_print_operation_set_allow_async (print, TRUE);
  g_signal_connect_data (print, "draw-page", G_CALLBACK (draw_page_cb), kith_map_ref (map),
                         (GClosureNotify)(void (*) (void))kith_map_unref, 0);
  return print;
}

static void
compose_in_worker (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Order *order = data;
  KithPrinting printing;
  GError *error = NULL;
  KithMap *map = kith_map_print_compose (&order->print, order->roll, order->job, &printing, &error);

  if (map != NULL)
    g_task_return_pointer (task, map, (GDestroyNotify)kith_map_unref);
  else
    g_task_return_error (task, error);
}

static void
composed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Order *order = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;
  g_autoptr (KithMap) map = g_task_propagate_pointer (G_TASK (result), &error);
  GtkRoot *window = gtk_widget_get_root (order->asker);
  g_autoptr (GtkPrintOperation) print = NULL;

  kith_job_queue_end (kith_session_get_jobs (order->session), order->job);
  if (map == NULL && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_signal_emit_by_name (order->session, "failed", _ ("The map was not printed"), error->message);
  if (map == NULL || window == NULL) /* closed meanwhile */
    return;
  print = kith_map_printer_new (map);
  gtk_print_operation_run (print, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG, GTK_WINDOW (window),
                           NULL);
}

/**
 * kith_map_printer_begin:
 * @asker: in whose window the dialog opens
 * @session: with a roll
 * @shown: the map that is shown
 *
 * Composes the sheet that a PDF of it has, for officers, and asks for a printer.
 */
void
kith_map_printer_begin (GtkWidget *asker, KithSession *session, const KithMapOptions *shown)
{
  Order *order = g_new0 (Order, 1);
  g_autoptr (GTask) task = NULL;

  order->session = g_object_ref (session);
  order->asker = g_object_ref (asker);
  order->roll = kith_roll_ref (kith_session_get_roll (session));
  order->job = kith_job_queue_begin (kith_session_get_jobs (session), _ ("Drawing the map"));
  order->print = (KithMapPrint){ .map = *shown, .paper = KITH_PAPER_A4, .tile = KITH_N_PAPERS };
  if (shown->layers.only != NULL)
    g_hash_table_ref (shown->layers.only);
  order->print.map.positions = kith_map_moves_dup_ledger (kith_map_moves_get (session));
  task = g_task_new (NULL, kith_job_get_cancellable (order->job), composed_cb, NULL);
  g_task_set_task_data (task, order, (GDestroyNotify)free_order);
  g_task_run_in_thread (task, compose_in_worker);
}
