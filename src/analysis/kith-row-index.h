/* kith-row-index.h: the rows of a table by something other than their key
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kith-ledger.h"

G_BEGIN_DECLS

/**
 * KithRowIndex:
 *
 * Which rows of one table hold a number in one field. Keeps the ledger. Immutable.
 */
typedef struct _KithRowIndex KithRowIndex;

KithRowIndex  *kith_row_index_new   (KithLedger          *ledger,
                                     KithTable            table,
                                     const char          *field);
void           kith_row_index_free  (KithRowIndex        *self);
const guint   *kith_row_index_find  (const KithRowIndex  *self,
                                     gint64               value,
                                     guint               *n_rows);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KithRowIndex, kith_row_index_free)

G_END_DECLS
