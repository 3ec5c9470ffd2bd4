/* kith-family-display.c: the schools of a Family by attainment and improvement
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-family-display.h"

#include <glib/gi18n.h>
#include <math.h>
#include <stdlib.h>

#define MOST_MENTORS 3

static int
compare_names (const void *a, const void *b, gpointer data)
{
  const KithNetworkSchool *schools = data;
  guint one = *(const guint *)a, other = *(const guint *)b;
  int order = g_strcmp0 (schools[one].record->name, schools[other].record->name);

  return order != 0 ? order : (one > other) - (one < other);
}

/* Members in scope, each once, by name; a member of another phase has other results. */
static GArray *
list_members (KithNetwork *network, const KithNetworkArrangement *in, KithPhase *phase)
{
  const KithNetworkSchool *schools = kith_network_get_schools (network, &(guint){ 0 });
  GArray *members = g_array_new (FALSE, FALSE, sizeof (guint));
  guint n_phase[KITH_N_PHASES] = { 0 };

  *phase = KITH_PHASE_OTHER;
  for (guint m = 0; m < in->n_members; m++)
    if (in->members[m].school != KITH_INDEX_NONE)
      n_phase[kith_phase_get_compared (schools[in->members[m].school].phase)]++;
  for (guint p = 0; p < KITH_N_PHASES; p++)
    if (n_phase[p] > 0 && (n_phase[*phase] == 0 || n_phase[p] > n_phase[*phase]))
      *phase = (KithPhase)p;
  for (guint m = 0; m < in->n_members; m++)
    {
      guint school = in->members[m].school;

      if (school != KITH_INDEX_NONE && kith_phase_get_compared (schools[school].phase) == *phase &&
          (members->len == 0 || g_array_index (members, guint, members->len - 1) != school))
        g_array_append_val (members, school);
    }
  g_array_sort_with_data (members, compare_names, (gpointer)schools);
  return members;
}

/* The newest year in which any school of the phase has a figure. */
static int
find_year (const KithFamilyDisplay *self)
{
  guint n, n_results;
  const KithNetworkSchool *schools =
      kith_network_get_schools (kith_roll_get_network (self->roll), &n);
  int year = 0;

  for (guint i = 0; i < n; i++)
    {
      const KithResult *results;

      if (kith_phase_get_compared (schools[i].phase) != self->phase)
        continue;
      results = kith_results_get (self->results, i, &n_results);
      for (guint r = 0; r < n_results; r++)
        if (results[r].state == KITH_RESULT_SHOWN)
          year = MAX (year, results[r].year);
    }
  return year;
}

/**
 * kith_display_explain:
 * @result: (nullable): of a member in the year that is shown
 *
 * Returns: (transfer none) (nullable): why its figure is not shown; %NULL where it is
 */
const char *
kith_display_explain (const KithResult *result)
{
  if (result == NULL)
    return _ ("no file tells of that year");
  switch (result->state)
    {
    case KITH_RESULT_MISSING:
      return g_strcmp0 (result->reason, "SUPP") == 0
                 ? _ ("suppressed in the published file")
                 : _ ("the published file gives a reason instead of a figure");
    case KITH_RESULT_SUPPRESSED:
      return _ ("too few pupils; the means leave it out");
    case KITH_RESULT_WITHHELD:
      return _ ("withheld, as it would tell a suppressed one");
    case KITH_RESULT_SHOWN:
      break;
    }
  return NULL;
}

/* NULL where it has a point; else why it has none. */
static const char *
explain_missing (const KithFamilyDisplay *self, const KithResult *result, double change)
{
  const char *why = kith_display_explain (result);

  if (why != NULL)
    return why;
  if (self->kind == KITH_DISPLAY_FUNNEL)
    return result->cohort == KITH_INT_NONE || result->cohort == 0
               ? _ ("no file tells how many pupils its figure is about")
               : NULL;
  return isnan (change) ? _ ("fewer than three years to measure improvement by") : NULL;
}

static gboolean
is_vulnerable (KithRoll *roll, gint64 urn)
{
  const KithRollRow *row = kith_roll_find (roll, urn);

  for (guint f = 0; row != NULL && f < row->n_findings; f++)
    if (row->findings[f].code == KITH_FINDING_VULNERABLE)
      return TRUE;
  return FALSE;
}

/* Where it stood before, as far as years can be compared. */
static void
add_path (KithFamilyDisplay *self, KithDisplayPoint *point)
{
  guint n;
  const KithResult *results = kith_results_get (self->results, point->school, &n);

  point->first_step = self->path->len;
  for (guint r = 0; r < n; r++)
    {
      KithDisplayPlace place = { results[r].year, results[r].value, NAN, results[r].cohort };

      if (results[r].state != KITH_RESULT_SHOWN || place.year >= self->year ||
          !kith_measure_are_comparable (self->measure, place.year, self->year))
        continue;
      place.change =
          kith_results_measure_change (self->results, point->school, place.year, NULL, NULL);
      if (!isnan (place.change))
        g_array_append_val (self->path, place);
    }
  point->n_steps = self->path->len - point->first_step;
}

static void
add_member (KithFamilyDisplay *self, guint school, guint number)
{
  const KithNetworkSchool *schools =
      kith_network_get_schools (kith_roll_get_network (self->roll), &(guint){ 0 });
  const KithResult *result = kith_results_find (self->results, school, self->year);
  KithDisplayPoint point = { .school = school, .number = number, .goal = NAN };
  int first_year;
  KithDisplayMissing missing = { school, number };

  point.change =
      kith_results_measure_change (self->results, school, self->year, &first_year, &point.n_years);
  missing.why = explain_missing (self, result, point.change);
  if (missing.why != NULL)
    {
      g_array_append_val (self->missing, missing);
      return;
    }
  if (!isnan (point.change) && (self->first_year == 0 || first_year < self->first_year))
    self->first_year = first_year;
  point.attainment = result->value;
  point.cohort = result->cohort;
  point.has_interval = kith_result_find_interval (result, self->measure, &point.low, &point.high);
  point.is_vulnerable = is_vulnerable (self->roll, schools[school].record->urn);
  add_path (self, &point);
  g_array_append_val (self->points, point);
}

static void
add_pool (KithFamilyDisplay *self)
{
  guint n;
  g_autofree gboolean *is_member = NULL;
  const KithNetworkSchool *schools =
      kith_network_get_schools (kith_roll_get_network (self->roll), &n);

  is_member = g_new0 (gboolean, n + 1);
  for (guint m = 0; m < self->members->len; m++)
    is_member[g_array_index (self->members, guint, m)] = TRUE;
  for (guint i = 0; i < n; i++)
    {
      const KithResult *result;
      KithDisplayPlace place = { .year = self->year };

      if (is_member[i] || kith_phase_get_compared (schools[i].phase) != self->phase)
        continue;
      result = kith_results_find (self->results, i, self->year);
      place.change = kith_results_measure_change (self->results, i, self->year, NULL, NULL);
      if (result == NULL || explain_missing (self, result, place.change) != NULL)
        continue;
      place.attainment = result->value;
      place.cohort = result->cohort;
      g_array_append_val (self->pool, place);
    }
}

/* Few pupils, or an improvement that rests on fewer years than that of others in the Family. */
static void
find_thin (KithFamilyDisplay *self)
{
  const KithSettings *settings = kith_network_get_settings (kith_roll_get_network (self->roll));
  guint most_years = 0;

  for (guint p = 0; p < self->points->len; p++)
    most_years = MAX (most_years, g_array_index (self->points, KithDisplayPoint, p).n_years);
  for (guint p = 0; p < self->points->len; p++)
    {
      KithDisplayPoint *point = &g_array_index (self->points, KithDisplayPoint, p);

      point->is_thin = (point->cohort != KITH_INT_NONE && point->cohort < settings->thin_cohort) ||
                       (self->kind == KITH_DISPLAY_IMPROVEMENT && point->n_years < most_years);
      point->has_limits =
          point->cohort != KITH_INT_NONE &&
          kith_family_display_find_limits (self, (double)point->cohort, KITH_LIMIT_95,
                                           &point->limit_low, &point->limit_high);
    }
}

static int
compare_mentors (const void *a, const void *b, gpointer data)
{
  const KithFamilyDisplay *self = data;
  const KithDisplayPoint *one = &g_array_index (self->points, KithDisplayPoint, *(const guint *)a);
  const KithDisplayPoint *other =
      &g_array_index (self->points, KithDisplayPoint, *(const guint *)b);

  if (one->change != other->change)
    return one->change > other->change ? -1 : 1;
  return (one->number > other->number) - (one->number < other->number);
}

static void
find_mentors (KithFamilyDisplay *self)
{
  for (guint p = 0; p < self->points->len; p++)
    {
      const KithDisplayPoint *point = &g_array_index (self->points, KithDisplayPoint, p);

      if (!(point->attainment > self->mean) || !(point->change > self->mean_change))
        continue;
      self->n_above++;
      /* an inspection of concern is nothing to learn from */
      if (!point->is_vulnerable)
        g_array_append_val (self->mentors, p);
    }
  g_array_sort_with_data (self->mentors, compare_mentors, self);
  g_array_set_size (self->mentors, MIN (self->mentors->len, MOST_MENTORS));
}

static KithFamilyDisplay *
begin (KithRoll *roll, guint arrangement, KithDisplayKind kind)
{
  const KithNetworkArrangement *of =
      &kith_network_get_arrangements (kith_roll_get_network (roll), &(guint){ 0 })[arrangement];
  KithFamilyDisplay *self = g_new0 (KithFamilyDisplay, 1);

  self->roll = kith_roll_ref (roll);
  self->arrangement = arrangement;
  self->name = of->name;
  self->kind = kind;
  self->points = g_array_new (FALSE, FALSE, sizeof (KithDisplayPoint));
  self->missing = g_array_new (FALSE, FALSE, sizeof (KithDisplayMissing));
  self->path = g_array_new (FALSE, FALSE, sizeof (KithDisplayPlace));
  self->pool = g_array_new (FALSE, FALSE, sizeof (KithDisplayPlace));
  self->mentors = g_array_new (FALSE, FALSE, sizeof (guint));
  self->members = list_members (kith_roll_get_network (roll), of, &self->phase);
  return self;
}

/* Measure and year. */
static gboolean
choose (KithFamilyDisplay *self, const KithResultChoice *choice, GError **error)
{
  KithResultChoice whole = choice != NULL ? *choice : (KithResultChoice){ 0 };

  if (choice != NULL && whole.subject == NULL)
    whole.subject = kith_measure_get_subject (whole.measure);
  self->results =
      kith_results_new (kith_roll_get_network (self->roll), choice != NULL ? &whole : NULL);
  self->measure = kith_results_get_measure (self->results, self->phase);
  whole.measure = self->measure;
  self->choice = whole;
  self->year = self->measure == NULL ? 0 : find_year (self);
  if (self->year == 0)
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND,
                 choice == NULL ? _ ("No results of the schools in “%s” are in the register. "
                                     "Import the tables of their key stage.")
                                : _ ("No such results of the schools in “%s” are in the register. "
                                     "Choose another measure or other pupils."),
                 self->name);
  else if (self->kind == KITH_DISPLAY_FUNNEL && !kith_measure_is_percentage (self->measure))
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED,
                   _ ("A funnel is drawn of percentages of pupils, and “%s” is none. Choose "
                      "another measure."),
                   kith_measure_get_words (self->measure));
      return FALSE;
    }
  return self->year != 0;
}

static void
fill (KithFamilyDisplay *self)
{
  KithResultGroup group;

  for (guint m = 0; m < self->members->len; m++)
    add_member (self, g_array_index (self->members, guint, m), m + 1);
  add_pool (self);
  group = kith_results_measure_group (self->results, (const guint *)self->members->data,
                                      self->members->len, self->year);
  self->mean = group.mean;
  self->mean_change = group.mean_change;
  find_thin (self);
  find_mentors (self);
  kith_family_display_find_goals (self);
}

/**
 * kith_family_display_new:
 * @roll: of a network whose ledger holds the measure
 * @arrangement_id: of a Family, or of any arrangement of schools
 * @choice: (nullable): what to look at; %NULL for the attainment measure of its phase. A measure
 *   of one subject need not name it
 * @kind: what is shown upwards
 * @error: return location for a %G_IO_ERROR
 *
 * Returns: (transfer full): who stands where, or %NULL
 */
KithFamilyDisplay *
kith_family_display_new (KithRoll *roll,
                         gint64 arrangement_id,
                         const KithResultChoice *choice,
                         KithDisplayKind kind,
                         GError **error)
{
  KithNetwork *network = kith_roll_get_network (roll);
  guint arrangement = kith_network_find_arrangement (network, arrangement_id);
  g_autoptr (KithFamilyDisplay) self = NULL;

  if (arrangement == KITH_INDEX_NONE)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND,
                           _ ("This Family is not active on that day."));
      return NULL;
    }
  self = begin (roll, arrangement, kind);
  if (!choose (self, choice, error))
    return NULL;
  fill (self);
  return g_steal_pointer (&self);
}

/**
 * kith_family_display_free:
 * @self: (transfer full) (nullable): a display
 */
void
kith_family_display_free (KithFamilyDisplay *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->members, g_array_unref);
  g_array_unref (self->points);
  g_array_unref (self->missing);
  g_array_unref (self->path);
  g_array_unref (self->pool);
  g_array_unref (self->mentors);
  kith_results_free (self->results);
  kith_roll_unref (self->roll);
  g_free (self);
}
