/* test-briefing-pdf.c: the PDF of a briefing holds every school, adds up, and tells no secret
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gstdio.h>
#include <stdlib.h>
#include <string.h>

#include "briefing-register.h"
#include "document-text.h"
#include "fixed-measure.h"

#include "kith-briefing.h"
#include "kith-typeset.h"

/* of the heading and of the rows of the table of schools */
#define SCHOOLS "\nEveryschoolontheroll,once"
#define SCHOOLS_HEAD "\n|School|"

/* a smaller number of schools is not told in public */
#define LEAST_IN_PUBLIC 6

static char *
run_pdfinfo (const char *path)
{
  g_autoptr (GError) error = NULL;
  char *out = NULL;
  int status;

  g_spawn_sync (NULL, (char *[]){ "pdfinfo", "-struct-text", "-enc", "UTF-8", (char *)path, NULL },
                NULL, G_SPAWN_SEARCH_PATH | G_SPAWN_STDERR_TO_DEV_NULL, NULL, NULL, &out, NULL,
                &status, &error);
  g_assert_no_error (error);
  g_assert_true (g_spawn_check_wait_status (status, &error));
  return out;
}

/* Each element on a line of its own, cells between bars, without spaces: lines of a paragraph and
   of a cell are broken where they must be. */
static char *
dup_lines (const char *tree)
{
  g_auto (GStrv) lines = g_strsplit (tree, "\n", -1);
  GString *text = g_string_new (NULL);

  for (guint l = 0; lines[l] != NULL; l++)
    {
      char *line = g_strstrip (lines[l]);
      gsize length = strlen (line);
      g_autofree char *joined = NULL;

      if (g_str_has_prefix (line, "TH") || g_str_has_prefix (line, "TD"))
        g_string_append_c (text, '|');
      else if (line[0] == '"' && length > 1)
        {
          line[length - 1] = '\0';
          joined = dup_joined (line + 1);
          g_string_append (text, joined);
        }
      else if (!g_str_has_prefix (line, "Span") && !g_str_has_prefix (line, "Link") &&
               !g_str_has_prefix (line, "Object"))
        g_string_append_c (text, '\n');
    }
  return g_string_free (text, FALSE);
}

/* What somebody reads who has the file and no eyes for pages */
static char *
dup_pdf_text (KithRoll *roll, KithAudience audience)
{
  const KithBriefingOptions options = { .audience = audience };
  g_autoptr (GError) error = NULL;
  g_autoptr (KithDocument) document =
      kith_briefing_compose (roll, &options, &fixed_measure, NULL, &error);
  g_autoptr (KithBook) book = kith_typeset (document, &fixed_measure);
  g_autoptr (GBytes) bytes = kith_book_render_pdf (book, kith_theme_get (KITH_THEME_PRINT),
                                                   kith_document_get_date (document), &error);
  g_autofree char *folder = g_dir_make_tmp ("kith-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "briefing.pdf", NULL);
  g_autofree char *tree = NULL;

  g_assert_no_error (error);
  g_assert_true (g_file_set_contents (path, g_bytes_get_data (bytes, NULL),
                                      (gssize)g_bytes_get_size (bytes), NULL));
  tree = run_pdfinfo (path);
  g_unlink (path);
  g_rmdir (folder);
  return dup_lines (tree);
}

/* The rows of the table of schools, with the heads that stand again on each page */
static char *
dup_school_rows (const char *text)
{
  const char *from = strstr (text, SCHOOLS), *end;

  g_assert_nonnull (from);
  from += strlen (SCHOOLS);
  for (end = from; *end == '\n' && (end[1] == '|' || end[1] == '\n');)
    end += 1 + strcspn (end + 1, "\n");
  return g_strndup (from, (gsize)(end - from));
}

static guint
count (const char *text, const char *words)
{
  guint n = 0;

  for (const char *at = strstr (text, words); at != NULL; at = strstr (at + 1, words))
    n++;
  return n;
}

static char *
dup_row_start (const KithSchool *school)
{
  g_autofree char *joined = dup_joined (school->name);

  return g_strconcat ("\n|", joined, NULL);
}

static gboolean
has_every_school (KithRoll *roll, const char *text)
{
  g_autofree char *rows = dup_school_rows (text);
  guint n;
  const KithNetworkSchool *schools = kith_network_get_schools (kith_roll_get_network (roll), &n);

  if (count (rows, "\n|") - count (rows, SCHOOLS_HEAD) != BRIEFING_SCHOOLS + 1)
    return FALSE;
  for (guint s = 0; s < n; s++)
    {
      g_autofree char *start = dup_row_start (schools[s].record);

      if (count (rows, start) != 1)
        return FALSE;
    }
  return TRUE;
}

static char *
dup_tier (KithTier tier)
{
  return dup_joined (kith_tier_get_words (tier));
}

/* the tiers by the words in the table of schools, against the numbers in the list and in the
   last line of the table by authority */
static gboolean
adds_up (const char *text)
{
  g_autofree char *rows = dup_school_rows (text);
  const char *total = strstr (text, "\n|All|");
  guint n_all = 0;

  for (guint t = 0; t < KITH_N_TIERS; t++)
    {
      g_autofree char *tier = dup_tier (t);
      g_autofree char *cell = g_strconcat ("|", tier, "|", NULL);
      guint n = count (rows, cell);
      g_autofree char *said = g_strdup_printf ("\n%s:%uschool%s–", tier, n, n == 1 ? "" : "s");

      total = total == NULL ? NULL : strchr (total + 2, '|');
      if (count (text, said) != 1 || total == NULL || (guint)atoi (total + 1) != n)
        return FALSE;
      n_all += n;
    }
  return n_all == BRIEFING_SCHOOLS + 1;
}

/* the first of the texts that are in it and may not be, or may be and are not */
static const char *
find_leak (const char *text, KithAudience audience)
{
  for (guint s = 0; s < n_briefing_secrets; s++)
    {
      g_autofree char *joined = dup_joined (briefing_secrets[s].words);

      if ((strstr (text, joined) != NULL) != briefing_secrets[s].seen_by[audience])
        return briefing_secrets[s].words;
    }
  return NULL;
}

/* whether it says of a tier that a few schools are in it */
static gboolean
tells_few (const char *text)
{
  for (guint t = 0; t < KITH_N_TIERS; t++)
    for (guint n = 1; n < LEAST_IN_PUBLIC; n++)
      {
        g_autofree char *tier = dup_tier (t);
        g_autofree char *said = g_strdup_printf ("\n%s:%uschool", tier, n);

        if (strstr (text, said) != NULL)
          return TRUE;
      }
  return FALSE;
}

static gboolean
has_pdfinfo (void)
{
  g_autofree char *tool = g_find_program_in_path ("pdfinfo");

  if (tool == NULL)
    g_test_skip ("pdfinfo is not installed");
  return tool != NULL;
}

static void
test_whole (void)
{
  g_autoptr (KithRoll) roll = draw_up_briefing_register ();

  for (guint a = 0; has_pdfinfo () && a < KITH_N_AUDIENCES; a++)
    {
      g_autofree char *text = dup_pdf_text (roll, a);

      g_assert_true (has_every_school (roll, text));
      g_assert_true (a == KITH_AUDIENCE_PUBLIC || adds_up (text));
      g_assert_cmpstr (find_leak (text, a), ==, NULL);
      g_assert_cmpint (tells_few (text), ==, a != KITH_AUDIENCE_PUBLIC);
    }
}

/* what stands from one text up to the next line, in other words */
static char *
dup_changed (const char *text, const char *from, const char *instead)
{
  const char *begin = strstr (text, from);
  g_autofree char *before = NULL;

  g_assert_nonnull (begin);
  before = g_strndup (text, (gsize)(begin - text));
  return g_strconcat (before, instead, begin + 1 + strcspn (begin + 1, "\n"), NULL);
}

static void
check_school_mutations (KithRoll *roll, const char *text)
{
  guint n;
  const KithNetworkSchool *schools = kith_network_get_schools (kith_roll_get_network (roll), &n);
  const char *table = strstr (text, SCHOOLS);

  g_assert_cmpuint (n, ==, BRIEFING_SCHOOLS + 1);
  for (guint s = 0; s < n; s++)
    {
      g_autofree char *start = dup_row_start (schools[s].record);
      g_autofree char *head = g_strndup (text, (gsize)(table - text));
      g_autofree char *cut = dup_changed (table, start, "");
      g_autofree char *renamed = dup_changed (table, start, "\n|Another|Wexbridge|Watch|||");
      g_autofree char *twice = g_strconcat (SCHOOLS, start, "|", NULL);
      g_autofree char *doubled = dup_changed (table, SCHOOLS, twice);
      g_autofree char *without = g_strconcat (head, cut, NULL);
      g_autofree char *with_other = g_strconcat (head, renamed, NULL);
      g_autofree char *with_two = g_strconcat (head, doubled, NULL);

      g_assert_false (has_every_school (roll, without));
      g_assert_false (adds_up (without));
      g_assert_false (has_every_school (roll, with_other));
      g_assert_false (has_every_school (roll, with_two));
    }
}

/* One number another: in the list, and in each place of the last line of the table */
static void
check_tier_mutations (const char *text)
{
  const char *total = strstr (text, "\n|All|");

  g_assert_nonnull (total);
  for (guint t = 0; t < KITH_N_TIERS; t++)
    {
      g_autofree char *tier = dup_tier (t);
      g_autofree char *said = g_strdup_printf ("\n%s:", tier);
      g_autofree char *instead = g_strdup_printf ("%s77schools–", said);
      g_autofree char *wrong = dup_changed (text, said, instead);
      g_autoptr (GString) summed = g_string_new (text);

      total = strchr (total + 2, '|');
      g_string_insert_c (summed, total + 1 - text, '7');
      g_assert_false (adds_up (wrong));
      g_assert_false (adds_up (summed->str));
    }
}

/* A file that lacks any school, says any total otherwise, or lets any text through is found out. */
static void
test_mutations (void)
{
  g_autoptr (KithRoll) roll = draw_up_briefing_register ();
  g_autofree char *text = NULL;

  if (!has_pdfinfo ())
    return;
  text = dup_pdf_text (roll, KITH_AUDIENCE_COMMISSIONER);
  check_school_mutations (roll, text);
  check_tier_mutations (text);
  for (guint s = 0; s < n_briefing_secrets; s++)
    {
      g_autofree char *joined = dup_joined (briefing_secrets[s].words);
      g_autofree char *leaky = g_strconcat (text, joined, NULL);

      if (!briefing_secrets[s].seen_by[KITH_AUDIENCE_COMMISSIONER])
        g_assert_nonnull (find_leak (leaky, KITH_AUDIENCE_COMMISSIONER));
    }
}

/* Of each tier that is not told in public, the number */
static void
test_public_mutations (void)
{
  g_autoptr (KithRoll) roll = draw_up_briefing_register ();
  g_autofree char *text = NULL;
  guint n_hidden = 0;

  if (!has_pdfinfo ())
    return;
  text = dup_pdf_text (roll, KITH_AUDIENCE_PUBLIC);
  for (guint t = 0; t < KITH_N_TIERS; t++)
    {
      g_autofree char *tier = dup_tier (t);
      g_autofree char *hidden = g_strdup_printf ("\n%s:nottold", tier);
      g_autofree char *instead = g_strdup_printf ("\n%s:1school", tier);
      g_autofree char *leaky = NULL;

      if (strstr (text, hidden) == NULL)
        continue;
      leaky = dup_changed (text, hidden, instead);
      g_assert_true (tells_few (leaky));
      n_hidden++;
    }
  g_assert_cmpuint (n_hidden, >=, 2);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/briefing-pdf/whole, adds up, tells nobody what they may not see", test_whole);
  g_test_add_func ("/briefing-pdf/whatever is changed in it is found out", test_mutations);
  g_test_add_func ("/briefing-pdf/a small number told in public is found out",
                   test_public_mutations);
  return g_test_run ();
}
