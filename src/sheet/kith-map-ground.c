/* kith-map-ground.c: outlines of authorities, and the land they lie on
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-map-private.h"

#include <math.h>

/* LOOK, section 6, “Outlines”, in mm. */
#define EDGE 0.28
#define EDGE_OUTER 0.50
#define EDGE_OTHER 0.20
#define BAND_WIDE 4.4
#define BAND_NARROW 2.0

/* Points that lie nearer to the last one than this are not seen. */
#define NEAREST 0.12
#define NEAREST_SOFT 0.6

/* An outline whose square would have this side has its band in full; smaller ones less, and
 * those that it would fill none. */
#define BAND_SIDE 30.0
#define BAND_LEAST 0.52

/* a side of an outline, in whole metres */
typedef struct
{
  gint32 x0, y0, x1, y1;
} Side;

/* With so many outlines, what none of them covers is water. */
#define WHOLE_COUNTRY 100

static const struct
{
  double out, opacity;
} glows[] = { { 5.0, 0.22 }, { 3.2, 0.25 }, { 1.6, 0.30 } };

static gboolean
is_in_box (KithMapDraft *draft, const KithMapOutline *outline)
{
  KithPoint low = kith_map_draft_find_point (draft, outline->low);
  KithPoint high = kith_map_draft_find_point (draft, outline->high);

  return kith_box_touches (draft->box, (KithBox){ low.x, high.y, high.x, low.y });
}

static guint
hash_side (gconstpointer key)
{
  const Side *side = key;

  return (guint)side->x0 * 31u + (guint)side->y0 * 7919u + (guint)side->x1 * 104729u +
         (guint)side->y1;
}

static gboolean
is_same_side (gconstpointer a, gconstpointer b)
{
  const Side *p = a, *q = b;

  return p->x0 == q->x0 && p->y0 == q->y0 && p->x1 == q->x1 && p->y1 == q->y1;
}

/* to whole metres, and the same in both directions */
static Side
get_side (KithPlace a, KithPlace b)
{
  gboolean is_turned = a.x > b.x || (a.x == b.x && a.y > b.y);
  KithPlace from = is_turned ? b : a, to = is_turned ? a : b;

  return (Side){ (gint32)from.x, (gint32)from.y, (gint32)to.x, (gint32)to.y };
}

/* sides that two home authorities share: they are not the edge of the group */
static GHashTable *
find_inner_sides (KithMapDraft *draft)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (hash_side, is_same_side, g_free, NULL);
  GHashTable *inner = g_hash_table_new_full (hash_side, is_same_side, g_free, NULL);

  for (guint i = 0; i < draft->outlines->len; i++)
    {
      const KithMapOutline *outline = draft->outlines->pdata[i];
      const KithPlace *points = (const KithPlace *)outline->points->data;

      if (!outline->is_home || !is_in_box (draft, outline))
        continue;
      for (guint p = 1; p < outline->points->len; p++)
        {
          Side side = get_side (points[p - 1], points[p]);

          if (!g_hash_table_add (seen, g_memdup2 (&side, sizeof side)))
            g_hash_table_add (inner, g_memdup2 (&side, sizeof side));
        }
    }
  return inner;
}

/* @inner: (nullable): sides that are left out; @nearest: points nearer to the last one are */
static void
trace (KithMapDraft *draft, const KithMapOutline *outline, GHashTable *inner, double nearest)
{
  const KithPlace *points = (const KithPlace *)outline->points->data;
  guint begin = 0;

  for (guint ring = 0; ring < outline->ends->len; ring++)
    {
      guint end = g_array_index (outline->ends, guint, ring);
      KithPoint last = kith_map_draft_find_point (draft, points[begin]);
      gboolean is_drawing = inner == NULL;

      if (is_drawing)
        kith_scene_move_to (draft->scene, last.x, last.y);
      for (guint i = begin + 1; i < end; i++)
        {
          KithPoint point = kith_map_draft_find_point (draft, points[i]);
          Side side = get_side (points[i - 1], points[i]), next = { 0 };
          gboolean ends_here = i + 1 == end;

          if (inner != NULL && g_hash_table_contains (inner, &side))
            {
              is_drawing = FALSE;
              last = point;
              continue;
            }
          if (!is_drawing)
            kith_scene_move_to (draft->scene, last.x, last.y);
          is_drawing = TRUE;
          if (inner != NULL && !ends_here)
            {
              next = get_side (points[i], points[i + 1]);
              ends_here = g_hash_table_contains (inner, &next);
            }
          if (!(inner != NULL && ends_here) && hypot (point.x - last.x, point.y - last.y) < nearest)
            continue;
          kith_scene_line_to (draft->scene, point.x, point.y);
          last = point;
        }
      if (inner == NULL)
        kith_scene_close (draft->scene);
      begin = end;
    }
}

static void
trace_home (KithMapDraft *draft, GHashTable *inner, double nearest)
{
  for (guint i = 0; i < draft->outlines->len; i++)
    {
      const KithMapOutline *outline = draft->outlines->pdata[i];

      if (outline->is_home && is_in_box (draft, outline))
        trace (draft, outline, inner, nearest);
    }
}

static void
draw_others (KithMapDraft *draft)
{
  KithPaint paint = { .fill = KITH_INK (KITH_ROLE_OTHER),
                      .stroke = KITH_INK_AT (KITH_ROLE_BOUND, 0.45),
                      .width = EDGE_OTHER };

  for (guint i = 0; i < draft->outlines->len; i++)
    {
      const KithMapOutline *outline = draft->outlines->pdata[i];

      if (outline->is_home || !is_in_box (draft, outline))
        continue;
      trace (draft, outline, NULL, NEAREST);
      kith_scene_end_path (draft->scene, &paint);
    }
}

/* how much of a band an outline has room for */
static double
get_band (KithMapDraft *draft, const KithMapOutline *outline)
{
  double width = (outline->high.x - outline->low.x) / draft->metres_per_mm;
  double height = (outline->high.y - outline->low.y) / draft->metres_per_mm;

  return outline->is_soft ? 0 : MIN (1, sqrt (width * height) / BAND_SIDE);
}

static void
draw_home (KithMapDraft *draft)
{
  g_autoptr (GHashTable) inner = find_inner_sides (draft);
  KithPaint outer = { .stroke = KITH_INK (KITH_ROLE_BOUND), .width = 2 * EDGE_OUTER - EDGE };
  KithPaint land = { .fill = KITH_INK (KITH_ROLE_LAND) };
  KithPaint edge = { .stroke = KITH_INK (KITH_ROLE_BOUND), .width = EDGE };

  if (draft->is_soft)
    {
      outer.stroke = KITH_INK_NOTHING;
      edge.pattern = KITH_PATTERN_FINE_DOTS;
    }

  for (guint g = 0; !draft->frame && g < G_N_ELEMENTS (glows); g++)
    {
      KithPaint glow = { .stroke = KITH_INK_AT (KITH_ROLE_BAND, glows[g].opacity),
                         .width = 2 * glows[g].out };

      trace_home (draft, inner, NEAREST_SOFT);
      kith_scene_end_path (draft->scene, &glow);
    }
  /* one line around all: what lies inside is covered by the land */
  trace_home (draft, inner, NEAREST);
  kith_scene_end_path (draft->scene, &outer);
  for (guint i = 0; i < draft->outlines->len; i++)
    {
      const KithMapOutline *outline = draft->outlines->pdata[i];

      if (!outline->is_home || !is_in_box (draft, outline))
        continue;
      trace (draft, outline, NULL, NEAREST);
      kith_scene_end_path (draft->scene, &land);
    }
  for (guint i = 0; i < draft->outlines->len; i++)
    {
      const KithMapOutline *outline = draft->outlines->pdata[i];
      double room = get_band (draft, outline);
      KithPaint wide = { .stroke = KITH_INK_AT (KITH_ROLE_BAND, 0.40),
                         .width = BAND_WIDE * room,
                         .is_inside = TRUE };
      KithPaint narrow = { .stroke = KITH_INK_AT (KITH_ROLE_BAND, 0.45),
                           .width = BAND_NARROW * room,
                           .is_inside = TRUE };

      if (!outline->is_home || !is_in_box (draft, outline) || room < BAND_LEAST)
        continue;
      trace (draft, outline, NULL, NEAREST);
      kith_scene_end_path (draft->scene, &wide);
      trace (draft, outline, NULL, NEAREST);
      kith_scene_end_path (draft->scene, &narrow);
    }
  trace_home (draft, NULL, NEAREST);
  kith_scene_end_path (draft->scene, &edge);
}

static void
add_label_lines (KithMapDraft *draft)
{
  for (guint i = 0; i < draft->outlines->len; i++)
    {
      const KithMapOutline *outline = draft->outlines->pdata[i];
      const KithPlace *points = (const KithPlace *)outline->points->data;
      guint begin = 0;

      if (!is_in_box (draft, outline))
        continue;
      for (guint ring = 0; ring < outline->ends->len; ring++)
        {
          guint end = g_array_index (outline->ends, guint, ring);
          KithPoint last = kith_map_draft_find_point (draft, points[end - 1]);

          for (guint p = begin; p < end; p++)
            {
              KithPoint point = kith_map_draft_find_point (draft, points[p]);
              KithBox span = { MIN (last.x, point.x), MIN (last.y, point.y),
                               MAX (last.x, point.x) + 0.01, MAX (last.y, point.y) + 0.01 };

              if (p + 1 < end && hypot (point.x - last.x, point.y - last.y) < 4 * NEAREST)
                continue;
              if (kith_box_touches (draft->box, span))
                kith_labels_add_line (draft->labels, last, point, 100000 + i);
              last = point;
            }
          begin = end;
        }
    }
}

/**
 * kith_map_draw_ground:
 *
 * Draws land and outlines, and tells the labels where outlines run. Without outlines of home
 * authorities all is land; what no outline covers is water only where the outlines are a whole
 * country's.
 */
void
kith_map_draw_ground (KithMapDraft *draft)
{
  gboolean has_home = FALSE;
  KithRole around = KITH_ROLE_OTHER;

  for (guint i = 0; i < draft->outlines->len; i++)
    has_home |= ((KithMapOutline *)draft->outlines->pdata[i])->is_home;
  if (!has_home)
    around = KITH_ROLE_LAND;
  else if (draft->outlines->len >= WHOLE_COUNTRY && !draft->is_soft)
    around = KITH_ROLE_SEA;
  kith_scene_begin_group (draft->scene, "land", NULL, NULL);
  if (draft->frame)
    kith_scene_add_box (draft->scene, draft->box, &(KithPaint){ .fill = KITH_INK (around) });
  draw_others (draft);
  if (has_home)
    draw_home (draft);
  kith_scene_end_group (draft->scene);
  add_label_lines (draft);
}
