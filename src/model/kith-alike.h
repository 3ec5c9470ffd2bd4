/* kith-alike.h: names that may be of one and the same
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kith-ledger.h"

G_BEGIN_DECLS

/**
 * KithAlike:
 * @one: key of a person or an organisation
 * @other: of another, recorded later
 * @is_spelling: whether they differ in case, marks and words that say nothing alone; else a letter
 *   is another, is missing, or changed places with the next
 *
 * Two that somebody may have recorded twice. Two people may have one name all the same.
 */
typedef struct
{
  gint64 one;
  gint64 other;
  gboolean is_spelling;
} KithAlike;

char         *kith_alike_dup_key  (const char  *name);
gint64        kith_alike_find     (KithLedger  *ledger,
                                   KithTable    table,
                                   const char  *name);
GArray       *kith_alike_list     (KithLedger  *ledger,
                                   KithTable    table);
const char   *kith_alike_get_name (KithLedger  *ledger,
                                   KithTable    table,
                                   gint64       id);

G_END_DECLS
