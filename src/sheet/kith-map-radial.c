/* kith-map-radial.c: one school in the middle, introductions as rings
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-map-column-private.h"
#include "kith-map-groups-private.h"

#include "kith-sector.h"
#include "kith-short-name.h"

#include <glib/gi18n.h>
#include <math.h>

/* LOOK, section 8, in mm. */
#define RING_NEAR 32.5
#define RING_SECOND 40.0
#define RING_FAR 54.5
#define RING_ARC 63.0
#define RING_INNER 9.0
#define ZIGZAG 4
#define GAP_SECTORS 0.085
#define ARC_WIDER 1.7

/* Those one introduction away: the distance of two, of two rings, and how many rings. */
#define FAR_STEP 1.75
#define FAR_RING 2.1
#define FAR_RINGS 4
#define FAR_SHARE 0.9

/* With more than so many around the middle their names need the room beyond them. */
#define MOST_NEAR 40

/* The middle one's name stands on its mark: sizes, and what the mark has room for. */
static const double middle_sizes[] = { 9, 8, 7.2, 6.4 };
#define MIDDLE_PART 0.94
#define MIDDLE_MOST 1.3
#define MIDDLE_LINES 3
#define LEADING 1.16

static void
place_at (KithMapSpot *spot, double angle, double radius)
{
  KithPoint at = kith_sector_find_point (angle, radius, radius);

  spot->place = (KithPlace){ at.x, -at.y };
}

/* in the share of the member that knows them, ring by ring from the inside; who finds no room
 * is counted and not drawn */
static void
place_far (KithMapDraft *draft, guint via, double angle, double share)
{
  g_autoptr (GArray) far = g_array_new (FALSE, FALSE, sizeof (guint));
  guint done = 0;

  for (guint i = via + 1; i < draft->spots->len; i++)
    if (kith_map_get_spot (draft, i)->via == via)
      g_array_append_val (far, i);
  for (guint ring = 0; ring < FAR_RINGS && done < far->len; ring++)
    {
      gboolean fits = share * FAR_SHARE * RING_FAR / FAR_STEP >= far->len;
      double radius = fits ? RING_FAR : RING_FAR + FAR_RING * (ring - 1.0);
      guint n = MAX (1, (guint)(share * FAR_SHARE * radius / FAR_STEP));

      n = MIN (n, far->len - done);
      for (guint i = 0; i < n; i++)
        place_at (kith_map_get_spot (draft, g_array_index (far, guint, done + i)),
                  angle + (i + 0.5 - n / 2.0) * FAR_STEP / radius, radius);
      done += n;
    }
  draft->n_too_many += far->len - done;
}

static gboolean
lay_out (KithMapDraft *draft, GError **error)
{
  g_autofree guint *sector_of = NULL, *number_of = NULL;
  guint n_near = 0;

  if (draft->centre_spot == G_MAXUINT)
    {
      g_set_error_literal (error, KITH_MAP_ERROR, KITH_MAP_ERROR_LAYOUT,
                           _ ("A radial picture has one school in its middle. Choose a school."));
      return FALSE;
    }
  sector_of = g_new (guint, draft->spots->len);
  number_of = g_new0 (guint, draft->spots->len);
  draft->sectors = g_new0 (KithSector, MAX (1, draft->groups->len));
  kith_map_share_sectors (draft, draft->sectors, sector_of, number_of, GAP_SECTORS);
  place_at (kith_map_get_spot (draft, draft->centre_spot), 0, 0);
  for (guint i = 0; i < draft->spots->len; i++)
    {
      KithMapSpot *spot = kith_map_get_spot (draft, i);
      const KithSector *sector;
      double angle;

      if (i == draft->centre_spot || spot->via != G_MAXUINT)
        continue;
      n_near++;
      sector = &draft->sectors[sector_of[i]];
      angle = kith_sector_get_angle (sector, number_of[i]);
      place_at (spot, angle,
                sector->n_members >= ZIGZAG && number_of[i] % 2 == 1 ? RING_SECOND : RING_NEAR);
    }
  for (guint i = 0; i < draft->spots->len; i++)
    {
      const KithMapSpot *spot = kith_map_get_spot (draft, i);

      if (spot->via != G_MAXUINT && n_near > MOST_NEAR)
        draft->n_too_many++;
      else if (spot->via == G_MAXUINT && i != draft->centre_spot)
        {
          const KithSector *sector = &draft->sectors[sector_of[i]];

          place_far (draft, i, kith_sector_get_angle (sector, number_of[i]),
                     (sector->to - sector->from) / sector->n_members);
        }
    }
  draft->layout_low = (KithPlace){ -RING_ARC, -RING_ARC };
  draft->layout_high = (KithPlace){ RING_ARC, RING_ARC };
  return TRUE;
}

static KithPoint
find_point (KithMapDraft *draft, double angle, double radius)
{
  KithPoint at = kith_sector_find_point (angle, radius, radius);

  return kith_map_draft_find_point (draft, (KithPlace){ at.x, -at.y });
}

/* an arc as Bézier curves, each of no more than a quarter */
static void
trace_arc (KithMapDraft *draft, double from, double to, double radius)
{
  guint n = (guint)MAX (1, ceil (fabs (to - from) / (G_PI / 4)));
  double step = (to - from) / n;
  /* how far handles stand from their ends, for a radius of 1 */
  double handle = 4.0 / 3 * tan (step / 4);

  for (guint i = 0; i < n; i++)
    {
      double a = from + i * step, b = a + step;
      double out = hypot (1, handle) * radius, lean = atan (handle);

      kith_scene_curve_to (draft->scene, find_point (draft, a + lean, out),
                           find_point (draft, b - lean, out), find_point (draft, b, radius));
    }
}

static void
draw_sector (KithMapDraft *draft, guint number)
{
  const KithSector *sector = &draft->sectors[number];
  KithPaint paint = kith_map_get_outline_paint (kith_map_get_group (draft, number)->tie);
  KithPaint wash = { .fill = paint.fill }, arc = paint;
  KithPoint first = find_point (draft, sector->from, RING_INNER);
  KithPoint arc_first = find_point (draft, sector->from, RING_ARC);
  KithPoint last = find_point (draft, sector->to, RING_INNER);

  kith_scene_move_to (draft->scene, first.x, first.y);
  kith_scene_line_to (draft->scene, arc_first.x, arc_first.y);
  trace_arc (draft, sector->from, sector->to, RING_ARC);
  kith_scene_line_to (draft->scene, last.x, last.y);
  trace_arc (draft, sector->to, sector->from, RING_INNER);
  kith_scene_close (draft->scene);
  kith_scene_end_path (draft->scene, &wash);

  arc.fill = KITH_INK_NOTHING;
  arc.width *= ARC_WIDER;
  arc.ground = KITH_ROLE_LAND;
  kith_scene_move_to (draft->scene, arc_first.x, arc_first.y);
  trace_arc (draft, sector->from, sector->to, RING_ARC);
  kith_scene_end_path (draft->scene, &arc);
  for (double a = sector->from; a + 0.05 < sector->to; a += 0.1)
    kith_labels_add_line (draft->labels, find_point (draft, a, RING_ARC),
                          find_point (draft, MIN (a + 0.1, sector->to), RING_ARC),
                          KITH_MAP_OUTLINE_LINES + number);
}

static void
draw_tie (KithMapDraft *draft, guint from_spot, guint to_spot, KithTie tie, gboolean is_live)
{
  const KithMapSpot *from = kith_map_get_spot (draft, from_spot);
  const KithMapSpot *to = kith_map_get_spot (draft, to_spot);
  KithTiePath path = { from->at, to->at, from->reach, to->reach, 0 };

  kith_labels_add_line (draft->labels, from->at, to->at, to_spot);
  kith_scene_add_tie (draft->scene, tie, is_live, &path, KITH_ROLE_LAND);
  draft->has_line[tie][is_live] = TRUE;
}

static gboolean
is_near (const KithMapSpot *spot)
{
  return spot->stand != KITH_STAND_PARTED && spot->stand != KITH_STAND_FADED;
}

/* each member once: in the sector where it stands, live there if anywhere */
static void
draw_near (KithMapDraft *draft)
{
  g_autoptr (GHashTable) done = g_hash_table_new (NULL, NULL);

  for (guint g = 0; g < draft->groups->len; g++)
    {
      const KithMapGroup *group = kith_map_get_group (draft, g);

      for (guint m = 0; m < group->members->len; m++)
        {
          guint spot = g_array_index (group->members, KithMapMember, m).spot;
          gboolean is_live = g_array_index (group->members, KithMapMember, m).is_live;

          /* a faded link gives way to a live one in a later sector, drawn in its own kind */
          if (is_live != is_near (kith_map_get_spot (draft, spot)) ||
              !g_hash_table_add (done, GUINT_TO_POINTER (spot)))
            continue;
          draw_tie (draft, draft->centre_spot, spot, group->tie, is_live);
        }
    }
}

static void
draw_ties (KithMapDraft *draft)
{
  KithPaint thin = { .stroke = KITH_INK_MIX (KITH_ROLE_CONTEXT, 0.5, KITH_ROLE_LAND),
                     .width = 0.14 };

  kith_scene_begin_group (draft->scene, "sectors", NULL, NULL);
  for (guint g = 0; g < draft->groups->len; g++)
    draw_sector (draft, g);
  kith_scene_end_group (draft->scene);
  kith_scene_begin_group (draft->scene, "ties", NULL, NULL);
  for (guint i = 0; i < draft->spots->len; i++)
    {
      const KithMapSpot *spot = kith_map_get_spot (draft, i);

      if (spot->via != G_MAXUINT && spot->is_drawn)
        {
          kith_scene_add_line (draft->scene, kith_map_get_spot (draft, spot->via)->at, spot->at,
                               &thin);
          kith_labels_add_line (draft->labels, kith_map_get_spot (draft, spot->via)->at, spot->at,
                                spot->via);
        }
    }
  draw_near (draft);
  kith_scene_end_group (draft->scene);
}

/* the name in lines, and the half of what is needed to hold them */
static GPtrArray *
wrap_middle (KithMapDraft *draft, const KithMapSpot *spot, KithType *type, double *reach)
{
  g_autofree char *shortened = kith_map_dup_name (draft, spot->school, 2 * *reach, type);
  GPtrArray *lines = kith_map_wrap (draft->measure, type, shortened, *reach * 2 * MIDDLE_PART);
  double size = type->size_pt * KITH_POINT_MM, widest = 0;

  for (guint i = 0; i < lines->len; i++)
    widest = MAX (widest, kith_measure_get_width (draft->measure, type, lines->pdata[i]));
  *reach = hypot (widest / 2, size * (0.7 + LEADING * (lines->len - 1)) / 2) / MIDDLE_PART;
  return lines;
}

/* the largest letters with which the name stands on its mark; with the smallest the mark may be
 * larger for it. NULL where not even that is enough. */
static GPtrArray *
fit_middle (KithMapDraft *draft, const KithMapSpot *spot, KithType *type, double *part)
{
  double own = kith_map_make_sign (spot->stand, KITH_PHASE_PRIMARY, KITH_TIE_HUB, 1).r *
               CLAMP (1 / draft->metres_per_mm, 0.55, 1);

  for (guint s = 0; s < G_N_ELEMENTS (middle_sizes); s++)
    {
      double most = s + 1 == G_N_ELEMENTS (middle_sizes) ? MIDDLE_MOST : 1, need = own;
      g_autoptr (GPtrArray) lines = NULL;

      *type = (KithType){ middle_sizes[s] * draft->type, KITH_WEIGHT_BOLD };
      lines = wrap_middle (draft, spot, type, &need);
      *part = MAX (1, need / own);
      if (lines->len <= MIDDLE_LINES && *part <= most)
        return g_steal_pointer (&lines);
    }
  *part = 1;
  return NULL;
}

/**
 * kith_map_fit_middle:
 *
 * Where the name of the school in the middle has room on its own mark, it needs none beside it.
 *
 * Returns: how much larger than usual the mark must be for that
 */
double
kith_map_fit_middle (KithMapDraft *draft)
{
  KithMapSpot *spot = kith_map_get_spot (draft, draft->centre_spot);
  KithType type;
  double part;
  g_autoptr (GPtrArray) lines = fit_middle (draft, spot, &type, &part);

  if (lines != NULL)
    spot->rank = 0;
  return part;
}

/**
 * kith_map_draw_middle:
 *
 * Writes the name of the school in the middle on its mark.
 */
void
kith_map_draw_middle (KithMapDraft *draft)
{
  const KithMapSpot *spot = kith_map_get_spot (draft, draft->centre_spot);
  KithType type;
  double part;
  g_autoptr (GPtrArray) lines = fit_middle (draft, spot, &type, &part);
  double size = type.size_pt * KITH_POINT_MM;

  for (guint i = 0; lines != NULL && i < lines->len; i++)
    kith_map_write (draft->scene, type, KITH_INK (KITH_ROLE_VIEW), KITH_ANCHOR_MIDDLE,
                    (KithPoint){ spot->at.x, spot->at.y + size * 0.36 +
                                                 size * LEADING * (i - (lines->len - 1) / 2.0) },
                    lines->pdata[i]);
}

static void
fill_signs (KithMapColumn *column)
{
  KithMapDraft *draft = column->draft;
  static const KithStand order[] = { KITH_STAND_CENTRE,     KITH_STAND_NEAR,   KITH_STAND_LIVE,
                                     KITH_STAND_UNRECORDED, KITH_STAND_PARTED, KITH_STAND_FADED,
                                     KITH_STAND_FAR };

  kith_map_column_heading (column, _ ("Read the picture"), _ ("Schools"));
  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    {
      KithTie tie = draft->arrangement == NULL ? KITH_TIE_HUB
                                               : kith_kind_get_info (draft->arrangement->kind)->tie;
      KithSign sign = kith_map_make_sign (order[i], KITH_PHASE_PRIMARY, tie,
                                          order[i] == KITH_STAND_CENTRE ? 0.34 : 1);

      if (draft->counts[order[i]] > 0)
        kith_map_column_sign (column, &sign, kith_map_get_stand_words (draft, order[i]), NULL,
                              draft->counts[order[i]], NULL, 0);
    }
  kith_map_column_undrawn (column, _ ("The same, not drawn: no room"), draft->n_too_many);
  kith_map_column_members (column);
}

static void
fill_ties (KithMapColumn *column)
{
  KithMapDraft *draft = column->draft;
  guint faded = KITH_N_TIES;
  gboolean is_first = TRUE;

  for (guint tie = 0; tie < KITH_N_TIES; tie++)
    {
      if (draft->has_line[tie][0])
        faded = tie;
      if (!draft->has_line[tie][1])
        continue;
      if (is_first)
        kith_map_column_heading (column, _ ("Kinds of tie"), NULL);
      is_first = FALSE;
      kith_map_column_tie (column, tie, TRUE, kith_map_get_tie_words (tie));
    }
  if (faded == KITH_N_TIES)
    return;
  if (is_first)
    kith_map_column_heading (column, _ ("Kinds of tie"), NULL);
  kith_map_column_tie (column, faded, FALSE, _ ("faded: two stubs"));
}

static void
fill_column (KithMapDraft *draft)
{
  KithMapColumn column;

  kith_map_column_begin (&column, draft);
  fill_signs (&column);
  column.y += 3.5 * column.k;
  fill_ties (&column);
  column.y += 3.5 * column.k;
  kith_map_column_phases (&column);
  kith_map_column_numbers (&column);
  kith_map_column_end (&column);
}

const KithMapLayoutSteps kith_map_radial_layout = {
  lay_out, draw_ties, fill_column, N_ ("Angle and ring show membership and steps, not distance."),
  1,       34,        12
};
