/* trial-dialog.c: forms filled in as an officer does
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "trial-dialog.h"

#include <string.h>

KithEditDialog *
trial_find_dialog (void)
{
  g_autoptr (GList) all = gtk_window_list_toplevels ();

  for (GList *at = all; at != NULL; at = at->next)
    if (KITH_IS_EDIT_DIALOG (at->data) && gtk_widget_get_visible (at->data))
      return at->data;
  return NULL;
}

static gboolean
has_no_dialog (gpointer data)
{
  return trial_find_dialog () == NULL;
}

void
trial_press (gpointer from, const char *words)
{
  GtkButton *button = trial_find (from, GTK_TYPE_BUTTON, words);

  g_assert_nonnull (button);
  g_assert_true (gtk_widget_is_sensitive (GTK_WIDGET (button)));
  g_signal_emit_by_name (button, "clicked");
  trial_settle ();
}

/* The row of a dialog that has this title. */
gpointer
trial_find_row (gpointer from, const char *title)
{
  for (GtkWidget *child = gtk_widget_get_first_child (from); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      gpointer found;

      if (ADW_IS_PREFERENCES_ROW (child) &&
          strcmp (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (child)), title) == 0)
        return child;
      found = trial_find_row (child, title);
      if (found != NULL)
        return found;
    }
  return NULL;
}

void
trial_type (KithEditDialog *dialog, const char *title, const char *text)
{
  GtkWidget *row = trial_find_row (dialog, title);

  g_assert_nonnull (row);
  gtk_editable_set_text (GTK_EDITABLE (row), text);
  trial_settle ();
}

gboolean
trial_is_shown (gpointer from, const char *words)
{
  GtkWidget *label = trial_find (from, GTK_TYPE_LABEL, words);

  return label != NULL && gtk_widget_get_mapped (label);
}

void
trial_save (KithWindow *window, const char *verb)
{
  trial_press (trial_find_dialog (), verb);
  trial_wait (has_no_dialog, NULL);
  trial_wait_for_roll (kith_window_get_session (window));
  trial_settle ();
}

static AdwMessageDialog *
find_question (void)
{
  g_autoptr (GList) all = gtk_window_list_toplevels ();

  for (GList *at = all; at != NULL; at = at->next)
    if (ADW_IS_MESSAGE_DIALOG (at->data) && gtk_widget_get_visible (at->data))
      return at->data;
  return NULL;
}

void
trial_answer (const char *response)
{
  AdwMessageDialog *question = find_question ();

  g_assert_nonnull (question);
  /* as its buttons do */
  adw_message_dialog_response (question, response);
  gtk_window_close (GTK_WINDOW (question));
  trial_settle ();
}

const void *
trial_get_last (KithWindow *window, KithTable table)
{
  KithLedger *ledger = kith_session_get_ledger (kith_window_get_session (window));
  gsize n;
  const char *rows = kith_ledger_get_rows (ledger, table, &n);

  g_assert_cmpuint (n, >, 0);
  return rows + (n - 1) * kith_table_get_info (table)->row_size;
}

void
trial_choose (KithEditDialog *dialog, const char *title, guint choice)
{
  adw_combo_row_set_selected (ADW_COMBO_ROW (trial_find_row (dialog, title)), choice);
  trial_settle ();
}
