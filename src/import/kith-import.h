/* kith-import.h: files in; what they would change, and what is wrong with them
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "kith-changeset.h"
#include "kith-job.h"

G_BEGIN_DECLS

/**
 * KithImportError:
 * @KITH_IMPORT_ERROR_FILE: the file is missing or cannot be read
 * @KITH_IMPORT_ERROR_KIND: the file is of no kind that Kith reads
 * @KITH_IMPORT_ERROR_FORM: the file is not what it claims: truncated, damaged, hostile
 * @KITH_IMPORT_ERROR_COLUMN: a column that the kind needs is missing
 * @KITH_IMPORT_ERROR_YEAR: the academic year is not known; ask for it
 * @KITH_IMPORT_ERROR_DATED: the file's own date is not known; ask for it
 */
typedef enum
{
  KITH_IMPORT_ERROR_FILE,
  KITH_IMPORT_ERROR_KIND,
  KITH_IMPORT_ERROR_FORM,
  KITH_IMPORT_ERROR_COLUMN,
  KITH_IMPORT_ERROR_YEAR,
  KITH_IMPORT_ERROR_DATED,
} KithImportError;
#define KITH_IMPORT_ERROR (kith_import_error_quark ())
GQuark kith_import_error_quark (void);

typedef enum
{
  KITH_FILE_ESTABLISHMENTS,
  KITH_FILE_ESTABLISHMENT_LINKS,
  KITH_FILE_GROUPS,
  KITH_FILE_GROUP_LINKS,
  KITH_FILE_ACADEMY_LINKS,
  KITH_FILE_CENSUS,
  KITH_FILE_KS2,
  KITH_FILE_KS4,
  KITH_FILE_INSPECTIONS,
  KITH_FILE_SPINE,
  KITH_FILE_DEPRIVATION,
  KITH_FILE_COORDINATES,
  KITH_FILE_BOUNDARIES,
  KITH_FILE_PARTNERSHIPS,
  KITH_FILE_CONTACTS,
  KITH_FILE_ACTIONS,
  KITH_FILE_PEOPLE,
  KITH_FILE_NEEDS,
  KITH_FILE_ENQUIRIES,
  KITH_N_FILE_KINDS,
} KithFileKind;

/**
 * KithProblem:
 * @row: as a person counts: the header is row 1; 0 for the whole file
 * @column: (nullable): its name
 * @value: (nullable): what stands there
 * @reason: a whole sentence: what is wrong and what to do
 * @is_rejection: whether the row was left out; else it was read and this is worth knowing
 */
typedef struct
{
  guint64 row;
  char *column;
  char *value;
  char *reason;
  gboolean is_rejection;
} KithProblem;

/**
 * KithFileReport:
 * @name: the file's name, with its sheet where it has several
 * @kind: what it was recognised as
 * @dated: the day that it tells of, or unknown
 * @year: the year in which its academic year begins, or 0
 * @n_rows: rows below the header; the sum of the five counts after it
 * @n_added: new records
 * @n_changed: known, and now different
 * @n_unchanged: known, and the same
 * @n_rejected: left out, each with a problem
 * @n_skipped: total rows and the like
 * @problems: (element-type KithProblem): in the order of the rows
 */
typedef struct
{
  char *name;
  KithFileKind kind;
  KithDate dated;
  int year;
  guint64 n_rows;
  guint64 n_added;
  guint64 n_changed;
  guint64 n_unchanged;
  guint64 n_rejected;
  guint64 n_skipped;
  GPtrArray *problems;
} KithFileReport;

/**
 * KithImportOptions:
 * @year: the year in which the academic year begins for files that do not say, 0 for none
 * @dated: the day of files that do not say, or unknown
 * @today: the day of the import
 */
typedef struct
{
  int year;
  KithDate dated;
  KithDate today;
} KithImportOptions;

/**
 * KithPreview:
 * @changes: what accepting it would change; of no size where all is known already
 * @reports: (element-type KithFileReport): a file each, in the order given (a workbook with
 *   several sheets has one a sheet)
 * @summary: for the journal: "Import of 3 files: 728 schools added"
 */
typedef struct
{
  KithChangeset *changes;
  GPtrArray *reports;
  char *summary;
} KithPreview;

gboolean      kith_import_needs_measures  (GFile                   *const *files,
                                           guint                     n_files);
KithPreview  *kith_import_read            (KithLedger               *ledger,
                                           GFile                    *const *files,
                                           guint                     n_files,
                                           const KithImportOptions  *options,
                                           KithJob                  *job,
                                           GError                  **error);
char         *kith_import_dup_rejects     (const KithPreview        *preview);
gboolean      kith_import_write_templates (GFile                    *folder,
                                           GError                  **error);
const char   *kith_file_kind_get_words    (KithFileKind              kind);
const char   *kith_file_kind_get_key      (KithFileKind              kind);

void          kith_preview_free           (KithPreview              *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (KithPreview, kith_preview_free)

G_END_DECLS
