/* kith-school-pane.c: the selected school: who it is, its findings, who it works with
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-school-pane.h"
#include "kith-finding-view.h"
#include "kith-tier-sign.h"

#include <glib/gi18n.h>

/**
 * KithSchoolPane:
 *
 * Follows the session's selection. Built anew for each school: a pane holds a few dozen
 * widgets, and none of them has a life of its own.
 */
struct _KithSchoolPane
{
  AdwBin parent_instance;

  GtkStack *stack;
  GtkScrolledWindow *scroll;
  KithTierSign *sign;
  GtkLabel *name;
  GtkLabel *facts;
  GtkBox *findings;
  GtkLabel *no_findings;
  AdwExpanderRow *partnerships;
  AdwExpanderRow *partners;
  AdwExpanderRow *register_row;

  KithSession *session;
  GPtrArray *rows; /* of the expanders, borrowed from them */
};

G_DEFINE_FINAL_TYPE (KithSchoolPane, kith_school_pane, ADW_TYPE_BIN)

static void
remove_rows (KithSchoolPane *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->findings))) != NULL)
    gtk_box_remove (self->findings, child);
  for (guint i = 0; i < self->rows->len; i++)
    {
      GtkWidget *row = self->rows->pdata[i];

      adw_expander_row_remove (
          ADW_EXPANDER_ROW (gtk_widget_get_ancestor (row, ADW_TYPE_EXPANDER_ROW)), row);
    }
  g_ptr_array_set_size (self->rows, 0);
}

static AdwActionRow *
add_row (KithSchoolPane *self, AdwExpanderRow *to, const char *title, const char *subtitle)
{
  AdwActionRow *row = ADW_ACTION_ROW (adw_action_row_new ());

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  if (subtitle != NULL)
    {
      g_autofree char *escaped = g_markup_escape_text (subtitle, -1);

      adw_action_row_set_subtitle (row, escaped);
    }
  adw_expander_row_add_row (to, GTK_WIDGET (row));
  g_ptr_array_add (self->rows, row);
  return row;
}

static void
show_facts (KithSchoolPane *self, KithRollItem *item)
{
  const KithSchool *record = kith_roll_item_get_school (item)->record;
  const KithRollRow *row = kith_roll_item_get_row (item);
  g_autoptr (GString) facts = g_string_new (kith_tier_get_words (row->tier));

  if (kith_roll_item_get_authority (item) != NULL)
    g_string_append_printf (facts, " · %s", kith_roll_item_get_authority (item));
  if (record->pupils != KITH_INT_NONE)
    {
      g_autofree char *pupils = kith_text_dup_count (record->pupils);

      g_string_append_printf (facts, " · ");
      g_string_append_printf (facts, ngettext ("%s pupil", "%s pupils", record->pupils), pupils);
    }
  g_string_append_printf (facts, " · URN %" G_GINT64_FORMAT, record->urn);

  kith_tier_sign_show (self->sign, row->tier, kith_roll_item_get_school (item)->phase);
  gtk_label_set_text (self->name, kith_roll_item_get_name (item));
  gtk_label_set_text (self->facts, facts->str);
}

static void
show_findings (KithSchoolPane *self, const KithRollRow *row)
{
  for (guint i = 0; i < row->n_findings; i++)
    gtk_box_append (self->findings, kith_finding_view_new (&row->findings[i]));
  gtk_widget_set_visible (GTK_WIDGET (self->findings), row->n_findings > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->no_findings), row->n_findings == 0);
}

/* Where the school is a member: how each membership stands. */
static void
show_partnerships (KithSchoolPane *self, KithNetwork *network, guint school)
{
  guint n, n_live = 0;
  const KithNetworkArrangement *arrangements = kith_network_get_arrangements (network, &n);
  const guint *memberships = kith_network_get_memberships (network, school, &n);
  g_autofree char *subtitle = NULL;

  for (guint i = 0; i < n; i++)
    {
      const KithNetworkMember *member = kith_network_get_member (network, memberships[i]);
      const KithNetworkArrangement *arrangement = &arrangements[member->arrangement];
      g_autofree char *contact = NULL;
      g_autofree char *words = NULL;

      if (member->last_contact != KITH_DATE_UNKNOWN)
        {
          g_autofree char *day = kith_date_dup_text (member->last_contact, KITH_DATE_SHORT);

          contact = g_strdup_printf (_ ("last contact %s"), day);
        }
      else
        contact = g_strdup (_ ("no contact recorded"));
      n_live += member->is_live;
      words = g_strdup_printf ("%s · %s · %s", _ (kith_kind_get_info (arrangement->kind)->words),
                               member->is_live ? _ ("live") : _ ("faded"), contact);
      add_row (self, self->partnerships, arrangement->name, words);
    }
  subtitle = n == 0 ? g_strdup (_ ("none on record"))
                    : g_strdup_printf (_ ("%u live, %u faded"), n_live, n - n_live);
  adw_expander_row_set_subtitle (self->partnerships, subtitle);
  adw_expander_row_set_enable_expansion (self->partnerships, n > 0);
  gtk_widget_set_sensitive (GTK_WIDGET (self->partnerships), n > 0);
}

static void
partner_activated_cb (GtkWidget *row, KithSchoolPane *self)
{
  gint64 *urn = g_object_get_data (G_OBJECT (row), "urn");

  kith_session_set_selected (self->session, *urn);
}

static void
show_partners (KithSchoolPane *self, KithNetwork *network, guint school)
{
  guint n;
  const KithNetworkSchool *schools = kith_network_get_schools (network, &n);
  const KithNetworkArrangement *arrangements = kith_network_get_arrangements (network, &n);
  const KithEdge *edges = kith_network_get_edges (network, &n);
  const KithTied *tied = kith_network_get_tied (network, school, &n);
  g_autofree char *count = kith_text_dup_count (n);
  g_autofree char *subtitle = NULL;

  for (guint i = 0; i < n; i++)
    {
      const KithSchool *record = schools[tied[i].school].record;
      AdwActionRow *row = add_row (self, self->partners, record->name,
                                   arrangements[edges[tied[i].edge].arrangement].name);

      gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
      g_object_set_data_full (G_OBJECT (row), "urn", g_memdup2 (&record->urn, sizeof (gint64)),
                              g_free);
      g_signal_connect_object (row, "activated", G_CALLBACK (partner_activated_cb), self, 0);
    }
  subtitle = n == 0 ? g_strdup (_ ("no school at present"))
                    : g_strdup_printf (ngettext ("%s school", "%s schools", n), count);
  adw_expander_row_set_subtitle (self->partners, subtitle);
  adw_expander_row_set_enable_expansion (self->partners, n > 0);
  gtk_widget_set_sensitive (GTK_WIDGET (self->partners), n > 0);
}

static void
add_fact (KithSchoolPane *self, const char *title, const char *value)
{
  if (value != NULL)
    add_row (self, self->register_row, title, value);
}

static void
add_date (KithSchoolPane *self, const char *title, KithDate date)
{
  g_autofree char *text = NULL;

  if (date != KITH_DATE_UNKNOWN)
    text = kith_date_dup_text (date, KITH_DATE_LONG);
  add_fact (self, title, text);
}

static void
show_register (KithSchoolPane *self, const KithNetworkSchool *school, const KithRollRow *row)
{
  const KithSchool *record = school->record;
  g_autofree char *ages = NULL;
  g_autofree char *place = NULL;

  if (record->low_age != KITH_INT_NONE && record->high_age != KITH_INT_NONE)
    ages = g_strdup_printf (_ ("%" G_GINT64_FORMAT " to %" G_GINT64_FORMAT), record->low_age,
                            record->high_age);
  place = g_strjoin (", ", record->town != NULL ? record->town : _ ("town not recorded"),
                     record->postcode, NULL);
  add_fact (self, _ ("Type"), record->type);
  add_fact (self, _ ("Phase"), kith_phase_get_words (school->phase));
  add_fact (self, _ ("Ages"), ages);
  add_fact (self, _ ("Trust or federation"), row != NULL ? row->trust : NULL);
  add_fact (self, _ ("Place"), place);
  add_date (self, _ ("Opened"), record->opened);
  add_date (self, _ ("Closes"), record->closed);
  adw_expander_row_set_subtitle (self->register_row,
                                 record->type != NULL ? record->type : _ ("type not recorded"));
}

static void
show_school (KithSchoolPane *self)
{
  gint64 urn = kith_session_get_selected (self->session);
  KithRoll *roll = kith_session_get_roll (self->session);
  g_autoptr (KithRollItem) item = kith_session_find_school (self->session, urn);
  const KithRollRow *row;
  KithNetwork *network;

  remove_rows (self);
  if (item == NULL)
    {
      gtk_stack_set_visible_child_name (self->stack, urn == 0 || roll == NULL ? "none" : "away");
      return;
    }
  row = kith_roll_item_get_row (item);
  network = kith_roll_get_network (roll);
  show_facts (self, item);
  show_findings (self, row);
  show_partnerships (self, network, row->school);
  show_partners (self, network, row->school);
  show_register (self, kith_roll_item_get_school (item), row);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroll), 0);
  gtk_stack_set_visible_child_name (self->stack, "school");
}

static void
kith_school_pane_dispose (GObject *object)
{
  g_clear_object (&KITH_SCHOOL_PANE (object)->session);
  G_OBJECT_CLASS (kith_school_pane_parent_class)->dispose (object);
}

static void
kith_school_pane_finalize (GObject *object)
{
  g_ptr_array_unref (KITH_SCHOOL_PANE (object)->rows);
  G_OBJECT_CLASS (kith_school_pane_parent_class)->finalize (object);
}

static void
kith_school_pane_class_init (KithSchoolPaneClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kith_school_pane_dispose;
  G_OBJECT_CLASS (klass)->finalize = kith_school_pane_finalize;
  g_type_ensure (KITH_TYPE_TIER_SIGN);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/kith_schools/Kith/ui/kith-school-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, KithSchoolPane, stack);
  gtk_widget_class_bind_template_child (widget_class, KithSchoolPane, scroll);
  gtk_widget_class_bind_template_child (widget_class, KithSchoolPane, sign);
  gtk_widget_class_bind_template_child (widget_class, KithSchoolPane, name);
  gtk_widget_class_bind_template_child (widget_class, KithSchoolPane, facts);
  gtk_widget_class_bind_template_child (widget_class, KithSchoolPane, findings);
  gtk_widget_class_bind_template_child (widget_class, KithSchoolPane, no_findings);
  gtk_widget_class_bind_template_child (widget_class, KithSchoolPane, partnerships);
  gtk_widget_class_bind_template_child (widget_class, KithSchoolPane, partners);
  gtk_widget_class_bind_template_child (widget_class, KithSchoolPane, register_row);
}

static void
kith_school_pane_init (KithSchoolPane *self)
{
  self->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  kith_tier_sign_set_size (self->sign, 30);
}

/**
 * kith_school_pane_set_session:
 * @session: whose selection is followed; set once
 */
void
kith_school_pane_set_session (KithSchoolPane *self, KithSession *session)
{
  g_return_if_fail (self->session == NULL);

  self->session = g_object_ref (session);
  g_signal_connect_object (session, "selection-changed", G_CALLBACK (show_school), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "roll-changed", G_CALLBACK (show_school), self,
                           G_CONNECT_SWAPPED);
  show_school (self);
}
