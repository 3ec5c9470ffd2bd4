/* kith-hull.c: the rounded outline around points
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-hull.h"

#include <math.h>

/* A rounded corner has a point at least every so many degrees. */
#define CORNER_STEP (10 * G_PI / 180)

static int
compare_points (gconstpointer a, gconstpointer b)
{
  const KithPoint *p = a, *q = b;

  if (p->x != q->x)
    return p->x < q->x ? -1 : 1;
  return p->y < q->y ? -1 : p->y > q->y;
}

/* above 0 where the way from @a over @b to @c turns clockwise, as the page sees it */
static double
get_turn (KithPoint a, KithPoint b, KithPoint c)
{
  return (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);
}

static void
add_chain (GArray *hull, const KithPoint *sorted, guint n, gboolean is_back)
{
  guint least = hull->len + 1;

  for (guint i = 0; i < n; i++)
    {
      KithPoint point = sorted[is_back ? n - 1 - i : i];

      while (hull->len > least &&
             get_turn (g_array_index (hull, KithPoint, hull->len - 2),
                       g_array_index (hull, KithPoint, hull->len - 1), point) <= 0)
        g_array_set_size (hull, hull->len - 1);
      g_array_append_val (hull, point);
    }
  /* the last point begins the other chain */
  g_array_set_size (hull, hull->len - 1);
}

/**
 * kith_hull_new:
 * @points: (array length=n_points): any
 * @n_points: at least 1
 *
 * Cost: O(n log n).
 * Source: Andrew (1979), Information Processing Letters 9, 216–219.
 *
 * Returns: (transfer full) (element-type KithPoint): the corners of the smallest convex shape
 *   that holds them all, clockwise; one or two where they lie in one place or on one line
 */
GArray *
kith_hull_new (const KithPoint *points, guint n_points)
{
  g_autofree KithPoint *sorted = g_memdup2 (points, n_points * sizeof *points);
  GArray *hull = g_array_new (FALSE, FALSE, sizeof (KithPoint));
  guint n = 1;

  g_return_val_if_fail (n_points > 0, hull);
  qsort (sorted, n_points, sizeof *sorted, compare_points);
  for (guint i = 1; i < n_points; i++)
    if (compare_points (&sorted[i], &sorted[n - 1]) != 0)
      sorted[n++] = sorted[i];
  if (n == 1)
    g_array_append_vals (hull, sorted, 1);
  else
    {
      add_chain (hull, sorted, n, FALSE);
      add_chain (hull, sorted, n, TRUE);
    }
  return hull;
}

static void
add_corner (GArray *outline, KithPoint at, double from, double to, double by)
{
  guint n;

  while (to < from)
    to += 2 * G_PI;
  n = (guint)ceil ((to - from) / CORNER_STEP);
  for (guint i = 0; i <= n; i++)
    {
      double angle = n == 0 ? from : from + (to - from) * i / n;
      KithPoint point = { at.x + by * cos (angle), at.y + by * sin (angle) };

      g_array_append_val (outline, point);
    }
}

/**
 * kith_hull_grow:
 * @hull: (element-type KithPoint): from kith_hull_new()
 * @by: how far out, in mm; above 0
 *
 * Returns: (transfer full) (element-type KithPoint): everything that lies no further from
 *   @hull, as an outline with round corners
 */
GArray *
kith_hull_grow (const GArray *hull, double by)
{
  GArray *outline = g_array_new (FALSE, FALSE, sizeof (KithPoint));
  const KithPoint *corners = (const KithPoint *)hull->data;

  if (hull->len == 1)
    {
      add_corner (outline, corners[0], 0, 2 * G_PI, by);
      g_array_set_size (outline, outline->len - 1);
      return outline;
    }
  for (guint i = 0; i < hull->len; i++)
    {
      KithPoint before = corners[(i + hull->len - 1) % hull->len];
      KithPoint at = corners[i], after = corners[(i + 1) % hull->len];
      /* outwards is a quarter to the left of the way round */
      double from = atan2 (at.y - before.y, at.x - before.x) - G_PI / 2;
      double to = atan2 (after.y - at.y, after.x - at.x) - G_PI / 2;

      add_corner (outline, at, from, to, by);
    }
  return outline;
}

/**
 * kith_outline_holds:
 * @outline: (element-type KithPoint): corners of any shape, in order
 *
 * Returns: whether @point lies inside
 */
gboolean
kith_outline_holds (const GArray *outline, KithPoint point)
{
  const KithPoint *corners = (const KithPoint *)outline->data;
  gboolean is_inside = FALSE;

  for (guint i = 0, j = outline->len - 1; i < outline->len; j = i++)
    if ((corners[i].y > point.y) != (corners[j].y > point.y) &&
        point.x < (corners[j].x - corners[i].x) * (point.y - corners[i].y) /
                          (corners[j].y - corners[i].y) +
                      corners[i].x)
      is_inside = !is_inside;
  return is_inside;
}

/**
 * kith_outline_get_distance:
 * @outline: (element-type KithPoint): corners of any shape, in order
 * @nearest: (out) (optional): the place on its edge that is nearest to @point
 *
 * Returns: how far @point lies from the edge, on either side of it
 */
double
kith_outline_get_distance (const GArray *outline, KithPoint point, KithPoint *nearest)
{
  const KithPoint *corners = (const KithPoint *)outline->data;
  double best = INFINITY;

  for (guint i = 0, j = outline->len - 1; i < outline->len; j = i++)
    {
      double dx = corners[i].x - corners[j].x, dy = corners[i].y - corners[j].y;
      double length2 = dx * dx + dy * dy;
      double t = length2 > 0
                     ? ((point.x - corners[j].x) * dx + (point.y - corners[j].y) * dy) / length2
                     : 0;
      KithPoint on = { corners[j].x + CLAMP (t, 0, 1) * dx, corners[j].y + CLAMP (t, 0, 1) * dy };
      double far = hypot (point.x - on.x, point.y - on.y);

      if (far < best)
        {
          best = far;
          if (nearest != NULL)
            *nearest = on;
        }
    }
  return best;
}
