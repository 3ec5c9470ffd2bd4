/* test-map-change.c: marks on their way from one map to the next
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kith-map-change.h"

#include <math.h>

static KithScene *
draw (const gint64 *urns, const KithPoint *at, guint n, double r)
{
  KithScene *scene = kith_scene_new (100, 100);
  KithSign sign = { .shape = KITH_SHAPE_CIRCLE, .r = r };

  for (guint i = 0; i < n; i++)
    kith_scene_add_sign (scene, &sign, at[i], urns[i], NULL);
  return scene;
}

/* where a mark is seen, in pixels, and its size; NAN where it is not */
static void
find (const KithMapChange *change, double progress, gint64 urn, KithPoint *at, double *r)
{
  g_autoptr (KithScene) scene = kith_map_change_make_scene (change, progress);
  KithMapFrame frame = kith_map_change_get_frame (change);

  *r = NAN;
  if (!kith_scene_find (scene, urn, at, r))
    return;
  *at = kith_map_frame_find_view (&frame, *at);
  *r *= frame.px;
}

/*
 * School 1 stands at 10, 10 mm with 2 pixels a mm, then at 50, 20 with 4 and 100 to the left: from
 * pixel 20, 20 to 100, 80. Its mark of 1 mm grows from 2 pixels to one of 1.5 mm: 6. School 2 is
 * only in the first map, 3 only in the second.
 */
static void
test_way (void)
{
  static const struct
  {
    double progress, x, y, r;
  } steps[] = { { 0, 20, 20, 2 }, { 0.25, 40, 35, 3 }, { 0.5, 60, 50, 4 }, { 1, 100, 80, 6 } };
  g_autoptr (KithScene) from =
      draw ((gint64[]){ 1, 2 }, (KithPoint[]){ { 10, 10 }, { 30, 10 } }, 2, 1);
  g_autoptr (KithScene) to =
      draw ((gint64[]){ 3, 1 }, (KithPoint[]){ { 40, 40 }, { 50, 20 } }, 2, 1.5);
  const KithMapFrame frames[] = { { { 0, 0 }, 2, 300, 300 }, { { -100, 0 }, 4, 300, 300 } };
  g_autoptr (KithMapChange) change = kith_map_change_new (from, &frames[0], to, &frames[1]);
  KithPoint at;
  double r;

  g_assert_nonnull (change);
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      find (change, steps[i].progress, 1, &at, &r);
      g_assert_cmpfloat_with_epsilon (at.x, steps[i].x, 1e-6);
      g_assert_cmpfloat_with_epsilon (at.y, steps[i].y, 1e-6);
      g_assert_cmpfloat_with_epsilon (r, steps[i].r, 1e-6);
    }
  find (change, 0.5, 2, &at, &r);
  g_assert_cmpfloat_with_epsilon (at.x, 60, 1e-6);
  g_assert_cmpfloat_with_epsilon (r, 1, 1e-6);
  find (change, 1, 2, &at, &r);
  g_assert_true (isnan (r));
  find (change, 0, 3, &at, &r);
  g_assert_true (isnan (r));
  find (change, 0.5, 3, &at, &r);
  g_assert_cmpfloat_with_epsilon (at.x, 60, 1e-6);
  g_assert_cmpfloat_with_epsilon (at.y, 160, 1e-6);
  g_assert_cmpfloat_with_epsilon (r, 3, 1e-6);
}

/* England is there at once */
static void
test_many (void)
{
  g_autofree gint64 *urns = g_new (gint64, 25000);
  g_autofree KithPoint *at = g_new0 (KithPoint, 25000);
  g_autoptr (KithScene) scene = NULL;
  const KithMapFrame frame = { { 0, 0 }, 1, 100, 100 };

  for (guint i = 0; i < 25000; i++)
    urns[i] = 100001 + i;
  scene = draw (urns, at, 25000, 1);
  g_assert_null (kith_map_change_new (scene, &frame, scene, &frame));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/map-change/a mark goes straight from one place to the other", test_way);
  g_test_add_func ("/map-change/very many marks do not go", test_many);
  return g_test_run ();
}
