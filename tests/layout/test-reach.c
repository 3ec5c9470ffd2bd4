/* test-reach.c: the soft shape around lines
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kith-reach.h"

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
  return fabs (sum) / 2;
}

/* a line of 30 mm, 4 mm out: 30 · 8 + π · 16 */
static void
test_one (void)
{
  const KithReachLine line[] = { { { 10, 10 }, { 34, 28 }, 0 } };
  g_autoptr (GPtrArray) outlines = kith_reach_new_outlines (line, 1, 4, 6);

  g_assert_cmpuint (outlines->len, ==, 1);
  g_assert_cmpfloat_with_epsilon (get_area (outlines->pdata[0]), 30 * 8 + G_PI * 16, 1.5);
  for (guint i = 0; i < ((GArray *)outlines->pdata[0])->len; i++)
    g_assert_cmpfloat_with_epsilon (
        kith_line_get_distance (line[0].a, line[0].b,
                                g_array_index ((GArray *)outlines->pdata[0], KithPoint, i)),
        4, 0.06);
}

/* spokes from one point: never nearer than the distance, never further than it and a quarter of
 * the softness; far apart they are two shapes; a ring of lines has a hole */
static void
test_many (void)
{
  const KithReachLine spokes[] = { { { 50, 50 }, { 90, 50 }, 0 },
                                   { { 50, 50 }, { 80, 75 }, 1 },
                                   { { 50, 50 }, { 20, 20 }, 2 } };
  const KithReachLine apart[] = { { { 10, 10 }, { 20, 10 }, 0 }, { { 60, 60 }, { 70, 60 }, 1 } };
  const KithReachLine ring[] = { { { 0, 0 }, { 40, 0 }, 0 },
                                 { { 40, 0 }, { 40, 40 }, 1 },
                                 { { 40, 40 }, { 0, 40 }, 2 },
                                 { { 0, 40 }, { 0, 0 }, 3 } };
  /* pieces of one line do not swell where they meet */
  const KithReachLine pieces[] = { { { 10, 10 }, { 20, 10 }, 5 }, { { 20, 10 }, { 40, 10 }, 5 } };
  g_autoptr (GPtrArray) bar = kith_reach_new_outlines (pieces, 2, 4, 8);
  g_autoptr (GPtrArray) star = kith_reach_new_outlines (spokes, 3, 4.2, 7);
  g_autoptr (GPtrArray) two = kith_reach_new_outlines (apart, 2, 4, 6);
  g_autoptr (GPtrArray) hole = kith_reach_new_outlines (ring, 4, 3, 4);
  g_autoptr (GPtrArray) none = kith_reach_new_outlines (NULL, 0, 3, 4);
  const GArray *outline = star->pdata[0];

  g_assert_cmpuint (star->len, ==, 1);
  for (guint i = 0; i < outline->len; i++)
    {
      double far = INFINITY;

      for (guint k = 0; k < 3; k++)
        far = MIN (far, kith_line_get_distance (spokes[k].a, spokes[k].b,
                                                g_array_index (outline, KithPoint, i)));
      g_assert_cmpfloat (far, >=, 4.1);
      g_assert_cmpfloat (far, <=, 4.2 + 7.0 / 4 + 0.1);
    }
  g_assert_cmpuint (bar->len, ==, 1);
  g_assert_cmpfloat_with_epsilon (get_area (bar->pdata[0]), 30 * 8 + G_PI * 16, 1.5);
  g_assert_cmpuint (two->len, ==, 2);
  g_assert_cmpuint (hole->len, ==, 2);
  g_assert_cmpuint (none->len, ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/reach/around one line it is a rounded bar", test_one);
  g_test_add_func ("/reach/around several it stays within its bounds", test_many);
  return g_test_run ();
}
