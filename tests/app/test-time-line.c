/* test-time-line.c: which years the record is of
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kith-time-line.h"
#include "ledger-plan.h"

#define TODAY kith_date_new (2026, 9, 1)

/* one school that joined a hub on @joined and was met on @met; unknown for one without */
static KithDate
find_first (KithDate joined, KithDate met)
{
  g_autoptr (LedgerPlan) plan = plan_new ();
  g_autoptr (KithLedger) ledger = NULL;
  KithArrangement *hub = plan_arrangement (plan, "hub", "Larkmead Maths Hub");

  plan_school (plan, 100001, 410000, 110000);
  plan_member (plan, hub, 100001)->joined = joined;
  if (met != KITH_DATE_UNKNOWN)
    plan_contact (plan, hub, "visit", met);
  ledger = plan_end (plan);
  return kith_time_line_find_first (ledger, TODAY);
}

static void
test_first (void)
{
  g_assert_cmpint (find_first (KITH_DATE_UNKNOWN, KITH_DATE_UNKNOWN), ==, KITH_DATE_UNKNOWN);
  g_assert_cmpint (find_first (kith_date_new (2021, 3, 4), KITH_DATE_UNKNOWN), ==,
                   kith_date_new (2021, 3, 4));
  g_assert_cmpint (find_first (kith_date_new (2021, 3, 4), kith_date_new (2020, 12, 31)), ==,
                   kith_date_new (2020, 12, 31));
  g_assert_cmpint (find_first (KITH_DATE_UNKNOWN, kith_date_new (2022, 5, 6)), ==,
                   kith_date_new (2022, 5, 6));
  /* what lies ahead is no beginning; before thirty years ago it is more often a slip */
  g_assert_cmpint (find_first (kith_date_new (2027, 1, 1), KITH_DATE_UNKNOWN), ==,
                   KITH_DATE_UNKNOWN);
  g_assert_cmpint (find_first (kith_date_new (1921, 3, 4), KITH_DATE_UNKNOWN), ==,
                   kith_date_new (1996, 9, 1));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/time-line/it begins with the first day on record", test_first);
  return g_test_run ();
}
