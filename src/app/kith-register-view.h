/* kith-register-view.h: a register as it was read at one moment
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kith-store.h"

G_BEGIN_DECLS

/**
 * KithRegisterView:
 * @file: the register
 * @ledger: what it says
 * @history: (element-type KithJournalRow): its journal
 * @undoable: the entry that undo takes back, 0 for none
 * @redoable: the entry that redo brings back, 0 for none
 * @is_read_only: whether it can only be looked at
 */
typedef struct
{
  GFile *file;
  KithLedger *ledger;
  GPtrArray *history;
  gint64 undoable;
  gint64 redoable;
  gboolean is_read_only;
} KithRegisterView;

KithRegisterView  *kith_register_view_read  (KithStore         *store,
                                             KithLedger        *previous,
                                             gboolean           is_read_only,
                                             KithJob           *job,
                                             GError           **error);
void               kith_register_view_free  (KithRegisterView  *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (KithRegisterView, kith_register_view_free)

G_END_DECLS
