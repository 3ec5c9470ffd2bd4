/* kith-geojson.c: outlines from GeoJSON (RFC 7946, and the form of 2008 with its crs)
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-geojson-private.h"

#include "kith-import.h"

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

/* What publishers call the columns of codes and names. A # is two digits, the year; names that
 * come first are preferred. Small areas come last: some files name larger ones beside. */
static const char *const code_names[] = {
  "area_code", "areacd",  "area_cd",    "gss_code", "gss",     "gsscode", "code",
  "geo_code",  "lad##cd", "ctyua##cd",  "utla##cd", "cty##cd", "ladcd",   "ctyuacd",
  "lad_code",  "la_code", "ctyua_code", "wd##cd",   "wdcd",
};
static const char *const name_names[] = {
  "area_name", "areanm",    "area_nm",    "gss_name", "name",  "geo_name",
  "lad##nm",   "ctyua##nm", "utla##nm",   "cty##nm",  "ladnm", "ctyuanm",
  "lad_name",  "la_name",   "ctyua_name", "wd##nm",   "wdnm",
};

static gboolean
is_called (const char *name, const char *pattern)
{
  for (; *pattern != '\0'; name++, pattern++)
    if (*pattern == '#' ? !g_ascii_isdigit (*name) : g_ascii_tolower (*name) != *pattern)
      return FALSE;
  return *name == '\0';
}

/* E08000001: a letter for the nation, two digits for the kind of area, six for the area. */
static gboolean
is_gss (const char *text)
{
  if (text == NULL || strlen (text) != 9 || strchr ("ENSW", text[0]) == NULL)
    return FALSE;
  for (guint i = 1; i < 9; i++)
    if (!g_ascii_isdigit (text[i]))
      return FALSE;
  return TRUE;
}

static const char *
find_value (const char *const *keys,
            const char *const *values,
            guint n,
            const char *const *names,
            guint n_names)
{
  for (guint i = 0; i < n_names; i++)
    for (guint k = 0; k < n; k++)
      if (is_called (keys[k], names[i]) && values[k][0] != '\0')
        return values[k];
  return NULL;
}

/* A code under a name that is not on the list is known by its form. */
static const char *
find_any_gss (const char *const *values, guint n)
{
  for (guint k = 0; k < n; k++)
    if (is_gss (values[k]))
      return values[k];
  return NULL;
}

/**
 * kith_outline_read_names:
 * @self: an outline, whose code and name are set
 * @keys: (array length=n): what its properties are called
 * @values: (array length=n): what they say
 * @n: how many
 * @id: (nullable): its own id, which may be a code
 */
void
kith_outline_read_names (
    KithOutline *self, const char *const *keys, const char *const *values, guint n, const char *id)
{
  const char *code = find_value (keys, values, n, code_names, G_N_ELEMENTS (code_names));
  const char *name = find_value (keys, values, n, name_names, G_N_ELEMENTS (name_names));

  if (!is_gss (code))
    code = find_any_gss (values, n);
  if (code == NULL)
    code = id;
  self->gss = is_gss (code) ? g_strdup (code) : NULL;
  self->name = name != NULL ? g_strstrip (g_strdup (name)) : NULL;
  if (kith_text_is_blank (self->name) && self->gss != NULL)
    {
      g_free (self->name);
      self->name = g_strdup (self->gss);
    }
  if (kith_text_is_blank (self->name))
    kith_outline_set_fault (self, _ ("It has no name and no code. Add a property area_name."));
}

/**
 * kith_outline_read_properties:
 * @self: an outline, whose code and name are set
 * @feature: what has the properties
 */
void
kith_outline_read_properties (KithOutline *self, JsonNode *feature)
{
  JsonNode *node = kith_json_find (feature, "properties");
  g_autoptr (GPtrArray) keys = g_ptr_array_new ();
  g_autoptr (GPtrArray) values = g_ptr_array_new ();

  if (node != NULL && JSON_NODE_HOLDS_OBJECT (node))
    {
      JsonObject *properties = json_node_get_object (node);
      g_autoptr (GList) members = json_object_get_members (properties);

      for (GList *member = members; member != NULL; member = member->next)
        {
          const char *value =
              kith_json_get_string (json_object_get_member (properties, member->data));

          if (value == NULL)
            continue;
          g_ptr_array_add (keys, member->data);
          g_ptr_array_add (values, (char *)value);
        }
    }
  kith_outline_read_names (self, (const char *const *)keys->pdata,
                           (const char *const *)values->pdata, keys->len,
                           kith_json_get_string (kith_json_find (feature, "id")));
}

static void
add_ring (KithOutline *self, JsonNode *node)
{
  JsonArray *ring = kith_json_get_array (node);
  guint n = ring == NULL ? 0 : json_array_get_length (ring);

  for (guint i = 0; i < n; i++)
    {
      KithPlace point;

      if (kith_json_get_point (json_array_get_element (ring, i), &point.x, &point.y))
        g_array_append_val (self->points, point);
      else
        {
          kith_outline_set_fault (self, _ ("It has a point that is not two numbers. Fetch the "
                                           "boundaries again."));
          point = KITH_PLACE_NONE;
          g_array_append_val (self->points, point);
        }
    }
  g_array_append_val (self->rings, n);
}

static void
add_polygon (KithOutline *self, JsonNode *node)
{
  JsonArray *polygon = kith_json_get_array (node);
  guint n = polygon == NULL ? 0 : json_array_get_length (polygon);

  for (guint r = 0; r < n; r++)
    add_ring (self, json_array_get_element (polygon, r));
  g_array_append_val (self->polygons, n);
}

static void
add_geometry (KithOutline *self, JsonNode *geometry)
{
  const char *type = kith_json_get_string (kith_json_find (geometry, "type"));
  JsonNode *coordinates = kith_json_find (geometry, "coordinates");

  if (g_strcmp0 (type, "Polygon") == 0)
    add_polygon (self, coordinates);
  else if (g_strcmp0 (type, "MultiPolygon") == 0)
    {
      JsonArray *polygons = kith_json_get_array (coordinates);

      for (guint p = 0; polygons != NULL && p < json_array_get_length (polygons); p++)
        add_polygon (self, json_array_get_element (polygons, p));
    }
  else if (g_strcmp0 (type, "GeometryCollection") == 0)
    {
      JsonArray *parts = kith_json_get_array (kith_json_find (geometry, "geometries"));

      for (guint g = 0; parts != NULL && g < json_array_get_length (parts); g++)
        add_geometry (self, json_array_get_element (parts, g));
    }
}

static void
add_feature (GPtrArray *outlines, JsonNode *feature)
{
  KithOutline *outline = kith_outline_new ();

  g_ptr_array_add (outlines, outline);
  kith_outline_read_properties (outline, feature);
  add_geometry (outline, kith_json_find (feature, "geometry"));
}

static gboolean
add_features (GPtrArray *outlines, JsonNode *root)
{
  const char *type = kith_json_get_string (kith_json_find (root, "type"));
  JsonArray *features = kith_json_get_array (kith_json_find (root, "features"));

  if (g_strcmp0 (type, "Topology") == 0)
    return kith_topojson_read (root, outlines);
  if (g_strcmp0 (type, "Feature") == 0)
    add_feature (outlines, root);
  else if (g_strcmp0 (type, "FeatureCollection") != 0 || features == NULL)
    return FALSE;
  else
    for (guint f = 0; f < json_array_get_length (features); f++)
      add_feature (outlines, json_array_get_element (features, f));
  return TRUE;
}

/* Degrees are never more than 180, and no place in Britain has a grid reference as low. What
 * the numbers are counts for more than what the file says of them. */
static gboolean
is_in_degrees (GPtrArray *outlines)
{
  for (guint o = 0; o < outlines->len; o++)
    {
      const KithOutline *outline = g_ptr_array_index (outlines, o);

      for (guint i = 0; i < outline->points->len; i++)
        {
          KithPlace point = g_array_index (outline->points, KithPlace, i);

          if (fabs (point.x) > 360 || fabs (point.y) > 360)
            return FALSE;
        }
    }
  return TRUE;
}

/**
 * kith_outline_knows_crs:
 *
 * Returns: whether a co-ordinate system is WGS84, what is as good as that here, or British National
 *   Grid
 */
gboolean
kith_outline_knows_crs (const char *crs)
{
  static const char *const known[] = { "27700", "4326", "CRS84", "4258", "OSGB", "4277" };

  for (guint k = 0; k < G_N_ELEMENTS (known); k++)
    if (strstr (crs, known[k]) != NULL)
      return TRUE;
  return FALSE;
}

/**
 * kith_outline_refuse_crs:
 * @crs: what kith_outline_knows_crs() does not know
 * @name: of the file
 * @error: return location for %KITH_IMPORT_ERROR_FORM
 */
void
kith_outline_refuse_crs (const char *crs, const char *name, GError **error)
{
  g_set_error (error, KITH_IMPORT_ERROR, KITH_IMPORT_ERROR_FORM,
               _ ("“%s” is in the co-ordinate system %.100s, which Kith does not read. Fetch it "
                  "in WGS84 or British National Grid."),
               name, crs);
}

/* RFC 7946 knows WGS84 alone; older files name another in crs. */
static gboolean
check_crs (JsonNode *root, const char *file_name, GError **error)
{
  JsonNode *properties = kith_json_find (kith_json_find (root, "crs"), "properties");
  const char *crs = kith_json_get_string (kith_json_find (properties, "name"));

  if (crs == NULL || kith_outline_knows_crs (crs))
    return TRUE;
  kith_outline_refuse_crs (crs, file_name, error);
  return FALSE;
}

/* KML and GML begin so. */
static gboolean
begins_with_tag (const char *text, gsize length)
{
  gsize i = 0;

  while (i < length && g_ascii_isspace (text[i]))
    i++;
  return i < length && text[i] == '<';
}

static GPtrArray *
read_json (const char *text, gsize length, const char *name, GError **error)
{
  g_autoptr (GPtrArray) outlines =
      g_ptr_array_new_with_free_func ((GDestroyNotify)kith_outline_free);
  g_autoptr (JsonParser) parser = NULL;
  JsonNode *root;

  if (!kith_json_check (text, length, name, error))
    return NULL;
  parser = json_parser_new_immutable ();
  if (!json_parser_load_from_data (parser, text, (gssize)length, NULL))
    {
      g_set_error (error, KITH_IMPORT_ERROR, KITH_IMPORT_ERROR_FORM,
                   _ ("“%s” is not whole JSON. Nothing was read. Fetch the file again."), name);
      return NULL;
    }
  root = json_parser_get_root (parser);
  if (!check_crs (root, name, error))
    return NULL;
  if (!add_features (outlines, root))
    {
      g_set_error (error, KITH_IMPORT_ERROR, KITH_IMPORT_ERROR_KIND,
                   _ ("“%s” holds no boundaries that Kith reads. Fetch them as GeoJSON, TopoJSON, "
                      "KML or GML."),
                   name);
      return NULL;
    }
  return g_steal_pointer (&outlines);
}

/**
 * kith_outlines_read:
 * @text: a file's
 * @length: bytes in @text
 * @name: what the file is called, for sentences
 * @is_wgs84: (out): whether the points are degrees; else metres on British National Grid
 * @error: return location for a #GError
 *
 * Reads GeoJSON, TopoJSON, KML and GML. Outlines are not placed yet.
 *
 * Returns: (transfer full) (element-type KithOutline): an outline a feature, some with a
 *   fault; or %NULL with %KITH_IMPORT_ERROR_FORM or %KITH_IMPORT_ERROR_KIND
 */
GPtrArray *
kith_outlines_read (
    const char *text, gsize length, const char *name, gboolean *is_wgs84, GError **error)
{
  g_autoptr (GPtrArray) outlines = NULL;
  guint64 n_points = 0;

  if (length >= 3 && memcmp (text, "\xef\xbb\xbf", 3) == 0)
    text += 3, length -= 3;
  outlines = begins_with_tag (text, length) ? kith_geoxml_read (text, length, name, error)
                                            : read_json (text, length, name, error);
  if (outlines == NULL)
    return NULL;
  for (guint o = 0; o < outlines->len; o++)
    n_points += ((KithOutline *)g_ptr_array_index (outlines, o))->points->len;
  if (n_points > KITH_OUTLINE_MAX_POINTS)
    {
      g_set_error (error, KITH_IMPORT_ERROR, KITH_IMPORT_ERROR_FORM,
                   _ ("“%s” holds more than Kith reads of boundaries. Fetch generalised ones: "
                      "they are for orientation."),
                   name);
      return NULL;
    }
  *is_wgs84 = is_in_degrees (outlines);
  return g_steal_pointer (&outlines);
}
