/* test-document.c: a paper adds up, and all its links lead somewhere
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kith-document.h"

static const KithTableColumn columns[] = { { "Town", 1, FALSE },
                                           { "Tier", 1, FALSE },
                                           { "Pupils", 1, TRUE } };

/* Three towns, and their sum */
static KithDocument *
draw_up (void)
{
  static const struct
  {
    const char *town, *tier;
    gint64 pupils;
  } rows[] = { { "Ash", "watch", 1200 }, { "Birch", "watch", 30 }, { "Cedar", "ask", 4 } };
  KithDocument *document = kith_document_new ("Towns", NULL, KITH_DATE_UNKNOWN);

  kith_document_add_heading (document, 2, "all", "All of them");
  kith_document_begin_table (document, "towns", "Towns", columns, G_N_ELEMENTS (columns));
  for (guint r = 0; r < G_N_ELEMENTS (rows); r++)
    {
      kith_document_add_row (document, rows[r].town, FALSE);
      kith_document_add_cell (document, rows[r].town);
      kith_document_add_cell (document, rows[r].tier);
      kith_document_add_number (document, rows[r].pupils);
    }
  kith_document_add_row (document, NULL, TRUE);
  kith_document_add_cell (document, "All");
  kith_document_add_cell (document, NULL);
  kith_document_add_number (document, 1234);
  kith_document_begin (document, KITH_PIECE_PARAGRAPH);
  return document;
}

static void
test_tallies (void)
{
  static const struct
  {
    KithTally tally;
    gboolean holds;
  } cases[] = {
    { KITH_TALLY_ALL ("towns", 3), TRUE },
    { KITH_TALLY_ALL ("towns", 4), FALSE }, /* the sum is no town */
    { KITH_TALLY_OF ("towns", 1, "watch", 2), TRUE },
    { KITH_TALLY_OF ("towns", 1, "watch", 1), FALSE },
    { KITH_TALLY_OF ("towns", 1, "gone", 0), TRUE },
    { { KITH_TALLY_ROWS, "towns", 0, { 0, 1 }, { "Ash", "watch" }, 1 }, TRUE },
    { { KITH_TALLY_ROWS, "towns", 0, { 0, 1 }, { "Ash", "ask" }, 1 }, FALSE },
    { KITH_TALLY_SUM_OF ("towns", 2, 1234), TRUE },
    { KITH_TALLY_SUM_OF ("towns", 2, 1204), FALSE },
    { { KITH_TALLY_SUM, "towns", 2, { 1, KITH_COLUMN_NONE }, { "watch" }, 1230 }, TRUE },
  };

  for (guint c = 0; c < G_N_ELEMENTS (cases); c++)
    {
      g_autoptr (KithDocument) document = draw_up ();
      g_autoptr (GError) error = NULL;

      kith_document_say_tally (document, "so many", &cases[c].tally);
      g_assert_cmpint (kith_document_check (document, &error), ==, cases[c].holds);
      if (!cases[c].holds)
        g_assert_error (error, KITH_DOCUMENT_ERROR, KITH_DOCUMENT_ERROR_TALLY);
    }
}

static void
test_links (void)
{
  static const struct
  {
    const char *link;
    gboolean holds;
  } cases[] = { { "all", TRUE }, { "towns", TRUE }, { "Birch", TRUE }, { "birch", FALSE } };

  for (guint c = 0; c < G_N_ELEMENTS (cases); c++)
    {
      g_autoptr (KithDocument) document = draw_up ();
      g_autoptr (GError) error = NULL;

      kith_document_say_link (document, "there", cases[c].link);
      g_assert_cmpint (kith_document_check (document, &error), ==, cases[c].holds);
      if (!cases[c].holds)
        g_assert_error (error, KITH_DOCUMENT_ERROR, KITH_DOCUMENT_ERROR_LINK);
    }
}

static void
test_names (void)
{
  g_autoptr (KithDocument) document = draw_up ();
  g_autoptr (GError) error = NULL;

  kith_document_add_heading (document, 2, "Birch", "Birch again");
  g_assert_false (kith_document_check (document, &error));
  g_assert_error (error, KITH_DOCUMENT_ERROR, KITH_DOCUMENT_ERROR_LINK);
}

/* Control characters would make a file invalid; a line feed begins a line. */
static void
test_text (void)
{
  g_autoptr (KithDocument) document = draw_up ();
  guint n;
  const KithPiece *pieces = kith_document_get_pieces (document, &n);
  g_autofree char *said = NULL;

  kith_document_say (document, KITH_VOICE_PLAIN,
                     "a\001b\x7f"
                     "c\xc2\x85"
                     "d\ne\xff");
  pieces = kith_document_get_pieces (document, &n);
  said = kith_document_dup_passage (document,
                                    kith_document_get_passage (document, pieces[n - 1].first));
  g_assert_cmpstr (said, ==, "abcd\ne\xef\xbf\xbd");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/document/a number is what its table says", test_tallies);
  g_test_add_func ("/document/a link leads to something", test_links);
  g_test_add_func ("/document/no two parts have one name", test_names);
  g_test_add_func ("/document/no control character gets in", test_text);
  return g_test_run ();
}
