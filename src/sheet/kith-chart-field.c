/* kith-chart-field.c: axes, cross and corners of a data display
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-chart-private.h"
#include "kith-map-column-private.h"

#include <glib/gi18n.h>
#include <math.h>

/* Room for the words in a corner, and how far a mark stands out. */
#define CORNER_WIDTH 32.0
#define MARK_REACH 1.8

/**
 * kith_axis_new:
 * @low: least that is shown
 * @high: most, above @low
 * @n_steps: about so many steps
 *
 * Returns: an axis whose lines stand at round numbers
 */
KithAxis
kith_axis_new (double low, double high, guint n_steps)
{
  static const double rounds[] = { 1, 2, 5, 10 };
  double rough = (high - low) / n_steps, unit = pow (10, floor (log10 (rough)));
  KithAxis axis = { low, high, 10 * unit };

  for (guint i = 0; i < G_N_ELEMENTS (rounds); i++)
    if (rounds[i] * unit >= 0.7 * rough)
      {
        axis.step = rounds[i] * unit;
        break;
      }
  return axis;
}

/**
 * kith_chart_find_point:
 *
 * Returns: where it stands, in mm; at the edge where it lies beyond
 */
KithPoint
kith_chart_find_point (const KithChartDraft *draft, double attainment, double up)
{
  double x = (attainment - draft->x.low) / (draft->x.high - draft->x.low);
  double y = (up - draft->y.low) / (draft->y.high - draft->y.low);

  x = CLAMP (x, 0, 1);
  y = CLAMP (y, 0, 1);
  return (KithPoint){ draft->box.x0 + x * (draft->box.x1 - draft->box.x0),
                      draft->box.y1 - y * (draft->box.y1 - draft->box.y0) };
}

static void
write_at (KithChartDraft *draft,
          double x,
          double y,
          KithType type,
          KithInk ink,
          KithAnchor anchor,
          const char *words)
{
  type.size_pt *= draft->k;
  kith_map_write (draft->scene, type, ink, anchor, (KithPoint){ x, y }, words);
}

/**
 * kith_chart_write_fixed:
 * @x: where, in mm
 * @y: baseline
 * @type: of a sheet of A4
 * @ink: of the letters
 * @anchor: which part of the words stands at @x
 * @words: that names keep away from
 */
void
kith_chart_write_fixed (KithChartDraft *draft,
                        double x,
                        double y,
                        KithType type,
                        KithInk ink,
                        KithAnchor anchor,
                        const char *words)
{
  KithType scaled = type;
  double width, left;

  scaled.size_pt *= draft->k;
  width = kith_measure_get_width (draft->measure, &scaled, words);
  left = anchor == KITH_ANCHOR_START ? x : anchor == KITH_ANCHOR_END ? x - width : x - width / 2;
  write_at (draft, x, y, type, ink, anchor, words);
  kith_labels_add_furniture (
      draft->labels,
      (KithBox){ left - 0.8, y - scaled.size_pt * KITH_POINT_MM * KITH_TYPE_ASCENT - 0.5,
                 left + width + 0.8,
                 y + scaled.size_pt * KITH_POINT_MM * KITH_TYPE_DESCENT + 0.5 });
}

static void
draw_lines (KithChartDraft *draft)
{
  KithPaint line = { .stroke = KITH_INK (KITH_ROLE_GRAT), .width = 0.2 };
  KithPaint zero = { .stroke = KITH_INK (KITH_ROLE_RULE), .width = 0.45 };
  const KithType small = { 6.8, KITH_WEIGHT_REGULAR };

  for (double v = ceil (draft->x.low / draft->x.step) * draft->x.step; v <= draft->x.high + 1e-9;
       v += draft->x.step)
    {
      KithPoint at = kith_chart_find_point (draft, v, draft->y.low);
      g_autofree char *words = kith_chart_dup_value (draft, v);

      kith_scene_add_line (draft->scene, at, (KithPoint){ at.x, draft->box.y0 }, &line);
      write_at (draft, at.x, draft->box.y1 + 3.4 * draft->k, small, KITH_INK (KITH_ROLE_INK2),
                KITH_ANCHOR_MIDDLE, words);
    }
  for (double v = ceil (draft->y.low / draft->y.step) * draft->y.step; v <= draft->y.high + 1e-9;
       v += draft->y.step)
    {
      KithPoint at = kith_chart_find_point (draft, draft->x.low, v);
      gboolean is_zero = fabs (v) < draft->y.step / 1000;
      g_autofree char *words = is_zero            ? g_strdup ("0")
                               : draft->is_funnel ? g_strdup_printf ("%.0f", v)
                                                  : kith_chart_dup_change (draft, v);

      kith_scene_add_line (draft->scene, at, (KithPoint){ draft->box.x1, at.y },
                           is_zero ? &zero : &line);
      write_at (draft, draft->box.x0 - 1.6 * draft->k, at.y + 0.9 * draft->k, small,
                KITH_INK (KITH_ROLE_INK2), KITH_ANCHOR_END, words);
    }
}

static char *
dup_attainment_title (const KithChartDraft *draft)
{
  const KithFamilyDisplay *display = draft->display;
  g_autofree char *what = kith_result_choice_dup_words (&display->choice);

  return g_strdup_printf (_ ("Attainment: %s, %d/%02d"), what, display->year,
                          (display->year + 1) % 100);
}

static void
write_titles (KithChartDraft *draft)
{
  g_autofree char *attainment = dup_attainment_title (draft);
  const KithType type = { 7.6, KITH_WEIGHT_MEDIUM };
  const char *improvement = draft->is_funnel ? _ ("Pupils that the figure is about")
                            : draft->is_percentage
                                ? _ ("Improvement over three years, percentage points")
                                : _ ("Improvement over three years, points");

  write_at (draft, draft->box.x0, draft->box.y0 - 2.2 * draft->k, type, KITH_INK (KITH_ROLE_INK),
            KITH_ANCHOR_START, improvement);
  write_at (draft, (draft->box.x0 + draft->box.x1) / 2, draft->box.y1 + 8.4 * draft->k, type,
            KITH_INK (KITH_ROLE_INK), KITH_ANCHOR_MIDDLE, attainment);
}

/* The quarter above both means, and where it leads. */
static void
draw_north_east (KithChartDraft *draft, KithPoint cross)
{
  double k = draft->k;
  KithPoint tip = { draft->box.x1 - 8 * k, draft->box.y0 + 8.5 * k };
  KithPoint tail = { tip.x - 12 * k, tip.y + 11 * k };
  KithPaint shaft = { .stroke = KITH_INK (KITH_ROLE_HUB), .width = 0.7 * k };
  double dx = (tip.x - tail.x) / hypot (tip.x - tail.x, tip.y - tail.y);
  double dy = (tip.y - tail.y) / hypot (tip.x - tail.x, tip.y - tail.y);

  if (cross.x > draft->box.x1 - 46 * k || cross.y < draft->box.y0 + 26 * k)
    return;
  kith_scene_add_line (draft->scene, tail, (KithPoint){ tip.x - 2 * k * dx, tip.y - 2 * k * dy },
                       &shaft);
  kith_scene_move_to (draft->scene, tip.x, tip.y);
  kith_scene_line_to (draft->scene, tip.x - 3 * k * dx - 1.2 * k * dy,
                      tip.y - 3 * k * dy + 1.2 * k * dx);
  kith_scene_line_to (draft->scene, tip.x - 3 * k * dx + 1.2 * k * dy,
                      tip.y - 3 * k * dy - 1.2 * k * dx);
  kith_scene_close (draft->scene);
  kith_scene_end_path (draft->scene, &(KithPaint){ .fill = KITH_INK (KITH_ROLE_HUB) });
  kith_labels_add_furniture (draft->labels,
                             (KithBox){ tail.x - 1, tip.y - 1, tip.x + 1, tail.y + 1 });
  kith_chart_write_fixed (draft, tip.x, tail.y + 3.4 * k, (KithType){ 7, KITH_WEIGHT_SEMIBOLD },
                          KITH_INK_WORD (KITH_ROLE_HUB), KITH_ANCHOR_END,
                          _ ("the direction of travel"));
}

static void
write_corners (KithChartDraft *draft)
{
  const KithType type = { 7.5, KITH_WEIGHT_REGULAR, TRUE };
  double left = draft->box.x0 + 2.4 * draft->k, right = draft->box.x1 - 2.4 * draft->k;
  double top = draft->box.y0 + 4.6 * draft->k, bottom = draft->box.y1 - 3 * draft->k;

  kith_chart_write_fixed (draft, left, top, type, KITH_INK (KITH_ROLE_INK3), KITH_ANCHOR_START,
                          _ ("lower, and rising"));
  kith_chart_write_fixed (draft, right, top, type, KITH_INK_WORD (KITH_ROLE_HUB), KITH_ANCHOR_END,
                          _ ("higher and rising"));
  kith_chart_write_fixed (draft, left, bottom, type, KITH_INK (KITH_ROLE_INK3), KITH_ANCHOR_START,
                          _ ("lower, and slipping"));
  kith_chart_write_fixed (draft, right, bottom, type, KITH_INK (KITH_ROLE_INK3), KITH_ANCHOR_END,
                          _ ("higher, and slipping"));
}

static double
measure_words (const KithChartDraft *draft, const KithType *type, const char *words)
{
  const KithType scaled = { type->size_pt * draft->k, type->weight };

  return kith_measure_get_width (draft->measure, &scaled, words);
}

static void
draw_mean (KithChartDraft *draft, double x)
{
  const KithPaint line = { .stroke = KITH_INK (KITH_ROLE_FAMILY), .width = 0.42 };
  const KithType type = { 7, KITH_WEIGHT_SEMIBOLD };
  const KithPoint top = { x, draft->box.y0 }, bottom = { x, draft->box.y1 };
  g_autofree char *mean = kith_chart_dup_value (draft, draft->display->mean);
  g_autofree char *words = g_strdup_printf (_ ("Family mean %s"), mean);
  /* the corner has words of its own */
  gboolean is_left =
      x + measure_words (draft, &type, words) > draft->box.x1 - CORNER_WIDTH * draft->k;

  kith_scene_add_line (draft->scene, top, bottom, &line);
  kith_labels_add_line (draft->labels, top, bottom, 0);
  kith_chart_write_fixed (draft, x + (is_left ? -1.4 : 1.4) * draft->k,
                          draft->box.y1 - 7 * draft->k, type, KITH_INK_WORD (KITH_ROLE_FAMILY),
                          is_left ? KITH_ANCHOR_END : KITH_ANCHOR_START, words);
}

/* Marks, and intervals that are drawn, which words in the box would meet. */
static guint
count_met (const KithChartDraft *draft, KithBox box)
{
  guint n = 0;

  for (guint p = 0; p < draft->display->points->len; p++)
    {
      const KithDisplayPoint *point = kith_chart_get_point (draft, p);
      KithPoint at = kith_chart_find_point (draft, point->attainment, point->change);
      gboolean has_interval =
          point->has_interval && (draft->options->has_intervals || p == draft->selected);
      double left =
          has_interval ? kith_chart_find_point (draft, point->low, point->change).x : at.x;
      double right =
          has_interval ? kith_chart_find_point (draft, point->high, point->change).x : at.x;

      n += right > box.x0 - MARK_REACH && left < box.x1 + MARK_REACH &&
           at.y > box.y0 - MARK_REACH && at.y < box.y1 + MARK_REACH;
    }
  return n;
}

static void
draw_mean_change (KithChartDraft *draft, double y)
{
  const KithPaint line = { .stroke = KITH_INK (KITH_ROLE_FAMILY), .width = 0.42 };
  const KithType type = { 7, KITH_WEIGHT_SEMIBOLD };
  const KithPoint left = { draft->box.x0, y }, right = { draft->box.x1, y };
  g_autofree char *change = kith_chart_dup_change (draft, draft->display->mean_change);
  g_autofree char *words = g_strdup_printf (
      draft->is_percentage ? _ ("Family mean %s points") : _ ("Family mean %s"), change);
  double width = measure_words (draft, &type, words), inset = 1.4 * draft->k;
  double height = type.size_pt * draft->k * KITH_POINT_MM, at_y = 0;
  gboolean is_right = TRUE;
  guint least = G_MAXUINT;

  kith_scene_add_line (draft->scene, left, right, &line);
  kith_labels_add_line (draft->labels, left, right, 1);
  /* at the right above the line, or where fewer marks stand */
  for (guint place = 0; place < 4; place++)
    {
      double base = place % 2 == 0 ? y - 1.2 * draft->k : y + height + 0.4 * draft->k;
      double x0 = place < 2 ? draft->box.x1 - inset - width : draft->box.x0 + inset;
      guint n = count_met (draft, (KithBox){ x0, base - height, x0 + width, base });

      if (n >= least)
        continue;
      least = n;
      at_y = base;
      is_right = place < 2;
    }
  kith_chart_write_fixed (draft, is_right ? draft->box.x1 - inset : draft->box.x0 + inset, at_y,
                          type, KITH_INK_WORD (KITH_ROLE_FAMILY),
                          is_right ? KITH_ANCHOR_END : KITH_ANCHOR_START, words);
}

static void
draw_means (KithChartDraft *draft)
{
  const KithFamilyDisplay *display = draft->display;
  KithPoint cross = kith_chart_find_point (draft, display->mean, display->mean_change);

  write_corners (draft);
  if (isnan (display->mean) || isnan (display->mean_change))
    return;
  draw_north_east (draft, cross);
  draw_mean (draft, cross.x);
  draw_mean_change (draft, cross.y);
}

/* The quarter above both means lies under the grid. */
static void
tint_north_east (KithChartDraft *draft)
{
  const KithFamilyDisplay *display = draft->display;
  KithPoint cross = kith_chart_find_point (draft, display->mean, display->mean_change);

  if (!draft->is_funnel && !isnan (display->mean) && !isnan (display->mean_change))
    kith_scene_add_box (draft->scene, (KithBox){ cross.x, draft->box.y0, draft->box.x1, cross.y },
                        &(KithPaint){ .fill = KITH_INK_AT (KITH_ROLE_HUB, 0.07) });
}

/**
 * kith_chart_draw_field:
 *
 * Draws everything that lies under the marks; names are kept away from it.
 */
void
kith_chart_draw_field (KithChartDraft *draft)
{
  double mean = draft->display->mean;

  kith_scene_begin_group (draft->scene, "field", NULL, NULL);
  kith_scene_add_box (draft->scene, draft->box, &(KithPaint){ .fill = KITH_INK (KITH_ROLE_VIEW) });
  tint_north_east (draft);
  draw_lines (draft);
  kith_scene_add_box (draft->scene, draft->box,
                      &(KithPaint){ .stroke = KITH_INK (KITH_ROLE_RULE), .width = 0.3 });
  write_titles (draft);
  if (!draft->is_funnel)
    draw_means (draft);
  else if (!isnan (mean))
    draw_mean (draft, kith_chart_find_point (draft, mean, 0).x);
  kith_scene_end_group (draft->scene);
}
