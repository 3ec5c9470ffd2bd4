/* check-map.c: what must hold of every picture, read off its scene
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "check-map.h"
#include "fixed-measure.h"

#include <math.h>

const KithBox check_sheet_box = { 10, 29, 214, 189 };

/* signs on the map, by the words of their titles, against the legend and the table */
/**
 * check_counts:
 * @n_expected: how many schools must be drawn, 0 for any
 *
 * Each school is drawn once, legend and table count what is drawn, and those that are not.
 */
void
check_counts (KithMap *map, guint n_expected)
{
  KithScene *scene = kith_map_get_scene (map);
  guint n_marks, n_signs, n_drawn = 0, n_counted = 0, n_yes = 0, n_entries;
  const KithMark *marks = kith_scene_get_marks (scene, &n_marks);
  const KithSign *signs = kith_scene_get_signs (scene, &n_signs);
  const KithMapEntry *entries = kith_map_get_entries (map, &n_entries);
  g_autofree char *table = kith_map_dup_table (map, KITH_MAP_TABLE_CSV);
  g_auto (GStrv) lines = g_strsplit (table, "\n", -1);
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < n_marks; i++)
    if (marks[i].type == KITH_MARK_SIGN && marks[i].sign.subject != 0)
      {
        g_assert_true (g_hash_table_add (seen, GINT_TO_POINTER ((int)marks[i].sign.subject)));
        n_drawn++;
      }
  for (guint e = 0; e < n_entries; e++)
    {
      guint n_alike = 0;

      /* without a sign: those not drawn, and the sum of all */
      if (entries[e].count < 0 || entries[e].icon == NULL)
        continue;
      n_counted += (guint)entries[e].count;
      g_assert_cmpint (entries[e].count, >, 0);
      for (guint i = 0; i < n_marks; i++)
        if (marks[i].type == KITH_MARK_SIGN && marks[i].sign.subject != 0)
          {
            const char *words = strrchr (marks[i].sign.title, ':') + 2;

            n_alike += strcmp (words, entries[e].words) == 0;
          }
      g_assert_cmpuint (n_alike, ==, entries[e].count);
    }
  for (guint l = 1; lines[l] != NULL && *lines[l] != '\0'; l++)
    n_yes += g_str_has_suffix (lines[l], ",yes");
  g_assert_cmpuint (n_drawn, ==, n_counted);
  g_assert_cmpuint (n_drawn, ==, n_yes);
  if (n_expected > 0)
    g_assert_cmpuint (n_drawn, ==, n_expected);
  g_assert_cmpuint (n_signs, >, 0);
  g_assert_nonnull (signs);
}

/* words of a map as boxes, where fixed letters put them */
static KithBox
get_words_box (const KithMark *mark)
{
  const KithType *type = &mark->text.writing.type;
  double width = measure_fixed (NULL, type, mark->text.words);
  double size = type->size_pt * KITH_POINT_MM;
  double x = mark->text.at.x - (mark->text.writing.anchor == KITH_ANCHOR_END      ? width
                                : mark->text.writing.anchor == KITH_ANCHOR_MIDDLE ? width / 2
                                                                                  : 0);

  return (KithBox){ x, mark->text.at.y - size * 0.72, x + width, mark->text.at.y + size * 0.2 };
}

static gboolean
is_firm (const KithMark *mark)
{
  const char *words = strrchr (mark->sign.title, ':') + 2;

  return strcmp (words, "Act now") == 0 || strcmp (words, "Look in") == 0 ||
         strcmp (words, "Lead school") == 0 || strcmp (words, "Hub school") == 0 ||
         strcmp (words, "Faded") == 0 || strcmp (words, "Contact not recorded") == 0 ||
         strcmp (words, "Works with this school") == 0 || strcmp (words, "The link has faded") == 0;
}

/**
 * check_names:
 * @edge: of the map
 *
 * No words of the map lie over other words, over a mark that matters, or over its edge.
 *
 * Returns: how many lines of words there are
 */
guint
check_names (KithMap *map, KithBox edge)
{
  guint n_marks, n_signs, n_words = 0, depth = 0, inside = 0, badge = 0;
  const KithMark *marks = kith_scene_get_marks (kith_map_get_scene (map), &n_marks);
  const KithSign *signs = kith_scene_get_signs (kith_map_get_scene (map), &n_signs);
  g_autoptr (GArray) boxes = g_array_new (FALSE, FALSE, sizeof (KithBox));

  for (guint i = 0; i < n_marks; i++)
    {
      if (marks[i].type == KITH_MARK_BEGIN)
        {
          depth++;
          if (strcmp (marks[i].group.id, "map") == 0)
            inside = depth;
          badge += g_str_has_prefix (marks[i].group.id, "badge");
        }
      else if (marks[i].type == KITH_MARK_END)
        {
          if (depth == inside)
            inside = 0;
          badge = 0;
          depth--;
        }
      else if (marks[i].type == KITH_MARK_TEXT && inside > 0 && badge == 0)
        {
          KithBox box = get_words_box (&marks[i]);

          g_array_append_val (boxes, box);
          n_words++;
        }
    }
  for (guint a = 0; a < boxes->len; a++)
    {
      KithBox p = g_array_index (boxes, KithBox, a);

      g_assert_true (p.x0 >= edge.x0 && p.y0 >= edge.y0 && p.x1 <= edge.x1 && p.y1 <= edge.y1);
      for (guint b = 0; b < a; b++)
        {
          KithBox q = g_array_index (boxes, KithBox, b);

          g_assert_true (p.x1 <= q.x0 || q.x1 <= p.x0 || p.y1 <= q.y0 || q.y1 <= p.y0);
        }
      for (guint i = 0; i < n_marks; i++)
        if (marks[i].type == KITH_MARK_SIGN && marks[i].sign.subject != 0 && is_firm (&marks[i]))
          {
            double r = signs[marks[i].sign.sign].r;
            double dx = MAX (0, MAX (p.x0 - marks[i].sign.at.x, marks[i].sign.at.x - p.x1));
            double dy = MAX (0, MAX (p.y0 - marks[i].sign.at.y, marks[i].sign.at.y - p.y1));

            g_assert_cmpfloat (hypot (dx, dy), >=, r);
          }
    }
  return n_words;
}

/**
 * check_margin:
 *
 * No words leave the paper's margin.
 */
void
check_margin (KithMap *map)
{
  guint n_marks;
  const KithMark *marks = kith_scene_get_marks (kith_map_get_scene (map), &n_marks);

  for (guint i = 0; i < n_marks; i++)
    if (marks[i].type == KITH_MARK_TEXT)
      {
        KithBox box = get_words_box (&marks[i]);

        if (box.x0 < 9.9 || box.x1 > 287.1 || box.y1 > 207)
          g_test_message ("“%s” from %.1f to %.1f mm", marks[i].text.words, box.x0, box.x1);
        g_assert_cmpfloat (box.x0, >=, 9.9);
        g_assert_cmpfloat (box.x1, <=, 287.1);
        g_assert_cmpfloat (box.y1, <=, 207);
      }
}

/* the outlines of the picture, each as the corners of its parts */
static GPtrArray *
list_outlines (KithScene *scene)
{
  GPtrArray *outlines = g_ptr_array_new_with_free_func ((GDestroyNotify)g_array_unref);
  guint n_marks, n_steps;
  const KithMark *marks = kith_scene_get_marks (scene, &n_marks);
  const KithStep *steps = kith_scene_get_steps (scene, &n_steps);
  gboolean is_inside = FALSE;

  for (guint i = 0; i < n_marks; i++)
    {
      GArray *corners;

      if (marks[i].type == KITH_MARK_BEGIN && strcmp (marks[i].group.id, "outlines") == 0)
        is_inside = TRUE;
      if (marks[i].type == KITH_MARK_END)
        is_inside = FALSE;
      if (!is_inside || marks[i].type != KITH_MARK_PATH)
        continue;
      corners = g_array_new (FALSE, FALSE, sizeof (KithStep));
      g_array_append_vals (corners, steps + marks[i].path.first, marks[i].path.n_steps);
      g_ptr_array_add (outlines, corners);
    }
  return outlines;
}

static gboolean
holds (const GArray *steps, KithPoint at)
{
  gboolean is_inside = FALSE;
  KithPoint first = { 0, 0 }, last = { 0, 0 };

  for (guint i = 0; i < steps->len; i++)
    {
      const KithStep *step = &g_array_index (steps, KithStep, i);
      KithPoint to = step->type == KITH_STEP_CLOSE ? first : step->points[0];

      if (step->type == KITH_STEP_MOVE)
        first = to;
      else if ((last.y > at.y) != (to.y > at.y) &&
               at.x < (to.x - last.x) * (at.y - last.y) / (to.y - last.y) + last.x)
        is_inside = !is_inside;
      last = to;
    }
  return is_inside;
}

static gboolean
is_member (const KithNetworkArrangement *arrangement, guint school)
{
  for (guint m = 0; m < arrangement->n_members; m++)
    if (arrangement->members[m].school == school)
      return TRUE;
  return FALSE;
}

/**
 * check_outlines:
 *
 * Whoever lies in an outline is in one arrangement with all others in it.
 *
 * Returns: how many outlines there are
 */
guint
check_outlines (KithMap *map, KithNetwork *network)
{
  KithScene *scene = kith_map_get_scene (map);
  g_autoptr (GPtrArray) outlines = list_outlines (scene);
  guint n_marks, n;
  const KithMark *marks = kith_scene_get_marks (scene, &n_marks);
  const KithNetworkArrangement *arrangements = kith_network_get_arrangements (network, &n);

  for (guint o = 0; o < outlines->len; o++)
    {
      gboolean is_found = FALSE;

      for (guint a = 0; a < n && !is_found; a++)
        {
          guint n_in = 0;

          is_found = TRUE;
          for (guint i = 0; i < n_marks && is_found; i++)
            if (marks[i].type == KITH_MARK_SIGN && marks[i].sign.subject != 0 &&
                holds (outlines->pdata[o], marks[i].sign.at))
              {
                n_in++;
                is_found = is_member (&arrangements[a],
                                      kith_network_find_school (network, marks[i].sign.subject));
              }
          is_found &= n_in >= 3;
        }
      g_assert_true (is_found);
    }
  return outlines->len;
}

/**
 * check_marks:
 *
 * No two schools' marks lie over each other.
 */
void
check_marks (KithMap *map)
{
  guint n_marks, n_signs;
  const KithMark *marks = kith_scene_get_marks (kith_map_get_scene (map), &n_marks);
  const KithSign *signs = kith_scene_get_signs (kith_map_get_scene (map), &n_signs);

  for (guint i = 0; i < n_marks; i++)
    for (guint k = 0; marks[i].type == KITH_MARK_SIGN && marks[i].sign.subject != 0 && k < i; k++)
      if (marks[k].type == KITH_MARK_SIGN && marks[k].sign.subject != 0)
        g_assert_cmpfloat (hypot (marks[i].sign.at.x - marks[k].sign.at.x,
                                  marks[i].sign.at.y - marks[k].sign.at.y),
                           >, signs[marks[i].sign.sign].r + signs[marks[k].sign.sign].r);
}
