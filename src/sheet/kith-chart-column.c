/* kith-chart-column.c: what stands beside a data display
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

#define LINES_HEIGHT 27.0

static void
write_at (KithMapColumn *column,
          double x,
          double y,
          KithType type,
          KithInk ink,
          KithAnchor anchor,
          const char *words)
{
  type.size_pt *= column->k;
  kith_map_write (column->scene, type, ink, anchor, (KithPoint){ x, y }, words);
}

/* The years of the chart that a line runs through, and the figures of the selected school and the
   mean of the Family in each. */
typedef struct
{
  int year;
  double own, mean;
} Year;

static GArray *
list_years (const KithChartDraft *draft, guint school)
{
  const KithFamilyDisplay *display = draft->display;
  GArray *years = g_array_new (FALSE, FALSE, sizeof (Year));

  for (int y = display->first_year > 0 ? display->first_year : display->year; y <= display->year;
       y++)
    {
      const KithResult *own = kith_results_find (display->results, school, y);
      KithResultGroup group = kith_results_measure_group (
          display->results, (const guint *)display->members->data, display->members->len, y);
      Year year = { y, own != NULL && own->state == KITH_RESULT_SHOWN ? own->value : NAN,
                    group.mean };

      if (kith_measure_are_comparable (display->measure, y, display->year))
        g_array_append_val (years, year);
    }
  return years;
}

static KithAxis
find_axis (const GArray *years)
{
  double low = INFINITY, high = -INFINITY;

  for (guint i = 0; i < years->len; i++)
    {
      const Year *year = &g_array_index (years, Year, i);

      low = fmin (low, fmin (year->own, year->mean));
      high = fmax (high, fmax (year->own, year->mean));
    }
  if (!(high > low))
    {
      low = isfinite (low) ? low - 5 : 0;
      high = low + 10;
    }
  low -= (high - low) * 0.35;
  high += (high - low) * 0.2;
  return kith_axis_new (low, high, 3);
}

/* A line has a gap where a year is missing. */
static void
draw_line (KithMapColumn *column,
           const GArray *years,
           const KithAxis *axis,
           KithBox box,
           gboolean is_own,
           const KithPaint *paint)
{
  KithPoint before = { NAN, NAN };
  int year_before = 0;

  for (guint i = 0; i < years->len; i++)
    {
      const Year *year = &g_array_index (years, Year, i);
      double value = is_own ? year->own : year->mean;
      KithPoint at = {
        years->len < 2 ? (box.x0 + box.x1) / 2 : box.x0 + (box.x1 - box.x0) * i / (years->len - 1),
        box.y1 - (value - axis->low) / (axis->high - axis->low) * (box.y1 - box.y0)
      };

      if (!isnan (before.x) && !isnan (value) && year->year == year_before + 1)
        kith_scene_add_line (column->scene, before, at, paint);
      before = isnan (value) ? (KithPoint){ NAN, NAN } : at;
      year_before = year->year;
    }
}

static void
write_years (KithChartDraft *draft,
             KithMapColumn *column,
             const GArray *years,
             const KithAxis *axis,
             KithBox box)
{
  const KithSign dot = { .shape = KITH_SHAPE_CIRCLE,
                         .r = 0.9 * column->k,
                         .fill = KITH_INK (KITH_ROLE_ACCENT) };

  for (guint i = 0; i < years->len; i++)
    {
      const Year *year = &g_array_index (years, Year, i);
      double x = years->len < 2 ? (box.x0 + box.x1) / 2
                                : box.x0 + (box.x1 - box.x0) * i / (years->len - 1);
      double y = box.y1 - (year->own - axis->low) / (axis->high - axis->low) * (box.y1 - box.y0);
      g_autofree char *words = g_strdup_printf ("%d/%02d", year->year, (year->year + 1) % 100);
      g_autofree char *value = kith_chart_dup_value (draft, year->own);

      write_at (column, x, box.y1 + 3.2 * column->k, (KithType){ 6.3, KITH_WEIGHT_REGULAR },
                KITH_INK (KITH_ROLE_INK2), KITH_ANCHOR_MIDDLE, words);
      if (isnan (year->own))
        continue;
      kith_scene_add_sign (column->scene, &dot, (KithPoint){ x, y }, 0, NULL);
      write_at (column, x, y + (year->own > year->mean ? -1.8 : 3.6) * column->k,
                (KithType){ 7.2, KITH_WEIGHT_BOLD }, KITH_INK (KITH_ROLE_INK), KITH_ANCHOR_MIDDLE,
                value);
    }
}

static void
draw_years (KithChartDraft *draft, KithMapColumn *column, guint school)
{
  g_autoptr (GArray) years = list_years (draft, school);
  KithAxis axis = find_axis (years);
  double k = column->k;
  KithBox box = { column->x0 + 12 * k, column->y + 1.5 * k, column->x1 - 7 * k,
                  column->y + LINES_HEIGHT * k };
  const KithPaint own = { .stroke = KITH_INK (KITH_ROLE_ACCENT), .width = 0.8 };
  const KithPaint mean = { .stroke = KITH_INK (KITH_ROLE_FAMILY),
                           .width = 0.42,
                           .pattern = KITH_PATTERN_LONG_DASH };

  for (double v = ceil (axis.low / axis.step) * axis.step; v <= axis.high; v += axis.step)
    {
      double y = box.y1 - (v - axis.low) / (axis.high - axis.low) * (box.y1 - box.y0);
      g_autofree char *words = kith_chart_dup_value (draft, v);

      kith_scene_add_line (column->scene, (KithPoint){ column->x0 + 8 * k, y },
                           (KithPoint){ column->x1, y },
                           &(KithPaint){ .stroke = KITH_INK (KITH_ROLE_GRAT), .width = 0.2 });
      write_at (column, column->x0 + 7 * k, y + 0.8 * k, (KithType){ 6.3, KITH_WEIGHT_REGULAR },
                KITH_INK (KITH_ROLE_INK2), KITH_ANCHOR_END, words);
    }
  draw_line (column, years, &axis, box, FALSE, &mean);
  draw_line (column, years, &axis, box, TRUE, &own);
  write_years (draft, column, years, &axis, box);
  column->y = box.y1 + 4.6 * k;
  kith_map_column_line (column, &own, _ ("this school"));
  kith_map_column_line (column, &mean, _ ("mean of the Family"));
  column->y += 1.5 * k;
}

/* "54% of 24 pupils; with so few pupils the figure could lie between 34% and 74%." */
static char *
dup_words (KithChartDraft *draft, const KithDisplayPoint *point)
{
  GString *text = g_string_new (NULL);
  g_autofree char *value = kith_chart_dup_value (draft, point->attainment);
  g_autofree char *low = kith_chart_dup_value (draft, point->low);
  g_autofree char *high = kith_chart_dup_value (draft, point->high);
  g_autofree char *change = kith_chart_dup_change (draft, point->change);
  g_autofree char *mean = kith_chart_dup_change (draft, draft->display->mean_change);

  if (point->cohort != KITH_INT_NONE && draft->is_percentage)
    g_string_append_printf (
        text, g_dngettext (NULL, "%s of %u pupil", "%s of %u pupils", (gulong)point->cohort), value,
        (guint)point->cohort);
  else
    g_string_append (text, value);
  if (point->has_interval)
    g_string_append_printf (
        text, _ ("; by chance alone the figure could lie between %s and %s (95%% interval)"), low,
        high);
  g_string_append_c (text, '.');
  if (!isnan (point->change) && !isnan (draft->display->mean_change))
    g_string_append_printf (text, _ (" Improvement %s, Family %s."), change, mean);
  if (point->is_thin)
    g_string_append (text, _ (" Few pupils or years stand behind it."));
  if (point->goal_state != KITH_GOAL_NONE)
    {
      g_autofree char *goal = kith_chart_dup_value (draft, point->goal);

      g_string_append_printf (text,
                              point->goal_state == KITH_GOAL_RECORDED
                                  ? _ (" Goal for %d/%02d: %s.")
                                  : _ (" Goal that its Family suggests for "
                                       "%d/%02d: %s."),
                              point->goal_year, (point->goal_year + 1) % 100, goal);
    }
  return g_string_free (text, FALSE);
}

static void
tell_selected (KithChartDraft *draft, KithMapColumn *column)
{
  const KithDisplayPoint *point;
  g_autofree char *words = NULL;

  if (draft->selected == G_MAXUINT)
    return;
  point = kith_chart_get_point (draft, draft->selected);
  words = dup_words (draft, point);
  kith_map_column_heading (column, kith_chart_get_school (draft, point->school)->name, NULL);
  column->y += 0.8 * column->k;
  write_at (column, column->x0, column->y + 1.6 * column->k, (KithType){ 6.8, KITH_WEIGHT_MEDIUM },
            KITH_INK (KITH_ROLE_ACCENT), KITH_ANCHOR_START, _ ("selected"));
  column->y += 3.2 * column->k;
  draw_years (draft, column, point->school);
  kith_map_column_words (column, words);
  kith_map_column_rule (column);
}

/* Lines of which there are some. */
static void
explain_lines (KithChartDraft *draft, KithMapColumn *column)
{
  const KithPaint tail = { .stroke = KITH_INK (KITH_ROLE_FAMILY), .width = 0.35 };
  const KithPaint goal = { .stroke = KITH_INK_WORD (KITH_ROLE_HUB),
                           .width = 0.3,
                           .pattern = KITH_PATTERN_SHORT_DASH };
  const KithPaint inner = { .stroke = KITH_INK (KITH_ROLE_FAMILY), .width = 0.3 };
  const KithPaint outer = { .stroke = KITH_INK (KITH_ROLE_FAMILY),
                            .width = 0.3,
                            .pattern = KITH_PATTERN_SHORT_DASH };

  if (draft->n_tails > 0)
    kith_map_column_line (column, &tail, _ ("its path from the years before"));
  if (draft->options->has_tails && draft->n_tails == 0 && !draft->is_funnel)
    kith_map_column_words (column, _ ("No path: it takes a fourth year of results."));
  if (draft->n_goals > 0)
    kith_map_column_line (column, &goal, _ ("to its goal, three years on; solid: recorded"));
  if (draft->is_funnel && !isnan (draft->display->mean))
    {
      kith_map_column_line (column, &inner, _ ("chance keeps 95 of 100 schools within"));
      kith_map_column_line (column, &outer, _ ("998 of 1,000"));
    }
  if (draft->n_beyond > 0)
    kith_map_column_words (column, _ ("An arrow at the edge: the school stands beyond it."));
}

static void
explain_signs (KithChartDraft *draft, KithMapColumn *column)
{
  guint n = draft->display->points->len;
  KithSign family = { .shape = KITH_SHAPE_CIRCLE, .r = 1.35, .fill = KITH_INK (KITH_ROLE_FAMILY) };
  KithSign watch = { .shape = KITH_SHAPE_CIRCLE,
                     .r = 1.35,
                     .fill = KITH_INK (KITH_ROLE_T3),
                     .edge = KITH_INK (KITH_ROLE_T3_EDGE),
                     .edge_width = 0.3 };
  KithSign thin = { .shape = KITH_SHAPE_CIRCLE,
                    .r = 1.35,
                    .fill = KITH_INK (KITH_ROLE_VIEW),
                    .edge = KITH_INK (KITH_ROLE_FAMILY),
                    .edge_width = 0.45 };
  KithSign dot = { .shape = KITH_SHAPE_CIRCLE, .r = 0.42, .fill = KITH_INK (KITH_ROLE_CONTEXT) };

  kith_map_column_heading (column, _ ("Read the chart"), NULL);
  if (n > draft->n_vulnerable)
    kith_map_column_sign (column, &family, _ ("school of this Family"), NULL,
                          n - draft->n_vulnerable, NULL, 0);
  if (draft->n_vulnerable > 0)
    kith_map_column_sign (column, &watch, _ ("vulnerable"),
                          _ ("low and not improving, or an inspection of concern"),
                          draft->n_vulnerable, NULL, 0);
  if (draft->n_thin > 0)
    kith_map_column_sign (column, &thin, _ ("of these hollow"), _ ("few pupils, or fewer years"),
                          draft->n_thin, NULL, 0);
  if (draft->display->pool->len > 0)
    kith_map_column_sign (column, &dot, _ ("other school of the phase"), NULL,
                          draft->display->pool->len, NULL, 0);
  explain_lines (draft, column);
}

static void
list_numbered (KithChartDraft *draft, KithMapColumn *column)
{
  if (draft->numbered->len == 0)
    return;
  kith_map_column_rule (column);
  kith_map_column_heading (column, _ ("Names by number"), NULL);
  for (guint i = 0; i < draft->numbered->len; i++)
    {
      const KithDisplayPoint *point =
          kith_chart_get_point (draft, g_array_index (draft->numbered, guint, i));
      g_autofree char *words = g_strdup_printf ("%u  %s", point->number,
                                                kith_chart_get_school (draft, point->school)->name);

      kith_map_column_words (column, words);
    }
}

static void
list_missing (KithChartDraft *draft, KithMapColumn *column)
{
  const GArray *missing = draft->display->missing;

  if (missing->len == 0)
    return;
  kith_map_column_rule (column);
  kith_map_column_heading (column, _ ("Not shown"), NULL);
  for (guint m = 0; m < missing->len; m++)
    {
      const KithDisplayMissing *of = &g_array_index (missing, KithDisplayMissing, m);
      g_autofree char *words =
          g_strdup_printf ("%s: %s.", kith_chart_get_school (draft, of->school)->name, of->why);

      if (kith_map_column_left (column) < 9 * column->k && m + 1 < missing->len)
        {
          g_autofree char *more =
              g_strdup_printf (g_dngettext (NULL, "and %u more, in the table",
                                            "and %u more, in the table", missing->len - m),
                               missing->len - m);

          kith_map_column_words (column, more);
          return;
        }
      kith_map_column_words (column, words);
    }
}

static void
list_mentors (KithChartDraft *draft, KithMapColumn *column)
{
  const GArray *mentors = draft->display->mentors;

  if (mentors->len == 0 || kith_map_column_left (column) < (8 + 4 * mentors->len) * column->k)
    return;
  kith_map_column_rule (column);
  kith_map_column_heading (column, _ ("Where to learn from"), NULL);
  for (guint m = 0; m < mentors->len; m++)
    {
      const KithDisplayPoint *point =
          kith_chart_get_point (draft, g_array_index (mentors, guint, m));
      g_autofree char *value = kith_chart_dup_value (draft, point->attainment);
      g_autofree char *change = kith_chart_dup_change (draft, point->change);
      g_autofree char *both = g_strdup_printf ("%s, %s", value, change);
      const KithType type = { 7.2 * column->k, KITH_WEIGHT_MEDIUM };
      double room = column->x1 - column->x0 - 3 * column->k -
                    kith_measure_get_width (column->measure, &type, both);
      g_autofree char *name = kith_short_name_dup (
          kith_chart_get_school (draft, point->school)->name, room, &type, column->measure);

      column->y += 3.6 * column->k;
      write_at (column, column->x0, column->y, (KithType){ 7.2, KITH_WEIGHT_MEDIUM },
                KITH_INK (KITH_ROLE_INK), KITH_ANCHOR_START, name);
      write_at (column, column->x1, column->y, (KithType){ 7.2, KITH_WEIGHT_REGULAR },
                KITH_INK (KITH_ROLE_INK), KITH_ANCHOR_END, both);
    }
}

/**
 * kith_chart_fill_column:
 *
 * The selected school by year, what the signs mean with their counts, who is not shown and why,
 * and where to learn from.
 */
void
kith_chart_fill_column (KithChartDraft *draft)
{
  KithMapColumn column;

  kith_map_column_begin_beside (&column, draft->scene, draft->measure, draft->options->width,
                                draft->options->height, draft->k);
  tell_selected (draft, &column);
  explain_signs (draft, &column);
  list_numbered (draft, &column);
  list_missing (draft, &column);
  list_mentors (draft, &column);
  kith_map_column_end (&column);
}
