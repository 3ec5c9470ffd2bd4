/* kith-map-outline.c: outlines of authorities on the grid
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-map-outline-private.h"

#include "kith-authority.h"

#include <string.h>

/**
 * kith_map_outline_new:
 *
 * Returns: (transfer full): an outline without rings
 */
KithMapOutline *
kith_map_outline_new (void)
{
  KithMapOutline *outline = g_new0 (KithMapOutline, 1);

  outline->la = outline->source_id = KITH_INT_NONE;
  outline->points = g_array_new (FALSE, FALSE, sizeof (KithPlace));
  outline->ends = g_array_new (FALSE, FALSE, sizeof (guint));
  outline->low = (KithPlace){ INFINITY, INFINITY };
  outline->high = (KithPlace){ -INFINITY, -INFINITY };
  return outline;
}

/**
 * kith_map_outline_read_all:
 * @ledger: what the register says
 *
 * Returns: (transfer full) (element-type KithMapOutline): the authorities' outlines, none of them
 *   home yet; one that is not well-known text is left out
 */
GPtrArray *
kith_map_outline_read_all (KithLedger *ledger)
{
  GPtrArray *outlines = g_ptr_array_new_with_free_func ((GDestroyNotify)kith_map_outline_free);
  gsize n;
  const KithBoundary *boundaries = kith_ledger_get_rows (ledger, KITH_TABLE_BOUNDARY, &n);

  for (gsize i = 0; i < n; i++)
    {
      g_autoptr (KithMapOutline) outline = kith_map_outline_new ();

      if (g_strcmp0 (boundaries[i].level, "authority") != 0 ||
          !kith_map_outline_parse (boundaries[i].outline, outline))
        continue;
      outline->la = kith_boundary_find_authority (&boundaries[i], ledger);
      outline->name = boundaries[i].name;
      outline->source_id = boundaries[i].source_id;
      g_ptr_array_add (outlines, g_steal_pointer (&outline));
    }
  return outlines;
}

/**
 * kith_map_outline_parse:
 * @text: (nullable): POLYGON or MULTIPOLYGON as well-known text, in metres
 * @outline: takes its rings
 *
 * Returns: whether there was a ring of three points or more, and nothing that was no number
 */
gboolean
kith_map_outline_parse (const char *text, KithMapOutline *outline)
{
  const char *p = text == NULL ? NULL : strchr (text, '(');
  guint begin = outline->points->len;

  while (p != NULL && *p != '\0')
    {
      KithPlace place;
      char *end;

      if (*p == ')' && outline->points->len - begin >= 3)
        {
          g_array_append_val (outline->ends, outline->points->len);
          begin = outline->points->len;
        }
      if (strchr ("(), \t\r\n", *p) != NULL)
        {
          p++;
          continue;
        }
      place.x = g_ascii_strtod (p, &end);
      if (end == p)
        return FALSE;
      p = end;
      place.y = g_ascii_strtod (p, &end);
      if (end == p || !kith_place_is_known (place))
        return FALSE;
      p = end;
      g_array_append_val (outline->points, place);
      outline->low = (KithPlace){ MIN (outline->low.x, place.x), MIN (outline->low.y, place.y) };
      outline->high = (KithPlace){ MAX (outline->high.x, place.x), MAX (outline->high.y, place.y) };
    }
  return outline->ends->len > 0;
}

/**
 * kith_map_outline_holds:
 *
 * Returns: whether @place lies inside, and in no hole
 */
gboolean
kith_map_outline_holds (const KithMapOutline *outline, KithPlace place)
{
  const KithPlace *points = (const KithPlace *)outline->points->data;
  gboolean is_inside = FALSE;
  guint begin = 0;

  if (place.x < outline->low.x || place.x > outline->high.x || place.y < outline->low.y ||
      place.y > outline->high.y)
    return FALSE;
  for (guint ring = 0; ring < outline->ends->len; ring++)
    {
      guint end = g_array_index (outline->ends, guint, ring);

      for (guint i = begin, j = end - 1; i < end; j = i++)
        if ((points[i].y > place.y) != (points[j].y > place.y) &&
            place.x < (points[j].x - points[i].x) * (place.y - points[i].y) /
                              (points[j].y - points[i].y) +
                          points[i].x)
          is_inside = !is_inside;
      begin = end;
    }
  return is_inside;
}

/**
 * kith_map_outline_free:
 * @outline: (transfer full) (nullable): an outline
 */
void
kith_map_outline_free (KithMapOutline *outline)
{
  if (outline == NULL)
    return;
  g_array_unref (outline->points);
  g_array_unref (outline->ends);
  g_free (outline);
}
