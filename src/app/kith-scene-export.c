/* kith-scene-export.c: a sheet into a file that an officer chooses
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-scene-export.h"
#include "kith-choose-files.h"
#include "kith-target.h"

#include <glib/gi18n.h>

#define ORDER_KEY "kith-scene-export"

typedef struct
{
  KithSession *session;
  KithScene *sheet;
  KithDate dated;
  GFile *file; /* NULL until it is chosen */
} ExportOrder;

static void
free_order (ExportOrder *order)
{
  g_object_unref (order->session);
  kith_scene_unref (order->sheet);
  g_clear_object (&order->file);
  g_free (order);
}

static void
write_in_worker (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  ExportOrder *order = data;
  g_autofree char *name = g_file_get_basename (order->file);
  KithTarget target = kith_target_find (name);
  KithPrinting printing = { .dated = order->dated };
  GError *error = NULL;

  if (target != KITH_N_TARGETS)
    printing.theme = kith_target_get_theme (target);
  if (target == KITH_N_TARGETS)
    g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED,
                             _ ("“%s” does not say what it shall be. End its name in .pdf, "
                                ".svg or .png."),
                             name);
  else if (kith_scene_write (order->sheet, &printing, order->file, target, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
written_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  ExportOrder *order = g_task_get_task_data (G_TASK (result));
  g_autofree char *name = g_file_get_basename (order->file);
  g_autofree char *words = g_strdup_printf (_ ("Written: %s"), name);
  g_autoptr (GError) error = NULL;

  if (g_task_propagate_boolean (G_TASK (result), &error))
    g_signal_emit_by_name (order->session, "done", words, FALSE);
  else
    g_signal_emit_by_name (order->session, "failed", _ ("The sheet was not exported"),
                           error->message);
}

static void
target_chosen (GtkWidget *asker, GFile *const *files, guint n_files)
{
  ExportOrder *order = g_object_steal_data (G_OBJECT (asker), ORDER_KEY);
  g_autoptr (GTask) task = NULL;

  if (order == NULL)
    return;
  if (n_files == 0)
    {
      free_order (order);
      return;
    }
  order->file = g_object_ref (files[0]);
  task = g_task_new (NULL, NULL, written_cb, NULL);
  g_task_set_task_data (task, order, (GDestroyNotify)free_order);
  g_task_run_in_thread (task, write_in_worker);
}

/**
 * kith_scene_export_begin:
 * @over: a widget of the window that asks
 * @session: tells what came of it
 * @sheet: a whole sheet, with a title
 * @dated: the day that it is as at
 *
 * Asks for a file and writes it as its ending says.
 */
void
kith_scene_export_begin (GtkWidget *over, KithSession *session, KithScene *sheet, KithDate dated)
{
  ExportOrder *order = g_new0 (ExportOrder, 1);
  g_autofree char *name = g_strdup_printf ("%s.pdf", kith_scene_get_title (sheet));

  g_strdelimit (name, "/\\:", '-');
  order->session = g_object_ref (session);
  order->sheet = kith_scene_ref (sheet);
  order->dated = dated;
  g_object_set_data_full (G_OBJECT (over), ORDER_KEY, order, (GDestroyNotify)free_order);
  kith_choose_target (over, _ ("Export as PDF, SVG or PNG"), name, target_chosen);
}
