/* test-help.c: the user's guide is whole
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kith-help.h"
#include "kith-resources.h"
#include "kith-roll.h"

#include <string.h>

static void
test_parse (void)
{
  static const char text[] =
      "<page xmlns='http://projectmallard.org/1.0/' type='topic' id='one'>\n"
      "<info><link type='guide' xref='index#pages'/><title type='sort'>07</title>"
      "<desc>About &lt; one</desc></info>\n"
      "<title>One</title>\n"
      "<p>\n  Press <keyseq><key>A</key><key>B</key></keyseq>,\n  then <em>see</em> "
      "<link xref='two'>two</link>.\n</p>\n"
      "<section id='s'><title>Steps</title><steps><item><p>first</p></item><item><p>next</p>"
      "</item></steps></section>"
      "<terms><item><title>Word</title><p>What it means</p></item></terms>"
      "<list><item><p>point</p></item></list><note><p>mind</p></note></page>";
  static const KithHelpBlock expected[] = {
    { KITH_HELP_PARAGRAPH, 0, NULL,
      (char *)"Press <b>A</b> + <b>B</b>, then <i>see</i> <a href=\"two\">two</a>." },
    { KITH_HELP_HEADING, 0, (char *)"s", (char *)"Steps" },
    { KITH_HELP_STEP, 1, NULL, (char *)"first" },
    { KITH_HELP_STEP, 2, NULL, (char *)"next" },
    { KITH_HELP_TERM, 0, NULL, (char *)"Word" },
    { KITH_HELP_MEANING, 0, NULL, (char *)"What it means" },
    { KITH_HELP_BULLET, 0, NULL, (char *)"point" },
    { KITH_HELP_NOTE, 0, NULL, (char *)"mind" },
  };
  g_autoptr (GError) error = NULL;
  KithHelpTopic *topic = kith_help_parse (text, -1, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (topic->id, ==, "one");
  g_assert_cmpstr (topic->title, ==, "One");
  g_assert_cmpstr (topic->about, ==, "About &lt; one");
  g_assert_cmpstr (topic->group, ==, "pages");
  g_assert_cmpstr (topic->order, ==, "07");
  g_assert_cmpuint (topic->links->len, ==, 2);
  g_assert_cmpuint (topic->blocks->len, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      const KithHelpBlock *block = topic->blocks->pdata[i];

      g_assert_cmpint (block->kind, ==, expected[i].kind);
      g_assert_cmpuint (block->number, ==, expected[i].number);
      g_assert_cmpstr (block->id, ==, expected[i].id);
      g_assert_cmpstr (block->markup, ==, expected[i].markup);
    }
  kith_help_topic_free (topic);
}

/* What the window would leave out is not written in silence. */
static void
test_refused (void)
{
  static const char *const texts[] = {
    "<page id='a'><info><desc>b</desc></info><title>c</title><table/></page>",
    "<page id='a'><title>no description</title></page>",
    "<page id='a'><info><desc>b</desc></info><title>not closed</title>",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (kith_help_parse (texts[i], -1, &error));
      g_assert_nonnull (error);
    }
}

static void
test_findings (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (KithHelp) help = kith_help_read (&error);

  g_assert_no_error (error);
  for (KithFindingCode code = 0; code < KITH_N_FINDINGS; code++)
    {
      g_autofree char *id = g_strconcat ("finding-", kith_finding_get_key (code), NULL);
      const KithHelpTopic *topic = kith_help_find (help, id);

      if (topic == NULL)
        g_error ("no topic explains the finding: %s", id);
      g_assert_cmpstr (topic->title, ==, kith_finding_get_words (code));
    }
}

static void
test_links (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (KithHelp) help = kith_help_read (&error);
  guint n_links = 0;

  g_assert_no_error (error);
  g_assert_cmpstr (((KithHelpTopic *)help->topics->pdata[0])->id, ==, KITH_HELP_FIRST);
  for (guint i = 0; i < help->topics->len; i++)
    {
      const KithHelpTopic *topic = help->topics->pdata[i];

      for (guint k = 0; k < topic->links->len; k++, n_links++)
        if (kith_help_find (help, topic->links->pdata[k]) == NULL)
          g_error ("%s points to %s, which is not there", topic->id,
                   (char *)topic->links->pdata[k]);
      g_assert_true (i == 0 || kith_help_get_group (help, topic->group) != NULL);
      g_assert_cmpuint (topic->blocks->len, >, 0);
    }
  g_assert_cmpuint (n_links, >, help->topics->len);
}

/* Words and signs that Kith does not use of schools, or to people. */
static void
test_words (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (KithHelp) help = kith_help_read (&error);

  for (guint i = 0; i < help->topics->len; i++)
    {
      const KithHelpTopic *topic = help->topics->pdata[i];

      for (guint k = 0; k < topic->blocks->len; k++)
        {
          const KithHelpBlock *block = topic->blocks->pdata[k];

          if (strstr (block->markup, "node") != NULL || strstr (block->markup, "stakeholder") ||
              strchr (block->markup, '!') != NULL || strstr (block->markup, " please") != NULL ||
              strstr (block->markup, "orry") != NULL)
            g_error ("%s does not speak as Kith does: %s", topic->id, block->markup);
        }
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  kith_register_resource ();
  g_test_add_func ("/help/a page is read as it is written", test_parse);
  g_test_add_func ("/help/what cannot be shown is refused", test_refused);
  g_test_add_func ("/help/each finding is explained under its own name", test_findings);
  g_test_add_func ("/help/each link leads to a topic, and each topic is in the contents",
                   test_links);
  g_test_add_func ("/help/it speaks as Kith does", test_words);
  return g_test_run ();
}
