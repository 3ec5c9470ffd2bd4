/* test-box.c: what touches, what crosses, what is near
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kith-box.h"

#include <math.h>

static void
test_boxes (void)
{
  const KithBox box = { 10, 10, 20, 14 };

  g_assert_true (kith_box_touches (box, (KithBox){ 19, 13, 25, 25 }));
  g_assert_false (kith_box_touches (box, (KithBox){ 20, 10, 25, 14 }));
  g_assert_true (kith_box_holds (box, (KithBox){ 10, 11, 20, 12 }));
  g_assert_false (kith_box_holds (box, (KithBox){ 9, 11, 20, 12 }));
  g_assert_cmpfloat (kith_box_get_distance (box, (KithPoint){ 15, 12 }), ==, 0);
  g_assert_cmpfloat (kith_box_get_distance (box, (KithPoint){ 23, 18 }), ==, 5);
}

static void
test_lines (void)
{
  const KithBox box = { 0, 0, 10, 10 };

  g_assert_cmpfloat (kith_box_get_length_inside (box, (KithPoint){ -5, 5 }, (KithPoint){ 5, 5 }),
                     ==, 5);
  g_assert_cmpfloat (kith_box_get_length_inside (box, (KithPoint){ 3, 1 }, (KithPoint){ 3, 4 }), ==,
                     3);
  g_assert_cmpfloat (kith_box_get_length_inside (box, (KithPoint){ -5, 12 }, (KithPoint){ 15, 12 }),
                     ==, -1);
  g_assert_cmpfloat (kith_box_get_length_inside (box, (KithPoint){ -4, 0 }, (KithPoint){ 0, -4 }),
                     ==, -1);
  g_assert_true (kith_lines_cross ((KithPoint){ 0, 0 }, (KithPoint){ 4, 4 }, (KithPoint){ 0, 4 },
                                   (KithPoint){ 4, 0 }));
  g_assert_false (kith_lines_cross ((KithPoint){ 0, 0 }, (KithPoint){ 4, 4 }, (KithPoint){ 4, 4 },
                                    (KithPoint){ 8, 0 }));
  g_assert_cmpfloat (
      kith_line_get_distance ((KithPoint){ 0, 0 }, (KithPoint){ 10, 0 }, (KithPoint){ 4, 3 }), ==,
      3);
  g_assert_cmpfloat (
      kith_line_get_distance ((KithPoint){ 0, 0 }, (KithPoint){ 10, 0 }, (KithPoint){ 13, 4 }), ==,
      5);
  g_assert_cmpfloat (
      kith_line_get_distance ((KithPoint){ 1, 1 }, (KithPoint){ 1, 1 }, (KithPoint){ 4, 5 }), ==,
      5);
}

/* against looking at every box; some lie outside the bounds, some were taken out again */
static void
test_index (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (3);
  g_autoptr (KithBoxIndex) index = kith_box_index_new ((KithBox){ 0, 0, 100, 80 }, 7);
  KithBox boxes[300];

  for (guint i = 0; i < G_N_ELEMENTS (boxes); i++)
    {
      double x = g_rand_double_range (rand, -20, 115), y = g_rand_double_range (rand, -20, 95);

      boxes[i] =
          (KithBox){ x, y, x + g_rand_double_range (rand, 0, 25), y + g_rand_double (rand) * 4 };
      kith_box_index_add (index, boxes[i], i);
    }
  for (guint i = 0; i < G_N_ELEMENTS (boxes); i += 3)
    kith_box_index_remove (index, boxes[i], i);
  for (guint q = 0; q < G_N_ELEMENTS (boxes); q++)
    {
      guint n_found, n_touching = 0, n_expected = 0;
      const guint *found = kith_box_index_find (index, boxes[q], &n_found);

      for (guint f = 0; f < n_found; f++)
        {
          g_assert_cmpuint (found[f] % 3, !=, 0);
          n_touching += kith_box_touches (boxes[q], boxes[found[f]]);
        }
      for (guint i = 0; i < G_N_ELEMENTS (boxes); i++)
        n_expected += i % 3 != 0 && kith_box_touches (boxes[q], boxes[i]);
      g_assert_cmpuint (n_touching, ==, n_expected);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/box/an edge in common is no touch; distance is to the nearest corner",
                   test_boxes);
  g_test_add_func ("/box/lines are cut, cross and lie as worked by hand", test_lines);
  g_test_add_func ("/box/the index finds what looking at every box finds", test_index);
  return g_test_run ();
}
