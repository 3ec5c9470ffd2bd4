/* test-briefing-page.c: who reads the briefing is chosen, and the pages follow
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kith-audience.h"
#include "kith-book-view.h"
#include "kith-briefing-page.h"
#include "kith-briefing-templates.h"
#include "kith-briefing-work.h"
#include "trial-app.h"

#include <string.h>

static gboolean
are_pages_there (gpointer window)
{
  GtkWidget *view = trial_find (window, KITH_TYPE_BOOK_VIEW, NULL);

  return view != NULL && gtk_widget_get_mapped (view) && gtk_widget_get_height (view) > 1000;
}

static int
get_height (KithWindow *window)
{
  trial_wait (are_pages_there, window);
  trial_settle ();
  return gtk_widget_get_height (trial_find (window, KITH_TYPE_BOOK_VIEW, NULL));
}

typedef struct
{
  KithWindow *window;
  int height;
} Before;

static gboolean
is_shorter (gpointer data)
{
  Before *before = data;

  return are_pages_there (before->window) &&
         gtk_widget_get_height (trial_find (before->window, KITH_TYPE_BOOK_VIEW, NULL)) <
             before->height;
}

/* The public is told less, on fewer pages, and the rules beside these say so. */
static void
test_audience (void)
{
  g_autoptr (GFile) file = trial_make_register ("briefing.kith");
  KithWindow *window = trial_open_window (file);
  Before before = { window, 0 };
  GtkDropDown *audience;

  gtk_widget_activate_action (GTK_WIDGET (window), "win.page", "s", "briefing");
  before.height = get_height (window);
  g_assert_nonnull (trial_find (window, GTK_TYPE_LABEL, "Names of people are shown."));
  audience = trial_find (gtk_widget_get_ancestor (trial_find (window, KITH_TYPE_BOOK_VIEW, NULL),
                                                  KITH_TYPE_BRIEFING_PAGE),
                         GTK_TYPE_DROP_DOWN, NULL);
  g_assert_nonnull (audience);
  gtk_drop_down_set_selected (audience, KITH_AUDIENCE_PUBLIC);
  trial_wait (is_shorter, &before);
  g_assert_null (trial_find (window, GTK_TYPE_LABEL, "Names of people are shown."));
  g_assert_nonnull (trial_find (window, GTK_TYPE_LABEL,
                                "Findings and tiers are counted; which school has them is left "
                                "out."));
  trial_close_window (window);
}

static gboolean
asks_for_school (gpointer window)
{
  GtkWidget *words = trial_find (window, GTK_TYPE_LABEL, "Select a school");

  return words != NULL && gtk_widget_get_mapped (words);
}

/* Of nothing there are no pages; of one school there are few. */
static void
test_about (void)
{
  g_autoptr (GFile) file = trial_make_register ("briefing-about.kith");
  KithWindow *window = trial_open_window (file);
  KithSession *session = kith_window_get_session (window);
  Before before = { window, 0 };
  GtkWidget *page;
  GtkDropDown *about;
  g_autoptr (KithRollItem) item = NULL;

  gtk_widget_activate_action (GTK_WIDGET (window), "win.page", "s", "briefing");
  before.height = get_height (window);
  page = gtk_widget_get_ancestor (trial_find (window, KITH_TYPE_BOOK_VIEW, NULL),
                                  KITH_TYPE_BRIEFING_PAGE);
  about = GTK_DROP_DOWN (gtk_widget_get_template_child (page, KITH_TYPE_BRIEFING_PAGE, "about"));
  kith_session_set_selected (session, 0);
  gtk_drop_down_set_selected (about, 1);
  trial_wait (asks_for_school, window);
  item = g_list_model_get_item (kith_session_get_schools (session), 0);
  kith_session_set_selected (session, kith_roll_item_get_urn (item));
  trial_wait (is_shorter, &before);
  trial_close_window (window);
}

static gsize
count_issued (KithSession *session)
{
  gsize n;

  kith_ledger_get_rows (kith_session_get_ledger (session), KITH_TABLE_BRIEFING, &n);
  return n;
}

static gboolean
is_issued (gpointer session)
{
  return count_issued (session) == 1;
}

static gboolean
is_taken_back (gpointer session)
{
  return count_issued (session) == 0;
}

/* The file is there, the register says so, and undo takes that back. */
static void
test_issue (void)
{
  g_autoptr (GFile) file = trial_make_register ("briefing-issue.kith");
  KithWindow *window = trial_open_window (file);
  KithSession *session = kith_window_get_session (window);
  g_autoptr (GFile) target = g_file_get_child (trial_get_folder (), "issued.html");
  g_autoptr (GPtrArray) question = g_ptr_array_new ();
  KithBriefingOptions options = { .audience = KITH_AUDIENCE_PARTNERS };
  g_autoptr (GError) error = NULL;
  KithBriefingPaper *paper;

  g_ptr_array_add (question, &options);
  paper = kith_briefing_work_compose (kith_session_get_roll (session), question, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (paper->is_whole);
  kith_briefing_work_write (session, paper, target, TRUE);
  trial_wait (is_issued, session);
  g_assert_true (g_file_query_exists (target, NULL));
  trial_wait_for_roll (session);
  kith_session_undo (session, kith_session_get_undoable (session));
  trial_wait (is_taken_back, session);
  kith_briefing_paper_free (paper);
  g_file_delete (target, NULL, NULL);
  trial_wait_for_roll (session);
  trial_close_window (window);
}

static gint64
find_template (KithSession *session)
{
  gsize n;
  const KithSavedView *rows =
      kith_ledger_get_rows (kith_session_get_ledger (session), KITH_TABLE_SAVED_VIEW, &n);

  return n == 0 ? 0 : rows[0].id;
}

static gboolean
has_template (gpointer session)
{
  return find_template (session) != 0;
}

static gboolean
has_no_template (gpointer session)
{
  return find_template (session) == 0;
}

static void
check_note (GtkTextBuffer *buffer, const char *expected)
{
  g_autofree char *text = NULL;

  g_object_get (buffer, "text", &text, NULL);
  g_assert_cmpstr (text, ==, expected);
}

/* Its two sections make a shorter paper, in its order and with its words; what was typed stays
   before them, once. */
static void
test_template (void)
{
  g_autoptr (GFile) file = trial_make_register ("briefing-template.kith");
  KithWindow *window = trial_open_window (file);
  KithSession *session = kith_window_get_session (window);
  Before before = { window, 0 };
  g_auto (KithBriefingOptions) options = { 0 };
  GtkWidget *page;
  GtkListBox *sections;
  GtkTextBuffer *buffer;

  g_assert_true (kith_briefing_read_sections (&options, "method,headline", NULL));
  g_assert_true (kith_briefing_read_note (&options, "method=For the board", NULL));
  kith_briefing_templates_keep (session, "Board", &options);
  trial_wait (has_template, session);
  trial_wait_for_roll (session);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.page", "s", "briefing");
  before.height = get_height (window);
  page = gtk_widget_get_ancestor (trial_find (window, KITH_TYPE_BOOK_VIEW, NULL),
                                  KITH_TYPE_BRIEFING_PAGE);
  buffer = gtk_text_view_get_buffer (
      GTK_TEXT_VIEW (gtk_widget_get_template_child (page, KITH_TYPE_BRIEFING_PAGE, "note")));
  gtk_widget_activate_action (page, "briefing.template", "x", find_template (session));
  check_note (buffer, "For the board");
  sections =
      GTK_LIST_BOX (gtk_widget_get_template_child (page, KITH_TYPE_BRIEFING_PAGE, "sections"));
  g_assert_cmpstr (adw_preferences_row_get_title (
                       ADW_PREFERENCES_ROW (gtk_list_box_get_row_at_index (sections, 0))),
                   ==, kith_briefing_section_get_words (KITH_BRIEFING_METHOD));
  trial_wait (is_shorter, &before);

  gtk_text_buffer_set_text (buffer, "Dear all", -1);
  for (guint i = 0; i < 2; i++)
    {
      gtk_widget_activate_action (page, "briefing.template", "x", find_template (session));
      check_note (buffer, "Dear all\nFor the board");
    }
  gtk_widget_activate_action (page, "briefing.forget-template", NULL);
  trial_wait (has_no_template, session);
  trial_wait_for_roll (session);
  kith_session_close (session);
  trial_settle ();
  check_note (buffer, "Dear all\nFor the board"); /* typed in part: nobody else may throw it away */
  trial_close_window (window);
}

/* What is not on the roll is told where the pages would be. */
static void
test_problem (void)
{
  g_autoptr (GFile) file = trial_make_register ("briefing-problem.kith");
  KithWindow *window = trial_open_window (file);
  KithRoll *roll = kith_session_get_roll (kith_window_get_session (window));
  g_autoptr (GPtrArray) question = g_ptr_array_new ();
  KithBriefingOptions options = { .urn = 1 };
  g_autoptr (GError) error = NULL;
  KithBriefingPaper *paper;

  g_assert_null (kith_briefing_work_compose (roll, question, NULL, &error));
  g_ptr_array_add (question, &options);
  paper = kith_briefing_work_compose (roll, question, NULL, &error);
  g_assert_no_error (error);
  g_assert_null (paper->document);
  g_assert_cmpstr (paper->problem, ==, "School 1 is not on the roll at this date.");
  kith_briefing_paper_free (paper);
  trial_close_window (window);
}

int
main (int argc, char **argv)
{
  int status;

  gtk_test_init (&argc, &argv, NULL);
  g_test_add_func ("/briefing page/the pages follow who reads them", test_audience);
  g_test_add_func ("/briefing page/of one school, once it is selected", test_about);
  g_test_add_func ("/briefing page/what is issued is kept until it is undone", test_issue);
  g_test_add_func ("/briefing page/a template is taken, and loses nothing typed", test_template);
  g_test_add_func ("/briefing page/what is not there is said", test_problem);
  status = g_test_run ();
  trial_end ();
  return status;
}
