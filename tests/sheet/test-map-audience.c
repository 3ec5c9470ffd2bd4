/* test-map-audience.c: what an audience is not told is not in the file
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "call-roll.h"
#include "fixed-measure.h"
#include "ledger-plan.h"
#include "random-register.h"

#include "kith-map.h"
#include "kith-target.h"

#include <string.h>

#define AS_AT kith_date_new (2022, 4, 30)

/* all that leaves: the scene, the file that is made of it, the table in its three forms */
static char *
dup_all (KithMap *map)
{
  const KithPrinting printing = { .theme = kith_theme_find ("print"), .dated = AS_AT };
  g_autoptr (GBytes) svg =
      kith_scene_render (kith_map_get_scene (map), &printing, KITH_TARGET_SVG, NULL);
  g_autofree char *file = g_strndup (g_bytes_get_data (svg, NULL), g_bytes_get_size (svg));
  g_autofree char *text = kith_scene_dup_text (kith_map_get_scene (map));
  g_autofree char *plain = kith_map_dup_table (map, KITH_MAP_TABLE_TEXT);
  g_autofree char *csv = kith_map_dup_table (map, KITH_MAP_TABLE_CSV);
  g_autofree char *json = kith_map_dup_table (map, KITH_MAP_TABLE_JSON);
  g_autoptr (GString) all = g_string_new (NULL);
  guint n;
  const KithMapEntry *entries = kith_map_get_entries (map, &n);

  for (guint e = 0; e < n; e++)
    g_string_append_printf (all, "%s\n", entries[e].words);
  g_string_append_printf (all, "%s\n%s\n%s\n%s\n%s\n%s\n%s\n", text, file, plain, csv, json,
                          kith_map_get_title (map), kith_map_get_note (map));
  return g_string_free (g_steal_pointer (&all), FALSE);
}

/* every map that a register has, in every view; those that are refused have a sentence */
static void
visit_maps (KithRoll *roll,
            KithMapOptions options,
            void (*visit) (KithMap *map, KithRoll *roll, guint *n),
            guint *n_refused,
            guint *n_visited)
{
  guint n, n_schools;
  const KithNetworkArrangement *arrangements =
      kith_network_get_arrangements (kith_roll_get_network (roll), &n);
  const KithNetworkSchool *schools =
      kith_network_get_schools (kith_roll_get_network (roll), &n_schools);

  options.is_sheet = TRUE;
  options.width = KITH_MAP_SHEET_WIDTH;
  options.height = KITH_MAP_SHEET_HEIGHT;
  options.centre = KITH_PLACE_NONE;
  options.seed = 1;
  for (guint what = 0; what < 1 + n + MIN (n_schools, 4); what++)
    for (guint layout = 0; layout < KITH_N_MAP_LAYOUTS; layout++)
      {
        g_autoptr (GError) error = NULL;
        g_autoptr (KithMap) map = NULL;

        options.layout = layout;
        options.subject = what == 0   ? KITH_MAP_SYSTEM
                          : what <= n ? KITH_MAP_ARRANGEMENT
                                      : KITH_MAP_SCHOOL;
        if (options.subject == KITH_MAP_ARRANGEMENT)
          {
            if (arrangements[what - 1].record == NULL)
              continue;
            options.arrangement_id = arrangements[what - 1].record->id;
          }
        else if (options.subject == KITH_MAP_SCHOOL)
          options.urn = schools[what - 1 - n].record->urn;
        map = kith_map_new (roll, &options, &fixed_measure, NULL, &error);
        if (map == NULL)
          {
            g_assert_true (error->domain == KITH_MAP_ERROR);
            *n_refused += error->code == KITH_MAP_ERROR_AUDIENCE;
            continue;
          }
        visit (map, roll, n_visited);
      }
}

static void
find_no_names (KithMap *map, KithRoll *roll, guint *n)
{
  g_autofree char *all = dup_all (map);
  guint n_schools;
  const KithNetworkSchool *schools =
      kith_network_get_schools (kith_roll_get_network (roll), &n_schools);

  for (guint i = 0; i < n_schools; i++)
    {
      g_autofree char *urn = g_strdup_printf ("%" G_GINT64_FORMAT, schools[i].record->urn);
      g_autofree char *name = g_strdup_printf ("%s", schools[i].record->name);

      g_assert_null (strstr (all, name));
      g_assert_null (strstr (all, urn));
    }
  ++*n;
}

static void
test_names (void)
{
  for (guint names = KITH_MAP_NAMES_INITIALS; names < KITH_N_MAP_NAMES_SHOWN; names++)
    {
      KithMapOptions options = { .names = names };
      guint n_refused = 0, n = 0;

      for (guint seed = 1; seed <= 3; seed++)
        {
          g_autoptr (KithLedger) ledger = random_register_new (seed, AS_AT);
          g_autoptr (KithRoll) roll = call_roll (ledger, AS_AT);

          visit_maps (roll, options, find_no_names, &n_refused, &n);
        }
      g_assert_cmpuint (n, >, 20);
      g_assert_cmpuint (n_refused, ==, 0);
    }
}

static void
find_no_tiers (KithMap *map, KithRoll *roll, guint *n)
{
  static const char *const told[] = { ": Act now", ": Look in", ": Watch", ": Ask",     ",act-now,",
                                      ",look-in,", ",watch,",   ",ask,",   ",in-touch," };
  g_autofree char *all = dup_all (map);

  for (guint i = 0; i < G_N_ELEMENTS (told); i++)
    g_assert_null (strstr (all, told[i]));
  g_assert_nonnull (strstr (kith_map_get_note (map), "Made for: public."));
  ++*n;
}

/* The public is told who is in what, and nothing of how a school stands or who supports whom. */
static void
test_public (void)
{
  KithMapOptions options = { .audience = KITH_AUDIENCE_PUBLIC };
  guint n_refused = 0, n = 0;

  for (guint seed = 1; seed <= 3; seed++)
    {
      g_autoptr (KithLedger) ledger = random_register_new (seed, AS_AT);
      g_autoptr (KithRoll) roll = call_roll (ledger, AS_AT);

      visit_maps (roll, options, find_no_tiers, &n_refused, &n);
    }
  g_assert_cmpuint (n, >, 20);
  /* the networks, and the pairings */
  g_assert_cmpuint (n_refused, >, 3);
}

/* a hub that is named after somebody, and a title and note of one's own */
static void
test_words (void)
{
  g_autoptr (LedgerPlan) plan = plan_new ();
  KithArrangement *hub = plan_arrangement (plan, "hub", "ADA MARSH HUB");
  KithPerson *person = plan_row (plan, KITH_TABLE_PERSON);
  KithMapOptions options = { .subject = KITH_MAP_ARRANGEMENT,
                             .arrangement_id = hub->id,
                             .is_sheet = TRUE,
                             .width = KITH_MAP_SHEET_WIDTH,
                             .height = KITH_MAP_SHEET_HEIGHT,
                             .centre = KITH_PLACE_NONE };
  g_autoptr (KithLedger) ledger = NULL;
  g_autoptr (KithRoll) roll = NULL;
  static const struct
  {
    KithAudience audience;
    gboolean is_named;
  } cases[] = { { KITH_AUDIENCE_OFFICERS, TRUE }, { KITH_AUDIENCE_PUBLIC, FALSE } };

  person->name = "Ada Marsh";
  for (guint s = 0; s < 3; s++)
    {
      plan_school (plan, 100001 + s, 400000 + 3000 * s, 300000)->name = "Oak Primary School";
      plan_member (plan, hub, 100001 + s);
    }
  ledger = plan_end (plan);
  roll = call_roll (ledger, AS_AT);
  for (guint c = 0; c < G_N_ELEMENTS (cases); c++)
    {
      g_autoptr (KithMap) map = NULL;
      g_autoptr (KithMap) own = NULL;
      g_autofree char *all = NULL, *lower = NULL;

      options.audience = cases[c].audience;
      options.title = options.note = NULL;
      map = kith_map_new (roll, &options, &fixed_measure, NULL, NULL);
      all = dup_all (map);
      lower = g_utf8_strdown (all, -1);
      g_assert_true ((strstr (lower, "ada marsh") != NULL) == cases[c].is_named);
      options.title = "For the board";
      options.note = "Drawn up in May.";
      own = kith_map_new (roll, &options, &fixed_measure, NULL, NULL);
      g_assert_cmpstr (kith_map_get_title (own), ==, "For the board");
      g_assert_true (g_str_has_prefix (kith_map_get_note (own), "Drawn up in May. Live: "));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/map-audience/without names no school can be known", test_names);
  g_test_add_func ("/map-audience/the public is not told how a school stands", test_public);
  g_test_add_func ("/map-audience/people are not named, and words of one’s own stand", test_words);
  return g_test_run ();
}
