/* random-register.h: small registers with every kind of gap
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ledger-plan.h"

G_BEGIN_DECLS

/* t is the review date around which the days of the register lie; URNs go up from 100001 */
KithLedger  *random_register_new  (guint32   seed,
                                   KithDate  t);

G_END_DECLS
