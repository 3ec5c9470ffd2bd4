/* kith-map-forces.c: a network laid out by forces, and those that nothing ties
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-map-forces-private.h"

#include "kith-engagement.h"
#include "kith-map-groups-private.h"
#include "kith-network-layout.h"

#include <glib/gi18n.h>
#include <math.h>

/* Room for each school, in mm of the layout; with more schools than so many, less. */
#define GAP 15.0
#define GAP_LEAST 4.5
#define FEW 60.0
#define MARGIN 9.5

/* Everyone has a name up to so many. */
#define RANK_NAMED 100.0

/* The shelf below, in mm: a row begins with words, then has a mark with its name
 * every so far, or where there are many, marks alone. */
#define SHELF_GAP 12.0
#define SHELF_SPACE 6.0
#define SHELF_STEP 32.0
#define SHELF_LINE 8.0
#define SHELF_ROW 3.0
#define MOST_ON_SHELF 20
#define STEP_MANY 4.6
#define STEP_LEAST 2.4
#define SHELF_PART 0.28

static const char *const shelf_words[KITH_MAP_SHELVES] = {
  N_ ("No live link"),
  N_ ("Not asked"),
  N_ ("Works with others"),
};

static void
add_group (KithMapDraft *draft, const guint *spot_of, guint number, guint *group_of)
{
  guint n;
  const KithNetworkArrangement *arrangement =
      &kith_network_get_arrangements (draft->network, &n)[number];
  KithTie tie = kith_kind_get_info (arrangement->kind)->tie;
  guint lead =
      tie == KITH_TIE_HUB ? kith_engagement_find_lead (draft->network, number) : KITH_INDEX_NONE;
  KithMapGroup *group;
  guint n_live = 0;

  for (guint m = 0; m < arrangement->n_members; m++)
    n_live += arrangement->members[m].is_live &&
              arrangement->members[m].school != KITH_INDEX_NONE &&
              spot_of[arrangement->members[m].school] != G_MAXUINT;
  if (!arrangement->ties || n_live < 2 || !kith_map_may_show (draft, arrangement->kind))
    return;
  group_of[number] = draft->groups->len;
  group = kith_map_add_group (draft, arrangement->name, tie);
  for (guint m = 0; m < arrangement->n_members; m++)
    {
      const KithNetworkMember *member = &arrangement->members[m];
      guint spot = member->school == KITH_INDEX_NONE ? G_MAXUINT : spot_of[member->school];

      if (spot == G_MAXUINT)
        continue;
      g_array_append_val (group->members, ((KithMapMember){ spot, member->is_live }));
      if (member->school == lead && member->is_live)
        group->lead = spot;
    }
}

/* whoever has no live link in the picture stands on the shelf, and in no outline */
static void
leave_out_untied (KithMapDraft *draft)
{
  g_autofree gboolean *is_tied = g_new0 (gboolean, draft->spots->len);

  for (guint g = 0; g < draft->groups->len; g++)
    {
      const GArray *members = kith_map_get_group (draft, g)->members;

      for (guint m = 0; m < members->len; m++)
        if (g_array_index (members, KithMapMember, m).is_live)
          is_tied[g_array_index (members, KithMapMember, m).spot] = TRUE;
    }
  for (guint g = 0; g < draft->groups->len; g++)
    {
      GArray *members = kith_map_get_group (draft, g)->members;

      for (guint m = members->len; m-- > 0;)
        if (!is_tied[g_array_index (members, KithMapMember, m).spot])
          g_array_remove_index (members, m);
    }
}

/* every arrangement that ties two schools of the picture or more */
static void
collect_groups (KithMapDraft *draft)
{
  guint n;
  const KithNetworkArrangement *arrangements = kith_network_get_arrangements (draft->network, &n);
  g_autofree guint *spot_of = g_new (guint, MAX (1, draft->n_schools));
  g_autofree guint *group_of = g_new (guint, MAX (1, n));

  for (guint i = 0; i < draft->n_schools; i++)
    spot_of[i] = G_MAXUINT;
  for (guint i = 0; i < draft->spots->len; i++)
    spot_of[kith_map_get_spot (draft, i)->school] = i;
  for (guint a = 0; a < n; a++)
    group_of[a] = G_MAXUINT;
  for (guint a = 0; a < n; a++)
    add_group (draft, spot_of, a, group_of);
  for (guint a = 0; a < n; a++)
    if (group_of[a] != G_MAXUINT && arrangements[a].parent != KITH_INDEX_NONE)
      kith_map_get_group (draft, group_of[a])->parent = group_of[arrangements[a].parent];
  leave_out_untied (draft);
}

/* Those that are only context are none here; marks say tiers, but who leads what it is of. */
static void
keep_members (KithMapDraft *draft)
{
  for (guint i = draft->spots->len; i-- > 0;)
    {
      KithMapSpot *spot = kith_map_get_spot (draft, i);
      const KithRollRow *row =
          kith_roll_find (draft->roll, draft->schools[spot->school].record->urn);

      if (spot->stand == KITH_STAND_CONTEXT)
        {
          g_array_remove_index (draft->spots, i);
          continue;
        }
      if (spot->stand != KITH_STAND_LEAD)
        spot->stand = kith_map_get_tier_stand (draft, row);
    }
  for (guint i = 0; draft->spots->len <= KITH_MAP_MOST_NAMED && i < draft->spots->len; i++)
    kith_map_get_spot (draft, i)->rank = MAX (kith_map_get_spot (draft, i)->rank, RANK_NAMED);
}

/* the largest, as kith_map_draw_groups() will choose them */
static void
choose_outlined (KithMapDraft *draft, KithLayoutGroup *groups)
{
  for (guint n = 0; n < KITH_MAP_MOST_OUTLINES; n++)
    {
      guint best = G_MAXUINT;

      for (guint g = 0; g < draft->groups->len; g++)
        if (!groups[g].is_outlined && groups[g].n_members >= 3 &&
            (best == G_MAXUINT || groups[g].n_members > groups[best].n_members))
          best = g;
      if (best == G_MAXUINT)
        return;
      groups[best].is_outlined = TRUE;
    }
}

static guint
count_tied (KithMapDraft *draft)
{
  g_autoptr (GHashTable) tied = g_hash_table_new (NULL, NULL);

  for (guint g = 0; g < draft->groups->len; g++)
    {
      const GArray *members = kith_map_get_group (draft, g)->members;

      for (guint m = 0; m < members->len; m++)
        g_hash_table_add (tied,
                          GUINT_TO_POINTER (g_array_index (members, KithMapMember, m).spot + 1));
    }
  return g_hash_table_size (tied);
}

static KithType
get_shelf_type (KithMapDraft *draft)
{
  return (KithType){ 7.6 * draft->type, KITH_WEIGHT_SEMIBOLD };
}

/* what the words take with which a row begins */
static double
get_words_width (KithMapDraft *draft)
{
  KithType type = get_shelf_type (draft);
  double width = 0;

  for (guint shelf = 0; shelf < KITH_MAP_SHELVES; shelf++)
    width = MAX (width, kith_measure_get_width (draft->measure, &type, _ (shelf_words[shelf])));
  return width + SHELF_SPACE;
}

/* in mm of the sheet: as near to each other as they must, to fill no more than a part of it */
static double
get_step_many (KithPoint room, guint n)
{
  return CLAMP (sqrt (SHELF_PART * room.x * room.y / n), STEP_LEAST, STEP_MANY);
}

/* of what is left above the shelf */
static double
find_aspect (KithMapDraft *draft, guint n_tied)
{
  guint n = draft->spots->len - n_tied;
  KithPoint room = kith_map_get_room (draft);
  double step = get_step_many (room, MAX (1, n));
  double width = MAX (SHELF_STEP, room.x - get_words_width (draft));
  double shelf =
      n > MOST_ON_SHELF ? n * step * step / width : ceil (n * SHELF_STEP / width) * SHELF_LINE;

  return n == 0 ? room.x / room.y : room.x / MAX (room.y / 3, room.y - shelf - SHELF_GAP);
}

static gboolean
find_places (KithMapDraft *draft, KithPoint *places, GError **error)
{
  g_autofree KithLayoutGroup *groups = g_new0 (KithLayoutGroup, MAX (1, draft->groups->len));
  g_autoptr (GArray) numbers = g_array_new (FALSE, FALSE, sizeof (guint));
  KithNetworkLayout layout = { .groups = groups,
                               .n_schools = draft->spots->len,
                               .aspect = find_aspect (draft, count_tied (draft)),
                               .margin = MARGIN,
                               .seed = (guint32)draft->options->seed };
  guint n = 0;

  for (guint g = 0; g < draft->groups->len; g++)
    {
      const KithMapGroup *group = kith_map_get_group (draft, g);

      for (guint m = 0; m < group->members->len; m++)
        g_array_append_val (numbers, g_array_index (group->members, KithMapMember, m).spot);
    }
  for (guint g = 0; g < draft->groups->len; g++)
    {
      const KithMapGroup *group = kith_map_get_group (draft, g);

      groups[g] = (KithLayoutGroup){ (const guint *)numbers->data + n, group->members->len,
                                     group->lead, group->parent, FALSE };
      n += group->members->len;
    }
  layout.n_groups = draft->groups->len;
  layout.gap = MAX (GAP_LEAST, GAP * MIN (1, sqrt (FEW / MAX (1.0, count_tied (draft)))));
  choose_outlined (draft, groups);
  return kith_network_layout_find (&layout, places, draft->job, error);
}

static guint
find_shelf (KithMapDraft *draft, const KithMapSpot *spot)
{
  const KithRollRow *row = kith_roll_find (draft->roll, draft->schools[spot->school].record->urn);

  if (row == NULL || row->n_links > 0)
    return 2;
  return row->tier == KITH_TIER_ASK ? 1 : 0;
}

/* below everything else, row by row; @unit is a millimetre of the sheet in the layout's */
static void
fill_shelf (KithMapDraft *draft, KithBox all, double unit)
{
  double y = all.y1 + SHELF_GAP * unit, words = get_words_width (draft);

  for (guint shelf = 0; shelf < KITH_MAP_SHELVES; shelf++)
    {
      guint n = 0, at = 0, per_line;
      double step, line;

      for (guint i = 0; i < draft->spots->len; i++)
        n += !kith_place_is_known (kith_map_get_spot (draft, i)->place) &&
             find_shelf (draft, kith_map_get_spot (draft, i)) == shelf;
      draft->shelf_counts[shelf] = n;
      draft->shelf_places[shelf] = (KithPlace){ all.x0, -y };
      if (n == 0)
        continue;
      step = (n > MOST_ON_SHELF ? get_step_many (kith_map_get_room (draft), n) : SHELF_STEP) * unit;
      line = (n > MOST_ON_SHELF ? get_step_many (kith_map_get_room (draft), n) : SHELF_LINE) * unit;
      per_line = MAX (1, (guint)((all.x1 - all.x0 - words * unit) / step));
      for (guint i = 0; i < draft->spots->len; i++)
        {
          KithMapSpot *spot = kith_map_get_spot (draft, i);

          if (kith_place_is_known (spot->place) || find_shelf (draft, spot) != shelf)
            continue;
          spot->place = (KithPlace){ all.x0 + words * unit + at % per_line * step,
                                     -(y + at / per_line * line) };
          if (n > MOST_ON_SHELF)
            spot->rank = 0;
          at++;
        }
      y += ((n - 1) / per_line) * line + (SHELF_LINE + SHELF_ROW) * unit;
      draft->layout_low.y = -y + SHELF_LINE * unit;
    }
}

/* The shelf is as wide as the rest; what is drawn on it keeps its size on a sheet, so how many
 * stand in a line depends on how much all of it must shrink. */
static void
put_on_shelf (KithMapDraft *draft, KithBox all)
{
  KithPoint room = kith_map_get_room (draft);
  double unit = 1;
  g_autofree KithPlace *own = g_new (KithPlace, MAX (1, draft->spots->len));

  for (guint i = 0; i < draft->spots->len; i++)
    own[i] = kith_map_get_spot (draft, i)->place;
  for (guint round = 0; round < 6; round++)
    {
      double width = MAX (all.x1 - all.x0, unit * room.x), middle = (all.x0 + all.x1) / 2;

      for (guint i = 0; i < draft->spots->len; i++)
        kith_map_get_spot (draft, i)->place = own[i];
      all.x0 = middle - width / 2;
      all.x1 = middle + width / 2;
      draft->layout_low = (KithPlace){ all.x0, -all.y1 };
      draft->layout_high = (KithPlace){ all.x1, -all.y0 };
      fill_shelf (draft, all, unit);
      unit = MAX (1, MAX (width / room.x, (draft->layout_high.y - draft->layout_low.y) / room.y));
    }
}

static void
write_system_words (KithMapDraft *draft)
{
  const KithSettings *settings = kith_network_get_settings (draft->network);
  g_autofree char *tied = kith_text_dup_count (count_tied (draft));
  g_autoptr (GString) finding = g_string_new (NULL);

  g_free (draft->title);
  draft->title = g_strdup (_ ("Who works with whom"));
  g_string_append_printf (finding,
                          ngettext ("%s schools in %u partnership", "%s schools in %u partnerships",
                                    draft->groups->len),
                          tied, draft->groups->len);
  for (guint shelf = 0; shelf < 2; shelf++)
    if (draft->shelf_counts[shelf] > 0)
      {
        g_autofree char *number = kith_text_dup_count (draft->shelf_counts[shelf]);

        g_string_append_printf (
            finding, shelf == 0 ? _ (", %s with no live link") : _ (", %s that nobody has asked"),
            number);
      }
  g_free (draft->finding);
  draft->finding = g_string_free (g_steal_pointer (&finding), FALSE);
  g_free (draft->note);
  draft->note = g_strdup_printf (_ ("A live link has a recency of %.2f or more; where nobody "
                                    "recorded a contact it is taken as %.2f."),
                                 settings->live_recency, settings->unrecorded_recency);
}

/* Who is tied and has a place already begins there, and stays. */
static void
take_kept (KithMapDraft *draft, GHashTable *kept, KithPoint *places)
{
  for (guint i = 0; i < draft->spots->len; i++)
    places[i] = (KithPoint){ NAN, NAN };
  for (guint g = 0; g < draft->groups->len; g++)
    {
      const GArray *members = kith_map_get_group (draft, g)->members;

      for (guint m = 0; m < members->len; m++)
        {
          guint spot = g_array_index (members, KithMapMember, m).spot;
          const KithMapPosition *position = g_hash_table_lookup (
              kept, &draft->schools[kith_map_get_spot (draft, spot)->school].record->urn);

          if (position != NULL)
            places[spot] = position->at;
        }
    }
}

static void
add_position (KithMapDraft *draft, GHashTable *kept, guint spot, KithPoint at)
{
  gint64 urn = draft->schools[kith_map_get_spot (draft, spot)->school].record->urn;
  const KithMapPosition *known = g_hash_table_lookup (kept, &urn);
  KithMapPosition position = { urn, at, known != NULL && known->is_pinned };

  g_array_append_val (draft->positions, position);
}

/**
 * kith_map_lay_out_forces:
 *
 * Puts near to each other who works together, and on a shelf below who works with nobody.
 *
 * Returns: %FALSE with @error set if it was cancelled, or there is nobody
 */
gboolean
kith_map_lay_out_forces (KithMapDraft *draft, GError **error)
{
  g_autofree KithPoint *places = NULL;
  g_autoptr (GHashTable) kept = NULL;
  KithBox all = { INFINITY, INFINITY, -INFINITY, -INFINITY };

  keep_members (draft);
  if (draft->spots->len == 0)
    {
      g_set_error_literal (error, KITH_MAP_ERROR, KITH_MAP_ERROR_PLACES,
                           _ ("No school of it is in scope at this date, so there is nothing to "
                              "draw."));
      return FALSE;
    }
  collect_groups (draft);
  places = g_new (KithPoint, MAX (1, draft->spots->len));
  kept = kith_map_read_positions (kith_map_get_position_ledger (draft),
                                  kith_map_get_position_view (draft->options));
  take_kept (draft, kept, places);
  if (!find_places (draft, places, error))
    return FALSE;
  for (guint i = 0; i < draft->spots->len; i++)
    {
      if (isnan (places[i].x))
        continue;
      add_position (draft, kept, i, places[i]);
      kith_map_get_spot (draft, i)->place = (KithPlace){ places[i].x, -places[i].y };
      all = (KithBox){ MIN (all.x0, places[i].x), MIN (all.y0, places[i].y),
                       MAX (all.x1, places[i].x), MAX (all.y1, places[i].y) };
    }
  draft->keeping = (KithMapKeeping){ { 0, 0 }, 1, -1 };
  if (!isfinite (all.x0))
    all = (KithBox){ 0, 0, 0, 0 };
  put_on_shelf (draft, kith_box_grow (all, MARGIN));
  if (draft->options->subject == KITH_MAP_SYSTEM)
    write_system_words (draft);
  return TRUE;
}

/**
 * kith_map_draw_shelf:
 *
 * Rules the shelf off, and says who stands on it.
 */
void
kith_map_draw_shelf (KithMapDraft *draft)
{
  gboolean is_first = TRUE;

  kith_scene_begin_group (draft->scene, "shelf", NULL, NULL);
  for (guint shelf = 0; shelf < KITH_MAP_SHELVES; shelf++)
    {
      KithPoint at = kith_map_draft_find_point (draft, draft->shelf_places[shelf]);
      KithPoint end = kith_map_draft_find_point (
          draft, (KithPlace){ draft->layout_high.x, draft->shelf_places[shelf].y });
      g_autofree char *number = NULL;
      KithType type = get_shelf_type (draft);
      KithType small = { 6.6 * draft->type, KITH_WEIGHT_REGULAR };
      double width;

      if (draft->shelf_counts[shelf] == 0)
        continue;
      if (is_first)
        kith_scene_add_line (draft->scene, (KithPoint){ at.x, at.y - 5.6 * draft->type },
                             (KithPoint){ end.x, at.y - 5.6 * draft->type },
                             &(KithPaint){ .stroke = KITH_INK (KITH_ROLE_RULE), .width = 0.3 });
      is_first = FALSE;
      number = g_strdup_printf (ngettext ("%u school", "%u schools", draft->shelf_counts[shelf]),
                                draft->shelf_counts[shelf]);
      kith_map_write (draft->scene, type, KITH_INK (KITH_ROLE_INK), KITH_ANCHOR_START,
                      (KithPoint){ at.x, at.y + 0.2 * draft->type }, _ (shelf_words[shelf]));
      kith_map_write (draft->scene, small, KITH_INK (KITH_ROLE_INK2), KITH_ANCHOR_START,
                      (KithPoint){ at.x, at.y + 3.3 * draft->type }, number);
      width = kith_measure_get_width (draft->measure, &type, _ (shelf_words[shelf]));
      kith_labels_add_furniture (draft->labels, (KithBox){ at.x, at.y - 2.6 * draft->type,
                                                           at.x + width, at.y + 4 * draft->type });
    }
  kith_scene_end_group (draft->scene);
}

/**
 * kith_map_fill_holds_together:
 *
 * Says in plain words what hangs together, and how much of it.
 */
void
kith_map_fill_holds_together (KithMapColumn *column)
{
  KithMapDraft *draft = column->draft;
  guint largest = 0, n_tied = 0;
  g_autofree char *sentence = NULL, *tied_words = NULL, *all_words = NULL, *largest_words = NULL;

  for (guint i = 0; i < draft->spots->len; i++)
    {
      const KithRollRow *row = kith_roll_find (
          draft->roll, draft->schools[kith_map_get_spot (draft, i)->school].record->urn);

      n_tied += row != NULL && row->n_links > 0;
      largest = MAX (largest, row == NULL ? 0 : row->component);
    }
  if (n_tied == 0 || kith_map_column_left (column) < 16 * column->k)
    return;
  kith_map_column_rule (column);
  kith_map_column_heading (column, _ ("What hangs together"), NULL);
  tied_words = kith_text_dup_count (n_tied);
  all_words = kith_text_dup_count (draft->spots->len);
  largest_words = kith_text_dup_count (largest);
  sentence = g_strdup_printf (
      _ ("%s of %s schools here work with another. The largest part of the system that hangs "
         "together has %s schools: each can be introduced to each."),
      tied_words, all_words, largest_words);
  kith_map_column_words (column, sentence);
}
