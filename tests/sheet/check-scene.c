/* check-scene.c: every map is read, mark by mark, and what is wrong with it counted
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Shares nothing with what places names.
 */

#include "check-scene.h"

#include <math.h>
#include <string.h>

/* less than this is rounding */
#define SLACK 0.01

typedef struct
{
  const KithMark *marks;
  guint n_marks;
  const KithSign *signs;
  const KithMeasure *measure;
  KithBox edge;
  gboolean is_network;
} Reading;

/* letters with what hangs below them, and no more */
static KithBox
get_box (const Reading *self, const KithMark *mark)
{
  const KithType *type = &mark->text.writing.type;
  double width = kith_measure_get_width (self->measure, type, mark->text.words);
  double size = type->size_pt * KITH_POINT_MM;
  double part = mark->text.writing.anchor == KITH_ANCHOR_END      ? 1
                : mark->text.writing.anchor == KITH_ANCHOR_MIDDLE ? 0.5
                                                                  : 0;
  double x = mark->text.at.x - width * part;

  return (KithBox){ x, mark->text.at.y - size * 0.72, x + width, mark->text.at.y + size * 0.2 };
}

static const char *
get_meaning (const KithMark *sign)
{
  return strrchr (sign->sign.title, ':') + 2;
}

static gboolean
is_school (const KithMark *mark)
{
  return mark->type == KITH_MARK_SIGN && mark->sign.subject != 0;
}

/* LOOK, section 7: never over a mark of tier 1 or 2 or of the picture's subject; whoever has a name
   is one of these. The one in the middle has its name on its mark. */
static gboolean
is_firm (const Reading *self, const KithMark *sign)
{
  static const char *const firm[] = { "Act now",
                                      "Look in",
                                      "Lead school",
                                      "Hub school",
                                      "Faded",
                                      "Contact not recorded",
                                      "Works with this school",
                                      "The link has faded",
                                      "Member" };
  const char *meaning = get_meaning (sign);

  if (self->is_network)
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (firm); i++)
    if (strcmp (meaning, firm[i]) == 0)
      return TRUE;
  return FALSE;
}

/* the words inside the group "map", but for numbers on their own marks */
static GArray *
list_words (const Reading *self)
{
  GArray *boxes = g_array_new (FALSE, FALSE, sizeof (KithBox));
  guint depth = 0, map = 0, badge = 0;

  for (guint i = 0; i < self->n_marks; i++)
    {
      const KithMark *mark = &self->marks[i];

      if (mark->type == KITH_MARK_BEGIN)
        {
          depth++;
          if (map == 0 && strcmp (mark->group.id, "map") == 0)
            map = depth;
          if (badge == 0 && g_str_has_prefix (mark->group.id, "badge"))
            badge = depth;
        }
      else if (mark->type == KITH_MARK_END)
        {
          map = map == depth ? 0 : map;
          badge = badge == depth ? 0 : badge;
          depth--;
        }
      else if (mark->type == KITH_MARK_TEXT && map > 0 && badge == 0)
        {
          KithBox box = get_box (self, mark);

          g_array_append_val (boxes, box);
        }
    }
  return boxes;
}

static gboolean
overlap (KithBox a, KithBox b)
{
  return a.x0 + SLACK < b.x1 && b.x0 + SLACK < a.x1 && a.y0 + SLACK < b.y1 && b.y0 + SLACK < a.y1;
}

static void
check_words (const Reading *self, SceneReport *report)
{
  g_autoptr (GArray) boxes = list_words (self);

  report->n_words += boxes->len;
  for (guint a = 0; a < boxes->len; a++)
    {
      KithBox box = g_array_index (boxes, KithBox, a);

      report->n_cut += box.x0 < self->edge.x0 - SLACK || box.y0 < self->edge.y0 - SLACK ||
                       box.x1 > self->edge.x1 + SLACK || box.y1 > self->edge.y1 + SLACK;
      for (guint b = 0; b < a; b++)
        report->n_over_words += overlap (box, g_array_index (boxes, KithBox, b));
      for (guint i = 0; i < self->n_marks; i++)
        if (is_school (&self->marks[i]) && is_firm (self, &self->marks[i]))
          report->n_over_marks += kith_box_get_distance (box, self->marks[i].sign.at) + SLACK <
                                  self->signs[self->marks[i].sign.sign].r;
    }
}

/* the panel of scale and north is the first box of its group */
static void
check_panel (const Reading *self, const KithStep *steps, SceneReport *report)
{
  for (guint i = 0; i + 1 < self->n_marks; i++)
    {
      const KithMark *panel = &self->marks[i + 1];
      KithBox box;

      if (self->marks[i].type != KITH_MARK_BEGIN ||
          strcmp (self->marks[i].group.id, "scale") != 0 || panel->type != KITH_MARK_PATH ||
          panel->path.paint.fill.role != KITH_ROLE_VIEW)
        continue;
      box = (KithBox){ steps[panel->path.first].points[0].x, steps[panel->path.first].points[0].y,
                       steps[panel->path.first + 2].points[0].x,
                       steps[panel->path.first + 2].points[0].y };
      for (guint k = 0; k < self->n_marks; k++)
        report->n_hidden +=
            is_school (&self->marks[k]) && kith_box_get_distance (box, self->marks[k].sign.at) <= 0;
    }
}

static void
check_legend (const Reading *self, KithMap *map, SceneReport *report)
{
  guint n_entries, n_drawn = 0, n_counted = 0, n_yes = 0;
  const KithMapEntry *entries = kith_map_get_entries (map, &n_entries);
  g_autofree char *table = kith_map_dup_table (map, KITH_MAP_TABLE_CSV);
  g_auto (GStrv) lines = g_strsplit (table, "\n", -1);

  for (guint i = 0; i < self->n_marks; i++)
    n_drawn += is_school (&self->marks[i]);
  for (guint e = 0; e < n_entries; e++)
    {
      guint n_alike = 0;

      /* without a sign: those not drawn, and the sum of all */
      if (entries[e].count < 0 || entries[e].icon == NULL)
        continue;
      for (guint i = 0; i < self->n_marks; i++)
        n_alike += is_school (&self->marks[i]) &&
                   strcmp (get_meaning (&self->marks[i]), entries[e].words) == 0;
      report->n_miscounted += n_alike != (guint)entries[e].count || n_alike == 0;
      n_counted += (guint)entries[e].count;
    }
  for (guint l = 1; lines[l] != NULL && *lines[l] != '\0'; l++)
    n_yes += g_str_has_suffix (lines[l], ",yes");
  report->n_wrong_sums += n_drawn != n_counted || n_drawn != n_yes;
}

/* Reads one map and adds what it finds. */
void
check_scene (KithMap *map,
             const KithMapOptions *options,
             const KithMeasure *measure,
             SceneReport *report)
{
  Reading self = { .measure = measure, .is_network = options->layout == KITH_MAP_NETWORK };
  KithMapNames names = kith_map_count_names (map);
  guint n;

  self.marks = kith_scene_get_marks (kith_map_get_scene (map), &self.n_marks);
  self.signs = kith_scene_get_signs (kith_map_get_scene (map), &n);
  self.edge = options->is_sheet ? (KithBox){ 10, 29, 214, 189 }
                                : (KithBox){ 0, 0, options->width, options->height };
  report->n_maps++;
  check_words (&self, report);
  check_panel (&self, kith_scene_get_steps (kith_map_get_scene (map), &n), report);
  check_legend (&self, map, report);
  report->n_asked += names.n_asked;
  report->n_placed += names.n_placed;
  report->n_numbered += names.n_numbered;
  report->n_listed += names.n_listed;
  report->n_dropped += names.n_asked - names.n_placed - names.n_numbered - names.n_listed;
}

gboolean
report_is_clean (const SceneReport *report)
{
  return report->n_over_words + report->n_cut + report->n_over_marks + report->n_hidden +
             report->n_miscounted + report->n_wrong_sums ==
         0;
}

char *
report_dup_text (const SceneReport *report)
{
  return g_strdup_printf (
      "%u maps, %u lines of words: %u over others, %u cut, %u over marks; %u marks hidden, %u "
      "counts "
      "and %u sums wrong; of %u names %u placed, %u as numbers, %u only listed, %u left out",
      report->n_maps, report->n_words, report->n_over_words, report->n_cut, report->n_over_marks,
      report->n_hidden, report->n_miscounted, report->n_wrong_sums, report->n_asked,
      report->n_placed, report->n_numbered, report->n_listed, report->n_dropped);
}
