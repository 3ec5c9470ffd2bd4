/* test-network-picture.c: who works with whom
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "call-roll.h"
#include "check-map.h"
#include "fixed-measure.h"
#include "kith-map-pins.h"
#include "ledger-plan.h"
#include "random-register.h"

#include <math.h>

#define AS_AT kith_date_new (2022, 4, 30)

static KithMap *
compose (KithRoll *roll, KithMapSubject subject, gint64 id, double width, double height)
{
  KithMapOptions options = { .subject = subject,
                             .arrangement_id = id,
                             .layout = KITH_MAP_NETWORK,
                             .is_sheet = width > 290,
                             .width = width,
                             .height = height,
                             .centre = KITH_PLACE_NONE,
                             .seed = 1 };
  g_autoptr (GError) error = NULL;
  KithMap *map = kith_map_new (roll, &options, &fixed_measure, NULL, &error);

  g_assert_no_error (error);
  return map;
}

/*
 * A trust of 1 to 4, of which 4 is nowhere on the ground; a pair of 5 and 6; 7, whose only
 * partnership faded; 8, of whom nobody asked.
 */
static KithLedger *
draw_up (void)
{
  g_autoptr (LedgerPlan) plan = plan_new ();
  KithArrangement *trust = plan_arrangement (plan, "trust", "Four Rivers Trust");
  KithArrangement *pairing = plan_arrangement (plan, "pairing", "Keys to Success");
  KithArrangement *faded = plan_arrangement (plan, "pairing", "An old pairing");
  KithContact *contact;

  for (guint i = 1; i <= 8; i++)
    plan_school (plan, 100000 + i, i == 4 ? NAN : 410000 + 3000 * i, i == 4 ? NAN : 110000);
  for (guint i = 1; i <= 4; i++)
    plan_member (plan, trust, 100000 + i);
  plan_member (plan, pairing, 100005);
  plan_member (plan, pairing, 100006);
  plan_member (plan, faded, 100007);
  plan_member (plan, faded, 100001);
  contact = plan_contact (plan, faded, "visit", kith_date_new (2018, 3, 30));
  plan_party (plan, contact, 100007);
  plan_party (plan, contact, 100001);
  return plan_end (plan);
}

static void
test_system (void)
{
  g_autoptr (KithLedger) ledger = draw_up ();
  g_autoptr (KithRoll) roll = call_roll (ledger, AS_AT);
  g_autoptr (KithMap) map = compose (roll, KITH_MAP_SYSTEM, 0, 297, 210);
  g_autofree char *text = kith_scene_dup_text (kith_map_get_scene (map));
  KithPoint at[9], shelf[2];
  double r;

  g_assert_cmpstr (kith_map_get_title (map), ==, "Who works with whom");
  g_assert_cmpstr (kith_map_get_finding (map), ==,
                   "6 schools in 2 partnerships, 1 with no live link, 1 that nobody has asked");
  check_counts (map, 8);
  check_names (map, check_sheet_box);
  check_margin (map);
  g_assert_cmpuint (check_outlines (map, kith_roll_get_network (roll)), ==, 1);
  g_assert_nonnull (strstr (text, "“Four Rivers Trust”"));
  g_assert_nonnull (strstr (text, "“No live link”"));
  g_assert_nonnull (strstr (text, "“Not asked”"));
  /* no scale bar: places mean no distance */
  g_assert_null (strstr (text, " km”"));
  for (guint i = 1; i <= 8; i++)
    g_assert_true (kith_scene_find (kith_map_get_scene (map), 100000 + i, &at[i], &r));
  /* the shelf lies below all others, each row on its own line */
  shelf[0] = at[7];
  shelf[1] = at[8];
  for (guint i = 1; i <= 6; i++)
    g_assert_cmpfloat (at[i].y, <, shelf[0].y);
  g_assert_cmpfloat (shelf[1].y, >, shelf[0].y + 4);
  /* the pair is nearer to each other than to anybody else */
  for (guint i = 1; i <= 4; i++)
    g_assert_cmpfloat (hypot (at[5].x - at[6].x, at[5].y - at[6].y), <,
                       hypot (at[5].x - at[i].x, at[5].y - at[i].y));
}

static void
check_all (KithMap *map, KithNetwork *network, KithBox edge)
{
  check_counts (map, 0);
  check_names (map, edge);
  check_marks (map);
  check_outlines (map, network);
}

/* of an arrangement that somebody leads; of another there is none, and that is said */
static guint
check_rings (KithRoll *roll, gint64 id)
{
  KithMapOptions options = { .subject = KITH_MAP_ARRANGEMENT,
                             .arrangement_id = id,
                             .layout = KITH_MAP_RADIAL,
                             .is_sheet = TRUE,
                             .width = 297,
                             .height = 210,
                             .centre = KITH_PLACE_NONE,
                             .seed = 1 };
  g_autoptr (GError) error = NULL;
  g_autoptr (KithMap) map = kith_map_new (roll, &options, &fixed_measure, NULL, &error);

  if (map == NULL)
    {
      g_assert_error (error, KITH_MAP_ERROR, KITH_MAP_ERROR_LAYOUT);
      return 0;
    }
  check_counts (map, 0);
  check_names (map, check_sheet_box);
  check_margin (map);
  return 1;
}

/* of an arrangement of which any school is placed */
static void
check_schematic (KithRoll *roll, gint64 id)
{
  KithMapOptions options = { .subject = KITH_MAP_ARRANGEMENT,
                             .arrangement_id = id,
                             .layout = KITH_MAP_SCHEMATIC,
                             .is_sheet = TRUE,
                             .width = 297,
                             .height = 210,
                             .centre = KITH_PLACE_NONE,
                             .seed = 1 };
  g_autoptr (GError) error = NULL;
  g_autoptr (KithMap) map = kith_map_new (roll, &options, &fixed_measure, NULL, &error);

  if (map == NULL)
    {
      g_assert_error (error, KITH_MAP_ERROR, KITH_MAP_ERROR_PLACES);
      return;
    }
  check_counts (map, 0);
  check_names (map, check_sheet_box);
  check_marks (map);
  check_margin (map);
}

/* of every register and every arrangement, on a sheet and in a window of 1366 × 768 */
static void
test_any (void)
{
  guint n_outlines = 0, n_rings = 0;

  for (guint seed = 1; seed <= 25; seed++)
    {
      g_autoptr (KithLedger) ledger = random_register_new (seed, AS_AT);
      g_autoptr (KithRoll) roll = call_roll (ledger, AS_AT);
      KithNetwork *network = kith_roll_get_network (roll);
      g_autoptr (KithMap) sheet = NULL;
      g_autoptr (KithMap) view = NULL;
      guint n, n_rows;
      const KithNetworkArrangement *arrangements = kith_network_get_arrangements (network, &n);

      kith_roll_get_rows (roll, &n_rows);
      if (n_rows == 0)
        continue;
      sheet = compose (roll, KITH_MAP_SYSTEM, 0, 297, 210);
      view = compose (roll, KITH_MAP_SYSTEM, 0, 101, 114);
      check_all (sheet, network, check_sheet_box);
      check_margin (sheet);
      check_all (view, network, (KithBox){ 0, 0, 101, 114 });
      n_outlines += check_outlines (sheet, network);
      for (guint a = 0; a < n; a++)
        {
          g_autoptr (KithMap) one = NULL;

          if (arrangements[a].record == NULL || arrangements[a].n_schools == 0)
            continue;
          one = compose (roll, KITH_MAP_ARRANGEMENT, arrangements[a].record->id, 297, 210);
          check_all (one, network, check_sheet_box);
          check_margin (one);
          n_rings += check_rings (roll, arrangements[a].record->id);
          check_schematic (roll, arrangements[a].record->id);
        }
    }
  g_assert_cmpuint (n_outlines, >, 25);
  g_assert_cmpuint (n_rings, >, 5);
}

/*
 * Five schools, three of them within 200 m of each other, in a line from west to east, and one to
 * the north. Apart, west is west and north is north, and nobody lies over anybody.
 */
static void
test_schematic (void)
{
  static const int xs[] = { 400000, 410000, 410100, 410200, 430000, 405000 };
  g_autoptr (LedgerPlan) plan = plan_new ();
  g_autoptr (KithLedger) ledger = NULL;
  g_autoptr (KithRoll) roll = NULL;
  g_autoptr (KithMap) map = NULL;
  KithMapOptions options = { .layout = KITH_MAP_SCHEMATIC,
                             .is_sheet = TRUE,
                             .width = 297,
                             .height = 210,
                             .centre = KITH_PLACE_NONE,
                             .seed = 1 };
  KithPoint at[6];
  double r;

  for (guint i = 0; i < G_N_ELEMENTS (xs); i++)
    plan_school (plan, 100001 + i, xs[i], i == 5 ? 112000 : 100000);
  plan_school (plan, 100009, NAN, NAN);
  ledger = plan_end (plan);
  roll = call_roll (ledger, AS_AT);
  map = kith_map_new (roll, &options, &fixed_measure, NULL, NULL);
  check_counts (map, 6);
  check_marks (map);
  check_names (map, check_sheet_box);
  g_assert_nonnull (strstr (kith_map_get_note (map), "1 school not placed"));
  g_assert_nonnull (strstr (kith_map_get_note (map), "moved apart"));
  for (guint i = 0; i < 6; i++)
    g_assert_true (kith_scene_find (kith_map_get_scene (map), 100001 + i, &at[i], &r));
  for (guint i = 0; i < 5; i++)
    g_assert_true (at[5].y < at[i].y);
  for (guint i = 1; i <= 3; i++)
    g_assert_true (at[0].x < at[i].x && at[i].x < at[4].x);
  /* 100 m apart on the ground, a gap apart on the picture */
  g_assert_cmpfloat (hypot (at[2].x - at[1].x, at[2].y - at[1].y), >, 5);
}

/* what the register keeps of a network stays when a partnership comes in */
static void
check_kept (guint seed, guint *n_checked)
{
  g_autoptr (KithLedger) ledger = random_register_new (seed, AS_AT);
  g_autoptr (KithRoll) roll = call_roll (ledger, AS_AT);
  g_autoptr (KithMap) first = NULL;
  g_autoptr (KithChangeset) positions = NULL;
  g_autoptr (KithLedger) kept = NULL;
  g_autoptr (KithLedger) later = NULL;
  g_autoptr (KithRoll) later_roll = NULL;
  g_autoptr (KithMap) second = NULL;
  g_autoptr (KithChangeset) more = NULL;
  g_autoptr (KithChangeset) changes = NULL;
  KithArrangement pairing;
  guint n, n_rows, n_stayed = 0, n_tied = 0;
  const KithRollRow *rows = kith_roll_get_rows (roll, &n_rows);
  const KithNetworkSchool *schools = kith_network_get_schools (kith_roll_get_network (roll), &n);

  for (guint i = 0; i < n_rows; i++)
    n_tied += rows[i].n_links > 0;
  if (n_tied < 4 || n_rows - n_tied < 2)
    return;
  first = compose (roll, KITH_MAP_SYSTEM, 0, 297, 210);
  positions = kith_map_make_positions (first, ledger);
  if (positions == NULL || kith_changeset_get_size (positions) < n_tied)
    return;
  ++*n_checked;
  kept = kith_changeset_apply (positions, 0);
  g_assert_null (kith_map_make_positions (first, kept));
  /* two that were tied to nobody are paired */
  changes = kith_changeset_new (kept);
  kith_row_clear (KITH_TABLE_ARRANGEMENT, &pairing);
  pairing.kind = "pairing";
  pairing.name = "A new pairing";
  pairing.id = kith_changeset_take_key (changes, KITH_TABLE_ARRANGEMENT);
  kith_changeset_put (changes, KITH_TABLE_ARRANGEMENT, &pairing);
  for (guint i = 0, done = 0; i < n_rows && done < 2; i++)
    if (rows[i].n_links == 0)
      {
        KithMembership member;

        kith_row_clear (KITH_TABLE_MEMBERSHIP, &member);
        member.id = kith_changeset_take_key (changes, KITH_TABLE_MEMBERSHIP);
        member.arrangement_id = pairing.id;
        member.urn = schools[rows[i].school].record->urn;
        member.role = "member";
        member.joined = AS_AT - 10;
        kith_changeset_put (changes, KITH_TABLE_MEMBERSHIP, &member);
        done++;
      }
  later = kith_changeset_apply (changes, 1);
  later_roll = call_roll (later, AS_AT);
  second = compose (later_roll, KITH_MAP_SYSTEM, 0, 297, 210);
  for (guint i = 0; i < n_rows; i++)
    {
      gint64 urn = schools[rows[i].school].record->urn;
      KithPoint was, is;
      double r;

      if (rows[i].n_links == 0)
        continue;
      g_assert_true (kith_scene_find (kith_map_get_scene (first), urn, &was, &r));
      g_assert_true (kith_scene_find (kith_map_get_scene (second), urn, &is, &r));
      n_stayed += kith_place_get_metres (kith_map_find_place (first, was),
                                         kith_map_find_place (second, is)) < 1e-6;
    }
  g_assert_cmpuint (n_stayed, ==, n_tied);
  /* and the two are new to the register */
  more = kith_map_make_positions (second, later);
  g_assert_nonnull (more);
  g_assert_cmpuint (kith_changeset_get_size (more), ==, 2);
  check_marks (second);
  check_names (second, check_sheet_box);
}

static void
test_kept (void)
{
  guint n_checked = 0;

  for (guint seed = 1; seed <= 150; seed++)
    check_kept (seed, &n_checked);
  g_assert_cmpuint (n_checked, >, 8);
}

/* the place of a school in the picture, for a register that keeps it so */
static KithPlace
find_in (KithMap *map, gint64 urn)
{
  KithPoint at;
  double r;

  g_assert_true (kith_scene_find (kith_map_get_scene (map), urn, &at, &r));
  return kith_map_find_place (map, at);
}

static KithLedger *
pin (KithLedger *ledger, KithMapPin what)
{
  g_autoptr (KithChangeset) changes = kith_changeset_new (ledger);

  kith_map_pin_put (&what, changes);
  return kith_changeset_apply (changes, 0);
}

static KithMap *
compose_layout (KithRoll *roll, KithMapLayout layout, KithLedger *positions, double width)
{
  KithMapOptions options = { .layout = layout,
                             .width = width,
                             .height = 140,
                             .centre = KITH_PLACE_NONE,
                             .positions = positions,
                             .seed = 1 };

  return kith_map_new (roll, &options, &fixed_measure, NULL, NULL);
}

/* One of the schools of a random register is put 20 mm to the right; it stays there in the same
 * picture and when another is made of the same register; what was pinned is taken out again, and
 * all is as it was. */
static void
check_pinned (KithMapLayout layout, guint seed, guint *n_checked)
{
  g_autoptr (KithLedger) ledger = random_register_new (seed, AS_AT);
  g_autoptr (KithRoll) roll = call_roll (ledger, AS_AT);
  g_autoptr (KithMap) first = compose_layout (roll, layout, NULL, 200);
  g_autoptr (KithChangeset) positions = NULL;
  g_autoptr (KithLedger) kept = NULL, moved = NULL, undone = NULL;
  g_autoptr (KithMap) second = NULL, third = NULL;
  g_autoptr (GArray) pinned = NULL;
  guint n_rows;
  const KithRollRow *rows = kith_roll_get_rows (roll, &n_rows);
  guint n;
  const KithNetworkSchool *schools = kith_network_get_schools (kith_roll_get_network (roll), &n);
  KithMapPin before, after;
  KithPoint at;
  gint64 urn = 0;
  double r;

  for (guint i = 0; i < n_rows && urn == 0 && first != NULL; i++)
    if (kith_map_can_pin (first, schools[rows[i].school].record->urn))
      urn = schools[rows[i].school].record->urn;
  if (urn == 0)
    return;
  ++*n_checked;
  positions = kith_map_make_positions (first, ledger);
  g_assert_true (layout == KITH_MAP_NETWORK ? positions != NULL : positions == NULL);
  kept = positions != NULL ? kith_changeset_apply (positions, 0) : kith_ledger_ref (ledger);
  g_assert_true (kith_scene_find (kith_map_get_scene (first), urn, &at, &r));
  after = kith_map_make_pin (first, urn, (KithPoint){ at.x + 20, at.y });
  before = kith_map_pin_find (kept, after.view, urn);
  g_assert_cmpint (before.is_kept, ==, layout == KITH_MAP_NETWORK);
  g_assert_false (before.is_pinned);
  moved = pin (kept, after);
  second = compose_layout (roll, layout, moved, 200);
  g_assert_true (kith_map_is_pinned (second, urn));
  pinned = kith_map_list_pinned (second);
  g_assert_cmpuint (pinned->len, ==, 1);
  g_assert_cmpfloat_with_epsilon (find_in (second, urn).x,
                                  find_in (first, urn).x + 20 * kith_map_get_metres_per_mm (first),
                                  1e-6);
  g_assert_cmpfloat_with_epsilon (find_in (second, urn).y, find_in (first, urn).y, 1e-6);
  check_marks (second);
  undone = pin (moved, before);
  third = compose_layout (roll, layout, undone, 200);
  g_assert_false (kith_map_is_pinned (third, urn));
  for (guint i = 0; i < n_rows; i++)
    if (kith_map_can_pin (first, schools[rows[i].school].record->urn))
      {
        KithPlace was = find_in (first, schools[rows[i].school].record->urn);
        KithPlace is = find_in (third, schools[rows[i].school].record->urn);

        g_assert_cmpfloat (kith_place_get_metres (was, is), <, 1e-6);
      }
}

static void
test_pinned (void)
{
  guint n_network = 0, n_schematic = 0;

  for (guint seed = 1; seed <= 40; seed++)
    {
      check_pinned (KITH_MAP_NETWORK, seed, &n_network);
      check_pinned (KITH_MAP_SCHEMATIC, seed, &n_schematic);
    }
  g_assert_cmpuint (n_network, >, 10);
  g_assert_cmpuint (n_schematic, >, 10);
}

/* On a schematic map of another size a pinned school stands where it stood on the ground: half way
 * between the two in the corners, to which it does not belong. */
static void
test_pinned_size (void)
{
  g_autoptr (LedgerPlan) plan = plan_new ();
  g_autoptr (KithLedger) ledger = NULL;
  g_autoptr (KithLedger) moved = NULL;
  g_autoptr (KithRoll) roll = NULL;
  g_autoptr (KithMap) first = NULL;

  plan_school (plan, 100001, 400000, 100000);
  plan_school (plan, 100002, 440000, 120000);
  plan_school (plan, 100003, 401000, 119000);
  ledger = plan_end (plan);
  roll = call_roll (ledger, AS_AT);
  first = compose_layout (roll, KITH_MAP_SCHEMATIC, NULL, 200);
  moved = pin (ledger, kith_map_make_pin (first, 100003, (KithPoint){ 100, 70 }));
  for (double width = 120; width <= 280; width += 80)
    {
      g_autoptr (KithMap) map = compose_layout (roll, KITH_MAP_SCHEMATIC, moved, width);
      KithPlace a = find_in (map, 100001), b = find_in (map, 100002), c = find_in (map, 100003);

      g_assert_cmpfloat_with_epsilon (c.x, (a.x + b.x) / 2, 1e-6);
      g_assert_cmpfloat_with_epsilon (c.y, (a.y + b.y) / 2, 1e-6);
    }
}

/* 300 schools all over, in twenty-five groups of twelve; with one more there is one of thirteen. */
static KithLedger *
draw_300 (gboolean has_one_more)
{
  g_autoptr (LedgerPlan) plan = plan_new ();
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);

  for (guint i = 0; i < 300; i++)
    plan_school (plan, 100001 + i, g_rand_int_range (rand, 400000, 460000),
                 g_rand_int_range (rand, 100000, 140000));
  if (has_one_more)
    plan_school (plan, 100301, 430000, 120000);
  for (guint group = 0; group < 25; group++)
    {
      g_autofree char *name = g_strdup_printf ("Cluster %u", group);
      KithArrangement *cluster = plan_arrangement (plan, "cluster", g_intern_string (name));

      for (guint member = 0; member < 12; member++)
        plan_member (plan, cluster, 100001 + group * 12 + member);
      if (has_one_more && group == 3)
        plan_member (plan, cluster, 100301);
    }
  return plan_end (plan);
}

/* On a steady schematic map everybody stays who was on the one before, though others have come and
 * gone; nobody counts as pinned, and the register keeps none of it. */
static void
test_steady (void)
{
  g_autoptr (KithLedger) ledger = draw_300 (FALSE), more = draw_300 (TRUE);
  g_autoptr (KithRoll) roll = call_roll (ledger, AS_AT);
  g_autoptr (KithRoll) more_roll = call_roll (more, AS_AT);
  g_autoptr (KithMap) first = compose_layout (more_roll, KITH_MAP_SCHEMATIC, NULL, 220);
  g_autoptr (KithLedger) strewn = kith_map_make_steady (first, more);
  g_autoptr (KithMap) second = NULL;
  g_autoptr (GArray) pinned = NULL;
  KithMapOptions options = { .layout = KITH_MAP_SCHEMATIC,
                             .width = 220,
                             .height = 140,
                             .centre = KITH_PLACE_NONE,
                             .positions = strewn,
                             .is_steady = TRUE,
                             .seed = 1 };

  g_assert_null (kith_map_make_positions (first, more));
  second = kith_map_new (roll, &options, &fixed_measure, NULL, NULL);
  pinned = kith_map_list_pinned (second);
  g_assert_cmpuint (pinned->len, ==, 0);
  for (guint i = 0; i < 300; i++)
    g_assert_cmpfloat (
        kith_place_get_metres (find_in (first, 100001 + i), find_in (second, 100001 + i)), <, 1e-6);
}

static int
compare_doubles (gconstpointer a, gconstpointer b)
{
  double x = *(const double *)a, y = *(const double *)b;

  return x < y ? -1 : x > y;
}

/* the median way that 300 marks go when one more comes, as a part of the picture's width */
static double
measure_moves (KithMapLayout layout)
{
  g_autoptr (KithLedger) ledger = draw_300 (FALSE), more = draw_300 (TRUE), kept = NULL;
  g_autoptr (KithRoll) roll = call_roll (ledger, AS_AT);
  g_autoptr (KithRoll) more_roll = call_roll (more, AS_AT);
  g_autoptr (KithMap) first = compose_layout (roll, layout, NULL, 220);
  g_autoptr (KithChangeset) positions = kith_map_make_positions (first, ledger);
  g_autoptr (KithMap) second = NULL;
  double ways[300];

  kept = positions != NULL ? kith_changeset_apply (positions, 0) : kith_ledger_ref (ledger);
  second = compose_layout (more_roll, layout, kept, 220);
  for (guint i = 0; i < 300; i++)
    {
      KithPoint was, is;
      double r;

      g_assert_true (kith_scene_find (kith_map_get_scene (first), 100001 + i, &was, &r));
      g_assert_true (kith_scene_find (kith_map_get_scene (second), 100001 + i, &is, &r));
      ways[i] = hypot (is.x - was.x, is.y - was.y);
    }
  qsort (ways, 300, sizeof *ways, compare_doubles);
  return ways[150] / 220;
}

static void
test_one_more (void)
{
  g_assert_cmpfloat (measure_moves (KITH_MAP_NETWORK), <, 0.01);
  g_assert_cmpfloat (measure_moves (KITH_MAP_SCHEMATIC), <, 0.01);
}

/* a part of it, enlarged: schools stand where they stood */
static void
test_zoom (void)
{
  g_autoptr (KithLedger) ledger = random_register_new (4, AS_AT);
  g_autoptr (KithRoll) roll = call_roll (ledger, AS_AT);
  KithMapOptions options = { .layout = KITH_MAP_NETWORK,
                             .width = 100,
                             .height = 110,
                             .centre = KITH_PLACE_NONE,
                             .seed = 1,
                             .fit_width = 100,
                             .fit_height = 110 };
  g_autoptr (KithMap) whole = kith_map_new (roll, &options, &fixed_measure, NULL, NULL);
  g_autoptr (KithMap) part = NULL;
  guint n_marks, n_seen = 0;
  const KithMark *marks;

  options.width = 160;
  options.height = 176;
  options.metres_per_mm = kith_map_get_metres_per_mm (whole) / 2;
  options.centre = kith_map_find_place (whole, (KithPoint){ 40, 60 });
  part = kith_map_new (roll, &options, &fixed_measure, NULL, NULL);
  marks = kith_scene_get_marks (kith_map_get_scene (part), &n_marks);
  for (guint i = 0; i < n_marks; i++)
    if (marks[i].type == KITH_MARK_SIGN && marks[i].sign.subject != 0)
      {
        KithPlace place = kith_map_find_place (part, marks[i].sign.at);
        KithPoint was = kith_map_find_point (whole, place), at;
        double r;

        g_assert_true (
            kith_scene_find (kith_map_get_scene (whole), marks[i].sign.subject, &at, &r));
        g_assert_cmpfloat_with_epsilon (at.x, was.x, 1e-6);
        g_assert_cmpfloat_with_epsilon (at.y, was.y, 1e-6);
        n_seen++;
      }
  g_assert_cmpuint (n_seen, >, 3);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/network picture/who is tied, and who stands on the shelf", test_system);
  g_test_add_func ("/network picture/nothing overlaps, all is counted, outlines hold members only",
                   test_any);
  g_test_add_func ("/network picture/schematic: about where they are, and apart", test_schematic);
  g_test_add_func ("/network picture/what the register keeps of it stays", test_kept);
  g_test_add_func ("/network picture/who is pinned stays, until that is taken back", test_pinned);
  g_test_add_func ("/network picture/a pin holds in a picture of another size", test_pinned_size);
  g_test_add_func ("/network picture/one more among 300 hardly moves the others", test_one_more);
  g_test_add_func ("/network picture/on a steady map nobody moves", test_steady);
  g_test_add_func ("/network picture/a part of it is the same picture", test_zoom);
  return g_test_run ();
}
