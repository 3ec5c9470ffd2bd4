/* call-roll.c: the roll call of a ledger that a test made
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "call-roll.h"

KithRoll *
call_roll (KithLedger *ledger, KithDate as_at)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (KithNetwork) network = kith_network_new (ledger, as_at, NULL, &error);
  KithRoll *roll;

  g_assert_no_error (error);
  roll = kith_roll_new (network, NULL, &error);
  g_assert_no_error (error);
  return roll;
}

/* Ends the plan. */
KithRoll *
call_plan_roll (LedgerPlan *plan, KithDate as_at)
{
  g_autoptr (KithLedger) ledger = plan_end (plan);

  return call_roll (ledger, as_at);
}
