/* test-cliff-chart.c: when money ends, as a chart
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "golden.h"

#include "kith-cliff-chart.h"
#include "ledger-plan.h"

#define AS_AT (kith_date_new (2026, 9, 1))

/* Pairings of which each one's money ends so many months after September 2026 */
static KithScene *
draw (const int *months, guint n)
{
  g_autoptr (LedgerPlan) plan = plan_new ();
  g_autoptr (KithLedger) ledger = NULL;
  g_autoptr (KithNetwork) network = NULL;
  g_autoptr (KithHolders) holders = NULL;
  g_autoptr (KithCliff) cliff = NULL;

  for (guint p = 0; p < n; p++)
    {
      KithArrangement *pair = plan_arrangement (plan, "pairing", "Pair");

      pair->funding_ends = kith_date_add_months (AS_AT, months[p]) + 14;
      for (guint s = 0; s < 2; s++)
        {
          plan_school (plan, 100000 + 2 * p + s, 0, 0);
          plan_member (plan, pair, 100000 + 2 * p + s);
        }
    }
  ledger = plan_end (plan);
  network = kith_network_new (ledger, AS_AT, NULL, NULL);
  holders = kith_holders_new (network);
  cliff = kith_cliff_new (holders);
  return kith_cliff_chart_new (cliff, AS_AT, 120, 50);
}

static void
test_chart (void)
{
  static const int months[] = { 0, 4, 4, 14 };
  g_autoptr (KithScene) scene = draw (months, G_N_ELEMENTS (months));
  g_autofree char *text = kith_scene_dup_text (scene);

  check_golden ("cliff-chart.txt", text);
}

/* Money that ends in seventy years does not make the next ones invisible, and nothing is drawn
   beyond the plot */
static void
test_far_away (void)
{
  static const int months[] = { 1, 840 };
  g_autoptr (KithScene) scene = draw (months, G_N_ELEMENTS (months));
  guint n;
  const KithStep *steps = kith_scene_get_steps (scene, &n);

  g_assert_cmpuint (n, >, 0);
  for (guint s = 0; s < n; s++)
    if (steps[s].type != KITH_STEP_CLOSE)
      {
        g_assert_cmpfloat (steps[s].points[0].x, >=, 0);
        g_assert_cmpfloat (steps[s].points[0].x, <=, 120);
        g_assert_cmpfloat (steps[s].points[0].y, >=, 0);
        g_assert_cmpfloat (steps[s].points[0].y, <=, 50);
      }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  begin_goldens (argc, argv);
  g_test_add_func ("/cliff-chart/four pairings", test_chart);
  g_test_add_func ("/cliff-chart/money that ends in seventy years", test_far_away);
  return g_test_run ();
}
