/* kith-declared-rows.h: what somebody declared about a school, in words
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kith-ledger.h"

G_BEGIN_DECLS

/**
 * KithDeclaredRow:
 * @table: interest, rivalry or catchment
 * @id: key of the row
 * @title: "Pond Street"
 * @words: what is said: "rivals · same bus"
 */
typedef struct
{
  KithTable table;
  gint64 id;
  char *title;
  char *words;
} KithDeclaredRow;

GPtrArray  *kith_declared_rows_list  (KithLedger  *ledger,
                                      gint64       urn);

G_END_DECLS
