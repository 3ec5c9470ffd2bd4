/* kith-named-trust.h: trusts and federations that only the establishment file names
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kith-kind.h"
#include "kith-ledger.h"

G_BEGIN_DECLS

/**
 * KithNamedTrust:
 * @school: whose own column names it
 * @kind: trust, single-academy trust, foundation trust or federation
 * @name: as the column writes it
 * @arrangement: number of the row of table arrangement that it is; where the register has none
 *   of that kind and name, the number of rows, and on
 *
 * A membership by the establishment file's trust or federation column.
 */
typedef struct
{
  const KithSchool *school;
  KithKind kind;
  const char *name;
  guint arrangement;
} KithNamedTrust;

KithNamedTrust  *kith_named_trust_list      (KithLedger *ledger,
                                             guint      *n_named,
                                             guint      *n_new);
gboolean         kith_named_trust_is_linked (KithLedger *ledger,
                                             gint64      source_id);

G_END_DECLS
