/* test-chart.c: the data display of a Family
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "fixed-measure.h"
#include "golden.h"
#include "ledger-plan.h"

#include "kith-chart.h"

#include <math.h>
#include <string.h>

#define AS_AT kith_date_new (2019, 9, 12)
#define FIRST 100001

/* Three years of six schools of a Family. The last is about five pupils in its last year, and its
   figures must not be told; the one before it has two years only. Two schools are in no Family. */
static const struct
{
  const char *name;
  double figures[3];
  int cohort;
} schools[] = {
  { "Alder Grove Primary School", { 60, 62, 64 }, 50 },
  { "Bellfield CofE Primary School", { 70, 76, 82 }, 40 },
  { "Chantry Field Primary School", { 66, 63, 60 }, 25 },
  { "Dene Court Primary School", { 50, 50, 50 }, 30 },
  { "Elm Tree Primary School", { NAN, 71, 73 }, 30 },
  { "Foxhill Primary School", { 31.25, 32.5, 97.75 }, 5 },
  { "Outside Primary School", { 40, 50, 60 }, 30 },
  { "Another Primary School", { 90, 85, 80 }, 30 },
};

#define N_MEMBERS 6

static KithRoll *
draw_up (gint64 *family_id)
{
  g_autoptr (LedgerPlan) plan = plan_new ();
  KithArrangement *family = plan_arrangement (plan, "family", "Family 4");
  g_autoptr (KithLedger) ledger = NULL;
  g_autoptr (KithNetwork) network = NULL;

  *family_id = family->id;
  for (guint s = 0; s < G_N_ELEMENTS (schools); s++)
    {
      plan_school (plan, FIRST + s, 1000 * s, 0)->name = schools[s].name;
      if (s < N_MEMBERS)
        plan_member (plan, family, FIRST + s);
      for (guint y = 0; y < 3; y++)
        {
          KithValue *row = plan_row (plan, KITH_TABLE_MEASURE);

          row->urn = FIRST + s;
          row->name = "PTRWM_EXP";
          row->year = 2016 + y;
          row->value = schools[s].figures[y];
          row->reason = isnan (row->value) ? "SUPP" : NULL;
          row->cohort = schools[s].cohort;
        }
    }
  ledger = plan_end (plan);
  network = kith_network_new (ledger, AS_AT, NULL, NULL);
  return kith_roll_new (network, NULL, NULL);
}

static KithFamilyDisplay *
show (gint64 *family_id)
{
  g_autoptr (KithRoll) roll = draw_up (family_id);
  g_autoptr (GError) error = NULL;
  KithFamilyDisplay *display =
      kith_family_display_new (roll, *family_id, NULL, KITH_DISPLAY_IMPROVEMENT, &error);

  g_assert_no_error (error);
  return display;
}

/* Slopes of three years are half the difference of the ends: +2, +6, −3, 0 a year, times three.
   The mean of 64, 82, 60, 50 and 73 is 65.8; of +6, +18, −9 and 0 it is 3.75. */
static void
test_by_hand (void)
{
  gint64 id;
  g_autoptr (KithFamilyDisplay) display = show (&id);
  static const double changes[] = { 6, 18, -9, 0 };

  g_assert_cmpint (display->year, ==, 2018);
  g_assert_cmpint (display->first_year, ==, 2016);
  g_assert_cmpuint (display->points->len, ==, 4);
  for (guint p = 0; p < 4; p++)
    {
      const KithDisplayPoint *point = &g_array_index (display->points, KithDisplayPoint, p);

      g_assert_cmpuint (point->number, ==, p + 1);
      g_assert_cmpfloat (point->attainment, ==, schools[p].figures[2]);
      g_assert_cmpfloat_with_epsilon (point->change, changes[p], 1e-9);
    }
  g_assert_cmpfloat_with_epsilon (display->mean, 65.8, 1e-9);
  g_assert_cmpfloat_with_epsilon (display->mean_change, 3.75, 1e-9);
  g_assert_cmpuint (display->n_above, ==, 1);
  g_assert_cmpuint (g_array_index (display->mentors, guint, 0), ==, 1);
  g_assert_cmpuint (display->pool->len, ==, 2);
  /* 82 ± 1.96 √(0.82 × 0.18 / 40) × 100 */
  g_assert_cmpfloat_with_epsilon (g_array_index (display->points, KithDisplayPoint, 1).low, 70.094,
                                  1e-3);

  g_assert_cmpuint (display->missing->len, ==, 2);
  g_assert_cmpuint (g_array_index (display->missing, KithDisplayMissing, 0).number, ==, 5);
  g_assert_cmpstr (g_array_index (display->missing, KithDisplayMissing, 1).why, ==,
                   "too few pupils; the means leave it out");
}

static KithChart *
make_chart (gint64 selected, gboolean is_sheet)
{
  const KithChartOptions options = { .is_sheet = is_sheet,
                                     .width = is_sheet ? 297 : 160,
                                     .height = is_sheet ? 210 : 100,
                                     .selected = selected,
                                     .seed = 1 };
  gint64 id;

  return kith_chart_new (show (&id), &options, &fixed_measure);
}

static void
test_golden (void)
{
  g_autoptr (KithChart) chart = make_chart (FIRST + 2, TRUE);
  g_autofree char *text = kith_scene_dup_text (chart->scene);

  g_assert_cmpstr (chart->finding, ==,
                   "1 of 4 schools is above the Family mean on both; 2 more schools are not shown");
  check_golden ("chart.txt", text);
}

/* What is suppressed, and what would tell it, stands nowhere: as text, as a title, as a place. */
static void
test_suppressed (void)
{
  for (guint s = 0; s < N_MEMBERS; s++)
    {
      g_autoptr (KithChart) chart = make_chart (FIRST + s, TRUE);
      g_autofree char *text = kith_scene_dup_text (chart->scene);
      KithPoint at;
      double r;

      g_assert_null (strstr (text, "97.75"));
      g_assert_null (strstr (text, "98%"));
      g_assert_null (strstr (text, "31%"));
      g_assert_null (strstr (text, "33%"));
      /* no mark is its own: it is named among those that are not shown, and nowhere else */
      g_assert_false (kith_scene_find (chart->scene, FIRST + 5, &at, &r));
      g_assert_nonnull (strstr (text, "Foxhill Primary School: too few pupils"));
    }
}

/* Thirty schools of the same figures: no two names overlap, and those that find no room are listed
   by number. */
static void
test_crowd (void)
{
  g_autoptr (LedgerPlan) plan = plan_new ();
  KithArrangement *family = plan_arrangement (plan, "family", "Family 4");
  const KithChartOptions options = { .is_sheet = TRUE, .width = 297, .height = 210, .seed = 1 };
  g_autoptr (KithLedger) ledger = NULL;
  g_autoptr (KithNetwork) network = NULL;
  g_autoptr (KithRoll) roll = NULL;
  g_autoptr (KithChart) chart = NULL;
  g_autofree char *text = NULL;
  gint64 id = family->id;

  for (guint s = 0; s < 30; s++)
    {
      plan_school (plan, FIRST + s, 1000 * s, 0)->name = "A School With A Long Name Indeed";
      plan_member (plan, family, FIRST + s);
      for (guint y = 0; y < 3; y++)
        {
          KithValue *row = plan_row (plan, KITH_TABLE_MEASURE);

          row->urn = FIRST + s;
          row->name = "PTRWM_EXP";
          row->year = 2016 + y;
          row->value = 60 + s % 2;
          row->cohort = 30;
        }
    }
  ledger = plan_end (plan);
  network = kith_network_new (ledger, AS_AT, NULL, NULL);
  roll = kith_roll_new (network, NULL, NULL);
  chart = kith_chart_new (kith_family_display_new (roll, id, NULL, KITH_DISPLAY_IMPROVEMENT, NULL),
                          &options, &fixed_measure);
  text = kith_scene_dup_text (chart->scene);
  g_assert_nonnull (strstr (text, "Names by number"));
}

/* Each school with a point can be found where it is drawn, selected or not. */
static void
test_pick (void)
{
  for (guint is_sheet = 0; is_sheet < 2; is_sheet++)
    {
      g_autoptr (KithChart) chart = make_chart (FIRST, is_sheet);

      for (guint s = 0; s < 4; s++)
        {
          KithPoint at;
          double r;

          g_assert_true (kith_scene_find (chart->scene, FIRST + s, &at, &r));
          g_assert_cmpint (kith_scene_pick (chart->scene, at, 0.5), ==, FIRST + s);
        }
    }
}

static void
test_nothing (void)
{
  g_autoptr (LedgerPlan) plan = plan_new ();
  KithArrangement *family = plan_arrangement (plan, "family", "Family 4");
  g_autoptr (KithLedger) ledger = NULL;
  g_autoptr (KithNetwork) network = NULL;
  g_autoptr (KithRoll) roll = NULL;
  g_autoptr (GError) error = NULL;
  gint64 id = family->id;

  plan_school (plan, FIRST, 0, 0);
  plan_member (plan, family, FIRST);
  ledger = plan_end (plan);
  network = kith_network_new (ledger, AS_AT, NULL, NULL);
  roll = kith_roll_new (network, NULL, NULL);
  g_assert_null (kith_family_display_new (roll, id, NULL, KITH_DISPLAY_IMPROVEMENT, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_null (kith_family_display_new (roll, id + 1, NULL, KITH_DISPLAY_IMPROVEMENT, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
}

int
main (int argc, char **argv)
{
  begin_goldens (argc, argv);
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/chart/means and improvements are as worked by hand", test_by_hand);
  g_test_add_func ("/chart/a sheet is as it was looked at", test_golden);
  g_test_add_func ("/chart/what is suppressed stands nowhere", test_suppressed);
  g_test_add_func ("/chart/a school is found where it is drawn", test_pick);
  g_test_add_func ("/chart/names without room are listed by number", test_crowd);
  g_test_add_func ("/chart/without results, or without a Family, a sentence", test_nothing);
  return g_test_run ();
}
