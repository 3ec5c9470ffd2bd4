/* kith-changeset.h: what a file or an officer would change
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kith-ledger.h"

G_BEGIN_DECLS

typedef enum
{
  KITH_CHANGE_ADD,
  KITH_CHANGE_ALTER,
  KITH_CHANGE_REMOVE,
} KithChangeKind;

/**
 * KithChange:
 * @table: whose row
 * @kind: what happens to it
 * @before: (nullable): the row as the base ledger has it; %NULL when added
 * @after: (nullable): the row as it shall be; %NULL when removed
 */
typedef struct
{
  KithTable table;
  KithChangeKind kind;
  const void *before;
  const void *after;
} KithChange;

/**
 * KithChangeset:
 *
 * Changes of rows of one ledger, its base. A row is changed at most once: a later call for
 * the same key takes the place of the earlier one. Built by one thread, then only read.
 */
typedef struct _KithChangeset KithChangeset;

KithChangeset     *kith_changeset_new         (KithLedger           *base);
KithChangeset     *kith_changeset_new_between (KithLedger           *from,
                                               KithLedger           *to);
KithChangeset     *kith_changeset_ref         (KithChangeset        *self);
void               kith_changeset_unref       (KithChangeset        *self);

KithLedger        *kith_changeset_get_base    (const KithChangeset  *self);
gint64             kith_changeset_take_key    (KithChangeset        *self,
                                               KithTable             table);
void               kith_changeset_put         (KithChangeset        *self,
                                               KithTable             table,
                                               const void           *row);
void               kith_changeset_remove      (KithChangeset        *self,
                                               KithTable             table,
                                               gint64                key);
const void        *kith_changeset_find        (const KithChangeset  *self,
                                               KithTable             table,
                                               gint64                key);
const char        *kith_changeset_keep_text   (KithChangeset        *self,
                                               const char           *text,
                                               gssize                length);
guint              kith_changeset_get_size    (const KithChangeset  *self);
const KithChange  *kith_changeset_get         (const KithChangeset  *self,
                                               guint                 i);
guint              kith_changeset_count       (const KithChangeset  *self,
                                               KithTable             table,
                                               KithChangeKind        kind);
KithLedger        *kith_changeset_apply       (const KithChangeset  *self,
                                               gint64                head);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KithChangeset, kith_changeset_unref)

G_END_DECLS
