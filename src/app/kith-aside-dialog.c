/* kith-aside-dialog.c: why nobody acts on a finding, and until when
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-aside-dialog.h"
#include "kith-edit-aside.h"
#include "kith-edit-dialog.h"
#include "kith-worklist.h"

#include <glib/gi18n.h>

/* The finding as it stood when the officer read it. */
typedef struct
{
  gint64 urn;
  gint64 arrangement_id;
  KithFindingCode code;
  char *title;
  char *basis;
} Subject;

static void
free_subject (gpointer data)
{
  Subject *subject = data;

  g_free (subject->title);
  g_free (subject->basis);
  g_free (subject);
}

static KithEdit *
make_edit (KithEditDialog *dialog, KithLedger *ledger, gpointer data)
{
  const Subject *subject = data;
  KithAsideForm form = {
    .urn = subject->urn,
    .arrangement_id = subject->arrangement_id,
    .code = kith_finding_get_key (subject->code),
    .title = subject->title,
    .basis = subject->basis,
    .reason = kith_edit_dialog_get_text (dialog, "reason"),
    .until = kith_edit_dialog_get_text (dialog, "until"),
    .since = kith_session_get_as_at (kith_edit_dialog_get_session (dialog)),
    .by = kith_entry_get_officer (),
  };

  return kith_edit_set_aside (ledger, &form);
}

/**
 * kith_aside_dialog_begin:
 * @over: a widget of the window over which the dialog stands
 * @session: with a roll
 * @urn: the school that the finding is on, or %KITH_INT_NONE
 * @arrangement_id: else the arrangement
 * @code: of the finding
 *
 * Asks for a reason and a day, and sets the finding aside. Does nothing where the roll has no
 * such finding any more.
 */
void
kith_aside_dialog_begin (
    GtkWidget *over, KithSession *session, gint64 urn, gint64 arrangement_id, KithFindingCode code)
{
  KithRoll *roll = kith_session_get_roll (session);
  const KithFinding *finding =
      roll == NULL ? NULL : kith_worklist_find_finding (roll, urn, arrangement_id, code);
  KithDate usual = kith_date_add_months (kith_session_get_as_at (session), KITH_ASIDE_USUAL_MONTHS);
  KithEditDialog *dialog;
  Subject *subject;

  if (finding == NULL || finding->aside != NULL)
    return;
  subject = g_new0 (Subject, 1);
  subject->urn = urn;
  subject->arrangement_id = arrangement_id;
  subject->code = code;
  subject->title = g_strdup (finding->chip);
  subject->basis = g_strdup (finding->basis);
  dialog = kith_edit_dialog_new (over, session, _ ("Set a finding aside"), _ ("_Set aside"),
                                 make_edit, subject, free_subject);
  kith_edit_dialog_add_group (dialog, finding->chip, finding->sentence);
  kith_edit_dialog_add_entry (dialog, "reason", _ ("Reason why nobody acts on it now"), NULL);
  kith_edit_dialog_add_day (dialog, "until", _ ("Comes back on this day, or on other evidence"),
                            usual);
  kith_edit_dialog_begin (dialog);
}

/* Written at once; what fails is told by the session. */
static void
apply_edit (KithSession *session, KithEdit *edit)
{
  KithEntry entry = { .what = edit->what };

  if (kith_edit_check (edit, NULL) && kith_changeset_get_size (edit->changes) > 0)
    kith_session_apply (session, edit->changes, &entry, NULL, NULL);
  kith_edit_free (edit);
}

/**
 * kith_aside_return:
 * @urn: the school that the finding is on, or %KITH_INT_NONE
 * @arrangement_id: else the arrangement
 * @code: of the finding
 *
 * Brings a finding that was set aside back.
 */
void
kith_aside_return (KithSession *session, gint64 urn, gint64 arrangement_id, KithFindingCode code)
{
  KithRoll *roll = kith_session_get_roll (session);
  const KithFinding *finding =
      roll == NULL ? NULL : kith_worklist_find_finding (roll, urn, arrangement_id, code);

  if (finding != NULL && finding->aside != NULL)
    apply_edit (session, kith_edit_return (kith_session_get_ledger (session), finding->aside->id,
                                           finding->chip, kith_session_get_as_at (session)));
}

/**
 * kith_aside_tick:
 * @urn: of a school of the roll
 * @is_ticked: whether it is ticked off the worklist, or put back
 */
void
kith_aside_tick (KithSession *session, gint64 urn, gboolean is_ticked)
{
  KithRoll *roll = kith_session_get_roll (session);
  const KithRollRow *row = roll == NULL ? NULL : kith_roll_find (roll, urn);
  KithLedger *ledger = kith_session_get_ledger (session);
  KithDate as_at = kith_session_get_as_at (session);
  g_autofree char *evidence = NULL;

  if (row == NULL || is_ticked != kith_worklist_is_waiting (row))
    return;
  if (!is_ticked)
    {
      apply_edit (session, kith_edit_untick (ledger, urn, as_at));
      return;
    }
  evidence = kith_worklist_dup_evidence (row);
  apply_edit (session, kith_edit_tick (ledger, urn, evidence, as_at, kith_entry_get_officer ()));
}
