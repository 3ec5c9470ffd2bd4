/* kith-edit-removal.h: records taken out, and what goes with them
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kith-edit.h"

G_BEGIN_DECLS

KithEdit  *kith_edit_remove_record       (KithLedger  *ledger,
                                          KithTable    table,
                                          gint64       id);
KithEdit  *kith_edit_remove_partnership  (KithLedger  *ledger,
                                          gint64       id);
char      *kith_edit_dup_what_goes       (KithLedger  *ledger,
                                          gint64       id);

G_END_DECLS
