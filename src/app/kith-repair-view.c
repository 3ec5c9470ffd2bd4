/* kith-repair-view.c: the fewest new links, to be chosen from
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-repair-view.h"
#include "kith-look.h"
#include "kith-new-link-item.h"
#include "kith-repair.h"
#include "kith-span.h"
#include "kith-widgets.h"

#include <glib/gi18n.h>

/* Rows that are widgets; more are on the command line. */
#define MOST_ROWS 60
/* A question is asked when the officer has stopped turning the number for so long. */
#define PAUSE_MS 350

/**
 * KithRepairView:
 *
 * What may be linked and how far apart; the links found, each with what it clears; those that
 * were proposed before. Chosen links become proposed arrangements: they tie nobody until the
 * officer confirms that they have come about.
 */
struct _KithRepairView
{
  AdwBin parent_instance;

  GtkStack *stack;
  GtkSpinButton *minutes;
  GtkCheckButton *pairings;
  GtkCheckButton *joinings;
  GtkButton *leave_out;
  GtkButton *take_in;
  GtkLabel *words;
  GtkLabel *rules;
  GtkListView *list;
  GtkExpander *proposed;
  GtkListBox *proposals;
  GtkExpander *unmended;
  GtkListBox *left;
  GtkLabel *chosen;
  GtkButton *choose_all;
  GtkButton *refuse;
  GtkButton *accept;

  KithSession *session;
  KithLook *look;
  const KithRepair *repair; /* the look's; NULL where there is none */
  GListStore *links;        /* of KithNewLinkItem */
  GArray *excluded;         /* of gint64: URNs */
  GArray *refused;          /* of KithProposal, without names */
  guint pausing;
};

G_DEFINE_FINAL_TYPE (KithRepairView, kith_repair_view, ADW_TYPE_BIN)

/* The options, and the array that they point into. */
static gpointer
find_in_worker (KithRoll *roll, GPtrArray *question, KithJob *job, GError **error)
{
  return kith_repair_new (roll, g_ptr_array_index (question, 0), job, error);
}

static void
free_repair (gpointer repair)
{
  kith_repair_free (repair);
}

/* What is asked. */

static void
ask (KithRepairView *self)
{
  KithRepairOptions options = {
    .minutes = gtk_spin_button_get_value (self->minutes),
    .has_pairings = gtk_check_button_get_active (self->pairings),
    .has_joinings = gtk_check_button_get_active (self->joinings),
  };
  g_autoptr (GPtrArray) question = g_ptr_array_new_with_free_func (g_free);
  gint64 *excluded = g_memdup2 (self->excluded->data, self->excluded->len * sizeof (gint64));
  KithProposal *refused =
      g_memdup2 (self->refused->data, self->refused->len * sizeof (KithProposal));

  options.refused = refused;
  options.n_refused = self->refused->len;
  options.excluded = excluded;
  options.n_excluded = self->excluded->len;
  g_ptr_array_add (question, g_memdup2 (&options, sizeof options));
  g_ptr_array_add (question, excluded);
  g_ptr_array_add (question, refused);
  kith_look_ask (self->look, question);
}

static gboolean
paused_cb (gpointer data)
{
  KithRepairView *self = data;

  self->pausing = 0;
  ask (self);
  return G_SOURCE_REMOVE;
}

static void
asked_cb (KithRepairView *self)
{
  if (self->look == NULL)
    return;
  g_clear_handle_id (&self->pausing, g_source_remove);
  self->pausing = g_timeout_add (PAUSE_MS, paused_cb, self);
}

/* The officer's own exclusions. */

static char *
dup_take_in_words (guint n_schools, guint n_links)
{
  g_autofree char *links =
      g_strdup_printf (ngettext ("Allow %u link again", "Allow %u links again", n_links), n_links);
  g_autofree char *schools = g_strdup_printf (
      ngettext ("Take %u school in again", "Take %u schools in again", n_schools), n_schools);

  if (n_schools == 0)
    return g_steal_pointer (&links);
  return n_links == 0 ? g_steal_pointer (&schools)
                      : g_strdup_printf (_ ("%s · %s"), schools, links);
}

static void
show_excluded (KithRepairView *self)
{
  gint64 selected = kith_session_get_selected (self->session);
  guint n = self->excluded->len;
  gboolean is_out = FALSE;
  g_autofree char *words = dup_take_in_words (n, self->refused->len);

  for (guint e = 0; e < n; e++)
    is_out = is_out || g_array_index (self->excluded, gint64, e) == selected;
  gtk_widget_set_sensitive (GTK_WIDGET (self->leave_out), selected != 0 && !is_out);
  gtk_button_set_label (self->take_in, words);
  gtk_widget_set_visible (GTK_WIDGET (self->take_in), n + self->refused->len > 0);
}

static void
leave_out_cb (KithRepairView *self)
{
  gint64 selected = kith_session_get_selected (self->session);

  g_array_append_val (self->excluded, selected);
  show_excluded (self);
  ask (self);
}

static void
take_in_cb (KithRepairView *self)
{
  g_array_set_size (self->excluded, 0);
  g_array_set_size (self->refused, 0);
  show_excluded (self);
  ask (self);
}

/* What is chosen. */

static void
count_chosen (KithRepairView *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->links)), n_chosen = 0;
  g_autofree char *words = NULL;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (KithNewLinkItem) item = g_list_model_get_item (G_LIST_MODEL (self->links), i);

      n_chosen += kith_new_link_item_is_chosen (item);
    }
  words = g_strdup_printf (_ ("%u of %u links chosen"), n_chosen, n);
  gtk_label_set_text (self->chosen, words);
  gtk_button_set_label (self->choose_all,
                        n_chosen < n || n == 0 ? _ ("Choose all") : _ ("Choose none"));
  gtk_widget_set_sensitive (GTK_WIDGET (self->choose_all), n > 0);
  gtk_widget_set_sensitive (GTK_WIDGET (self->refuse), n_chosen > 0);
  gtk_widget_set_sensitive (GTK_WIDGET (self->accept),
                            n_chosen > 0 && !kith_session_is_read_only (self->session));
}

static void
choose_all_cb (KithRepairView *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->links)), n_chosen = 0;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (KithNewLinkItem) item = g_list_model_get_item (G_LIST_MODEL (self->links), i);

      n_chosen += kith_new_link_item_is_chosen (item);
    }
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (KithNewLinkItem) item = g_list_model_get_item (G_LIST_MODEL (self->links), i);

      g_signal_handlers_block_by_func (item, count_chosen, self);
      kith_new_link_item_choose (item, n_chosen < n);
      g_signal_handlers_unblock_by_func (item, count_chosen, self);
    }
  count_chosen (self);
}

/* What was asked of an older register is not written into this one. */
static gboolean
is_of_today (KithRepairView *self)
{
  KithRoll *roll = kith_session_get_roll (self->session);

  return roll != NULL && kith_network_get_ledger (kith_roll_get_network (roll)) ==
                             kith_session_get_ledger (self->session);
}

static void
write_edit (KithRepairView *self, KithEdit *made)
{
  g_autoptr (KithEdit) edit = made;
  KithEntry entry = { .what = edit->what };

  if (kith_edit_check (edit, NULL) && kith_changeset_get_size (edit->changes) > 0)
    kith_session_apply (self->session, edit->changes, &entry, NULL, NULL);
}

static GArray *
list_chosen (KithRepairView *self)
{
  GArray *proposals = g_array_new (FALSE, FALSE, sizeof (KithProposal));
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->links));

  for (guint i = 0; i < n && self->repair != NULL; i++)
    {
      g_autoptr (KithNewLinkItem) item = g_list_model_get_item (G_LIST_MODEL (self->links), i);
      KithProposal proposal =
          kith_repair_get_proposal (self->repair, kith_new_link_item_get_number (item));

      if (kith_new_link_item_is_chosen (item))
        g_array_append_val (proposals, proposal);
    }
  return proposals;
}

static void
accept_cb (KithRepairView *self)
{
  g_autoptr (GArray) proposals = list_chosen (self);

  if (proposals->len > 0 && is_of_today (self))
    write_edit (self, kith_edit_propose (kith_session_get_ledger (self->session),
                                         (const KithProposal *)(gpointer)proposals->data,
                                         proposals->len, KITH_DATE_UNKNOWN));
}

/* Looks for others instead. */
static void
refuse_cb (KithRepairView *self)
{
  g_autoptr (GArray) proposals = list_chosen (self);

  for (guint p = 0; p < proposals->len; p++)
    {
      KithProposal refused = g_array_index (proposals, KithProposal, p);

      refused.name = NULL; /* it goes with the repair */
      g_array_append_val (self->refused, refused);
    }
  show_excluded (self);
  ask (self);
}

/* What was proposed before. */

static void
confirm_cb (GtkWidget *button, KithRepairView *self)
{
  gint64 *id = g_object_get_data (G_OBJECT (button), "id");

  write_edit (self, kith_edit_confirm (kith_session_get_ledger (self->session), *id,
                                       kith_session_get_as_at (self->session)));
}

static void
drop_cb (GtkWidget *button, KithRepairView *self)
{
  gint64 *id = g_object_get_data (G_OBJECT (button), "id");

  write_edit (self, kith_edit_drop (kith_session_get_ledger (self->session), *id));
}

static void
add_button (KithRepairView *self,
            AdwActionRow *row,
            const char *label,
            gint64 id,
            void (*clicked) (GtkWidget *, KithRepairView *))
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_sensitive (button, !kith_session_is_read_only (self->session));
  g_object_set_data_full (G_OBJECT (button), "id", g_memdup2 (&id, sizeof id), g_free);
  g_signal_connect_object (button, "clicked", G_CALLBACK (clicked), self, 0);
  adw_action_row_add_suffix (row, button);
}

static AdwActionRow *
add_row (GtkListBox *list, const char *title, const char *subtitle)
{
  AdwActionRow *row = ADW_ACTION_ROW (adw_action_row_new ());
  g_autofree char *escaped = g_markup_escape_text (subtitle, -1);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_title_lines (row, 0);
  adw_action_row_set_subtitle (row, escaped);
  gtk_list_box_append (list, GTK_WIDGET (row));
  return row;
}

static void
add_proposal (KithRepairView *self, const KithArrangement *proposal)
{
  KithKind kind = kith_kind_find (proposal->kind);
  AdwActionRow *row =
      add_row (self->proposals, proposal->name,
               _ (kith_kind_get_info (kind == KITH_N_KINDS ? KITH_KIND_OTHER : kind)->words));

  add_button (self, row, _ ("_Confirm"), proposal->id, confirm_cb);
  add_button (self, row, _ ("_Drop"), proposal->id, drop_cb);
}

static void
show_proposals (KithRepairView *self)
{
  KithLedger *ledger = kith_session_get_ledger (self->session);
  const KithArrangement *rows = NULL;
  g_autofree char *words = NULL;
  gsize n = 0;
  guint n_proposed = 0;

  kith_widgets_clear (GTK_WIDGET (self->proposals));
  if (ledger != NULL)
    rows = kith_ledger_get_rows (ledger, KITH_TABLE_ARRANGEMENT, &n);
  for (gsize i = 0; i < n; i++)
    if (kith_span_is_proposed (&rows[i]) && n_proposed++ < MOST_ROWS)
      add_proposal (self, &rows[i]);
  words = g_strdup_printf (ngettext ("%u link is proposed and not confirmed: it ties nobody yet",
                                     "%u links are proposed and not confirmed: they tie nobody yet",
                                     n_proposed),
                           n_proposed);
  gtk_expander_set_label (self->proposed, words);
  gtk_widget_set_visible (GTK_WIDGET (self->proposed), n_proposed > 0);
}

/* For whom there are not links enough, and why. */
static void
show_unmended (KithRepairView *self)
{
  const KithRepair *repair = self->repair;
  guint n = repair == NULL ? 0 : repair->n_unmended;
  g_autofree char *words =
      g_strdup_printf (ngettext ("%u school for which there are not links enough",
                                 "%u schools for which there are not links enough", n),
                       n);

  kith_widgets_clear (GTK_WIDGET (self->left));
  for (guint i = 0; i < MIN (n, MOST_ROWS); i++)
    {
      const KithNetworkSchool *schools = kith_network_get_schools (repair->network, &(guint){ 0 });
      const KithSchool *record = schools[repair->unmended[i].school].record;

      add_row (self->left, record->name != NULL ? record->name : _ ("A school without a name"),
               repair->unmended[i].why);
    }
  gtk_expander_set_label (self->unmended, words);
  gtk_widget_set_visible (GTK_WIDGET (self->unmended), n > 0);
}

/* The list. */

static void
set_up_row_cb (GtkSignalListItemFactory *factory, GtkListItem *row)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *check = gtk_check_button_new ();
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);

  gtk_widget_set_valign (check, GTK_ALIGN_START);
  gtk_widget_add_css_class (box, "new-link");
  gtk_widget_set_hexpand (texts, TRUE);
  gtk_box_append (GTK_BOX (texts), kith_widgets_new_text ("heading"));
  gtk_box_append (GTK_BOX (texts), kith_widgets_new_text (NULL));
  gtk_box_append (GTK_BOX (texts), kith_widgets_new_text ("evidence"));
  gtk_box_append (GTK_BOX (box), check);
  gtk_box_append (GTK_BOX (box), texts);
  gtk_list_item_set_child (row, box);
}

static void
bind_row_cb (GtkSignalListItemFactory *factory, GtkListItem *row)
{
  KithNewLinkItem *item = gtk_list_item_get_item (row);
  const KithNewLink *link = kith_new_link_item_get_link (item);
  GtkWidget *check = gtk_widget_get_first_child (gtk_list_item_get_child (row));
  GtkWidget *name = gtk_widget_get_first_child (gtk_widget_get_next_sibling (check));
  GtkWidget *why = gtk_widget_get_next_sibling (name);
  GtkWidget *clears = gtk_widget_get_next_sibling (why);
  g_autofree char *words =
      link->clears == NULL ? NULL : g_strdup_printf (_ ("Clears %s"), link->clears);

  gtk_label_set_text (GTK_LABEL (name), link->name);
  gtk_label_set_text (GTK_LABEL (why), link->why);
  gtk_label_set_text (GTK_LABEL (clears), words != NULL ? words : "");
  gtk_widget_set_visible (clears, words != NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, link->name,
                                  -1);
  g_object_set_data_full (
      G_OBJECT (row), "chosen",
      g_object_ref (g_object_bind_property (item, "chosen", check, "active",
                                            G_BINDING_BIDIRECTIONAL | G_BINDING_SYNC_CREATE)),
      g_object_unref);
}

static void
unbind_row_cb (GtkSignalListItemFactory *factory, GtkListItem *row)
{
  g_binding_unbind (g_object_get_data (G_OBJECT (row), "chosen"));
  g_object_set_data (G_OBJECT (row), "chosen", NULL);
}

static void
activated_cb (KithRepairView *self, guint position)
{
  g_autoptr (KithNewLinkItem) item = g_list_model_get_item (G_LIST_MODEL (self->links), position);
  KithProposal proposal =
      kith_repair_get_proposal (self->repair, kith_new_link_item_get_number (item));

  kith_session_set_selected (self->session, proposal.urn);
}

static void
show_repair (GtkWidget *widget, gpointer answer)
{
  KithRepairView *self = KITH_REPAIR_VIEW (widget);
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);

  self->repair = answer;
  for (guint i = 0; self->repair != NULL && i < self->repair->n_links; i++)
    {
      KithNewLinkItem *item = kith_new_link_item_new (self->repair, i);

      g_signal_connect_object (item, "notify::chosen", G_CALLBACK (count_chosen), self,
                               G_CONNECT_SWAPPED);
      g_ptr_array_add (items, item);
    }
  g_list_store_splice (self->links, 0, g_list_model_get_n_items (G_LIST_MODEL (self->links)),
                       items->pdata, items->len);
  show_proposals (self);
  show_unmended (self);
  count_chosen (self);
  if (self->repair == NULL)
    {
      gtk_label_set_text (self->words, "");
      gtk_stack_set_visible_child_name (self->stack, "looking");
      return;
    }
  gtk_label_set_text (self->words, self->repair->words);
  gtk_label_set_text (self->rules, self->repair->rules);
  gtk_stack_set_visible_child_name (self->stack, self->repair->n_links > 0 ? "list" : "none");
}

static void
kith_repair_view_dispose (GObject *object)
{
  KithRepairView *self = KITH_REPAIR_VIEW (object);

  g_clear_handle_id (&self->pausing, g_source_remove);
  g_clear_pointer (&self->look, kith_look_end);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (kith_repair_view_parent_class)->dispose (object);
}

static void
kith_repair_view_finalize (GObject *object)
{
  g_object_unref (KITH_REPAIR_VIEW (object)->links);
  g_array_unref (KITH_REPAIR_VIEW (object)->excluded);
  g_array_unref (KITH_REPAIR_VIEW (object)->refused);
  G_OBJECT_CLASS (kith_repair_view_parent_class)->finalize (object);
}

static void
kith_repair_view_class_init (KithRepairViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kith_repair_view_dispose;
  G_OBJECT_CLASS (klass)->finalize = kith_repair_view_finalize;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/kith_schools/Kith/ui/kith-repair-view.ui");
  gtk_widget_class_bind_template_child (widget_class, KithRepairView, stack);
  gtk_widget_class_bind_template_child (widget_class, KithRepairView, minutes);
  gtk_widget_class_bind_template_child (widget_class, KithRepairView, pairings);
  gtk_widget_class_bind_template_child (widget_class, KithRepairView, joinings);
  gtk_widget_class_bind_template_child (widget_class, KithRepairView, leave_out);
  gtk_widget_class_bind_template_child (widget_class, KithRepairView, take_in);
  gtk_widget_class_bind_template_child (widget_class, KithRepairView, words);
  gtk_widget_class_bind_template_child (widget_class, KithRepairView, rules);
  gtk_widget_class_bind_template_child (widget_class, KithRepairView, list);
  gtk_widget_class_bind_template_child (widget_class, KithRepairView, proposed);
  gtk_widget_class_bind_template_child (widget_class, KithRepairView, proposals);
  gtk_widget_class_bind_template_child (widget_class, KithRepairView, unmended);
  gtk_widget_class_bind_template_child (widget_class, KithRepairView, left);
  gtk_widget_class_bind_template_child (widget_class, KithRepairView, chosen);
  gtk_widget_class_bind_template_child (widget_class, KithRepairView, choose_all);
  gtk_widget_class_bind_template_child (widget_class, KithRepairView, refuse);
  gtk_widget_class_bind_template_child (widget_class, KithRepairView, accept);
  gtk_widget_class_bind_template_callback (widget_class, asked_cb);
  gtk_widget_class_bind_template_callback (widget_class, leave_out_cb);
  gtk_widget_class_bind_template_callback (widget_class, take_in_cb);
  gtk_widget_class_bind_template_callback (widget_class, choose_all_cb);
  gtk_widget_class_bind_template_callback (widget_class, refuse_cb);
  gtk_widget_class_bind_template_callback (widget_class, accept_cb);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
}

static void
kith_repair_view_init (KithRepairView *self)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkSelectionModel) model = NULL;

  self->links = g_list_store_new (KITH_TYPE_NEW_LINK_ITEM);
  self->excluded = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->refused = g_array_new (FALSE, FALSE, sizeof (KithProposal));
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect (factory, "setup", G_CALLBACK (set_up_row_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_row_cb), NULL);
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind_row_cb), NULL);
  model = GTK_SELECTION_MODEL (gtk_no_selection_new (g_object_ref (G_LIST_MODEL (self->links))));
  gtk_list_view_set_model (self->list, model);
  gtk_list_view_set_factory (self->list, factory);
}

/* The register's own travel cap, when another one is opened. */
static void
roll_changed_cb (KithRepairView *self)
{
  KithRoll *roll = kith_session_get_roll (self->session);

  if (roll != NULL && self->repair == NULL)
    gtk_spin_button_set_value (
        self->minutes, kith_network_get_settings (kith_roll_get_network (roll))->repair_minutes);
}

/**
 * kith_repair_view_set_session:
 *
 * Takes the session, once.
 */
void
kith_repair_view_set_session (KithRepairView *self, KithSession *session)
{
  self->session = g_object_ref (session);
  g_signal_connect_object (session, "roll-changed", G_CALLBACK (roll_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "selection-changed", G_CALLBACK (show_excluded), self,
                           G_CONNECT_SWAPPED);
  self->look = kith_look_new (GTK_WIDGET (self), session, _ ("Looking for the fewest new links"),
                              find_in_worker, free_repair, show_repair);
  show_excluded (self);
  ask (self);
}
