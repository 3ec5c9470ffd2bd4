/* test-sector.c: a round, shared out
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kith-sector.h"

#include <math.h>

/* shares of 6 + 1.5, 1 + 1.5 and 0 + 1.5 of 11.5, of what three gaps leave */
static void
test_shares (void)
{
  KithSector sectors[] = { { 6 }, { 1 }, { 0 } };
  double left = 2 * G_PI - 0.3;

  kith_sectors_share (sectors, 3, 0.1);
  g_assert_cmpfloat_with_epsilon (sectors[0].to - sectors[0].from, left * 7.5 / 11.5, 1e-12);
  g_assert_cmpfloat_with_epsilon (sectors[1].to - sectors[1].from, left * 2.5 / 11.5, 1e-12);
  g_assert_cmpfloat_with_epsilon (sectors[2].to - sectors[2].from, left * 1.5 / 11.5, 1e-12);
  /* the first lies around the top, the others follow, and the last gap closes the round */
  g_assert_cmpfloat_with_epsilon (sectors[0].from, -sectors[0].to, 1e-12);
  g_assert_cmpfloat_with_epsilon (sectors[1].from - sectors[0].to, 0.1, 1e-12);
  g_assert_cmpfloat_with_epsilon (sectors[2].to + 0.1, sectors[0].from + 2 * G_PI, 1e-12);
  /* six in equal shares: the first a twelfth of the way in */
  g_assert_cmpfloat_with_epsilon (kith_sector_get_angle (&sectors[0], 0),
                                  sectors[0].from + left * 7.5 / 11.5 / 12, 1e-12);
  g_assert_cmpfloat_with_epsilon (kith_sector_get_angle (&sectors[1], 0),
                                  (sectors[1].from + sectors[1].to) / 2, 1e-12);
}

/* one alone has the whole round, without a gap */
static void
test_one (void)
{
  KithSector sector = { 4 };
  KithPoint top = kith_sector_find_point (0, 3, 2), right = kith_sector_find_point (G_PI / 2, 3, 2);

  kith_sectors_share (&sector, 1, 0.1);
  g_assert_cmpfloat_with_epsilon (sector.from, -G_PI, 1e-12);
  g_assert_cmpfloat_with_epsilon (sector.to, G_PI, 1e-12);
  g_assert_cmpfloat_with_epsilon (kith_sector_get_angle (&sector, 2), G_PI / 4, 1e-12);
  g_assert_cmpfloat_with_epsilon (top.x, 0, 1e-12);
  g_assert_cmpfloat_with_epsilon (top.y, -2, 1e-12);
  g_assert_cmpfloat_with_epsilon (right.x, 3, 1e-12);
  g_assert_cmpfloat_with_epsilon (right.y, 0, 1e-12);
  kith_sectors_share (NULL, 0, 0.1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/sector/the more members, the wider", test_shares);
  g_test_add_func ("/sector/one alone has the whole round", test_one);
  return g_test_run ();
}
