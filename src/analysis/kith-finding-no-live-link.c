/* kith-finding-no-live-link.c: no school works with it at present
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-answers.h"
#include "kith-past.h"

#include <glib/gi18n.h>

/* What is on record of one school. */
typedef struct
{
  GArray *past;
  KithAnswers answers;
  guint n_recorded;               /* linking memberships, each arrangement once */
  const KithPastMembership *live; /* the first that is */
  const KithPastMembership *last; /* the one that ended last */
} Evidence;

static gboolean
is_counted_before (GArray *past, guint i)
{
  const KithPastMembership *own = &g_array_index (past, KithPastMembership, i);

  for (guint j = 0; j < i; j++)
    {
      const KithPastMembership *other = &g_array_index (past, KithPastMembership, j);

      if (own->arrangement != NULL && own->arrangement == other->arrangement)
        return TRUE;
    }
  return FALSE;
}

static void
read_evidence (const KithRecord *record, guint school, Evidence *evidence)
{
  *evidence = (Evidence){ .past = kith_past_list (record, record->schools[school].record->urn) };
  kith_answers_read (&evidence->answers, record->ledger, record->enquiries,
                     record->schools[school].record->urn, record->as_at);
  for (guint i = 0; i < evidence->past->len; i++)
    {
      const KithPastMembership *past = &g_array_index (evidence->past, KithPastMembership, i);

      if (!kith_kind_is_link (past->kind))
        continue;
      evidence->n_recorded += !is_counted_before (evidence->past, i);
      if (past->standing == KITH_STANDING_LIVE)
        evidence->live = evidence->live != NULL ? evidence->live : past;
      else if (evidence->last == NULL || past->ended > evidence->last->ended)
        evidence->last = past;
    }
}

static gboolean
has_kind (const Evidence *evidence, guint kind)
{
  for (guint i = 0; i < evidence->past->len; i++)
    {
      KithKind past = g_array_index (evidence->past, KithPastMembership, i).kind;

      if (past == kind || (kind == KITH_EVERY_KIND && kith_kind_is_link (past)))
        return TRUE;
    }
  return FALSE;
}

/* A kind of link that the school says it has, and that nobody recorded; KITH_EVERY_KIND + 1
   where there is none. */
static guint
find_unrecorded_answer (const Evidence *evidence)
{
  for (guint k = 0; k <= KITH_EVERY_KIND; k++)
    {
      KithAnswer answer = k == KITH_EVERY_KIND ? evidence->answers.held[KITH_EVERY_KIND]
                          : evidence->answers.held[k].word == KITH_ANSWER_SOME
                              ? kith_answers_get (&evidence->answers, (KithKind)k)
                              : (KithAnswer){ KITH_ANSWER_BLANK, 0 };

      if (answer.word == KITH_ANSWER_SOME && !has_kind (evidence, k))
        return k;
    }
  return KITH_EVERY_KIND + 1;
}

static void
add_last_link (KithWording *wording, const KithPastMembership *last)
{
  char day[KITH_DATE_TEXT_SIZE + 8], after[KITH_DATE_TEXT_SIZE + 8];
  const char *name = last->name != NULL ? last->name : _ (kith_kind_get_info (last->kind)->words);
  gboolean is_the = last->kind == KITH_KIND_HUB && g_ascii_strncasecmp (name, "the ", 4) != 0;

  kith_wording_add (wording, is_the ? _ ("Its last link, to the %s,") : _ ("Its last link, to %s,"),
                    name);
  if (last->ended_after != KITH_DATE_UNKNOWN)
    kith_wording_add (wording, _ ("ended between %s and %s."),
                      kith_date_format (last->ended_after, KITH_DATE_LONG, after),
                      kith_date_format (last->ended, KITH_DATE_LONG, day));
  else if (last->ended == KITH_DATE_UNKNOWN)
    kith_wording_add (wording, "%s", _ ("ended on a day that is not recorded."));
  else
    kith_wording_add (wording, last->faded ? _ ("faded on %s.") : _ ("ended on %s."),
                      kith_date_format (last->ended, KITH_DATE_LONG, day));
}

static void
add_memberships (KithWording *wording, guint n)
{
  char number[KITH_NUMBER_SIZE];

  if (n == 0)
    kith_wording_add (wording, "%s", _ ("No partnership on record."));
  else
    kith_wording_add (
        wording, g_dngettext (NULL, "%s membership on record.", "%s memberships on record.", n),
        kith_number_format (n, TRUE, number));
}

static void
add_basis (KithWording *wording, const Evidence *evidence, const KithFinding *finding)
{
  kith_wording_join (wording, "%s;%s", kith_severity_get_key (finding->severity),
                     finding->state != NULL ? finding->state : "");
  for (guint i = 0; i < evidence->past->len; i++)
    {
      const KithPastMembership *past = &g_array_index (evidence->past, KithPastMembership, i);

      if (past->arrangement != NULL && kith_kind_is_link (past->kind))
        kith_wording_join (wording, ";%" G_GINT64_FORMAT ":%u:%u", past->arrangement->id,
                           past->standing, past->ended);
    }
  kith_answers_add_basis (&evidence->answers, wording);
}

static void
say_red (const Evidence *evidence, const char *name, KithWording *wording, KithFinding *finding)
{
  finding->severity = KITH_SEVERITY_RED;
  finding->chip = _ ("No live link");
  kith_wording_add (wording, _ ("No school works with %s at present."), name);
  if (evidence->last != NULL)
    {
      add_last_link (wording, evidence->last);
      if (evidence->last->arrangement != NULL)
        finding->arrangement_id = evidence->last->arrangement->id;
    }
  else
    kith_wording_add (wording, "%s", _ ("Asked about every kind of link, it named none."));
  finding->clears =
      _ ("A contact under one of its partnerships, or a new partnership with another school.");
}

/* Whether there is an answer about every kind of link. */
static gboolean
is_answered (const KithAnswers *answers)
{
  for (guint k = 0; k < KITH_N_KINDS; k++)
    if (kith_kind_is_link ((KithKind)k) &&
        kith_answers_get (answers, (KithKind)k).word == KITH_ANSWER_BLANK)
      return FALSE;
  return TRUE;
}

/* In something live, and yet tied to nobody: a trust of one, a hub whose others have faded. */
static void
say_alone (const Evidence *evidence, const char *name, KithWording *wording, KithFinding *finding)
{
  const KithPastMembership *live = evidence->live;
  const char *in = live->name != NULL ? live->name : _ (kith_kind_get_info (live->kind)->words);

  finding->state = _ ("no other member");
  finding->chip = _ ("No live link");
  if (live->arrangement != NULL)
    finding->arrangement_id = live->arrangement->id;
  kith_wording_add (wording, _ ("%s is in %s, which ties it to no other school at present."), name,
                    in);
  finding->clears = _ ("Another live member of it, or a partnership with another school.");
}

static void
say_not_asked (const Evidence *evidence,
               const char *name,
               KithWording *wording,
               KithFinding *finding)
{
  const KithAnswer *every = &evidence->answers.held[KITH_EVERY_KIND];
  const char *sentence = _ ("Nobody has asked %s about its other partnerships.");

  finding->state = _ ("nobody has asked");
  finding->chip = _ ("Not asked");
  if (every->word == KITH_ANSWER_BLANK && every->asked != KITH_DATE_UNKNOWN)
    sentence = _ ("%s has not answered yet about its partnerships.");
  else if (evidence->answers.n_enquiries == 0 && evidence->n_recorded == 0)
    sentence = _ ("Nobody has asked %s about its partnerships.");
  kith_wording_add (wording, sentence, name);
}

static void
say_ask (const KithRecord *record,
         guint school,
         const Evidence *evidence,
         const char *name,
         KithWording *wording,
         KithFinding *finding)
{
  guint n_outside = record->measures[school].n_outside_links;
  guint unrecorded = find_unrecorded_answer (evidence);

  finding->severity = KITH_SEVERITY_ASK;
  finding->clears = _ ("An answer from the school, recorded as an enquiry, or a partnership.");
  if (n_outside > 0)
    {
      finding->state = _ ("tied only to schools outside this register");
      finding->chip = _ ("No live link");
      kith_wording_add (wording, _ ("%s works only with schools outside this register."), name);
    }
  else if (unrecorded <= KITH_EVERY_KIND)
    {
      finding->state = _ ("answered, not recorded");
      finding->chip = _ ("No live link");
      kith_wording_add (wording, _ ("%s answered that it has links, and none is recorded."), name);
      finding->clears = _ ("The partnerships that it has, recorded with their members.");
    }
  else if (evidence->live != NULL && is_answered (&evidence->answers))
    say_alone (evidence, name, wording, finding);
  else
    say_not_asked (evidence, name, wording, finding);
}

/**
 * kith_find_no_live_link:
 *
 * METHODS, finding 1.
 */
gboolean
kith_find_no_live_link (const KithRecord *record,
                        guint school,
                        KithWording *wording,
                        KithFinding *finding)
{
  const char *name = kith_record_get_name (record, school);
  Evidence evidence;

  if (record->measures[school].n_links > 0)
    return FALSE;
  read_evidence (record, school, &evidence);
  if (evidence.live == NULL &&
      (evidence.n_recorded > 0 || kith_answers_is_none (&evidence.answers)))
    say_red (&evidence, name, wording, finding);
  else
    say_ask (record, school, &evidence, name, wording, finding);
  finding->sentence = kith_wording_keep (wording);

  if (evidence.n_recorded == 0 && evidence.answers.n_enquiries == 0)
    finding->evidence = _ ("No arrangement and no enquiry on record.");
  else
    {
      add_memberships (wording, evidence.n_recorded);
      kith_answers_say (&evidence.answers, wording);
      finding->evidence = kith_wording_keep (wording);
    }
  add_basis (wording, &evidence, finding);
  finding->basis = kith_wording_keep (wording);
  g_array_unref (evidence.past);
  return TRUE;
}
