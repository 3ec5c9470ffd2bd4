/* kith-block.h: the rows of one table, never changed once made
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kith-table.h"

G_BEGIN_DECLS

/**
 * KithBlock:
 *
 * The rows of one table in the order of their keys, with their text. Immutable and counted:
 * ledgers share the blocks that an edit did not touch. May cross threads.
 */
typedef struct _KithBlock KithBlock;
typedef struct _KithBlockBuilder KithBlockBuilder;

KithBlockBuilder  *kith_block_builder_new         (KithTable          table);
void               kith_block_builder_free        (KithBlockBuilder  *self);
void               kith_block_builder_share       (KithBlockBuilder  *self,
                                                   KithBlock         *block);
void               kith_block_builder_add         (KithBlockBuilder  *self,
                                                   const void        *row);
void               kith_block_builder_add_shared  (KithBlockBuilder  *self,
                                                   const void        *row);
void               kith_block_builder_add_run     (KithBlockBuilder  *self,
                                                   const void        *rows,
                                                   gsize              n_rows);
const char        *kith_block_builder_keep_text   (KithBlockBuilder  *self,
                                                   const char        *text,
                                                   gssize             length);
KithBlock         *kith_block_builder_end         (KithBlockBuilder  *self);

KithBlock         *kith_block_ref                 (KithBlock         *self);
void               kith_block_unref               (KithBlock         *self);
KithTable          kith_block_get_table           (const KithBlock   *self);
const void        *kith_block_get_rows            (const KithBlock   *self,
                                                   gsize             *n_rows);
const void        *kith_block_find                (const KithBlock   *self,
                                                   gint64             key);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KithBlock, kith_block_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (KithBlockBuilder, kith_block_builder_free)

G_END_DECLS
