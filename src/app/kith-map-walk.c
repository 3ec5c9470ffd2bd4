/* kith-map-walk.c: from school to school with the arrow keys
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-map-walk.h"

#include <math.h>

typedef struct
{
  gint64 urn;
  KithPoint at;
  double bearing; /* from north, clockwise, in [0, 2π) */
} Stop;

static GArray *
list_stops (KithMap *map)
{
  GArray *stops = g_array_new (FALSE, FALSE, sizeof (Stop));
  guint n_marks;
  const KithMark *marks = kith_scene_get_marks (kith_map_get_scene (map), &n_marks);

  for (guint i = 0; i < n_marks; i++)
    if (marks[i].type == KITH_MARK_SIGN && marks[i].sign.subject > 0)
      {
        Stop stop = { marks[i].sign.subject, marks[i].sign.at, 0 };

        g_array_append_val (stops, stop);
      }
  return stops;
}

static int
compare_bearings (gconstpointer a, gconstpointer b)
{
  const Stop *first = a;
  const Stop *second = b;

  if (first->bearing != second->bearing)
    return first->bearing < second->bearing ? -1 : 1;
  return first->urn < second->urn ? -1 : first->urn > second->urn ? 1 : 0;
}

/* By bearing from the middle of all stops. */
static void
sort_round (GArray *stops)
{
  KithPoint middle = { 0, 0 };

  for (guint i = 0; i < stops->len; i++)
    {
      middle.x += g_array_index (stops, Stop, i).at.x / stops->len;
      middle.y += g_array_index (stops, Stop, i).at.y / stops->len;
    }
  for (guint i = 0; i < stops->len; i++)
    {
      Stop *stop = &g_array_index (stops, Stop, i);
      double bearing = atan2 (stop->at.x - middle.x, middle.y - stop->at.y);

      stop->bearing = bearing < 0 ? bearing + 2 * G_PI : bearing;
    }
  g_array_sort (stops, compare_bearings);
}

/* The nearest that lies within 45 degrees of where the arrow points; what lies aside counts
 * double. */
static gint64
find_nearest (GArray *stops, GHashTable *among, KithPoint from, KithWalk walk)
{
  double best = INFINITY;
  gint64 urn = 0;

  for (guint i = 0; i < stops->len; i++)
    {
      const Stop *stop = &g_array_index (stops, Stop, i);
      double dx = stop->at.x - from.x;
      double dy = stop->at.y - from.y;
      gboolean is_level = walk == KITH_WALK_LEFT || walk == KITH_WALK_RIGHT;
      double ahead = is_level ? dx : dy;
      double aside = fabs (is_level ? dy : dx);

      if (walk == KITH_WALK_LEFT || walk == KITH_WALK_UP)
        ahead = -ahead;
      if (among != NULL && !g_hash_table_contains (among, &stop->urn))
        continue;
      if (ahead <= 0 || aside > ahead || ahead + aside >= best)
        continue;
      best = ahead + aside;
      urn = stop->urn;
    }
  return urn;
}

/**
 * kith_map_walk:
 * @is_round: whether right and left go round by bearing, as on the map of one arrangement;
 *   else an arrow goes to the nearest school that way
 * @among: (nullable) (element-type gint64): where an arrow may go to, unless it goes round; %NULL
 *   for anywhere
 * @from: the school that is selected; the first one if it is not on the map
 *
 * Returns: URN of the next school, 0 if there is none that way
 */
gint64
kith_map_walk (KithMap *map, gboolean is_round, GHashTable *among, gint64 from, KithWalk walk)
{
  g_autoptr (GArray) stops = list_stops (map);
  guint at = 0;

  if (stops->len == 0)
    return 0;
  if (is_round)
    sort_round (stops);
  while (at < stops->len && g_array_index (stops, Stop, at).urn != from)
    at++;
  if (at == stops->len)
    return g_array_index (stops, Stop, 0).urn;
  if (!is_round)
    return find_nearest (stops, among, g_array_index (stops, Stop, at).at, walk);
  at += walk == KITH_WALK_RIGHT || walk == KITH_WALK_DOWN ? 1 : stops->len - 1;
  return g_array_index (stops, Stop, at % stops->len).urn;
}
