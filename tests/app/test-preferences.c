/* test-preferences.c: parameters and their defaults, and who the officer is
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kith-parameter-row.h"
#include "kith-person.h"
#include "kith-preferences.h"
#include "trial-app.h"

#include <string.h>

static GtkWidget *
find_row (gpointer from, const char *title)
{
  for (GtkWidget *child = gtk_widget_get_first_child (from); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found;

      if (ADW_IS_PREFERENCES_ROW (child) &&
          strcmp (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (child)), title) == 0)
        return child;
      found = find_row (child, title);
      if (found != NULL)
        return found;
    }
  return NULL;
}

static const char *
get_setting (KithSession *session, const char *key)
{
  return kith_ledger_get_setting (kith_session_get_ledger (session), key);
}

typedef struct
{
  KithSession *session;
  const char *key, *value;
} Wanted;

static gboolean
is_so (gpointer data)
{
  Wanted *wanted = data;

  return g_strcmp0 (get_setting (wanted->session, wanted->key), wanted->value) == 0 &&
         g_list_model_get_n_items (G_LIST_MODEL (kith_session_get_jobs (wanted->session))) == 0;
}

static void
await_setting (KithSession *session, const char *key, const char *value)
{
  Wanted wanted = { session, key, value };

  trial_wait (is_so, &wanted);
}

static void
test_parameter (void)
{
  g_autoptr (GFile) file = trial_make_register ("parameter.kith");
  KithWindow *window = trial_open_window (file);
  KithSession *session = kith_window_get_session (window);
  KithPreferences *preferences = kith_preferences_new (GTK_WINDOW (window), session);
  GtkWidget *row = find_row (preferences, "Gaps that make the usual one");
  GtkWidget *entry = trial_find (row, GTK_TYPE_ENTRY, NULL);
  GtkWidget *restore = trial_find (row, GTK_TYPE_BUTTON, NULL);
  gint64 before = kith_session_get_undoable (session);
  const KithJournalRow *newest;

  gtk_window_present (GTK_WINDOW (preferences));
  trial_settle ();
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "8");
  g_assert_false (gtk_widget_get_visible (restore));

  /* what cannot be is told beside the field, and not written */
  gtk_editable_set_text (GTK_EDITABLE (entry), "5.5");
  g_assert_cmpstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (row)), ==,
                   "“5.5” is not a whole number from 1 to 1000.");
  g_signal_emit_by_name (entry, "activate");
  trial_settle ();
  g_assert_cmpint (kith_session_get_undoable (session), ==, before);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "5.5");

  gtk_editable_set_text (GTK_EDITABLE (entry), "5");
  g_signal_emit_by_name (entry, "activate");
  await_setting (session, "radar.gaps", "5");
  newest = kith_session_get_history (session)->pdata[0];
  g_assert_cmpstr (newest->what, ==, "Set: Off the radar: Gaps that make the usual one 5");
  g_assert_true (gtk_widget_get_visible (restore));

  g_signal_emit_by_name (restore, "clicked");
  await_setting (session, "radar.gaps", NULL);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "8");
  kith_session_undo (session, kith_session_get_undoable (session));
  await_setting (session, "radar.gaps", "5");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "5");
  gtk_window_destroy (GTK_WINDOW (preferences));
  trial_close_window (window);
}

static void
test_home (void)
{
  g_autoptr (GFile) file = trial_make_register ("home.kith");
  KithWindow *window = trial_open_window (file);
  KithSession *session = kith_window_get_session (window);
  KithPreferences *preferences = kith_preferences_new (GTK_WINDOW (window), session);
  GtkWidget *row = find_row (preferences, "Home authorities");
  GtkWidget *check;
  guint n_all = g_list_model_get_n_items (kith_session_get_schools (session));

  gtk_window_present (GTK_WINDOW (preferences));
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (row), TRUE);
  trial_settle ();
  check = trial_find (row, GTK_TYPE_CHECK_BUTTON, NULL);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), TRUE);
  trial_settle ();
  trial_wait_for_roll (session);
  g_assert_nonnull (get_setting (session, "home"));
  g_assert_cmpuint (g_list_model_get_n_items (kith_session_get_schools (session)), <, n_all);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), FALSE);
  await_setting (session, "home", NULL);
  trial_wait_for_roll (session);
  g_assert_cmpuint (g_list_model_get_n_items (kith_session_get_schools (session)), ==, n_all);
  gtk_window_destroy (GTK_WINDOW (preferences));
  trial_close_window (window);
}

static void
test_person (void)
{
  KithWindow *window = trial_open_window (NULL);
  KithPreferences *preferences =
      kith_preferences_new (GTK_WINDOW (window), kith_window_get_session (window));
  GtkWidget *row = find_row (preferences, "Name");

  /* without a register there is only the person */
  g_assert_null (find_row (preferences, "Red beyond"));
  if (kith_person_get_settings () == NULL)
    g_test_skip ("GSETTINGS_SCHEMA_DIR does not name the folder of the schema");
  else
    {
      gtk_editable_set_text (GTK_EDITABLE (row), "Zoë O’Hara");
      g_assert_cmpstr (kith_entry_get_officer (), ==, "Zoë O’Hara");
    }
  gtk_window_destroy (GTK_WINDOW (preferences));
  trial_close_window (window);
}

int
main (int argc, char **argv)
{
  int status;

  gtk_test_init (&argc, &argv, NULL);
  g_test_add_func ("/preferences/a parameter is checked, set, undone and restored", test_parameter);
  g_test_add_func ("/preferences/home authorities decide who is listed", test_home);
  g_test_add_func ("/preferences/the officer’s name is the person’s own", test_person);
  status = g_test_run ();
  trial_end ();
  return status;
}
