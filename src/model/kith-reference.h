/* kith-reference.h: which rows name a row
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kith-ledger.h"

G_BEGIN_DECLS

/**
 * KithReference:
 * @table: whose row
 * @field: of it: "lead_person_id"
 * @row: the ledger's
 *
 * A row that names another one in one of its fields. A row that does so in two fields is two.
 */
typedef struct
{
  KithTable table;
  const KithField *field;
  const void *row;
} KithReference;

GArray    *kith_reference_list   (KithLedger       *ledger,
                                  KithTable         table,
                                  gint64            key);
guint      kith_reference_count  (const GArray     *references,
                                  KithTable         table);
gboolean   kith_reference_is_to  (const KithField  *field,
                                  KithTable         table);

G_END_DECLS
