/* kith-db-private.h: one connection to a register's file
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#define SQLITE_ENABLE_SESSION 1
#define SQLITE_ENABLE_PREUPDATE_HOOK 1
#include <sqlite3.h>

#include "kith-job.h"

G_BEGIN_DECLS

typedef struct _KithDb KithDb;

typedef struct _KithStmt KithStmt;
typedef struct _KithTxn KithTxn;

KithDb      *kith_db_open          (const char         *path,
                                    gboolean            is_writable,
                                    GError            **error);
void         kith_db_close         (KithDb             *self);
const char  *kith_db_get_path      (const KithDb       *self);
const char  *kith_db_get_name      (const KithDb       *self);
gboolean     kith_db_is_read_only  (const KithDb       *self);
sqlite3     *kith_db_get_handle    (const KithDb       *self);
void         kith_db_watch         (KithDb             *self,
                                    KithJob            *job);
void         kith_db_set_error     (KithDb             *self,
                                    int                 code,
                                    GError            **error);
void         kith_db_set_damaged   (KithDb             *self,
                                    const char         *what,
                                    GError            **error);
gboolean     kith_db_run           (KithDb             *self,
                                    const char         *script,
                                    GError            **error);
gboolean     kith_db_read_int      (KithDb             *self,
                                    const char         *sql,
                                    gint64             *value,
                                    GError            **error);
KithStmt    *kith_db_prepare       (KithDb             *self,
                                    const char         *sql,
                                    GError            **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KithDb, kith_db_close)

G_END_DECLS
