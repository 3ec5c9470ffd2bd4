/* test-records.c: what is recorded, changed and taken out in the window
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kith-diary-item.h"
#include "kith-diary-page.h"
#include "kith-edit-removal.h"
#include "kith-record-dialog.h"
#include "kith-school-pane.h"
#include "kith-story-rows.h"
#include "trial-dialog.h"

#include <string.h>

static gint64
select_first (KithWindow *window)
{
  KithSession *session = kith_window_get_session (window);
  g_autoptr (KithRollItem) item = g_list_model_get_item (kith_session_get_schools (session), 0);

  kith_session_set_selected (session, kith_roll_item_get_urn (item));
  trial_settle ();
  return kith_roll_item_get_urn (item);
}

static GtkSelectionModel *
get_list (KithWindow *window, const char *name)
{
  GtkWidget *page = trial_find (window, KITH_TYPE_DIARY_PAGE, NULL);

  return gtk_column_view_get_model (
      GTK_COLUMN_VIEW (gtk_widget_get_template_child (page, KITH_TYPE_DIARY_PAGE, name)));
}

typedef struct
{
  GtkSelectionModel *list;
  gint64 contact_id;
} Sought;

static gboolean
is_listed (gpointer data)
{
  const Sought *sought = data;
  guint n = g_list_model_get_n_items (G_LIST_MODEL (sought->list));

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (KithDiaryItem) item = g_list_model_get_item (G_LIST_MODEL (sought->list), i);

      if (kith_diary_item_get (item)->contact->id == sought->contact_id)
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_not_listed (gpointer data)
{
  return !is_listed (data);
}

static gboolean
is_alone (gpointer list)
{
  return g_list_model_get_n_items (list) == 1;
}

static void
choose_first (KithWindow *window, GtkSelectionModel *list)
{
  gtk_selection_model_unselect_all (list);
  gtk_selection_model_select_item (list, 0, TRUE);
  trial_settle ();
}

/* From the diary: opened, changed, taken out, brought back */
static void
test_contact (void)
{
  g_autoptr (GFile) file = trial_make_register ("contact.kith");
  KithWindow *window = trial_open_window (file);
  KithSession *session = kith_window_get_session (window);
  GtkWidget *page = trial_find (window, KITH_TYPE_DIARY_PAGE, NULL);
  GObject *parts = gtk_widget_get_template_child (page, KITH_TYPE_DIARY_PAGE, "parts");
  Sought sought = { get_list (window, "contacts"), KITH_INT_NONE };
  KithEditDialog *dialog;
  const KithContact *contact;
  gsize n_parties, n;

  kith_window_show_page (window, "diary");
  gtk_stack_set_visible_child_name (GTK_STACK (parts), "contacts");
  trial_settle ();
  choose_first (window, sought.list);
  {
    g_autoptr (KithDiaryItem) item = g_list_model_get_item (G_LIST_MODEL (sought.list), 0);

    sought.contact_id = kith_diary_item_get (item)->contact->id;
  }
  kith_ledger_get_rows (kith_session_get_ledger (session), KITH_TABLE_CONTACT_PARTY, &n_parties);

  trial_press (page, "_Change…");
  dialog = trial_find_dialog ();
  trial_type (dialog, "Day", "1/1/2099");
  g_assert_nonnull (kith_edit_dialog_get_fault (dialog, "date"));
  trial_type (dialog, "Day", "2026-08-20");
  trial_type (dialog, "What came of it", "They will join");
  trial_save (window, "_Change");
  contact =
      kith_ledger_find (kith_session_get_ledger (session), KITH_TABLE_CONTACT, sought.contact_id);
  g_assert_cmpstr (contact->outcome, ==, "They will join");
  g_assert_cmpuint (contact->date, ==, kith_date_new (2026, 8, 20));
  kith_ledger_get_rows (kith_session_get_ledger (session), KITH_TABLE_CONTACT_PARTY, &n);
  g_assert_cmpuint (n, ==, n_parties);

  /* one more who was there */
  kith_contact_change_begin (GTK_WIDGET (window), session, sought.contact_id);
  trial_settle ();
  dialog = trial_find_dialog ();
  trial_press (dialog, "_One more");
  {
    GtkWidget *row = gtk_window_get_focus (GTK_WINDOW (dialog));

    gtk_editable_set_text (GTK_EDITABLE (gtk_widget_get_ancestor (row, ADW_TYPE_ENTRY_ROW)),
                           "No Such Body");
    trial_settle ();
    trial_press (dialog, "_Change");
    g_assert_true (trial_find_dialog () == dialog); /* nobody is called that */
    gtk_editable_set_text (GTK_EDITABLE (gtk_widget_get_ancestor (row, ADW_TYPE_ENTRY_ROW)),
                           "999999");
    trial_settle ();
  }
  trial_save (window, "_Change");
  kith_ledger_get_rows (kith_session_get_ledger (session), KITH_TABLE_CONTACT_PARTY, &n);
  g_assert_cmpuint (n, ==, n_parties + 1);

  trial_wait (is_listed, &sought);
  gtk_editable_set_text (GTK_EDITABLE (trial_find (page, GTK_TYPE_SEARCH_ENTRY, NULL)),
                         "they will join");
  trial_wait (is_alone, sought.list);
  choose_first (window, sought.list);
  gtk_widget_activate_action (page, "diary.remove", NULL);
  trial_wait (is_not_listed, &sought);
  gtk_editable_set_text (GTK_EDITABLE (trial_find (page, GTK_TYPE_SEARCH_ENTRY, NULL)), "");
  gtk_widget_activate_action (GTK_WIDGET (window), "win.undo", NULL);
  trial_wait (is_listed, &sought);
  trial_wait_for_roll (session);
  trial_settle ();
  kith_ledger_get_rows (kith_session_get_ledger (session), KITH_TABLE_CONTACT_PARTY, &n);
  g_assert_cmpuint (n, ==, n_parties + 1);
  trial_close_window (window);
}

/* Somebody takes out what is being changed: told, and what was typed stays */
static void
test_gone (void)
{
  g_autoptr (GFile) file = trial_make_register ("gone.kith");
  KithWindow *window = trial_open_window (file);
  KithSession *session = kith_window_get_session (window);
  const KithAction *action = trial_get_last (window, KITH_TABLE_ACTION);
  gint64 id = action->id;
  KithEditDialog *dialog;
  g_autoptr (KithEdit) removal = NULL;
  KithEntry entry = { .what = "Taken out" };

  kith_record_dialog_begin (GTK_WIDGET (window), session, KITH_TABLE_ACTION, id);
  trial_settle ();
  dialog = trial_find_dialog ();
  trial_type (dialog, "By whom", "Cleo Weirwood");
  removal = kith_edit_remove_record (kith_session_get_ledger (session), KITH_TABLE_ACTION, id);
  kith_session_apply (session, removal->changes, &entry, NULL, NULL);
  trial_wait_for_roll (session);
  trial_settle ();
  trial_press (dialog, "_Change");
  g_assert_true (trial_find_dialog () == dialog);
  g_assert_true (trial_is_shown (dialog,
                                 "This action is no longer recorded: somebody has taken it out. "
                                 "What you typed stays here until you close the form."));
  g_assert_cmpstr (kith_edit_dialog_get_text (dialog, "owner"), ==, "Cleo Weirwood");
  /* it comes back, and then it can be changed after all */
  kith_session_undo (session, kith_session_get_undoable (session));
  trial_wait_for_roll (session);
  trial_settle ();
  trial_save (window, "_Change");
  action = kith_ledger_find (kith_session_get_ledger (session), KITH_TABLE_ACTION, id);
  g_assert_cmpstr (action->owner, ==, "Cleo Weirwood");

  kith_record_dialog_begin (GTK_WIDGET (window), session, KITH_TABLE_ACTION, id);
  trial_settle ();
  trial_save (window, "_Take out this action");
  g_assert_null (kith_ledger_find (kith_session_get_ledger (session), KITH_TABLE_ACTION, id));
  trial_close_window (window);
}

static AdwExpanderRow *
get_expander (KithWindow *window, const char *name)
{
  GtkWidget *rows = trial_find (window, KITH_TYPE_STORY_ROWS, NULL);

  return ADW_EXPANDER_ROW (gtk_widget_get_template_child (rows, KITH_TYPE_STORY_ROWS, name));
}

/* A need is recorded from the pane, changed from its row, and met */
static void
test_need (void)
{
  g_autoptr (GFile) file = trial_make_register ("need.kith");
  KithWindow *window = trial_open_window (file);
  gint64 urn = select_first (window);
  KithEditDialog *dialog;
  const KithNeed *need;
  const KithExpertise *strength;
  gpointer row;

  trial_press (get_expander (window, "needs"), "Add…");
  dialog = trial_find_dialog ();
  trial_press (dialog, "_Record");
  g_assert_true (trial_is_shown (dialog, "Name the area, such as early reading."));
  trial_type (dialog, "Area, such as early reading", "Falconry");
  trial_choose (dialog, "Level, 5 the greatest", 3);
  trial_type (dialog, "How that is known", "The head says so");
  trial_save (window, "_Record");
  need = trial_get_last (window, KITH_TABLE_NEED);
  g_assert_cmpint (need->urn, ==, urn);
  g_assert_cmpstr (need->level, ==, "3");
  g_assert_cmpuint (need->date, ==, kith_date_today ());

  adw_expander_row_set_expanded (get_expander (window, "needs"), TRUE);
  trial_settle ();
  row = trial_find_row (get_expander (window, "needs"), "Falconry");
  g_assert_nonnull (row);
  g_signal_emit_by_name (row, "activated");
  trial_settle ();
  trial_choose (trial_find_dialog (), "Level, 5 the greatest", 6);
  trial_save (window, "_Change");
  need = trial_get_last (window, KITH_TABLE_NEED);
  g_assert_cmpstr (need->level, ==, "met");
  g_assert_cmpstr (need->evidence, ==, "The head says so");

  trial_press (get_expander (window, "needs"), "Add…");
  trial_choose (trial_find_dialog (), "The school", 1);
  trial_type (trial_find_dialog (), "Area, such as early reading", "Oracy");
  trial_save (window, "_Record");
  strength = trial_get_last (window, KITH_TABLE_EXPERTISE);
  g_assert_cmpint (strength->urn, ==, urn);
  g_assert_cmpstr (strength->area, ==, "Oracy");
  trial_close_window (window);
}

static void
test_declared (void)
{
  g_autoptr (GFile) file = trial_make_register ("declared.kith");
  KithWindow *window = trial_open_window (file);
  KithSession *session = kith_window_get_session (window);
  g_autoptr (KithRollItem) second = g_list_model_get_item (kith_session_get_schools (session), 1);
  g_autofree char *other = g_strdup_printf ("%" G_GINT64_FORMAT, kith_roll_item_get_urn (second));
  gint64 urn = select_first (window);
  const KithRivalry *pair;
  const KithInterest *interest;
  const KithCatchment *catchment;
  gpointer row;
  gsize n;

  gtk_widget_activate_action (GTK_WIDGET (window), "win.add-rival", NULL);
  trial_settle ();
  trial_type (trial_find_dialog (), "The other school", "No Such School");
  g_assert_nonnull (kith_edit_dialog_get_fault (trial_find_dialog (), "other"));
  trial_type (trial_find_dialog (), "The other school", other);
  trial_save (window, "_Record");
  pair = trial_get_last (window, KITH_TABLE_RIVALRY);
  g_assert_cmpint (pair->urn, ==, MIN (urn, kith_roll_item_get_urn (second)));
  g_assert_cmpstr (pair->decision, ==, "rivals");

  gtk_widget_activate_action (GTK_WIDGET (window), "win.add-interest", NULL);
  trial_settle ();
  trial_type (trial_find_dialog (), "Whose", "Nobody At All");
  g_assert_nonnull (kith_edit_dialog_get_fault (trial_find_dialog (), "who"));
  trial_type (trial_find_dialog (), "Whose",
              ((const KithPerson *)trial_get_last (window, KITH_TABLE_PERSON))->name);
  trial_type (trial_find_dialog (), "What the interest is", "Governor of both");
  trial_save (window, "_Record");
  interest = trial_get_last (window, KITH_TABLE_INTEREST);
  g_assert_cmpint (interest->urn, ==, urn);
  g_assert_cmpuint (interest->declared, ==, kith_date_today ());

  gtk_widget_activate_action (GTK_WIDGET (window), "win.add-catchment", NULL);
  trial_settle ();
  trial_type (trial_find_dialog (), "Catchment", "Marsh side");
  trial_save (window, "_Record");
  catchment = trial_get_last (window, KITH_TABLE_CATCHMENT);
  g_assert_cmpint (catchment->urn, ==, urn);

  /* they stand in the pane, and go from there */
  adw_expander_row_set_expanded (get_expander (window, "declared"), TRUE);
  trial_settle ();
  trial_settle ();
  row = trial_find_row (get_expander (window, "declared"), kith_roll_item_get_name (second));
  g_assert_nonnull (row);
  g_assert_nonnull (trial_find_row (get_expander (window, "declared"), "Marsh side"));
  g_signal_emit_by_name (row, "activated");
  trial_settle ();
  trial_choose (trial_find_dialog (), "They are", 1);
  trial_save (window, "_Change");
  pair = trial_get_last (window, KITH_TABLE_RIVALRY);
  g_assert_cmpstr (pair->decision, ==, "struck-out");
  kith_record_dialog_begin (GTK_WIDGET (window), session, KITH_TABLE_CATCHMENT, 1);
  trial_settle ();
  trial_save (window, "_Take out of this catchment");
  kith_ledger_get_rows (kith_session_get_ledger (session), KITH_TABLE_CATCHMENT, &n);
  g_assert_cmpuint (n, ==, 0);
  trial_close_window (window);
}

/* An enquiry stands among the contacts, and its answer can be mended */
static void
test_enquiry (void)
{
  g_autoptr (GFile) file = trial_make_register ("enquiry.kith");
  KithWindow *window = trial_open_window (file);
  KithSession *session = kith_window_get_session (window);
  const KithEnquiry *enquiry = trial_get_last (window, KITH_TABLE_ENQUIRY);
  gint64 id = enquiry->id;

  kith_record_dialog_begin (GTK_WIDGET (window), session, KITH_TABLE_ENQUIRY, id);
  trial_settle ();
  trial_choose (trial_find_dialog (), "It answered", 2);
  trial_type (trial_find_dialog (), "Who asked", "Cleo Weirwood");
  trial_save (window, "_Change");
  enquiry = kith_ledger_find (kith_session_get_ledger (session), KITH_TABLE_ENQUIRY, id);
  g_assert_cmpstr (enquiry->answer, ==, "some");
  g_assert_cmpstr (enquiry->by, ==, "Cleo Weirwood");
  trial_close_window (window);
}

int
main (int argc, char **argv)
{
  int status;

  gtk_test_init (&argc, &argv, NULL);
  g_test_add_func ("/records/a contact is changed, taken out and brought back", test_contact);
  g_test_add_func ("/records/what somebody took out meanwhile is told, not lost", test_gone);
  g_test_add_func ("/records/a need, and what the school is strong at", test_need);
  g_test_add_func ("/records/rivals, an interest and a catchment", test_declared);
  g_test_add_func ("/records/an answer is mended", test_enquiry);
  status = g_test_run ();
  trial_end ();
  return status;
}
