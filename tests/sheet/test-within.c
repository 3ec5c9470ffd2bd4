/* test-within.c: subjects and groups of pupils inside the schools of a Family
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "fixed-measure.h"
#include "ledger-plan.h"

#include "kith-within-chart.h"

#include <math.h>
#include <string.h>

#define AS_AT kith_date_new (2019, 9, 12)
#define FIRST 100001

/* Reading, maths, and of the expected standard EAL pupils, with how many of these there are. */
static const struct
{
  const char *name;
  double all, reading, maths, eal;
  int cohort, n_eal;
} schools[] = {
  { "Alder Grove Primary School", 60, 60, 95, 50, 100, 40 },
  { "Bellfield Primary School", 60, 60, 60, 52, 100, 40 },
  { "Chantry Field Primary School", 60, 60, 60, 54, 100, 40 },
  { "Dene Court Primary School", 60, 60, 60, 48, 100, 40 },
  { "Elm Tree Primary School", 60, 60, 60, 46, 100, 40 },
  { "Foxhill Primary School", 60, 60, 25, 87.31, 100, 5 },
  { "Grange Primary School", 60, 95, 60, 43.17, 12, 9 },
};

#define N_SCHOOLS G_N_ELEMENTS (schools)

static void
plan_figure (LedgerPlan *plan, gint64 urn, const char *measure, double value, int cohort)
{
  KithValue *row = plan_row (plan, KITH_TABLE_MEASURE);

  row->urn = urn;
  row->name = measure;
  row->subject = kith_measure_get_subject (measure);
  row->year = 2018;
  row->value = value;
  row->cohort = cohort;
}

static KithFamilyWithin *
look (void)
{
  g_autoptr (LedgerPlan) plan = plan_new ();
  KithArrangement *family = plan_arrangement (plan, "family", "Family 4");
  g_autoptr (KithLedger) ledger = NULL;
  g_autoptr (KithNetwork) network = NULL;
  g_autoptr (KithRoll) roll = NULL;
  g_autoptr (GError) error = NULL;
  gint64 id = family->id;
  KithFamilyWithin *within;

  for (guint s = 0; s < N_SCHOOLS; s++)
    {
      gint64 urn = FIRST + s;
      KithValue *row;

      plan_school (plan, urn, 1000 * s, 0)->name = schools[s].name;
      plan_member (plan, family, urn);
      plan_figure (plan, urn, "PTRWM_EXP", schools[s].all, schools[s].cohort);
      plan_figure (plan, urn, "PTREAD_EXP", schools[s].reading, schools[s].cohort);
      plan_figure (plan, urn, "PTMAT_EXP", schools[s].maths, schools[s].cohort);
      row = plan_row (plan, KITH_TABLE_MEASURE);
      row->urn = urn;
      row->name = "PTRWM_EXP";
      row->subgroup = "EAL";
      row->year = 2018;
      row->value = schools[s].eal;
      row->cohort = schools[s].n_eal;
    }
  ledger = plan_end (plan);
  network = kith_network_new (ledger, AS_AT, NULL, NULL);
  roll = kith_roll_new (network, NULL, NULL);
  within = kith_family_within_new (roll, id, &error);
  g_assert_no_error (error);
  return within;
}

static const KithWithinPanel *
get_panel (const KithFamilyWithin *within, const char *head)
{
  for (guint p = 0; p < within->panels->len; p++)
    if (strcmp (g_array_index (within->panels, KithWithinPanel, p).head, head) == 0)
      return &g_array_index (within->panels, KithWithinPanel, p);
  g_assert_not_reached ();
}

/* Maths: mean 60, and two that lie 35 off, in a spread of √(2 × 35² / 6) = 20.2. Reading: mean 65,
   and one 30 above it of twelve pupils, in a spread of 13.2; chance moves so few by 27.0. */
static void
test_by_hand (void)
{
  g_autoptr (KithFamilyWithin) within = look ();
  const KithWithinPanel *maths = get_panel (within, "Maths"), *reading;

  g_assert_cmpuint (within->panels->len, ==, 3);
  g_assert_cmpfloat_with_epsilon (maths->mean, 60, 1e-9);
  g_assert_cmpfloat_with_epsilon (maths->deviation, 20.2073, 1e-4);
  for (guint m = 0; m < N_SCHOOLS; m++)
    g_assert_cmpint (maths->cells[m].stand, ==,
                     m == 0   ? KITH_WITHIN_STRENGTH
                     : m == 5 ? KITH_WITHIN_NEED
                              : KITH_WITHIN_LEVEL);
  reading = get_panel (within, "Reading");
  g_assert_cmpfloat_with_epsilon (reading->mean, 65, 1e-9);
  g_assert_cmpint (reading->cells[6].stand, ==, KITH_WITHIN_STRENGTH);
  g_assert_cmpuint (within->n_strengths, ==, 2);
  g_assert_cmpuint (within->n_needs, ==, 1);
  /* nobody lies far below in reading: no meeting */
  g_assert_cmpuint (within->meetings->len, ==, 1);
  g_assert_cmpstr (g_ptr_array_index (within->meetings, 0), ==,
                   "Alder Grove Primary School (95%) does far better in maths than the Family’s "
                   "mean of 60%. Foxhill Primary School (25%) lies far below it, and could learn "
                   "from them.");
}

/* Five EAL pupils are not shown; of twelve, nine leave three whose figure the whole would tell.
   The mean is that of the other five. */
static void
test_suppressed (void)
{
  g_autoptr (KithFamilyWithin) within = look ();
  const KithWithinPanel *eal = get_panel (within, "EAL");
  const KithWithinOptions options = { TRUE, 297, 210, FIRST + 5 };
  g_autoptr (KithWithinChart) chart = NULL;
  g_autofree char *text = NULL;

  g_assert_cmpfloat_with_epsilon (eal->mean, 50, 1e-9);
  g_assert_cmpuint (eal->n_values, ==, 5);
  g_assert_true (isnan (eal->cells[5].value));
  g_assert_cmpstr (eal->cells[5].why, ==, "too few pupils; the means leave it out");
  g_assert_cmpint (eal->cells[5].cohort, ==, KITH_INT_NONE);
  g_assert_true (isnan (eal->cells[6].value));
  g_assert_cmpstr (eal->cells[6].why, ==, "withheld, as it would tell a suppressed one");
  chart = kith_within_chart_new (g_steal_pointer (&within), &options, &fixed_measure);
  text = kith_scene_dup_text (chart->scene);
  g_assert_null (strstr (text, "87.31"));
  g_assert_null (strstr (text, "87%"));
  g_assert_null (strstr (text, "43.17"));
  g_assert_null (strstr (text, "43%"));
  g_assert_nonnull (strstr (text, "Foxhill Primary School, Maths, 25%, far below"));
}

/* Each school has a row, and stands farther right where its figure is higher. */
static void
test_drawn (void)
{
  const KithWithinOptions alone = { FALSE, 180, 0, 0 };
  g_autoptr (KithWithinChart) chart = kith_within_chart_new (look (), &alone, &fixed_measure);
  guint n;
  const KithMark *marks = kith_scene_get_marks (chart->scene, &n);
  guint n_signs = 0;

  for (guint m = 0; m < n; m++)
    {
      if (marks[m].type != KITH_MARK_SIGN)
        continue;
      n_signs++;
      g_assert_cmpfloat (marks[m].sign.at.x, >, 0);
      g_assert_cmpfloat (marks[m].sign.at.x, <, 180);
      g_assert_cmpfloat (marks[m].sign.at.y, <, kith_scene_get_height (chart->scene));
    }
  /* 7 + 7 + 5 */
  g_assert_cmpuint (n_signs, ==, 19);
  g_assert_cmpstr (chart->finding, ==, "In 1 subject or group of pupils a strength meets a need");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/within/strengths and needs are as worked by hand", test_by_hand);
  g_test_add_func ("/within/what is suppressed stands nowhere", test_suppressed);
  g_test_add_func ("/within/every figure that is shown is drawn", test_drawn);
  return g_test_run ();
}
