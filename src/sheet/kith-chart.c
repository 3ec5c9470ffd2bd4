/* kith-chart.c: the data display of a Family
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-chart-private.h"
#include "kith-sheet-page-private.h"

#include <glib/gi18n.h>
#include <math.h>

/* What lies farther off than so many standard deviations stands at the edge. */
#define MOST_SD 3.0

/**
 * kith_chart_dup_value:
 *
 * Returns: (transfer full): an attainment in words: "54%", "46.2"
 */
char *
kith_chart_dup_value (const KithChartDraft *draft, double value)
{
  if (draft->is_percentage)
    return g_strdup_printf ("%.0f%%", value);
  return g_strdup_printf (draft->x.step >= 1 && value == floor (value) ? "%.0f" : "%.1f", value);
}

/**
 * kith_chart_dup_change:
 *
 * Returns: (transfer full): an improvement in words: "+5", "−4"
 */
char *
kith_chart_dup_change (const KithChartDraft *draft, double change)
{
  double size = fabs (change);
  const char *sign = change > 0 ? "+" : change < 0 ? "−" : "";

  if (draft->is_percentage)
    return g_strdup_printf ("%s%.0f", round (size) == 0 ? "" : sign, size);
  return g_strdup_printf (draft->y.step >= 1 && size == floor (size) ? "%s%.0f" : "%s%.1f", sign,
                          size);
}

/**
 * kith_chart_get_up:
 *
 * Returns: which of the two is shown upwards
 */
double
kith_chart_get_up (const KithChartDraft *draft, double change, gint64 cohort)
{
  return draft->is_funnel ? (double)cohort : change;
}

/**
 * kith_chart_get_point:
 *
 * Returns: (transfer none): a school of the Family, by its number among the points
 */
const KithDisplayPoint *
kith_chart_get_point (const KithChartDraft *draft, guint point)
{
  return &g_array_index (draft->display->points, KithDisplayPoint, point);
}

/**
 * kith_chart_get_school:
 * @school: index in the network
 *
 * Returns: (transfer none): the register's row
 */
const KithSchool *
kith_chart_get_school (const KithChartDraft *draft, guint school)
{
  return kith_network_get_schools (kith_roll_get_network (draft->display->roll),
                                   &(guint){ 0 })[school]
      .record;
}

/* Mean and spread of all that is drawn, along one axis. */
typedef struct
{
  guint n;
  double mean, squares, low, high;
} Spread;

static void
add_to (Spread *spread, double value)
{
  double off = value - spread->mean;

  if (spread->n == 0 || value < spread->low)
    spread->low = value;
  if (spread->n == 0 || value > spread->high)
    spread->high = value;
  spread->mean += off / ++spread->n;
  spread->squares += off * (value - spread->mean);
}

/* From the least to the most, within so many standard deviations; the mean of the Family, and
   nought for the improvement, lie inside. */
static KithAxis
make_axis (const Spread *spread, double inside, double least, double most, guint n_steps)
{
  double sd = spread->n > 1 ? sqrt (spread->squares / (spread->n - 1)) : 1;
  double low = fmax (spread->low, spread->mean - MOST_SD * sd);
  double high = fmin (spread->high, spread->mean + MOST_SD * sd), pad;

  low = fmin (low, inside);
  high = fmax (high, inside);
  if (!(high - low > 1e-6))
    {
      low -= 5;
      high += 5;
    }
  pad = (high - low) * 0.08;
  return kith_axis_new (fmax (low - pad, least), fmin (high + pad, most), n_steps);
}

static void
add_place (const KithChartDraft *draft,
           Spread *x,
           Spread *y,
           double attainment,
           double change,
           gint64 cohort)
{
  add_to (x, attainment);
  add_to (y, kith_chart_get_up (draft, change, cohort));
}

static void
find_axes (KithChartDraft *draft)
{
  const KithFamilyDisplay *display = draft->display;
  Spread x = { 0 }, y = { 0 };
  double inside_x, inside_y, most_pupils = 0;

  for (guint p = 0; p < display->points->len; p++)
    {
      const KithDisplayPoint *point = kith_chart_get_point (draft, p);

      most_pupils = fmax (most_pupils, (double)point->cohort);

      add_place (draft, &x, &y, point->attainment, point->change, point->cohort);
    }
  for (guint p = 0; p < display->pool->len; p++)
    {
      const KithDisplayPlace *place = &g_array_index (display->pool, KithDisplayPlace, p);

      add_place (draft, &x, &y, place->attainment, place->change, place->cohort);
    }
  inside_x = isnan (display->mean) ? x.mean : display->mean;
  draft->x = make_axis (&x, inside_x, draft->is_percentage ? 0 : -INFINITY,
                        draft->is_percentage ? 100 : INFINITY, 8);
  if (draft->is_funnel)
    {
      /* large schools are no odd ones */
      add_to (&y, 0);
      draft->y = make_axis (&y, most_pupils, 0, INFINITY, 5);
      return;
    }
  inside_y = isnan (display->mean_change) ? 0 : display->mean_change;
  add_to (&y, 0);
  draft->y = make_axis (&y, inside_y, -INFINITY, INFINITY, 6);
}

static guint
find_selected (const KithChartDraft *draft)
{
  for (guint p = 0; p < draft->display->points->len; p++)
    if (kith_chart_get_school (draft, kith_chart_get_point (draft, p)->school)->urn ==
        draft->options->selected)
      return p;
  return G_MAXUINT;
}

static char *
dup_outside (const KithFamilyDisplay *display)
{
  guint n_outside = 0, n = display->points->len;

  for (guint p = 0; p < n; p++)
    n_outside +=
        kith_display_point_is_outside (&g_array_index (display->points, KithDisplayPoint, p));
  if (n_outside == 0)
    return g_strdup_printf (
        g_dngettext (NULL, "%u school, no farther from the Family mean than chance alone explains",
                     "None of %u schools lies farther from the Family mean than chance alone "
                     "explains",
                     n),
        n);
  return g_strdup_printf (
      g_dngettext (NULL,
                   "%u of %u schools lies farther from the Family mean than chance alone explains",
                   "%u of %u schools lie farther from the Family mean than chance alone explains",
                   n_outside),
      n_outside, n);
}

static char *
dup_finding (const KithFamilyDisplay *display)
{
  guint n = display->points->len;
  g_autofree char *above = g_strdup_printf (
      g_dngettext (NULL, "%u of %u schools is above the Family mean on both",
                   "%u of %u schools are above the Family mean on both", display->n_above),
      display->n_above, n);

  if (display->kind == KITH_DISPLAY_FUNNEL)
    {
      g_free (above);
      above = dup_outside (display);
    }
  if (n == 0)
    return g_strdup (_ ("No school of it has a figure that can be shown"));
  if (display->missing->len == 0)
    return g_steal_pointer (&above);
  return g_strdup_printf (g_dngettext (NULL, "%s; %u more school is not shown",
                                       "%s; %u more schools are not shown", display->missing->len),
                          above, display->missing->len);
}

static void
write_words (KithChart *self)
{
  const KithFamilyDisplay *display = self->display;
  const KithSettings *settings = kith_network_get_settings (kith_roll_get_network (display->roll));
  int first = display->first_year > 0 ? display->first_year : display->year;

  self->title = g_strdup_printf (display->kind == KITH_DISPLAY_FUNNEL
                                     ? _ ("%s: attainment and number of pupils")
                                     : _ ("%s: attainment and improvement"),
                                 display->name);
  self->finding = dup_finding (display);
  self->region =
      first == display->year || display->kind == KITH_DISPLAY_FUNNEL
          ? g_strdup_printf ("%s, %d/%02d", display->measure, display->year,
                             (display->year + 1) % 100)
          : g_strdup_printf (_ ("%s, %d/%02d to %d/%02d"), display->measure, first,
                             (first + 1) % 100, display->year, (display->year + 1) % 100);
  self->sources = g_strdup_printf (
      display->kind == KITH_DISPLAY_FUNNEL
          ? _ ("Source: performance tables of the Department for Education, measure %s. Limits: "
               "mean ± z √(mean (1 − mean) / pupils), z 1.96 and 3.09; Spiegelhalter 2005.")
          : _ ("Source: performance tables of the Department for Education, measure %s. "
               "Improvement: least-squares slope a year × 3 over the last four years that there "
               "are, never across a break."),
      display->measure);
  self->note = g_strdup_printf (
      _ ("Figures about fewer than %u pupils are not shown, and no mean holds them; fewer than %u "
         "are drawn hollow. This is no league table: schools are named, not ranked."),
      settings->suppressed_cohort, settings->thin_cohort);
}

static void
compose (KithChart *self, const KithChartOptions *options, const KithMeasure *measure)
{
  KithChartDraft draft = {
    .display = self->display,
    .options = options,
    .measure = measure,
    .scene = self->scene,
    .is_funnel = self->display->kind == KITH_DISPLAY_FUNNEL,
    .is_percentage = kith_measure_is_percentage (self->display->measure),
  };

  draft.k = options->is_sheet ? MIN (options->width / KITH_MAP_SHEET_WIDTH,
                                     options->height / KITH_MAP_SHEET_HEIGHT)
                              : 1;
  draft.box = options->is_sheet
                  ? (KithBox){ 24 * draft.k, 34 * draft.k, options->width - 88 * draft.k,
                               options->height - 31 * draft.k }
                  : (KithBox){ 14, 9, options->width - 5, options->height - 12 };
  find_axes (&draft);
  draft.selected = find_selected (&draft);
  draft.labels = kith_labels_new (draft.box);
  draft.numbered = g_array_new (FALSE, FALSE, sizeof (guint));
  kith_chart_draw_field (&draft);
  kith_chart_draw_under (&draft);
  kith_chart_draw_points (&draft);
  if (options->is_sheet)
    kith_chart_fill_column (&draft);
  kith_labels_free (draft.labels);
  g_array_unref (draft.numbered);
}

static void
draw_page (KithChart *self, const KithChartOptions *options, const KithMeasure *measure)
{
  const KithSheetPage page = {
    .scene = self->scene,
    .measure = measure,
    .width = options->width,
    .height = options->height,
    .k = MIN (options->width / KITH_MAP_SHEET_WIDTH, options->height / KITH_MAP_SHEET_HEIGHT),
    .date = kith_network_get_date (kith_roll_get_network (self->display->roll)),
    .title = self->title,
    .finding = self->finding,
    .region = self->region,
    .sources = self->sources,
    .note = self->note,
  };

  kith_sheet_page_draw (&page);
}

/**
 * kith_chart_new:
 * @display: (transfer full): what is shown
 * @options: how
 * @measure: measures words
 *
 * Returns: (transfer full): the chart
 */
KithChart *
kith_chart_new (KithFamilyDisplay *display,
                const KithChartOptions *options,
                const KithMeasure *measure)
{
  KithChart *self = g_new0 (KithChart, 1);

  self->display = display;
  write_words (self);
  self->scene = kith_scene_new (options->width, options->height);
  kith_scene_set_title (self->scene, self->title, self->finding);
  if (options->is_sheet)
    {
      kith_scene_add_box (self->scene, (KithBox){ 0, 0, options->width, options->height },
                          &(KithPaint){ .fill = KITH_INK (KITH_ROLE_PAGE) });
      draw_page (self, options, measure);
    }
  compose (self, options, measure);
  return self;
}

/**
 * kith_chart_free:
 * @self: (transfer full) (nullable): a chart
 */
void
kith_chart_free (KithChart *self)
{
  if (self == NULL)
    return;
  kith_family_display_free (self->display);
  kith_scene_unref (self->scene);
  g_free (self->title);
  g_free (self->finding);
  g_free (self->region);
  g_free (self->sources);
  g_free (self->note);
  g_free (self);
}
