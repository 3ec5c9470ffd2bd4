/* kith-map-web.c: arrangements as shortest webs
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-map-private.h"

#include <math.h>

/* In mm; with more schools than so many, lines get thinner as marks get smaller. */
#define WIDTH 0.2
#define MANY 3000.0

/* the shortest web: from the school reached nearest to the web so far (Prim 1957) */
static void
add_tree (KithMapDraft *draft, const guint *spots, guint n_spots, KithTie tie)
{
  g_autofree double *far = g_new (double, n_spots); /* squared */
  g_autofree guint *from = g_new0 (guint, n_spots);
  g_autofree gboolean *is_in = g_new0 (gboolean, n_spots);
  g_autofree KithPlace *places = g_new (KithPlace, n_spots);
  guint last = 0;

  for (guint i = 0; i < n_spots; i++)
    {
      far[i] = INFINITY;
      places[i] = kith_map_get_spot (draft, spots[i])->place;
    }
  is_in[0] = TRUE;
  for (guint step = 1; step < n_spots; step++)
    {
      guint next = n_spots;

      for (guint i = 0; i < n_spots; i++)
        {
          double dx = places[i].x - places[last].x, dy = places[i].y - places[last].y;

          if (is_in[i])
            continue;
          if (dx * dx + dy * dy < far[i])
            {
              far[i] = dx * dx + dy * dy;
              from[i] = last;
            }
          if (next == n_spots || far[i] < far[next])
            next = i;
        }
      is_in[next] = TRUE;
      last = next;
      g_array_append_val (draft->ties, ((KithMapTie){ spots[from[next]], spots[next], tie, TRUE }));
    }
}

static int
compare_ties (gconstpointer a, gconstpointer b)
{
  const KithMapTie *p = a, *q = b;
  guint p0 = MIN (p->from, p->to), p1 = MAX (p->from, p->to);
  guint q0 = MIN (q->from, q->to), q1 = MAX (q->from, q->to);

  if (p0 != q0)
    return p0 < q0 ? -1 : 1;
  if (p1 != q1)
    return p1 < q1 ? -1 : 1;
  if (p->is_live != q->is_live)
    return p->is_live ? -1 : 1;
  return p->tie < q->tie ? -1 : p->tie > q->tie;
}

/* By the spots that they tie; of two that tie the same, a live one first. */
void
kith_map_sort_ties (KithMapDraft *draft)
{
  g_array_sort (draft->ties, compare_ties);
}

static gboolean
is_same_pair (const KithMapTie *a, const KithMapTie *b)
{
  return MIN (a->from, a->to) == MIN (b->from, b->to) &&
         MAX (a->from, a->to) == MAX (b->from, b->to);
}

/**
 * kith_map_add_web:
 * @spots: (array length=n_spots): the live members that have a place
 * @n_spots: how many
 * @tie: of the arrangement's kind
 *
 * Adds ties that join them all and are shortest together.
 *
 * Cost: O(n²).
 */
void
kith_map_add_web (KithMapDraft *draft, const guint *spots, guint n_spots, KithTie tie)
{
  if (n_spots >= 2)
    add_tree (draft, spots, n_spots, tie);
}

/**
 * kith_map_get_web_paint:
 *
 * Returns: how thin lines are drawn
 */
KithPaint
kith_map_get_web_paint (KithMapDraft *draft)
{
  return (KithPaint){ .stroke = KITH_INK_MIX (KITH_ROLE_T4, 0.42, KITH_ROLE_LAND),
                      .width = WIDTH * MIN (1, sqrt (MANY / MAX (1.0, draft->spots->len))) };
}

/**
 * kith_map_draw_web:
 *
 * Draws the ties that are live as thin lines, never two in one place.
 */
void
kith_map_draw_web (KithMapDraft *draft)
{
  KithPaint paint = kith_map_get_web_paint (draft);
  const KithMapTie *last = NULL;

  kith_map_sort_ties (draft);
  kith_scene_begin_group (draft->scene, "web", NULL, NULL);
  for (guint i = 0; i < draft->ties->len; i++)
    {
      const KithMapTie *tie = &g_array_index (draft->ties, KithMapTie, i);
      KithPoint a = kith_map_get_spot (draft, tie->from)->at;
      KithPoint b = kith_map_get_spot (draft, tie->to)->at;

      if (!tie->is_live || (last != NULL && is_same_pair (last, tie)) ||
          kith_box_get_length_inside (draft->box, a, b) <= 0)
        continue;
      last = tie;
      kith_scene_move_to (draft->scene, a.x, a.y);
      kith_scene_line_to (draft->scene, b.x, b.y);
      draft->has_web = TRUE;
    }
  kith_scene_end_path (draft->scene, &paint);
  kith_scene_end_group (draft->scene);
}
