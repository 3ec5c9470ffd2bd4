/* kith-rows.c: rows of the model's structs, in and out of tables
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-rows-private.h"

#include "kith-change-order-private.h"
#include "kith-statements-private.h"
#include "kith-stmt-private.h"
#include "kith-store.h"

#include <glib/gi18n.h>
#include <string.h>

#define MAX_FIELDS 64

/* Reads an index and no table: its terms are those of measure_headline. */
static const char sql_read_headlines[] =
    "SELECT id, urn, year, name, subgroup, subject, value, reason, cohort, source_id FROM measure"
    " WHERE name IN ('" KITH_HEADLINE_PRIMARY "', '" KITH_HEADLINE_SECONDARY "')"
    " AND subgroup IS NULL AND subject IS NULL ORDER BY id";

/* A statement, and the parameter that each field of the row goes to; 0 for none. */
typedef struct
{
  KithStmt *stmt;
  int parameters[MAX_FIELDS];
} RowStatement;

/* Writes rows, with a statement for each table and kind of change. */
typedef struct
{
  KithDb *db;
  RowStatement statements[KITH_N_TABLES][KITH_CHANGE_REMOVE + 1];
} RowWriter;

static gboolean
parse_two_digits (const char *text, int *value)
{
  if (!g_ascii_isdigit (text[0]) || !g_ascii_isdigit (text[1]))
    return FALSE;
  *value = (text[0] - '0') * 10 + (text[1] - '0');
  return TRUE;
}

/* Exactly yyyy-mm-dd; %KITH_DATE_UNKNOWN for all else. */
static KithDate
parse_day (const char *text, int length)
{
  int century, year, month, day;

  if (length != KITH_ROWS_DAY_SIZE || text[4] != '-' || text[7] != '-' ||
      !parse_two_digits (text, &century) || !parse_two_digits (text + 2, &year) ||
      !parse_two_digits (text + 5, &month) || !parse_two_digits (text + 8, &day))
    return KITH_DATE_UNKNOWN;
  year += century * 100;
  if (year < 1 || month < 1 || month > 12 || day < 1 ||
      day > g_date_get_days_in_month ((GDateMonth)month, (GDateYear)year))
    return KITH_DATE_UNKNOWN;
  return kith_date_new (year, month, day);
}

/* Whether all is ASCII without a NUL, eight bytes at a time: nearly all text is. */
static gboolean
is_plain (const char *text, gsize length)
{
  const guint64 ones = G_GUINT64_CONSTANT (0x0101010101010101);
  const guint64 tops = G_GUINT64_CONSTANT (0x8080808080808080);

  while (length > 0)
    {
      gsize n = MIN (length, 8);
      guint64 part = ones;

      memcpy (&part, text, n);
      if (((part | (part - ones)) & tops) != 0) /* a top bit is set, or a byte is 0 */
        return FALSE;
      text += n;
      length -= n;
    }
  return TRUE;
}

/* Text that a damaged file could hold and we never write: bytes that are not UTF-8, or a NUL. */
static gboolean
is_sound (const char *text, int length)
{
  return is_plain (text, (gsize)length) ||
         (memchr (text, '\0', (gsize)length) == NULL && g_utf8_validate (text, length, NULL));
}

/* Reads one column into its field; %FALSE where it holds what no register holds. */
static gboolean
read_field (
    sqlite3_stmt *stmt, int column, const KithField *field, void *row, KithBlockBuilder *builder)
{
  /* asked for once: each call of a column's own functions takes SQLite's locks */
  sqlite3_value *value = sqlite3_column_value (stmt, column);
  int type = sqlite3_value_type (value);
  const char *text;
  int length;
  KithDate day;

  if (type == SQLITE_NULL)
    return column > 0; /* the key is never blank */
  switch (field->type)
    {
    case KITH_FIELD_INT:
      kith_field_set_int (field, row, sqlite3_value_int64 (value));
      return type == SQLITE_INTEGER;
    case KITH_FIELD_REAL:
      kith_field_set_real (field, row, sqlite3_value_double (value));
      return type == SQLITE_FLOAT || type == SQLITE_INTEGER;
    case KITH_FIELD_TEXT:
    case KITH_FIELD_DATE:
      break;
    }
  if (type != SQLITE_TEXT)
    return FALSE;
  text = (const char *)sqlite3_value_text (value);
  length = sqlite3_value_bytes (value);
  if (text == NULL || !is_sound (text, length))
    return FALSE;
  if (field->type == KITH_FIELD_TEXT)
    {
      kith_field_set_text (field, row, kith_block_builder_keep_text (builder, text, length));
      return TRUE;
    }
  day = parse_day (text, length);
  kith_field_set_date (field, row, day);
  return day != KITH_DATE_UNKNOWN;
}

static void
set_bad_value (KithDb *db, const KithTableInfo *info, guint field, gint64 key, GError **error)
{
  g_autofree char *what = NULL;

  what = g_strdup_printf (_ ("row %" G_GINT64_FORMAT " of %s has no sound %s"), key, info->name,
                          info->fields[field].name);
  kith_db_set_damaged (db, what, error);
}

static KithBlock *
read_rows (KithDb *db, KithTable table, const char *sql, KithJob *job, GError **error)
{
  const KithTableInfo *info = kith_table_get_info (table);
  g_autoptr (KithStmt) stmt = kith_db_prepare (db, sql, error);
  g_autoptr (KithBlockBuilder) builder = NULL;
  g_autofree void *blank = NULL;
  g_autofree void *row = NULL;
  gint64 last_key = G_MININT64;
  KithStep step;

  if (stmt == NULL)
    return NULL;
  builder = kith_block_builder_new (table);
  blank = g_malloc (info->row_size);
  row = g_malloc (info->row_size);
  kith_row_clear (table, blank);
  for (guint64 r = 1; (step = kith_stmt_step (stmt, error)) == KITH_STEP_ROW; r++)
    {
      memcpy (row, blank, info->row_size);
      for (guint f = 0; f < info->n_fields; f++)
        if (!read_field (kith_stmt_get_handle (stmt), (int)f, &info->fields[f], row, builder))
          {
            set_bad_value (db, info, f, kith_row_get_key (row), error);
            return NULL;
          }
      if (r > 1 && kith_row_get_key (row) <= last_key)
        {
          set_bad_value (db, info, 0, kith_row_get_key (row), error);
          return NULL;
        }
      last_key = kith_row_get_key (row);
      kith_block_builder_add_shared (builder, row);
      if (!kith_job_step (job, r, 0, error))
        return NULL;
    }
  return step == KITH_STEP_ERROR ? NULL : kith_block_builder_end (g_steal_pointer (&builder));
}

/**
 * kith_rows_read:
 * @job: (nullable): gives cancellation
 * @error: return location for a #KithStoreError
 *
 * Reads a table in one pass. Every value is looked at: what a damaged file holds is refused,
 * never shown.
 *
 * Returns: (transfer full): its rows
 */
KithBlock *
kith_rows_read (KithDb *db, KithTable table, KithJob *job, GError **error)
{
  return read_rows (db, table, kith_statements_get (table)->read, job, error);
}

/**
 * kith_rows_read_headlines:
 * @job: (nullable): gives cancellation
 * @error: return location for a #KithStoreError
 *
 * Reads the headlines of table measure alone. Cost: for England (6.6 million measures, 113,000
 * headlines) 0.05 s; in a register of an earlier schema, opened to read, a pass over the table.
 *
 * Returns: (transfer full): the rows
 */
KithBlock *
kith_rows_read_headlines (KithDb *db, KithJob *job, GError **error)
{
  return read_rows (db, KITH_TABLE_MEASURE, sql_read_headlines, job, error);
}

static const char *
get_sql (KithTable table, KithChangeKind kind)
{
  const KithStatements *statements = kith_statements_get (table);

  switch (kind)
    {
    case KITH_CHANGE_ADD:
      return statements->insert;
    case KITH_CHANGE_ALTER:
      return statements->update;
    case KITH_CHANGE_REMOVE:
      break;
    }
  return statements->delete;
}

/* The statement of a table and kind, prepared when it is first wanted. */
static RowStatement *
find_statement (RowWriter *self, KithTable table, KithChangeKind kind, GError **error)
{
  const KithTableInfo *info = kith_table_get_info (table);
  RowStatement *found = &self->statements[table][kind];

  if (found->stmt != NULL)
    return found;
  g_assert (info->n_fields <= MAX_FIELDS);
  found->stmt = kith_db_prepare (self->db, get_sql (table, kind), error);
  if (found->stmt == NULL)
    return NULL;
  for (guint f = 0; f < (kind == KITH_CHANGE_REMOVE ? 1 : info->n_fields); f++)
    {
      g_autofree char *name = g_strconcat (":", info->fields[f].name, NULL);

      found->parameters[f] = kith_stmt_get_parameter (found->stmt, name);
    }
  return found;
}

/* Text is bound where it lies; a day is written into @day first. */
static void
bind_field (sqlite3_stmt *stmt, int parameter, const KithField *field, const void *row, char *day)
{
  if (kith_field_is_blank (field, row))
    {
      sqlite3_bind_null (stmt, parameter);
      return;
    }
  switch (field->type)
    {
    case KITH_FIELD_INT:
      sqlite3_bind_int64 (stmt, parameter, kith_field_get_int (field, row));
      break;
    case KITH_FIELD_REAL:
      sqlite3_bind_double (stmt, parameter, kith_field_get_real (field, row));
      break;
    case KITH_FIELD_TEXT:
      sqlite3_bind_text (stmt, parameter, kith_field_get_text (field, row), -1, SQLITE_STATIC);
      break;
    case KITH_FIELD_DATE:
      kith_rows_format_day (kith_field_get_date (field, row), day);
      sqlite3_bind_text (stmt, parameter, day, KITH_ROWS_DAY_SIZE, SQLITE_STATIC);
      break;
    }
}

static void
set_refused (KithDb *db, KithTable table, gint64 key, GError **error)
{
  g_set_error (error, KITH_STORE_ERROR, KITH_STORE_ERROR_CONSTRAINT,
               _ ("“%s” was not changed: row %" G_GINT64_FORMAT " of %s would break a rule of the "
                  "register (%s)."),
               kith_db_get_name (db), key, kith_table_get_info (table)->name,
               sqlite3_errmsg (kith_db_get_handle (db)));
}

/* A row that was altered or removed must have been there: it is recorded as the ledger had it. */
static gboolean
refuse_missing_row (KithDb *db, const KithChange *change, GError **error)
{
  if (sqlite3_changes (kith_db_get_handle (db)) == 1)
    return TRUE;
  g_set_error (error, KITH_STORE_ERROR, KITH_STORE_ERROR_STALE,
               _ ("“%s” was not changed: row %" G_GINT64_FORMAT
                  " of %s is no longer there. Look at "
                  "the register again and repeat the change."),
               kith_db_get_name (db), kith_row_get_key (change->before),
               kith_table_get_info (change->table)->name);
  return FALSE;
}

/* Writes one row; its text is bound where it lies. */
static gboolean
write_row (RowWriter *self, const KithChange *change, GError **error)
{
  const KithTableInfo *info = kith_table_get_info (change->table);
  const void *row = change->after != NULL ? change->after : change->before;
  RowStatement *statement = find_statement (self, change->table, change->kind, error);
  char days[MAX_FIELDS][KITH_ROWS_DAY_SIZE];
  sqlite3_stmt *handle;
  int code;

  if (statement == NULL)
    return FALSE;
  handle = kith_stmt_get_handle (statement->stmt);
  for (guint f = 0; f < info->n_fields; f++)
    if (statement->parameters[f] > 0)
      bind_field (handle, statement->parameters[f], &info->fields[f], row, days[f]);
  sqlite3_step (handle);
  code = sqlite3_reset (handle);
  if (code == SQLITE_OK)
    return change->kind == KITH_CHANGE_ADD || refuse_missing_row (self->db, change, error);
  if ((code & 0xff) == SQLITE_CONSTRAINT)
    set_refused (self->db, change->table, kith_row_get_key (row), error);
  else
    kith_db_set_error (self->db, code, error);
  return FALSE;
}

static void
clear_writer (RowWriter *self)
{
  for (guint t = 0; t < KITH_N_TABLES; t++)
    for (guint k = 0; k <= KITH_CHANGE_REMOVE; k++)
      kith_stmt_free (self->statements[t][k].stmt);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (RowWriter, clear_writer)

/**
 * kith_rows_write:
 * @db: in a transaction
 * @changes: rows to add, alter and remove
 * @job: (nullable): takes progress, gives cancellation
 * @error: return location for a #KithStoreError
 *
 * Returns: %TRUE when all were written
 */
gboolean
kith_rows_write (KithDb *db, const KithChangeset *changes, KithJob *job, GError **error)
{
  guint n = kith_changeset_get_size (changes);
  g_autofree const KithChange **order = kith_change_order_dup (changes, KITH_CHANGE_ORDER_WRITTEN);
  g_auto (RowWriter) writer = { .db = db };

  for (guint i = 0; i < n; i++)
    if (!kith_job_step (job, i, n, error) || !write_row (&writer, order[i], error))
      return FALSE;
  return TRUE;
}

/**
 * kith_rows_format_day:
 * @date: a known day
 * @text: takes yyyy-mm-dd, without a NUL
 *
 * How a day stands in the register. Every row has several, so without printf.
 */
void
kith_rows_format_day (KithDate date, char text[static KITH_ROWS_DAY_SIZE])
{
  int year, month, day;

  kith_date_get_parts (date, &year, &month, &day);
  text[0] = (char)('0' + year / 1000);
  text[1] = (char)('0' + year / 100 % 10);
  text[2] = (char)('0' + year / 10 % 10);
  text[3] = (char)('0' + year % 10);
  text[4] = text[7] = '-';
  text[5] = (char)('0' + month / 10);
  text[6] = (char)('0' + month % 10);
  text[8] = (char)('0' + day / 10);
  text[9] = (char)('0' + day % 10);
}
