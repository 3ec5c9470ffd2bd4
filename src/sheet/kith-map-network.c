/* kith-map-network.c: who works with whom, near to each other
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-map-column-private.h"
#include "kith-map-forces-private.h"
#include "kith-map-groups-private.h"

#include "kith-sector.h"

#include <glib/gi18n.h>
#include <math.h>

/* One school's own network: half the height of the round on which the others stand. */
#define ROUND 50.0
#define ROUND_INNER 0.70
#define ROUND_ONE_RING 10
#define GAP_SECTORS 0.24
#define ASPECT_LEAST 0.6
#define ASPECT_MOST 2.6

/* The school in the middle, around it a sector for each arrangement. Who is in several stands
 * in the first. */
static void
lay_out_round (KithMapDraft *draft)
{
  g_autofree KithSector *sectors = g_new0 (KithSector, MAX (1, draft->groups->len));
  g_autofree guint *sector_of = g_new (guint, draft->spots->len);
  g_autofree guint *number_of = g_new0 (guint, draft->spots->len);
  KithPoint room = kith_map_get_room (draft);
  double rx = ROUND * CLAMP (room.x / room.y, ASPECT_LEAST, ASPECT_MOST);
  guint n_total = draft->spots->len - 1;

  kith_map_share_sectors (draft, sectors, sector_of, number_of, GAP_SECTORS);
  kith_map_get_spot (draft, draft->centre_spot)->place = (KithPlace){ 0, 0 };
  for (guint i = 0; i < draft->spots->len; i++)
    {
      double ring = n_total > ROUND_ONE_RING && number_of[i] % 2 == 1 ? ROUND_INNER : 1;
      KithPoint at;

      if (i == draft->centre_spot)
        continue;
      at = kith_sector_find_point (kith_sector_get_angle (&sectors[sector_of[i]], number_of[i]),
                                   rx * ring, ROUND * ring);
      kith_map_get_spot (draft, i)->place = (KithPlace){ at.x, -at.y };
    }
  draft->layout_low = (KithPlace){ -rx, -ROUND };
  draft->layout_high = (KithPlace){ rx, ROUND };
}

static gboolean
lay_out (KithMapDraft *draft, GError **error)
{
  if (draft->options->subject != KITH_MAP_SCHOOL)
    return kith_map_lay_out_forces (draft, error);
  lay_out_round (draft);
  return TRUE;
}

/* kinds that have an outline */
static void
fill_outlines (KithMapColumn *column)
{
  KithMapDraft *draft = column->draft;
  gboolean is_there[KITH_N_TIES] = { FALSE };
  gboolean has_any = FALSE;

  for (guint g = 0; g < draft->groups->len; g++)
    if (kith_map_get_group (draft, g)->outlines != NULL)
      is_there[kith_map_get_group (draft, g)->tie] = has_any = TRUE;
  if (!has_any)
    return;
  kith_map_column_heading (column, _ ("Partnerships"), NULL);
  for (guint tie = 0; tie < KITH_N_TIES; tie++)
    if (is_there[tie])
      {
        KithPaint paint = kith_map_get_outline_paint (tie);

        kith_map_column_area (column, &paint, kith_map_get_tie_words (tie));
      }
  column->y += 1.4 * column->k;
  kith_map_column_words (
      column, _ ("Inside an outline every member is tied to every other; those lines are not "
                 "drawn."));
  column->y += 2.6 * column->k;
}

static void
fill_lines (KithMapColumn *column)
{
  KithMapDraft *draft = column->draft;
  gboolean has_any = draft->has_web;

  for (guint tie = 0; tie < KITH_N_TIES; tie++)
    has_any |= draft->has_line[tie][0] || draft->has_line[tie][1];
  if (!has_any)
    return;
  kith_map_column_heading (column, _ ("Lines"), NULL);
  column->y -= 0.6 * column->k;
  if (draft->has_web)
    {
      KithPaint web = kith_map_get_web_paint (draft);

      kith_map_column_line (column, &web, _ ("live links, as the shortest web"));
    }
  for (guint tie = 0; tie < KITH_N_TIES; tie++)
    for (guint is_live = 2; is_live-- > 0;)
      if (draft->has_line[tie][is_live])
        {
          g_autofree char *words = g_strdup_printf (
              is_live ? _ ("%s, live") : _ ("%s, faded: two stubs"), kith_map_get_tie_words (tie));

          kith_map_column_tie (column, tie, is_live, words);
        }
  column->y += 3.5 * column->k;
}

static void
fill_stand (KithMapColumn *column, guint stand)
{
  KithMapDraft *draft = column->draft;
  KithTie tie = draft->arrangement == NULL ? KITH_TIE_HUB
                                           : kith_kind_get_info (draft->arrangement->kind)->tie;
  KithSign sign =
      kith_map_make_sign (stand, KITH_PHASE_PRIMARY, tie, stand == KITH_STAND_LEAD ? 0.85 : 1);

  if (draft->counts[stand] > 0)
    kith_map_column_sign (column, &sign, kith_map_get_stand_words (draft, stand), NULL,
                          draft->counts[stand], NULL, 0);
}

/* whoever leads, then the tiers in their order */
static void
fill_stands (KithMapColumn *column)
{
  guint total = 0;

  kith_map_column_heading (column, _ ("Tier"), _ ("Schools"));
  if (column->draft->counts[KITH_STAND_LEAD] > 0)
    {
      fill_stand (column, KITH_STAND_LEAD);
      column->y += 0.8 * column->k;
    }
  for (guint stand = 0; stand < KITH_N_STANDS; stand++)
    {
      total += column->draft->counts[stand];
      if (stand != KITH_STAND_LEAD)
        fill_stand (column, stand);
    }
  kith_map_column_all (column, total);
}

/**
 * kith_map_fill_network_column:
 *
 * Explains outlines, lines, tiers and shapes, as far as they occur.
 */
void
kith_map_fill_network_column (KithMapDraft *draft)
{
  KithMapColumn column;

  kith_map_column_begin (&column, draft);
  fill_outlines (&column);
  fill_lines (&column);
  fill_stands (&column);
  column.y += 3.5 * column.k;
  kith_map_column_phases (&column);
  if (draft->options->subject != KITH_MAP_SCHOOL)
    kith_map_fill_holds_together (&column);
  kith_map_column_numbers (&column);
  kith_map_column_end (&column);
}

static void
draw_under (KithMapDraft *draft)
{
  kith_map_draw_groups (draft);
  if (draft->options->subject != KITH_MAP_SCHOOL)
    kith_map_draw_shelf (draft);
}

const KithMapLayoutSteps kith_map_network_layout = {
  lay_out,
  draw_under,
  kith_map_fill_network_column,
  N_ ("Places show closeness of working, not distance on the ground."),
  1.25,
  30,
  14
};
