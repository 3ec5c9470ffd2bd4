/* kith-briefing-record.c: what the record does not know, and where it comes from
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-briefing-private.h"

#include <glib/gi18n.h>

#define SOURCES_ID "sources"

static void
add_fact (KithBriefingDraft *draft, guint n, const char *one, const char *more)
{
  g_autofree char *words = kith_briefing_dup_count (draft, n);

  if (n == 0)
    return;
  kith_document_add_passage (draft->document, NULL);
  kith_document_say (draft->document, KITH_VOICE_PLAIN, words);
  kith_document_say (draft->document, KITH_VOICE_PLAIN,
                     n == 1 && !kith_briefing_is_hidden (draft, n) ? one : more);
}

static void
say_unseen (KithBriefingDraft *draft, guint n)
{
  const KithTally tally =
      KITH_TALLY_OF (KITH_TABLE_ID_SCHOOLS, KITH_SCHOOLS_SEEN, _ ("no contact recorded"), n);
  g_autofree char *words =
      g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u school", "%u schools", n), n);

  if (n == 0 || !draft->may_see[KITH_TOPIC_FINDINGS])
    return;
  kith_document_add_passage (draft->document, NULL);
  kith_briefing_tally (draft, KITH_BRIEFING_SCHOOLS, &tally, "%s", words);
  kith_document_say (draft->document, KITH_VOICE_PLAIN,
                     _ (" without a contact on record from outside the school’s own trust."));
}

static void
list_gaps (KithBriefingDraft *draft)
{
  guint n_unplaced = 0, n_unseen = 0, n_alone = 0;
  gsize n_outside;

  kith_ledger_get_rows (draft->ledger, KITH_TABLE_OUTSIDE_SCHOOL, &n_outside);
  for (guint i = 0; i < draft->n_rows; i++)
    {
      n_unplaced += !kith_place_is_known (draft->schools[draft->rows[i].school].place);
      n_unseen += draft->rows[i].last_contact == KITH_DATE_UNKNOWN;
      n_alone += draft->rows[i].n_arrangements == 0;
    }
  kith_document_begin (draft->document, KITH_PIECE_LIST);
  say_unseen (draft, n_unseen);
  add_fact (draft, n_alone, _ (" school in no partnership on record."),
            _ (" schools in no partnership on record."));
  add_fact (draft, n_unplaced,
            _ (" school without co-ordinates: it is on no map and has no neighbours."),
            _ (" schools without co-ordinates: they are on no map and have no neighbours."));
  if (kith_briefing_is_whole (draft))
    add_fact (draft, kith_network_count_due_closed (draft->network),
              _ (" school due to have closed: a newer file is needed."),
              _ (" schools due to have closed: a newer file is needed."));
  if (kith_briefing_is_whole (draft))
    add_fact (draft, (guint)n_outside,
              _ (" school outside this register that works with schools in it."),
              _ (" schools outside this register that work with schools in it."));
  kith_document_add_passage (draft->document, NULL);
  kith_document_say (draft->document, KITH_VOICE_PLAIN,
                     _ ("What nobody has asked is unknown. It is never the same as none."));
}

/**
 * kith_briefing_add_gaps:
 *
 * What nobody has asked, and who could be asked.
 */
void
kith_briefing_add_gaps (KithBriefingDraft *draft)
{
  list_gaps (draft);
  if (draft->may_see[KITH_TOPIC_FINDINGS])
    kith_briefing_add_found (draft, TRUE);
}

static void
list_rules (KithBriefingDraft *draft)
{
  kith_document_add_heading (draft->document, 3, "rules",
                             _ ("What this paper shows and leaves out"));
  kith_briefing_paragraph (draft, KITH_PIECE_PARAGRAPH, _ ("It is made for %s."),
                           kith_briefing_get_reader (draft->options->audience));
  kith_document_begin (draft->document, KITH_PIECE_LIST);
  for (guint t = 0; t < KITH_N_TOPICS; t++)
    {
      kith_document_add_passage (draft->document, NULL);
      kith_document_say (draft->document, KITH_VOICE_PLAIN,
                         kith_audience_tell (draft->options->audience, t));
    }
  if (draft->least_count == 0)
    return;
  kith_document_add_passage (draft->document, NULL);
  kith_briefing_say (draft, KITH_VOICE_PLAIN,
                     _ ("Fewer than %u schools are not counted, nor what would tell how many they "
                        "are."),
                     draft->least_count);
}

static void
list_method (KithBriefingDraft *draft)
{
  const KithSettings *settings = draft->settings;

  kith_document_add_heading (draft->document, 3, NULL, _ ("Rules that were used"));
  kith_document_begin (draft->document, KITH_PIECE_LIST);
  kith_document_add_passage (draft->document, NULL);
  kith_briefing_say (
      draft, KITH_VOICE_PLAIN,
      _ ("A membership is live while what is left of it is at least %.2f: after each "
         "half-life of its kind without a contact, half is left."),
      settings->live_recency);
  kith_document_add_passage (draft->document, NULL);
  kith_briefing_say (
      draft, KITH_VOICE_PLAIN,
      _ ("Schools are local to each other within %.0f km, or in one small authority."),
      settings->local_metres / 1000);
  kith_document_add_passage (draft->document, NULL);
  kith_briefing_say (
      draft, KITH_VOICE_PLAIN,
      _ ("Off the radar: silent for more than %.0f times what is usual is amber; more "
         "than %.0f times, or %u counted days, is red. School holidays in summer do "
         "not count."),
      settings->radar_amber, settings->radar_red, settings->radar_days);
  kith_document_add_passage (draft->document, NULL);
  kith_briefing_say (draft, KITH_VOICE_PLAIN,
                     _ ("Soon: within %u days. Results of fewer than %u pupils are not shown."),
                     settings->lapse_days, settings->suppressed_cohort);
  kith_document_add_passage (draft->document, NULL);
  kith_briefing_say (draft, KITH_VOICE_PLAIN,
                     _ ("An arrangement that fades and has more than %u schools ties nobody."),
                     settings->assembly_schools);
}

static void
add_sources (KithBriefingDraft *draft)
{
  const KithTableColumn columns[] = {
    { _ ("File"), 3, FALSE },       { _ ("What it holds"), 2, FALSE },
    { _ ("Tells of"), 1.3, FALSE }, { _ ("Read on"), 1.3, FALSE },
    { _ ("Rows"), 1, TRUE },
  };
  gsize n;
  const KithSource *sources = kith_ledger_get_rows (draft->ledger, KITH_TABLE_SOURCE, &n);

  kith_document_add_heading (draft->document, 3, NULL, _ ("Sources"));
  if (n == 0)
    {
      kith_briefing_paragraph (draft, KITH_PIECE_PARAGRAPH, "%s",
                               _ ("No file has been read: all of it is officers’ own record."));
      return;
    }
  kith_document_begin_table (draft->document, SOURCES_ID, _ ("Files that were read"), columns,
                             G_N_ELEMENTS (columns));
  for (gsize i = 0; i < n; i++)
    {
      kith_document_add_row (draft->document, NULL, FALSE);
      kith_briefing_add_text (draft, sources[i].name);
      kith_document_add_cell (draft->document, sources[i].kind);
      kith_briefing_add_day (draft, sources[i].dated);
      kith_briefing_add_day (draft, sources[i].read_on);
      kith_document_add_number (draft->document, sources[i].n_rows);
    }
}

/**
 * kith_briefing_add_method:
 *
 * Whose eyes it is for, which rules and which files were used.
 */
void
kith_briefing_add_method (KithBriefingDraft *draft)
{
  list_rules (draft);
  list_method (draft);
  add_sources (draft);
}
