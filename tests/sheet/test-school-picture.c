/* test-school-picture.c: a school and those it works with, as rings and as a network
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "call-roll.h"
#include "check-map.h"
#include "fixed-measure.h"
#include "golden.h"
#include "ledger-plan.h"
#include "random-register.h"

#include <math.h>

#define AS_AT kith_date_new (2022, 4, 30)

/*
 * 100001 is in a trust with 2 and 3; in a hub with 4, met by it two months ago, and 5, whose last
 * contact was three years ago; paired with 6, with 3 as well; 7 is in a Family with 2. 8 has
 * nobody; 9 to 13 are a partnership around it that it is not in.
 */
static KithLedger *
draw_up (void)
{
  static const char *const names[] = {
    "Larkmead Primary School",  "Holm Oak Primary School",     "Brookhurst High School",
    "Bellfield Primary School", "Alder Grove Infant School",   "Chantry Field Primary School",
    "Sheepwash Primary School", "St Aldhelm's Primary School", "North Primary School",
    "East Primary School",      "South Primary School",        "West Primary School",
    "Middle Primary School",
  };
  g_autoptr (LedgerPlan) plan = plan_new ();
  KithArrangement *trust = plan_arrangement (plan, "trust", "Four Rivers Trust");
  KithArrangement *hub = plan_arrangement (plan, "hub", "Larkmead EAL Hub");
  KithArrangement *pairing = plan_arrangement (plan, "pairing", "Keys to Success");
  KithArrangement *second = plan_arrangement (plan, "pairing", "Second pairing");
  KithArrangement *family = plan_arrangement (plan, "family", "Family 7");
  KithArrangement *area = plan_arrangement (plan, "area-partnership", "Moorside partnership");
  KithContact *contact;

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      gboolean is_apart = i >= 7;
      KithSchool *school =
          plan_school (plan, 100001 + i, is_apart ? 480000 + 900 * cos (i) : 410000 + 3000 * i,
                       is_apart ? 180000 + 900 * sin (i) : 110000);

      school->name = names[i];
      school->phase = i == 2 ? "Secondary" : "Primary";
    }
  for (guint i = 1; i <= 3; i++)
    plan_member (plan, trust, 100000 + i);
  plan_member (plan, hub, 100001)->role = "hub";
  plan_member (plan, hub, 100004);
  plan_member (plan, hub, 100005);
  contact = plan_contact (plan, hub, "visit", kith_date_new (2022, 2, 28));
  plan_party (plan, contact, 100001);
  plan_party (plan, contact, 100004);
  contact = plan_contact (plan, hub, "visit", kith_date_new (2019, 3, 30));
  plan_party (plan, contact, 100005);
  plan_member (plan, pairing, 100001);
  plan_member (plan, pairing, 100006);
  plan_member (plan, second, 100001);
  plan_member (plan, second, 100003);
  plan_member (plan, family, 100002);
  plan_member (plan, family, 100007);
  for (guint i = 9; i <= 13; i++)
    plan_member (plan, area, 100000 + i);
  return plan_end (plan);
}

static KithMap *
compose (KithRoll *roll, gint64 urn, KithMapLayout layout, gboolean is_sheet)
{
  KithMapOptions options = { .subject = KITH_MAP_SCHOOL,
                             .layout = layout,
                             .urn = urn,
                             .is_sheet = is_sheet,
                             .width = is_sheet ? 297 : 66,
                             .height = is_sheet ? 210 : 27,
                             .centre = KITH_PLACE_NONE,
                             .seed = 1 };
  g_autoptr (GError) error = NULL;
  KithMap *map = kith_map_new (roll, &options, &fixed_measure, NULL, &error);

  g_assert_no_error (error);
  return map;
}

static char *
dup_standing (KithMap *map)
{
  g_autofree char *table = kith_map_dup_table (map, KITH_MAP_TABLE_CSV);
  g_auto (GStrv) lines = g_strsplit (table, "\n", -1);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 1; lines[i] != NULL && *lines[i] != '\0'; i++)
    {
      g_auto (GStrv) cells = g_strsplit (lines[i], ",", -1);

      g_string_append_printf (text, "%s%s %s", i > 1 ? ", " : "", cells[0] + 3, cells[4]);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
test_rings (void)
{
  g_autoptr (KithLedger) ledger = draw_up ();
  g_autoptr (KithRoll) roll = call_roll (ledger, AS_AT);
  g_autoptr (KithMap) map = compose (roll, 100001, KITH_MAP_RADIAL, TRUE);
  g_autofree char *standing = dup_standing (map);
  g_autofree char *text = kith_scene_dup_text (kith_map_get_scene (map));

  /* who is reached through another stands last; 3 is there once, with the trust */
  g_assert_cmpstr (standing, ==,
                   "001 centre, 002 near, 003 near, 004 near, 005 faded, 006 near, 007 far");
  g_assert_cmpstr (kith_map_get_title (map), ==,
                   "Larkmead Primary School and the schools it works with");
  g_assert_cmpstr (kith_map_get_finding (map), ==, "4 schools in 4 partnerships; 1 link has faded");
  g_assert_nonnull (strstr (text, "“Four Rivers Trust”"));
  g_assert_nonnull (strstr (text, "“last contact 28 Feb 2022”"));
  g_assert_nonnull (strstr (text, "“1 school, elsewhere here”"));
  check_counts (map, 7);
  check_margin (map);
  g_assert_cmpuint (check_names (map, check_sheet_box), >=, 9);
  check_golden ("school-radial.txt", text);
}

static void
test_network (void)
{
  g_autoptr (KithLedger) ledger = draw_up ();
  g_autoptr (KithRoll) roll = call_roll (ledger, AS_AT);
  g_autoptr (KithMap) map = compose (roll, 100001, KITH_MAP_NETWORK, TRUE);
  g_autoptr (KithMap) odd = compose (roll, 100008, KITH_MAP_NETWORK, TRUE);
  g_autoptr (KithMap) ground = compose (roll, 100001, KITH_MAP_GEOGRAPHIC, TRUE);
  g_autofree char *text = kith_scene_dup_text (kith_map_get_scene (map));
  g_autofree char *odd_text = kith_scene_dup_text (kith_map_get_scene (odd));

  check_counts (map, 6);
  check_names (map, check_sheet_box);
  check_margin (map);
  g_assert_cmpstr (kith_map_get_finding (odd), ==, "No school works with it at present");
  g_assert_nonnull (strstr (odd_text, "“Moorside partnership”"));
  check_counts (odd, 6);
  check_names (odd, check_sheet_box);
  check_counts (ground, 0);
  check_names (ground, check_sheet_box);
  check_golden ("school-network.txt", text);
}

/* on the ground, who has no co-ordinates has no mark and no line: nothing begins at the corner of
 * the paper */
static void
test_unplaced (void)
{
  g_autoptr (LedgerPlan) plan = plan_new ();
  KithArrangement *pairing = plan_arrangement (plan, "pairing", "Keys to Success");
  g_autoptr (KithLedger) ledger = NULL;
  g_autoptr (KithRoll) roll = NULL;

  for (guint i = 1; i <= 4; i++)
    {
      plan_school (plan, 100000 + i, i == 2 ? NAN : 410000 + 1000 * i, i == 2 ? NAN : 110000);
      plan_member (plan, pairing, 100000 + i);
    }
  ledger = plan_end (plan);
  roll = call_roll (ledger, AS_AT);
  for (guint urn = 100001; urn <= 100002; urn++)
    {
      g_autoptr (KithMap) map = compose (roll, urn, KITH_MAP_GEOGRAPHIC, TRUE);
      guint n_marks, n_steps, n_lines = 0;
      const KithMark *marks = kith_scene_get_marks (kith_map_get_scene (map), &n_marks);
      const KithStep *steps = kith_scene_get_steps (kith_map_get_scene (map), &n_steps);
      gboolean is_tie = FALSE;

      for (guint i = 0; i < n_marks; i++)
        {
          if (marks[i].type == KITH_MARK_BEGIN)
            is_tie = strcmp (marks[i].group.id, "ties") == 0;
          for (guint k = 0; is_tie && marks[i].type == KITH_MARK_PATH && k < marks[i].path.n_steps;
               k++)
            {
              g_assert_cmpfloat (steps[marks[i].path.first + k].points[0].x, >, 20);
              n_lines++;
            }
        }
      /* of the three tied to 100001 one has no place; 100002 has none itself */
      g_assert_true ((n_lines > 0) == (urn == 100001));
      check_counts (map, 3);
    }
}

static void
test_any (void)
{
  guint n_outlines = 0;

  for (guint seed = 1; seed <= 25; seed++)
    {
      g_autoptr (KithLedger) ledger = random_register_new (seed, AS_AT);
      g_autoptr (KithRoll) roll = call_roll (ledger, AS_AT);
      guint n_rows;
      const KithRollRow *rows = kith_roll_get_rows (roll, &n_rows);
      KithNetwork *network = kith_roll_get_network (roll);

      for (guint i = 0; i < n_rows; i++)
        {
          guint n;
          gint64 urn = kith_network_get_schools (network, &n)[rows[i].school].record->urn;
          g_autoptr (KithMap) rings = compose (roll, urn, KITH_MAP_RADIAL, TRUE);
          g_autoptr (KithMap) picture = compose (roll, urn, KITH_MAP_NETWORK, TRUE);
          g_autoptr (KithMap) small = compose (roll, urn, KITH_MAP_NETWORK, FALSE);
          g_autofree char *standing = dup_standing (rings);
          g_auto (GStrv) near = g_strsplit (standing, " near", -1);

          check_counts (rings, 0);
          check_names (rings, check_sheet_box);
          check_margin (rings);
          check_counts (picture, 0);
          check_names (picture, check_sheet_box);
          check_names (small, (KithBox){ 0, 0, 66, 27 });
          /* as many near as the roll counts links */
          g_assert_cmpuint (g_strv_length (near) - 1, ==, rows[i].n_links);
          n_outlines += check_outlines (picture, network);
          check_outlines (small, network);
        }
    }
  g_assert_cmpuint (n_outlines, >, 50);
}

static void
test_refusals (void)
{
  g_autoptr (KithLedger) ledger = draw_up ();
  g_autoptr (KithLedger) empty = kith_ledger_new_empty ();
  g_autoptr (KithRoll) roll = call_roll (ledger, AS_AT);
  g_autoptr (KithRoll) nobody = call_roll (empty, AS_AT);
  KithMapOptions options = { .subject = KITH_MAP_SCHOOL,
                             .urn = 100099,
                             .width = 100,
                             .height = 100,
                             .centre = KITH_PLACE_NONE };
  g_autoptr (GError) error = NULL;

  g_assert_null (kith_map_new (roll, &options, &fixed_measure, NULL, &error));
  g_assert_error (error, KITH_MAP_ERROR, KITH_MAP_ERROR_SCHOOL);
  g_clear_error (&error);
  options.subject = KITH_MAP_SYSTEM;
  options.layout = KITH_MAP_NETWORK;
  g_assert_null (kith_map_new (nobody, &options, &fixed_measure, NULL, &error));
  g_assert_error (error, KITH_MAP_ERROR, KITH_MAP_ERROR_PLACES);
  g_clear_error (&error);
  options.layout = KITH_MAP_RADIAL;
  g_assert_null (kith_map_new (roll, &options, &fixed_measure, NULL, &error));
  g_assert_error (error, KITH_MAP_ERROR, KITH_MAP_ERROR_LAYOUT);
}

int
main (int argc, char **argv)
{
  begin_goldens (argc, argv);
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/school picture/rings: near, faded, and one introduction away", test_rings);
  g_test_add_func ("/school picture/a network, and what a school is not in", test_network);
  g_test_add_func ("/school picture/nothing overlaps, all is counted, outlines hold members only",
                   test_any);
  g_test_add_func ("/school picture/no line goes to who has no place", test_unplaced);
  g_test_add_func ("/school picture/what cannot be drawn is said", test_refusals);
  return g_test_run ();
}
