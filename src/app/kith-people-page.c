/* kith-people-page.c: people and organisations
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-people-page.h"
#include "kith-merge-dialog.h"
#include "kith-person-dialog.h"
#include "kith-roster-item.h"
#include "kith-row-feed.h"
#include "kith-text-column.h"
#include "kith-widgets.h"

#include <glib/gi18n.h>
#include <math.h>

/* One of the two lists. */
typedef struct
{
  KithTable table;
  GListStore *items;
  GtkFilter *filter;
  GtkSingleSelection *selection;
  GtkColumnView *view;
  gint64 sought; /* to be chosen as soon as it is there, or KITH_INT_NONE */
} Part;

enum
{
  PEOPLE,
  ORGANISATIONS,
  N_PARTS,
};

static const char *const part_names[N_PARTS] = { "people", "organisations" };

/* Both lists, put together in a worker. */
typedef struct
{
  GPtrArray *items[N_PARTS];
  guint n_come[N_PARTS];
} Listing;

/**
 * KithPeoplePage:
 *
 * Everybody whom officers have named, with what they do. The lists are put together in a worker,
 * while somebody looks, when the register or the day has changed. Whoever opens a row changes it.
 * Actions: "people.new", "people.open", and "people.alike", which lists who may be recorded twice.
 */
struct _KithPeoplePage
{
  KithPage parent_instance;

  GtkSearchEntry *search_entry;
  GtkStack *stack;
  GtkStack *parts;
  GtkColumnView *people;
  GtkColumnView *organisations;
  GtkLabel *foot;

  Part lists[N_PARTS];
  char *key; /* nullable: what is searched for */
  gboolean is_stale;
  GCancellable *listing;
  Listing *coming; /* newer rows on their way into the lists */
  guint coming_idle;
};

G_DEFINE_FINAL_TYPE (KithPeoplePage, kith_people_page, KITH_TYPE_PAGE)

static KithSession *
get_session (KithPeoplePage *self)
{
  return kith_page_get_session (KITH_PAGE (self));
}

static Part *
get_part (KithPeoplePage *self)
{
  const char *shown = gtk_stack_get_visible_child_name (self->parts);

  return &self->lists[g_strcmp0 (shown, part_names[PEOPLE]) == 0 ? PEOPLE : ORGANISATIONS];
}

/* Cells. */

static char *
dup_name (gpointer item)
{
  return g_strdup (kith_roster_item_get (item)->name);
}

static char *
dup_text (const char *text)
{
  return g_strdup (text != NULL && *text != '\0' ? text : "–");
}

static char *
dup_what (gpointer item)
{
  return dup_text (kith_roster_item_get (item)->what);
}

static char *
dup_days (gpointer item)
{
  double days = kith_roster_item_get (item)->days;

  return isnan (days) ? g_strdup ("–") : g_strdup_printf ("%g", days);
}

static char *
dup_areas (gpointer item)
{
  return dup_text (kith_roster_item_get (item)->areas);
}

static char *
dup_partnerships (gpointer item)
{
  return dup_text (kith_roster_item_get (item)->partnerships);
}

static char *
dup_last_contact (gpointer item)
{
  const KithRosterRow *row = kith_roster_item_get (item);

  return row->last_contact == KITH_DATE_UNKNOWN
             ? g_strdup (_ ("no record"))
             : kith_date_dup_text (row->last_contact, KITH_DATE_SHORT);
}

static int
compare_names (gconstpointer a, gconstpointer b, gpointer data)
{
  return kith_widgets_compare (kith_roster_item_get ((gpointer)a)->name,
                               kith_roster_item_get ((gpointer)b)->name);
}

static int
compare_what (gconstpointer a, gconstpointer b, gpointer data)
{
  return kith_widgets_compare (kith_roster_item_get ((gpointer)a)->what,
                               kith_roster_item_get ((gpointer)b)->what);
}

static int
compare_areas (gconstpointer a, gconstpointer b, gpointer data)
{
  return kith_widgets_compare (kith_roster_item_get ((gpointer)a)->areas,
                               kith_roster_item_get ((gpointer)b)->areas);
}

static int
compare_partnerships (gconstpointer a, gconstpointer b, gpointer data)
{
  return kith_widgets_compare (kith_roster_item_get ((gpointer)a)->partnerships,
                               kith_roster_item_get ((gpointer)b)->partnerships);
}

/* Most first; who has not said how many comes last. */
static int
compare_days (gconstpointer a, gconstpointer b, gpointer data)
{
  double one = kith_roster_item_get ((gpointer)a)->days;
  double other = kith_roster_item_get ((gpointer)b)->days;

  if (isnan (one) || isnan (other))
    return (int)isnan (one) - (int)isnan (other);
  return (one < other) - (one > other);
}

static int
compare_last_contacts (gconstpointer a, gconstpointer b, gpointer data)
{
  KithDate one = kith_roster_item_get ((gpointer)a)->last_contact;
  KithDate other = kith_roster_item_get ((gpointer)b)->last_contact;

  return (one < other) - (one > other);
}

static const KithTextColumn people_columns[] = {
  { N_ ("Name"), 138, FALSE, dup_name, compare_names },
  { N_ ("Posts"), 0, FALSE, dup_what, compare_what },
  { N_ ("Days"), 52, TRUE, dup_days, compare_days },
  { N_ ("Strong at"), 112, FALSE, dup_areas, compare_areas },
  { N_ ("Runs"), 128, FALSE, dup_partnerships, compare_partnerships },
  { N_ ("Last contact"), 104, FALSE, dup_last_contact, compare_last_contacts },
};

static const KithTextColumn organisation_columns[] = {
  { N_ ("Name"), 220, FALSE, dup_name, compare_names },
  { N_ ("Kind"), 130, FALSE, dup_what, compare_what },
  { N_ ("Partnerships"), 0, FALSE, dup_partnerships, compare_partnerships },
  { N_ ("Strong at"), 130, FALSE, dup_areas, compare_areas },
  { N_ ("Last contact"), 104, FALSE, dup_last_contact, compare_last_contacts },
};

/* What is shown. */

static char *
dup_foot (Part *part, guint n, guint n_all)
{
  g_autofree char *shown = kith_text_dup_count (n);
  g_autofree char *all = kith_text_dup_count (n_all);

  if (part->table == KITH_TABLE_PERSON)
    return g_strdup_printf (
        ngettext ("%s of %s person. Days: a year. Runs: leads, co-ordinates or deputises.",
                  "%s of %s people. Days: a year. Runs: leads, co-ordinates or deputises.", n_all),
        shown, all);
  return g_strdup_printf (ngettext ("%s of %s organisation", "%s of %s organisations", n_all),
                          shown, all);
}

static void
show_state (KithPeoplePage *self)
{
  Part *part = get_part (self);
  guint n = g_list_model_get_n_items (G_LIST_MODEL (part->selection));
  guint n_all = g_list_model_get_n_items (G_LIST_MODEL (part->items));
  gboolean can_write =
      kith_session_is_open (get_session (self)) && !kith_session_is_read_only (get_session (self));
  g_autofree char *foot = dup_foot (part, n, n_all);
  const char *child = "lists";

  if (n_all == 0 && self->coming == NULL && self->listing == NULL)
    child = part->table == KITH_TABLE_PERSON ? "nobody" : "none";
  else if (n == 0 && n_all > 0 && self->key != NULL)
    child = "no-match";
  gtk_stack_set_visible_child_name (self->stack, child);
  gtk_label_set_text (self->foot, n_all > 0 ? foot : "");
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "people.new", can_write);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "people.alike",
                                 kith_session_is_open (get_session (self)));
  gtk_widget_action_set_enabled (
      GTK_WIDGET (self), "people.open",
      can_write && gtk_single_selection_get_selected_item (part->selection) != NULL);
}

static void
filter_changed_cb (KithPeoplePage *self)
{
  g_autofree char *key =
      kith_text_dup_key (gtk_editable_get_text (GTK_EDITABLE (self->search_entry)));

  if (self->lists[PEOPLE].filter == NULL)
    return;
  g_free (self->key);
  self->key = key[0] != '\0' ? g_steal_pointer (&key) : NULL;
  for (guint p = 0; p < N_PARTS; p++)
    gtk_filter_changed (self->lists[p].filter, GTK_FILTER_CHANGE_DIFFERENT);
  show_state (self);
}

static void
clear_filter_cb (KithPeoplePage *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->search_entry), "");
  filter_changed_cb (self);
}

static void
part_changed_cb (KithPeoplePage *self)
{
  if (self->lists[PEOPLE].filter != NULL)
    show_state (self);
}

static gboolean
is_wanted (gpointer item, gpointer data)
{
  return kith_roster_item_has_words (item, KITH_PEOPLE_PAGE (data)->key);
}

/* Doing. */

static void
new_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  KithPeoplePage *self = KITH_PEOPLE_PAGE (widget);

  if (get_part (self)->table == KITH_TABLE_PERSON)
    kith_person_dialog_begin (widget, get_session (self), KITH_INT_NONE);
  else
    kith_organisation_dialog_begin (widget, get_session (self), KITH_INT_NONE);
}

static void
open_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  KithPeoplePage *self = KITH_PEOPLE_PAGE (widget);
  Part *part = get_part (self);
  KithRosterItem *item = gtk_single_selection_get_selected_item (part->selection);

  if (item == NULL)
    return;
  if (part->table == KITH_TABLE_PERSON)
    kith_person_dialog_begin (widget, get_session (self), kith_roster_item_get (item)->id);
  else
    kith_organisation_dialog_begin (widget, get_session (self), kith_roster_item_get (item)->id);
}

static void
alike_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  kith_merge_dialog_begin (widget, get_session (KITH_PEOPLE_PAGE (widget)));
}

static void
row_activated_cb (KithPeoplePage *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "people.open", NULL);
}

/* One that is sought is chosen as soon as it stands in the list, which comes a few rows at a time.
 */
static void
choose_sought (Part *part)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (part->selection));
  GtkWidget *rows = gtk_widget_get_last_child (GTK_WIDGET (part->view));

  for (guint i = 0; part->sought != KITH_INT_NONE && i < n; i++)
    {
      g_autoptr (KithRosterItem) item = g_list_model_get_item (G_LIST_MODEL (part->selection), i);

      if (kith_roster_item_get (item)->id != part->sought)
        continue;
      gtk_single_selection_set_selected (part->selection, i);
      if (gtk_widget_get_mapped (rows))
        gtk_widget_activate_action (rows, "list.scroll-to-item", "u", i);
    }
}

static void
chosen_cb (KithPeoplePage *self, GParamSpec *what, GtkSingleSelection *selection)
{
  for (guint p = 0; p < N_PARTS; p++)
    if (self->lists[p].selection == selection &&
        gtk_single_selection_get_selected_item (selection) != NULL)
      self->lists[p].sought = KITH_INT_NONE;
  show_state (self);
}

static void
rows_changed_cb (KithPeoplePage *self)
{
  for (guint p = 0; p < N_PARTS; p++)
    if (self->lists[p].selection != NULL)
      choose_sought (&self->lists[p]);
  show_state (self);
}

/* Listing. */

typedef struct
{
  KithLedger *ledger;
  KithDate as_at;
} Order;

static void
free_order (gpointer data)
{
  kith_ledger_unref (((Order *)data)->ledger);
  g_free (data);
}

static void
free_listing (gpointer data)
{
  for (guint p = 0; p < N_PARTS; p++)
    g_ptr_array_unref (((Listing *)data)->items[p]);
  g_free (data);
}

static void
list_all (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Order *order = data;
  Listing *listing = g_new0 (Listing, 1);

  listing->items[PEOPLE] = kith_roster_item_list (order->ledger, KITH_TABLE_PERSON, order->as_at);
  listing->items[ORGANISATIONS] =
      kith_roster_item_list (order->ledger, KITH_TABLE_ORGANISATION, order->as_at);
  g_task_return_pointer (task, listing, free_listing);
}

/* Whoever was chosen is chosen again: rows that are made anew forget it. */
static void
note_chosen (Part *part)
{
  KithRosterItem *item = gtk_single_selection_get_selected_item (part->selection);

  if (item != NULL && part->sought == KITH_INT_NONE)
    part->sought = kith_roster_item_get (item)->id;
}

static gboolean
show_some_cb (gpointer data)
{
  KithPeoplePage *self = KITH_PEOPLE_PAGE (data);

  for (guint p = 0; p < N_PARTS; p++)
    if (kith_row_feed_take (self->lists[p].items, self->coming->items[p], &self->coming->n_come[p]))
      return G_SOURCE_CONTINUE;
  self->coming_idle = 0;
  g_clear_pointer (&self->coming, free_listing);
  show_state (self);
  return G_SOURCE_REMOVE;
}

static void
listed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  KithPeoplePage *self = KITH_PEOPLE_PAGE (source);
  Listing *listing = g_task_propagate_pointer (G_TASK (result), NULL);

  /* another listing was asked for meanwhile, or the page has gone */
  if (listing == NULL)
    return;
  g_clear_object (&self->listing);
  for (guint p = 0; p < N_PARTS; p++)
    note_chosen (&self->lists[p]);
  self->coming = listing;
  self->coming_idle = g_idle_add (show_some_cb, self);
}

static void
stop_listing (KithPeoplePage *self)
{
  if (self->listing != NULL)
    g_cancellable_cancel (self->listing);
  g_clear_object (&self->listing);
  g_clear_handle_id (&self->coming_idle, g_source_remove);
  g_clear_pointer (&self->coming, free_listing);
}

static void
renew (KithPeoplePage *self)
{
  KithSession *session = get_session (self);
  KithLedger *ledger = kith_session_get_ledger (session);
  g_autoptr (GTask) task = NULL;
  Order *order;

  stop_listing (self);
  self->is_stale = !gtk_widget_get_mapped (GTK_WIDGET (self));
  for (guint p = 0; ledger == NULL && p < N_PARTS; p++)
    g_list_store_remove_all (self->lists[p].items);
  if (ledger != NULL && !self->is_stale)
    {
      self->listing = g_cancellable_new ();
      order = g_new0 (Order, 1);
      order->ledger = kith_ledger_ref (ledger);
      order->as_at = kith_session_get_as_at (session);
      task = g_task_new (self, self->listing, listed_cb, NULL);
      g_task_set_task_data (task, order, free_order);
      g_task_run_in_thread (task, list_all);
    }
  show_state (self);
}

static void
kith_people_page_map (GtkWidget *widget)
{
  KithPeoplePage *self = KITH_PEOPLE_PAGE (widget);

  GTK_WIDGET_CLASS (kith_people_page_parent_class)->map (widget);
  if (self->is_stale)
    renew (self);
}

/* The page. */

static void
join_list (KithPeoplePage *self, Part *part)
{
  GtkFilterListModel *filtered;
  GtkSortListModel *sorted;

  part->filter = GTK_FILTER (gtk_custom_filter_new (is_wanted, self, NULL));
  filtered = gtk_filter_list_model_new (G_LIST_MODEL (g_object_ref (part->items)),
                                        g_object_ref (part->filter));
  gtk_filter_list_model_set_incremental (filtered, TRUE);
  sorted = gtk_sort_list_model_new (G_LIST_MODEL (filtered),
                                    g_object_ref (gtk_column_view_get_sorter (part->view)));
  gtk_sort_list_model_set_incremental (sorted, TRUE);
  part->selection = gtk_single_selection_new (G_LIST_MODEL (sorted));
  gtk_single_selection_set_autoselect (part->selection, FALSE);
  gtk_single_selection_set_can_unselect (part->selection, TRUE);
  gtk_single_selection_set_selected (part->selection, GTK_INVALID_LIST_POSITION);
  gtk_column_view_set_model (part->view, GTK_SELECTION_MODEL (part->selection));
  g_signal_connect_object (part->selection, "notify::selected-item", G_CALLBACK (chosen_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (part->selection, "items-changed", G_CALLBACK (rows_changed_cb), self,
                           G_CONNECT_SWAPPED);
}

static void
kith_people_page_attach (KithPage *page, KithSession *session)
{
  KithPeoplePage *self = KITH_PEOPLE_PAGE (page);

  for (guint p = 0; p < N_PARTS; p++)
    join_list (self, &self->lists[p]);
  g_signal_connect_object (session, "register-changed", G_CALLBACK (renew), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "as-at-changed", G_CALLBACK (renew), self, G_CONNECT_SWAPPED);
  renew (self);
}

static void
kith_people_page_search (KithPage *page)
{
  gtk_widget_grab_focus (GTK_WIDGET (KITH_PEOPLE_PAGE (page)->search_entry));
}

static void
kith_people_page_dispose (GObject *object)
{
  KithPeoplePage *self = KITH_PEOPLE_PAGE (object);

  stop_listing (self);
  for (guint p = 0; p < N_PARTS; p++)
    {
      /* a sorted view says as it goes that it is no longer sorted */
      if (self->lists[p].selection != NULL)
        g_signal_handlers_disconnect_by_data (self->lists[p].selection, self);
      g_clear_object (&self->lists[p].filter);
      g_clear_object (&self->lists[p].selection);
      g_clear_object (&self->lists[p].items);
    }
  g_clear_pointer (&self->key, g_free);
  G_OBJECT_CLASS (kith_people_page_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, KithPeoplePage, search_entry);
  gtk_widget_class_bind_template_child (widget_class, KithPeoplePage, stack);
  gtk_widget_class_bind_template_child (widget_class, KithPeoplePage, parts);
  gtk_widget_class_bind_template_child (widget_class, KithPeoplePage, people);
  gtk_widget_class_bind_template_child (widget_class, KithPeoplePage, organisations);
  gtk_widget_class_bind_template_child (widget_class, KithPeoplePage, foot);
  gtk_widget_class_bind_template_callback (widget_class, filter_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, clear_filter_cb);
  gtk_widget_class_bind_template_callback (widget_class, part_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
}

static void
kith_people_page_class_init (KithPeoplePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  KithPageClass *page_class = KITH_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kith_people_page_dispose;
  widget_class->map = kith_people_page_map;
  page_class->name = "people";
  page_class->title = N_ ("People and organisations");
  page_class->icon_name = "system-users-symbolic";
  page_class->attach = kith_people_page_attach;
  page_class->search = kith_people_page_search;

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/kith_schools/Kith/ui/kith-people-page.ui");
  bind_children (widget_class);
  gtk_widget_class_install_action (widget_class, "people.new", NULL, new_cb);
  gtk_widget_class_install_action (widget_class, "people.open", NULL, open_cb);
  gtk_widget_class_install_action (widget_class, "people.alike", NULL, alike_cb);
}

static void
kith_people_page_init (KithPeoplePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->lists[PEOPLE] = (Part){ .table = KITH_TABLE_PERSON, .view = self->people };
  self->lists[ORGANISATIONS] =
      (Part){ .table = KITH_TABLE_ORGANISATION, .view = self->organisations };
  for (guint p = 0; p < N_PARTS; p++)
    {
      self->lists[p].items = g_list_store_new (KITH_TYPE_ROSTER_ITEM);
      self->lists[p].sought = KITH_INT_NONE;
    }
  for (guint c = 0; c < G_N_ELEMENTS (people_columns); c++)
    kith_text_column_add (self->people, &people_columns[c]);
  for (guint c = 0; c < G_N_ELEMENTS (organisation_columns); c++)
    kith_text_column_add (self->organisations, &organisation_columns[c]);
}

/**
 * kith_people_page_show:
 * @table: person or organisation
 * @id: which
 *
 * Chooses one in its list.
 */
void
kith_people_page_show (KithPeoplePage *self, KithTable table, gint64 id)
{
  Part *part = &self->lists[table == KITH_TABLE_PERSON ? PEOPLE : ORGANISATIONS];

  gtk_stack_set_visible_child_name (self->parts, part_names[part - self->lists]);
  clear_filter_cb (self);
  part->sought = id;
  choose_sought (part);
}
