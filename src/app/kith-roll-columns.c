/* kith-roll-columns.c: the columns of the roll call
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-roll-columns.h"
#include "kith-text-column.h"
#include "kith-aside-dialog.h"
#include "kith-chips.h"
#include "kith-column-choice.h"
#include "kith-person.h"
#include "kith-tier-sign.h"
#include "kith-worklist.h"
#include "kith-widgets.h"

#include <glib/gi18n.h>

typedef struct
{
  KithRollColumns *columns;
  KithRollColumn id;
} ColumnRef;

/**
 * KithRollColumns:
 *
 * Puts the columns of LOOK, section 9, into a column view, and says in words how the view is
 * sorted.
 */
struct _KithRollColumns
{
  GObject parent_instance;

  GtkColumnView *view; /* owns this */
  GtkColumnViewColumn *columns[KITH_N_COLUMNS];
  ColumnRef refs[KITH_N_COLUMNS];
  KithColumnChoice *choice;
  gboolean is_wide;
  guint show_idle;
  KithSession *session; /* nullable: then nobody can be ticked off */
  gboolean is_binding;
  gboolean is_probing;
  int probed;
};

G_DEFINE_FINAL_TYPE (KithRollColumns, kith_roll_columns, G_TYPE_OBJECT)

typedef struct
{
  const char *title;
  int width;          /* 0 for the rest */
  gboolean is_number; /* stands right */
  const char *ascending;
  const char *descending;
} ColumnInfo;

#define WORKLIST N_ ("Sorted by tier, then red and amber findings, then pupils")

static const ColumnInfo infos[KITH_N_COLUMNS] = {
  [KITH_COLUMN_TICK] = { N_ ("✓"), 40, FALSE, N_ ("Sorted by what is still to do"),
                         N_ ("Sorted by what is ticked off") },
  [KITH_COLUMN_TIER] = { N_ ("Tier"), 98, FALSE, WORKLIST, N_ ("Sorted by tier, in touch first") },
  [KITH_COLUMN_SCHOOL] = { N_ ("School"), 202, FALSE, N_ ("Sorted by school, A to Z"),
                           N_ ("Sorted by school, Z to A") },
  [KITH_COLUMN_AUTHORITY] = { N_ ("Authority"), 88, FALSE, N_ ("Sorted by authority, A to Z"),
                              N_ ("Sorted by authority, Z to A") },
  [KITH_COLUMN_TRUST] = { N_ ("Trust"), 180, FALSE, N_ ("Sorted by trust, A to Z"),
                          N_ ("Sorted by trust, Z to A") },
  [KITH_COLUMN_PUPILS] = { N_ ("Pupils"), 64, TRUE, N_ ("Sorted by pupils, fewest first"),
                           N_ ("Sorted by pupils, most first") },
  [KITH_COLUMN_LINKS] = { N_ ("Links"), 56, TRUE, N_ ("Sorted by links, fewest first"),
                          N_ ("Sorted by links, most first") },
  [KITH_COLUMN_COMPONENT] = { N_ ("Component"), 90, TRUE,
                              N_ ("Sorted by component, smallest first"),
                              N_ ("Sorted by component, largest first") },
  [KITH_COLUMN_LAST_CONTACT] = { N_ ("Last contact"), 104, FALSE,
                                 N_ ("Sorted by last contact, longest ago first"),
                                 N_ ("Sorted by last contact, newest first") },
  [KITH_COLUMN_FINDINGS] = { N_ ("Findings"), 0, FALSE, N_ ("Sorted by findings, fewest first"),
                             N_ ("Sorted by findings, most first") },
};

static const KithColumnOption options[KITH_N_COLUMNS] = {
  [KITH_COLUMN_TICK] = { "tick", N_ ("Ticked off"), FALSE, FALSE },
  [KITH_COLUMN_TIER] = { "tier", N_ ("Tier"), FALSE, FALSE },
  [KITH_COLUMN_SCHOOL] = { "school", N_ ("School"), FALSE, TRUE },
  [KITH_COLUMN_AUTHORITY] = { "authority", N_ ("Authority"), FALSE, FALSE },
  [KITH_COLUMN_TRUST] = { "trust", N_ ("Trust"), TRUE, FALSE },
  [KITH_COLUMN_PUPILS] = { "pupils", N_ ("Pupils"), TRUE, FALSE },
  [KITH_COLUMN_LINKS] = { "links", N_ ("Links"), FALSE, FALSE },
  [KITH_COLUMN_COMPONENT] = { "component", N_ ("Component"), TRUE, FALSE },
  [KITH_COLUMN_LAST_CONTACT] = { "last-contact", N_ ("Last contact"), FALSE, FALSE },
  [KITH_COLUMN_FINDINGS] = { "findings", N_ ("Findings"), FALSE, FALSE },
};

/* Sorting. */

#define COMPARE(a, b) ((a) < (b) ? -1 : (a) > (b) ? 1 : 0)

static int
compare_findings (const KithRollRow *a, const KithRollRow *b)
{
  for (guint i = 0; i < G_N_ELEMENTS (a->n_by_severity); i++)
    if (a->n_by_severity[i] != b->n_by_severity[i])
      return COMPARE (a->n_by_severity[i], b->n_by_severity[i]);
  return 0;
}

/* To be seen to, seen to, nothing to see to. */
static int
rank_tick (const KithRollRow *row)
{
  return kith_worklist_is_waiting (row) ? 0 : row->tick != NULL ? 1 : 2;
}

static int
compare_items (gconstpointer first, gconstpointer second, gpointer data)
{
  ColumnRef *ref = data;
  KithRollItem *a = KITH_ROLL_ITEM ((gpointer)first);
  KithRollItem *b = KITH_ROLL_ITEM ((gpointer)second);
  const KithRollRow *row_a = kith_roll_item_get_row (a);
  const KithRollRow *row_b = kith_roll_item_get_row (b);

  if (ref->columns->is_probing)
    {
      ref->columns->probed = ref->id;
      return -1;
    }
  switch (ref->id)
    {
    case KITH_COLUMN_TICK:
      return COMPARE (rank_tick (row_a), rank_tick (row_b));
    case KITH_COLUMN_TIER:
      return COMPARE (kith_roll_item_get_position (a), kith_roll_item_get_position (b));
    case KITH_COLUMN_SCHOOL:
      return strcmp (kith_roll_item_get_sort_key (a), kith_roll_item_get_sort_key (b));
    case KITH_COLUMN_AUTHORITY:
      return kith_widgets_compare (kith_roll_item_get_authority (a),
                                   kith_roll_item_get_authority (b));
    case KITH_COLUMN_TRUST:
      return kith_widgets_compare (row_a->trust, row_b->trust);
    case KITH_COLUMN_PUPILS:
      return COMPARE (kith_roll_item_get_school (a)->record->pupils,
                      kith_roll_item_get_school (b)->record->pupils);
    case KITH_COLUMN_LINKS:
      return COMPARE (row_a->n_links, row_b->n_links);
    case KITH_COLUMN_COMPONENT:
      return COMPARE (row_a->component, row_b->component);
    case KITH_COLUMN_LAST_CONTACT:
      return COMPARE (row_a->last_contact, row_b->last_contact);
    case KITH_COLUMN_FINDINGS:
      return compare_findings (row_a, row_b);
    case KITH_N_COLUMNS:
      break;
    }
  g_assert_not_reached ();
}

/* Cells. */

static char *
dup_cell_text (KithRollItem *item, KithRollColumn id)
{
  const KithRollRow *row = kith_roll_item_get_row (item);
  const KithSchool *record = kith_roll_item_get_school (item)->record;

  switch (id)
    {
    case KITH_COLUMN_SCHOOL:
      return g_strdup (kith_roll_item_get_name (item));
    case KITH_COLUMN_AUTHORITY:
      return g_strdup (kith_roll_item_get_authority (item));
    case KITH_COLUMN_TRUST:
      return g_strdup (row->trust != NULL ? row->trust : "–");
    case KITH_COLUMN_PUPILS:
      return record->pupils == KITH_INT_NONE ? g_strdup ("–")
                                             : kith_text_dup_count (record->pupils);
    case KITH_COLUMN_LINKS:
      return kith_text_dup_count (row->n_links);
    case KITH_COLUMN_COMPONENT:
      return kith_text_dup_count (row->component);
    case KITH_COLUMN_LAST_CONTACT:
      return row->last_contact == KITH_DATE_UNKNOWN
                 ? g_strdup (_ ("no record"))
                 : kith_date_dup_text (row->last_contact, KITH_DATE_SHORT);
    case KITH_COLUMN_TICK:
    case KITH_COLUMN_TIER:
    case KITH_COLUMN_FINDINGS:
    case KITH_N_COLUMNS:
      break;
    }
  g_assert_not_reached ();
}

/* Ticking off. */

static void
tick_toggled_cb (GtkCheckButton *check, ColumnRef *ref)
{
  gint64 *urn = g_object_get_data (G_OBJECT (check), "urn");

  if (!ref->columns->is_binding && ref->columns->session != NULL && urn != NULL)
    kith_aside_tick (ref->columns->session, *urn, gtk_check_button_get_active (check));
}

/* Rows are walked with the arrows, and a row with a button that takes the focus would stop
 * them: from the keyboard a school is ticked off by the page's action, or in the pane. */
static GtkWidget *
new_tick (ColumnRef *ref)
{
  GtkWidget *check = gtk_check_button_new ();

  gtk_widget_set_focusable (check, FALSE);
  gtk_widget_set_halign (check, GTK_ALIGN_CENTER);
  g_signal_connect (check, "toggled", G_CALLBACK (tick_toggled_cb), ref);
  return check;
}

static void
show_tick (ColumnRef *ref, GtkWidget *check, KithRollItem *item)
{
  const KithRollRow *row = kith_roll_item_get_row (item);
  gint64 urn = kith_roll_item_get_urn (item);
  KithSession *session = ref->columns->session;
  g_autofree char *name = g_strdup_printf (_ ("Ticked off: %s"), kith_roll_item_get_name (item));

  ref->columns->is_binding = TRUE;
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), row->tick != NULL);
  ref->columns->is_binding = FALSE;
  gtk_widget_set_visible (check, row->tick != NULL || kith_worklist_is_waiting (row));
  gtk_widget_set_sensitive (check, session != NULL && !kith_session_is_read_only (session));
  g_object_set_data_full (G_OBJECT (check), "urn", g_memdup2 (&urn, sizeof urn), g_free);
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

/* Asked for when the pointer rests: to set a tooltip for each cell costs a question to the
 * screen for each, which holds the list up. */
static gboolean
query_tooltip_cb (GtkWidget *cell, int x, int y, gboolean is_keyboard, GtkTooltip *tooltip)
{
  const char *text = gtk_inscription_get_text (GTK_INSCRIPTION (cell));

  gtk_tooltip_set_text (tooltip, text);
  return text != NULL;
}

static void
setup_cell_cb (GtkListItemFactory *factory, GtkListItem *cell, gpointer data)
{
  ColumnRef *ref = data;
  const ColumnInfo *info = &infos[ref->id];
  GtkWidget *widget;

  if (ref->id == KITH_COLUMN_TICK)
    widget = new_tick (ref);
  else if (ref->id == KITH_COLUMN_TIER)
    widget = kith_tier_sign_new (TRUE);
  else if (ref->id == KITH_COLUMN_FINDINGS)
    widget = kith_chips_new ();
  else
    {
      widget = gtk_inscription_new (NULL);
      gtk_inscription_set_text_overflow (GTK_INSCRIPTION (widget),
                                         GTK_INSCRIPTION_OVERFLOW_ELLIPSIZE_END);
      gtk_inscription_set_xalign (GTK_INSCRIPTION (widget), info->is_number ? 1 : 0);
      gtk_inscription_set_min_chars (GTK_INSCRIPTION (widget), 0);
      gtk_widget_set_valign (widget, GTK_ALIGN_CENTER); /* one line */
      if (ref->id == KITH_COLUMN_SCHOOL || ref->id == KITH_COLUMN_TRUST ||
          ref->id == KITH_COLUMN_AUTHORITY)
        {
          gtk_widget_set_has_tooltip (widget, TRUE);
          g_signal_connect (widget, "query-tooltip", G_CALLBACK (query_tooltip_cb), NULL);
        }
      if (info->is_number || ref->id == KITH_COLUMN_LAST_CONTACT)
        gtk_widget_add_css_class (widget, "numeric");
    }
  gtk_list_item_set_child (cell, widget);
}

static void
bind_cell_cb (GtkListItemFactory *factory, GtkListItem *cell, gpointer data)
{
  ColumnRef *ref = data;
  KithRollItem *item = gtk_list_item_get_item (cell);
  GtkWidget *widget = gtk_list_item_get_child (cell);
  const KithRollRow *row = kith_roll_item_get_row (item);
  g_autofree char *text = NULL;

  if (ref->id == KITH_COLUMN_TICK)
    {
      show_tick (ref, widget, item);
      return;
    }
  if (ref->id == KITH_COLUMN_TIER)
    {
      kith_tier_sign_show (KITH_TIER_SIGN (widget), row->tier,
                           kith_roll_item_get_school (item)->phase);
      return;
    }
  if (ref->id == KITH_COLUMN_FINDINGS)
    {
      kith_chips_show (KITH_CHIPS (widget), kith_roll_item_get_roll (item), row->findings,
                       row->n_findings);
      return;
    }
  text = dup_cell_text (item, ref->id);
  gtk_inscription_set_text (GTK_INSCRIPTION (widget), text);
}

static GtkColumnViewColumn *
new_column (KithRollColumns *self, KithRollColumn id)
{
  const ColumnInfo *info = &infos[id];
  ColumnRef *ref = &self->refs[id];
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkSorter) sorter = NULL;
  GtkColumnViewColumn *column;

  *ref = (ColumnRef){ self, id };
  g_signal_connect (factory, "setup", G_CALLBACK (setup_cell_cb), ref);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cell_cb), ref);
  sorter = GTK_SORTER (gtk_custom_sorter_new (compare_items, ref, NULL));
  column = gtk_column_view_column_new (_ (info->title), factory);
  gtk_column_view_column_set_sorter (column, sorter);
  kith_text_column_set_width (column, info->width);
  return column;
}

static void
kith_roll_columns_finalize (GObject *object)
{
  KithRollColumns *self = KITH_ROLL_COLUMNS (object);

  for (KithRollColumn id = 0; id < KITH_N_COLUMNS; id++)
    g_clear_object (&self->columns[id]);
  g_clear_object (&self->choice);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (kith_roll_columns_parent_class)->finalize (object);
}

static void
kith_roll_columns_class_init (KithRollColumnsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = kith_roll_columns_finalize;
}

static void
kith_roll_columns_init (KithRollColumns *self)
{
}

/* Columns are put in and taken out: GTK 4.8 keeps the room of one that is only invisible. */
static void
show_columns (KithRollColumns *self)
{
  GListModel *shown = gtk_column_view_get_columns (self->view);
  guint position = 0;

  for (KithRollColumn id = 0; id < KITH_N_COLUMNS; id++)
    {
      g_autoptr (GtkColumnViewColumn) there = g_list_model_get_item (shown, position);
      gboolean is_shown = there == self->columns[id];
      gboolean is_wanted = kith_column_choice_is_wanted (self->choice, id);

      if (is_wanted && !is_shown)
        gtk_column_view_insert_column (self->view, position, self->columns[id]);
      else if (!is_wanted && is_shown)
        gtk_column_view_remove_column (self->view, self->columns[id]);
      position += is_wanted;
    }
}

static gboolean
show_idle_cb (gpointer data)
{
  KithRollColumns *self = KITH_ROLL_COLUMNS (data);

  self->show_idle = 0;
  kith_column_choice_set_room (self->choice, self->is_wide);
  show_columns (self);
  return G_SOURCE_REMOVE;
}

/* Columns must not come and go while sizes are given out, nor below a menu that is still open. */
static void
show_soon (KithRollColumns *self)
{
  if (self->show_idle == 0)
    self->show_idle = g_idle_add (show_idle_cb, self);
}

static void
view_destroyed_cb (KithRollColumns *self)
{
  g_clear_handle_id (&self->show_idle, g_source_remove);
  g_signal_handlers_disconnect_by_data (self->choice, self);
}

/**
 * kith_roll_columns_new:
 * @view: an empty column view
 *
 * Returns: (transfer none): its columns, which the view owns
 */
KithRollColumns *
kith_roll_columns_new (GtkColumnView *view)
{
  KithRollColumns *self = g_object_new (KITH_TYPE_ROLL_COLUMNS, NULL);

  self->view = view;
  g_object_set_data_full (G_OBJECT (view), "kith-roll-columns", self, g_object_unref);
  for (KithRollColumn id = 0; id < KITH_N_COLUMNS; id++)
    self->columns[id] = new_column (self, id);
  self->choice = kith_column_choice_new (options, KITH_N_COLUMNS, kith_person_get_settings (),
                                         KITH_PERSON_ROLL_COLUMNS);
  g_signal_connect_swapped (self->choice, "changed", G_CALLBACK (show_soon), self);
  g_signal_connect_swapped (view, "destroy", G_CALLBACK (view_destroyed_cb), self);
  show_columns (self);
  return self;
}

/**
 * kith_roll_columns_offer:
 * @widget: around the view; it is given the actions
 * @menu: an empty menu
 *
 * Lets the columns be chosen in @menu, and in the same menu on each column's heading.
 */
void
kith_roll_columns_offer (KithRollColumns *self, GtkWidget *widget, GMenu *menu)
{
  gtk_widget_insert_action_group (widget, "column", kith_column_choice_get_actions (self->choice));
  kith_column_choice_fill (self->choice, menu, "column");
  for (KithRollColumn id = 0; id < KITH_N_COLUMNS; id++)
    gtk_column_view_column_set_header_menu (self->columns[id], G_MENU_MODEL (menu));
}

/**
 * kith_roll_columns_set_session:
 * @session: in which schools are ticked off
 */
void
kith_roll_columns_set_session (KithRollColumns *self, KithSession *session)
{
  g_set_object (&self->session, session);
}

/**
 * kith_roll_columns_set_wide:
 * @is_wide: whether there is room for trust, pupils and component
 *
 * They come and go when the window is next idle.
 */
void
kith_roll_columns_set_wide (KithRollColumns *self, gboolean is_wide)
{
  if (self->is_wide == is_wide)
    return;
  self->is_wide = is_wide;
  show_soon (self);
}

/**
 * kith_roll_columns_sort:
 *
 * Sorts as if the column's header had been pressed; where that is not shown, as the worklist.
 */
void
kith_roll_columns_sort (KithRollColumns *self, KithRollColumn column, GtkSortType direction)
{
  gtk_column_view_sort_by_column (self->view, NULL, GTK_SORT_ASCENDING);
  if (gtk_column_view_column_get_column_view (self->columns[column]) != NULL)
    gtk_column_view_sort_by_column (self->view, self->columns[column], direction);
}

/**
 * kith_roll_columns_get_order_words:
 *
 * Before GTK 4.10 a column view does not say how it is sorted. So two schools are compared,
 * and the column that is asked first is the one.
 *
 * Returns: (transfer none): "Sorted by tier, then …"
 */
const char *
kith_roll_columns_get_order_words (KithRollColumns *self)
{
  GtkSorter *sorter = gtk_column_view_get_sorter (self->view);
  g_autoptr (KithRollItem) probe = g_object_new (KITH_TYPE_ROLL_ITEM, NULL);
  g_autoptr (KithRollItem) other = g_object_new (KITH_TYPE_ROLL_ITEM, NULL);
  GtkOrdering order;

  self->is_probing = TRUE;
  self->probed = -1;
  order = gtk_sorter_compare (sorter, probe, other);
  self->is_probing = FALSE;
  if (self->probed < 0)
    return _ (WORKLIST);
  return order == GTK_ORDERING_LARGER ? _ (infos[self->probed].descending)
                                      : _ (infos[self->probed].ascending);
}
