/* kith-edit-aside.c: setting a finding aside, and ticking a school off the worklist
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-edit-aside.h"
#include "kith-edit-private.h"
#include "kith-naming.h"

#include <glib/gi18n.h>
#include <string.h>

/**
 * kith_aside_runs:
 * @aside: a row
 * @as_at: the day that is asked about
 *
 * Returns: whether it has begun and has not come to its day; whether the evidence is still what
 *   it was is for others to say
 */
gboolean
kith_aside_runs (const KithSettingAside *aside, KithDate as_at)
{
  return aside->since <= as_at && (aside->until == KITH_DATE_UNKNOWN || aside->until > as_at);
}

static char *
dup_subject (KithLedger *ledger, gint64 urn, gint64 arrangement_id)
{
  const KithArrangement *arrangement;

  if (urn != KITH_INT_NONE)
    return kith_naming_dup_school (ledger, urn);
  arrangement = kith_ledger_find (ledger, KITH_TABLE_ARRANGEMENT, arrangement_id);
  return g_strdup (arrangement != NULL && arrangement->name != NULL ? arrangement->name : "");
}

/* From that day on it is aside no longer. What was aside before stays on record. */
static void
end_aside (KithEdit *edit, const KithSettingAside *aside, KithDate on)
{
  KithSettingAside ended = *aside;

  ended.until = on;
  if (aside->since >= on)
    kith_changeset_remove (edit->changes, KITH_TABLE_SETTING_ASIDE, aside->id);
  else
    kith_changeset_put (edit->changes, KITH_TABLE_SETTING_ASIDE, &ended);
}

/* One finding is set aside once: what still runs, or is still to begin, gives way. */
static guint
end_earlier (KithEdit *edit, gint64 urn, gint64 arrangement_id, const char *code, KithDate on)
{
  gsize n;
  const KithSettingAside *rows =
      kith_ledger_get_rows (kith_edit_get_ledger (edit), KITH_TABLE_SETTING_ASIDE, &n);
  guint n_ended = 0;

  for (gsize i = 0; i < n; i++)
    if (rows[i].urn == urn && g_strcmp0 (rows[i].code, code) == 0 &&
        (urn != KITH_INT_NONE || rows[i].arrangement_id == arrangement_id) &&
        (rows[i].until == KITH_DATE_UNKNOWN || rows[i].until > on))
      {
        end_aside (edit, &rows[i], on);
        n_ended++;
      }
  return n_ended;
}

static void
add_aside (KithEdit *edit, KithSettingAside *aside)
{
  aside->id = kith_changeset_take_key (edit->changes, KITH_TABLE_SETTING_ASIDE);
  kith_changeset_put (edit->changes, KITH_TABLE_SETTING_ASIDE, aside);
}

static KithDate
read_until (KithEdit *edit, const char *text, KithDate since)
{
  KithDate until;

  if (!kith_edit_read_date (edit, "until", text, &until))
    return until;
  if (until == KITH_DATE_UNKNOWN)
    kith_edit_refuse (edit, "until", "%s", _ ("Give the day on which the finding comes back."));
  else if (until <= since)
    {
      g_autofree char *day = kith_date_dup_text (since, KITH_DATE_LONG);

      kith_edit_refuse (edit, "until",
                        _ ("The finding would come back at once. Give a day after %s."), day);
    }
  return until;
}

/**
 * kith_edit_set_aside:
 * @form: which finding, why and until when
 *
 * The finding comes back on its day, or as soon as its evidence changes. An earlier setting
 * aside of the same finding ends.
 *
 * Returns: (transfer full): the edit
 */
KithEdit *
kith_edit_set_aside (KithLedger *ledger, const KithAsideForm *form)
{
  KithEdit *edit = kith_edit_new (ledger);
  g_autofree char *subject = dup_subject (ledger, form->urn, form->arrangement_id);
  KithSettingAside aside;

  g_return_val_if_fail (form->since != KITH_DATE_UNKNOWN, NULL);

  kith_row_clear (KITH_TABLE_SETTING_ASIDE, &aside);
  aside.urn = form->urn;
  if (form->urn == KITH_INT_NONE)
    aside.arrangement_id = form->arrangement_id;
  aside.code = form->code;
  aside.evidence = form->basis;
  aside.since = form->since;
  aside.by = kith_edit_keep (edit, form->by);
  aside.reason = kith_edit_keep (edit, form->reason);
  if (aside.reason == NULL)
    kith_edit_refuse (edit, "reason", "%s", _ ("Give the reason why nobody acts on this now."));
  aside.until = read_until (edit, form->until, form->since);
  if (kith_edit_is_good (edit))
    {
      end_earlier (edit, form->urn, form->arrangement_id, form->code, form->since);
      add_aside (edit, &aside);
    }
  return kith_edit_end (edit, _ ("Set aside: %s, %s – %s"), form->title, subject,
                        aside.reason != NULL ? aside.reason : "");
}

/**
 * kith_edit_return:
 * @id: of a row of table setting_aside
 * @title: the finding's name for people
 * @on: the day from which on it stands among the findings again
 *
 * Returns: (transfer full): the edit; it changes nothing where nothing was set aside
 */
KithEdit *
kith_edit_return (KithLedger *ledger, gint64 id, const char *title, KithDate on)
{
  const KithSettingAside *aside = kith_ledger_find (ledger, KITH_TABLE_SETTING_ASIDE, id);
  KithEdit *edit = kith_edit_new (ledger);
  g_autofree char *subject = NULL;

  if (aside == NULL)
    return kith_edit_end (edit, "%s", title);
  subject = dup_subject (ledger, aside->urn, aside->arrangement_id);
  end_aside (edit, aside, on);
  return kith_edit_end (edit, _ ("Returned: %s, %s"), title, subject);
}

/**
 * kith_edit_tick:
 * @urn: of a school
 * @evidence: a line a finding, as kith_worklist_dup_evidence() has it
 * @since: the day
 * @by: the officer
 *
 * Ticks the school off the worklist: somebody has seen to it.
 *
 * Returns: (transfer full): the edit
 */
KithEdit *
kith_edit_tick (
    KithLedger *ledger, gint64 urn, const char *evidence, KithDate since, const char *by)
{
  KithEdit *edit = kith_edit_new (ledger);
  g_autofree char *subject = kith_naming_dup_school (ledger, urn);
  KithSettingAside aside;

  kith_row_clear (KITH_TABLE_SETTING_ASIDE, &aside);
  aside.urn = urn;
  aside.code = KITH_ASIDE_WORKLIST;
  aside.reason = "seen to";
  aside.evidence = evidence;
  aside.since = since;
  aside.by = kith_edit_keep (edit, by);
  end_earlier (edit, urn, KITH_INT_NONE, KITH_ASIDE_WORKLIST, since);
  add_aside (edit, &aside);
  return kith_edit_end (edit, _ ("Ticked off: %s"), subject);
}

/**
 * kith_edit_untick:
 * @urn: of a school
 * @on: the day from which on it is to be seen to again
 *
 * Returns: (transfer full): the edit; it changes nothing where the school is not ticked off
 */
KithEdit *
kith_edit_untick (KithLedger *ledger, gint64 urn, KithDate on)
{
  KithEdit *edit = kith_edit_new (ledger);
  g_autofree char *subject = kith_naming_dup_school (ledger, urn);

  end_earlier (edit, urn, KITH_INT_NONE, KITH_ASIDE_WORKLIST, on);
  return kith_edit_end (edit, _ ("Back on the worklist: %s"), subject);
}
