/* kith-map-column.c: the column beside a map, from the top down
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-map-column-private.h"

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

#define ICON_WIDTH 10.0
#define ICON_HEIGHT 6.0

/* Where words begin, after a sign and after a line. */
#define INDENT_SIGN 9.0
#define INDENT_LINE 17.0

static KithType
get_type (const KithMapColumn *self, double size_pt, KithWeight weight)
{
  return (KithType){ size_pt * self->k, weight };
}

static void
write_at (KithMapColumn *self,
          double x,
          double y,
          double size_pt,
          KithWeight weight,
          KithRole ink,
          KithAnchor anchor,
          const char *words)
{
  kith_map_write (self->scene, get_type (self, size_pt, weight), KITH_INK (ink), anchor,
                  (KithPoint){ x, y }, words);
}

static void
add_entry (KithMapColumn *self, KithScene *icon, const char *words, const char *note, gint count)
{
  KithMapEntry entry = { NULL, icon, NULL, NULL, count };

  if (self->entries == NULL)
    {
      g_clear_pointer (&icon, kith_scene_unref);
      return;
    }
  if (self->heading != NULL)
    entry.heading = g_string_chunk_insert (self->texts, self->heading);
  self->heading = NULL;
  entry.words = g_string_chunk_insert (self->texts, words);
  if (note != NULL)
    entry.note = g_string_chunk_insert (self->texts, note);
  g_array_append_val (self->entries, entry);
}

static KithScene *
make_icon (void)
{
  return kith_scene_new (ICON_WIDTH, ICON_HEIGHT);
}

/**
 * kith_map_column_begin:
 * @self: (out caller-allocates): a column
 * @draft: whose
 *
 * Without a sheet, nothing is drawn, and the entries are all that remains.
 */
void
kith_map_column_begin (KithMapColumn *self, KithMapDraft *draft)
{
  kith_map_column_begin_beside (self, draft->options->is_sheet ? draft->scene : NULL,
                                draft->measure, draft->options->width, draft->options->height,
                                draft->type);
  self->draft = draft;
  self->texts = draft->texts;
  self->entries = draft->entries;
}

/**
 * kith_map_column_begin_beside:
 * @self: (out caller-allocates): a column
 * @scene: (nullable): of a sheet; %NULL where nothing is drawn
 * @measure: measures words
 * @width: of the sheet, in mm
 * @height: of it
 * @k: what measures are multiplied with
 *
 * A column beside another picture than a map: it keeps no entries.
 */
void
kith_map_column_begin_beside (KithMapColumn *self,
                              KithScene *scene,
                              const KithMeasure *measure,
                              double width,
                              double height,
                              double k)
{
  *self = (KithMapColumn){ .measure = measure, .k = k };
  self->scene = scene != NULL ? kith_scene_ref (scene) : kith_scene_new (width, height);
  self->x0 = width - 76 * k;
  self->x1 = width - 10 * k;
  self->y = 29 * k;
  self->bottom = height - 19 * k;
  kith_scene_begin_group (self->scene, "legend", NULL, NULL);
}

/**
 * kith_map_column_end:
 *
 * Ends what kith_map_column_begin() began.
 */
void
kith_map_column_end (KithMapColumn *self)
{
  kith_scene_end_group (self->scene);
  g_clear_pointer (&self->scene, kith_scene_unref);
}

/**
 * kith_map_column_heading:
 * @words: a statement or a plain noun; lives as long as the column
 * @right: (nullable): what stands at the right edge
 */
void
kith_map_column_heading (KithMapColumn *self, const char *words, const char *right)
{
  KithType type = get_type (self, 8, KITH_WEIGHT_SEMIBOLD);
  g_autoptr (GPtrArray) lines = kith_map_wrap (self->measure, &type, words, self->x1 - self->x0);

  self->heading = words;
  self->y += 2.8 * self->k;
  if (right != NULL)
    write_at (self, self->x1, self->y, 6.3, KITH_WEIGHT_MEDIUM, KITH_ROLE_INK2, KITH_ANCHOR_END,
              right);
  for (guint i = 0; i < lines->len; i++)
    {
      self->y += i > 0 ? 3.4 * self->k : 0;
      write_at (self, self->x0, self->y, 8, KITH_WEIGHT_SEMIBOLD, KITH_ROLE_INK, KITH_ANCHOR_START,
                lines->pdata[i]);
    }
  self->y += 1.8 * self->k;
}

/**
 * kith_map_column_rule:
 *
 * A thin line between two parts.
 */
void
kith_map_column_rule (KithMapColumn *self)
{
  self->y += 2.4 * self->k;
  kith_scene_add_line (self->scene, (KithPoint){ self->x0, self->y },
                       (KithPoint){ self->x1, self->y },
                       &(KithPaint){ .stroke = KITH_INK (KITH_ROLE_RULE), .width = 0.2 });
  self->y += 2.2 * self->k;
}

static void
write_note (KithMapColumn *self, double x, const char *note)
{
  KithType type = get_type (self, 6.3, KITH_WEIGHT_REGULAR);
  g_autoptr (GPtrArray) lines = kith_map_wrap (self->measure, &type, note, self->x1 - x);

  for (guint i = 0; i < lines->len; i++)
    {
      self->y += 2.75 * self->k;
      kith_map_write (self->scene, type, KITH_INK (KITH_ROLE_INK2), KITH_ANCHOR_START,
                      (KithPoint){ x, self->y }, lines->pdata[i]);
    }
}

/**
 * kith_map_column_sign:
 * @sign: as it is drawn
 * @words: what it means
 * @note: (nullable): in small letters below
 * @count: how many are drawn
 * @bar: (nullable): the ink of a bar that shows a part of all
 * @part: that part, from 0 to 1
 */
void
kith_map_column_sign (KithMapColumn *self,
                      const KithSign *sign,
                      const char *words,
                      const char *note,
                      guint count,
                      const KithInk *bar,
                      double part)
{
  KithScene *icon = make_icon ();
  KithSign scaled = kith_sign_scale (*sign, self->k);
  g_autofree char *number = kith_text_dup_count (count);
  double x = self->x0 + INDENT_SIGN * self->k;

  kith_scene_add_sign (icon, sign, (KithPoint){ ICON_WIDTH / 2, ICON_HEIGHT / 2 }, 0, NULL);
  add_entry (self, icon, words, note, (gint)count);
  self->y += 4.6 * self->k;
  kith_scene_add_sign (self->scene, &scaled,
                       (KithPoint){ self->x0 + 3 * self->k, self->y - 0.9 * self->k }, 0, NULL);
  write_at (self, x, self->y, 7.2, KITH_WEIGHT_SEMIBOLD, KITH_ROLE_INK, KITH_ANCHOR_START, words);
  write_at (self, self->x1, self->y, 7.2, KITH_WEIGHT_SEMIBOLD, KITH_ROLE_INK, KITH_ANCHOR_END,
            number);
  if (note != NULL)
    write_note (self, x, note);
  if (bar != NULL)
    {
      KithBox track = { x, self->y + 1.1 * self->k, self->x1, self->y + 2.0 * self->k };
      KithBox full = track;

      kith_scene_add_box (self->scene, track, &(KithPaint){ .fill = KITH_INK (KITH_ROLE_GRAT) });
      full.x1 = full.x0 + MAX (0.5 * self->k, (full.x1 - full.x0) * part);
      kith_scene_add_box (self->scene, full, &(KithPaint){ .fill = *bar });
      self->y += 2.6 * self->k;
    }
  self->y += 0.9 * self->k;
}

/**
 * kith_map_column_undrawn:
 * @words: why
 * @count: how many
 *
 * What belongs to the picture and has no mark on it; nothing where there are none.
 */
void
kith_map_column_undrawn (KithMapColumn *self, const char *words, guint count)
{
  g_autofree char *number = kith_text_dup_count (count);

  if (count == 0)
    return;
  add_entry (self, NULL, words, NULL, (gint)count);
  self->y += 4.2 * self->k;
  write_at (self, self->x0 + INDENT_SIGN * self->k, self->y, 7.2, KITH_WEIGHT_REGULAR,
            KITH_ROLE_INK, KITH_ANCHOR_START, words);
  write_at (self, self->x1, self->y, 7.2, KITH_WEIGHT_SEMIBOLD, KITH_ROLE_INK, KITH_ANCHOR_END,
            number);
}

/**
 * kith_map_count_undrawn:
 * @member: that is no school of the network
 *
 * Counts it among those that no mark can stand for.
 */
void
kith_map_count_undrawn (KithMapDraft *draft, const KithNetworkMember *member)
{
  if (member->organisation_id != KITH_INT_NONE)
    draft->n_organisations++;
  else if (member->is_outside)
    draft->n_outside++;
  else
    draft->n_out_of_scope++;
}

/**
 * kith_map_column_members:
 *
 * Members that no mark can stand for, each with its reason.
 */
void
kith_map_column_members (KithMapColumn *self)
{
  const KithMapDraft *draft = self->draft;

  kith_map_column_undrawn (self, _ ("Outside this register"), draft->n_outside);
  kith_map_column_undrawn (self, _ ("Out of scope"), draft->n_out_of_scope);
  kith_map_column_undrawn (self, _ ("Organisations: no place on record"), draft->n_organisations);
}

/**
 * kith_map_column_total:
 * @words: what the counts add up to
 * @count: how many
 */
void
kith_map_column_total (KithMapColumn *self, const char *words, guint count)
{
  g_autofree char *number = kith_text_dup_count (count);

  add_entry (self, NULL, words, NULL, (gint)count);
  self->y += 1.4 * self->k;
  kith_scene_add_line (self->scene, (KithPoint){ self->x0, self->y },
                       (KithPoint){ self->x1, self->y },
                       &(KithPaint){ .stroke = KITH_INK (KITH_ROLE_INK3), .width = 0.2 });
  self->y += 3.6 * self->k;
  write_at (self, self->x0 + INDENT_SIGN * self->k, self->y, 7.2, KITH_WEIGHT_MEDIUM, KITH_ROLE_INK,
            KITH_ANCHOR_START, words);
  write_at (self, self->x1, self->y, 7.2, KITH_WEIGHT_SEMIBOLD, KITH_ROLE_INK, KITH_ANCHOR_END,
            number);
  self->y += 1.2 * self->k;
}

/**
 * kith_map_column_all:
 * @n_drawn: schools on the map
 *
 * Those that are not drawn, each with its reason, so that the counts add up to all of them.
 */
void
kith_map_column_all (KithMapColumn *self, guint n_drawn)
{
  KithMapDraft *draft = self->draft;
  gboolean is_all =
      n_drawn + draft->n_unplaced + draft->n_too_many + draft->n_left_out == draft->spots->len;

  kith_map_column_undrawn (self, _ ("Not placed: no co-ordinates"), draft->n_unplaced);
  kith_map_column_undrawn (self, _ ("Not drawn: no room"), draft->n_too_many);
  kith_map_column_undrawn (self, _ ("Left out by choice"), draft->n_left_out);
  kith_map_column_total (self, is_all ? _ ("All schools") : _ ("Schools on the map"),
                         is_all ? draft->spots->len : n_drawn);
}

/* the phases that share a shape, in words */
static char *
dup_phase_words (KithMapDraft *draft, KithShape shape)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new ();

  for (guint phase = 0; phase < KITH_N_PHASES; phase++)
    if (draft->phases[phase] && kith_map_get_shape (phase) == shape)
      g_ptr_array_add (words, (char *)kith_phase_get_words (phase));
  g_ptr_array_add (words, NULL);
  return words->len == 1 ? NULL : kith_text_dup_list ((const char *const *)words->pdata);
}

/**
 * kith_map_column_phases:
 *
 * The shapes that are drawn, and the phases they stand for, in as few lines as they need.
 */
void
kith_map_column_phases (KithMapColumn *self)
{
  KithType type = get_type (self, 7.2, KITH_WEIGHT_REGULAR);
  double x = self->x0 + 3 * self->k;

  kith_map_column_heading (self, _ ("Shape shows phase"), NULL);
  self->y += 3.4 * self->k;
  for (guint shape = 0; shape < KITH_N_SHAPES; shape++)
    {
      g_autofree char *words = dup_phase_words (self->draft, shape);
      KithSign sign = { .shape = shape, .r = 1.25, .fill = KITH_INK (KITH_ROLE_INK2) };
      KithScene *icon;
      double width;

      if (words == NULL)
        continue;
      icon = make_icon ();
      kith_scene_add_sign (icon, &sign, (KithPoint){ ICON_WIDTH / 2, ICON_HEIGHT / 2 }, 0, NULL);
      add_entry (self, icon, words, NULL, -1);
      width = kith_measure_get_width (self->measure, &type, words);
      if (x > self->x0 + 4 * self->k && x + 2.8 * self->k + width > self->x1)
        {
          x = self->x0 + 3 * self->k;
          self->y += 4.4 * self->k;
        }
      sign = kith_sign_scale (sign, self->k);
      kith_scene_add_sign (self->scene, &sign, (KithPoint){ x, self->y - 0.9 * self->k }, 0, NULL);
      write_at (self, x + 2.8 * self->k, self->y, 7.2, KITH_WEIGHT_REGULAR, KITH_ROLE_INK,
                KITH_ANCHOR_START, words);
      x += width + 9 * self->k;
    }
  self->y += 1.0 * self->k;
}

static void
write_line_words (KithMapColumn *self, KithScene *icon, const char *words)
{
  KithType type = get_type (self, 7.2, KITH_WEIGHT_REGULAR);
  double x = self->x0 + INDENT_LINE * self->k;
  g_autoptr (GPtrArray) lines = kith_map_wrap (self->measure, &type, words, self->x1 - x);

  add_entry (self, icon, words, NULL, -1);
  for (guint i = 0; i < lines->len; i++)
    {
      self->y += i > 0 ? 3.1 * self->k : 0;
      kith_map_write (self->scene, type, KITH_INK (KITH_ROLE_INK), KITH_ANCHOR_START,
                      (KithPoint){ x, self->y }, lines->pdata[i]);
    }
}

/**
 * kith_map_column_tie:
 * @tie: which kind of line
 * @is_live: whether it is whole
 * @words: what it means
 */
void
kith_map_column_tie (KithMapColumn *self, KithTie tie, gboolean is_live, const char *words)
{
  KithScene *icon = make_icon ();
  KithTiePath small = { { 0.2, ICON_HEIGHT / 2 }, { ICON_WIDTH - 0.2, ICON_HEIGHT / 2 }, 0, 0, 0 };
  KithTiePath path;

  self->y += 4.4 * self->k;
  kith_scene_add_tie (icon, tie, is_live, &small, KITH_ROLE_VIEW);
  path = (KithTiePath){ { self->x0, self->y - 0.9 * self->k },
                        { self->x0 + 14 * self->k, self->y - 0.9 * self->k },
                        -KITH_TIE_GAP,
                        -KITH_TIE_GAP,
                        0 };
  kith_scene_add_tie (self->scene, tie, is_live, &path, KITH_ROLE_PAGE);
  write_line_words (self, icon, words);
}

/**
 * kith_map_column_line:
 * @paint: of the line
 * @words: what it means
 */
void
kith_map_column_line (KithMapColumn *self, const KithPaint *paint, const char *words)
{
  KithScene *icon = make_icon ();

  self->y += 4.4 * self->k;
  kith_scene_add_line (icon, (KithPoint){ 0.5, ICON_HEIGHT / 2 },
                       (KithPoint){ ICON_WIDTH - 0.5, ICON_HEIGHT / 2 }, paint);
  kith_scene_add_line (self->scene, (KithPoint){ self->x0, self->y - 0.9 * self->k },
                       (KithPoint){ self->x0 + 14 * self->k, self->y - 0.9 * self->k }, paint);
  write_line_words (self, icon, words);
}

/**
 * kith_map_column_area:
 * @paint: of the area
 * @words: what it means
 */
void
kith_map_column_area (KithMapColumn *self, const KithPaint *paint, const char *words)
{
  KithScene *icon = make_icon ();

  self->y += 4.6 * self->k;
  kith_scene_add_box (icon, (KithBox){ 0.5, 1, ICON_WIDTH - 0.5, ICON_HEIGHT - 1 }, paint);
  kith_scene_add_box (self->scene,
                      (KithBox){ self->x0 + 0.5, self->y - 2.9 * self->k, self->x0 + 13.5 * self->k,
                                 self->y + 1.1 * self->k },
                      paint);
  write_line_words (self, icon, words);
  self->y += 0.6 * self->k;
}

/**
 * kith_map_column_words:
 * @words: a sentence or two
 */
void
kith_map_column_words (KithMapColumn *self, const char *words)
{
  write_note (self, self->x0, words);
  self->y += 0.8 * self->k;
}

/**
 * kith_map_column_numbers:
 *
 * The names that stand as numbers on the map, as far as there is room; then how many more the
 * table has.
 */
void
kith_map_column_numbers (KithMapColumn *self)
{
  GArray *numbered = self->draft->numbered;
  guint i;

  if (numbered->len == 0)
    return;
  kith_map_column_rule (self);
  kith_map_column_heading (
      self, self->draft->n_numbers > 0 ? _ ("Names by number") : _ ("Names without room"), NULL);
  for (i = 0; i < numbered->len; i++)
    {
      const KithMapNumbered *line = &g_array_index (numbered, KithMapNumbered, i);
      g_autofree char *number =
          line->number == 0 ? g_strdup ("–") : g_strdup_printf ("%u", line->number);

      g_autofree char *words = g_strdup_printf ("%s  %s", number, line->name);

      add_entry (self, NULL, words, NULL, -1);
      /* on a sheet as many as there is room for; the list beside a view has them all */
      if (self->draft->options->is_sheet && kith_map_column_left (self) < 6.4 * self->k &&
          i + 1 < numbered->len)
        break;
      self->y += 3.2 * self->k;
      write_at (self, self->x0 + 4 * self->k, self->y, 6.8, KITH_WEIGHT_MEDIUM, KITH_ROLE_INK,
                KITH_ANCHOR_END, number);
      write_at (self, self->x0 + 5.6 * self->k, self->y, 6.8, KITH_WEIGHT_REGULAR, KITH_ROLE_INK,
                KITH_ANCHOR_START, line->name);
    }
  if (i < numbered->len)
    {
      g_autofree char *more = g_strdup_printf (
          ngettext ("and %u more, in the table", "and %u more, in the table", numbered->len - i),
          numbered->len - i);

      write_note (self, self->x0 + 5.6 * self->k, more);
    }
}

/**
 * kith_map_column_list:
 * @words: a line
 *
 * Adds a line to the list beside a view, and writes nothing on a sheet.
 */
void
kith_map_column_list (KithMapColumn *self, const char *words)
{
  add_entry (self, NULL, words, NULL, -1);
}

/**
 * kith_map_column_left:
 *
 * Returns: how much room is left, in mm
 */
double
kith_map_column_left (KithMapColumn *self)
{
  return self->bottom - self->y;
}

/**
 * kith_map_write:
 *
 * Writes a line without a halo.
 */
void
kith_map_write (KithScene *scene,
                KithType type,
                KithInk ink,
                KithAnchor anchor,
                KithPoint at,
                const char *words)
{
  KithWriting writing = { type, ink, anchor, KITH_ROLE_NOTHING };

  kith_scene_add_text (scene, &writing, at, words);
}

/**
 * kith_map_wrap:
 *
 * Returns: (transfer full) (element-type utf8): @words in lines that are no wider than @width,
 *   as far as single words allow
 */
GPtrArray *
kith_map_wrap (const KithMeasure *measure, const KithType *type, const char *words, double width)
{
  GPtrArray *lines = g_ptr_array_new_with_free_func (g_free);
  g_auto (GStrv) parts = g_strsplit (words, " ", -1);
  g_autoptr (GString) line = g_string_new (NULL);

  for (guint i = 0; parts[i] != NULL; i++)
    {
      gsize length = line->len;

      if (length > 0)
        g_string_append_c (line, ' ');
      g_string_append (line, parts[i]);
      if (length > 0 && kith_measure_get_width (measure, type, line->str) > width)
        {
          g_string_truncate (line, length);
          g_ptr_array_add (lines, g_strdup (line->str));
          g_string_assign (line, parts[i]);
        }
    }
  if (line->len > 0)
    g_ptr_array_add (lines, g_strdup (line->str));
  return lines;
}
