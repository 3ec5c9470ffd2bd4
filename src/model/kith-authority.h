/* kith-authority.h: telling authorities by code and by name
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kith-ledger.h"

G_BEGIN_DECLS

char        *kith_authority_dup_key        (const char         *name);
gint64       kith_ledger_find_authority    (const KithLedger   *ledger,
                                            const char         *gss,
                                            const char         *name);
gint64       kith_boundary_find_authority  (const KithBoundary *boundary,
                                            const KithLedger   *ledger);

G_END_DECLS
