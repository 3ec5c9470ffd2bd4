/* test-every-map.c: every hub, Family and authority of the sample region, in every view, at A4 and
 * in a small window
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "check-scene.h"
#include "fixed-measure.h"
#include "read-region.h"

#include "kith-edit.h"
#include "kith-family-standing.h"
#include "kith-pango-measure.h"

#include <string.h>

#define AS_AT kith_date_new (2026, 9, 2)

/* What is left for a map of a window of 1366 × 768. */
#define WINDOW_WIDTH (766 / KITH_MAP_SCREEN_PX)
#define WINDOW_HEIGHT (640 / KITH_MAP_SCREEN_PX)

static KithRoll *
call (KithLedger *ledger)
{
  g_autoptr (KithNetwork) network = kith_network_new (ledger, AS_AT, NULL, NULL);

  return kith_roll_new (network, NULL, NULL);
}

/* Families of the primary schools, kept; the region as it is where too few can be compared. */
static KithLedger *
keep_families (KithLedger *ledger)
{
  const KithFamilySearch search = { 1, 1, 300 };
  g_autoptr (KithNetwork) network = kith_network_new (ledger, AS_AT, NULL, NULL);
  g_autoptr (KithFamilies) families = NULL;
  g_autoptr (KithEdit) edit = NULL;
  KithFamilyTerms terms;

  kith_family_terms_init (&terms, KITH_PHASE_PRIMARY, KITH_PRESET_EEF_LIKE);
  terms.least_authorities = 1;
  terms.is_mixed = FALSE;
  families = kith_families_build (kith_family_pool_new (network, &terms), &search, NULL, NULL);
  if (families == NULL || !kith_families_is_found (families))
    return kith_ledger_ref (ledger);
  edit = kith_families_keep (families, 0);
  return kith_changeset_apply (edit->changes, kith_ledger_get_head (ledger) + 1);
}

/* the region as the register of one of its authorities */
static KithLedger *
make_home (KithLedger *ledger, gint64 code)
{
  g_autoptr (KithChangeset) changes = kith_changeset_new (ledger);
  g_autofree char *text = g_strdup_printf ("%" G_GINT64_FORMAT, code);
  KithSetting setting = { 0 };

  setting.id = kith_changeset_take_key (changes, KITH_TABLE_SETTING);
  setting.key = "home";
  setting.value = kith_changeset_keep_text (changes, text, -1);
  kith_changeset_put (changes, KITH_TABLE_SETTING, &setting);
  return kith_changeset_apply (changes, kith_ledger_get_head (ledger) + 1);
}

/* both sizes and all four views; a view that the subject has not is refused with a sentence */
static void
check_views (KithRoll *roll,
             KithMapOptions options,
             const KithMeasure *measure,
             SceneReport *report)
{
  for (guint view = 0; view < 2 * KITH_N_MAP_LAYOUTS; view++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (KithMap) map = NULL;
      SceneReport before = *report;

      options.is_sheet = view % 2 == 0;
      options.width = options.is_sheet ? KITH_MAP_SHEET_WIDTH : WINDOW_WIDTH;
      options.height = options.is_sheet ? KITH_MAP_SHEET_HEIGHT : WINDOW_HEIGHT;
      options.layout = view / 2;
      map = kith_map_new (roll, &options, measure, NULL, &error);
      if (map == NULL)
        {
          g_assert_error (error, KITH_MAP_ERROR, KITH_MAP_ERROR_LAYOUT);
          continue;
        }
      check_scene (map, &options, measure, report);
      if (report_is_clean (&before) && !report_is_clean (report))
        g_test_message ("the first that is wrong: %s, view %u", kith_map_get_title (map), view);
    }
}

static void
check_region (guint n_schools, const KithMeasure *measure)
{
  g_autoptr (KithLedger) region = read_region (1, n_schools);
  g_autoptr (KithLedger) ledger = keep_families (region);
  g_autoptr (KithRoll) roll = call (ledger);
  KithMapOptions options = { .subject = KITH_MAP_SYSTEM, .centre = KITH_PLACE_NONE, .seed = 1 };
  SceneReport reports[4] = { { 0 } };
  static const char *const names[] = { "hubs", "Families", "authorities", "the whole" };
  guint n;
  gsize n_authorities;
  const KithNetworkArrangement *arrangements =
      kith_network_get_arrangements (kith_roll_get_network (roll), &n);
  const KithAuthority *authorities =
      kith_ledger_get_rows (ledger, KITH_TABLE_AUTHORITY, &n_authorities);

  check_views (roll, options, measure, &reports[3]);
  for (gsize a = 0; a < n_authorities; a++)
    {
      g_autoptr (KithLedger) own = make_home (ledger, authorities[a].code);
      g_autoptr (KithRoll) own_roll = call (own);

      kith_roll_get_rows (own_roll, &n);
      if (n > 0)
        check_views (own_roll, options, measure, &reports[2]);
    }
  kith_network_get_arrangements (kith_roll_get_network (roll), &n);
  options.subject = KITH_MAP_ARRANGEMENT;
  for (guint g = 0; g < n; g++)
    if (arrangements[g].record != NULL &&
        (arrangements[g].kind == KITH_KIND_HUB || arrangements[g].kind == KITH_KIND_FAMILY))
      {
        options.arrangement_id = arrangements[g].record->id;
        check_views (roll, options, measure, &reports[arrangements[g].kind == KITH_KIND_FAMILY]);
      }
  for (guint r = 0; r < G_N_ELEMENTS (reports); r++)
    {
      g_autofree char *text = report_dup_text (&reports[r]);

      g_test_message ("%s: %s", names[r], text);
      g_assert_cmpuint (reports[r].n_maps, >, 0);
      g_assert_cmpuint (reports[r].n_words, >, 0);
      g_assert_true (report_is_clean (&reports[r]));
    }
}

static void
test_small (void)
{
  check_region (160, &fixed_measure);
}

static double
measure_wide (gpointer data, const KithType *type, const char *text)
{
  return 1.6 * measure_fixed (data, type, text);
}

/* Read with letters that are wider than those that were placed, the same maps are found to be
   wrong: the check can fail. */
static void
test_check (void)
{
  static const KithMeasure wide = { measure_wide, NULL };
  g_autoptr (KithLedger) ledger = read_region (1, 160);
  g_autoptr (KithRoll) roll = call (ledger);
  KithMapOptions options = { .subject = KITH_MAP_SYSTEM,
                             .is_sheet = TRUE,
                             .width = KITH_MAP_SHEET_WIDTH,
                             .height = KITH_MAP_SHEET_HEIGHT,
                             .centre = KITH_PLACE_NONE,
                             .seed = 1,
                             .layout = KITH_MAP_NETWORK };
  g_autoptr (KithMap) map = kith_map_new (roll, &options, &fixed_measure, NULL, NULL);
  SceneReport report = { 0 };

  check_scene (map, &options, &wide, &report);
  g_assert_cmpuint (report.n_over_words, >, 0);
  g_assert_cmpuint (report.n_over_marks, >, 0);
}

/* with the letters of this machine */
static void
test_whole (void)
{
  KithMeasure *measure;

  if (!g_test_slow ())
    {
      g_test_skip ("only where there is time");
      return;
    }
  measure = kith_pango_measure_new ();
  check_region (1000, measure);
  kith_pango_measure_free (measure);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/every-map/nothing overlaps, is cut or miscounted", test_small);
  g_test_add_func ("/every-map/what is wrong is found", test_check);
  g_test_add_func ("/every-map/nor in a region of a thousand schools", test_whole);
  return g_test_run ();
}
