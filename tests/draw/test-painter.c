/* test-painter.c: the quick ways draw what Cairo draws
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kith-painter.h"

#include <math.h>

#define WIDTH 400
#define HEIGHT 300

static cairo_surface_t *
paint (const KithScene *scene, double scale, double x0, double y0)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, WIDTH, HEIGHT);
  cairo_t *cr = cairo_create (surface);

  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_translate (cr, x0, y0);
  cairo_scale (cr, scale, scale);
  kith_scene_paint (scene, kith_theme_get (KITH_THEME_LIGHT), cr);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  return surface;
}

/* through a recording, which takes none of the quick ways */
static cairo_surface_t *
paint_slowly (const KithScene *scene, double scale, double x0, double y0)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, WIDTH, HEIGHT);
  cairo_surface_t *recording = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, NULL);
  cairo_t *cr = cairo_create (recording);

  cairo_translate (cr, x0, y0);
  cairo_scale (cr, scale, scale);
  kith_scene_paint (scene, kith_theme_get (KITH_THEME_LIGHT), cr);
  cairo_destroy (cr);
  cr = cairo_create (surface);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_set_source_surface (cr, recording, 0, 0);
  cairo_paint (cr);
  cairo_destroy (cr);
  cairo_surface_destroy (recording);
  return surface;
}

/* mean and largest difference of a channel, 0 to 255, over the pixels that one of them touched */
static double
compare (cairo_surface_t *a, cairo_surface_t *b, int *largest)
{
  const guint8 *p = cairo_image_surface_get_data (a), *q = cairo_image_surface_get_data (b);
  gsize n = (gsize)cairo_image_surface_get_stride (a) * HEIGHT;
  double sum = 0;
  guint touched = 0;

  *largest = 0;
  for (gsize i = 0; i < n; i++)
    {
      int difference = ABS (p[i] - q[i]);

      if (i % 4 == 3 || (p[i] == 255 && q[i] == 255))
        continue;
      touched++;
      sum += difference;
      *largest = MAX (*largest, difference);
    }
  g_assert_cmpuint (touched, >, 1000);
  return sum / touched;
}

static void
test_lines (void)
{
  static const double widths[] = { 0.5, 0.8, 1.0, 1.5 };

  for (guint w = 0; w < G_N_ELEMENTS (widths); w++)
    {
      g_autoptr (KithScene) scene = kith_scene_new (100, 75);
      g_autoptr (GRand) rand = g_rand_new_with_seed (5);
      KithPaint line = { .stroke = KITH_INK (KITH_ROLE_INK), .width = widths[w] / 4 };
      cairo_surface_t *quick, *slow;
      double mean;
      int largest;

      for (guint i = 0; i < 60; i++)
        kith_scene_add_line (scene,
                             (KithPoint){ g_rand_double_range (rand, -20, 120),
                                          g_rand_double_range (rand, -20, 95) },
                             (KithPoint){ g_rand_double_range (rand, -20, 120),
                                          g_rand_double_range (rand, -20, 95) },
                             &line);
      quick = paint (scene, 4, 0.3, 0.7);
      slow = paint_slowly (scene, 4, 0.3, 0.7);
      mean = compare (quick, slow, &largest);
      g_test_message ("%.1f px: mean %.2f, largest %d", widths[w], mean, largest);
      g_assert_cmpfloat (mean, <, 8);
      g_assert_cmpint (largest, <, 96);
      cairo_surface_destroy (quick);
      cairo_surface_destroy (slow);
    }
}

/* where marks fall on whole pixels, both ways give the same to the last bit of rounding */
static void
test_signs (void)
{
  g_autoptr (KithScene) scene = kith_scene_new (100, 75);
  cairo_surface_t *quick, *slow;
  int largest;

  for (guint shape = 0; shape < KITH_N_SHAPES; shape++)
    for (guint i = 0; i < 4; i++)
      {
        KithSign sign = { .shape = shape,
                          .r = 2 + i,
                          .fill = KITH_INK (KITH_ROLE_T2),
                          .edge = KITH_INK (KITH_ROLE_T1),
                          .edge_width = 0.3 * (i % 2),
                          .is_dashed = i == 3,
                          .rings = { { 0.6, 0.36 * (i == 2) } },
                          .ground = KITH_ROLE_OTHER,
                          .halo = 0.35 };

        kith_scene_add_sign (scene, &sign, (KithPoint){ 8 + shape * 15, 8 + i * 15 }, 0, NULL);
      }
  quick = paint (scene, 4, 0.5, 0.5);
  slow = paint_slowly (scene, 4, 0.5, 0.5);
  g_assert_cmpfloat (compare (quick, slow, &largest), <, 0.5);
  g_assert_cmpint (largest, <=, 4);
  cairo_surface_destroy (quick);
  cairo_surface_destroy (slow);
}

static guint
count_dark (cairo_surface_t *surface, int x0, int y0, int x1, int y1)
{
  const guint8 *data = cairo_image_surface_get_data (surface);
  int stride = cairo_image_surface_get_stride (surface);
  guint n = 0;

  for (int y = y0; y < y1; y++)
    for (int x = x0; x < x1; x++)
      n += data[y * stride + x * 4] < 200;
  return n;
}

/* a group's clip holds for lines, marks and words alike, also between its marks and after it */
static void
test_clip (void)
{
  g_autoptr (KithScene) scene = kith_scene_new (100, 75);
  const KithBox clip = { 10, 10, 50, 40 };
  KithPaint line = { .stroke = KITH_INK (KITH_ROLE_INK), .width = 0.25 };
  KithSign sign = { .shape = KITH_SHAPE_CIRCLE, .r = 3, .fill = KITH_INK (KITH_ROLE_T1) };
  KithWriting words = {
    { 12, KITH_WEIGHT_BOLD }, KITH_INK (KITH_ROLE_INK), KITH_ANCHOR_START, KITH_ROLE_NOTHING
  };
  cairo_surface_t *surface;

  kith_scene_begin_group (scene, "clipped", NULL, &clip);
  kith_scene_add_line (scene, (KithPoint){ 0, 20 }, (KithPoint){ 100, 20 }, &line);
  kith_scene_add_sign (scene, &sign, (KithPoint){ 50, 30 }, 0, NULL);
  kith_scene_add_text (scene, &words, (KithPoint){ 40, 38 }, "All words that run on");
  kith_scene_end_group (scene);
  kith_scene_add_line (scene, (KithPoint){ 60, 60 }, (KithPoint){ 90, 60 }, &line);
  surface = paint (scene, 4, 0, 0);
  g_assert_cmpuint (count_dark (surface, 40, 40, 200, 160), >, 400);
  g_assert_cmpuint (count_dark (surface, 201, 0, 400, 200), ==, 0);
  g_assert_cmpuint (count_dark (surface, 0, 0, 39, 300), ==, 0);
  g_assert_cmpuint (count_dark (surface, 240, 235, 360, 245), >=, 110);
  cairo_surface_destroy (surface);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/painter/thin lines differ from a stroke by 3 % on average", test_lines);
  g_test_add_func ("/painter/sprites are the signs themselves", test_signs);
  g_test_add_func ("/painter/nothing is drawn outside a clip", test_clip);
  return g_test_run ();
}
