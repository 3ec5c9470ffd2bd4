/* kith-partnership-view.c: one partnership in full
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-partnership-view.h"
#include "kith-hubs-view.h"
#include "kith-member-item.h"
#include "kith-partnership-dialog.h"
#include "kith-partnership-told.h"
#include "kith-school-selection.h"
#include "kith-text-column.h"
#include "kith-widgets.h"

#include <glib/gi18n.h>

/**
 * KithPartnershipView:
 *
 * What is said of a partnership, its members and the schools that it does not reach. The school
 * that is chosen in a list is chosen everywhere.
 */
struct _KithPartnershipView
{
  AdwBin parent_instance;

  GtkStack *stack;
  KithHubsView *hubs;
  GtkLabel *name;
  GtkLabel *facts;
  GtkButton *map_button;
  GtkStack *parts;
  GtkBox *overview;
  GtkScrolledWindow *overview_scroll;
  GtkColumnView *members;
  GtkColumnView *not_reached;

  KithSession *session;
  GListStore *member_items;
  GListStore *not_reached_items;
  KithSchoolSelection *member_selection;
  KithSchoolSelection *not_reached_selection;
  gint64 id; /* what is shown, or asked for */
  GCancellable *asking;
};

G_DEFINE_FINAL_TYPE (KithPartnershipView, kith_partnership_view, ADW_TYPE_BIN)

/* Cells. */

static char *
dup_name (gpointer item)
{
  return g_strdup (kith_member_item_get (item)->name);
}

static char *
dup_authority (gpointer item)
{
  return g_strdup (kith_member_item_get (item)->authority);
}

static char *
dup_role (gpointer item)
{
  const KithStoryMember *member = kith_member_item_get (item);

  return g_strdup (member->role != NULL ? member->role : member->is_lead ? _ ("lead") : "–");
}

static char *
dup_last_contact (gpointer item)
{
  KithDate last = kith_member_item_get (item)->last_contact;

  return last == KITH_DATE_UNKNOWN ? g_strdup (_ ("no record"))
                                   : kith_date_dup_text (last, KITH_DATE_SHORT);
}

static char *
dup_standing (gpointer item)
{
  const KithStoryMember *member = kith_member_item_get (item);
  const char *standing = kith_story_standing_get_words (member->standing);

  return member->is_engaged ? g_strdup_printf (_ ("%s, engaged"), standing) : g_strdup (standing);
}

static char *
dup_support (gpointer item)
{
  KithGiving giving = kith_give_and_take_get_giving (&kith_member_item_get (item)->giving);

  return g_strdup (giving == KITH_GIVING_NEITHER ? "–" : kith_giving_get_words (giving));
}

/* Sorting. */

#define COMPARE(a, b) ((a) < (b) ? -1 : (a) > (b) ? 1 : 0)

static int
compare_names (gconstpointer a, gconstpointer b, gpointer data)
{
  return kith_widgets_compare (kith_member_item_get ((gpointer)a)->name,
                               kith_member_item_get ((gpointer)b)->name);
}

static int
compare_authorities (gconstpointer a, gconstpointer b, gpointer data)
{
  return kith_widgets_compare (kith_member_item_get ((gpointer)a)->authority,
                               kith_member_item_get ((gpointer)b)->authority);
}

static int
compare_roles (gconstpointer a, gconstpointer b, gpointer data)
{
  return kith_widgets_compare (kith_member_item_get ((gpointer)a)->role,
                               kith_member_item_get ((gpointer)b)->role);
}

static int
compare_last_contacts (gconstpointer a, gconstpointer b, gpointer data)
{
  return COMPARE (kith_member_item_get ((gpointer)a)->last_contact,
                  kith_member_item_get ((gpointer)b)->last_contact);
}

static int
compare_standings (gconstpointer a, gconstpointer b, gpointer data)
{
  const KithStoryMember *one = kith_member_item_get ((gpointer)a);
  const KithStoryMember *other = kith_member_item_get ((gpointer)b);

  if (one->standing != other->standing)
    return COMPARE (one->standing, other->standing);
  return COMPARE (other->is_engaged, one->is_engaged);
}

static int
compare_supports (gconstpointer a, gconstpointer b, gpointer data)
{
  const KithGiveAndTake *one = &kith_member_item_get ((gpointer)a)->giving;
  const KithGiveAndTake *other = &kith_member_item_get ((gpointer)b)->giving;

  if (one->n_gives != other->n_gives)
    return COMPARE (other->n_gives, one->n_gives);
  return COMPARE (other->n_receives, one->n_receives);
}

static const KithTextColumn member_columns[] = {
  { N_ ("Member"), 0, FALSE, dup_name, compare_names },
  { N_ ("Role"), 84, FALSE, dup_role, compare_roles },
  { N_ ("Last contact"), 104, FALSE, dup_last_contact, compare_last_contacts },
  { N_ ("Standing"), 140, FALSE, dup_standing, compare_standings },
  { N_ ("Support"), 130, FALSE, dup_support, compare_supports },
};

static const KithTextColumn not_reached_columns[] = {
  { N_ ("School"), 0, FALSE, dup_name, compare_names },
  { N_ ("Authority"), 150, FALSE, dup_authority, compare_authorities },
  { N_ ("Took part on"), 120, FALSE, dup_last_contact, compare_last_contacts },
};

/* Telling. */

static void
set_part_title (KithPartnershipView *self, GtkWidget *part, const char *words, guint n)
{
  g_autofree char *count = kith_text_dup_count (n);
  g_autofree char *title = g_strdup_printf (words, count);

  gtk_stack_page_set_title (gtk_stack_get_page (self->parts, part), title);
}

static GtkWidget *
get_part (GtkColumnView *view)
{
  return gtk_widget_get_parent (GTK_WIDGET (view));
}

static void
show_lists (KithPartnershipView *self, const KithPartnershipTold *told)
{
  gboolean has_patch = told->story->partnership.engagement.patch != KITH_PATCH_NONE;
  GtkStackPage *page = gtk_stack_get_page (self->parts, get_part (self->not_reached));

  g_list_store_splice (self->member_items, 0,
                       g_list_model_get_n_items (G_LIST_MODEL (self->member_items)),
                       told->members->pdata, told->members->len);
  g_list_store_splice (self->not_reached_items, 0,
                       g_list_model_get_n_items (G_LIST_MODEL (self->not_reached_items)),
                       told->not_reached->pdata, told->not_reached->len);
  set_part_title (self, get_part (self->members), _ ("Members (%s)"), told->members->len);
  set_part_title (self, get_part (self->not_reached), _ ("Not reached (%s)"),
                  told->not_reached->len);
  if (!has_patch && gtk_stack_get_visible_child (self->parts) == get_part (self->not_reached))
    gtk_stack_set_visible_child (self->parts, GTK_WIDGET (self->overview_scroll));
  gtk_stack_page_set_visible (page, has_patch);
  kith_school_selection_follow (self->member_selection);
  kith_school_selection_follow (self->not_reached_selection);
}

static void
show_told (KithPartnershipView *self, const KithPartnershipTold *told, KithDate as_at)
{
  const KithPartnership *partnership = &told->story->partnership;
  g_autofree char *facts = kith_partnership_told_dup_facts (told);

  gtk_label_set_text (self->name, kith_partnership_get_name (partnership));
  gtk_label_set_text (self->facts, facts);
  gtk_widget_set_visible (GTK_WIDGET (self->map_button),
                          partnership->row != NULL && partnership->engagement.n_schools > 1 &&
                              kith_kind_is_link (partnership->kind));
  kith_widgets_clear (GTK_WIDGET (self->overview));
  kith_partnership_told_fill (told, as_at, self->session, self->overview);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->overview_scroll), 0);
  show_lists (self, told);
  gtk_stack_set_visible_child_name (self->stack, "partnership");
}

/* What was asked for, and as at which day. */
typedef struct
{
  KithPartnershipView *view;
  KithDate as_at;
} Question;

static void
told_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autofree Question *question = data;
  g_autoptr (KithPartnershipView) self = question->view;
  g_autoptr (GError) error = NULL;
  g_autoptr (KithPartnershipTold) told = kith_partnership_told_finish (result, &error);

  if (error != NULL)
    return; /* something else was asked for since */
  g_clear_object (&self->asking);
  if (told != NULL)
    show_told (self, told, question->as_at);
  else
    gtk_stack_set_visible_child_name (self->stack, "none");
}

static void
stop_asking (KithPartnershipView *self)
{
  if (self->asking != NULL)
    g_cancellable_cancel (self->asking);
  g_clear_object (&self->asking);
}

static void
kith_partnership_view_dispose (GObject *object)
{
  KithPartnershipView *self = KITH_PARTNERSHIP_VIEW (object);

  stop_asking (self);
  g_clear_object (&self->member_selection);
  g_clear_object (&self->not_reached_selection);
  g_clear_object (&self->session);
  g_clear_object (&self->member_items);
  g_clear_object (&self->not_reached_items);
  G_OBJECT_CLASS (kith_partnership_view_parent_class)->dispose (object);
}

static void
row_activated_cb (KithPartnershipView *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.show-school", NULL);
}

static void
map_clicked_cb (KithPartnershipView *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.show-arrangement", "x", self->id);
}

/* What an officer does with the partnership that is shown. */

static void
change_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  KithPartnershipView *self = KITH_PARTNERSHIP_VIEW (widget);

  kith_partnership_dialog_begin (widget, self->session, self->id);
}

static void
add_members_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  KithPartnershipView *self = KITH_PARTNERSHIP_VIEW (widget);

  kith_members_dialog_begin (widget, self->session, self->id);
}

static void
leave_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  KithPartnershipView *self = KITH_PARTNERSHIP_VIEW (widget);

  kith_leave_dialog_begin (widget, self->session, self->id,
                           kith_session_get_selected (self->session));
}

static void
hand_over_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  KithPartnershipView *self = KITH_PARTNERSHIP_VIEW (widget);

  kith_hand_over_dialog_begin (widget, self->session, self->id);
}

static void
end_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  KithPartnershipView *self = KITH_PARTNERSHIP_VIEW (widget);

  kith_end_dialog_begin (widget, self->session, self->id);
}

static void
remove_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  KithPartnershipView *self = KITH_PARTNERSHIP_VIEW (widget);

  kith_partnership_remove (widget, self->session, self->id);
}

/* Who is in a group of Get Information about Schools, and when it ends, is said there. */
static void
show_actions (KithPartnershipView *self)
{
  static const char *const all[] = { "partnership.change", "partnership.hand-over" };
  static const char *const own[] = { "partnership.add-members", "partnership.leave",
                                     "partnership.end", "partnership.remove" };
  KithLedger *ledger = kith_session_get_ledger (self->session);
  const KithArrangement *row = ledger == NULL || kith_session_is_read_only (self->session)
                                   ? NULL
                                   : kith_ledger_find (ledger, KITH_TABLE_ARRANGEMENT, self->id);

  for (guint i = 0; i < G_N_ELEMENTS (all); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), all[i], row != NULL);
  for (guint i = 0; i < G_N_ELEMENTS (own); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), own[i],
                                   row != NULL && row->uid == KITH_INT_NONE);
}

static void
kith_partnership_view_class_init (KithPartnershipViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kith_partnership_view_dispose;
  g_type_ensure (KITH_TYPE_HUBS_VIEW);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/kith_schools/Kith/ui/kith-partnership-view.ui");
  gtk_widget_class_bind_template_child (widget_class, KithPartnershipView, stack);
  gtk_widget_class_bind_template_child (widget_class, KithPartnershipView, hubs);
  gtk_widget_class_bind_template_child (widget_class, KithPartnershipView, name);
  gtk_widget_class_bind_template_child (widget_class, KithPartnershipView, facts);
  gtk_widget_class_bind_template_child (widget_class, KithPartnershipView, map_button);
  gtk_widget_class_bind_template_child (widget_class, KithPartnershipView, parts);
  gtk_widget_class_bind_template_child (widget_class, KithPartnershipView, overview);
  gtk_widget_class_bind_template_child (widget_class, KithPartnershipView, overview_scroll);
  gtk_widget_class_bind_template_child (widget_class, KithPartnershipView, members);
  gtk_widget_class_bind_template_child (widget_class, KithPartnershipView, not_reached);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, map_clicked_cb);
  gtk_widget_class_install_action (widget_class, "partnership.change", NULL, change_cb);
  gtk_widget_class_install_action (widget_class, "partnership.add-members", NULL, add_members_cb);
  gtk_widget_class_install_action (widget_class, "partnership.leave", NULL, leave_cb);
  gtk_widget_class_install_action (widget_class, "partnership.hand-over", NULL, hand_over_cb);
  gtk_widget_class_install_action (widget_class, "partnership.end", NULL, end_cb);
  gtk_widget_class_install_action (widget_class, "partnership.remove", NULL, remove_cb);
}

static void
kith_partnership_view_init (KithPartnershipView *self)
{
  self->member_items = g_list_store_new (KITH_TYPE_MEMBER_ITEM);
  self->not_reached_items = g_list_store_new (KITH_TYPE_MEMBER_ITEM);
  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint c = 0; c < G_N_ELEMENTS (member_columns); c++)
    kith_text_column_add (self->members, &member_columns[c]);
  for (guint c = 0; c < G_N_ELEMENTS (not_reached_columns); c++)
    kith_text_column_add (self->not_reached, &not_reached_columns[c]);
}

static KithSchoolSelection *
join_list (GListStore *items, GtkColumnView *view, KithSession *session)
{
  GtkSortListModel *sorted = gtk_sort_list_model_new (
      G_LIST_MODEL (g_object_ref (items)), g_object_ref (gtk_column_view_get_sorter (view)));
  KithSchoolSelection *selection;

  gtk_sort_list_model_set_incremental (sorted, TRUE);
  selection = kith_school_selection_new_of (session, G_LIST_MODEL (sorted),
                                            kith_member_item_get_urn, GTK_WIDGET (view));
  gtk_column_view_set_model (view, kith_school_selection_get_model (selection));
  return selection;
}

/**
 * kith_partnership_view_set_session:
 * @session: whose selection its lists follow; set once
 */
void
kith_partnership_view_set_session (KithPartnershipView *self, KithSession *session)
{
  g_return_if_fail (self->session == NULL);

  self->session = g_object_ref (session);
  kith_hubs_view_set_session (self->hubs, session);
  self->member_selection = join_list (self->member_items, self->members, session);
  self->not_reached_selection = join_list (self->not_reached_items, self->not_reached, session);
}

/**
 * kith_partnership_view_show:
 * @roll: (nullable): the roll
 * @id: of an arrangement, or %KITH_INT_NONE for none
 *
 * Shows one, told in a worker; what is shown stays until it is. Where none is asked for it shows
 * what all hubs do together.
 */
void
kith_partnership_view_show (KithPartnershipView *self, KithRoll *roll, gint64 id)
{
  Question *question;

  stop_asking (self);
  self->id = id;
  show_actions (self);
  if (roll == NULL || id == KITH_INT_NONE)
    {
      kith_hubs_view_show (self->hubs, roll);
      gtk_stack_set_visible_child_name (self->stack, "none");
      return;
    }
  question = g_new0 (Question, 1);
  question->view = g_object_ref (self);
  question->as_at = kith_network_get_date (kith_roll_get_network (roll));
  self->asking = g_cancellable_new ();
  kith_partnership_told_make (roll, id, self->asking, told_cb, question);
}
