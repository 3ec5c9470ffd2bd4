/* kith-document.h: what a paper says, before it is a page
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kith-date.h"
#include "kith-scene.h"

G_BEGIN_DECLS

/**
 * KithDocumentError:
 * @KITH_DOCUMENT_ERROR_TALLY: a number is not what its table says
 * @KITH_DOCUMENT_ERROR_LINK: something points nowhere, or two things have one name
 */
typedef enum
{
  KITH_DOCUMENT_ERROR_TALLY,
  KITH_DOCUMENT_ERROR_LINK,
} KithDocumentError;
#define KITH_DOCUMENT_ERROR (kith_document_error_quark ())
GQuark kith_document_error_quark (void);

typedef enum
{
  KITH_PIECE_HEADING,
  KITH_PIECE_PARAGRAPH,
  KITH_PIECE_NOTE,   /* a paragraph in small letters */
  KITH_PIECE_REMARK, /* a paragraph that an officer wrote */
  KITH_PIECE_LIST,
  KITH_PIECE_TABLE,
  KITH_PIECE_FIGURE,
} KithPieceType;

typedef enum
{
  KITH_TALLY_ROWS, /* rows of a table, all of them or those that say something in a column */
  KITH_TALLY_SUM,  /* the numbers of a column, all of them or those of such rows */
} KithTallyType;

/* A column that nothing is asked of. */
#define KITH_COLUMN_NONE G_MAXUINT

/**
 * KithTally:
 * @type: what is counted
 * @table: id of the table
 * @sum: of a sum, the column that is added up
 * @columns: the columns that a row must say @values in, or %KITH_COLUMN_NONE
 * @values: (nullable): what it must say there
 * @n: the number that the paper states
 *
 * Where a number comes from: whoever reads it can count again, and kith_document_check() does.
 * A table's own totals are no rows of it.
 */
typedef struct
{
  KithTallyType type;
  const char *table;
  guint sum;
  guint columns[2];
  const char *values[2];
  gint64 n;
} KithTally;

/* All rows of a table, and those that say something in one or in two columns. */
#define KITH_TALLY_ALL(table, n)                                                                   \
  ((KithTally){ KITH_TALLY_ROWS, (table), 0, { KITH_COLUMN_NONE, KITH_COLUMN_NONE }, { NULL }, (n) })
#define KITH_TALLY_OF(table, column, value, n)                                                     \
  ((KithTally){ KITH_TALLY_ROWS, (table), 0, { (column), KITH_COLUMN_NONE }, { (value) }, (n) })
#define KITH_TALLY_SUM_OF(table, sum, n)                                                           \
  ((KithTally){ KITH_TALLY_SUM, (table), (sum), { KITH_COLUMN_NONE, KITH_COLUMN_NONE }, { NULL }, (n) })

typedef enum
{
  KITH_VOICE_PLAIN,
  KITH_VOICE_STRONG,
  KITH_VOICE_QUIET,
} KithVoice;

/**
 * KithRun:
 * @words: a part of a passage; a line feed begins a new line
 * @voice: how it is set
 * @link: (nullable): id of what it points to
 * @tally: (nullable): the number in it
 */
typedef struct
{
  const char *words;
  KithVoice voice;
  const char *link;
  const KithTally *tally;
} KithRun;

/**
 * KithPassage:
 * @first: of its runs
 * @n_runs: how many
 * @icon: (nullable): a sign in front of it
 *
 * A paragraph, an item of a list, a cell.
 */
typedef struct
{
  guint first, n_runs;
  KithScene *icon;
} KithPassage;

/**
 * KithTableColumn:
 * @title: its header
 * @share: of the width, against the others
 * @is_number: whether its cells stand to the right
 */
typedef struct
{
  const char *title;
  double share;
  gboolean is_number;
} KithTableColumn;

/**
 * KithTableRow:
 * @id: (nullable): what may be pointed to
 * @is_total: whether it adds up the others
 * @first: of its passages, one a column; the first is its header
 */
typedef struct
{
  const char *id;
  gboolean is_total;
  guint first;
} KithTableRow;

/**
 * KithPiece:
 * @type: what it is
 * @id: (nullable): what may be pointed to
 * @level: of a heading: 2 or 3; 1 is the title
 * @words: (nullable): of a heading; a table's caption; a figure's
 * @description: (nullable): a figure in words, for those who cannot see it
 * @scene: (nullable): of a figure
 * @first: of the passages of a paragraph or a list
 * @n_passages: how many; a paragraph has one
 * @columns: (array length=n_columns) (nullable): of a table
 * @n_columns: how many
 * @first_row: of a table
 * @n_rows: how many
 */
typedef struct
{
  KithPieceType type;
  const char *id;
  guint level;
  const char *words;
  const char *description;
  KithScene *scene;
  guint first, n_passages;
  const KithTableColumn *columns;
  guint n_columns;
  guint first_row, n_rows;
} KithPiece;

#define KITH_TYPE_DOCUMENT (kith_document_get_type ())

/**
 * KithDocument:
 *
 * Headings, paragraphs, lists, tables and figures in order, with what points to what. It knows
 * no page and no file: kith-html.h and kith-pages.h set it. Built by one thread, then only read,
 * and may then cross threads. Counted.
 */
typedef struct _KithDocument KithDocument;

GType               kith_document_get_type      (void);
KithDocument       *kith_document_new           (const char             *title,
                                                 const char             *subtitle,
                                                 KithDate                dated);
KithDocument       *kith_document_ref           (KithDocument           *self);
void                kith_document_unref         (KithDocument           *self);

void                kith_document_add_heading   (KithDocument           *self,
                                                 guint                   level,
                                                 const char             *id,
                                                 const char             *words);
void                kith_document_begin         (KithDocument           *self,
                                                 KithPieceType           type);
void                kith_document_begin_table   (KithDocument           *self,
                                                 const char             *id,
                                                 const char             *caption,
                                                 const KithTableColumn  *columns,
                                                 guint                   n_columns);
void                kith_document_add_row       (KithDocument           *self,
                                                 const char             *id,
                                                 gboolean                is_total);
void                kith_document_add_passage   (KithDocument           *self,
                                                 KithScene              *icon);
void                kith_document_add_figure    (KithDocument           *self,
                                                 const char             *id,
                                                 KithScene              *scene,
                                                 const char             *caption,
                                                 const char             *description);
void                kith_document_say           (KithDocument           *self,
                                                 KithVoice               voice,
                                                 const char             *words);
void                kith_document_say_link      (KithDocument           *self,
                                                 const char             *words,
                                                 const char             *link);
void                kith_document_say_tally     (KithDocument           *self,
                                                 const char             *words,
                                                 const KithTally        *tally);
void                kith_document_add_cell      (KithDocument           *self,
                                                 const char             *words);
void                kith_document_add_number    (KithDocument           *self,
                                                 gint64                  n);

const char         *kith_document_get_title     (const KithDocument     *self);
const char         *kith_document_get_subtitle  (const KithDocument     *self);
KithDate            kith_document_get_date      (const KithDocument     *self);
const KithPiece    *kith_document_get_pieces    (const KithDocument     *self,
                                                 guint                  *n_pieces);
const KithPassage  *kith_document_get_passage   (const KithDocument     *self,
                                                 guint                   i);
const KithRun      *kith_document_get_run       (const KithDocument     *self,
                                                 guint                   i);
const KithTableRow *kith_document_get_row       (const KithDocument     *self,
                                                 guint                   i);
const KithPiece    *kith_document_find_table    (const KithDocument     *self,
                                                 const char             *id);
char               *kith_document_dup_passage   (const KithDocument     *self,
                                                 const KithPassage      *passage);
gboolean            kith_document_check         (const KithDocument     *self,
                                                 GError                **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KithDocument, kith_document_unref)

G_END_DECLS
