/* kith-document.c: what a paper says, before it is a page
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-document.h"

#include <string.h>

#include "kith-text.h"

struct _KithDocument
{
  gatomicrefcount n_refs;
  const char *title;
  const char *subtitle;
  KithDate dated;
  GArray *pieces;
  GArray *passages;
  GArray *runs;
  GArray *rows;
  GPtrArray *owned; /* of columns and tallies */
  GPtrArray *scenes;
  GStringChunk *texts;
};

G_DEFINE_BOXED_TYPE (KithDocument, kith_document, kith_document_ref, kith_document_unref)

/* A control character would not be valid in any of the forms that it is written in. */
static const char *
keep_text (KithDocument *self, const char *text)
{
  g_autofree char *clean = NULL;
  char *end;

  if (text == NULL)
    return NULL;
  clean = g_utf8_make_valid (text, -1);
  end = clean;
  for (const char *at = clean; *at != '\0'; at = g_utf8_next_char (at))
    {
      gsize length = (gsize)(g_utf8_next_char (at) - at);

      if (*at != '\n' && g_unichar_iscntrl (g_utf8_get_char (at)))
        continue;
      memmove (end, at, length);
      end += length;
    }
  *end = '\0';
  return g_string_chunk_insert_const (self->texts, clean);
}

static KithScene *
keep_scene (KithDocument *self, KithScene *scene)
{
  if (scene != NULL)
    g_ptr_array_add (self->scenes, kith_scene_ref (scene));
  return scene;
}

static KithPiece *
get_last (KithDocument *self)
{
  g_assert (self->pieces->len > 0);
  return &g_array_index (self->pieces, KithPiece, self->pieces->len - 1);
}

static KithPiece *
add_piece (KithDocument *self, KithPieceType type, const char *id)
{
  KithPiece piece = {
    .type = type,
    .id = keep_text (self, id),
    .first = self->passages->len,
    .first_row = self->rows->len,
  };

  g_array_append_val (self->pieces, piece);
  return get_last (self);
}

/**
 * kith_document_new:
 * @title: of the paper
 * @subtitle: (nullable): what stands under it
 * @dated: the day that it tells of
 *
 * Returns: (transfer full): a paper that says nothing yet
 */
KithDocument *
kith_document_new (const char *title, const char *subtitle, KithDate dated)
{
  KithDocument *self = g_new0 (KithDocument, 1);

  g_atomic_ref_count_init (&self->n_refs);
  self->texts = g_string_chunk_new (16 * 1024);
  self->title = keep_text (self, title);
  self->subtitle = keep_text (self, subtitle);
  self->dated = dated;
  self->pieces = g_array_new (FALSE, FALSE, sizeof (KithPiece));
  self->passages = g_array_new (FALSE, FALSE, sizeof (KithPassage));
  self->runs = g_array_new (FALSE, FALSE, sizeof (KithRun));
  self->rows = g_array_new (FALSE, FALSE, sizeof (KithTableRow));
  self->owned = g_ptr_array_new_with_free_func (g_free);
  self->scenes = g_ptr_array_new_with_free_func ((GDestroyNotify)kith_scene_unref);
  return self;
}

/**
 * kith_document_ref:
 *
 * Returns: (transfer full): @self
 */
KithDocument *
kith_document_ref (KithDocument *self)
{
  g_atomic_ref_count_inc (&self->n_refs);
  return self;
}

/**
 * kith_document_unref:
 * @self: (transfer full): a paper
 */
void
kith_document_unref (KithDocument *self)
{
  if (!g_atomic_ref_count_dec (&self->n_refs))
    return;
  g_array_unref (self->pieces);
  g_array_unref (self->passages);
  g_array_unref (self->runs);
  g_array_unref (self->rows);
  g_ptr_array_unref (self->owned);
  g_ptr_array_unref (self->scenes);
  g_string_chunk_free (self->texts);
  g_free (self);
}

/**
 * kith_document_add_heading:
 * @level: 2 for a section, 3 for a part of one
 * @id: (nullable): what may be pointed to
 * @words: it
 */
void
kith_document_add_heading (KithDocument *self, guint level, const char *id, const char *words)
{
  KithPiece *piece = add_piece (self, KITH_PIECE_HEADING, id);

  piece->level = level;
  piece->words = keep_text (self, words);
}

/**
 * kith_document_begin:
 * @type: a paragraph, a note, a remark or a list
 *
 * A paragraph takes what is said next; a list takes passages.
 */
void
kith_document_begin (KithDocument *self, KithPieceType type)
{
  g_return_if_fail (type != KITH_PIECE_TABLE && type != KITH_PIECE_FIGURE &&
                    type != KITH_PIECE_HEADING);
  add_piece (self, type, NULL);
  if (type != KITH_PIECE_LIST)
    kith_document_add_passage (self, NULL);
}

/**
 * kith_document_begin_table:
 * @id: what may be pointed to, and whose rows can be counted
 * @caption: what its rows are
 * @columns: (array length=n_columns): from the left
 * @n_columns: how many
 */
void
kith_document_begin_table (KithDocument *self,
                           const char *id,
                           const char *caption,
                           const KithTableColumn *columns,
                           guint n_columns)
{
  KithPiece *piece = add_piece (self, KITH_PIECE_TABLE, id);
  KithTableColumn *own = g_new (KithTableColumn, n_columns);

  for (guint c = 0; c < n_columns; c++)
    {
      own[c] = columns[c];
      own[c].title = keep_text (self, columns[c].title);
    }
  g_ptr_array_add (self->owned, own);
  piece->words = keep_text (self, caption);
  piece->columns = own;
  piece->n_columns = n_columns;
}

/**
 * kith_document_add_row:
 * @id: (nullable): what may be pointed to
 * @is_total: whether it adds up the others
 *
 * Of the table that was begun last. Its cells are the passages that follow, one a column.
 */
void
kith_document_add_row (KithDocument *self, const char *id, gboolean is_total)
{
  KithTableRow row = { keep_text (self, id), is_total, self->passages->len };

  g_array_append_val (self->rows, row);
  get_last (self)->n_rows++;
}

/**
 * kith_document_add_passage:
 * @icon: (nullable): a sign in front of it
 *
 * The next item of a list, or the next cell.
 */
void
kith_document_add_passage (KithDocument *self, KithScene *icon)
{
  KithPassage passage = { self->runs->len, 0, keep_scene (self, icon) };

  g_array_append_val (self->passages, passage);
  get_last (self)->n_passages++;
}

/**
 * kith_document_add_figure:
 * @id: (nullable): what may be pointed to
 * @scene: the picture
 * @caption: what it is
 * @description: what it shows, for those who cannot see it
 */
void
kith_document_add_figure (KithDocument *self,
                          const char *id,
                          KithScene *scene,
                          const char *caption,
                          const char *description)
{
  KithPiece *piece = add_piece (self, KITH_PIECE_FIGURE, id);

  piece->scene = keep_scene (self, scene);
  piece->words = keep_text (self, caption);
  piece->description = keep_text (self, description);
}

static void
say (KithDocument *self,
     KithVoice voice,
     const char *words,
     const char *link,
     const KithTally *tally)
{
  KithRun run = { keep_text (self, words), voice, keep_text (self, link), tally };

  g_assert (self->passages->len > 0);
  g_array_append_val (self->runs, run);
  g_array_index (self->passages, KithPassage, self->passages->len - 1).n_runs++;
}

/**
 * kith_document_say:
 * @voice: how it is set
 * @words: the next part of the passage; a line feed begins a new line
 */
void
kith_document_say (KithDocument *self, KithVoice voice, const char *words)
{
  say (self, voice, words, NULL, NULL);
}

/**
 * kith_document_say_link:
 * @words: the next part of the passage
 * @link: id of what it points to
 */
void
kith_document_say_link (KithDocument *self, const char *words, const char *link)
{
  say (self, KITH_VOICE_PLAIN, words, link, NULL);
}

/**
 * kith_document_say_tally:
 * @words: the next part of the passage, with a number in it
 * @tally: where the number comes from: the words point to that table
 */
void
kith_document_say_tally (KithDocument *self, const char *words, const KithTally *tally)
{
  KithTally *own = g_memdup2 (tally, sizeof *tally);

  own->table = keep_text (self, tally->table);
  for (guint c = 0; c < G_N_ELEMENTS (own->values); c++)
    own->values[c] = keep_text (self, tally->values[c]);
  g_ptr_array_add (self->owned, own);
  say (self, KITH_VOICE_PLAIN, words, own->table, own);
}

/**
 * kith_document_add_cell:
 * @words: (nullable): all that it says
 */
void
kith_document_add_cell (KithDocument *self, const char *words)
{
  kith_document_add_passage (self, NULL);
  if (words != NULL && words[0] != '\0')
    kith_document_say (self, KITH_VOICE_PLAIN, words);
}

/**
 * kith_document_add_number:
 * @n: all that the cell says, or %KITH_INT_NONE
 */
void
kith_document_add_number (KithDocument *self, gint64 n)
{
  g_autofree char *words = n == KITH_INT_NONE ? NULL : kith_text_dup_count (n);

  kith_document_add_cell (self, words);
}

/**
 * kith_document_get_title:
 *
 * Returns: (transfer none): of the paper
 */
const char *
kith_document_get_title (const KithDocument *self)
{
  return self->title;
}

/**
 * kith_document_get_subtitle:
 *
 * Returns: (transfer none) (nullable): what stands under the title
 */
const char *
kith_document_get_subtitle (const KithDocument *self)
{
  return self->subtitle;
}

/**
 * kith_document_get_date:
 *
 * Returns: the day that it tells of
 */
KithDate
kith_document_get_date (const KithDocument *self)
{
  return self->dated;
}

/**
 * kith_document_get_pieces:
 * @n_pieces: (out): how many
 *
 * Returns: (array length=n_pieces) (transfer none): in the order of reading
 */
const KithPiece *
kith_document_get_pieces (const KithDocument *self, guint *n_pieces)
{
  *n_pieces = self->pieces->len;
  return (const KithPiece *)self->pieces->data;
}

/**
 * kith_document_get_passage:
 *
 * Returns: (transfer none): passage @i
 */
const KithPassage *
kith_document_get_passage (const KithDocument *self, guint i)
{
  return &g_array_index (self->passages, KithPassage, i);
}

/**
 * kith_document_get_run:
 *
 * Returns: (transfer none): run @i
 */
const KithRun *
kith_document_get_run (const KithDocument *self, guint i)
{
  return &g_array_index (self->runs, KithRun, i);
}

/**
 * kith_document_get_row:
 *
 * Returns: (transfer none): row @i
 */
const KithTableRow *
kith_document_get_row (const KithDocument *self, guint i)
{
  return &g_array_index (self->rows, KithTableRow, i);
}

/**
 * kith_document_find_table:
 * @id: of a table
 *
 * Returns: (transfer none) (nullable): it
 */
const KithPiece *
kith_document_find_table (const KithDocument *self, const char *id)
{
  for (guint p = 0; p < self->pieces->len; p++)
    {
      const KithPiece *piece = &g_array_index (self->pieces, KithPiece, p);

      if (piece->type == KITH_PIECE_TABLE && g_strcmp0 (piece->id, id) == 0)
        return piece;
    }
  return NULL;
}

/**
 * kith_document_dup_passage:
 * @passage: of the paper
 *
 * Returns: (transfer full): all that it says
 */
char *
kith_document_dup_passage (const KithDocument *self, const KithPassage *passage)
{
  GString *text = g_string_new (NULL);

  for (guint r = 0; r < passage->n_runs; r++)
    g_string_append (text, kith_document_get_run (self, passage->first + r)->words);
  return g_string_free (text, FALSE);
}
