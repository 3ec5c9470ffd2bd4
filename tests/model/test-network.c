/* test-network.c: the whole system as at one date
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kith-network.h"
#include "ledger-plan.h"

/* 1 September 2026 */
#define REVIEW (kith_date_new (2026, 9, 1))

static KithNetwork *
make_network (LedgerPlan *plan)
{
  g_autoptr (KithLedger) ledger = plan_end (plan);
  KithNetwork *network = kith_network_new (ledger, REVIEW, NULL, NULL);

  g_assert_nonnull (network);
  return network;
}

static guint
count_schools (const KithNetwork *network)
{
  guint n;

  kith_network_get_schools (network, &n);
  return n;
}

static double
get_weight (const KithNetwork *network, gint64 a, gint64 b)
{
  guint i = kith_network_find_school (network, a), j = kith_network_find_school (network, b), n;
  const KithTied *tied = kith_network_get_tied (network, i, &n);
  const KithEdge *edges = kith_network_get_edges (network, &(guint){ 0 });

  for (guint t = 0; t < n; t++)
    if (tied[t].school == j)
      return edges[tied[t].edge].weight;
  return 0;
}

static const KithNetworkMember *
get_only_member (const KithNetwork *network, gint64 urn)
{
  guint n;
  const guint *memberships =
      kith_network_get_memberships (network, kith_network_find_school (network, urn), &n);

  g_assert_cmpuint (n, ==, 1);
  return kith_network_get_member (network, memberships[0]);
}

/* METHODS, section 1, "in scope" and "open at t" */
static void
test_open (void)
{
  static const struct
  {
    const char *status;
    int opened, closed; /* days after the review date; 0 the day itself, -1000 unknown */
    gboolean is_open;
  } cases[] = {
    { "Open", -1000, -1000, TRUE },
    { "Open", 0, -1000, TRUE },
    { "Open", 1, -1000, FALSE },
    { "Proposed to open", -1000, -1000, FALSE },
    { "Proposed to open", 0, -1000, TRUE },
    { "Closed", -1000, -1000, FALSE },
    { "Closed", -1000, 0, FALSE },
    { "Closed", -1000, 1, TRUE },
    { "Open, but proposed to close", -1000, 1, TRUE },
    { "Open, but proposed to close", -1000, 0, FALSE },
    { NULL, -1000, -1000, TRUE },
  };

  for (guint c = 0; c < G_N_ELEMENTS (cases); c++)
    {
      g_autoptr (LedgerPlan) plan = plan_new ();
      g_autoptr (KithNetwork) network = NULL;
      KithSchool *school = plan_school (plan, 100001, 0, 0);

      school->status = cases[c].status;
      school->opened =
          cases[c].opened == -1000 ? KITH_DATE_UNKNOWN : REVIEW + (KithDate)cases[c].opened;
      school->closed =
          cases[c].closed == -1000 ? KITH_DATE_UNKNOWN : REVIEW + (KithDate)cases[c].closed;
      network = make_network (plan);
      g_assert_cmpuint (count_schools (network), ==, cases[c].is_open);
    }
}

static void
test_due_closed (void)
{
  g_autoptr (LedgerPlan) plan = plan_new ();
  g_autoptr (KithNetwork) network = NULL;

  plan_school (plan, 100001, 0, 0)->closed = REVIEW;
  plan_school (plan, 100002, 0, 0)->closed = REVIEW + 1;
  network = make_network (plan);
  g_assert_cmpuint (kith_network_count_due_closed (network), ==, 1);
}

/* A hub of three; 1 September 2026 is 730 days after 1 September 2024: r = 1/4 of what it was */
static void
test_fading (void)
{
  g_autoptr (LedgerPlan) plan = plan_new ();
  g_autoptr (KithNetwork) network = NULL;
  KithArrangement *hub = plan_arrangement (plan, "hub", "Larkmead EAL hub");
  KithContact *contact = plan_contact (plan, hub, "visit", REVIEW);

  for (gint64 urn = 100001; urn <= 100003; urn++)
    plan_school (plan, urn, 0, 0);
  plan_party (plan, contact, 100003);
  plan_member (plan, hub, 100001)->joined = REVIEW - 730;
  plan_member (plan, hub, 100002)->joined = REVIEW - 731;
  plan_member (plan, hub, 100003)->joined = REVIEW - 1000;
  network = make_network (plan);

  g_assert_cmpfloat (get_only_member (network, 100001)->recency, ==, 0.25);
  g_assert_true (get_only_member (network, 100001)->is_live);
  g_assert_false (get_only_member (network, 100002)->is_live);
  g_assert_cmpfloat (get_only_member (network, 100003)->recency, ==, 1);
  g_assert_false (get_only_member (network, 100002)->is_unrecorded);
  /* 1 × √(1/4 × 1) / (3 − 1): the faded member still counts in n_g */
  g_assert_cmpfloat (get_weight (network, 100001, 100003), ==, 0.25);
  g_assert_cmpfloat (get_weight (network, 100001, 100002), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/network/open/status, opened and closed decide", test_open);
  g_test_add_func ("/network/due-closed/a plan that has come is counted", test_due_closed);
  (void)get_weight;
  (void)get_only_member;
  g_test_add_func ("/network/recency/two half-lives are live and a day more is not", test_fading);
  return g_test_run ();
}
