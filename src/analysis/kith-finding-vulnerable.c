/* kith-finding-vulnerable.c: its results lie low and do not rise, or an inspection is of concern
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-finding-private.h"

#include <glib/gi18n.h>
#include <string.h>

/* Two figures that differ by less are the same. */
#define EQUAL 1e-9

/* A school's attainment beside that of those it is compared with. */
typedef struct
{
  const char *measure;
  gboolean is_percentage;
  guint family; /* arrangement, or none: the phase */
  KithResultGroup group;
  const KithResult *own;
  double change;
  int first_year;
  guint n_years;
} Comparison;

/* Of several Families the first on record. */
static guint
find_family (const KithRecord *record, guint school)
{
  guint n;
  const guint *memberships = kith_network_get_memberships (record->network, school, &n);

  for (guint m = 0; m < n; m++)
    {
      guint arrangement = kith_network_get_member (record->network, memberships[m])->arrangement;

      if (record->arrangements[arrangement].kind == KITH_KIND_FAMILY)
        return arrangement;
    }
  return KITH_INDEX_NONE;
}

/* Members in scope, each once: they stand in the order of their schools. */
static KithResultGroup
measure_family (const KithRecord *record, guint school, guint family, int year)
{
  const KithNetworkArrangement *in = &record->arrangements[family];
  KithPhase phase = kith_phase_get_compared (record->schools[school].phase);
  g_autofree guint *schools = g_new (guint, in->n_members + 1);
  guint n = 0;

  for (guint m = 0; m < in->n_members; m++)
    {
      guint member = in->members[m].school;

      if (member != KITH_INDEX_NONE && (n == 0 || schools[n - 1] != member) &&
          kith_phase_get_compared (record->schools[member].phase) == phase)
        schools[n++] = member;
    }
  return kith_results_measure_group (record->results, schools, n, year);
}

/* Why its results are not compared; NULL where they are. */
static const char *
compare_results (const KithRecord *record, guint school, Comparison *found)
{
  KithPhase phase = record->schools[school].phase;
  const KithResultGroup *all = kith_results_get_phase (record->results, phase);

  *found = (Comparison){ .measure = kith_results_get_measure (record->results, phase) };
  if (found->measure == NULL)
    return _ ("Results: schools of its phase have no common measure.");
  if (all->year == 0)
    return _ ("Results: none of a school of its phase have been read.");
  found->is_percentage = kith_measure_is_percentage (found->measure);
  found->own = kith_results_find (record->results, school, all->year);
  if (found->own == NULL || found->own->state != KITH_RESULT_SHOWN)
    return _ ("Results: none of the latest year that may be shown, so they are not compared.");
  found->change = kith_results_measure_change (record->results, school, all->year,
                                               &found->first_year, &found->n_years);
  if (isnan (found->change))
    return _ ("Results: fewer than three years that have one scale, so they are not compared.");
  found->family = find_family (record, school);
  found->group = found->family == KITH_INDEX_NONE
                     ? *all
                     : measure_family (record, school, found->family, all->year);
  if (found->group.n_values < record->settings->vulnerable_values ||
      found->group.n_changes < record->settings->vulnerable_values)
    return _ ("Results: too few schools have figures to compare them with.");
  return NULL;
}

static gboolean
is_low_and_slipping (const KithRecord *record, const Comparison *found)
{
  const KithResultGroup *group = &found->group;
  double limit = group->mean - record->settings->vulnerable_sd * group->deviation;

  return found->own->value <= limit + EQUAL && found->own->value < group->mean - EQUAL &&
         found->change < group->mean_change - EQUAL;
}

static void
format_year (int year, char text[static KITH_NUMBER_SIZE])
{
  g_snprintf (text, KITH_NUMBER_SIZE, "%d/%02d", year, (year + 1) % 100);
}

static void
format_value (double value, gboolean is_percentage, char text[static KITH_NUMBER_SIZE])
{
  g_snprintf (text, KITH_NUMBER_SIZE, is_percentage ? "%.0f%%" : "%.1f", value);
}

/* "up 4 points", "down 4 points", "level" */
static char *
dup_trend (double change, int digits)
{
  char size[KITH_NUMBER_SIZE];

  if (fabs (change) < 0.5 * pow (10, -digits))
    return g_strdup (_ ("level"));
  g_snprintf (size, sizeof size, "%.*f", digits, fabs (change));
  if (strcmp (size, "1") == 0)
    return g_strdup (change > 0 ? _ ("up 1 point") : _ ("down 1 point"));
  return g_strdup_printf (change > 0 ? _ ("up %s points") : _ ("down %s points"), size);
}

/* As many digits as tell the two apart: that they differ is the finding. */
static void
say_trends (const Comparison *found, KithWording *wording)
{
  g_autofree char *own = NULL;
  g_autofree char *mean = NULL;

  for (int digits = found->is_percentage ? 0 : 1; digits <= 4; digits++)
    {
      g_free (own);
      g_free (mean);
      own = dup_trend (found->change, digits);
      mean = dup_trend (found->group.mean_change, digits);
      if (strcmp (own, mean) != 0)
        break;
    }
  kith_wording_add (wording, _ ("Its trend over three years is %s, the mean’s %s."), own, mean);
}

static const char *
get_group_name (const KithRecord *record, guint school, const Comparison *found)
{
  if (found->family != KITH_INDEX_NONE)
    return kith_record_get_arrangement_name (record, found->family);
  return kith_phase_get_compared (record->schools[school].phase) == KITH_PHASE_PRIMARY
             ? _ ("primary schools in this register")
             : _ ("secondary schools in this register");
}

static void
say_results (const KithRecord *record, guint school, const Comparison *found, KithWording *wording)
{
  char year[KITH_NUMBER_SIZE], own[KITH_NUMBER_SIZE], mean[KITH_NUMBER_SIZE];
  const char *name = kith_record_get_name (record, school);
  const char *group = get_group_name (record, school, found);

  format_year (found->own->year, year);
  format_value (found->own->value, found->is_percentage, own);
  format_value (found->group.mean, found->is_percentage, mean);
  if (found->is_percentage)
    kith_wording_add (
        wording, _ ("In %s, %s of pupils at %s met the expected standard; the mean of %s is %s."),
        year, own, name, group, mean);
  else
    kith_wording_add (wording,
                      _ ("In %s the Attainment 8 score of %s was %s; the mean of %s is %s."), year,
                      name, own, group, mean);
  say_trends (found, wording);
}

/* The year whose results should count at the date; before the ones without data, the last. */
static int
find_expected_year (KithDate as_at)
{
  int year, month;

  kith_date_get_parts (as_at, &year, &month, NULL);
  year -= month >= 9 ? 1 : 2;
  return year == 2019 || year == 2020 ? 2018 : year;
}

/* How far below, from how many figures, and what chance alone may do. */
static void
explain_results (const KithRecord *record, const Comparison *found, KithWording *wording)
{
  const KithResultGroup *group = &found->group;
  char number[KITH_NUMBER_SIZE], from[KITH_NUMBER_SIZE], to[KITH_NUMBER_SIZE];
  double low, high;

  kith_wording_add (wording,
                    _ ("%.1f standard deviations below the mean of %u of %u schools (one is %.1f "
                       "points; the rule is %g)."),
                    (group->mean - found->own->value) / group->deviation, group->n_values,
                    group->n_schools, group->deviation, record->settings->vulnerable_sd);
  format_year (found->first_year, from);
  format_year (found->own->year, to);
  kith_wording_add (wording, _ ("Trend from %s years, %s to %s."),
                    kith_number_format (found->n_years, FALSE, number), from, to);
  if (kith_result_find_interval (found->own, found->measure, &low, &high))
    kith_wording_add (wording, _ ("%" G_GINT64_FORMAT " pupils: 95%% interval %.0f%% to %.0f%%."),
                      found->own->cohort, low, high);
  else if (found->own->cohort == KITH_INT_NONE)
    kith_wording_add (wording, _ ("How many pupils it is about is not recorded."));
  if (found->is_percentage)
    kith_wording_add (wording, _ ("The standard is in reading, writing and maths together."));
  if (found->own->year < find_expected_year (record->as_at))
    kith_wording_add (wording, _ ("No later results have been read."));
}

/* “Inadequate” (special measures): the overall grade, then the category. */
static char *
dup_grades (const KithOfstedOutcome *outcome)
{
  const char *category = NULL;
  g_autofree char *lower = NULL;

  for (guint r = 0; r < outcome->n_rows; r++)
    if (g_strcmp0 (outcome->rows[r]->area, "Category of concern") == 0)
      category = outcome->rows[r]->grade;
  if (category == NULL)
    return outcome->rating != NULL ? g_strdup_printf (_ ("“%s”"), outcome->rating)
                                   : g_strdup (_ ("by area, without an overall grade"));
  if (outcome->rating == NULL)
    return g_strdup_printf (_ ("“%s”"), category);
  lower = g_utf8_strdown (category, -1);
  return g_strdup_printf (_ ("“%s” (%s)"), outcome->rating, lower);
}

static char *
dup_urgent_areas (const KithOfstedOutcome *outcome)
{
  g_autoptr (GPtrArray) areas = g_ptr_array_new ();

  for (guint r = 0; r < outcome->n_rows; r++)
    if (kith_ofsted_is_urgent (outcome->rows[r]))
      g_ptr_array_add (areas, (gpointer)(outcome->rows[r]->area != NULL ? outcome->rows[r]->area
                                                                        : _ ("an area")));
  g_ptr_array_add (areas, NULL);
  return kith_text_dup_list ((const char *const *)areas->pdata);
}

static void
say_inspection (const KithRecord *record,
                guint school,
                const KithOfstedOutcome *outcome,
                KithWording *wording)
{
  const char *name = kith_record_get_name (record, school);

  if (outcome->scheme == KITH_OFSTED_REPORT_CARD)
    {
      g_autofree char *areas = dup_urgent_areas (outcome);

      kith_wording_add (wording, _ ("Ofsted’s report card for %s has “urgent improvement” for %s."),
                        name, areas);
    }
  else
    {
      g_autofree char *grades = dup_grades (outcome);

      kith_wording_add (wording, _ ("Ofsted’s latest outcome on record for %s is %s."), name,
                        grades);
    }
}

/* The file that told it, or none where the schools file did. */
static const KithSource *
find_source (const KithRecord *record, const KithOfstedOutcome *outcome)
{
  return outcome->n_rows == 0
             ? NULL
             : kith_ledger_find (record->ledger, KITH_TABLE_SOURCE, outcome->rows[0]->source_id);
}

static void
explain_inspection (const KithRecord *record,
                    const KithOfstedOutcome *outcome,
                    KithWording *wording)
{
  const KithSource *source = find_source (record, outcome);
  char day[KITH_DATE_TEXT_SIZE + 8], told[KITH_DATE_TEXT_SIZE + 8];

  kith_date_format (outcome->date, KITH_DATE_LONG, day);
  if (outcome->date == KITH_DATE_UNKNOWN)
    kith_wording_add (wording, _ ("The day of the inspection is not recorded."));
  else if (outcome->scheme == KITH_OFSTED_REPORT_CARD)
    kith_wording_add (wording, _ ("Its latest grade is of %s."), day);
  else
    kith_wording_add (wording, _ ("Inspected on %s."), day);
  if (outcome->scheme == KITH_OFSTED_GIAS)
    kith_wording_add (wording, _ ("This is the schools file’s rating: no Ofsted file tells of the "
                                  "school."));
  else if (source != NULL && source->dated != KITH_DATE_UNKNOWN)
    kith_wording_add (wording, _ ("From Ofsted’s list of %s; a later inspection is not in it."),
                      kith_date_format (source->dated, KITH_DATE_LONG, told));
}

/* One line on the inspection beside what the results say. */
static void
mention_inspection (const KithOfstedOutcome *outcome, KithWording *wording)
{
  char day[KITH_DATE_TEXT_SIZE + 8];
  g_autofree char *grades = NULL;

  kith_date_format (outcome->date, KITH_DATE_LONG, day);
  if (outcome->scheme == KITH_OFSTED_UNKNOWN)
    kith_wording_add (wording, _ ("No inspection outcome is on record."));
  else if (outcome->scheme == KITH_OFSTED_REPORT_CARD)
    kith_wording_add (wording, _ ("Its report card of %s has no area graded “urgent improvement”."),
                      day);
  else
    {
      grades = dup_grades (outcome);
      if (outcome->date == KITH_DATE_UNKNOWN)
        kith_wording_add (wording, _ ("Ofsted’s latest outcome on record: %s."), grades);
      else
        kith_wording_add (wording, _ ("Ofsted’s latest outcome on record: %s, %s."), grades, day);
    }
}

static const char *
keep_inspection_basis (const KithOfstedOutcome *outcome, KithWording *wording)
{
  char day[KITH_DATE_TEXT_SIZE + 8];

  kith_wording_join (wording, "red;%s;%s", kith_date_format (outcome->date, KITH_DATE_ISO, day),
                     outcome->rating != NULL ? outcome->rating : "");
  for (guint r = 0; r < outcome->n_rows; r++)
    kith_wording_join (wording, ";%s=%s",
                       outcome->rows[r]->area != NULL ? outcome->rows[r]->area : "",
                       outcome->rows[r]->grade);
  return kith_wording_keep (wording);
}

/* What rests on the school's own figures: another's next year changes the mean, not this. */
static const char *
keep_results_basis (const KithRecord *record, const Comparison *found, KithWording *wording)
{
  kith_wording_join (wording, "amber;%s;%d;%.6g;%.6g", found->measure, found->own->year,
                     found->own->value, found->change);
  if (found->family != KITH_INDEX_NONE && record->arrangements[found->family].record != NULL)
    kith_wording_join (wording, ";%" G_GINT64_FORMAT,
                       record->arrangements[found->family].record->id);
  return kith_wording_keep (wording);
}

static void
fill_red (const KithRecord *record,
          guint school,
          const KithOfstedOutcome *outcome,
          const Comparison *low,
          KithWording *wording,
          KithFinding *finding)
{
  finding->severity = KITH_SEVERITY_RED;
  say_inspection (record, school, outcome, wording);
  finding->sentence = kith_wording_keep (wording);
  explain_inspection (record, outcome, wording);
  if (low != NULL)
    say_results (record, school, low, wording);
  finding->evidence = kith_wording_keep (wording);
  finding->clears =
      _ ("A later inspection whose outcome is not of concern, read from a newer file.");
  finding->basis = keep_inspection_basis (outcome, wording);
}

static void
fill_amber (const KithRecord *record,
            guint school,
            const KithOfstedOutcome *outcome,
            const Comparison *low,
            KithWording *wording,
            KithFinding *finding)
{
  finding->severity = KITH_SEVERITY_AMBER;
  if (low->family != KITH_INDEX_NONE && record->arrangements[low->family].record != NULL)
    finding->arrangement_id = record->arrangements[low->family].record->id;
  say_results (record, school, low, wording);
  finding->sentence = kith_wording_keep (wording);
  explain_results (record, low, wording);
  mention_inspection (outcome, wording);
  finding->evidence = kith_wording_keep (wording);
  finding->clears = _ ("A later year’s results that are nearer the mean, or that rise as it does.");
  finding->basis = keep_results_basis (record, low, wording);
}

/**
 * kith_find_vulnerable:
 *
 * METHODS, finding 14. Compared with the school's Family in the latest year that any school of its
 * phase has, with its phase in scope where it is in none; silent about results where five figures
 * or five improvements are not there to compare with.
 */
gboolean
kith_find_vulnerable (const KithRecord *record,
                      guint school,
                      KithWording *wording,
                      KithFinding *finding)
{
  KithOfstedOutcome outcome;
  Comparison found;
  gboolean is_low =
      compare_results (record, school, &found) == NULL && is_low_and_slipping (record, &found);

  kith_ofsted_find (record->ofsted, school, &outcome);
  if (!outcome.is_of_concern && !is_low)
    return FALSE;
  finding->chip = _ ("Vulnerable");
  if (outcome.is_of_concern)
    fill_red (record, school, &outcome, is_low ? &found : NULL, wording, finding);
  else
    fill_amber (record, school, &outcome, &found, wording, finding);
  return TRUE;
}

/**
 * kith_vulnerable_get_silence:
 *
 * Returns: (transfer none) (nullable): why finding 14 says nothing about a school's results, in a
 *   sentence; %NULL where it compares them
 */
const char *
kith_vulnerable_get_silence (const KithRecord *record, guint school)
{
  Comparison found;

  return compare_results (record, school, &found);
}
