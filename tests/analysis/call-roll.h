/* call-roll.h: the roll call of a ledger that a test made
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kith-roll.h"
#include "ledger-plan.h"

G_BEGIN_DECLS

KithRoll  *call_roll       (KithLedger  *ledger,
                            KithDate     as_at);
KithRoll  *call_plan_roll  (LedgerPlan  *plan,
                            KithDate     as_at);

G_END_DECLS
