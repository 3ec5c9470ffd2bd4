/* kith-export.h: everything out, in formats that others read
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kith-audience.h"
#include "kith-job.h"
#include "kith-roll.h"

G_BEGIN_DECLS

/**
 * KithExportError:
 * @KITH_EXPORT_ERROR_FORMAT: no format goes by that ending
 * @KITH_EXPORT_ERROR_FILE: the file cannot be written
 */
typedef enum
{
  KITH_EXPORT_ERROR_FORMAT,
  KITH_EXPORT_ERROR_FILE,
} KithExportError;
#define KITH_EXPORT_ERROR (kith_export_error_quark ())
GQuark kith_export_error_quark (void);

/**
 * KithExportFormat:
 * @KITH_EXPORT_GRAPHML: the network: GraphML 1.0
 * @KITH_EXPORT_GEXF: the network, with its dates as spells: GEXF 1.2
 * @KITH_EXPORT_CSV: a file a table, beside each other: F-schools.csv …
 * @KITH_EXPORT_ZIP: the same files in one
 * @KITH_EXPORT_XLSX: a sheet a table; the officers' workbooks import as they are
 * @KITH_EXPORT_JSON: one object, an array of objects a table
 */
typedef enum
{
  KITH_EXPORT_GRAPHML,
  KITH_EXPORT_GEXF,
  KITH_EXPORT_CSV,
  KITH_EXPORT_ZIP,
  KITH_EXPORT_XLSX,
  KITH_EXPORT_JSON,
  KITH_N_EXPORTS,
} KithExportFormat;

/**
 * KithExportOptions:
 * @audience: for whom: what they are not told is not in the export
 * @schools: (nullable) (element-type gint64): URNs of the schools that it is about, and of what
 *   concerns them; %NULL for all
 */
typedef struct
{
  KithAudience audience;
  GArray *schools;
} KithExportOptions;

gboolean      kith_export_find_format     (const char               *name,
                                           KithExportFormat         *format);
const char   *kith_export_get_ending      (KithExportFormat          format);
const char   *kith_export_get_words       (KithExportFormat          format);
gboolean      kith_export_write           (KithRoll                 *roll,
                                           const KithExportOptions  *options,
                                           KithExportFormat          format,
                                           GFile                    *file,
                                           KithJob                  *job,
                                           GError                  **error);
gboolean      kith_export_write_shown     (KithRoll                 *roll,
                                           const GArray             *urns,
                                           GFile                    *file,
                                           KithJob                  *job,
                                           GError                  **error);

G_END_DECLS
