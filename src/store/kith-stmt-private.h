/* kith-stmt-private.h: one prepared statement
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kith-db-private.h"

G_BEGIN_DECLS

/* What a read statement gave. */
typedef enum
{
  KITH_STEP_ERROR,
  KITH_STEP_ROW,
  KITH_STEP_DONE,
} KithStep;

void           kith_stmt_free           (KithStmt      *self);
sqlite3_stmt  *kith_stmt_get_handle     (const KithStmt *self);
int            kith_stmt_get_parameter  (const KithStmt *self,
                                         const char    *name);
void           kith_stmt_bind_int64     (KithStmt      *self,
                                         const char    *name,
                                         gint64         value);
void           kith_stmt_bind_text      (KithStmt      *self,
                                         const char    *name,
                                         const char    *value);
void           kith_stmt_bind_bytes     (KithStmt      *self,
                                         const char    *name,
                                         GBytes        *value);
gboolean       kith_stmt_run            (KithStmt      *self,
                                         GError       **error);
KithStep       kith_stmt_step           (KithStmt      *self,
                                         GError       **error);
gint64         kith_stmt_get_int64      (KithStmt      *self,
                                         int            column);
char          *kith_stmt_dup_text       (KithStmt      *self,
                                         int            column);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KithStmt, kith_stmt_free)

G_END_DECLS
