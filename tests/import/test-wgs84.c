/* test-wgs84.c: latitude and longitude onto British National Grid
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kith-wgs84.h"

/* Worked by a Python program of its own: Ordnance Survey's series for the projection (checked
 * against their worked example, Caister water tower) and the seven parameters solved as linear
 * equations. */
static const struct
{
  const char *claim;
  double latitude, longitude;
  KithPlace place;
} cases[] = {
  { "the City of London", 51.513664, -0.07746, { 533503.79, 181167.23 } },
  { "Bolton", 53.5845, -2.47952, { 368352.16, 409875.03 } },
  { "Land's End", 50.1, -5.5, { 149802.18, 28080.32 } },
  { "on the central meridian", 55.9, -2.0, { 400098.44, 667431.08 } },
  { "the east coast", 52.6, 1.7, { 650655.97, 306675.48 } },
};

static void
test_place (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  KithPlace place = kith_place_from_wgs84 (cases[i].latitude, cases[i].longitude);

  g_assert_cmpfloat_with_epsilon (place.x, cases[i].place.x, 0.02);
  g_assert_cmpfloat_with_epsilon (place.y, cases[i].place.y, 0.02);
}

static void
test_elsewhere (void)
{
  g_assert_false (kith_place_is_known (kith_place_from_wgs84 (-53.58, -2.48)));
  g_assert_false (kith_place_is_known (kith_place_from_wgs84 (-2.48, 53.58)));
  g_assert_false (kith_place_is_known (kith_place_from_wgs84 (0, 0)));
  g_assert_false (kith_place_is_known (kith_place_from_wgs84 (NAN, 0)));
  g_assert_false (kith_place_is_known (kith_place_from_wgs84 (53.58, INFINITY)));
  g_assert_false (kith_place_is_in_britain (KITH_PLACE_NONE));
  g_assert_false (kith_place_is_in_britain ((KithPlace){ -1, 5 }));
}

static gpointer
project_in_thread (gpointer data)
{
  for (guint i = 0; i < 1000; i++)
    g_assert_cmpfloat_with_epsilon (kith_place_from_wgs84 (53.5845, -2.47952).x, 368352.16, 0.02);
  return NULL;
}

static void
test_threads (void)
{
  GThread *threads[4];

  for (guint t = 0; t < 4; t++)
    threads[t] = g_thread_new ("project", project_in_thread, NULL);
  for (guint t = 0; t < 4; t++)
    g_thread_join (threads[t]);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/wgs84/%s, to two centimetres", cases[i].claim);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_place);
    }
  g_test_add_func ("/wgs84/what is not in Great Britain has no place on its grid", test_elsewhere);
  g_test_add_func ("/wgs84/threads do not share a projection", test_threads);
  return g_test_run ();
}
