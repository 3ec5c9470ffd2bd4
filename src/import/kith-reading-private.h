/* kith-reading-private.h: one file under way: its columns, its cells, what came of each row
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kith-import.h"
#include "kith-rows.h"
#include "kith-vocabulary.h"

G_BEGIN_DECLS

#define KITH_FILE_KIND_BIT(kind) (1u << (kind))

/**
 * KithOutcome:
 *
 * What came of a row; of several, the greatest counts.
 */
typedef enum
{
  KITH_OUTCOME_UNCHANGED,
  KITH_OUTCOME_CHANGED,
  KITH_OUTCOME_ADDED,
  KITH_OUTCOME_SKIPPED,
} KithOutcome;

void         kith_outcome_raise        (KithOutcome        *outcome,
                                        KithOutcome         other);

typedef struct _KithWorkbooks KithWorkbooks;

/**
 * KithReading:
 * @file: what is read
 * @rows: (nullable): its rows; %NULL for a file that has none, such as an outline
 * @changes: what this file and those before it change
 * @base: the ledger before all of them
 * @options: the year and the day of files that do not say, and today
 * @report: counts and problems
 * @job: (nullable): progress, cancellation
 * @source_id: the key of the row of table source that this file gets
 * @dated: the day that the file tells of, or unknown
 * @year: the year in which its academic year begins, or 0
 * @is_newest: no later file of its kind was read; an older one only fills blanks
 * @sources: (element-type KithSource): files read, in the base and before this one
 * @workbooks: (nullable): what the officers' workbooks name; %NULL for other files
 * @texts: text of the row under way
 * @is_rejected: the row under way
 * @has_changed: anything at all
 * @seen: (nullable): what kith_reading_is_first() was asked about
 * @uses_last: the last column, by whoever asked for it
 * @n_bytes: in the file, 0 where not known
 *
 * A reader goes through the rows with kith_reading_each() or kith_reading_next(), and gives each
 * an outcome with kith_reading_count(), or rejects it.
 */
typedef struct
{
  GFile *file;
  KithRows *rows;
  KithChangeset *changes;
  KithLedger *base;
  const KithImportOptions *options;
  KithFileReport *report;
  KithJob *job;
  gint64 source_id;
  KithDate dated;
  int year;
  gboolean is_newest;
  const GPtrArray *sources;
  KithWorkbooks *workbooks;
  GStringChunk *texts;
  gboolean has_texts;
  gboolean is_rejected;
  gboolean has_changed;
  gboolean uses_last;
  GHashTable *seen;
  guint64 n_bytes;
} KithReading;

/* One file of one kind: reads all rows, or returns FALSE with an error and nothing counts. */
typedef gboolean (*KithReader) (KithReading *self, GError **error);

/* What a reader does with the row under way. */
typedef void (*KithRowFunc) (gpointer reader);

guint        kith_reading_find_column  (KithReading        *self,
                                        const char         *names);
gboolean     kith_reading_need_column  (KithReading        *self,
                                        const char         *names,
                                        guint              *column,
                                        GError            **error);
gboolean     kith_reading_need_year    (const KithReading  *self,
                                        GError            **error);
gboolean     kith_reading_next         (KithReading        *self,
                                        GError            **error);
gboolean     kith_reading_each         (KithReading        *self,
                                        KithRowFunc         read_row,
                                        gpointer            reader,
                                        GError            **error);

gboolean     kith_reading_is_first     (KithReading        *self,
                                        guint               column,
                                        gint64              key);
const char  *kith_reading_get_text     (KithReading        *self,
                                        guint               column);
const char  *kith_reading_keep_text    (KithReading        *self,
                                        const char         *text);
const char  *kith_reading_get_code     (KithReading        *self,
                                        guint               column,
                                        guint               width);
gboolean     kith_reading_is_total     (const KithReading  *self,
                                        guint               column);
gboolean     kith_reading_get_urn      (KithReading        *self,
                                        guint               column,
                                        gint64             *urn);
gboolean     kith_reading_get_int      (KithReading        *self,
                                        guint               column,
                                        gint64             *value);
gboolean     kith_reading_get_real     (KithReading        *self,
                                        guint               column,
                                        double             *value);
gboolean     kith_reading_get_date     (KithReading        *self,
                                        guint               column,
                                        KithDate           *value);

void         kith_reading_reject       (KithReading        *self,
                                        guint               column,
                                        const char         *reason);
void         kith_reading_remark       (KithReading        *self,
                                        guint               column,
                                        const char         *reason);
void         kith_reading_remark_whole (KithReading        *self,
                                        const char         *value,
                                        const char         *reason);
void         kith_reading_count        (KithReading        *self,
                                        KithOutcome         outcome);
gboolean     kith_reading_next_item    (KithReading        *self,
                                        guint64             n_items,
                                        GError            **error);
void         kith_reading_reject_item  (KithReading        *self,
                                        const char         *value,
                                        const char         *reason);
KithOutcome  kith_reading_put          (KithReading        *self,
                                        KithTable           table,
                                        void               *row);
void         kith_reading_remove       (KithReading        *self,
                                        KithTable           table,
                                        gint64              key);
KithDate     kith_reading_find_newest  (const KithReading  *self,
                                        guint               kinds);

G_END_DECLS
