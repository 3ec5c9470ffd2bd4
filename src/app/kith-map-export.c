/* kith-map-export.c: a map as a file
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-map-export.h"
#include "kith-map-moves.h"
#include "kith-map.h"
#include "kith-pango-measure.h"
#include "kith-target.h"

#include <glib/gi18n.h>

typedef struct
{
  KithSession *session; /* for the main thread alone */
  KithRoll *roll;
  KithJob *job;
  KithMapOptions options;
  KithPrinting printing;
  GFile *file;
} ExportOrder;

static void
free_order (ExportOrder *order)
{
  kith_roll_unref (order->roll);
  if (order->options.positions != NULL)
    kith_ledger_unref (order->options.positions);
  if (order->options.layers.only != NULL)
    g_hash_table_unref (order->options.layers.only);
  g_object_unref (order->job);
  g_object_unref (order->file);
  g_free (order);
}

static void
export_in_worker (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  ExportOrder *order = data;
  g_autofree char *name = g_file_get_basename (order->file);
  KithTarget target = kith_target_find (name);
  KithMeasure *measure = kith_pango_measure_new ();
  g_autoptr (KithMap) map = NULL;
  GError *error = NULL;

  map = kith_map_new (order->roll, &order->options, measure, order->job, &error);
  kith_pango_measure_free (measure);
  if (map != NULL &&
      kith_scene_write (kith_map_get_scene (map), &order->printing, order->file, target, &error))
    g_task_return_boolean (task, TRUE);
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

  kith_job_queue_end (kith_session_get_jobs (order->session), order->job);
  if (g_task_propagate_boolean (work, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/**
 * kith_map_export_begin:
 * @session: with a roll
 * @what: what it is of; a whole sheet of it is written
 * @file: its ending says what it becomes: svg, pdf, png
 * @callback: called when it is written, or not
 *
 * Composes a whole sheet and writes it.
 */
void
kith_map_export_begin (KithSession *session,
                       const KithMapOptions *what,
                       GFile *file,
                       GAsyncReadyCallback callback,
                       gpointer user_data)
{
  g_autofree char *name = g_file_get_basename (file);
  GTask *outer = g_task_new (session, NULL, callback, user_data);
  g_autoptr (GTask) work = NULL;
  ExportOrder *order;

  if (kith_target_find (name) == KITH_N_TARGETS)
    {
      g_task_return_new_error (outer, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED,
                               _ ("“%s” does not say what it shall be. End its name in .pdf, "
                                  ".svg or .png."),
                               name);
      g_object_unref (outer);
      return;
    }
  order = g_new0 (ExportOrder, 1);
  order->session = session; /* kept by the outer task */
  order->roll = kith_roll_ref (kith_session_get_roll (session));
  order->job = kith_job_queue_begin (kith_session_get_jobs (session), _ ("Drawing the map"));
  order->file = g_object_ref (file);
  order->options = *what;
  if (what->layers.only != NULL)
    g_hash_table_ref (what->layers.only);
  order->options.positions = kith_map_moves_dup_ledger (kith_map_moves_get (session));
  order->options.is_sheet = TRUE;
  order->options.width = KITH_MAP_SHEET_WIDTH;
  order->options.height = KITH_MAP_SHEET_HEIGHT;
  order->printing = (KithPrinting){
    .theme = kith_target_get_theme (kith_target_find (name)),
    .dated = kith_network_get_date (kith_roll_get_network (order->roll)),
  };
  work = g_task_new (NULL, kith_job_get_cancellable (order->job), exported_cb, outer);
  g_task_set_task_data (work, order, (GDestroyNotify)free_order);
  g_task_run_in_thread (work, export_in_worker);
}

/**
 * kith_map_export_finish:
 *
 * Returns: whether the file is written
 */
gboolean
kith_map_export_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}
