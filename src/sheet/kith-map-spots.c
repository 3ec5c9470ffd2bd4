/* kith-map-spots.c: where schools stand on a map, and their marks
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-map-column-private.h"
#include "kith-map-groups-private.h"

#include <math.h>

/* LOOK, section 3: what marks are multiplied with. Beyond what it has, for all England, they
 * go on shrinking with the room that each has. */
#define SCALE_USUAL 1.05
#define SCALE_MANY 0.6
#define SCALE_MANY_ACT_NOW 0.88
#define SCALE_MANY_IN_TOUCH 0.5
#define MANY 300
#define VERY_MANY 3000
#define SCALE_LEAST 0.2
#define SCALE_MIDDLE 1.5
#define BADGE_R 2.05
#define BADGE_DROP 0.36
#define SHRUNK 1.25
#define SHRUNK_LEAST 0.55

/* What is kept free around what must be seen, in mm: for names, for the glow. */
#define MARGIN_NAMES 15.0
#define MARGIN_SYSTEM 7.0
#define MARGIN_PART_X 0.22
#define MARGIN_PART_Y 0.18

/* Closer than this nothing is learned. */
#define LEAST_METRES_PER_MM 15.0
#define LEAST_LAYOUT 1.0

/* from the lowest */
static const KithStand order[] = {
  KITH_STAND_CONTEXT, KITH_STAND_UNREACHED,  KITH_STAND_PLAIN,  KITH_STAND_FAR,
  KITH_STAND_AWAY,    KITH_STAND_IN_TOUCH,   KITH_STAND_ASK,    KITH_STAND_WATCH,
  KITH_STAND_LOOK_IN, KITH_STAND_ACT_NOW,    KITH_STAND_PARTED, KITH_STAND_NEAR,
  KITH_STAND_CENTRE,  KITH_STAND_UNRECORDED, KITH_STAND_FADED,  KITH_STAND_LIVE,
  KITH_STAND_LEAD,
};

/* On a picture whose places are none on the ground signs give way where it is small or full. */
static double
find_layout_scale (KithMapDraft *draft, guint n_drawn)
{
  double room = MIN (1, sqrt ((double)MANY / MAX (1, n_drawn)));
  double scale = draft->layout->scale * MIN (1, pow (room, 1.2));

  if (draft->layout == &kith_map_radial_layout)
    scale = draft->layout->scale * CLAMP (1 / draft->metres_per_mm, SHRUNK_LEAST, 1);
  else if (n_drawn > KITH_MAP_MOST_NAMED)
    scale *= CLAMP (SHRUNK / draft->metres_per_mm, SHRUNK_LEAST, 1);
  return draft->options->is_sheet ? scale : MIN (scale, SCALE_USUAL);
}

static double
find_scale (KithMapDraft *draft, guint n_drawn, KithStand stand)
{
  double scale = SCALE_MANY;

  if (draft->layout != NULL)
    return find_layout_scale (draft, n_drawn);
  if (draft->options->subject != KITH_MAP_SYSTEM || n_drawn <= MANY)
    return SCALE_USUAL;
  if (stand == KITH_STAND_ACT_NOW)
    scale = SCALE_MANY_ACT_NOW;
  else if (stand == KITH_STAND_IN_TOUCH)
    scale = SCALE_MANY_IN_TOUCH;
  return n_drawn <= VERY_MANY ? scale
                              : MAX (SCALE_LEAST, scale * sqrt ((double)VERY_MANY / n_drawn));
}

static KithSign
get_sign (KithMapDraft *draft, const KithMapSpot *spot, guint n_drawn)
{
  double larger = 1;
  KithSign sign;
  KithTie tie = draft->arrangement == NULL ? KITH_TIE_HUB
                                           : kith_kind_get_info (draft->arrangement->kind)->tie;

  if (draft->centre_spot != G_MAXUINT && spot == kith_map_get_spot (draft, draft->centre_spot))
    larger = spot->stand == KITH_STAND_CENTRE ? kith_map_fit_middle (draft) : SCALE_MIDDLE;
  sign = kith_map_make_sign (spot->stand, draft->schools[spot->school].phase, tie,
                             find_scale (draft, n_drawn, spot->stand) * larger);
  if (spot->badge > 0)
    sign.r = BADGE_R;
  return sign;
}

static guint
count_drawn (KithMapDraft *draft)
{
  guint n = 0;

  for (guint i = 0; i < draft->spots->len; i++)
    n += kith_map_get_spot (draft, i)->is_drawn;
  return n;
}

static void
widen (KithPlace *low, KithPlace *high, KithPlace place)
{
  *low = (KithPlace){ MIN (low->x, place.x), MIN (low->y, place.y) };
  *high = (KithPlace){ MAX (high->x, place.x), MAX (high->y, place.y) };
}

/* what must be seen: home land and its schools; of an arrangement, its members */
static gboolean
find_extent (KithMapDraft *draft, KithPlace *low, KithPlace *high)
{
  *low = (KithPlace){ INFINITY, INFINITY };
  *high = (KithPlace){ -INFINITY, -INFINITY };
  if (draft->layout != NULL)
    {
      widen (low, high, draft->layout_low);
      widen (low, high, draft->layout_high);
    }
  for (guint i = 0; i < draft->spots->len; i++)
    {
      const KithMapSpot *spot = kith_map_get_spot (draft, i);

      if (draft->layout == NULL && !kith_stand_is_around (spot->stand) &&
          kith_place_is_known (spot->place))
        widen (low, high, spot->place);
    }
  for (guint i = 0; draft->is_whole && i < draft->outlines->len; i++)
    {
      const KithMapOutline *outline = draft->outlines->pdata[i];

      if (outline->is_home)
        {
          widen (low, high, outline->low);
          widen (low, high, outline->high);
        }
    }
  return low->x <= high->x;
}

/**
 * kith_map_draft_find_point:
 *
 * Returns: where a place lies on the map, in mm
 */
KithPoint
kith_map_draft_find_point (const KithMapDraft *draft, KithPlace place)
{
  return (KithPoint){
    (draft->box.x0 + draft->box.x1) / 2 + (place.x - draft->centre.x) / draft->metres_per_mm,
    (draft->box.y0 + draft->box.y1) / 2 - (place.y - draft->centre.y) / draft->metres_per_mm
  };
}

/**
 * kith_map_draft_find_place:
 *
 * Returns: which place lies at a point of the map
 */
KithPlace
kith_map_draft_find_place (const KithMapDraft *draft, KithPoint point)
{
  return (KithPlace){
    draft->centre.x + (point.x - (draft->box.x0 + draft->box.x1) / 2) * draft->metres_per_mm,
    draft->centre.y - (point.y - (draft->box.y0 + draft->box.y1) / 2) * draft->metres_per_mm
  };
}

/* what the picture is laid out for, in mm; a view of a part of it is of the same picture */
static KithPoint
get_fit_size (KithMapDraft *draft)
{
  if (draft->options->fit_width > 0 && draft->options->fit_height > 0)
    return (KithPoint){ draft->options->fit_width, draft->options->fit_height };
  return (KithPoint){ draft->box.x1 - draft->box.x0, draft->box.y1 - draft->box.y0 };
}

/**
 * kith_map_get_room:
 *
 * Returns: what is left of the picture inside what is kept free around what must be seen, in mm:
 *   width and height
 */
KithPoint
kith_map_get_room (KithMapDraft *draft)
{
  KithPoint size = get_fit_size (draft), margin;

  if (draft->layout == NULL && draft->is_whole)
    margin = (KithPoint){ MARGIN_SYSTEM, MARGIN_SYSTEM };
  else if (draft->layout == NULL)
    margin = (KithPoint){ MARGIN_NAMES * draft->type, MARGIN_NAMES * draft->type };
  else if (draft->layout != &kith_map_radial_layout && draft->spots->len > KITH_MAP_MOST_NAMED)
    margin = (KithPoint){ MARGIN_SYSTEM, MARGIN_SYSTEM };
  else
    margin = (KithPoint){ MIN (draft->layout->margin_x, size.x * MARGIN_PART_X),
                          MIN (draft->layout->margin_y, size.y * MARGIN_PART_Y) };
  return (KithPoint){ size.x - 2 * margin.x, size.y - 2 * margin.y };
}

/**
 * kith_map_fit:
 * @draft: with spots and outlines
 *
 * Finds centre and scale so that everything that must be seen is, unless the options say
 * otherwise.
 *
 * Returns: %FALSE where nothing has a place
 */
gboolean
kith_map_fit (KithMapDraft *draft)
{
  KithPoint room = kith_map_get_room (draft);
  double least = draft->layout == NULL ? LEAST_METRES_PER_MM : LEAST_LAYOUT;
  KithPlace low, high;
  double below = 0;

  if (!find_extent (draft, &low, &high))
    return FALSE;
  for (guint round = 0; round < 2 && (round == 0 || below > 0); round++)
    {
      draft->metres_per_mm =
          MAX (least, MAX ((high.x - low.x) / room.x, (high.y - low.y) / (room.y - below)));
      draft->centre = (KithPlace){ (low.x + high.x) / 2,
                                   (low.y + high.y) / 2 - below / 2 * draft->metres_per_mm };
      below = kith_map_make_room (draft);
    }
  if (!draft->options->is_sheet && draft->options->metres_per_mm > 0)
    draft->metres_per_mm = draft->options->metres_per_mm;
  if (!draft->options->is_sheet && kith_place_is_known (draft->options->centre))
    draft->centre = draft->options->centre;
  return TRUE;
}

/**
 * kith_map_place_spots:
 *
 * Puts every school where it lies on the map, and counts what is drawn.
 */
void
kith_map_place_spots (KithMapDraft *draft)
{
  guint n_drawn;

  for (guint i = 0; i < draft->spots->len; i++)
    {
      KithMapSpot *spot = kith_map_get_spot (draft, i);

      if (!kith_place_is_known (spot->place))
        continue;
      spot->at = kith_map_draft_find_point (draft, spot->place);
      spot->is_drawn = kith_box_get_distance (draft->box, spot->at) == 0;
    }
  n_drawn = count_drawn (draft);
  for (guint i = 0; i < draft->spots->len; i++)
    {
      KithMapSpot *spot = kith_map_get_spot (draft, i);
      KithSign sign = get_sign (draft, spot, n_drawn);

      spot->reach = kith_sign_get_extent (&sign);
    }
  kith_map_place_furniture (draft);
  for (guint i = 0; i < draft->spots->len; i++)
    {
      const KithMapSpot *spot = kith_map_get_spot (draft, i);

      if (!spot->is_drawn)
        continue;
      draft->counts[spot->stand]++;
      draft->phases[draft->schools[spot->school].phase] = TRUE;
    }
}

/**
 * kith_map_get_badge_type:
 *
 * Returns: how a number is set in its mark
 */
KithType
kith_map_get_badge_type (const KithMapDraft *draft)
{
  return (KithType){ 6.8 * draft->type, KITH_WEIGHT_BOLD };
}

/* light on a filled mark, dark on a hollow one; in a group of its own, for it lies on its mark */
static void
write_badge (KithMapDraft *draft, const KithMapSpot *spot)
{
  gboolean is_filled = spot->stand == KITH_STAND_LEAD || spot->stand == KITH_STAND_LIVE;
  KithType type = kith_map_get_badge_type (draft);
  g_autofree char *number = g_strdup_printf ("%u", spot->badge);
  g_autofree char *id = g_strdup_printf ("badge%u", spot->badge);

  kith_scene_begin_group (draft->scene, id, NULL, NULL);
  kith_map_write (
      draft->scene, type, KITH_INK (is_filled ? KITH_ROLE_VIEW : KITH_ROLE_INK), KITH_ANCHOR_MIDDLE,
      (KithPoint){ spot->at.x, spot->at.y + type.size_pt * KITH_POINT_MM * BADGE_DROP }, number);
  kith_scene_end_group (draft->scene);
}

static void
draw_spot (KithMapDraft *draft, guint number, guint n_drawn)
{
  const KithMapSpot *spot = kith_map_get_spot (draft, number);
  const KithSchool *school = draft->schools[spot->school].record;
  KithSign sign = get_sign (draft, spot, n_drawn);
  g_autofree char *name = kith_map_dup_full_name (draft, spot->school);
  g_autofree char *title =
      spot->stand == KITH_STAND_PLAIN
          ? g_strdup (name)
          : g_strconcat (name, ": ", kith_map_get_stand_words (draft, spot->stand), NULL);

  /* without names a URN would be one */
  kith_scene_add_sign (
      draft->scene, &sign, spot->at,
      draft->options->names == KITH_MAP_NAMES_FULL ? school->urn : (gint64)number + 1, title);
  if (spot->badge > 0)
    write_badge (draft, spot);
}

/**
 * kith_map_draw_spots:
 *
 * Draws the marks, the most urgent last.
 */
void
kith_map_draw_spots (KithMapDraft *draft)
{
  guint n_drawn = count_drawn (draft);
  g_autoptr (GPtrArray) by_stand = g_ptr_array_new_with_free_func ((GDestroyNotify)g_array_unref);

  for (guint stand = 0; stand < KITH_N_STANDS; stand++)
    g_ptr_array_add (by_stand, g_array_new (FALSE, FALSE, sizeof (guint)));
  for (guint i = 0; i < draft->spots->len; i++)
    {
      const KithMapSpot *spot = kith_map_get_spot (draft, i);
      GArray *alike = by_stand->pdata[spot->stand];

      if (spot->is_drawn)
        g_array_append_val (alike, i);
    }
  kith_scene_begin_group (draft->scene, "schools", NULL, NULL);
  for (guint o = 0; o < G_N_ELEMENTS (order); o++)
    {
      const GArray *alike = by_stand->pdata[order[o]];

      for (guint i = 0; i < alike->len; i++)
        draw_spot (draft, g_array_index (alike, guint, i), n_drawn);
    }
  kith_scene_end_group (draft->scene);
}
