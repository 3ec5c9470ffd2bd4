/* test-roll-columns.c: columns of the roll call, chosen and remembered
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kith-column-choice.h"
#include "kith-person.h"
#include "kith-roll-columns.h"
#include "kith-roll-page.h"
#include "trial-app.h"

/* LOOK, section 9: what stands in a window of the usual width, and what a wide one adds. */
#define USUAL "✓ Tier School Authority Links Last contact Findings"
#define WIDE "✓ Tier School Authority Trust Pupils Links Component Last contact Findings"

static GtkWidget *
get_page (KithWindow *window)
{
  return trial_find (window, KITH_TYPE_ROLL_PAGE, NULL);
}

static KithRollColumns *
get_columns (KithWindow *window)
{
  GtkWidget *view = trial_find (get_page (window), GTK_TYPE_COLUMN_VIEW, NULL);

  return g_object_get_data (G_OBJECT (view), "kith-roll-columns");
}

static char *
dup_titles (KithWindow *window)
{
  GtkColumnView *view = trial_find (get_page (window), GTK_TYPE_COLUMN_VIEW, NULL);
  GListModel *columns = gtk_column_view_get_columns (view);
  GString *titles = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (columns); i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i);

      g_string_append_printf (titles, "%s%s", i > 0 ? " " : "",
                              gtk_column_view_column_get_title (column));
    }
  return g_string_free (titles, FALSE);
}

static void
assert_titles (KithWindow *window, const char *expected)
{
  g_autofree char *titles = NULL;

  trial_settle ();
  titles = dup_titles (window);
  g_assert_cmpstr (titles, ==, expected);
}

static const char *
get_foot (KithWindow *window)
{
  return gtk_label_get_text (
      GTK_LABEL (gtk_widget_get_template_child (get_page (window), KITH_TYPE_ROLL_PAGE, "foot")));
}

/* Without the school pane there is room for more. */
static void
toggle_pane (KithWindow *window)
{
  gtk_widget_activate_action (GTK_WIDGET (window), "win.pane", NULL);
  trial_settle ();
  trial_settle ();
}

static void
forget_all (void)
{
  if (kith_person_get_settings () != NULL)
    g_settings_reset (kith_person_get_settings (), KITH_PERSON_ROLL_COLUMNS);
}

static void
test_chosen (void)
{
  g_autoptr (GFile) file = trial_make_register ("columns.kith");
  KithWindow *window;
  GtkWidget *page;

  g_assert_nonnull (kith_person_get_settings ());
  forget_all ();
  window = trial_open_window (file);
  page = get_page (window);
  assert_titles (window, USUAL);
  gtk_widget_activate_action (page, "column.authority", NULL);
  assert_titles (window, "✓ Tier School Links Last contact Findings");
  gtk_widget_activate_action (page, "column.pupils", NULL);
  assert_titles (window, "✓ Tier School Pupils Links Last contact Findings");
  gtk_widget_activate_action (page, "column.school", NULL); /* who it is stays */
  assert_titles (window, "✓ Tier School Pupils Links Last contact Findings");

  /* in the next window too, and with room for more what was hidden stays so */
  trial_close_window (window);
  window = trial_open_window (file);
  assert_titles (window, "✓ Tier School Pupils Links Last contact Findings");
  toggle_pane (window);
  assert_titles (window, "✓ Tier School Trust Pupils Links Component Last contact Findings");
  gtk_widget_activate_action (get_page (window), "column.usual", NULL);
  assert_titles (window, WIDE);
  toggle_pane (window);
  assert_titles (window, USUAL);
  trial_close_window (window);
}

/* What is no longer seen does not order the list, and the foot does not say so. */
static void
test_sorted (void)
{
  g_autoptr (GFile) file = trial_make_register ("columns-sorted.kith");
  KithWindow *window;

  forget_all ();
  window = trial_open_window (file);
  kith_roll_columns_sort (get_columns (window), KITH_COLUMN_LINKS, GTK_SORT_DESCENDING);
  trial_settle ();
  g_assert_true (g_str_has_suffix (get_foot (window), "Sorted by links, most first"));
  gtk_widget_activate_action (get_page (window), "column.links", NULL);
  trial_settle ();
  g_assert_true (g_str_has_suffix (get_foot (window), "then pupils"));

  kith_roll_columns_sort (get_columns (window), KITH_COLUMN_SCHOOL, GTK_SORT_DESCENDING);
  gtk_widget_activate_action (get_page (window), "column.tier", NULL);
  assert_titles (window, "✓ School Authority Last contact Findings");
  g_assert_true (g_str_has_suffix (get_foot (window), "Sorted by school, Z to A"));
  gtk_widget_activate_action (get_page (window), "roll.worklist", NULL);
  trial_settle ();
  g_assert_true (g_str_has_suffix (get_foot (window), "then pupils"));
  trial_close_window (window);
  forget_all ();
}

static const KithColumnOption options[] = {
  { "name", "Name", FALSE, TRUE },
  { "town", "Town", FALSE, FALSE },
  { "trust", "Trust", TRUE, FALSE },
};

static void
count_cb (guint *n)
{
  (*n)++;
}

/* Without a schema, and with one that is older than the program. */
static void
test_no_schema (void)
{
  GSettings *settings[] = { NULL, kith_person_get_settings () };

  for (guint i = 0; i < G_N_ELEMENTS (settings); i++)
    {
      g_autoptr (KithColumnChoice) choice =
          kith_column_choice_new (options, G_N_ELEMENTS (options), settings[i], "no-such-key");
      GActionGroup *actions = kith_column_choice_get_actions (choice);
      guint n_told = 0;

      g_signal_connect_swapped (choice, "changed", G_CALLBACK (count_cb), &n_told);
      g_assert_false (g_action_group_get_action_enabled (actions, "usual"));
      g_action_group_activate_action (actions, "town", NULL);
      g_action_group_activate_action (actions, "trust", NULL);
      g_assert_cmpuint (n_told, ==, 2);
      g_assert_true (kith_column_choice_is_wanted (choice, 0));
      g_assert_false (kith_column_choice_is_wanted (choice, 1));
      g_assert_true (kith_column_choice_is_wanted (choice, 2));
      g_action_group_activate_action (actions, "usual", NULL);
      g_assert_true (kith_column_choice_is_wanted (choice, 1));
      g_assert_false (kith_column_choice_is_wanted (choice, 2));
    }
}

/* Settings can be written by other programs and by later versions of this one. */
static void
test_strange (void)
{
  GSettings *settings = kith_person_get_settings ();
  g_autoptr (KithColumnChoice) choice = NULL;
  g_autoptr (GVariant) kept = NULL;
  gboolean is_shown = TRUE;

  g_assert_nonnull (settings);
  g_settings_set_value (settings, KITH_PERSON_ROLL_COLUMNS,
                        g_variant_new_parsed ("{'name': false, 'moon': false, 'town': false}"));
  choice =
      kith_column_choice_new (options, G_N_ELEMENTS (options), settings, KITH_PERSON_ROLL_COLUMNS);
  g_assert_true (kith_column_choice_is_wanted (choice, 0));
  g_assert_false (kith_column_choice_is_wanted (choice, 1));
  g_action_group_activate_action (kith_column_choice_get_actions (choice), "town", NULL);
  g_assert_true (kith_column_choice_is_wanted (choice, 1));
  kept = g_settings_get_value (settings, KITH_PERSON_ROLL_COLUMNS);
  g_assert_true (g_variant_lookup (kept, "moon", "b", &is_shown));
  g_assert_false (is_shown);
  forget_all ();
}

int
main (int argc, char **argv)
{
  int status;

  gtk_test_init (&argc, &argv, NULL);
  g_test_add_func ("/roll columns/each but the school’s is hidden and shown, and stays so",
                   test_chosen);
  g_test_add_func ("/roll columns/a list is not sorted by a column that is hidden", test_sorted);
  g_test_add_func ("/roll columns/without a schema a choice lasts as long as the window",
                   test_no_schema);
  g_test_add_func ("/roll columns/settings that make no sense do no harm, and are kept",
                   test_strange);
  status = g_test_run ();
  trial_end ();
  return status;
}
