/* test-families-page.c: Families are built, looked at and kept in the window
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kith-families-page.h"
#include "kith-family-view.h"
#include "kith-scene-view.h"
#include "trial-app.h"

#include <string.h>

static gboolean
is_keep_there (gpointer page)
{
  GtkWidget *keep = trial_find (page, GTK_TYPE_BUTTON, "_Keep these Families");

  return keep != NULL && gtk_widget_get_visible (keep);
}

static gboolean
is_keep_gone (gpointer page)
{
  return !is_keep_there (page) && trial_count (page, KITH_TYPE_FAMILY_VIEW) == 1 &&
         trial_find (page, GTK_TYPE_LABEL, "Family 1 (primary)") != NULL;
}

static gboolean
is_nothing_kept (gpointer page)
{
  GtkWidget *status = trial_find (page, ADW_TYPE_STATUS_PAGE, NULL);

  return status != NULL && gtk_widget_get_mapped (status);
}

static gboolean
tells (GtkWidget *from, const char *words)
{
  for (GtkWidget *child = gtk_widget_get_first_child (from); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if ((GTK_IS_LABEL (child) && strstr (gtk_label_get_text (GTK_LABEL (child)), words) != NULL) ||
        tells (child, words))
      return TRUE;
  return FALSE;
}

static gboolean
is_told_impossible (gpointer page)
{
  return tells (page, "are all rivals of each other");
}

static gboolean
is_chart_there (gpointer page)
{
  return trial_count (page, KITH_TYPE_SCENE_VIEW) == 1;
}

static guint
count_families (KithSession *session)
{
  gsize n;
  const KithFamilyRun *runs =
      kith_ledger_get_rows (kith_session_get_ledger (session), KITH_TABLE_FAMILY_RUN, &n);

  g_assert_true (n == 0 || runs[0].settings != NULL);
  return (guint)n;
}

static gboolean
is_run_kept (gpointer session)
{
  return count_families (session) == 1;
}

static gboolean
is_run_gone (gpointer session)
{
  return count_families (session) == 0;
}

/* Sixty schools have rivals enough to make Families impossible: none by distance here. */
static void
strike_rivals_out (KithSession *session)
{
  g_autoptr (KithChangeset) changes = kith_changeset_new (kith_session_get_ledger (session));
  const KithEntry entry = { .what = "Setting" };
  KithSetting setting;

  kith_row_clear (KITH_TABLE_SETTING, &setting);
  setting.id = kith_changeset_take_key (changes, KITH_TABLE_SETTING);
  setting.key = "rivals.metres-primary";
  setting.value = "0";
  kith_changeset_put (changes, KITH_TABLE_SETTING, &setting);
  kith_session_apply (session, changes, &entry, NULL, NULL);
}

static gboolean
is_set (gpointer session)
{
  return kith_ledger_get_setting (kith_session_get_ledger (session), "rivals.metres-primary") !=
         NULL;
}

static void
test_kept (void)
{
  g_autoptr (GFile) file = trial_make_register ("families.kith");
  KithWindow *window = trial_open_window (file);
  KithSession *session = kith_window_get_session (window);
  GtkWidget *page = trial_find (window, KITH_TYPE_FAMILIES_PAGE, NULL), *list, *row, *stack;

  kith_window_show_page (window, "families");
  trial_wait (is_nothing_kept, page);
  g_signal_emit_by_name (trial_find (page, GTK_TYPE_BUTTON, "_Build Families"), "clicked");
  trial_wait (is_told_impossible, page);
  g_assert_false (is_keep_there (page));

  strike_rivals_out (session);
  trial_wait (is_set, session);
  trial_wait_for_roll (session);
  trial_wait (is_nothing_kept, page);
  g_assert_cmpuint (count_families (session), ==, 0);

  g_signal_emit_by_name (trial_find (page, GTK_TYPE_BUTTON, "_Build Families"), "clicked");
  trial_wait (is_keep_there, page);
  /* what is proposed is not in the register */
  g_assert_cmpuint (count_families (session), ==, 0);

  g_signal_emit_by_name (trial_find (page, GTK_TYPE_BUTTON, "_Keep these Families"), "clicked");
  trial_wait (is_run_kept, session);
  trial_wait (is_keep_gone, page);

  list = trial_find (trial_find (page, KITH_TYPE_FAMILY_VIEW, NULL), GTK_TYPE_LIST_BOX, NULL);
  row = GTK_WIDGET (gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), 0));
  g_assert_nonnull (row);
  g_signal_emit_by_name (list, "row-activated", row);
  g_assert_cmpint (kith_session_get_selected (session), !=, 0);

  stack = trial_find (trial_find (page, KITH_TYPE_FAMILY_VIEW, NULL), GTK_TYPE_STACK, NULL);
  gtk_stack_set_visible_child_name (GTK_STACK (stack), "display");
  trial_wait (is_chart_there, page);

  kith_session_undo (session, 0);
  trial_wait (is_run_gone, session);
  trial_wait (is_nothing_kept, page);
  trial_close_window (window);
}

int
main (int argc, char **argv)
{
  int status;

  gtk_test_init (&argc, &argv, NULL);
  g_test_add_func ("/families-page/built, kept, looked at, undone", test_kept);
  status = g_test_run ();
  trial_end ();
  return status;
}
