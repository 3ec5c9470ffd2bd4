/* kith-workbooks-private.h: what the readers of officers' workbooks share
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kith-kind.h"
#include "kith-lookup-private.h"
#include "kith-reading-private.h"

G_BEGIN_DECLS

/* Stands in a cell of the row that a template has filled in; such a row is skipped. */
#define KITH_WORKBOOK_EXAMPLE "EXAMPLE — delete this row"

/* What is looked for by name: trimmed, letter case aside. */
typedef enum
{
  KITH_NAMES_PERSON,
  KITH_NAMES_ORGANISATION,
  KITH_NAMES_ARRANGEMENT,
  KITH_NAMES_ARRANGEMENT_ID, /* the officers' id, a GIAS UID or group id */
  KITH_NAMES_CONTACT_ID,
  KITH_NAMES_ACTION_ID,
  KITH_N_NAMES,
} KithNames;

/*
 * KithWorkbooks: all workbooks of one import: who and what they and the register name; arrangements that one
 * row names and another, perhaps in another file, describes. That is why partnerships and
 * contacts are gone through twice: first noted, then read.
 */
/**
 * KithWorkbookColumn:
 * @field: of the table
 * @names: of the column, as in kith_reading_find_column()
 */
typedef struct
{
  const char *field;
  const char *names;
} KithWorkbookColumn;

#define KITH_WORKBOOK_MAX_COLUMNS 20

typedef const char *(*KithVocabularyReader)      (const char                *text,
                                                  const char               **word);

KithWorkbooks  *kith_workbooks_new               (KithChangeset             *changes);
void            kith_workbooks_free              (KithWorkbooks             *self);
void            kith_workbooks_settle            (KithWorkbooks             *self);
void            kith_workbooks_begin_file        (KithWorkbooks             *self);

const GArray   *kith_workbooks_find              (KithWorkbooks             *self,
                                                  KithNames                  names,
                                                  const char                *name);
void            kith_workbooks_note_row          (KithWorkbooks             *self,
                                                  KithTable                  table,
                                                  const void                *row);
void            kith_workbooks_note_name         (KithWorkbooks             *self,
                                                  KithNames                  names,
                                                  const char                *name);
gboolean        kith_workbooks_has_name          (KithWorkbooks             *self,
                                                  KithNames                  names,
                                                  const char                *name);
KithLookup     *kith_workbooks_get_lookup        (KithWorkbooks             *self,
                                                  KithTable                  table);
gboolean        kith_workbooks_is_touched        (KithWorkbooks             *self,
                                                  KithTable                  table,
                                                  gint64                     key,
                                                  guint                      field);
void            kith_workbooks_touch             (KithWorkbooks             *self,
                                                  KithTable                  table,
                                                  gint64                     key,
                                                  guint                      field);

/* kith-workbook-rows.c: one row of a workbook */
gboolean        kith_workbook_next               (KithReading               *reading,
                                                  GError                   **error);
void            kith_workbook_find_columns       (KithReading               *reading,
                                                  const KithWorkbookColumn  *plan,
                                                  guint                      n,
                                                  guint                     *columns);
gboolean        kith_workbook_read_fields        (KithReading               *reading,
                                                  KithTable                  table,
                                                  const KithWorkbookColumn  *plan,
                                                  guint                      n,
                                                  const guint               *columns,
                                                  void                      *row);
void            kith_workbook_merge              (KithReading               *reading,
                                                  KithTable                  table,
                                                  void                      *row,
                                                  const void                *said);
gboolean        kith_workbook_is_set             (KithReading               *reading,
                                                  KithTable                  table,
                                                  gint64                     key,
                                                  const char                *field);
KithOutcome     kith_workbook_put                (KithReading               *reading,
                                                  KithTable                  table,
                                                  void                      *row);
void            kith_workbook_count              (KithReading               *reading,
                                                  KithOutcome                main,
                                                  KithOutcome                others);
gboolean        kith_workbook_check              (KithReading               *reading,
                                                  guint                      column,
                                                  const char                *fault);
gboolean        kith_workbook_read_word          (KithReading               *reading,
                                                  guint                      column,
                                                  KithVocabularyReader       read,
                                                  const char               **word);
gboolean        kith_workbook_read_urn           (KithReading               *reading,
                                                  guint                      column,
                                                  gint64                    *urn);
KithOutcome     kith_workbook_put_urn            (KithReading               *reading,
                                                  guint                      column,
                                                  gint64                     urn);
gint64          kith_workbook_put_organisation   (KithReading               *reading,
                                                  const char                *name,
                                                  KithOutcome               *outcome);
gint64          kith_workbook_put_person         (KithReading               *reading,
                                                  const char                *name,
                                                  const char                *email,
                                                  KithOutcome               *outcome);
gint64          kith_workbook_find_organisation  (KithReading               *reading,
                                                  const char                *name);
gboolean        kith_workbook_read_arrangement   (KithReading               *reading,
                                                  guint                      column,
                                                  GHashTable                *parties,
                                                  gint64                    *id);

/* kith-workbook-plans.c: arrangements and contacts before they are read */
void            kith_workbooks_note_arrangement  (KithWorkbooks             *self,
                                                  const char                *code,
                                                  const char                *name,
                                                  const char                *kind,
                                                  const char                *parent);
gint64          kith_workbooks_find_planned      (KithReading               *reading,
                                                  const char                *code,
                                                  const char                *name,
                                                  const char                *kind,
                                                  const char                *parent,
                                                  gint64                    *parent_id,
                                                  const char               **fault);
void            kith_workbooks_fill_stub         (KithWorkbooks             *self,
                                                  gint64                     id,
                                                  KithArrangement           *arrangement);
KithOutcome     kith_workbooks_put_stub          (KithReading               *reading,
                                                  gint64                     id);
gboolean        kith_workbooks_take_stub         (KithWorkbooks             *self,
                                                  gint64                     id);
GHashTable     *kith_workbooks_get_parties       (KithWorkbooks             *self,
                                                  const char                *contact);
gboolean        kith_workbooks_is_affiliation    (const KithArrangement     *arrangement);

gboolean        kith_partnerships_note           (KithReading               *reading,
                                                  GError                   **error);
gboolean        kith_contacts_note               (KithReading               *reading,
                                                  GError                   **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KithWorkbooks, kith_workbooks_free)

G_END_DECLS
