/* test-hold-window.c: a register that another officer holds, in the window
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kith-backups-dialog.h"
#include "kith-hold-bar.h"
#include "other-officer.h"
#include "trial-app.h"

#include <string.h>

/* What begins an edit, on whatever page. */
static const char *const edits[] = {
  "Record contact…",
  "Add to partnership…",
  "Ask…",
  "Set aside…",
  "Set aside",
  "Add _to partnership…",
  "Ne_w partnership…",
  "The selected school _leaves…",
  "_Add members…",
  "_Change…",
  "_Done…",
  "_End…",
  "_Hand over the lead…",
  "_Import…",
  "_New organisation…",
  "_New person…",
  "_New…",
  NULL,
};

/* The labels of edits that stand below @from, seen now, and can be pressed or not. */
static void
list_edits (GtkWidget *from, GPtrArray *on, GPtrArray *off)
{
  for (GtkWidget *child = gtk_widget_get_first_child (from); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      const char *label = GTK_IS_BUTTON (child) ? gtk_button_get_label (GTK_BUTTON (child)) : NULL;

      if (label != NULL && g_strv_contains (edits, label) && gtk_widget_get_mapped (child))
        g_ptr_array_add (gtk_widget_is_sensitive (child) ? on : off, (gpointer)label);
      list_edits (child, on, off);
    }
}

static void
visit_pages (KithWindow *window, GPtrArray *on, GPtrArray *off)
{
  static const char *const pages[] = { "roll",  "map",     "families", "partnerships",
                                       "diary", "what-if", "sources" };
  KithSession *session = kith_window_get_session (window);
  g_autoptr (KithRollItem) item = g_list_model_get_item (kith_session_get_schools (session), 0);

  kith_session_set_selected (session, kith_roll_item_get_urn (item));
  for (guint p = 0; p < G_N_ELEMENTS (pages); p++)
    {
      kith_window_show_page (window, pages[p]);
      trial_settle ();
      trial_settle ();
      list_edits (GTK_WIDGET (window), on, off);
    }
}

static gboolean
can_write (gpointer session)
{
  return !kith_session_is_read_only (session);
}

static void
test_held (void)
{
  g_autoptr (GFile) file = trial_make_register ("held.kith");
  g_autoptr (GSubprocess) officer = other_officer_start (file);
  KithWindow *window = trial_open_window (file);
  KithHoldBar *bar = trial_find (window, KITH_TYPE_HOLD_BAR, NULL);
  GtkToggleButton *button = trial_find (bar, GTK_TYPE_TOGGLE_BUTTON, "_Take over when free");
  g_autoptr (GPtrArray) on = g_ptr_array_new ();
  g_autoptr (GPtrArray) off = g_ptr_array_new ();
  g_autoptr (GPtrArray) still_on = g_ptr_array_new ();
  g_autoptr (GPtrArray) still_off = g_ptr_array_new ();

  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (bar)));
  g_assert_nonnull (button);
  g_assert_true (gtk_widget_is_sensitive (trial_find (bar, GTK_TYPE_BUTTON, "Save a _copy…")));
  visit_pages (window, on, off);
  for (guint i = 0; i < on->len; i++)
    g_test_message ("“%s” can be pressed", (const char *)on->pdata[i]);
  g_assert_cmpuint (on->len, ==, 0);
  g_assert_cmpuint (off->len, >, 20);

  /* it is taken over, and all of these can be used */
  gtk_toggle_button_set_active (button, TRUE);
  other_officer_close (officer);
  trial_wait (can_write, kith_window_get_session (window));
  trial_wait_for_roll (kith_window_get_session (window));
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (bar)));
  visit_pages (window, still_on, still_off);
  g_assert_cmpuint (still_on->len, >, 20);
  trial_close_window (window);
}

static gboolean
find_dialog (gpointer dialog)
{
  g_autoptr (GList) all = gtk_window_list_toplevels ();

  for (GList *at = all; at != NULL; at = at->next)
    if (KITH_IS_BACKUPS_DIALOG (at->data) && trial_find (at->data, GTK_TYPE_BUTTON, "Restore"))
      *(gpointer *)dialog = at->data;
  return *(gpointer *)dialog != NULL;
}

static gboolean
is_undoable (gpointer session)
{
  return kith_session_get_undoable (session) > 1;
}

static void
test_restore (void)
{
  g_autoptr (GFile) file = trial_make_register ("restore.kith");
  g_autoptr (KithBackup) backup = kith_backup_make (file, NULL, NULL);
  g_autoptr (GSubprocess) officer = other_officer_start (file);
  KithWindow *window;
  KithSession *session;
  GtkWindow *dialog = NULL;
  const KithJournalRow *row;

  g_assert_nonnull (backup);
  other_officer_add (officer, "Ada Marsh");
  other_officer_close (officer);
  window = trial_open_window (file);
  session = kith_window_get_session (window);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.restore-backup", NULL);
  trial_wait (find_dialog, &dialog);
  g_signal_emit_by_name (trial_find (dialog, GTK_TYPE_BUTTON, "Restore"), "clicked");
  trial_wait (is_undoable, session);
  trial_wait_for_roll (session);
  row = kith_session_get_history (session)->pdata[0];
  g_assert_true (g_str_has_prefix (row->what, "Restored the backup of "));
  trial_close_window (window);
}

int
main (int argc, char **argv)
{
  int status = other_officer_main (argc, argv);

  if (status >= 0)
    return status;
  gtk_test_init (&argc, &argv, NULL);
  g_test_add_func ("/hold/what edits is off while another holds the register, and on after that",
                   test_held);
  g_test_add_func ("/hold/a backup is chosen from the list and gone back to", test_restore);
  status = g_test_run ();
  trial_end ();
  return status;
}
