/* kith-topojson.c: outlines from TopoJSON
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-geojson-private.h"

#include <glib/gi18n.h>

/* Lines that outlines are put together from, each with its points as the file means them. */
typedef struct
{
  GArray *points; /* of KithPlace, of all arcs */
  GArray *starts; /* of guint: where each arc begins; one more at the end */
  guint64 n_made; /* points of outlines */
} Arcs;

static void
read_arc (Arcs *self,
          JsonNode *node,
          gboolean is_quantised,
          const double scale[2],
          const double translate[2])
{
  JsonArray *arc = kith_json_get_array (node);
  guint n = arc == NULL ? 0 : json_array_get_length (arc);
  double x = 0, y = 0;

  for (guint i = 0; i < n; i++)
    {
      KithPlace point = KITH_PLACE_NONE;
      double px, py;

      if (kith_json_get_point (json_array_get_element (arc, i), &px, &py))
        {
          x = is_quantised ? x + px : px;
          y = is_quantised ? y + py : py;
          point.x = x * scale[0] + translate[0];
          point.y = y * scale[1] + translate[1];
        }
      g_array_append_val (self->points, point);
    }
  g_array_append_val (self->starts, self->points->len);
}

static gboolean
read_arcs (Arcs *self, JsonNode *root)
{
  JsonNode *transform = kith_json_find (root, "transform");
  JsonArray *arcs = kith_json_get_array (kith_json_find (root, "arcs"));
  double scale[2] = { 1, 1 }, translate[2] = { 0, 0 };

  if (arcs == NULL)
    return FALSE;
  if (transform != NULL &&
      (!kith_json_get_point (kith_json_find (transform, "scale"), &scale[0], &scale[1]) ||
       !kith_json_get_point (kith_json_find (transform, "translate"), &translate[0],
                             &translate[1])))
    return FALSE;
  g_array_append_val (self->starts, self->points->len);
  for (guint a = 0; a < json_array_get_length (arcs); a++)
    read_arc (self, json_array_get_element (arcs, a), transform != NULL, scale, translate);
  return TRUE;
}

/* Adds arc @index, or arc ~@index backwards; where it goes on from another, its first point is
 * there already. */
static void
add_arc (Arcs *self, KithOutline *outline, gint64 index, gboolean goes_on)
{
  gboolean is_backwards = index < 0;
  guint64 arc = (guint64)(is_backwards ? ~index : index);
  guint first, n;

  if (arc + 1 >= self->starts->len)
    {
      kith_outline_set_fault (outline, _ ("It names a line that the file does not have. Fetch "
                                          "the boundaries again."));
      return;
    }
  first = g_array_index (self->starts, guint, arc);
  n = g_array_index (self->starts, guint, arc + 1) - first;
  self->n_made += n;
  if (self->n_made > KITH_OUTLINE_MAX_POINTS)
    {
      kith_outline_set_fault (outline, _ ("It has more points than Kith reads. Fetch generalised "
                                          "boundaries."));
      return;
    }
  for (guint i = goes_on ? 1 : 0; i < n; i++)
    g_array_append_val (outline->points, g_array_index (self->points, KithPlace,
                                                        first + (is_backwards ? n - 1 - i : i)));
}

static void
add_ring (Arcs *self, KithOutline *outline, JsonNode *node)
{
  JsonArray *ring = kith_json_get_array (node);
  guint before = outline->points->len;
  guint n;

  for (guint i = 0; ring != NULL && i < json_array_get_length (ring); i++)
    {
      JsonNode *index = json_array_get_element (ring, i);

      if (JSON_NODE_HOLDS_VALUE (index) && json_node_get_value_type (index) == G_TYPE_INT64)
        add_arc (self, outline, json_node_get_int (index), i > 0);
    }
  n = outline->points->len - before;
  g_array_append_val (outline->rings, n);
}

static void
add_polygon (Arcs *self, KithOutline *outline, JsonNode *node)
{
  JsonArray *polygon = kith_json_get_array (node);
  guint n = polygon == NULL ? 0 : json_array_get_length (polygon);

  for (guint r = 0; r < n; r++)
    add_ring (self, outline, json_array_get_element (polygon, r));
  g_array_append_val (outline->polygons, n);
}

static void
add_object (Arcs *self, GPtrArray *outlines, JsonNode *object)
{
  const char *type = kith_json_get_string (kith_json_find (object, "type"));
  JsonNode *arcs = kith_json_find (object, "arcs");
  KithOutline *outline;

  if (g_strcmp0 (type, "GeometryCollection") == 0)
    {
      JsonArray *parts = kith_json_get_array (kith_json_find (object, "geometries"));

      for (guint g = 0; parts != NULL && g < json_array_get_length (parts); g++)
        add_object (self, outlines, json_array_get_element (parts, g));
      return;
    }
  outline = kith_outline_new ();
  g_ptr_array_add (outlines, outline);
  kith_outline_read_properties (outline, object);
  if (g_strcmp0 (type, "Polygon") == 0)
    add_polygon (self, outline, arcs);
  else if (g_strcmp0 (type, "MultiPolygon") == 0)
    {
      JsonArray *polygons = kith_json_get_array (arcs);

      for (guint p = 0; polygons != NULL && p < json_array_get_length (polygons); p++)
        add_polygon (self, outline, json_array_get_element (polygons, p));
    }
}

/**
 * kith_topojson_read:
 * @root: a topology
 * @outlines: (element-type KithOutline): gets an outline a geometry
 *
 * Undoes quantisation and joins shared lines (the TopoJSON format specification, 2.1).
 *
 * Returns: %FALSE where it has no arcs or no objects
 */
gboolean
kith_topojson_read (JsonNode *root, GPtrArray *outlines)
{
  g_autoptr (GArray) points = g_array_new (FALSE, FALSE, sizeof (KithPlace));
  g_autoptr (GArray) starts = g_array_new (FALSE, FALSE, sizeof (guint));
  JsonNode *objects = kith_json_find (root, "objects");
  Arcs arcs = { points, starts, 0 };
  g_autoptr (GList) members = NULL;

  if (objects == NULL || !JSON_NODE_HOLDS_OBJECT (objects) || !read_arcs (&arcs, root))
    return FALSE;
  members = json_object_get_members (json_node_get_object (objects));
  for (GList *member = members; member != NULL; member = member->next)
    add_object (&arcs, outlines, kith_json_find (objects, member->data));
  return TRUE;
}
