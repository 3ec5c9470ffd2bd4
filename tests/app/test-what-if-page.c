/* test-what-if-page.c: the page What if
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kith-keystone-view.h"
#include "kith-keystones.h"
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
  g_autofree KithKeystone *keystones = kith_keystones_list (holders, &n, NULL, NULL);

  gtk_stack_set_visible_child_name (get_stack (page, KITH_TYPE_WHAT_IF_PAGE, "views"), "keystones");
  g_assert_cmpuint (n, >, 0);
  wait_until_shown (get_stack (view, KITH_TYPE_KEYSTONE_VIEW, "stack"), "list");
  g_assert_cmpuint (trial_count (view, ADW_TYPE_ACTION_ROW), ==, MIN (n, 60));
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
  g_test_add_func ("/what-if-page/what holds schools together is listed", test_keystones);
  status = g_test_run ();
  trial_end ();
  return status;
}
