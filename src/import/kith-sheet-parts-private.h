/* kith-sheet-parts-private.h: what the readers of XLSX and of ODS share
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kith-sheet-private.h"
#include "kith-xml-feed-private.h"

G_BEGIN_DECLS

/**
 * KithSheetQueue:
 *
 * Rows that a parser has finished and nobody has taken yet, and the one that is under way.
 */
typedef struct _KithSheetQueue KithSheetQueue;

KithSheetQueue  *kith_sheet_queue_new        (void);
void             kith_sheet_queue_free       (KithSheetQueue    *self);
const char      *kith_sheet_queue_add_cell   (KithSheetQueue    *self,
                                              guint              column,
                                              guint              n_columns,
                                              const char        *text,
                                              gsize              length);
const char      *kith_sheet_queue_end_row    (KithSheetQueue    *self,
                                              guint64            number,
                                              guint64            n_rows);
gboolean         kith_sheet_queue_take       (KithSheetQueue    *self,
                                              KithSheetRow      *row);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KithSheetQueue, kith_sheet_queue_free)

/**
 * KithSheetTexts:
 *
 * A workbook's shared strings, by number.
 */
typedef struct _KithSheetTexts KithSheetTexts;

KithSheetTexts  *kith_sheet_texts_read       (KithZip           *zip,
                                              const char        *part,
                                              GError           **error);
void             kith_sheet_texts_free       (KithSheetTexts    *self);
const char      *kith_sheet_texts_get        (KithSheetTexts    *self,
                                              guint64            i);

/* How a number is shown, as far as it changes what it means. */
typedef enum
{
  KITH_SHEET_FORMAT_PLAIN,
  KITH_SHEET_FORMAT_DATE,
  KITH_SHEET_FORMAT_PERCENT,
} KithSheetFormat;

KithSheetFormat  kith_sheet_format_find      (const char        *code);
void             kith_sheet_append_number    (GString           *text,
                                              const char        *digits,
                                              KithSheetFormat    format,
                                              gboolean           is_1904);
void             kith_sheet_append_escaped   (GString           *text,
                                              const char        *from,
                                              gsize              length);
GArray          *kith_sheet_formats_read     (KithZip           *zip,
                                              const char        *part,
                                              GError           **error);

/**
 * KithSheetClass:
 * @open_sheet: a source of one sheet's rows
 *
 * One of the two kinds of workbook.
 */
typedef struct
{
  gboolean (*read) (KithZip *zip, gpointer *book, GPtrArray *names, GError **error);
  void (*free_book) (gpointer book);
  gpointer (*open_sheet) (gpointer book, KithZip *zip, guint sheet, KithSheetQueue *queue, GError **error);
  gboolean (*step) (gpointer sheet, gboolean *is_at_end, GError **error);
  void (*free_sheet) (gpointer sheet);
} KithSheetClass;

extern const KithSheetClass kith_sheet_xlsx;
extern const KithSheetClass kith_sheet_ods;

G_END_DECLS
