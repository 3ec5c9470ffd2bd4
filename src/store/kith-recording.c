/* kith-recording.c: changed rows, as SQLite's session extension keeps them
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-recording-private.h"

#include "kith-change-order-private.h"
#include "kith-rows-private.h"

#include <string.h>

/*
 * A recording is a changeset of SQLite's session extension, which reads, inverts and applies it.
 * It is written here and not by a session: before and after are at hand in a KithChangeset, while
 * a session reads every row again to learn what it has become, which doubled the time of a large
 * import. A test holds the two against each other.
 *
 * The form: a header a table ('T', the number of columns, a byte a column that says whether it is
 * of the key, the name and a NUL), then its changes: the operation, whether it was indirect, and
 * one record of all columns (what was added or removed) or two (the old values and the new). In a
 * pair the old record has the key and what changed, the new one what changed. Numbers of columns
 * and lengths are SQLite's varints; numbers are 8 bytes, highest first.
 */
#define VALUE_ABSENT 0x00

static void
append_byte (GByteArray *bytes, guint value)
{
  guint8 byte = (guint8)value;

  g_byte_array_append (bytes, &byte, 1);
}

/* Seven bits a byte, the highest first; all but the last have the top bit. */
static void
append_varint (GByteArray *bytes, guint32 value)
{
  guint8 digits[5];
  guint n = 0;

  do
    {
      digits[4 - n] = (guint8)((value & 0x7f) | (n > 0 ? 0x80 : 0));
      n++;
    }
  while ((value >>= 7) > 0);
  g_byte_array_append (bytes, digits + 5 - n, n);
}

static void
append_number (GByteArray *bytes, int type, guint64 value)
{
  guint8 digits[9];
  guint64 big_endian = GUINT64_TO_BE (value);

  digits[0] = (guint8)type;
  memcpy (digits + 1, &big_endian, 8);
  g_byte_array_append (bytes, digits, sizeof digits);
}

static void
append_text (GByteArray *bytes, const char *text, gsize length)
{
  append_byte (bytes, SQLITE_TEXT);
  append_varint (bytes, (guint32)length);
  g_byte_array_append (bytes, (const guint8 *)text, (guint)length);
}

static void
append_value (GByteArray *bytes, const KithField *field, const void *row)
{
  char day[KITH_ROWS_DAY_SIZE];
  double real;
  guint64 bits;

  if (kith_field_is_blank (field, row))
    {
      append_byte (bytes, SQLITE_NULL);
      return;
    }
  switch (field->type)
    {
    case KITH_FIELD_INT:
      append_number (bytes, SQLITE_INTEGER, (guint64)kith_field_get_int (field, row));
      break;
    case KITH_FIELD_REAL:
      real = kith_field_get_real (field, row) + 0.0; /* the register has no −0 */
      memcpy (&bits, &real, sizeof bits);
      append_number (bytes, SQLITE_FLOAT, bits);
      break;
    case KITH_FIELD_TEXT:
      append_text (bytes, kith_field_get_text (field, row),
                   strlen (kith_field_get_text (field, row)));
      break;
    case KITH_FIELD_DATE:
      kith_rows_format_day (kith_field_get_date (field, row), day);
      append_text (bytes, day, sizeof day);
      break;
    }
}

static void
append_table (GByteArray *bytes, const KithTableInfo *info)
{
  append_byte (bytes, 'T');
  append_varint (bytes, info->n_fields);
  for (guint f = 0; f < info->n_fields; f++)
    append_byte (bytes, f == 0);
  g_byte_array_append (bytes, (const guint8 *)info->name, (guint)strlen (info->name) + 1);
}

static void
append_change (GByteArray *bytes, const KithTableInfo *info, const KithChange *change)
{
  static const guint8 operations[] = { SQLITE_INSERT, SQLITE_UPDATE, SQLITE_DELETE };
  const void *before = change->before, *after = change->after;

  append_byte (bytes, operations[change->kind]);
  append_byte (bytes, FALSE);
  if (change->kind != KITH_CHANGE_ALTER)
    {
      for (guint f = 0; f < info->n_fields; f++)
        append_value (bytes, &info->fields[f], after != NULL ? after : before);
      return;
    }
  for (guint f = 0; f < info->n_fields; f++)
    if (f == 0 || !kith_field_is_equal (&info->fields[f], before, after))
      append_value (bytes, &info->fields[f], before);
    else
      append_byte (bytes, VALUE_ABSENT);
  for (guint f = 0; f < info->n_fields; f++)
    if (!kith_field_is_equal (&info->fields[f], before, after))
      append_value (bytes, &info->fields[f], after);
    else
      append_byte (bytes, VALUE_ABSENT);
}

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
 * kith_recording_append:
 * @bytes: takes the recording
 * @changes: what changes; of tables that are not recorded nothing is kept
 *
 * Writes down what rows were and what they become.
 */
void
kith_recording_append (GByteArray *bytes, const KithChangeset *changes)
{
  g_autofree const KithChange **order = kith_change_order_dup (changes, KITH_CHANGE_ORDER_RECORDED);
  KithTable table = KITH_N_TABLES;

  for (guint i = 0; i < kith_changeset_get_size (changes); i++)
    {
      const KithTableInfo *info = kith_table_get_info (order[i]->table);

      if (!info->is_recorded)
        continue;
      if (order[i]->table != table)
        append_table (bytes, info);
      table = order[i]->table;
      append_change (bytes, info, order[i]);
    }
}

/**
 * kith_recording_foreach:
 * @recording: from an envelope that is sound
 * @func: (scope call): called for every row
 *
 * Returns: %TRUE when all are changes of tables that the register has
 */
gboolean
kith_recording_foreach (GBytes *recording, KithRecordedRowFunc func, gpointer data)
{
  sqlite3_changeset_iter *iter = NULL;
  gsize size;
  gconstpointer bytes = g_bytes_get_data (recording, &size);
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
 * kith_recording_undo:
 * @db: in a transaction, which the caller gives up unless all went in
 * @recording: one that kith_recording_foreach() found sound
 * @undone: takes the recording of the undoing
 * @conflict: (out): what stood in its way
 * @table: (out): where, for %KITH_CONFLICT_ROW and %KITH_CONFLICT_RULE
 * @error: return location for a #KithStoreError
 *
 * Makes every row what it was before.
 *
 * Returns: %FALSE with @error set where the file failed; %TRUE also where there was a conflict
 */
gboolean
kith_recording_undo (KithDb *db,
                     GBytes *recording,
                     GByteArray *undone,
                     KithConflict *conflict,
                     KithTable *table,
                     GError **error)
{
  Stopped stopped = { KITH_CONFLICT_NONE, KITH_N_TABLES };
  gsize size;
  gconstpointer bytes = g_bytes_get_data (recording, &size);
  void *inverted = NULL;
  int inverted_size = 0;
  int code = sqlite3changeset_invert ((int)size, bytes, &inverted_size, &inverted);

  if (code == SQLITE_OK)
    {
      g_byte_array_append (undone, inverted, (guint)inverted_size);
      code = sqlite3changeset_apply_v2 (kith_db_get_handle (db), inverted_size, inverted, NULL,
                                        conflict_met_cb, &stopped, NULL, NULL,
                                        SQLITE_CHANGESETAPPLY_NOSAVEPOINT);
    }
  sqlite3_free (inverted);
  *conflict = stopped.conflict;
  *table = stopped.table;
  if (code != SQLITE_OK && stopped.conflict == KITH_CONFLICT_NONE)
    {
      kith_db_set_error (db, code, error);
      return FALSE;
    }
  return TRUE;
}
