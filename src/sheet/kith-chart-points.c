/* kith-chart-points.c: marks and names of a data display
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-chart-private.h"
#include "kith-map-column-private.h"
#include "kith-short-name.h"

#include <glib/gi18n.h>
#include <math.h>

#define LEADING 1.16
#define WIDEST 44.0
#define RANK_POINT 60.0
#define RANK_SELECTED 1000.0 /* its name is worth those of all others */

/**
 * kith_chart_get_sign:
 * @point: number among the points
 *
 * Returns: its mark: the Family's, or the sign of *watch* where it is vulnerable; hollow where
 *   its data are thin
 */
KithSign
kith_chart_get_sign (const KithChartDraft *draft, guint point)
{
  KithSign sign = {
    .shape = KITH_SHAPE_CIRCLE,
    .r = 1.35,
    .fill = KITH_INK (KITH_ROLE_FAMILY),
    .ground = KITH_ROLE_VIEW,
    .halo = 0.35,
  };

  if (kith_chart_get_point (draft, point)->is_vulnerable)
    {
      sign.fill = KITH_INK (KITH_ROLE_T3);
      sign.edge = KITH_INK (KITH_ROLE_T3_EDGE);
      sign.edge_width = 0.3;
    }
  if (kith_chart_get_point (draft, point)->is_thin)
    {
      sign.edge = kith_chart_get_point (draft, point)->is_vulnerable ? sign.edge : sign.fill;
      sign.fill = KITH_INK (KITH_ROLE_VIEW);
      sign.edge_width = 0.45;
    }
  if (point == draft->selected)
    {
      sign.edge = KITH_INK (KITH_ROLE_ACCENT);
      sign.rings[0] = (KithRing){ 1.0, 0.6 };
      sign.halo = 1.5;
    }
  return kith_sign_scale (sign, draft->k);
}

static void
draw_pool (KithChartDraft *draft)
{
  const KithSign dot = {
    .shape = KITH_SHAPE_CIRCLE,
    .r = 0.42 * draft->k,
    .fill = KITH_INK (KITH_ROLE_CONTEXT),
  };

  kith_scene_begin_group (draft->scene, "pool", _ ("Other schools of the phase"), NULL);
  for (guint p = 0; p < draft->display->pool->len; p++)
    {
      const KithDisplayPlace *place = &g_array_index (draft->display->pool, KithDisplayPlace, p);
      double up = kith_chart_get_up (draft, place->change, place->cohort);
      KithPoint at;

      if (place->attainment < draft->x.low || place->attainment > draft->x.high ||
          up < draft->y.low || up > draft->y.high)
        continue;
      at = kith_chart_find_point (draft, place->attainment, up);
      kith_scene_add_sign (draft->scene, &dot, at, 0, NULL);
      kith_labels_add_spot (draft->labels, at, dot.r, 0.55);
    }
  kith_scene_end_group (draft->scene);
}

static void
draw_interval (KithChartDraft *draft, guint number)
{
  const KithDisplayPoint *point = kith_chart_get_point (draft, number);
  double up = kith_chart_get_up (draft, point->change, point->cohort);
  KithPoint low, high;
  KithPaint line = { .stroke =
                         KITH_INK (number == draft->selected ? KITH_ROLE_ACCENT : KITH_ROLE_FAMILY),
                     .width = number == draft->selected ? 0.5 : 0.25 };
  double cap = 1.1 * draft->k;

  if (!point->has_interval || (number != draft->selected && !draft->options->has_intervals))
    return;
  low = kith_chart_find_point (draft, point->low, up);
  high = kith_chart_find_point (draft, point->high, up);
  kith_scene_add_line (draft->scene, low, high, &line);
  kith_scene_add_line (draft->scene, (KithPoint){ low.x, low.y - cap },
                       (KithPoint){ low.x, low.y + cap }, &line);
  kith_scene_add_line (draft->scene, (KithPoint){ high.x, high.y - cap },
                       (KithPoint){ high.x, high.y + cap }, &line);
  kith_labels_add_line (draft->labels, low, high, 2 + number);
}

/* A mark at the edge stands for one beyond it: an arrow and its value say so. */
static void
draw_beyond (KithChartDraft *draft, const KithDisplayPoint *point)
{
  double up = kith_chart_get_up (draft, point->change, point->cohort);
  KithPoint at = kith_chart_find_point (draft, point->attainment, up);
  gboolean is_right = point->attainment > draft->x.high, is_left = point->attainment < draft->x.low;
  gboolean is_above = up > draft->y.high, is_below = up < draft->y.low;
  g_autofree char *value = NULL;
  g_autofree char *words = NULL;
  const char *arrow = is_right ? "→" : is_left ? "←" : is_above ? "↑" : "↓";

  if (!is_right && !is_left && !is_above && !is_below)
    return;
  draft->n_beyond++;
  value = is_right || is_left ? kith_chart_dup_value (draft, point->attainment)
          : draft->is_funnel  ? g_strdup_printf ("%.0f", up)
                              : kith_chart_dup_change (draft, point->change);
  words = g_strdup_printf ("%s %s", arrow, value);
  kith_map_write (draft->scene, (KithType){ 6.3 * draft->k, KITH_WEIGHT_SEMIBOLD },
                  KITH_INK (KITH_ROLE_INK2),
                  at.x > (draft->box.x0 + draft->box.x1) / 2 ? KITH_ANCHOR_END : KITH_ANCHOR_START,
                  (KithPoint){ at.x + (at.x > (draft->box.x0 + draft->box.x1) / 2 ? -2.6 : 2.6),
                               at.y + (at.y > draft->box.y1 - 4 ? -2.4 : 3.6) },
                  words);
}

/* "Marlpit Primary School, 54%, +26 points"; in a funnel "…, 54% of 24 pupils" */
static char *
dup_title (const KithChartDraft *draft, const KithDisplayPoint *point)
{
  const char *name = kith_chart_get_school (draft, point->school)->name;
  g_autofree char *value = kith_chart_dup_value (draft, point->attainment);
  g_autofree char *change = NULL;

  if (draft->is_funnel)
    return g_strdup_printf (
        g_dngettext (NULL, "%s, %s of %d pupil", "%s, %s of %d pupils", (gulong)point->cohort),
        name, value, (int)point->cohort);
  change = kith_chart_dup_change (draft, point->change);
  return g_strdup_printf ("%s, %s, %s", name, value, change);
}

static void
draw_mark (KithChartDraft *draft, guint p)
{
  const KithDisplayPoint *point = kith_chart_get_point (draft, p);
  double up = kith_chart_get_up (draft, point->change, point->cohort);
  KithSign sign = kith_chart_get_sign (draft, p);
  g_autofree char *title = dup_title (draft, point);

  kith_scene_add_sign (draft->scene, &sign, kith_chart_find_point (draft, point->attainment, up),
                       kith_chart_get_school (draft, point->school)->urn, title);
  draft->n_vulnerable += point->is_vulnerable;
  draft->n_thin += point->is_thin;
  draw_beyond (draft, point);
}

static void
draw_marks (KithChartDraft *draft)
{
  kith_scene_begin_group (draft->scene, "schools", _ ("Schools of the Family"), NULL);
  for (guint p = 0; p < draft->display->points->len; p++)
    draw_interval (draft, p);
  for (guint p = 0; p < draft->display->points->len; p++)
    if (p != draft->selected)
      draw_mark (draft, p);
  if (draft->selected != G_MAXUINT)
    draw_mark (draft, draft->selected);
  kith_scene_end_group (draft->scene);
}

static KithType
get_type (const KithChartDraft *draft, guint point)
{
  return point == draft->selected ? (KithType){ 9 * draft->k, KITH_WEIGHT_BOLD }
                                  : (KithType){ 7.2 * draft->k, KITH_WEIGHT_MEDIUM };
}

/* Two schools of one short name are told apart by their numbers in the table. */
static char **
dup_names (const KithChartDraft *draft)
{
  guint n = draft->display->points->len;
  char **names = g_new0 (char *, n + 1);

  for (guint p = 0; p < n; p++)
    {
      const KithDisplayPoint *point = kith_chart_get_point (draft, p);
      KithType type = get_type (draft, p);

      names[p] = kith_short_name_dup (kith_chart_get_school (draft, point->school)->name,
                                      WIDEST * draft->k, &type, draft->measure);
    }
  for (guint p = 0; p < n; p++)
    for (guint q = 0; q < p; q++)
      if (g_strcmp0 (names[p], names[q]) == 0)
        {
          char *longer =
              g_strdup_printf ("%s (%u)", names[p], kith_chart_get_point (draft, p)->number);

          g_free (names[p]);
          names[p] = longer;
        }
  return names;
}

static double
get_height (const KithType *type, guint n_lines)
{
  return type->size_pt * KITH_POINT_MM *
         (KITH_TYPE_ASCENT + KITH_TYPE_DESCENT + LEADING * (n_lines - 1));
}

static void
add_label (KithChartDraft *draft, guint point, const char *name)
{
  const KithDisplayPoint *of = kith_chart_get_point (draft, point);
  KithType type = get_type (draft, point);
  KithSign sign = kith_chart_get_sign (draft, point);
  KithLabel label = {
    .at = kith_chart_find_point (draft, of->attainment,
                                 kith_chart_get_up (draft, of->change, of->cohort)),
    .reach = kith_sign_get_extent (&sign),
    .rank = RANK_POINT + (point == draft->selected ? RANK_SELECTED : 0),
  };
  g_autofree char *first = NULL, *second = NULL;
  g_autofree char *number = g_strdup_printf ("%u", of->number);

  label.forms[0].width = kith_measure_get_width (draft->measure, &type, name);
  label.forms[0].height = get_height (&type, 1);
  if (kith_short_name_break (name, &type, draft->measure, &first, &second))
    {
      label.forms[1].width = MAX (kith_measure_get_width (draft->measure, &type, first),
                                  kith_measure_get_width (draft->measure, &type, second));
      label.forms[1].height = get_height (&type, 2);
    }
  label.forms[2].width = kith_measure_get_width (draft->measure, &type, number);
  label.forms[2].height = get_height (&type, 1);
  kith_labels_add (draft->labels, &label);
}

static void
write_line (KithChartDraft *draft,
            const KithType *type,
            const KithLabelPlace *place,
            guint line,
            const char *words)
{
  KithWriting writing = { *type, KITH_INK (KITH_ROLE_INK), place->anchor, KITH_ROLE_VIEW };
  double size = type->size_pt * KITH_POINT_MM;
  double x = place->anchor == KITH_ANCHOR_START ? place->box.x0
             : place->anchor == KITH_ANCHOR_END ? place->box.x1
                                                : (place->box.x0 + place->box.x1) / 2;

  kith_scene_add_text (draft->scene, &writing,
                       (KithPoint){ x, place->box.y0 + size * (KITH_TYPE_ASCENT + LEADING * line) },
                       words);
}

static void
draw_name (KithChartDraft *draft, guint point, const char *name)
{
  const KithLabelPlace *place = kith_labels_get (draft->labels, point);
  KithType type = get_type (draft, point);
  g_autofree char *first = NULL, *second = NULL;
  g_autofree char *number = g_strdup_printf ("%u", kith_chart_get_point (draft, point)->number);

  if (place == NULL || place->form == 2)
    g_array_append_val (draft->numbered, point);
  if (place == NULL)
    return;
  if (place->has_leader)
    kith_scene_add_line (draft->scene, place->from, place->to,
                         &(KithPaint){ .stroke = KITH_INK (KITH_ROLE_INK2), .width = 0.17 });
  if (place->form == 1 && kith_short_name_break (name, &type, draft->measure, &first, &second))
    {
      write_line (draft, &type, place, 0, first);
      write_line (draft, &type, place, 1, second);
    }
  else
    write_line (draft, &type, place, 0, place->form == 2 ? number : name);
}

/**
 * kith_chart_draw_points:
 *
 * Draws the other schools as dots, the schools of the Family, and their names.
 */
void
kith_chart_draw_points (KithChartDraft *draft)
{
  g_auto (GStrv) names = dup_names (draft);

  draw_pool (draft);
  draw_marks (draft);
  for (guint p = 0; p < draft->display->points->len; p++)
    add_label (draft, p, names[p]);
  kith_labels_place (draft->labels, draft->options->seed);
  kith_scene_begin_group (draft->scene, "names", NULL, NULL);
  for (guint p = 0; p < draft->display->points->len; p++)
    draw_name (draft, p, names[p]);
  kith_scene_end_group (draft->scene);
}
