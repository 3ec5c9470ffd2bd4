/* kith-diary-page.c: contacts and actions
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-diary-page.h"
#include "kith-contact-dialog.h"
#include "kith-diary-item.h"
#include "kith-record-dialog.h"
#include "kith-row-feed.h"
#include "kith-text-column.h"

#include <glib/gi18n.h>

/* Which actions are listed. */
typedef enum
{
  STATE_TO_DO,
  STATE_DONE,
  STATE_ALL,
} State;

/**
 * KithDiaryPage:
 *
 * What was agreed and is to be done, the longest overdue first; and every contact, newest first.
 * The lists are put together in a worker, while somebody looks, when the register or the day has
 * changed; rows come a few at a time. Whoever chooses a row chooses its school everywhere, and
 * whoever opens one changes it. Delete takes out what was recorded in error.
 */
struct _KithDiaryPage
{
  KithPage parent_instance;

  GtkSearchEntry *search_entry;
  GtkDropDown *state;
  GtkButton *done_button;
  GtkStack *parts;
  GtkColumnView *actions;
  GtkColumnView *contacts;
  GtkLabel *foot;

  GListStore *action_items;
  GListStore *contact_items;
  GtkFilter *action_filter;
  GtkFilter *contact_filter;
  GtkSingleSelection *action_selection;
  GtkSingleSelection *contact_selection;
  char *key;         /* nullable: what is searched for */
  gboolean is_stale; /* the lists are of another register or day */
  GCancellable *listing;
  struct _Listing *coming; /* newer rows on their way into the lists */
  guint n_actions_come;
  guint n_contacts_come;
  guint coming_idle;
};

G_DEFINE_FINAL_TYPE (KithDiaryPage, kith_diary_page, KITH_TYPE_PAGE)

static KithSession *
get_session (KithDiaryPage *self)
{
  return kith_page_get_session (KITH_PAGE (self));
}

/* Cells. */

static char *
dup_day (KithDate day)
{
  return day == KITH_DATE_UNKNOWN ? g_strdup ("–") : kith_date_dup_text (day, KITH_DATE_SHORT);
}

/* In words, and not by colour alone. */
static char *
dup_due (gpointer item)
{
  const KithDiaryEntry *entry = kith_diary_item_get (item);
  g_autofree char *day = dup_day (entry->action->due);

  if (entry->action->done != KITH_DATE_UNKNOWN)
    {
      g_autofree char *done = dup_day (entry->action->done);

      return g_strdup_printf (_ ("done %s"), done);
    }
  return entry->is_overdue ? g_strdup_printf (_ ("overdue: %s"), day) : g_steal_pointer (&day);
}

static char *
dup_what (gpointer item)
{
  return g_strdup (kith_diary_item_get (item)->action->what);
}

static char *
dup_owner (gpointer item)
{
  const char *owner = kith_diary_item_get (item)->action->owner;

  return g_strdup (owner != NULL ? owner : "–");
}

static char *
dup_about (gpointer item)
{
  const KithDiaryEntry *entry = kith_diary_item_get (item);

  if (entry->who != NULL && entry->under != NULL)
    return g_strdup_printf ("%s · %s", entry->who, entry->under);
  return g_strdup (entry->who != NULL ? entry->who : entry->under != NULL ? entry->under : "–");
}

static char *
dup_date (gpointer item)
{
  return dup_day (kith_diary_item_get (item)->contact->date);
}

static char *
dup_kind (gpointer item)
{
  const char *kind = kith_diary_item_get (item)->contact->kind;

  return g_strdup (kind != NULL ? _ (kind) : "–");
}

static char *
dup_officer (gpointer item)
{
  const char *officer = kith_diary_item_get (item)->contact->officer;

  return g_strdup (officer != NULL ? officer : "–");
}

static char *
dup_summary (gpointer item)
{
  const KithContact *contact = kith_diary_item_get (item)->contact;

  if (contact->confidential == 1)
    return g_strdup (_ ("for officers alone: open the school to read it"));
  return g_strdup (contact->summary != NULL ? contact->summary : "–");
}

static const KithTextColumn action_columns[] = {
  { N_ ("Due"), 166, FALSE, dup_due, NULL },
  { N_ ("What is to be done"), 0, FALSE, dup_what, NULL },
  { N_ ("School, partnership"), 220, FALSE, dup_about, NULL },
  { N_ ("By whom"), 120, FALSE, dup_owner, NULL },
};

static const KithTextColumn contact_columns[] = {
  { N_ ("Day"), 104, FALSE, dup_date, NULL },
  { N_ ("Kind"), 80, FALSE, dup_kind, NULL },
  { N_ ("Who took part, partnership"), 260, FALSE, dup_about, NULL },
  { N_ ("Officer"), 110, FALSE, dup_officer, NULL },
  { N_ ("What happened"), 0, FALSE, dup_summary, NULL },
};

/* Filtering. */

static gboolean
is_action_wanted (gpointer item, gpointer data)
{
  KithDiaryPage *self = KITH_DIARY_PAGE (data);
  gboolean is_done = kith_diary_item_get (item)->action->done != KITH_DATE_UNKNOWN;
  State state = gtk_drop_down_get_selected (self->state);

  return (state == STATE_ALL || is_done == (state == STATE_DONE)) &&
         kith_diary_item_has_words (item, self->key);
}

static gboolean
is_contact_wanted (gpointer item, gpointer data)
{
  return kith_diary_item_has_words (item, KITH_DIARY_PAGE (data)->key);
}

static gboolean
shows_actions (KithDiaryPage *self)
{
  return g_strcmp0 (gtk_stack_get_visible_child_name (self->parts), "actions") == 0;
}

static guint
count_overdue (KithDiaryPage *self)
{
  KithLedger *ledger = kith_session_get_ledger (get_session (self));
  KithDate as_at = kith_session_get_as_at (get_session (self));
  gsize n = 0;
  const KithAction *actions =
      ledger == NULL ? NULL : kith_ledger_get_rows (ledger, KITH_TABLE_ACTION, &n);
  guint n_overdue = 0;

  for (gsize a = 0; a < n; a++)
    n_overdue += kith_diary_item_is_overdue (&actions[a], as_at);
  return n_overdue;
}

/* What stands below the list, and whether there is an action that can be done. */
static void
show_state (KithDiaryPage *self)
{
  KithDiaryItem *chosen = gtk_single_selection_get_selected_item (self->action_selection);
  gboolean is_open =
      chosen != NULL && kith_diary_item_get (chosen)->action->done == KITH_DATE_UNKNOWN;
  gboolean is_chosen =
      (shows_actions (self)
           ? chosen
           : gtk_single_selection_get_selected_item (self->contact_selection)) != NULL;
  gboolean can_write = !kith_session_is_read_only (get_session (self));
  guint n = g_list_model_get_n_items (
      G_LIST_MODEL (shows_actions (self) ? self->action_selection : self->contact_selection));
  g_autofree char *count = kith_text_dup_count (n);
  guint n_overdue = count_overdue (self);
  g_autofree char *overdue = kith_text_dup_count (n_overdue);
  g_autoptr (GString) foot = g_string_new (NULL);

  if (shows_actions (self))
    {
      g_string_append_printf (foot, ngettext ("%s action.", "%s actions.", n), count);
      g_string_append_printf (foot, ngettext (" %s is overdue.", " %s are overdue.", n_overdue),
                              overdue);
    }
  else
    g_string_append_printf (
        foot, ngettext ("%s contact, newest first", "%s contacts, newest first", n), count);
  gtk_label_set_text (self->foot, foot->str);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "diary.done",
                                 is_open && shows_actions (self) && can_write);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "diary.change", is_chosen && can_write);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "diary.remove", is_chosen && can_write);
  gtk_widget_set_visible (GTK_WIDGET (self->state), shows_actions (self));
}

static void
filter_changed_cb (KithDiaryPage *self)
{
  g_autofree char *key =
      kith_text_dup_key (gtk_editable_get_text (GTK_EDITABLE (self->search_entry)));

  if (self->action_filter == NULL)
    return;
  g_free (self->key);
  self->key = key[0] != '\0' ? g_steal_pointer (&key) : NULL;
  gtk_filter_changed (self->action_filter, GTK_FILTER_CHANGE_DIFFERENT);
  gtk_filter_changed (self->contact_filter, GTK_FILTER_CHANGE_DIFFERENT);
  show_state (self);
}

static void
part_changed_cb (KithDiaryPage *self)
{
  if (self->action_filter != NULL)
    show_state (self);
}

static void
chosen_cb (KithDiaryPage *self, GParamSpec *what, GtkSingleSelection *selection)
{
  KithDiaryItem *item = gtk_single_selection_get_selected_item (selection);

  if (item != NULL && kith_diary_item_get (item)->urn != KITH_INT_NONE)
    kith_session_set_selected (get_session (self), kith_diary_item_get (item)->urn);
  show_state (self);
}

/* Which record is chosen in the list that is shown; FALSE where none is. */
static gboolean
get_chosen (KithDiaryPage *self, KithTable *table, gint64 *id)
{
  KithDiaryItem *item = gtk_single_selection_get_selected_item (
      shows_actions (self) ? self->action_selection : self->contact_selection);
  const KithDiaryEntry *entry = item == NULL ? NULL : kith_diary_item_get (item);

  if (entry == NULL)
    return FALSE;
  *table = entry->action != NULL ? KITH_TABLE_ACTION : KITH_TABLE_CONTACT;
  *id = entry->action != NULL ? entry->action->id : entry->contact->id;
  return TRUE;
}

static void
change_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  KithDiaryPage *self = KITH_DIARY_PAGE (widget);
  KithTable table;
  gint64 id;

  if (get_chosen (self, &table, &id))
    kith_record_dialog_begin (widget, get_session (self), table, id);
}

static void
remove_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  KithDiaryPage *self = KITH_DIARY_PAGE (widget);
  KithTable table;
  gint64 id;

  if (get_chosen (self, &table, &id))
    kith_record_remove (get_session (self), table, id);
}

/* The school is selected already, and its pane is there: what is opened is the record. */
static void
row_activated_cb (KithDiaryPage *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "diary.change", NULL);
}

static void
done_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  KithDiaryPage *self = KITH_DIARY_PAGE (widget);
  KithDiaryItem *item = gtk_single_selection_get_selected_item (self->action_selection);

  if (item != NULL)
    kith_done_dialog_begin (widget, get_session (self), kith_diary_item_get (item)->action->id);
}

/* Listing. */

typedef struct
{
  KithLedger *ledger;
  KithDate as_at;
} Order;

typedef struct _Listing
{
  GPtrArray *actions;
  GPtrArray *contacts;
} Listing;

static void
free_order (gpointer data)
{
  kith_ledger_unref (((Order *)data)->ledger);
  g_free (data);
}

static void
free_listing (gpointer data)
{
  g_ptr_array_unref (((Listing *)data)->actions);
  g_ptr_array_unref (((Listing *)data)->contacts);
  g_free (data);
}

static void
list_all (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Order *order = data;
  Listing *listing = g_new (Listing, 1);

  listing->actions = kith_diary_item_list_actions (order->ledger, order->as_at);
  listing->contacts = kith_diary_item_list_contacts (order->ledger, order->as_at);
  g_task_return_pointer (task, listing, free_listing);
}

static gboolean
show_some_cb (gpointer data)
{
  KithDiaryPage *self = KITH_DIARY_PAGE (data);

  if (kith_row_feed_take (self->action_items, self->coming->actions, &self->n_actions_come) ||
      kith_row_feed_take (self->contact_items, self->coming->contacts, &self->n_contacts_come))
    return G_SOURCE_CONTINUE;
  self->coming_idle = 0;
  g_clear_pointer (&self->coming, free_listing);
  show_state (self);
  return G_SOURCE_REMOVE;
}

static void
listed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  KithDiaryPage *self = KITH_DIARY_PAGE (source);
  Listing *listing = g_task_propagate_pointer (G_TASK (result), NULL);

  /* another listing was asked for meanwhile, or the page has gone */
  if (listing == NULL)
    return;
  self->coming = listing;
  self->n_actions_come = self->n_contacts_come = 0;
  self->coming_idle = g_idle_add (show_some_cb, self);
}

static void
stop_listing (KithDiaryPage *self)
{
  if (self->listing != NULL)
    g_cancellable_cancel (self->listing);
  g_clear_object (&self->listing);
  g_clear_handle_id (&self->coming_idle, g_source_remove);
  g_clear_pointer (&self->coming, free_listing);
}

static void
renew (KithDiaryPage *self)
{
  KithSession *session = get_session (self);
  KithLedger *ledger = kith_session_get_ledger (session);
  g_autoptr (GTask) task = NULL;
  Order *order;

  stop_listing (self);
  self->is_stale = !gtk_widget_get_mapped (GTK_WIDGET (self));
  if (ledger == NULL)
    {
      g_list_store_remove_all (self->action_items);
      g_list_store_remove_all (self->contact_items);
      show_state (self);
    }
  if (ledger == NULL || self->is_stale)
    return;
  self->listing = g_cancellable_new ();
  order = g_new0 (Order, 1);
  order->ledger = kith_ledger_ref (ledger);
  order->as_at = kith_session_get_as_at (session);
  task = g_task_new (self, self->listing, listed_cb, NULL);
  g_task_set_task_data (task, order, free_order);
  g_task_run_in_thread (task, list_all);
}

static void
kith_diary_page_map (GtkWidget *widget)
{
  KithDiaryPage *self = KITH_DIARY_PAGE (widget);

  GTK_WIDGET_CLASS (kith_diary_page_parent_class)->map (widget);
  if (self->is_stale)
    renew (self);
}

/* The page. */

static GtkSingleSelection *
join_list (KithDiaryPage *self,
           GListStore *items,
           GtkCustomFilterFunc is_wanted,
           GtkColumnView *view,
           GtkFilter **filter)
{
  GtkFilterListModel *filtered;
  GtkSingleSelection *selection;

  *filter = GTK_FILTER (gtk_custom_filter_new (is_wanted, self, NULL));
  filtered =
      gtk_filter_list_model_new (G_LIST_MODEL (g_object_ref (items)), g_object_ref (*filter));
  gtk_filter_list_model_set_incremental (filtered, TRUE);
  selection = gtk_single_selection_new (G_LIST_MODEL (filtered));
  gtk_single_selection_set_autoselect (selection, FALSE);
  gtk_single_selection_set_can_unselect (selection, TRUE);
  gtk_single_selection_set_selected (selection, GTK_INVALID_LIST_POSITION);
  gtk_column_view_set_model (view, GTK_SELECTION_MODEL (selection));
  g_signal_connect_object (selection, "notify::selected-item", G_CALLBACK (chosen_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (selection, "items-changed", G_CALLBACK (show_state), self,
                           G_CONNECT_SWAPPED);
  return selection;
}

static void
kith_diary_page_attach (KithPage *page, KithSession *session)
{
  KithDiaryPage *self = KITH_DIARY_PAGE (page);
  GtkFilter *filter;

  self->contact_selection = join_list (self, self->contact_items, is_contact_wanted, self->contacts,
                                       &self->contact_filter);
  self->action_selection =
      join_list (self, self->action_items, is_action_wanted, self->actions, &filter);
  self->action_filter = filter;
  g_signal_connect_object (session, "register-changed", G_CALLBACK (renew), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "as-at-changed", G_CALLBACK (renew), self, G_CONNECT_SWAPPED);
  renew (self);
}

static void
kith_diary_page_search (KithPage *page)
{
  gtk_widget_grab_focus (GTK_WIDGET (KITH_DIARY_PAGE (page)->search_entry));
}

static guint
kith_diary_page_count_waiting (KithPage *page)
{
  return count_overdue (KITH_DIARY_PAGE (page));
}

static void
kith_diary_page_dispose (GObject *object)
{
  KithDiaryPage *self = KITH_DIARY_PAGE (object);

  stop_listing (self);
  g_clear_object (&self->action_filter);
  g_clear_object (&self->contact_filter);
  g_clear_object (&self->action_selection);
  g_clear_object (&self->contact_selection);
  g_clear_object (&self->action_items);
  g_clear_object (&self->contact_items);
  g_clear_pointer (&self->key, g_free);
  G_OBJECT_CLASS (kith_diary_page_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, KithDiaryPage, search_entry);
  gtk_widget_class_bind_template_child (widget_class, KithDiaryPage, state);
  gtk_widget_class_bind_template_child (widget_class, KithDiaryPage, done_button);
  gtk_widget_class_bind_template_child (widget_class, KithDiaryPage, parts);
  gtk_widget_class_bind_template_child (widget_class, KithDiaryPage, actions);
  gtk_widget_class_bind_template_child (widget_class, KithDiaryPage, contacts);
  gtk_widget_class_bind_template_child (widget_class, KithDiaryPage, foot);
  gtk_widget_class_bind_template_callback (widget_class, filter_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, part_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
}

static void
kith_diary_page_class_init (KithDiaryPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  KithPageClass *page_class = KITH_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kith_diary_page_dispose;
  widget_class->map = kith_diary_page_map;
  page_class->name = "diary";
  page_class->title = N_ ("Contacts and actions");
  page_class->icon_name = "x-office-calendar-symbolic";
  page_class->attach = kith_diary_page_attach;
  page_class->search = kith_diary_page_search;
  page_class->count_waiting = kith_diary_page_count_waiting;

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/kith_schools/Kith/ui/kith-diary-page.ui");
  bind_children (widget_class);
  gtk_widget_class_install_action (widget_class, "diary.done", NULL, done_cb);
  gtk_widget_class_install_action (widget_class, "diary.change", NULL, change_cb);
  gtk_widget_class_install_action (widget_class, "diary.remove", NULL, remove_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Delete, 0, "diary.remove", NULL);
}

static void
kith_diary_page_init (KithDiaryPage *self)
{
  self->action_items = g_list_store_new (KITH_TYPE_DIARY_ITEM);
  self->contact_items = g_list_store_new (KITH_TYPE_DIARY_ITEM);
  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint c = 0; c < G_N_ELEMENTS (action_columns); c++)
    kith_text_column_add (self->actions, &action_columns[c]);
  for (guint c = 0; c < G_N_ELEMENTS (contact_columns); c++)
    kith_text_column_add (self->contacts, &contact_columns[c]);
}
