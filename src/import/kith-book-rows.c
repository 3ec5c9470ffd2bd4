/* kith-book-rows.c: a workbook as the rows of one sheet after another
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-rows-private.h"

#include "kith-import.h"
#include "kith-sheet-private.h"

#include <glib/gi18n.h>
#include <string.h>

/* A workbook is read whole, packed; the largest that the field publishes has 10 MB. */
#define MAX_BYTES (96u * 1024 * 1024)

typedef struct
{
  KithRows rows;
  KithBook *book;
  KithSheet *sheet; /* NULL before the first */
  guint n_begun;
  GString *text; /* of the row's cells, each with its NUL */
} KithBookRows;

static gboolean
next_sheet (KithRows *rows, GError **error)
{
  KithBookRows *self = (KithBookRows *)rows;

  if (self->n_begun == kith_book_get_n_sheets (self->book))
    return FALSE;
  g_clear_pointer (&self->sheet, kith_sheet_free);
  g_free (rows->sheet);
  rows->sheet = g_strdup (kith_book_get_sheet_name (self->book, self->n_begun));
  self->sheet = kith_book_open_sheet (self->book, self->n_begun, error);
  self->n_begun++;
  return self->sheet != NULL;
}

static gboolean
next_row (KithRows *rows, GError **error)
{
  KithBookRows *self = (KithBookRows *)rows;
  KithSheetRow row;
  char *at;

  if (g_cancellable_set_error_if_cancelled (kith_job_get_cancellable (rows->job), error) ||
      !kith_sheet_next (self->sheet, &row, error) || row.n_cells == 0)
    return FALSE;
  g_string_truncate (self->text, 0);
  for (guint c = 0; c < row.n_cells; c++)
    g_string_append_len (self->text, row.cells[c], (gssize)strlen (row.cells[c]) + 1);
  rows->number = row.number;
  rows->n_cells = 0;
  at = self->text->str;
  for (guint c = 0; c < row.n_cells; c++)
    {
      gsize length = strlen (at);

      kith_rows_add_cell (rows, at, length);
      at += length + 1;
    }
  return TRUE;
}

static void
free_book (KithRows *rows)
{
  KithBookRows *self = (KithBookRows *)rows;

  kith_sheet_free (self->sheet);
  kith_book_free (self->book);
  g_string_free (self->text, TRUE);
}

static const KithRowsClass book_class = { next_sheet, next_row, free_book };

static GBytes *
read_bytes (GInputStream *stream, KithJob *job, GError **error)
{
  g_autoptr (GOutputStream) memory = g_memory_output_stream_new_resizable ();

  if (g_output_stream_splice (memory, stream, G_OUTPUT_STREAM_SPLICE_CLOSE_TARGET,
                              kith_job_get_cancellable (job), error) < 0)
    return NULL;
  return g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (memory));
}

/**
 * kith_book_rows_open:
 * @file: the file, for its name
 * @stream: its bytes
 * @job: (nullable): gives cancellation
 * @error: return location for a #KithImportError
 *
 * Returns: (transfer full): its rows, or %NULL
 */
KithRows *
kith_book_rows_open (GFile *file, GInputStream *stream, KithJob *job, GError **error)
{
  g_autofree char *base = g_file_get_basename (file);
  g_autofree char *name = g_utf8_make_valid (base, -1);
  g_autoptr (GFileInfo) info =
      g_file_query_info (file, G_FILE_ATTRIBUTE_STANDARD_SIZE, G_FILE_QUERY_INFO_NONE, NULL, NULL);
  g_autoptr (GBytes) bytes = NULL;
  KithBook *book;
  KithBookRows *self;

  if (info != NULL && g_file_info_get_size (info) > MAX_BYTES)
    {
      g_set_error (error, KITH_IMPORT_ERROR, KITH_IMPORT_ERROR_FORM,
                   _ ("“%s” is larger than any workbook that Kith reads (96 MB). Save the sheet "
                      "that you need as CSV."),
                   name);
      return NULL;
    }
  bytes = read_bytes (stream, job, error);
  book = bytes == NULL ? NULL : kith_book_open (bytes, name, error);
  if (book == NULL)
    return NULL;
  self = g_new0 (KithBookRows, 1);
  kith_rows_init (&self->rows, &book_class, file, job);
  self->book = book;
  self->text = g_string_new (NULL);
  return &self->rows;
}
