/* kith-register-view.h: a register as it was read at one moment
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kith-holder.h"
#include "kith-store.h"

G_BEGIN_DECLS

/**
 * KithAccess:
 * @KITH_ACCESS_WRITE: this program holds the register
 * @KITH_ACCESS_HELD: another did when it was opened, so it can only be looked at
 * @KITH_ACCESS_SHUT: the file or its folder cannot be written
 */
typedef enum
{
  KITH_ACCESS_WRITE,
  KITH_ACCESS_HELD,
  KITH_ACCESS_SHUT,
} KithAccess;

/**
 * KithRegisterView:
 * @file: the register
 * @ledger: what it says
 * @history: (element-type KithJournalRow): its journal
 * @undoable: the entry that undo takes back, 0 for none
 * @redoable: the entry that redo brings back, 0 for none
 * @access: what can be done with it
 * @holder: (nullable): where it is held, who holds it now, nobody if %NULL
 */
typedef struct
{
  GFile *file;
  KithLedger *ledger;
  GPtrArray *history;
  gint64 undoable;
  gint64 redoable;
  KithAccess access;
  KithHolder *holder;
} KithRegisterView;

KithRegisterView  *kith_register_view_read  (KithStore         *store,
                                             KithLedger        *previous,
                                             KithAccess         access,
                                             KithJob           *job,
                                             GError           **error);
void               kith_register_view_free  (KithRegisterView  *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (KithRegisterView, kith_register_view_free)

G_END_DECLS
