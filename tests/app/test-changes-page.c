/* test-changes-page.c: the page What changed, and the dialog that exports
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kith-change-item.h"
#include "kith-changes-page.h"
#include "kith-export-dialog.h"
#include "trial-app.h"

#include <string.h>

#define AS_AT (kith_date_new (2026, 9, 1))
#define SINCE (kith_date_new (2025, 9, 1))

static gboolean
is_shown (gpointer data)
{
  gpointer *what = data;

  return g_strcmp0 (gtk_stack_get_visible_child_name (what[0]), what[1]) == 0;
}

static KithWindow *
open_at (const char *name)
{
  g_autoptr (GFile) file = trial_make_register (name);
  KithWindow *window = trial_open_window (file);

  kith_session_set_as_at (kith_window_get_session (window), AS_AT);
  trial_wait_for_roll (kith_window_get_session (window));
  return window;
}

static GListModel *
get_items (GtkWidget *page)
{
  GtkListView *view =
      GTK_LIST_VIEW (gtk_widget_get_template_child (page, KITH_TYPE_CHANGES_PAGE, "list"));

  return G_LIST_MODEL (gtk_list_view_get_model (view));
}

static gboolean
is_of_diff (gpointer data)
{
  gpointer *what = data;

  return g_list_model_get_n_items (get_items (what[0])) == GPOINTER_TO_UINT (what[1]);
}

/* The list is what the comparison says, in its order, with a heading over each group; a school
   that is pressed is selected everywhere. */
static void
test_changes (void)
{
  KithWindow *window = open_at ("changes.kith");
  KithSession *session = kith_window_get_session (window);
  GtkWidget *page, *list, *stack;
  g_autoptr (KithDiff) diff =
      kith_diff_new_since (kith_session_get_roll (session), SINCE, NULL, NULL);
  guint n;
  const KithDiffItem *items = kith_diff_get_items (diff, &n);
  g_autofree char *headline = kith_diff_dup_headline (diff);
  gpointer shown[2], none[2], counted[2];

  kith_window_show_page (window, "changes");
  page = trial_find (window, KITH_TYPE_CHANGES_PAGE, NULL);
  stack = GTK_WIDGET (gtk_widget_get_template_child (page, KITH_TYPE_CHANGES_PAGE, "stack"));
  list = GTK_WIDGET (gtk_widget_get_template_child (page, KITH_TYPE_CHANGES_PAGE, "list"));
  kith_changes_page_set_since (KITH_CHANGES_PAGE (page), SINCE);
  g_assert_cmpuint (n, >, 0);
  counted[0] = page;
  counted[1] = GUINT_TO_POINTER (n);
  trial_wait (is_of_diff, counted);
  shown[0] = stack;
  shown[1] = (gpointer) "list";
  trial_wait (is_shown, shown);
  g_assert_nonnull (trial_find (page, GTK_TYPE_LABEL, headline));
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (KithChangeItem) item = g_list_model_get_item (get_items (page), i);
      gboolean begins = i == 0 || items[i - 1].kind != items[i].kind ||
                        (items[i - 1].decision == NULL) != (items[i].decision == NULL);

      g_assert_cmpstr (kith_change_item_get (item)->story, ==, items[i].story);
      if (items[i].decision == NULL)
        g_assert_cmpint (kith_change_item_get_heading (item) != NULL, ==, begins);
    }
  for (guint i = 0; i < n; i++)
    if (items[i].urn != KITH_INT_NONE)
      {
        g_signal_emit_by_name (list, "activate", i);
        g_assert_cmpint (kith_session_get_selected (session), ==, items[i].urn);
        break;
      }

  kith_changes_page_set_since (KITH_CHANGES_PAGE (page), AS_AT);
  none[0] = stack;
  none[1] = (gpointer) "none";
  trial_wait (is_shown, none);
  trial_close_window (window);
}

static void
note_done_cb (KithSession *session, const char *words, gboolean is_undoable, gboolean *is_done)
{
  *is_done = TRUE;
}

static gboolean
is_set (gpointer data)
{
  return *(gboolean *)data;
}

/* What the public will not see is said, and is not in the file. */
static void
test_export (void)
{
  KithWindow *window = open_at ("export.kith");
  KithSession *session = kith_window_get_session (window);
  KithExportDialog *dialog = kith_export_dialog_begin (GTK_WIDGET (window), session);
  AdwComboRow *audience = ADW_COMBO_ROW (
      gtk_widget_get_template_child (GTK_WIDGET (dialog), KITH_TYPE_EXPORT_DIALOG, "audience"));
  AdwComboRow *format = ADW_COMBO_ROW (
      gtk_widget_get_template_child (GTK_WIDGET (dialog), KITH_TYPE_EXPORT_DIALOG, "format"));
  GtkWidget *withheld = GTK_WIDGET (
      gtk_widget_get_template_child (GTK_WIDGET (dialog), KITH_TYPE_EXPORT_DIALOG, "withheld"));
  g_autoptr (GFile) file = g_file_get_child (trial_get_folder (), "out.json");
  const KithPerson *person =
      kith_ledger_get_rows (kith_session_get_ledger (session), KITH_TABLE_PERSON, &(gsize){ 0 });
  g_autofree char *name = g_strdup (person->name);
  gboolean is_done = FALSE;

  g_assert_cmpuint (trial_count (withheld, ADW_TYPE_ACTION_ROW), ==, 1);
  adw_combo_row_set_selected (audience, KITH_AUDIENCE_PUBLIC);
  g_assert_cmpuint (trial_count (withheld, ADW_TYPE_ACTION_ROW), ==, KITH_N_TOPICS);
  for (guint a = 0; a < 2; a++)
    {
      g_autofree char *text = NULL;
      gboolean is_public = a == 1;

      if (a > 0)
        dialog = kith_export_dialog_begin (GTK_WIDGET (window), session);
      audience = ADW_COMBO_ROW (
          gtk_widget_get_template_child (GTK_WIDGET (dialog), KITH_TYPE_EXPORT_DIALOG, "audience"));
      format = ADW_COMBO_ROW (
          gtk_widget_get_template_child (GTK_WIDGET (dialog), KITH_TYPE_EXPORT_DIALOG, "format"));
      adw_combo_row_set_selected (audience,
                                  is_public ? KITH_AUDIENCE_PUBLIC : KITH_AUDIENCE_OFFICERS);
      adw_combo_row_set_selected (format, KITH_EXPORT_JSON);
      is_done = FALSE;
      g_signal_connect (session, "done", G_CALLBACK (note_done_cb), &is_done);
      kith_export_dialog_write (dialog, file);
      trial_wait (is_set, &is_done);
      g_signal_handlers_disconnect_by_data (session, &is_done);
      g_assert_true (g_file_load_contents (file, NULL, &text, NULL, NULL, NULL));
      g_assert_cmpint (strstr (text, name) != NULL, ==, !is_public);
    }
  trial_close_window (window);
}

int
main (int argc, char **argv)
{
  int status;

  gtk_test_init (&argc, &argv, NULL);
  g_test_add_func ("/changes-page/what changed, with a heading over each group", test_changes);
  g_test_add_func ("/changes-page/an export is for somebody", test_export);
  status = g_test_run ();
  trial_end ();
  return status;
}
