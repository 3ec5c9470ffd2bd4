/* test-window.c: the window, its pages and its pane
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kith-date-button.h"
#include "kith-finding-view.h"
#include "kith-import-dialog.h"
#include "kith-map-page.h"
#include "kith-map-view.h"
#include "kith-roll-columns.h"
#include "kith-roll-page.h"
#include "kith-school-map.h"
#include "kith-chronicle.h"
#include "kith-history-row.h"
#include "kith-school-pane.h"
#include "kith-school-story.h"
#include "kith-sources-page.h"
#include "kith-state.h"
#include "kith-story-rows.h"
#include "kith-tier-bar.h"
#include "trial-app.h"

#include <string.h>

static GListModel *
get_rows (KithWindow *window)
{
  GtkColumnView *view = trial_find (window, GTK_TYPE_COLUMN_VIEW, NULL);

  return G_LIST_MODEL (gtk_column_view_get_model (view));
}

static const char *
get_foot (KithWindow *window)
{
  KithRollPage *page = trial_find (window, KITH_TYPE_ROLL_PAGE, NULL);
  GtkWidget *box = adw_bin_get_child (ADW_BIN (page));

  return gtk_label_get_text (GTK_LABEL (gtk_widget_get_last_child (box)));
}

static GtkListView *
get_map_list (KithWindow *window)
{
  GtkWidget *page = trial_find (window, KITH_TYPE_MAP_PAGE, NULL);

  return GTK_LIST_VIEW (gtk_widget_get_template_child (page, KITH_TYPE_MAP_PAGE, "list"));
}

/* The list beside the map, which has rows only while it is seen. */
static void
show_map_list (KithWindow *window)
{
  GtkWidget *page = trial_find (window, KITH_TYPE_MAP_PAGE, NULL);
  GObject *side = gtk_widget_get_template_child (page, KITH_TYPE_MAP_PAGE, "side");

  kith_window_show_page (window, "map");
  gtk_stack_set_visible_child_name (GTK_STACK (side), "list");
  trial_settle ();
}

static gint64
get_urn (GListModel *rows, guint position)
{
  g_autoptr (KithRollItem) item = g_list_model_get_item (rows, position);

  return kith_roll_item_get_urn (item);
}

static void
test_start (void)
{
  KithWindow *window = trial_open_window (NULL);
  static const char *const words[] = { "Open the _sample region", "_New register…", "_Open…" };

  g_assert_nonnull (trial_find (window, GTK_TYPE_LABEL, "No register is open"));
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      GtkWidget *button = trial_find (window, GTK_TYPE_BUTTON, words[i]);

      g_assert_nonnull (button);
      g_assert_true (gtk_widget_is_sensitive (button));
    }
  g_assert_false (kith_session_is_open (kith_window_get_session (window)));
  trial_close_window (window);
}

static void
test_counts (void)
{
  g_autoptr (GFile) file = trial_make_register ("counts.kith");
  KithWindow *window = trial_open_window (file);
  KithTierBar *bar = trial_find (window, KITH_TYPE_TIER_BAR, NULL);
  KithRoll *roll = kith_session_get_roll (kith_window_get_session (window));
  guint n = 0;
  KithTier tier = 0;

  g_assert_cmpuint (g_list_model_get_n_items (get_rows (window)), ==, TRIAL_SCHOOLS);
  for (GtkWidget *toggle = gtk_widget_get_first_child (GTK_WIDGET (bar)); toggle != NULL;
       toggle = gtk_widget_get_next_sibling (toggle), tier++)
    {
      GtkWidget *box = gtk_button_get_child (GTK_BUTTON (toggle));
      const char *count = gtk_label_get_text (GTK_LABEL (gtk_widget_get_last_child (box)));

      n += atoi (count);
      gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (toggle), TRUE);
      trial_settle ();
      g_assert_cmpuint (g_list_model_get_n_items (get_rows (window)), ==,
                        kith_roll_count_tier (roll, tier));
      gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (toggle), FALSE);
    }
  trial_settle ();
  g_assert_cmpuint (tier, ==, KITH_N_TIERS);
  g_assert_cmpuint (n, ==, TRIAL_SCHOOLS);
  g_assert_cmpstr (get_foot (window), ==,
                   "60 schools, each one once. "
                   "Sorted by tier, then red and amber findings, then pupils");
  trial_close_window (window);
}

/* The keyboard is anywhere in the window: a key reaches an action of the window, or none. */
static void
test_keys (void)
{
  g_autoptr (GFile) file = trial_make_register ("keys.kith");
  KithWindow *window = trial_open_window (file);
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (window));
  g_auto (GStrv) actions = gtk_application_list_action_descriptions (application);
  GdkClipboard *clipboard = gtk_widget_get_clipboard (GTK_WIDGET (window));

  g_assert_cmpuint (g_strv_length (actions), >, 20);
  for (guint i = 0; actions[i] != NULL; i++)
    g_assert_true (g_str_has_prefix (actions[i], "app.") || g_str_has_prefix (actions[i], "win.") ||
                   g_str_has_prefix (actions[i], "window."));

  g_assert_null (gdk_clipboard_get_content (clipboard));
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "win.copy-all", NULL));
  g_assert_nonnull (gdk_clipboard_get_content (clipboard));
  /* not what this page can do: nothing */
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "win.export", NULL));
  trial_close_window (window);
}

static void
test_no_match (void)
{
  g_autoptr (GFile) file = trial_make_register ("no-match.kith");
  KithWindow *window = trial_open_window (file);
  KithRollPage *page = trial_find (window, KITH_TYPE_ROLL_PAGE, NULL);
  GtkWidget *entry = trial_find (page, GTK_TYPE_SEARCH_ENTRY, NULL);
  GtkStack *stack =
      GTK_STACK (gtk_widget_get_template_child (GTK_WIDGET (page), KITH_TYPE_ROLL_PAGE, "stack"));
  GtkButton *clear;

  gtk_widget_activate_action (GTK_WIDGET (window), "win.search", NULL);
  gtk_editable_set_text (GTK_EDITABLE (entry), "no school has these words");
  trial_settle ();
  trial_settle ();
  g_assert_cmpstr (gtk_stack_get_visible_child_name (stack), ==, "no-match");
  g_assert_true (g_str_has_prefix (get_foot (window), "0 of 60 schools."));

  clear = trial_find (gtk_stack_get_visible_child (stack), GTK_TYPE_BUTTON, "_Clear filter");
  g_assert_nonnull (clear);
  g_signal_emit_by_name (clear, "clicked");
  trial_settle ();
  g_assert_cmpstr (gtk_stack_get_visible_child_name (stack), ==, "list");
  g_assert_cmpuint (g_list_model_get_n_items (get_rows (window)), ==, TRIAL_SCHOOLS);
  trial_close_window (window);
}

static void
test_sort (void)
{
  g_autoptr (GFile) file = trial_make_register ("sort.kith");
  KithWindow *window = trial_open_window (file);
  GtkColumnView *view = trial_find (window, GTK_TYPE_COLUMN_VIEW, NULL);
  KithRollColumns *columns = g_object_get_data (G_OBJECT (view), "kith-roll-columns");
  gint64 first = get_urn (get_rows (window), 0);
  GListModel *rows = get_rows (window);

  kith_roll_columns_sort (columns, KITH_COLUMN_LINKS, GTK_SORT_DESCENDING);
  trial_settle ();
  for (guint i = 1; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr (KithRollItem) before = g_list_model_get_item (rows, i - 1);
      g_autoptr (KithRollItem) after = g_list_model_get_item (rows, i);

      g_assert_cmpuint (kith_roll_item_get_row (before)->n_links, >=,
                        kith_roll_item_get_row (after)->n_links);
    }
  g_assert_true (g_str_has_suffix (get_foot (window), "Sorted by links, most first"));

  gtk_widget_activate_action (GTK_WIDGET (view), "roll.worklist", NULL);
  trial_settle ();
  g_assert_cmpint (get_urn (rows, 0), ==, first);
  g_assert_true (g_str_has_suffix (get_foot (window), "then pupils"));
  trial_close_window (window);
}

static gboolean
has_school_map (gpointer small)
{
  return kith_school_map_get_map (small) != NULL;
}

static gboolean
has_map (gpointer view)
{
  return kith_map_view_get_map (view) != NULL || kith_map_view_get_problem (view) != NULL;
}

static void
press (gpointer window, const char *label)
{
  GtkWidget *button = trial_find (window, GTK_TYPE_TOGGLE_BUTTON, label);

  g_assert_nonnull (button);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), TRUE);
}

static gboolean
is_of_school (gpointer view)
{
  KithMap *map = kith_map_view_get_map (view);

  return map != NULL &&
         g_str_has_suffix (kith_map_get_title (map), "and the schools it works with");
}

static gboolean
is_network (gpointer view)
{
  KithMap *map = kith_map_view_get_map (view);

  return map != NULL && strcmp (kith_map_get_title (map), "Who works with whom") == 0;
}

static gboolean
has_positions (gpointer session)
{
  gsize n;

  kith_ledger_get_rows (kith_session_get_ledger (session), KITH_TABLE_POSITION, &n);
  return n > 10;
}

/* the whole system has no rings; the selected school has, and stays selected in each view */
static void
test_layouts (void)
{
  g_autoptr (GFile) file = trial_make_register ("layouts.kith");
  KithWindow *window = trial_open_window (file);
  GtkWidget *page = trial_find (window, KITH_TYPE_MAP_PAGE, NULL);
  GtkWidget *view = trial_find (page, KITH_TYPE_MAP_VIEW, NULL);
  GtkDropDown *subject = trial_find (page, GTK_TYPE_DROP_DOWN, NULL);
  gint64 urn = get_urn (get_rows (window), 5);
  gint64 undoable = kith_session_get_undoable (kith_window_get_session (window));
  KithMapOptions shown;
  double x, y;

  kith_session_set_selected (kith_window_get_session (window), urn);
  kith_window_show_page (window, "map");
  trial_wait (has_map, view);
  g_assert_false (gtk_widget_get_sensitive (trial_find (page, GTK_TYPE_TOGGLE_BUTTON, "_Rings")));
  press (page, "_Network");
  trial_wait (is_network, view);
  trial_wait (has_positions, kith_window_get_session (window));
  /* nobody did that: there is nothing to undo */
  g_assert_cmpint (kith_session_get_undoable (kith_window_get_session (window)), ==, undoable);
  g_assert_true (kith_map_view_find (KITH_MAP_VIEW (view), urn, &x, &y));
  gtk_drop_down_set_selected (subject, 1);
  trial_wait (is_of_school, view);
  press (page, "_Rings");
  trial_settle ();
  trial_wait (is_of_school, view);
  kith_map_view_get_options (KITH_MAP_VIEW (view), &shown);
  g_assert_cmpint (shown.layout, ==, KITH_MAP_RADIAL);
  g_assert_cmpint (shown.urn, ==, urn);
  g_assert_true (kith_map_view_find (KITH_MAP_VIEW (view), urn, &x, &y));
  g_assert_cmpint (kith_session_get_selected (kith_window_get_session (window)), ==, urn);
  /* back to the system: rings give way to the network */
  gtk_drop_down_set_selected (subject, 0);
  trial_wait (is_network, view);
  trial_close_window (window);
}

/* the pane's own map is of the selected school, and of the next one */
static void
test_school_map (void)
{
  g_autoptr (GFile) file = trial_make_register ("small.kith");
  KithWindow *window = trial_open_window (file);
  GtkWidget *pane = trial_find (window, KITH_TYPE_SCHOOL_PANE, NULL);
  KithSchoolMap *small = trial_find (pane, KITH_TYPE_SCHOOL_MAP, NULL);

  for (guint row = 0; row < 9; row += 4)
    {
      g_autoptr (KithRollItem) item = g_list_model_get_item (get_rows (window), row);
      KithPoint at;
      double r;

      gtk_selection_model_select_item (GTK_SELECTION_MODEL (get_rows (window)), row, TRUE);
      trial_wait (has_school_map, small);
      g_assert_true (kith_scene_find (kith_map_get_scene (kith_school_map_get_map (small)),
                                      kith_roll_item_get_urn (item), &at, &r));
      g_assert_true (g_str_has_prefix (kith_map_get_title (kith_school_map_get_map (small)),
                                       kith_roll_item_get_school (item)->record->name));
      g_assert_cmpint (gtk_widget_get_height (GTK_WIDGET (small)), ==, 146);
    }
  trial_close_window (window);
}

static void
test_selection (void)
{
  g_autoptr (GFile) file = trial_make_register ("shared.kith");
  KithWindow *window = trial_open_window (file);
  KithSession *session = kith_window_get_session (window);
  KithSchoolPane *pane = trial_find (window, KITH_TYPE_SCHOOL_PANE, NULL);
  GtkListView *list = get_map_list (window);
  g_autoptr (KithRollItem) item = g_list_model_get_item (get_rows (window), 7);
  KithRollItem *on_map;

  gtk_selection_model_select_item (GTK_SELECTION_MODEL (get_rows (window)), 7, TRUE);
  trial_settle ();
  g_assert_cmpint (kith_session_get_selected (session), ==, kith_roll_item_get_urn (item));
  g_assert_nonnull (trial_find (pane, GTK_TYPE_LABEL, kith_roll_item_get_name (item)));
  for (guint i = 0; i < kith_roll_item_get_row (item)->n_findings; i++)
    g_assert_nonnull (
        trial_find (pane, GTK_TYPE_LABEL, kith_roll_item_get_row (item)->findings[i].sentence));
  show_map_list (window);
  on_map = gtk_single_selection_get_selected_item (
      GTK_SINGLE_SELECTION (gtk_list_view_get_model (list)));
  g_assert_true (on_map == item);
  kith_window_show_page (window, "roll");

  /* and the other way; a new roll does not lose it */
  kith_session_set_selected (session, get_urn (get_rows (window), 3));
  g_assert_cmpuint (gtk_single_selection_get_selected (GTK_SINGLE_SELECTION (get_rows (window))),
                    ==, 3);
  kith_session_set_as_at (session, kith_session_get_as_at (session) - 1);
  trial_wait_for_roll (session);
  trial_settle ();
  g_assert_cmpint (kith_session_get_selected (session), !=, 0);
  on_map = gtk_single_selection_get_selected_item (GTK_SINGLE_SELECTION (get_rows (window)));
  g_assert_cmpint (kith_roll_item_get_urn (on_map), ==, kith_session_get_selected (session));
  trial_close_window (window);
}

typedef struct
{
  KithSchoolPane *pane;
  KithSchoolStory *story;
} Measured;

static gboolean
has_measures (gpointer data)
{
  Measured *of = data;

  /* with spread and nearness among them: no two schools have both alike */
  for (guint i = 0; i < KITH_N_MEASURE_LINES; i++)
    if (trial_find (of->pane, GTK_TYPE_LABEL, of->story->measure_lines[i].sentence) == NULL)
      return FALSE;
  return TRUE;
}

/* Several are selected one after the other; the measures are those of the last */
static void
test_measures (void)
{
  g_autoptr (GFile) file = trial_make_register ("measures.kith");
  KithWindow *window = trial_open_window (file);
  KithSession *session = kith_window_get_session (window);
  KithRoll *roll = kith_session_get_roll (session);
  g_autoptr (KithSchoolStory) story = NULL;
  Measured of = { .pane = trial_find (window, KITH_TYPE_SCHOOL_PANE, NULL) };
  GtkWidget *rows;
  gint64 last = 0;

  for (guint i = 0; i < TRIAL_SCHOOLS; i++)
    {
      gint64 urn = get_urn (get_rows (window), i);

      if (kith_roll_find (roll, urn)->n_links == 0)
        continue;
      kith_session_set_selected (session, urn);
      last = urn;
    }
  story = kith_school_story_new (roll, last);
  g_assert_true (kith_school_story_measure (story, NULL, NULL));
  of.story = story;
  rows = trial_find (of.pane, KITH_TYPE_STORY_ROWS, NULL);
  adw_expander_row_set_expanded (
      ADW_EXPANDER_ROW (gtk_widget_get_template_child (rows, KITH_TYPE_STORY_ROWS, "measures")),
      TRUE);
  trial_wait (has_measures, &of);
  for (guint i = 0; i < KITH_N_MEASURE_LINES; i++)
    {
      g_assert_nonnull (trial_find (of.pane, GTK_TYPE_LABEL, story->measure_lines[i].title));
      g_assert_nonnull (trial_find (of.pane, GTK_TYPE_LABEL, story->measure_lines[i].sentence));
    }
  trial_close_window (window);
}

typedef struct
{
  AdwExpanderRow *row;
  const KithChronicle *story;
} Told;

/* The subtitle that a row of the story has: its last day stands first */
static gboolean
is_told (gpointer data)
{
  Told *told = data;
  const KithEvent *last = &told->story->events[told->story->n_events - 1];
  g_autoptr (GString) words = g_string_new (last->words);

  for (const KithEvent *event = last; event > told->story->events && event[-1].day == last->day;
       event--)
    {
      g_string_prepend_c (words, '\n');
      g_string_prepend (words, event[-1].words);
    }
  return trial_find (told->row, GTK_TYPE_LABEL, words->str) != NULL;
}

static gboolean
is_folded (gpointer row)
{
  return !adw_expander_row_get_expanded (row);
}

/* It looks back when it is unfolded, for the school that is selected by then, and folds again
   when that is cancelled */
static void
test_history (void)
{
  g_autoptr (GFile) file = trial_make_register ("history.kith");
  KithWindow *window = trial_open_window (file);
  KithSession *session = kith_window_get_session (window);
  KithSchoolPane *pane = trial_find (window, KITH_TYPE_SCHOOL_PANE, NULL);
  AdwExpanderRow *row = trial_find (pane, KITH_TYPE_HISTORY_ROW, NULL);

  kith_session_set_selected (session, get_urn (get_rows (window), 0));
  g_assert_cmpstr (adw_expander_row_get_subtitle (row), ==, "how it came to this");
  adw_expander_row_set_expanded (row, TRUE);
  for (guint i = 0; i < 3; i++)
    {
      g_autoptr (KithChronicle) story = kith_chronicle_new (
          kith_session_get_roll (session), get_urn (get_rows (window), i), NULL, NULL);
      Told told = { row, story };

      kith_session_set_selected (session, get_urn (get_rows (window), i));
      trial_wait (is_told, &told);
    }
  kith_session_set_selected (session, get_urn (get_rows (window), 4));
  kith_job_queue_cancel_all (kith_session_get_jobs (session));
  trial_wait (is_folded, row);
  g_assert_cmpstr (adw_expander_row_get_subtitle (row), ==, "how it came to this");
  trial_close_window (window);
}

static void
test_map (void)
{
  g_autoptr (GFile) file = trial_make_register ("map.kith");
  KithWindow *window = trial_open_window (file);
  KithSession *session = kith_window_get_session (window);
  KithMapView *view = trial_find (window, KITH_TYPE_MAP_VIEW, NULL);
  GtkListView *list = get_map_list (window);
  guint n_marks;
  const KithMark *marks;
  guint n_signs = 0;
  double x, y;

  show_map_list (window);
  trial_wait (has_map, view);
  g_assert_null (kith_map_view_get_problem (view));
  trial_settle ();
  marks = kith_scene_get_marks (kith_map_get_scene (kith_map_view_get_map (view)), &n_marks);
  for (guint i = 0; i < n_marks; i++)
    if (marks[i].type == KITH_MARK_SIGN && marks[i].sign.subject > 0)
      {
        g_autoptr (KithRollItem) item = kith_session_find_school (session, marks[i].sign.subject);

        g_assert_nonnull (item);
        g_assert_true (kith_map_view_find (view, marks[i].sign.subject, &x, &y));
        g_assert_cmpfloat (x, >=, 0);
        g_assert_cmpfloat (x, <=, gtk_widget_get_width (GTK_WIDGET (view)));
        g_assert_cmpfloat (y, >=, 0);
        g_assert_cmpfloat (y, <=, gtk_widget_get_height (GTK_WIDGET (view)));
        n_signs++;
      }
  g_assert_cmpuint (n_signs, >, TRIAL_SCHOOLS * 8 / 10);
  g_assert_cmpuint (n_signs, <=, TRIAL_SCHOOLS);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (gtk_list_view_get_model (list))), ==,
                    TRIAL_SCHOOLS);
  trial_close_window (window);
}

static void
test_import (void)
{
  g_autoptr (GFile) file = trial_make_register ("import.kith");
  g_autoptr (GFile) enquiries = NULL;
  g_autofree char *text = NULL;
  KithWindow *window = trial_open_window (file);
  KithSession *session = kith_window_get_session (window);
  KithImportDialog *dialog = NULL;
  gint64 before = kith_session_get_undoable (session);
  GtkButton *import;

  text = g_strdup_printf ("URN,Kind,Asked,Answer,By\n%" G_GINT64_FORMAT ",,2026-03-02,none,AM\n"
                          "this is no URN,,2026-03-02,none,AM\n",
                          get_urn (get_rows (window), 0));
  enquiries = trial_write_file ("enquiries.csv", text);
  kith_import_dialog_begin (GTK_WINDOW (window), session, &enquiries, 1);
  while (dialog == NULL || !gtk_widget_get_mapped (GTK_WIDGET (dialog)))
    {
      g_autoptr (GList) all = gtk_window_list_toplevels ();

      g_main_context_iteration (NULL, TRUE);
      for (GList *at = all; at != NULL; at = at->next)
        if (KITH_IS_IMPORT_DIALOG (at->data))
          dialog = at->data;
    }
  trial_settle ();
  g_assert_nonnull (trial_find (dialog, GTK_TYPE_LABEL, "enquiries.csv"));
  g_assert_nonnull (trial_find (dialog, GTK_TYPE_LABEL, "Rows that are left out"));
  g_assert_cmpint (kith_session_get_undoable (session), ==, before);

  import = trial_find (dialog, GTK_TYPE_BUTTON, "_Import");
  g_assert_true (gtk_widget_get_sensitive (GTK_WIDGET (import)));
  g_signal_emit_by_name (import, "clicked");
  trial_settle ();
  trial_wait_for_roll (session);
  g_assert_cmpint (kith_session_get_undoable (session), !=, before);
  kith_window_show_page (window, "sources");
  trial_settle ();
  g_assert_nonnull (trial_find (trial_find (window, KITH_TYPE_SOURCES_PAGE, NULL), GTK_TYPE_LABEL,
                                "enquiries.csv"));

  gtk_widget_activate_action (GTK_WIDGET (window), "win.undo", NULL);
  trial_settle ();
  trial_wait_for_roll (session);
  trial_settle ();
  g_assert_cmpint (kith_session_get_undoable (session), ==, before);
  trial_close_window (window);
}

static void
test_state (void)
{
  g_autoptr (GFile) file = trial_make_register ("state.kith");
  g_autofree char *uri = g_file_get_uri (file);
  KithWindow *window = trial_open_window (file);
  g_autoptr (KithState) state = NULL;

  kith_window_show_page (window, "sources");
  gtk_widget_activate_action (GTK_WIDGET (window), "win.pane", NULL);
  trial_close_window (window);
  state = kith_state_read ();
  g_assert_cmpstr (state->register_uri, ==, uri);
  g_assert_cmpstr (state->page, ==, "sources");
  g_assert_false (state->has_pane);

  window = trial_open_window (NULL);
  kith_window_open_last (window);
  trial_wait_for_roll (kith_window_get_session (window));
  g_assert_true (g_file_equal (kith_session_get_file (kith_window_get_session (window)), file));
  gtk_widget_activate_action (GTK_WIDGET (window), "win.pane", NULL);
  kith_window_show_page (window, "roll");
  trial_close_window (window);
}

static GtkWidget *
find_icon (gpointer from, const char *icon)
{
  for (GtkWidget *child = gtk_widget_get_first_child (from); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found;

      /* a header bar of libadwaita 1.4 and later has a button of its own, which is not shown */
      if (g_strcmp0 (G_OBJECT_TYPE_NAME (child), "AdwBackButton") == 0)
        continue;
      if (GTK_IS_BUTTON (child) &&
          g_strcmp0 (gtk_button_get_icon_name (GTK_BUTTON (child)), icon) == 0)
        return child;
      found = find_icon (child, icon);
      if (found != NULL)
        return found;
    }
  return NULL;
}

static void
test_names (void)
{
  static const struct
  {
    const char *icon, *name;
  } icons[] = {
    { "edit-undo-symbolic", "Undo" },
    { "edit-redo-symbolic", "Redo" },
    { "system-search-symbolic", "Find anything" },
    { "go-next-symbolic", "Close the school pane" },
    { "go-previous-symbolic", "Show the school pane" },
    { "sidebar-show-symbolic", "Pages" },
    { "zoom-in-symbolic", "Larger" },
    { "zoom-out-symbolic", "Smaller" },
    { "zoom-fit-best-symbolic", "Show all of it" },
  };
  g_autoptr (GFile) file = trial_make_register ("names.kith");
  KithWindow *window = trial_open_window (file);
  GtkWidget *bar = trial_find (window, KITH_TYPE_TIER_BAR, NULL);
  GtkWidget *toggle = gtk_widget_get_first_child (bar);
  GtkColumnView *view = trial_find (window, GTK_TYPE_COLUMN_VIEW, NULL);
  KithRoll *roll = kith_session_get_roll (kith_window_get_session (window));
  guint n = kith_roll_count_tier (roll, KITH_TIER_ACT_NOW);
  g_autofree char *name =
      g_strdup_printf (n == 1 ? "Act now: %u school" : "Act now: %u schools", n);
  KithDateButton *as_at = trial_find (window, KITH_TYPE_DATE_BUTTON, NULL);
  g_autofree char *today = kith_date_dup_text (kith_date_today (), KITH_DATE_SHORT);
  g_autofree char *as_at_name = g_strconcat ("As at ", today, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (icons); i++)
    gtk_test_accessible_assert_property (GTK_ACCESSIBLE (find_icon (window, icons[i].icon)),
                                         GTK_ACCESSIBLE_PROPERTY_LABEL, icons[i].name);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (toggle), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       name);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Roll call");
  gtk_test_accessible_assert_property (
      GTK_ACCESSIBLE (trial_find (as_at, GTK_TYPE_MENU_BUTTON, NULL)),
      GTK_ACCESSIBLE_PROPERTY_LABEL, as_at_name);
  gtk_test_accessible_assert_property (
      GTK_ACCESSIBLE (trial_find (window, KITH_TYPE_MAP_VIEW, NULL)), GTK_ACCESSIBLE_PROPERTY_LABEL,
      "Map");
  trial_close_window (window);
}

int
main (int argc, char **argv)
{
  int status;

  gtk_test_init (&argc, &argv, NULL);
  g_test_add_func ("/window/without a register it says so and offers three ways", test_start);
  g_test_add_func ("/window/the five counts add up to the foot, and each toggle shows its own",
                   test_counts);
  g_test_add_func ("/window/keys reach their actions from anywhere", test_keys);
  g_test_add_func ("/window/a filter that finds none says so and can be cleared", test_no_match);
  g_test_add_func ("/window/a header sorts, the foot says how, and the worklist comes back",
                   test_sort);
  g_test_add_func ("/window/the map is of the ground, a network or rings", test_layouts);
  g_test_add_func ("/window/the pane has a map of the selected school", test_school_map);
  g_test_add_func ("/window/one school is selected in list, pane and map", test_selection);
  g_test_add_func ("/window/where a school stands is told in the pane", test_measures);
  g_test_add_func ("/window/how it came to this is told when it is unfolded", test_history);
  g_test_add_func ("/window/the map shows each placed school once, inside the view", test_map);
  g_test_add_func ("/window/an import is previewed, accepted, listed and undone", test_import);
  g_test_add_func ("/window/the next day begins where this one ended", test_state);
  g_test_add_func ("/window/what has no words has an accessible name", test_names);
  status = g_test_run ();
  trial_end ();
  return status;
}
