/* test-boundaries.c: outlines from GeoJSON and TopoJSON
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kith-import.h"

#include "kith-outline-private.h"

#include <glib/gstdio.h>
#include <math.h>
#include <string.h>
#include <unistd.h>

static const KithImportOptions options = { 0, 0, 740000 };

static GFile *
write_file (const char *text)
{
  static guint n;
  g_autofree char *name = g_strdup_printf ("kith-boundaries-%d-%u.geojson", (int)getpid (), n++);
  g_autofree char *path = g_build_filename (g_get_tmp_dir (), name, NULL);

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  return g_file_new_for_path (path);
}

static KithPreview *
read_text (KithLedger *ledger, const char *text, GError **error)
{
  g_autoptr (GFile) file = write_file (text);
  KithPreview *preview = kith_import_read (ledger, &file, 1, &options, NULL, error);

  g_assert_true (g_file_delete (file, NULL, NULL));
  return preview;
}

static const KithFileReport *
get_report (KithPreview *preview)
{
  g_assert_cmpuint (preview->reports->len, ==, 1);
  return g_ptr_array_index (preview->reports, 0);
}

/* The one outline that comes of @text. */
static const KithBoundary *
get_boundary (KithPreview *preview)
{
  g_assert_cmpuint (kith_changeset_count (preview->changes, KITH_TABLE_BOUNDARY, KITH_CHANGE_ADD),
                    ==, 1);
  return kith_changeset_find (preview->changes, KITH_TABLE_BOUNDARY, 1);
}

#define GRID_SQUARE "[[[400000,300000],[401000,300000],[401000,301000],[400000,300000]]]"
#define FEATURE(properties, type, coordinates)                                                     \
  "{\"type\":\"FeatureCollection\",\"features\":[{\"type\":\"Feature\",\"properties\":"            \
  "{" properties "},\"geometry\":{\"type\":\"" type "\",\"coordinates\":" coordinates "}}]}"
#define AREA "\"area_code\":\"E08000001\",\"area_name\":\"Bolton\""

/* Degrees worked by a Python program of its own, as in test-wgs84.c. */
static const struct
{
  const char *claim, *text, *gss, *name, *level, *outline;
} good_cases[] = {
  { "metres on the grid are known by their size", FEATURE (AREA, "Polygon", GRID_SQUARE),
    "E08000001", "Bolton", "authority",
    "MULTIPOLYGON (((400000.0 300000.0, 401000.0 300000.0, 401000.0 301000.0, 400000.0 "
    "300000.0)))" },
  { "degrees become metres",
    FEATURE ("\"LAD23CD\":\"E07000209\",\"LAD23NM\":\"Guildford\"",
             "Polygon",
             "[[[-0.07746,51.513664],[-2.0,55.9,12],[-5.5,50.1],[-0.07746,51.513664]]]"),
    "E07000209", "Guildford", "district",
    "MULTIPOLYGON (((533503.8 181167.2, 400098.4 667431.1, 149802.2 28080.3, 533503.8 "
    "181167.2)))" },
  { "holes and several polygons",
    FEATURE ("\"ctyua19cd\":\"E10000030\",\"ctyua19nm\":\"Surrey\"",
             "MultiPolygon",
             "[" GRID_SQUARE ",[[[1000,2000],[9000,2000],[9000,9000],[1000,2000]],[[3000,3000],"
             "[4000,3000],[4000,3500.26],[3000,3000]]]]"),
    "E10000030", "Surrey", "authority",
    "MULTIPOLYGON (((400000.0 300000.0, 401000.0 300000.0, 401000.0 301000.0, 400000.0 "
    "300000.0)), ((1000.0 2000.0, 9000.0 2000.0, 9000.0 9000.0, 1000.0 2000.0), (3000.0 3000.0, "
    "4000.0 3000.0, 4000.0 3500.3, 3000.0 3000.0)))" },
  { "a code by its form under any name, and a name without a code",
    FEATURE ("\"n\":5,\"id\":\"E09000001\",\"name\":\" City of London \"", "Polygon", GRID_SQUARE),
    "E09000001", "City of London", "authority", NULL },
  { "a name alone", FEATURE ("\"name\":\"Middle Earth\"", "Polygon", GRID_SQUARE), NULL,
    "Middle Earth", "authority", NULL },
  { "TopoJSON: quantised lines joined, one of them backwards, with a hole",
    "{\"type\":\"Topology\",\"transform\":{\"scale\":[100,10],\"translate\":[400000,300000]},"
    "\"arcs\":[[[0,0],[10,0],[0,100]],[[0,0],[0,100],[10,0]],[[2,20],[1,0],[0,10],[-1,-10]]],"
    "\"objects\":{\"x\":{\"type\":\"GeometryCollection\",\"geometries\":[{\"type\":\"Polygon\","
    "\"arcs\":[[0,-2],[2]],\"properties\":{\"AREACD\":\"E06000001\",\"AREANM\":\"H\"}}]}}}",
    "E06000001", "H", "authority",
    "MULTIPOLYGON (((400000.0 300000.0, 401000.0 300000.0, 401000.0 301000.0, 400000.0 301000.0, "
    "400000.0 300000.0), (400200.0 300200.0, 400300.0 300200.0, 400300.0 300300.0, 400200.0 "
    "300200.0)))" },
  { "TopoJSON without quantisation",
    "{\"type\":\"Topology\",\"arcs\":[[[400000,300000],[401000,300000],[401000,301000],"
    "[400000,300000]]],\"objects\":{\"x\":{\"type\":\"MultiPolygon\",\"arcs\":[[[-1]]],"
    "\"properties\":{\"name\":\"H\"}}}}",
    NULL, "H", "authority",
    "MULTIPOLYGON (((400000.0 300000.0, 401000.0 301000.0, 401000.0 300000.0, 400000.0 "
    "300000.0)))" },
};

static void
test_good (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  g_autoptr (KithLedger) ledger = kith_ledger_new_empty ();
  g_autoptr (GError) error = NULL;
  g_autoptr (KithPreview) preview = read_text (ledger, good_cases[i].text, &error);
  const KithBoundary *boundary;

  g_assert_no_error (error);
  boundary = get_boundary (preview);
  g_assert_cmpstr (boundary->gss, ==, good_cases[i].gss);
  g_assert_cmpstr (boundary->name, ==, good_cases[i].name);
  g_assert_cmpstr (boundary->level, ==, good_cases[i].level);
  if (good_cases[i].outline != NULL)
    g_assert_cmpstr (boundary->outline, ==, good_cases[i].outline);
  g_assert_cmpint (boundary->la, ==, KITH_INT_NONE);
}

static const struct
{
  const char *claim, *text, *words;
} rejected_cases[] = {
  { "the other hemisphere",
    FEATURE (AREA, "Polygon", "[[[2.4,-53.6],[2.5,-53.6],[2.5,-53.5],[2.4,-53.6]]]"),
    "outside Great Britain" },
  { "latitude before longitude",
    FEATURE (AREA, "Polygon", "[[[53.6,-2.4],[53.6,-2.5],[53.5,-2.5],[53.6,-2.4]]]"),
    "Longitude must come before latitude" },
  { "off the grid",
    FEATURE (AREA,
             "Polygon",
             "[[[400000,1300001],[401000,300000],[401000,301000],"
             "[400000,1300001]]]"),
    "outside Great Britain" },
  { "not closed",
    FEATURE (AREA,
             "Polygon",
             "[[[400000,300000],[401000,300000],[401000,301000],"
             "[400000,300001]]]"),
    "does not end where it begins" },
  { "three points", FEATURE (AREA, "Polygon", "[[[4e5,3e5],[401000,300000],[4e5,3e5]]]"),
    "fewer than four points" },
  { "no polygon", FEATURE (AREA, "Point", "[400000,300000]"), "Only polygons" },
  { "a null geometry",
    "{\"type\":\"FeatureCollection\",\"features\":[{\"properties\":{" AREA "},\"geometry\":null}]}",
    "Only polygons" },
  { "no name", FEATURE ("\"x\":1", "Polygon", GRID_SQUARE), "no name and no code" },
  { "a region", FEATURE ("\"gss\":\"E12000001\"", "Polygon", GRID_SQUARE),
    "not that of an authority" },
  { "too small",
    FEATURE (AREA,
             "Polygon",
             "[[[4e5,3e5],[400000.01,300000.01],[400000,300000.02],"
             "[4e5,3e5]]]"),
    "too small" },
  { "a point of words",
    FEATURE (AREA, "Polygon", "[[[4e5,3e5],[\"a\",1],[401000,300000],[4e5,3e5]]]"),
    "not two numbers" },
  { "a line that is not there",
    "{\"type\":\"Topology\",\"arcs\":[],\"objects\":{\"x\":{\"type\":\"Polygon\",\"arcs\":[[-9]],"
    "\"properties\":{\"name\":\"H\"}}}}",
    "a line that the file does not have" },
};

static void
test_rejected (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  g_autoptr (KithLedger) ledger = kith_ledger_new_empty ();
  g_autoptr (GError) error = NULL;
  g_autoptr (KithPreview) preview = read_text (ledger, rejected_cases[i].text, &error);
  const KithProblem *problem;

  g_assert_no_error (error);
  g_assert_cmpuint (get_report (preview)->n_rows, ==, 1);
  g_assert_cmpuint (get_report (preview)->n_rejected, ==, 1);
  problem = g_ptr_array_index (get_report (preview)->problems, 0);
  g_assert_true (problem->is_rejection);
  g_assert_nonnull (strstr (problem->reason, rejected_cases[i].words));
  g_assert_true (g_str_has_suffix (problem->reason, "."));
  g_assert_cmpuint (kith_changeset_count (preview->changes, KITH_TABLE_BOUNDARY, KITH_CHANGE_ADD),
                    ==, 0);
}

static void
assert_refused (const char *text, KithImportError code, const char *words)
{
  g_autoptr (KithLedger) ledger = kith_ledger_new_empty ();
  g_autoptr (GError) error = NULL;
  g_autoptr (KithPreview) preview = read_text (ledger, text, &error);

  g_assert_null (preview);
  g_assert_error (error, KITH_IMPORT_ERROR, (int)code);
  g_assert_nonnull (strstr (error->message, words));
  g_assert_true (g_str_has_suffix (error->message, "."));
}

static void
test_refused (void)
{
  assert_refused ("{", KITH_IMPORT_ERROR_FORM, "not whole JSON");
  assert_refused ("{\"type\":\"FeatureCollection\",\"features\":[{", KITH_IMPORT_ERROR_FORM,
                  "not whole JSON");
  assert_refused ("{\"a\":\"\xff\"}", KITH_IMPORT_ERROR_FORM, "not whole JSON");
  assert_refused ("{}", KITH_IMPORT_ERROR_KIND, "no boundaries");
  assert_refused ("{\"type\":\"Topology\"}", KITH_IMPORT_ERROR_KIND, "no boundaries");
  assert_refused (" <kml/>", KITH_IMPORT_ERROR_KIND, "no boundaries");
  assert_refused ("{\"type\":\"FeatureCollection\",\"crs\":{\"type\":\"name\",\"properties\":"
                  "{\"name\":\"urn:ogc:def:crs:EPSG::3857\"}},\"features\":[]}",
                  KITH_IMPORT_ERROR_FORM, "EPSG::3857");
}

static void
test_deep (void)
{
  GString *deep = g_string_new ("{\"type\":");
  g_autofree char *plain = NULL;
  g_autofree char *hidden = NULL;

  for (guint i = 0; i < 10000; i++)
    g_string_append_c (deep, '[');
  plain = g_string_free (deep, FALSE);
  assert_refused (plain, KITH_IMPORT_ERROR_FORM, "nested more than 64 levels");
  /* json-glib skips comments; a mark in one must not hide what follows */
  hidden = g_strdup_printf ("{/* \" */%s", plain + 1);
  assert_refused (hidden, KITH_IMPORT_ERROR_FORM, "not whole JSON");
}

/* Points that take more memory than they are worth, and lines used over and over. */
static void
test_too_much (void)
{
  g_autoptr (GString) many = g_string_new ("{\"a\":[");
  g_autoptr (GString) arcs = g_string_new ("{\"type\":\"Topology\",\"arcs\":[[");
  g_autoptr (KithLedger) ledger = kith_ledger_new_empty ();
  g_autoptr (GError) error = NULL;
  g_autoptr (KithPreview) preview = NULL;
  const KithProblem *problem;

  for (guint i = 0; i < 1000000; i++)
    g_string_append (many, "[],");
  g_string_append (many, "[]]}");
  assert_refused (many->str, KITH_IMPORT_ERROR_FORM, "more than Kith reads");

  for (guint i = 0; i < 2000; i++)
    g_string_append (arcs, "[1,1],");
  g_string_append (arcs, "[2,2]]],\"objects\":{\"x\":{\"type\":\"Polygon\",\"properties\":"
                         "{\"name\":\"H\"},\"arcs\":[[0");
  for (guint i = 0; i < 2000; i++)
    g_string_append (arcs, ",0");
  g_string_append (arcs, "]]}}}");
  preview = read_text (ledger, arcs->str, &error);
  g_assert_no_error (error);
  problem = g_ptr_array_index (get_report (preview)->problems, 0);
  g_assert_nonnull (strstr (problem->reason, "more points than Kith reads"));
}

#define TWO_FEATURES                                                                               \
  "{\"type\":\"FeatureCollection\",\"features\":[{\"type\":\"Feature\",\"properties\":{" AREA      \
  "},\"geometry\":{\"type\":\"Polygon\",\"coordinates\":" GRID_SQUARE "}},{\"type\":\"Feature\","  \
  "\"properties\":{\"name\":\"City of Bury\"},\"geometry\":{\"type\":\"Polygon\","                 \
  "\"coordinates\":" GRID_SQUARE "}}]}"

/* The same outlines in another file add nothing; a name that had no code gets one. */
static void
test_again (void)
{
  static const KithAuthority bolton = { 350, "Bolton", NULL, KITH_INT_NONE };
  g_autoptr (KithLedger) empty = kith_ledger_new_empty ();
  g_autoptr (KithChangeset) start = kith_changeset_new (empty);
  g_autoptr (KithLedger) ledger = NULL;
  g_autoptr (KithLedger) after = NULL;
  g_autoptr (KithPreview) first = NULL;
  g_autoptr (KithPreview) second = NULL;
  g_autoptr (KithPreview) third = NULL;
  const KithBoundary *boundary;

  kith_changeset_put (start, KITH_TABLE_AUTHORITY, &bolton);
  ledger = kith_changeset_apply (start, 1);
  first = read_text (ledger, TWO_FEATURES, NULL);
  g_assert_cmpuint (get_report (first)->n_added, ==, 2);
  boundary = kith_changeset_find (first->changes, KITH_TABLE_BOUNDARY, 1);
  g_assert_cmpint (boundary->la, ==, 350);
  after = kith_changeset_apply (first->changes, 2);

  second = read_text (after, TWO_FEATURES " ", NULL);
  g_assert_cmpuint (get_report (second)->n_unchanged, ==, 2);
  g_assert_cmpuint (kith_changeset_count (second->changes, KITH_TABLE_BOUNDARY, KITH_CHANGE_ALTER),
                    ==, 0);

  third = read_text (
      after, FEATURE ("\"gss\":\"E08000002\",\"name\":\"Bury\"", "Polygon", GRID_SQUARE), NULL);
  g_assert_cmpuint (get_report (third)->n_changed, ==, 1);
  boundary = kith_changeset_find (third->changes, KITH_TABLE_BOUNDARY, 2);
  g_assert_cmpstr (boundary->gss, ==, "E08000002");
}

static void
test_twice_in_a_file (void)
{
  g_autoptr (KithLedger) ledger = kith_ledger_new_empty ();
  g_autofree char *text = g_strdup (TWO_FEATURES);
  g_autoptr (KithPreview) preview = NULL;

  memcpy (strstr (text, "\"name\":\"City of Bury\""), "\"name\":\"Bolton\"      ", 21);
  preview = read_text (ledger, text, NULL);
  g_assert_cmpuint (get_report (preview)->n_added, ==, 1);
  g_assert_cmpuint (get_report (preview)->n_rejected, ==, 1);
}

/* A circle of 250,000 points keeps a few hundred, none off by more than 20 m. */
static void
test_simplified (void)
{
  g_autoptr (KithOutline) outline = kith_outline_new ();
  guint n = 250001, one = 1;

  for (guint i = 0; i < n; i++)
    {
      double angle = 2 * G_PI * (i % (n - 1)) / (n - 1);
      KithPlace point = { 400000 + 50000 * cos (angle), 400000 + 50000 * sin (angle) };

      g_array_append_val (outline->points, point);
    }
  g_array_append_val (outline->rings, n);
  g_array_append_val (outline->polygons, one);
  kith_outline_place (outline, FALSE);
  g_assert_null (outline->fault);
  kith_outline_simplify (outline, KITH_OUTLINE_METRES);
  /* a chord of a circle of 50 km whose sagitta is 20 m spans 3.24°: 112 of them at least */
  g_assert_cmpuint (outline->points->len, >=, 112);
  g_assert_cmpuint (outline->points->len, <=, 260);
  g_assert_cmpuint (outline->points->len, ==, g_array_index (outline->rings, guint, 0));
  for (guint i = 1; i < outline->points->len; i++)
    {
      KithPlace a = g_array_index (outline->points, KithPlace, i - 1);
      KithPlace b = g_array_index (outline->points, KithPlace, i);
      double middle = hypot ((a.x + b.x) / 2 - 400000, (a.y + b.y) / 2 - 400000);

      g_assert_cmpfloat (50000 - middle, <=, 20.001);
    }
}

/* Area and centroid of WKT, outer rings less holes. */
static void
measure_wkt (const char *wkt, double *area, KithPlace *centroid, guint *n_points)
{
  double total = 0, x = 0, y = 0;

  *n_points = 0;
  for (const char *at = strchr (wkt, '('); (at = strpbrk (at, "0123456789")) != NULL;)
    {
      gboolean is_hole =
          at[-1] == '(' && at[-2] == ' ' && at[-3] == ',' && at[-4] == ')' && at[-5] != ')';
      double a = 0, ax = 0, ay = 0, sign;
      KithPlace first, previous, point;
      char *end;

      first.x = g_ascii_strtod (at, &end);
      first.y = g_ascii_strtod (end, &end);
      previous = first;
      (*n_points)++;
      while (*end == ',')
        {
          double cross;

          point.x = g_ascii_strtod (end + 1, &end);
          point.y = g_ascii_strtod (end, &end);
          cross = (previous.x - first.x) * (point.y - first.y) -
                  (point.x - first.x) * (previous.y - first.y);
          a += cross / 2;
          ax += cross * (previous.x + point.x - 2 * first.x) / 6;
          ay += cross * (previous.y + point.y - 2 * first.y) / 6;
          previous = point;
          (*n_points)++;
        }
      g_assert_cmpfloat (previous.x, ==, first.x);
      g_assert_cmpfloat (previous.y, ==, first.y);
      sign = (a > 0) == is_hole ? -1 : 1;
      total += sign * a;
      x += sign * (ax + a * first.x);
      y += sign * (ay + a * first.y);
      at = end;
    }
  *area = total;
  *centroid = (KithPlace){ x / total, y / total };
}

/* Worked by a Python program of its own: Ordnance Survey's series for the grid, the shoelace
 * formula for area and centroid; the areas of the first file are ONS's own, in that file. */
static const struct
{
  const char *file, *gss;
  double area, x, y;
  guint n_points;
} real[] = {
  { "gm_local_authority_2023_generalised.geojson", "E08000001", 139795763, 369178.3, 409218.5,
    505 },
  { "gm_local_authority_2023_generalised.geojson", "E08000002", 99464623, 379408.4, 410184.1, 344 },
  { "gm_local_authority_2023_generalised.geojson", "E08000003", 115609984, 384655.0, 394995.8,
    466 },
  { "gm_local_authority_2023_generalised.geojson", "E08000004", 142346905, 396742.1, 406142.1,
    312 },
  { "gm_local_authority_2023_generalised.geojson", "E08000005", 158143397, 389654.4, 413347.4,
    378 },
  { "gm_local_authority_2023_generalised.geojson", "E08000006", 97170159, 375537.2, 399267.7, 226 },
  { "gm_local_authority_2023_generalised.geojson", "E08000007", 126067484, 391578.0, 388579.2,
    467 },
  { "gm_local_authority_2023_generalised.geojson", "E08000008", 103160966, 395928.0, 397864.4,
    320 },
  { "gm_local_authority_2023_generalised.geojson", "E08000009", 106021261, 376480.4, 391413.9,
    293 },
  { "gm_local_authority_2023_generalised.geojson", "E08000010", 188154728, 361017.6, 403217.1,
    487 },
  { "geogUACounty2019GB.topojson", "E06000046", 382995228, 449694.0, 86395.6, 98 },
  { "geogUACounty2019GB.topojson", "E06000052", 3559336510, 199214.9, 60070.7, 638 },
  { "geogUACounty2019GB.topojson", "E10000014", 3681495909, 449935.3, 130061.1, 464 },
  { "geogUACounty2019GB.topojson", "E10000030", 1669894088, 510336.0, 151052.5, 252 },
  { "geogUACounty2019GB.topojson", "S12000017", 26149686394, 234523.2, 856965.2, 3257 },
  { "geogUACounty2019GB.topojson", "W06000023", 5193950786, 304004.4, 270461.4, 555 },
};

static void
test_real (void)
{
  const char *folder = g_getenv ("KITH_REAL_DATA");
  g_autoptr (KithLedger) ledger = kith_ledger_new_empty ();
  g_autoptr (KithPreview) preview = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_object_unref);
  guint n_found = 0;

  if (folder == NULL)
    {
      g_test_skip ("KITH_REAL_DATA is not set");
      return;
    }
  for (guint i = 0; i < G_N_ELEMENTS (real); i += 10)
    g_ptr_array_add (files, g_file_new_build_filename (folder, "boundaries", real[i].file, NULL));
  preview =
      kith_import_read (ledger, (GFile *const *)files->pdata, files->len, &options, NULL, &error);
  g_assert_no_error (error);
  for (guint c = 0; c < kith_changeset_get_size (preview->changes); c++)
    {
      const KithChange *change = kith_changeset_get (preview->changes, c);
      const KithBoundary *boundary = change->after;

      for (guint i = 0; change->table == KITH_TABLE_BOUNDARY && i < G_N_ELEMENTS (real); i++)
        if (g_strcmp0 (real[i].gss, boundary->gss) == 0)
          {
            double area;
            KithPlace centroid;
            guint n_points;

            n_found++;
            measure_wkt (boundary->outline, &area, &centroid, &n_points);
            g_assert_cmpfloat_with_epsilon (area / real[i].area, 1, 2e-5);
            g_assert_cmpfloat_with_epsilon (centroid.x, real[i].x, 1);
            g_assert_cmpfloat_with_epsilon (centroid.y, real[i].y, 1);
            g_assert_cmpuint (n_points, <=, real[i].n_points);
          }
    }
  g_assert_cmpuint (n_found, ==, G_N_ELEMENTS (real));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (good_cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/boundaries/%s", good_cases[i].claim);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_good);
    }
  for (guint i = 0; i < G_N_ELEMENTS (rejected_cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/boundaries/left out: %s", rejected_cases[i].claim);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_rejected);
    }
  g_test_add_func ("/boundaries/what is no file of boundaries is a sentence", test_refused);
  g_test_add_func ("/boundaries/JSON ten thousand deep is a sentence", test_deep);
  g_test_add_func ("/boundaries/too much is a sentence", test_too_much);
  g_test_add_func ("/boundaries/the same outlines again add nothing", test_again);
  g_test_add_func ("/boundaries/an area that a file has twice is read once", test_twice_in_a_file);
  g_test_add_func ("/boundaries/simplified by no more than 20 metres", test_simplified);
  g_test_add_func ("/boundaries/real outlines lie where they should", test_real);
  return g_test_run ();
}
