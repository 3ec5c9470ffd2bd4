/* kith-txn-private.h: one transaction, rolled back unless it is committed
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kith-db-private.h"

G_BEGIN_DECLS

KithTxn   *kith_txn_begin   (KithDb     *db,
                             GError    **error);
KithTxn   *kith_txn_begin_reading
                            (KithDb     *db,
                             GError    **error);
gboolean   kith_txn_commit  (KithTxn   **self,
                             GError    **error);
void       kith_txn_free    (KithTxn    *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KithTxn, kith_txn_free)

G_END_DECLS
