/* kith-raster.c: quick ways to draw on image surfaces
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-raster-private.h"

#include <math.h>

/* Above this a line is a shape, and Cairo draws it better: an outline of 0.28 mm in a window is
 * none yet. */
#define WIDEST_PX 1.52

/**
 * kith_raster_begin:
 * @self: (out caller-allocates): the surface
 * @cr: a context
 *
 * Returns: whether @cr draws on an image surface, upright, inside one rectangle
 */
gboolean
kith_raster_begin (KithRaster *self, cairo_t *cr)
{
  cairo_surface_t *surface = cairo_get_group_target (cr);
  cairo_rectangle_list_t *clip;
  double device_x, device_y, scale_x, scale_y;
  gboolean is_one;

  if (cairo_surface_get_type (surface) != CAIRO_SURFACE_TYPE_IMAGE ||
      (cairo_image_surface_get_format (surface) != CAIRO_FORMAT_ARGB32 &&
       cairo_image_surface_get_format (surface) != CAIRO_FORMAT_RGB24))
    return FALSE;
  cairo_get_matrix (cr, &self->matrix);
  if (self->matrix.xy != 0 || self->matrix.yx != 0 || self->matrix.xx != self->matrix.yy ||
      self->matrix.xx <= 0)
    return FALSE;
  cairo_surface_get_device_scale (surface, &scale_x, &scale_y);
  cairo_surface_get_device_offset (surface, &device_x, &device_y);
  if (scale_x != scale_y)
    return FALSE;
  self->matrix.xx *= scale_x;
  self->matrix.yy *= scale_y;
  self->matrix.x0 = self->matrix.x0 * scale_x + device_x;
  self->matrix.y0 = self->matrix.y0 * scale_y + device_y;
  self->scale = self->matrix.xx;

  self->surface = surface;
  self->data = cairo_image_surface_get_data (surface);
  self->stride = cairo_image_surface_get_stride (surface);
  self->x0 = self->y0 = 0;
  self->x1 = cairo_image_surface_get_width (surface);
  self->y1 = cairo_image_surface_get_height (surface);
  clip = cairo_copy_clip_rectangle_list (cr);
  is_one = clip->status == CAIRO_STATUS_SUCCESS && clip->num_rectangles <= 1;
  if (is_one && clip->num_rectangles == 0)
    self->x1 = self->y1 = 0;
  else if (is_one)
    {
      const cairo_rectangle_t *r = clip->rectangles;
      double left = self->matrix.x0 + r->x * self->scale;
      double top = self->matrix.y0 + r->y * self->scale;

      self->x0 = MAX (self->x0, (int)round (left));
      self->y0 = MAX (self->y0, (int)round (top));
      self->x1 = MIN (self->x1, (int)round (left + r->width * self->scale));
      self->y1 = MIN (self->y1, (int)round (top + r->height * self->scale));
    }
  cairo_rectangle_list_destroy (clip);
  return is_one && self->data != NULL;
}

/**
 * kith_raster_takes:
 *
 * Returns: whether a path is nothing but thin, solid, opaque straight lines
 */
gboolean
kith_raster_takes (KithRaster *self,
                   const KithPaint *paint,
                   KithColour colour,
                   const KithStep *steps,
                   guint n_steps)
{
  if (paint->fill.role != KITH_ROLE_NOTHING || paint->pattern != KITH_PATTERN_SOLID ||
      paint->is_inside || colour.opacity != 1 || paint->width * self->scale > WIDEST_PX)
    return FALSE;
  for (guint s = 0; s < n_steps; s++)
    if (steps[s].type == KITH_STEP_CURVE)
      return FALSE;
  return TRUE;
}

static inline void
blend (KithRaster *self, int x, int y, guint32 colour, double cover)
{
  guint32 *pixel = (guint32 *)(void *)(self->data + (gsize)y * self->stride) + x;
  guint32 part = (guint32)(cover * 256 + 0.5);
  guint32 odd = *pixel & 0x00ff00ff, even = *pixel >> 8 & 0x00ff00ff;

  /* two channels at a time, premultiplied; the colour is opaque */
  odd = (odd * (256 - part) + (colour & 0x00ff00ff) * part) >> 8 & 0x00ff00ff;
  even = (even * (256 - part) + (colour >> 8 & 0x00ff00ff) * part) & 0xff00ff00;
  *pixel = odd | even;
}

/* all four channels times @part / 255, rounded as pixman rounds */
static inline guint32
scale_pixel (guint32 pixel, guint32 part)
{
  guint32 odd = (pixel & 0x00ff00ff) * part + 0x00800080;
  guint32 even = (pixel >> 8 & 0x00ff00ff) * part + 0x00800080;

  odd = (odd + (odd >> 8 & 0x00ff00ff)) >> 8 & 0x00ff00ff;
  even = (even + (even >> 8 & 0x00ff00ff)) & 0xff00ff00;
  return odd | even;
}

/* the pixels of one column that a band from @top to @bottom covers; @inside is how much of the
 * column's own width it has */
static inline void
draw_column (KithRaster *self,
             int x,
             double top,
             double bottom,
             double inside,
             gboolean is_steep,
             guint32 colour)
{
  int low = is_steep ? self->x0 : self->y0;
  int high = is_steep ? self->x1 : self->y1;

  top = MAX (top, low);
  bottom = MIN (bottom, high);
  for (int y = (int)top; y < bottom; y++)
    {
      double cover = inside * (MIN (bottom, y + 1) - MAX (top, y));

      if (is_steep)
        blend (self, y, x, colour, cover);
      else
        blend (self, x, y, colour, cover);
    }
}

/* A line that is longer along x than along y, where x and y are swapped for steep ones: in
 * each column it covers a band as high as its width seen along the column. */
static void
draw_line (KithRaster *self,
           double x0,
           double y0,
           double x1,
           double y1,
           gboolean is_steep,
           double width,
           guint32 colour)
{
  double slope = x1 > x0 ? (y1 - y0) / (x1 - x0) : 0;
  double half = width / 2 * sqrt (1 + slope * slope);
  int from = (int)MAX (floor (x0), is_steep ? self->y0 : self->x0);
  int to = (int)MIN (ceil (x1), is_steep ? self->y1 : self->x1);
  double middle = y0 + slope * (from + 0.5 - x0);

  for (int x = from; x < to; x++, middle += slope)
    {
      double inside = 1;

      if (x < x0 || x + 1 > x1)
        inside = MAX (0, MIN (x1, x + 1) - MAX (x0, x));
      draw_column (self, x, middle - half, middle + half, inside, is_steep, colour);
    }
}

/* from the lower end to the upper one of the axis along which it is longer */
static void
draw_any_line (KithRaster *self, KithPoint a, KithPoint b, double width, guint32 colour)
{
  gboolean is_steep = fabs (b.y - a.y) > fabs (b.x - a.x);
  double a0 = is_steep ? a.y : a.x, a1 = is_steep ? a.x : a.y;
  double b0 = is_steep ? b.y : b.x, b1 = is_steep ? b.x : b.y;

  if (a0 <= b0)
    draw_line (self, a0, a1, b0, b1, is_steep, width, colour);
  else
    draw_line (self, b0, b1, a0, a1, is_steep, width, colour);
}

/**
 * kith_raster_draw_lines:
 * @self: from kith_raster_begin()
 * @steps: (array length=n_steps): that kith_raster_takes() takes
 * @n_steps: how many
 * @width: in mm
 * @colour: opaque
 *
 * Each line is drawn for itself. Against a Cairo stroke, ends and corners differ by less than
 * a pixel.
 *
 * Cost: under 1 µs a line; a stroke takes 10.
 */
void
kith_raster_draw_lines (
    KithRaster *self, const KithStep *steps, guint n_steps, double width, KithColour colour)
{
  guint32 rgb = 0xff000000u | (guint32)(colour.red * 255 + 0.5) << 16 |
                (guint32)(colour.green * 255 + 0.5) << 8 | (guint32)(colour.blue * 255 + 0.5);
  KithPoint at = { 0, 0 }, first = at;

  width *= self->scale;
  cairo_surface_flush (self->surface);
  for (guint s = 0; s < n_steps; s++)
    {
      KithPoint to = { self->matrix.x0 + steps[s].points[0].x * self->scale,
                       self->matrix.y0 + steps[s].points[0].y * self->scale };

      if (steps[s].type == KITH_STEP_CLOSE)
        to = first;
      else if (steps[s].type == KITH_STEP_MOVE)
        first = to;
      if (steps[s].type != KITH_STEP_MOVE)
        draw_any_line (self, at, to, width, rgb);
      at = to;
    }
  cairo_surface_mark_dirty (self->surface);
}

/**
 * kith_raster_draw_sprite:
 * @self: from kith_raster_begin()
 * @sprite: an ARGB32 image surface
 * @x: pixel of @self where its left edge goes
 * @y: the same for its upper edge
 *
 * Lays it over what is there.
 */
void
kith_raster_draw_sprite (KithRaster *self, cairo_surface_t *sprite, int x, int y)
{
  const unsigned char *data = cairo_image_surface_get_data (sprite);
  int stride = cairo_image_surface_get_stride (sprite);
  int width = cairo_image_surface_get_width (sprite);
  int height = cairo_image_surface_get_height (sprite);

  cairo_surface_flush (self->surface);
  for (int row = MAX (0, self->y0 - y); row < MIN (height, self->y1 - y); row++)
    {
      const guint32 *from = (const guint32 *)(const void *)(data + (gsize)row * stride);
      guint32 *to = (guint32 *)(void *)(self->data + (gsize)(y + row) * self->stride) + x;

      for (int column = MAX (0, self->x0 - x); column < MIN (width, self->x1 - x); column++)
        {
          guint32 over = from[column], part = 255 - (over >> 24);

          if (part == 255)
            continue;
          to[column] = over + scale_pixel (to[column], part);
        }
    }
  cairo_surface_mark_dirty (self->surface);
}
