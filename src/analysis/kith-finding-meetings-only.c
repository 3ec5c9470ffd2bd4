/* kith-finding-meetings-only.c: it meets, and nothing that came of it is recorded
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-finding-private.h"

#include <glib/gi18n.h>

/**
 * Meetings:
 * @n_ever: on or before the date
 * @n_recent: of these, in the months that are asked about
 * @first: the first of the recent ones
 * @last: the last of them
 * @has_result: whether a recent one has an outcome or an action
 */
typedef struct
{
  guint n_ever, n_recent;
  KithDate first, last;
  gboolean has_result;
} Meetings;

static gboolean
has_result (const KithRecord *record, const KithContact *meeting)
{
  guint n_actions;

  kith_row_index_find (record->actions_of_contact, meeting->id, &n_actions);
  return n_actions > 0 || !kith_text_is_blank (meeting->outcome);
}

static Meetings
find_meetings (const KithRecord *record, gint64 arrangement_id)
{
  KithDate after = kith_date_add_months (record->as_at, -(int)record->settings->talk_months);
  const KithContact *contacts =
      kith_ledger_get_rows (record->ledger, KITH_TABLE_CONTACT, &(gsize){ 0 });
  guint n;
  const guint *under = kith_row_index_find (record->contacts, arrangement_id, &n);
  Meetings meetings = { 0 };

  for (guint c = 0; c < n; c++)
    {
      const KithContact *contact = &contacts[under[c]];

      if (!kith_encounters_is_kind (contact, "meeting") || contact->date == KITH_DATE_UNKNOWN ||
          contact->date > record->as_at)
        continue;
      meetings.n_ever++;
      if (contact->date <= after)
        continue;
      if (meetings.n_recent++ == 0 || contact->date < meetings.first)
        meetings.first = contact->date;
      meetings.last = MAX (meetings.last, contact->date);
      meetings.has_result = meetings.has_result || has_result (record, contact);
    }
  return meetings;
}

static void
say_meetings (const KithRecord *record,
              guint arrangement,
              const Meetings *meetings,
              KithWording *wording,
              KithFinding *finding)
{
  char number[KITH_NUMBER_SIZE], first[KITH_DATE_TEXT_SIZE + 8], last[KITH_DATE_TEXT_SIZE + 8];

  kith_wording_add (
      wording,
      g_dngettext (NULL,
                   "%s met %s times in the last %u month; nothing that came of it is recorded.",
                   "%s met %s times in the last %u months; nothing that came of it is recorded.",
                   record->settings->talk_months),
      kith_record_get_arrangement_name (record, arrangement),
      kith_number_format (meetings->n_recent, FALSE, number), record->settings->talk_months);
  finding->sentence = kith_wording_keep (wording);
  kith_wording_add (wording, _ ("Meetings from %s to %s."),
                    kith_date_format (meetings->first, KITH_DATE_LONG, first),
                    kith_date_format (meetings->last, KITH_DATE_LONG, last));
  kith_wording_add (wording, "%s",
                    _ ("No objective, no action and no outcome of a meeting is recorded."));
  finding->evidence = kith_wording_keep (wording);
  finding->clears = _ ("An objective, or an action or outcome of one of these meetings, recorded.");
}

/**
 * kith_find_meetings_only:
 * @arrangement: index
 *
 * METHODS, finding 11, on an arrangement. Another meeting is other evidence; that an old one
 * passes out of the months asked about is not.
 */
gboolean
kith_find_meetings_only (const KithRecord *record,
                         guint arrangement,
                         KithWording *wording,
                         KithFinding *finding)
{
  const KithArrangement *row = record->arrangements[arrangement].record;
  Meetings meetings;
  guint n_actions;

  kith_row_index_find (record->actions, row->id, &n_actions);
  if (n_actions > 0 || !kith_text_is_blank (row->objective))
    return FALSE;
  meetings = find_meetings (record, row->id);
  if (meetings.n_recent < record->settings->talk_meetings || meetings.has_result)
    return FALSE;
  finding->severity = KITH_SEVERITY_NOTE;
  finding->chip = kith_finding_get_words (KITH_FINDING_MEETINGS_ONLY);
  say_meetings (record, arrangement, &meetings, wording, finding);
  kith_wording_join (wording, "note;%u;%u", meetings.last, meetings.n_ever);
  finding->basis = kith_wording_keep (wording);
  return TRUE;
}
