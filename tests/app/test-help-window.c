/* test-help-window.c: F1 opens the guide where it is about what is seen
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kith-contact-dialog.h"
#include "kith-edit-dialog.h"
#include "kith-help-window.h"
#include "kith-page.h"
#include "kith-school-pane.h"
#include "trial-app.h"

static KithHelpWindow *
find_help (KithWindow *window)
{
  return kith_help_window_find (gtk_window_get_application (GTK_WINDOW (window)));
}

static void
assert_topic (KithWindow *window, const char *id)
{
  g_assert_cmpstr (kith_help_window_get_topic (find_help (window)), ==, id);
}

static void
list_pages (GtkWidget *from, GPtrArray *pages)
{
  if (KITH_IS_PAGE (from))
    g_ptr_array_add (pages, from);
  for (GtkWidget *child = gtk_widget_get_first_child (from); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    list_pages (child, pages);
}

static void
test_pages (void)
{
  g_autoptr (GFile) file = trial_make_register ("help.kith");
  KithWindow *window = trial_open_window (file);
  g_autoptr (GPtrArray) pages = g_ptr_array_new ();

  list_pages (GTK_WIDGET (window), pages);
  g_assert_cmpuint (pages->len, >=, 7);
  for (guint i = 0; i < pages->len; i++)
    {
      const char *name = kith_page_get_name (pages->pdata[i]);
      g_autofree char *id = g_strconcat ("page-", name, NULL);

      kith_window_show_page (window, name);
      gtk_widget_activate_action (GTK_WIDGET (window), "win.help", NULL);
      assert_topic (window, id);
      g_assert_nonnull (
          trial_find (find_help (window), GTK_TYPE_LABEL, kith_page_get_title (pages->pdata[i])));
    }
  /* the guide alone keeps no program running */
  g_assert_nonnull (find_help (window));
  trial_close_window (window);
}

static gboolean
has_finding (gpointer pane)
{
  return trial_find (pane, GTK_TYPE_BUTTON, "Set aside…") != NULL;
}

/* The button beside a finding's name, found by what it looks like. */
static GtkWidget *
find_explanation (GtkWidget *from)
{
  for (GtkWidget *child = gtk_widget_get_first_child (from); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found =
          gtk_widget_has_css_class (child, "finding-explained") ? child : find_explanation (child);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static void
test_finding (void)
{
  g_autoptr (GFile) file = trial_make_register ("help-finding.kith");
  KithWindow *window = trial_open_window (file);
  KithSession *session = kith_window_get_session (window);
  GtkWidget *pane = trial_find (window, KITH_TYPE_SCHOOL_PANE, NULL);
  guint n_rows;
  const KithRollRow *row = kith_roll_get_rows (kith_session_get_roll (session), &n_rows);
  g_autofree char *id = NULL;

  kith_session_set_selected (session, row->findings[0].urn);
  trial_wait (has_finding, pane);
  id = g_strconcat ("finding-", kith_finding_get_key (row->findings[0].code), NULL);
  g_signal_emit_by_name (find_explanation (pane), "clicked");
  assert_topic (window, id);
  gtk_widget_grab_focus (trial_find (pane, GTK_TYPE_BUTTON, NULL));
  gtk_widget_activate_action (GTK_WIDGET (window), "win.help", NULL);
  assert_topic (window, "school-pane");
  gtk_widget_activate_action (GTK_WIDGET (find_help (window)), "help.back", NULL);
  assert_topic (window, id);
  trial_close_window (window);
}

static gboolean
is_help_gone (gpointer application)
{
  return kith_help_window_find (application) == NULL;
}

static void
test_dialog (void)
{
  g_autoptr (GFile) file = trial_make_register ("help-dialog.kith");
  KithWindow *window = trial_open_window (file);
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (window));
  KithSession *session = kith_window_get_session (window);
  guint n_rows;
  const KithRollRow *row = kith_roll_get_rows (kith_session_get_roll (session), &n_rows);
  g_autoptr (GList) all = NULL;

  kith_contact_dialog_begin (GTK_WIDGET (window), session, row->findings[0].urn);
  trial_settle ();
  all = gtk_window_list_toplevels ();
  for (GList *at = all; at != NULL; at = at->next)
    if (KITH_IS_EDIT_DIALOG (at->data))
      {
        kith_help_window_show (at->data, "record");
        gtk_window_close (at->data);
      }
  assert_topic (window, "record");
  trial_close_window (window);
  trial_wait (is_help_gone, application);
}

static void
test_start (void)
{
  KithWindow *window = trial_open_window (NULL);

  gtk_widget_activate_action (GTK_WIDGET (window), "win.help", NULL);
  assert_topic (window, "first-hour");
  kith_help_window_show (GTK_WIDGET (window), "nothing of this name");
  assert_topic (window, "index");
  trial_close_window (window);
}

int
main (int argc, char **argv)
{
  int status;

  gtk_test_init (&argc, &argv, NULL);
  g_test_add_func ("/help window/each page of the window has its topic", test_pages);
  g_test_add_func ("/help window/a finding leads to its meaning", test_finding);
  g_test_add_func ("/help window/a dialog has help, and help goes with the window", test_dialog);
  g_test_add_func ("/help window/without a register it tells how to begin", test_start);
  status = g_test_run ();
  trial_end ();
  return status;
}
