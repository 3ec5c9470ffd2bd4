/* kith-map-picture.c: a map and its pixels, made in a worker
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-map-picture.h"
#include "kith-painter.h"
#include "kith-pango-measure.h"

#include <cairo.h>

typedef struct
{
  KithRoll *roll;
  KithMapMoment moment;
  KithMapOptions options;
  gboolean is_dark;
  int scale;
  KithJob *job;
} PictureOrder;

static void
free_order (PictureOrder *order)
{
  kith_roll_unref (order->roll);
  if (order->moment.ledger != NULL)
    kith_ledger_unref (order->moment.ledger);
  if (order->options.positions != NULL)
    kith_ledger_unref (order->options.positions);
  if (order->options.layers.only != NULL)
    g_hash_table_unref (order->options.layers.only);
  g_object_unref (order->job);
  g_free (order);
}

static void
release_surface (gpointer surface)
{
  cairo_surface_destroy (surface);
}

/**
 * kith_map_picture_paint:
 * @scene: what is to be seen
 * @is_dark: which theme
 * @px_per_mm: how large
 *
 * Paints it; where nothing is drawn the texture is clear.
 *
 * Returns: (transfer full): its pixels
 */
GdkTexture *
kith_map_picture_paint (const KithScene *scene, gboolean is_dark, double px_per_mm)
{
  int width = (int)ceil (kith_scene_get_width (scene) * px_per_mm);
  int height = (int)ceil (kith_scene_get_height (scene) * px_per_mm);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width, height);
  g_autoptr (GBytes) bytes = NULL;
  cairo_t *cr = cairo_create (surface);
  int stride = cairo_image_surface_get_stride (surface);

  cairo_scale (cr, px_per_mm, px_per_mm);
  kith_scene_paint (scene, kith_theme_get (is_dark ? KITH_THEME_DARK : KITH_THEME_LIGHT), cr);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  bytes = g_bytes_new_with_free_func (cairo_image_surface_get_data (surface),
                                      (gsize)stride * height, release_surface, surface);
  return gdk_memory_texture_new (width, height, GDK_MEMORY_DEFAULT, bytes, stride);
}

/* The roll as at another day. */
static KithRoll *
call_roll (const PictureOrder *order, GError **error)
{
  g_autoptr (KithNetwork) network = NULL;

  if (order->moment.ledger == NULL)
    return kith_roll_ref (order->roll);
  network = kith_network_new_from (kith_roll_get_network (order->roll), order->moment.ledger,
                                   order->moment.day, order->job, error);
  return network != NULL ? kith_roll_new (network, order->job, error) : NULL;
}

static void
make_in_worker (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  PictureOrder *order = data;
  KithMeasure *measure = kith_pango_measure_new ();
  GError *error = NULL;
  g_autoptr (KithRoll) roll = call_roll (order, &error);
  KithMap *map =
      roll != NULL ? kith_map_new (roll, &order->options, measure, order->job, &error) : NULL;
  KithMapPicture *picture;

  kith_pango_measure_free (measure);
  if (map == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  picture = g_new0 (KithMapPicture, 1);
  picture->map = map;
  picture->px_per_mm = KITH_MAP_SCREEN_PX;
  picture->texture = kith_map_picture_paint (kith_map_get_scene (map), order->is_dark,
                                             KITH_MAP_SCREEN_PX * order->scale);
  g_task_return_pointer (task, picture, (GDestroyNotify)kith_map_picture_free);
}

/**
 * kith_map_picture_make:
 * @roll: whose schools
 * @moment: (nullable): as at another day than the roll is of
 * @options: of the map alone
 * @is_dark: which theme
 * @scale: the screen's own pixels in one of the window's
 * @cancellable: (nullable): gives up
 * @callback: called with the picture
 *
 * Composes a map and paints it, without holding anybody up.
 */
void
kith_map_picture_make (KithRoll *roll,
                       const KithMapMoment *moment,
                       const KithMapOptions *options,
                       gboolean is_dark,
                       int scale,
                       GCancellable *cancellable,
                       GAsyncReadyCallback callback,
                       gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  PictureOrder *order = g_new0 (PictureOrder, 1);

  order->roll = kith_roll_ref (roll);
  if (moment != NULL && moment->ledger != NULL)
    order->moment = (KithMapMoment){ kith_ledger_ref (moment->ledger), moment->day };
  order->options = *options;
  if (options->positions != NULL)
    kith_ledger_ref (options->positions);
  if (options->layers.only != NULL)
    g_hash_table_ref (options->layers.only);
  order->is_dark = is_dark;
  order->scale = scale;
  order->job = kith_job_new (NULL);
  if (cancellable != NULL)
    g_signal_connect_object (cancellable, "cancelled", G_CALLBACK (kith_job_cancel), order->job,
                             G_CONNECT_SWAPPED);
  g_task_set_task_data (task, order, (GDestroyNotify)free_order);
  g_task_run_in_thread (task, make_in_worker);
}

/**
 * kith_map_picture_finish:
 *
 * Returns: (transfer full): the picture, or %NULL with @error set
 */
KithMapPicture *
kith_map_picture_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * kith_map_picture_free:
 */
void
kith_map_picture_free (KithMapPicture *self)
{
  kith_map_unref (self->map);
  g_object_unref (self->texture);
  g_free (self);
}
