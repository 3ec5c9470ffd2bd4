/* kith-rows.h: the rows of a table file, one after the other
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "kith-job.h"

G_BEGIN_DECLS

#define KITH_NO_COLUMN G_MAXUINT

/**
 * KithCell:
 * @text: what stands there, as the file has it, in UTF-8 or Windows-1252; ends in NUL; may be
 *   changed by whoever reads it
 * @length: bytes in @text, 0 for a blank cell
 *
 * Lives until the next row is asked for.
 */
typedef struct
{
  char *text;
  gsize length;
} KithCell;

/**
 * KithRows:
 *
 * The rows of one sheet after another; a CSV file has one sheet, without a name. Read in one
 * pass, a row in memory at a time.
 */
typedef struct _KithRows KithRows;

KithRows    *kith_rows_open           (GFile           *file,
                                       KithJob         *job,
                                       GError         **error);
void         kith_rows_free           (KithRows        *self);
const char  *kith_rows_get_name       (const KithRows  *self);
gboolean     kith_rows_next_sheet     (KithRows        *self,
                                       GError         **error);
const char  *kith_rows_get_sheet      (const KithRows  *self);
guint        kith_rows_get_n_columns  (const KithRows  *self);
const char  *kith_rows_get_column     (const KithRows  *self,
                                       guint            column);
gboolean     kith_rows_next           (KithRows        *self,
                                       GError         **error);
guint64      kith_rows_get_number     (const KithRows  *self);
guint64      kith_rows_get_n_bytes    (const KithRows  *self);
guint        kith_rows_get_n_cells    (const KithRows  *self);
KithCell     kith_rows_get_cell       (const KithRows  *self,
                                       guint            column);
KithCell     kith_rows_trim_cell      (KithRows        *self,
                                       guint            column);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KithRows, kith_rows_free)

G_END_DECLS
