/* bench-window.c: the first frame, the list, the map, and how long anything holds the window up
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kith-application.h"
#include "kith-import-dialog.h"
#include "kith-map-view.h"
#include "kith-parameter-row.h"
#include "kith-partnership-view.h"
#include "kith-partnerships-page.h"
#include "kith-window.h"
#include "trial-app.h"

#include <stdio.h>
#include <time.h>

#define MONTHS 24
#define PAN_FRAMES 120
#define N_REJECTED 300
#define TICK_MS 2

/* The longest piece of work between two rounds of the main loop: the main thread's own time on a
 * processor, which a busy machine does not stretch. */
typedef struct
{
  gint64 last;
  gint64 longest;
} Watch;

static gint64 started;

static double
get_seconds (void)
{
  return (g_get_monotonic_time () - started) / 1e6;
}

static gint64
get_worked (void)
{
  struct timespec worked;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &worked);
  return worked.tv_sec * G_USEC_PER_SEC + worked.tv_nsec / 1000;
}

static gboolean
tick_cb (gpointer data)
{
  Watch *watch = data;
  gint64 now = get_worked ();

  watch->longest = MAX (watch->longest, now - watch->last);
  watch->last = now;
  return G_SOURCE_CONTINUE;
}

static void
restart (Watch *watch)
{
  watch->last = get_worked ();
  watch->longest = 0;
}

static void
report_longest (const char *what, Watch *watch)
{
  printf ("%-58s %8.0f ms          at most 50 ms\n", what, watch->longest / 1e3);
  restart (watch);
}

static void
painted_cb (GdkFrameClock *clock, gboolean *is_painted)
{
  *is_painted = TRUE;
}

static gboolean
is_true (gpointer data)
{
  return *(gboolean *)data;
}

static void
await_frame (KithWindow *window)
{
  gboolean is_painted = FALSE;
  GdkFrameClock *clock = gtk_widget_get_frame_clock (GTK_WIDGET (window));
  gulong id = g_signal_connect (clock, "after-paint", G_CALLBACK (painted_cb), &is_painted);

  gtk_widget_queue_draw (GTK_WIDGET (window));
  trial_wait (is_true, &is_painted);
  g_signal_handler_disconnect (clock, id);
}

static gboolean
has_map (gpointer view)
{
  return kith_map_view_get_map (view) != NULL;
}

static gboolean
has_rows (gpointer list)
{
  return g_list_model_get_n_items (G_LIST_MODEL (gtk_column_view_get_model (list))) > 0;
}

/* The ledger, then one after the other in full. */
static void
measure_partnerships (KithWindow *window, Watch *watch)
{
  GtkWidget *page, *ledger, *view, *members;

  kith_window_show_page (window, "partnerships");
  page = trial_find (window, KITH_TYPE_PARTNERSHIPS_PAGE, NULL);
  ledger = GTK_WIDGET (gtk_widget_get_template_child (page, KITH_TYPE_PARTNERSHIPS_PAGE, "ledger"));
  trial_wait (has_rows, ledger);
  trial_settle ();
  report_longest ("partnerships shown, longest hold-up", watch);
  view = trial_find (page, KITH_TYPE_PARTNERSHIP_VIEW, NULL);
  members =
      GTK_WIDGET (gtk_widget_get_template_child (view, KITH_TYPE_PARTNERSHIP_VIEW, "members"));
  for (guint i = 0; i < 5; i++)
    {
      gtk_selection_model_select_item (gtk_column_view_get_model (GTK_COLUMN_VIEW (ledger)), i,
                                       TRUE);
      trial_wait (has_rows, members);
      trial_settle ();
    }
  report_longest ("a partnership in full, longest hold-up", watch);
}

/* Schools in the pane, one after the other. */
static void
measure_pane (KithWindow *window, Watch *watch)
{
  KithSession *session = kith_window_get_session (window);
  GListModel *schools = kith_session_get_schools (session);

  for (guint i = 0; i < 8 && i < g_list_model_get_n_items (schools); i++)
    {
      g_autoptr (KithRollItem) item = g_list_model_get_item (schools, i);

      kith_session_set_selected (session, kith_roll_item_get_urn (item));
      trial_settle ();
    }
  report_longest ("a school in the pane, longest hold-up", watch);
}

static void
measure_sorting (KithWindow *window, Watch *watch)
{
  GtkColumnView *view = trial_find (window, GTK_TYPE_COLUMN_VIEW, NULL);
  GListModel *columns = gtk_column_view_get_columns (view);

  restart (watch);
  for (guint c = 0; c < g_list_model_get_n_items (columns); c++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, c);

      gtk_column_view_sort_by_column (view, column, GTK_SORT_DESCENDING);
      trial_settle ();
    }
  gtk_column_view_sort_by_column (view, NULL, GTK_SORT_ASCENDING);
  trial_settle ();
  report_longest ("each column sorted, longest hold-up", watch);
}

/* From the press to the roll call that has it. The first of a sitting looks at the whole file. */
static void
measure_saving (KithWindow *window, Watch *watch)
{
  KithSession *session = kith_window_get_session (window);
  static const char *const values[] = { "3.25", "3.5", NULL };
  double milliseconds = 0;

  for (guint v = 0; v < G_N_ELEMENTS (values); v++)
    {
      gint64 since = g_get_monotonic_time ();

      kith_parameter_set (session, "radar.amber", values[v]);
      trial_wait_for_roll (session);
      milliseconds = (double)(g_get_monotonic_time () - since) / 1e3;
      trial_settle ();
    }
  printf ("%-58s %8.0f ms          at most 300 ms\n", "an edit saved, and every page of it",
          milliseconds);
  report_longest ("edits saved, longest hold-up", watch);
}

static void
measure_diary (KithWindow *window, Watch *watch)
{
  kith_window_show_page (window, "diary");
  trial_settle ();
  trial_settle ();
  report_longest ("contacts and actions shown, longest hold-up", watch);
}

static void
measure_panning (KithWindow *window, Watch *watch)
{
  KithMapView *view;
  gint64 since, worked;

  kith_window_show_page (window, "map");
  view = trial_find (window, KITH_TYPE_MAP_VIEW, NULL);
  trial_wait (has_map, view);
  trial_settle ();
  report_longest ("map made, longest hold-up", watch);
  worked = get_worked ();
  since = g_get_monotonic_time ();
  for (guint i = 0; i < PAN_FRAMES; i++)
    {
      kith_map_view_pan (view, i % 40 < 20 ? 4 : -4, 1);
      await_frame (window);
    }
  /* without a screen that sets the pace GTK counts 17 ms from frame to frame: 58.8 a second */
  printf ("%-58s %8.1f frames/s    58.8 without a screen's own pace\n", "panning the map",
          PAN_FRAMES * 1e6 / (g_get_monotonic_time () - since));
  printf ("%-58s %8.1f ms          at most 16.6, for 60 frames a second\n",
          "panning the map, work a frame", (get_worked () - worked) / 1e3 / PAN_FRAMES);
  report_longest ("panning, longest hold-up", watch);
  worked = get_worked ();
  for (guint i = 0; i < PAN_FRAMES; i++)
    {
      kith_map_view_zoom (view, i % 40 < 20 ? 1.03 : 1 / 1.03);
      await_frame (window);
    }
  printf ("%-58s %8.1f ms          at most 16.6, for 60 frames a second\n",
          "zooming the map, work a frame", (get_worked () - worked) / 1e3 / PAN_FRAMES);
  report_longest ("zooming, longest hold-up", watch);
}

typedef struct
{
  KithMapView *view;
  KithMap *map; /* that was shown before */
} Next;

static gboolean
has_next (gpointer data)
{
  const Next *next = data;
  KithMap *map = kith_map_view_get_map (next->view);

  return map != NULL && map != next->map;
}

/* From the ground to the schematic map; England is there at once. */
static void
measure_change (KithWindow *window, Watch *watch)
{
  KithMapView *view = trial_find (window, KITH_TYPE_MAP_VIEW, NULL);
  g_autoptr (KithMap) map = kith_map_ref (kith_map_view_get_map (view));
  gint64 worked;
  guint n_frames = 0;

  kith_map_view_show (view, KITH_MAP_SYSTEM, KITH_INT_NONE, KITH_MAP_SCHEMATIC);
  trial_wait (has_next, &(Next){ view, map });
  worked = get_worked ();
  for (; kith_map_view_is_changing (view); n_frames++)
    await_frame (window);
  if (n_frames > 0)
    printf ("%-58s %8.1f ms          at most 16.6, for 60 frames a second\n",
            "from one map to the next, work a frame", (get_worked () - worked) / 1e3 / n_frames);
  report_longest ("from one map to the next, longest hold-up", watch);
}

/* Two years, month by month. */
static void
measure_years (KithWindow *window, Watch *watch)
{
  KithMapView *view = trial_find (window, KITH_TYPE_MAP_VIEW, NULL);
  KithDate day = kith_session_get_as_at (kith_window_get_session (window));
  gint64 since = g_get_monotonic_time ();

  for (int month = MONTHS; month > 0; month--)
    {
      g_autoptr (KithMap) map = kith_map_ref (kith_map_view_get_map (view));

      kith_map_view_show_moment (view, kith_date_add_months (day, -month));
      trial_wait (has_next, &(Next){ view, map });
    }
  printf ("%-58s %8.0f ms          under 90, the pace of playing, for 1,000\n",
          "a month of the years, shown", (g_get_monotonic_time () - since) / 1e3 / MONTHS);
  report_longest ("months shown, longest hold-up", watch);
}

static gboolean
has_dialog (gpointer dialog)
{
  g_autoptr (GList) all = gtk_window_list_toplevels ();

  for (GList *at = all; at != NULL; at = at->next)
    if (KITH_IS_IMPORT_DIALOG (at->data) && gtk_widget_get_mapped (at->data))
      *(gpointer *)dialog = at->data;
  return *(gpointer *)dialog != NULL;
}

static void
measure_preview (KithWindow *window, Watch *watch)
{
  g_autoptr (GString) text = g_string_new ("URN,Kind,Asked,Answer,By\n");
  g_autoptr (GFile) file = NULL;
  GtkWindow *dialog = NULL;

  for (guint i = 0; i < N_REJECTED; i++)
    g_string_append_printf (text, "this is no URN %u,,2026-03-02,none,AM\n", i);
  file = trial_write_file ("enquiries.csv", text->str);
  restart (watch);
  kith_import_dialog_begin (GTK_WINDOW (window), kith_window_get_session (window), &file, 1);
  trial_wait (has_dialog, &dialog);
  trial_settle ();
  report_longest ("preview with 300 rejected rows, longest hold-up", watch);
  gtk_window_destroy (dialog);
}

int
main (int argc, char **argv)
{
  g_autoptr (KithApplication) application = NULL;
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (argv[argc - 1]);
  g_autoptr (GError) error = NULL;
  KithWindow *window;
  Watch watch = { 0 };

  started = g_get_monotonic_time ();
  application = kith_application_new ();
  g_application_set_flags (G_APPLICATION (application), G_APPLICATION_NON_UNIQUE);
  g_application_register (G_APPLICATION (application), NULL, &error);
  g_assert_no_error (error);
  window = kith_window_new (ADW_APPLICATION (application));
  kith_window_open (window, file);
  gtk_window_present (GTK_WINDOW (window));
  await_frame (window);
  printf ("%-58s %8.3f s           under 1 s, England under 2 s\n", "first frame", get_seconds ());

  restart (&watch);
  g_timeout_add (TICK_MS, tick_cb, &watch);
  trial_wait_for_roll (kith_window_get_session (window));
  await_frame (window);
  printf ("%-58s %8.3f s           (with every school in it)\n", "roll call shown", get_seconds ());
  trial_settle ();
  report_longest ("roll call shown, longest hold-up", &watch);
  kith_session_set_as_at (kith_window_get_session (window),
                          kith_session_get_as_at (kith_window_get_session (window)) - 30);
  trial_wait_for_roll (kith_window_get_session (window));
  trial_settle ();
  report_longest ("another day, longest hold-up", &watch);
  kith_window_open (window, file);
  trial_wait_for_roll (kith_window_get_session (window));
  trial_settle ();
  report_longest ("opened in a window that is there, longest hold-up", &watch);
  kith_window_show_page (window, "sources");
  trial_settle ();
  report_longest ("sources shown, longest hold-up", &watch);
  kith_window_show_page (window, "roll");
  trial_settle ();
  measure_sorting (window, &watch);
  measure_saving (window, &watch);
  measure_partnerships (window, &watch);
  measure_pane (window, &watch);
  measure_diary (window, &watch);
  measure_panning (window, &watch);
  measure_change (window, &watch);
  measure_years (window, &watch);
  measure_preview (window, &watch);
  measure_preview (window, &watch);
  measure_preview (window, &watch);
  trial_close_window (window);
  return 0;
}
