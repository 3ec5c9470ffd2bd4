/* test-what-if-page.c: the page What if
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kith-cliff-view.h"
#include "kith-keystone-view.h"
#include "kith-cliff.h"
#include "kith-keystones.h"
#include "kith-scene-view.h"
#include "kith-suppose-dialog.h"
#include "kith-suppose-view.h"
#include "kith-supposed-list.h"
#include "kith-thing-search.h"
#include "kith-repair-view.h"
#include "kith-repair.h"
#include "kith-span.h"
#include "kith-what-if-page.h"
#include "trial-app.h"

static GtkStack *
get_stack (GtkWidget *widget, GType type, const char *name)
{
  return GTK_STACK (gtk_widget_get_template_child (widget, type, name));
}

static gboolean
is_shown (gpointer data)
{
  gpointer *what = data;

  return g_strcmp0 (gtk_stack_get_visible_child_name (what[0]), what[1]) == 0;
}

static void
wait_until_shown (GtkStack *stack, const char *name)
{
  gpointer what[] = { stack, (gpointer)name };

  trial_wait (is_shown, what);
}

static KithWindow *
open_page (const char *name, GtkWidget **page)
{
  g_autoptr (GFile) file = trial_make_register (name);
  KithWindow *window = trial_open_window (file);

  kith_window_show_page (window, "what-if");
  *page = trial_find (window, KITH_TYPE_WHAT_IF_PAGE, NULL);
  return window;
}

static void
test_keystones (void)
{
  GtkWidget *page;
  KithWindow *window = open_page ("what-if-keystones.kith", &page);
  GtkWidget *view = trial_find (page, KITH_TYPE_KEYSTONE_VIEW, NULL);
  KithRoll *roll = kith_session_get_roll (kith_window_get_session (window));
  g_autoptr (KithHolders) holders = kith_holders_new (kith_roll_get_network (roll));
  guint n;

  g_free (kith_keystones_list (holders, &n, NULL, NULL));
  g_assert_cmpuint (n, >, 0);
  gtk_stack_set_visible_child_name (get_stack (page, KITH_TYPE_WHAT_IF_PAGE, "views"), "keystones");
  wait_until_shown (get_stack (view, KITH_TYPE_KEYSTONE_VIEW, "stack"), "list");
  g_assert_cmpuint (trial_count (view, ADW_TYPE_ACTION_ROW), ==, MIN (n, 60));

  /* the first of them is tried */
  g_signal_emit_by_name (trial_find (view, GTK_TYPE_BUTTON, "_Without it…"), "clicked");
  view = trial_find (page, KITH_TYPE_SUPPOSE_VIEW, NULL);
  wait_until_shown (get_stack (view, KITH_TYPE_SUPPOSE_VIEW, "stack"), "answer");
  trial_close_window (window);
}

static GListModel *
get_schools (GtkWidget *page)
{
  GtkWidget *list = trial_find (page, KITH_TYPE_SUPPOSED_LIST, NULL);
  GtkColumnView *view = trial_find (list, GTK_TYPE_COLUMN_VIEW, NULL);

  return G_LIST_MODEL (gtk_column_view_get_model (view));
}

/* The first arrangement that holds schools together goes: typed, chosen, answered, taken back */
static void
test_suppose (void)
{
  GtkWidget *page;
  KithWindow *window = open_page ("what-if-suppose.kith", &page);
  KithSession *session = kith_window_get_session (window);
  GtkWidget *view = trial_find (page, KITH_TYPE_SUPPOSE_VIEW, NULL);
  GtkWidget *search = trial_find (view, KITH_TYPE_THING_SEARCH, NULL);
  GtkStack *stack = get_stack (view, KITH_TYPE_SUPPOSE_VIEW, "stack");
  GtkWidget *entry = trial_find (search, GTK_TYPE_SEARCH_ENTRY, NULL), *list;
  KithRoll *roll = kith_session_get_roll (session);
  g_autoptr (KithHolders) holders = kith_holders_new (kith_roll_get_network (roll));
  guint n, n_schools;
  g_autofree KithKeystone *keystones = kith_keystones_list (holders, &n, NULL, NULL);
  const KithNetworkArrangement *first = &kith_network_get_arrangements (
      kith_roll_get_network (roll), &(guint){ 0 })[keystones[0].arrangement];
  g_autofree char *words = g_strdup_printf ("Without %s", first->name);

  g_assert_cmpstr (gtk_stack_get_visible_child_name (stack), ==, "nothing");
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Person, arrangement, money or school to take away");
  gtk_editable_set_text (GTK_EDITABLE (entry), first->name);
  list = trial_find (search, GTK_TYPE_LIST_BOX, NULL);
  g_assert_nonnull (gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), 0));
  g_signal_emit_by_name (entry, "activate");
  wait_until_shown (stack, "answer");
  g_assert_nonnull (trial_find (view, GTK_TYPE_LABEL, words));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "");
  n_schools = g_list_model_get_n_items (get_schools (page));
  g_assert_cmpuint (n_schools, >=, keystones[0].n_parted);

  /* a school of the list is the selected one everywhere */
  gtk_single_selection_set_selected (GTK_SINGLE_SELECTION (get_schools (page)), 0);
  g_assert_cmpint (kith_session_get_selected (session), !=, 0);
  kith_session_set_selected (session, 0);
  g_assert_cmpuint (gtk_single_selection_get_selected (GTK_SINGLE_SELECTION (get_schools (page))),
                    ==, GTK_INVALID_LIST_POSITION);

  /* taken back, nothing is asked; and the register is as it was */
  g_signal_emit_by_name (
      trial_find (trial_find (view, GTK_TYPE_FLOW_BOX, NULL), GTK_TYPE_BUTTON, NULL), "clicked");
  wait_until_shown (stack, "nothing");
  g_assert_cmpuint (g_list_model_get_n_items (get_schools (page)), ==, 0);
  g_assert_true (kith_session_get_roll (session) == roll);
  trial_close_window (window);
}

static KithSupposeDialog *
find_dialog (void)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint w = 0; w < g_list_model_get_n_items (windows); w++)
    {
      g_autoptr (GtkWidget) at = g_list_model_get_item (windows, w);

      if (KITH_IS_SUPPOSE_DIALOG (at))
        return KITH_SUPPOSE_DIALOG (at);
    }
  return NULL;
}

/* What is not chosen yet is said in the form, which stays */
static void
test_add (void)
{
  GtkWidget *page;
  KithWindow *window = open_page ("what-if-add.kith", &page);
  GtkWidget *view = trial_find (page, KITH_TYPE_SUPPOSE_VIEW, NULL);
  GtkStack *stack = get_stack (view, KITH_TYPE_SUPPOSE_VIEW, "stack");
  const KithNetworkSchool *schools = kith_network_get_schools (
      kith_roll_get_network (kith_session_get_roll (kith_window_get_session (window))),
      &(guint){ 0 });
  KithSupposeDialog *dialog;
  GtkWidget *searches[2];

  g_signal_emit_by_name (trial_find (view, GTK_TYPE_BUTTON, "_Add…"), "clicked");
  dialog = find_dialog ();
  g_assert_nonnull (dialog);
  g_signal_emit_by_name (trial_find (dialog, GTK_TYPE_BUTTON, "_Suppose it"), "clicked");
  g_assert_nonnull (trial_find (dialog, GTK_TYPE_LABEL, "Choose from what fits while you type."));
  for (guint s = 0; s < 2; s++)
    {
      g_autoptr (KithThing) school =
          kith_thing_new (KITH_THING_SCHOOL, schools[s].record->urn, KITH_INT_NONE, NULL);

      searches[s] = GTK_WIDGET (gtk_widget_get_template_child (
          GTK_WIDGET (dialog), KITH_TYPE_SUPPOSE_DIALOG, s == 0 ? "first" : "second"));
      kith_thing_search_show (KITH_THING_SEARCH (searches[s]), school);
    }
  g_signal_emit_by_name (trial_find (dialog, GTK_TYPE_BUTTON, "_Suppose it"), "clicked");
  wait_until_shown (stack, "answer");
  g_assert_null (find_dialog ());
  trial_close_window (window);
}

static guint
count_proposed (KithSession *session)
{
  gsize n;
  const KithArrangement *rows =
      kith_ledger_get_rows (kith_session_get_ledger (session), KITH_TABLE_ARRANGEMENT, &n);
  guint n_proposed = 0;

  for (gsize i = 0; i < n; i++)
    n_proposed += kith_span_is_proposed (&rows[i]);
  return n_proposed;
}

static const char *
get_proposed_name (KithSession *session)
{
  gsize n;
  const KithArrangement *rows =
      kith_ledger_get_rows (kith_session_get_ledger (session), KITH_TABLE_ARRANGEMENT, &n);

  for (gsize i = 0; i < n; i++)
    if (kith_span_is_proposed (&rows[i]))
      return rows[i].name;
  return NULL;
}

typedef struct
{
  KithSession *session;
  GtkExpander *expander;
  guint n;
} Proposed;

/* In the register, and in the view made of it. */
static gboolean
are_proposed (gpointer data)
{
  Proposed *proposed = data;

  return count_proposed (proposed->session) == proposed->n &&
         gtk_widget_get_visible (GTK_WIDGET (proposed->expander)) == (proposed->n > 0);
}

static void
click (GtkWidget *view, const char *name)
{
  g_signal_emit_by_name (gtk_widget_get_template_child (view, KITH_TYPE_REPAIR_VIEW, name),
                         "clicked");
}

static void
test_new_links (void)
{
  GtkWidget *page;
  KithWindow *window = open_page ("what-if-links.kith", &page);
  GtkWidget *view = trial_find (page, KITH_TYPE_REPAIR_VIEW, NULL);
  KithSession *session = kith_window_get_session (window);
  KithRepairOptions options = { 45, TRUE, TRUE };
  g_autoptr (KithRepair) repair =
      kith_repair_new (kith_session_get_roll (session), &options, NULL, NULL);
  GtkWidget *list =
      GTK_WIDGET (gtk_widget_get_template_child (view, KITH_TYPE_REPAIR_VIEW, "list"));
  GtkWidget *accept =
      GTK_WIDGET (gtk_widget_get_template_child (view, KITH_TYPE_REPAIR_VIEW, "accept"));
  Proposed proposed = {
    session,
    GTK_EXPANDER (gtk_widget_get_template_child (view, KITH_TYPE_REPAIR_VIEW, "proposed")),
    1,
  };
  guint n_findings, n_after;
  g_autofree char *name = NULL;
  GtkWidget *check;

  g_assert_cmpuint (repair->n_links, >, 0);
  gtk_stack_set_visible_child_name (get_stack (page, KITH_TYPE_WHAT_IF_PAGE, "views"), "repair");
  wait_until_shown (get_stack (view, KITH_TYPE_REPAIR_VIEW, "stack"), "list");
  g_assert_cmpuint (
      g_list_model_get_n_items (G_LIST_MODEL (gtk_list_view_get_model (GTK_LIST_VIEW (list)))), ==,
      repair->n_links);
  trial_settle ();
  g_assert_false (gtk_widget_get_sensitive (accept));

  check = trial_find (list, GTK_TYPE_CHECK_BUTTON, NULL);
  name = g_strdup (gtk_label_get_text (
      GTK_LABEL (gtk_widget_get_first_child (gtk_widget_get_next_sibling (check)))));
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), TRUE);
  g_assert_true (gtk_widget_get_sensitive (accept));
  kith_roll_get_findings (kith_session_get_roll (session), &n_findings);
  click (view, "accept");
  trial_wait (are_proposed, &proposed);
  g_assert_cmpstr (get_proposed_name (session), ==, name);
  kith_roll_get_findings (kith_session_get_roll (session), &n_after);
  g_assert_cmpuint (n_after, ==, n_findings);

  kith_session_undo (session, kith_session_get_undoable (session));
  proposed.n = 0;
  trial_wait (are_proposed, &proposed);
  click (view, "choose_all");
  click (view, "accept");
  proposed.n = repair->n_links;
  trial_wait (are_proposed, &proposed);
  trial_close_window (window);
}

/* A chart, and a row a month; a school in it is selected by its button */
static void
test_cliff (void)
{
  GtkWidget *page;
  KithWindow *window = open_page ("what-if-cliff.kith", &page);
  KithSession *session = kith_window_get_session (window);
  GtkWidget *view = trial_find (page, KITH_TYPE_CLIFF_VIEW, NULL);
  g_autoptr (KithHolders) holders =
      kith_holders_new (kith_roll_get_network (kith_session_get_roll (session)));
  g_autoptr (KithCliff) cliff = kith_cliff_new (holders);
  guint n, n_schools = 0;
  const KithCliffMonth *months = kith_cliff_get_months (cliff, &n);

  g_assert_cmpuint (n, >, 0);
  for (guint m = 0; m < n; m++)
    n_schools += months[m].n_schools;
  g_assert_cmpuint (n_schools, >, 0);
  gtk_stack_set_visible_child_name (get_stack (page, KITH_TYPE_WHAT_IF_PAGE, "views"), "cliff");
  wait_until_shown (get_stack (view, KITH_TYPE_CLIFF_VIEW, "stack"), "months");
  g_assert_nonnull (trial_find (view, KITH_TYPE_SCENE_VIEW, NULL));
  g_assert_cmpuint (trial_count (view, ADW_TYPE_EXPANDER_ROW), ==, n);
  g_signal_emit_by_name (trial_find (view, GTK_TYPE_BUTTON, "_Look at it"), "clicked");
  g_assert_cmpint (kith_session_get_selected (session), !=, 0);
  trial_close_window (window);
}

static gboolean
is_left_out (gpointer view)
{
  GtkLabel *rules =
      GTK_LABEL (gtk_widget_get_template_child (view, KITH_TYPE_REPAIR_VIEW, "rules"));

  return g_str_has_suffix (gtk_label_get_text (rules), "One school takes no part.");
}

static void
test_left_out (void)
{
  GtkWidget *page;
  KithWindow *window = open_page ("what-if-left-out.kith", &page);
  GtkWidget *view = trial_find (page, KITH_TYPE_REPAIR_VIEW, NULL);
  KithSession *session = kith_window_get_session (window);
  guint n;
  const KithRollRow *rows = kith_roll_get_rows (kith_session_get_roll (session), &n);
  const KithNetworkSchool *schools = kith_network_get_schools (
      kith_roll_get_network (kith_session_get_roll (session)), &(guint){ 0 });
  GtkWidget *leave_out =
      GTK_WIDGET (gtk_widget_get_template_child (view, KITH_TYPE_REPAIR_VIEW, "leave_out"));

  gtk_stack_set_visible_child_name (get_stack (page, KITH_TYPE_WHAT_IF_PAGE, "views"), "repair");
  kith_session_set_selected (session, schools[rows[0].school].record->urn);
  g_assert_true (gtk_widget_get_sensitive (leave_out));
  click (view, "leave_out");
  g_assert_false (gtk_widget_get_sensitive (leave_out));
  trial_wait (is_left_out, view);
  click (view, "take_in");
  g_assert_true (gtk_widget_get_sensitive (leave_out));
  trial_close_window (window);
}

static void
test_empty (void)
{
  g_autoptr (GFile) file = g_file_get_child (trial_get_folder (), "what-if-empty.kith");
  KithWindow *window = trial_open_window (NULL);
  GtkWidget *page = trial_find (window, KITH_TYPE_WHAT_IF_PAGE, NULL);

  kith_session_create (kith_window_get_session (window), file);
  trial_wait_for_roll (kith_window_get_session (window));
  kith_window_show_page (window, "what-if");
  trial_settle ();
  g_assert_cmpstr (
      gtk_stack_get_visible_child_name (get_stack (page, KITH_TYPE_WHAT_IF_PAGE, "stack")), ==,
      "empty");
  trial_close_window (window);
}

int
main (int argc, char **argv)
{
  int status;

  gtk_test_init (&argc, &argv, NULL);
  g_test_add_func ("/what-if-page/without schools there is nothing to ask about", test_empty);
  g_test_add_func ("/what-if-page/something goes, is answered and comes back", test_suppose);
  g_test_add_func ("/what-if-page/something is added in a form", test_add);
  g_test_add_func ("/what-if-page/money ends month by month", test_cliff);
  g_test_add_func ("/what-if-page/what holds schools together is listed", test_keystones);
  g_test_add_func ("/what-if-page/new links are chosen, proposed and taken back", test_new_links);
  g_test_add_func ("/what-if-page/a school is left out of new links", test_left_out);
  status = g_test_run ();
  trial_end ();
  return status;
}
