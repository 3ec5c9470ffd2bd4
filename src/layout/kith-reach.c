/* kith-reach.c: the soft shape that lies around lines
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-reach.h"

#include <math.h>

/* Side of a square of the field, in mm; curves of this shape are far wider. */
#define STEP 0.6

/* So many squares are looked at together. */
#define BLOCK 10

typedef struct
{
  double x0, y0;
  int n_columns, n_rows;
  double *values; /* at the corners: distance left; above 0 is inside */
} Field;

/* of two distances, the smaller; where they are alike, less, so that corners are rounded out */
static double
join_softly (double a, double b, double softness)
{
  double h = MAX (softness - fabs (a - b), 0) / softness;

  return MIN (a, b) - h * h * softness / 4;
}

/* the square of it: roots are taken of the nearest alone */
static double
measure_square (const KithReachLine *line, KithPoint point)
{
  double dx = line->b.x - line->a.x, dy = line->b.y - line->a.y;
  double length = dx * dx + dy * dy;
  double t = length > 0 ? ((point.x - line->a.x) * dx + (point.y - line->a.y) * dy) / length : 0;

  t = CLAMP (t, 0, 1);
  dx = point.x - line->a.x - t * dx;
  dy = point.y - line->a.y - t * dy;
  return dx * dx + dy * dy;
}

static double
measure (KithPoint point, const KithReachLine *lines, guint n_lines, double softness)
{
  double first = INFINITY, second = INFINITY, own = INFINITY;

  for (guint i = 0; i < n_lines; i++)
    {
      own = MIN (own, measure_square (&lines[i], point));
      /* the pieces of one line are one */
      if (i + 1 < n_lines && lines[i + 1].number == lines[i].number)
        continue;
      second = MIN (second, MAX (first, own));
      first = MIN (first, own);
      own = INFINITY;
    }
  first = sqrt (first);
  return isinf (second) ? first : join_softly (first, sqrt (second), softness);
}

/* those that are not too far from all squares of a block, across the rows or along them */
static guint
find_near (
    const KithReachLine *lines, guint n_lines, KithBox block, double far, KithReachLine *near)
{
  guint n = 0;

  for (guint i = 0; i < n_lines; i++)
    if (MIN (lines[i].a.x, lines[i].b.x) - far < block.x1 &&
        MAX (lines[i].a.x, lines[i].b.x) + far > block.x0 &&
        MIN (lines[i].a.y, lines[i].b.y) - far < block.y1 &&
        MAX (lines[i].a.y, lines[i].b.y) + far > block.y0)
      near[n++] = lines[i];
  return n;
}

static void
fill_field (
    Field *field, const KithReachLine *lines, guint n_lines, double distance, double softness)
{
  KithBox bounds = { INFINITY, INFINITY, -INFINITY, -INFINITY };
  g_autofree KithReachLine *near = g_new (KithReachLine, n_lines);
  double far = distance + softness;

  for (guint i = 0; i < n_lines; i++)
    bounds = (KithBox){ MIN (bounds.x0, MIN (lines[i].a.x, lines[i].b.x)),
                        MIN (bounds.y0, MIN (lines[i].a.y, lines[i].b.y)),
                        MAX (bounds.x1, MAX (lines[i].a.x, lines[i].b.x)),
                        MAX (bounds.y1, MAX (lines[i].a.y, lines[i].b.y)) };
  bounds = kith_box_grow (bounds, distance + softness / 4 + 2 * STEP);
  field->x0 = bounds.x0;
  field->y0 = bounds.y0;
  field->n_columns = (int)ceil ((bounds.x1 - bounds.x0) / STEP) + 1;
  field->n_rows = (int)ceil ((bounds.y1 - bounds.y0) / STEP) + 1;
  field->values = g_new (double, (gsize)field->n_columns * field->n_rows);
  for (int row = 0; row < field->n_rows; row += BLOCK)
    for (int column = 0; column < field->n_columns; column += BLOCK)
      {
        KithBox block = { field->x0 + column * STEP, field->y0 + row * STEP,
                          field->x0 + (column + BLOCK) * STEP, field->y0 + (row + BLOCK) * STEP };
        guint n_near = find_near (lines, n_lines, block, far, near);

        for (int r = row; r < MIN (row + BLOCK, field->n_rows); r++)
          for (int c = column; c < MIN (column + BLOCK, field->n_columns); c++)
            {
              KithPoint at = { field->x0 + c * STEP, field->y0 + r * STEP };

              field->values[r * field->n_columns + c] =
                  distance - MIN (far, measure (at, near, n_near, softness));
            }
      }
}

static double
get_value (const Field *field, int c, int r)
{
  return field->values[r * field->n_columns + c];
}

/* where the outline crosses the side between two corners */
static KithPoint
find_crossing (const Field *field, int c0, int r0, int c1, int r1)
{
  double a = get_value (field, c0, r0), b = get_value (field, c1, r1);
  double part = a / (a - b);

  return (KithPoint){ field->x0 + (c0 + (c1 - c0) * part) * STEP,
                      field->y0 + (r0 + (r1 - r0) * part) * STEP };
}

/* Walks round the inside, which lies to the right, from square to square; @dc and @dr is the
 * way into the next one. Sides are numbered top, right, bottom, left. */
static GArray *
walk (const Field *field, int c, int r, guint side, guint8 *seen)
{
  static const int corners[4][4] = {
    { 0, 0, 1, 0 }, { 1, 0, 1, 1 }, { 1, 1, 0, 1 }, { 0, 1, 0, 0 }
  };
  static const int ways[4][2] = { { 0, -1 }, { 1, 0 }, { 0, 1 }, { -1, 0 } };
  GArray *outline = g_array_new (FALSE, FALSE, sizeof (KithPoint));
  int c0 = c, r0 = r;
  guint side0 = side;

  do
    {
      const int *k = corners[side];
      KithPoint point = find_crossing (field, c + k[0], r + k[1], c + k[2], r + k[3]);
      guint out = side;

      g_array_append_val (outline, point);
      if (side == 0)
        seen[r * field->n_columns + c] = 1;
      /* from the side that was entered, the first one that leads out again */
      do
        out = (out + 1) % 4;
      while (!(get_value (field, c + corners[out][0], r + corners[out][1]) > 0 &&
               get_value (field, c + corners[out][2], r + corners[out][3]) <= 0));
      c += ways[out][0];
      r += ways[out][1];
      side = (out + 2) % 4;
    }
  while (c != c0 || r != r0 || side != side0);
  return outline;
}

/**
 * kith_reach_new_outlines:
 * @lines: (array length=n_lines): lines, in straight pieces
 * @n_lines: how many pieces
 * @distance: how far the shape goes out from them, in mm
 * @softness: how widely inner corners are rounded, in mm
 *
 * All that lies within @distance of a line. Where two lines are about equally near it goes
 * up to a quarter of @softness further out, which rounds the corners between them.
 *
 * Cost: a look at every piece for every square of 0.6 mm.
 *
 * Returns: (transfer full) (element-type GArray): closed outlines of #KithPoint, to be filled
 *   even-odd; empty without lines
 */
GPtrArray *
kith_reach_new_outlines (const KithReachLine *lines,
                         guint n_lines,
                         double distance,
                         double softness)
{
  GPtrArray *outlines = g_ptr_array_new_with_free_func ((GDestroyNotify)g_array_unref);
  Field field;
  g_autofree guint8 *seen = NULL;

  if (n_lines == 0)
    return outlines;
  fill_field (&field, lines, n_lines, distance, softness);
  seen = g_new0 (guint8, (gsize)field.n_columns * field.n_rows);
  for (int r = 0; r + 1 < field.n_rows; r++)
    for (int c = 0; c + 1 < field.n_columns; c++)
      if (get_value (&field, c, r) <= 0 && get_value (&field, c + 1, r) > 0 &&
          !seen[r * field.n_columns + c])
        g_ptr_array_add (outlines, walk (&field, c, r, 0, seen));
  g_free (field.values);
  return outlines;
}
