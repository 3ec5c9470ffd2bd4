/* test-roll.c: every school, its findings and its tier
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kith-roll.h"
#include "ledger-plan.h"

static KithRoll *
make_roll_at (LedgerPlan *plan, KithDate as_at)
{
  g_autoptr (KithLedger) ledger = plan_end (plan);
  g_autoptr (KithNetwork) network = kith_network_new (ledger, as_at, NULL, NULL);
  g_autoptr (GError) error = NULL;
  KithRoll *roll = kith_roll_new (network, NULL, &error);

  g_assert_no_error (error);
  return roll;
}

static const KithFinding *
find_finding (const KithRoll *roll, gint64 urn, KithFindingCode code)
{
  const KithRollRow *row = kith_roll_find (roll, urn);

  for (guint f = 0; f < row->n_findings; f++)
    if (row->findings[f].code == code)
      return &row->findings[f];
  return NULL;
}

/* The sentences of LOOK, section 11 */
static void
test_sentences (void)
{
  KithDate as_at = kith_date_new (2026, 10, 1);
  g_autoptr (LedgerPlan) plan = plan_new ();
  g_autoptr (KithRoll) roll = NULL;
  KithArrangement *hub = plan_arrangement (plan, "hub", "Larkmead EAL hub");
  KithArrangement *family = plan_arrangement (plan, "family", "Family 3");
  KithEnquiry *enquiry = plan_row (plan, KITH_TABLE_ENQUIRY);
  const KithFinding *finding;

  plan_school (plan, 100001, 0, 0)->name = "St Aldhelm’s";
  plan_school (plan, 100002, 0, 0)->name = "Pond Street";
  /* 730 days after 4 September 2024 are 4 September 2026; a day earlier for 3 September */
  plan_member (plan, hub, 100001)->joined = kith_date_new (2024, 9, 3);
  plan_contact (plan, hub, "meeting", kith_date_new (2025, 2, 3));
  plan_member (plan, family, 100001)->left_date = kith_date_new (2025, 1, 1);
  *enquiry = (KithEnquiry){ enquiry->id, 100001, "pairing",    kith_date_new (2026, 3, 2),
                            "none",      NULL,   KITH_INT_NONE };
  roll = make_roll_at (plan, as_at);

  finding = find_finding (roll, 100001, KITH_FINDING_NO_LIVE_LINK);
  g_assert_cmpint (finding->severity, ==, KITH_SEVERITY_RED);
  g_assert_cmpstr (finding->sentence, ==,
                   "No school works with St Aldhelm’s at present. Its last link, to the Larkmead "
                   "EAL hub, faded on 4 September 2026.");
  g_assert_cmpstr (finding->evidence, ==,
                   "Two memberships on record. Asked about pairings on 2 March 2026: none.");
  finding = find_finding (roll, 100002, KITH_FINDING_NO_LIVE_LINK);
  g_assert_cmpint (finding->severity, ==, KITH_SEVERITY_ASK);
  g_assert_cmpstr (finding->state, ==, "nobody has asked");
  g_assert_cmpstr (finding->sentence, ==, "Nobody has asked Pond Street about its partnerships.");
  g_assert_cmpstr (finding->evidence, ==, "No arrangement and no enquiry on record.");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/roll/sentences/as LOOK has them", test_sentences);
  return g_test_run ();
}
