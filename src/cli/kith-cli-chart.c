/* kith-cli-chart.c: chart: the data display of a Family
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-cli-chart.h"
#include "kith-cli-picture.h"

#include <glib/gi18n.h>
#include <math.h>

#include "kith-chart.h"
#include "kith-pango-measure.h"
#include "kith-within-chart.h"

static char *family;
static char *measure_name;
static char *subgroup;
static char *subject;
static gint64 selected;
static gboolean has_intervals;
static gboolean has_tails;
static gboolean has_goals;
static gboolean is_funnel;
static gboolean is_within;
static char *theme_name;
static char *output_path;
static gboolean is_table;
static double dpi;

static const GOptionEntry chart_options[] = {
  { "family", 0, 0, G_OPTION_ARG_STRING, &family,
    N_ ("Of this Family, or any arrangement: its name or id"), N_ ("A") },
  { "measure", 0, 0, G_OPTION_ARG_STRING, &measure_name,
    N_ ("Another measure than the attainment of the phase"), N_ ("NAME") },
  { "subgroup", 0, 0, G_OPTION_ARG_STRING, &subgroup, N_ ("Of these pupils"),
    N_ ("boys|girls|disadvantaged|EAL|SEN") },
  { "subject", 0, 0, G_OPTION_ARG_STRING, &subject, N_ ("Of this subject"), N_ ("NAME") },
  { "school", 0, 0, G_OPTION_ARG_INT64, &selected, N_ ("Tell of this school beside the chart"),
    N_ ("URN") },
  { "intervals", 0, 0, G_OPTION_ARG_NONE, &has_intervals,
    N_ ("Draw the 95 per cent interval of every school"), NULL },
  { "funnel", 0, 0, G_OPTION_ARG_NONE, &is_funnel,
    N_ ("Attainment by number of pupils, with the limits of chance"), NULL },
  { "tails", 0, 0, G_OPTION_ARG_NONE, &has_tails,
    N_ ("Draw the path of the years before to each mark"), NULL },
  { "goals", 0, 0, G_OPTION_ARG_NONE, &has_goals, N_ ("Draw an arrow to each school's goal"),
    NULL },
  { "within", 0, 0, G_OPTION_ARG_NONE, &is_within,
    N_ ("Subjects and groups of pupils of its schools on one page instead"), NULL },
  { "theme", 0, 0, G_OPTION_ARG_STRING, &theme_name, N_ ("Draw in these colours"),
    N_ ("light|dark|print|grey") },
  { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output_path, N_ ("Draw into FILE.svg, .pdf or .png"),
    N_ ("FILE") },
  { "dpi", 0, 0, G_OPTION_ARG_DOUBLE, &dpi,
    N_ ("Resolution of a PNG: 150 for screens, 300 for print"), N_ ("N") },
  { "table", 0, 0, G_OPTION_ARG_NONE, &is_table, N_ ("Write what the chart shows as a table"),
    NULL },
  { NULL },
};

static const KithColumn columns[] = {
  { "number", KITH_COLUMN_NUMBER },      { "urn", KITH_COLUMN_NUMBER },
  { "name", KITH_COLUMN_TEXT },          { "attainment", KITH_COLUMN_NUMBER },
  { "low", KITH_COLUMN_NUMBER },         { "high", KITH_COLUMN_NUMBER },
  { "improvement", KITH_COLUMN_NUMBER }, { "pupils", KITH_COLUMN_NUMBER },
  { "above_both", KITH_COLUMN_NUMBER },  { "vulnerable", KITH_COLUMN_NUMBER },
  { "not_shown", KITH_COLUMN_TEXT },     { "years", KITH_COLUMN_NUMBER },
  { "thin", KITH_COLUMN_NUMBER },        { "chance_low", KITH_COLUMN_NUMBER },
  { "chance_high", KITH_COLUMN_NUMBER }, { "before", KITH_COLUMN_TEXT },
  { "goal", KITH_COLUMN_NUMBER },        { "goal_year", KITH_COLUMN_NUMBER },
  { "goal_is", KITH_COLUMN_TEXT },
};

/* The column in which a school without figures says why. */
#define NOT_SHOWN 10

/* "2022: 54.0, -3.0; 2023: 56.0, +1.5": attainment and improvement of earlier years */
static char *
dup_path (const KithFamilyDisplay *display, const KithDisplayPoint *point)
{
  GString *text = g_string_new (NULL);

  for (guint s = 0; s < point->n_steps; s++)
    {
      const KithDisplayPlace *step =
          &g_array_index (display->path, KithDisplayPlace, point->first_step + s);

      g_string_append_printf (text, "%s%d: %.1f, %+.1f", s > 0 ? "; " : "", step->year,
                              step->attainment, step->change);
    }
  return g_string_free (text, FALSE);
}

static void
add_point (KithOutput *output, const KithFamilyDisplay *display, const KithDisplayPoint *point)
{
  static const char *const states[] = { NULL, "suggested", "recorded" };
  g_autofree char *path = dup_path (display, point);

  kith_output_add_real (output, point->attainment, 1);
  kith_output_add_real (output, point->has_interval ? point->low : NAN, 1);
  kith_output_add_real (output, point->has_interval ? point->high : NAN, 1);
  kith_output_add_real (output, point->change, 1);
  kith_output_add_int (output, point->cohort);
  kith_output_add_int (output,
                       point->attainment > display->mean && point->change > display->mean_change);
  kith_output_add_int (output, point->is_vulnerable);
  kith_output_add_text (output, NULL);
  kith_output_add_int (output, point->n_years);
  kith_output_add_int (output, point->is_thin);
  kith_output_add_real (output, point->has_limits ? point->limit_low : NAN, 1);
  kith_output_add_real (output, point->has_limits ? point->limit_high : NAN, 1);
  kith_output_add_text (output, *path != '\0' ? path : NULL);
  kith_output_add_real (output, point->goal, 1);
  kith_output_add_int (output,
                       point->goal_state == KITH_GOAL_NONE ? KITH_INT_NONE : point->goal_year);
  kith_output_add_text (output, states[point->goal_state]);
}

static void
add_missing (KithOutput *output, const KithDisplayMissing *missing)
{
  for (guint c = 3; c < G_N_ELEMENTS (columns); c++)
    if (columns[c].type == KITH_COLUMN_TEXT)
      kith_output_add_text (output, c == NOT_SHOWN ? missing->why : NULL);
    else
      kith_output_add_int (output, KITH_INT_NONE);
}

/* Everybody once, by number: those with a point and those without. */
static void
print_table (const KithCli *cli, const KithFamilyDisplay *display)
{
  const KithNetworkSchool *schools =
      kith_network_get_schools (kith_roll_get_network (display->roll), &(guint){ 0 });
  KithOutput *output = kith_output_new (cli->format, columns, G_N_ELEMENTS (columns));
  guint p = 0, m = 0;

  while (p < display->points->len || m < display->missing->len)
    {
      const KithDisplayPoint *point =
          p < display->points->len ? &g_array_index (display->points, KithDisplayPoint, p) : NULL;
      const KithDisplayMissing *missing =
          m < display->missing->len ? &g_array_index (display->missing, KithDisplayMissing, m)
                                    : NULL;
      gboolean is_point = missing == NULL || (point != NULL && point->number < missing->number);
      const KithSchool *school = schools[is_point ? point->school : missing->school].record;

      kith_output_add_int (output, is_point ? point->number : missing->number);
      kith_output_add_int (output, school->urn);
      kith_output_add_text (output, school->name);
      if (is_point)
        add_point (output, display, point);
      else
        add_missing (output, missing);
      p += is_point;
      m += !is_point;
    }
  kith_cli_print (kith_output_end (output));
}

static KithFamilyDisplay *
read_display (KithRoll *roll, gint64 id, GError **error)
{
  const KithResultChoice choice = { measure_name, subgroup, subject };

  if (measure_name == NULL && (subgroup != NULL || subject != NULL))
    {
      g_set_error_literal (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
                           _ ("A subgroup or subject needs a measure: --measure PTRWM_EXP."));
      return NULL;
    }
  return kith_family_display_new (roll, id, measure_name == NULL ? NULL : &choice,
                                  is_funnel ? KITH_DISPLAY_FUNNEL : KITH_DISPLAY_IMPROVEMENT,
                                  error);
}

static gboolean
draw_display (
    const KithCli *cli, KithRoll *roll, gint64 id, const KithMeasure *measure, GError **error)
{
  const KithChartOptions options = {
    .is_sheet = TRUE,
    .width = KITH_MAP_SHEET_WIDTH,
    .height = KITH_MAP_SHEET_HEIGHT,
    .selected = selected,
    .has_intervals = has_intervals,
    .has_tails = has_tails,
    .has_goals = has_goals,
    .seed = 1,
  };
  KithFamilyDisplay *display = read_display (roll, id, error);
  g_autoptr (KithChart) chart = NULL;

  if (display == NULL)
    return FALSE;
  chart = kith_chart_new (display, &options, measure);
  if (output_path != NULL &&
      !kith_cli_write_scene (cli, chart->scene, output_path, theme_name, dpi, error))
    return FALSE;
  if (is_table)
    print_table (cli, chart->display);
  kith_cli_tell ("%s.", chart->finding);
  return TRUE;
}

static gboolean
draw_within (
    const KithCli *cli, KithRoll *roll, gint64 id, const KithMeasure *measure, GError **error)
{
  const KithWithinOptions options = { TRUE, KITH_MAP_SHEET_WIDTH, KITH_MAP_SHEET_HEIGHT, selected };
  KithFamilyWithin *within = kith_family_within_new (roll, id, error);
  g_autoptr (KithWithinChart) chart = NULL;

  if (within == NULL)
    return FALSE;
  chart = kith_within_chart_new (within, &options, measure);
  if (output_path != NULL &&
      !kith_cli_write_scene (cli, chart->scene, output_path, theme_name, dpi, error))
    return FALSE;
  if (is_table)
    kith_cli_print_within (cli, within);
  kith_cli_tell ("%s.", chart->finding);
  for (guint m = 0; m < within->meetings->len; m++)
    kith_cli_tell ("%s", (const char *)g_ptr_array_index (within->meetings, m));
  return TRUE;
}

static KithExit
run_chart (const KithCli *cli, GError **error)
{
  g_autoptr (KithRoll) roll = NULL;
  KithMeasure *measure;
  gboolean is_done;
  gint64 id;

  if (family == NULL || (output_path == NULL && !is_table))
    {
      g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
                   _ ("Say of which Family (--family A) and where to draw (-o FILE.svg, .pdf or "
                      ".png), or ask for --table."));
      return KITH_EXIT_NOT_DONE;
    }
  roll = kith_cli_read_roll_with_measures (cli, error);
  id = roll == NULL
           ? KITH_INT_NONE
           : kith_cli_find_arrangement (kith_roll_get_network (roll), family, KITH_N_KINDS, error);
  if (id == KITH_INT_NONE)
    return KITH_EXIT_NOT_DONE;
  measure = kith_pango_measure_new ();
  is_done = is_within ? draw_within (cli, roll, id, measure, error)
                      : draw_display (cli, roll, id, measure, error);
  kith_pango_measure_free (measure);
  return is_done ? KITH_EXIT_DONE : KITH_EXIT_NOT_DONE;
}

const KithVerb kith_verbs_of_charts[] = {
  { "chart", "R --family A -o F", N_ ("draws the data display of a Family, or tells it as a table"),
    1, 1, chart_options, run_chart },
  { NULL },
};
