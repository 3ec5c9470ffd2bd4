/* kith-map-names.c: names of schools on a map
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-map-groups-private.h"

#include "kith-short-name.h"

#include <glib/gi18n.h>
#include <math.h>

/* A name in one line is not wider than this, in mm at A4. */
#define WIDEST 33.0

/* What a name has around it at least, in mm² at A4. */
#define MM2_MUST 100.0
#define MM2_NAME 270.0

/* From line to line, times the size. */
#define LEADING 1.16

#define COST_CONTEXT 0.55
#define COST_CONTEXT_SYSTEM 1.1

static gboolean
is_middle (const KithMapDraft *draft, const KithMapSpot *spot)
{
  return draft->centre_spot != G_MAXUINT &&
         spot == &g_array_index (draft->spots, KithMapSpot, draft->centre_spot);
}

static KithType
get_type (const KithMapDraft *draft, const KithMapSpot *spot)
{
  KithType type = { 7.2, KITH_WEIGHT_MEDIUM };

  if (spot->stand == KITH_STAND_LEAD || is_middle (draft, spot))
    type = (KithType){ 9, KITH_WEIGHT_BOLD };
  else if (spot->stand == KITH_STAND_ACT_NOW)
    type = (KithType){ 7.6, KITH_WEIGHT_BOLD };
  else if (spot->stand == KITH_STAND_LOOK_IN)
    type = (KithType){ 7, KITH_WEIGHT_SEMIBOLD };
  type.size_pt *= draft->type;
  return type;
}

static KithType
get_figure_type (const KithMapDraft *draft, const KithMapSpot *spot)
{
  KithType type = get_type (draft, spot);

  type.size_pt -= draft->type;
  type.weight = KITH_WEIGHT_REGULAR;
  return type;
}

/**
 * kith_map_dup_arrangement_name:
 * @name: of an arrangement
 *
 * Returns: (transfer full): what it is called on the picture: without names of people that the
 *   audience is not told
 */
char *
kith_map_dup_arrangement_name (const KithMapDraft *draft, const char *name)
{
  g_autofree char *struck = kith_redactor_strike (draft->redactor, name);

  return kith_name_dup_calm (struck);
}

/**
 * kith_map_may_show:
 *
 * Returns: whether the audience may see whom an arrangement of a kind ties: a pairing says who
 *   supports whom
 */
gboolean
kith_map_may_show (const KithMapDraft *draft, KithKind kind)
{
  return kind != KITH_KIND_PAIRING ||
         kith_audience_may_see (draft->options->audience, KITH_TOPIC_NEEDS);
}

/**
 * kith_map_get_tier_stand:
 * @row: (nullable): of the roll; %NULL for a school that is not on it
 *
 * Returns: its tier, or that the audience is not told it
 */
KithStand
kith_map_get_tier_stand (const KithMapDraft *draft, const KithRollRow *row)
{
  if (row == NULL)
    return KITH_STAND_AWAY;
  return kith_audience_may_see (draft->options->audience, KITH_TOPIC_FINDINGS)
             ? (KithStand)row->tier
             : KITH_STAND_PLAIN;
}

/**
 * kith_map_dup_full_name:
 * @school: index in the network
 *
 * Returns: (transfer full): what a school is called in titles: its whole name, its initials, or
 *   "School"
 */
char *
kith_map_dup_full_name (const KithMapDraft *draft, guint school)
{
  const char *name = draft->schools[school].record->name;

  if (draft->options->names == KITH_MAP_NAMES_NONE)
    return g_strdup (_ ("School"));
  return draft->options->names == KITH_MAP_NAMES_INITIALS ? kith_name_dup_initials (name)
                                                          : kith_name_dup_calm (name);
}

/**
 * kith_map_dup_name:
 * @school: index in the network
 * @most: how wide it may be, in mm
 * @type: how it is set
 *
 * Returns: (transfer full): what a school is called on the picture
 */
char *
kith_map_dup_name (const KithMapDraft *draft, guint school, double most, const KithType *type)
{
  if (draft->options->names != KITH_MAP_NAMES_FULL)
    return kith_map_dup_full_name (draft, school);
  return kith_short_name_dup (draft->schools[school].record->name, most, type, draft->measure);
}

/* The first in the order of the spots get names: so many as a map of this size can hold. Of
 * those whose name must not be lost the others are listed. */
static void
shorten_names (KithMapDraft *draft)
{
  double area = (draft->box.x1 - draft->box.x0) * (draft->box.y1 - draft->box.y0);
  guint most_must = (guint)(area / (MM2_MUST * draft->type));
  guint most = (guint)(area / (MM2_NAME * draft->type));
  guint n_must = 0, n = 0;

  for (guint i = 0; i < draft->spots->len; i++)
    {
      KithMapSpot *spot = kith_map_get_spot (draft, i);
      gboolean is_must = spot->rank >= KITH_MAP_MUST;
      KithType type = get_type (draft, spot);
      g_autofree char *name = NULL;

      if (!spot->is_drawn || spot->rank <= 0 || (!is_must && n == most) ||
          draft->options->names == KITH_MAP_NAMES_NONE)
        continue;
      name = kith_map_dup_name (draft, spot->school, WIDEST * draft->type, &type);
      if (is_must && n_must == most_must)
        g_array_append_val (draft->numbered, ((KithMapNumbered){ 0, g_steal_pointer (&name) }));
      else
        spot->name = g_steal_pointer (&name);
      n_must += is_must;
      n += !is_must;
    }
}

/* what tells a school from another of the same name: its authority, then its town, then its
 * number */
static char *
dup_addition (KithMapDraft *draft, const KithMapSpot *spot, guint round)
{
  const KithSchool *school = draft->schools[spot->school].record;

  if (round == 0)
    return g_strdup (kith_map_get_authority (draft, school->la));
  if (round == 1)
    return g_strdup (school->town);
  return g_strdup_printf ("%" G_GINT64_FORMAT, school->urn);
}

/* for each name that stands more than once, the first school of that name */
static GHashTable *
find_alike (KithMapDraft *draft)
{
  g_autoptr (GHashTable) first = g_hash_table_new (g_str_hash, g_str_equal);
  GHashTable *alike = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < draft->spots->len; i++)
    {
      KithMapSpot *spot = kith_map_get_spot (draft, i), *before;

      if (spot->name == NULL)
        continue;
      before = g_hash_table_lookup (first, spot->name);
      if (before == NULL)
        g_hash_table_insert (first, spot->name, spot);
      else
        g_hash_table_insert (alike, g_strdup (spot->name), before);
    }
  return alike;
}

/* what is the same for all of a name tells nothing, and is not added to any of them */
static GHashTable *
find_told (KithMapDraft *draft, GHashTable *alike, guint round)
{
  GHashTable *told = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < draft->spots->len; i++)
    {
      const KithMapSpot *spot = kith_map_get_spot (draft, i), *first;
      g_autofree char *own = NULL, *other = NULL;
      gpointer key;

      if (spot->name == NULL ||
          !g_hash_table_lookup_extended (alike, spot->name, &key, (gpointer *)&first))
        continue;
      own = dup_addition (draft, spot, round);
      other = dup_addition (draft, first, round);
      if (g_strcmp0 (own, other) != 0)
        g_hash_table_add (told, key);
    }
  return told;
}

static void
tell_apart (KithMapDraft *draft)
{
  for (guint round = 0; round < 3; round++)
    {
      g_autoptr (GHashTable) alike = find_alike (draft);
      g_autoptr (GHashTable) told = find_told (draft, alike, round);

      for (guint i = 0; i < draft->spots->len; i++)
        {
          KithMapSpot *spot = kith_map_get_spot (draft, i);
          g_autofree char *addition = NULL;
          char *longer;

          if (spot->name == NULL || !g_hash_table_contains (told, spot->name))
            continue;
          addition = dup_addition (draft, spot, round);
          if (addition == NULL)
            continue;
          longer = g_strdup_printf ("%s, %s", spot->name, addition);
          g_free (spot->name);
          spot->name = longer;
        }
    }
}

static double
get_height (const KithType *type, guint n_lines, const KithType *figure)
{
  double size = type->size_pt * KITH_POINT_MM;
  double height = size * (KITH_TYPE_ASCENT + KITH_TYPE_DESCENT + LEADING * (n_lines - 1));

  return figure == NULL ? height : height + figure->size_pt * KITH_POINT_MM * LEADING;
}

static void
add_label (KithMapDraft *draft, KithMapSpot *spot)
{
  KithLabel label = { spot->at, spot->reach, { { 0 } }, spot->rank };
  KithType type = get_type (draft, spot), figure = get_figure_type (draft, spot);
  const KithType *below = spot->figure == NULL ? NULL : &figure;
  double figure_width =
      below == NULL ? 0 : kith_measure_get_width (draft->measure, below, spot->figure);
  g_autofree char *first = NULL, *second = NULL;

  label.forms[0].width =
      MAX (figure_width, kith_measure_get_width (draft->measure, &type, spot->name));
  label.forms[0].height = get_height (&type, 1, below);
  if (kith_short_name_break (spot->name, &type, draft->measure, &first, &second))
    {
      label.forms[1].width =
          MAX (figure_width, MAX (kith_measure_get_width (draft->measure, &type, first),
                                  kith_measure_get_width (draft->measure, &type, second)));
      label.forms[1].height = get_height (&type, 2, below);
    }
  else
    label.forms[1] = label.forms[0];
  /* only those whose name must not be lost get a number */
  if (spot->rank >= KITH_MAP_MUST && spot->badge == 0)
    label.forms[2] = (KithLabelForm){ kith_measure_get_width (draft->measure, &type, "888"),
                                      get_height (&type, 1, NULL) };
  spot->label = kith_labels_add (draft->labels, &label);
}

static void
add_obstacles (KithMapDraft *draft)
{
  double cost = draft->options->subject == KITH_MAP_SYSTEM ? COST_CONTEXT_SYSTEM : COST_CONTEXT;

  for (guint i = 0; i < draft->spots->len; i++)
    {
      const KithMapSpot *spot = kith_map_get_spot (draft, i);
      gboolean is_firm = spot->stand == KITH_STAND_ACT_NOW || spot->stand == KITH_STAND_LOOK_IN ||
                         (spot->stand >= KITH_STAND_LEAD && spot->stand < KITH_STAND_AWAY) ||
                         draft->layout == &kith_map_network_layout;

      if (spot->is_drawn && spot->name == NULL)
        kith_labels_add_spot (draft->labels, spot->at, spot->reach, is_firm ? INFINITY : cost);
    }
}

/**
 * kith_map_place_names:
 *
 * Finds a place for each name. The order in which numbers are given to those without room is
 * that of the spots.
 */
void
kith_map_place_names (KithMapDraft *draft)
{
  shorten_names (draft);
  if (draft->options->names == KITH_MAP_NAMES_FULL)
    tell_apart (draft);
  add_obstacles (draft);
  for (guint i = 0; i < draft->spots->len; i++)
    if (kith_map_get_spot (draft, i)->name != NULL)
      add_label (draft, kith_map_get_spot (draft, i));
  kith_map_place_group_names (draft);
  kith_labels_place (draft->labels, draft->options->seed);
  for (guint i = 0; i < draft->spots->len; i++)
    {
      KithMapSpot *spot = kith_map_get_spot (draft, i);
      const KithLabelPlace *place =
          spot->label == G_MAXUINT ? NULL : kith_labels_get (draft->labels, spot->label);

      /* a number in the mark is in the table already */
      if (spot->label == G_MAXUINT || spot->rank < KITH_MAP_MUST || spot->badge > 0 ||
          (place != NULL && place->form < 2))
        continue;
      g_array_append_val (
          draft->numbered,
          ((KithMapNumbered){ place == NULL ? 0 : ++draft->n_numbers, g_strdup (spot->name) }));
      spot->number = place == NULL ? 0 : draft->n_numbers;
    }
}

/**
 * kith_map_draft_count_names:
 * @draft: whose names are placed
 *
 * Returns: how many were to be named, and what became of their names
 */
KithMapNames
kith_map_draft_count_names (KithMapDraft *draft)
{
  KithMapNames names = { 0 };

  for (guint i = 0; i < draft->spots->len; i++)
    {
      const KithMapSpot *spot = kith_map_get_spot (draft, i);
      const KithLabelPlace *place =
          spot->label == G_MAXUINT ? NULL : kith_labels_get (draft->labels, spot->label);
      gboolean is_placed = place != NULL && place->form < 2;

      if (!spot->is_drawn || spot->rank <= 0 || draft->options->names == KITH_MAP_NAMES_NONE)
        continue;
      names.n_asked++;
      names.n_placed += is_placed;
      names.n_numbered += !is_placed && (spot->badge > 0 || spot->number > 0);
      names.n_listed +=
          !is_placed && spot->badge == 0 && spot->number == 0 && spot->rank >= KITH_MAP_MUST;
    }
  return names;
}

static double
get_x (const KithLabelPlace *place)
{
  return place->anchor == KITH_ANCHOR_START ? place->box.x0
         : place->anchor == KITH_ANCHOR_END ? place->box.x1
                                            : (place->box.x0 + place->box.x1) / 2;
}

static void
draw_name (KithMapDraft *draft, const KithMapSpot *spot, const KithLabelPlace *place)
{
  KithWriting writing = { get_type (draft, spot), KITH_INK (KITH_ROLE_INK), place->anchor,
                          KITH_ROLE_LAND };
  double size = writing.type.size_pt * KITH_POINT_MM;
  KithPoint at = { get_x (place), place->box.y0 + size * KITH_TYPE_ASCENT };
  g_autofree char *first = NULL, *second = NULL;

  if (place->form == 2)
    {
      g_autofree char *number = g_strdup_printf ("%u", spot->number);

      kith_scene_add_text (draft->scene, &writing, at, number);
      return;
    }
  if (place->form == 1 &&
      kith_short_name_break (spot->name, &writing.type, draft->measure, &first, &second))
    {
      kith_scene_add_text (draft->scene, &writing, at, first);
      at.y += size * LEADING;
      kith_scene_add_text (draft->scene, &writing, at, second);
    }
  else
    kith_scene_add_text (draft->scene, &writing, at, spot->name);
  if (spot->figure != NULL)
    {
      writing.type = get_figure_type (draft, spot);
      writing.ink = KITH_INK (KITH_ROLE_INK2);
      at.y += writing.type.size_pt * KITH_POINT_MM * LEADING;
      kith_scene_add_text (draft->scene, &writing, at, spot->figure);
    }
}

/**
 * kith_map_draw_names:
 *
 * Draws leaders, then names, where kith_map_place_names() put them.
 */
void
kith_map_draw_names (KithMapDraft *draft)
{
  KithPaint leader = { .stroke = KITH_INK (KITH_ROLE_INK2), .width = 0.17 };

  kith_scene_begin_group (draft->scene, "names", NULL, NULL);
  for (guint pass = 0; pass < 2; pass++)
    for (guint i = 0; i < draft->spots->len; i++)
      {
        const KithMapSpot *spot = kith_map_get_spot (draft, i);
        const KithLabelPlace *place =
            spot->label == G_MAXUINT ? NULL : kith_labels_get (draft->labels, spot->label);

        if (place == NULL)
          continue;
        if (pass == 1)
          draw_name (draft, spot, place);
        else if (place->has_leader)
          kith_scene_add_line (draft->scene, place->from, place->to, &leader);
      }
  kith_scene_end_group (draft->scene);
}
