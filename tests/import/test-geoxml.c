/* test-geoxml.c: outlines from KML and GML, whole and hostile
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kith-import.h"
#include "kith-outline-private.h"

#include <string.h>

#define KML(inside)                                                                                \
  "<?xml version=\"1.0\"?><kml xmlns=\"http://www.opengis.net/kml/2.2\"><Document>" inside         \
  "</Document></kml>"
#define PLACEMARK(properties, geometry) "<Placemark>" properties geometry "</Placemark>"
#define DEGREES "-0.07746,51.513664,0 -2.0,55.9 -5.5,50.1\n-0.07746,51.513664"
#define RING(points) "<LinearRing><coordinates>" points "</coordinates></LinearRing>"
#define OUTER(points) "<outerBoundaryIs>" RING (points) "</outerBoundaryIs>"
#define INNER(points) "<innerBoundaryIs>" RING (points) "</innerBoundaryIs>"
#define POLYGON(rings) "<Polygon>" rings "</Polygon>"
#define GML(crs, member)                                                                           \
  "<wfs:FeatureCollection xmlns:wfs=\"http://www.opengis.net/wfs/2.0\" "                           \
  "xmlns:gml=\"http://www.opengis.net/gml/3.2\" xmlns:o=\"o\"><gml:boundedBy><gml:Envelope " crs   \
  "><gml:lowerCorner>0 0</gml:lowerCorner></gml:Envelope></gml:boundedBy><wfs:member><o:area>"     \
  "<gml:name>Bolton</gml:name><o:LAD23CD>E08000001</o:LAD23CD>" member                             \
  "</o:area></wfs:member></wfs:FeatureCollection>"
#define GML_RING(points)                                                                           \
  "<o:shape><gml:MultiSurface><gml:surfaceMember><gml:Polygon><gml:exterior><gml:"                 \
  "LinearRing>" points                                                                             \
  "</gml:LinearRing></gml:exterior></gml:Polygon></gml:surfaceMember></gml:MultiSurface>"          \
  "</o:shape>"

/* as in test-boundaries.c, worked by a Python program of its own */
#define GUILDFORD                                                                                  \
  "MULTIPOLYGON (((533503.8 181167.2, 400098.4 667431.1, 149802.2 28080.3, 533503.8 181167.2)))"
#define GRID                                                                                       \
  "MULTIPOLYGON (((400000.0 300000.0, 401000.0 300000.0, 401000.0 301000.0, 400000.0 300000.0)))"

static const struct
{
  const char *claim, *text, *gss, *name, *outline;
} good_cases[] = {
  { "KML: degrees, with and without a height",
    KML (PLACEMARK ("<name>Guildford</name>", POLYGON (OUTER (DEGREES)))), NULL, "Guildford",
    GUILDFORD },
  { "KML: code and name in a schema’s data",
    KML (PLACEMARK ("<ExtendedData><SchemaData><SimpleData name=\"LAD23CD\">E07000209</SimpleData>"
                    "<SimpleData name=\"LAD23NM\">Guildford</SimpleData></SchemaData>"
                    "</ExtendedData>",
                    "<MultiGeometry>" POLYGON (OUTER (DEGREES)) "</MultiGeometry>")),
    "E07000209", "Guildford", GUILDFORD },
  { "KML: code and name in plain data",
    KML (PLACEMARK ("<ExtendedData><Data name=\"lad_code\"><value>E07000209</value></Data>"
                    "<Data name=\"lad_name\"><value>Ash &amp; Guildford</value></Data>"
                    "</ExtendedData>",
                    POLYGON (OUTER (DEGREES)))),
    "E07000209", "Ash & Guildford", GUILDFORD },
  { "KML: a hole is a ring of the same polygon, and a ring may cross itself",
    KML (PLACEMARK (
        "<name>H</name>",
        POLYGON (OUTER ("400000,300000 410000,310000 410000,300000 400000,310000 "
                        "400000,300000") INNER ("402000,304000 403000,304000 403000,305000 "
                                                "402000,304000")))),
    NULL, "H",
    "MULTIPOLYGON (((400000.0 300000.0, 410000.0 310000.0, 410000.0 300000.0, 400000.0 310000.0, "
    "400000.0 300000.0), (402000.0 304000.0, 403000.0 304000.0, 403000.0 305000.0, 402000.0 "
    "304000.0)))" },
  { "GML 3: a list of positions on the grid",
    GML ("srsName=\"urn:ogc:def:crs:EPSG::27700\"",
         GML_RING ("<gml:posList srsDimension=\"2\">400000 300000 401000 300000 401000 301000 "
                   "400000 300000</gml:posList>")),
    "E08000001", "Bolton", GRID },
  { "GML 3: positions one by one, with heights",
    GML ("srsName=\"EPSG:27700\" srsDimension=\"3\"",
         GML_RING ("<gml:pos>400000 300000 5</gml:pos><gml:pos>401000 300000 5</gml:pos>"
                   "<gml:pos>401000 301000 5</gml:pos><gml:pos>400000 300000 5</gml:pos>")),
    "E08000001", "Bolton", GRID },
  { "GML: a URN of degrees has latitude first",
    GML ("srsName=\"urn:ogc:def:crs:EPSG::4326\"",
         GML_RING ("<gml:posList>51.513664 -0.07746 55.9 -2.0 50.1 -5.5 51.513664 -0.07746"
                   "</gml:posList>")),
    "E08000001", "Bolton", GUILDFORD },
  { "GML 2: co-ordinates with commas, longitude first",
    GML ("srsName=\"EPSG:4326\"",
         "<gml:Polygon>" OUTER (
             "-0.07746,51.513664 -2.0,55.9 -5.5,50.1 -0.07746,51.513664") "</gml:Polygon>"),
    "E08000001", "Bolton", GUILDFORD },
};

static GPtrArray *
read_outlines (const char *text, GError **error)
{
  gboolean is_wgs84 = FALSE;
  GPtrArray *outlines = kith_outlines_read (text, strlen (text), "area.kml", &is_wgs84, error);

  for (guint o = 0; outlines != NULL && o < outlines->len; o++)
    kith_outline_place (outlines->pdata[o], is_wgs84);
  return outlines;
}

static void
test_good (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) outlines = read_outlines (good_cases[i].text, &error);
  const KithOutline *outline;
  g_autofree char *wkt = NULL;

  g_assert_no_error (error);
  g_assert_cmpuint (outlines->len, ==, 1);
  outline = outlines->pdata[0];
  g_assert_cmpstr (outline->fault, ==, NULL);
  g_assert_cmpstr (outline->gss, ==, good_cases[i].gss);
  g_assert_cmpstr (outline->name, ==, good_cases[i].name);
  wkt = kith_outline_dup_wkt (outlines->pdata[0]);
  g_assert_cmpstr (wkt, ==, good_cases[i].outline);
}

/* one that cannot be drawn has a sentence that says why */
static void
test_faults (void)
{
  static const struct
  {
    const char *text, *words;
  } cases[] = {
    { KML (PLACEMARK ("<name>South</name>",
                      POLYGON (OUTER ("151.2,-33.8 151.3,-33.8 151.3,-33.9 151.2,-33.8")))),
      "outside Great Britain" },
    { KML (PLACEMARK ("<name>Turned</name>",
                      POLYGON (OUTER ("51.5,-0.07 55.9,-2.0 50.1,-5.5 51.5,-0.07")))),
      "outside Great Britain" },
    { KML (PLACEMARK ("<name>Words</name>", POLYGON (OUTER ("-1,52 here -1,53 -1,52")))),
      "not two numbers" },
    { KML (PLACEMARK ("<name>Nan</name>", POLYGON (OUTER ("nan,nan -1,52 -1,53 nan,nan")))),
      "not two numbers" },
    { KML (PLACEMARK ("<name>Huge</name>", POLYGON (OUTER ("1e300,52 -1,52 -1,53 1e300,52")))),
      "not two numbers" },
    { KML (PLACEMARK ("<name>Open</name>", POLYGON (OUTER ("-1,52 -2,52 -2,53 -1,53")))),
      "does not end where it begins" },
    { KML (PLACEMARK ("<name>Line</name>",
                      "<LineString><coordinates>-1,52 -2,52</coordinates></LineString>")),
      "no outline" },
    { KML (PLACEMARK ("<name>Loose</name>", RING ("-1,52 -2,52 -2,53 -1,52"))), "no outline" },
    { KML (PLACEMARK ("", POLYGON (OUTER (DEGREES)))), "no name and no code" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GPtrArray) outlines = read_outlines (cases[i].text, &error);

      g_assert_no_error (error);
      g_assert_cmpuint (outlines->len, ==, 1);
      g_assert_nonnull (strstr (((KithOutline *)outlines->pdata[0])->fault, cases[i].words));
    }
}

static void
assert_refused (const char *text, const char *words)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) outlines = read_outlines (text, &error);

  g_assert_null (outlines);
  g_assert_true (error != NULL && error->domain == KITH_IMPORT_ERROR);
  g_assert_nonnull (strstr (error->message, words));
  g_assert_true (g_str_has_suffix (error->message, "."));
}

/* a file that is not what it claims changes nothing */
static void
test_refused (void)
{
  g_autoptr (GString) deep = g_string_new ("<kml>");

  assert_refused ("<!DOCTYPE kml [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;&a;&a;\">]>"
                  "<kml><Placemark><name>&b;</name></Placemark></kml>",
                  "defines XML entities");
  assert_refused ("<!DOCTYPE kml SYSTEM \"file:///etc/passwd\"><kml><Placemark/></kml>",
                  "defines XML entities");
  assert_refused ("<kml><Placemark><name>&unknown;</name></Placemark></kml>", "not well formed");
  assert_refused ("<kml><Placemark>", "not well formed");
  assert_refused ("<html><p>Sign in</p></html>", "no boundaries");
  assert_refused (GML ("srsName=\"EPSG:3857\"", ""), "EPSG:3857");
  for (guint i = 0; i < 100000; i++)
    g_string_append (deep, "<Folder>");
  assert_refused (deep->str, "not well formed");
}

/* three million points in one ring, a zigzag made to be slow, and a circle of a hundred thousand */
static void
test_many (void)
{
  g_autoptr (GString) many =
      g_string_new ("<kml><Placemark><name>M</name><Polygon><outerBoundaryIs><LinearRing>"
                    "<coordinates>");
  guint n = 1000000, one = 1;
  g_autoptr (KithOutline) zigzag = kith_outline_new ();

  for (guint i = 0; i < 3000000; i++)
    g_string_append (many, "-1,52 ");
  g_string_append (many,
                   "</coordinates></LinearRing></outerBoundaryIs></Polygon></Placemark></kml>");
  assert_refused (many->str, "more than Kith reads");

  /* each point is farther out than the last, so that each cut takes off one: it must end */
  for (guint i = 0; i < n; i++)
    {
      KithPlace point = { 300000 + (i % 2) * (double)i / 10, 300000 + (double)i / 100 };

      g_array_append_val (zigzag->points, point);
    }
  g_array_append_val (zigzag->rings, n);
  g_array_append_val (zigzag->polygons, one);
  kith_outline_limit (zigzag, KITH_OUTLINE_KEPT_POINTS);
  g_assert_cmpuint (zigzag->points->len, <=, KITH_OUTLINE_KEPT_POINTS);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (good_cases); i++)
    {
      g_autofree char *path = g_strconcat ("/geoxml/", good_cases[i].claim, NULL);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_good);
    }
  g_test_add_func ("/geoxml/what cannot be drawn says why", test_faults);
  g_test_add_func ("/geoxml/hostile files are refused with a sentence", test_refused);
  g_test_add_func ("/geoxml/millions of points come to an end", test_many);
  return g_test_run ();
}
