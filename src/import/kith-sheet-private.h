/* kith-sheet-private.h: the sheets of a workbook, row by row
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kith-zip-private.h"

G_BEGIN_DECLS

/* What a sheet may hold: Excel's own rows and columns; no more sheets, cells and text than an
 * authority's largest file has many times over. */
#define KITH_SHEET_MAX_SHEETS  64u
#define KITH_SHEET_MAX_ROWS    1048576u
#define KITH_SHEET_MAX_COLUMNS 16384u
#define KITH_SHEET_MAX_CELLS   (48u * 1024 * 1024)
#define KITH_SHEET_MAX_CELL    (256u * 1024)
#define KITH_SHEET_MAX_TEXT    (512u * 1024 * 1024)

/**
 * KithSheetRow:
 * @number: as the sheet's own margin counts, from 1
 * @cells: (array length=n_cells): text, empty for an empty cell, never %NULL
 * @n_cells: up to the last that is not empty
 */
typedef struct
{
  guint64 number;
  const char *const *cells;
  guint n_cells;
} KithSheetRow;

/**
 * KithBook:
 *
 * An XLSX or ODS file. Cells are read as a person sees them: days as yyyy-mm-dd, shares as
 * 44.98%, a formula's last value, TRUE and FALSE, errors as #N/A; hidden sheets not at all.
 * One thread at a time.
 */
typedef struct _KithBook KithBook;
typedef struct _KithSheet KithSheet;

gboolean      kith_book_is_likely       (const void    *bytes,
                                         gsize          size);
KithBook     *kith_book_open            (GBytes        *bytes,
                                         const char    *name,
                                         GError       **error);
void          kith_book_free            (KithBook      *self);
guint         kith_book_get_n_sheets    (KithBook      *self);
const char   *kith_book_get_sheet_name  (KithBook      *self,
                                         guint          sheet);
KithSheet    *kith_book_open_sheet      (KithBook      *self,
                                         guint          sheet,
                                         GError       **error);

gboolean      kith_sheet_next           (KithSheet     *self,
                                         KithSheetRow  *row,
                                         GError       **error);
void          kith_sheet_free           (KithSheet     *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KithBook, kith_book_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (KithSheet, kith_sheet_free)

G_END_DECLS
