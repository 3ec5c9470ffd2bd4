/* test-roll-shown.c: what the roll call shows: filters as chips
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kith-filter-chips.h"
#include "kith-filter-popover.h"
#include "kith-roll-page.h"
#include "trial-app.h"

#include <string.h>

static guint
count_rows (KithWindow *window)
{
  GtkColumnView *view = trial_find (window, GTK_TYPE_COLUMN_VIEW, NULL);

  return g_list_model_get_n_items (G_LIST_MODEL (gtk_column_view_get_model (view)));
}

static GtkDropDown *
get_choice (KithWindow *window, const char *name)
{
  GtkWidget *page = trial_find (window, KITH_TYPE_ROLL_PAGE, NULL);
  GtkWidget *popover =
      GTK_WIDGET (gtk_widget_get_template_child (page, KITH_TYPE_ROLL_PAGE, "filter_popover"));

  return GTK_DROP_DOWN (gtk_widget_get_template_child (popover, KITH_TYPE_FILTER_POPOVER, name));
}

static void
show_choices (KithWindow *window)
{
  GtkWidget *page = trial_find (window, KITH_TYPE_ROLL_PAGE, NULL);
  GtkWidget *popover =
      GTK_WIDGET (gtk_widget_get_template_child (page, KITH_TYPE_ROLL_PAGE, "filter_popover"));

  gtk_popover_popup (GTK_POPOVER (popover));
  trial_settle ();
  gtk_popover_popdown (GTK_POPOVER (popover));
}

static void
test_chips (void)
{
  g_autoptr (GFile) file = trial_make_register ("chips.kith");
  KithWindow *window = trial_open_window (file);
  GtkWidget *page = trial_find (window, KITH_TYPE_ROLL_PAGE, NULL);
  GtkWidget *chips = trial_find (page, KITH_TYPE_FILTER_CHIPS, NULL);
  GtkWidget *search = trial_find (page, GTK_TYPE_SEARCH_ENTRY, NULL);
  guint n_narrow, n_both;

  g_assert_false (gtk_widget_get_visible (chips));
  show_choices (window);
  gtk_drop_down_set_selected (get_choice (window, "authority"), 1);
  trial_settle ();
  n_narrow = count_rows (window);
  g_assert_cmpuint (n_narrow, <, TRIAL_SCHOOLS);
  g_assert_true (gtk_widget_get_visible (chips));
  g_assert_cmpuint (trial_count (chips, GTK_TYPE_BUTTON), ==, 1);

  gtk_editable_set_text (GTK_EDITABLE (search), "primary");
  trial_settle ();
  trial_settle ();
  n_both = count_rows (window);
  g_assert_cmpuint (n_both, <=, n_narrow);
  g_assert_cmpuint (trial_count (chips, GTK_TYPE_BUTTON), ==, 2);
  g_assert_nonnull (trial_find (chips, GTK_TYPE_LABEL, "“primary”"));

  /* each is taken off by itself */
  g_signal_emit_by_name (trial_find (chips, GTK_TYPE_BUTTON, NULL), "clicked");
  trial_settle ();
  g_assert_cmpuint (gtk_drop_down_get_selected (get_choice (window, "authority")), ==, 0);
  g_assert_cmpuint (trial_count (chips, GTK_TYPE_BUTTON), ==, 1);
  g_signal_emit_by_name (trial_find (chips, GTK_TYPE_BUTTON, NULL), "clicked");
  trial_settle ();
  trial_settle ();
  g_assert_cmpuint (count_rows (window), ==, TRIAL_SCHOOLS);
  g_assert_false (gtk_widget_get_visible (chips));
  trial_close_window (window);
}

int
main (int argc, char **argv)
{
  int status;

  gtk_test_init (&argc, &argv, NULL);
  g_test_add_func ("/roll shown/each part of a filter is a chip and is taken off by itself",
                   test_chips);
  status = g_test_run ();
  trial_end ();
  return status;
}
