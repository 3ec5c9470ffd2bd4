/* test-data-display.c: funnel, paths and goals of a Family’s schools
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "fixed-measure.h"
#include "ledger-plan.h"

#include "kith-chart.h"

#include <math.h>
#include <string.h>

#define AS_AT kith_date_new (2019, 9, 12)
#define FIRST 100001

/* 2015/16 to 2018/19. The third has three years and ten pupils; what the last has must stand
   nowhere. */
static const struct
{
  const char *name;
  double figures[4];
  int cohort;
} schools[] = {
  { "Alder Grove Primary School", { 60, 62, 64, 66 }, 40 },
  { "Bellfield Primary School", { 60, 50, 40, 30 }, 100 },
  { "Chantry Field Primary School", { NAN, 40, 44, 48 }, 10 },
  { "Dene Court Primary School", { 91.25, 91.25, 91.25, 91.25 }, 5 },
};

#define N_SCHOOLS G_N_ELEMENTS (schools)

static KithLedger *
draw_up (gint64 *family_id)
{
  g_autoptr (LedgerPlan) plan = plan_new ();
  KithArrangement *family = plan_arrangement (plan, "family", "Family 4");

  *family_id = family->id;
  for (guint s = 0; s < N_SCHOOLS; s++)
    {
      plan_school (plan, FIRST + s, 1000 * s, 0)->name = schools[s].name;
      plan_member (plan, family, FIRST + s);
      for (guint y = 0; y < 4; y++)
        {
          KithValue *row = plan_row (plan, KITH_TABLE_MEASURE);

          row->urn = FIRST + s;
          row->name = "PTRWM_EXP";
          row->year = 2015 + y;
          row->value = schools[s].figures[y];
          row->reason = isnan (row->value) ? "SUPP" : NULL;
          row->cohort = schools[s].cohort;
        }
    }
  return plan_end (plan);
}

static KithFamilyDisplay *
show (KithLedger *ledger, gint64 family_id, KithDisplayKind kind)
{
  g_autoptr (KithNetwork) network = kith_network_new (ledger, AS_AT, NULL, NULL);
  g_autoptr (KithRoll) roll = kith_roll_new (network, NULL, NULL);
  g_autoptr (GError) error = NULL;
  KithFamilyDisplay *display = kith_family_display_new (roll, family_id, NULL, kind, &error);

  g_assert_no_error (error);
  return display;
}

static const KithDisplayPoint *
get_point (const KithFamilyDisplay *display, guint p)
{
  return &g_array_index (display->points, KithDisplayPoint, p);
}

/* Slopes of +2, −10 and +4 a year, times three. A year earlier the first two had the same, and the
   third only two figures. */
static void
test_paths (void)
{
  gint64 id;
  g_autoptr (KithLedger) ledger = draw_up (&id);
  g_autoptr (KithFamilyDisplay) display = show (ledger, id, KITH_DISPLAY_IMPROVEMENT);
  static const double changes[] = { 6, -30, 12 }, before[] = { 64, 40 };

  g_assert_cmpuint (display->points->len, ==, 3);
  g_assert_cmpuint (display->missing->len, ==, 1);
  for (guint p = 0; p < 3; p++)
    {
      const KithDisplayPoint *point = get_point (display, p);

      g_assert_cmpfloat_with_epsilon (point->change, changes[p], 1e-9);
      g_assert_cmpuint (point->n_steps, ==, p < 2);
      g_assert_cmpint (point->is_thin, ==, p == 2);
      if (point->n_steps > 0)
        {
          const KithDisplayPlace *step =
              &g_array_index (display->path, KithDisplayPlace, point->first_step);

          g_assert_cmpint (step->year, ==, 2017);
          g_assert_cmpfloat (step->attainment, ==, before[p]);
          g_assert_cmpfloat_with_epsilon (step->change, changes[p], 1e-9);
        }
    }
}

/* The mean of 66, 30 and 48 is 48. √(0.48 × 0.52 / m) × 1.959964 is 15.4825, 9.7920 and 30.9649
   per cent of 40, 100 and 10 pupils: the first two lie outside. */
static void
test_funnel (void)
{
  gint64 id;
  g_autoptr (KithLedger) ledger = draw_up (&id);
  g_autoptr (KithFamilyDisplay) display = show (ledger, id, KITH_DISPLAY_FUNNEL);
  static const double halves[] = { 15.4825, 9.7920, 30.9649 };

  g_assert_cmpfloat_with_epsilon (display->mean, 48, 1e-9);
  for (guint p = 0; p < 3; p++)
    {
      const KithDisplayPoint *point = get_point (display, p);

      g_assert_true (point->has_limits);
      g_assert_cmpfloat_with_epsilon (point->limit_low, 48 - halves[p], 1e-4);
      g_assert_cmpfloat_with_epsilon (point->limit_high, 48 + halves[p], 1e-4);
      g_assert_cmpint (kith_display_point_is_outside (point), ==, p < 2);
    }
}

static KithChart *
draw (KithFamilyDisplay *display)
{
  const KithChartOptions options = { .is_sheet = TRUE,
                                     .width = 297,
                                     .height = 210,
                                     .selected = FIRST + 1,
                                     .has_intervals = TRUE,
                                     .has_tails = TRUE,
                                     .has_goals = TRUE,
                                     .seed = 1 };

  return kith_chart_new (display, &options, &fixed_measure);
}

/* In a funnel the larger school stands higher, and a figure farther right in both. */
static void
test_drawn (void)
{
  gint64 id;
  g_autoptr (KithLedger) ledger = draw_up (&id);

  for (guint kind = KITH_DISPLAY_IMPROVEMENT; kind <= KITH_DISPLAY_FUNNEL; kind++)
    {
      g_autoptr (KithChart) chart = draw (show (ledger, id, (KithDisplayKind)kind));
      g_autofree char *text = kith_scene_dup_text (chart->scene);
      KithPoint a, b, none;
      double r;

      g_assert_true (kith_scene_find (chart->scene, FIRST, &a, &r));
      g_assert_true (kith_scene_find (chart->scene, FIRST + 1, &b, &r));
      g_assert_cmpfloat (a.x, >, b.x);
      g_assert_cmpint (a.y < b.y, ==, kind == KITH_DISPLAY_IMPROVEMENT);
      g_assert_nonnull (strstr (text, "Bellfield"));
      g_assert_nonnull (strstr (text, "hollow"));
      /* what is suppressed */
      g_assert_false (kith_scene_find (chart->scene, FIRST + 3, &none, &r));
      g_assert_null (strstr (text, "91.25"));
      g_assert_null (strstr (text, "91%"));
      g_assert_nonnull (strstr (text, "Dene Court Primary School: too few pupils"));
      g_assert_cmpstr (chart->finding, ==,
                       kind == KITH_DISPLAY_IMPROVEMENT
                           ? "1 of 3 schools is above the Family mean on both; 1 more school is "
                             "not shown"
                           : "2 of 3 schools lie farther from the Family mean than chance alone "
                             "explains; 1 more school is not shown");
    }
}

/* A figure that is no percentage has no limits of chance. */
static void
test_no_funnel (void)
{
  g_autoptr (LedgerPlan) plan = plan_new ();
  KithArrangement *family = plan_arrangement (plan, "family", "Family 4");
  const KithResultChoice choice = { "READ_AVERAGE", NULL, NULL };
  KithValue *row = plan_row (plan, KITH_TABLE_MEASURE);
  g_autoptr (KithLedger) ledger = NULL;
  g_autoptr (KithNetwork) network = NULL;
  g_autoptr (KithRoll) roll = NULL;
  g_autoptr (KithFamilyDisplay) display = NULL;
  g_autoptr (GError) error = NULL;
  gint64 id = family->id;

  plan_school (plan, FIRST, 0, 0);
  plan_member (plan, family, FIRST);
  row->urn = FIRST;
  row->name = "READ_AVERAGE";
  row->subject = "reading";
  row->year = 2018;
  row->value = 104;
  ledger = plan_end (plan);
  network = kith_network_new (ledger, AS_AT, NULL, NULL);
  roll = kith_roll_new (network, NULL, NULL);
  g_assert_null (kith_family_display_new (roll, id, &choice, KITH_DISPLAY_FUNNEL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED);
  /* its subject need not be named */
  display = kith_family_display_new (roll, id, &choice, KITH_DISPLAY_IMPROVEMENT, NULL);
  g_assert_nonnull (display);
  g_assert_cmpint (display->year, ==, 2018);
}

static void
apply (KithLedger **ledger, KithEdit *edit, guint n_changes)
{
  KithLedger *after;

  g_assert_true (kith_edit_check (edit, NULL));
  g_assert_cmpuint (kith_changeset_get_size (edit->changes), ==, n_changes);
  after = kith_changeset_apply (edit->changes, kith_ledger_get_head (*ledger));
  kith_ledger_unref (*ledger);
  *ledger = after;
  kith_edit_free (edit);
}

static void
check_goals (KithLedger *ledger, gint64 id, const double *goals, const KithGoalState *states)
{
  g_autoptr (KithFamilyDisplay) display = show (ledger, id, KITH_DISPLAY_IMPROVEMENT);

  for (guint p = 0; p < 3; p++)
    {
      g_assert_cmpint (get_point (display, p)->goal_state, ==, states[p]);
      g_assert_cmpfloat_with_epsilon (get_point (display, p)->goal, goals[p], 1e-9);
      g_assert_cmpint (get_point (display, p)->goal_year, ==, 2021);
    }
}

/* The mean is 48: what the second has to reach in three years, and what the others have already. */
static void
test_goals (void)
{
  static const KithGoalState none[] = { KITH_GOAL_SUGGESTED, KITH_GOAL_SUGGESTED,
                                        KITH_GOAL_SUGGESTED };
  static const KithGoalState one[] = { KITH_GOAL_SUGGESTED, KITH_GOAL_RECORDED,
                                       KITH_GOAL_SUGGESTED };
  static const KithGoalState all[] = { KITH_GOAL_RECORDED, KITH_GOAL_RECORDED, KITH_GOAL_RECORDED };
  gint64 id;
  g_autoptr (KithLedger) ledger = draw_up (&id);
  g_autoptr (KithFamilyDisplay) display = show (ledger, id, KITH_DISPLAY_IMPROVEMENT);

  check_goals (ledger, id, (const double[]){ 66, 48, 48 }, none);
  apply (&ledger, kith_family_display_set_goal (display, FIRST + 1, 0, "40%", AS_AT, "A. Marsh"),
         1);
  check_goals (ledger, id, (const double[]){ 66, 40, 48 }, one);
  kith_family_display_free (g_steal_pointer (&display));
  display = show (ledger, id, KITH_DISPLAY_IMPROVEMENT);
  /* recorded ones stay */
  apply (&ledger, kith_family_display_set_goals (display, AS_AT, "A. Marsh"), 2);
  check_goals (ledger, id, (const double[]){ 66, 40, 48 }, all);
  kith_family_display_free (g_steal_pointer (&display));
  display = show (ledger, id, KITH_DISPLAY_IMPROVEMENT);
  apply (&ledger, kith_family_display_set_goals (display, AS_AT, NULL), 0);
  apply (&ledger, kith_family_display_set_goal (display, FIRST + 1, 0, "45", AS_AT, NULL), 1);
  check_goals (ledger, id, (const double[]){ 66, 45, 48 }, all);
  kith_family_display_free (g_steal_pointer (&display));
  display = show (ledger, id, KITH_DISPLAY_IMPROVEMENT);
  for (guint s = 0; s < 3; s++)
    {
      apply (&ledger, kith_family_display_set_goal (display, FIRST + s, 0, NULL, AS_AT, NULL), 1);
      kith_family_display_free (g_steal_pointer (&display));
      display = show (ledger, id, KITH_DISPLAY_IMPROVEMENT);
    }
  check_goals (ledger, id, (const double[]){ 66, 48, 48 }, none);
}

static void
test_goals_refused (void)
{
  static const char *const wrong[] = { "", "many", "-1", "101", "175%" };
  gint64 id;
  g_autoptr (KithLedger) ledger = draw_up (&id);
  g_autoptr (KithFamilyDisplay) display = show (ledger, id, KITH_DISPLAY_IMPROVEMENT);

  for (guint w = 0; w < G_N_ELEMENTS (wrong); w++)
    {
      g_autoptr (KithEdit) edit =
          kith_family_display_set_goal (display, FIRST, 0, wrong[w], AS_AT, NULL);

      g_assert_nonnull (kith_edit_find_problem (edit, "goal"));
      g_assert_cmpuint (kith_changeset_get_size (edit->changes), ==, 0);
    }
}

/* Of several the next that is due; where none is, the last that was. */
static void
test_next_goal (void)
{
  static const struct
  {
    int years[3];
    int after, found;
  } cases[] = {
    { { 2019, 2021, 2023 }, 2018, 2019 },
    { { 2023, 2021, 2019 }, 2019, 2021 },
    { { 2019, 2017, 2018 }, 2019, 2019 },
    { { 2017, 2022, 2016 }, 2019, 2022 },
  };

  for (guint c = 0; c < G_N_ELEMENTS (cases); c++)
    {
      g_autoptr (LedgerPlan) plan = plan_new ();
      g_autoptr (KithLedger) ledger = NULL;

      for (guint y = 0; y < 3; y++)
        {
          KithGoal *goal = plan_row (plan, KITH_TABLE_GOAL);

          goal->urn = FIRST;
          goal->measure = "PTRWM_EXP";
          goal->year = cases[c].years[y];
          goal->value = 50;
          goal->set_on = kith_date_new (2015, 9, 1);
        }
      ledger = plan_end (plan);
      g_assert_cmpint (kith_goal_find (ledger, FIRST, "PTRWM_EXP", cases[c].after, AS_AT)->year, ==,
                       cases[c].found);
      g_assert_null (kith_goal_find (ledger, FIRST, "ATT8SCR", cases[c].after, AS_AT));
      g_assert_null (
          kith_goal_find (ledger, FIRST, "PTRWM_EXP", cases[c].after, kith_date_new (2014, 9, 1)));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/data-display/where schools stood before", test_paths);
  g_test_add_func ("/data-display/limits of chance are as worked by hand", test_funnel);
  g_test_add_func ("/data-display/funnel and display show each what it says", test_drawn);
  g_test_add_func ("/data-display/no funnel of what is no percentage", test_no_funnel);
  g_test_add_func ("/data-display/goals by the Family's average, and by hand", test_goals);
  g_test_add_func ("/data-display/a goal that is no figure is refused", test_goals_refused);
  g_test_add_func ("/data-display/of several goals the next that is due", test_next_goal);
  return g_test_run ();
}
