/* test-map-work.c: working on the map with pointer and keyboard
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kith-chosen-bar.h"
#include "kith-map-card.h"
#include "kith-map-page.h"
#include "kith-map-pins.h"
#include "kith-map-view.h"
#include "kith-time-line.h"
#include "trial-app.h"

#include <string.h>

static gboolean
has_map (gpointer view)
{
  return kith_map_view_get_map (view) != NULL;
}

static KithMapView *
open_map (KithWindow *window)
{
  KithMapView *view = trial_find (window, KITH_TYPE_MAP_VIEW, NULL);

  kith_window_show_page (window, "map");
  trial_wait (has_map, view);
  trial_settle ();
  return view;
}

static gpointer
find_controller (KithMapView *view, GType type)
{
  g_autoptr (GListModel) all = gtk_widget_observe_controllers (GTK_WIDGET (view));

  for (guint i = 0; i < g_list_model_get_n_items (all); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (all, i);

      if (G_TYPE_CHECK_INSTANCE_TYPE (controller, type))
        return controller;
    }
  g_assert_not_reached ();
}

/* What the pointer does, told to the gesture that listens to it. */
static void
drag (KithMapView *view, const KithPoint *points, guint n)
{
  gpointer gesture = find_controller (view, GTK_TYPE_GESTURE_DRAG);

  g_signal_emit_by_name (gesture, "drag-begin", points[0].x, points[0].y);
  for (guint i = 1; i < n; i++)
    g_signal_emit_by_name (gesture, "drag-update", points[i].x - points[0].x,
                           points[i].y - points[0].y);
  g_signal_emit_by_name (gesture, "drag-end", points[n - 1].x - points[0].x,
                         points[n - 1].y - points[0].y);
}

static void
press_key (KithMapView *view, guint key, GdkModifierType state)
{
  gboolean is_handled;

  g_signal_emit_by_name (find_controller (view, GTK_TYPE_EVENT_CONTROLLER_KEY), "key-pressed", key,
                         0, state, &is_handled);
}

static GtkWidget *
get_part (KithWindow *window, const char *name)
{
  GtkWidget *page = trial_find (window, KITH_TYPE_MAP_PAGE, NULL);

  return GTK_WIDGET (gtk_widget_get_template_child (page, KITH_TYPE_MAP_PAGE, name));
}

static const char *
get_count (KithWindow *window)
{
  GtkWidget *bar = get_part (window, "chosen_bar");
  GObject *revealer = gtk_widget_get_template_child (bar, KITH_TYPE_CHOSEN_BAR, "revealer");
  GObject *label = gtk_widget_get_template_child (bar, KITH_TYPE_CHOSEN_BAR, "count");

  return gtk_revealer_get_reveal_child (GTK_REVEALER (revealer))
             ? gtk_label_get_text (GTK_LABEL (label))
             : NULL;
}

/* how many of the map's schools lie left of a line in the widget */
static guint
count_left_of (KithMapView *view, double edge)
{
  guint n_marks, n = 0;
  const KithMark *marks =
      kith_scene_get_marks (kith_map_get_scene (kith_map_view_get_map (view)), &n_marks);

  for (guint i = 0; i < n_marks; i++)
    {
      double x, y;

      if (marks[i].type == KITH_MARK_SIGN && marks[i].sign.subject > 0 &&
          kith_map_view_find (view, marks[i].sign.subject, &x, &y))
        n += x < edge;
    }
  return n;
}

/* a box over the left half, a lasso over all of it; and one school is taken out and put back */
static void
test_choose (void)
{
  g_autoptr (GFile) file = trial_make_register ("choose.kith");
  KithWindow *window = trial_open_window (file);
  KithMapView *view = open_map (window);
  KithSession *session = kith_window_get_session (window);
  KithChosen *chosen = kith_session_get_chosen (session);
  double w = gtk_widget_get_width (GTK_WIDGET (view)),
         h = gtk_widget_get_height (GTK_WIDGET (view));
  KithPoint half[] = { { 0, 0 }, { 20, 30 }, { w / 2, h } };
  KithPoint round[] = { { 0, 0 }, { w, 0 }, { w, h }, { 0, h } };
  g_autofree char *words = NULL;
  g_autoptr (GArray) urns = NULL;
  guint n_half = count_left_of (view, w / 2), n_all = count_left_of (view, w);

  g_assert_cmpuint (n_half, >, 3);
  g_assert_cmpuint (n_half, <, n_all);
  g_assert_null (get_count (window));
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (get_part (window, "box")), TRUE);
  drag (view, half, G_N_ELEMENTS (half));
  g_assert_cmpuint (kith_chosen_get_n (chosen), ==, n_half);
  words = g_strdup_printf ("%u schools chosen", n_half);
  g_assert_cmpstr (get_count (window), ==, words);

  /* one tool gives way to the other */
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (get_part (window, "lasso")), TRUE);
  g_assert_false (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (get_part (window, "box"))));
  drag (view, round, G_N_ELEMENTS (round));
  g_assert_cmpuint (kith_chosen_get_n (chosen), ==, n_all);

  urns = kith_chosen_dup_urns (chosen);
  kith_session_set_selected (session, g_array_index (urns, gint64, 0));
  press_key (view, GDK_KEY_space, 0);
  g_assert_cmpuint (kith_chosen_get_n (chosen), ==, n_all - 1);
  press_key (view, GDK_KEY_space, 0);
  g_assert_cmpuint (kith_chosen_get_n (chosen), ==, n_all);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "win.clear-selection", NULL));
  g_assert_null (get_count (window));
  trial_close_window (window);
}

/* without a tool dragging moves the map and chooses nobody */
static void
test_move (void)
{
  g_autoptr (GFile) file = trial_make_register ("move.kith");
  KithWindow *window = trial_open_window (file);
  KithMapView *view = open_map (window);
  KithSession *session = kith_window_get_session (window);
  g_autoptr (KithRollItem) item = g_list_model_get_item (kith_session_get_schools (session), 0);
  gint64 urn = kith_roll_item_get_urn (item);
  KithPoint far[] = { { 200, 200 }, { 230, 190 }, { 240, 185 } };
  double x0, y0, x1, y1;

  g_assert_true (kith_map_view_find (view, urn, &x0, &y0));
  drag (view, far, G_N_ELEMENTS (far));
  g_assert_true (kith_map_view_find (view, urn, &x1, &y1));
  g_assert_cmpfloat_with_epsilon (x1 - x0, 40, 0.01);
  g_assert_cmpfloat_with_epsilon (y1 - y0, -15, 0.01);
  g_assert_cmpuint (kith_chosen_get_n (kith_session_get_chosen (session)), ==, 0);
  trial_close_window (window);
}

static gboolean
is_list_of_three (gpointer list)
{
  return g_list_model_get_n_items (list) == 3;
}

static void
choose_three (KithSession *session)
{
  for (guint i = 0; i < 3; i++)
    {
      g_autoptr (KithRollItem) item = g_list_model_get_item (kith_session_get_schools (session), i);

      kith_chosen_toggle (kith_session_get_chosen (session), kith_roll_item_get_urn (item));
    }
}

/* who is chosen becomes the filter of the roll call, until nobody is */
static void
test_show_in_roll (void)
{
  g_autoptr (GFile) file = trial_make_register ("show.kith");
  KithWindow *window = trial_open_window (file);
  KithSession *session = kith_window_get_session (window);
  GtkColumnView *list = trial_find (window, GTK_TYPE_COLUMN_VIEW, NULL);
  GListModel *rows = G_LIST_MODEL (gtk_column_view_get_model (list));

  choose_three (session);
  open_map (window);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "win.show-selection", NULL));
  trial_wait (is_list_of_three, rows);
  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (list)));
  g_assert_nonnull (trial_find (window, GTK_TYPE_LABEL, "Filter (1)"));
  kith_chosen_set (kith_session_get_chosen (session), NULL, 0);
  trial_settle ();
  g_assert_cmpuint (g_list_model_get_n_items (rows), ==, TRIAL_SCHOOLS);
  g_assert_null (trial_find (window, GTK_TYPE_LABEL, "Filter (1)"));
  trial_close_window (window);
}

/* The layout that is waited for, and the school that is to be pinned in it, or to be no longer. */
typedef struct
{
  KithMapView *view;
  KithMapLayout layout;
  gint64 urn;
  gboolean is_pinned;
} Wanted;

static gboolean
is_shown (gpointer data)
{
  const Wanted *wanted = data;
  KithMap *map = kith_map_view_get_map (wanted->view);
  const char *note = map != NULL ? kith_map_get_note (map) : "";
  const char *words = wanted->layout == KITH_MAP_NETWORK     ? "closeness of working"
                      : wanted->layout == KITH_MAP_SCHEMATIC ? "moved apart"
                                                             : "for orientation";

  return strstr (note, words) != NULL &&
         (wanted->urn == 0 || kith_map_is_pinned (map, wanted->urn) == wanted->is_pinned);
}

static void
show_layout (KithWindow *window, KithMapView *view, const char *button, KithMapLayout layout)
{
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (get_part (window, button)), TRUE);
  trial_wait (is_shown, &(Wanted){ view, layout, 0, FALSE });
}

static gint64
find_any (KithMapView *view)
{
  guint n_marks;
  const KithMark *marks =
      kith_scene_get_marks (kith_map_get_scene (kith_map_view_get_map (view)), &n_marks);

  for (guint i = 0; i < n_marks; i++)
    if (marks[i].type == KITH_MARK_SIGN && marks[i].sign.subject > 0)
      return marks[i].sign.subject;
  g_assert_not_reached ();
}

static gint64
find_movable (KithMapView *view)
{
  guint n_marks;
  KithMap *map = kith_map_view_get_map (view);
  const KithMark *marks = kith_scene_get_marks (kith_map_get_scene (map), &n_marks);

  for (guint i = n_marks; i-- > 0;)
    if (marks[i].type == KITH_MARK_SIGN && marks[i].sign.subject > 0 &&
        kith_map_can_pin (map, marks[i].sign.subject))
      return marks[i].sign.subject;
  g_assert_not_reached ();
}

static guint
count_kept (KithSession *session)
{
  gsize n;
  const KithPosition *rows =
      kith_ledger_get_rows (kith_session_get_ledger (session), KITH_TABLE_POSITION, &n);
  guint n_pinned = 0;

  for (gsize i = 0; i < n; i++)
    n_pinned += rows[i].pinned == 1;
  return n_pinned;
}

static gboolean
is_idle (gpointer session)
{
  return g_list_model_get_n_items (G_LIST_MODEL (kith_session_get_jobs (session))) == 0;
}

/* A mark is dragged 60 pixels to the left; that is undone and done again, and holds tomorrow. An
 * edit that came after it is undone before it. */
static void
check_pin (KithWindow *window, const char *button, KithMapLayout layout)
{
  KithMapView *view = open_map (window);
  KithSession *session = kith_window_get_session (window);
  gint64 undoable = kith_session_get_undoable (session);
  Wanted wanted = { view, layout, 0, TRUE };
  double x0, y0, x1, y1;

  show_layout (window, view, button, layout);
  trial_wait (is_idle, session);
  wanted.urn = find_movable (view);
  g_assert_true (kith_map_view_find (view, wanted.urn, &x0, &y0));
  drag (view, (KithPoint[]){ { x0, y0 }, { x0 - 20, y0 + 1 }, { x0 - 60, y0 } }, 3);
  trial_wait (is_shown, &wanted);
  g_assert_true (kith_map_view_find (view, wanted.urn, &x1, &y1));
  if (layout == KITH_MAP_SCHEMATIC)
    g_assert_cmpfloat_with_epsilon (x1, x0 - 60, 1);
  g_assert_cmpint (kith_session_get_undoable (session), ==, undoable);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.undo", NULL);
  wanted.is_pinned = FALSE;
  trial_wait (is_shown, &wanted);
  g_assert_true (kith_map_view_find (view, wanted.urn, &x1, &y1));
  g_assert_cmpfloat_with_epsilon (x1, x0, 1);
  g_assert_cmpfloat_with_epsilon (y1, y0, 1);
  g_assert_cmpint (kith_session_get_undoable (session), ==, undoable);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.redo", NULL);
  wanted.is_pinned = TRUE;
  trial_wait (is_shown, &wanted);
}

/* the window is closed at once: what is not kept yet is kept before all goes */
static void
test_pin (void)
{
  g_autoptr (GFile) file = trial_make_register ("pin.kith");
  KithWindow *window = trial_open_window (file);
  KithMapView *view;

  check_pin (window, "network", KITH_MAP_NETWORK);
  check_pin (window, "schematic", KITH_MAP_SCHEMATIC);
  trial_close_window (window);

  window = trial_open_window (file);
  g_assert_cmpuint (count_kept (kith_window_get_session (window)), ==, 2);
  view = open_map (window);
  show_layout (window, view, "network", KITH_MAP_NETWORK);
  trial_wait (is_shown, &(Wanted){ view, KITH_MAP_NETWORK, find_movable (view), TRUE });
  show_layout (window, view, "schematic", KITH_MAP_SCHEMATIC);
  trial_wait (is_shown, &(Wanted){ view, KITH_MAP_SCHEMATIC, find_movable (view), TRUE });
  trial_close_window (window);
}

/* the school on the map that works with most others */
static gint64
find_tied (KithMapView *view, KithSession *session)
{
  guint n_rows, n, n_most = 0;
  const KithRollRow *rows = kith_roll_get_rows (kith_session_get_roll (session), &n_rows);
  const KithNetworkSchool *schools =
      kith_network_get_schools (kith_roll_get_network (kith_session_get_roll (session)), &n);
  gint64 urn = 0;
  double x, y;

  for (guint i = 0; i < n_rows; i++)
    if (rows[i].n_links > n_most &&
        kith_map_view_find (view, schools[rows[i].school].record->urn, &x, &y))
      {
        n_most = rows[i].n_links;
        urn = schools[rows[i].school].record->urn;
      }
  g_assert_cmpuint (n_most, >, 2);
  return urn;
}

/* With Ctrl an arrow goes only to schools that the selected one works with; with Alt its mark goes
 * 8 pixels that way. */
static void
test_keys (void)
{
  g_autoptr (GFile) file = trial_make_register ("arrows.kith");
  KithWindow *window = trial_open_window (file);
  KithMapView *view = open_map (window);
  KithSession *session = kith_window_get_session (window);
  static const guint arrows[] = { GDK_KEY_Left, GDK_KEY_Up, GDK_KEY_Right, GDK_KEY_Down };
  Wanted wanted = { view, KITH_MAP_SCHEMATIC, 0, TRUE };
  guint n_steps = 0;
  double x0, y0, x1, y1;

  show_layout (window, view, "schematic", KITH_MAP_SCHEMATIC);
  wanted.urn = find_tied (view, session);
  kith_session_set_selected (session, wanted.urn);
  for (guint i = 0; i < 40; i++)
    {
      KithNetwork *network = kith_roll_get_network (kith_session_get_roll (session));
      gint64 from = kith_session_get_selected (session), to;
      guint n;
      const KithTied *ties =
          kith_network_get_tied (network, kith_network_find_school (network, from), &n);
      gboolean is_tied = FALSE;

      press_key (view, arrows[i % 4], GDK_CONTROL_MASK);
      to = kith_session_get_selected (session);
      for (guint t = 0; t < n; t++)
        is_tied |= ties[t].school == kith_network_find_school (network, to);
      g_assert_true (to == from || is_tied);
      n_steps += to != from;
    }
  g_assert_cmpuint (n_steps, >, 5);

  kith_session_set_selected (session, wanted.urn);
  g_assert_true (kith_map_view_find (view, wanted.urn, &x0, &y0));
  press_key (view, GDK_KEY_Left, GDK_ALT_MASK);
  trial_wait (is_shown, &wanted);
  g_assert_true (kith_map_view_find (view, wanted.urn, &x1, &y1));
  g_assert_cmpfloat_with_epsilon (x1, x0 - 8, 0.01);
  g_assert_cmpfloat_with_epsilon (y1, y0, 0.01);
  trial_close_window (window);
}

static gboolean
is_changing (gpointer view)
{
  return kith_map_view_is_changing (view);
}

static gboolean
is_still (gpointer view)
{
  return !kith_map_view_is_changing (view);
}

static void
note_change_cb (KithMapView *view, gboolean *was_changing)
{
  *was_changing |= kith_map_view_is_changing (view);
}

/* marks go from one map to the next, the selected school among them; not where the desktop asks
 * for less motion, and not where the same map is made anew */
static void
test_change (void)
{
  g_autoptr (GFile) file = trial_make_register ("change.kith");
  KithWindow *window = trial_open_window (file);
  KithSession *session = kith_window_get_session (window);
  KithMapView *view = open_map (window);
  GtkSettings *settings = gtk_widget_get_settings (GTK_WIDGET (view));
  gboolean was_changing = FALSE;
  double x, y;

  g_object_set (settings, "gtk-enable-animations", TRUE, NULL);
  kith_session_set_selected (session, find_any (view));
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (get_part (window, "network")), TRUE);
  trial_wait (is_changing, view);
  g_assert_true (is_shown (&(Wanted){ view, KITH_MAP_NETWORK, 0, FALSE }));
  trial_wait (is_still, view);
  g_assert_true (kith_map_view_find (view, kith_session_get_selected (session), &x, &y));
  trial_settle ();

  g_signal_connect (view, "changed", G_CALLBACK (note_change_cb), &was_changing);
  kith_map_view_fit (view);
  trial_settle ();
  g_assert_false (was_changing);
  g_object_set (settings, "gtk-enable-animations", FALSE, NULL);
  show_layout (window, view, "ground", KITH_MAP_GEOGRAPHIC);
  g_assert_false (was_changing);
  g_object_set (settings, "gtk-enable-animations", TRUE, NULL);
  trial_close_window (window);
}

static GtkCheckButton *
find_check (GtkWidget *popover, const char *words)
{
  GtkWidget *at = trial_find (popover, GTK_TYPE_LABEL, words);

  while (!GTK_IS_CHECK_BUTTON (at))
    at = gtk_widget_get_parent (at);
  return GTK_CHECK_BUTTON (at);
}

/* how many schools of the map are of each tier, and how many the legend counts */
static void
check_tiers (KithMapView *view, KithRoll *roll, guint tiers)
{
  KithMap *map = kith_map_view_get_map (view);
  guint n_marks, n_rows, n = 0, n_expected = 0;
  const KithMark *marks = kith_scene_get_marks (kith_map_get_scene (map), &n_marks);
  const KithRollRow *rows = kith_roll_get_rows (roll, &n_rows);

  for (guint i = 0; i < n_marks; i++)
    if (marks[i].type == KITH_MARK_SIGN && marks[i].sign.subject > 0)
      {
        g_assert_true (tiers & (1u << kith_roll_find (roll, marks[i].sign.subject)->tier));
        n++;
      }
  for (guint i = 0; i < n_rows; i++)
    n_expected += (tiers & (1u << rows[i].tier)) != 0;
  g_assert_cmpuint (n, ==, n_expected);
}

/* what is left out of the map is chosen beside it, or in the filter of the roll call */
static void
test_layers (void)
{
  g_autoptr (GFile) file = trial_make_register ("layers.kith");
  KithWindow *window = trial_open_window (file);
  KithMapView *view = open_map (window);
  KithSession *session = kith_window_get_session (window);
  KithRoll *roll = kith_session_get_roll (session);
  GtkWidget *layers = get_part (window, "layers");
  const guint all = (1u << KITH_N_TIERS) - 1;

  show_layout (window, view, "schematic", KITH_MAP_SCHEMATIC);
  check_tiers (view, roll, all);
  gtk_check_button_set_active (find_check (layers, "Watch"), FALSE);
  trial_settle ();
  check_tiers (view, roll, all & ~(1u << KITH_TIER_WATCH));
  kith_roll_filter_set_tier (kith_session_get_filter (session), KITH_TIER_LOOK_IN, TRUE);
  kith_roll_filter_set_tier (kith_session_get_filter (session), KITH_TIER_WATCH, TRUE);
  gtk_check_button_set_active (find_check (layers, "Only what the roll call shows"), TRUE);
  trial_settle ();
  check_tiers (view, roll, 1u << KITH_TIER_LOOK_IN);
  gtk_check_button_set_active (find_check (layers, "Watch"), TRUE);
  trial_settle ();
  check_tiers (view, roll, 1u << KITH_TIER_LOOK_IN | 1u << KITH_TIER_WATCH);
  kith_roll_filter_clear (kith_session_get_filter (session));
  trial_settle ();
  check_tiers (view, roll, all);
  g_signal_emit_by_name (trial_find (layers, GTK_TYPE_BUTTON, "Show _everything"), "clicked");
  g_assert_false (
      gtk_check_button_get_active (find_check (layers, "Only what the roll call shows")));
  trial_close_window (window);
}

/* two fingers that go half as far apart again enlarge by half, about what lies between them */
static void
test_pinch (void)
{
  g_autoptr (GFile) file = trial_make_register ("pinch.kith");
  KithWindow *window = trial_open_window (file);
  KithMapView *view = open_map (window);
  gint64 urn = find_any (view);
  double middle = gtk_widget_get_width (GTK_WIDGET (view)) / 2.0, x0, y0, x1, y1;
  gpointer pinch = find_controller (view, GTK_TYPE_GESTURE_ZOOM);

  g_assert_true (kith_map_view_find (view, urn, &x0, &y0));
  g_signal_emit_by_name (pinch, "scale-changed", 1.2);
  g_signal_emit_by_name (pinch, "scale-changed", 1.5);
  g_assert_true (kith_map_view_find (view, urn, &x1, &y1));
  g_assert_cmpfloat_with_epsilon (x1 - middle, 1.5 * (x0 - middle), 0.01);
  trial_close_window (window);
}

/* the card of a school that works with others names some of them, in words that are spoken too */
static void
test_card (void)
{
  g_autoptr (GFile) file = trial_make_register ("card.kith");
  KithWindow *window = trial_open_window (file);
  KithSession *session = kith_window_get_session (window);
  KithMapView *view = open_map (window);
  KithNetwork *network = kith_roll_get_network (kith_session_get_roll (session));
  guint n, n_tied = 0, school = 0;
  const KithNetworkSchool *schools = kith_network_get_schools (network, &n);
  g_autofree char *markup = NULL, *words = NULL, *more = NULL, *label = NULL;

  while (n_tied <= 4)
    kith_network_get_tied (network, ++school, &n_tied);
  markup = kith_map_card_dup_markup (session, schools[school].record->urn);
  words = kith_map_card_dup_words (session, schools[school].record->urn);
  more = g_strdup_printf (" and %u more", n_tied - 4);
  g_assert_true (g_str_has_prefix (markup, "<b>"));
  g_assert_true (g_str_has_suffix (markup, more));
  g_assert_true (g_str_has_prefix (words, schools[school].record->name));
  g_assert_true (g_str_has_suffix (words, more));
  g_assert_null (kith_map_card_dup_words (session, 999999));
  kith_session_set_selected (session, schools[school].record->urn);
  label = g_strdup_printf ("Map: %s", words);
  gtk_test_accessible_assert_property (view, GTK_ACCESSIBLE_PROPERTY_LABEL, label);
  trial_close_window (window);
}

/* a map that plays, the last picture of it that was seen, and how many were */
typedef struct
{
  KithMapView *view;
  KithMap *map;
  guint n_maps;
} Playing;

static guint
count_edges (KithRoll *roll)
{
  guint n;

  kith_network_get_edges (kith_roll_get_network (roll), &n);
  return n;
}

static gboolean
is_at_rest (gpointer data)
{
  return kith_time_line_is_at_rest (data);
}

static gboolean
is_a_year_on (gpointer data)
{
  Playing *playing = data;

  if (kith_map_view_get_map (playing->view) != playing->map)
    {
      playing->map = kith_map_view_get_map (playing->view);
      playing->n_maps++;
    }
  return playing->n_maps >= 12;
}

/* The years play from their beginning, a map a month; whoever is in two of them stands where they
 * stood. Once they pause, the whole window is at that day, with fewer links than today. */
static void
test_years (void)
{
  g_autoptr (GFile) file = trial_make_register ("years.kith");
  KithWindow *window = trial_open_window (file);
  KithMapView *view = open_map (window);
  KithSession *session = kith_window_get_session (window);
  KithTimeLine *line = KITH_TIME_LINE (get_part (window, "time_line"));
  KithDate today = kith_session_get_as_at (session);
  KithDate first = kith_time_line_find_first (kith_session_get_ledger (session), today);
  guint n_edges = count_edges (kith_session_get_roll (session));
  Playing playing = { view, NULL, 0 };
  gint64 urn;
  double x0, y0, x1, y1;

  show_layout (window, view, "network", KITH_MAP_NETWORK);
  trial_wait (is_idle, session);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (get_part (window, "years")), TRUE);
  trial_settle ();
  g_assert_cmpint (kith_time_line_get_day (line), ==, today);
  urn = find_movable (view);
  g_assert_true (kith_map_view_find (view, urn, &x0, &y0));
  playing.map = kith_map_view_get_map (view);
  kith_time_line_play (line, TRUE);
  g_assert_cmpint (kith_time_line_get_day (line), <=, first);
  trial_wait (is_a_year_on, &playing);
  g_assert_cmpint (kith_session_get_as_at (session), ==, today);
  g_assert_cmpint (kith_time_line_get_day (line), >=, kith_date_add_months (first, 11));
  kith_time_line_play (line, FALSE);
  trial_wait (is_at_rest, line);
  trial_wait_for_roll (session);
  trial_settle ();
  g_assert_cmpint (kith_session_get_as_at (session), ==, kith_time_line_get_day (line));
  g_assert_cmpuint (count_edges (kith_session_get_roll (session)), <, n_edges);

  /* back to today in one go */
  gtk_range_set_value (
      GTK_RANGE (gtk_widget_get_template_child (GTK_WIDGET (line), KITH_TYPE_TIME_LINE, "scale")),
      1e6);
  trial_wait (is_at_rest, line);
  trial_wait_for_roll (session);
  trial_settle ();
  g_assert_cmpint (kith_session_get_as_at (session), ==, today);
  g_assert_true (kith_map_view_find (view, urn, &x1, &y1));
  g_assert_cmpfloat_with_epsilon (x1, x0, 1);
  g_assert_cmpfloat_with_epsilon (y1, y0, 1);
  trial_close_window (window);
}

static gboolean
has_problem (gpointer view)
{
  return kith_map_view_get_problem (view) != NULL;
}

/* before a partnership began there is no map of it, and the years go on until there is */
static void
test_years_before (void)
{
  g_autoptr (GFile) file = trial_make_register ("before.kith");
  KithWindow *window = trial_open_window (file);
  KithMapView *view = open_map (window);
  KithTimeLine *line = KITH_TIME_LINE (get_part (window, "time_line"));

  gtk_drop_down_set_selected (GTK_DROP_DOWN (get_part (window, "subject")), 5);
  trial_settle ();
  g_assert_nonnull (kith_map_view_get_map (view));
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (get_part (window, "years")), TRUE);
  trial_settle ();
  kith_time_line_play (line, TRUE);
  trial_wait (has_problem, view);
  trial_wait (has_map, view);
  g_assert_true (kith_time_line_is_playing (line));
  kith_time_line_play (line, FALSE);
  trial_settle ();
  trial_close_window (window);
}

int
main (int argc, char **argv)
{
  int status;

  gtk_test_init (&argc, &argv, NULL);
  g_test_add_func ("/map/schools are chosen with a box, a lasso and the keyboard", test_choose);
  g_test_add_func ("/map/dragging the ground moves the map", test_move);
  g_test_add_func ("/map/who is chosen is shown alone in the roll call", test_show_in_roll);
  g_test_add_func ("/map/a mark that is dragged stays there, until that is undone", test_pin);
  g_test_add_func ("/map/keys walk along ties and move a mark", test_keys);
  g_test_add_func ("/map/marks go from one map to the next, unless that is not wanted",
                   test_change);
  g_test_add_func ("/map/what is left out is chosen, or filtered by the roll call", test_layers);
  g_test_add_func ("/map/two fingers enlarge it", test_pinch);
  g_test_add_func ("/map/a school's card says with whom it works", test_card);
  g_test_add_func ("/map/the years of the record play, and everybody keeps their place",
                   test_years);
  g_test_add_func ("/map/the years go on where there is no map yet", test_years_before);
  status = g_test_run ();
  trial_end ();
  return status;
}
