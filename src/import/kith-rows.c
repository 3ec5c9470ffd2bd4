/* kith-rows.c: the rows of a table file, one after the other
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-rows.h"
#include "kith-rows-private.h"

#include "kith-import.h"
#include "kith-sheet-private.h"
#include "kith-text.h"

#include <glib/gi18n.h>
#include <string.h>

static gboolean
has_text (const KithRows *self)
{
  for (guint c = 0; c < self->n_cells; c++)
    for (gsize i = 0; i < self->cells[c].length; i++)
      if (!g_ascii_isspace (self->cells[c].text[i]))
        return TRUE;
  return FALSE;
}

/* The names in the row under way, which is the header. */
static void
take_header (KithRows *self)
{
  g_ptr_array_set_size (self->columns, 0);
  for (guint c = 0; c < self->n_cells; c++)
    {
      char *name = kith_text_dup_utf8 (self->cells[c].text, self->cells[c].length);

      g_ptr_array_add (self->columns, g_strstrip (name));
    }
  /* columns after the last name hold nothing */
  while (self->columns->len > 0 &&
         ((char *)g_ptr_array_index (self->columns, self->columns->len - 1))[0] == '\0')
    g_ptr_array_set_size (self->columns, (int)self->columns->len - 1);
}

/**
 * kith_rows_init:
 * @self: (out caller-allocates): rows, the first member of what the class allots
 * @class: the kind of file
 * @file: where they come from
 * @job: (nullable): gives cancellation
 */
void
kith_rows_init (KithRows *self, const KithRowsClass *class, GFile *file, KithJob *job)
{
  self->class = class;
  self->name = g_file_get_basename (file);
  if (!g_utf8_validate (self->name, -1, NULL))
    {
      g_autofree char *bytes = g_steal_pointer (&self->name);

      self->name = g_utf8_make_valid (bytes, -1);
    }
  self->job = job != NULL ? g_object_ref (job) : NULL;
  self->columns = g_ptr_array_new_with_free_func (g_free);
}

/* Makes room for more cells. */
void
kith_rows_grow (KithRows *self)
{
  self->n_allotted = MAX (64, self->n_allotted * 2);
  self->cells = g_renew (KithCell, self->cells, self->n_allotted);
}

/**
 * kith_rows_open:
 * @file: a file
 * @job: (nullable): gives cancellation
 * @error: return location for a #KithImportError
 *
 * Tells by its first bytes what the file is: a workbook, or text. Go to its first sheet with
 * kith_rows_next_sheet().
 *
 * Returns: (transfer full): its rows, or %NULL
 */
KithRows *
kith_rows_open (GFile *file, KithJob *job, GError **error)
{
  g_autoptr (GFileInputStream) stream = NULL;
  g_autoptr (GError) reason = NULL;
  GCancellable *cancellable = kith_job_get_cancellable (job);
  char head[16];
  gsize n_head;

  g_return_val_if_fail (G_IS_FILE (file), NULL);

  stream = g_file_read (file, cancellable, &reason);
  if (stream == NULL ||
      !g_input_stream_read_all (G_INPUT_STREAM (stream), head, sizeof head, &n_head, cancellable,
                                &reason) ||
      !g_seekable_seek (G_SEEKABLE (stream), 0, G_SEEK_SET, cancellable, &reason))
    {
      g_autofree char *base = g_file_get_basename (file);
      g_autofree char *name = g_utf8_make_valid (base, -1);

      if (g_error_matches (reason, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        g_propagate_error (error, g_steal_pointer (&reason));
      else
        g_set_error (
            error, KITH_IMPORT_ERROR, KITH_IMPORT_ERROR_FILE,
            _ ("“%s” cannot be read: %s. Check that it is there and that you may open it."), name,
            reason->message);
      return NULL;
    }
  if (kith_book_is_likely (head, n_head))
    return kith_book_rows_open (file, G_INPUT_STREAM (stream), job, error);
  return kith_csv_open (file, G_INPUT_STREAM (stream), job);
}

/**
 * kith_rows_free:
 * @self: (nullable): rows
 */
void
kith_rows_free (KithRows *self)
{
  if (self == NULL)
    return;
  self->class->free (self);
  g_free (self->name);
  g_free (self->sheet);
  g_clear_object (&self->job);
  g_ptr_array_unref (self->columns);
  g_free (self->cells);
  g_free (self);
}

/**
 * kith_rows_get_name:
 *
 * Returns: (transfer none): the file's name
 */
const char *
kith_rows_get_name (const KithRows *self)
{
  return self->name;
}

/**
 * kith_rows_next_sheet:
 * @error: return location for a #KithImportError
 *
 * Goes to the next sheet and reads its header, the first row that is not blank. A sheet
 * without any has no columns.
 *
 * Returns: %FALSE after the last sheet, or with @error set
 */
gboolean
kith_rows_next_sheet (KithRows *self, GError **error)
{
  g_autoptr (GError) reason = NULL;

  g_ptr_array_set_size (self->columns, 0);
  if (!self->class->next_sheet (self, error))
    return FALSE;
  while (self->class->next_row (self, &reason))
    if (has_text (self))
      {
        take_header (self);
        return TRUE;
      }
  if (reason != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&reason));
      return FALSE;
    }
  return TRUE;
}

/**
 * kith_rows_get_sheet:
 *
 * Returns: (transfer none) (nullable): the sheet's name; %NULL in a CSV file
 */
const char *
kith_rows_get_sheet (const KithRows *self)
{
  return self->sheet;
}

/**
 * kith_rows_get_n_columns:
 *
 * Returns: how many names the header has, blank ones counted; 0 for a blank sheet
 */
guint
kith_rows_get_n_columns (const KithRows *self)
{
  return self->columns->len;
}

/**
 * kith_rows_get_column:
 * @column: less than kith_rows_get_n_columns()
 *
 * Returns: (transfer none): the column's name, trimmed, in UTF-8; may be empty
 */
const char *
kith_rows_get_column (const KithRows *self, guint column)
{
  g_return_val_if_fail (column < self->columns->len, NULL);
  return g_ptr_array_index (self->columns, column);
}

/**
 * kith_rows_next:
 * @error: return location for a #KithImportError or %G_IO_ERROR_CANCELLED
 *
 * Goes to the next row that is not blank.
 *
 * Returns: %FALSE after the last, or with @error set
 */
gboolean
kith_rows_next (KithRows *self, GError **error)
{
  while (self->class->next_row (self, error))
    if (has_text (self))
      return TRUE;
  return FALSE;
}

/**
 * kith_rows_get_number:
 *
 * Returns: the row's number, as people count: the sheet's first row is 1
 */
guint64
kith_rows_get_number (const KithRows *self)
{
  return self->number;
}

/**
 * kith_rows_get_n_bytes:
 *
 * Returns: how much of the file was read, in bytes; 0 for a workbook
 */
guint64
kith_rows_get_n_bytes (const KithRows *self)
{
  return self->n_bytes;
}

/**
 * kith_rows_get_n_cells:
 *
 * Returns: how many cells the row has, which may be more or fewer than the names
 */
guint
kith_rows_get_n_cells (const KithRows *self)
{
  return self->n_cells;
}

/**
 * kith_rows_get_cell:
 * @column: any; where the row has no such cell it is blank
 *
 * Returns: the cell
 */
KithCell
kith_rows_get_cell (const KithRows *self, guint column)
{
  static char nothing[1] = "";

  if (column >= self->n_cells)
    return (KithCell){ nothing, 0 };
  return self->cells[column];
}

/**
 * kith_rows_trim_cell:
 * @column: as in kith_rows_get_cell()
 *
 * Takes the white space round the cell off, for all who ask for it afterwards.
 *
 * Returns: the cell
 */
KithCell
kith_rows_trim_cell (KithRows *self, guint column)
{
  KithCell *cell;

  if (column >= self->n_cells)
    return kith_rows_get_cell (self, column);
  cell = &self->cells[column];
  while (cell->length > 0 && g_ascii_isspace (cell->text[cell->length - 1]))
    cell->text[--cell->length] = '\0';
  while (cell->length > 0 && g_ascii_isspace (cell->text[0]))
    cell->text++, cell->length--;
  return *cell;
}
