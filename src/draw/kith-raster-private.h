/* kith-raster-private.h: quick ways to draw on image surfaces
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <cairo.h>

#include "kith-scene.h"

G_BEGIN_DECLS

/**
 * KithRaster:
 *
 * The memory of the image surface that a context draws on, with the one rectangle of it
 * that may be touched.
 */
typedef struct
{
  cairo_surface_t *surface;
  unsigned char *data;
  int stride;
  int x0, y0, x1, y1;
  cairo_matrix_t matrix; /* from the scene to pixels */
  double scale;
} KithRaster;

gboolean  kith_raster_begin       (KithRaster    *self,
                                   cairo_t       *cr);
gboolean  kith_raster_takes       (KithRaster    *self,
                                   const KithPaint *paint,
                                   KithColour     colour,
                                   const KithStep *steps,
                                   guint          n_steps);
void      kith_raster_draw_lines  (KithRaster    *self,
                                   const KithStep *steps,
                                   guint          n_steps,
                                   double         width,
                                   KithColour     colour);
void      kith_raster_draw_sprite (KithRaster    *self,
                                   cairo_surface_t *sprite,
                                   int            x,
                                   int            y);

G_END_DECLS
