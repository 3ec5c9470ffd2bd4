/* test-scene.c: what a scene holds, and what lies where
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "golden.h"

#include "kith-tie.h"

#include <math.h>

static const KithSign plain = { .shape = KITH_SHAPE_CIRCLE,
                                .r = 1,
                                .fill = { KITH_ROLE_T4, .opacity = 1 } };

static void
test_text (void)
{
  g_autoptr (KithScene) scene = kith_scene_new (100, 60);
  g_autofree char *text = NULL;
  const KithBox clip = { 5, 5, 95, 55 };
  KithSign ask = { .shape = KITH_SHAPE_SQUARE,
                   .r = 1.12,
                   .fill = KITH_INK (KITH_ROLE_LAND),
                   .edge = KITH_INK (KITH_ROLE_TU),
                   .edge_width = 0.42,
                   .is_dashed = TRUE,
                   .ground = KITH_ROLE_LAND,
                   .halo = 0.35 };
  KithSign act = { .shape = KITH_SHAPE_DIAMOND,
                   .r = 1.35,
                   .fill = KITH_INK (KITH_ROLE_T1),
                   .edge = KITH_INK (KITH_ROLE_T1),
                   .rings = { { 0.62, 0.42 }, { 1.25, 0.34 } } };
  KithWriting name = {
    { 7, KITH_WEIGHT_MEDIUM }, KITH_INK (KITH_ROLE_INK), KITH_ANCHOR_END, KITH_ROLE_LAND
  };
  KithPaint band = { .fill = KITH_INK_WASH (KITH_ROLE_HUB),
                     .stroke = KITH_INK_AT (KITH_ROLE_BAND, 0.4),
                     .width = 4.4,
                     .is_inside = TRUE };

  kith_scene_set_title (scene, "A scene", "Everything that a scene can hold");
  kith_scene_begin_group (scene, "map", "The map", &clip);
  kith_scene_add_box (scene, clip, &band);
  kith_scene_add_sign (scene, &ask, (KithPoint){ 20, 20 }, 100001, "Oak High");
  kith_scene_add_sign (scene, &act, (KithPoint){ 30.004, 20 }, 100002, "Elm & Ash");
  kith_scene_add_text (scene, &name, (KithPoint){ 18, 21 }, "Oak High");
  kith_scene_end_group (scene);
  kith_scene_move_to (scene, 1, 1);
  kith_scene_curve_to (scene, (KithPoint){ 2, 1 }, (KithPoint){ 3, 2 }, (KithPoint){ -0.001, 3 });
  kith_scene_end_path (
      scene,
      &(KithPaint){ .stroke = KITH_INK_MIX (KITH_ROLE_T4, 0.42, KITH_ROLE_LAND), .width = 0.2 });
  text = kith_scene_dup_text (scene);
  check_golden ("scene.txt", text);
}

/* all seven kinds, live and faded, straight and bent: looked at as a picture */
static void
test_ties (void)
{
  g_autoptr (KithScene) scene = kith_scene_new (80, 80);
  g_autofree char *text = NULL;

  for (guint tie = 0; tie < KITH_N_TIES; tie++)
    for (guint is_live = 0; is_live < 2; is_live++)
      {
        double y = 5 + tie * 10 + is_live * 4;
        KithTiePath path = { { 5, y }, { 45, y }, 1, 2, tie % 2 == 1 ? 0.07 : 0 };

        kith_scene_add_tie (scene, tie, is_live, &path, KITH_ROLE_LAND);
      }
  text = kith_scene_dup_text (scene);
  check_golden ("ties.txt", text);
}

static void
test_tie_ends (void)
{
  KithTiePath path = { { 10, 10 }, { 40, 50 }, 1.5, 2.5, 0.07 };
  KithPoint curve[4], points[9];

  kith_tie_get_curve (&path, curve);
  g_assert_cmpfloat_with_epsilon (hypot (curve[0].x - 10, curve[0].y - 10), 1.9, 1e-6);
  g_assert_cmpfloat_with_epsilon (hypot (curve[3].x - 40, curve[3].y - 50), 2.9, 1e-6);

  /* 50 mm long: the middle swings out by 3.5, to the left of someone who walks along it */
  path.from_r = path.to_r = -KITH_TIE_GAP;
  kith_tie_get_points (&path, 9, points);
  g_assert_cmpfloat_with_epsilon (points[4].x, 25 + 3.5 * 0.8, 1e-6);
  g_assert_cmpfloat_with_epsilon (points[4].y, 30 - 3.5 * 0.6, 1e-6);
}

static void
test_pick (void)
{
  g_autoptr (KithScene) scene = kith_scene_new (100, 60);
  KithPoint at;
  double r;

  kith_scene_add_sign (scene, &plain, (KithPoint){ 20, 20 }, 1, NULL);
  kith_scene_add_sign (scene, &plain, (KithPoint){ 20.5, 20 }, 2, NULL);
  kith_scene_add_sign (scene, &plain, (KithPoint){ 30, 20 }, 3, NULL);
  kith_scene_add_sign (scene, &plain, (KithPoint){ 30, 20 }, 0, NULL);
  g_assert_cmpint (kith_scene_pick (scene, (KithPoint){ 20, 20 }, 1), ==, 2);
  g_assert_cmpint (kith_scene_pick (scene, (KithPoint){ 19.2, 20 }, 1), ==, 1);
  g_assert_cmpint (kith_scene_pick (scene, (KithPoint){ 30, 20 }, 1), ==, 3);
  g_assert_cmpint (kith_scene_pick (scene, (KithPoint){ 25.4, 20 }, 4.9), ==, 3);
  g_assert_cmpint (kith_scene_pick (scene, (KithPoint){ 25, 40 }, 2), ==, 0);
  g_assert_true (kith_scene_find (scene, 3, &at, &r));
  g_assert_cmpfloat (at.x, ==, 30);
  g_assert_cmpfloat (r, ==, 1);
  g_assert_false (kith_scene_find (scene, 9, &at, &r));
}

static double
get_area (KithShape shape, double r, double offset)
{
  g_autoptr (GArray) steps = g_array_new (FALSE, FALSE, sizeof (KithStep));
  double sum = 0;
  KithPoint first = { 0, 0 }, last = { 0, 0 };

  kith_shape_add_outline (shape, (KithPoint){ 3, 4 }, r, offset, steps);
  for (guint s = 0; s < steps->len; s++)
    {
      const KithStep *step = &g_array_index (steps, KithStep, s);
      KithPoint from = last;
      guint n = step->type == KITH_STEP_CURVE ? 64 : 1;

      if (step->type == KITH_STEP_MOVE)
        first = from = step->points[0];
      for (guint i = 1; i <= n; i++)
        {
          double t = (double)i / n, u = 1 - t;
          KithPoint to = step->type == KITH_STEP_CLOSE ? first : step->points[0];

          if (step->type == KITH_STEP_CURVE)
            {
              to.x = u * u * u * from.x + 3 * u * u * t * step->points[0].x +
                     3 * u * t * t * step->points[1].x + t * t * t * step->points[2].x;
              to.y = u * u * u * from.y + 3 * u * u * t * step->points[0].y +
                     3 * u * t * t * step->points[1].y + t * t * t * step->points[2].y;
            }
          sum += last.x * to.y - to.x * last.y;
          if (step->type == KITH_STEP_MOVE)
            sum = 0;
          last = to;
        }
    }
  return fabs (sum) / 2;
}

/* worked by hand from LOOK's half-widths: π; 4 · 0.89²; (π/2 + 2) · 0.93²; 2 · 1.26²;
 * √3 · 1.4²; 3√3/2 · 1.1²; and an outline 0.1 out has about perimeter · 0.1 more */
static void
test_shapes (void)
{
  static const double areas[KITH_N_SHAPES] = { 3.1416, 3.1684, 3.0884, 3.1752, 3.3948, 3.1437 };

  for (guint shape = 0; shape < KITH_N_SHAPES; shape++)
    {
      double grown = get_area (shape, 1, 0.001) - get_area (shape, 1, 0);

      g_assert_cmpfloat_with_epsilon (get_area (shape, 1, 0), areas[shape], 0.002);
      g_assert_cmpfloat_with_epsilon (grown / 0.001, kith_shape_get_perimeter (shape, 1), 0.02);
    }
}

int
main (int argc, char **argv)
{
  begin_goldens (argc, argv);
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/scene/all that it can hold, in words", test_text);
  g_test_add_func ("/scene/ties in their patterns, live and faded", test_ties);
  g_test_add_func ("/scene/ties stop short of marks, bent ones swing by their part", test_tie_ends);
  g_test_add_func ("/scene/the uppermost under the point, else the nearest, is picked", test_pick);
  g_test_add_func ("/scene/shapes have about equal area, outlines keep their distance",
                   test_shapes);
  return g_test_run ();
}
