/* kith-briefing-template.h: which sections a briefing has, kept for next term
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kith-briefing.h"
#include "kith-changeset.h"

G_BEGIN_DECLS

/* of a row of table saved_view that is one */
#define KITH_BRIEFING_TEMPLATE_PAGE "briefing"

KithChangeset  *kith_briefing_make_template  (KithLedger                 *ledger,
                                              const char                 *name,
                                              const KithBriefingOptions  *options);
gboolean        kith_briefing_read_template  (KithLedger                 *ledger,
                                              const char                 *name,
                                              KithBriefingOptions        *options,
                                              GError                    **error);

G_END_DECLS
