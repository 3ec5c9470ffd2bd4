/* test-map.c: maps say what the register says, and what they draw can be counted
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

#include "kith-map-outline-private.h"
#include "kith-map.h"

#include <math.h>

#define AS_AT kith_date_new (2022, 4, 30)

/*
 * Two counties side by side, each 20 km square, and a third that is not home. A hub in the
 * first with members: one met a month ago, one met three years ago, one without any contact
 * recorded, one without co-ordinates, and one that the register does not hold.
 */
static KithLedger *
draw_up (gboolean with_outlines)
{
  g_autoptr (LedgerPlan) plan = plan_new ();
  static const struct
  {
    const char *name;
    int x, y;
    const char *phase;
    const char *town;
  } schools[] = {
    { "Larkmead Primary School", 410000, 110000, "Primary", "Larkmead" },
    { "St Aldhelm's Church of England Primary School", 404000, 115000, "Primary", "Larkmead" },
    { "Marlpit High School", 415000, 104000, "Secondary", "Marlpit" },
    { "Heron Way Primary School", 425000, 112000, "Primary", "Heron" },
    { "Heron Way Primary School", 403000, 104000, "Primary", "Larkmead" },
    { "Bellfield Nursery School", 432000, 106000, "Nursery", "Heron" },
    { "Quarry Bank All-through", 437000, 117000, "All-through", "Heron" },
    { "Chantry Field Primary School", 408000, 111000, "Primary", "Larkmead" },
  };
  static const struct
  {
    int code;
    const char *name;
    const char *outline;
  } authorities[] = {
    { 850, "Hampshire",
      "MULTIPOLYGON(((400000 100000,420000 100000,420000 120000,400000 120000,400000 100000)))" },
    { 936, "Surrey",
      "MULTIPOLYGON(((420000 100000,440000 100000,440000 120000,420000 120000,420000 100000)))" },
    { 938, "West Sussex",
      "POLYGON((400000 90000,440000 90000,440000 100000,400000 100000,400000 90000))" },
  };
  KithArrangement *hub = plan_arrangement (plan, "hub", "Larkmead Maths Hub");
  KithContact *contact;
  KithOutsideSchool *outside;
  KithSource *source;

  for (guint a = 0; a < G_N_ELEMENTS (authorities); a++)
    {
      KithAuthority *authority = plan_row (plan, KITH_TABLE_AUTHORITY);
      KithBoundary *boundary;

      authority->code = authorities[a].code;
      authority->name = authorities[a].name;
      if (!with_outlines)
        continue;
      boundary = plan_row (plan, KITH_TABLE_BOUNDARY);
      boundary->la = authorities[a].code;
      boundary->name = authorities[a].name;
      boundary->level = "authority";
      boundary->outline = authorities[a].outline;
    }
  for (guint s = 0; s < G_N_ELEMENTS (schools); s++)
    {
      KithSchool *school = plan_school (plan, 100001 + s, schools[s].x, schools[s].y);

      school->name = schools[s].name;
      school->phase = schools[s].phase;
      school->town = schools[s].town;
      school->la = schools[s].x < 420000 ? 850 : 936;
    }
  plan_school (plan, 100009, NAN, NAN)->name = "Nowhere Primary School";
  outside = plan_row (plan, KITH_TABLE_OUTSIDE_SCHOOL);
  outside->urn = 999999;
  outside->name = "Elsewhere High";

  plan_member (plan, hub, 100001)->role = "hub";
  plan_member (plan, hub, 100002);
  plan_member (plan, hub, 100004);
  plan_member (plan, hub, 100005);
  plan_member (plan, hub, 100009);
  plan_member (plan, hub, 999999);
  contact = plan_contact (plan, hub, "visit", kith_date_new (2022, 3, 30));
  plan_party (plan, contact, 100001);
  plan_party (plan, contact, 100002);
  contact = plan_contact (plan, hub, "visit", kith_date_new (2019, 3, 30));
  plan_party (plan, contact, 100001);
  plan_party (plan, contact, 100004);
  source = plan_source (plan, "establishments");
  source->name = "edubasealldata20220419.csv";
  source->dated = kith_date_new (2022, 4, 19);
  return plan_end (plan);
}

static KithMap *
compose (KithRoll *roll, KithMapSubject subject, gint64 id, gboolean is_sheet)
{
  KithMapOptions options = {
    subject, id, is_sheet, is_sheet ? 297 : 200, is_sheet ? 210 : 140, KITH_PLACE_NONE, 0, 1
  };
  g_autoptr (GError) error = NULL;
  KithMap *map = kith_map_new (roll, &options, &fixed_measure, NULL, &error);

  g_assert_no_error (error);
  return map;
}

static void
test_goldens (void)
{
  g_autoptr (KithLedger) ledger = draw_up (TRUE);
  g_autoptr (KithRoll) roll = call_roll (ledger, AS_AT);
  g_autoptr (KithMap) system = compose (roll, KITH_MAP_SYSTEM, 0, TRUE);
  g_autoptr (KithMap) hub = compose (roll, KITH_MAP_ARRANGEMENT, 1, TRUE);
  g_autofree char *system_text = kith_scene_dup_text (kith_map_get_scene (system));
  g_autofree char *hub_text = kith_scene_dup_text (kith_map_get_scene (hub));

  check_golden ("map-system.txt", system_text);
  check_golden ("map-hub.txt", hub_text);
}

static void
test_words (void)
{
  g_autoptr (KithLedger) ledger = draw_up (TRUE);
  g_autoptr (KithRoll) roll = call_roll (ledger, AS_AT);
  g_autoptr (KithMap) system = compose (roll, KITH_MAP_SYSTEM, 0, TRUE);
  g_autoptr (KithMap) hub = compose (roll, KITH_MAP_ARRANGEMENT, 1, TRUE);

  g_assert_cmpstr (kith_map_get_title (system), ==,
                   "Every school in Hampshire and Surrey, and how it stands");
  g_assert_cmpstr (kith_map_get_title (hub), ==, "Larkmead Maths Hub");
  /* 100002 met last month; 100005 and 100009 have no contact while others have; 100004 is over.
     Of its phase, in the 15.1 km that hold nine tenths of four (all four), and no member: 100008 */
  g_assert_cmpstr (kith_map_get_finding (hub), ==,
                   "1 school in 2 authorities in touch, 2 with no contact recorded, 1 faded and 1 "
                   "in its patch not reached");
  g_assert_nonnull (strstr (kith_map_get_note (hub), "1 school not placed: no co-ordinates."));
  g_assert_nonnull (
      strstr (kith_map_get_note (hub), "1 member outside this register is not drawn."));
  g_assert_nonnull (strstr (kith_map_get_note (system), "1 school not placed: no co-ordinates."));
  g_assert_nonnull (strstr (kith_map_get_note (system), "Seed 1."));
  g_assert_cmpstr (kith_map_get_sources (system), ==,
                   "Sources: schools: edubasealldata20220419.csv (19 Apr 2022).");
}

static void
test_counts (void)
{
  g_autoptr (KithLedger) ledger = draw_up (TRUE);
  g_autoptr (KithRoll) roll = call_roll (ledger, AS_AT);

  for (guint is_sheet = 0; is_sheet < 2; is_sheet++)
    {
      g_autoptr (KithMap) system = compose (roll, KITH_MAP_SYSTEM, 0, is_sheet);
      g_autoptr (KithMap) hub = compose (roll, KITH_MAP_ARRANGEMENT, 1, is_sheet);

      check_counts (system, 8);
      check_counts (hub, 0);
    }
}

static void
test_names (void)
{
  g_autoptr (KithLedger) ledger = draw_up (TRUE);
  g_autoptr (KithRoll) roll = call_roll (ledger, AS_AT);
  g_autoptr (KithMap) hub = compose (roll, KITH_MAP_ARRANGEMENT, 1, TRUE);
  g_autofree char *text = kith_scene_dup_text (kith_map_get_scene (hub));

  g_assert_cmpuint (check_names (hub, check_sheet_box), >=, 6);
  /* two schools of one name are told apart by their authority */
  g_assert_nonnull (strstr (text, "Hampshire”"));
  for (guint seed = 1; seed <= 12; seed++)
    {
      g_autoptr (KithLedger) any = random_register_new (seed, AS_AT);
      g_autoptr (KithRoll) any_roll = call_roll (any, AS_AT);
      KithNetwork *network = kith_roll_get_network (any_roll);
      KithMapOptions options = { KITH_MAP_SYSTEM, 0, TRUE, 297, 210, KITH_PLACE_NONE, 0, seed };
      guint n;
      const KithNetworkArrangement *arrangements = kith_network_get_arrangements (network, &n);
      g_autoptr (KithMap) map = kith_map_new (any_roll, &options, &fixed_measure, NULL, NULL);

      if (map != NULL)
        {
          check_names (map, check_sheet_box);
          check_counts (map, 0);
          check_margin (map);
        }
      for (guint a = 0; a < n; a++)
        {
          g_autoptr (KithMap) one = NULL;

          if (arrangements[a].record == NULL)
            continue;
          options.subject = KITH_MAP_ARRANGEMENT;
          options.arrangement_id = arrangements[a].record->id;
          one = kith_map_new (any_roll, &options, &fixed_measure, NULL, NULL);
          if (one == NULL)
            continue;
          check_names (one, check_sheet_box);
          check_margin (one);
        }
    }
}

static void
test_refusals (void)
{
  g_autoptr (KithLedger) ledger = draw_up (FALSE);
  g_autoptr (KithLedger) empty = kith_ledger_new_empty ();
  g_autoptr (KithRoll) roll = call_roll (ledger, AS_AT);
  g_autoptr (KithRoll) nobody = call_roll (empty, AS_AT);
  g_autoptr (KithMap) plain = compose (roll, KITH_MAP_SYSTEM, 0, TRUE);
  KithMapOptions options = { KITH_MAP_ARRANGEMENT, 77, TRUE, 297, 210, KITH_PLACE_NONE, 0, 1 };
  g_autoptr (GError) error = NULL;

  g_assert_nonnull (strstr (kith_map_get_note (plain),
                            "No outlines of authorities are in the register: the dotted"));
  g_assert_null (kith_map_new (roll, &options, &fixed_measure, NULL, &error));
  g_assert_error (error, KITH_MAP_ERROR, KITH_MAP_ERROR_ARRANGEMENT);
  g_clear_error (&error);
  options.subject = KITH_MAP_SYSTEM;
  g_assert_null (kith_map_new (nobody, &options, &fixed_measure, NULL, &error));
  g_assert_error (error, KITH_MAP_ERROR, KITH_MAP_ERROR_PLACES);
  g_clear_error (&error);
  options.width = 100;
  g_assert_null (kith_map_new (roll, &options, &fixed_measure, NULL, &error));
  g_assert_error (error, KITH_MAP_ERROR, KITH_MAP_ERROR_SIZE);
}

/* the same place comes back; what was asked for lies in the middle */
static void
test_view (void)
{
  g_autoptr (KithLedger) ledger = draw_up (TRUE);
  g_autoptr (KithRoll) roll = call_roll (ledger, AS_AT);
  KithMapOptions options = { KITH_MAP_SYSTEM, 0, FALSE, 200, 140, { 410000, 110000 }, 50, 1 };
  g_autoptr (KithMap) map = kith_map_new (roll, &options, &fixed_measure, NULL, NULL);
  KithPoint point = kith_map_find_point (map, (KithPlace){ 411000, 109000 });
  KithPlace place = kith_map_find_place (map, point);

  g_assert_cmpfloat (kith_map_get_metres_per_mm (map), ==, 50);
  g_assert_cmpfloat_with_epsilon (point.x, 120, 1e-9);
  g_assert_cmpfloat_with_epsilon (point.y, 90, 1e-9);
  g_assert_cmpfloat_with_epsilon (place.x, 411000, 1e-6);
  g_assert_cmpfloat_with_epsilon (place.y, 109000, 1e-6);
  /* 10 km by 7 km around 100001: it and its neighbour 2 km away */
  g_assert_cmpint (kith_scene_pick (kith_map_get_scene (map), (KithPoint){ 100, 70 }, 1), ==,
                   100001);
  check_counts (map, 2);
}

static void
test_table (void)
{
  g_autoptr (KithLedger) ledger = draw_up (TRUE);
  g_autoptr (KithRoll) roll = call_roll (ledger, AS_AT);
  g_autoptr (KithMap) hub = compose (roll, KITH_MAP_ARRANGEMENT, 1, TRUE);
  g_autofree char *csv = kith_map_dup_table (hub, KITH_MAP_TABLE_CSV);
  g_autofree char *json = kith_map_dup_table (hub, KITH_MAP_TABLE_JSON);
  g_autofree char *text = kith_map_dup_table (hub, KITH_MAP_TABLE_TEXT);

  g_assert_true (g_str_has_prefix (
      csv, "urn,name,authority,phase,standing,links,linked,easting,northing,number,on_map\n"
           "100001,Larkmead Primary School,Hampshire,primary,lead,"));
  g_assert_nonnull (
      strstr (csv, "\n100009,Nowhere Primary School,Hampshire,primary,contact-not-recorded,"));
  g_assert_nonnull (strstr (csv, ",,,,no\n"));
  g_assert_nonnull (
      strstr (json, "\"urn\": 100004, \"name\": \"Heron Way Primary School\", \"authority\": "
                    "\"Surrey\", \"phase\": \"primary\", \"standing\": \"faded\""));
  g_assert_nonnull (strstr (json, "\"easting\": null"));
  g_assert_nonnull (strstr (text, "Chantry Field Primary School"));
}

static void
test_outlines (void)
{
  static const char *const wrong[] = { NULL,
                                       "",
                                       "MULTIPOLYGON EMPTY",
                                       "POLYGON((1 2,3 4))",
                                       "POLYGON((1 2,3 x,4 5,1 2))",
                                       "POLYGON((1 2,3 4,5",
                                       "POINT(3 4)" };
  KithMapOutline square = { .points = g_array_new (FALSE, FALSE, sizeof (KithPlace)),
                            .ends = g_array_new (FALSE, FALSE, sizeof (guint)),
                            .low = { INFINITY, INFINITY },
                            .high = { -INFINITY, -INFINITY } };

  /* a square with a hole, and an island */
  g_assert_true (kith_map_outline_parse ("MULTIPOLYGON (((0 0, 10 0, 10 10, 0 10, 0 0), (4 4, 6 4, "
                                         "6 6, 4 6, 4 4)), ((20 0, 22 0, 22 2.5e0, 20 0)))",
                                         &square));
  g_assert_cmpuint (square.ends->len, ==, 3);
  g_assert_true (kith_map_outline_holds (&square, (KithPlace){ 2, 2 }));
  g_assert_false (kith_map_outline_holds (&square, (KithPlace){ 5, 5 }));
  g_assert_false (kith_map_outline_holds (&square, (KithPlace){ 15, 1 }));
  g_assert_true (kith_map_outline_holds (&square, (KithPlace){ 21.5, 1 }));
  g_assert_cmpfloat (square.high.x, ==, 22);
  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_array_set_size (square.points, 0);
      g_array_set_size (square.ends, 0);
      g_assert_false (kith_map_outline_parse (wrong[i], &square));
    }
  g_array_unref (square.points);
  g_array_unref (square.ends);
}

/* the path that is painted with dots, and how far it goes */
static gboolean
find_dotted (KithScene *scene, KithBox *box)
{
  guint n_marks, n_steps;
  const KithMark *marks = kith_scene_get_marks (scene, &n_marks);
  const KithStep *steps = kith_scene_get_steps (scene, &n_steps);

  *box = (KithBox){ INFINITY, INFINITY, -INFINITY, -INFINITY };
  for (guint i = 0; i < n_marks; i++)
    if (marks[i].type == KITH_MARK_PATH && marks[i].path.paint.pattern == KITH_PATTERN_FINE_DOTS &&
        marks[i].path.paint.stroke.role == KITH_ROLE_BOUND)
      {
        for (guint s = 0; s < marks[i].path.n_steps; s++)
          {
            KithPoint at = steps[marks[i].path.first + s].points[0];

            if (steps[marks[i].path.first + s].type == KITH_STEP_CLOSE)
              continue;
            *box = (KithBox){ MIN (box->x0, at.x), MIN (box->y0, at.y), MAX (box->x1, at.x),
                              MAX (box->y1, at.y) };
          }
        return TRUE;
      }
  return FALSE;
}

/* Without a file of boundaries every school lies within a dotted outline, and the sheet says what
   that is; with one there is none. */
static void
test_soft (void)
{
  for (guint with_outlines = 0; with_outlines < 2; with_outlines++)
    {
      g_autoptr (KithLedger) ledger = draw_up (with_outlines);
      g_autoptr (KithRoll) roll = call_roll (ledger, AS_AT);
      g_autoptr (KithMap) map = compose (roll, KITH_MAP_SYSTEM, 0, TRUE);
      KithScene *scene = kith_map_get_scene (map);
      guint n;
      const KithMark *marks = kith_scene_get_marks (scene, &n);
      KithBox box;

      g_assert_true (find_dotted (scene, &box) == !with_outlines);
      g_assert_true ((strstr (kith_map_get_note (map), "dotted") == NULL) == with_outlines);
      for (guint i = 0; !with_outlines && i < n; i++)
        if (marks[i].type == KITH_MARK_SIGN && marks[i].sign.subject != 0)
          g_assert_cmpfloat (kith_box_get_distance (box, marks[i].sign.at), ==, 0);
      if (!with_outlines)
        check_counts (map, 8);
    }
}

/* every file that an outline on the map came from is named, once */
static void
test_sources (void)
{
  g_autoptr (KithLedger) ledger = draw_up (TRUE);
  g_autoptr (KithChangeset) changes = kith_changeset_new (ledger);
  g_autoptr (KithLedger) named = NULL;
  g_autoptr (KithRoll) roll = NULL;
  g_autoptr (KithMap) map = NULL;
  static const char *const names[] = { "hampshire.kml", "counties.geojson" };
  gint64 ids[2];
  gsize n;
  const KithBoundary *rows = kith_ledger_get_rows (ledger, KITH_TABLE_BOUNDARY, &n);

  for (guint f = 0; f < 2; f++)
    {
      KithSource source;

      kith_row_clear (KITH_TABLE_SOURCE, &source);
      source.id = ids[f] = kith_changeset_take_key (changes, KITH_TABLE_SOURCE);
      source.name = names[f];
      source.kind = "boundaries";
      source.dated = f == 0 ? kith_date_new (2021, 12, 1) : KITH_DATE_UNKNOWN;
      kith_changeset_put (changes, KITH_TABLE_SOURCE, &source);
    }
  for (gsize b = 0; b < n; b++)
    {
      KithBoundary row = rows[b];

      row.source_id = ids[b > 0];
      kith_changeset_put (changes, KITH_TABLE_BOUNDARY, &row);
    }
  named = kith_changeset_apply (changes, 2);
  roll = call_roll (named, AS_AT);
  map = compose (roll, KITH_MAP_SYSTEM, 0, TRUE);
  g_assert_nonnull (strstr (kith_map_get_sources (map),
                            "; outlines: hampshire.kml (1 Dec 2021) and counties.geojson."));
}

static KithMap *
compose_layers (KithRoll *roll, KithMapLayout layout, const KithMapLayers *layers)
{
  KithMapOptions options = { .layout = layout,
                             .width = 180,
                             .height = 140,
                             .centre = KITH_PLACE_NONE,
                             .layers = *layers,
                             .seed = 1 };

  return kith_map_new (roll, &options, &fixed_measure, NULL, NULL);
}

/* the sum of all counted entries but those of shapes, which have none, and of all schools, the
 * last */
static int
sum_entries (KithMap *map, int *total)
{
  guint n;
  const KithMapEntry *entries = kith_map_get_entries (map, &n);
  int sum = 0;

  *total = 0;
  for (guint i = 0; i < n; i++)
    {
      sum += MAX (0, entries[i].count);
      if (entries[i].words != NULL && strcmp (entries[i].words, "All schools") == 0)
        *total = entries[i].count;
    }
  return sum - *total;
}

static gboolean
has_entry (KithMap *map, const char *words)
{
  guint n;
  const KithMapEntry *entries = kith_map_get_entries (map, &n);

  for (guint i = 0; i < n; i++)
    if (entries[i].words != NULL && strstr (entries[i].words, words) != NULL)
      return TRUE;
  return FALSE;
}

static guint
count_texts (KithMap *map)
{
  guint n_marks, n = 0;
  const KithMark *marks = kith_scene_get_marks (kith_map_get_scene (map), &n_marks);

  for (guint i = 0; i < n_marks; i++)
    n += marks[i].type == KITH_MARK_TEXT;
  return n;
}

/* Without schools to watch and in touch, and without those whose URN is odd, the others stand where
 * they stood; who is left out is counted, and the note says why. */
static void
check_layers (KithRoll *roll, KithMapLayout layout, guint *n_left, guint *n_seen)
{
  KithMapLayers layers = { .tiers_off = 1u << KITH_TIER_WATCH | 1u << KITH_TIER_IN_TOUCH };
  g_autoptr (GHashTable) even = g_hash_table_new (g_int64_hash, g_int64_equal);
  g_autoptr (KithMap) all = compose_layers (roll, layout, &(KithMapLayers){ 0 });
  g_autoptr (KithMap) some = NULL;
  guint n, n_rows;
  const KithRollRow *rows = kith_roll_get_rows (roll, &n_rows);
  const KithNetworkSchool *schools = kith_network_get_schools (kith_roll_get_network (roll), &n);
  int total;

  if (all == NULL)
    return;
  for (guint i = 0; i < n; i++)
    if (schools[i].record->urn % 2 == 0)
      g_hash_table_add (even, (gpointer)&schools[i].record->urn);
  layers.only = even;
  some = compose_layers (roll, layout, &layers);
  for (guint i = 0; i < n_rows; i++)
    {
      gint64 urn = schools[rows[i].school].record->urn;
      gboolean is_wanted =
          urn % 2 == 0 && rows[i].tier != KITH_TIER_WATCH && rows[i].tier != KITH_TIER_IN_TOUCH;
      KithPoint was, is;
      double r;

      if (!kith_scene_find (kith_map_get_scene (all), urn, &was, &r))
        continue;
      g_assert_cmpint (kith_scene_find (kith_map_get_scene (some), urn, &is, &r), ==, is_wanted);
      *n_left += !is_wanted;
      *n_seen += is_wanted;
      if (is_wanted)
        g_assert_cmpfloat (hypot (is.x - was.x, is.y - was.y), <, 1e-9);
    }
  g_assert_cmpint (sum_entries (some, &total), ==, n_rows);
  g_assert_cmpint (total, ==, n_rows);
  g_assert_nonnull (strstr (kith_map_get_note (some),
                            "Left out by choice: schools in “Watch”, schools in “In touch” and "
                            "schools that a filter keeps out."));
}

static void
test_layers (void)
{
  guint n_left = 0, n_seen = 0, n_lines = 0;

  for (guint seed = 1; seed <= 20; seed++)
    {
      g_autoptr (KithLedger) ledger = random_register_new (seed, AS_AT);
      g_autoptr (KithRoll) roll = call_roll (ledger, AS_AT);
      g_autoptr (KithMap) lines = NULL;
      g_autoptr (KithMap) bare = NULL;

      for (KithMapLayout layout = 0; layout <= KITH_MAP_NETWORK; layout++)
        check_layers (roll, layout, &n_left, &n_seen);
      lines = compose_layers (roll, KITH_MAP_NETWORK, &(KithMapLayers){ 0 });
      bare = compose_layers (
          roll, KITH_MAP_NETWORK,
          &(KithMapLayers){ .ties_off = (1u << KITH_N_TIES) - 1, .has_no_names = TRUE });
      n_lines += lines != NULL && has_entry (lines, ", live");
      g_assert_false (bare != NULL && has_entry (bare, ", live"));
    }
  g_assert_cmpuint (n_left, >, 100);
  g_assert_cmpuint (n_seen, >, 20);
  g_assert_cmpuint (n_lines, >, 5);
}

/* a map of the ground without names and outlines has no words, and says no word of outlines */
static void
test_bare (void)
{
  g_autoptr (KithLedger) ledger = draw_up (TRUE);
  g_autoptr (KithRoll) roll = call_roll (ledger, AS_AT);
  g_autoptr (KithMap) all = compose_layers (roll, KITH_MAP_GEOGRAPHIC, &(KithMapLayers){ 0 });
  g_autoptr (KithMap) bare = compose_layers (
      roll, KITH_MAP_GEOGRAPHIC, &(KithMapLayers){ .has_no_names = TRUE, .has_no_outlines = TRUE });

  g_assert_cmpuint (count_texts (all), >, 0);
  g_assert_cmpuint (count_texts (bare), ==, 0);
  g_assert_nonnull (strstr (kith_map_get_note (bare), "Left out by choice: outlines and names."));
  g_assert_null (strstr (kith_map_get_note (bare), "Outlines are"));
}

/* how many the column beside the map says there are, 0 where it does not say */
static gint
get_count (const KithMap *map, const char *words)
{
  guint n;
  const KithMapEntry *entries = kith_map_get_entries (map, &n);

  for (guint e = 0; e < n; e++)
    if (strcmp (entries[e].words, words) == 0)
      return entries[e].count;
  return 0;
}

/* two schools of the network, two organisations, an independent school that is held and not called,
   and a school that is not held: each is what it is */
static void
test_members (void)
{
  g_autoptr (LedgerPlan) plan = plan_new ();
  KithArrangement *hub = plan_arrangement (plan, "hub", "Larkmead Maths Hub");
  KithSchool *independent;
  g_autoptr (KithLedger) ledger = NULL;
  g_autoptr (KithRoll) roll = NULL;
  g_autoptr (KithMap) map = NULL;

  plan_school (plan, 100001, 451000, 131000)->name = "Ash Primary School";
  plan_school (plan, 100002, 452000, 132000)->name = "Birch Primary School";
  independent = plan_school (plan, 100003, 453000, 133000);
  independent->type = "Other independent school";
  independent->type_group = "Independent schools";
  ((KithOutsideSchool *)plan_row (plan, KITH_TABLE_OUTSIDE_SCHOOL))->urn = 999999;
  ((KithOrganisation *)plan_row (plan, KITH_TABLE_ORGANISATION))->name = "Weir College";
  ((KithOrganisation *)plan_row (plan, KITH_TABLE_ORGANISATION))->name = "Reading Charity";
  plan_member (plan, hub, 100001)->role = "hub";
  for (gint64 urn = 100002; urn <= 100003; urn++)
    plan_member (plan, hub, urn);
  plan_member (plan, hub, 999999);
  for (gint64 id = 1; id <= 2; id++)
    plan_member (plan, hub, KITH_INT_NONE)->organisation_id = id;
  ledger = plan_end (plan);
  roll = call_roll (ledger, AS_AT);
  map = compose (roll, KITH_MAP_ARRANGEMENT, 1, TRUE);

  g_assert_cmpint (get_count (map, "Outside this register"), ==, 1);
  g_assert_cmpint (get_count (map, "Out of scope"), ==, 1);
  g_assert_cmpint (get_count (map, "Organisations: no place on record"), ==, 2);
  g_assert_nonnull (strstr (kith_map_get_note (map),
                            " 1 member outside this register is not drawn. 1 member out of scope "
                            "is not drawn. 2 organisations are not drawn: no place on record."));
}

int
main (int argc, char **argv)
{
  begin_goldens (argc, argv);
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/map/outlines are read, and what is none is refused", test_outlines);
  g_test_add_func ("/map/sheets of the system and of a hub", test_goldens);
  g_test_add_func ("/map/titles, findings and notes count what is there", test_words);
  g_test_add_func ("/map/the legend and the table count what is drawn", test_counts);
  g_test_add_func ("/map/names lie over nothing that matters", test_names);
  g_test_add_func ("/map/what cannot be drawn is said", test_refusals);
  g_test_add_func ("/map/a view shows what was asked for", test_view);
  g_test_add_func ("/map/the table is CSV, JSON or words", test_table);
  g_test_add_func ("/map/without boundaries outlines are soft and say so", test_soft);
  g_test_add_func ("/map/every file of boundaries is named", test_sources);
  g_test_add_func ("/map/a member without a mark is told as what it is", test_members);
  g_test_add_func ("/map/what is left out is counted, and the rest stays", test_layers);
  g_test_add_func ("/map/without names and outlines there are none", test_bare);
  return g_test_run ();
}
