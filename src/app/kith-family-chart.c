/* kith-family-chart.c: the data display of a Family, with what can be chosen of it
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-family-chart.h"
#include "kith-display-row.h"
#include "kith-edit-dialog.h"
#include "kith-pango-measure.h"
#include "kith-scene-export.h"
#include "kith-scene-view.h"

#include <glib/gi18n.h>
#include <math.h>

#define PX_PER_MM 4.2
#define CHART_LEAST_PX 420
#define CHART_SHAPE 0.72 /* height by width */

/* From here on chart and table stand beside each other. */
#define WIDE_PX 1000

/**
 * KithFamilyChart:
 *
 * The display of a Family that is kept, of any measure and pupils that the register has figures
 * of; below or beside it the same as a table, which is the display for who does not see it.
 */
struct _KithFamilyChart
{
  AdwBin parent_instance;

  GtkDropDown *measure;
  GtkDropDown *pupils;
  GtkToggleButton *funnel;
  GtkToggleButton *intervals;
  GtkToggleButton *tails;
  GtkToggleButton *goals;
  GtkButton *set_goals;
  GtkButton *set_goal;
  GtkLabel *words;
  GtkBox *both;
  AdwBin *chart;
  GtkColumnView *table;

  KithSession *session;
  const KithFamilyWork *work; /* the page's; NULL where there is none */
  guint family;
  KithChart *shown; /* NULL where there is none */
  gboolean is_filling;
  gboolean is_stale;
};

G_DEFINE_FINAL_TYPE (KithFamilyChart, kith_family_chart, ADW_TYPE_BIN)

static const KithResultGroups *
get_groups (KithFamilyChart *self)
{
  guint m = gtk_drop_down_get_selected (self->measure);

  return self->work == NULL || m >= self->work->choices->len
             ? NULL
             : &g_array_index (self->work->choices, KithResultGroups, m);
}

static void
fill_pupils (KithFamilyChart *self)
{
  const KithResultGroups *groups = get_groups (self);
  g_autoptr (GtkStringList) words = gtk_string_list_new (NULL);

  for (guint g = 0; groups != NULL && g < groups->n_subgroups; g++)
    gtk_string_list_append (words, kith_subgroup_get_words (groups->subgroups[g]));
  self->is_filling = TRUE;
  gtk_drop_down_set_model (self->pupils, G_LIST_MODEL (words));
  gtk_widget_set_sensitive (GTK_WIDGET (self->pupils), groups != NULL && groups->n_subgroups > 1);
  self->is_filling = FALSE;
}

static void
fill_measures (KithFamilyChart *self)
{
  guint before = gtk_drop_down_get_selected (self->measure);
  g_autoptr (GtkStringList) words = gtk_string_list_new (NULL);

  for (guint m = 0; m < self->work->choices->len; m++)
    gtk_string_list_append (
        words,
        kith_measure_get_words (g_array_index (self->work->choices, KithResultGroups, m).measure));
  self->is_filling = TRUE;
  gtk_drop_down_set_model (self->measure, G_LIST_MODEL (words));
  if (before < self->work->choices->len)
    gtk_drop_down_set_selected (self->measure, before);
  self->is_filling = FALSE;
  fill_pupils (self);
}

static KithFamilyDisplay *
make_display (KithFamilyChart *self, GError **error)
{
  const KithResultGroups *groups = get_groups (self);
  guint g = gtk_drop_down_get_selected (self->pupils);
  KithResultChoice choice = { 0 };

  if (groups != NULL)
    choice =
        (KithResultChoice){ groups->measure, g < groups->n_subgroups ? groups->subgroups[g] : NULL,
                            groups->subject };
  return kith_family_display_new (
      self->work->roll, g_array_index (self->work->standing->arrangements, gint64, self->family),
      groups == NULL ? NULL : &choice,
      gtk_toggle_button_get_active (self->funnel) ? KITH_DISPLAY_FUNNEL : KITH_DISPLAY_IMPROVEMENT,
      error);
}

static KithChart *
compose (KithFamilyChart *self, KithFamilyDisplay *display, gboolean is_sheet, int width)
{
  const KithChartOptions options = {
    .is_sheet = is_sheet,
    .width = is_sheet ? KITH_MAP_SHEET_WIDTH : width / PX_PER_MM,
    .height = is_sheet ? KITH_MAP_SHEET_HEIGHT : width / PX_PER_MM * CHART_SHAPE,
    .selected = kith_session_get_selected (self->session),
    .has_intervals = gtk_toggle_button_get_active (self->intervals),
    .has_tails = gtk_toggle_button_get_active (self->tails),
    .has_goals = gtk_toggle_button_get_active (self->goals),
    .seed = 1,
  };
  KithMeasure *measure = kith_pango_measure_new ();
  KithChart *chart = kith_chart_new (display, &options, measure);

  kith_pango_measure_free (measure);
  return chart;
}

static void
chart_clicked_cb (GtkGestureClick *click, int n_press, double x, double y, gpointer data)
{
  KithFamilyChart *self = data;
  gint64 urn =
      self->shown == NULL
          ? 0
          : kith_scene_pick (self->shown->scene, (KithPoint){ x / PX_PER_MM, y / PX_PER_MM }, 2);

  if (urn != 0)
    kith_session_set_selected (self->session, urn);
}

static const KithDisplayPoint *
find_selected (KithFamilyChart *self)
{
  const KithFamilyDisplay *display = self->shown == NULL ? NULL : self->shown->display;

  for (guint p = 0; display != NULL && p < display->points->len; p++)
    {
      const KithDisplayPoint *point = &g_array_index (display->points, KithDisplayPoint, p);

      if (kith_network_get_schools (kith_roll_get_network (display->roll),
                                    &(guint){ 0 })[point->school]
              .record->urn == kith_session_get_selected (self->session))
        return point;
    }
  return NULL;
}

/* Goals are of all pupils, and of a register that can be written. */
static void
show_verbs (KithFamilyChart *self)
{
  gboolean can_set = self->shown != NULL && self->shown->display->choice.subgroup == NULL &&
                     !kith_session_is_read_only (self->session);

  gtk_widget_set_sensitive (GTK_WIDGET (self->set_goals), can_set);
  gtk_widget_set_sensitive (GTK_WIDGET (self->set_goal), can_set && find_selected (self) != NULL);
}

static void
show_picture (KithFamilyChart *self)
{
  GtkWidget *picture = kith_scene_view_new (self->shown->scene, PX_PER_MM);
  GtkGesture *click = gtk_gesture_click_new ();

  gtk_widget_set_halign (picture, GTK_ALIGN_START);
  gtk_widget_set_valign (picture, GTK_ALIGN_START);
  g_signal_connect_object (click, "released", G_CALLBACK (chart_clicked_cb), self, 0);
  gtk_widget_add_controller (picture, GTK_EVENT_CONTROLLER (click));
  adw_bin_set_child (self->chart, picture);
}

static void
show_nothing (KithFamilyChart *self, const char *words)
{
  g_clear_pointer (&self->shown, kith_chart_free);
  adw_bin_set_child (self->chart, NULL);
  gtk_column_view_set_model (self->table, NULL);
  gtk_label_set_text (self->words, words);
  show_verbs (self);
}

/* Some hundred marks: composed in a few milliseconds, when they are looked at. */
static void
show_chart (KithFamilyChart *self)
{
  /* it has no width of its own when it is first seen */
  int room = gtk_widget_get_width (gtk_widget_get_parent (GTK_WIDGET (self)));
  gboolean is_wide = room >= WIDE_PX;
  g_autoptr (GError) error = NULL;
  g_autoptr (GListModel) rows = NULL;
  KithFamilyDisplay *display;

  self->is_stale = FALSE;
  if (self->work->proposal != NULL)
    {
      show_nothing (self, _ ("Keep these Families to see their displays: a display is of an "
                             "arrangement in the register."));
      return;
    }
  display = make_display (self, &error);
  if (display == NULL)
    {
      show_nothing (self, error->message);
      return;
    }
  g_clear_pointer (&self->shown, kith_chart_free);
  self->shown = compose (self, display, FALSE, MAX (is_wide ? room / 2 : room, CHART_LEAST_PX));
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->both),
                                  is_wide ? GTK_ORIENTATION_HORIZONTAL : GTK_ORIENTATION_VERTICAL);
  show_picture (self);
  rows = kith_display_row_list (display);
  gtk_column_view_set_model (self->table,
                             GTK_SELECTION_MODEL (gtk_no_selection_new (g_steal_pointer (&rows))));
  gtk_label_set_text (self->words, self->shown->finding);
  show_verbs (self);
}

static void
renew (KithFamilyChart *self)
{
  self->is_stale = TRUE;
  if (self->work != NULL && gtk_widget_get_mapped (GTK_WIDGET (self)))
    show_chart (self);
}

static void
measure_changed_cb (KithFamilyChart *self)
{
  if (self->is_filling || self->work == NULL)
    return;
  fill_pupils (self);
  renew (self);
}

static void
choice_changed_cb (KithFamilyChart *self)
{
  if (!self->is_filling)
    renew (self);
}

static void
row_activated_cb (KithFamilyChart *self, guint position)
{
  g_autoptr (KithDisplayRow) row =
      g_list_model_get_item (G_LIST_MODEL (gtk_column_view_get_model (self->table)), position);

  if (row != NULL)
    kith_session_set_selected (self->session, kith_display_row_get_urn (row));
}

static void
export_cb (KithFamilyChart *self)
{
  KithFamilyDisplay *display = self->shown == NULL ? NULL : make_display (self, NULL);
  g_autoptr (KithChart) sheet = display == NULL ? NULL : compose (self, display, TRUE, 0);

  if (sheet != NULL)
    kith_scene_export_begin (GTK_WIDGET (self), self->session, sheet->scene,
                             kith_session_get_as_at (self->session));
}

static void
set_goals_cb (KithFamilyChart *self)
{
  g_autoptr (KithEdit) edit = NULL;
  KithEntry entry = { 0 };

  if (self->shown == NULL)
    return;
  edit = kith_family_display_set_goals (
      self->shown->display, kith_session_get_as_at (self->session), kith_entry_get_officer ());
  entry.what = edit->what;
  if (kith_changeset_get_size (edit->changes) > 0)
    kith_session_apply (self->session, edit->changes, &entry, NULL, NULL);
}

/* What a goal dialog is about: it may outlast the display that it was asked on. */
typedef struct
{
  KithFamilyDisplay *display;
  gint64 urn;
} GoalSubject;

static void
free_goal (gpointer data)
{
  kith_family_display_free (((GoalSubject *)data)->display);
  g_free (data);
}

static KithEdit *
make_goal_edit (KithEditDialog *dialog, KithLedger *ledger, gpointer data)
{
  const GoalSubject *subject = data;
  KithDate on = kith_session_get_as_at (kith_edit_dialog_get_session (dialog));

  return kith_family_display_set_goal (
      subject->display, subject->urn, 0,
      kith_edit_dialog_is_on (dialog, "none") ? NULL : kith_edit_dialog_get_text (dialog, "goal"),
      on, kith_entry_get_officer ());
}

static void
set_goal_cb (KithFamilyChart *self)
{
  const KithDisplayPoint *point = find_selected (self);
  g_autofree char *value = NULL, *year = NULL;
  KithEditDialog *dialog;
  GoalSubject *subject;
  KithRollItem *item;

  if (point == NULL)
    return;
  subject = g_new0 (GoalSubject, 1);
  subject->display = make_display (self, NULL);
  subject->urn = kith_session_get_selected (self->session);
  value = g_strdup_printf ("%g", point->goal);
  year = g_strdup_printf (_ ("%s, results of %d/%02d"),
                          kith_measure_get_words (subject->display->measure), point->goal_year,
                          (point->goal_year + 1) % 100);
  item = kith_session_find_school (self->session, subject->urn);
  dialog = kith_edit_dialog_new (GTK_WIDGET (self), self->session, _ ("Goal for a school"),
                                 _ ("_Set goal"), make_goal_edit, subject, free_goal);
  kith_edit_dialog_add_group (dialog, item != NULL ? kith_roll_item_get_name (item) : "", year);
  kith_edit_dialog_add_entry (dialog, "goal", _ ("Goal"), value);
  kith_edit_dialog_add_switch (dialog, "none", _ ("No goal of its own"), FALSE);
  kith_edit_dialog_begin (dialog);
}

static void
kith_family_chart_map (GtkWidget *widget)
{
  KithFamilyChart *self = KITH_FAMILY_CHART (widget);

  GTK_WIDGET_CLASS (kith_family_chart_parent_class)->map (widget);
  if (self->is_stale && self->work != NULL)
    show_chart (self);
}

static void
kith_family_chart_dispose (GObject *object)
{
  KithFamilyChart *self = KITH_FAMILY_CHART (object);

  g_clear_pointer (&self->shown, kith_chart_free);
  g_clear_object (&self->session);
  self->work = NULL;
  G_OBJECT_CLASS (kith_family_chart_parent_class)->dispose (object);
}

static void
kith_family_chart_class_init (KithFamilyChartClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kith_family_chart_dispose;
  widget_class->map = kith_family_chart_map;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/kith_schools/Kith/ui/kith-family-chart.ui");
  gtk_widget_class_bind_template_child (widget_class, KithFamilyChart, measure);
  gtk_widget_class_bind_template_child (widget_class, KithFamilyChart, pupils);
  gtk_widget_class_bind_template_child (widget_class, KithFamilyChart, funnel);
  gtk_widget_class_bind_template_child (widget_class, KithFamilyChart, intervals);
  gtk_widget_class_bind_template_child (widget_class, KithFamilyChart, tails);
  gtk_widget_class_bind_template_child (widget_class, KithFamilyChart, goals);
  gtk_widget_class_bind_template_child (widget_class, KithFamilyChart, set_goals);
  gtk_widget_class_bind_template_child (widget_class, KithFamilyChart, set_goal);
  gtk_widget_class_bind_template_child (widget_class, KithFamilyChart, words);
  gtk_widget_class_bind_template_child (widget_class, KithFamilyChart, both);
  gtk_widget_class_bind_template_child (widget_class, KithFamilyChart, chart);
  gtk_widget_class_bind_template_child (widget_class, KithFamilyChart, table);
  gtk_widget_class_bind_template_callback (widget_class, measure_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, choice_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, export_cb);
  gtk_widget_class_bind_template_callback (widget_class, set_goals_cb);
  gtk_widget_class_bind_template_callback (widget_class, set_goal_cb);
}

/* The words of a measure are long: where there is no room they are cut off, and no wider window
   is asked for. */
static void
setup_words_cb (GtkListItemFactory *factory, GtkListItem *cell)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_list_item_set_child (cell, label);
}

static void
bind_words_cb (GtkListItemFactory *factory, GtkListItem *cell)
{
  gtk_label_set_text (GTK_LABEL (gtk_list_item_get_child (cell)),
                      gtk_string_object_get_string (gtk_list_item_get_item (cell)));
}

static void
cut_off_words (GtkDropDown *choice)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (setup_words_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_words_cb), NULL);
  gtk_drop_down_set_list_factory (choice, gtk_drop_down_get_factory (choice));
  gtk_drop_down_set_factory (choice, factory);
}

static void
kith_family_chart_init (KithFamilyChart *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  cut_off_words (self->measure);
  kith_display_row_add_columns (self->table);
}

/**
 * kith_family_chart_set_session:
 * @session: whose selection it follows and leads; set once
 */
void
kith_family_chart_set_session (KithFamilyChart *self, KithSession *session)
{
  self->session = g_object_ref (session);
  g_signal_connect_object (session, "selection-changed", G_CALLBACK (renew), self,
                           G_CONNECT_SWAPPED);
}

/**
 * kith_family_chart_show:
 * @work: (nullable): lives until the next call; %NULL for none
 * @family: from 0
 */
void
kith_family_chart_show (KithFamilyChart *self, const KithFamilyWork *work, guint family)
{
  gboolean is_other = work != self->work;

  self->work = work;
  self->family = family;
  if (work == NULL)
    {
      show_nothing (self, "");
      return;
    }
  if (is_other)
    fill_measures (self);
  renew (self);
}
