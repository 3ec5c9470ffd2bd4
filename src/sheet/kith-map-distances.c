/* kith-map-distances.c: how far a hub reaches, and whom it does not
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-map-private.h"

#include <glib/gi18n.h>
#include <math.h>

#define MOST_RINGS 4
#define ROUND_BEZIER 0.5522847498

/* Where on a ring its distance may stand. */
#define N_ANGLES 24
#define MOST_COST 12.0

static const KithType distance_type = { 6.3, KITH_WEIGHT_REGULAR, TRUE, 0 };

/* from where distances are measured: who leads it, else the middle of its members; not known where
   nobody has a place */
static KithPlace
find_centre (const KithMapDraft *draft)
{
  KithPlace sum = { 0, 0 };
  guint n = 0;

  for (guint i = 0; i < draft->spots->len; i++)
    {
      const KithMapSpot *spot = &g_array_index (draft->spots, KithMapSpot, i);

      if (!kith_place_is_known (spot->place) || kith_stand_is_around (spot->stand))
        continue;
      if (spot->stand == KITH_STAND_LEAD)
        return spot->place;
      sum.x += spot->place.x;
      sum.y += spot->place.y;
      n++;
    }
  return n == 0 ? KITH_PLACE_NONE : (KithPlace){ sum.x / n, sum.y / n };
}

/* the distance of the farthest member */
static double
find_farthest (const KithMapDraft *draft, KithPlace centre)
{
  double farthest = 0;

  for (guint i = 0; i < draft->spots->len; i++)
    {
      const KithMapSpot *spot = &g_array_index (draft->spots, KithMapSpot, i);

      if (kith_place_is_known (spot->place) && !kith_stand_is_around (spot->stand))
        farthest = MAX (farthest, kith_place_get_metres (centre, spot->place));
    }
  return farthest;
}

/* round distances, at most so many, no farther than the farthest member but for the first */
static guint
find_rings (const KithMapDraft *draft, KithPlace centre, double *metres)
{
  static const double steps[] = { 500, 1000, 2000, 5000, 10000, 20000, 50000, 100000 };
  double farthest = find_farthest (draft, centre);
  guint n = 0;

  if (draft->layout != NULL || draft->engagement.patch == KITH_PATCH_NONE || farthest <= 0)
    return 0;
  for (guint s = 0; s < G_N_ELEMENTS (steps); s++)
    if (farthest <= MOST_RINGS * steps[s])
      {
        while (n < MOST_RINGS && (n == 0 || (n + 1) * steps[s] <= farthest))
          {
            metres[n] = (n + 1) * steps[s];
            n++;
          }
        break;
      }
  return n;
}

/**
 * kith_map_mark_unreached:
 * @draft: of a map of one arrangement, its members and all others among its spots
 * @arrangement: index
 *
 * Measures whom it reaches (METHODS, section 3), and on a map of the ground tells those of its
 * patch that are no members from the others.
 */
void
kith_map_mark_unreached (KithMapDraft *draft, guint arrangement)
{
  g_autoptr (GArray) unreached = g_array_new (FALSE, FALSE, sizeof (KithNotReached));
  g_autofree gboolean *is_unreached = g_new0 (gboolean, draft->n_schools + 1);

  draft->engagement = kith_engagement_measure (draft->roll, arrangement, unreached);
  for (guint i = 0; i < unreached->len; i++)
    is_unreached[g_array_index (unreached, KithNotReached, i).school] = TRUE;
  for (guint i = 0; draft->layout == NULL && i < draft->spots->len; i++)
    if (kith_map_get_spot (draft, i)->stand == KITH_STAND_CONTEXT &&
        is_unreached[kith_map_get_spot (draft, i)->school])
      kith_map_get_spot (draft, i)->stand = KITH_STAND_UNREACHED;
}

static void
draw_ring (KithMapDraft *draft, KithPoint at, double r, const KithPaint *paint)
{
  static const double turns[4][2] = { { 1, 0 }, { 0, 1 }, { -1, 0 }, { 0, -1 } };

  kith_scene_move_to (draft->scene, at.x + r, at.y);
  for (guint q = 0; q < 4; q++)
    {
      const double *from = turns[q], *to = turns[(q + 1) % 4];
      double k = r * ROUND_BEZIER;

      kith_scene_curve_to (
          draft->scene,
          (KithPoint){ at.x + from[0] * r + to[0] * k, at.y + from[1] * r + to[1] * k },
          (KithPoint){ at.x + to[0] * r + from[0] * k, at.y + to[1] * r + from[1] * k },
          (KithPoint){ at.x + to[0] * r, at.y + to[1] * r });
    }
  kith_scene_close (draft->scene);
  kith_scene_end_path (draft->scene, paint);
}

/**
 * kith_map_get_distance_paint:
 *
 * Returns: how a ring of one distance is drawn
 */
KithPaint
kith_map_get_distance_paint (void)
{
  return (KithPaint){ .stroke = KITH_INK_MIX (KITH_ROLE_INK3, 0.25, KITH_ROLE_LAND),
                      .width = 0.22,
                      .pattern = KITH_PATTERN_FINE_DOTS };
}

/**
 * kith_map_get_patch_paint:
 *
 * Returns: how the edge of a patch is drawn that is known by its distance
 */
KithPaint
kith_map_get_patch_paint (const KithMapDraft *draft)
{
  KithTie tie = kith_kind_get_info (draft->arrangement->kind)->tie;

  return (KithPaint){ .stroke = KITH_INK_MIX (kith_tie_get_line (tie)->role, 0.3, KITH_ROLE_LAND),
                      .width = 0.3,
                      .pattern = KITH_PATTERN_SHORT_DASH };
}

/**
 * kith_map_draw_distances:
 *
 * Draws rings of round distances, and the edge of the patch.
 */
void
kith_map_draw_distances (KithMapDraft *draft)
{
  double metres[MOST_RINGS];
  KithPlace centre = find_centre (draft);
  guint n = find_rings (draft, centre, metres);
  KithPaint paint = kith_map_get_distance_paint (), patch = kith_map_get_patch_paint (draft);
  KithPoint at;

  if (n == 0)
    return;
  at = kith_map_draft_find_point (draft, centre);
  kith_scene_begin_group (draft->scene, "distances", NULL, NULL);
  for (guint i = 0; i < n; i++)
    draw_ring (draft, at, metres[i] / draft->metres_per_mm, &paint);
  if (draft->engagement.patch != KITH_PATCH_RECORDED && draft->engagement.patch_metres > 0)
    draw_ring (draft, at, draft->engagement.patch_metres / draft->metres_per_mm, &patch);
  kith_scene_end_group (draft->scene);
}

static char *
dup_km (double metres)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE];

  return g_strdup (g_ascii_formatd (text, sizeof text, "%g", metres / 1000));
}

/**
 * kith_map_name_distances:
 *
 * Writes on each ring how far it is, where the names of schools leave room.
 */
void
kith_map_name_distances (KithMapDraft *draft)
{
  double metres[MOST_RINGS];
  KithPlace centre = find_centre (draft);
  guint n = find_rings (draft, centre, metres);
  KithType type = distance_type;
  KithWriting writing = { type, KITH_INK (KITH_ROLE_INK3), KITH_ANCHOR_MIDDLE, KITH_ROLE_LAND };

  writing.type.size_pt = type.size_pt *= draft->type;
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *km = dup_km (metres[i]);
      g_autofree char *words = g_strdup_printf (_ ("%s km"), km);
      KithLabelForm form = { kith_measure_get_width (draft->measure, &type, words) + 0.8,
                             type.size_pt * KITH_POINT_MM * 1.1 };
      KithPoint at = kith_map_draft_find_point (draft, centre), centres[N_ANGLES];
      double r = metres[i] / draft->metres_per_mm;
      KithBox box;

      /* from the north on, to both sides */
      for (guint a = 0; a < N_ANGLES; a++)
        {
          double turn = (a % 2 == 0 ? 1 : -1) * (double)((a + 1) / 2) * 2 * G_PI / N_ANGLES;

          centres[a] = (KithPoint){ at.x + r * sin (turn), at.y - r * cos (turn) };
        }
      if (kith_labels_place_free (draft->labels, form, centres, N_ANGLES, MOST_COST, &box))
        kith_scene_add_text (
            draft->scene, &writing,
            (KithPoint){ (box.x0 + box.x1) / 2,
                         (box.y0 + box.y1) / 2 + type.size_pt * KITH_POINT_MM * 0.36 },
            words);
    }
}

/**
 * kith_map_dup_distances:
 *
 * Returns: (transfer full) (nullable): the distances of the rings as a list, "2, 4 and 6 km";
 *   %NULL where none is drawn
 */
char *
kith_map_dup_distances (const KithMapDraft *draft)
{
  double metres[MOST_RINGS];
  guint n = find_rings (draft, find_centre (draft), metres);
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *list = NULL;

  if (n == 0)
    return NULL;
  for (guint i = 0; i < n; i++)
    g_ptr_array_add (items, dup_km (metres[i]));
  g_ptr_array_add (items, NULL);
  list = kith_text_dup_list ((const char *const *)items->pdata);
  return g_strdup_printf (_ ("%s km"), list);
}
