/* kith-changes-page.c: what changed since a day, and what needs a decision
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-changes-page.h"

#include "kith-change-item.h"
#include "kith-look.h"
#include "kith-widgets.h"

#include <glib/gi18n.h>

/* Of how many schools files the days are offered. */
#define MOST_FILES 4

/**
 * KithChangesPage:
 *
 * What differs between an earlier day and the day that is asked about: what needs a decision
 * first, then by kind. A school that is pressed is selected everywhere.
 */
struct _KithChangesPage
{
  KithPage parent_instance;

  GtkMenuButton *since_button;
  GtkPopover *popover;
  GtkLabel *since_label;
  GtkEntry *entry;
  GtkCalendar *calendar;
  GtkBox *offers;
  GtkLabel *headline;
  GtkStack *stack;
  GtkListView *list;

  GListStore *items; /* of KithChangeItem */
  KithLook *look;
  KithDate since;
  gboolean is_chosen;  /* by somebody */
  gboolean is_showing; /* the calendar is being set, not used */
};

G_DEFINE_FINAL_TYPE (KithChangesPage, kith_changes_page, KITH_TYPE_PAGE)

static gpointer
find_in_worker (KithRoll *roll, GPtrArray *question, KithJob *job, GError **error)
{
  KithDate until = kith_network_get_date (kith_roll_get_network (roll));
  KithDate since;

  if (question == NULL) /* no day is chosen yet */
    return NULL;
  since = GPOINTER_TO_UINT (g_ptr_array_index (question, 0));
  return kith_diff_new_since (roll, MIN (since, until), job, error);
}

static void
free_diff (gpointer diff)
{
  kith_diff_unref (diff);
}

static void
show_since (KithChangesPage *self)
{
  g_autofree char *text = kith_date_dup_text (self->since, KITH_DATE_SHORT);
  g_autofree char *name = g_strdup_printf (_ ("Since %s"), text);
  g_autoptr (GDateTime) date = NULL;
  int year, month, day;

  kith_date_get_parts (self->since, &year, &month, &day);
  date = g_date_time_new_utc (year, month, day, 0, 0, 0);
  self->is_showing = TRUE;
  gtk_calendar_select_day (self->calendar, date);
  self->is_showing = FALSE;
  gtk_label_set_text (self->since_label, text);
  gtk_editable_set_text (GTK_EDITABLE (self->entry), text);
  gtk_widget_remove_css_class (GTK_WIDGET (self->entry), "error");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->since_button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
ask (KithChangesPage *self)
{
  g_autoptr (GPtrArray) question = g_ptr_array_new ();

  g_ptr_array_add (question, GUINT_TO_POINTER (self->since));
  kith_look_ask (self->look, question);
}

/**
 * kith_changes_page_set_since:
 * @since: the earlier day
 *
 * Asks what changed since then.
 */
void
kith_changes_page_set_since (KithChangesPage *self, KithDate since)
{
  self->since = since;
  self->is_chosen = TRUE;
  show_since (self);
  ask (self);
}

static void
day_selected_cb (KithChangesPage *self)
{
  g_autoptr (GDateTime) date = gtk_calendar_get_date (self->calendar);

  if (!self->is_showing)
    kith_changes_page_set_since (self, kith_date_new (g_date_time_get_year (date),
                                                      g_date_time_get_month (date),
                                                      g_date_time_get_day_of_month (date)));
}

static void
entry_activated_cb (KithChangesPage *self)
{
  KithDate day = KITH_DATE_UNKNOWN;

  if (!kith_date_parse (gtk_editable_get_text (GTK_EDITABLE (self->entry)), -1, &day) ||
      day == KITH_DATE_UNKNOWN)
    {
      gtk_widget_add_css_class (GTK_WIDGET (self->entry), "error");
      return;
    }
  gtk_popover_popdown (self->popover);
  kith_changes_page_set_since (self, day);
}

static void
offer_clicked_cb (KithChangesPage *self, GtkButton *button)
{
  gtk_popover_popdown (self->popover);
  kith_changes_page_set_since (self,
                               GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "since")));
}

static void
add_offer (KithChangesPage *self, const char *words, KithDate since)
{
  GtkWidget *button = gtk_button_new_with_label (words);

  gtk_widget_add_css_class (button, "flat");
  g_object_set_data (G_OBJECT (button), "since", GUINT_TO_POINTER (since));
  g_signal_connect_object (button, "clicked", G_CALLBACK (offer_clicked_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_box_append (self->offers, button);
}

static int
compare_days (gconstpointer a, gconstpointer b)
{
  KithDate one = *(const KithDate *)a, other = *(const KithDate *)b;

  return (other > one) - (other < one);
}

/* Days that schools files tell of, before the day that is asked about, the latest first. */
static GArray *
list_files (KithChangesPage *self, KithDate until)
{
  KithLedger *ledger = kith_session_get_ledger (kith_page_get_session (KITH_PAGE (self)));
  GArray *days = g_array_new (FALSE, FALSE, sizeof (KithDate));
  gsize n;
  const KithSource *sources = kith_ledger_get_rows (ledger, KITH_TABLE_SOURCE, &n);

  for (gsize s = 0; s < n; s++)
    if (g_strcmp0 (sources[s].kind, kith_file_kind_get_key (KITH_FILE_ESTABLISHMENTS)) == 0 &&
        sources[s].dated != KITH_DATE_UNKNOWN && sources[s].dated < until)
      g_array_append_val (days, sources[s].dated);
  g_array_sort (days, compare_days);
  return days;
}

static void
show_offers (KithChangesPage *self)
{
  static const struct
  {
    int months;
    const char *words;
  } spans[] = {
    { 1, N_ ("A month before") },
    { 4, N_ ("A term before (4 months)") },
    { 12, N_ ("A year before") },
  };
  KithDate until = kith_session_get_as_at (kith_page_get_session (KITH_PAGE (self)));
  g_autoptr (GArray) files = list_files (self, until);

  kith_widgets_clear (GTK_WIDGET (self->offers));
  for (guint s = 0; s < G_N_ELEMENTS (spans); s++)
    add_offer (self, _ (spans[s].words), kith_date_add_months (until, -spans[s].months));
  for (guint f = 0; f < MIN (files->len, MOST_FILES); f++)
    {
      KithDate day = g_array_index (files, KithDate, f);
      g_autofree char *text = kith_date_dup_text (day, KITH_DATE_SHORT);
      g_autofree char *words = g_strdup_printf (_ ("Schools file of %s"), text);

      add_offer (self, words, day);
    }
}

static void
set_up_row_cb (GtkSignalListItemFactory *factory, GtkListItem *row)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);

  gtk_widget_add_css_class (box, "change");
  gtk_box_append (GTK_BOX (box), kith_widgets_new_text ("title-4"));
  gtk_box_append (GTK_BOX (box), kith_widgets_new_text (NULL));
  gtk_box_append (GTK_BOX (box), kith_widgets_new_text ("heading"));
  gtk_list_item_set_child (row, box);
}

static void
set_words (GtkWidget *label, const char *words)
{
  gtk_label_set_text (GTK_LABEL (label), words != NULL ? words : "");
  gtk_widget_set_visible (label, words != NULL);
}

static void
bind_row_cb (GtkSignalListItemFactory *factory, GtkListItem *row)
{
  KithChangeItem *item = gtk_list_item_get_item (row);
  const KithDiffItem *change = kith_change_item_get (item);
  GtkWidget *heading = gtk_widget_get_first_child (gtk_list_item_get_child (row));
  GtkWidget *story = gtk_widget_get_next_sibling (heading);

  set_words (heading, kith_change_item_get_heading (item));
  set_words (story, change->story);
  set_words (gtk_widget_get_next_sibling (story), change->decision);
}

static void
activated_cb (KithChangesPage *self, guint position)
{
  g_autoptr (KithChangeItem) item = g_list_model_get_item (G_LIST_MODEL (self->items), position);
  gint64 urn = kith_change_item_get (item)->urn;

  if (urn == KITH_INT_NONE)
    return;
  kith_session_set_selected (kith_page_get_session (KITH_PAGE (self)), urn);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.show-school", NULL);
}

static void
show_diff (GtkWidget *widget, gpointer answer)
{
  KithChangesPage *self = KITH_CHANGES_PAGE (widget);
  g_autoptr (GPtrArray) items = answer == NULL ? NULL : kith_change_item_list_all (answer);
  g_autofree char *headline = answer == NULL ? NULL : kith_diff_dup_headline (answer);

  g_list_store_splice (self->items, 0, g_list_model_get_n_items (G_LIST_MODEL (self->items)),
                       items != NULL ? items->pdata : NULL, items != NULL ? items->len : 0);
  gtk_label_set_text (self->headline, headline != NULL ? headline : "");
  gtk_stack_set_visible_child_name (self->stack, items == NULL     ? "looking"
                                                 : items->len == 0 ? "none"
                                                                   : "list");
}

/* Until somebody chooses a day: a term before the day that is asked about. */
static void
roll_changed_cb (KithChangesPage *self)
{
  KithSession *session = kith_page_get_session (KITH_PAGE (self));

  if (!kith_session_is_open (session) || kith_session_get_ledger (session) == NULL)
    {
      self->is_chosen = FALSE;
      return;
    }
  show_offers (self);
  if (self->is_chosen)
    return;
  self->since = kith_date_add_months (kith_session_get_as_at (session), -4);
  show_since (self);
  ask (self);
}

static void
kith_changes_page_attach (KithPage *page, KithSession *session)
{
  KithChangesPage *self = KITH_CHANGES_PAGE (page);

  self->look = kith_look_new (GTK_WIDGET (self), session, _ ("Looking at what changed"),
                              find_in_worker, free_diff, show_diff);
  g_signal_connect_object (session, "roll-changed", G_CALLBACK (roll_changed_cb), self,
                           G_CONNECT_SWAPPED);
  roll_changed_cb (self);
}

static void
kith_changes_page_dispose (GObject *object)
{
  g_clear_pointer (&KITH_CHANGES_PAGE (object)->look, kith_look_end);
  G_OBJECT_CLASS (kith_changes_page_parent_class)->dispose (object);
}

static void
kith_changes_page_finalize (GObject *object)
{
  g_object_unref (KITH_CHANGES_PAGE (object)->items);
  G_OBJECT_CLASS (kith_changes_page_parent_class)->finalize (object);
}

static void
kith_changes_page_class_init (KithChangesPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  KithPageClass *page_class = KITH_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kith_changes_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = kith_changes_page_finalize;
  page_class->name = "changes";
  page_class->title = N_ ("What changed");
  page_class->icon_name = "document-open-recent-symbolic";
  page_class->attach = kith_changes_page_attach;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/kith_schools/Kith/ui/kith-changes-page.ui");
  gtk_widget_class_bind_template_child (widget_class, KithChangesPage, since_button);
  gtk_widget_class_bind_template_child (widget_class, KithChangesPage, popover);
  gtk_widget_class_bind_template_child (widget_class, KithChangesPage, since_label);
  gtk_widget_class_bind_template_child (widget_class, KithChangesPage, entry);
  gtk_widget_class_bind_template_child (widget_class, KithChangesPage, calendar);
  gtk_widget_class_bind_template_child (widget_class, KithChangesPage, offers);
  gtk_widget_class_bind_template_child (widget_class, KithChangesPage, headline);
  gtk_widget_class_bind_template_child (widget_class, KithChangesPage, stack);
  gtk_widget_class_bind_template_child (widget_class, KithChangesPage, list);
  gtk_widget_class_bind_template_callback (widget_class, day_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, entry_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
}

static void
kith_changes_page_init (KithChangesPage *self)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkSelectionModel) model = NULL;

  self->items = g_list_store_new (KITH_TYPE_CHANGE_ITEM);
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect (factory, "setup", G_CALLBACK (set_up_row_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_row_cb), NULL);
  model = GTK_SELECTION_MODEL (gtk_no_selection_new (g_object_ref (G_LIST_MODEL (self->items))));
  gtk_list_view_set_model (self->list, model);
  gtk_list_view_set_factory (self->list, factory);
}
