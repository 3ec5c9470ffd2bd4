/* kith-results.c: attainment and improvement of schools and groups of them
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-results.h"

#include <string.h>

/* Improvement is over so many years, from so many figures. */
#define CHANGE_YEARS 3
#define MOST_FIGURES 4
#define LEAST_FIGURES 3

/* Results of school i are results[first[i]] to results[first[i + 1] − 1], by year. */
struct _KithResults
{
  KithNetwork *network;
  const KithNetworkSchool *schools;
  guint n_schools;
  gboolean has_choice;
  KithResultChoice choice; /* texts are ours */
  int last_year;           /* that counts at the date */
  guint *first;
  KithResult *results;
  KithResultGroup phases[KITH_N_PHASES];
};

/* A row that was chosen, and what else is known of the pupils that it is about. */
typedef struct
{
  guint school;
  const KithValue *row;
} Chosen;

static const char *const complements[][2] = {
  { "boys", "girls" },
  { "girls", "boys" },
  { "disadvantaged", "not-disadvantaged" },
  { "not-disadvantaged", "disadvantaged" },
};

/**
 * kith_measure_get_default:
 *
 * Returns: (nullable): the attainment measure of @phase: the percentage that meets the expected
 *   standard in reading, writing and maths for primary, Attainment 8 for secondary and all-through
 *   schools; %NULL for others, which have none
 */
const char *
kith_measure_get_default (KithPhase phase)
{
  switch (kith_phase_get_compared (phase))
    {
    case KITH_PHASE_PRIMARY:
      return KITH_HEADLINE_PRIMARY;
    case KITH_PHASE_SECONDARY:
      return KITH_HEADLINE_SECONDARY;
    default:
      return NULL;
    }
}

/**
 * kith_measure_is_percentage:
 *
 * Returns: whether @measure is a percentage of pupils, from 0 to 100
 */
gboolean
kith_measure_is_percentage (const char *measure)
{
  return g_str_has_prefix (measure, "PT") || g_str_has_prefix (measure, "PNUM") ||
         g_str_has_prefix (measure, "PSEN");
}

/* The stretch of years with one scale that @year is in; 0 for a year that holds no data. */
static int
get_stretch (const char *measure, int year)
{
  gboolean is_key_stage_4 =
      g_str_has_prefix (measure, "ATT8") || g_str_has_prefix (measure, "P8MEA") ||
      g_str_has_prefix (measure, "PTL2BASICS") || g_str_has_prefix (measure, "EBACC") ||
      g_str_has_prefix (measure, "PTEBACC");

  if (year == 2019 || year == 2020)
    return 0;
  if (year > 2020)
    return 3;
  return year >= (is_key_stage_4 ? 2016 : 2015) ? 2 : 1;
}

/**
 * kith_measure_are_comparable:
 * @year: in which an academic year begins
 * @other_year: the same of another
 *
 * 2019/20 and 2020/21 hold no data; 2015/16 began a new scale of key stage 2, 2016/17 one of
 * key stage 4.
 *
 * Returns: whether no break lies between the two, so that a line may join them
 */
gboolean
kith_measure_are_comparable (const char *measure, int year, int other_year)
{
  int stretch = get_stretch (measure, year);

  return stretch != 0 && stretch == get_stretch (measure, other_year);
}

/**
 * kith_result_find_interval:
 * @measure: what it is a figure of
 * @low: (out): at least 0
 * @high: (out): at most 100
 *
 * p ± 1.96 √(p (1 − p) / m) of the m pupils that it is about, in per cent.
 *
 * Returns: %FALSE where it is no percentage, not shown, or of an unknown number of pupils
 */
gboolean
kith_result_find_interval (const KithResult *result, const char *measure, double *low, double *high)
{
  double p, half;

  if (result->state != KITH_RESULT_SHOWN || !kith_measure_is_percentage (measure) ||
      result->cohort == KITH_INT_NONE || result->cohort <= 0 || result->value < 0 ||
      result->value > 100)
    return FALSE;
  p = result->value / 100;
  half = 1.96 * sqrt (p * (1 - p) / (double)result->cohort);
  *low = MAX (0, 100 * (p - half));
  *high = MIN (100, 100 * (p + half));
  return TRUE;
}

/* An academic year's results count from the 1 September after it. */
static int
find_last_year (KithDate as_at)
{
  int year, month;

  kith_date_get_parts (as_at, &year, &month, NULL);
  return month >= 9 ? year - 1 : year - 2;
}

static gboolean
counts (const KithResults *self, const KithValue *row)
{
  return row->year >= 1900 && row->year <= self->last_year && row->year != 2019 &&
         row->year != 2020;
}

static gboolean
is_chosen (const KithResults *self, const KithValue *row, const char *subgroup, guint *school)
{
  *school = KITH_INDEX_NONE;
  if (row->name == NULL || g_strcmp0 (row->subgroup, subgroup) != 0 ||
      g_strcmp0 (row->subject, self->choice.subject) != 0 ||
      (self->has_choice && strcmp (row->name, self->choice.measure) != 0) || !counts (self, row))
    return FALSE;
  *school = kith_network_find_school (self->network, row->urn);
  return *school != KITH_INDEX_NONE &&
         g_strcmp0 (kith_results_get_measure (self, self->schools[*school].phase), row->name) == 0;
}

static gint64
get_limit (const KithResults *self)
{
  return kith_network_get_settings (self->network)->suppressed_cohort;
}

static gboolean
is_small (const KithResults *self, gint64 cohort)
{
  return cohort != KITH_INT_NONE && cohort < get_limit (self);
}

static KithResult
make_result (const KithResults *self, const KithValue *row)
{
  KithResult made = { (int)row->year, KITH_RESULT_SHOWN, NAN, NULL, KITH_INT_NONE };

  if (isnan (row->value))
    {
      made.state = KITH_RESULT_MISSING;
      made.reason = row->reason;
    }
  else if (is_small (self, row->cohort))
    made.state = KITH_RESULT_SUPPRESSED;
  else
    {
      made.value = row->value;
      made.cohort = row->cohort;
    }
  return made;
}

static GArray *
list_chosen (const KithResults *self, const char *subgroup)
{
  GArray *chosen = g_array_new (FALSE, FALSE, sizeof (Chosen));
  KithLedger *ledger = kith_network_get_ledger (self->network);
  KithBlock *block = self->has_choice ? kith_ledger_get_block (ledger, KITH_TABLE_MEASURE)
                                      : kith_ledger_get_headlines (ledger);
  const KithValue *rows;
  gsize n = 0;

  rows = block == NULL ? NULL : kith_block_get_rows (block, &n);
  for (gsize r = 0; r < n; r++)
    {
      Chosen found = { KITH_INDEX_NONE, &rows[r] };

      if (is_chosen (self, found.row, subgroup, &found.school))
        g_array_append_val (chosen, found);
    }
  return chosen;
}

/* A school's results in the order of their years; of two of one year the later row stands. */
static guint
order_results (KithResult *results, guint n)
{
  guint n_left = 0;

  for (guint r = 1; r < n; r++)
    {
      KithResult moved = results[r];
      guint at = r;

      for (; at > 0 && results[at - 1].year > moved.year; at--)
        results[at] = results[at - 1];
      results[at] = moved;
    }
  for (guint r = 0; r < n; r++)
    if (r + 1 == n || results[r + 1].year != results[r].year)
      results[n_left++] = results[r];
  return n_left;
}

static void
take_results (KithResults *self)
{
  g_autoptr (GArray) chosen = list_chosen (self, self->choice.subgroup);
  g_autofree guint *fill = NULL;
  guint n = 0;

  self->first = g_new0 (guint, self->n_schools + 1);
  self->results = g_new (KithResult, chosen->len + 1);
  for (guint c = 0; c < chosen->len; c++)
    self->first[g_array_index (chosen, Chosen, c).school + 1]++;
  for (guint i = 0; i < self->n_schools; i++)
    self->first[i + 1] += self->first[i];
  fill = g_memdup2 (self->first, (self->n_schools + 1) * sizeof *fill);
  for (guint c = 0; c < chosen->len; c++)
    {
      const Chosen *at = &g_array_index (chosen, Chosen, c);

      self->results[fill[at->school]++] = make_result (self, at->row);
    }
  for (guint i = 0; i < self->n_schools; i++)
    {
      guint from = self->first[i];
      guint n_left = order_results (&self->results[from], self->first[i + 1] - from);

      /* what was left out leaves its place to the next school's */
      memmove (&self->results[n], &self->results[from], n_left * sizeof *self->results);
      self->first[i] = n;
      n += n_left;
    }
  self->first[self->n_schools] = n;
}

static KithResult *
find_result (const KithResults *self, guint school, int year)
{
  for (guint r = self->first[school]; r < self->first[school + 1]; r++)
    if (self->results[r].year == year)
      return &self->results[r];
  return NULL;
}

static void
withhold_result (KithResult *own)
{
  own->state = KITH_RESULT_WITHHELD;
  own->value = NAN;
  own->cohort = KITH_INT_NONE;
}

/* With the whole and one half known, the other half is: so where that is suppressed, this
   one is withheld. */
static void
withhold_from_halves (KithResults *self)
{
  for (guint c = 0; c < G_N_ELEMENTS (complements); c++)
    {
      g_autoptr (GArray) others = NULL;

      if (strcmp (complements[c][0], self->choice.subgroup) != 0)
        continue;
      others = list_chosen (self, complements[c][1]);
      for (guint o = 0; o < others->len; o++)
        {
          const Chosen *other = &g_array_index (others, Chosen, o);
          KithResult *own = find_result (self, other->school, (int)other->row->year);

          if (own != NULL && own->state == KITH_RESULT_SHOWN &&
              is_small (self, other->row->cohort) && other->row->cohort != 0)
            withhold_result (own);
        }
    }
}

/* The same where nobody counts the others: a part that leaves few pupils out tells of these. */
static void
withhold_from_wholes (KithResults *self)
{
  g_autoptr (GArray) wholes = list_chosen (self, NULL);

  for (guint w = 0; w < wholes->len; w++)
    {
      const Chosen *whole = &g_array_index (wholes, Chosen, w);
      KithResult *own = find_result (self, whole->school, (int)whole->row->year);

      if (own != NULL && own->state == KITH_RESULT_SHOWN && own->cohort != KITH_INT_NONE &&
          !isnan (whole->row->value) && whole->row->cohort != KITH_INT_NONE &&
          whole->row->cohort > own->cohort && is_small (self, whole->row->cohort - own->cohort))
        withhold_result (own);
    }
}

/* The latest year in which any school of the phase has a figure that is shown. */
static int
find_year (const KithResults *self, KithPhase phase)
{
  int year = 0;

  for (guint i = 0; i < self->n_schools; i++)
    if (kith_phase_get_compared (self->schools[i].phase) == phase)
      for (guint r = self->first[i]; r < self->first[i + 1]; r++)
        if (self->results[r].state == KITH_RESULT_SHOWN)
          year = MAX (year, self->results[r].year);
  return year;
}

static void
measure_phases (KithResults *self)
{
  g_autofree guint *schools = g_new (guint, self->n_schools + 1);

  for (guint phase = 0; phase < KITH_N_PHASES; phase++)
    {
      guint n = 0;

      for (guint i = 0; i < self->n_schools; i++)
        if (kith_phase_get_compared (self->schools[i].phase) == phase)
          schools[n++] = i;
      self->phases[phase] =
          kith_results_measure_group (self, schools, n, find_year (self, (KithPhase)phase));
    }
}

/**
 * kith_results_new:
 * @network: the whole system as at one date
 * @choice: (nullable): what to look at, for which the ledger must have its table measure read;
 *   %NULL for each phase's own attainment measure, for which it need not
 *
 * Cost: O(measures read); for England's headlines 15 ms.
 *
 * Returns: (transfer full): the figures
 */
KithResults *
kith_results_new (KithNetwork *network, const KithResultChoice *choice)
{
  KithResults *self;

  g_return_val_if_fail (network != NULL, NULL);
  g_return_val_if_fail (choice == NULL || kith_ledger_has_table (kith_network_get_ledger (network),
                                                                 KITH_TABLE_MEASURE),
                        NULL);

  self = g_new0 (KithResults, 1);
  self->network = kith_network_ref (network);
  self->schools = kith_network_get_schools (network, &self->n_schools);
  self->has_choice = choice != NULL;
  if (choice != NULL)
    self->choice = (KithResultChoice){ g_strdup (choice->measure), g_strdup (choice->subgroup),
                                       g_strdup (choice->subject) };
  self->last_year = find_last_year (kith_network_get_date (network));
  take_results (self);
  if (self->choice.subgroup != NULL)
    {
      withhold_from_halves (self);
      withhold_from_wholes (self);
    }
  measure_phases (self);
  return self;
}

/**
 * kith_results_free:
 * @self: (transfer full) (nullable): figures
 */
void
kith_results_free (KithResults *self)
{
  if (self == NULL)
    return;
  g_free ((char *)self->choice.measure);
  g_free ((char *)self->choice.subgroup);
  g_free ((char *)self->choice.subject);
  g_free (self->first);
  g_free (self->results);
  kith_network_unref (self->network);
  g_free (self);
}

/**
 * kith_results_get_measure:
 *
 * Returns: (transfer none) (nullable): what the figures of schools of @phase are figures of
 */
const char *
kith_results_get_measure (const KithResults *self, KithPhase phase)
{
  return self->has_choice ? self->choice.measure : kith_measure_get_default (phase);
}

/**
 * kith_results_get_school_measure:
 * @school: index in the network
 *
 * Returns: (transfer none) (nullable): what its figures are figures of
 */
const char *
kith_results_get_school_measure (const KithResults *self, guint school)
{
  g_return_val_if_fail (school < self->n_schools, NULL);
  return kith_results_get_measure (self, self->schools[school].phase);
}

/**
 * kith_results_get:
 * @school: index in the network
 * @n_results: (out): how many
 *
 * Returns: (transfer none) (array length=n_results): its figures, or why there are none, by year
 */
const KithResult *
kith_results_get (const KithResults *self, guint school, guint *n_results)
{
  *n_results = 0;
  g_return_val_if_fail (school < self->n_schools, NULL);

  *n_results = self->first[school + 1] - self->first[school];
  return &self->results[self->first[school]];
}

/**
 * kith_results_find:
 * @school: index in the network
 * @year: in which the academic year begins
 *
 * Returns: (transfer none) (nullable): that year's figure; %NULL where no file tells of it
 */
const KithResult *
kith_results_find (const KithResults *self, guint school, int year)
{
  g_return_val_if_fail (school < self->n_schools, NULL);
  return find_result (self, school, year);
}

/* The slope of the least-squares line through the points. */
static double
find_slope (const double *x, const double *y, guint n)
{
  double mean_x = 0, mean_y = 0, along = 0, across = 0;

  for (guint p = 0; p < n; p++)
    {
      mean_x += x[p] / n;
      mean_y += y[p] / n;
    }
  for (guint p = 0; p < n; p++)
    {
      along += (x[p] - mean_x) * (x[p] - mean_x);
      across += (x[p] - mean_x) * (y[p] - mean_y);
    }
  return across / along;
}

/**
 * kith_results_measure_change:
 * @school: index in the network
 * @year: the last year that counts
 * @first_year: (out) (optional): the first that does
 * @n_years: (out) (optional): how many figures it is from
 *
 * Improvement over three years: three times the least-squares slope per year over the last four
 * years up to @year with a figure that is shown, at least three. A slope crosses no break.
 *
 * Returns: in the measure's unit over three years, or NaN
 */
double
kith_results_measure_change (
    const KithResults *self, guint school, int year, int *first_year, guint *n_years)
{
  const char *measure;
  double x[MOST_FIGURES], y[MOST_FIGURES];
  guint n = 0;

  g_return_val_if_fail (school < self->n_schools, NAN);

  measure = kith_results_get_measure (self, self->schools[school].phase);
  for (guint r = self->first[school + 1]; r > self->first[school] && n < MOST_FIGURES; r--)
    {
      const KithResult *result = &self->results[r - 1];

      if (result->state != KITH_RESULT_SHOWN || result->year > year ||
          !kith_measure_are_comparable (measure, result->year, year))
        continue;
      x[n] = result->year;
      y[n++] = result->value;
    }
  if (first_year != NULL)
    *first_year = n > 0 ? (int)x[n - 1] : 0;
  if (n_years != NULL)
    *n_years = n;
  return n < LEAST_FIGURES ? NAN : CHANGE_YEARS * find_slope (x, y, n);
}

/**
 * kith_results_measure_group:
 * @schools: (array length=n_schools): indices in the network, each once
 * @n_schools: how many
 * @year: in which the academic year begins
 *
 * Only figures that are shown are counted, so that no mean tells a suppressed one, nor a mean
 * with and one without it the difference. Schools of a phase with another measure have no part.
 *
 * Returns: what the group has in common in that year
 */
KithResultGroup
kith_results_measure_group (const KithResults *self,
                            const guint *schools,
                            guint n_schools,
                            int year)
{
  KithResultGroup group = { year, n_schools, 0, 0, 0, 0, 0, 0 };
  double squares = 0;

  for (guint s = 0; s < n_schools; s++)
    {
      const KithResult *result = kith_results_find (self, schools[s], year);
      double change = kith_results_measure_change (self, schools[s], year, NULL, NULL);

      if (result != NULL && result->state == KITH_RESULT_SHOWN)
        {
          /* Welford (1962), Technometrics 4, 419–420 */
          double from = result->value - group.mean;

          group.mean += from / ++group.n_values;
          squares += from * (result->value - group.mean);
        }
      group.n_suppressed += result != NULL && (result->state == KITH_RESULT_SUPPRESSED ||
                                               result->state == KITH_RESULT_WITHHELD);
      if (!isnan (change))
        {
          group.mean_change += change;
          group.n_changes++;
        }
    }
  group.deviation = group.n_values < 2 ? NAN : sqrt (squares / (group.n_values - 1));
  group.mean = group.n_values == 0 ? NAN : group.mean;
  group.mean_change = group.n_changes == 0 ? NAN : group.mean_change / group.n_changes;
  return group;
}

/**
 * kith_results_get_phase:
 *
 * Returns: (transfer none): all schools in scope of @phase, all-through counting as secondary, in
 *   the latest year that any of them has
 */
const KithResultGroup *
kith_results_get_phase (const KithResults *self, KithPhase phase)
{
  g_return_val_if_fail (phase < KITH_N_PHASES, NULL);
  return &self->phases[kith_phase_get_compared (phase)];
}
