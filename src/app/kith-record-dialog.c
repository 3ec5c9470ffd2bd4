/* kith-record-dialog.c: what was agreed and asked, changed and taken out
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-record-dialog.h"
#include "kith-edit-contact.h"
#include "kith-edit-dialog.h"
#include "kith-edit-removal.h"
#include "kith-edit-school.h"
#include "kith-kind-choice.h"
#include "kith-naming.h"
#include "kith-suggest.h"

#include <glib/gi18n.h>

static KithEdit *
make_action_removal (KithEditDialog *dialog, KithLedger *ledger, gpointer id)
{
  return kith_edit_remove_record (ledger, KITH_TABLE_ACTION, *(const gint64 *)id);
}

static KithEdit *
make_action (KithEditDialog *dialog, KithLedger *ledger, gpointer id)
{
  KithActionForm said = {
    .id = *(const gint64 *)id,
    .contact_id = KITH_INT_NONE,
    .urn = kith_edit_dialog_get_changed (dialog, "urn"),
    .arrangement = kith_edit_dialog_get_changed (dialog, "arrangement"),
    .what = kith_edit_dialog_get_changed (dialog, "what"),
    .owner = kith_edit_dialog_get_changed (dialog, "owner"),
    .due = kith_edit_dialog_get_changed (dialog, "due"),
    .done = kith_edit_dialog_get_changed (dialog, "done"),
    .outcome = kith_edit_dialog_get_changed (dialog, "outcome"),
    .today = kith_date_today (),
  };

  return kith_edit_action (ledger, &said);
}

static void
begin_action (GtkWidget *over, KithSession *session, const KithAction *action)
{
  KithLedger *ledger = kith_session_get_ledger (session);
  g_autofree char *under = kith_naming_dup_arrangement (ledger, action->arrangement_id);
  g_autofree char *name =
      action->urn == KITH_INT_NONE ? NULL : kith_naming_dup_school (ledger, action->urn);
  g_autofree char *school =
      name == NULL ? NULL : g_strdup_printf ("%s (%" G_GINT64_FORMAT ")", name, action->urn);
  KithEditDialog *dialog =
      kith_edit_dialog_new (over, session, _ ("Change an action"), _ ("_Change"), make_action,
                            g_memdup2 (&action->id, sizeof action->id), g_free);

  kith_edit_dialog_add_group (dialog, NULL, NULL);
  kith_edit_dialog_add_entry (dialog, "what", _ ("What is to be done"), action->what);
  kith_edit_dialog_add_entry (dialog, "owner", _ ("By whom"), action->owner);
  kith_edit_dialog_add_day (dialog, "due", _ ("By when"), action->due);
  kith_suggest_attach (kith_edit_dialog_add_entry (dialog, "urn", _ ("School"), school), session,
                       KITH_SUGGEST_SCHOOLS, FALSE);
  kith_suggest_attach (kith_edit_dialog_add_entry (dialog, "arrangement", _ ("Partnership"), under),
                       session, KITH_SUGGEST_ARRANGEMENTS, FALSE);
  kith_edit_dialog_add_group (dialog, _ ("What came of it"), NULL);
  kith_edit_dialog_add_day (dialog, "done", _ ("Done on"), action->done);
  kith_edit_dialog_add_entry (dialog, "outcome", _ ("What came of it"), action->outcome);
  kith_edit_dialog_add_removal (dialog, _ ("_Take out this action"), make_action_removal);
  kith_edit_dialog_begin (dialog);
}

static KithEdit *
make_enquiry_removal (KithEditDialog *dialog, KithLedger *ledger, gpointer id)
{
  return kith_edit_remove_record (ledger, KITH_TABLE_ENQUIRY, *(const gint64 *)id);
}

static KithEdit *
make_enquiry (KithEditDialog *dialog, KithLedger *ledger, gpointer id)
{
  static const char *const answers[] = { "", "none", "some" };
  guint kind = kith_edit_dialog_get_choice (dialog, "kind");
  KithEnquiryForm said = {
    .id = *(const gint64 *)id,
    .kind = kind == 0 ? "" : kith_kind_choice_get_key (kind - 1),
    .asked = kith_edit_dialog_get_changed (dialog, "asked"),
    .answer = answers[kith_edit_dialog_get_choice (dialog, "answer")],
    .by = kith_edit_dialog_get_changed (dialog, "by"),
    .today = kith_date_today (),
  };

  return kith_edit_enquiry (ledger, &said);
}

static void
begin_enquiry (GtkWidget *over, KithSession *session, const KithEnquiry *enquiry)
{
  const char *answers[] = { _ ("no answer yet"), _ ("none"), _ ("some"), NULL };
  g_autofree char *school =
      kith_naming_dup_school (kith_session_get_ledger (session), enquiry->urn);
  g_auto (GStrv) kinds = kith_kind_choice_dup_words (_ ("every kind of partnership"));
  KithKind kind = kith_kind_find (enquiry->kind);
  guint answer = enquiry->answer == NULL ? 0 : g_strcmp0 (enquiry->answer, "none") == 0 ? 1 : 2;
  KithEditDialog *dialog =
      kith_edit_dialog_new (over, session, _ ("Change an enquiry"), _ ("_Change"), make_enquiry,
                            g_memdup2 (&enquiry->id, sizeof enquiry->id), g_free);

  kith_edit_dialog_add_group (dialog, school, NULL);
  kith_edit_dialog_add_choice (dialog, "kind", _ ("Asked about"), (const char *const *)kinds,
                               kind == KITH_N_KINDS ? 0 : kith_kind_choice_find (kind) + 1);
  kith_edit_dialog_add_choice (dialog, "answer", _ ("It answered"), answers, answer);
  kith_edit_dialog_add_day (dialog, "asked", _ ("Day"), enquiry->asked);
  kith_edit_dialog_add_entry (dialog, "by", _ ("Who asked"), enquiry->by);
  kith_edit_dialog_add_removal (dialog, _ ("_Take out this enquiry"), make_enquiry_removal);
  kith_edit_dialog_begin (dialog);
}

/**
 * kith_record_dialog_begin:
 * @over: a widget of the window over which the dialog stands
 * @session: with an open register
 * @table: contact, action, enquiry, need, expertise, interest, rivalry or catchment
 * @id: of a row
 *
 * Opens the form that changes it or takes it out; nothing where the register can only be looked
 * at, or holds it no longer.
 */
void
kith_record_dialog_begin (GtkWidget *over, KithSession *session, KithTable table, gint64 id)
{
  KithLedger *ledger = kith_session_get_ledger (session);
  const void *row = ledger == NULL ? NULL : kith_ledger_find (ledger, table, id);

  if (row == NULL || kith_session_is_read_only (session))
    return;
  switch (table)
    {
    case KITH_TABLE_CONTACT:
      kith_contact_change_begin (over, session, id);
      break;
    case KITH_TABLE_ACTION:
      begin_action (over, session, row);
      break;
    case KITH_TABLE_ENQUIRY:
      begin_enquiry (over, session, row);
      break;
    case KITH_TABLE_INTEREST:
      kith_interest_dialog_begin (over, session, ((const KithInterest *)row)->urn, id);
      break;
    case KITH_TABLE_RIVALRY:
      kith_rivalry_dialog_begin (over, session, ((const KithRivalry *)row)->urn, id);
      break;
    case KITH_TABLE_CATCHMENT:
      kith_catchment_dialog_begin (over, session, ((const KithCatchment *)row)->urn, id);
      break;
    default:
      kith_need_change_begin (over, session, table, id);
      break;
    }
}

/**
 * kith_record_remove:
 * @table: as in kith_record_dialog_begin()
 * @id: of a row that was recorded in error
 *
 * Takes it out; undo brings it back.
 */
void
kith_record_remove (KithSession *session, KithTable table, gint64 id)
{
  KithLedger *ledger = kith_session_get_ledger (session);
  g_autoptr (KithEdit) edit = NULL;
  KithEntry entry = { 0 };

  if (ledger == NULL || kith_session_is_read_only (session))
    return;
  edit = kith_edit_remove_record (ledger, table, id);
  entry.what = edit->what;
  if (kith_changeset_get_size (edit->changes) > 0)
    kith_session_apply (session, edit->changes, &entry, NULL, NULL);
}
