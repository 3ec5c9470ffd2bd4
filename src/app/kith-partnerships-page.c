/* kith-partnerships-page.c: the ledger of partnerships, and whom each reaches
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-partnerships-page.h"
#include "kith-partnership-columns.h"
#include "kith-partnership-item.h"
#include "kith-partnership-dialog.h"
#include "kith-partnership-list.h"
#include "kith-partnership-view.h"

#include <glib/gi18n.h>

/* Rows are widgets, made on the main thread: no more of them at a time than are made in a moment.
 * A list makes no more than about 200, whatever comes after. */
#define ROWS_AT_ONCE 24
#define ROWS_MADE 240

/* What the choice of states offers. */
typedef enum
{
  CHOICE_ACTIVE,
  CHOICE_PROPOSED,
  CHOICE_NOT_BEGUN,
  CHOICE_ENDED,
  CHOICE_ALL,
} StateChoice;

/**
 * KithPartnershipsPage:
 *
 * Every arrangement that concerns the home authorities, measured in a worker while the page can
 * be seen; below, the one that is chosen.
 */
struct _KithPartnershipsPage
{
  KithPage parent_instance;

  GtkSearchEntry *search_entry;
  GtkDropDown *kind;
  GtkDropDown *state;
  GtkStack *stack;
  GtkColumnView *ledger;
  KithPartnershipView *view;
  GtkLabel *foot;

  GListStore *items; /* of KithPartnershipItem */
  GtkFilter *filter;
  GtkSingleSelection *selection;
  GArray *kinds;  /* of KithKind: what the lines of the choice stand for, after the first */
  char *text;     /* that is searched for, as a key */
  KithRoll *roll; /* whose list is shown, or being made */
  gint64 chosen;  /* arrangement */
  GCancellable *making;
  GPtrArray *coming; /* the list that was made, on its way into the items */
  guint n_come;
  guint coming_idle;
  gboolean is_filling;
  gboolean is_stale;
};

G_DEFINE_FINAL_TYPE (KithPartnershipsPage, kith_partnerships_page, KITH_TYPE_PAGE)

static KithSession *
get_session (KithPartnershipsPage *self)
{
  return kith_page_get_session (KITH_PAGE (self));
}

/* Filtering. */

static KithKind
get_chosen_kind (KithPartnershipsPage *self)
{
  guint selected = gtk_drop_down_get_selected (self->kind);

  if (selected == 0 || selected == GTK_INVALID_LIST_POSITION || selected > self->kinds->len)
    return KITH_N_KINDS;
  return g_array_index (self->kinds, KithKind, selected - 1);
}

static gboolean
fits_state (const KithPartnership *partnership, guint choice)
{
  switch (choice)
    {
    case CHOICE_ACTIVE:
      return partnership->state == KITH_PARTNERSHIP_ACTIVE;
    case CHOICE_PROPOSED:
      return partnership->state == KITH_PARTNERSHIP_PROPOSED;
    case CHOICE_NOT_BEGUN:
      return partnership->state == KITH_PARTNERSHIP_NOT_BEGUN;
    case CHOICE_ENDED:
      return partnership->state == KITH_PARTNERSHIP_ENDED;
    default:
      return TRUE;
    }
}

static gboolean
is_wanted (gpointer item, gpointer data)
{
  KithPartnershipsPage *self = data;
  const KithPartnership *partnership = kith_partnership_item_get (item);
  KithKind kind = get_chosen_kind (self);

  return fits_state (partnership, gtk_drop_down_get_selected (self->state)) &&
         (kind == KITH_N_KINDS || kind == partnership->kind) &&
         (self->text == NULL || kith_partnership_item_has_text (item, self->text));
}

static gboolean
is_filtered (KithPartnershipsPage *self)
{
  return self->text != NULL || get_chosen_kind (self) != KITH_N_KINDS ||
         gtk_drop_down_get_selected (self->state) != CHOICE_ACTIVE;
}

/* What stands below the ledger and what stands in its place. */

static char *
dup_foot (KithPartnershipsPage *self)
{
  guint n_all = g_list_model_get_n_items (G_LIST_MODEL (self->items));
  g_autofree char *shown =
      kith_text_dup_count (g_list_model_get_n_items (G_LIST_MODEL (self->selection)));
  g_autofree char *all = kith_text_dup_count (n_all);
  const KithSettings *settings = kith_network_get_settings (kith_roll_get_network (self->roll));

  return g_strdup_printf (
      ngettext ("%s of %s partnership. Engaged: a contact under it in the last %u months.",
                "%s of %s partnerships. Engaged: a contact under it in the last %u months.", n_all),
      shown, all, settings->engaged_months);
}

static void
show_state (KithPartnershipsPage *self)
{
  guint n_all = g_list_model_get_n_items (G_LIST_MODEL (self->items));
  guint n_shown = g_list_model_get_n_items (G_LIST_MODEL (self->selection));
  g_autofree char *foot = self->roll != NULL && n_all > 0 ? dup_foot (self) : NULL;
  const char *child = "ledger";

  if (self->roll == NULL)
    child = kith_session_is_working (get_session (self)) ? "waiting" : "cancelled";
  else if (n_all == 0)
    child = self->making != NULL || self->coming != NULL ? "waiting" : "empty";
  else if (n_shown == 0 && self->coming == NULL)
    child = is_filtered (self) ? "no-match" : "none-active";
  gtk_label_set_text (self->foot, foot != NULL ? foot : "");
  gtk_stack_set_visible_child_name (self->stack, child);
}

static void
filter_changed_cb (KithPartnershipsPage *self)
{
  if (self->is_filling || self->filter == NULL)
    return;
  gtk_filter_changed (self->filter, GTK_FILTER_CHANGE_DIFFERENT);
  show_state (self);
}

static void
text_changed_cb (KithPartnershipsPage *self)
{
  g_clear_pointer (&self->text, g_free);
  self->text = kith_text_dup_key (gtk_editable_get_text (GTK_EDITABLE (self->search_entry)));
  if (*self->text == '\0')
    g_clear_pointer (&self->text, g_free);
  filter_changed_cb (self);
}

/* Enter takes the first that is shown, as in the roll call. */
static void
search_activated_cb (KithPartnershipsPage *self)
{
  if (g_list_model_get_n_items (G_LIST_MODEL (self->selection)) == 0)
    return;
  gtk_single_selection_set_selected (self->selection, 0);
  gtk_widget_grab_focus (GTK_WIDGET (self->ledger));
}

static void
clear_filter_cb (KithPartnershipsPage *self)
{
  self->is_filling = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (self->search_entry), "");
  g_clear_pointer (&self->text, g_free);
  gtk_drop_down_set_selected (self->kind, 0);
  gtk_drop_down_set_selected (self->state, CHOICE_ACTIVE);
  self->is_filling = FALSE;
  filter_changed_cb (self);
}

static void
show_all_cb (KithPartnershipsPage *self)
{
  gtk_drop_down_set_selected (self->state, CHOICE_ALL);
}

static void
work_out_cb (KithPartnershipsPage *self)
{
  kith_session_renew (get_session (self));
}

/* The kinds that there are, each with how many. */
static void
fill_kinds (KithPartnershipsPage *self, const GPtrArray *items)
{
  KithKind chosen = get_chosen_kind (self);
  guint counts[KITH_N_KINDS] = { 0 }, selected = 0;
  g_autoptr (GtkStringList) lines = gtk_string_list_new (NULL);

  for (guint i = 0; i < items->len; i++)
    counts[kith_partnership_item_get (items->pdata[i])->kind]++;
  g_array_set_size (self->kinds, 0);
  gtk_string_list_append (lines, _ ("Every kind"));
  for (guint k = 0; k < 2 * KITH_N_KINDS; k++)
    {
      /* those that fade first, as in the ledger */
      KithKind kind = k % KITH_N_KINDS;
      g_autofree char *count = kith_text_dup_count (counts[kind]);
      g_autofree char *line = NULL;

      if (counts[kind] == 0 || kith_kind_is_standing (kind) != (k >= KITH_N_KINDS))
        continue;
      line = g_strdup_printf ("%s (%s)", _ (kith_kind_get_info (kind)->plural), count);
      gtk_string_list_append (lines, line);
      g_array_append_val (self->kinds, kind);
      if (kind == chosen)
        selected = self->kinds->len;
    }
  self->is_filling = TRUE;
  gtk_drop_down_set_model (self->kind, G_LIST_MODEL (lines));
  gtk_drop_down_set_selected (self->kind, selected);
  self->is_filling = FALSE;
}

/* Choosing. */

static void
chosen_cb (KithPartnershipsPage *self)
{
  KithPartnershipItem *item = gtk_single_selection_get_selected_item (self->selection);

  if (item == NULL || self->is_filling)
    return;
  self->chosen = kith_partnership_item_get_id (item);
  kith_partnership_view_show (self->view, kith_partnership_item_get_roll (item), self->chosen);
}

static void
show_all_hubs_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  KithPartnershipsPage *self = KITH_PARTNERSHIPS_PAGE (widget);

  self->chosen = KITH_INT_NONE;
  gtk_single_selection_set_selected (self->selection, GTK_INVALID_LIST_POSITION);
  kith_partnership_view_show (self->view, self->roll, KITH_INT_NONE);
}

/* The list comes a few rows at a time: the one that is shown in full is chosen in it again. */
static void
rows_changed_cb (KithPartnershipsPage *self, guint position, guint n_removed, guint n_added)
{
  gboolean is_sought = self->chosen != KITH_INT_NONE &&
                       gtk_single_selection_get_selected_item (self->selection) == NULL;

  for (guint i = position; is_sought && i < position + n_added; i++)
    {
      g_autoptr (KithPartnershipItem) item =
          g_list_model_get_item (G_LIST_MODEL (self->selection), i);

      if (kith_partnership_item_get_id (item) != self->chosen)
        continue;
      is_sought = FALSE;
      self->is_filling = TRUE;
      gtk_single_selection_set_selected (self->selection, i);
      self->is_filling = FALSE;
    }
  show_state (self);
}

/* The list. */

static void
stop_coming (KithPartnershipsPage *self)
{
  g_clear_handle_id (&self->coming_idle, g_source_remove);
  g_clear_pointer (&self->coming, g_ptr_array_unref);
}

/* The first rows a few at a time, then the rest. */
static gboolean
show_some_cb (gpointer data)
{
  KithPartnershipsPage *self = KITH_PARTNERSHIPS_PAGE (data);
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->items)), at = self->n_come;
  guint n_left = self->coming->len - at;
  gboolean is_last = at >= ROWS_MADE || n_left <= ROWS_AT_ONCE;

  self->n_come += is_last ? n_left : ROWS_AT_ONCE;
  g_list_store_splice (self->items, at, is_last ? n - at : MIN (ROWS_AT_ONCE, n - at),
                       n_left == 0 ? NULL : self->coming->pdata + at, self->n_come - at);
  if (!is_last)
    return G_SOURCE_CONTINUE;
  self->coming_idle = 0;
  stop_coming (self);
  kith_partnership_view_show (self->view, self->roll, self->chosen);
  show_state (self);
  return G_SOURCE_REMOVE;
}

static void
made_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (KithPartnershipsPage) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) items = kith_partnership_list_finish (result, &error);

  if (items == NULL)
    return; /* another is being made, or none is wanted */
  g_clear_object (&self->making);
  fill_kinds (self, items);
  self->coming = g_steal_pointer (&items);
  self->n_come = 0;
  if (show_some_cb (self) == G_SOURCE_CONTINUE)
    self->coming_idle = g_idle_add (show_some_cb, self);
}

static void
stop_making (KithPartnershipsPage *self)
{
  if (self->making != NULL)
    g_cancellable_cancel (self->making);
  g_clear_object (&self->making);
}

static void
show_roll (KithPartnershipsPage *self)
{
  KithRoll *roll = kith_session_get_roll (get_session (self));

  self->is_stale = FALSE;
  stop_making (self);
  stop_coming (self);
  g_clear_pointer (&self->roll, kith_roll_unref);
  if (roll != NULL)
    {
      self->roll = kith_roll_ref (roll);
      self->making = g_cancellable_new ();
      kith_partnership_list_make (roll, self->making, made_cb, g_object_ref (self));
    }
  else
    {
      g_list_store_remove_all (self->items);
      kith_partnership_view_show (self->view, NULL, KITH_INT_NONE);
    }
  if (!kith_session_is_open (get_session (self)))
    self->chosen = KITH_INT_NONE;
  show_state (self);
}

static void
roll_changed_cb (KithPartnershipsPage *self)
{
  self->is_stale = TRUE;
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    show_roll (self);
}

/* Whom each reaches is measured when somebody looks. */
static void
kith_partnerships_page_map (GtkWidget *widget)
{
  KithPartnershipsPage *self = KITH_PARTNERSHIPS_PAGE (widget);

  if (self->is_stale)
    show_roll (self);
  GTK_WIDGET_CLASS (kith_partnerships_page_parent_class)->map (widget);
}

/* The page. */

static void
new_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  kith_partnership_dialog_begin (widget, get_session (KITH_PARTNERSHIPS_PAGE (widget)),
                                 KITH_INT_NONE);
}

static void
register_changed_cb (KithPartnershipsPage *self)
{
  KithSession *session = get_session (self);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "partnerships.new",
                                 kith_session_is_open (session) &&
                                     !kith_session_is_read_only (session));
}

static void
kith_partnerships_page_attach (KithPage *page, KithSession *session)
{
  KithPartnershipsPage *self = KITH_PARTNERSHIPS_PAGE (page);
  GtkFilterListModel *filtered;
  GtkSortListModel *sorted;

  self->filter = GTK_FILTER (gtk_custom_filter_new (is_wanted, self, NULL));
  filtered = gtk_filter_list_model_new (G_LIST_MODEL (g_object_ref (self->items)),
                                        g_object_ref (self->filter));
  gtk_filter_list_model_set_incremental (filtered, TRUE);
  sorted = gtk_sort_list_model_new (G_LIST_MODEL (filtered),
                                    g_object_ref (gtk_column_view_get_sorter (self->ledger)));
  gtk_sort_list_model_set_incremental (sorted, TRUE);
  self->selection = gtk_single_selection_new (G_LIST_MODEL (sorted));
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  gtk_single_selection_set_selected (self->selection, GTK_INVALID_LIST_POSITION);
  gtk_column_view_set_model (self->ledger, GTK_SELECTION_MODEL (self->selection));
  kith_partnership_view_set_session (self->view, session);

  g_signal_connect_object (self->selection, "notify::selected-item", G_CALLBACK (chosen_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->selection, "items-changed", G_CALLBACK (rows_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "roll-changed", G_CALLBACK (roll_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "register-changed", G_CALLBACK (register_changed_cb), self,
                           G_CONNECT_SWAPPED);
  register_changed_cb (self);
  roll_changed_cb (self);
}

static void
kith_partnerships_page_search (KithPage *page)
{
  gtk_widget_grab_focus (GTK_WIDGET (KITH_PARTNERSHIPS_PAGE (page)->search_entry));
}

static void
kith_partnerships_page_dispose (GObject *object)
{
  KithPartnershipsPage *self = KITH_PARTNERSHIPS_PAGE (object);

  stop_making (self);
  stop_coming (self);
  if (self->selection != NULL)
    g_signal_handlers_disconnect_by_data (self->selection, self);
  g_clear_object (&self->selection);
  g_clear_object (&self->filter);
  g_clear_object (&self->items);
  g_clear_pointer (&self->roll, kith_roll_unref);
  G_OBJECT_CLASS (kith_partnerships_page_parent_class)->dispose (object);
}

static void
kith_partnerships_page_finalize (GObject *object)
{
  KithPartnershipsPage *self = KITH_PARTNERSHIPS_PAGE (object);

  g_array_unref (self->kinds);
  g_free (self->text);
  G_OBJECT_CLASS (kith_partnerships_page_parent_class)->finalize (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, KithPartnershipsPage, search_entry);
  gtk_widget_class_bind_template_child (widget_class, KithPartnershipsPage, kind);
  gtk_widget_class_bind_template_child (widget_class, KithPartnershipsPage, state);
  gtk_widget_class_bind_template_child (widget_class, KithPartnershipsPage, stack);
  gtk_widget_class_bind_template_child (widget_class, KithPartnershipsPage, ledger);
  gtk_widget_class_bind_template_child (widget_class, KithPartnershipsPage, view);
  gtk_widget_class_bind_template_child (widget_class, KithPartnershipsPage, foot);
  gtk_widget_class_bind_template_callback (widget_class, text_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, filter_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, clear_filter_cb);
  gtk_widget_class_bind_template_callback (widget_class, show_all_cb);
  gtk_widget_class_bind_template_callback (widget_class, work_out_cb);
}

static void
kith_partnerships_page_class_init (KithPartnershipsPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  KithPageClass *page_class = KITH_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kith_partnerships_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = kith_partnerships_page_finalize;
  widget_class->map = kith_partnerships_page_map;
  page_class->name = "partnerships";
  page_class->title = N_ ("Partnerships");
  page_class->icon_name = "kith-hub-symbolic";
  page_class->attach = kith_partnerships_page_attach;
  page_class->search = kith_partnerships_page_search;

  g_type_ensure (KITH_TYPE_PARTNERSHIP_VIEW);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/kith_schools/Kith/ui/kith-partnerships-page.ui");
  bind_children (widget_class);
  gtk_widget_class_install_action (widget_class, "partnerships.all", NULL, show_all_hubs_cb);
  gtk_widget_class_install_action (widget_class, "partnerships.new", NULL, new_cb);
}

static void
kith_partnerships_page_init (KithPartnershipsPage *self)
{
  self->items = g_list_store_new (KITH_TYPE_PARTNERSHIP_ITEM);
  self->kinds = g_array_new (FALSE, FALSE, sizeof (KithKind));
  self->chosen = KITH_INT_NONE;
  self->is_filling = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  self->is_filling = FALSE;
  kith_partnership_columns_add (self->ledger);
}

/**
 * kith_partnerships_page_show:
 * @id: of an arrangement
 *
 * Chooses it in the ledger, whatever was filtered, and tells about it in full.
 */
void
kith_partnerships_page_show (KithPartnershipsPage *self, gint64 id)
{
  clear_filter_cb (self);
  gtk_drop_down_set_selected (self->state, CHOICE_ALL);
  self->is_filling = TRUE;
  gtk_single_selection_set_selected (self->selection, GTK_INVALID_LIST_POSITION);
  self->is_filling = FALSE;
  self->chosen = id;
  rows_changed_cb (self, 0, 0, g_list_model_get_n_items (G_LIST_MODEL (self->selection)));
  if (self->roll != NULL)
    kith_partnership_view_show (self->view, self->roll, id);
}
