/* kith-txn.c: one transaction, rolled back unless it is committed
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-txn-private.h"

struct _KithTxn
{
  KithDb *db;
};

/**
 * kith_txn_begin:
 * @error: return location for a #KithStoreError
 *
 * Begins to write, once no other program does. References are checked when it is committed, so
 * rows may come in any order.
 *
 * Returns: (transfer full): the transaction
 */
KithTxn *
kith_txn_begin (KithDb *db, GError **error)
{
  g_autoptr (KithTxn) self = NULL;

  if (!kith_db_run (db, "BEGIN IMMEDIATE", error))
    return NULL;
  self = g_new0 (KithTxn, 1);
  self->db = db;
  if (!kith_db_run (db, "PRAGMA defer_foreign_keys = ON", error))
    return NULL;
  return g_steal_pointer (&self);
}

/**
 * kith_txn_begin_reading:
 * @error: return location for a #KithStoreError
 *
 * Until it is freed, every read sees the file as the first one did.
 *
 * Returns: (transfer full): the transaction
 */
KithTxn *
kith_txn_begin_reading (KithDb *db, GError **error)
{
  KithTxn *self;

  if (!kith_db_run (db, "BEGIN", error))
    return NULL;
  self = g_new0 (KithTxn, 1);
  self->db = db;
  return self;
}

/**
 * kith_txn_commit:
 * @self: (inout): a transaction; %NULL when it succeeds
 * @error: return location for a #KithStoreError
 *
 * Returns: %TRUE when all that was written is on the disk; else none of it will be
 */
gboolean
kith_txn_commit (KithTxn **self, GError **error)
{
  if (!kith_db_run ((*self)->db, "COMMIT", error))
    return FALSE;
  g_clear_pointer (self, g_free);
  return TRUE;
}

/**
 * kith_txn_free:
 * @self: (transfer full) (nullable): a transaction, whose changes are taken back
 */
void
kith_txn_free (KithTxn *self)
{
  sqlite3 *handle;

  if (self == NULL)
    return;
  /* some failures have rolled it back already */
  handle = kith_db_get_handle (self->db);
  if (!sqlite3_get_autocommit (handle))
    sqlite3_exec (handle, "ROLLBACK", NULL, NULL, NULL);
  g_free (self);
}
