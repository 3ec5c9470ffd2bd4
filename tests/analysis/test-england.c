/* test-england.c: the network and the findings at England's size
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kith-measures.h"
#include "kith-repair.h"
#include "kith-roll.h"
#include "ledger-plan.h"

#include <math.h>

#define N_ESTABLISHMENTS 50000
#define N_CONTACTS 400000

/* Every second school is closed; trusts of 2 to 80 schools that stand near each other; hubs
   of 5 to 40; three years of contacts, every seventh with another school. */
static KithLedger *
make_england (KithDate t)
{
  g_autoptr (LedgerPlan) plan = plan_new ();
  g_autoptr (GRand) rand = g_rand_new_with_seed (1);
  gint64 urn = 100000;

  for (guint i = 0; i < N_ESTABLISHMENTS; i++)
    {
      KithSchool *school = plan_school (plan, 100000 + i, 300000 + i % 250 * 1200 + i % 7 * 90,
                                        100000 + i / 250 * 2000.0 + i % 11 * 110);

      school->la = 800 + i / 335;
      school->status = i % 2 == 0 ? "Open" : "Closed";
      school->phase = i % 10 < 8 ? "Primary" : "Secondary";
    }
  while (urn < 100000 + N_ESTABLISHMENTS - 200)
    {
      KithArrangement *trust = plan_arrangement (plan, "trust", "A trust");
      guint size = g_rand_int_range (rand, 0, 20) == 0 ? 80 : g_rand_int_range (rand, 2, 8);

      for (guint m = 0; m < size; m++)
        plan_member (plan, trust, urn + 2 * m)->joined = t - 2000;
      urn += 2 * size + 14;
    }
  for (guint h = 0; h < 200; h++)
    {
      KithArrangement *hub = plan_arrangement (plan, "hub", "A hub");
      gint64 first = 100000 + 2 * g_rand_int_range (rand, 0, N_ESTABLISHMENTS / 2 - 100);

      for (guint m = 0; m < 5 + h % 36; m++)
        plan_member (plan, hub, first + 2 * m)->joined = t - 400;
    }
  for (guint c = 0; c < N_CONTACTS; c++)
    {
      gint64 met = 100000 + 2 * g_rand_int_range (rand, 0, N_ESTABLISHMENTS / 2 - 100);
      KithContact *contact =
          plan_contact (plan, NULL, "visit", t - (KithDate)g_rand_int_range (rand, 0, 1100));

      contact->officer = c % 3 == 0 ? NULL : "J Wren";
      plan_party (plan, contact, met);
      if (c % 7 == 0)
        plan_party (plan, contact, met + 2);
    }
  return plan_end (plan);
}

static void
test_england (void)
{
  KithDate t = kith_date_new (2026, 9, 1);
  g_autoptr (KithLedger) england = make_england (t);
  g_autoptr (KithNetwork) network = NULL;
  g_autoptr (KithRoll) roll = NULL;
  guint n_schools, n_edges, n_rows, n_in_tiers = 0;
  gint64 start = g_get_monotonic_time (), between, end;

  network = kith_network_new (england, t, NULL, NULL);
  between = g_get_monotonic_time ();
  roll = kith_roll_new (network, NULL, NULL);
  end = g_get_monotonic_time ();

  kith_network_get_schools (network, &n_schools);
  kith_network_get_edges (network, &n_edges);
  kith_roll_get_rows (roll, &n_rows);
  for (guint tier = 0; tier < KITH_N_TIERS; tier++)
    n_in_tiers += kith_roll_count_tier (roll, (KithTier)tier);
  g_assert_cmpuint (n_schools, ==, N_ESTABLISHMENTS / 2);
  g_assert_cmpuint (n_rows, ==, n_schools);
  g_assert_cmpuint (n_in_tiers, ==, n_schools);
  g_test_message ("%u schools, %u edges: network %.3f s, findings %.3f s", n_schools, n_edges,
                  (between - start) / 1e6, (end - between) / 1e6);
  /* half a second is the promise; ten times that is a mistake on any machine */
  g_assert_cmpint (end - start, <, 5 * G_USEC_PER_SEC);
}

static void
test_repair (void)
{
  KithDate t = kith_date_new (2026, 9, 1);
  KithRepairOptions options = { 45, TRUE, TRUE };
  g_autoptr (KithLedger) england = make_england (t);
  g_autoptr (KithNetwork) network = kith_network_new (england, t, NULL, NULL);
  g_autoptr (KithRoll) roll = kith_roll_new (network, NULL, NULL);
  gint64 start = g_get_monotonic_time (), end;
  g_autoptr (KithRepair) repair = kith_repair_new (roll, &options, NULL, NULL);

  end = g_get_monotonic_time ();
  g_test_message ("%u isolated, %u hanging: %u links, at least %u, %u not mended, in %.1f s",
                  repair->n_isolated, repair->n_hanging, repair->n_links, repair->bound,
                  repair->n_unmended, (end - start) / 1e6);
  g_assert_cmpuint (repair->n_isolated, >, 1000);
  g_assert_cmpuint (repair->n_unmended, ==, 0);
  g_assert_cmpuint (repair->n_links, >=, repair->bound);
  g_assert_cmpuint (repair->n_links, <=, repair->bound * 102 / 100);
  g_assert_cmpint (end - start, <, 60 * G_USEC_PER_SEC);
}

#define N_LARGE 3000

/* A trust that ties everybody to everybody, four and a half million links:
   p = 1/2999 and constraint 2999 · (p + 2998 p²)² */
static void
test_large_trust (void)
{
  g_autoptr (LedgerPlan) plan = plan_new ();
  g_autoptr (KithLedger) ledger = NULL;
  g_autoptr (KithNetwork) network = NULL;
  g_autofree KithFullMeasures *measures = NULL;
  KithArrangement *trust = plan_arrangement (plan, "trust", "Everybody");
  double p = 1.0 / (N_LARGE - 1);

  for (guint i = 0; i < N_LARGE; i++)
    {
      plan_school (plan, 100000 + i, 10.0 * i, 0);
      plan_member (plan, trust, 100000 + i);
    }
  ledger = plan_end (plan);
  network = kith_network_new (ledger, kith_date_new (2026, 9, 1), NULL, NULL);
  measures = kith_full_measures_new (network, 0, N_LARGE, NULL, NULL);
  g_assert_true (kith_full_measures_find_closeness (measures, network, 0, N_LARGE, NULL, NULL));
  for (guint i = 0; i < N_LARGE; i++)
    {
      g_assert_cmpuint (measures[i].links.n_links, ==, N_LARGE - 1);
      g_assert_cmpuint (measures[i].reach, ==, N_LARGE - 1);
      g_assert_cmpuint (measures[i].coreness, ==, N_LARGE - 1);
      g_assert_cmpfloat_with_epsilon (measures[i].links.strength, 1, 1e-9);
      g_assert_cmpfloat (measures[i].concentration, ==, 1);
      g_assert_cmpfloat_with_epsilon (measures[i].closeness, 1, 1e-9);
      g_assert_cmpfloat_with_epsilon (measures[i].constraint,
                                      (N_LARGE - 1) * pow (p + (N_LARGE - 2) * p * p, 2), 1e-9);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/england/each school once, and soon", test_england);
  g_test_add_func ("/england/three thousand in one trust", test_large_trust);
  g_test_add_func ("/england/new links within a minute, and few more than the bound", test_repair);
  return g_test_run ();
}
