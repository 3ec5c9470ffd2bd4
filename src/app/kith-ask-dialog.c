/* kith-ask-dialog.c: what a school was asked, and which partnership it joins
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-contact-dialog.h"
#include "kith-edit-dialog.h"
#include "kith-edit-member.h"
#include "kith-edit-school.h"
#include "kith-kind-choice.h"
#include "kith-suggest.h"
#include "kith-vocabulary.h"

#include <glib/gi18n.h>

static KithEdit *
make_enquiry (KithEditDialog *dialog, KithLedger *ledger, gpointer urn)
{
  static const char *const answers[] = { NULL, "none", "some" };
  guint kind = kith_edit_dialog_get_choice (dialog, "kind");
  KithEnquiryForm said = {
    .id = KITH_INT_NONE,
    .urn = urn,
    .kind = kind == 0 ? NULL : kith_kind_choice_get_key (kind - 1),
    .asked = kith_edit_dialog_get_text (dialog, "asked"),
    .answer = answers[kith_edit_dialog_get_choice (dialog, "answer")],
    .by = kith_edit_dialog_get_text (dialog, "by"),
    .today = kith_date_today (),
  };

  return kith_edit_enquiry (ledger, &said);
}

/**
 * kith_ask_dialog_begin:
 * @over: a widget of the window over which the dialog stands
 * @session: with a roll
 * @urn: of a school of the roll
 *
 * Records that the school was asked about its partnerships, and what it answered.
 */
void
kith_ask_dialog_begin (GtkWidget *over, KithSession *session, gint64 urn)
{
  const char *answers[] = { _ ("no answer yet"), _ ("none"), _ ("some"), NULL };
  g_autoptr (KithRollItem) item = kith_session_find_school (session, urn);
  g_auto (GStrv) kinds = kith_kind_choice_dup_words (_ ("every kind of partnership"));
  g_autofree char *title = NULL;
  KithEditDialog *dialog;

  if (item == NULL || kith_session_is_read_only (session))
    return;
  title = g_strdup_printf (_ ("Ask %s"), kith_roll_item_get_name (item));
  dialog = kith_edit_dialog_new (over, session, title, _ ("_Record"), make_enquiry,
                                 g_strdup_printf ("%" G_GINT64_FORMAT, urn), g_free);
  kith_edit_dialog_add_group (
      dialog, NULL, _ ("“None” is an answer: it is how none differs from nobody has asked."));
  kith_edit_dialog_add_choice (dialog, "kind", _ ("Asked about"), (const char *const *)kinds, 0);
  kith_edit_dialog_add_choice (dialog, "answer", _ ("It answered"), answers, 0);
  kith_edit_dialog_add_day (dialog, "asked", _ ("Day"), kith_date_today ());
  kith_edit_dialog_add_entry (dialog, "by", _ ("Who asked"), kith_entry_get_officer ());
  kith_edit_dialog_begin (dialog);
}

static KithEdit *
make_member (KithEditDialog *dialog, KithLedger *ledger, gpointer urn)
{
  KithPartySaid member = { KITH_PARTY_SCHOOL, urn, NULL };
  KithMemberForm said = {
    .arrangement = kith_edit_dialog_get_text (dialog, "arrangement"),
    .arrangement_id = KITH_INT_NONE,
    .members = &member,
    .n_members = 1,
    .role = kith_vocabulary_roles[kith_edit_dialog_get_choice (dialog, "role")],
    .joined = kith_edit_dialog_get_text (dialog, "joined"),
    .left = kith_edit_dialog_get_text (dialog, "left"),
  };

  return kith_edit_add_members (ledger, &said);
}

/**
 * kith_join_dialog_begin:
 * @over: a widget of the window over which the dialog stands
 * @session: with a roll
 * @urn: of a school of the roll
 *
 * Adds the school to a partnership.
 */
void
kith_join_dialog_begin (GtkWidget *over, KithSession *session, gint64 urn)
{
  const char *roles[] = { _ ("member"),    _ ("lead"),    _ ("hub"), _ ("supporter"),
                          _ ("supported"), _ ("partner"), NULL };
  g_autoptr (KithRollItem) item = kith_session_find_school (session, urn);
  g_autofree char *title = NULL;
  KithEditDialog *dialog;
  GtkWidget *row;

  if (item == NULL || kith_session_is_read_only (session))
    return;
  title = g_strdup_printf (_ ("Add %s to a partnership"), kith_roll_item_get_name (item));
  dialog = kith_edit_dialog_new (over, session, title, _ ("_Add"), make_member,
                                 g_strdup_printf ("%" G_GINT64_FORMAT, urn), g_free);
  kith_edit_dialog_add_group (
      dialog, NULL,
      _ ("Trusts and federations come from Get Information about Schools and are not kept here."));
  row = kith_edit_dialog_add_entry (dialog, "arrangement", _ ("Partnership"), NULL);
  kith_suggest_attach (row, session, KITH_SUGGEST_ARRANGEMENTS, FALSE);
  /* who is a member already is told where the partnership is named */
  kith_edit_dialog_add_alias (dialog, "member", "arrangement");
  kith_edit_dialog_add_choice (dialog, "role", _ ("Role"), roles, 0);
  kith_edit_dialog_add_day (dialog, "joined", _ ("Joined"), kith_date_today ());
  kith_edit_dialog_add_day (dialog, "left", _ ("Left, if it has"), KITH_DATE_UNKNOWN);
  kith_edit_dialog_begin (dialog);
}
