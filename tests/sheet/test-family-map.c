/* test-family-map.c: the map of a Family of Schools and its table say the same
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "check-map.h"
#include "fixed-measure.h"
#include "ledger-plan.h"

#include "kith-map.h"

#include <math.h>
#include <string.h>

#define AS_AT kith_date_new (2019, 9, 12)
#define FIRST 100001

/*
 * Four authorities around a middle. Clockwise from the west: Westham (two schools), Northam,
 * Eastham, Southam. Two primary schools and one secondary school are in no Family.
 */
static const struct
{
  const char *name;
  int la, x, y;
  const char *phase;
  double fsm;
  double results[3];
  int cohort;
} schools[] = {
  { "SOUTH GREEN PRIMARY SCHOOL", 4, 450000, 402000, "Primary", 21, { 60, 62, 64 }, 50 },
  { "East Hill Primary School", 3, 498000, 450000, "Primary", 22, { 70, 76, 82 }, 40 },
  { "West Bank Primary School", 1, 402000, 448000, "Primary", 23, { 66, 63, 60 }, 25 },
  { "West Cross Primary School", 1, 402000, 453000, "Primary", 24, { 50, 50, 50 }, 30 },
  { "North End Primary School", 2, 450000, 498000, "Primary", 25, { 31.25, 32.5, 97.75 }, 5 },
  { "Nowhere Primary School", 2, 0, 0, "Primary", 26, { 40, 44, 48 }, 30 },
  { "Outside Primary School", 2, 455000, 470000, "Primary", 80, { 40, 50, 60 }, 30 },
  { "Another Primary School", 3, 480000, 445000, "Primary", 10, { 90, 85, 80 }, 30 },
  { "Secondary School", 3, 481000, 445000, "Secondary", 10, { 0, 0, 0 }, 30 },
};
#define N_MEMBERS 6

static void
add_values (LedgerPlan *plan, guint s)
{
  for (guint y = 0; y < 4; y++)
    {
      KithValue *row = plan_row (plan, KITH_TABLE_MEASURE);

      row->urn = FIRST + s;
      row->name = y < 3 ? "PTRWM_EXP" : "PNUMFSMEVER";
      row->year = y < 3 ? 2016 + y : 2018;
      row->value = y < 3 ? schools[s].results[y] : schools[s].fsm;
      row->cohort = y < 3 ? schools[s].cohort : KITH_INT_NONE;
    }
}

static KithRoll *
draw_up (gint64 *family_id)
{
  static const char *const names[] = { "Westham", "Northam", "Eastham", "Southam" };
  g_autoptr (LedgerPlan) plan = plan_new ();
  KithArrangement *family = plan_arrangement (plan, "family", "Family 7");
  KithArrangement *pairing = plan_arrangement (plan, "pairing", "West and east");
  KithArrangement *trust = plan_arrangement (plan, "trust", "WEST TRUST");
  g_autoptr (KithLedger) ledger = NULL;
  g_autoptr (KithNetwork) network = NULL;

  *family_id = family->id;
  for (guint a = 0; a < G_N_ELEMENTS (names); a++)
    {
      KithAuthority *authority = plan_row (plan, KITH_TABLE_AUTHORITY);

      authority->code = a + 1;
      authority->name = names[a];
    }
  for (guint s = 0; s < G_N_ELEMENTS (schools); s++)
    {
      KithSchool *school = plan_school (plan, FIRST + s, schools[s].x == 0 ? NAN : schools[s].x,
                                        schools[s].x == 0 ? NAN : schools[s].y);

      school->name = schools[s].name;
      school->phase = schools[s].phase;
      school->la = schools[s].la;
      add_values (plan, s);
      if (s < N_MEMBERS)
        plan_member (plan, family, FIRST + s);
    }
  plan_member (plan, trust, FIRST + 2);
  plan_member (plan, trust, FIRST + 3);
  /* with a school that is not in the Family too: no pair of the Family */
  plan_member (plan, pairing, FIRST + 1);
  plan_member (plan, pairing, FIRST + 7);
  ledger = plan_end (plan);
  network = kith_network_new (ledger, AS_AT, NULL, NULL);
  return kith_roll_new (network, NULL, NULL);
}

static KithMap *
compose (KithMapLayout layout, gboolean is_sheet)
{
  gint64 id;
  g_autoptr (KithRoll) roll = draw_up (&id);
  const KithMapOptions options = { .subject = KITH_MAP_ARRANGEMENT,
                                   .arrangement_id = id,
                                   .is_sheet = is_sheet,
                                   .width = is_sheet ? 297 : 200,
                                   .height = is_sheet ? 210 : 140,
                                   .centre = KITH_PLACE_NONE,
                                   .layout = layout,
                                   .seed = 1 };
  g_autoptr (GError) error = NULL;
  KithMap *map = kith_map_new (roll, &options, &fixed_measure, NULL, &error);

  g_assert_no_error (error);
  return map;
}

/* the badge that lies on the mark of a school */
static const char *
find_badge (KithMap *map, gint64 urn)
{
  guint n;
  const KithMark *marks = kith_scene_get_marks (kith_map_get_scene (map), &n);

  for (guint i = 0; i + 2 < n; i++)
    if (marks[i].type == KITH_MARK_SIGN && marks[i].sign.subject == urn &&
        marks[i + 1].type == KITH_MARK_BEGIN && g_str_has_prefix (marks[i + 1].group.id, "badge"))
      {
        g_assert_cmpint (marks[i + 2].type, ==, KITH_MARK_TEXT);
        g_assert_cmpfloat (fabs (marks[i + 2].text.at.x - marks[i].sign.at.x), <, 0.01);
        g_assert_cmpfloat (fabs (marks[i + 2].text.at.y - marks[i].sign.at.y), <, 1.5);
        return marks[i + 2].text.words;
      }
  return NULL;
}

static gboolean
has_entry (KithMap *map, const char *words)
{
  guint n;
  const KithMapEntry *entries = kith_map_get_entries (map, &n);

  for (guint e = 0; e < n; e++)
    if (strcmp (entries[e].words, words) == 0)
      return TRUE;
  return FALSE;
}

static void
test_numbers (void)
{
  /* by hand: 100004 lies a little north of west, 100003 a little south of it, but their authority's
     middle is 500 m north of west; a full turn on comes who is south of west */
  static const struct
  {
    gint64 urn;
    const char *badge;
  } expected[] = {
    { FIRST + 3, "1" }, { FIRST + 2, "2" },  { FIRST + 4, "3" },  { FIRST + 1, "4" },
    { FIRST, "5" },     { FIRST + 5, NULL }, { FIRST + 6, NULL },
  };
  static const KithMapLayout layouts[] = { KITH_MAP_GEOGRAPHIC, KITH_MAP_SCHEMATIC };

  for (guint l = 0; l < G_N_ELEMENTS (layouts); l++)
    for (guint is_sheet = 0; is_sheet < 2; is_sheet++)
      {
        g_autoptr (KithMap) map = compose (layouts[l], is_sheet);
        g_autofree char *csv = kith_map_dup_table (map, KITH_MAP_TABLE_CSV);

        for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
          g_assert_cmpstr (find_badge (map, expected[i].urn), ==, expected[i].badge);
        g_assert_true (has_entry (map, "1  West Cross Primary School"));
        g_assert_true (has_entry (map, "5  South Green Primary School"));
        g_assert_true (has_entry (map, "6  Nowhere Primary School"));
        g_assert_nonnull (strstr (csv, ",5,yes\n"));
        check_counts (map, layouts[l] == KITH_MAP_GEOGRAPHIC ? 7 : 5);
        if (is_sheet)
          {
            check_margin (map);
            check_names (map, check_sheet_box);
            check_marks (map);
          }
      }
}

static void
test_words (void)
{
  g_autoptr (KithMap) map = compose (KITH_MAP_GEOGRAPHIC, TRUE);
  g_autofree char *text = kith_scene_dup_text (kith_map_get_scene (map));

  /* nobody built it, so it is not said to be alike in anything; 100003 and 100004 are 5 km apart */
  g_assert_cmpstr (kith_map_get_finding (map), ==,
                   "6 primary schools in 4 authorities; no two closer than 5.0 km");
  g_assert_true (has_entry (map, "1 pair works together: trust or federation"));
  g_assert_false (has_entry (map, "1 pair works together: pairing"));
  g_assert_nonnull (strstr (text, "“23%”"));
  g_assert_nonnull (strstr (text, "Why these schools"));
  /* of 64, 82, 60, 50 and 48: the lowest is 100006, number 6, who has no place on the map; the
     highest 100002, number 4 */
  g_assert_nonnull (strstr (text, "“low 6: 48%”"));
  g_assert_nonnull (strstr (text, "“high 4: 82%”"));
  /* +6, +18, −9, 0 and +12 in three years: 100002 and 100001 are above the means 60.8 and 5.4 */
  g_assert_nonnull (strstr (text, "means: 4 and 5."));
}

/* in words, not in where something lies */
static gboolean
says (KithMap *map, const char *part)
{
  guint n;
  const KithMark *marks = kith_scene_get_marks (kith_map_get_scene (map), &n);

  for (guint i = 0; i < n; i++)
    if ((marks[i].type == KITH_MARK_TEXT && strstr (marks[i].text.words, part) != NULL) ||
        (marks[i].type == KITH_MARK_SIGN && marks[i].sign.title != NULL &&
         strstr (marks[i].sign.title, part) != NULL))
      return TRUE;
  return FALSE;
}

/* five pupils: compared by it, and told to nobody */
static void
test_suppressed (void)
{
  for (guint l = 0; l <= KITH_MAP_SCHEMATIC; l++)
    {
      g_autoptr (KithMap) map = compose (l, TRUE);

      g_assert_true (says (map, "82%"));
      g_assert_false (says (map, "97.8"));
      g_assert_false (says (map, "97.75"));
      g_assert_false (says (map, "98%"));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/family-map/numbers tie marks and table", test_numbers);
  g_test_add_func ("/family-map/it says what the register says, and no more", test_words);
  g_test_add_func ("/family-map/what is suppressed stands nowhere", test_suppressed);
  return g_test_run ();
}
