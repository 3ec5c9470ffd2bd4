/* kith-map-layers.c: what an officer has left out of a map
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-map-private.h"
#include "kith-map-groups-private.h"

#include <glib/gi18n.h>

static gboolean
is_left_out (const KithMapDraft *draft, const KithSchool *school)
{
  const KithMapLayers *layers = &draft->options->layers;
  const KithRollRow *row;

  if (layers->only != NULL && !g_hash_table_contains (layers->only, &school->urn))
    return TRUE;
  if (layers->tiers_off == 0)
    return FALSE;
  row = kith_roll_find (draft->roll, school->urn);
  return row != NULL && (layers->tiers_off & (1u << row->tier)) != 0;
}

/**
 * kith_map_can_leave_out:
 *
 * Returns: whether schools can be left out of such a picture: not where all stand around one
 */
gboolean
kith_map_can_leave_out (const KithMapOptions *options)
{
  return options->subject != KITH_MAP_SCHOOL && options->layout != KITH_MAP_RADIAL;
}

/**
 * kith_map_can_leave_out_ties:
 *
 * Returns: whether kinds of tie can be: where there are several
 */
gboolean
kith_map_can_leave_out_ties (const KithMapOptions *options)
{
  return options->subject == KITH_MAP_SYSTEM || options->layout == KITH_MAP_NETWORK;
}

/**
 * kith_map_is_tie_off:
 *
 * Returns: whether ties of this kind are left out
 */
gboolean
kith_map_is_tie_off (const KithMapDraft *draft, KithTie tie)
{
  return kith_map_can_leave_out_ties (draft->options) &&
         (draft->options->layers.ties_off & (1u << tie)) != 0;
}

/**
 * kith_map_leave_out:
 * @draft: laid out and fitted
 *
 * Takes what is not wanted off the map. The rest stays where it would be beside it.
 */
void
kith_map_leave_out (KithMapDraft *draft)
{
  const KithMapLayers *layers = &draft->options->layers;

  for (guint i = 0; i < draft->spots->len && kith_map_can_leave_out (draft->options); i++)
    {
      KithMapSpot *spot = kith_map_get_spot (draft, i);

      if (!kith_place_is_known (spot->place) ||
          !is_left_out (draft, draft->schools[spot->school].record))
        continue;
      spot->place = KITH_PLACE_NONE;
      draft->n_left_out += !kith_stand_is_around (spot->stand);
    }
  for (guint i = 0; i < draft->spots->len && layers->has_no_names; i++)
    kith_map_get_spot (draft, i)->rank = 0;
  if (layers->has_no_outlines)
    g_ptr_array_set_size (draft->outlines, 0);
}

static void
add_ties (const KithMapDraft *draft, GPtrArray *words)
{
  for (guint tie = 0; tie < KITH_N_TIES; tie++)
    if (kith_map_is_tie_off (draft, tie))
      g_ptr_array_add (words,
                       g_strdup_printf (_ ("links of the kind %s"), kith_map_get_tie_words (tie)));
}

/**
 * kith_map_dup_left_out:
 *
 * Returns: (transfer full) (nullable): a sentence for the note that says what was left out by
 *   choice, with a space before it
 */
char *
kith_map_dup_left_out (const KithMapDraft *draft)
{
  const KithMapLayers *layers = &draft->options->layers;
  g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *list = NULL;

  for (guint tier = 0; tier < KITH_N_TIERS && kith_map_can_leave_out (draft->options); tier++)
    if ((layers->tiers_off & (1u << tier)) != 0)
      g_ptr_array_add (words, g_strdup_printf (_ ("schools in “%s”"), kith_tier_get_words (tier)));
  if (layers->only != NULL && kith_map_can_leave_out (draft->options))
    g_ptr_array_add (words, g_strdup (_ ("schools that a filter keeps out")));
  add_ties (draft, words);
  if (layers->has_no_outlines && draft->layout == NULL)
    g_ptr_array_add (words, g_strdup (_ ("outlines")));
  if (layers->has_no_names)
    g_ptr_array_add (words, g_strdup (_ ("names")));
  if (words->len == 0)
    return NULL;
  g_ptr_array_add (words, NULL);
  list = kith_text_dup_list ((const char *const *)words->pdata);
  return g_strdup_printf (_ (" Left out by choice: %s."), list);
}
