/* kith-map-schematic.c: about where the schools are, moved apart until each can be seen
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-map-private.h"

#include "kith-apart.h"

#include <glib/gi18n.h>
#include <math.h>

/* Between two schools from side to side, in mm: as much as there is room for. */
#define GAP_MOST 13.0
#define GAP_LEAST 1.6
#define ROOM_PART 0.34

/* Each round all move a little; then all are drawn in a little, so that the picture stays as
 * large as its room and the rest of it gives way. */
#define ROUNDS 160
#define ROUNDS_LAST 60

static gboolean
find_extent (KithMapDraft *draft, KithPlace *low, KithPlace *high)
{
  *low = (KithPlace){ INFINITY, INFINITY };
  *high = (KithPlace){ -INFINITY, -INFINITY };
  for (guint i = 0; i < draft->spots->len; i++)
    {
      KithPlace place = draft->schools[kith_map_get_spot (draft, i)->school].place;

      if (!kith_place_is_known (place))
        continue;
      *low = (KithPlace){ MIN (low->x, place.x), MIN (low->y, place.y) };
      *high = (KithPlace){ MAX (high->x, place.x), MAX (high->y, place.y) };
    }
  return low->x <= high->x;
}

/* those that are only context would be in the way */
static void
leave_out_context (KithMapDraft *draft)
{
  for (guint i = draft->spots->len; i-- > 0;)
    if (kith_map_get_spot (draft, i)->stand == KITH_STAND_CONTEXT)
      g_array_remove_index (draft->spots, i);
}

static void
keep_inside (KithPoint *places, const gboolean *is_held, const GArray *numbers, KithPoint room)
{
  for (guint i = 0; i < numbers->len; i++)
    {
      KithPoint *at = &places[g_array_index (numbers, guint, i)];

      if (is_held[g_array_index (numbers, guint, i)])
        continue;
      at->x = CLAMP (at->x, -room.x / 2, room.x / 2);
      at->y = CLAMP (at->y, -room.y / 2, room.y / 2);
    }
}

static const KithMapPosition *
find_kept (KithMapDraft *draft, GHashTable *kept, guint spot)
{
  return g_hash_table_lookup (kept,
                              &draft->schools[kith_map_get_spot (draft, spot)->school].record->urn);
}

/* Where each is on the ground; who is pinned stays where an officer put it, and on a steady map
 * everybody stays. */
static void
take_places (
    KithMapDraft *draft, GHashTable *kept, KithPoint *places, gboolean *is_held, GArray *numbers)
{
  KithPlace middle = draft->keeping.origin;

  for (guint i = 0; i < draft->spots->len; i++)
    {
      const KithNetworkSchool *school = &draft->schools[kith_map_get_spot (draft, i)->school];
      const KithMapPosition *position = find_kept (draft, kept, i);
      KithPlace place = school->place;

      if (!kith_place_is_known (place))
        continue;
      is_held[i] = position != NULL && (position->is_pinned || draft->options->is_steady);
      if (is_held[i])
        place = (KithPlace){ position->at.x, position->at.y };
      places[i] = (KithPoint){ (place.x - middle.x) / draft->keeping.scale_x,
                               (middle.y - place.y) / draft->keeping.scale_y };
      g_array_append_val (numbers, i);
    }
}

static void
give_places (KithMapDraft *draft, GHashTable *kept, const KithPoint *places, const GArray *numbers)
{
  for (guint i = 0; i < numbers->len; i++)
    {
      guint number = g_array_index (numbers, guint, i);
      KithMapSpot *spot = kith_map_get_spot (draft, number);
      const KithMapPosition *known = find_kept (draft, kept, number);
      KithMapPosition position = { .urn = draft->schools[spot->school].record->urn,
                                   .is_pinned = known != NULL && known->is_pinned };

      spot->place = (KithPlace){ places[number].x, -places[number].y };
      position.at = kith_map_keeping_from_place (&draft->keeping, spot->place);
      g_array_append_val (draft->positions, position);
      draft->layout_low = (KithPlace){ MIN (draft->layout_low.x, spot->place.x),
                                       MIN (draft->layout_low.y, spot->place.y) };
      draft->layout_high = (KithPlace){ MAX (draft->layout_high.x, spot->place.x),
                                        MAX (draft->layout_high.y, spot->place.y) };
    }
}

static gboolean
lay_out (KithMapDraft *draft, GError **error)
{
  KithPoint room;
  KithPlace low, high;
  g_autofree KithPoint *places = NULL;
  g_autofree gboolean *is_held = NULL;
  g_autoptr (GHashTable) kept = NULL;
  g_autoptr (GArray) numbers = g_array_new (FALSE, FALSE, sizeof (guint));
  double metres_per_mm, gap;

  leave_out_context (draft);
  room = kith_map_get_room (draft);
  places = g_new (KithPoint, MAX (1, draft->spots->len));
  is_held = g_new0 (gboolean, MAX (1, draft->spots->len));
  if (!find_extent (draft, &low, &high))
    {
      g_set_error_literal (error, KITH_MAP_ERROR, KITH_MAP_ERROR_PLACES,
                           _ ("None of these schools has co-ordinates, so there is no map. Import "
                              "a file with eastings and northings."));
      return FALSE;
    }
  metres_per_mm = MAX (1, MAX ((high.x - low.x) / room.x, (high.y - low.y) / room.y));
  draft->keeping = (KithMapKeeping){ { (low.x + high.x) / 2, (low.y + high.y) / 2 },
                                     metres_per_mm,
                                     metres_per_mm };
  kept = kith_map_read_positions (kith_map_get_position_ledger (draft),
                                  kith_map_get_position_view (draft->options));
  take_places (draft, kept, places, is_held, numbers);
  gap = CLAMP (sqrt (ROOM_PART * room.x * room.y / (KITH_APART_LOW * numbers->len)), GAP_LEAST,
               GAP_MOST);
  for (guint round = 0; round < ROUNDS + ROUNDS_LAST; round++)
    {
      if (!kith_apart_step (places, is_held, (const guint *)numbers->data, numbers->len, gap))
        break;
      if (round < ROUNDS)
        keep_inside (places, is_held, numbers, room);
    }
  draft->layout_low = (KithPlace){ -room.x / 2, -room.y / 2 };
  draft->layout_high = (KithPlace){ room.x / 2, room.y / 2 };
  give_places (draft, kept, places, numbers);
  return TRUE;
}

const KithMapLayoutSteps kith_map_schematic_layout = {
  lay_out, NULL,
  NULL,    N_ ("Schools stand about where they are, moved apart: distances mean nothing."),
  1.05,    28,
  12
};
