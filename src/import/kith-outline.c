/* kith-outline.c: the outline of an area on British National Grid
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-outline-private.h"

#include "kith-wgs84.h"

#include <glib/gi18n.h>
#include <math.h>

/* Points looked at, for each that a ring has: of one that is natural, about as many as its number
 * halves times. */
#define MOST_WORK 60

/* A stretch of a ring that is to be simplified. */
typedef struct
{
  guint first;
  guint last;
} Stretch;

static double
measure_to_line (KithPlace p, KithPlace a, KithPlace b)
{
  double dx = b.x - a.x, dy = b.y - a.y;
  double length = dx * dx + dy * dy;
  double t = length > 0 ? ((p.x - a.x) * dx + (p.y - a.y) * dy) / length : 0;

  t = CLAMP (t, 0, 1);
  return hypot (p.x - a.x - t * dx, p.y - a.y - t * dy);
}

/* The point of the stretch that is farthest from its chord, and how far. */
static guint
find_farthest (const KithPlace *ring, const Stretch *stretch, double *metres)
{
  guint farthest = stretch->first;

  *metres = -1;
  for (guint i = stretch->first + 1; i < stretch->last; i++)
    {
      double here = measure_to_line (ring[i], ring[stretch->first], ring[stretch->last]);

      if (here > *metres)
        {
          *metres = here;
          farthest = i;
        }
    }
  return farthest;
}

/* Douglas and Peucker (1973), with a stack for its recursion. A ring's first point is its last
 * too, so the first cut is at the point farthest from it. A ring made to be slow keeps the points
 * that it has when the work is done that a ring of its size may take. */
static void
mark_kept (const KithPlace *ring, guint n, double metres, gboolean *is_kept)
{
  guint64 work = MOST_WORK * (guint64)n;
  g_autoptr (GArray) stack = g_array_new (FALSE, FALSE, sizeof (Stretch));
  Stretch whole = { 0, n - 1 };

  is_kept[0] = is_kept[n - 1] = TRUE;
  g_array_append_val (stack, whole);
  while (stack->len > 0)
    {
      Stretch stretch = g_array_index (stack, Stretch, stack->len - 1);
      double far;
      guint cut = find_farthest (ring, &stretch, &far);

      g_array_set_size (stack, stack->len - 1);
      if (far <= metres || work < stretch.last - stretch.first)
        continue;
      work -= stretch.last - stretch.first;
      is_kept[cut] = TRUE;
      g_array_append_vals (stack, &(Stretch){ stretch.first, cut }, 1);
      g_array_append_vals (stack, &(Stretch){ cut, stretch.last }, 1);
    }
}

/* Tenths of a metre, as the register keeps them. */
static gint64
get_tenths (double metres)
{
  return (gint64)floor (metres * 10 + 0.5);
}

static void
append_tenths (GString *text, double metres)
{
  gint64 tenths = get_tenths (metres);
  char digits[24];
  guint at = sizeof digits;

  digits[--at] = (char)('0' + tenths % 10);
  digits[--at] = '.';
  tenths /= 10;
  do
    {
      digits[--at] = (char)('0' + tenths % 10);
      tenths /= 10;
    }
  while (tenths > 0);
  g_string_append_len (text, digits + at, (gssize)(sizeof digits - at));
}

/* Writes the ring without points that fall together; nothing where less than a triangle is
 * left. */
static gboolean
append_ring (GString *text, const KithPlace *ring, guint n)
{
  gsize begin = text->len;
  guint n_written = 0;
  gint64 x = 0, y = 0;

  for (guint i = 0; i < n; i++)
    {
      if (n_written > 0 && get_tenths (ring[i].x) == x && get_tenths (ring[i].y) == y)
        continue;
      x = get_tenths (ring[i].x);
      y = get_tenths (ring[i].y);
      g_string_append (text, n_written++ > 0 ? ", " : "(");
      append_tenths (text, ring[i].x);
      g_string_append_c (text, ' ');
      append_tenths (text, ring[i].y);
    }
  g_string_append_c (text, ')');
  if (n_written >= 4)
    return TRUE;
  g_string_truncate (text, begin);
  return FALSE;
}

/**
 * kith_outline_new:
 *
 * Returns: (transfer full): an outline without rings
 */
KithOutline *
kith_outline_new (void)
{
  KithOutline *self = g_new0 (KithOutline, 1);

  self->points = g_array_new (FALSE, FALSE, sizeof (KithPlace));
  self->rings = g_array_new (FALSE, FALSE, sizeof (guint));
  self->polygons = g_array_new (FALSE, FALSE, sizeof (guint));
  return self;
}

/**
 * kith_outline_free:
 * @self: (transfer full) (nullable): an outline
 */
void
kith_outline_free (KithOutline *self)
{
  if (self == NULL)
    return;
  g_free (self->gss);
  g_free (self->name);
  g_array_unref (self->points);
  g_array_unref (self->rings);
  g_array_unref (self->polygons);
  g_free (self->fault);
  g_free (self);
}

/**
 * kith_outline_set_fault:
 * @fault: a sentence: why the outline cannot be used, and what to do
 *
 * The first one stays.
 */
void
kith_outline_set_fault (KithOutline *self, const char *fault)
{
  if (self->fault == NULL)
    self->fault = g_strdup (fault);
}

/**
 * kith_outline_place:
 * @is_wgs84: whether the points are longitude and latitude; else they are metres on British
 *   National Grid
 *
 * Brings the points onto the grid, and looks whether rings are closed, have four points or
 * more and lie in Great Britain; if not, the outline gets a fault.
 */
void
kith_outline_place (KithOutline *self, gboolean is_wgs84)
{
  guint first = 0;

  if (self->rings->len == 0)
    kith_outline_set_fault (self, _ ("It has no outline. Only polygons can be read."));
  for (guint r = 0; r < self->rings->len; r++)
    {
      guint n = g_array_index (self->rings, guint, r);
      const KithPlace *ring = n < 4 ? NULL : &g_array_index (self->points, KithPlace, first);

      if (n < 4)
        kith_outline_set_fault (self, _ ("It has a ring of fewer than four points. Fetch the "
                                         "boundaries again."));
      else if (ring[0].x != ring[n - 1].x || ring[0].y != ring[n - 1].y)
        kith_outline_set_fault (self, _ ("It has a ring that does not end where it begins. Fetch "
                                         "the boundaries again."));
      first += n;
    }
  for (guint i = 0; i < self->points->len && self->fault == NULL; i++)
    {
      KithPlace *point = &g_array_index (self->points, KithPlace, i);

      if (is_wgs84)
        *point = kith_place_from_wgs84 (point->y, point->x);
      if (!kith_place_is_in_britain (*point))
        kith_outline_set_fault (self, _ ("It lies outside Great Britain. Longitude must come "
                                         "before latitude, or easting before northing."));
    }
}

/**
 * kith_outline_simplify:
 * @metres: how far it may move
 *
 * Leaves out points (Douglas & Peucker 1973, Cartographica 10, 112–122). A ring keeps at least
 * the points that make a triangle unless it is smaller than @metres. Cost: O(n log n) as a
 * rule; no more than 60 n, and then it moves farther.
 */
void
kith_outline_simplify (KithOutline *self, double metres)
{
  g_autoptr (GArray) points = g_array_new (FALSE, FALSE, sizeof (KithPlace));
  guint first = 0;

  for (guint r = 0; r < self->rings->len; r++)
    {
      guint *n = &g_array_index (self->rings, guint, r);
      const KithPlace *ring = &g_array_index (self->points, KithPlace, first);
      g_autofree gboolean *is_kept = g_new0 (gboolean, *n);
      guint n_kept = 0;

      mark_kept (ring, *n, metres, is_kept);
      for (guint i = 0; i < *n; i++)
        if (is_kept[i])
          {
            g_array_append_val (points, ring[i]);
            n_kept++;
          }
      first += *n;
      *n = n_kept;
    }
  g_array_set_size (self->points, 0);
  g_array_append_vals (self->points, points->data, points->len);
}

/**
 * kith_outline_limit:
 * @most: points
 *
 * Simplifies an outline as far as it must be to have no more points.
 */
void
kith_outline_limit (KithOutline *self, guint most)
{
  for (double metres = KITH_OUTLINE_METRES; self->points->len > most && metres < 1e6; metres *= 2)
    kith_outline_simplify (self, metres);
}

/**
 * kith_outline_dup_wkt:
 *
 * Of an outline that was placed and has no fault.
 *
 * Returns: (transfer full) (nullable): MULTIPOLYGON (((x y, …))) in metres with one decimal;
 *   %NULL where it is smaller than that shows
 */
char *
kith_outline_dup_wkt (KithOutline *self)
{
  GString *text = g_string_new ("MULTIPOLYGON (");
  guint first = 0, ring = 0, n_polygons = 0;

  for (guint p = 0; p < self->polygons->len; p++)
    {
      guint n_rings = g_array_index (self->polygons, guint, p);
      gsize begin = text->len;
      gboolean is_drawn = FALSE;

      g_string_append (text, n_polygons > 0 ? ", (" : "(");
      for (guint r = 0; r < n_rings; r++, ring++)
        {
          guint n = g_array_index (self->rings, guint, ring);
          gsize before = text->len;

          if (r > 0)
            g_string_append (text, ", ");
          /* without its outer ring a polygon has no holes */
          if ((r > 0 && !is_drawn) ||
              !append_ring (text, &g_array_index (self->points, KithPlace, first), n))
            g_string_truncate (text, before);
          else
            is_drawn = TRUE;
          first += n;
        }
      g_string_append_c (text, ')');
      if (is_drawn)
        n_polygons++;
      else
        g_string_truncate (text, begin);
    }
  g_string_append_c (text, ')');
  return g_string_free (text, n_polygons == 0);
}
