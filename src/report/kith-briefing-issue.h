/* kith-briefing-issue.h: what a briefing said when it was issued
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kith-briefing.h"
#include "kith-changeset.h"

G_BEGIN_DECLS

KithChangeset       *kith_briefing_make_issue   (KithRoll            *roll,
                                                 KithAudience         audience,
                                                 const KithDocument  *document,
                                                 GBytes              *file,
                                                 char               **what);
const KithBriefing  *kith_briefing_find_issued  (KithLedger          *ledger,
                                                 KithAudience         audience,
                                                 KithDate             as_at);
GHashTable          *kith_briefing_read_tiers   (const KithBriefing  *issued);

G_END_DECLS
