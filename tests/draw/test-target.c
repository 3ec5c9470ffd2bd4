/* test-target.c: pictures in files open, hold their words, and are the same twice
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kith-target.h"

#include <glib/gstdio.h>
#include <libxml/xpath.h>
#include <libxml/xpathInternals.h>
#include <libxml/parser.h>
#include <math.h>
#include <string.h>

static KithScene *
make_scene (void)
{
  KithScene *scene = kith_scene_new (297, 210);
  KithSign sign = { .shape = KITH_SHAPE_SQUARE, .r = 2, .fill = KITH_INK (KITH_ROLE_T1) };
  KithWriting name = {
    { 12, KITH_WEIGHT_BOLD }, KITH_INK (KITH_ROLE_INK), KITH_ANCHOR_MIDDLE, KITH_ROLE_LAND
  };
  KithPaint twice = { .stroke = KITH_INK (KITH_ROLE_PAIRING),
                      .width = 0.9,
                      .pattern = KITH_PATTERN_DOUBLE,
                      .ground = KITH_ROLE_LAND };
  KithPaint band = { .stroke = KITH_INK_AT (KITH_ROLE_BAND, 0.4), .width = 4, .is_inside = TRUE };
  const KithBox frame = { 10, 10, 200, 150 };

  kith_scene_set_title (scene, "Hubs & “spokes” <all>", "Two schools");
  kith_scene_begin_group (scene, "schools", "Schools", &frame);
  kith_scene_add_box (scene, frame, &band);
  kith_scene_add_line (scene, (KithPoint){ 20, 20 }, (KithPoint){ 90, 70 }, &twice);
  kith_scene_add_sign (scene, &sign, (KithPoint){ 20, 20 }, 100001, "St Aldhelm’s & Oak <Primary>");
  kith_scene_add_sign (scene, &sign, (KithPoint){ 90, 70 }, 100002, "Elm Grove");
  kith_scene_add_text (scene, &name, (KithPoint){ 60, 90 }, "St Aldhelm’s & Oak");
  kith_scene_end_group (scene);
  return scene;
}

static GBytes *
render (KithTarget target, double dpi)
{
  g_autoptr (KithScene) scene = make_scene ();
  g_autoptr (GError) error = NULL;
  const KithPrinting printing = { .theme = kith_target_get_theme (target),
                                  .dpi = dpi,
                                  .dated = kith_date_new (2022, 4, 30) };
  GBytes *bytes = kith_scene_render (scene, &printing, target, &error);

  g_assert_no_error (error);
  return bytes;
}

static void
test_same (void)
{
  for (guint t = 0; t < KITH_N_TARGETS; t++)
    {
      g_autoptr (GBytes) a = render (t, 0);
      g_autoptr (GBytes) b = render (t, 0);

      g_assert_true (g_bytes_equal (a, b));
    }
}

static guint
count_nodes (xmlDocPtr document, const char *path)
{
  xmlXPathContextPtr context = xmlXPathNewContext (document);
  xmlXPathObjectPtr object;
  guint n;

  xmlXPathRegisterNs (context, BAD_CAST "s", BAD_CAST "http://www.w3.org/2000/svg");
  object = xmlXPathEvalExpression (BAD_CAST path, context);
  g_assert_nonnull (object);
  n = object->nodesetval == NULL ? 0 : (guint)object->nodesetval->nodeNr;
  xmlXPathFreeObject (object);
  xmlXPathFreeContext (context);
  return n;
}

static void
test_svg (void)
{
  g_autoptr (GBytes) bytes = render (KITH_TARGET_SVG, 0);
  xmlDocPtr document = xmlReadMemory (g_bytes_get_data (bytes, NULL), (int)g_bytes_get_size (bytes),
                                      NULL, NULL, XML_PARSE_NONET);

  g_assert_nonnull (document);
  g_assert_cmpuint (
      count_nodes (document, "/s:svg[@role='img'][@width='297mm'][@viewBox='0 0 297 210']"), ==, 1);
  g_assert_cmpuint (count_nodes (document, "/s:svg/s:title[text()='Hubs & “spokes” <all>']"), ==,
                    1);
  g_assert_cmpuint (count_nodes (document, "/s:svg/s:desc[text()='Two schools']"), ==, 1);
  g_assert_cmpuint (count_nodes (document, "//s:g[@id='schools'][@role='group']/s:title"), ==, 1);
  g_assert_cmpuint (
      count_nodes (document, "//s:use[@role='img']/s:title[text()='St Aldhelm’s & Oak <Primary>']"),
      ==, 1);
  g_assert_cmpuint (count_nodes (document, "//s:text[text()='St Aldhelm’s & Oak']"), ==, 1);
  /* two marks of one sign, a double line as two, every identifier once */
  g_assert_cmpuint (count_nodes (document, "//s:use[@href='#sign0']"), ==, 2);
  g_assert_cmpuint (count_nodes (document, "//s:g[@id='schools']/s:path"), ==, 2);
  g_assert_cmpuint (count_nodes (document, "//*[@id=preceding::*/@id]"), ==, 0);
  xmlFreeDoc (document);
}

static guint32
read_big (const guint8 *p)
{
  return (guint32)p[0] << 24 | (guint32)p[1] << 16 | (guint32)p[2] << 8 | p[3];
}

static void
test_png (void)
{
  g_autoptr (GBytes) usual = render (KITH_TARGET_PNG, 0);
  g_autoptr (GBytes) fine = render (KITH_TARGET_PNG, 300);
  g_autoptr (KithScene) scene = make_scene ();
  g_autoptr (GError) error = NULL;
  const KithPrinting too_fine = { .theme = kith_theme_find ("light"), .dpi = 9000 };
  const guint8 *p = g_bytes_get_data (usual, NULL);
  const guint8 *q = g_bytes_get_data (fine, NULL);

  g_assert_cmpmem (p, 8, "\x89PNG\r\n\x1a\n", 8);
  g_assert_cmpuint (read_big (p + 16), ==, 1480);
  g_assert_cmpuint (read_big (p + 20), ==, 1046);
  g_assert_cmpuint (read_big (q + 16), ==, 3508);
  g_assert_cmpuint (read_big (q + 20), ==, 2480);
  g_assert_null (kith_scene_render (scene, &too_fine, KITH_TARGET_PNG, &error));
  g_assert_error (error, KITH_DRAW_ERROR, KITH_DRAW_ERROR_SIZE);
}

static char *
run (const char *const *argv)
{
  g_autoptr (GError) error = NULL;
  char *out = NULL;
  int status;

  g_spawn_sync (NULL, (char **)argv, NULL, G_SPAWN_SEARCH_PATH | G_SPAWN_STDERR_TO_DEV_NULL, NULL,
                NULL, &out, NULL, &status, &error);
  g_assert_no_error (error);
  g_assert_true (g_spawn_check_wait_status (status, &error));
  return out;
}

static void
test_pdf (void)
{
  g_autoptr (KithScene) scene = make_scene ();
  g_autofree char *folder = g_dir_make_tmp ("kith-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "map.pdf", NULL);
  g_autofree char *info = NULL, *words = NULL, *fonts = NULL,
                  *tool = g_find_program_in_path ("pdfinfo");
  const KithPrinting printing = { .theme = kith_theme_find ("print"),
                                  .dated = kith_date_new (2022, 4, 30) };
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;

  g_assert_true (kith_scene_write (scene, &printing, file, KITH_TARGET_PDF, &error));
  g_assert_no_error (error);
  if (tool == NULL)
    g_test_skip ("pdfinfo is not installed");
  else
    {
      info = run ((const char *const[]){ "pdfinfo", "-isodates", path, NULL });
      words = run ((const char *const[]){ "pdftotext", path, "-", NULL });
      fonts = run ((const char *const[]){ "pdffonts", path, NULL });
      g_assert_nonnull (strstr (info, "841.89 x 595.276 pts (A4)"));
      g_assert_nonnull (strstr (info, "Hubs & “spokes” <all>"));
      g_assert_nonnull (strstr (info, "2022-04-30"));
      g_assert_nonnull (strstr (words, "St Aldhelm’s & Oak"));
      g_assert_nonnull (strstr (fonts, "yes yes"));
    }
  g_unlink (path);
  g_rmdir (folder);
}

/* The pages of an A1 poster of A4, by hand: standing they print 190 × 277 mm and go on by 180 and
   267; 5 × 3 reach 910 × 811. Lying, 277 × 190, on by 267 and 180: 4 × 4 reach 1078 × 730. */
static void
test_tiles (void)
{
  double width, height, magnify;
  guint n_x, n_y;
  KithPrinting printing = { .theme = kith_theme_find ("print"),
                            .dated = kith_date_new (2022, 4, 30) };
  g_autoptr (KithScene) scene = NULL;
  KithPaper paper = KITH_N_PAPERS;

  g_assert_true (kith_paper_find ("a1", &paper));
  g_assert_false (kith_paper_find ("A5", &paper));
  kith_paper_fit (paper, &width, &height, &printing.magnify);
  g_assert_cmpfloat_with_epsilon (width * printing.magnify, 841, 1e-9);
  g_assert_cmpfloat_with_epsilon (height * printing.magnify, 594, 1e-9);
  scene = kith_scene_new (width, height);
  kith_scene_set_title (scene, "A poster", NULL);
  kith_paper_choose_tile (KITH_PAPER_A4, paper, &printing.tile_width, &printing.tile_height);
  g_assert_cmpfloat (printing.tile_width, ==, 210);
  g_assert_cmpuint (kith_printing_count_tiles (&printing, scene, &n_x, &n_y), ==, 15);
  g_assert_cmpuint (n_x, ==, 5);
  g_assert_cmpuint (n_y, ==, 3);
  /* one that fits has one page */
  printing.tile_width = 1000;
  printing.tile_height = 700;
  g_assert_cmpuint (kith_printing_count_tiles (&printing, scene, &n_x, &n_y), ==, 1);
  for (guint p = 0; p < KITH_N_PAPERS; p++)
    {
      kith_paper_fit (p, &width, &height, &magnify);
      g_assert_cmpfloat (width, >=, 297);
      g_assert_cmpfloat_with_epsilon (width / height, 1.414, 0.005);
    }
}

/* Of each page of a poster, what stands on it can be found there, and each point of the scene lies
   on a page: the word in the corner is on the last one. */
static void
test_poster (void)
{
  g_autoptr (KithScene) scene = make_scene ();
  g_autofree char *folder = g_dir_make_tmp ("kith-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "poster.pdf", NULL);
  g_autofree char *tool = g_find_program_in_path ("pdfinfo");
  g_autofree char *info = NULL, *first = NULL, *last = NULL, *fonts = NULL;
  const KithWriting words = { { 7, KITH_WEIGHT_MEDIUM, FALSE, 0 },
                              KITH_INK (KITH_ROLE_INK),
                              KITH_ANCHOR_END,
                              KITH_ROLE_NOTHING };
  const KithPrinting printing = { .theme = kith_theme_find ("print"),
                                  .magnify = 2,
                                  .tile_width = 297,
                                  .tile_height = 210,
                                  .dated = kith_date_new (2022, 4, 30) };
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  guint n_x, n_y;

  kith_scene_add_text (scene, &words, (KithPoint){ 295, 208 }, "Corner");
  g_assert_true (kith_scene_write (scene, &printing, file, KITH_TARGET_PDF, &error));
  g_assert_no_error (error);
  /* 594 × 420: on by 267 and 180 */
  g_assert_cmpuint (kith_printing_count_tiles (&printing, scene, &n_x, &n_y), ==, 9);
  if (tool == NULL)
    g_test_skip ("pdfinfo is not installed");
  else
    {
      info = run ((const char *const[]){ "pdfinfo", path, NULL });
      first = run ((const char *const[]){ "pdftotext", "-l", "1", path, "-", NULL });
      last = run ((const char *const[]){ "pdftotext", "-f", "9", path, "-", NULL });
      fonts = run ((const char *const[]){ "pdffonts", path, NULL });
      g_assert_nonnull (strstr (info, "Pages:           9"));
      g_assert_nonnull (strstr (info, "841.89 x 595.276 pts (A4)"));
      g_assert_nonnull (strstr (first, "St Aldhelm’s & Oak"));
      g_assert_nonnull (strstr (first, "Row 1 of 3, page 1 of 3 in it."));
      g_assert_nonnull (strstr (last, "Corner"));
      g_assert_nonnull (strstr (last, "Row 3 of 3, page 3 of 3 in it."));
      g_assert_nonnull (strstr (fonts, "yes yes"));
    }
  g_unlink (path);
  g_rmdir (folder);
}

static void
test_replace (void)
{
  g_autoptr (KithScene) scene = make_scene ();
  g_autofree char *folder = g_dir_make_tmp ("kith-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "map.png", NULL);
  g_autofree char *nowhere = g_build_filename (folder, "none", "map.png", NULL);
  g_autofree char *contents = NULL;
  const KithPrinting too_fine = { .theme = kith_theme_find ("light"), .dpi = 1e5 };
  const KithPrinting coarse = { .theme = kith_theme_find ("light"), .dpi = 20 };
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFile) lost = g_file_new_for_path (nowhere);
  g_autoptr (GError) error = NULL;
  g_autoptr (GDir) listing = NULL;
  guint n_files = 0;

  g_file_set_contents (path, "old", -1, NULL);
  g_assert_false (kith_scene_write (scene, &too_fine, file, KITH_TARGET_PNG, &error));
  g_clear_error (&error);
  g_file_get_contents (path, &contents, NULL, NULL);
  g_assert_cmpstr (contents, ==, "old");
  g_assert_true (kith_scene_write (scene, &coarse, file, KITH_TARGET_PNG, &error));
  g_assert_false (kith_scene_write (scene, &coarse, lost, KITH_TARGET_PNG, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  listing = g_dir_open (folder, 0, NULL);
  while (g_dir_read_name (listing) != NULL)
    n_files++;
  g_assert_cmpuint (n_files, ==, 1);
  g_unlink (path);
  g_rmdir (folder);
}

static void
test_names (void)
{
  g_assert_cmpint (kith_target_find ("a/b.svg"), ==, KITH_TARGET_SVG);
  g_assert_cmpint (kith_target_find ("map.of.PDF"), ==, KITH_TARGET_PDF);
  g_assert_cmpint (kith_target_find ("map"), ==, KITH_N_TARGETS);
  g_assert_cmpint (kith_target_find ("map.jpg"), ==, KITH_N_TARGETS);
  g_assert_cmpint (kith_target_find (NULL), ==, KITH_N_TARGETS);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/target/the same scene gives the same bytes", test_same);
  g_test_add_func ("/target/SVG is XML with words as words and names as titles", test_svg);
  g_test_add_func ("/target/PNG is 1,480 wide, or as fine as asked; too large is refused",
                   test_png);
  g_test_add_func ("/target/PDF is A4, dated, its words can be found, its fonts are in it",
                   test_pdf);
  g_test_add_func ("/target/a poster has as many pages as it needs", test_tiles);
  g_test_add_func ("/target/what stands on a poster stands on its pages", test_poster);
  g_test_add_func ("/target/a file is replaced whole or not at all", test_replace);
  g_test_add_func ("/target/endings tell targets", test_names);
  return g_test_run ();
}
