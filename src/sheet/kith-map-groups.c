/* kith-map-groups.c: arrangements as soft outlines around their members
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-map-groups-private.h"

#include "kith-hull.h"
#include "kith-reach.h"
#include "kith-short-name.h"

#include <glib/gi18n.h>
#include <math.h>

/* LOOK, section 4, in mm: how far outlines lie from the marks they hold. */
#define OUT 6.4
#define OUT_LESS 3.6
#define OUT_WITHIN 0.66
#define OUT_SMALL 0.42
#define SHRUNK 1.15
#define REACH_PART 0.62
#define REACH_SOFTNESS 8.0
#define CHAIN_SOFTNESS 1.2
#define REACH_LEAST 0.35

/* With more schools than so many, lines are a web of one ink. */
#define MOST_LINES 300

/* Between an outline and a mark that it does not hold. */
#define GAP_FOREIGN 0.5

/* The ends of a chain are joined where that takes no more than so many times its longest
 * step. */
#define LOOP 1.6

static const char *const tie_words[KITH_N_TIES] = {
  [KITH_TIE_TRUST] = N_ ("trust or federation"),
  [KITH_TIE_HUB] = N_ ("hub"),
  [KITH_TIE_FAMILY] = N_ ("Family of Schools"),
  [KITH_TIE_PAIRING] = N_ ("pairing"),
  [KITH_TIE_AREA] = N_ ("area partnership, cluster"),
  [KITH_TIE_PROGRAMME] = N_ ("programme, research group"),
  [KITH_TIE_STRAND] = N_ ("work strand, other"),
};

/**
 * kith_map_get_tie_words:
 *
 * Returns: (transfer none): what is drawn so, translated
 */
const char *
kith_map_get_tie_words (KithTie tie)
{
  return _ (tie_words[tie]);
}

/**
 * kith_map_get_group:
 *
 * Returns: (transfer none): one of the arrangements of the picture
 */
KithMapGroup *
kith_map_get_group (KithMapDraft *draft, guint index)
{
  return &g_array_index (draft->groups, KithMapGroup, index);
}

/**
 * kith_map_add_group:
 * @name: of the arrangement
 * @tie: how its ties are drawn
 *
 * Returns: (transfer none): a group without members; valid until the next is added
 */
KithMapGroup *
kith_map_add_group (KithMapDraft *draft, const char *name, KithTie tie)
{
  KithMapGroup group = { .name = kith_map_dup_arrangement_name (draft, name),
                         .tie = tie,
                         .members = g_array_new (FALSE, FALSE, sizeof (KithMapMember)),
                         .lead = G_MAXUINT,
                         .parent = G_MAXUINT };

  g_array_append_val (draft->groups, group);
  return kith_map_get_group (draft, draft->groups->len - 1);
}

/**
 * kith_map_group_clear:
 */
void
kith_map_group_clear (KithMapGroup *self)
{
  g_free (self->name);
  g_free (self->figure);
  g_array_unref (self->members);
  g_clear_pointer (&self->outlines, g_ptr_array_unref);
}

/* the spots of a group, the middle one among them */
static GArray *
list_spots (KithMapDraft *draft, const KithMapGroup *group)
{
  GArray *spots = g_array_new (FALSE, FALSE, sizeof (guint));

  if (group->has_centre)
    g_array_append_val (spots, draft->centre_spot);
  for (guint m = 0; m < group->members->len; m++)
    g_array_append_val (spots, g_array_index (group->members, KithMapMember, m).spot);
  return spots;
}

static gboolean
has_spot (const GArray *spots, guint spot)
{
  for (guint i = 0; i < spots->len; i++)
    if (g_array_index (spots, guint, i) == spot)
      return TRUE;
  return FALSE;
}

static gboolean
is_within (const GArray *spots, const GArray *others)
{
  for (guint i = 0; i < spots->len; i++)
    if (!has_spot (others, g_array_index (spots, guint, i)))
      return FALSE;
  return TRUE;
}

/* A child lies inside its parent, and who is all in a larger arrangement inside that: no two
 * edges in one place. Small pictures have their outlines nearer to the marks. */
static double
get_out (KithMapDraft *draft, const KithMapGroup *group, const GArray *spots)
{
  double least = MIN (draft->box.x1 - draft->box.x0, draft->box.y1 - draft->box.y0);
  double out = group->parent == G_MAXUINT ? OUT : OUT - OUT_LESS;

  for (guint g = 0; g < draft->groups->len; g++)
    {
      const KithMapGroup *other = kith_map_get_group (draft, g);
      g_autoptr (GArray) others = other->outlines != NULL ? list_spots (draft, other) : NULL;

      if (others != NULL && g != group->parent && is_within (spots, others))
        out *= OUT_WITHIN;
    }
  return out * CLAMP (MIN (least / 100, SHRUNK / draft->metres_per_mm), OUT_SMALL, 1);
}

static gboolean
holds_foreign (KithMapDraft *draft, const GPtrArray *outlines, const GArray *own)
{
  for (guint i = 0; i < draft->spots->len; i++)
    {
      const KithMapSpot *spot = kith_map_get_spot (draft, i);
      gboolean is_inside = FALSE;

      if (!spot->is_drawn || has_spot (own, i))
        continue;
      for (guint o = 0; o < outlines->len; o++)
        {
          if (kith_outline_get_distance (outlines->pdata[o], spot->at, NULL) <
              spot->reach + GAP_FOREIGN)
            return TRUE;
          /* a hole in a soft shape counts against its edge */
          is_inside ^= kith_outline_holds (outlines->pdata[o], spot->at);
        }
      if (is_inside)
        return TRUE;
    }
  return FALSE;
}

/* every spot but the first with the nearest that is joined already (Prim 1957); where both ends
 * of what results are near, they are joined too */
static GArray *
make_chain (KithMapDraft *draft, const GArray *spots)
{
  GArray *lines = g_array_new (FALSE, FALSE, sizeof (KithReachLine));
  g_autofree gboolean *is_in = g_new0 (gboolean, spots->len);
  g_autofree guint *n_lines = g_new0 (guint, spots->len);
  double longest = 0;
  guint ends[2] = { 0, 0 }, n_ends = 0;

  is_in[0] = TRUE;
  for (guint step = 1; step < spots->len; step++)
    {
      double best = INFINITY;
      guint from = 0, to = 0;

      for (guint a = 0; a < spots->len; a++)
        for (guint b = 0; is_in[a] && b < spots->len; b++)
          {
            KithPoint p = kith_map_get_spot (draft, g_array_index (spots, guint, a))->at;
            KithPoint q = kith_map_get_spot (draft, g_array_index (spots, guint, b))->at;
            double far = hypot (p.x - q.x, p.y - q.y);

            if (!is_in[b] && far < best)
              {
                best = far;
                from = a;
                to = b;
              }
          }
      is_in[to] = TRUE;
      n_lines[from]++;
      n_lines[to]++;
      longest = MAX (longest, best);
      g_array_append_val (
          lines, ((KithReachLine){
                     kith_map_get_spot (draft, g_array_index (spots, guint, from))->at,
                     kith_map_get_spot (draft, g_array_index (spots, guint, to))->at, step }));
    }
  for (guint i = 0; i < spots->len; i++)
    if (n_lines[i] == 1 && n_ends++ < 2)
      ends[n_ends - 1] = i;
  if (n_ends == 2 && spots->len > 3)
    {
      KithPoint p = kith_map_get_spot (draft, g_array_index (spots, guint, ends[0]))->at;
      KithPoint q = kith_map_get_spot (draft, g_array_index (spots, guint, ends[1]))->at;

      if (hypot (p.x - q.x, p.y - q.y) < LOOP * longest)
        g_array_append_val (lines, ((KithReachLine){ p, q, spots->len }));
    }
  return lines;
}

static GArray *
make_spokes (KithMapDraft *draft, const GArray *spots, guint middle)
{
  GArray *lines = g_array_new (FALSE, FALSE, sizeof (KithReachLine));
  KithPoint at = kith_map_get_spot (draft, middle)->at;

  for (guint i = 0; i < spots->len; i++)
    if (g_array_index (spots, guint, i) != middle)
      g_array_append_val (
          lines, ((KithReachLine){
                     at, kith_map_get_spot (draft, g_array_index (spots, guint, i))->at, i }));
  return lines;
}

/* An outline holds nobody else: a convex one where that is so, else one along lines, the nearer
 * to them the more stands in the way; else none. */
static GPtrArray *
make_outlines (KithMapDraft *draft, const KithMapGroup *group)
{
  g_autoptr (GArray) spots = list_spots (draft, group);
  g_autofree KithPoint *points = g_new (KithPoint, spots->len);
  g_autoptr (GPtrArray) outlines = g_ptr_array_new_with_free_func ((GDestroyNotify)g_array_unref);
  g_autoptr (GArray) hull = NULL, lines = NULL;
  double out = get_out (draft, group, spots);
  gboolean is_chain = !group->has_centre && group->lead == G_MAXUINT;

  for (guint i = 0; i < spots->len; i++)
    points[i] = kith_map_get_spot (draft, g_array_index (spots, guint, i))->at;
  hull = kith_hull_new (points, spots->len);
  g_ptr_array_add (outlines, kith_hull_grow (hull, out));
  if (!holds_foreign (draft, outlines, spots))
    return g_steal_pointer (&outlines);
  lines = is_chain
              ? make_chain (draft, spots)
              : make_spokes (draft, spots, group->has_centre ? draft->centre_spot : group->lead);
  for (double part = REACH_PART; part > REACH_LEAST; part *= 0.8)
    {
      g_clear_pointer (&outlines, g_ptr_array_unref);
      outlines =
          kith_reach_new_outlines ((const KithReachLine *)lines->data, lines->len, out * part,
                                   (is_chain ? CHAIN_SOFTNESS : REACH_SOFTNESS) * out / OUT);
      if (!holds_foreign (draft, outlines, spots))
        return g_steal_pointer (&outlines);
    }
  return NULL;
}

static guint
count_drawn (KithMapDraft *draft, const KithMapGroup *group)
{
  guint n = group->has_centre && kith_map_get_spot (draft, draft->centre_spot)->is_drawn;

  for (guint m = 0; m < group->members->len; m++)
    n += kith_map_get_spot (draft, g_array_index (group->members, KithMapMember, m).spot)->is_drawn;
  return n;
}

static gboolean
has_live (const KithMapGroup *group)
{
  for (guint m = 0; m < group->members->len; m++)
    if (g_array_index (group->members, KithMapMember, m).is_live)
      return TRUE;
  return FALSE;
}

/* The largest that have three members or more, no more than LOOK has; none on the ground, where
 * others live between them. */
static void
choose_outlined (KithMapDraft *draft)
{
  for (guint n = 0; draft->layout == &kith_map_network_layout && n < KITH_MAP_MOST_OUTLINES; n++)
    {
      KithMapGroup *best = NULL;

      for (guint g = 0; g < draft->groups->len; g++)
        {
          KithMapGroup *group = kith_map_get_group (draft, g);
          guint size = count_drawn (draft, group);

          if (group->is_tried || kith_map_is_tie_off (draft, group->tie) || size < 3 ||
              !has_live (group) || (best != NULL && size <= count_drawn (draft, best)))
            continue;
          best = group;
        }
      if (best == NULL)
        return;
      best->is_tried = TRUE;
      best->outlines = make_outlines (draft, best);
    }
}

static void
trace (KithScene *scene, const GArray *outline)
{
  for (guint p = 0; p < outline->len; p++)
    {
      KithPoint point = g_array_index (outline, KithPoint, p);

      if (p == 0)
        kith_scene_move_to (scene, point.x, point.y);
      else
        kith_scene_line_to (scene, point.x, point.y);
    }
  kith_scene_close (scene);
}

/**
 * kith_map_get_outline_paint:
 *
 * Returns: how an arrangement with ties of this kind is filled and edged
 */
KithPaint
kith_map_get_outline_paint (KithTie tie)
{
  const KithTieLine *line = kith_tie_get_line (tie);

  return (KithPaint){ .fill = KITH_INK_WASH (line->role),
                      .stroke = KITH_INK (line->role),
                      .width = line->width,
                      .pattern = line->pattern };
}

static void
draw_outline (KithMapDraft *draft, guint number)
{
  KithMapGroup *group = kith_map_get_group (draft, number);
  KithPaint paint = kith_map_get_outline_paint (group->tie);

  if (group->outlines == NULL)
    return;
  for (guint o = 0; o < group->outlines->len; o++)
    {
      const GArray *outline = group->outlines->pdata[o];

      trace (draft->scene, outline);
      for (guint p = 0; p < outline->len; p++)
        kith_labels_add_line (draft->labels, g_array_index (outline, KithPoint, p),
                              g_array_index (outline, KithPoint, (p + 1) % outline->len),
                              KITH_MAP_OUTLINE_LINES + number);
    }
  kith_scene_end_path (draft->scene, &paint);
}

static void
add_tie (KithMapDraft *draft, guint from, guint to, KithTie tie, gboolean is_live)
{
  if (from != to)
    g_array_append_val (draft->ties, ((KithMapTie){ from, to, tie, is_live }));
}

/* who faded is drawn towards: the lead, else the nearest that did not */
static guint
find_kept (KithMapDraft *draft, const KithMapGroup *group, guint spot)
{
  double best = INFINITY;
  guint kept = group->lead;

  for (guint m = 0; group->lead == G_MAXUINT && m < group->members->len; m++)
    {
      const KithMapMember *member = &g_array_index (group->members, KithMapMember, m);
      KithPoint a = kith_map_get_spot (draft, spot)->at;
      KithPoint b = kith_map_get_spot (draft, member->spot)->at;

      if (member->is_live && hypot (a.x - b.x, a.y - b.y) < best)
        {
          best = hypot (a.x - b.x, a.y - b.y);
          kept = member->spot;
        }
    }
  return kept;
}

/* What is drawn as lines: pairs, spokes of a lead, what has faded; an arrangement that has no
 * outline as its shortest web. */
static void
collect_lines (KithMapDraft *draft, const KithMapGroup *group)
{
  guint middle = group->has_centre ? draft->centre_spot : group->lead;
  g_autoptr (GArray) live = g_array_new (FALSE, FALSE, sizeof (guint));
  gboolean has_spokes = group->has_centre ? group->outlines == NULL : group->lead != G_MAXUINT;

  for (guint m = 0; m < group->members->len; m++)
    {
      const KithMapMember *member = &g_array_index (group->members, KithMapMember, m);

      if (!member->is_live)
        {
          guint to = group->has_centre ? middle : find_kept (draft, group, member->spot);

          if (to != G_MAXUINT)
            add_tie (draft, to, member->spot, group->tie, FALSE);
        }
      else if (has_spokes)
        add_tie (draft, middle, member->spot, group->tie, TRUE);
      else
        g_array_append_val (live, member->spot);
    }
  if (!has_spokes && group->outlines == NULL)
    kith_map_add_web (draft, (const guint *)live->data, live->len, group->tie);
}

/* whether an outline of the same kind says already that the two are tied; spokes are drawn */
static gboolean
is_covered (KithMapDraft *draft, const KithMapTie *tie)
{
  for (guint g = 0; tie->is_live && g < draft->groups->len; g++)
    {
      const KithMapGroup *group = kith_map_get_group (draft, g);
      g_autoptr (GArray) spots = NULL;

      if (group->outlines == NULL || group->tie != tie->tie)
        continue;
      if (group->lead == tie->from || group->lead == tie->to)
        return FALSE;
      spots = list_spots (draft, group);
      if (has_spot (spots, tie->from) && has_spot (spots, tie->to))
        return TRUE;
    }
  return FALSE;
}

static void
draw_lines (KithMapDraft *draft)
{
  const KithMapTie *last = NULL;

  kith_map_sort_ties (draft);
  for (guint i = 0; i < draft->ties->len; i++)
    {
      KithMapTie *tie = &g_array_index (draft->ties, KithMapTie, i);
      const KithMapSpot *from = kith_map_get_spot (draft, tie->from);
      const KithMapSpot *to = kith_map_get_spot (draft, tie->to);
      KithTiePath path = { from->at, to->at, from->reach, to->reach, 0 };

      if ((last != NULL && MIN (last->from, last->to) == MIN (tie->from, tie->to) &&
           MAX (last->from, last->to) == MAX (tie->from, tie->to)) ||
          is_covered (draft, tie) || !kith_place_is_known (from->place) ||
          !kith_place_is_known (to->place) || !(from->is_drawn || to->is_drawn))
        continue;
      last = tie;
      kith_labels_add_line (draft->labels, from->at, to->at, i);
      kith_scene_add_tie (draft->scene, tie->tie, tie->is_live, &path, KITH_ROLE_LAND);
      draft->has_line[tie->tie][tie->is_live] = TRUE;
    }
}

static guint
count_shown (KithMapDraft *draft)
{
  guint n = 0;

  for (guint i = 0; i < draft->spots->len; i++)
    n += kith_map_get_spot (draft, i)->stand != KITH_STAND_CONTEXT;
  return n;
}

/**
 * kith_map_draw_groups:
 *
 * Draws arrangements of three and more as outlines, the largest lowest, and what remains as
 * lines, never two in one place.
 */
void
kith_map_draw_groups (KithMapDraft *draft)
{
  g_autoptr (GArray) order = g_array_new (FALSE, FALSE, sizeof (guint));

  choose_outlined (draft);
  kith_scene_begin_group (draft->scene, "outlines", NULL, NULL);
  for (guint g = 0; g < draft->groups->len; g++)
    {
      guint at = 0;

      while (at < order->len &&
             count_drawn (draft, kith_map_get_group (draft, g_array_index (order, guint, at))) >=
                 count_drawn (draft, kith_map_get_group (draft, g)))
        at++;
      g_array_insert_val (order, at, g);
    }
  for (guint i = 0; i < order->len; i++)
    draw_outline (draft, g_array_index (order, guint, i));
  kith_scene_end_group (draft->scene);
  for (guint g = 0; g < draft->groups->len; g++)
    if (!kith_map_is_tie_off (draft, kith_map_get_group (draft, g)->tie))
      collect_lines (draft, kith_map_get_group (draft, g));
  if (count_shown (draft) > MOST_LINES)
    {
      kith_map_draw_web (draft);
      return;
    }
  kith_scene_begin_group (draft->scene, "ties", NULL, NULL);
  draw_lines (draft);
  kith_scene_end_group (draft->scene);
}

/**
 * kith_map_share_sectors:
 * @sectors: (array): takes one for each group
 * @sector_of: (array): takes for each spot the group in whose sector it stands
 * @number_of: (array): takes for each which of those there it is
 * @gap: between two sectors, in radians
 *
 * Shares out a round among the groups; who is in several stands with the first.
 */
void
kith_map_share_sectors (
    KithMapDraft *draft, KithSector *sectors, guint *sector_of, guint *number_of, double gap)
{
  for (guint i = 0; i < draft->spots->len; i++)
    sector_of[i] = G_MAXUINT;
  for (guint g = 0; g < draft->groups->len; g++)
    {
      const KithMapGroup *group = kith_map_get_group (draft, g);

      for (guint m = 0; m < group->members->len; m++)
        {
          guint spot = g_array_index (group->members, KithMapMember, m).spot;

          if (sector_of[spot] != G_MAXUINT || spot == draft->centre_spot)
            continue;
          sector_of[spot] = g;
          number_of[spot] = sectors[g].n_members++;
        }
    }
  kith_sectors_share (sectors, draft->groups->len, gap);
}
