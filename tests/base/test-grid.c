/* test-grid.c: what is near, against a plain search of all places
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kith-grid.h"

#define N 400

static guint
find_plainly (
    const KithPlace *places, KithPlace from, guint except, guint k, double metres, KithNear *near)
{
  gboolean taken[N] = { FALSE };
  guint n = 0;

  while (n < k)
    {
      guint best = N;

      for (guint i = 0; i < N; i++)
        if (i != except && !taken[i] && kith_place_get_metres (from, places[i]) <= metres &&
            (best == N ||
             kith_place_get_metres (from, places[i]) < kith_place_get_metres (from, places[best])))
          best = i;
      if (best == N)
        break;
      taken[best] = TRUE;
      near[n++] = (KithNear){ best, kith_place_get_metres (from, places[best]) };
    }
  return n;
}

/* every third case has many places in one spot; some lie far out; some are not placed */
static void
test_nearest (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);

  for (guint round = 0; round < 60; round++)
    {
      KithPlace places[N];
      double side = round % 3 == 0 ? 8000 : 90000;
      g_autoptr (KithGrid) grid = NULL;

      for (guint i = 0; i < N; i++)
        {
          places[i].x = 400000 + floor (g_rand_double (rand) * side / 500) * 500;
          places[i].y = 150000 + floor (g_rand_double (rand) * side / 500) * 500;
          if (i % 57 == 0)
            places[i] = KITH_PLACE_NONE;
          if (i % 101 == 0)
            places[i] = (KithPlace){ 4e6 * i, -9e5 };
        }
      grid = kith_grid_new (places, N);
      for (guint i = 0; i < N; i++)
        {
          KithNear found[8], expected[8];
          guint n = kith_grid_find_nearest (grid, places[i], i, 8, 10000, found);

          g_assert_cmpuint (n, ==, find_plainly (places, places[i], i, 8, 10000, expected));
          for (guint j = 0; j < n; j++)
            g_assert_cmpuint (found[j].index, ==, expected[j].index);
        }
    }
}

static void
test_bounds (void)
{
  static const KithPlace places[] = { { 0, 0 }, { 10000, 0 }, { 0, 10001 } };
  g_autoptr (KithGrid) grid = kith_grid_new (places, 3);
  g_autoptr (KithGrid) empty = kith_grid_new (NULL, 0);
  KithNear near[3];

  g_assert_cmpuint (kith_grid_find_nearest (grid, places[0], 0, 3, 10000, near), ==, 1);
  g_assert_cmpuint (near[0].index, ==, 1);
  g_assert_cmpuint (kith_grid_find_nearest (grid, KITH_PLACE_NONE, 0, 3, INFINITY, near), ==, 0);
  g_assert_cmpuint (kith_grid_find_nearest (empty, places[0], 0, 3, INFINITY, near), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/grid/finds what a plain search finds", test_nearest);
  g_test_add_func ("/grid/within includes the bound; not placed is near nothing", test_bounds);
  return g_test_run ();
}
