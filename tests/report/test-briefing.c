/* test-briefing.c: a briefing holds every school, adds up, and says to nobody what they may not see
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include "briefing-register.h"
#include "document-text.h"
#include "fixed-measure.h"

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

static void
test_every_school (void)
{
  g_autoptr (KithRoll) roll = draw_up_briefing_register ();

  for (guint a = 0; a < KITH_N_AUDIENCES; a++)
    {
      g_autoptr (KithDocument) document = compose (roll, a);
      g_autofree char *html = dup_html (document);

      g_assert_cmpuint (count (html, "<tr id=\"school-"), ==, BRIEFING_SCHOOLS + 1);
      for (guint s = 0; s <= BRIEFING_SCHOOLS; s++)
        {
          g_autofree char *row = g_strdup_printf ("<tr id=\"school-%u\">", BRIEFING_FIRST + s);

          g_assert_cmpuint (count (html, row), ==, 1);
        }
    }
}

/* Five tiers in the table, by the words in its cells, against the numbers in the list above it */
static void
test_recount (void)
{
  g_autoptr (KithRoll) roll = draw_up_briefing_register ();
  g_autoptr (KithDocument) document = compose (roll, KITH_AUDIENCE_COMMISSIONER);
  g_autofree char *html = dup_html (document);
  guint n_all = 0;

  for (guint t = 0; t < KITH_N_TIERS; t++)
    {
      const char *tier = kith_tier_get_words (t);
      g_autofree char *cell = g_strdup_printf ("</svg>%s</td>", tier);
      guint n = count (html, cell);
      g_autofree char *said = g_strdup_printf (
          "<strong>%s</strong>: <a href=\"#schools\">%u school%s</a>", tier, n, n == 1 ? "" : "s");

      g_assert_cmpuint (count (html, said), ==, 1);
      n_all += n;
    }
  g_assert_cmpuint (n_all, ==, BRIEFING_SCHOOLS + 1);
}

static void
test_secrets (void)
{
  g_autoptr (KithRoll) roll = draw_up_briefing_register ();

  for (guint a = 0; a < KITH_N_AUDIENCES; a++)
    {
      g_autoptr (KithDocument) document = compose (roll, a);
      g_autofree char *html = dup_html (document);

      for (guint s = 0; s < n_briefing_secrets; s++)
        {
          gboolean is_seen = strstr (html, briefing_secrets[s].words) != NULL;

          if (is_seen != briefing_secrets[s].seen_by[a])
            g_error ("“%s” is %s the paper for %s", briefing_secrets[s].words,
                     is_seen ? "in" : "not in", kith_audience_get_key (a));
        }
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

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/briefing/every school is in it once", test_every_school);
  g_test_add_func ("/briefing/the tiers are counted again", test_recount);
  g_test_add_func ("/briefing/nobody is told what they may not see", test_secrets);
  g_test_add_func ("/briefing/HTML says what the paper says", test_html_text);
  g_test_add_func ("/briefing/the public’s map shows no tier", test_public_map);
  g_test_add_func ("/briefing/sections come as they were asked for", test_sections);
  return g_test_run ();
}
