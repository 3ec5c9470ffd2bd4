/* document-text.c: what a paper says, as one text, however it is set
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "document-text.h"

#include <string.h>

static void
add_words (GString *text, const char *words)
{
  g_string_append (text, words);
  g_string_append_c (text, ' ');
}

static void
add_passage (GString *text, const KithDocument *document, guint i)
{
  g_autofree char *words =
      kith_document_dup_passage (document, kith_document_get_passage (document, i));

  add_words (text, words);
}

static void
add_rows (GString *text, const KithDocument *document, const KithPiece *table, gboolean is_total)
{
  for (guint r = 0; r < table->n_rows; r++)
    {
      const KithTableRow *row = kith_document_get_row (document, table->first_row + r);

      for (guint c = 0; row->is_total == is_total && c < table->n_columns; c++)
        add_passage (text, document, row->first + c);
    }
}

static void
add_piece (GString *text, const KithDocument *document, const KithPiece *piece)
{
  if (piece->words != NULL)
    g_string_append (text, piece->words);
  if (piece->type == KITH_PIECE_FIGURE && piece->description != NULL)
    g_string_append_printf (text, ". %s", piece->description);
  g_string_append_c (text, ' ');
  if (piece->type != KITH_PIECE_TABLE)
    {
      for (guint i = 0; i < piece->n_passages; i++)
        add_passage (text, document, piece->first + i);
      return;
    }
  for (guint c = 0; c < piece->n_columns; c++)
    add_words (text, piece->columns[c].title);
  add_rows (text, document, piece, FALSE);
  add_rows (text, document, piece, TRUE);
}

/* one space between any two words */
static char *
dup_words (const char *text)
{
  g_auto (GStrv) words = g_strsplit_set (text, " \n", -1);
  GString *whole = g_string_new (NULL);

  for (guint w = 0; words[w] != NULL; w++)
    if (words[w][0] != '\0')
      g_string_append_printf (whole, "%s%s", whole->len > 0 ? " " : "", words[w]);
  return g_string_free (whole, FALSE);
}

/* Title and pieces in their order, a table's totals last */
char *
dup_document_text (const KithDocument *document)
{
  g_autoptr (GString) text = g_string_new (NULL);
  guint n;
  const KithPiece *pieces = kith_document_get_pieces (document, &n);

  add_words (text, kith_document_get_title (document));
  if (kith_document_get_subtitle (document) != NULL)
    add_words (text, kith_document_get_subtitle (document));
  for (guint p = 0; p < n; p++)
    add_piece (text, document, &pieces[p]);
  return dup_words (text->str);
}

/* Cuts out everything from the beginning of @begin to the end of @end, every time. */
static void
cut_out (GString *text, const char *begin, const char *end)
{
  char *from, *to;

  while ((from = strstr (text->str, begin)) != NULL)
    {
      to = strstr (from, end);
      g_assert_nonnull (to);
      g_string_erase (text, from - text->str, (gssize)(to - from + (gssize)strlen (end)));
    }
}

/* Elements that stand for themselves part words, those inside a line do not. */
static void
part_words (GString *text)
{
  static const char *const inside[] = {
    "<a ", "</a>", "<strong>", "</strong>", "<span ", "</span>"
  };

  for (char *at = text->str; (at = strchr (at, '<')) != NULL;)
    {
      gboolean is_inside = FALSE;
      char *end = strchr (at, '>');
      gssize place = at - text->str;

      g_assert_nonnull (end);
      for (guint i = 0; i < G_N_ELEMENTS (inside); i++)
        is_inside = is_inside || g_str_has_prefix (at, inside[i]);
      g_string_erase (text, place, (gssize)(end - at + 1));
      if (!is_inside)
        g_string_insert_c (text, place, ' ');
      at = text->str + place;
    }
}

/* What a reader without pictures reads, from the title on; the contents are no part of it. */
char *
dup_html_text (const char *html)
{
  const char *body = strstr (html, "<header>");
  g_autoptr (GString) text = g_string_new (body);

  g_assert_nonnull (body);
  cut_out (text, "<nav ", "</nav>");
  cut_out (text, "<svg ", "</svg>");
  part_words (text);
  g_string_replace (text, "&lt;", "<", 0);
  g_string_replace (text, "&gt;", ">", 0);
  g_string_replace (text, "&quot;", "\"", 0);
  g_string_replace (text, "&amp;", "&", 0);
  return dup_words (text->str);
}

/* What is read aloud of a book */
typedef struct
{
  GString *text;
  GArray *open;      /* of KithTag */
  guint n_silent;    /* of those that are not read: pictures, contents, bullets, a header again */
  gboolean is_again; /* whether the table only goes on */
  guint n_rows;      /* of it on this page */
} Reader;

static gboolean
is_silent (Reader *self, KithTag tag)
{
  return tag == KITH_TAG_FIGURE || tag == KITH_TAG_CONTENTS || tag == KITH_TAG_LABEL ||
         (tag == KITH_TAG_ROW && self->is_again && self->n_rows == 0);
}

static void
begin_tag (Reader *self, KithTag tag)
{
  g_array_append_val (self->open, tag);
  if (tag == KITH_TAG_TABLE)
    {
      self->is_again = TRUE;
      self->n_rows = 0;
    }
  if (tag == KITH_TAG_CAPTION)
    self->is_again = FALSE;
  if (self->n_silent > 0 || is_silent (self, tag))
    self->n_silent++;
  self->n_rows += tag == KITH_TAG_ROW;
}

/* Words without what is between them: lines are broken where they must be */
char *
dup_joined (const char *text)
{
  g_auto (GStrv) words = g_strsplit_set (text, " \n", -1);

  return g_strjoinv (NULL, words);
}

static void
read_mark (Reader *self, const KithMark *mark)
{
  if (mark->type == KITH_MARK_BEGIN)
    begin_tag (self, mark->group.tag);
  else if (mark->type == KITH_MARK_END)
    {
      g_array_set_size (self->open, self->open->len - 1);
      self->n_silent -= self->n_silent > 0;
    }
  else if (mark->type == KITH_MARK_TEXT && self->open->len > 0 && self->n_silent == 0)
    {
      g_autofree char *words = dup_joined (mark->text.words);

      g_string_append (self->text, words);
    }
}

/* What is tagged, without spaces */
char *
dup_book_text (const KithBook *book)
{
  Reader reader = { g_string_new (NULL), g_array_new (FALSE, FALSE, sizeof (KithTag)) };

  for (guint p = 0; p < kith_book_count_pages (book); p++)
    {
      guint n;
      const KithMark *marks = kith_scene_get_marks (kith_book_get_page (book, p), &n);

      for (guint i = 0; i < n; i++)
        read_mark (&reader, &marks[i]);
      g_assert_cmpuint (reader.open->len, ==, 0);
    }
  g_array_unref (reader.open);
  return g_string_free (reader.text, FALSE);
}
