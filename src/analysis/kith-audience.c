/* kith-audience.c: for whom something is written, and what they are not told
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-audience.h"

#include <glib/gi18n.h>

static const struct
{
  const char *key, *words;
} audiences[KITH_N_AUDIENCES] = {
  { "officers", N_ ("officers") },
  { "partners", N_ ("partners") },
  { "commissioner", N_ ("commissioner") },
  { "public", N_ ("public") },
};

/* Nobody is told a later audience’s topic unless the earlier ones are. */
static const struct
{
  guint n_told; /* audiences, from the first, that are told of it */
  const char *seen, *withheld;
} topics[KITH_N_TOPICS] = {
  [KITH_TOPIC_NAMES] = { 2, N_ ("Names of people are shown."),
                         N_ ("Names of people are left out; a sentence that needs one says “a "
                             "person not named here”.") },
  [KITH_TOPIC_EMAILS] = { 1, N_ ("E-mail addresses are shown."),
                          N_ ("E-mail addresses are left out.") },
  [KITH_TOPIC_CONFIDENTIAL] = { 1, N_ ("Contacts marked confidential are shown."),
                                N_ ("Contacts marked confidential are left out; they count only "
                                    "towards the day of a school’s last contact.") },
  [KITH_TOPIC_NOTES] = { 2,
                         N_ ("What was said and agreed, and the evidence for it, is shown in the "
                             "words of whoever wrote it."),
                         N_ ("What officers wrote about contacts, actions and needs is left out; "
                             "kinds and days stay.") },
  [KITH_TOPIC_FINDINGS] = { 3, N_ ("Findings and tiers are shown school by school."),
                            N_ ("Findings and tiers are counted; which school has them is left "
                                "out.") },
  [KITH_TOPIC_ASIDES] = { 1, N_ ("Findings that were set aside are shown, with the reason."),
                          N_ ("Findings that were set aside are left out, with the reason.") },
  [KITH_TOPIC_NEEDS] = { 3,
                         N_ ("What each school needs and is strong at, and who supports whom, is "
                             "shown."),
                         N_ ("What each school needs and is strong at, and who supports whom, is "
                             "left out.") },
  [KITH_TOPIC_SMALL_COHORTS] = { 0, N_ ("Figures of small groups of pupils are shown."),
                                 N_ ("Figures of small groups of pupils are left out, and so are "
                                     "those from which they could be worked out.") },
};

/**
 * kith_audience_may_see:
 * @self: for whom something is written
 * @topic: of what
 *
 * Small cohorts are shown to nobody (METHODS, section 6).
 *
 * Returns: whether they are told
 */
gboolean
kith_audience_may_see (KithAudience self, KithTopic topic)
{
  g_return_val_if_fail (self < KITH_N_AUDIENCES, FALSE);
  g_return_val_if_fail (topic < KITH_N_TOPICS, FALSE);

  return (guint)self < topics[topic].n_told;
}

/**
 * kith_audience_tell:
 * @self: for whom something is written
 * @topic: of what
 *
 * Returns: (transfer none): the rule for them, in a translated sentence
 */
const char *
kith_audience_tell (KithAudience self, KithTopic topic)
{
  g_return_val_if_fail (topic < KITH_N_TOPICS, NULL);

  return _ (kith_audience_may_see (self, topic) ? topics[topic].seen : topics[topic].withheld);
}

/**
 * kith_audience_get_key:
 *
 * Returns: (transfer none): as on the command line: "officers"
 */
const char *
kith_audience_get_key (KithAudience self)
{
  g_return_val_if_fail (self < KITH_N_AUDIENCES, NULL);

  return audiences[self].key;
}

/**
 * kith_audience_get_words:
 *
 * Returns: (transfer none): for people, translated
 */
const char *
kith_audience_get_words (KithAudience self)
{
  g_return_val_if_fail (self < KITH_N_AUDIENCES, NULL);

  return _ (audiences[self].words);
}

/**
 * kith_audience_find:
 * @text: (nullable): a key
 * @audience: (out): whom it means
 *
 * Returns: whether it means anybody; @audience is unchanged where it does not
 */
gboolean
kith_audience_find (const char *text, KithAudience *audience)
{
  for (guint a = 0; a < KITH_N_AUDIENCES; a++)
    if (g_strcmp0 (text, audiences[a].key) == 0)
      {
        *audience = (KithAudience)a;
        return TRUE;
      }
  return FALSE;
}
