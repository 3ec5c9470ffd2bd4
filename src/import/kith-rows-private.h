/* kith-rows-private.h: what a kind of table file supplies
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kith-rows.h"

G_BEGIN_DECLS

/* The longest row of a file, in bytes; a hostile file must not fill the memory. */
#define KITH_ROW_MAX_BYTES (16u * 1024u * 1024u)
#define KITH_ROW_MAX_CELLS 16384u

/**
 * KithRowsClass:
 * @next_sheet: goes to the next sheet (at first, to the first); sets KithRows.sheet. %FALSE
 *   with @error unset after the last
 * @next_row: clears and fills KithRows.cells and n_cells and sets KithRows.number (1 is the
 *   sheet's first row, blank ones counted). %FALSE with @error unset after the last
 * @free: frees what the class holds, not @self
 */
typedef struct
{
  gboolean (*next_sheet) (KithRows *self, GError **error);
  gboolean (*next_row) (KithRows *self, GError **error);
  void (*free) (KithRows *self);
} KithRowsClass;

/**
 * KithRows:
 * @class: the kind of file
 * @name: the file's name, for sentences
 * @job: (nullable): cancellation
 * @sheet: (nullable): the sheet's name; the class sets it, and KithRows frees it
 * @columns: (element-type utf8): names in the header; KithRows reads them
 * @cells: the row; the class adds cells with kith_rows_add_cell()
 * @n_cells: how many
 * @number: of the row, as people count
 * @n_bytes: read so far, 0 where the class cannot tell
 */
struct _KithRows
{
  const KithRowsClass *class;
  char *name;
  KithJob *job;
  char *sheet;
  GPtrArray *columns;
  KithCell *cells;
  guint n_cells;
  guint n_allotted;
  guint64 number;
  guint64 n_bytes;
};

void       kith_rows_init         (KithRows             *self,
                                   const KithRowsClass  *class,
                                   GFile                *file,
                                   KithJob              *job);
void       kith_rows_grow         (KithRows             *self);

/* @text must stay until the next row, end in NUL, and be writable. */
static inline void
kith_rows_add_cell (KithRows *self, char *text, gsize length)
{
  if (G_UNLIKELY (self->n_cells == self->n_allotted))
    kith_rows_grow (self);
  self->cells[self->n_cells].text = text;
  self->cells[self->n_cells].length = length;
  self->n_cells++;
}

KithRows  *kith_csv_open          (GFile                *file,
                                   GInputStream         *stream,
                                   KithJob              *job);
KithRows  *kith_book_rows_open    (GFile                *file,
                                   GInputStream         *stream,
                                   KithJob              *job,
                                   GError              **error);

G_END_DECLS
