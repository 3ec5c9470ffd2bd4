/* kith-chosen-dialog.c: what is done with the schools that are chosen
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-chosen-dialog.h"
#include "kith-edit-dialog.h"
#include "kith-edit-member.h"
#include "kith-naming.h"
#include "kith-partnership-dialog.h"
#include "kith-suggest.h"
#include "kith-vocabulary.h"

#include <glib/gi18n.h>

/* Each with its name and URN, as the forms read them. */
static char *
dup_members (KithSession *session)
{
  KithLedger *ledger = kith_session_get_ledger (session);
  g_autoptr (GArray) urns = kith_chosen_dup_urns (kith_session_get_chosen (session));
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < urns->len; i++)
    {
      gint64 urn = g_array_index (urns, gint64, i);
      g_autofree char *name = kith_naming_dup_school (ledger, urn);

      g_string_append_printf (text, "%s%s (%" G_GINT64_FORMAT ")", i > 0 ? "; " : "", name, urn);
    }
  return g_string_free (text, FALSE);
}

static gboolean
can_begin (KithSession *session)
{
  guint n = kith_chosen_get_n (kith_session_get_chosen (session));

  return kith_session_get_ledger (session) != NULL && !kith_session_is_read_only (session) &&
         n > 0 && n <= KITH_CHOSEN_MOST_MEMBERS;
}

static KithEdit *
make_members (KithEditDialog *dialog, KithLedger *ledger, gpointer data)
{
  g_autoptr (GPtrArray) texts =
      kith_edit_split_members (kith_edit_dialog_get_text (dialog, "member"));
  g_autofree KithPartySaid *members = g_new0 (KithPartySaid, texts->len + 1);
  KithMemberForm form = {
    .arrangement = kith_edit_dialog_get_text (dialog, "arrangement"),
    .arrangement_id = KITH_INT_NONE,
    .members = members,
    .n_members = texts->len,
    .role = kith_vocabulary_roles[kith_edit_dialog_get_choice (dialog, "role")],
    .joined = kith_edit_dialog_get_text (dialog, "joined"),
  };

  for (guint i = 0; i < texts->len; i++)
    members[i] = (KithPartySaid){ KITH_PARTY_ANY, texts->pdata[i], NULL };
  return kith_edit_add_members (ledger, &form);
}

/**
 * kith_chosen_join_dialog_begin:
 * @over: a widget of the window over which the dialog stands
 * @session: with schools chosen, no more than %KITH_CHOSEN_MOST_MEMBERS
 *
 * Adds them to a partnership. Who is a member already is named and can be taken out of the form.
 */
void
kith_chosen_join_dialog_begin (GtkWidget *over, KithSession *session)
{
  const char *roles[] = { _ ("member"),    _ ("lead"),    _ ("hub"), _ ("supporter"),
                          _ ("supported"), _ ("partner"), NULL };
  guint n = kith_chosen_get_n (kith_session_get_chosen (session));
  g_autofree char *title = NULL;
  g_autofree char *members = NULL;
  KithEditDialog *dialog;
  GtkWidget *row;

  if (!can_begin (session))
    return;
  title = g_strdup_printf (
      ngettext ("Add %u school to a partnership", "Add %u schools to a partnership", n), n);
  members = dup_members (session);
  dialog = kith_edit_dialog_new (over, session, title, _ ("_Add"), make_members, NULL, NULL);
  kith_edit_dialog_add_group (
      dialog, NULL,
      _ ("Trusts and federations come from Get Information about Schools and are not kept here."));
  row = kith_edit_dialog_add_entry (dialog, "arrangement", _ ("Partnership"), NULL);
  kith_suggest_attach (row, session, KITH_SUGGEST_ARRANGEMENTS, FALSE);
  kith_edit_dialog_add_entry (dialog, "member", _ ("Schools: URNs or names, ; between"), members);
  kith_edit_dialog_add_choice (dialog, "role", _ ("Role"), roles, 0);
  kith_edit_dialog_add_day (dialog, "joined", _ ("Joined"), kith_date_today ());
  kith_edit_dialog_begin (dialog);
}

/**
 * kith_chosen_make_dialog_begin:
 * @over: a widget of the window over which the dialog stands
 * @session: with schools chosen, no more than %KITH_CHOSEN_MOST_MEMBERS
 *
 * Makes a partnership of them.
 */
void
kith_chosen_make_dialog_begin (GtkWidget *over, KithSession *session)
{
  g_autofree char *members = NULL;

  if (!can_begin (session))
    return;
  members = dup_members (session);
  kith_new_partnership_dialog_begin (over, session, members);
}

/**
 * kith_chosen_copy:
 * @over: a widget of the window
 * @session: with schools chosen
 *
 * Puts them on the clipboard, a line each. Who is not on the roll call has a line with URN and
 * name alone.
 */
void
kith_chosen_copy (GtkWidget *over, KithSession *session)
{
  g_autoptr (GArray) urns = kith_chosen_dup_urns (kith_session_get_chosen (session));
  g_autoptr (GString) text = g_string_new (kith_roll_item_get_headings ());

  for (guint i = 0; i < urns->len; i++)
    {
      gint64 urn = g_array_index (urns, gint64, i);
      g_autoptr (KithRollItem) item = kith_session_find_school (session, urn);
      g_autofree char *name =
          item != NULL ? NULL : kith_naming_dup_school (kith_session_get_ledger (session), urn);
      g_autofree char *line = item != NULL
                                  ? kith_roll_item_dup_line (item)
                                  : g_strdup_printf ("\t%" G_GINT64_FORMAT "\t%s", urn, name);

      g_string_append_printf (text, "\n%s", line);
    }
  gdk_clipboard_set_text (gtk_widget_get_clipboard (over), text->str);
}
