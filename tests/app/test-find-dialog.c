/* test-find-dialog.c: what is typed, and where it leads
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kith-find-dialog.h"
#include "kith-partnership-view.h"
#include "trial-app.h"

#include <string.h>

static gboolean
find_dialog (gpointer dialog)
{
  g_autoptr (GList) all = gtk_window_list_toplevels ();

  for (GList *at = all; at != NULL; at = at->next)
    if (KITH_IS_FIND_DIALOG (at->data) && gtk_widget_get_mapped (at->data))
      *(gpointer *)dialog = at->data;
  return *(gpointer *)dialog != NULL;
}

static gboolean
is_listed (gpointer dialog)
{
  GtkStack *stack =
      GTK_STACK (gtk_widget_get_template_child (dialog, KITH_TYPE_FIND_DIALOG, "stack"));

  return strcmp (gtk_stack_get_visible_child_name (stack), "list") == 0;
}

/* Types, waits until something fits, and presses Return. */
static void
find_first (KithWindow *window, const char *text)
{
  GtkWidget *dialog = NULL;
  GtkWidget *entry;

  gtk_widget_activate_action (GTK_WIDGET (window), "win.find", NULL);
  trial_wait (find_dialog, &dialog);
  entry = GTK_WIDGET (gtk_widget_get_template_child (dialog, KITH_TYPE_FIND_DIALOG, "entry"));
  gtk_editable_set_text (GTK_EDITABLE (entry), text);
  trial_wait (is_listed, dialog);
  g_signal_emit_by_name (entry, "activate");
  trial_settle ();
  dialog = NULL;
  g_assert_false (find_dialog (&dialog));
}

static const KithSchool *
get_school (KithSession *session)
{
  g_autoptr (KithRollItem) item = g_list_model_get_item (kith_session_get_schools (session), 7);

  return kith_roll_item_get_school (item)->record;
}

static void
test_school (void)
{
  g_autoptr (GFile) file = trial_make_register ("school.kith");
  KithWindow *window = trial_open_window (file);
  KithSession *session = kith_window_get_session (window);
  const KithSchool *school = get_school (session);
  g_autofree char *urn = g_strdup_printf ("%" G_GINT64_FORMAT, school->urn);

  find_first (window, urn);
  g_assert_cmpint (kith_session_get_selected (session), ==, school->urn);
  kith_session_set_selected (session, 0);
  find_first (window, school->postcode);
  g_assert_cmpint (kith_session_get_selected (session), !=, 0);
  trial_close_window (window);
}

static void
test_partnership (void)
{
  g_autoptr (GFile) file = trial_make_register ("partnership.kith");
  KithWindow *window = trial_open_window (file);
  KithSession *session = kith_window_get_session (window);
  const KithArrangement *arrangements;
  const KithArrangement *hub = NULL;
  GtkWidget *view = trial_find (window, KITH_TYPE_PARTNERSHIP_VIEW, NULL);
  gsize n;

  arrangements =
      kith_ledger_get_rows (kith_session_get_ledger (session), KITH_TABLE_ARRANGEMENT, &n);
  for (gsize i = 0; i < n; i++)
    if (strcmp (arrangements[i].kind, "hub") == 0)
      hub = &arrangements[i];
  g_assert_nonnull (hub);
  find_first (window, hub->name);
  trial_settle ();
  g_assert_true (gtk_widget_get_mapped (view));
  g_assert_nonnull (trial_find (view, GTK_TYPE_LABEL, hub->name));
  trial_close_window (window);
}

int
main (int argc, char **argv)
{
  int status;

  gtk_test_init (&argc, &argv, NULL);
  g_test_add_func ("/find/a school by its number and its postcode", test_school);
  g_test_add_func ("/find/a partnership by its name, on its page", test_partnership);
  status = g_test_run ();
  trial_end ();
  return status;
}
