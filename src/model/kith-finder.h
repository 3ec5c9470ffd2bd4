/* kith-finder.h: schools, arrangements, organisations and people, found by what somebody types
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kith-ledger.h"

G_BEGIN_DECLS

/**
 * KithFinder:
 *
 * Every word by which something in one ledger can be found. Immutable and counted; may cross
 * threads. England, 50,000 schools and 6,000 arrangements: made in half a second, and
 * answers in 30 ms at most, so there is no table for it in the register.
 */
typedef struct _KithFinder KithFinder;

/**
 * KithFound:
 * @table: school, arrangement, organisation or person
 * @key: which
 * @name: what people call it
 * @detail: what tells it from another of that name: "Primary, Alderton, Northmoor, 100123"
 */
typedef struct
{
  KithTable table;
  gint64 key;
  char *name;
  char *detail;
} KithFound;

KithFinder  *kith_finder_new         (KithLedger        *ledger);
KithFinder  *kith_finder_ref         (KithFinder        *self);
void         kith_finder_unref       (KithFinder        *self);
KithLedger  *kith_finder_get_ledger  (const KithFinder  *self);
GPtrArray   *kith_finder_find        (const KithFinder  *self,
                                      const char        *text,
                                      guint              most);
const char  *kith_found_get_words    (const KithFound   *self);
void         kith_found_free         (KithFound         *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KithFinder, kith_finder_unref)

G_END_DECLS
