/* test-edit-window.c: what an officer does by hand in the window
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kith-diary-item.h"
#include "kith-diary-page.h"
#include "kith-edit-contact.h"
#include "kith-edit-dialog.h"
#include "kith-partnership-dialog.h"
#include "kith-partnership-view.h"
#include "kith-roll-page.h"
#include "kith-school-pane.h"
#include "kith-worklist.h"
#include "trial-dialog.h"

#include <glib/gstdio.h>
#include <string.h>

/* The first school of the worklist, shown in the pane. */
static const KithRollRow *
get_first (KithWindow *window, gint64 *urn)
{
  KithSession *session = kith_window_get_session (window);
  g_autoptr (KithRollItem) item = g_list_model_get_item (kith_session_get_schools (session), 0);

  *urn = kith_roll_item_get_urn (item);
  kith_session_set_selected (session, *urn);
  trial_settle ();
  return kith_roll_item_get_row (item);
}

static const KithRollRow *
find_again (KithWindow *window, gint64 urn)
{
  return kith_roll_find (kith_session_get_roll (kith_window_get_session (window)), urn);
}

static void
test_set_aside (void)
{
  g_autoptr (GFile) file = trial_make_register ("aside.kith");
  KithWindow *window = trial_open_window (file);
  KithSchoolPane *pane = trial_find (window, KITH_TYPE_SCHOOL_PANE, NULL);
  gint64 urn;
  const KithRollRow *row = get_first (window, &urn);
  guint n = row->n_findings;
  g_autofree char *sentence = g_strdup (row->findings[0].sentence);
  KithEditDialog *dialog;

  trial_press (pane, "Set aside…");
  dialog = trial_find_dialog ();
  g_assert_nonnull (dialog);
  g_assert_true (trial_is_shown (dialog, sentence));

  /* without a reason: said below the field, and the form stays */
  trial_press (dialog, "_Set aside");
  g_assert_true (trial_find_dialog () == dialog);
  g_assert_true (trial_is_shown (dialog, "Give the reason why nobody acts on this now."));
  trial_type (dialog, "Comes back on this day, or on other evidence", "31/02/2027");
  g_assert_true (
      trial_is_shown (dialog, "This is not a date. Write it as yyyy-mm-dd or dd/mm/yyyy."));
  trial_type (dialog, "Comes back on this day, or on other evidence", "31/12/2099");
  trial_type (dialog, "Reason why nobody acts on it now", "The head is ill");
  g_assert_false (trial_is_shown (dialog, "Give the reason why nobody acts on this now."));
  trial_save (window, "_Set aside");

  row = find_again (window, urn);
  g_assert_cmpuint (row->n_set_aside, ==, 1);
  g_assert_cmpuint (row->n_findings, ==, n - 1);
  g_assert_cmpstr (row->set_aside[0].aside->reason, ==, "The head is ill");
  g_assert_false (trial_is_shown (pane, sentence));

  trial_press (pane, "Return");
  trial_wait_for_roll (kith_window_get_session (window));
  trial_settle ();
  g_assert_cmpuint (find_again (window, urn)->n_findings, ==, n);

  gtk_widget_activate_action (GTK_WIDGET (window), "win.undo", NULL);
  trial_settle ();
  trial_wait_for_roll (kith_window_get_session (window));
  g_assert_cmpuint (find_again (window, urn)->n_set_aside, ==, 1);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.undo", NULL);
  trial_settle ();
  trial_wait_for_roll (kith_window_get_session (window));
  g_assert_cmpuint (find_again (window, urn)->n_set_aside, ==, 0);
  trial_close_window (window);
}

static gboolean
is_writable (gpointer session)
{
  return kith_session_get_access (session) == KITH_ACCESS_WRITE;
}

/* Somebody else has the register: the form stays as it was filled in, and says so */
static void
test_not_saved (void)
{
  g_autoptr (GFile) file = trial_make_register ("not-saved.kith");
  g_autofree char *lock = g_strconcat (g_file_peek_path (file), ".lock", NULL);
  KithWindow *window = trial_open_window (file);
  KithSchoolPane *pane = trial_find (window, KITH_TYPE_SCHOOL_PANE, NULL);
  g_autoptr (GError) error = NULL;
  gint64 urn;
  KithEditDialog *dialog;

  get_first (window, &urn);
  trial_press (pane, "Set aside…");
  dialog = trial_find_dialog ();
  trial_type (dialog, "Reason why nobody acts on it now", "The head is ill");
  g_file_set_contents (lock, "somebody else\n", -1, &error);
  g_assert_no_error (error);
  trial_press (dialog, "_Set aside");
  trial_settle ();
  g_assert_true (trial_find_dialog () == dialog);
  g_assert_true (
      gtk_widget_is_sensitive (trial_find_row (dialog, "Reason why nobody acts on it now")));
  g_assert_cmpstr (kith_edit_dialog_get_text (dialog, "reason"), ==, "The head is ill");
  g_assert_cmpuint (find_again (window, urn)->n_set_aside, ==, 0);

  /* they go: the form waits for the register, and then it is saved */
  trial_press (dialog, "_Set aside");
  g_assert_true (trial_find_dialog () == dialog);
  g_assert_cmpint (g_unlink (lock), ==, 0);
  trial_wait (is_writable, kith_window_get_session (window));
  trial_save (window, "_Set aside");
  g_assert_cmpuint (find_again (window, urn)->n_set_aside, ==, 1);
  trial_close_window (window);
}

/* What was typed goes only when the officer says so */
static void
test_throw_away (void)
{
  g_autoptr (GFile) file = trial_make_register ("thrown.kith");
  KithWindow *window = trial_open_window (file);
  KithSchoolPane *pane = trial_find (window, KITH_TYPE_SCHOOL_PANE, NULL);
  KithEditDialog *dialog;
  gint64 urn;

  get_first (window, &urn);
  trial_press (pane, "Set aside…");
  gtk_window_close (GTK_WINDOW (trial_find_dialog ()));
  trial_settle ();
  g_assert_null (trial_find_dialog ()); /* nothing was typed */

  trial_press (pane, "Set aside…");
  dialog = trial_find_dialog ();
  trial_type (dialog, "Reason why nobody acts on it now", "The head is ill");
  gtk_window_close (GTK_WINDOW (dialog));
  trial_settle ();
  trial_answer ("keep");
  g_assert_true (trial_find_dialog () == dialog);
  g_assert_cmpstr (kith_edit_dialog_get_text (dialog, "reason"), ==, "The head is ill");
  gtk_window_close (GTK_WINDOW (dialog));
  trial_settle ();
  trial_answer ("discard");
  g_assert_null (trial_find_dialog ());
  trial_close_window (window);
}

typedef struct
{
  KithWindow *window;
  guint n;
} Rows;

static gboolean
has_rows (gpointer data)
{
  const Rows *rows = data;
  GtkColumnView *view = trial_find (rows->window, GTK_TYPE_COLUMN_VIEW, NULL);

  return g_list_model_get_n_items (G_LIST_MODEL (gtk_column_view_get_model (view))) == rows->n;
}

/* A list is filtered while nothing else is to be done. */
static void
await_rows (KithWindow *window, guint n)
{
  trial_wait (has_rows, &(Rows){ window, n });
}

static gboolean
is_focus_in_roll (gpointer window)
{
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (window));
  GtkWidget *page = trial_find (window, KITH_TYPE_ROLL_PAGE, NULL);

  return focus != NULL && gtk_widget_is_ancestor (focus, page);
}

static void
test_tick (void)
{
  g_autoptr (GFile) file = trial_make_register ("tick.kith");
  KithWindow *window = trial_open_window (file);
  KithSession *session = kith_window_get_session (window);
  KithRollPage *page = trial_find (window, KITH_TYPE_ROLL_PAGE, NULL);
  KithSchoolPane *pane = trial_find (window, KITH_TYPE_SCHOOL_PANE, NULL);
  GtkWidget *tick =
      GTK_WIDGET (gtk_widget_get_template_child (GTK_WIDGET (pane), KITH_TYPE_SCHOOL_PANE, "tick"));
  GtkWidget *popover = GTK_WIDGET (
      gtk_widget_get_template_child (GTK_WIDGET (page), KITH_TYPE_ROLL_PAGE, "filter_popover"));
  GtkCheckButton *to_do = NULL;
  guint n_waiting = 0, n_rows;
  const KithRollRow *rows = kith_roll_get_rows (kith_session_get_roll (session), &n_rows);
  gint64 urn;

  for (guint r = 0; r < n_rows; r++)
    n_waiting += kith_worklist_is_waiting (&rows[r]);
  get_first (window, &urn);
  g_assert_cmpstr (gtk_check_button_get_label (GTK_CHECK_BUTTON (tick)), ==,
                   "Tick off the worklist");

  /* from the keyboard, with the focus in the list */
  gtk_widget_grab_focus (trial_find (window, GTK_TYPE_COLUMN_VIEW, NULL));
  gtk_widget_activate_action (gtk_root_get_focus (GTK_ROOT (window)), "roll.tick", NULL);
  trial_settle ();
  trial_wait_for_roll (session);
  trial_settle ();
  g_assert_nonnull (find_again (window, urn)->tick);
  g_assert_true (gtk_check_button_get_active (GTK_CHECK_BUTTON (tick)));
  g_assert_true (g_str_has_prefix (gtk_check_button_get_label (GTK_CHECK_BUTTON (tick)),
                                   "Ticked off the worklist by "));
  /* who walked the list walks on */
  trial_wait (is_focus_in_roll, window);

  to_do = trial_find (popover, GTK_TYPE_CHECK_BUTTON, NULL);
  gtk_check_button_set_active (to_do, TRUE);
  await_rows (window, n_waiting - 1);
  gtk_check_button_set_active (to_do, FALSE);
  await_rows (window, TRIAL_SCHOOLS);

  gtk_check_button_set_active (GTK_CHECK_BUTTON (tick), FALSE);
  trial_settle ();
  trial_wait_for_roll (session);
  trial_settle ();
  g_assert_null (find_again (window, urn)->tick);
  trial_close_window (window);
}

/* Recorded from the pane, with what was agreed; the finding goes, and undo brings it back */
static void
test_contact (void)
{
  g_autoptr (GFile) file = trial_make_register ("contact.kith");
  KithWindow *window = trial_open_window (file);
  KithSession *session = kith_window_get_session (window);
  guint n_rows;
  const KithRollRow *rows = kith_roll_get_rows (kith_session_get_roll (session), &n_rows);
  KithEditDialog *dialog;
  const KithContact *contact;
  const KithContactParty *party;
  const KithAction *action;
  gint64 urn = 0;

  /* one that is off the radar */
  for (guint r = 0; r < n_rows && urn == 0; r++)
    for (guint f = 0; f < rows[r].n_findings; f++)
      if (rows[r].findings[f].code == KITH_FINDING_OFF_THE_RADAR)
        urn = rows[r].findings[f].urn;
  g_assert_cmpint (urn, !=, 0);
  kith_session_set_selected (session, urn);
  trial_settle ();

  trial_press (trial_find (window, KITH_TYPE_SCHOOL_PANE, NULL), "Record contact…");
  dialog = trial_find_dialog ();
  trial_type (dialog, "What happened", "Walked the school");
  trial_type (dialog, "Day", "1/1/2099");
  g_assert_true (
      trial_is_shown (dialog, "This day is still to come. Give the day on which it happened."));
  {
    g_autofree char *today = kith_date_dup_text (kith_date_today (), KITH_DATE_ISO);

    trial_type (dialog, "Day", today);
  }
  trial_type (dialog, "Who else took part", "No Such Body");
  trial_press (dialog, "_Record contact");
  g_assert_true (trial_find_dialog () == dialog); /* nobody is called that */
  trial_type (dialog, "Who else took part", "");
  trial_type (dialog, "What is to be done", "Ring the head");
  trial_type (dialog, "By whom", "Ada Marsh");
  trial_type (dialog, "By when", "31/12/2099");
  trial_save (window, "_Record contact");

  contact = trial_get_last (window, KITH_TABLE_CONTACT);
  g_assert_cmpstr (contact->summary, ==, "Walked the school");
  g_assert_cmpstr (contact->kind, ==, "visit");
  g_assert_cmpuint (contact->date, ==, kith_date_today ());
  party = trial_get_last (window, KITH_TABLE_CONTACT_PARTY);
  g_assert_cmpint (party->contact_id, ==, contact->id);
  g_assert_cmpint (party->urn, ==, urn);
  g_assert_cmpstr (party->part, ==, "host");
  action = trial_get_last (window, KITH_TABLE_ACTION);
  g_assert_cmpint (action->contact_id, ==, contact->id);
  g_assert_cmpstr (action->owner, ==, "Ada Marsh");
  g_assert_null (kith_worklist_find_finding (kith_session_get_roll (session), urn, KITH_INT_NONE,
                                             KITH_FINDING_OFF_THE_RADAR));

  gtk_widget_activate_action (GTK_WIDGET (window), "win.undo", NULL);
  trial_settle ();
  trial_wait_for_roll (session);
  g_assert_nonnull (kith_worklist_find_finding (kith_session_get_roll (session), urn, KITH_INT_NONE,
                                                KITH_FINDING_OFF_THE_RADAR));
  trial_close_window (window);
}

/* What the school was follows the kind, and the others are the other side */
static void
test_contact_sides (void)
{
  g_autoptr (GFile) file = trial_make_register ("sides.kith");
  KithWindow *window = trial_open_window (file);
  KithEditDialog *dialog;
  const KithContactParty *party;
  g_autoptr (KithRollItem) second = NULL;
  g_autofree char *other = NULL;
  gint64 urn, other_urn;

  get_first (window, &urn);
  second = g_list_model_get_item (kith_session_get_schools (kith_window_get_session (window)), 1);
  other_urn = kith_roll_item_get_urn (second);
  other = g_strdup_printf ("%" G_GINT64_FORMAT, other_urn);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.record-contact", NULL);
  trial_settle ();
  dialog = trial_find_dialog ();
  trial_choose (dialog, "Kind", 1);
  g_assert_cmpuint (kith_edit_dialog_get_choice (dialog, "part"), ==, 3); /* present */
  trial_choose (dialog, "Kind", 0);
  g_assert_cmpuint (kith_edit_dialog_get_choice (dialog, "part"), ==, 0); /* host */
  trial_type (dialog, "Who else took part", other);
  trial_save (window, "_Record contact");
  party = trial_get_last (window, KITH_TABLE_CONTACT_PARTY);
  g_assert_cmpint (party->urn, ==, other_urn);
  g_assert_cmpstr (party->part, ==, "visitor");
  g_assert_cmpstr (party[-1].part, ==, "host");
  trial_close_window (window);
}

static void
test_ask (void)
{
  g_autoptr (GFile) file = trial_make_register ("ask.kith");
  KithWindow *window = trial_open_window (file);
  const KithEnquiry *enquiry;
  gint64 urn;

  get_first (window, &urn);
  trial_press (trial_find (window, KITH_TYPE_SCHOOL_PANE, NULL), "Ask…");
  trial_choose (trial_find_dialog (), "It answered", 1);
  trial_save (window, "_Record");
  enquiry = trial_get_last (window, KITH_TABLE_ENQUIRY);
  g_assert_cmpint (enquiry->urn, ==, urn);
  g_assert_null (enquiry->kind);
  g_assert_cmpstr (enquiry->answer, ==, "none");
  g_assert_cmpuint (enquiry->asked, ==, kith_date_today ());
  trial_close_window (window);
}

static void
test_join (void)
{
  g_autoptr (GFile) file = trial_make_register ("join.kith");
  KithWindow *window = trial_open_window (file);
  KithSession *session = kith_window_get_session (window);
  gsize n;
  const KithArrangement *rows =
      kith_ledger_get_rows (kith_session_get_ledger (session), KITH_TABLE_ARRANGEMENT, &n);
  g_autofree char *hub = NULL;
  KithEditDialog *dialog;
  const KithMembership *member;
  gint64 urn, hub_id = 0;

  for (gsize i = 0; i < n && hub == NULL; i++)
    if (g_strcmp0 (rows[i].kind, "hub") == 0 && rows[i].code != NULL)
      {
        hub = g_strdup (rows[i].code);
        hub_id = rows[i].id;
      }
  get_first (window, &urn);
  trial_press (trial_find (window, KITH_TYPE_SCHOOL_PANE, NULL), "Add to partnership…");
  dialog = trial_find_dialog ();
  trial_type (dialog, "Partnership", "no such hub");
  g_assert_true (trial_is_shown (
      dialog, "No arrangement has this id or name. Make it first, or correct the name."));
  trial_type (dialog, "Partnership", hub);
  trial_choose (dialog, "Role", 4);
  trial_save (window, "_Add");
  member = trial_get_last (window, KITH_TABLE_MEMBERSHIP);
  g_assert_cmpint (member->arrangement_id, ==, hub_id);
  g_assert_cmpint (member->urn, ==, urn);
  g_assert_cmpstr (member->role, ==, "supported");

  /* twice is told where the partnership is named */
  trial_press (trial_find (window, KITH_TYPE_SCHOOL_PANE, NULL), "Add to partnership…");
  dialog = trial_find_dialog ();
  trial_type (dialog, "Partnership", hub);
  g_assert_nonnull (kith_edit_dialog_get_fault (dialog, "arrangement"));
  g_assert_nonnull (
      strstr (kith_edit_dialog_get_fault (dialog, "arrangement"), "is a member already"));
  gtk_window_close (GTK_WINDOW (dialog));
  trial_settle ();
  trial_answer ("discard");
  trial_close_window (window);
}

/* A hub is made with two schools; one leaves, another leads, and the hub ends */
static void
test_partnership (void)
{
  g_autoptr (GFile) file = trial_make_register ("partnership.kith");
  KithWindow *window = trial_open_window (file);
  KithSession *session = kith_window_get_session (window);
  g_autoptr (KithRollItem) one = g_list_model_get_item (kith_session_get_schools (session), 0);
  g_autoptr (KithRollItem) other = g_list_model_get_item (kith_session_get_schools (session), 1);
  gint64 urns[] = { kith_roll_item_get_urn (one), kith_roll_item_get_urn (other) };
  g_autofree char *pasted =
      g_strdup_printf ("%" G_GINT64_FORMAT "; %" G_GINT64_FORMAT, urns[0], urns[1]);
  g_autofree char *lead = g_strdup_printf ("%" G_GINT64_FORMAT, urns[1]);
  KithEditDialog *dialog;
  const KithArrangement *made;
  const KithMembership *member;
  gint64 id;

  kith_window_show_page (window, "partnerships");
  trial_settle ();
  trial_press (window, "_New…");
  dialog = trial_find_dialog ();
  trial_press (dialog, "_Make");
  g_assert_true (trial_is_shown (dialog, "Give its name."));
  trial_type (dialog, "Name", "Early reading hub");
  trial_type (dialog, "Schools: URNs or names, ; between", "no such school");
  trial_type (dialog, "Room for how many", "ten");
  g_assert_true (trial_is_shown (dialog, "This is not a whole number."));
  trial_type (dialog, "Room for how many", "12");
  g_assert_nonnull (kith_edit_dialog_get_fault (dialog, "member"));
  trial_type (dialog, "Schools: URNs or names, ; between", pasted);
  trial_type (dialog, "Memorandum", "31/08/2027");
  trial_save (window, "_Make");
  made = trial_get_last (window, KITH_TABLE_ARRANGEMENT);
  id = made->id;
  g_assert_cmpstr (made->name, ==, "Early reading hub");
  g_assert_cmpstr (made->kind, ==, "hub");
  g_assert_cmpstr (made->memorandum, ==, "2027-08-31");
  g_assert_cmpint (made->capacity, ==, 12);
  member = trial_get_last (window, KITH_TABLE_MEMBERSHIP);
  g_assert_cmpint (member->arrangement_id, ==, id);
  g_assert_cmpint (member->urn, ==, urns[1]);

  /* what is not touched stays as it is */
  kith_partnership_dialog_begin (GTK_WIDGET (window), session, id);
  trial_settle ();
  trial_type (trial_find_dialog (), "Focus", "Phonics");
  trial_save (window, "_Change");
  made = trial_get_last (window, KITH_TABLE_ARRANGEMENT);
  g_assert_cmpstr (made->focus, ==, "Phonics");
  g_assert_cmpstr (made->memorandum, ==, "2027-08-31");
  g_assert_cmpint (made->capacity, ==, 12);

  kith_leave_dialog_begin (GTK_WIDGET (window), session, id, urns[0]);
  trial_settle ();
  trial_save (window, "_End membership");
  member = trial_get_last (window, KITH_TABLE_MEMBERSHIP);
  g_assert_cmpuint (member[-1].left_date, ==, kith_date_today ());

  kith_hand_over_dialog_begin (GTK_WIDGET (window), session, id);
  trial_settle ();
  trial_type (trial_find_dialog (), "Led from then on by", lead);
  trial_save (window, "_Hand over");
  made = trial_get_last (window, KITH_TABLE_ARRANGEMENT);
  g_assert_cmpint (made->lead_urn, ==, urns[1]);
  member = trial_get_last (window, KITH_TABLE_MEMBERSHIP);
  g_assert_cmpstr (member->role, ==, "lead");

  kith_members_dialog_begin (GTK_WIDGET (window), session, id);
  trial_settle ();
  trial_type (trial_find_dialog (), "Schools and organisations", lead);
  g_assert_nonnull (
      strstr (kith_edit_dialog_get_fault (trial_find_dialog (), "member"), "is a member already"));
  gtk_window_close (GTK_WINDOW (trial_find_dialog ()));
  trial_settle ();
  trial_answer ("discard");

  kith_end_dialog_begin (GTK_WIDGET (window), session, id);
  trial_settle ();
  trial_save (window, "_End");
  made = trial_get_last (window, KITH_TABLE_ARRANGEMENT);
  g_assert_cmpuint (made->ends, ==, kith_date_today ());

  kith_partnership_remove (GTK_WIDGET (window), session, id);
  trial_settle ();
  /* two spells of each of the two schools: member and left, member and lead */
  g_assert_true (trial_is_shown (trial_find_dialog (), "With it go 3 memberships."));
  trial_save (window, "_Take out");
  trial_wait_for_roll (session);
  g_assert_null (kith_ledger_find (kith_session_get_ledger (session), KITH_TABLE_ARRANGEMENT, id));
  trial_close_window (window);
}

static gboolean
is_first_my_action (gpointer page)
{
  GtkColumnView *view =
      GTK_COLUMN_VIEW (gtk_widget_get_template_child (page, KITH_TYPE_DIARY_PAGE, "actions"));
  GListModel *rows = G_LIST_MODEL (gtk_column_view_get_model (view));
  g_autoptr (KithDiaryItem) first = g_list_model_get_item (rows, 0);

  return first != NULL && strcmp (kith_diary_item_get (first)->action->what, "Ring the head") == 0;
}

static gboolean
is_not_my_action (gpointer page)
{
  return !is_first_my_action (page);
}

/* An action that is overdue longest stands first; done, it leaves the list and stays on record */
static void
test_diary (void)
{
  g_autoptr (GFile) file = trial_make_register ("diary.kith");
  KithWindow *window = trial_open_window (file);
  KithSession *session = kith_window_get_session (window);
  GtkWidget *page = trial_find (window, KITH_TYPE_DIARY_PAGE, NULL);
  GtkColumnView *view =
      GTK_COLUMN_VIEW (gtk_widget_get_template_child (page, KITH_TYPE_DIARY_PAGE, "actions"));
  KithActionForm form = { .id = KITH_INT_NONE,
                          .contact_id = KITH_INT_NONE,
                          .what = "Ring the head",
                          .due = "2001-01-01",
                          .today = kith_date_today () };
  g_autoptr (KithEdit) edit = kith_edit_action (kith_session_get_ledger (session), &form);
  KithEntry entry = { .what = edit->what };
  guint n_waiting = kith_page_count_waiting (KITH_PAGE (page));
  const KithAction *action;

  kith_session_apply (session, edit->changes, &entry, NULL, NULL);
  kith_window_show_page (window, "diary");
  trial_wait (is_first_my_action, page);
  trial_wait_for_roll (session);
  g_assert_cmpuint (kith_page_count_waiting (KITH_PAGE (page)), ==, n_waiting + 1);

  g_assert_false (gtk_widget_is_sensitive (trial_find (page, GTK_TYPE_BUTTON, "_Done…")));
  gtk_selection_model_select_item (gtk_column_view_get_model (view), 0, TRUE);
  trial_settle ();
  trial_press (page, "_Done…");
  trial_type (trial_find_dialog (), "What came of it", "She was glad");
  trial_save (window, "_Done");
  action = trial_get_last (window, KITH_TABLE_ACTION);
  g_assert_cmpuint (action->done, ==, kith_date_today ());
  g_assert_cmpstr (action->outcome, ==, "She was glad");
  trial_wait (is_not_my_action, page);
  g_assert_cmpuint (kith_page_count_waiting (KITH_PAGE (page)), ==, n_waiting);
  trial_close_window (window);
}

static void
test_names (void)
{
  g_autoptr (GFile) file = trial_make_register ("names.kith");
  KithWindow *window = trial_open_window (file);
  KithSchoolPane *pane = trial_find (window, KITH_TYPE_SCHOOL_PANE, NULL);
  gint64 urn;
  const KithRollRow *row = get_first (window, &urn);
  g_autofree char *name = g_strdup_printf ("Set aside…: %s", row->findings[0].chip);

  gtk_test_accessible_assert_property (
      GTK_ACCESSIBLE (trial_find (pane, GTK_TYPE_BUTTON, "Set aside…")),
      GTK_ACCESSIBLE_PROPERTY_LABEL, name);
  trial_press (pane, "Set aside…");
  gtk_test_accessible_assert_property (
      GTK_ACCESSIBLE (trial_find_row (trial_find_dialog (), "Reason why nobody acts on it now")),
      GTK_ACCESSIBLE_PROPERTY_LABEL, "Reason why nobody acts on it now");
  trial_press (trial_find_dialog (), "_Set aside");
  gtk_test_accessible_assert_state (
      GTK_ACCESSIBLE (trial_find_row (trial_find_dialog (), "Reason why nobody acts on it now")),
      GTK_ACCESSIBLE_STATE_INVALID, GTK_ACCESSIBLE_INVALID_TRUE);
  gtk_window_close (GTK_WINDOW (trial_find_dialog ()));
  trial_settle ();
  trial_close_window (window);
}

static guint
count_members (KithSession *session, const char *name)
{
  KithLedger *ledger = kith_session_get_ledger (session);
  gsize n;
  const KithMembership *rows = kith_ledger_get_rows (ledger, KITH_TABLE_MEMBERSHIP, &n);
  guint n_members = 0;

  for (gsize i = 0; i < n; i++)
    {
      const KithArrangement *arrangement =
          kith_ledger_find (ledger, KITH_TABLE_ARRANGEMENT, rows[i].arrangement_id);

      n_members += g_strcmp0 (arrangement->name, name) == 0;
    }
  return n_members;
}

static gint64
get_urn (KithSession *session, guint position)
{
  g_autoptr (KithRollItem) item =
      g_list_model_get_item (kith_session_get_schools (session), position);

  return kith_roll_item_get_urn (item);
}

/* A partnership is made of three; two are added to it, of whom one is a member already and has to
 * be taken out of the form. */
static void
test_chosen (void)
{
  g_autoptr (GFile) file = trial_make_register ("made.kith");
  KithWindow *window = trial_open_window (file);
  KithSession *session = kith_window_get_session (window);
  KithChosen *chosen = kith_session_get_chosen (session);
  const gint64 three[] = { get_urn (session, 0), get_urn (session, 1), get_urn (session, 2) };
  const gint64 two[] = { three[0], get_urn (session, 3) };
  g_autofree char *fourth = g_strdup_printf ("%" G_GINT64_FORMAT, two[1]);

  kith_chosen_set (chosen, three, 3);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.new-from-selection", NULL);
  trial_type (trial_find_dialog (), "Name", "Three by hand");
  trial_save (window, "_Make");
  g_assert_cmpuint (count_members (session, "Three by hand"), ==, 3);

  kith_chosen_set (chosen, two, 2);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.add-selection", NULL);
  trial_type (trial_find_dialog (), "Partnership", "Three by hand");
  trial_press (trial_find_dialog (), "_Add");
  g_assert_true (g_str_has_suffix (kith_edit_dialog_get_fault (trial_find_dialog (), "member"),
                                   "is a member already."));
  trial_type (trial_find_dialog (), "Schools: URNs or names, ; between", fourth);
  trial_save (window, "_Add");
  g_assert_cmpuint (count_members (session, "Three by hand"), ==, 4);
  /* many more than a form can hold */
  for (gint64 urn = 200000; urn < 200500; urn++)
    kith_chosen_toggle (chosen, urn);
  g_assert_false (
      gtk_widget_is_sensitive (trial_find (window, GTK_TYPE_BUTTON, "Add _to partnership…")));
  trial_close_window (window);
}

int
main (int argc, char **argv)
{
  int status;

  gtk_test_init (&argc, &argv, NULL);
  g_test_add_func ("/edit-window/a finding is set aside, returned, undone", test_set_aside);
  g_test_add_func ("/edit-window/what cannot be saved is kept and told", test_not_saved);
  g_test_add_func ("/edit-window/what was typed is thrown away only when asked", test_throw_away);
  g_test_add_func ("/edit-window/a school is ticked off, filtered out and put back", test_tick);
  g_test_add_func ("/edit-window/a contact clears a finding, and undo brings it back",
                   test_contact);
  g_test_add_func ("/edit-window/who came and who was at home", test_contact_sides);
  g_test_add_func ("/edit-window/a school is asked", test_ask);
  g_test_add_func ("/edit-window/a school joins a partnership, once", test_join);
  g_test_add_func ("/edit-window/a partnership from its making to its end", test_partnership);
  g_test_add_func ("/edit-window/the longest overdue stands first, and is done", test_diary);
  g_test_add_func ("/edit-window/fields and buttons have names, faults are told", test_names);
  g_test_add_func ("/edit-window/who is chosen becomes a partnership, or joins one", test_chosen);
  status = g_test_run ();
  trial_end ();
  return status;
}
