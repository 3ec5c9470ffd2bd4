/* kith-map-page.c: title, rule, sources and scale around a map
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-map-column-private.h"
#include "kith-sheet-page-private.h"

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

#define PANEL_HEIGHT 14.0
#define BAR_LEAST 25.0
#define BAR_MOST 40.0

/* What free-standing land has around it. */
#define GLOW 4.0

/* the length of both segments together, in metres: twice a round number */
static double
find_bar_metres (double metres_per_mm)
{
  static const double rounds[] = { 1, 2.5, 5, 2, 4, 3, 1.5, 6, 8, 7.5 };

  for (guint i = 0; i < G_N_ELEMENTS (rounds); i++)
    for (double unit = 1; unit < 1e7; unit *= 10)
      {
        double metres = 2 * rounds[i] * unit;

        if (metres / metres_per_mm >= BAR_LEAST && metres / metres_per_mm <= BAR_MOST)
          return metres;
      }
  return BAR_LEAST * metres_per_mm;
}

static char *
dup_km (double metres, gboolean with_unit)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE];

  g_ascii_formatd (text, sizeof text, "%g", metres / 1000);
  return with_unit ? g_strdup_printf (_ ("%s km"), text) : g_strdup (text);
}

/* with room for the last figure's unit, and the arrow */
static double
get_panel_width (const KithMapDraft *draft)
{
  double edges = draft->frame ? 30 : 20;

  return find_bar_metres (draft->metres_per_mm) / draft->metres_per_mm + edges * draft->type;
}

static KithBox
get_corner (const KithMapDraft *draft, gboolean is_right, gboolean is_upper)
{
  double width = get_panel_width (draft), height = PANEL_HEIGHT * draft->type;
  double x0 = is_right ? draft->box.x1 - width : draft->box.x0;
  double y0 = is_upper ? draft->box.y0 : draft->box.y1 - height;

  return (KithBox){ x0, y0, x0 + width, y0 + height };
}

static gboolean
is_on_land (const KithMapDraft *draft, KithBox box)
{
  const guint n = 12;

  for (guint i = 0; i <= n; i++)
    for (guint j = 0; j <= n; j++)
      {
        KithPoint point = { box.x0 + (box.x1 - box.x0) * i / n,
                            box.y0 + (box.y1 - box.y0) * j / n };

        for (guint o = 0; o < draft->outlines->len; o++)
          if (kith_map_outline_holds (draft->outlines->pdata[o],
                                      kith_map_draft_find_place (draft, point)))
            return TRUE;
      }
  return FALSE;
}

/* what would be covered: marks count most, land a little */
static double
measure_corner (KithMapDraft *draft, KithBox box)
{
  double sum = 0;

  for (guint i = 0; i < draft->spots->len; i++)
    {
      const KithMapSpot *spot = kith_map_get_spot (draft, i);

      if (spot->is_drawn && kith_box_get_distance (box, spot->at) < 4)
        sum += kith_stand_is_around (spot->stand) ? 1 : 10;
    }
  if (!draft->frame && is_on_land (draft, kith_box_grow (box, GLOW)))
    sum += 1000;
  return sum;
}

/**
 * kith_map_make_room:
 * @draft: fitted
 *
 * Where land stands free and would lie under the scale bar, it moves aside, or if there is no
 * room for that, up.
 *
 * Returns: how much of the lower edge must be left free, in mm; 0 where all is well now
 */
double
kith_map_make_room (KithMapDraft *draft)
{
  KithPlace centre = draft->centre;
  double room = (draft->box.x1 - draft->box.x0) / 2 - GLOW;

  if (draft->frame || !draft->options->is_sheet || draft->outlines->len == 0)
    return 0;
  for (guint i = 0; i < draft->outlines->len; i++)
    {
      const KithMapOutline *outline = draft->outlines->pdata[i];

      room = MIN (room, kith_map_draft_find_point (draft, outline->low).x - draft->box.x0 - GLOW);
    }
  for (double shift = 0; shift <= MAX (0, room); shift += 1)
    for (guint is_right = 0; is_right < 2; is_right++)
      {
        draft->centre.x = centre.x + (is_right ? shift : -shift) * draft->metres_per_mm;
        if (!is_on_land (draft, kith_box_grow (get_corner (draft, is_right, FALSE), GLOW)))
          return 0;
      }
  draft->centre = centre;
  return PANEL_HEIGHT * draft->type;
}

/* whether a school that the picture is of would be covered */
static gboolean
covers_subject (KithMapDraft *draft, KithBox box)
{
  for (guint i = 0; i < draft->spots->len; i++)
    {
      const KithMapSpot *spot = kith_map_get_spot (draft, i);

      if (spot->is_drawn && !kith_stand_is_around (spot->stand) &&
          kith_box_get_distance (box, spot->at) < 2)
        return TRUE;
    }
  return FALSE;
}

/**
 * kith_map_place_furniture:
 * @draft: whose spots have their places
 *
 * Finds the emptiest lower corner for scale bar and north arrow, or an upper one where both lower
 * ones would cover a school that the picture is of, and keeps names away. What lies only around
 * that and would be covered is not drawn, so that what is counted can be seen.
 */
void
kith_map_place_furniture (KithMapDraft *draft)
{
  double least = INFINITY;

  if (!draft->options->is_sheet || draft->layout != NULL)
    return;
  for (guint corner = 0; corner < 4 && (corner < 2 || covers_subject (draft, draft->furniture));
       corner++)
    {
      KithBox box = get_corner (draft, corner % 2 == 0, corner >= 2);
      double sum = measure_corner (draft, box);

      if (sum < least)
        draft->furniture = box;
      least = MIN (least, sum);
    }
  kith_labels_add_furniture (draft->labels, draft->furniture);
  for (guint i = 0; draft->frame && i < draft->spots->len; i++)
    {
      KithMapSpot *spot = kith_map_get_spot (draft, i);

      if (kith_stand_is_around (spot->stand) &&
          kith_box_get_distance (draft->furniture, spot->at) < spot->reach)
        spot->is_drawn = FALSE;
    }
}

static void
write_at (KithMapDraft *draft,
          double x,
          double y,
          double size_pt,
          KithWeight weight,
          KithRole ink,
          KithAnchor anchor,
          const char *words)
{
  kith_map_write (draft->scene, (KithType){ size_pt * draft->type, weight }, KITH_INK (ink), anchor,
                  (KithPoint){ x, y }, words);
}

static void
draw_bar (KithMapDraft *draft, double x, double y)
{
  double metres = find_bar_metres (draft->metres_per_mm);
  double half = metres / 2 / draft->metres_per_mm;
  double high = 1.0 * draft->type;
  g_autofree char *middle = dup_km (metres / 2, FALSE), *end = dup_km (metres, TRUE);
  KithPaint edge = { .fill = KITH_INK (KITH_ROLE_VIEW),
                     .stroke = KITH_INK (KITH_ROLE_INK2),
                     .width = 0.2 };

  kith_scene_add_box (draft->scene, (KithBox){ x, y, x + half, y + high },
                      &(KithPaint){ .fill = KITH_INK (KITH_ROLE_INK2),
                                    .stroke = KITH_INK (KITH_ROLE_INK2),
                                    .width = 0.2 });
  kith_scene_add_box (draft->scene, (KithBox){ x + half, y, x + 2 * half, y + high }, &edge);
  y -= 1.2 * draft->type;
  write_at (draft, x, y, 6.3, KITH_WEIGHT_REGULAR, KITH_ROLE_INK2, KITH_ANCHOR_MIDDLE, "0");
  write_at (draft, x + half, y, 6.3, KITH_WEIGHT_REGULAR, KITH_ROLE_INK2, KITH_ANCHOR_MIDDLE,
            middle);
  write_at (draft, x + 2 * half, y, 6.3, KITH_WEIGHT_REGULAR, KITH_ROLE_INK2, KITH_ANCHOR_MIDDLE,
            end);
}

/* 7.5 mm with its letter; @y is the tip */
static void
draw_north (KithMapDraft *draft, double x, double y)
{
  double k = draft->type;

  kith_scene_move_to (draft->scene, x, y);
  kith_scene_line_to (draft->scene, x + 1.35 * k, y + 5.0 * k);
  kith_scene_line_to (draft->scene, x, y + 4.0 * k);
  kith_scene_line_to (draft->scene, x - 1.35 * k, y + 5.0 * k);
  kith_scene_close (draft->scene);
  kith_scene_end_path (draft->scene, &(KithPaint){ .fill = KITH_INK (KITH_ROLE_INK2) });
  write_at (draft, x, y + 7.5 * k, 6.8, KITH_WEIGHT_SEMIBOLD, KITH_ROLE_INK2, KITH_ANCHOR_MIDDLE,
            _ ("N"));
}

/**
 * kith_map_draw_furniture:
 *
 * Draws scale bar and north arrow where kith_map_place_furniture() put them, and the frame.
 */
void
kith_map_draw_furniture (KithMapDraft *draft)
{
  const KithBox *box = &draft->furniture;
  KithPaint rule = { .stroke = KITH_INK (KITH_ROLE_RULE), .width = 0.3 };
  KithPaint panel = rule;

  if (!draft->options->is_sheet)
    return;
  kith_scene_begin_group (draft->scene, "scale", _ ("Scale and north"), NULL);
  panel.fill = KITH_INK (KITH_ROLE_VIEW);
  if (draft->frame && draft->layout == NULL)
    kith_scene_add_box (draft->scene, *box, &panel);
  if (draft->layout == NULL)
    {
      draw_bar (draft, box->x0 + (draft->frame ? 7 : 2) * draft->type, box->y0 + 7.6 * draft->type);
      draw_north (draft, box->x1 - (draft->frame ? 8 : 3) * draft->type,
                  box->y0 + 2.4 * draft->type);
    }
  if (draft->frame)
    kith_scene_add_box (draft->scene, draft->box, &rule);
  kith_scene_end_group (draft->scene);
}

/**
 * kith_map_draw_page:
 *
 * Writes what stands above and below the map.
 */
void
kith_map_draw_page (KithMapDraft *draft)
{
  const KithSheetPage page = {
    .scene = draft->scene,
    .measure = draft->measure,
    .width = draft->options->width,
    .height = draft->options->height,
    .k = draft->type,
    .date = draft->date,
    .title = draft->title,
    .finding = draft->finding,
    .region = draft->region,
    .sources = draft->sources,
    .note = draft->note,
  };

  kith_sheet_page_draw (&page);
}

static char *
dup_file (const char *name, KithDate dated)
{
  g_autofree char *day = NULL;

  if (dated == KITH_DATE_UNKNOWN)
    return g_strdup (name);
  day = kith_date_dup_text (dated, KITH_DATE_SHORT);
  return g_strdup_printf ("%s (%s)", name, day);
}

/* the files that the outlines came from, each once, as "a.geojson (2 Jan 2026)" */
static GPtrArray *
list_outline_files (KithMapDraft *draft)
{
  GPtrArray *files = g_ptr_array_new_with_free_func (g_free);
  KithLedger *ledger = kith_network_get_ledger (draft->network);

  for (guint o = 0; o < draft->outlines->len; o++)
    {
      const KithMapOutline *outline = draft->outlines->pdata[o];
      const KithSource *source = kith_ledger_find (ledger, KITH_TABLE_SOURCE, outline->source_id);
      g_autofree char *file = source == NULL ? NULL : dup_file (source->name, source->dated);

      if (file != NULL && !g_ptr_array_find_with_equal_func (files, file, g_str_equal, NULL))
        g_ptr_array_add (files, g_steal_pointer (&file));
    }
  return files;
}

static const char *
find_source (KithMapDraft *draft, const char *kind, KithDate *dated)
{
  gsize n;
  const KithSource *sources =
      kith_ledger_get_rows (kith_network_get_ledger (draft->network), KITH_TABLE_SOURCE, &n);
  const KithSource *newest = NULL;

  for (gsize i = 0; i < n; i++)
    if (g_strcmp0 (sources[i].kind, kind) == 0 &&
        (newest == NULL || sources[i].dated >= newest->dated))
      newest = &sources[i];
  *dated = newest == NULL ? KITH_DATE_UNKNOWN : newest->dated;
  return newest == NULL ? NULL : newest->name;
}

/**
 * kith_map_write_sources:
 *
 * Says which files the picture stands on: the newest of each kind, with its day; of outlines every
 * one that is drawn.
 */
void
kith_map_write_sources (KithMapDraft *draft)
{
  static const struct
  {
    const char *kind;
    const char *words;
  } kinds[] = {
    { "establishments", N_ ("schools: %s") },
    { "group-links", N_ ("trusts and federations: %s") },
    { "partnerships", N_ ("partnerships: %s") },
    { "contacts", N_ ("contacts: %s") },
  };
  g_autoptr (GPtrArray) outlines = list_outline_files (draft);
  g_autoptr (GString) text = g_string_new (_ ("Sources: "));
  guint n = 0;

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      KithDate dated;
      const char *name = find_source (draft, kinds[i].kind, &dated);
      g_autofree char *file = NULL;

      if (name == NULL)
        continue;
      if (n++ > 0)
        g_string_append (text, "; ");
      file = dup_file (name, dated);
      g_string_append_printf (text, _ (kinds[i].words), file);
    }
  if (outlines->len > 0)
    {
      g_autofree char *list = NULL;

      g_ptr_array_add (outlines, NULL);
      list = kith_text_dup_list ((const char *const *)outlines->pdata);
      g_string_append_printf (text, n++ > 0 ? _ ("; outlines: %s") : _ ("outlines: %s"), list);
    }
  g_string_append (text, n > 0 ? "." : _ ("the register."));
  draft->sources = g_string_free (g_steal_pointer (&text), FALSE);
}

static void
tell_undrawn_members (const KithMapDraft *draft, GString *text)
{
  if (draft->n_outside > 0)
    g_string_append_printf (text,
                            ngettext (" %u member outside this register is not drawn.",
                                      " %u members outside this register are not drawn.",
                                      draft->n_outside),
                            draft->n_outside);
  if (draft->n_out_of_scope > 0)
    g_string_append_printf (text,
                            ngettext (" %u member out of scope is not drawn.",
                                      " %u members out of scope are not drawn.",
                                      draft->n_out_of_scope),
                            draft->n_out_of_scope);
  if (draft->n_organisations > 0)
    g_string_append_printf (text,
                            ngettext (" %u organisation is not drawn: no place on record.",
                                      " %u organisations are not drawn: no place on record.",
                                      draft->n_organisations),
                            draft->n_organisations);
}

/**
 * kith_map_finish_note:
 *
 * Adds to the subject's note what is left out and why, what outlines are for, and the seed.
 */
void
kith_map_finish_note (KithMapDraft *draft)
{
  g_autoptr (GString) text = g_string_new (draft->note);
  g_autofree char *left_out = kith_map_dup_left_out (draft);

  if (draft->n_unplaced > 0)
    g_string_append_printf (text,
                            ngettext (" %u school not placed: no co-ordinates.",
                                      " %u schools not placed: no co-ordinates.",
                                      draft->n_unplaced),
                            draft->n_unplaced);
  tell_undrawn_members (draft, text);
  if (draft->n_too_many > 0)
    g_string_append_printf (text,
                            ngettext (" %u school for which there was no room is in the table.",
                                      " %u schools for which there was no room are in the table.",
                                      draft->n_too_many),
                            draft->n_too_many);
  if (left_out != NULL)
    g_string_append (text, left_out);
  if (draft->layout != NULL)
    g_string_append_printf (text, " %s", _ (draft->layout->note));
  else if (draft->is_soft && draft->outlines->len > 0)
    g_string_append (text,
                     _ (" No outlines of authorities are in the register: the dotted ones only lie "
                        "around schools."));
  else if (draft->outlines->len > 0)
    g_string_append (text, _ (" Outlines are for orientation, not for measuring."));
  else if (!draft->options->layers.has_no_outlines)
    g_string_append (text, _ (" No outlines of authorities are in the register."));
  if (draft->options->audience != KITH_AUDIENCE_OFFICERS)
    g_string_append_printf (text, _ (" Made for: %s."),
                            kith_audience_get_words (draft->options->audience));
  g_string_append_printf (text, _ (" Seed %" G_GUINT64_FORMAT "."), draft->options->seed);
  g_free (draft->note);
  draft->note = g_string_free (g_steal_pointer (&text), FALSE);
}
