/* kith-sheet-queue.c: rows of a sheet between the parser and the reader
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-sheet-parts-private.h"

#include <glib/gi18n.h>

typedef struct
{
  guint column;
  guint n_columns;
  gsize offset; /* in text */
} Cell;

typedef struct
{
  guint64 number;
  guint64 n_rows; /* the same row again and again */
  guint first_cell;
  guint n_cells;
  guint n_columns;
} Row;

struct _KithSheetQueue
{
  GString *text; /* of all cells, each ending in NUL */
  GArray *cells;
  GArray *rows;
  guint next_row;
  guint row_begin;    /* the first cell of the row under way */
  GPtrArray *columns; /* the row that was taken last, as it was handed out */
  guint64 last_number;
  guint64 n_cells_ever;
  guint64 n_bytes_ever;
};

/* Lays the row out as an array with a text for each column. */
static void
lay_out (KithSheetQueue *self, const Row *row)
{
  g_ptr_array_set_size (self->columns, (int)row->n_columns);
  for (guint c = 0; c < row->n_columns; c++)
    self->columns->pdata[c] = (gpointer) "";
  for (guint i = 0; i < row->n_cells; i++)
    {
      const Cell *cell = &g_array_index (self->cells, Cell, row->first_cell + i);

      for (guint c = 0; c < cell->n_columns; c++)
        self->columns->pdata[cell->column + c] = self->text->str + cell->offset;
    }
}

/* Everything finished was taken: only the row under way stays. */
static void
drop_taken (KithSheetQueue *self)
{
  gsize begin = self->text->len;

  if (self->row_begin < self->cells->len)
    begin = g_array_index (self->cells, Cell, self->row_begin).offset;
  g_string_erase (self->text, 0, (gssize)begin);
  g_array_remove_range (self->cells, 0, self->row_begin);
  for (guint i = 0; i < self->cells->len; i++)
    g_array_index (self->cells, Cell, i).offset -= begin;
  g_array_set_size (self->rows, 0);
  self->row_begin = 0;
  self->next_row = 0;
}

/**
 * kith_sheet_queue_new:
 *
 * Returns: (transfer full): no rows
 */
KithSheetQueue *
kith_sheet_queue_new (void)
{
  KithSheetQueue *self = g_new0 (KithSheetQueue, 1);

  self->text = g_string_new (NULL);
  self->cells = g_array_new (FALSE, FALSE, sizeof (Cell));
  self->rows = g_array_new (FALSE, FALSE, sizeof (Row));
  self->columns = g_ptr_array_new ();
  return self;
}

/**
 * kith_sheet_queue_free:
 * @self: (transfer full) (nullable): rows
 */
void
kith_sheet_queue_free (KithSheetQueue *self)
{
  if (self == NULL)
    return;
  g_string_free (self->text, TRUE);
  g_array_unref (self->cells);
  g_array_unref (self->rows);
  g_ptr_array_unref (self->columns);
  g_free (self);
}

/**
 * kith_sheet_queue_add_cell:
 * @column: from 0
 * @n_columns: how many columns side by side hold it
 * @text: what it says; an empty cell need not be added
 * @length: bytes in @text
 *
 * Returns: (nullable): %NULL, or why the sheet is refused
 */
const char *
kith_sheet_queue_add_cell (
    KithSheetQueue *self, guint column, guint n_columns, const char *text, gsize length)
{
  Cell cell = { column, n_columns, self->text->len };

  if (column >= KITH_SHEET_MAX_COLUMNS || n_columns > KITH_SHEET_MAX_COLUMNS - column)
    return _ ("it has a row of more than 16,384 columns");
  if (length > KITH_SHEET_MAX_CELL)
    return _ ("it has a cell with more text than a cell can hold");
  self->n_cells_ever += n_columns;
  self->n_bytes_ever += (guint64)length * n_columns;
  if (self->n_cells_ever > KITH_SHEET_MAX_CELLS || self->n_bytes_ever > KITH_SHEET_MAX_TEXT)
    return _ ("it is larger than any file that Kith reads");
  g_string_append_len (self->text, text, (gssize)length);
  g_string_append_c (self->text, '\0');
  g_array_append_val (self->cells, cell);
  return NULL;
}

/**
 * kith_sheet_queue_end_row:
 * @number: of the row, or 0 for the one after the last
 * @n_rows: how many rows, one below the other, are like it
 *
 * Rows without cells are not kept, only counted.
 *
 * Returns: (nullable): %NULL, or why the sheet is refused
 */
const char *
kith_sheet_queue_end_row (KithSheetQueue *self, guint64 number, guint64 n_rows)
{
  Row row = { .number = MAX (number, self->last_number + 1), .n_rows = n_rows };
  guint64 n_bytes = 0;

  row.first_cell = self->row_begin;
  row.n_cells = self->cells->len - self->row_begin;
  if (row.number > KITH_SHEET_MAX_ROWS || n_rows > KITH_SHEET_MAX_ROWS - row.number + 1)
    {
      if (row.n_cells > 0)
        return _ ("it has more than 1,048,576 rows");
      self->last_number = KITH_SHEET_MAX_ROWS;
      return NULL;
    }
  self->last_number = row.number + n_rows - 1;
  if (row.n_cells == 0)
    return NULL;
  for (guint i = 0; i < row.n_cells; i++)
    {
      const Cell *cell = &g_array_index (self->cells, Cell, row.first_cell + i);

      row.n_columns = MAX (row.n_columns, cell->column + cell->n_columns);
      n_bytes += cell->n_columns;
    }
  n_bytes += self->text->len - g_array_index (self->cells, Cell, row.first_cell).offset;
  self->n_cells_ever += n_rows * row.n_columns;
  self->n_bytes_ever += (n_rows - 1) * n_bytes;
  if (self->n_cells_ever > KITH_SHEET_MAX_CELLS || self->n_bytes_ever > KITH_SHEET_MAX_TEXT)
    return _ ("it is larger than any file that Kith reads");
  g_array_append_val (self->rows, row);
  self->row_begin = self->cells->len;
  return NULL;
}

/**
 * kith_sheet_queue_take:
 * @row: (out caller-allocates): the next finished row, valid until the queue is used again
 *
 * Returns: whether there was one
 */
gboolean
kith_sheet_queue_take (KithSheetQueue *self, KithSheetRow *row)
{
  Row *next;

  if (self->next_row == self->rows->len)
    {
      drop_taken (self);
      return FALSE;
    }
  next = &g_array_index (self->rows, Row, self->next_row);
  lay_out (self, next);
  row->number = next->number;
  row->cells = (const char *const *)self->columns->pdata;
  row->n_cells = next->n_columns;
  next->number++;
  if (--next->n_rows == 0)
    self->next_row++;
  return TRUE;
}
