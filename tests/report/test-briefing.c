/* test-briefing.c: a briefing holds every school, adds up, and says to nobody what they may not see
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include "briefing-register.h"
#include "document-text.h"
#include "fixed-measure.h"
#include "ledger-plan.h"

#include "kith-briefing-template.h"
#include "kith-briefing.h"
#include "kith-html.h"

static KithDocument *
compose (KithRoll *roll, KithAudience audience)
{
  const KithBriefingOptions options = { .audience = audience };
  g_autoptr (GError) error = NULL;
  KithDocument *document = kith_briefing_compose (roll, &options, &fixed_measure, NULL, &error);

  g_assert_no_error (error);
  return document;
}

static char *
dup_html (const KithDocument *document)
{
  g_autoptr (GBytes) bytes = kith_html_write (document);
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);

  return g_strndup (data, length);
}

static guint
count (const char *text, const char *words)
{
  guint n = 0;

  for (const char *at = strstr (text, words); at != NULL; at = strstr (at + 1, words))
    n++;
  return n;
}

/* each school of the register in one row */
static gboolean
has_every_school (const char *html)
{
  if (count (html, "<tr id=\"school-") != BRIEFING_SCHOOLS + 1)
    return FALSE;
  for (guint s = 0; s <= BRIEFING_SCHOOLS; s++)
    {
      g_autofree char *row = g_strdup_printf ("<tr id=\"school-%u\">", BRIEFING_FIRST + s);

      if (count (html, row) != 1)
        return FALSE;
    }
  return TRUE;
}

/* the tiers by the words in the table of schools, against the numbers in the list above it and
   in the last line of the table by authority */
static gboolean
adds_up (const char *html)
{
  const char *foot = strstr (html, "<tfoot>");
  guint n_all = 0;

  for (guint t = 0; t < KITH_N_TIERS; t++)
    {
      const char *tier = kith_tier_get_words (t);
      g_autofree char *cell = g_strdup_printf ("</svg>%s</td>", tier);
      guint n = count (html, cell);
      g_autofree char *said = g_strdup_printf (
          "<strong>%s</strong>: <a href=\"#schools\">%u school%s</a>", tier, n, n == 1 ? "" : "s");
      g_autofree char *total = g_strdup_printf ("<a href=\"#tiers\">%u</a>", n);

      foot = foot == NULL ? NULL : strstr (foot, total);
      if (count (html, said) != 1 || foot == NULL)
        return FALSE;
      foot += strlen (total);
      n_all += n;
    }
  return n_all == BRIEFING_SCHOOLS + 1;
}

/* the first of the texts that are in it and may not be, or may be and are not */
static const char *
find_leak (const char *html, KithAudience audience)
{
  for (guint s = 0; s < n_briefing_secrets; s++)
    if ((strstr (html, briefing_secrets[s].words) != NULL) != briefing_secrets[s].seen_by[audience])
      return briefing_secrets[s].words;
  return NULL;
}

static void
test_whole (void)
{
  g_autoptr (KithRoll) roll = draw_up_briefing_register ();

  for (guint a = 0; a < KITH_N_AUDIENCES; a++)
    {
      g_autoptr (KithDocument) document = compose (roll, a);
      g_autofree char *html = dup_html (document);

      g_assert_true (has_every_school (html));
      g_assert_true (a == KITH_AUDIENCE_PUBLIC || adds_up (html));
      g_assert_cmpstr (find_leak (html, a), ==, NULL);
    }
}

/* what stands between two texts, the first of them with it, in other words */
static char *
dup_changed (const char *html, const char *from, const char *to, const char *instead)
{
  const char *begin = strstr (html, from), *end;
  g_autofree char *before = NULL;

  g_assert_nonnull (begin);
  end = strstr (begin + strlen (from), to);
  g_assert_nonnull (end);
  before = g_strndup (html, (gsize)(begin - html));
  return g_strconcat (before, instead, end, NULL);
}

/* A paper that lacks any school, says any total otherwise, or lets any text through is found out.
 */
static void
test_mutations (void)
{
  g_autoptr (KithRoll) roll = draw_up_briefing_register ();
  g_autoptr (KithDocument) document = compose (roll, KITH_AUDIENCE_COMMISSIONER);
  g_autofree char *html = dup_html (document);

  for (guint s = 0; s <= BRIEFING_SCHOOLS; s++)
    {
      g_autofree char *row = g_strdup_printf ("<tr id=\"school-%u\">", BRIEFING_FIRST + s);
      g_autofree char *without = dup_changed (html, row, "</tr>", "<tr>");
      g_autofree char *twice = g_strconcat (html, row, NULL);

      g_assert_false (has_every_school (without));
      g_assert_false (adds_up (without));
      g_assert_false (has_every_school (twice));
    }
  for (guint t = 0; t < KITH_N_TIERS; t++)
    {
      g_autofree char *said =
          g_strdup_printf ("<strong>%s</strong>: <a href=\"#schools\">", kith_tier_get_words (t));
      g_autofree char *instead = g_strconcat (said, "77", NULL);
      g_autofree char *wrong = dup_changed (html, said, " school", instead);

      g_assert_false (adds_up (wrong));
    }
  for (guint s = 0; s < n_briefing_secrets; s++)
    if (!briefing_secrets[s].seen_by[KITH_AUDIENCE_COMMISSIONER])
      {
        g_autofree char *leaky = g_strconcat (html, briefing_secrets[s].words, NULL);

        g_assert_nonnull (find_leak (leaky, KITH_AUDIENCE_COMMISSIONER));
      }
}

/* The file says what the paper says, all of it, in that order */
static void
test_html_text (void)
{
  g_autoptr (KithRoll) roll = draw_up_briefing_register ();

  for (guint a = 0; a < KITH_N_AUDIENCES; a++)
    {
      g_autoptr (KithDocument) document = compose (roll, a);
      g_autofree char *html = dup_html (document);
      g_autofree char *said = dup_html_text (html);
      g_autofree char *meant = dup_document_text (document);

      g_assert_cmpstr (said, ==, meant);
    }
}

/* Every mark but those of the legend's shapes is alike, and says no more than a name. */
static void
test_public_map (void)
{
  g_autoptr (KithRoll) roll = draw_up_briefing_register ();
  g_autoptr (KithDocument) document = compose (roll, KITH_AUDIENCE_PUBLIC);
  guint n_pieces, n_marks, n_schools = 0;
  const KithPiece *pieces = kith_document_get_pieces (document, &n_pieces);
  const KithMark *marks;
  guint sign = G_MAXUINT;

  while (pieces->type != KITH_PIECE_FIGURE)
    pieces++;
  marks = kith_scene_get_marks (pieces->scene, &n_marks);
  for (guint i = 0; i < n_marks; i++)
    if (marks[i].type == KITH_MARK_SIGN && marks[i].sign.subject > 0)
      {
        if (n_schools++ == 0)
          sign = marks[i].sign.sign;
        g_assert_cmpuint (marks[i].sign.sign, ==, sign);
        g_assert_null (strchr (marks[i].sign.title, ':'));
      }
  g_assert_cmpuint (n_schools, ==, BRIEFING_SCHOOLS);
}

/* Sections as they were asked for, with what the officer added */
static void
test_sections (void)
{
  g_autoptr (KithRoll) roll = draw_up_briefing_register ();
  g_auto (KithBriefingOptions) options = { 0 };
  g_autoptr (GError) error = NULL;
  g_autoptr (KithDocument) document = NULL;
  g_autofree char *html = NULL;
  const char *method, *headline;

  g_assert_true (kith_briefing_read_sections (&options, "method, headline", &error));
  g_assert_true (kith_briefing_read_note (&options, "headline=The board meets <soon>.", &error));
  document = kith_briefing_compose (roll, &options, &fixed_measure, NULL, &error);
  g_assert_no_error (error);
  html = dup_html (document);
  method = strstr (html, "<h2 id=\"section-method\"");
  headline = strstr (html, "<h2 id=\"section-headline\"");
  g_assert_nonnull (method);
  g_assert_cmpuint (count (html, "<h2 "), ==, 2);
  g_assert_true (method < headline);
  g_assert_nonnull (strstr (headline, "<p class=\"remark\">The board meets &lt;soon&gt;.</p>"));

  g_assert_false (kith_briefing_read_sections (&options, "method,weather", &error));
  g_assert_error (error, KITH_BRIEFING_ERROR, KITH_BRIEFING_ERROR_SECTION);
}

/* What is kept comes back: sections in their order, notes with all that is in them. */
static void
test_template (void)
{
  static const char note[] = "headline=He said: “yes” \\ \"no\"\nand\tmore <b>";
  g_autoptr (KithLedger) empty = kith_ledger_new_empty ();
  g_autoptr (KithLedger) once = NULL;
  g_autoptr (KithLedger) twice = NULL;
  g_auto (KithBriefingOptions) options = { 0 }, read = { 0 }, other = { 0 };
  g_autoptr (KithChangeset) changes = NULL;
  g_autoptr (KithChangeset) again = NULL;
  g_autoptr (GError) error = NULL;
  gsize n;

  g_assert_true (kith_briefing_read_sections (&options, "method,headline,map", NULL));
  g_assert_true (kith_briefing_read_note (&options, note, NULL));
  changes = kith_briefing_make_template (empty, "Board", &options);
  once = kith_changeset_apply (changes, 1);
  g_assert_true (kith_briefing_read_template (once, " board ", &read, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (read.n_sections, ==, 3);
  for (guint s = 0; s < 3; s++)
    g_assert_cmpuint (read.sections[s], ==, options.sections[s]);
  for (guint s = 0; s < KITH_N_BRIEFING_SECTIONS; s++)
    g_assert_cmpstr (read.notes[s], ==, options.notes[s]);
  g_assert_false (kith_briefing_read_template (once, "Cabinet", &other, &error));
  g_assert_error (error, KITH_BRIEFING_ERROR, KITH_BRIEFING_ERROR_SECTION);

  again = kith_briefing_make_template (once, "BOARD", &other);
  twice = kith_changeset_apply (again, 2);
  kith_ledger_get_rows (twice, KITH_TABLE_SAVED_VIEW, &n);
  g_assert_cmpuint (n, ==, 1);
}

/* A state that is not whole is no template. */
static void
test_bad_template (void)
{
  static const char *const states[] = { "",
                                        "{",
                                        "{\"headline\"",
                                        "{\"headline\":\"",
                                        "{\"x\":\"\"}",
                                        "{\"map\":\"\\",
                                        "{\"map\":\"\\u00",
                                        "[]" };

  for (guint s = 0; s < G_N_ELEMENTS (states); s++)
    {
      g_autoptr (LedgerPlan) plan = plan_new ();
      KithSavedView *row = plan_row (plan, KITH_TABLE_SAVED_VIEW);
      g_autoptr (KithLedger) ledger = NULL;
      g_auto (KithBriefingOptions) options = { 0 };
      g_autoptr (GError) error = NULL;

      row->name = "Board";
      row->page = "briefing";
      row->state = states[s];
      ledger = plan_end (plan);
      g_assert_false (kith_briefing_read_template (ledger, "Board", &options, &error));
      g_assert_error (error, KITH_BRIEFING_ERROR, KITH_BRIEFING_ERROR_SECTION);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/briefing/whole, adds up, tells nobody what they may not see", test_whole);
  g_test_add_func ("/briefing/whatever is changed in it is found out", test_mutations);
  g_test_add_func ("/briefing/HTML says what the paper says", test_html_text);
  g_test_add_func ("/briefing/the public’s map shows no tier", test_public_map);
  g_test_add_func ("/briefing/a template comes back as it was", test_template);
  g_test_add_func ("/briefing/a template that is not whole is none", test_bad_template);
  g_test_add_func ("/briefing/sections come as they were asked for", test_sections);
  return g_test_run ();
}
