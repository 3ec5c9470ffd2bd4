/* kith-export-table-private.h: rows and columns, before they have a format
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kith-table.h"

G_BEGIN_DECLS

/**
 * KithExportColumn:
 * @name: its head
 * @type: what its cells hold
 */
typedef struct
{
  const char *name;
  KithFieldType type;
} KithExportColumn;

/* As the column's type has it; blank is %NULL, %KITH_INT_NONE, NaN or an unknown day. */
typedef union
{
  const char *text;
  gint64 number;
  double real;
  KithDate date;
} KithExportCell;

/**
 * KithExportTable:
 * @name: of its file or sheet
 * @columns: (array length=n_columns): static
 * @n_columns: how many
 * @cells: (element-type KithExportCell): row by row
 *
 * Cells are added one after the other; texts are copied.
 */
typedef struct
{
  const char *name;
  const KithExportColumn *columns;
  guint n_columns;
  GArray *cells;
  GStringChunk *texts;
} KithExportTable;

KithExportTable       *kith_export_table_new       (const char              *name,
                                                    const KithExportColumn  *columns,
                                                    guint                    n_columns);
void                   kith_export_table_free      (KithExportTable         *self);
void                   kith_export_table_add_text  (KithExportTable         *self,
                                                    const char              *text);
void                   kith_export_table_take_text (KithExportTable         *self,
                                                    char                    *text);
void                   kith_export_table_add_int   (KithExportTable         *self,
                                                    gint64                   number);
void                   kith_export_table_add_real  (KithExportTable         *self,
                                                    double                   real);
void                   kith_export_table_add_date  (KithExportTable         *self,
                                                    KithDate                 date);
void                   kith_export_table_sort      (KithExportTable         *self);
guint                  kith_export_table_get_n_rows(const KithExportTable   *self);
const KithExportCell  *kith_export_table_get_row   (const KithExportTable   *self,
                                                    guint                    row);
gboolean               kith_export_cell_is_blank   (const KithExportColumn  *column,
                                                    const KithExportCell    *cell);
char                  *kith_export_cell_dup_text   (const KithExportColumn  *column,
                                                    const KithExportCell    *cell);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KithExportTable, kith_export_table_free)

G_END_DECLS
