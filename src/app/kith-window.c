/* kith-window.c: the window: it arranges pages and nothing else
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-window.h"
#include "kith-backups-dialog.h"
#include "kith-briefing-page.h"
#include "kith-changes-page.h"
#include "kith-choose-files.h"
#include "kith-chosen-dialog.h"
#include "kith-contact-dialog.h"
#include "kith-date-button.h"
#include "kith-diary-page.h"
#include "kith-help-window.h"
#include "kith-find-dialog.h"
#include "kith-hold-bar.h"
#include "kith-import-dialog.h"
#include "kith-job-bar.h"
#include "kith-map-moves.h"
#include "kith-map-page.h"
#include "kith-export-dialog.h"
#include "kith-families-page.h"
#include "kith-partnerships-page.h"
#include "kith-preferences.h"
#include "kith-people-page.h"
#include "kith-recents.h"
#include "kith-record-dialog.h"
#include "kith-roll-page.h"
#include "kith-school-pane.h"
#include "kith-sources-page.h"
#include "kith-state.h"
#include "kith-what-if-page.h"

#include <glib/gi18n.h>

/* Narrower than this the sidebar folds away and the school pane slides over the page. */
#define FOLD_PX 1100
#define PANE_LEAST_PX 380
#define PANE_MOST_PX 480
#define PANE_GRIP_PX 8

/* as long as libadwaita shows one */
#define TOAST_SECONDS 5

/**
 * KithWindow:
 *
 * Three columns: pages, the page, the school. Every page is a #KithPage on one #KithSession.
 */
struct _KithWindow
{
  AdwApplicationWindow parent_instance;

  AdwToastOverlay *toasts;
  AdwToast *toast; /* weak: the newest, until it is dismissed */
  guint toast_time;
  GtkStack *stack;
  KithJobBar *start_jobs;
  GtkStack *start_title;
  GtkMenuButton *start_menu_button;
  AdwFlap *outer;
  AdwFlap *inner;
  GtkListBox *sidebar;
  GtkLabel *schools_dated;
  GtkMenuButton *menu_button;
  GMenu *recent_menu;
  GtkStack *title_stack;
  AdwWindowTitle *title;
  KithJobBar *jobs;
  GtkButton *undo_button;
  GtkButton *redo_button;
  KithDateButton *as_at;
  KithHoldBar *hold_bar;
  GtkStack *pages;
  GtkBox *pane_column;
  KithSchoolPane *pane;

  KithSession *session;
  KithState *state;
  GFile *opened;      /* the register that the desktop was last told of */
  GPtrArray *waiting; /* of GtkLabel: a page's figure in the sidebar, in their order */
  gboolean is_narrow;
  guint fold_idle;
};

G_DEFINE_FINAL_TYPE (KithWindow, kith_window, ADW_TYPE_APPLICATION_WINDOW)

/* Pages. */

static KithPage *
get_page (KithWindow *self)
{
  GtkWidget *page = gtk_stack_get_visible_child (self->pages);

  return page != NULL ? KITH_PAGE (page) : NULL;
}

static void
page_changed_cb (KithWindow *self)
{
  KithPage *page = get_page (self);
  GtkListBoxRow *row;

  if (page == NULL)
    return;
  adw_window_title_set_subtitle (self->title, kith_page_get_title (page));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.search", kith_page_can_search (page));
  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->sidebar, i)) != NULL; i++)
    if (g_object_get_data (G_OBJECT (row), "page") == page)
      gtk_list_box_select_row (self->sidebar, row);
}

static void
sidebar_activated_cb (KithWindow *self, GtkListBoxRow *row)
{
  gtk_stack_set_visible_child (self->pages, g_object_get_data (G_OBJECT (row), "page"));
  if (adw_flap_get_folded (self->outer))
    adw_flap_set_reveal_flap (self->outer, FALSE);
}

static GtkWidget *
new_sidebar_row (KithWindow *self, KithPage *page)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *title = gtk_label_new (kith_page_get_title (page));
  GtkWidget *waiting = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_widget_set_hexpand (title, TRUE);
  gtk_widget_add_css_class (waiting, "caption-heading");
  gtk_widget_add_css_class (waiting, "numeric");
  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name (kith_page_get_icon_name (page)));
  gtk_box_append (GTK_BOX (box), title);
  gtk_box_append (GTK_BOX (box), waiting);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  g_object_set_data (G_OBJECT (row), "page", page);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  kith_page_get_title (page), -1);
  g_ptr_array_add (self->waiting, waiting);
  return row;
}

static void
add_page (KithWindow *self, GType type)
{
  KithPage *page = kith_page_new (type, self->session);

  gtk_stack_add_named (self->pages, GTK_WIDGET (page), kith_page_get_name (page));
  gtk_list_box_append (self->sidebar, new_sidebar_row (self, page));
}

static void
show_waiting (KithWindow *self)
{
  for (guint i = 0; i < self->waiting->len; i++)
    {
      GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->sidebar, i);
      KithPage *page = g_object_get_data (G_OBJECT (row), "page");
      guint n = kith_page_count_waiting (page);
      g_autofree char *text = kith_text_dup_count (n);
      g_autofree char *name = NULL;

      gtk_label_set_text (self->waiting->pdata[i], text);
      gtk_widget_set_visible (self->waiting->pdata[i], n > 0);
      name = n > 0 ? g_strdup_printf (_ ("%s, %s waiting"), kith_page_get_title (page), text)
                   : g_strdup (kith_page_get_title (page));
      gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                      -1);
    }
}

/* What the session tells. */

static const char *
find_entry_words (KithWindow *self, gint64 entry)
{
  GPtrArray *history = kith_session_get_history (self->session);

  for (guint i = 0; history != NULL && i < history->len; i++)
    {
      const KithJournalRow *row = history->pdata[i];

      if (row->entry == entry)
        return row->what;
    }
  return NULL;
}

static void
show_undo (KithWindow *self,
           GtkButton *button,
           const char *action,
           const char *verb,
           gboolean is_move,
           gint64 entry)
{
  const char *words = is_move      ? _ ("marks put elsewhere")
                      : entry != 0 ? find_entry_words (self, entry)
                                   : NULL;
  g_autofree char *tooltip =
      words != NULL ? g_strdup_printf ("%s: %s", verb, words) : g_strdup (verb);

  gtk_widget_set_tooltip_text (GTK_WIDGET (button), tooltip);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), action, is_move || entry != 0);
}

/* Marks that were put elsewhere are taken back in their turn. */
static void
show_history (KithWindow *self)
{
  KithMapMoves *moves = kith_map_moves_get (self->session);

  show_undo (self, self->undo_button, "win.undo", _ ("Undo"), kith_map_moves_can_undo (moves),
             kith_session_get_undoable (self->session));
  show_undo (self, self->redo_button, "win.redo", _ ("Redo"), kith_map_moves_can_redo (moves),
             kith_session_get_redoable (self->session));
}

static void
register_changed_cb (KithWindow *self)
{
  gboolean is_open = kith_session_is_open (self->session);
  gboolean can_write = is_open && !kith_session_is_read_only (self->session);
  g_autofree char *name = kith_session_dup_name (self->session);
  KithDate dated = kith_session_get_schools_dated (self->session);
  g_autofree char *day = NULL;
  g_autofree char *foot = NULL;
  g_autofree char *title = NULL;

  gtk_stack_set_visible_child_name (self->stack, is_open ? "register" : "start");
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.import", can_write);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.save-copy", is_open);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.export-data", is_open);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.find", is_open);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.restore-backup", can_write);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.close-register", is_open);
  show_history (self);

  if (name != NULL && !can_write)
    title = g_strdup_printf (_ ("%s (to look at only)"), name);
  adw_window_title_set_title (self->title, title != NULL ? title : name != NULL ? name : "");
  gtk_window_set_title (GTK_WINDOW (self), name != NULL ? name : _ ("Kith"));
  if (dated != KITH_DATE_UNKNOWN)
    day = kith_date_dup_text (dated, KITH_DATE_SHORT);
  foot = day != NULL ? g_strdup_printf (_ ("Schools file: %s"), day)
                     : g_strdup (_ ("No schools file yet"));
  gtk_label_set_text (self->schools_dated, foot);

  if (is_open)
    {
      g_free (self->state->register_uri);
      self->state->register_uri = g_file_get_uri (kith_session_get_file (self->session));
      if (g_set_object (&self->opened, kith_session_get_file (self->session)))
        kith_recents_add (self->opened);
    }
}

/* libadwaita falls over a toast that is dismissed again while it fades, as its own clock may do,
   and over one that fades before it has come: so the clock is ours, and one toast says it all. */
static void
dismissed_cb (KithWindow *self, AdwToast *toast)
{
  if (self->toast != toast)
    return;
  g_clear_weak_pointer (&self->toast);
  g_clear_handle_id (&self->toast_time, g_source_remove);
}

static gboolean
toast_ended_cb (gpointer data)
{
  KithWindow *self = data;

  self->toast_time = 0;
  if (self->toast != NULL)
    adw_toast_dismiss (self->toast);
  return G_SOURCE_REMOVE;
}

static void
show_toast (KithWindow *self, AdwToast *toast)
{
  g_set_weak_pointer (&self->toast, toast);
  adw_toast_set_timeout (toast, 0);
  g_signal_connect_object (toast, "dismissed", G_CALLBACK (dismissed_cb), self, G_CONNECT_SWAPPED);
  adw_toast_overlay_add_toast (self->toasts, toast);
}

/* What an older one would undo is no longer the newest. */
static void
done_cb (KithWindow *self, const char *words, gboolean can_undo)
{
  g_autofree char *escaped = g_markup_escape_text (words, -1);
  gboolean has_undo = can_undo && (kith_session_get_undoable (self->session) != 0 ||
                                   kith_map_moves_can_undo (kith_map_moves_get (self->session)));

  if (self->toast == NULL)
    show_toast (self, adw_toast_new (escaped));
  adw_toast_set_title (self->toast, escaped);
  adw_toast_set_button_label (self->toast, has_undo ? _ ("_Undo") : NULL);
  adw_toast_set_action_name (self->toast, has_undo ? "win.undo" : NULL);
  g_clear_handle_id (&self->toast_time, g_source_remove);
  self->toast_time = g_timeout_add_seconds (TOAST_SECONDS, toast_ended_cb, self);
}

static void
failed_cb (KithWindow *self, const char *heading, const char *message)
{
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (self), heading, message);

  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _ ("_Close"));
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
unopened_cb (KithWindow *self, GFile *file, const char *heading, const char *message)
{
  kith_backups_offer (GTK_WINDOW (self), self->session, file, heading, message);
}

/* What is recorded of a school needs one that is on the roll, and a register to write to. */
static void
show_school_actions (KithWindow *self)
{
  static const char *const actions[] = {
    "win.record-contact", "win.add-to-partnership", "win.ask",          "win.add-need",
    "win.add-interest",   "win.add-rival",          "win.add-catchment"
  };
  g_autoptr (KithRollItem) item =
      kith_session_find_school (self->session, kith_session_get_selected (self->session));

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), actions[i],
                                   item != NULL && !kith_session_is_read_only (self->session));
}

/* What is done with several needs several. */
static void
show_chosen_actions (KithWindow *self)
{
  guint n = kith_chosen_get_n (kith_session_get_chosen (self->session));
  gboolean can_write = kith_session_is_open (self->session) &&
                       !kith_session_is_read_only (self->session) && n <= KITH_CHOSEN_MOST_MEMBERS;

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.show-selection", n > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.copy-selection", n > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.clear-selection", n > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.add-selection", n > 0 && can_write);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.new-from-selection", n > 0 && can_write);
}

static void
selection_changed_cb (KithWindow *self)
{
  show_school_actions (self);
  if (kith_session_get_selected (self->session) != 0 && !self->is_narrow && self->state->has_pane)
    adw_flap_set_reveal_flap (self->inner, TRUE);
}

/* Columns. */

static void
fold (KithWindow *self)
{
  AdwFlapFoldPolicy policy =
      self->is_narrow ? ADW_FLAP_FOLD_POLICY_ALWAYS : ADW_FLAP_FOLD_POLICY_AUTO;

  adw_flap_set_fold_policy (self->outer, policy);
  adw_flap_set_fold_policy (self->inner, policy);
  adw_flap_set_reveal_flap (self->outer, !self->is_narrow);
  adw_flap_set_reveal_flap (self->inner, !self->is_narrow && self->state->has_pane);
}

static gboolean
fold_cb (gpointer data)
{
  KithWindow *self = KITH_WINDOW (data);

  self->fold_idle = 0;
  fold (self);
  return G_SOURCE_REMOVE;
}

/* Columns side by side need more than some screens have: a window that begins with them would be
 * wider than the screen. */
static gboolean
begins_narrow (KithWindow *self)
{
  GListModel *monitors = gdk_display_get_monitors (gtk_widget_get_display (GTK_WIDGET (self)));
  int widest = 0;

  for (guint i = 0; i < g_list_model_get_n_items (monitors); i++)
    {
      g_autoptr (GdkMonitor) monitor = g_list_model_get_item (monitors, i);
      GdkRectangle area;

      gdk_monitor_get_geometry (monitor, &area);
      widest = MAX (widest, area.width);
    }
  return (widest > 0 && widest < FOLD_PX) ||
         (self->state->width < FOLD_PX && !self->state->is_maximized);
}

static void
kith_window_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  KithWindow *self = KITH_WINDOW (widget);

  GTK_WIDGET_CLASS (kith_window_parent_class)->size_allocate (widget, width, height, baseline);
  if (self->is_narrow == (width < FOLD_PX))
    return;
  /* columns must not fold while sizes are given out */
  self->is_narrow = width < FOLD_PX;
  if (self->fold_idle == 0)
    self->fold_idle = g_idle_add (fold_cb, self);
}

static void
pane_revealed_cb (KithWindow *self)
{
  gboolean is_revealed = adw_flap_get_reveal_flap (self->inner);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.show-school", !is_revealed);
}

static void
pane_drag_begin_cb (KithWindow *self, double x, double y, GtkGestureDrag *drag)
{
  if (x > PANE_GRIP_PX)
    {
      gtk_gesture_set_state (GTK_GESTURE (drag), GTK_EVENT_SEQUENCE_DENIED);
      return;
    }
  gtk_gesture_set_state (GTK_GESTURE (drag), GTK_EVENT_SEQUENCE_CLAIMED);
}

static void
pane_drag_update_cb (KithWindow *self, double x, double y, GtkGestureDrag *drag)
{
  int width = gtk_widget_get_width (GTK_WIDGET (self->pane_column));

  /* the pane's edge has moved with the pointer: what is left is what it has yet to move */
  self->state->pane_width = CLAMP (width - (int)x, PANE_LEAST_PX, PANE_MOST_PX);
  gtk_widget_set_size_request (GTK_WIDGET (self->pane_column), self->state->pane_width, -1);
}

static void
pane_motion_cb (KithWindow *self, double x, double y)
{
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self->pane_column),
                                   x <= PANE_GRIP_PX ? "col-resize" : NULL);
}

/* Actions. */

static void
import_files (KithWindow *self, GFile *const *files, guint n_files)
{
  if (kith_session_is_read_only (self->session))
    failed_cb (self, _ ("Nothing was imported"), _ ("This register can only be looked at now."));
  else if (kith_session_is_open (self->session))
    kith_import_dialog_begin (GTK_WINDOW (self), self->session, files, n_files);
}

static void
open_chosen (GtkWidget *window, GFile *const *files, guint n_files)
{
  kith_session_open (KITH_WINDOW (window)->session, files[0]);
}

static void
create_chosen (GtkWidget *window, GFile *const *files, guint n_files)
{
  kith_session_create (KITH_WINDOW (window)->session, files[0]);
}

static void
copy_chosen (GtkWidget *window, GFile *const *files, guint n_files)
{
  kith_session_copy (KITH_WINDOW (window)->session, files[0]);
}

static void
import_chosen (GtkWidget *window, GFile *const *files, guint n_files)
{
  import_files (KITH_WINDOW (window), files, n_files);
}

static void
open_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  kith_choose_register (GTK_WIDGET (widget), open_chosen);
}

static void
open_recent_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_autoptr (GFile) file = g_file_new_for_uri (g_variant_get_string (parameter, NULL));

  kith_session_open (KITH_WINDOW (widget)->session, file);
}

static void
sample_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  kith_session_open_sample (KITH_WINDOW (widget)->session);
}

static void
new_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  kith_choose_new_register (GTK_WIDGET (widget), create_chosen);
}

static void
import_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  kith_choose_files (GTK_WIDGET (widget), import_chosen);
}

static void
save_copy_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_autofree char *register_name = kith_session_dup_name (KITH_WINDOW (widget)->session);
  g_autofree char *copy_name = g_strdup_printf (_ ("%s, a copy.kith"), register_name);

  kith_choose_target (widget, _ ("Save a copy"), copy_name, copy_chosen);
}

static void
restore_backup_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  KithSession *session = KITH_WINDOW (widget)->session;

  gtk_window_present (GTK_WINDOW (
      kith_backups_dialog_new (GTK_WINDOW (widget), session, kith_session_get_file (session))));
}

static void
preferences_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gtk_window_present (
      GTK_WINDOW (kith_preferences_new (GTK_WINDOW (widget), KITH_WINDOW (widget)->session)));
}

static void
close_register_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  KithWindow *self = KITH_WINDOW (widget);

  g_clear_pointer (&self->state->register_uri, g_free);
  kith_session_close (self->session);
}

static void
undo_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  KithSession *session = KITH_WINDOW (widget)->session;
  KithMapMoves *moves = kith_map_moves_get (session);
  gint64 entry = kith_session_get_undoable (session);

  if (kith_map_moves_can_undo (moves))
    kith_map_moves_undo (moves);
  else if (entry != 0)
    kith_session_undo (session, entry);
}

static void
redo_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  KithSession *session = KITH_WINDOW (widget)->session;
  KithMapMoves *moves = kith_map_moves_get (session);

  if (kith_map_moves_can_redo (moves))
    kith_map_moves_redo (moves);
  else if (kith_session_get_redoable (session) != 0)
    kith_session_redo (session);
}

static void
find_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gtk_window_present (
      GTK_WINDOW (kith_find_dialog_new (GTK_WINDOW (widget), KITH_WINDOW (widget)->session)));
}

static void
search_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  kith_page_search (get_page (KITH_WINDOW (widget)));
}

/* What only the page before the officer can do, wherever the keyboard is. */
static void
page_action_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  static const char *const actions[][2] = {
    { "win.copy-all", "roll.copy-all" }, { "win.choose-all", "roll.choose-shown" },
    { "win.export", "map.export" },      { "win.export", "briefing.export" },
    { "win.print", "map.print" },        { "win.print", "briefing.print" },
    { "win.tick", "roll.tick" },
  };
  KithPage *page = get_page (KITH_WINDOW (widget));

  for (guint i = 0; page != NULL && i < G_N_ELEMENTS (actions); i++)
    if (strcmp (actions[i][0], name) == 0)
      gtk_widget_activate_action (GTK_WIDGET (page), actions[i][1], NULL);
}

static void
as_at_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  kith_date_button_popup (KITH_WINDOW (widget)->as_at);
}

static void
show_arrangement_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  KithWindow *self = KITH_WINDOW (widget);
  GtkWidget *page = gtk_stack_get_child_by_name (self->pages, "map");

  kith_map_page_show_arrangement (KITH_MAP_PAGE (page), g_variant_get_int64 (parameter));
  gtk_stack_set_visible_child (self->pages, page);
}

static void
show_partnership_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  KithWindow *self = KITH_WINDOW (widget);
  GtkWidget *page = gtk_stack_get_child_by_name (self->pages, "partnerships");

  kith_partnerships_page_show (KITH_PARTNERSHIPS_PAGE (page), g_variant_get_int64 (parameter));
  gtk_stack_set_visible_child (self->pages, page);
}

/* "win.show-person" and "win.show-organisation" */
static void
show_party_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  KithWindow *self = KITH_WINDOW (widget);
  GtkWidget *page = gtk_stack_get_child_by_name (self->pages, "people");

  kith_people_page_show (KITH_PEOPLE_PAGE (page),
                         g_str_has_suffix (name, "person") ? KITH_TABLE_PERSON
                                                           : KITH_TABLE_ORGANISATION,
                         g_variant_get_int64 (parameter));
  gtk_stack_set_visible_child (self->pages, page);
}

static void
page_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  kith_window_show_page (KITH_WINDOW (widget), g_variant_get_string (parameter, NULL));
}

/* Of the part of the window that the keyboard is in. */
static void
help_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  KithWindow *self = KITH_WINDOW (widget);
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));
  g_autofree char *topic = NULL;

  if (!kith_session_is_open (self->session))
    topic = g_strdup ("first-hour");
  else if (focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->pane)))
    topic = g_strdup ("school-pane");
  else
    topic = g_strconcat ("page-", kith_page_get_name (get_page (self)), NULL);
  kith_help_window_show (widget, topic);
}

static void
menu_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  KithWindow *self = KITH_WINDOW (widget);

  if (!kith_session_is_open (self->session))
    {
      gtk_menu_button_popup (self->start_menu_button);
      return;
    }
  if (self->is_narrow)
    adw_flap_set_reveal_flap (self->outer, TRUE);
  gtk_menu_button_popup (self->menu_button);
}

static void
show_school_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  adw_flap_set_reveal_flap (KITH_WINDOW (widget)->inner, TRUE);
}

static void
record_contact_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  KithSession *session = KITH_WINDOW (widget)->session;

  kith_contact_dialog_begin (widget, session, kith_session_get_selected (session));
}

static void
add_to_partnership_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  KithSession *session = KITH_WINDOW (widget)->session;

  kith_join_dialog_begin (widget, session, kith_session_get_selected (session));
}

static void
show_selection_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  KithWindow *self = KITH_WINDOW (widget);
  GtkWidget *page = gtk_stack_get_child_by_name (self->pages, "roll");

  kith_roll_page_show_only_chosen (KITH_ROLL_PAGE (page));
  gtk_stack_set_visible_child (self->pages, page);
}

static void
add_selection_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  kith_chosen_join_dialog_begin (widget, KITH_WINDOW (widget)->session);
}

static void
new_from_selection_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  kith_chosen_make_dialog_begin (widget, KITH_WINDOW (widget)->session);
}

static void
copy_selection_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  kith_chosen_copy (widget, KITH_WINDOW (widget)->session);
}

static void
clear_selection_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  kith_chosen_set (kith_session_get_chosen (KITH_WINDOW (widget)->session), NULL, 0);
}

static void
ask_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  KithSession *session = KITH_WINDOW (widget)->session;

  kith_ask_dialog_begin (widget, session, kith_session_get_selected (session));
}

static void
add_need_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  KithSession *session = KITH_WINDOW (widget)->session;

  kith_need_dialog_begin (widget, session, kith_session_get_selected (session));
}

/* "win.add-interest", "win.add-rival" and "win.add-catchment" */
static void
add_declared_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  KithSession *session = KITH_WINDOW (widget)->session;
  gint64 urn = kith_session_get_selected (session);

  if (g_str_has_suffix (name, "interest"))
    kith_interest_dialog_begin (widget, session, urn, KITH_INT_NONE);
  else if (g_str_has_suffix (name, "rival"))
    kith_rivalry_dialog_begin (widget, session, urn, KITH_INT_NONE);
  else
    kith_catchment_dialog_begin (widget, session, urn, KITH_INT_NONE);
}

static void
export_data_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  kith_export_dialog_begin (widget, KITH_WINDOW (widget)->session);
}

static void
pane_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  KithWindow *self = KITH_WINDOW (widget);
  gboolean is_revealed = !adw_flap_get_reveal_flap (self->inner);

  self->state->has_pane = is_revealed;
  adw_flap_set_reveal_flap (self->inner, is_revealed);
}

static void
sidebar_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  KithWindow *self = KITH_WINDOW (widget);

  adw_flap_set_reveal_flap (self->outer, !adw_flap_get_reveal_flap (self->outer));
}

static gboolean
files_dropped_cb (KithWindow *self, const GValue *value)
{
  g_autoptr (GSList) dropped = gdk_file_list_get_files (g_value_get_boxed (value));
  g_autoptr (GPtrArray) files = g_ptr_array_new ();
  g_autofree char *name = NULL;

  for (GSList *at = dropped; at != NULL; at = at->next)
    g_ptr_array_add (files, at->data);
  if (files->len == 0)
    return FALSE;
  name = g_file_get_basename (files->pdata[0]);
  if (files->len == 1 && g_str_has_suffix (name, ".kith"))
    kith_session_open (self->session, files->pdata[0]);
  else
    import_files (self, (GFile *const *)files->pdata, files->len);
  return TRUE;
}

static gboolean
kith_window_close_request (GtkWindow *window)
{
  KithWindow *self = KITH_WINDOW (window);
  KithPage *page = get_page (self);
  g_autoptr (GError) error = NULL;

  gtk_window_get_default_size (window, &self->state->width, &self->state->height);
  self->state->is_maximized = gtk_window_is_maximized (window);
  g_free (self->state->page);
  self->state->page = page != NULL ? g_strdup (kith_page_get_name (page)) : NULL;
  if (!kith_state_write (self->state, &error))
    g_warning ("%s", error->message);
  kith_job_queue_cancel_all (kith_session_get_jobs (self->session));
  return GTK_WINDOW_CLASS (kith_window_parent_class)->close_request (window);
}

static void
kith_window_dispose (GObject *object)
{
  KithWindow *self = KITH_WINDOW (object);

  g_clear_handle_id (&self->fold_idle, g_source_remove);
  g_clear_weak_pointer (&self->toast);
  g_clear_handle_id (&self->toast_time, g_source_remove);
  g_clear_object (&self->session);
  g_clear_object (&self->opened);
  g_clear_pointer (&self->state, kith_state_free);
  g_clear_pointer (&self->waiting, g_ptr_array_unref);
  G_OBJECT_CLASS (kith_window_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, KithWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, KithWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, KithWindow, start_jobs);
  gtk_widget_class_bind_template_child (widget_class, KithWindow, start_title);
  gtk_widget_class_bind_template_child (widget_class, KithWindow, start_menu_button);
  gtk_widget_class_bind_template_child (widget_class, KithWindow, outer);
  gtk_widget_class_bind_template_child (widget_class, KithWindow, inner);
  gtk_widget_class_bind_template_child (widget_class, KithWindow, sidebar);
  gtk_widget_class_bind_template_child (widget_class, KithWindow, schools_dated);
  gtk_widget_class_bind_template_child (widget_class, KithWindow, menu_button);
  gtk_widget_class_bind_template_child (widget_class, KithWindow, recent_menu);
  gtk_widget_class_bind_template_child (widget_class, KithWindow, title_stack);
  gtk_widget_class_bind_template_child (widget_class, KithWindow, title);
  gtk_widget_class_bind_template_child (widget_class, KithWindow, jobs);
  gtk_widget_class_bind_template_child (widget_class, KithWindow, undo_button);
  gtk_widget_class_bind_template_child (widget_class, KithWindow, redo_button);
  gtk_widget_class_bind_template_child (widget_class, KithWindow, as_at);
  gtk_widget_class_bind_template_child (widget_class, KithWindow, hold_bar);
  gtk_widget_class_bind_template_child (widget_class, KithWindow, pages);
  gtk_widget_class_bind_template_child (widget_class, KithWindow, pane_column);
  gtk_widget_class_bind_template_child (widget_class, KithWindow, pane);
  gtk_widget_class_bind_template_callback (widget_class, page_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, sidebar_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, pane_revealed_cb);
  gtk_widget_class_bind_template_callback (widget_class, pane_drag_begin_cb);
  gtk_widget_class_bind_template_callback (widget_class, pane_drag_update_cb);
  gtk_widget_class_bind_template_callback (widget_class, pane_motion_cb);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.open", NULL, open_cb);
  gtk_widget_class_install_action (widget_class, "win.open-recent", "s", open_recent_cb);
  gtk_widget_class_install_action (widget_class, "win.sample", NULL, sample_cb);
  gtk_widget_class_install_action (widget_class, "win.new", NULL, new_cb);
  gtk_widget_class_install_action (widget_class, "win.import", NULL, import_cb);
  gtk_widget_class_install_action (widget_class, "win.save-copy", NULL, save_copy_cb);
  gtk_widget_class_install_action (widget_class, "win.restore-backup", NULL, restore_backup_cb);
  gtk_widget_class_install_action (widget_class, "win.preferences", NULL, preferences_cb);
  gtk_widget_class_install_action (widget_class, "win.close-register", NULL, close_register_cb);
  gtk_widget_class_install_action (widget_class, "win.export-data", NULL, export_data_cb);
  gtk_widget_class_install_action (widget_class, "win.undo", NULL, undo_cb);
  gtk_widget_class_install_action (widget_class, "win.redo", NULL, redo_cb);
  gtk_widget_class_install_action (widget_class, "win.find", NULL, find_cb);
  gtk_widget_class_install_action (widget_class, "win.search", NULL, search_cb);
  gtk_widget_class_install_action (widget_class, "win.show-partnership", "x", show_partnership_cb);
  gtk_widget_class_install_action (widget_class, "win.copy-all", NULL, page_action_cb);
  gtk_widget_class_install_action (widget_class, "win.choose-all", NULL, page_action_cb);
  gtk_widget_class_install_action (widget_class, "win.export", NULL, page_action_cb);
  gtk_widget_class_install_action (widget_class, "win.print", NULL, page_action_cb);
  gtk_widget_class_install_action (widget_class, "win.tick", NULL, page_action_cb);
  gtk_widget_class_install_action (widget_class, "win.as-at", NULL, as_at_cb);
  gtk_widget_class_install_action (widget_class, "win.page", "s", page_cb);
  gtk_widget_class_install_action (widget_class, "win.show-arrangement", "x", show_arrangement_cb);
  gtk_widget_class_install_action (widget_class, "win.show-person", "x", show_party_cb);
  gtk_widget_class_install_action (widget_class, "win.show-organisation", "x", show_party_cb);
  gtk_widget_class_install_action (widget_class, "win.menu", NULL, menu_cb);
  gtk_widget_class_install_action (widget_class, "win.help", NULL, help_cb);
  gtk_widget_class_install_action (widget_class, "win.show-school", NULL, show_school_cb);
  gtk_widget_class_install_action (widget_class, "win.pane", NULL, pane_cb);
  gtk_widget_class_install_action (widget_class, "win.record-contact", NULL, record_contact_cb);
  gtk_widget_class_install_action (widget_class, "win.add-to-partnership", NULL,
                                   add_to_partnership_cb);
  gtk_widget_class_install_action (widget_class, "win.show-selection", NULL, show_selection_cb);
  gtk_widget_class_install_action (widget_class, "win.add-selection", NULL, add_selection_cb);
  gtk_widget_class_install_action (widget_class, "win.new-from-selection", NULL,
                                   new_from_selection_cb);
  gtk_widget_class_install_action (widget_class, "win.copy-selection", NULL, copy_selection_cb);
  gtk_widget_class_install_action (widget_class, "win.clear-selection", NULL, clear_selection_cb);
  gtk_widget_class_install_action (widget_class, "win.ask", NULL, ask_cb);
  gtk_widget_class_install_action (widget_class, "win.add-need", NULL, add_need_cb);
  gtk_widget_class_install_action (widget_class, "win.add-interest", NULL, add_declared_cb);
  gtk_widget_class_install_action (widget_class, "win.add-rival", NULL, add_declared_cb);
  gtk_widget_class_install_action (widget_class, "win.add-catchment", NULL, add_declared_cb);
  gtk_widget_class_install_action (widget_class, "win.sidebar", NULL, sidebar_cb);
}

static void
kith_window_class_init (KithWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kith_window_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = kith_window_close_request;
  widget_class->size_allocate = kith_window_size_allocate;

  g_type_ensure (KITH_TYPE_JOB_BAR);
  g_type_ensure (KITH_TYPE_DATE_BUTTON);
  g_type_ensure (KITH_TYPE_HOLD_BAR);
  g_type_ensure (KITH_TYPE_RECENTS);
  g_type_ensure (KITH_TYPE_SCHOOL_PANE);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/kith_schools/Kith/ui/kith-window.ui");
  bind_children (widget_class);
  install_actions (widget_class);
}

static void
connect_session (KithWindow *self)
{
  GObject *session = G_OBJECT (self->session);

  g_signal_connect_object (session, "register-changed", G_CALLBACK (register_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "roll-changed", G_CALLBACK (show_waiting), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "roll-changed", G_CALLBACK (show_school_actions), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "selection-changed", G_CALLBACK (selection_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (kith_map_moves_get (self->session), "changed", G_CALLBACK (show_history),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "register-changed", G_CALLBACK (show_chosen_actions), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (kith_session_get_chosen (self->session), "changed",
                           G_CALLBACK (show_chosen_actions), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "done", G_CALLBACK (done_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "failed", G_CALLBACK (failed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "unopened", G_CALLBACK (unopened_cb), self, G_CONNECT_SWAPPED);
}

/* The title gives way to the bar while work is running. */
static gboolean
name_title_child (GBinding *binding, const GValue *is_busy, GValue *child, gpointer data)
{
  g_value_set_static_string (child, g_value_get_boolean (is_busy) ? "jobs" : "title");
  return TRUE;
}

static void
bind_jobs (KithWindow *self, KithJobBar *bar, GtkStack *title)
{
  kith_job_bar_set_queue (bar, kith_session_get_jobs (self->session));
  g_object_bind_property_full (bar, "is-busy", title, "visible-child-name", G_BINDING_SYNC_CREATE,
                               name_title_child, NULL, NULL, NULL);
}

static void
recent_changed_cb (KithWindow *self)
{
  kith_recents_fill_menu (self->recent_menu);
}

static void
accept_files (KithWindow *self)
{
  GtkDropTarget *target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  g_signal_connect_object (target, "drop", G_CALLBACK (files_dropped_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}

static void
kith_window_init (KithWindow *self)
{
  self->session = kith_session_new ();
  self->state = kith_state_read ();
  self->waiting = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));

  add_page (self, KITH_TYPE_ROLL_PAGE);
  add_page (self, KITH_TYPE_MAP_PAGE);
  add_page (self, KITH_TYPE_FAMILIES_PAGE);
  add_page (self, KITH_TYPE_PARTNERSHIPS_PAGE);
  add_page (self, KITH_TYPE_DIARY_PAGE);
  add_page (self, KITH_TYPE_PEOPLE_PAGE);
  add_page (self, KITH_TYPE_WHAT_IF_PAGE);
  add_page (self, KITH_TYPE_BRIEFING_PAGE);
  add_page (self, KITH_TYPE_SOURCES_PAGE);
  add_page (self, KITH_TYPE_CHANGES_PAGE);
  kith_date_button_set_session (self->as_at, self->session);
  kith_hold_bar_set_session (self->hold_bar, self->session);
  kith_school_pane_set_session (self->pane, self->session);
  bind_jobs (self, self->jobs, self->title_stack);
  bind_jobs (self, self->start_jobs, self->start_title);
  connect_session (self);
  accept_files (self);
  g_signal_connect_object (gtk_recent_manager_get_default (), "changed",
                           G_CALLBACK (recent_changed_cb), self, G_CONNECT_SWAPPED);
  recent_changed_cb (self);

  gtk_window_set_default_size (GTK_WINDOW (self), self->state->width, self->state->height);
  if (self->state->is_maximized)
    gtk_window_maximize (GTK_WINDOW (self));
  gtk_widget_set_size_request (GTK_WIDGET (self->pane_column), self->state->pane_width, -1);
  self->is_narrow = begins_narrow (self);
  fold (self);
  if (self->state->page != NULL)
    kith_window_show_page (self, self->state->page);
  page_changed_cb (self);
  pane_revealed_cb (self);
  register_changed_cb (self);
  show_waiting (self);
  show_school_actions (self);
  show_chosen_actions (self);
}

/**
 * kith_window_new:
 *
 * Returns: (transfer none): a window without a register
 */
KithWindow *
kith_window_new (AdwApplication *application)
{
  return g_object_new (KITH_TYPE_WINDOW, "application", application, NULL);
}

/**
 * kith_window_get_session:
 *
 * Returns: (transfer none): what the window shows
 */
KithSession *
kith_window_get_session (KithWindow *self)
{
  return self->session;
}

/**
 * kith_window_open:
 *
 * Opens a register.
 */
void
kith_window_open (KithWindow *self, GFile *file)
{
  kith_session_open (self->session, file);
}

/**
 * kith_window_open_last:
 *
 * Opens the register that was open last, if it is still there.
 */
void
kith_window_open_last (KithWindow *self)
{
  g_autoptr (GFile) file = NULL;

  if (self->state->register_uri == NULL)
    return;
  file = g_file_new_for_uri (self->state->register_uri);
  if (g_file_query_exists (file, NULL))
    kith_session_open (self->session, file);
}

/**
 * kith_window_show_page:
 * @name: of a page; another name is let be
 */
void
kith_window_show_page (KithWindow *self, const char *name)
{
  if (gtk_stack_get_child_by_name (self->pages, name) != NULL)
    gtk_stack_set_visible_child_name (self->pages, name);
}
