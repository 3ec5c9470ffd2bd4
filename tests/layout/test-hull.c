/* test-hull.c: the rounded outline around points
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kith-hull.h"

#include <math.h>

static double
get_area (const GArray *outline)
{
  const KithPoint *p = (const KithPoint *)outline->data;
  double sum = 0;

  for (guint i = 0; i < outline->len; i++)
    {
      KithPoint a = p[i], b = p[(i + 1) % outline->len];

      sum += a.x * b.y - b.x * a.y;
    }
  return sum / 2;
}

/* a square of 10 with points inside, on its edges and twice: its four corners remain, clockwise;
 * 2 mm out it has 100 + 4 · 10 · 2 + π · 4 mm² */
static void
test_square (void)
{
  const KithPoint points[] = { { 5, 5 },  { 0, 0 },   { 10, 0 }, { 10, 10 }, { 0, 10 },
                               { 10, 5 }, { 10, 10 }, { 3, 0 },  { 7, 6 } };
  g_autoptr (GArray) hull = kith_hull_new (points, G_N_ELEMENTS (points));
  g_autoptr (GArray) outline = kith_hull_grow (hull, 2);
  KithPoint nearest;

  g_assert_cmpuint (hull->len, ==, 4);
  g_assert_cmpfloat_with_epsilon (get_area (hull), 100, 1e-9);
  g_assert_cmpfloat_with_epsilon (get_area (outline), 180 + 4 * G_PI, 0.1);
  g_assert_true (kith_outline_holds (outline, (KithPoint){ -1.9, 5 }));
  g_assert_false (kith_outline_holds (outline, (KithPoint){ -2.1, 5 }));
  /* round corners: 1.5 mm out along both axes is 2.12 mm from the corner */
  g_assert_false (kith_outline_holds (outline, (KithPoint){ -1.5, -1.5 }));
  g_assert_true (kith_outline_holds (outline, (KithPoint){ -1.4, -1.4 }));
  g_assert_cmpfloat_with_epsilon (
      kith_outline_get_distance (outline, (KithPoint){ 5, -5 }, &nearest), 3, 1e-9);
  g_assert_cmpfloat_with_epsilon (nearest.x, 5, 1e-9);
  g_assert_cmpfloat_with_epsilon (nearest.y, -2, 1e-9);
}

/* one place is a circle, a line a capsule: π · 9, and 5 · 6 more */
static void
test_few (void)
{
  const KithPoint points[] = { { 3, 4 }, { 3, 4 }, { 0, 0 }, { 1.5, 2 } };
  g_autoptr (GArray) place = kith_hull_new (points, 2);
  g_autoptr (GArray) line = kith_hull_new (points, 4);
  g_autoptr (GArray) circle = kith_hull_grow (place, 3);
  g_autoptr (GArray) capsule = kith_hull_grow (line, 3);

  g_assert_cmpuint (place->len, ==, 1);
  g_assert_cmpuint (line->len, ==, 2);
  g_assert_cmpfloat_with_epsilon (get_area (circle), 9 * G_PI, 0.2);
  g_assert_cmpfloat_with_epsilon (get_area (capsule), 9 * G_PI + 30, 0.2);
}

/* of any points: all lie in the hull, its corners are some of them, and it turns one way */
static void
test_any (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (3);

  for (guint round = 0; round < 200; round++)
    {
      KithPoint points[40];
      guint n = (guint)g_rand_int_range (rand, 3, 40);
      g_autoptr (GArray) hull = NULL, outline = NULL;

      /* coarse: many lie on one line */
      for (guint i = 0; i < n; i++)
        points[i] = (KithPoint){ g_rand_int_range (rand, 0, 9), g_rand_int_range (rand, 0, 9) };
      hull = kith_hull_new (points, n);
      outline = kith_hull_grow (hull, 1.5);
      for (guint i = 0; i < n; i++)
        {
          g_assert_true (kith_outline_holds (outline, points[i]));
          /* chords of 10° lie no more than 0.4 % nearer */
          g_assert_cmpfloat (kith_outline_get_distance (outline, points[i], NULL), >=, 1.494);
        }
      for (guint c = 0; hull->len > 2 && c < hull->len; c++)
        {
          KithPoint a = g_array_index (hull, KithPoint, c);
          KithPoint b = g_array_index (hull, KithPoint, (c + 1) % hull->len);
          KithPoint d = g_array_index (hull, KithPoint, (c + 2) % hull->len);

          g_assert_cmpfloat ((b.x - a.x) * (d.y - a.y) - (b.y - a.y) * (d.x - a.x), >, 0);
        }
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/hull/a square keeps its corners and grows round ones", test_square);
  g_test_add_func ("/hull/one place is a circle, a line a capsule", test_few);
  g_test_add_func ("/hull/all points lie inside, and it turns one way", test_any);
  return g_test_run ();
}
