/* kith-answers.c: what a school answered when it was asked about its links
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-answers.h"

#include <glib/gi18n.h>

static KithAnswerWord
read_word (const char *answer)
{
  if (answer == NULL)
    return KITH_ANSWER_BLANK;
  if (g_ascii_strcasecmp (answer, "none") == 0)
    return KITH_ANSWER_NONE;
  return g_ascii_strcasecmp (answer, "some") == 0 ? KITH_ANSWER_SOME : KITH_ANSWER_BLANK;
}

static guint
read_kind (const char *kind)
{
  guint read;

  if (kith_text_is_blank (kind))
    return KITH_EVERY_KIND;
  read = kith_kind_find (kind);
  return read == KITH_N_KINDS ? KITH_KIND_OTHER : read;
}

static void
say_answer (const KithAnswer *held, guint kind, KithWording *wording)
{
  const char *plural =
      kind == KITH_EVERY_KIND ? _ ("every kind of link") : _ (kith_kind_get_info (kind)->plural);
  char day[KITH_DATE_TEXT_SIZE + 8];

  kith_wording_add (wording, _ ("Asked about %s"), plural);
  if (held->asked != KITH_DATE_UNKNOWN)
    kith_wording_join (wording, _ (" on %s"), kith_date_format (held->asked, KITH_DATE_LONG, day));
  kith_wording_join (wording, "%s",
                     held->word == KITH_ANSWER_BLANK  ? _ (": no answer yet.")
                     : held->word == KITH_ANSWER_NONE ? _ (": none.")
                                                      : _ (": some."));
}

/**
 * kith_answers_read:
 * @answers: (out): is filled
 * @ledger: what the register says
 * @enquiries: of table enquiry, by urn
 * @urn: of a school
 * @as_at: later enquiries do not count; one without a day comes before all others
 *
 * Of two on one day the one recorded last holds.
 */
void
kith_answers_read (KithAnswers *answers,
                   KithLedger *ledger,
                   const KithRowIndex *enquiries,
                   gint64 urn,
                   KithDate as_at)
{
  guint n;
  const guint *found = kith_row_index_find (enquiries, urn, &n);
  const KithEnquiry *rows = kith_ledger_get_rows (ledger, KITH_TABLE_ENQUIRY, &(gsize){ 0 });

  *answers = (KithAnswers){ .n_enquiries = 0 };
  for (guint i = 0; i < n; i++)
    {
      const KithEnquiry *enquiry = &rows[found[i]];
      KithAnswer *held = &answers->held[read_kind (enquiry->kind)];

      if (enquiry->asked > as_at)
        continue;
      answers->n_enquiries++;
      if (enquiry->asked >= held->asked)
        *held = (KithAnswer){ read_word (enquiry->answer), enquiry->asked };
    }
}

/**
 * kith_answers_get:
 * @kind: a kind of link
 *
 * Returns: what the school answered about @kind: the later of an answer that names it and one
 *   about every kind, and of two on one day the first
 */
KithAnswer
kith_answers_get (const KithAnswers *answers, KithKind kind)
{
  KithAnswer own = answers->held[kind], every = answers->held[KITH_EVERY_KIND];

  if (own.word == KITH_ANSWER_BLANK)
    return every;
  return every.word != KITH_ANSWER_BLANK && every.asked > own.asked ? every : own;
}

/**
 * kith_answers_is_none:
 *
 * Returns: whether the school answered none for every kind of link
 */
gboolean
kith_answers_is_none (const KithAnswers *answers)
{
  for (guint k = 0; k < KITH_N_KINDS; k++)
    if (kith_kind_is_link ((KithKind)k) &&
        kith_answers_get (answers, (KithKind)k).word != KITH_ANSWER_NONE)
      return FALSE;
  return TRUE;
}

/**
 * kith_answers_say:
 * @wording: takes a sentence for each kind that was asked about
 */
void
kith_answers_say (const KithAnswers *answers, KithWording *wording)
{
  if (answers->n_enquiries == 0)
    {
      kith_wording_add (wording, "%s", _ ("No enquiry on record."));
      return;
    }
  for (guint k = 0; k <= KITH_EVERY_KIND; k++)
    {
      const KithAnswer *held = &answers->held[k];

      if (held->word != KITH_ANSWER_BLANK || held->asked != KITH_DATE_UNKNOWN)
        say_answer (held, k, wording);
    }
}

/**
 * kith_answers_say_enquiry:
 * @enquiry: a row
 * @wording: takes a sentence, without the day
 */
void
kith_answers_say_enquiry (const KithEnquiry *enquiry, KithWording *wording)
{
  KithAnswer held = { read_word (enquiry->answer), KITH_DATE_UNKNOWN };

  say_answer (&held, read_kind (enquiry->kind), wording);
}

/**
 * kith_answers_add_basis:
 * @wording: takes the answers, for the basis of a finding
 */
void
kith_answers_add_basis (const KithAnswers *answers, KithWording *wording)
{
  for (guint k = 0; k <= KITH_EVERY_KIND; k++)
    if (answers->held[k].word != KITH_ANSWER_BLANK)
      kith_wording_join (wording, ";%u:%u:%u", k, answers->held[k].word, answers->held[k].asked);
}
