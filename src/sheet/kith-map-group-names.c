/* kith-map-group-names.c: names of arrangements beside their outlines and arcs
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-map-column-private.h"
#include "kith-map-groups-private.h"

#include "kith-short-name.h"

#include <math.h>

#define SIZE 8.4
#define SIZE_FIGURE 6.8
#define LEADING 1.16

/* A name in one line is not wider than this, in mm at A4. */
#define WIDEST 46.0

/* Between an outline and the name beside it, in mm. */
#define GAP 1.0
#define STEP 3.0

/* Arrangements must be named if there is any room at all. */
#define MOST_COST 400.0

/* Where the arc of a sector lies, LOOK, section 8; and steps along it. */
#define RING_ARC 63.0
#define N_ON_ARC 9

typedef struct
{
  char *lines[3];
  guint n_lines; /* the figure is the last of them */
  KithLabelForm form;
} Words;

static KithType
get_type (KithMapDraft *draft, gboolean is_figure)
{
  return is_figure ? (KithType){ SIZE_FIGURE * draft->type, KITH_WEIGHT_REGULAR }
                   : (KithType){ SIZE * draft->type, KITH_WEIGHT_BOLD };
}

static double
get_step (KithMapDraft *draft, gboolean is_figure)
{
  return get_type (draft, is_figure).size_pt * KITH_POINT_MM * LEADING;
}

static void
add_line (KithMapDraft *draft, Words *words, const char *line, gboolean is_figure)
{
  KithType type = get_type (draft, is_figure);

  words->form.width = MAX (words->form.width, kith_measure_get_width (draft->measure, &type, line));
  words->form.height += words->n_lines == 0
                            ? type.size_pt * KITH_POINT_MM * (KITH_TYPE_ASCENT + KITH_TYPE_DESCENT)
                            : get_step (draft, is_figure);
  words->lines[words->n_lines++] = g_strdup (line);
}

static void
clear_words (Words *words)
{
  for (guint i = 0; i < words->n_lines; i++)
    g_free (words->lines[i]);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Words, clear_words)

/* the name in one line or two, and what is said of it where the picture has room for that */
static void
set_words (KithMapDraft *draft, const KithMapGroup *group, Words *words)
{
  KithType type = get_type (draft, FALSE);
  g_autofree char *first = NULL, *second = NULL;

  if (kith_measure_get_width (draft->measure, &type, group->name) > WIDEST * draft->type &&
      kith_short_name_break (group->name, &type, draft->measure, &first, &second))
    {
      add_line (draft, words, first, FALSE);
      add_line (draft, words, second, FALSE);
    }
  else
    add_line (draft, words, group->name, FALSE);
  if (group->figure != NULL && group->has_figure)
    add_line (draft, words, group->figure, TRUE);
}

static KithPoint
move_out (KithPoint at, double nx, double ny, KithLabelForm form)
{
  return (KithPoint){ at.x + nx * (GAP + form.width / 2), at.y + ny * (GAP + form.height / 2) };
}

/* outside the arc, its middle first */
static GArray *
list_on_arc (KithMapDraft *draft, guint number, KithLabelForm form)
{
  const KithSector *sector = &draft->sectors[number];
  GArray *centres = g_array_new (FALSE, FALSE, sizeof (KithPoint));

  for (guint i = 0; i < N_ON_ARC; i++)
    {
      double part = (i + 1) / 2 / (double)(N_ON_ARC + 1) * (i % 2 == 0 ? 1 : -1);
      double angle = (sector->from + sector->to) / 2 + part * (sector->to - sector->from);
      KithPoint out = kith_sector_find_point (angle, 1, 1);
      KithPoint at =
          kith_map_draft_find_point (draft, (KithPlace){ out.x * RING_ARC, -out.y * RING_ARC });

      /* a wide box beside a round touches it with its corner, not with its middle */
      at = move_out (at, CLAMP (out.x * 1.25, -1, 1), CLAMP (out.y * 1.25, -1, 1), form);
      g_array_append_val (centres, at);
    }
  return centres;
}

static int
compare_height (gconstpointer a, gconstpointer b)
{
  const KithPoint *p = a, *q = b;

  if (p->y != q->y)
    return p->y < q->y ? -1 : 1;
  return p->x < q->x ? -1 : p->x > q->x;
}

/* along the outline, from its upper edge */
static GArray *
list_on_outline (const KithMapGroup *group, KithLabelForm form)
{
  GArray *centres = g_array_new (FALSE, FALSE, sizeof (KithPoint));

  for (guint o = 0; o < group->outlines->len; o++)
    {
      const GArray *outline = group->outlines->pdata[o];
      KithPoint last = { INFINITY, INFINITY };

      for (guint p = 0; p < outline->len; p++)
        {
          KithPoint a = g_array_index (outline, KithPoint, p);
          KithPoint b = g_array_index (outline, KithPoint, (p + 1) % outline->len);
          double length = hypot (b.x - a.x, b.y - a.y);

          for (double done = 0; done < length; done += STEP)
            {
              KithPoint at = { a.x + (b.x - a.x) * done / length,
                               a.y + (b.y - a.y) * done / length };
              double nx = (b.y - a.y) / length, ny = -(b.x - a.x) / length;

              if (hypot (at.x - last.x, at.y - last.y) < STEP / 2)
                continue;
              last = at;
              at = move_out (at, nx, ny, form);
              g_array_append_val (centres, at);
            }
        }
    }
  g_array_sort (centres, compare_height);
  return centres;
}

static KithAnchor
find_anchor (KithMapDraft *draft, guint number)
{
  double side = 0;

  if (draft->sectors != NULL)
    side = sin ((draft->sectors[number].from + draft->sectors[number].to) / 2);
  return side > 0.25 ? KITH_ANCHOR_START : side < -0.25 ? KITH_ANCHOR_END : KITH_ANCHOR_MIDDLE;
}

static gboolean
place_name (KithMapDraft *draft, guint number)
{
  KithMapGroup *group = kith_map_get_group (draft, number);
  g_auto (Words) words = { { NULL } };
  g_autoptr (GArray) centres = NULL;

  set_words (draft, group, &words);
  centres = draft->sectors != NULL ? list_on_arc (draft, number, words.form)
                                   : list_on_outline (group, words.form);
  group->name_anchor = find_anchor (draft, number);
  return kith_labels_place_free (draft->labels, words.form, (const KithPoint *)centres->data,
                                 centres->len, MOST_COST, &group->name_box);
}

/**
 * kith_map_place_group_names:
 *
 * Finds room for the names of arrangements, before schools' names take it; on rings with what
 * is said of them, or without that. An arrangement without an outline has none; one that finds
 * no room is listed with the numbers.
 */
void
kith_map_place_group_names (KithMapDraft *draft)
{
  for (guint g = 0;
       !draft->is_small && !draft->options->layers.has_no_names && g < draft->groups->len; g++)
    {
      KithMapGroup *group = kith_map_get_group (draft, g);

      if (draft->sectors == NULL && group->outlines == NULL)
        continue;
      group->has_figure = draft->sectors != NULL;
      group->is_named = place_name (draft, g);
      if (!group->is_named && group->has_figure)
        {
          group->has_figure = FALSE;
          group->is_named = place_name (draft, g);
        }
      if (!group->is_named)
        g_array_append_val (draft->numbered, ((KithMapNumbered){ 0, g_strdup (group->name) }));
    }
}

static void
draw_name (KithMapDraft *draft, const KithMapGroup *group)
{
  g_auto (Words) words = { { NULL } };
  KithBox box = group->name_box;
  KithPoint at = { group->name_anchor == KITH_ANCHOR_START ? box.x0
                   : group->name_anchor == KITH_ANCHOR_END ? box.x1
                                                           : (box.x0 + box.x1) / 2,
                   box.y0 + get_type (draft, FALSE).size_pt * KITH_POINT_MM * KITH_TYPE_ASCENT };

  set_words (draft, group, &words);
  for (guint i = 0; i < words.n_lines; i++)
    {
      gboolean is_figure = i + 1 == words.n_lines && group->figure != NULL && group->has_figure;
      KithWriting writing = { get_type (draft, is_figure),
                              is_figure ? KITH_INK (KITH_ROLE_INK2)
                                        : KITH_INK_WORD (kith_tie_get_line (group->tie)->role),
                              group->name_anchor, KITH_ROLE_LAND };

      if (i > 0)
        at.y += get_step (draft, is_figure);
      kith_scene_add_text (draft->scene, &writing, at, words.lines[i]);
    }
}

/**
 * kith_map_draw_group_names:
 *
 * Writes them where kith_map_place_group_names() found room, and the name of the school in the
 * middle of a radial picture.
 */
void
kith_map_draw_group_names (KithMapDraft *draft)
{
  kith_scene_begin_group (draft->scene, "arrangements", NULL, NULL);
  for (guint g = 0; g < draft->groups->len; g++)
    if (kith_map_get_group (draft, g)->is_named)
      draw_name (draft, kith_map_get_group (draft, g));
  if (draft->layout == &kith_map_radial_layout)
    kith_map_draw_middle (draft);
  kith_scene_end_group (draft->scene);
}
