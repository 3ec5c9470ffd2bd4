/* kith-export-table.c: rows and columns, before they have a format
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-export-table-private.h"

#include <string.h>

/**
 * kith_export_table_new:
 * @columns: (array length=n_columns): kept as a pointer
 *
 * Returns: (transfer full): a table without rows
 */
KithExportTable *
kith_export_table_new (const char *name, const KithExportColumn *columns, guint n_columns)
{
  KithExportTable *self = g_new0 (KithExportTable, 1);

  self->name = name;
  self->columns = columns;
  self->n_columns = n_columns;
  self->cells = g_array_new (FALSE, FALSE, sizeof (KithExportCell));
  self->texts = g_string_chunk_new (16 * 1024);
  return self;
}

/**
 * kith_export_table_free:
 * @self: (transfer full) (nullable): a table
 */
void
kith_export_table_free (KithExportTable *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->cells);
  g_string_chunk_free (self->texts);
  g_free (self);
}

static void
add (KithExportTable *self, KithFieldType type, KithExportCell cell)
{
  g_assert (self->columns[self->cells->len % self->n_columns].type == type);
  g_array_append_val (self->cells, cell);
}

/**
 * kith_export_table_add_text:
 * @text: (nullable): the next cell; empty is blank
 */
void
kith_export_table_add_text (KithExportTable *self, const char *text)
{
  const char *kept = NULL;

  if (text != NULL && text[0] != '\0')
    kept = g_string_chunk_insert_const (self->texts, text);
  add (self, KITH_FIELD_TEXT, (KithExportCell){ .text = kept });
}

/**
 * kith_export_table_take_text:
 * @text: (transfer full) (nullable): the next cell; empty is blank
 */
void
kith_export_table_take_text (KithExportTable *self, char *text)
{
  kith_export_table_add_text (self, text);
  g_free (text);
}

/**
 * kith_export_table_add_int:
 * @number: the next cell
 */
void
kith_export_table_add_int (KithExportTable *self, gint64 number)
{
  add (self, KITH_FIELD_INT, (KithExportCell){ .number = number });
}

/**
 * kith_export_table_add_real:
 * @real: the next cell
 */
void
kith_export_table_add_real (KithExportTable *self, double real)
{
  add (self, KITH_FIELD_REAL, (KithExportCell){ .real = real });
}

/**
 * kith_export_table_add_date:
 * @date: the next cell
 */
void
kith_export_table_add_date (KithExportTable *self, KithDate date)
{
  add (self, KITH_FIELD_DATE, (KithExportCell){ .date = date });
}

static int
compare_cells (KithFieldType type, const KithExportCell *a, const KithExportCell *b)
{
  switch (type)
    {
    case KITH_FIELD_INT:
      return (a->number > b->number) - (a->number < b->number);
    case KITH_FIELD_REAL:
      if (isnan (a->real) || isnan (b->real))
        return !isnan (a->real) - !isnan (b->real);
      return (a->real > b->real) - (a->real < b->real);
    case KITH_FIELD_DATE:
      return (a->date > b->date) - (a->date < b->date);
    case KITH_FIELD_TEXT:
    default:
      return g_strcmp0 (a->text, b->text);
    }
}

static int
compare_rows (gconstpointer a, gconstpointer b, gpointer data)
{
  const KithExportTable *self = data;
  const KithExportCell *one = a, *other = b;
  int order = 0;

  for (guint c = 0; order == 0 && c < self->n_columns; c++)
    order = compare_cells (self->columns[c].type, &one[c], &other[c]);
  return order;
}

/**
 * kith_export_table_sort:
 *
 * Orders rows by their cells, from the first column, blanks first, and drops those that another
 * says: what a table says does not hang by the keys that rows happen to have.
 */
void
kith_export_table_sort (KithExportTable *self)
{
  guint n = kith_export_table_get_n_rows (self), n_kept = 0;
  gsize row_size = self->n_columns * sizeof (KithExportCell);
  char *rows = self->cells->data;

  if (n == 0)
    return;
  g_qsort_with_data (rows, (int)n, row_size, compare_rows, self);
  for (guint r = 0; r < n; r++)
    if (n_kept == 0 ||
        compare_rows (rows + (n_kept - 1) * row_size, rows + r * row_size, self) != 0)
      {
        memmove (rows + n_kept * row_size, rows + r * row_size, row_size);
        n_kept++;
      }
  g_array_set_size (self->cells, n_kept * self->n_columns);
}

/**
 * kith_export_table_get_n_rows:
 *
 * Returns: how many rows there are, all of them full
 */
guint
kith_export_table_get_n_rows (const KithExportTable *self)
{
  g_assert (self->cells->len % self->n_columns == 0);
  return self->cells->len / self->n_columns;
}

/**
 * kith_export_table_get_row:
 *
 * Returns: (transfer none) (array): the cells of a row
 */
const KithExportCell *
kith_export_table_get_row (const KithExportTable *self, guint row)
{
  return &g_array_index (self->cells, KithExportCell, row * self->n_columns);
}

/**
 * kith_export_cell_is_blank:
 *
 * Returns: whether nothing stands in @cell
 */
gboolean
kith_export_cell_is_blank (const KithExportColumn *column, const KithExportCell *cell)
{
  switch (column->type)
    {
    case KITH_FIELD_INT:
      return cell->number == KITH_INT_NONE;
    case KITH_FIELD_REAL:
      return isnan (cell->real);
    case KITH_FIELD_DATE:
      return cell->date == KITH_DATE_UNKNOWN;
    case KITH_FIELD_TEXT:
    default:
      return cell->text == NULL;
    }
}

/**
 * kith_export_cell_dup_text:
 *
 * Returns: (transfer full) (nullable): what stands in @cell, days as yyyy-mm-dd; %NULL for blank
 */
char *
kith_export_cell_dup_text (const KithExportColumn *column, const KithExportCell *cell)
{
  if (kith_export_cell_is_blank (column, cell))
    return NULL;
  switch (column->type)
    {
    case KITH_FIELD_INT:
      return g_strdup_printf ("%" G_GINT64_FORMAT, cell->number);
    case KITH_FIELD_REAL:
      return kith_text_dup_real (cell->real);
    case KITH_FIELD_DATE:
      return kith_date_dup_text (cell->date, KITH_DATE_ISO);
    case KITH_FIELD_TEXT:
    default:
      return g_strdup (cell->text);
    }
}
