/* kith-reading.c: one file under way: its columns, its cells, what came of each row
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-reading-private.h"

#include <glib/gi18n.h>
#include <string.h>

/* More problems than these of one file are counted and not kept one by one. */
#define MAX_PROBLEMS 100000u

static char *
dup_cell (const KithReading *self, guint column)
{
  KithCell cell = kith_rows_get_cell (self->rows, column);
  g_autofree char *text = NULL;

  if (column == KITH_NO_COLUMN)
    return NULL;
  /* nobody reads more of a wrong value than this */
  text = kith_text_dup_utf8 (cell.text, MIN (cell.length, 200));
  return g_strdup (g_strstrip (text));
}

static void
add_problem (KithReading *self,
             guint64 row,
             guint column,
             char *value,
             const char *reason,
             gboolean is_rejection)
{
  KithProblem *problem;

  if (self->report->problems->len >= MAX_PROBLEMS)
    {
      g_free (value);
      return;
    }
  problem = g_new0 (KithProblem, 1);
  problem->row = row;
  problem->value = value;
  if (column != KITH_NO_COLUMN && column < kith_rows_get_n_columns (self->rows))
    problem->column = g_strdup (kith_rows_get_column (self->rows, column));
  problem->reason = g_strdup (reason);
  problem->is_rejection = is_rejection;
  g_ptr_array_add (self->report->problems, problem);
}

static gboolean
is_same_name (const char *a, const char *b, gsize length)
{
  return strlen (a) == length && g_ascii_strncasecmp (a, b, length) == 0;
}

static gboolean
is_ascii (const char *text, gsize length)
{
  gsize i = 0;

  for (; i + 8 <= length; i += 8)
    {
      guint64 eight;

      memcpy (&eight, text + i, 8);
      if (eight & G_GUINT64_CONSTANT (0x8080808080808080))
        return FALSE;
    }
  for (; i < length; i++)
    if ((guchar)text[i] >= 0x80)
      return FALSE;
  return TRUE;
}

/**
 * kith_outcome_raise:
 * @outcome: (inout): what came of a row so far
 * @other: what came of another part of it
 *
 * Of several, the greatest counts. A function, because MAX() would do @other twice.
 */
void
kith_outcome_raise (KithOutcome *outcome, KithOutcome other)
{
  *outcome = MAX (*outcome, other);
}

/**
 * kith_reading_find_column:
 * @names: what the column may be called, | between; letter case does not matter, and an
 *   earlier name is preferred: "ESTAB|EstablishmentNumber"
 *
 * Returns: the column, or %KITH_NO_COLUMN
 */
guint
kith_reading_find_column (KithReading *self, const char *names)
{
  guint n = kith_rows_get_n_columns (self->rows);

  for (const char *name = names; *name != '\0';)
    {
      gsize length = strcspn (name, "|");

      for (guint c = 0; c < n; c++)
        if (is_same_name (kith_rows_get_column (self->rows, c), name, length))
          {
            self->uses_last = self->uses_last || c + 1 == n;
            return c;
          }
      name += length + (name[length] == '|');
    }
  return KITH_NO_COLUMN;
}

/**
 * kith_reading_need_column:
 * @names: as in kith_reading_find_column()
 * @column: (out): the column
 * @error: return location for %KITH_IMPORT_ERROR_COLUMN
 *
 * Returns: %FALSE where the file has no such column
 */
gboolean
kith_reading_need_column (KithReading *self, const char *names, guint *column, GError **error)
{
  *column = kith_reading_find_column (self, names);
  if (*column == KITH_NO_COLUMN)
    {
      g_auto (GStrv) all = g_strsplit (names, "|", -1);

      g_set_error (error, KITH_IMPORT_ERROR, KITH_IMPORT_ERROR_COLUMN,
                   _ ("“%s” has no column “%s”, which a file of this kind (%s) needs. Add the "
                      "column or fetch the file again."),
                   self->report->name, all[0], kith_file_kind_get_words (self->report->kind));
      return FALSE;
    }
  return TRUE;
}

/*
 * Whether the row has text beyond the last column. GIAS writes a list there, unquoted, in a
 * column that Kith does not use; elsewhere it means that a comma parted a cell in two and
 * every cell after it stands under the wrong name.
 */
static gboolean
is_shifted (const KithReading *self)
{
  guint n_columns = kith_rows_get_n_columns (self->rows);

  if (self->report->kind == KITH_FILE_ESTABLISHMENTS && !self->uses_last)
    return FALSE;
  for (guint c = n_columns; c < kith_rows_get_n_cells (self->rows); c++)
    if (!kith_text_is_blank (kith_rows_get_cell (self->rows, c).text))
      return TRUE;
  return FALSE;
}

static gboolean
step_job (KithReading *self, GError **error)
{
  guint64 n_read = kith_rows_get_n_bytes (self->rows);
  guint64 n_rows = self->report->n_rows;

  if (n_rows % 256 != 0)
    return TRUE;
  /* as many rows in all as the bytes read so far make likely */
  return kith_job_step (
      self->job, n_rows,
      n_read == 0 ? 0 : (guint64)((double)n_rows * (double)self->n_bytes / (double)n_read), error);
}

/**
 * kith_reading_need_year:
 * @error: return location for %KITH_IMPORT_ERROR_YEAR
 *
 * Returns: whether it is known of which academic year the file tells
 */
gboolean
kith_reading_need_year (const KithReading *self, GError **error)
{
  if (self->year != 0)
    return TRUE;
  g_set_error (error, KITH_IMPORT_ERROR, KITH_IMPORT_ERROR_YEAR,
               _ ("“%s” does not say of which academic year it tells. Give the year in which "
                  "that began."),
               self->report->name);
  return FALSE;
}

/**
 * kith_reading_next:
 * @error: return location for a #KithImportError or %G_IO_ERROR_CANCELLED
 *
 * Goes to the next row and counts it. Rows whose cells do not fit the names are rejected and
 * passed over.
 *
 * Returns: %FALSE after the last row, or with @error set
 */
gboolean
kith_reading_next (KithReading *self, GError **error)
{
  do
    {
      if (self->has_texts)
        g_string_chunk_clear (self->texts);
      self->has_texts = FALSE;
      self->is_rejected = FALSE;
      if (!step_job (self, error) || !kith_rows_next (self->rows, error))
        return FALSE;
      self->report->n_rows++;
      if (is_shifted (self))
        kith_reading_reject (self, KITH_NO_COLUMN,
                             _ ("The row has more cells than the header has names. Put quotation "
                                "marks round text that has a comma in it."));
    }
  while (self->is_rejected);
  return TRUE;
}

/**
 * kith_reading_each:
 * @read_row: called with @reader for each row that kith_reading_next() goes to
 * @error: return location for a #KithImportError or %G_IO_ERROR_CANCELLED
 *
 * Returns: %FALSE with @error set where not all rows could be gone through
 */
gboolean
kith_reading_each (KithReading *self, KithRowFunc read_row, gpointer reader, GError **error)
{
  GError *reason = NULL;

  while (kith_reading_next (self, &reason))
    read_row (reader);
  if (reason == NULL)
    return TRUE;
  g_propagate_error (error, reason);
  return FALSE;
}

/* Something that the file has told of, and what its row said. */
typedef struct
{
  gint64 key;
  guint64 hash;
} Seen;

/* Two rows with the same cells, read in the same way, have the same hash. */
static guint64
hash_row (const KithReading *self)
{
  guint64 hash = 0;

  for (guint c = 0; c < kith_rows_get_n_cells (self->rows); c++)
    {
      KithCell cell = kith_rows_get_cell (self->rows, c);

      for (gsize i = 0; i < cell.length; i++)
        hash = (hash ^ (guchar)cell.text[i]) * G_GUINT64_CONSTANT (0x100000001b3);
      hash = (hash ^ 0x1ff) * G_GUINT64_CONSTANT (0x100000001b3);
    }
  return hash;
}

/**
 * kith_reading_is_first:
 * @column: where the key stands
 * @key: what the row under way is about, such as its URN
 *
 * The same row twice is one: the second is counted as unchanged. Of two rows that differ the
 * first stands: the second is rejected.
 *
 * Returns: whether no row before was about this; else the row is counted
 */
gboolean
kith_reading_is_first (KithReading *self, guint column, gint64 key)
{
  Seen row = { key, hash_row (self) };
  const Seen *before;

  if (self->seen == NULL)
    self->seen = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  before = g_hash_table_lookup (self->seen, &row);
  if (before == NULL)
    {
      g_hash_table_add (self->seen, g_memdup2 (&row, sizeof row));
      return TRUE;
    }
  if (before->hash == row.hash)
    kith_reading_count (self, KITH_OUTCOME_UNCHANGED);
  else
    kith_reading_reject (self, column,
                         _ ("The file has this URN twice, with different values; the first row "
                            "was read. Correct the file and read it again."));
  return FALSE;
}

/**
 * kith_reading_get_text:
 * @column: a column, or %KITH_NO_COLUMN
 *
 * An apostrophe before = + - @ was written so that no spreadsheet runs the cell, and is no part
 * of it.
 *
 * Returns: (transfer none) (nullable): the cell, trimmed, in UTF-8; %NULL where it is blank.
 *   It lives until the next row.
 */
const char *
kith_reading_get_text (KithReading *self, guint column)
{
  KithCell cell = kith_rows_trim_cell (self->rows, column);

  if (cell.length == 0)
    return NULL;
  if (cell.length > 1 && cell.text[0] == '\'' && strchr ("=+-@", cell.text[1]) != NULL)
    cell.text++, cell.length--;
  if (!is_ascii (cell.text, cell.length))
    {
      g_autofree char *text = kith_text_dup_utf8 (cell.text, cell.length);

      self->has_texts = TRUE;
      return g_string_chunk_insert (self->texts, text);
    }
  return cell.text;
}

/**
 * kith_reading_keep_text:
 * @text: text in UTF-8
 *
 * Returns: (transfer none): a copy that lives until the next row
 */
const char *
kith_reading_keep_text (KithReading *self, const char *text)
{
  self->has_texts = TRUE;
  return g_string_chunk_insert (self->texts, text);
}

/**
 * kith_reading_get_code:
 * @column: a column, or %KITH_NO_COLUMN
 * @width: digits that the code has
 *
 * A code of digits that a spreadsheet took for a number: 5210075.0 is 05210075.
 *
 * Returns: (transfer none) (nullable): the code, other text as it stands; %NULL where the
 *   cell is blank. It lives until the next row.
 */
const char *
kith_reading_get_code (KithReading *self, guint column, guint width)
{
  const char *text = kith_reading_get_text (self, column);
  gsize n = text == NULL ? 0 : strspn (text, "0123456789");
  char code[32];

  if (n == 0 || n > 20 || width > 20 || (text[n] != '\0' && strcmp (text + n, ".0") != 0) ||
      (text[n] == '\0' && n >= width))
    return text;
  memset (code, '0', width);
  g_snprintf (code + (width > n ? width - n : 0), sizeof code - width, "%.*s", (int)n, text);
  self->has_texts = TRUE;
  return g_string_chunk_insert (self->texts, code);
}

/**
 * kith_reading_is_total:
 * @column: where the URN stands
 *
 * Returns: whether the row is no school's but a total: its URN is blank or NAT
 */
gboolean
kith_reading_is_total (const KithReading *self, guint column)
{
  KithCell cell = kith_rows_get_cell (self->rows, column);
  g_autofree char *text = NULL;

  if (cell.length > 16 || (cell.length > 0 && g_ascii_isdigit (cell.text[0])))
    return FALSE;
  text = g_strstrip (g_strdup (cell.text));
  return text[0] == '\0' || g_ascii_strcasecmp (text, "NAT") == 0;
}

/**
 * kith_reading_get_urn:
 * @column: where the URN stands
 * @urn: (out): the school
 *
 * Returns: %FALSE where the cell is no URN, or blank; the row is then rejected
 */
gboolean
kith_reading_get_urn (KithReading *self, guint column, gint64 *urn)
{
  KithCell cell = kith_rows_get_cell (self->rows, column);

  if (kith_text_parse_int (cell.text, (gssize)cell.length, urn) && *urn > 0 && *urn < 100000000)
    return TRUE;
  kith_reading_reject (self, column,
                       _ ("This is no URN, a school’s number in the national register. Correct it "
                          "in the file."));
  return FALSE;
}

/**
 * kith_reading_get_int:
 * @column: a column, or %KITH_NO_COLUMN
 * @value: (out): the number, %KITH_INT_NONE where the cell is blank
 *
 * Returns: %FALSE where the cell is no whole number; the row is then rejected
 */
gboolean
kith_reading_get_int (KithReading *self, guint column, gint64 *value)
{
  KithCell cell = kith_rows_get_cell (self->rows, column);

  if (kith_text_parse_int (cell.text, (gssize)cell.length, value))
    return TRUE;
  kith_reading_reject (self, column, _ ("This is not a whole number. Correct it in the file."));
  return FALSE;
}

/**
 * kith_reading_get_real:
 * @column: a column, or %KITH_NO_COLUMN
 * @value: (out): the figure, NaN where the cell is blank
 *
 * Returns: %FALSE where the cell is no number; the row is then rejected
 */
gboolean
kith_reading_get_real (KithReading *self, guint column, double *value)
{
  KithCell cell = kith_rows_get_cell (self->rows, column);

  if (kith_text_parse_real (cell.text, (gssize)cell.length, value))
    return TRUE;
  kith_reading_reject (self, column, _ ("This is not a number. Correct it in the file."));
  return FALSE;
}

/**
 * kith_reading_get_date:
 * @column: a column, or %KITH_NO_COLUMN
 * @value: (out): the day, unknown where the cell is blank
 *
 * Returns: %FALSE where the cell is no date; the row is then rejected
 */
gboolean
kith_reading_get_date (KithReading *self, guint column, KithDate *value)
{
  KithCell cell = kith_rows_get_cell (self->rows, column);
  const char *fault = kith_vocabulary_read_date (cell.text, (gssize)cell.length, value);

  if (fault != NULL)
    kith_reading_reject (self, column, fault);
  return fault == NULL;
}

/**
 * kith_reading_reject:
 * @column: where the fault is, or %KITH_NO_COLUMN
 * @reason: a whole sentence: what is wrong and what to do
 *
 * Leaves the row under way out. A second reason is noted, and the row counted once.
 */
void
kith_reading_reject (KithReading *self, guint column, const char *reason)
{
  if (!self->is_rejected)
    self->report->n_rejected++;
  self->is_rejected = TRUE;
  add_problem (self, kith_rows_get_number (self->rows), column, dup_cell (self, column), reason,
               TRUE);
}

/**
 * kith_reading_remark:
 * @column: what it is about, or %KITH_NO_COLUMN
 * @reason: a whole sentence: what is worth knowing about a row that is read
 */
void
kith_reading_remark (KithReading *self, guint column, const char *reason)
{
  add_problem (self, kith_rows_get_number (self->rows), column, dup_cell (self, column), reason,
               FALSE);
}

/**
 * kith_reading_remark_whole:
 * @value: (nullable): what it is about
 * @reason: a whole sentence about the whole file
 */
void
kith_reading_remark_whole (KithReading *self, const char *value, const char *reason)
{
  add_problem (self, 0, KITH_NO_COLUMN, g_strdup (value), reason, FALSE);
}

/**
 * kith_reading_count:
 * @outcome: what came of the row under way
 *
 * Once a row, unless it is rejected.
 */
void
kith_reading_count (KithReading *self, KithOutcome outcome)
{
  g_return_if_fail (!self->is_rejected);

  switch (outcome)
    {
    case KITH_OUTCOME_ADDED:
      self->report->n_added++;
      break;
    case KITH_OUTCOME_CHANGED:
      self->report->n_changed++;
      break;
    case KITH_OUTCOME_SKIPPED:
      self->report->n_skipped++;
      break;
    case KITH_OUTCOME_UNCHANGED:
    default:
      self->report->n_unchanged++;
    }
}

/**
 * kith_reading_next_item:
 * @n_items: how many things the file has
 * @error: return location for %G_IO_ERROR_CANCELLED
 *
 * For a file that holds other things than rows: goes to the next and counts it.
 *
 * Returns: %FALSE with @error set
 */
gboolean
kith_reading_next_item (KithReading *self, guint64 n_items, GError **error)
{
  self->is_rejected = FALSE;
  if (!kith_job_step (self->job, self->report->n_rows, n_items, error))
    return FALSE;
  self->report->n_rows++;
  return TRUE;
}

/**
 * kith_reading_reject_item:
 * @value: (nullable): what the thing is called
 * @reason: a whole sentence: what is wrong and what to do
 *
 * Leaves the thing under way out.
 */
void
kith_reading_reject_item (KithReading *self, const char *value, const char *reason)
{
  if (!self->is_rejected)
    self->report->n_rejected++;
  self->is_rejected = TRUE;
  add_problem (self, self->report->n_rows, KITH_NO_COLUMN, g_strdup (value), reason, TRUE);
}

/* The field that tells which file last changed a row. */
static const KithField *
find_source_field (KithTable table)
{
  const KithTableInfo *info = kith_table_get_info (table);

  for (guint f = info->n_fields; f > 0; f--)
    if (strcmp (info->fields[f - 1].name, "source_id") == 0)
      return &info->fields[f - 1];
  return NULL;
}

/* This file, unless the row takes back what an earlier one of this import changed. */
static gint64
find_source_id (const KithReading *self, KithTable table, const KithField *source, void *row)
{
  const void *base = kith_ledger_find (self->base, table, kith_row_get_key (row));

  if (base == NULL)
    return self->source_id;
  kith_field_set_int (source, row, kith_field_get_int (source, base));
  return kith_row_is_equal (table, base, row) ? kith_field_get_int (source, base) : self->source_id;
}

/**
 * kith_reading_put:
 * @table: a table
 * @row: (inout): the row as it shall be; its source_id becomes this file's if it differs from
 *   what is known, and stays what it was if not
 *
 * Returns: whether the row is new, changed or as it was
 */
KithOutcome
kith_reading_put (KithReading *self, KithTable table, void *row)
{
  const void *before = kith_changeset_find (self->changes, table, kith_row_get_key (row));
  const KithField *source = find_source_field (table);

  if (before != NULL)
    {
      if (source != NULL)
        kith_field_set_int (source, row, kith_field_get_int (source, before));
      if (kith_row_is_equal (table, before, row))
        return KITH_OUTCOME_UNCHANGED;
    }
  if (source != NULL)
    kith_field_set_int (source, row, find_source_id (self, table, source, row));
  kith_changeset_put (self->changes, table, row);
  self->has_changed = TRUE;
  return before == NULL ? KITH_OUTCOME_ADDED : KITH_OUTCOME_CHANGED;
}

/**
 * kith_reading_remove:
 * @table: a table
 * @key: of a row that is known
 */
void
kith_reading_remove (KithReading *self, KithTable table, gint64 key)
{
  kith_changeset_remove (self->changes, table, key);
  self->has_changed = TRUE;
}

/**
 * kith_reading_find_newest:
 * @kinds: kinds of file, as bits
 *
 * Returns: the latest day of which a file of these kinds told before this one, or unknown
 */
KithDate
kith_reading_find_newest (const KithReading *self, guint kinds)
{
  KithDate newest = KITH_DATE_UNKNOWN;

  for (guint k = 0; k < KITH_N_FILE_KINDS; k++)
    for (guint i = 0; (kinds & KITH_FILE_KIND_BIT (k)) != 0 && i < self->sources->len; i++)
      {
        const KithSource *source = g_ptr_array_index (self->sources, i);

        if (g_strcmp0 (source->kind, kith_file_kind_get_key ((KithFileKind)k)) == 0)
          newest = MAX (newest, source->dated);
      }
  return newest;
}
