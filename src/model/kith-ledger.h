/* kith-ledger.h: what the register says
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kith-block.h"

G_BEGIN_DECLS

#define KITH_TYPE_LEDGER (kith_ledger_get_type ())

/* The figures that findings look at, of all pupils and all subjects (METHODS, section 6). */
#define KITH_HEADLINE_PRIMARY "PTRWM_EXP"
#define KITH_HEADLINE_SECONDARY "ATT8SCR"

/**
 * KithLedger:
 *
 * Everything in a register at one moment: a block a table, and the number of the journal's
 * newest entry. Immutable and counted; a ledger after an edit shares all blocks that the
 * edit did not touch. May cross threads. The table measure is large and may be left unread;
 * its headlines, one row in sixty, are there all the same.
 */
typedef struct _KithLedger KithLedger;

GType             kith_ledger_get_type     (void);
KithLedger       *kith_ledger_new          (KithLedger       *previous,
                                            KithBlock *const *blocks,
                                            KithBlock        *headlines,
                                            gint64            head);
KithLedger       *kith_ledger_new_empty    (void);
KithLedger       *kith_ledger_ref          (KithLedger       *self);
void              kith_ledger_unref        (KithLedger       *self);
gint64            kith_ledger_get_head     (const KithLedger *self);
gboolean          kith_ledger_has_table    (const KithLedger *self,
                                            KithTable         table);
KithBlock        *kith_ledger_get_block    (const KithLedger *self,
                                            KithTable         table);
KithBlock        *kith_ledger_get_headlines (const KithLedger *self);
const void       *kith_ledger_get_rows     (const KithLedger *self,
                                            KithTable         table,
                                            gsize            *n_rows);
const void       *kith_ledger_find         (const KithLedger *self,
                                            KithTable         table,
                                            gint64            key);
const char       *kith_ledger_get_setting  (const KithLedger *self,
                                            const char       *key);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KithLedger, kith_ledger_unref)

G_END_DECLS
