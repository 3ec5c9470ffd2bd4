/* kith-map-print.c: a map on paper
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-map-print.h"

#include "kith-pango-measure.h"

#include <glib/gi18n.h>

/* a poster is the sheet that LOOK has, on larger paper */
static gboolean
fit (const KithMapPrint *self, KithMapOptions *options, KithPrinting *printing, GError **error)
{
  *options = self->map;
  options->is_sheet = TRUE;
  *printing = (KithPrinting){ .dpi = self->dpi };
  kith_paper_fit (self->paper, &options->width, &options->height, &printing->magnify);
  if (self->tile == KITH_N_PAPERS)
    return TRUE;
  if (self->tile <= self->paper)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT,
                   _ ("A page of %s is not smaller than the sheet, which is %s. Choose larger "
                      "paper for the sheet."),
                   kith_paper_get_name (self->tile), kith_paper_get_name (self->paper));
      return FALSE;
    }
  kith_paper_choose_tile (self->tile, self->paper, &printing->tile_width, &printing->tile_height);
  return TRUE;
}

/**
 * kith_map_print_count:
 *
 * Returns: how many pages a PDF of it has; 0 where its pages are not smaller than the sheet
 */
guint
kith_map_print_count (const KithMapPrint *self)
{
  KithMapOptions options;
  KithPrinting printing;
  g_autoptr (KithScene) sheet = NULL;
  guint n_x, n_y;

  if (!fit (self, &options, &printing, NULL))
    return 0;
  sheet = kith_scene_new (options.width, options.height);
  return kith_printing_count_tiles (&printing, sheet, &n_x, &n_y);
}

/**
 * kith_map_print_compose:
 * @roll: the call of the roll that it shows
 * @job: (nullable): takes progress, gives cancellation
 * @printing: (out caller-allocates): how its scene becomes a file; the theme is left to choose
 * @error: return location for a #KithMapError, a cancellation, or pages that are too large
 *
 * Composes the whole sheet, with letters measured as they will be drawn.
 *
 * Returns: (transfer full): the map, or %NULL
 */
KithMap *
kith_map_print_compose (
    const KithMapPrint *self, KithRoll *roll, KithJob *job, KithPrinting *printing, GError **error)
{
  KithMapOptions options;
  KithMeasure *measure;
  KithMap *map;

  if (!fit (self, &options, printing, error))
    return NULL;
  printing->dated = kith_network_get_date (kith_roll_get_network (roll));
  measure = kith_pango_measure_new ();
  map = kith_map_new (roll, &options, measure, job, error);
  kith_pango_measure_free (measure);
  return map;
}
