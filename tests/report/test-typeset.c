/* test-typeset.c: pages say what the paper says, and nothing falls off them
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "briefing-register.h"
#include "document-text.h"
#include "fixed-measure.h"

#include <string.h>

#include "kith-briefing.h"
#include "kith-typeset.h"

static const KithTableColumn columns[] = { { "Name", 2, FALSE },
                                           { "Number", 1, TRUE },
                                           { "Words", 3, FALSE } };

#define N_ROWS 150

/* A long table with a total, between headings, after text of many lengths. A name of 400 letters
   without a space is in it, and a text that fills more than a page. */
static KithDocument *
draw_up (guint n_lines)
{
  KithDocument *document = kith_document_new ("A paper", "For nobody", KITH_DATE_UNKNOWN);
  g_autofree char *name = g_strnfill (400, 'W');
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < 700; i++)
    g_string_append_printf (text, "word%u ", i);
  kith_document_add_heading (document, 2, "first", "The first section");
  for (guint l = 0; l < n_lines; l++)
    {
      kith_document_begin (document, KITH_PIECE_PARAGRAPH);
      kith_document_say (document, KITH_VOICE_PLAIN, "One line.");
    }
  kith_document_add_heading (document, 2, "second", "The second section");
  kith_document_add_heading (document, 3, NULL, "A part of it");
  kith_document_begin_table (document, "rows", "Rows", columns, G_N_ELEMENTS (columns));
  for (guint r = 0; r < N_ROWS; r++)
    {
      g_autofree char *id = g_strdup_printf ("row-%u", r);

      kith_document_add_row (document, id, FALSE);
      kith_document_add_cell (document, r == 70 ? name : id);
      kith_document_add_number (document, 1);
      kith_document_add_cell (document, r == 90 ? text->str : "some words");
    }
  kith_document_add_row (document, NULL, TRUE);
  kith_document_add_cell (document, "All");
  kith_document_add_number (document, N_ROWS);
  kith_document_add_cell (document, NULL);
  kith_document_add_heading (document, 2, "third", name);
  kith_document_begin (document, KITH_PIECE_LIST);
  for (guint i = 0; i < 60; i++)
    {
      kith_document_add_passage (document, NULL);
      kith_document_say_link (document, "The second", "second");
      kith_document_say (document, KITH_VOICE_QUIET, ", again.");
    }
  kith_document_begin (document, KITH_PIECE_NOTE);
  kith_document_say (document, KITH_VOICE_PLAIN, text->str);
  return document;
}

static void
check_text (const KithDocument *document, const KithBook *book)
{
  g_autofree char *said = dup_book_text (book);
  g_autofree char *meant = dup_document_text (document);
  g_autofree char *joined = dup_joined (meant);

  g_assert_cmpstr (said, ==, joined);
}

/* Words stand between the margins, and what is tagged under the running head. */
static void
check_page (const KithScene *page)
{
  guint n, depth = 0;
  const KithMark *marks = kith_scene_get_marks (page, &n);

  for (guint i = 0; i < n; i++)
    {
      const KithWriting *writing = &marks[i].text.writing;
      double width;

      if (marks[i].type == KITH_MARK_BEGIN)
        depth++;
      if (marks[i].type == KITH_MARK_END)
        depth--;
      if (marks[i].type != KITH_MARK_TEXT || writing->anchor != KITH_ANCHOR_START)
        continue;
      width = kith_measure_get_width (&fixed_measure, &writing->type, marks[i].text.words);
      g_assert_cmpfloat (marks[i].text.at.x, >=, KITH_PAGE_LEFT - 1e-6);
      g_assert_cmpfloat (marks[i].text.at.x + width, <=, KITH_PAGE_RIGHT + 1e-6);
      if (depth == 0)
        continue;
      g_assert_cmpfloat (marks[i].text.at.y, >, KITH_PAGE_TOP);
      g_assert_cmpfloat (marks[i].text.at.y, <, KITH_PAGE_BOTTOM);
    }
  g_assert_cmpuint (depth, ==, 0);
}

/* Under each heading something is said that is no heading. */
static void
check_headings (const KithScene *page)
{
  guint n;
  const KithMark *marks = kith_scene_get_marks (page, &n);
  gboolean is_waiting = FALSE;

  for (guint i = 0; i < n; i++)
    if (marks[i].type == KITH_MARK_BEGIN)
      {
        KithTag tag = marks[i].group.tag;

        if (tag == KITH_TAG_H2 || tag == KITH_TAG_H3)
          is_waiting = TRUE;
        else if (tag == KITH_TAG_P || tag == KITH_TAG_CELL || tag == KITH_TAG_ITEM ||
                 tag == KITH_TAG_FIGURE)
          is_waiting = FALSE;
      }
  g_assert_false (is_waiting);
}

static void
check_book (const KithDocument *document)
{
  g_autoptr (KithBook) book = kith_typeset (document, &fixed_measure);

  check_text (document, book);
  for (guint p = 0; p < kith_book_count_pages (book); p++)
    {
      check_page (kith_book_get_page (book, p));
      check_headings (kith_book_get_page (book, p));
    }
}

/* Wherever on a page the heading and the table come to lie */
static void
test_breaks (void)
{
  for (guint l = 0; l < 70; l++)
    {
      g_autoptr (KithDocument) document = draw_up (l);

      check_book (document);
    }
}

static void
test_briefings (void)
{
  g_autoptr (KithRoll) roll = draw_up_briefing_register ();

  for (guint a = 0; a < KITH_N_AUDIENCES; a++)
    {
      const KithBriefingOptions options = { .audience = a };
      g_autoptr (GError) error = NULL;
      g_autoptr (KithDocument) document =
          kith_briefing_compose (roll, &options, &fixed_measure, NULL, &error);

      g_assert_no_error (error);
      check_book (document);
    }
}

static guint
count_rows (const KithBook *book, guint *n_pages)
{
  guint n_rows = 0;

  *n_pages = 0;
  for (guint p = 0; p < kith_book_count_pages (book); p++)
    {
      guint n, n_here = 0;
      const KithMark *marks = kith_scene_get_marks (kith_book_get_page (book, p), &n);

      for (guint i = 0; i < n; i++)
        n_here += marks[i].type == KITH_MARK_BEGIN && marks[i].group.tag == KITH_TAG_ROW;
      n_rows += n_here;
      *n_pages += n_here > 0;
    }
  return n_rows;
}

/* A header on each page of the table, and each row on one: all but the text that fits on none */
static void
test_rows (void)
{
  g_autoptr (KithDocument) document = draw_up (3);
  g_autoptr (KithBook) book = kith_typeset (document, &fixed_measure);
  guint n_pages, n_rows = count_rows (book, &n_pages);

  g_assert_cmpuint (n_pages, >, 4);
  g_assert_cmpuint (n_rows, >=, n_pages + N_ROWS + 1);
  g_assert_cmpuint (n_rows, <=, n_pages + N_ROWS + 3);
}

/* The contents name the page on which a section begins, and the outline leads there. */
static void
test_contents (void)
{
  g_autoptr (KithDocument) document = draw_up (40);
  g_autoptr (KithBook) book = kith_typeset (document, &fixed_measure);
  guint n, n_marks;
  const KithBookEntry *entries = kith_book_get_entries (book, &n);
  const KithMark *marks = kith_scene_get_marks (kith_book_get_page (book, 0), &n_marks);

  g_assert_cmpuint (n, ==, 4);
  for (guint e = 0; e < n; e++)
    {
      g_autofree char *text = kith_scene_dup_text (kith_book_get_page (book, entries[e].page));
      g_autofree char *place = g_strdup_printf ("tag place %s\n", entries[e].place);

      g_assert_nonnull (strstr (text, place));
    }
  for (guint e = 0, i = 0; e < n; e++)
    {
      g_autofree char *number = g_strdup_printf ("%u", entries[e].page + 1);

      if (entries[e].level > 1)
        continue;
      while (i < n_marks &&
             !(marks[i].type == KITH_MARK_BEGIN && marks[i].group.tag == KITH_TAG_LINK &&
               strcmp (marks[i].group.id, entries[e].place) == 0))
        i++;
      while (i < n_marks && marks[i].type != KITH_MARK_END)
        i++;
      while (i < n_marks && marks[i].type != KITH_MARK_TEXT)
        i++;
      g_assert_cmpuint (i, <, n_marks);
      g_assert_cmpstr (marks[i].text.words, ==, number);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/typeset/wherever pages end", test_breaks);
  g_test_add_func ("/typeset/each audience’s briefing", test_briefings);
  g_test_add_func ("/typeset/rows stay whole", test_rows);
  g_test_add_func ("/typeset/the contents name pages", test_contents);
  return g_test_run ();
}
