/* kith-edit-merge.h: one that was recorded twice becomes one
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kith-edit.h"

G_BEGIN_DECLS

KithEdit  *kith_edit_merge  (KithLedger  *ledger,
                             KithTable    table,
                             gint64       keep,
                             gint64       gone);

G_END_DECLS
