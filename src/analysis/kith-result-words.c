/* kith-result-words.c: results and inspections of one school, in plain words
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-result-words.h"

#include <glib/gi18n.h>
#include <string.h>

/* What the published tables write in place of a figure. */
static const struct
{
  const char *reason;
  const char *words;
} reasons[] = {
  { "SUPP", N_ ("Not published: too few pupils (SUPP).") },
  { "NE", N_ ("No pupils entered (NE).") },
  { "NA", N_ ("Does not apply (NA).") },
  { "NP", N_ ("Not published (NP).") },
  { "NEW", N_ ("A new school, without results yet (NEW).") },
  { "LOWCOV", N_ ("Not published: the figure covers too few of the pupils (LOWCOV).") },
  { "blank", N_ ("Blank in the published table.") },
};

static char *
dup_shown (const KithResult *result, const char *measure)
{
  g_autoptr (GString) text = g_string_new (NULL);
  double low, high;

  if (strcmp (measure, KITH_HEADLINE_PRIMARY) == 0)
    g_string_append_printf (
        text, _ ("%.0f%% met the expected standard in reading, writing and maths"), result->value);
  else if (strcmp (measure, KITH_HEADLINE_SECONDARY) == 0)
    g_string_append_printf (text, _ ("Attainment 8 score %.1f"), result->value);
  else
    g_string_append_printf (text, kith_measure_is_percentage (measure) ? "%.0f%%" : "%.1f",
                            result->value);
  if (kith_result_find_interval (result, measure, &low, &high))
    g_string_append_printf (text, _ (" (95%% interval %.0f%% to %.0f%%)"), low, high);
  if (result->cohort != KITH_INT_NONE)
    g_string_append_printf (text,
                            g_dngettext (NULL, "; %d pupil", "; %d pupils", (gulong)result->cohort),
                            (int)result->cohort);
  g_string_append_c (text, '.');
  return g_strdup (text->str);
}

/**
 * kith_result_dup_words:
 * @measure: what it is a figure of
 *
 * Returns: (transfer full): the figure as a sentence, or why there is none to show
 */
char *
kith_result_dup_words (const KithResult *result, const char *measure)
{
  switch (result->state)
    {
    case KITH_RESULT_SHOWN:
      return dup_shown (result, measure);
    case KITH_RESULT_SUPPRESSED:
      return g_strdup (_ ("Not shown: too few pupils."));
    case KITH_RESULT_WITHHELD:
      return g_strdup (_ ("Not shown: it would tell another figure that is about too few pupils."));
    case KITH_RESULT_MISSING:
    default:
      break;
    }
  for (guint i = 0; i < G_N_ELEMENTS (reasons); i++)
    if (g_strcmp0 (reasons[i].reason, result->reason) == 0)
      return g_strdup (_ (reasons[i].words));
  return g_strdup_printf (_ ("The published table has “%s” in its place."),
                          result->reason != NULL ? result->reason : "");
}

static void
add_line (GArray *lines, KithWording *wording, const char *title, const char *sentence)
{
  KithMeasureLine line;

  kith_wording_join (wording, "%s", title);
  line.title = kith_wording_keep (wording);
  kith_wording_join (wording, "%s", sentence);
  line.sentence = kith_wording_keep (wording);
  g_array_append_val (lines, line);
}

static char *
dup_trend (const KithResults *results, guint school, int year, gboolean is_percentage)
{
  guint n_years;
  double change = kith_results_measure_change (results, school, year, NULL, &n_years);
  double size = is_percentage ? round (fabs (change)) : round (10 * fabs (change)) / 10;

  if (isnan (change))
    return g_strdup (_ ("None: it takes three years of results that can be compared."));
  if (size == 0)
    return g_strdup_printf (_ ("Level, on a line through %u years."), n_years);
  return g_strdup_printf (change > 0
                              ? _ ("Up %g points over three years, on a line through %u years.")
                              : _ ("Down %g points over three years, on a line through %u "
                                   "years."),
                          size, n_years);
}

/**
 * kith_results_tell:
 * @school: index in the network
 * @wording: takes the texts
 * @lines: (element-type KithMeasureLine): a line a year is added, the latest first, then its
 *   trend
 */
void
kith_results_tell (const KithResults *results, guint school, KithWording *wording, GArray *lines)
{
  guint n;
  const KithResult *found = kith_results_get (results, school, &n);
  const char *measure = kith_results_get_school_measure (results, school);
  g_autofree char *trend = NULL;

  for (guint r = n; r > 0; r--)
    {
      g_autofree char *year =
          g_strdup_printf ("%d/%02d", found[r - 1].year, (found[r - 1].year + 1) % 100);
      g_autofree char *words = kith_result_dup_words (&found[r - 1], measure);

      add_line (lines, wording, year, words);
    }
  if (n == 0)
    return;
  trend = dup_trend (results, school, found[n - 1].year, kith_measure_is_percentage (measure));
  add_line (lines, wording, _ ("Trend"), trend);
}

static gboolean
is_same_inspection (const KithOfsted *ofsted, const KithInspection *a, const KithInspection *b)
{
  return a->date == b->date && g_strcmp0 (a->scheme, b->scheme) == 0 &&
         kith_ofsted_get_day (ofsted, a) == kith_ofsted_get_day (ofsted, b);
}

/* "Report card, 3 February 2026", "Ofsted, list of 1 September 2024" */
static char *
dup_title (const KithOfsted *ofsted, const KithInspection *row)
{
  KithDate from = kith_ofsted_get_day (ofsted, row);
  g_autofree char *day = kith_date_dup_text (from, KITH_DATE_LONG);

  if (from == KITH_DATE_UNKNOWN)
    return g_strdup (_ ("Ofsted, day not recorded"));
  if (row->date == KITH_DATE_UNKNOWN)
    return g_strdup_printf (_ ("Ofsted, list of %s"), day);
  return g_strdup_printf (
      g_strcmp0 (row->scheme, "report-card") == 0 ? _ ("Report card, %s") : _ ("Ofsted, %s"), day);
}

static void
tell_inspection (const KithOfsted *ofsted,
                 const GPtrArray *rows,
                 guint from,
                 guint to,
                 KithWording *wording,
                 GArray *lines)
{
  g_autofree char *title = dup_title (ofsted, rows->pdata[from]);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint r = from; r < to; r++)
    {
      const KithInspection *row = rows->pdata[r];
      const char *area = row->area != NULL ? row->area : _ ("Overall effectiveness");

      g_string_append_printf (text, "%s%s: %s", text->len > 0 ? "; " : "", area, row->grade);
    }
  g_string_append_c (text, '.');
  add_line (lines, wording, title, text->str);
}

/**
 * kith_ofsted_tell:
 * @ofsted: what Ofsted found
 * @outcome: (nullable): what is in force
 * @inspections: (element-type KithInspection*): the school's own, by day and scheme
 * @wording: takes the texts
 * @lines: (element-type KithMeasureLine): a line an inspection is added, in their order; where
 *   there is none the schools file's rating
 */
void
kith_ofsted_tell (const KithOfsted *ofsted,
                  const KithOfstedOutcome *outcome,
                  const GPtrArray *inspections,
                  KithWording *wording,
                  GArray *lines)
{
  guint to;

  for (guint from = 0; from < inspections->len; from = to)
    {
      for (to = from + 1; to < inspections->len; to++)
        if (!is_same_inspection (ofsted, inspections->pdata[from], inspections->pdata[to]))
          break;
      tell_inspection (ofsted, inspections, from, to, wording, lines);
    }
  if (outcome != NULL && outcome->scheme == KITH_OFSTED_GIAS)
    {
      g_autofree char *day = kith_date_dup_text (outcome->date, KITH_DATE_LONG);
      g_autofree char *words =
          outcome->date == KITH_DATE_UNKNOWN
              ? g_strdup_printf (_ ("%s."), outcome->rating)
              : g_strdup_printf (_ ("%s, inspected on %s."), outcome->rating, day);

      add_line (lines, wording, _ ("The schools file’s rating"), words);
    }
}
