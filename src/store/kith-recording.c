/* kith-recording.c: changed rows, as SQLite's session extension records them
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-recording-private.h"

struct _KithRecording
{
  KithDb *db;
  sqlite3_session *session;
};

/* What stopped changes from going in. */
typedef struct
{
  KithConflict conflict;
  KithTable table;
} Stopped;

static int
conflict_met_cb (void *data, int kind, sqlite3_changeset_iter *changes)
{
  Stopped *stopped = data;
  const char *name = NULL;
  int n_columns, operation, is_indirect;

  if (kind == SQLITE_CHANGESET_FOREIGN_KEY)
    {
      stopped->conflict = KITH_CONFLICT_REFERENCE;
      return SQLITE_CHANGESET_OMIT; /* the caller asks which, then rolls back */
    }
  stopped->conflict = kind == SQLITE_CHANGESET_CONSTRAINT ? KITH_CONFLICT_RULE : KITH_CONFLICT_ROW;
  sqlite3changeset_op (changes, &name, &n_columns, &operation, &is_indirect);
  stopped->table = kith_table_find (name);
  return SQLITE_CHANGESET_ABORT;
}

/* Whether changes under way are of a recorded table, of columns that it has, by its key alone. */
static gboolean
read_table (sqlite3_changeset_iter *changes, KithTable *table, int *operation)
{
  const char *name = NULL;
  unsigned char *is_key = NULL;
  int n_columns, n_key, is_indirect;
  const KithTableInfo *info;

  if (sqlite3changeset_op (changes, &name, &n_columns, operation, &is_indirect) != SQLITE_OK ||
      sqlite3changeset_pk (changes, &is_key, &n_key) != SQLITE_OK)
    return FALSE;
  *table = kith_table_find (name);
  if (*table == KITH_N_TABLES)
    return FALSE;
  info = kith_table_get_info (*table);
  if (!info->is_recorded || n_columns < 1 || n_columns > (int)info->n_fields || is_key[0] != 1)
    return FALSE;
  for (int c = 1; c < n_columns; c++)
    if (is_key[c] != 0)
      return FALSE;
  return TRUE;
}

/**
 * kith_recording_begin:
 * @db: in a transaction
 * @error: return location for a #KithStoreError
 *
 * Returns: (transfer full): a recording, which must be freed before the connection
 */
KithRecording *
kith_recording_begin (KithDb *db, GError **error)
{
  g_autoptr (KithRecording) self = g_new0 (KithRecording, 1);
  int code = sqlite3session_create (kith_db_get_handle (db), "main", &self->session);

  self->db = db;
  for (guint t = 0; t < KITH_N_TABLES && code == SQLITE_OK; t++)
    if (kith_table_get_info ((KithTable)t)->is_recorded)
      code = sqlite3session_attach (self->session, kith_table_get_info ((KithTable)t)->name);
  if (code != SQLITE_OK)
    {
      kith_db_set_error (db, code, error);
      return NULL;
    }
  return g_steal_pointer (&self);
}

/**
 * kith_recording_end:
 * @error: return location for a #KithStoreError
 *
 * Returns: (transfer full): what changed since the beginning, each row once; empty for nothing
 */
GBytes *
kith_recording_end (KithRecording *self, GError **error)
{
  int size = 0;
  void *changes = NULL;
  int code = sqlite3session_changeset (self->session, &size, &changes);

  if (code != SQLITE_OK)
    {
      kith_db_set_error (self->db, code, error);
      return NULL;
    }
  return g_bytes_new_with_free_func (changes, (gsize)size, sqlite3_free, changes);
}

/**
 * kith_recording_free:
 * @self: (transfer full) (nullable): a recording
 */
void
kith_recording_free (KithRecording *self)
{
  if (self == NULL)
    return;
  if (self->session != NULL)
    sqlite3session_delete (self->session);
  g_free (self);
}

/**
 * kith_recorded_foreach:
 * @changes: from an envelope that is sound
 * @func: (scope call): called for every row
 *
 * Returns: %TRUE when all are changes of tables that the register has
 */
gboolean
kith_recorded_foreach (GBytes *changes, KithRecordedRowFunc func, gpointer data)
{
  sqlite3_changeset_iter *iter = NULL;
  gsize size;
  gconstpointer bytes = g_bytes_get_data (changes, &size);
  gboolean is_sound = size <= G_MAXINT;
  int code = SQLITE_DONE;

  if (!is_sound || sqlite3changeset_start (&iter, (int)size, (void *)bytes) != SQLITE_OK)
    return FALSE;
  while (is_sound && (code = sqlite3changeset_next (iter)) == SQLITE_ROW)
    {
      sqlite3_value *key = NULL;
      KithTable table;
      int operation;

      is_sound = read_table (iter, &table, &operation) &&
                 (operation == SQLITE_INSERT ? sqlite3changeset_new (iter, 0, &key)
                                             : sqlite3changeset_old (iter, 0, &key)) == SQLITE_OK &&
                 key != NULL && sqlite3_value_type (key) == SQLITE_INTEGER;
      if (is_sound)
        func (table, sqlite3_value_int64 (key), data);
    }
  return sqlite3changeset_finalize (iter) == SQLITE_OK && is_sound && code == SQLITE_DONE;
}

/**
 * kith_recorded_invert:
 * @changes: changes that kith_recorded_foreach() found sound
 * @error: return location for a #KithStoreError
 *
 * Returns: (transfer full): the changes that take them back
 */
GBytes *
kith_recorded_invert (KithDb *db, GBytes *changes, GError **error)
{
  gsize size;
  gconstpointer bytes = g_bytes_get_data (changes, &size);
  void *inverted = NULL;
  int inverted_size = 0;
  int code = sqlite3changeset_invert ((int)size, bytes, &inverted_size, &inverted);

  if (code != SQLITE_OK)
    {
      kith_db_set_error (db, code, error);
      return NULL;
    }
  return g_bytes_new_with_free_func (inverted, (gsize)inverted_size, sqlite3_free, inverted);
}

/**
 * kith_recorded_apply:
 * @db: in a transaction, which the caller gives up unless all went in
 * @changes: changes that kith_recorded_foreach() found sound
 * @conflict: (out): what stood in their way
 * @table: (out): where, for %KITH_CONFLICT_ROW and %KITH_CONFLICT_RULE
 * @error: return location for a #KithStoreError
 *
 * Returns: %FALSE with @error set where the file failed; %TRUE also where there was a conflict
 */
gboolean
kith_recorded_apply (
    KithDb *db, GBytes *changes, KithConflict *conflict, KithTable *table, GError **error)
{
  Stopped stopped = { KITH_CONFLICT_NONE, KITH_N_TABLES };
  gsize size;
  gconstpointer bytes = g_bytes_get_data (changes, &size);
  int code = sqlite3changeset_apply_v2 (kith_db_get_handle (db), (int)size, (void *)bytes, NULL,
                                        conflict_met_cb, &stopped, NULL, NULL,
                                        SQLITE_CHANGESETAPPLY_NOSAVEPOINT);

  *conflict = stopped.conflict;
  *table = stopped.table;
  if (code != SQLITE_OK && stopped.conflict == KITH_CONFLICT_NONE)
    {
      kith_db_set_error (db, code, error);
      return FALSE;
    }
  return TRUE;
}
