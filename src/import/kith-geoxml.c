/* kith-geoxml.c: outlines from KML (2.2 and 2.3) and GML (2, 3.1, 3.2, simple features)
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-geojson-private.h"
#include "kith-xml-feed-private.h"

#include "kith-import.h"

#include <glib/gi18n.h>
#include <string.h>

/* What a property's value may be long; nobody's name is longer. */
#define MOST_VALUE 1000

/**
 * Reader:
 * @feed: on its way
 * @outlines: grow with each feature
 * @depth: of the element that is open
 * @feature: depth of the feature that is open, 0 for none
 * @member: depth of what holds features, 0 for none (GML)
 * @geometry: depth of the geometry that is open, 0 for none
 * @outline: (nullable): of the feature that is open
 * @keys: (element-type utf8): of its properties
 * @values: (element-type utf8): of the same
 * @key: (nullable): of the property whose value comes
 * @text: of the innermost element
 * @n_rings: of the polygon that is open
 * @n_points: of the ring that is open
 * @n_total: of all
 * @dimension: numbers a point
 * @is_swapped: whether latitude comes first
 * @has_any: whether anything was a feature
 * @crs: (nullable): a co-ordinate system that Kith does not read
 */
typedef struct
{
  KithXmlFeed *feed;
  GPtrArray *outlines;
  guint depth;
  guint feature;
  guint member;
  guint geometry;
  KithOutline *outline;
  GPtrArray *keys;
  GPtrArray *values;
  char *key;
  GString *text;
  guint n_rings;
  guint n_points;
  guint64 n_total;
  guint dimension;
  gboolean is_swapped;
  gboolean has_any;
  char *crs;
} Reader;

static gboolean
is_one_of (const char *name, const char *const *names)
{
  for (; *names != NULL; names++)
    if (strcmp (name, *names) == 0)
      return TRUE;
  return FALSE;
}

/* EPSG's own order for degrees is latitude first, and a URN or an address of OGC means EPSG's own
   order; the short "EPSG:4326" never does. */
static void
read_crs (Reader *self, gconstpointer attributes)
{
  g_autofree char *crs = kith_xml_dup_attribute (attributes, "srsName", NULL);
  g_autofree char *dimension = kith_xml_dup_attribute (attributes, "srsDimension", NULL);

  if (dimension != NULL)
    self->dimension = strcmp (dimension, "3") == 0 ? 3 : 2;
  if (crs == NULL)
    return;
  if (!kith_outline_knows_crs (crs) && self->crs == NULL)
    {
      self->crs = g_strndup (crs, 100);
      kith_xml_feed_stop (self->feed);
    }
  self->is_swapped = (g_str_has_prefix (crs, "urn:") || g_str_has_prefix (crs, "http")) &&
                     (strstr (crs, "4326") != NULL || strstr (crs, "4258") != NULL);
}

static void
begin_feature (Reader *self)
{
  self->feature = self->depth;
  self->has_any = TRUE;
  self->outline = kith_outline_new ();
  g_ptr_array_set_size (self->keys, 0);
  g_ptr_array_set_size (self->values, 0);
}

static void
start_cb (gpointer owner, const char *name, gconstpointer attributes)
{
  static const char *const members[] = { "featureMember", "featureMembers", "member", "members",
                                         NULL };
  static const char *const geometries[] = {
    "Polygon",    "MultiGeometry", "MultiPolygon", "MultiSurface", "Surface",
    "LineString", "Point",         "MultiCurve",   "Envelope",     NULL
  };
  Reader *self = owner;

  self->depth++;
  g_string_set_size (self->text, 0);
  if (self->feature == 0 &&
      (strcmp (name, "Placemark") == 0 || (self->member > 0 && self->depth == self->member + 1)))
    begin_feature (self);
  else if (self->feature == 0 && is_one_of (name, members))
    self->member = self->depth;
  read_crs (self, attributes);
  if (self->outline == NULL)
    return;
  if (self->geometry == 0 && is_one_of (name, geometries))
    self->geometry = self->depth;
  if (self->geometry == 0 && (strcmp (name, "SimpleData") == 0 || strcmp (name, "Data") == 0))
    {
      g_free (self->key);
      self->key = kith_xml_dup_attribute (attributes, "name", NULL);
    }
  if (strcmp (name, "Polygon") == 0 || strcmp (name, "PolygonPatch") == 0)
    self->n_rings = 0;
  else if (strcmp (name, "LinearRing") == 0)
    self->n_points = 0;
}

static void
add_point (Reader *self, KithPlace point)
{
  if (self->is_swapped)
    point = (KithPlace){ point.y, point.x };
  g_array_append_val (self->outline->points, point);
  self->n_points++;
  if (++self->n_total > KITH_OUTLINE_MAX_POINTS)
    kith_xml_feed_fail (self->feed, _ ("it holds more than Kith reads of boundaries. Fetch "
                                       "generalised ones: they are for orientation"));
}

static const char *
skip_spaces (const char *p)
{
  while (g_ascii_isspace (*p))
    p++;
  return p;
}

/* "x,y[,z] x,y[,z]", or numbers with spaces between, so many a point */
static void
read_points (Reader *self, gboolean has_commas)
{
  for (const char *p = skip_spaces (self->text->str); *p != '\0'; p = skip_spaces (p))
    {
      double numbers[3] = { 0 };
      guint n = 0;

      while (n < 3)
        {
          char *end;

          numbers[n] = g_ascii_strtod (p, &end);
          if (end == p || !(numbers[n] > -1e9 && numbers[n] < 1e9))
            {
              kith_outline_set_fault (self->outline, _ ("It has a point that is not two numbers. "
                                                        "Fetch the boundaries again."));
              return;
            }
          n++;
          p = has_commas ? end : skip_spaces (end);
          if (has_commas ? *p != ',' : n == self->dimension || *p == '\0')
            break;
          p += has_commas;
        }
      if (n < 2)
        {
          kith_outline_set_fault (self->outline, _ ("It has a point that is not two numbers. Fetch "
                                                    "the boundaries again."));
          return;
        }
      add_point (self, (KithPlace){ numbers[0], numbers[1] });
    }
}

static void
end_geometry (Reader *self, const char *name)
{
  if (strcmp (name, "coordinates") == 0)
    read_points (self, TRUE);
  else if (strcmp (name, "posList") == 0 || strcmp (name, "pos") == 0)
    read_points (self, FALSE);
  else if (strcmp (name, "LinearRing") == 0)
    {
      g_array_append_val (self->outline->rings, self->n_points);
      self->n_points = 0;
      self->n_rings++;
    }
  else if (strcmp (name, "Polygon") == 0 || strcmp (name, "PolygonPatch") == 0)
    {
      g_array_append_val (self->outline->polygons, self->n_rings);
      self->n_rings = 0;
    }
}

/* what is no geometry is a property, if it has words and no elements in it */
static void
end_property (Reader *self, const char *name)
{
  const char *key =
      strcmp (name, "SimpleData") == 0 || strcmp (name, "value") == 0 || strcmp (name, "Data") == 0
          ? self->key
          : name;

  if (key == NULL || self->text->len == 0 || self->text->len > MOST_VALUE)
    return;
  g_ptr_array_add (self->keys, g_strdup (key));
  g_ptr_array_add (self->values, g_strstrip (g_strdup (self->text->str)));
}

/* a ring or a point outside a polygon belongs to none */
static gboolean
is_whole (const KithOutline *outline)
{
  guint n_points = 0, n_rings = 0;

  for (guint r = 0; r < outline->rings->len; r++)
    n_points += g_array_index (outline->rings, guint, r);
  for (guint p = 0; p < outline->polygons->len; p++)
    n_rings += g_array_index (outline->polygons, guint, p);
  return n_points == outline->points->len && n_rings == outline->rings->len;
}

static void
end_feature (Reader *self)
{
  kith_outline_read_names (self->outline, (const char *const *)self->keys->pdata,
                           (const char *const *)self->values->pdata, self->keys->len, NULL);
  if (!is_whole (self->outline))
    {
      g_array_set_size (self->outline->points, 0);
      g_array_set_size (self->outline->rings, 0);
      g_array_set_size (self->outline->polygons, 0);
    }
  g_ptr_array_add (self->outlines, g_steal_pointer (&self->outline));
  self->feature = self->geometry = 0;
  g_clear_pointer (&self->key, g_free);
}

static void
end_cb (gpointer owner, const char *name)
{
  Reader *self = owner;

  if (self->outline != NULL && self->geometry > 0)
    end_geometry (self, name);
  else if (self->outline != NULL)
    end_property (self, name);
  if (self->geometry == self->depth)
    self->geometry = 0;
  if (self->outline != NULL && self->feature == self->depth)
    end_feature (self);
  if (self->member == self->depth)
    self->member = 0;
  self->depth--;
  g_string_set_size (self->text, 0);
}

static void
text_cb (gpointer owner, const char *text, gsize length)
{
  Reader *self = owner;

  if (self->outline != NULL)
    g_string_append_len (self->text, text, (gssize)length);
}

static void
free_reader (Reader *self)
{
  kith_xml_feed_free (self->feed);
  g_clear_pointer (&self->outlines, g_ptr_array_unref);
  kith_outline_free (self->outline);
  g_ptr_array_unref (self->keys);
  g_ptr_array_unref (self->values);
  g_free (self->key);
  g_string_free (self->text, TRUE);
  g_free (self->crs);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Reader, free_reader)

/**
 * kith_geoxml_read:
 * @text: a file's
 * @length: bytes in @text
 * @name: what the file is called, for sentences
 * @error: return location for a #GError
 *
 * Reads KML and GML, without network, document types, entities of the file's own, or elements
 * nested deeper than libxml2 allows.
 *
 * Returns: (transfer full) (element-type KithOutline): an outline a feature, not placed yet, some
 *   with a fault; or %NULL with %KITH_IMPORT_ERROR_FORM or %KITH_IMPORT_ERROR_KIND
 */
GPtrArray *
kith_geoxml_read (const char *text, gsize length, const char *name, GError **error)
{
  static const KithXmlHandler handler = { start_cb, end_cb, text_cb };
  g_auto (Reader)
      reader = { .outlines = g_ptr_array_new_with_free_func ((GDestroyNotify)kith_outline_free),
                 .keys = g_ptr_array_new_with_free_func (g_free),
                 .values = g_ptr_array_new_with_free_func (g_free),
                 .text = g_string_new (NULL),
                 .dimension = 2 };

  reader.feed = kith_xml_feed_new_from_text (text, length, name, &handler, &reader);
  if (!kith_xml_feed_run (reader.feed, error))
    return NULL;
  if (reader.crs != NULL)
    {
      kith_outline_refuse_crs (reader.crs, name, error);
      return NULL;
    }
  if (!reader.has_any)
    {
      g_set_error (error, KITH_IMPORT_ERROR, KITH_IMPORT_ERROR_KIND,
                   _ ("“%s” holds no boundaries that Kith reads. Fetch them as GeoJSON, TopoJSON, "
                      "KML or GML."),
                   name);
      return NULL;
    }
  return g_steal_pointer (&reader.outlines);
}
