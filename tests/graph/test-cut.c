/* test-cut.c: what falls apart where one point is taken away
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kith-cut.h"

#include <string.h>

#define N_POINTS 14

/* Sizes of the pieces of the component of point away, itself taken away: by walking */
static void
measure_by_walking (
    guint away, const guint8 *counts, const KithLine *lines, guint n_lines, KithParting *parting)
{
  guint piece[N_POINTS];
  guint sizes[N_POINTS] = { 0 };
  gboolean is_near[N_POINTS] = { FALSE };

  for (guint p = 0; p < N_POINTS; p++)
    piece[p] = p;
  for (guint pass = 0; pass < N_POINTS; pass++)
    for (guint l = 0; l < n_lines; l++)
      if (lines[l].a != away && lines[l].b != away)
        piece[lines[l].a] = piece[lines[l].b] = MIN (piece[lines[l].a], piece[lines[l].b]);
  for (guint p = 0; p < N_POINTS; p++)
    if (p != away)
      sizes[piece[p]] += counts[p];
  for (guint l = 0; l < n_lines; l++)
    {
      if (lines[l].a == away && lines[l].b != away)
        is_near[piece[lines[l].b]] = TRUE;
      if (lines[l].b == away && lines[l].a != away)
        is_near[piece[lines[l].a]] = TRUE;
    }
  *parting = (KithParting){ 0 };
  for (guint p = 0; p < N_POINTS; p++)
    if (is_near[p] && sizes[p] > 0)
      {
        parting->n_pieces++;
        parting->largest = MAX (parting->largest, sizes[p]);
        parting->n_parted += sizes[p];
      }
  parting->n_parted -= parting->largest;
}

static void
test_random (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (5);
  guint n_cut = 0;

  for (guint trial = 0; trial < 2000; trial++)
    {
      KithLine lines[24];
      guint8 counts[N_POINTS];
      guint n_lines = (guint)g_rand_int_range (rand, 0, 24);
      g_autofree KithParting *partings = NULL;

      for (guint l = 0; l < n_lines; l++)
        lines[l] = (KithLine){ (guint)g_rand_int_range (rand, 0, N_POINTS),
                               (guint)g_rand_int_range (rand, 0, N_POINTS) };
      for (guint p = 0; p < N_POINTS; p++)
        counts[p] = g_rand_int_range (rand, 0, 4) > 0;
      partings = kith_cut_measure (N_POINTS, counts, lines, n_lines, NULL, NULL);
      for (guint p = 0; p < N_POINTS; p++)
        {
          KithParting expected;

          measure_by_walking (p, counts, lines, n_lines, &expected);
          if (expected.n_pieces < 2)
            {
              g_assert_cmpuint (partings[p].n_parted, ==, 0);
              continue;
            }
          n_cut++;
          g_assert_cmpuint (partings[p].n_pieces, ==, expected.n_pieces);
          g_assert_cmpuint (partings[p].n_parted, ==, expected.n_parted);
          g_assert_cmpuint (partings[p].largest, ==, expected.largest);
        }
    }
  g_assert_cmpuint (n_cut, >, 1000);
}

static void
test_nothing (void)
{
  g_autofree KithParting *partings = kith_cut_measure (0, NULL, NULL, 0, NULL, NULL);
  g_autoptr (KithJob) job = kith_job_new (NULL);
  g_autoptr (GError) error = NULL;

  g_assert_nonnull (partings);
  kith_job_cancel (job);
  g_assert_null (kith_cut_measure (0, NULL, NULL, 0, job, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/cut/as walking finds it, in 2,000 random networks", test_random);
  g_test_add_func ("/cut/of nothing, and cancelled", test_nothing);
  return g_test_run ();
}
