/* test-roll-shown.c: what the roll call shows: filters as chips
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kith-filter-chips.h"
#include "kith-filter-popover.h"
#include "kith-roll-page.h"
#include "kith-roll-views.h"
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

static gint64
find_view (KithSession *session)
{
  gsize n;
  const KithSavedView *views =
      kith_ledger_get_rows (kith_session_get_ledger (session), KITH_TABLE_SAVED_VIEW, &n);

  return n > 0 ? views[0].id : 0;
}

static gboolean
has_view (gpointer session)
{
  return find_view (session) != 0;
}

static gboolean
has_no_view (gpointer session)
{
  return find_view (session) == 0;
}

/* Who is shown is chosen, in place of whoever was; on another page there is nobody to choose. */
static void
test_choose (void)
{
  g_autoptr (GFile) file = trial_make_register ("choose-shown.kith");
  KithWindow *window = trial_open_window (file);
  KithSession *session = kith_window_get_session (window);
  KithChosen *chosen = kith_session_get_chosen (session);
  g_autoptr (GArray) urns = NULL;
  guint n_narrow;

  gtk_widget_activate_action (GTK_WIDGET (window), "win.choose-all", NULL);
  g_assert_cmpuint (kith_chosen_get_n (chosen), ==, TRIAL_SCHOOLS);
  show_choices (window);
  gtk_drop_down_set_selected (get_choice (window, "authority"), 1);
  trial_settle ();
  n_narrow = count_rows (window);
  g_assert_cmpuint (n_narrow, >, 0);
  g_assert_cmpuint (n_narrow, <, TRIAL_SCHOOLS);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.choose-all", NULL);
  urns = kith_chosen_dup_urns (chosen);
  g_assert_cmpuint (urns->len, ==, n_narrow);
  for (guint i = 0; i < urns->len; i++)
    {
      g_autoptr (KithRollItem) item =
          kith_session_find_school (session, g_array_index (urns, gint64, i));

      g_assert_true (gtk_filter_match (GTK_FILTER (kith_session_get_filter (session)), item));
    }
  kith_chosen_set (chosen, NULL, 0);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.page", "s", "map");
  gtk_widget_activate_action (GTK_WIDGET (window), "win.choose-all", NULL);
  g_assert_cmpuint (kith_chosen_get_n (chosen), ==, 0);
  trial_close_window (window);
}

static void
test_views (void)
{
  g_autoptr (GFile) file = trial_make_register ("views.kith");
  KithWindow *window = trial_open_window (file);
  KithSession *session = kith_window_get_session (window);
  GtkWidget *page = trial_find (window, KITH_TYPE_ROLL_PAGE, NULL);
  gint64 before = kith_session_get_undoable (session);
  guint n_seen;

  /* two tiers of an authority, under a name */
  kith_roll_views_keep (session, "Watched primaries", "tier=2,3;phase=primary;text=school");
  trial_wait (has_view, session);
  trial_wait_for_roll (session);
  g_assert_cmpint (kith_session_get_undoable (session), ==, before); /* it is no entry */
  gtk_widget_activate_action (page, "roll.view", "x", find_view (session));
  trial_settle ();
  trial_settle ();
  n_seen = count_rows (window);
  g_assert_cmpuint (n_seen, >, 0);
  g_assert_cmpuint (n_seen, <, TRIAL_SCHOOLS);
  for (guint i = 0; i < n_seen; i++)
    {
      GtkColumnView *view = trial_find (window, GTK_TYPE_COLUMN_VIEW, NULL);
      g_autoptr (KithRollItem) item =
          g_list_model_get_item (G_LIST_MODEL (gtk_column_view_get_model (view)), i);
      KithTier tier = kith_roll_item_get_row (item)->tier;

      g_assert_true (tier == KITH_TIER_LOOK_IN || tier == KITH_TIER_WATCH);
      g_assert_cmpint (kith_roll_item_get_school (item)->phase, ==, KITH_PHASE_PRIMARY);
    }

  /* saved again under its name it is replaced, and then forgotten */
  kith_roll_views_keep (session, "watched primaries", "tier=2");
  trial_settle ();
  trial_wait_for_roll (session);
  gtk_widget_activate_action (page, "roll.forget-view", NULL);
  trial_wait (has_no_view, session);
  trial_close_window (window);
}

int
main (int argc, char **argv)
{
  int status;

  gtk_test_init (&argc, &argv, NULL);
  g_test_add_func ("/roll shown/each part of a filter is a chip and is taken off by itself",
                   test_chips);
  g_test_add_func ("/roll shown/all that are shown are chosen", test_choose);
  g_test_add_func ("/roll shown/a view is saved, shown, replaced and forgotten", test_views);
  status = g_test_run ();
  trial_end ();
  return status;
}
