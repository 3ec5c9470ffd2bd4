/* kith-roll-page.c: every school, worst first
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-roll-page.h"
#include "kith-aside-dialog.h"
#include "kith-choose-files.h"
#include "kith-export.h"
#include "kith-chosen-bar.h"
#include "kith-filter-chips.h"
#include "kith-filter-popover.h"
#include "kith-roll-columns.h"
#include "kith-roll-filter.h"
#include "kith-roll-views.h"
#include "kith-school-selection.h"
#include "kith-tier-bar.h"
#include "kith-worklist.h"

#include <glib/gi18n.h>

/* From this width on there is room for trust, pupils and component. */
#define WIDE_PX 1100

/**
 * KithRollPage:
 *
 * The session's list of schools, filtered and sorted. Actions: "roll.copy" puts the selected
 * school on the clipboard, "roll.copy-all" all that are shown, "roll.export-shown" writes these to
 * a file, "roll.choose-shown" chooses them, "roll.worklist" sorts them as the worklist has them,
 * "roll.tick" ticks the selected school off it or puts it back.
 */
struct _KithRollPage
{
  KithPage parent_instance;

  GtkSearchBar *search_bar;
  GtkSearchEntry *search_entry;
  KithTierBar *tier_bar;
  GtkMenuButton *filter_button;
  KithFilterPopover *filter_popover;
  KithFilterChips *chips;
  GMenu *views_menu;
  GMenu *columns_menu;
  gint64 shown_view; /* that was shown last, 0 for none */
  GtkStack *stack;
  AdwStatusPage *quiet;
  GtkColumnView *view;
  GtkLabel *foot;
  KithChosenBar *chosen_bar;

  KithRollFilter *filter;
  KithRollColumns *columns; /* owned by the view */
  KithSchoolSelection *selection;
  gboolean wants_list; /* even where nothing is to report */
};

G_DEFINE_FINAL_TYPE (KithRollPage, kith_roll_page, KITH_TYPE_PAGE)

static KithSession *
get_session (KithRollPage *self)
{
  return kith_page_get_session (KITH_PAGE (self));
}

static guint
count_shown (KithRollPage *self)
{
  return kith_school_selection_get_n (self->selection);
}

static GListModel *
get_shown (KithRollPage *self)
{
  return G_LIST_MODEL (kith_school_selection_get_model (self->selection));
}

/* What stands below the list and what stands in its place. */

static char *
dup_foot (KithRollPage *self, guint n_all)
{
  const KithRoll *roll = kith_session_get_roll (get_session (self));
  guint n_due = kith_network_count_due_closed (kith_roll_get_network (roll));
  guint n_shown = count_shown (self);
  g_autofree char *all = kith_text_dup_count (n_all);
  g_autofree char *shown = kith_text_dup_count (n_shown);
  GString *foot = g_string_new (NULL);

  if (kith_roll_filter_is_set (self->filter))
    g_string_append_printf (foot, ngettext ("%s of %s school.", "%s of %s schools.", n_all), shown,
                            all);
  else
    g_string_append_printf (foot, ngettext ("%s school.", "%s schools, each one once.", n_all),
                            all);
  g_string_append_printf (foot, " %s", kith_roll_columns_get_order_words (self->columns));
  if (n_due > 0)
    {
      g_autofree char *due = kith_text_dup_count (n_due);

      g_string_append_printf (foot,
                              ngettext (". %s was due to have closed, a newer file is needed",
                                        ". %s were due to have closed, a newer file is needed",
                                        n_due),
                              due);
    }
  return g_string_free (foot, FALSE);
}

static char *
dup_quiet_words (const KithRoll *roll, guint n_all)
{
  guint n_ask = kith_roll_count_tier (roll, KITH_TIER_ASK);
  g_autofree char *all = kith_text_dup_count (n_all);
  g_autofree char *ask = kith_text_dup_count (n_ask);
  GString *words = g_string_new (NULL);

  g_string_append_printf (
      words,
      ngettext ("Nothing to report on %s school.", "Nothing to report on %s schools.", n_all), all);
  if (n_ask > 0)
    g_string_append_printf (
        words, ngettext (" %s has not been asked about.", " %s have not been asked about.", n_ask),
        ask);
  return g_string_free (words, FALSE);
}

static void
show_state (KithRollPage *self)
{
  KithRoll *roll = kith_session_get_roll (get_session (self));
  guint n_all = g_list_model_get_n_items (kith_session_get_schools (get_session (self)));
  g_autofree char *foot = roll != NULL && n_all > 0 ? dup_foot (self, n_all) : NULL;
  g_autofree char *words = roll != NULL ? dup_quiet_words (roll, n_all) : NULL;
  gboolean is_set = kith_roll_filter_is_set (self->filter);
  const char *child = "list";

  if (roll == NULL)
    child = kith_session_is_working (get_session (self)) ? "waiting" : "cancelled";
  else if (n_all == 0)
    child = "empty";
  else if (count_shown (self) == 0 && is_set)
    child = "no-match";
  else if (!is_set && !self->wants_list && kith_roll_count_tier (roll, KITH_TIER_ACT_NOW) == 0 &&
           kith_roll_count_tier (roll, KITH_TIER_LOOK_IN) == 0 &&
           kith_roll_count_tier (roll, KITH_TIER_WATCH) == 0)
    child = "quiet";

  adw_status_page_set_title (self->quiet, words != NULL ? words : "");
  gtk_label_set_text (self->foot, foot != NULL ? foot : "");
  gtk_stack_set_visible_child_name (self->stack, child);
}

static void
row_activated_cb (KithRollPage *self, guint position)
{
  g_autoptr (KithRollItem) item = g_list_model_get_item (get_shown (self), position);

  if (item == NULL)
    return;
  kith_session_set_selected (get_session (self), kith_roll_item_get_urn (item));
  gtk_widget_activate_action (GTK_WIDGET (self), "win.show-school", NULL);
}

/* Filtering. */

static void
show_filter_count (KithRollPage *self)
{
  guint n = kith_filter_popover_count (self->filter_popover);
  g_autofree char *label = n > 0 ? g_strdup_printf (_ ("Filter (%u)"), n) : g_strdup (_ ("Filter"));

  gtk_menu_button_set_label (self->filter_button, label);
}

/* A chip a part; the last is what is searched for. The tiers stand in their own bar. */
static void
show_chips (KithRollPage *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->search_entry));
  g_autofree char *quoted = g_strdup_printf ("“%s”", text);

  kith_filter_chips_begin (self->chips);
  for (guint part = 0; part < KITH_FILTER_PARTS; part++)
    kith_filter_chips_add (self->chips, part,
                           kith_filter_popover_get_part (self->filter_popover, part));
  kith_filter_chips_add (self->chips, KITH_FILTER_PARTS, kith_text_is_blank (text) ? NULL : quoted);
  kith_filter_chips_end (self->chips);
}

static void
chip_removed_cb (KithRollPage *self, guint part)
{
  if (part < KITH_FILTER_PARTS)
    kith_filter_popover_clear_part (self->filter_popover, part);
  else
    gtk_editable_set_text (GTK_EDITABLE (self->search_entry), "");
}

static void
filter_changed_cb (KithRollPage *self)
{
  show_filter_count (self);
  show_chips (self);
  show_state (self);
  kith_school_selection_follow (self->selection);
}

static void
tiers_changed_cb (KithRollPage *self)
{
  self->wants_list = TRUE;
  for (KithTier tier = 0; tier < KITH_N_TIERS; tier++)
    kith_roll_filter_set_tier (self->filter, tier, kith_tier_bar_is_chosen (self->tier_bar, tier));
  filter_changed_cb (self);
}

static void
text_changed_cb (KithRollPage *self)
{
  kith_roll_filter_set_text (self->filter,
                             gtk_editable_get_text (GTK_EDITABLE (self->search_entry)));
  filter_changed_cb (self);
}

static void
clear_filter_cb (KithRollPage *self)
{
  kith_filter_popover_clear (self->filter_popover);
  kith_tier_bar_clear (self->tier_bar);
  gtk_editable_set_text (GTK_EDITABLE (self->search_entry), "");
  kith_roll_filter_clear (self->filter);
  filter_changed_cb (self);
}

/* Views. */

static char *
dup_view_text (KithRollPage *self)
{
  g_autoptr (KithRollView) view = kith_roll_view_new ();

  kith_filter_popover_read (self->filter_popover, view);
  for (KithTier tier = 0; tier < KITH_N_TIERS; tier++)
    if (kith_tier_bar_is_chosen (self->tier_bar, tier))
      view->tiers |= 1u << tier;
  view->text = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->search_entry)));
  return kith_roll_view_dup_text (view);
}

static void
view_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  KithRollPage *self = KITH_ROLL_PAGE (widget);
  const KithSavedView *saved =
      kith_ledger_find (kith_session_get_ledger (get_session (self)), KITH_TABLE_SAVED_VIEW,
                        g_variant_get_int64 (parameter));
  g_autoptr (GError) error = NULL;
  g_autoptr (KithRollView) view =
      saved != NULL ? kith_roll_view_parse (saved->state, &error) : NULL;

  if (error != NULL)
    g_signal_emit_by_name (get_session (self), "failed", _ ("This view cannot be shown"),
                           error->message);
  if (view == NULL)
    return;
  self->wants_list = TRUE;
  kith_tier_bar_choose (self->tier_bar, view->tiers);
  gtk_editable_set_text (GTK_EDITABLE (self->search_entry), view->text != NULL ? view->text : "");
  kith_roll_filter_set_text (self->filter, view->text);
  kith_filter_popover_choose (self->filter_popover, view);
  self->shown_view = saved->id;
  kith_roll_views_fill (self->views_menu, get_session (self), self->shown_view);
}

static void
save_view_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  KithRollPage *self = KITH_ROLL_PAGE (widget);
  g_autofree char *text = dup_view_text (self);

  kith_roll_views_save (widget, get_session (self), text);
}

static void
forget_view_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  kith_roll_views_forget (get_session (KITH_ROLL_PAGE (widget)),
                          KITH_ROLL_PAGE (widget)->shown_view);
}

static void
register_changed_cb (KithRollPage *self)
{
  KithSession *session = get_session (self);
  gboolean can_write = kith_session_is_open (session) && !kith_session_is_read_only (session);

  kith_roll_views_fill (self->views_menu, session, self->shown_view);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "roll.save-view", can_write);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "roll.forget-view", can_write);
}

static void
show_list_cb (KithRollPage *self)
{
  self->wants_list = TRUE;
  show_state (self);
}

static void
work_out_cb (KithRollPage *self)
{
  kith_session_renew (get_session (self));
}

static void
search_activated_cb (KithRollPage *self)
{
  if (count_shown (self) == 0)
    return;
  gtk_selection_model_select_item (GTK_SELECTION_MODEL (get_shown (self)), 0, TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

static void
search_stopped_cb (KithRollPage *self)
{
  gtk_search_bar_set_search_mode (self->search_bar, FALSE);
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

/* Copying. */

static void
copy_lines (KithRollPage *self, guint first, guint n)
{
  g_autoptr (GString) text = g_string_new (kith_roll_item_get_headings ());

  for (guint i = first; i < first + n; i++)
    {
      g_autoptr (KithRollItem) item = g_list_model_get_item (get_shown (self), i);
      g_autofree char *line = kith_roll_item_dup_line (item);

      g_string_append_printf (text, "\n%s", line);
    }
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), text->str);
}

static void
copy_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  KithRollPage *self = KITH_ROLL_PAGE (widget);
  guint selected = gtk_single_selection_get_selected (GTK_SINGLE_SELECTION (get_shown (self)));

  if (selected != GTK_INVALID_LIST_POSITION)
    copy_lines (self, selected, 1);
}

static void
copy_all_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  KithRollPage *self = KITH_ROLL_PAGE (widget);

  copy_lines (self, 0, count_shown (self));
}

/* Exporting: what is shown, in its order. */

typedef struct
{
  KithRoll *roll;
  GArray *urns;
  GFile *file;
  KithJob *job;
} ShownOrder;

static void
free_shown_order (ShownOrder *order)
{
  kith_roll_unref (order->roll);
  g_array_unref (order->urns);
  g_object_unref (order->file);
  g_object_unref (order->job);
  g_free (order);
}

static void
write_shown (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  ShownOrder *order = data;
  GError *error = NULL;

  if (kith_export_write_shown (order->roll, order->urns, order->file, order->job, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
shown_written_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (KithSession) session = KITH_SESSION (data);
  ShownOrder *order = g_task_get_task_data (G_TASK (result));
  g_autofree char *name = g_file_get_basename (order->file);
  g_autofree char *count = kith_text_dup_count (order->urns->len);
  g_autofree char *words = NULL;
  g_autoptr (GError) error = NULL;

  kith_job_queue_end (kith_session_get_jobs (session), order->job);
  if (g_task_propagate_boolean (G_TASK (result), &error))
    {
      words = g_strdup_printf (
          ngettext ("%s school exported to “%s”", "%s schools exported to “%s”", order->urns->len),
          count, name);
      g_signal_emit_by_name (session, "done", words, FALSE);
    }
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_signal_emit_by_name (session, "failed", _ ("Nothing was exported"), error->message);
}

static void
export_chosen (GtkWidget *widget, GFile *const *files, guint n_files)
{
  KithRollPage *self = KITH_ROLL_PAGE (widget);
  KithSession *session = get_session (self);
  g_autoptr (GTask) task = NULL;
  ShownOrder *order;

  if (kith_session_get_roll (session) == NULL)
    return;
  order = g_new0 (ShownOrder, 1);
  order->roll = kith_roll_ref (kith_session_get_roll (session));
  order->urns = g_array_new (FALSE, FALSE, sizeof (gint64));
  order->file = g_object_ref (files[0]);
  order->job = kith_job_queue_begin (kith_session_get_jobs (session), _ ("Exporting"));
  for (guint i = 0; i < count_shown (self); i++)
    {
      g_autoptr (KithRollItem) item = g_list_model_get_item (get_shown (self), i);
      gint64 urn = kith_roll_item_get_urn (item);

      g_array_append_val (order->urns, urn);
    }
  task = g_task_new (NULL, NULL, shown_written_cb, g_object_ref (session));
  g_task_set_task_data (task, order, (GDestroyNotify)free_shown_order);
  g_task_run_in_thread (task, write_shown);
}

static void
export_shown_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  kith_choose_target (widget, _ ("Export what is shown"), _ ("Roll call.xlsx"), export_chosen);
}

/* Whoever the filter lets through, though the list may still be filling. */
static void
choose_shown_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  KithRollPage *self = KITH_ROLL_PAGE (widget);
  KithSession *session = get_session (self);
  GListModel *schools = kith_session_get_schools (session);
  g_autoptr (GArray) urns = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < g_list_model_get_n_items (schools); i++)
    {
      g_autoptr (KithRollItem) item = g_list_model_get_item (schools, i);
      gint64 urn = kith_roll_item_get_urn (item);

      if (gtk_filter_match (GTK_FILTER (self->filter), item))
        g_array_append_val (urns, urn);
    }
  kith_chosen_set (kith_session_get_chosen (session), (const gint64 *)urns->data, urns->len);
}

static void
sort_worklist_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  kith_roll_columns_sort (KITH_ROLL_PAGE (widget)->columns, KITH_COLUMN_TIER, GTK_SORT_ASCENDING);
}

static void
tick_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  KithSession *session = get_session (KITH_ROLL_PAGE (widget));
  g_autoptr (KithRollItem) item =
      kith_session_find_school (session, kith_session_get_selected (session));

  if (item != NULL && !kith_session_is_read_only (session))
    kith_aside_tick (session, kith_roll_item_get_urn (item),
                     kith_worklist_is_waiting (kith_roll_item_get_row (item)));
}

/* The page. */

static void
roll_changed_cb (KithRollPage *self)
{
  KithSession *session = get_session (self);

  kith_tier_bar_show (self->tier_bar, kith_session_get_roll (session));
  kith_filter_popover_show_choices (self->filter_popover, kith_session_get_schools (session));
  show_state (self);
  kith_school_selection_follow (self->selection);
}

static void
kith_roll_page_attach (KithPage *page, KithSession *session)
{
  KithRollPage *self = KITH_ROLL_PAGE (page);
  GtkFilterListModel *filtered;
  GtkSortListModel *sorted;
  GtkSorter *sorter = gtk_column_view_get_sorter (self->view);

  self->filter = g_object_ref (kith_session_get_filter (session));
  kith_filter_popover_set_filter (self->filter_popover, self->filter,
                                  kith_session_get_chosen (session));
  kith_chosen_bar_set_session (self->chosen_bar, session);
  filtered = gtk_filter_list_model_new (g_object_ref (kith_session_get_schools (session)),
                                        GTK_FILTER (g_object_ref (self->filter)));
  gtk_filter_list_model_set_incremental (filtered, TRUE);
  sorted = gtk_sort_list_model_new (G_LIST_MODEL (filtered), g_object_ref (sorter));
  gtk_sort_list_model_set_incremental (sorted, TRUE);
  self->selection =
      kith_school_selection_new (session, G_LIST_MODEL (sorted), GTK_WIDGET (self->view));
  kith_roll_columns_set_session (self->columns, session);
  gtk_column_view_set_model (self->view, kith_school_selection_get_model (self->selection));

  g_signal_connect_object (get_shown (self), "items-changed", G_CALLBACK (show_state), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (sorter, "changed", G_CALLBACK (show_state), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "roll-changed", G_CALLBACK (roll_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "register-changed", G_CALLBACK (register_changed_cb), self,
                           G_CONNECT_SWAPPED);
  register_changed_cb (self);
  roll_changed_cb (self);
}

static void
kith_roll_page_search (KithPage *page)
{
  KithRollPage *self = KITH_ROLL_PAGE (page);

  gtk_search_bar_set_search_mode (self->search_bar, TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
}

static guint
kith_roll_page_count_waiting (KithPage *page)
{
  KithRoll *roll = kith_session_get_roll (kith_page_get_session (page));

  return roll != NULL ? kith_roll_count_tier (roll, KITH_TIER_ACT_NOW) : 0;
}

static void
kith_roll_page_measure (GtkWidget *widget,
                        GtkOrientation orientation,
                        int for_size,
                        int *minimum,
                        int *natural,
                        int *minimum_baseline,
                        int *natural_baseline)
{
  gtk_widget_measure (adw_bin_get_child (ADW_BIN (widget)), orientation, for_size, minimum, natural,
                      minimum_baseline, natural_baseline);
}

static void
kith_roll_page_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  KithRollPage *self = KITH_ROLL_PAGE (widget);

  gtk_widget_allocate (adw_bin_get_child (ADW_BIN (widget)), width, height, baseline, NULL);
  kith_roll_columns_set_wide (self->columns, width >= WIDE_PX);
}

static void
kith_roll_page_dispose (GObject *object)
{
  KithRollPage *self = KITH_ROLL_PAGE (object);

  /* a sorted view says as it goes that it is no longer sorted */
  if (self->selection != NULL)
    g_signal_handlers_disconnect_by_data (gtk_column_view_get_sorter (self->view), self);
  g_clear_object (&self->filter);
  g_clear_object (&self->selection);
  G_OBJECT_CLASS (kith_roll_page_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, KithRollPage, search_bar);
  gtk_widget_class_bind_template_child (widget_class, KithRollPage, search_entry);
  gtk_widget_class_bind_template_child (widget_class, KithRollPage, tier_bar);
  gtk_widget_class_bind_template_child (widget_class, KithRollPage, filter_button);
  gtk_widget_class_bind_template_child (widget_class, KithRollPage, filter_popover);
  gtk_widget_class_bind_template_child (widget_class, KithRollPage, chips);
  gtk_widget_class_bind_template_child (widget_class, KithRollPage, views_menu);
  gtk_widget_class_bind_template_child (widget_class, KithRollPage, columns_menu);
  gtk_widget_class_bind_template_child (widget_class, KithRollPage, stack);
  gtk_widget_class_bind_template_child (widget_class, KithRollPage, quiet);
  gtk_widget_class_bind_template_child (widget_class, KithRollPage, view);
  gtk_widget_class_bind_template_child (widget_class, KithRollPage, foot);
  gtk_widget_class_bind_template_child (widget_class, KithRollPage, chosen_bar);
  gtk_widget_class_bind_template_callback (widget_class, tiers_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, filter_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, chip_removed_cb);
  gtk_widget_class_bind_template_callback (widget_class, text_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_stopped_cb);
  gtk_widget_class_bind_template_callback (widget_class, clear_filter_cb);
  gtk_widget_class_bind_template_callback (widget_class, show_list_cb);
  gtk_widget_class_bind_template_callback (widget_class, work_out_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
}

static void
kith_roll_page_class_init (KithRollPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  KithPageClass *page_class = KITH_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kith_roll_page_dispose;
  widget_class->measure = kith_roll_page_measure;
  widget_class->size_allocate = kith_roll_page_size_allocate;
  page_class->name = "roll";
  page_class->title = N_ ("Roll call");
  page_class->icon_name = "kith-roll-call-symbolic";
  page_class->attach = kith_roll_page_attach;
  page_class->search = kith_roll_page_search;
  page_class->count_waiting = kith_roll_page_count_waiting;

  g_type_ensure (KITH_TYPE_TIER_BAR);
  g_type_ensure (KITH_TYPE_FILTER_POPOVER);
  g_type_ensure (KITH_TYPE_FILTER_CHIPS);
  g_type_ensure (KITH_TYPE_CHOSEN_BAR);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/kith_schools/Kith/ui/kith-roll-page.ui");
  bind_children (widget_class);
  gtk_widget_class_install_action (widget_class, "roll.copy", NULL, copy_cb);
  gtk_widget_class_install_action (widget_class, "roll.copy-all", NULL, copy_all_cb);
  gtk_widget_class_install_action (widget_class, "roll.view", "x", view_cb);
  gtk_widget_class_install_action (widget_class, "roll.save-view", NULL, save_view_cb);
  gtk_widget_class_install_action (widget_class, "roll.forget-view", NULL, forget_view_cb);
  gtk_widget_class_install_action (widget_class, "roll.export-shown", NULL, export_shown_cb);
  gtk_widget_class_install_action (widget_class, "roll.choose-shown", NULL, choose_shown_cb);
  gtk_widget_class_install_action (widget_class, "roll.worklist", NULL, sort_worklist_cb);
  gtk_widget_class_install_action (widget_class, "roll.tick", NULL, tick_cb);
}

static void
kith_roll_page_init (KithRollPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  /* a bin's own layout would not tell the page how wide it is */
  gtk_widget_set_layout_manager (GTK_WIDGET (self), NULL);
  self->columns = kith_roll_columns_new (self->view);
  kith_roll_columns_offer (self->columns, GTK_WIDGET (self), self->columns_menu);
  gtk_search_bar_connect_entry (self->search_bar, GTK_EDITABLE (self->search_entry));
}

/**
 * kith_roll_page_show_only_chosen:
 *
 * Clears the filter, and narrows it to the schools that are chosen.
 */
void
kith_roll_page_show_only_chosen (KithRollPage *self)
{
  clear_filter_cb (self);
  kith_filter_popover_show_only_chosen (self->filter_popover);
}
