/* make-book.h: small workbooks, literally
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* A part of a ZIP file; its text ends in NUL. */
typedef struct
{
  const char *name;
  const char *text;
} MadePart;

GBytes  *make_zip        (const MadePart  *parts,
                          guint            n_parts);
GBytes  *make_xlsx       (const char      *sheet,
                          const char      *texts,
                          const char      *styles,
                          const char      *properties);
GBytes  *make_ods        (const char      *styles,
                          const char      *tables);

/* The same cells as CSV, XLSX and ODS: rows of @text end in \n, cells are parted by |. */
GBytes  *make_csv_table  (const char      *text);
GBytes  *make_xlsx_table (const char      *text);
GBytes  *make_ods_table  (const char      *text);

G_END_DECLS
