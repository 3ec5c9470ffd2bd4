/* kith-chart-under.c: what a data display shows under its marks: paths, goals, limits
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-chart-private.h"

#include <glib/gi18n.h>
#include <math.h>

/* An arrow to a goal nearer than this would be all head. */
#define LEAST_ARROW 2.5

/* A curve is drawn through so many points. */
#define CURVE_POINTS 60

static KithInk
get_ink (const KithChartDraft *draft, guint point)
{
  return KITH_INK (point == draft->selected ? KITH_ROLE_ACCENT : KITH_ROLE_FAMILY);
}

/* From the earliest year to the mark, thicker from year to year. */
static void
draw_tail (KithChartDraft *draft, guint number)
{
  const KithDisplayPoint *point = kith_chart_get_point (draft, number);
  const KithSign dot = { .shape = KITH_SHAPE_CIRCLE,
                         .r = 0.5 * draft->k,
                         .fill = get_ink (draft, number) };
  KithPoint before = { 0, 0 };

  for (guint s = 0; s <= point->n_steps && point->n_steps > 0; s++)
    {
      const KithDisplayPlace *step =
          s < point->n_steps
              ? &g_array_index (draft->display->path, KithDisplayPlace, point->first_step + s)
              : NULL;
      KithPoint at = step != NULL ? kith_chart_find_point (draft, step->attainment, step->change)
                                  : kith_chart_find_point (draft, point->attainment, point->change);
      const KithPaint line = { .stroke = get_ink (draft, number), .width = 0.22 + 0.12 * s };

      if (s > 0)
        {
          kith_scene_add_line (draft->scene, before, at, &line);
          kith_labels_add_line (draft->labels, before, at, 100 + number);
        }
      if (step != NULL)
        kith_scene_add_sign (draft->scene, &dot, at, 0, NULL);
      before = at;
    }
  draft->n_tails += point->n_steps > 0;
}

static void
draw_goal (KithChartDraft *draft, guint number)
{
  const KithDisplayPoint *point = kith_chart_get_point (draft, number);
  double up = kith_chart_get_up (draft, point->change, point->cohort);
  KithPoint from = kith_chart_find_point (draft, point->attainment, up), to;
  const KithPaint line = { .stroke = KITH_INK_WORD (KITH_ROLE_HUB),
                           .width = 0.3,
                           .pattern = point->goal_state == KITH_GOAL_SUGGESTED
                                          ? KITH_PATTERN_SHORT_DASH
                                          : KITH_PATTERN_SOLID };
  double head = 1.5 * draft->k, half = 0.75 * draft->k, back;

  if (point->goal_state == KITH_GOAL_NONE)
    return;
  to = kith_chart_find_point (draft, point->goal, up);
  if (fabs (to.x - from.x) < LEAST_ARROW * draft->k)
    return;
  back = to.x > from.x ? -head : head;
  draft->n_goals++;
  kith_scene_add_line (draft->scene, from, (KithPoint){ to.x + back / 2, to.y }, &line);
  kith_scene_move_to (draft->scene, to.x, to.y);
  kith_scene_line_to (draft->scene, to.x + back, to.y - half);
  kith_scene_line_to (draft->scene, to.x + back, to.y + half);
  kith_scene_close (draft->scene);
  kith_scene_end_path (draft->scene, &(KithPaint){ .fill = KITH_INK_WORD (KITH_ROLE_HUB) });
  kith_labels_add_line (draft->labels, from, to, 200 + number);
}

/* One side of a limit; where it leaves the chart it ends. */
static void
draw_curve (KithChartDraft *draft, double z, gboolean is_high, const KithPaint *paint)
{
  double first = fmax (1, draft->y.low), low, high;
  guint n_drawn = 0;

  for (guint i = 0; i <= CURVE_POINTS; i++)
    {
      double cohort = first + (draft->y.high - first) * pow ((double)i / CURVE_POINTS, 2);
      double limit;
      KithPoint at;

      kith_family_display_find_limits (draft->display, cohort, z, &low, &high);
      limit = is_high ? high : low;
      /* at 0 or 100 per cent it is the end of the scale, and no limit */
      if (limit <= fmax (draft->x.low, 0) || limit >= fmin (draft->x.high, 100))
        continue;
      at = kith_chart_find_point (draft, limit, cohort);
      if (n_drawn++ == 0)
        kith_scene_move_to (draft->scene, at.x, at.y);
      else
        kith_scene_line_to (draft->scene, at.x, at.y);
    }
  if (n_drawn > 0)
    kith_scene_end_path (draft->scene, paint);
}

static void
draw_limit (KithChartDraft *draft, double z, const KithPaint *paint, const char *words)
{
  double low, high;

  draw_curve (draft, z, FALSE, paint);
  draw_curve (draft, z, TRUE, paint);
  if (!kith_family_display_find_limits (draft->display, draft->y.high, z, &low, &high) ||
      low <= draft->x.low)
    return;
  kith_chart_write_fixed (draft, kith_chart_find_point (draft, low, 0).x - 1.2 * draft->k,
                          draft->box.y0 + 3.4 * draft->k, (KithType){ 6.3, KITH_WEIGHT_REGULAR },
                          KITH_INK (KITH_ROLE_INK2), KITH_ANCHOR_END, words);
}

static void
draw_limits (KithChartDraft *draft)
{
  const KithPaint inner = { .stroke = KITH_INK (KITH_ROLE_FAMILY), .width = 0.3 };
  const KithPaint outer = { .stroke = KITH_INK (KITH_ROLE_FAMILY),
                            .width = 0.3,
                            .pattern = KITH_PATTERN_SHORT_DASH };

  if (isnan (draft->display->mean))
    return;
  kith_scene_begin_group (draft->scene, "limits", _ ("Limits of chance"), NULL);
  draw_limit (draft, KITH_LIMIT_95, &inner, _ ("95%"));
  draw_limit (draft, KITH_LIMIT_998, &outer, _ ("99.8%"));
  kith_scene_end_group (draft->scene);
}

/**
 * kith_chart_draw_under:
 *
 * Draws the limits of a funnel; where they are asked for the paths of the years before, which only
 * a display of improvement has, and arrows to goals.
 */
void
kith_chart_draw_under (KithChartDraft *draft)
{
  guint n = draft->display->points->len;

  if (draft->is_funnel)
    draw_limits (draft);
  if (draft->options->has_tails && !draft->is_funnel)
    {
      kith_scene_begin_group (draft->scene, "paths", _ ("Paths of the years before"), NULL);
      for (guint p = 0; p < n; p++)
        draw_tail (draft, p);
      kith_scene_end_group (draft->scene);
    }
  if (draft->options->has_goals)
    {
      kith_scene_begin_group (draft->scene, "goals", _ ("Goals"), NULL);
      for (guint p = 0; p < n; p++)
        draw_goal (draft, p);
      kith_scene_end_group (draft->scene);
    }
}
