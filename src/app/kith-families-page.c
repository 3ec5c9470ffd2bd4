/* kith-families-page.c: Families of Schools: built, looked at, kept
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-families-page.h"
#include "kith-family-view.h"
#include "kith-proposals.h"
#include "kith-widgets.h"

#include <glib/gi18n.h>

/* How far schools are kept in the Families that there are: λ, in J. */
static const double churns[] = { 0.02, 0.1, 0.5, -1 };

static const KithPhase phases[] = { KITH_PHASE_PRIMARY, KITH_PHASE_SECONDARY, KITH_PHASE_SPECIAL };

/**
 * KithFamiliesPage:
 *
 * The Families of one phase that are kept, or, once they are built, those proposed instead. The
 * published figures are read when the page is first seen, and again when the register changes.
 */
struct _KithFamiliesPage
{
  KithPage parent_instance;

  GtkDropDown *phase;
  GtkDropDown *preset;
  GtkSpinButton *least;
  GtkSpinButton *most;
  GtkSpinButton *authorities;
  GtkSwitch *majority;
  GtkDropDown *churn;
  GtkButton *build;
  GtkButton *keep;
  GtkLabel *words;
  KithProposals *proposals;
  GtkStack *stack;
  AdwStatusPage *none;
  GtkListBox *list;
  KithFamilyView *view;

  KithRoll *roll;       /* with the figures; NULL until they are read */
  KithFamilyWork *work; /* what is shown */
  KithJob *job;         /* NULL when nothing is under way */
  guint family;         /* that is looked at */
  gboolean is_stale;
};

G_DEFINE_FINAL_TYPE (KithFamiliesPage, kith_families_page, KITH_TYPE_PAGE)

static KithSession *
get_session (KithFamiliesPage *self)
{
  return kith_page_get_session (KITH_PAGE (self));
}

/* What a worker needs: the roll, or the ledger to make it of. */
typedef struct
{
  KithRoll *roll;
  KithLedger *ledger;
  KithDate as_at;
  KithFamilyTerms terms;
  double churn; /* λ, below 0 for none */
  gboolean is_build;
  KithJob *job;
} WorkOrder;

static void
free_order (WorkOrder *order)
{
  kith_roll_unref (order->roll);
  g_clear_pointer (&order->ledger, kith_ledger_unref);
  g_object_unref (order->job);
  g_free (order);
}

static KithRoll *
make_roll (WorkOrder *order, GError **error)
{
  g_autoptr (KithNetwork) network = NULL;

  if (order->roll != NULL)
    return kith_roll_ref (order->roll);
  network = kith_network_new (order->ledger, order->as_at, order->job, error);
  return network == NULL ? NULL : kith_roll_new (network, order->job, error);
}

static void
work_in_worker (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  WorkOrder *order = data;
  GError *error = NULL;
  g_autoptr (KithRoll) roll = make_roll (order, &error);
  KithFamilyWork *work = NULL;

  if (roll != NULL)
    work = order->is_build
               ? kith_family_work_build (roll, &order->terms, order->churn, order->job, &error)
               : kith_family_work_look (roll, order->terms.phase);
  if (work == NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, work, (GDestroyNotify)kith_family_work_free);
}

/* What is dropped is aimed at: the price stands there, and the officer moves it or not. */
static gboolean
school_dropped_cb (
    GtkDropTarget *drop, const GValue *value, double x, double y, KithFamiliesPage *self)
{
  guint family = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (drop), "family"));

  if (self->work == NULL || self->work->families == NULL)
    return FALSE;
  kith_family_view_aim (self->view, g_value_get_uint (value), family);
  return TRUE;
}

static void
add_row (KithFamiliesPage *self, guint family)
{
  KithFamilyProfile profile = kith_family_explainer_profile (self->work->explainer, family);
  g_autofree char *name = kith_family_work_dup_name (self->work, family);
  g_autofree char *count =
      g_strdup_printf (g_dngettext (NULL, "%u school, %u authorities", "%u schools, %u authorities",
                                    profile.n_schools),
                       profile.n_schools, profile.n_authorities);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *title = gtk_label_new (name), *subtitle = gtk_label_new (count);

  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_label_set_ellipsize (GTK_LABEL (title), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (subtitle), 0);
  gtk_label_set_ellipsize (GTK_LABEL (subtitle), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (subtitle, "evidence");
  gtk_widget_set_margin_top (box, 4);
  gtk_widget_set_margin_bottom (box, 4);
  gtk_box_append (GTK_BOX (box), title);
  gtk_box_append (GTK_BOX (box), subtitle);
  if (self->work->proposal == NULL)
    {
      GtkDropTarget *drop = gtk_drop_target_new (G_TYPE_UINT, GDK_ACTION_COPY);

      g_object_set_data (G_OBJECT (drop), "family", GUINT_TO_POINTER (family));
      g_signal_connect_object (drop, "drop", G_CALLBACK (school_dropped_cb), self, 0);
      gtk_widget_add_controller (box, GTK_EVENT_CONTROLLER (drop));
    }
  gtk_list_box_append (self->list, box);
}

/* The list of Families, the one that was looked at before being chosen again. */
static void
list_families (KithFamiliesPage *self)
{
  guint family = MIN (self->family, self->work->n_families - 1);

  kith_family_view_show (self->view, NULL, 0);
  kith_widgets_clear (GTK_WIDGET (self->list));
  for (guint f = 0; f < self->work->n_families; f++)
    add_row (self, f);
  gtk_stack_set_visible_child_name (self->stack, "families");
  gtk_list_box_select_row (self->list, gtk_list_box_get_row_at_index (self->list, (int)family));
}

static void
show_keep (KithFamiliesPage *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self->keep),
                          self->work != NULL && kith_family_work_can_keep (self->work) &&
                              !kith_session_is_read_only (get_session (self)));
}

static void
proposal_chosen_cb (KithFamiliesPage *self)
{
  kith_family_view_show (self->view, NULL, 0);
  kith_family_work_choose (self->work, kith_proposals_get_chosen (self->proposals));
  show_keep (self);
  list_families (self);
}

static void
show_work (KithFamiliesPage *self, KithFamilyWork *work)
{
  g_autofree char *words = work == NULL ? g_strdup ("") : kith_family_work_dup_words (work);
  gboolean has_families = work != NULL && work->families != NULL;

  kith_family_view_show (self->view, NULL, 0);
  kith_proposals_show (self->proposals, NULL);
  g_clear_pointer (&self->work, kith_family_work_free);
  self->work = work;
  gtk_label_set_text (self->words, words);
  gtk_widget_set_visible (GTK_WIDGET (self->words), *words != '\0');
  show_keep (self);
  if (!has_families)
    {
      kith_widgets_clear (GTK_WIDGET (self->list));
      gtk_stack_set_visible_child_name (self->stack, "none");
      return;
    }
  if (work->proposal != NULL)
    kith_proposals_show (self->proposals, work);
  list_families (self);
}

static void
stop_work (KithFamiliesPage *self)
{
  if (self->job != NULL)
    kith_job_cancel (self->job);
  g_clear_object (&self->job);
}

static void
worked_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (KithFamiliesPage) self = data;
  KithSession *session = get_session (self);
  WorkOrder *order = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;
  KithFamilyWork *work = g_task_propagate_pointer (G_TASK (result), &error);

  kith_job_queue_end (kith_session_get_jobs (session), order->job);
  if (self->job != order->job)
    {
      kith_family_work_free (work); /* something newer is asked */
      return;
    }
  g_clear_object (&self->job);
  if (work == NULL)
    {
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        g_signal_emit_by_name (session, "failed", _ ("No Families were built"), error->message);
      gtk_stack_set_visible_child_name (
          self->stack, self->work != NULL && self->work->families != NULL ? "families" : "none");
      return;
    }
  g_clear_pointer (&self->roll, kith_roll_unref);
  self->roll = kith_roll_ref (work->roll);
  show_work (self, work);
}

static WorkOrder *
new_order (KithFamiliesPage *self, gboolean is_build)
{
  KithSession *session = get_session (self);
  WorkOrder *order = g_new0 (WorkOrder, 1);

  kith_family_terms_init (&order->terms, phases[gtk_drop_down_get_selected (self->phase)],
                          (KithPreset)gtk_drop_down_get_selected (self->preset));
  order->terms.least = (guint)gtk_spin_button_get_value_as_int (self->least);
  order->terms.most =
      MAX (order->terms.least, (guint)gtk_spin_button_get_value_as_int (self->most));
  order->terms.least_authorities = (guint)gtk_spin_button_get_value_as_int (self->authorities);
  order->terms.is_mixed = !gtk_switch_get_active (self->majority);
  order->churn = churns[MIN (gtk_drop_down_get_selected (self->churn), G_N_ELEMENTS (churns) - 1)];
  order->is_build = is_build;
  order->as_at = kith_session_get_as_at (session);
  order->job =
      kith_job_queue_begin (kith_session_get_jobs (session),
                            is_build ? _ ("Building Families") : _ ("Looking at the Families"));
  return order;
}

static void
send_order (KithFamiliesPage *self, WorkOrder *order)
{
  g_autoptr (GTask) task =
      g_task_new (NULL, kith_job_get_cancellable (order->job), worked_cb, g_object_ref (self));

  self->job = g_object_ref (order->job);
  g_task_set_task_data (task, order, (GDestroyNotify)free_order);
  g_task_run_in_thread (task, work_in_worker);
}

static void
figures_read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (KithFamiliesPage) self = data;
  KithSession *session = KITH_SESSION (source);
  g_autoptr (GError) error = NULL;
  KithLedger *ledger = kith_session_read_figures_finish (session, result, &error);
  WorkOrder *order;

  if (ledger == NULL)
    {
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        g_signal_emit_by_name (session, "failed", _ ("The figures could not be read"),
                               error->message);
      gtk_stack_set_visible_child_name (self->stack, "none");
      return;
    }
  order = new_order (self, FALSE);
  order->ledger = ledger;
  send_order (self, order);
}

/* Reads the figures where they are not read, then looks. */
static void
look (KithFamiliesPage *self)
{
  WorkOrder *order;

  stop_work (self);
  self->is_stale = FALSE;
  if (!kith_session_is_open (get_session (self)))
    {
      show_work (self, NULL);
      return;
    }
  gtk_stack_set_visible_child_name (self->stack, "waiting");
  if (self->roll == NULL)
    {
      kith_session_read_figures (get_session (self), figures_read_cb, g_object_ref (self));
      return;
    }
  order = new_order (self, FALSE);
  order->roll = kith_roll_ref (self->roll);
  send_order (self, order);
}

static void
register_changed_cb (KithFamiliesPage *self)
{
  stop_work (self);
  g_clear_pointer (&self->roll, kith_roll_unref);
  show_work (self, NULL);
  self->is_stale = TRUE;
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    look (self);
}

static void
phase_changed_cb (KithFamiliesPage *self)
{
  self->family = 0;
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    look (self);
}

static void
build_cb (KithFamiliesPage *self)
{
  WorkOrder *order;

  if (self->roll == NULL)
    {
      look (self);
      return;
    }
  stop_work (self);
  gtk_stack_set_visible_child_name (self->stack, "waiting");
  order = new_order (self, TRUE);
  order->roll = kith_roll_ref (self->roll);
  send_order (self, order);
}

static void
keep_cb (KithFamiliesPage *self)
{
  g_autoptr (KithEdit) edit = NULL;
  KithEntry entry = { 0 };

  if (self->work == NULL || !kith_family_work_can_keep (self->work))
    return;
  edit = kith_families_keep (self->work->proposal, self->work->answer);
  entry.what = edit->what;
  kith_session_apply (get_session (self), edit->changes, &entry, NULL, NULL);
}

static void
family_selected_cb (KithFamiliesPage *self, GtkListBoxRow *row)
{
  if (row == NULL || self->work == NULL || self->work->families == NULL)
    return;
  self->family = (guint)gtk_list_box_row_get_index (row);
  kith_family_view_show (self->view, self->work, self->family);
}

static void
kith_families_page_map (GtkWidget *widget)
{
  KithFamiliesPage *self = KITH_FAMILIES_PAGE (widget);

  GTK_WIDGET_CLASS (kith_families_page_parent_class)->map (widget);
  if (self->is_stale)
    look (self);
}

static void
kith_families_page_attach (KithPage *page, KithSession *session)
{
  KithFamiliesPage *self = KITH_FAMILIES_PAGE (page);

  kith_family_view_set_session (self->view, session);
  g_signal_connect_object (session, "register-changed", G_CALLBACK (register_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "as-at-changed", G_CALLBACK (register_changed_cb), self,
                           G_CONNECT_SWAPPED);
  register_changed_cb (self);
}

static void
kith_families_page_dispose (GObject *object)
{
  KithFamiliesPage *self = KITH_FAMILIES_PAGE (object);

  stop_work (self);
  if (self->view != NULL)
    kith_family_view_show (self->view, NULL, 0);
  g_clear_pointer (&self->work, kith_family_work_free);
  g_clear_pointer (&self->roll, kith_roll_unref);
  G_OBJECT_CLASS (kith_families_page_parent_class)->dispose (object);
}

static void
kith_families_page_class_init (KithFamiliesPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  KithPageClass *page_class = KITH_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kith_families_page_dispose;
  widget_class->map = kith_families_page_map;
  page_class->name = "families";
  page_class->title = N_ ("Families");
  page_class->icon_name = "kith-family-symbolic";
  page_class->attach = kith_families_page_attach;
  g_type_ensure (KITH_TYPE_FAMILY_VIEW);
  g_type_ensure (KITH_TYPE_PROPOSALS);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/kith_schools/Kith/ui/kith-families-page.ui");
  gtk_widget_class_bind_template_child (widget_class, KithFamiliesPage, phase);
  gtk_widget_class_bind_template_child (widget_class, KithFamiliesPage, preset);
  gtk_widget_class_bind_template_child (widget_class, KithFamiliesPage, least);
  gtk_widget_class_bind_template_child (widget_class, KithFamiliesPage, most);
  gtk_widget_class_bind_template_child (widget_class, KithFamiliesPage, authorities);
  gtk_widget_class_bind_template_child (widget_class, KithFamiliesPage, majority);
  gtk_widget_class_bind_template_child (widget_class, KithFamiliesPage, churn);
  gtk_widget_class_bind_template_child (widget_class, KithFamiliesPage, proposals);
  gtk_widget_class_bind_template_child (widget_class, KithFamiliesPage, build);
  gtk_widget_class_bind_template_child (widget_class, KithFamiliesPage, keep);
  gtk_widget_class_bind_template_child (widget_class, KithFamiliesPage, words);
  gtk_widget_class_bind_template_child (widget_class, KithFamiliesPage, stack);
  gtk_widget_class_bind_template_child (widget_class, KithFamiliesPage, none);
  gtk_widget_class_bind_template_child (widget_class, KithFamiliesPage, list);
  gtk_widget_class_bind_template_child (widget_class, KithFamiliesPage, view);
  gtk_widget_class_bind_template_callback (widget_class, phase_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, build_cb);
  gtk_widget_class_bind_template_callback (widget_class, keep_cb);
  gtk_widget_class_bind_template_callback (widget_class, family_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, proposal_chosen_cb);
}

static void
kith_families_page_init (KithFamiliesPage *self)
{
  g_autoptr (GtkStringList) presets = gtk_string_list_new (NULL);

  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint p = 0; p < KITH_N_PRESETS; p++)
    gtk_string_list_append (presets, kith_preset_get_words ((KithPreset)p));
  gtk_drop_down_set_model (self->preset, G_LIST_MODEL (presets));
}
