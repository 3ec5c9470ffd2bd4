/* test-results.c: attainment, improvement, what may be shown, and finding 14
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kith-results.h"
#include "kith-roll.h"
#include "ledger-plan.h"

#include <string.h>

#define T (kith_date_new (2026, 9, 1))

static KithValue *
plan_result (LedgerPlan *plan, gint64 urn, const char *name, int year, double value)
{
  KithValue *row = plan_row (plan, KITH_TABLE_MEASURE);

  row->urn = urn;
  row->name = name;
  row->year = year;
  row->value = value;
  row->cohort = 40;
  return row;
}

static KithNetwork *
make_network (LedgerPlan *plan, KithDate as_at)
{
  g_autoptr (KithLedger) ledger = plan_end (plan);

  return kith_network_new (ledger, as_at, NULL, NULL);
}

/* Years and figures of one school, in order; the change as at a year, by hand */
static const struct
{
  const char *claim;
  const char *phase;
  struct
  {
    int year;
    double value;
  } figures[6];
  int year;
  double change; /* NaN for none */
} changes[] = {
  { "two points a year are six in three years",
    "Primary",
    { { 2021, 50 }, { 2022, 52 }, { 2023, 54 }, { 2024, 56 } },
    2024,
    6 },
  { "only the last four years count",
    "Primary",
    { { 2021, 10 }, { 2022, 50 }, { 2023, 52 }, { 2024, 54 }, { 2025, 56 } },
    2025,
    6 },
  { "what comes after the year does not",
    "Primary",
    { { 2021, 50 }, { 2022, 52 }, { 2023, 54 }, { 2024, 90 } },
    2023,
    6 },
  /* x − 2022⅔: −5/3, 1/3, 4/3; y − 44⅓: −13/3, −1/3, 14/3; 40/3 over 14/3 is 20/7 a year */
  { "a year that is missing leaves a gap in the years, not in the line",
    "Primary",
    { { 2021, 40 }, { 2023, 44 }, { 2024, 49 } },
    2024,
    60.0 / 7 },
  { "two years are too few", "Primary", { { 2023, 40 }, { 2024, 44 } }, 2024, NAN },
  { "not across the years without data",
    "Primary",
    { { 2017, 60 }, { 2018, 62 }, { 2021, 50 }, { 2022, 52 } },
    2022,
    NAN },
  { "figures of these years are none",
    "Primary",
    { { 2019, 60 }, { 2020, 62 }, { 2021, 50 }, { 2022, 52 } },
    2022,
    NAN },
  { "not across key stage 2’s new scale of 2015",
    "Primary",
    { { 2014, 90 }, { 2015, 40 }, { 2016, 42 }, { 2017, 44 } },
    2017,
    6 },
  { "not across key stage 4’s new scale of 2016",
    "Secondary",
    { { 2014, 60 }, { 2015, 58 }, { 2016, 40 }, { 2017, 42 } },
    2017,
    NAN },
  { "before it a line is a line",
    "Secondary",
    { { 2013, 50 }, { 2014, 49 }, { 2015, 48 } },
    2015,
    -3 },
};

static void
test_change (gconstpointer data)
{
  guint c = GPOINTER_TO_UINT (data);
  const char *measure = strcmp (changes[c].phase, "Primary") == 0 ? "PTRWM_EXP" : "ATT8SCR";
  g_autoptr (LedgerPlan) plan = plan_new ();
  g_autoptr (KithNetwork) network = NULL;
  g_autoptr (KithResults) results = NULL;
  double change;

  plan_school (plan, 100001, 0, 0)->phase = changes[c].phase;
  for (guint f = 0; f < 6 && changes[c].figures[f].year != 0; f++)
    plan_result (plan, 100001, measure, changes[c].figures[f].year, changes[c].figures[f].value);
  network = make_network (plan, T);
  results = kith_results_new (network, NULL);
  change = kith_results_measure_change (results, 0, changes[c].year, NULL, NULL);
  if (isnan (changes[c].change))
    g_assert_true (isnan (change));
  else
    g_assert_cmpfloat_with_epsilon (change, changes[c].change, 1e-9);
}

/* Results of 2024/25 count from 1 September 2025 */
static void
test_years (void)
{
  g_autoptr (LedgerPlan) plan = plan_new ();
  g_autoptr (KithNetwork) before = NULL, after = NULL;
  g_autoptr (KithResults) early = NULL, late = NULL;
  g_autoptr (KithLedger) ledger = NULL;

  plan_school (plan, 100001, 0, 0);
  plan_school (plan, 100002, 0, 0)->type = "Community special school";
  plan_result (plan, 100001, "PTRWM_EXP", 2023, 60);
  plan_result (plan, 100001, "PTRWM_EXP", 2024, 61);
  plan_result (plan, 100002, "PTRWM_EXP", 2024, 10);
  ledger = plan_end (plan);
  before = kith_network_new (ledger, kith_date_new (2025, 8, 31), NULL, NULL);
  after = kith_network_new (ledger, kith_date_new (2025, 9, 1), NULL, NULL);
  early = kith_results_new (before, NULL);
  late = kith_results_new (after, NULL);
  g_assert_cmpint (kith_results_get_phase (early, KITH_PHASE_PRIMARY)->year, ==, 2023);
  g_assert_null (kith_results_find (early, 0, 2024));
  g_assert_cmpint (kith_results_get_phase (late, KITH_PHASE_PRIMARY)->year, ==, 2024);
  g_assert_cmpfloat (kith_results_find (late, 0, 2024)->value, ==, 61);
  /* a special school has no measure of its own phase */
  g_assert_null (kith_results_find (late, 1, 2024));
}

/* Fewer than six are not shown, and stand in no mean; a reason is kept as it was given */
static void
test_suppressed (void)
{
  static const double values[] = { 10, 20, 30, 40, 50 };
  g_autoptr (LedgerPlan) plan = plan_new ();
  g_autoptr (KithNetwork) network = NULL;
  g_autoptr (KithResults) results = NULL;
  const KithResultGroup *group;
  const KithResult *missing;
  KithValue *row;

  for (guint i = 0; i < 7; i++)
    plan_school (plan, 100001 + i, 0, 0);
  for (guint i = 0; i < 5; i++)
    plan_result (plan, 100001 + i, "PTRWM_EXP", 2024, values[i])->cohort = 6;
  plan_result (plan, 100006, "PTRWM_EXP", 2024, 99)->cohort = 5;
  row = plan_result (plan, 100007, "PTRWM_EXP", 2024, NAN);
  row->reason = "SUPP";
  network = make_network (plan, T);
  results = kith_results_new (network, NULL);
  group = kith_results_get_phase (results, KITH_PHASE_PRIMARY);
  g_assert_cmpuint (group->n_schools, ==, 7);
  g_assert_cmpuint (group->n_values, ==, 5);
  g_assert_cmpuint (group->n_suppressed, ==, 1);
  g_assert_cmpfloat_with_epsilon (group->mean, 30, 1e-9);
  g_assert_cmpfloat_with_epsilon (group->deviation, sqrt (250), 1e-9);
  g_assert_cmpuint (group->n_changes, ==, 0);
  g_assert_true (isnan (group->mean_change));
  g_assert_cmpint (kith_results_find (results, 5, 2024)->state, ==, KITH_RESULT_SUPPRESSED);
  g_assert_true (isnan (kith_results_find (results, 5, 2024)->value));
  g_assert_cmpint (kith_results_find (results, 5, 2024)->cohort, ==, KITH_INT_NONE);
  missing = kith_results_find (results, 6, 2024);
  g_assert_cmpint (missing->state, ==, KITH_RESULT_MISSING);
  g_assert_cmpstr (missing->reason, ==, "SUPP");
}

static KithResultState
find_state (KithNetwork *network, const char *subgroup)
{
  KithResultChoice choice = { "PTRWM_EXP", subgroup, NULL };
  g_autoptr (KithResults) results = kith_results_new (network, &choice);

  return kith_results_find (results, 0, 2024)->state;
}

/* All less the girls are the boys: where these are too few, both stay hidden */
static void
test_withheld (void)
{
  g_autoptr (LedgerPlan) plan = plan_new ();
  g_autoptr (KithNetwork) network = NULL;
  KithValue *row;

  plan_school (plan, 100001, 0, 0);
  plan_result (plan, 100001, "PTRWM_EXP", 2024, 60)->cohort = 24;
  row = plan_result (plan, 100001, "PTRWM_EXP", 2024, 25);
  row->subgroup = "boys";
  row->cohort = 4;
  row = plan_result (plan, 100001, "PTRWM_EXP", 2024, 67);
  row->subgroup = "girls";
  row->cohort = 20;
  row = plan_result (plan, 100001, "PTRWM_EXP", 2024, 50);
  row->subgroup = "disadvantaged";
  row->cohort = 10;
  row = plan_result (plan, 100001, "PTRWM_EXP", 2024, 66);
  row->subgroup = "not-disadvantaged";
  row->cohort = 14;
  /* nobody counts those whose first language is English: three, here */
  row = plan_result (plan, 100001, "PTRWM_EXP", 2024, 62);
  row->subgroup = "EAL";
  row->cohort = 21;
  row = plan_result (plan, 100001, "PTRWM_EXP", 2024, 61);
  row->subgroup = "SEN";
  row->cohort = 18;
  network = make_network (plan, T);
  g_assert_cmpint (find_state (network, NULL), ==, KITH_RESULT_SHOWN);
  g_assert_cmpint (find_state (network, "EAL"), ==, KITH_RESULT_WITHHELD);
  g_assert_cmpint (find_state (network, "SEN"), ==, KITH_RESULT_SHOWN);
  g_assert_cmpint (find_state (network, "boys"), ==, KITH_RESULT_SUPPRESSED);
  g_assert_cmpint (find_state (network, "girls"), ==, KITH_RESULT_WITHHELD);
  g_assert_cmpint (find_state (network, "disadvantaged"), ==, KITH_RESULT_SHOWN);
  g_assert_cmpint (find_state (network, "not-disadvantaged"), ==, KITH_RESULT_SHOWN);
}

/* 1.96 √(0.41 × 0.59 / 38) is 0.15638 */
static void
test_interval (void)
{
  KithResult result = { 2024, KITH_RESULT_SHOWN, 41, NULL, 38 };
  KithResult few = { 2024, KITH_RESULT_SHOWN, 100, NULL, 6 };
  double low, high;

  g_assert_true (kith_result_find_interval (&result, "PTRWM_EXP", &low, &high));
  g_assert_cmpfloat_with_epsilon (low, 25.362, 0.001);
  g_assert_cmpfloat_with_epsilon (high, 56.638, 0.001);
  g_assert_true (kith_result_find_interval (&few, "PTRWM_EXP", &low, &high));
  g_assert_cmpfloat (low, ==, 100);
  g_assert_cmpfloat (high, ==, 100);
  g_assert_false (kith_result_find_interval (&result, "ATT8SCR", &low, &high));
  result.cohort = KITH_INT_NONE;
  g_assert_false (kith_result_find_interval (&result, "PTRWM_EXP", &low, &high));
}

static const KithFinding *
find_vulnerable (const KithRoll *roll, gint64 urn)
{
  const KithRollRow *row = kith_roll_find (roll, urn);

  for (guint f = 0; f < row->n_findings; f++)
    if (row->findings[f].code == KITH_FINDING_VULNERABLE)
      return &row->findings[f];
  return NULL;
}

static KithRoll *
make_roll (LedgerPlan *plan)
{
  g_autoptr (KithNetwork) network = make_network (plan, T);

  return kith_roll_new (network, NULL, NULL);
}

/* Five primary schools of a Family at 40, rising by one a year, but for the first: at 10, falling
   by @fall. The mean is 34, its deviation √180 = 13.4. */
static void
plan_family (LedgerPlan *plan, double fall)
{
  KithArrangement *family = plan_arrangement (plan, "family", "Family 3");

  for (gint64 i = 0; i < 5; i++)
    {
      plan_school (plan, 100001 + i, 0, 0)->name = i == 0 ? "Alder" : "Another";
      plan_member (plan, family, 100001 + i);
      for (int year = 2022; year <= 2024; year++)
        plan_result (plan, 100001 + i, "PTRWM_EXP", year,
                     i == 0 ? 10 + fall * (2024 - year) : 40 - (2024 - year));
    }
}

/* the mean change is (−9 + 4 × 3) / 5 = 0.6 */
static void
test_low (void)
{
  g_autoptr (LedgerPlan) plan = plan_new ();
  g_autoptr (KithRoll) roll = NULL;
  const KithFinding *finding;

  plan_family (plan, 3);
  roll = make_roll (plan);
  finding = find_vulnerable (roll, 100001);
  g_assert_cmpint (finding->severity, ==, KITH_SEVERITY_AMBER);
  g_assert_cmpint (finding->arrangement_id, ==, 1);
  g_assert_cmpstr (
      finding->sentence, ==,
      "In 2024/25, 10% of pupils at Alder met the expected standard; the mean of Family "
      "3 is 34%. Its trend over three years is down 9 points, the mean’s up 1 "
      "point.");
  g_assert_cmpstr (finding->evidence, ==,
                   "1.8 standard deviations below the mean of 5 of 5 schools (one is 13.4 points; "
                   "the rule is 1). Trend from three years, 2022/23 to 2024/25. 40 pupils: 95% "
                   "interval 1% to 19%. The standard is in reading, writing and maths together. No "
                   "later results have been read. No inspection outcome is on record.");
  for (gint64 urn = 100002; urn <= 100005; urn++)
    g_assert_null (find_vulnerable (roll, urn));
}

/* It rises by 0.9 a year: 2.7 in three, where the mean change is (2.7 + 4 × 3) / 5 = 2.94. */
static void
test_slower (void)
{
  g_autoptr (LedgerPlan) plan = plan_new ();
  g_autoptr (KithRoll) roll = NULL;

  plan_family (plan, -0.9);
  roll = make_roll (plan);
  g_assert_true (
      g_str_has_suffix (find_vulnerable (roll, 100001)->sentence,
                        "Its trend over three years is up 2.7 points, the mean’s up 2.9 points."));
}

static KithInspection *
plan_outcome (LedgerPlan *plan,
              gint64 urn,
              const char *scheme,
              const char *area,
              const char *grade,
              KithDate date)
{
  KithInspection *row = plan_row (plan, KITH_TABLE_INSPECTION);

  row->urn = urn;
  row->scheme = scheme;
  row->area = area;
  row->grade = grade;
  row->date = date;
  return row;
}

/* In the words of each scheme, and of the schools file where no other tells */
static void
test_inspected (void)
{
  KithDate old = kith_date_new (2024, 3, 12), new = kith_date_new (2026, 2, 3);
  g_autoptr (LedgerPlan) plan = plan_new ();
  g_autoptr (KithRoll) roll = NULL;
  KithSource *file = plan_source (plan, "inspections");
  const KithFinding *finding;
  KithSchool *school;

  file->dated = kith_date_new (2026, 8, 31);
  for (gint64 urn = 100001; urn <= 100006; urn++)
    {
      school = plan_school (plan, urn, 0, 0);
      school->name = "Alder";
      /* stands in for the last alone */
      school->ofsted_rating = "Special Measures";
      school->ofsted_last = kith_date_new (2023, 10, 5);
    }
  plan_outcome (plan, 100001, "single-grade", "Overall effectiveness", "Inadequate", old)
      ->source_id = file->id;
  plan_outcome (plan, 100001, "single-grade", "Category of concern", "Special measures", old);
  plan_outcome (plan, 100002, "single-grade", "Overall effectiveness", "Inadequate", old);
  plan_outcome (plan, 100002, "report-card", "Inclusion", "Urgent improvement", new);
  plan_outcome (plan, 100002, "report-card", "Achievement", "Urgent improvement", new);
  plan_outcome (plan, 100002, "report-card", "Leadership and governance", "Expected standard", new);
  /* in the new scheme “needs attention” is not of concern, whatever the old one said */
  plan_outcome (plan, 100003, "single-grade", "Overall effectiveness", "Inadequate", old);
  plan_outcome (plan, 100003, "report-card", "Inclusion", "Needs attention", new);
  /* a visit graded the one area anew */
  plan_outcome (plan, 100004, "report-card", "Inclusion", "Urgent improvement", new);
  plan_outcome (plan, 100004, "report-card", "Achievement", "Strong standard", new);
  plan_outcome (plan, 100004, "report-card", "Inclusion", "Needs attention", new + 90);
  /* one area of an old inspection does not make the outcome, and its end has not come */
  plan_outcome (plan, 100005, "single-grade", "Overall effectiveness", "Requires improvement", old);
  plan_outcome (plan, 100005, "single-grade", "Sixth form provision", "Inadequate", old);
  plan_outcome (plan, 100005, "report-card", "Inclusion", "Urgent improvement", T + 1);
  roll = make_roll (plan);

  finding = find_vulnerable (roll, 100001);
  g_assert_cmpint (finding->severity, ==, KITH_SEVERITY_RED);
  g_assert_cmpstr (
      finding->sentence, ==,
      "Ofsted’s latest outcome on record for Alder is “Inadequate” (special measures).");
  g_assert_cmpstr (finding->evidence, ==,
                   "Inspected on 12 March 2024. From Ofsted’s list of 31 August 2026; a later "
                   "inspection is not in it.");
  finding = find_vulnerable (roll, 100002);
  g_assert_cmpstr (
      finding->sentence, ==,
      "Ofsted’s report card for Alder has “urgent improvement” for Inclusion and Achievement.");
  g_assert_cmpstr (finding->evidence, ==, "Its latest grade is of 3 February 2026.");
  g_assert_null (find_vulnerable (roll, 100003));
  g_assert_null (find_vulnerable (roll, 100004));
  g_assert_null (find_vulnerable (roll, 100005));
  finding = find_vulnerable (roll, 100006);
  g_assert_cmpstr (finding->sentence, ==,
                   "Ofsted’s latest outcome on record for Alder is “Special Measures”.");
  g_assert_cmpstr (finding->evidence, ==,
                   "Inspected on 5 October 2023. This is the schools file’s rating: no Ofsted file "
                   "tells of the school.");
}

/* A list without days says more than an older inspection where it says otherwise, from its own
   day; it says nothing beside a report card, or an inspection without an overall grade */
static void
test_undated (void)
{
  static const struct
  {
    KithDate inspected; /* days before the list */
    const char *scheme, *area, *grade, *listed;
    char expected;
  } cases[] = {
    { 900, "single-grade", "Overall effectiveness", "Inadequate", "Good", '-' },
    { 900, "single-grade", "Overall effectiveness", "Good", "Inadequate", 'r' },
    { 900, "single-grade", "Overall effectiveness", "Inadequate", "Inadequate", 'r' },
    { (KithDate)-30, "single-grade", "Overall effectiveness", "Good", "Inadequate", '-' },
    { (KithDate)-90, "single-grade", "Overall effectiveness", "Good", "Inadequate", 'r' },
    { 300, "single-grade", "Category of concern", "Special measures", "Good", 'r' },
    { 300, "single-grade", "Quality of education", "Good", "Inadequate", '-' },
    { 100, "report-card", "Inclusion", "Needs attention", "Inadequate", '-' },
  };
  g_autoptr (LedgerPlan) plan = plan_new ();
  g_autoptr (KithRoll) roll = NULL;
  KithSource *list = plan_source (plan, "inspections");

  list->dated = T - 60;
  for (guint c = 0; c < G_N_ELEMENTS (cases); c++)
    {
      plan_school (plan, 100001 + c, 0, 0);
      plan_outcome (plan, 100001 + c, cases[c].scheme, cases[c].area, cases[c].grade,
                    list->dated - cases[c].inspected);
      plan_outcome (plan, 100001 + c, "single-grade", "Overall effectiveness", cases[c].listed,
                    KITH_DATE_UNKNOWN)
          ->source_id = list->id;
    }
  roll = make_roll (plan);
  for (guint c = 0; c < G_N_ELEMENTS (cases); c++)
    {
      g_test_message ("case %u", c);
      g_assert_cmpint (find_vulnerable (roll, 100001 + c) != NULL ? 'r' : '-', ==,
                       cases[c].expected);
    }
}

/* Vulnerable, even amber, and red for its links: tier 1; the one without the other is not */
static void
test_tier (void)
{
  g_autoptr (LedgerPlan) plan = plan_new ();
  g_autoptr (KithRoll) roll = NULL;

  plan_family (plan, 3);
  for (gint64 urn = 100001; urn <= 100002; urn++)
    {
      KithNeed *need = plan_row (plan, KITH_TABLE_NEED);

      need->urn = urn;
      need->area = "Seeking a trust";
    }
  roll = make_roll (plan);
  g_assert_cmpint (kith_roll_find (roll, 100001)->tier, ==, KITH_TIER_ACT_NOW);
  g_assert_cmpint (kith_roll_find (roll, 100002)->tier, ==, KITH_TIER_LOOK_IN);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint c = 0; c < G_N_ELEMENTS (changes); c++)
    {
      g_autofree char *path = g_strdup_printf ("/results/%s", changes[c].claim);

      g_test_add_data_func (path, GUINT_TO_POINTER (c), test_change);
    }
  g_test_add_func ("/results/a year counts from the 1 September after it", test_years);
  g_test_add_func ("/results/fewer than six are in no mean", test_suppressed);
  g_test_add_func ("/results/what would tell a suppressed figure is withheld", test_withheld);
  g_test_add_func ("/results/the interval of a percentage", test_interval);
  g_test_add_func ("/vulnerable/low beside its Family and not rising", test_low);
  g_test_add_func ("/vulnerable/a trend that is slower by a fraction", test_slower);
  g_test_add_func ("/vulnerable/an outcome of concern, in the words of its scheme", test_inspected);
  g_test_add_func ("/vulnerable/a list without days", test_undated);
  g_test_add_func ("/vulnerable/with no link it is the first to act on", test_tier);
  return g_test_run ();
}
