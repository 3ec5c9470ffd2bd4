/* kith-sheet-hub.c: the map of one arrangement with its members
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-engagement.h"
#include "kith-map-column-private.h"
#include "kith-map-groups-private.h"
#include "kith-reach.h"
#include "kith-short-name.h"

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

#define RANK_LEAD 120.0
#define RANK_MEMBER 100.0

/* LOOK, section 4. */
#define REACH_OUT 4.2
#define REACH_SOFTNESS 8.0
#define BEND 0.07
#define BEND_DEGREES 4.0
#define CURVE_POINTS 7

static const char *
get_kind_words (KithMapDraft *draft)
{
  return _ (kith_kind_get_info (draft->arrangement->kind)->words);
}

static KithTie
get_tie (KithMapDraft *draft)
{
  return kith_kind_get_info (draft->arrangement->kind)->tie;
}

static KithStand
get_stand (KithMapDraft *draft, const KithNetworkMember *member)
{
  if (kith_kind_is_standing (draft->arrangement->kind))
    return KITH_STAND_LIVE;
  if (!member->is_live)
    return KITH_STAND_FADED;
  return member->is_unrecorded ? KITH_STAND_UNRECORDED : KITH_STAND_LIVE;
}

static void
add_spot (KithMapDraft *draft, guint school, KithStand stand, KithDate last_contact)
{
  KithMapSpot spot = { .school = school,
                       .stand = stand,
                       .via = G_MAXUINT,
                       .place = draft->schools[school].place,
                       .label = G_MAXUINT };

  if (stand != KITH_STAND_CONTEXT)
    spot.rank = stand == KITH_STAND_LEAD ? RANK_LEAD : RANK_MEMBER;
  if (last_contact != KITH_DATE_UNKNOWN && kith_map_needs_ground (draft))
    spot.figure = kith_date_dup_text (last_contact, KITH_DATE_SHORT);
  if (stand != KITH_STAND_CONTEXT && kith_map_needs_ground (draft))
    draft->n_unplaced += !kith_place_is_known (spot.place);
  g_array_append_val (draft->spots, spot);
}

/* every school once: the lead, the members, then all others as context */
static void
add_spots (KithMapDraft *draft)
{
  const KithNetworkArrangement *arrangement = draft->arrangement;
  g_autofree gboolean *is_in = g_new0 (gboolean, MAX (1, draft->n_schools));
  guint lead = kith_engagement_find_lead (
      draft->network,
      kith_network_find_arrangement (draft->network, draft->options->arrangement_id));

  if (lead != KITH_INDEX_NONE)
    {
      is_in[lead] = TRUE;
      add_spot (draft, lead, KITH_STAND_LEAD, KITH_DATE_UNKNOWN);
    }
  for (guint m = 0; m < arrangement->n_members; m++)
    {
      const KithNetworkMember *member = &arrangement->members[m];

      if (member->school == KITH_INDEX_NONE)
        kith_map_count_undrawn (draft, member);
      else if (!is_in[member->school])
        {
          is_in[member->school] = TRUE;
          add_spot (draft, member->school, get_stand (draft, member), member->last_contact);
        }
    }
  for (guint i = 0; i < draft->n_schools; i++)
    if (!is_in[i])
      add_spot (draft, i, KITH_STAND_CONTEXT, KITH_DATE_UNKNOWN);
}

static guint
count_stand (KithMapDraft *draft, KithStand stand)
{
  guint n = 0;

  for (guint i = 0; i < draft->spots->len; i++)
    n += kith_map_get_spot (draft, i)->stand == stand;
  return n;
}

static GPtrArray *
find_authorities (KithMapDraft *draft)
{
  GPtrArray *names = g_ptr_array_new ();

  for (guint i = 0; i < draft->spots->len; i++)
    {
      const KithMapSpot *spot = kith_map_get_spot (draft, i);
      const char *name = kith_map_get_authority (draft, draft->schools[spot->school].record->la);

      if (spot->stand != KITH_STAND_CONTEXT && name != NULL &&
          !g_ptr_array_find_with_equal_func (names, name, g_str_equal, NULL))
        g_ptr_array_add (names, (char *)name);
    }
  return names;
}

/* "17 schools in 2 authorities in touch", of the first that there are; then "4 faded" */
static void
add_part (GPtrArray *parts, guint n, const char *where, const char *how)
{
  if (n == 0)
    return;
  if (parts->len == 0)
    g_ptr_array_add (parts, g_strdup_printf (ngettext ("%u school %s %s", "%u schools %s %s", n), n,
                                             where, how));
  else
    g_ptr_array_add (parts, g_strdup_printf ("%u %s", n, how));
}

static void
write_finding (KithMapDraft *draft, guint n_authorities)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *where = g_strdup_printf (
      ngettext ("in %u authority", "in %u authorities", n_authorities), n_authorities);

  if (kith_kind_is_standing (draft->arrangement->kind))
    {
      guint n = count_stand (draft, KITH_STAND_LIVE) + count_stand (draft, KITH_STAND_LEAD);

      draft->finding = g_strdup_printf (ngettext ("%u school %s", "%u schools %s", n), n, where);
      return;
    }
  add_part (parts, count_stand (draft, KITH_STAND_LIVE), where, _ ("in touch"));
  add_part (parts, count_stand (draft, KITH_STAND_UNRECORDED), where,
            _ ("with no contact recorded"));
  add_part (parts, count_stand (draft, KITH_STAND_FADED), where, _ ("faded"));
  if (parts->len > 0 && draft->engagement.n_not_reached > 0)
    add_part (parts, draft->engagement.n_not_reached, where, _ ("in its patch not reached"));
  g_ptr_array_add (parts, NULL);
  draft->finding = parts->len == 1 ? g_strdup (_ ("No other school belongs to it"))
                                   : kith_text_dup_list ((const char *const *)parts->pdata);
}

/* how long after a contact a membership is live */
static guint
get_live_months (KithMapDraft *draft)
{
  const KithSettings *settings = kith_network_get_settings (draft->network);
  double days = settings->half_life[draft->arrangement->kind] * log2 (1 / settings->live_recency);

  return (guint)round (days / 365.25 * 12);
}

static gboolean
has_dates (KithMapDraft *draft)
{
  for (guint i = 0; i < draft->spots->len; i++)
    if (kith_map_get_spot (draft, i)->figure != NULL)
      return TRUE;
  return FALSE;
}

static void
write_note (KithMapDraft *draft)
{
  const KithSettings *settings = kith_network_get_settings (draft->network);

  if (kith_kind_is_standing (draft->arrangement->kind))
    draft->note = g_strdup_printf (_ ("Membership of a %s does not fade."), get_kind_words (draft));
  else
    draft->note = g_strdup_printf (
        _ ("Live: a contact under it, or joining it, no more than %u months ago (recency %.2f, "
           "half-life %.0f days).%s"),
        get_live_months (draft), settings->live_recency,
        settings->half_life[draft->arrangement->kind],
        has_dates (draft) ? _ (" Dates under names: the last contact under it.") : "");
}

static int
compare_authorities (gconstpointer a, gconstpointer b)
{
  return g_strcmp0 (*(const char *const *)a, *(const char *const *)b);
}

/* On rings whoever leads stands in the middle, the members around by authority. */
static gboolean
put_on_rings (KithMapDraft *draft, GPtrArray *authorities, GError **error)
{
  if (draft->spots->len == 0 || kith_map_get_spot (draft, 0)->stand != KITH_STAND_LEAD)
    {
      g_set_error (error, KITH_MAP_ERROR, KITH_MAP_ERROR_LAYOUT,
                   _ ("Nobody is recorded as leading “%s”, so nobody stands in the middle. Choose "
                      "another view, or record who leads it."),
                   draft->title);
      return FALSE;
    }
  draft->centre_spot = 0;
  kith_map_get_spot (draft, 0)->stand = KITH_STAND_CENTRE;
  for (guint i = draft->spots->len; i-- > 1;)
    if (kith_map_get_spot (draft, i)->stand == KITH_STAND_CONTEXT)
      g_array_remove_index (draft->spots, i);
  g_ptr_array_sort (authorities, compare_authorities);
  for (guint a = 0; a < authorities->len; a++)
    {
      KithMapGroup *group = kith_map_add_group (draft, authorities->pdata[a], get_tie (draft));

      group->has_centre = TRUE;
      for (guint i = 1; i < draft->spots->len; i++)
        {
          const KithMapSpot *spot = kith_map_get_spot (draft, i);

          if (g_strcmp0 (kith_map_get_authority (draft, draft->schools[spot->school].record->la),
                         authorities->pdata[a]) == 0)
            g_array_append_val (group->members,
                                ((KithMapMember){ i, spot->stand != KITH_STAND_FADED }));
        }
      group->figure = g_strdup_printf (ngettext ("%u school", "%u schools", group->members->len),
                                       group->members->len);
    }
  return TRUE;
}

static gboolean
collect (KithMapDraft *draft, GError **error)
{
  guint arrangement =
      kith_network_find_arrangement (draft->network, draft->options->arrangement_id);
  guint n;
  g_autoptr (GPtrArray) authorities = NULL;

  if (arrangement == KITH_INDEX_NONE)
    {
      g_set_error_literal (error, KITH_MAP_ERROR, KITH_MAP_ERROR_ARRANGEMENT,
                           _ ("The arrangement is not active at this date. Choose another one, or "
                              "another date."));
      return FALSE;
    }
  draft->arrangement = &kith_network_get_arrangements (draft->network, &n)[arrangement];
  if (!kith_map_may_show (draft, draft->arrangement->kind))
    {
      g_set_error (error, KITH_MAP_ERROR, KITH_MAP_ERROR_AUDIENCE,
                   _ ("Who supports whom is not told to this audience: %s. Choose another "
                      "arrangement, or another audience."),
                   kith_audience_get_words (draft->options->audience));
      return FALSE;
    }
  add_spots (draft);
  authorities = find_authorities (draft);
  draft->title = kith_map_dup_arrangement_name (draft, draft->arrangement->name);
  if (draft->arrangement->kind != KITH_KIND_FAMILY)
    kith_map_mark_unreached (draft, arrangement);
  write_finding (draft, authorities->len);
  if (authorities->len > 0 && authorities->len <= 3)
    {
      g_ptr_array_add (authorities, NULL);
      draft->region = kith_text_dup_list ((const char *const *)authorities->pdata);
      g_ptr_array_set_size (authorities, (gint)authorities->len - 1);
    }
  else
    draft->region = g_strdup_printf (_ ("%u authorities"), authorities->len);
  write_note (draft);
  if (draft->arrangement->kind == KITH_KIND_FAMILY && kith_map_needs_ground (draft))
    {
      draft->steps = &kith_map_family_steps;
      return draft->steps->collect (draft, error);
    }
  if (draft->options->layout == KITH_MAP_RADIAL)
    return put_on_rings (draft, authorities, error);
  return TRUE;
}

static double
get_degrees (KithPoint from, KithPoint to)
{
  return atan2 (to.y - from.y, to.x - from.x) * 180 / G_PI;
}

static gboolean
is_spoke (const KithMapSpot *spot)
{
  return spot->is_drawn && spot->stand > KITH_STAND_LEAD && spot->stand <= KITH_STAND_FADED;
}

/* whether a bent spoke would cross the straight way to another school */
static gboolean
crosses_others (KithMapDraft *draft, const KithMapSpot *lead, guint number, double bend)
{
  const KithMapSpot *spot = kith_map_get_spot (draft, number);
  KithTiePath path = { lead->at, spot->at, lead->reach, spot->reach, bend };
  KithPoint points[CURVE_POINTS];

  kith_tie_get_points (&path, CURVE_POINTS, points);
  for (guint i = 0; i < draft->spots->len; i++)
    {
      const KithMapSpot *other = kith_map_get_spot (draft, i);

      for (guint p = 0; i != number && is_spoke (other) && p + 1 < CURVE_POINTS; p++)
        if (kith_lines_cross (points[p], points[p + 1], lead->at, other->at))
          return TRUE;
    }
  return FALSE;
}

/* Of two spokes less than 4° apart the longer one swings away, unless it would cross a third. */
static double
find_bend (KithMapDraft *draft, const KithMapSpot *lead, guint number)
{
  const KithMapSpot *spot = kith_map_get_spot (draft, number);
  double own = get_degrees (lead->at, spot->at);
  double length = hypot (spot->at.x - lead->at.x, spot->at.y - lead->at.y);
  double nearest = BEND_DEGREES, bend = 0;

  for (guint i = 0; i < draft->spots->len; i++)
    {
      const KithMapSpot *other = kith_map_get_spot (draft, i);
      double turn, far;

      if (i == number || !is_spoke (other))
        continue;
      turn = remainder (get_degrees (lead->at, other->at) - own, 360);
      far = hypot (other->at.x - lead->at.x, other->at.y - lead->at.y);
      if (fabs (turn) < nearest && (far < length || (far == length && i < number)))
        {
          nearest = fabs (turn);
          bend = turn > 0 ? BEND : -BEND;
        }
    }
  if (bend == 0 || !crosses_others (draft, lead, number, bend))
    return bend;
  return crosses_others (draft, lead, number, -bend) ? 0 : -bend;
}

static void
add_reach (const KithTiePath *path, guint number, GArray *lines)
{
  KithTiePath whole = *path;
  KithPoint points[CURVE_POINTS];
  guint n = path->bend == 0 ? 2 : CURVE_POINTS;

  whole.from_r = whole.to_r = -KITH_TIE_GAP;
  kith_tie_get_points (&whole, n, points);
  for (guint i = 0; i + 1 < n; i++)
    g_array_append_val (lines, ((KithReachLine){ points[i], points[i + 1], number }));
}

static void
draw_reach (KithMapDraft *draft, GArray *lines)
{
  KithRole role = kith_tie_get_line (get_tie (draft))->role;
  g_autoptr (GPtrArray) outlines = kith_reach_new_outlines ((const KithReachLine *)lines->data,
                                                            lines->len, REACH_OUT, REACH_SOFTNESS);
  KithPaint soft = { .fill = KITH_INK_WASH (role),
                     .stroke = KITH_INK_MIX (role, 0.5, KITH_ROLE_LAND),
                     .width = 0.22,
                     .pattern = KITH_PATTERN_FINE_DOTS };

  for (guint i = 0; i < outlines->len; i++)
    {
      const GArray *outline = outlines->pdata[i];

      for (guint p = 0; p < outline->len; p++)
        {
          KithPoint point = g_array_index (outline, KithPoint, p);

          if (p == 0)
            kith_scene_move_to (draft->scene, point.x, point.y);
          else
            kith_scene_line_to (draft->scene, point.x, point.y);
        }
      kith_scene_close (draft->scene);
    }
  kith_scene_end_path (draft->scene, &soft);
}

static void
tell_labels (KithMapDraft *draft, const KithTiePath *path, gboolean is_live, guint number)
{
  KithPoint points[CURVE_POINTS];

  kith_tie_get_points (path, CURVE_POINTS, points);
  for (guint i = 0; i + 1 < CURVE_POINTS; i++)
    if (is_live || i == 0 || i == CURVE_POINTS - 2)
      kith_labels_add_line (draft->labels, points[i], points[i + 1], number);
}

static void
draw_spokes (KithMapDraft *draft, const KithMapSpot *lead)
{
  g_autoptr (GArray) reach = g_array_new (FALSE, FALSE, sizeof (KithReachLine));
  g_autoptr (GArray) paths = g_array_new (FALSE, FALSE, sizeof (KithTiePath));
  g_autoptr (GArray) numbers = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < draft->spots->len; i++)
    {
      const KithMapSpot *spot = kith_map_get_spot (draft, i);
      KithTiePath path = { lead->at, spot->at, lead->reach, spot->reach, 0 };

      if (!is_spoke (spot))
        continue;
      path.bend = find_bend (draft, lead, i);
      if (spot->stand != KITH_STAND_FADED)
        add_reach (&path, i, reach);
      tell_labels (draft, &path, spot->stand != KITH_STAND_FADED, i);
      g_array_append_val (paths, path);
      g_array_append_val (numbers, i);
    }
  draw_reach (draft, reach);
  /* stubs lie over whole lines */
  for (guint pass = 0; pass < 2; pass++)
    for (guint i = 0; i < paths->len; i++)
      {
        gboolean is_live =
            kith_map_get_spot (draft, g_array_index (numbers, guint, i))->stand != KITH_STAND_FADED;

        if (is_live == (pass == 0))
          kith_scene_add_tie (draft->scene, get_tie (draft), is_live,
                              &g_array_index (paths, KithTiePath, i), KITH_ROLE_LAND);
      }
}

/* without a lead: live members as their shortest web, each faded one towards the nearest of
 * them */
static void
draw_web (KithMapDraft *draft)
{
  g_autoptr (GArray) live = g_array_new (FALSE, FALSE, sizeof (guint));
  guint n_web;

  for (guint i = 0; i < draft->spots->len; i++)
    {
      const KithMapSpot *spot = kith_map_get_spot (draft, i);

      if ((spot->stand == KITH_STAND_LIVE || spot->stand == KITH_STAND_UNRECORDED) &&
          spot->is_drawn)
        g_array_append_val (live, i);
    }
  kith_map_add_web (draft, (const guint *)live->data, live->len, get_tie (draft));
  n_web = draft->ties->len;
  for (guint i = 0; live->len > 0 && i < draft->spots->len; i++)
    {
      const KithMapSpot *spot = kith_map_get_spot (draft, i);
      guint nearest = g_array_index (live, guint, 0);

      if (spot->stand != KITH_STAND_FADED || !spot->is_drawn)
        continue;
      for (guint l = 1; l < live->len; l++)
        if (kith_place_get_metres (kith_map_get_spot (draft, g_array_index (live, guint, l))->place,
                                   spot->place) <
            kith_place_get_metres (kith_map_get_spot (draft, nearest)->place, spot->place))
          nearest = g_array_index (live, guint, l);
      g_array_append_val (draft->ties, ((KithMapTie){ i, nearest, get_tie (draft), FALSE }));
    }
  for (guint i = 0; i < draft->ties->len; i++)
    {
      const KithMapTie *tie = &g_array_index (draft->ties, KithMapTie, i);
      const KithMapSpot *from = kith_map_get_spot (draft, tie->from);
      const KithMapSpot *to = kith_map_get_spot (draft, tie->to);
      KithTiePath path = { from->at, to->at, from->reach, to->reach, 0 };

      tell_labels (draft, &path, i < n_web, i);
      kith_scene_add_tie (draft->scene, tie->tie, tie->is_live, &path, KITH_ROLE_LAND);
    }
}

static void
draw_ties (KithMapDraft *draft)
{
  const KithMapSpot *lead = kith_map_get_spot (draft, 0);

  kith_map_draw_distances (draft);
  kith_scene_begin_group (draft->scene, "ties", NULL, NULL);
  if (lead->stand == KITH_STAND_LEAD && lead->is_drawn)
    draw_spokes (draft, lead);
  else
    draw_web (draft);
  kith_scene_end_group (draft->scene);
}

static char *
dup_stand_note (KithMapDraft *draft, KithStand stand)
{
  guint months = get_live_months (draft);

  switch ((int)stand)
    {
    case KITH_STAND_LIVE:
      return kith_kind_is_standing (draft->arrangement->kind)
                 ? NULL
                 : g_strdup_printf (_ ("a contact with it, or joined, in the last %u months"),
                                    months);
    case KITH_STAND_UNRECORDED:
      return g_strdup (_ ("a member, but nobody has recorded any contact; counted as live"));
    case KITH_STAND_FADED:
      return g_strdup_printf (_ ("a member, but no contact for %u months"), months);
    case KITH_STAND_UNREACHED:
      return g_strdup (_ ("of its phases, in its patch, and no member"));
    default:
      return NULL;
    }
}

static void
fill_stands (KithMapColumn *column)
{
  KithMapDraft *draft = column->draft;
  g_autofree char *heading =
      g_strdup_printf (_ ("Schools and how they stand with the %s"), get_kind_words (draft));

  kith_map_column_heading (column, heading, NULL);
  for (guint stand = KITH_STAND_LEAD; stand < KITH_N_STANDS; stand++)
    {
      KithSign sign = kith_map_make_sign (stand, KITH_PHASE_PRIMARY, get_tie (draft),
                                          stand == KITH_STAND_LEAD ? 0.9 : 1);
      g_autofree char *note = dup_stand_note (draft, stand);

      if (draft->counts[stand] > 0)
        kith_map_column_sign (column, &sign, kith_map_get_stand_words (draft, stand), note,
                              draft->counts[stand], NULL, 0);
    }
  kith_map_column_undrawn (column, _ ("Not placed: no co-ordinates"), draft->n_unplaced);
  kith_map_column_undrawn (column, _ ("Left out by choice"), draft->n_left_out);
  kith_map_column_members (column);
}

/* its patch, and how far things are */
static void
fill_distances (KithMapColumn *column)
{
  KithMapDraft *draft = column->draft;
  const KithSettings *settings = kith_network_get_settings (draft->network);
  KithPaint distance = kith_map_get_distance_paint (), edge = kith_map_get_patch_paint (draft);
  g_autofree char *list = kith_map_dup_distances (draft);
  g_autofree char *words = NULL, *patch = NULL;

  if (list == NULL)
    return;
  words =
      g_strdup_printf (draft->counts[KITH_STAND_LEAD] > 0 ? _ ("%s from the school that leads it")
                                                          : _ ("%s from the middle of its schools"),
                       list);
  kith_map_column_line (column, &distance, words);
  if (draft->engagement.patch == KITH_PATCH_RECORDED)
    return;
  patch = g_strdup_printf (_ ("its patch: %.1f km hold %.0f%% of its members"),
                           draft->engagement.patch_metres / 1000, settings->patch_share * 100);
  kith_map_column_line (column, &edge, patch);
}

static void
fill_lines (KithMapColumn *column)
{
  KithMapDraft *draft = column->draft;
  KithRole role = kith_tie_get_line (get_tie (draft))->role;
  gboolean has_live = draft->counts[KITH_STAND_LIVE] + draft->counts[KITH_STAND_UNRECORDED] > 0;
  KithPaint soft = { .fill = KITH_INK_WASH (role),
                     .stroke = KITH_INK_MIX (role, 0.5, KITH_ROLE_LAND),
                     .width = 0.22,
                     .pattern = KITH_PATTERN_FINE_DOTS };
  g_autofree char *live = g_strdup_printf (_ ("%s link, live"), get_kind_words (draft));
  g_autofree char *faded =
      g_strdup_printf (_ ("%s link, faded: two stubs"), get_kind_words (draft));

  if (!has_live && draft->counts[KITH_STAND_FADED] == 0)
    return;
  kith_map_column_rule (column);
  kith_map_column_heading (column, _ ("Lines"), NULL);
  column->y -= 0.6 * column->k;
  if (has_live)
    kith_map_column_tie (column, get_tie (draft), TRUE, live);
  if (draft->counts[KITH_STAND_FADED] > 0)
    kith_map_column_tie (column, get_tie (draft), FALSE, faded);
  if (has_live && draft->counts[KITH_STAND_LEAD] > 0)
    kith_map_column_area (column, &soft, _ ("reach of the live links"));
  fill_distances (column);
}

/* engaged and silent members (METHODS, section 3) */
static void
count_engaged (KithMapDraft *draft, guint *n_engaged, guint *n_members)
{
  KithDate since = kith_date_add_months (draft->date, -12);

  *n_engaged = *n_members = 0;
  for (guint m = 0; m < draft->arrangement->n_members; m++)
    {
      const KithNetworkMember *member = &draft->arrangement->members[m];

      if (member->school == KITH_INDEX_NONE ||
          (kith_map_get_spot (draft, 0)->stand == KITH_STAND_LEAD &&
           member->school == kith_map_get_spot (draft, 0)->school))
        continue;
      ++*n_members;
      *n_engaged += member->last_contact > since && member->last_contact <= draft->date;
    }
}

static void
draw_part (KithMapColumn *column,
           double *x,
           double width,
           KithPaint paint,
           guint count,
           gboolean is_filled)
{
  KithBox box = { *x, column->y, *x + width, column->y + 4.4 * column->k };
  g_autofree char *number = kith_text_dup_count (count);
  KithType type = { 7.2 * column->k, KITH_WEIGHT_SEMIBOLD };

  if (count == 0)
    return;
  kith_scene_add_box (column->scene, kith_box_grow (box, -0.2), &paint);
  if (kith_measure_get_width (column->draft->measure, &type, number) + 2 < width)
    kith_map_write (column->scene, type, KITH_INK (is_filled ? KITH_ROLE_VIEW : KITH_ROLE_INK),
                    KITH_ANCHOR_START,
                    (KithPoint){ box.x0 + 1.4 * column->k, box.y0 + 3.1 * column->k }, number);
  *x += width;
}

/* one thing to learn: how much of what is on paper is alive */
static void
fill_engagement (KithMapColumn *column)
{
  KithMapDraft *draft = column->draft;
  KithRole role = kith_tie_get_line (get_tie (draft))->role;
  guint n_engaged, n_members;
  double x = column->x0, width = column->x1 - column->x0;
  g_autofree char *sentence = NULL;

  count_engaged (draft, &n_engaged, &n_members);
  if (n_members == 0 || kith_map_column_left (column) < 22 * column->k)
    return;
  kith_map_column_rule (column);
  kith_map_column_heading (column, _ ("Engaged in the last 12 months"), NULL);
  column->y += 0.6 * column->k;
  draw_part (column, &x, width * n_engaged / n_members, (KithPaint){ .fill = KITH_INK_WORD (role) },
             n_engaged, TRUE);
  draw_part (
      column, &x, width * (n_members - n_engaged) / n_members,
      (KithPaint){ .fill = KITH_INK (KITH_ROLE_VIEW), .stroke = KITH_INK (role), .width = 0.4 },
      n_members - n_engaged, FALSE);
  column->y += 5.2 * column->k;
  sentence = g_strdup_printf (
      ngettext ("Of %u member, %u had a contact under it in the last 12 months; the rest are "
                "silent, or nobody wrote it down.",
                "Of %u members, %u had a contact under it in the last 12 months; the rest are "
                "silent, or nobody wrote it down.",
                n_members),
      n_members, n_engaged);
  kith_map_column_words (column, sentence);
}

static void
fill_column (KithMapDraft *draft)
{
  KithMapColumn column;

  kith_map_column_begin (&column, draft);
  fill_stands (&column);
  kith_map_column_rule (&column);
  kith_map_column_phases (&column);
  fill_lines (&column);
  if (!kith_kind_is_standing (draft->arrangement->kind))
    fill_engagement (&column);
  kith_map_column_numbers (&column);
  kith_map_column_end (&column);
}

const KithMapSteps kith_map_arrangement_steps = { collect, draw_ties, fill_column };
