/* bench-map.c: composing and painting the map of the whole system, as a window of 1,920 × 1,080
 * asks for it
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kith-map.h"
#include "kith-painter.h"
#include "kith-pango-measure.h"
#include "kith-roll.h"
#include "kith-store.h"
#include "kith-target.h"

#include <cairo.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#define RUNS 5
#define WIDTH_PX 1090
#define HEIGHT_PX 900

static int
compare_doubles (const void *a, const void *b)
{
  double x = *(const double *)a, y = *(const double *)b;

  return x < y ? -1 : x > y;
}

/* what this thread worked: a busy machine does not stretch it */
static double
get_ms (void)
{
  struct timespec worked;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &worked);
  return worked.tv_sec * 1e3 + worked.tv_nsec / 1e6;
}

static void
report (const char *what, double *ms, const char *promise)
{
  qsort (ms, RUNS, sizeof *ms, compare_doubles);
  printf ("%-58s %8.0f ms          %s\n", what, ms[RUNS / 2], promise);
}

static void
measure (KithRoll *roll, const KithMapOptions *options, const char *what)
{
  double composing[RUNS], painting[RUNS], both[RUNS];

  for (guint run = 0; run < RUNS; run++)
    {
      double since = get_ms ();
      KithMeasure *width = kith_pango_measure_new ();
      g_autoptr (GError) error = NULL;
      g_autoptr (KithMap) map = kith_map_new (roll, options, width, NULL, &error);
      cairo_surface_t *surface;
      cairo_t *cr;

      g_assert_no_error (error);
      kith_pango_measure_free (width);
      composing[run] = get_ms () - since;
      surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32,
                                            (int)(options->width * KITH_MAP_SCREEN_PX),
                                            (int)(options->height * KITH_MAP_SCREEN_PX));
      cr = cairo_create (surface);
      cairo_scale (cr, KITH_MAP_SCREEN_PX, KITH_MAP_SCREEN_PX);
      kith_scene_paint (kith_map_get_scene (map), kith_theme_get (KITH_THEME_LIGHT), cr);
      cairo_destroy (cr);
      cairo_surface_destroy (surface);
      both[run] = get_ms () - since;
      painting[run] = both[run] - composing[run];
    }
  printf ("%s\n", what);
  report ("  composed", composing, "");
  report ("  painted", painting, "");
  report ("  both", both, "under 100 ms");
}

/* Which school lies under the pointer, all over the picture: the slowest of a thousand answers,
 * five times. */
static void
measure_hover (KithRoll *roll, const KithMapOptions *options)
{
  KithMeasure *width = kith_pango_measure_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (KithMap) map = kith_map_new (roll, options, width, NULL, &error);
  double slowest[RUNS] = { 0 };
  guint n_found = 0;

  g_assert_no_error (error);
  kith_pango_measure_free (width);
  for (guint run = 0; run < RUNS; run++)
    for (guint i = 0; i < 1000; i++)
      {
        KithPoint at = { options->width * (i % 40) / 40, options->height * (i / 40) / 25 };
        double since = get_ms ();

        n_found += kith_scene_pick (kith_map_get_scene (map), at, 1.2) != 0;
        slowest[run] = MAX (slowest[run], get_ms () - since);
      }
  g_assert_cmpuint (n_found, >, 0);
  qsort (slowest, RUNS, sizeof *slowest, compare_doubles);
  printf ("%-58s %8.2f ms          %s\n", "  which school is under the pointer, at worst",
          slowest[RUNS / 2], "under 5 ms");
}

typedef struct
{
  gint64 urn;
  double metres;
} Near;

static int
compare_near (const void *a, const void *b)
{
  double x = ((const Near *)a)->metres, y = ((const Near *)b)->metres;

  return x < y ? -1 : x > y;
}

/* a hub of the 300 schools nearest to the first that has a place, which leads it */
static KithLedger *
add_hub (KithNetwork *network, gint64 *id)
{
  KithLedger *ledger = kith_network_get_ledger (network);
  g_autoptr (KithChangeset) changes = kith_changeset_new (ledger);
  guint n;
  const KithNetworkSchool *schools = kith_network_get_schools (network, &n);
  g_autofree Near *near = g_new (Near, n);
  KithPlace centre = KITH_PLACE_NONE;
  KithArrangement hub;

  for (guint i = 0; i < n; i++)
    {
      if (!kith_place_is_known (centre))
        centre = schools[i].place;
      near[i] =
          (Near){ schools[i].record->urn, kith_place_is_known (schools[i].place)
                                              ? kith_place_get_metres (centre, schools[i].place)
                                              : INFINITY };
    }
  qsort (near, n, sizeof *near, compare_near);
  kith_row_clear (KITH_TABLE_ARRANGEMENT, &hub);
  hub.id = *id = kith_changeset_take_key (changes, KITH_TABLE_ARRANGEMENT);
  hub.kind = "hub";
  hub.name = "A hub of three hundred schools";
  hub.lead_urn = near[0].urn;
  kith_changeset_put (changes, KITH_TABLE_ARRANGEMENT, &hub);
  for (guint i = 0; i < MIN (300, n); i++)
    {
      KithMembership member;

      kith_row_clear (KITH_TABLE_MEMBERSHIP, &member);
      member.id = kith_changeset_take_key (changes, KITH_TABLE_MEMBERSHIP);
      member.arrangement_id = hub.id;
      member.urn = near[i].urn;
      kith_changeset_put (changes, KITH_TABLE_MEMBERSHIP, &member);
    }
  return kith_changeset_apply (changes, kith_ledger_get_head (ledger) + 1);
}

/* from the roll to the bytes of a PDF */
static void
measure_pdf (KithNetwork *network)
{
  KithMapOptions options = { .subject = KITH_MAP_ARRANGEMENT,
                             .is_sheet = TRUE,
                             .width = KITH_MAP_SHEET_WIDTH,
                             .height = KITH_MAP_SHEET_HEIGHT,
                             .centre = KITH_PLACE_NONE,
                             .seed = 1 };
  KithPrinting printing = { .theme = kith_theme_get (KITH_THEME_PRINT) };
  g_autoptr (KithLedger) ledger = add_hub (network, &options.arrangement_id);
  g_autoptr (KithNetwork) with_hub =
      kith_network_new (ledger, kith_network_get_date (network), NULL, NULL);
  g_autoptr (KithRoll) roll = kith_roll_new (with_hub, NULL, NULL);
  double ms[RUNS];

  for (guint run = 0; run < RUNS; run++)
    {
      double since = get_ms ();
      KithMeasure *width = kith_pango_measure_new ();
      g_autoptr (GError) error = NULL;
      g_autoptr (KithMap) map = kith_map_new (roll, &options, width, NULL, &error);
      g_autoptr (GBytes) bytes = NULL;

      g_assert_no_error (error);
      bytes = kith_scene_render (kith_map_get_scene (map), &printing, KITH_TARGET_PDF, &error);
      g_assert_no_error (error);
      kith_pango_measure_free (width);
      ms[run] = get_ms () - since;
    }
  report ("a hub of 300 schools as PDF", ms, "under 200 ms");
}

int
main (int argc, char **argv)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (argv[argc - 1]);
  g_autoptr (GError) error = NULL;
  g_autoptr (KithStore) store = kith_store_open (file, KITH_STORE_READ, NULL, &error);
  g_autoptr (KithLedger) ledger = NULL;
  g_autoptr (KithNetwork) network = NULL;
  g_autoptr (KithRoll) roll = NULL;
  KithMapOptions options = { .subject = KITH_MAP_SYSTEM,
                             .width = WIDTH_PX / KITH_MAP_SCREEN_PX,
                             .height = HEIGHT_PX / KITH_MAP_SCREEN_PX,
                             .centre = KITH_PLACE_NONE,
                             .seed = 1 };

  g_assert_no_error (error);
  ledger = kith_store_read_ledger (store, NULL, FALSE, NULL, &error);
  g_assert_no_error (error);
  network = kith_network_new (ledger, kith_date_new (2026, 9, 1), NULL, &error);
  g_assert_no_error (error);
  roll = kith_roll_new (network, NULL, &error);
  g_assert_no_error (error);
  measure (roll, &options, "the map of the whole system, as a window shows it");
  measure_hover (roll, &options);
  measure_pdf (network);
  return 0;
}
