/* kith-briefing-actions.c: actions due and done
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-briefing-private.h"

#include <glib/gi18n.h>

/* how far back what is done is told */
#define DONE_MONTHS 12

/**
 * kith_action_is_open:
 *
 * Returns: whether it was still to be done on that day
 */
gboolean
kith_action_is_open (const KithAction *action, KithDate as_at)
{
  return action->done == KITH_DATE_UNKNOWN || action->done > as_at;
}

static gboolean
is_told (const KithBriefingDraft *draft, const KithAction *action)
{
  guint at = action->arrangement_id == KITH_INT_NONE
                 ? KITH_INDEX_NONE
                 : kith_network_find_arrangement (draft->network, action->arrangement_id);

  if (action->urn != KITH_INT_NONE)
    return kith_briefing_find_row (draft, action->urn) != NULL;
  return kith_briefing_is_whole (draft) || (at != KITH_INDEX_NONE && draft->is_told[at]);
}

static gint
compare_days (gconstpointer a, gconstpointer b, gpointer data)
{
  const KithAction *one = *(const KithAction *const *)a, *other = *(const KithAction *const *)b;
  gboolean is_open = GPOINTER_TO_INT (data);
  KithDate day = is_open ? one->due : one->done, other_day = is_open ? other->due : other->done;

  if (day != other_day)
    {
      if (day == KITH_DATE_UNKNOWN || other_day == KITH_DATE_UNKNOWN)
        return day == KITH_DATE_UNKNOWN ? 1 : -1;
      return (day < other_day) == is_open ? -1 : 1;
    }
  return (one->id > other->id) - (one->id < other->id);
}

/**
 * kith_briefing_list_actions:
 * @is_open: those still to be done, by the day due; else those done in the last 12 months, the
 *   latest first
 *
 * Of schools on the roll, and of no school.
 *
 * Returns: (transfer full) (element-type KithAction*): them
 */
GPtrArray *
kith_briefing_list_actions (const KithBriefingDraft *draft, gboolean is_open)
{
  GPtrArray *list = g_ptr_array_new ();
  gsize n;
  const KithAction *rows = kith_ledger_get_rows (draft->ledger, KITH_TABLE_ACTION, &n);

  for (gsize i = 0; i < n; i++)
    if (is_told (draft, &rows[i]) && kith_action_is_open (&rows[i], draft->as_at) == is_open &&
        (is_open || rows[i].done > kith_date_add_months (draft->as_at, -DONE_MONTHS)))
      g_ptr_array_add (list, (gpointer)&rows[i]);
  g_ptr_array_sort_with_data (list, compare_days, GINT_TO_POINTER (is_open));
  return list;
}

/* What was agreed in confidence stays so. */
static gboolean
may_tell (const KithBriefingDraft *draft, const KithAction *action)
{
  const KithContact *contact =
      action->contact_id == KITH_INT_NONE
          ? NULL
          : kith_ledger_find (draft->ledger, KITH_TABLE_CONTACT, action->contact_id);

  return draft->may_see[KITH_TOPIC_NOTES] &&
         (draft->may_see[KITH_TOPIC_CONFIDENTIAL] || contact == NULL || contact->confidential != 1);
}

static void
say_what (KithBriefingDraft *draft, const KithAction *action)
{
  gboolean is_told = may_tell (draft, action) && action->what != NULL;

  kith_briefing_say (draft, is_told ? KITH_VOICE_PLAIN : KITH_VOICE_QUIET, "%s",
                     is_told ? action->what : _ ("an action"));
}

/**
 * kith_briefing_say_action:
 *
 * Says what, by whom and by when, as far as the audience may know.
 */
void
kith_briefing_say_action (KithBriefingDraft *draft, const KithAction *action)
{
  char day[KITH_DATE_TEXT_SIZE + 8];

  say_what (draft, action);
  if (may_tell (draft, action) && action->owner != NULL)
    kith_briefing_say (draft, KITH_VOICE_PLAIN, _ (" (%s)"), action->owner);
  if (action->due == KITH_DATE_UNKNOWN)
    return;
  kith_date_format (action->due, KITH_DATE_SHORT, day);
  if (action->due < draft->as_at)
    kith_briefing_say (draft, KITH_VOICE_STRONG, _ (" overdue since %s"), day);
  else
    kith_briefing_say (draft, KITH_VOICE_PLAIN, _ (" by %s"), day);
}

/**
 * kith_briefing_count_open:
 *
 * Returns: how many actions are still to be done
 */
guint
kith_briefing_count_open (const KithBriefingDraft *draft)
{
  g_autoptr (GPtrArray) open = kith_briefing_list_actions (draft, TRUE);

  return open->len;
}

static void
add_subject (KithBriefingDraft *draft, const KithAction *action)
{
  const KithRollRow *row =
      action->urn == KITH_INT_NONE ? NULL : kith_briefing_find_row (draft, action->urn);
  const KithArrangement *in =
      action->arrangement_id == KITH_INT_NONE
          ? NULL
          : kith_ledger_find (draft->ledger, KITH_TABLE_ARRANGEMENT, action->arrangement_id);

  if (row != NULL)
    kith_briefing_add_school (draft, row->school);
  else
    kith_briefing_add_text (draft, in != NULL ? in->name : NULL);
}

/* the day, and whether it has passed */
static void
add_action_day (KithBriefingDraft *draft, const KithAction *action, gboolean is_open)
{
  KithDate day = is_open ? action->due : action->done;

  if (day == KITH_DATE_UNKNOWN)
    kith_document_add_cell (draft->document, _ ("no day"));
  else
    kith_briefing_add_day (draft, day);
  if (is_open && day != KITH_DATE_UNKNOWN && day < draft->as_at)
    kith_document_say (draft->document, KITH_VOICE_STRONG, _ ("\noverdue"));
}

/* What, whose and what came of it are officers' own words. */
static void
add_table (KithBriefingDraft *draft, const GPtrArray *actions, gboolean is_open)
{
  const KithTableColumn columns[] = {
    { is_open ? _ ("Due") : _ ("Done"), 1.2, FALSE },
    { _ ("School or partnership"), 3, FALSE },
    { _ ("What"), 4, FALSE },
    { is_open ? _ ("Whose") : _ ("What came of it"), 2, FALSE },
  };
  gboolean is_told = draft->may_see[KITH_TOPIC_NOTES];

  kith_document_begin_table (draft->document, is_open ? KITH_TABLE_ID_ACTIONS : "actions-done",
                             is_open ? _ ("Still to be done, by the day due")
                                     : _ ("Done in the last 12 months, the latest first"),
                             columns, is_told ? 4 : 2);
  for (guint i = 0; i < actions->len; i++)
    {
      const KithAction *action = actions->pdata[i];
      gboolean is_open_to = may_tell (draft, action);

      kith_document_add_row (draft->document, NULL, FALSE);
      add_action_day (draft, action, is_open);
      add_subject (draft, action);
      if (!is_told)
        continue;
      kith_document_add_cell (draft->document, NULL);
      say_what (draft, action);
      kith_briefing_add_text (draft, !is_open_to ? NULL
                                     : is_open   ? action->owner
                                                 : action->outcome);
    }
}

static void
say_count (KithBriefingDraft *draft, guint n, const char *table, const char *words)
{
  const KithTally tally = KITH_TALLY_ALL (table, n);

  if (draft->may_see[KITH_TOPIC_FINDINGS] && n > 0)
    kith_briefing_tally (draft, KITH_BRIEFING_ACTIONS, &tally, words, n);
  else
    kith_briefing_say (draft, KITH_VOICE_PLAIN, words, n);
}

/**
 * kith_briefing_add_actions:
 *
 * What is still to be done, by the day due, and what was done in the last twelve months.
 */
void
kith_briefing_add_actions (KithBriefingDraft *draft)
{
  g_autoptr (GPtrArray) open = kith_briefing_list_actions (draft, TRUE);
  g_autoptr (GPtrArray) done = kith_briefing_list_actions (draft, FALSE);

  kith_document_begin (draft->document, KITH_PIECE_PARAGRAPH);
  say_count (draft, open->len, KITH_TABLE_ID_ACTIONS,
             g_dngettext (GETTEXT_PACKAGE, "%u action is still to be done",
                          "%u actions are still to be done", open->len));
  kith_document_say (draft->document, KITH_VOICE_PLAIN, ", ");
  say_count (draft, done->len, "actions-done",
             g_dngettext (GETTEXT_PACKAGE, "%u was done in the last 12 months",
                          "%u were done in the last 12 months", done->len));
  kith_document_say (draft->document, KITH_VOICE_PLAIN, ".");
  if (!draft->may_see[KITH_TOPIC_FINDINGS])
    return;
  if (open->len > 0)
    add_table (draft, open, TRUE);
  if (done->len > 0)
    add_table (draft, done, FALSE);
}
