/* kith-map-export.c: a map as a file or as a picture to paste
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-map-export.h"
#include "kith-map-moves.h"

#include <glib/gi18n.h>

typedef struct
{
  KithSession *session; /* for the main thread alone */
  KithRoll *roll;
  KithJob *job;
  KithMapPrint print;
  char *title;
  char *note;
  KithTarget target;
  GFile *file; /* NULL for a picture */
} ExportOrder;

static void
free_order (ExportOrder *order)
{
  kith_roll_unref (order->roll);
  if (order->print.map.positions != NULL)
    kith_ledger_unref (order->print.map.positions);
  if (order->print.map.layers.only != NULL)
    g_hash_table_unref (order->print.map.layers.only);
  g_object_unref (order->job);
  g_clear_object (&order->file);
  g_free (order->title);
  g_free (order->note);
  g_free (order);
}

static void
export_in_worker (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  ExportOrder *order = data;
  KithPrinting printing;
  GError *error = NULL;
  g_autoptr (KithMap) map =
      kith_map_print_compose (&order->print, order->roll, order->job, &printing, &error);
  KithScene *scene = map == NULL ? NULL : kith_map_get_scene (map);
  GBytes *picture = NULL;
  gboolean is_done = FALSE;

  printing.theme = kith_target_get_theme (order->target);
  if (scene != NULL && order->file != NULL)
    is_done = kith_scene_write (scene, &printing, order->file, order->target, &error);
  else if (scene != NULL)
    is_done = (picture = kith_scene_render (scene, &printing, order->target, &error)) != NULL;
  if (is_done)
    g_task_return_pointer (task, picture, (GDestroyNotify)g_bytes_unref);
  else
    g_task_return_error (task, error);
}

static void
exported_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  GTask *work = G_TASK (result);
  ExportOrder *order = g_task_get_task_data (work);
  GError *error = NULL;
  GBytes *picture = g_task_propagate_pointer (work, &error);

  kith_job_queue_end (kith_session_get_jobs (order->session), order->job);
  if (error == NULL)
    g_task_return_pointer (task, picture, (GDestroyNotify)g_bytes_unref);
  else
    g_task_return_error (task, error);
}

/**
 * kith_map_export_begin:
 * @session: with a roll
 * @print: what the sheet shall be; its words are copied
 * @target: the form of the file
 * @file: (nullable): where to, %NULL for what the file would hold
 * @callback: called when it is made, or not
 *
 * Composes a whole sheet, with the marks where they were put.
 */
void
kith_map_export_begin (KithSession *session,
                       const KithMapPrint *print,
                       KithTarget target,
                       GFile *file,
                       GAsyncReadyCallback callback,
                       gpointer user_data)
{
  GTask *outer = g_task_new (session, NULL, callback, user_data);
  g_autoptr (GTask) work = NULL;
  ExportOrder *order = g_new0 (ExportOrder, 1);

  order->session = session; /* kept by the outer task */
  order->roll = kith_roll_ref (kith_session_get_roll (session));
  order->job = kith_job_queue_begin (kith_session_get_jobs (session), _ ("Drawing the map"));
  order->target = target;
  if (file != NULL)
    order->file = g_object_ref (file);
  order->print = *print;
  if (print->map.layers.only != NULL)
    g_hash_table_ref (print->map.layers.only);
  order->print.map.positions = kith_map_moves_dup_ledger (kith_map_moves_get (session));
  order->print.map.title = order->title = g_strdup (print->map.title);
  order->print.map.note = order->note = g_strdup (print->map.note);
  work = g_task_new (NULL, kith_job_get_cancellable (order->job), exported_cb, outer);
  g_task_set_task_data (work, order, (GDestroyNotify)free_order);
  g_task_run_in_thread (work, export_in_worker);
}

/**
 * kith_map_export_finish:
 * @picture: (out) (transfer full) (nullable): what the file would hold, where none was asked for
 *
 * Returns: whether it is made
 */
gboolean
kith_map_export_finish (GAsyncResult *result, GBytes **picture, GError **error)
{
  GError *own = NULL;

  *picture = g_task_propagate_pointer (G_TASK (result), &own);
  if (own == NULL)
    return TRUE;
  g_propagate_error (error, own);
  return FALSE;
}
