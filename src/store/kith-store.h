/* kith-store.h: the register on disk
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "kith-changeset.h"
#include "kith-job.h"
#include "kith-ledger.h"

G_BEGIN_DECLS

/**
 * KithStoreError:
 * @KITH_STORE_ERROR_OPEN: the file is missing, unreadable, or not a register
 * @KITH_STORE_ERROR_TOO_NEW: a later version of the program wrote the file
 * @KITH_STORE_ERROR_BUSY: another program has it open for writing, or held it for five seconds
 * @KITH_STORE_ERROR_READ_ONLY: the file or its folder cannot be written
 * @KITH_STORE_ERROR_CONSTRAINT: the change would break a rule of the register
 * @KITH_STORE_ERROR_STALE: the register changed after the change was prepared
 * @KITH_STORE_ERROR_BLOCKED: a later entry touches the rows of the one to be undone
 * @KITH_STORE_ERROR_NOTHING: there is nothing to undo or redo
 * @KITH_STORE_ERROR_CORRUPT: the file is damaged; it is left untouched
 * @KITH_STORE_ERROR_NO_SPACE: the disk is full; nothing was written
 */
typedef enum
{
  KITH_STORE_ERROR_OPEN,
  KITH_STORE_ERROR_TOO_NEW,
  KITH_STORE_ERROR_BUSY,
  KITH_STORE_ERROR_READ_ONLY,
  KITH_STORE_ERROR_CONSTRAINT,
  KITH_STORE_ERROR_STALE,
  KITH_STORE_ERROR_BLOCKED,
  KITH_STORE_ERROR_NOTHING,
  KITH_STORE_ERROR_CORRUPT,
  KITH_STORE_ERROR_NO_SPACE,
} KithStoreError;
#define KITH_STORE_ERROR (kith_store_error_quark ())
GQuark kith_store_error_quark (void);

/**
 * KithEntry:
 * @who: the officer
 * @what: in words: "Import of 3 files: 728 schools added"
 * @why: (nullable): a reason
 * @file: (nullable): the files it came from, "; " between
 */
typedef struct
{
  const char *who;
  const char *what;
  const char *why;
  const char *file;
} KithEntry;

/**
 * KithJournalRow:
 * @entry: its number, from 1
 * @at: when, in UTC
 * @who: the officer
 * @what: in words
 * @why: (nullable): a reason
 * @file: (nullable): where from
 * @n_rows: rows that it changed
 * @undoes: the entry that it took back, 0 for none
 * @undone_by: the entry that took it back, 0 for none
 */
typedef struct
{
  gint64 entry;
  GDateTime *at;
  char *who;
  char *what;
  char *why;
  char *file;
  guint n_rows;
  gint64 undoes;
  gint64 undone_by;
} KithJournalRow;

typedef enum
{
  KITH_STORE_READ,
  KITH_STORE_WRITE,
} KithStoreMode;

#define KITH_TYPE_STORE (kith_store_get_type ())
G_DECLARE_FINAL_TYPE (KithStore, kith_store, KITH, STORE, GObject)

KithStore   *kith_store_create        (GFile                *file,
                                       GError              **error);
KithStore   *kith_store_open          (GFile                *file,
                                       KithStoreMode         mode,
                                       KithJob              *job,
                                       GError              **error);
GFile       *kith_store_get_file      (KithStore            *self);
KithLedger  *kith_store_read_ledger   (KithStore            *self,
                                       KithLedger           *previous,
                                       gboolean              with_measures,
                                       KithJob              *job,
                                       GError              **error);
gboolean     kith_store_apply         (KithStore            *self,
                                       const KithChangeset  *changes,
                                       const KithEntry      *entry,
                                       KithJob              *job,
                                       GError              **error);
GPtrArray   *kith_store_read_history  (KithStore            *self,
                                       GError              **error);
gint64       kith_store_get_undoable  (KithStore            *self,
                                       GError              **error);
gint64       kith_store_get_redoable  (KithStore            *self,
                                       GError              **error);
gboolean     kith_store_undo          (KithStore            *self,
                                       gint64                entry,
                                       const char           *who,
                                       KithJob              *job,
                                       GError              **error);
gboolean     kith_store_redo          (KithStore            *self,
                                       const char           *who,
                                       KithJob              *job,
                                       GError              **error);
gboolean     kith_store_copy          (KithStore            *self,
                                       GFile                *to,
                                       KithJob              *job,
                                       GError              **error);
GPtrArray   *kith_store_check         (KithStore            *self,
                                       KithJob              *job,
                                       GError              **error);

void         kith_journal_row_free    (KithJournalRow       *row);
void         kith_entry_set_officer   (const char           *name);
const char  *kith_entry_get_officer   (void);

G_END_DECLS
