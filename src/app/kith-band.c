/* kith-band.c: what is drawn around schools to choose them
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-band.h"

#include <math.h>

/* Nearer than this to the last point a lasso has no other. */
#define STEP_PX 3.0
#define FILL_ALPHA 0.12
#define LINE_ALPHA 0.9

/**
 * kith_band_new:
 * @at: where it begins
 * @is_lasso: whether it follows the pointer; else it is a box
 *
 * Returns: (transfer full): a band that holds nothing yet
 */
KithBand *
kith_band_new (KithPoint at, gboolean is_lasso)
{
  KithBand *self = g_new0 (KithBand, 1);

  self->is_lasso = is_lasso;
  self->points = g_array_new (FALSE, FALSE, sizeof (KithPoint));
  g_array_append_val (self->points, at);
  return self;
}

/**
 * kith_band_free:
 */
void
kith_band_free (KithBand *self)
{
  g_array_unref (self->points);
  g_free (self);
}

/**
 * kith_band_extend:
 * @at: where the pointer is now
 *
 * Draws it on.
 */
void
kith_band_extend (KithBand *self, KithPoint at)
{
  KithPoint first = g_array_index (self->points, KithPoint, 0);
  KithPoint last = g_array_index (self->points, KithPoint, self->points->len - 1);

  if (!self->is_lasso)
    {
      KithPoint corners[] = { { at.x, first.y }, at, { first.x, at.y } };

      g_array_set_size (self->points, 1);
      g_array_append_vals (self->points, corners, G_N_ELEMENTS (corners));
    }
  else if (hypot (at.x - last.x, at.y - last.y) >= STEP_PX)
    g_array_append_val (self->points, at);
}

/**
 * kith_band_holds:
 *
 * Where a lasso crosses itself, what it goes round twice lies outside: even-odd.
 *
 * Returns: whether a point lies inside
 */
gboolean
kith_band_holds (const KithBand *self, KithPoint at)
{
  gboolean is_inside = FALSE;
  guint n = self->points->len;

  for (guint i = 0; i < n; i++)
    {
      KithPoint a = g_array_index (self->points, KithPoint, i);
      KithPoint b = g_array_index (self->points, KithPoint, (i + 1) % n);

      if ((a.y > at.y) != (b.y > at.y) && at.x < a.x + (b.x - a.x) * (at.y - a.y) / (b.y - a.y))
        is_inside = !is_inside;
    }
  return is_inside;
}

/**
 * kith_band_draw:
 * @colour: of its line; the inside is washed with it
 */
void
kith_band_draw (const KithBand *self, const GdkRGBA *colour, cairo_t *cr)
{
  static const double dashes[] = { 5, 3 };
  GdkRGBA ink = *colour;

  for (guint i = 0; i < self->points->len; i++)
    {
      KithPoint at = g_array_index (self->points, KithPoint, i);

      cairo_line_to (cr, at.x, at.y);
    }
  cairo_close_path (cr);
  cairo_set_fill_rule (cr, CAIRO_FILL_RULE_EVEN_ODD);
  ink.alpha = FILL_ALPHA;
  gdk_cairo_set_source_rgba (cr, &ink);
  cairo_fill_preserve (cr);
  ink.alpha = LINE_ALPHA;
  gdk_cairo_set_source_rgba (cr, &ink);
  cairo_set_line_width (cr, 1.5);
  cairo_set_dash (cr, dashes, G_N_ELEMENTS (dashes), 0);
  cairo_stroke (cr);
}
