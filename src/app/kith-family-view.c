/* kith-family-view.c: one Family: its schools, its display, why they are in it
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-family-view.h"
#include "kith-family-chart.h"
#include "kith-family-hand.h"
#include "kith-family-within-view.h"
#include "kith-widgets.h"

#include <glib/gi18n.h>
#include <math.h>

/**
 * KithFamilyView:
 *
 * The schools by name, each with how far it stands from the mean and which other Family is
 * nearest; a school that is pressed is selected everywhere, and the foot says why it is here. The
 * display of a Family that is kept; a proposed one has none yet.
 */
struct _KithFamilyView
{
  AdwBin parent_instance;

  GtkStack *stack;
  GtkLabel *name;
  GtkLabel *facts;
  GtkListBox *schools;
  GtkLabel *why;
  KithFamilyHand *hand;
  KithFamilyChart *display;
  KithFamilyWithinView *within;
  GtkButton *rename;
  GtkButton *map;

  KithSession *session;
  const KithFamilyWork *work; /* the page's; NULL where there is none */
  guint family;
};

G_DEFINE_FINAL_TYPE (KithFamilyView, kith_family_view, ADW_TYPE_BIN)

static const KithNetworkSchool *
get_school (KithFamilyView *self, guint number)
{
  const KithFamilyPool *pool = self->work->pool;

  return &kith_network_get_schools (
      pool->network, &(guint){ 0 })[g_array_index (pool->schools, KithPoolSchool, number).school];
}

static char *
dup_distance (KithFamilyView *self, guint number)
{
  KithFamilyWhy why = kith_family_explainer_explain (self->work->explainer, number);
  g_autofree char *nearest = NULL;

  if (why.nearest == KITH_FAMILY_NONE)
    return g_strdup_printf (_ ("%.2f from the mean"), why.distance);
  nearest = kith_family_work_dup_name (self->work, why.nearest);
  return g_strdup_printf (_ ("%.2f from the mean; next is %s, %.2f away"), why.distance, nearest,
                          why.nearest_distance);
}

static int
compare_names (const void *a, const void *b, gpointer data)
{
  KithFamilyView *self = data;
  guint one = *(const guint *)a, other = *(const guint *)b;

  return g_strcmp0 (get_school (self, one)->record->name, get_school (self, other)->record->name);
}

static GArray *
list_members (KithFamilyView *self)
{
  GArray *members = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint s = 0; s < self->work->pool->schools->len; s++)
    if (self->work->families[s] == self->family)
      g_array_append_val (members, s);
  g_array_sort_with_data (members, compare_names, self);
  return members;
}

static void
add_school (KithFamilyView *self, guint number)
{
  const KithNetworkSchool *school = get_school (self, number);
  const KithPoolSchool *of = &g_array_index (self->work->pool->schools, KithPoolSchool, number);
  const char *authority = kith_network_get_authority (self->work->pool->network, of->school);
  g_autofree char *distance = dup_distance (self, number);
  g_autofree char *line = g_strdup_printf ("%s · %s", authority != NULL ? authority : "", distance);
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), school->record->name);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), line);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_object_set_data (G_OBJECT (row), "number", GUINT_TO_POINTER (number));
  if (self->work->proposal == NULL)
    {
      GtkDragSource *drag = gtk_drag_source_new ();

      gtk_drag_source_set_content (drag, gdk_content_provider_new_typed (G_TYPE_UINT, number));
      gtk_widget_add_controller (row, GTK_EVENT_CONTROLLER (drag));
    }
  gtk_list_box_append (self->schools, row);
}

/* "disadvantage 62% of it (31.0, the Family 24.5, all 22.1)" for each variable, largest first. */
static char *
dup_why (KithFamilyView *self, guint number)
{
  const KithFamilyPool *pool = self->work->pool;
  const KithPoolSchool *of = &g_array_index (pool->schools, KithPoolSchool, number);
  KithFamilyWhy why = kith_family_explainer_explain (self->work->explainer, number);
  KithFamilyProfile profile = kith_family_explainer_profile (self->work->explainer, self->family);
  GString *text = g_string_new (get_school (self, number)->record->name);

  g_string_append (text, ":");
  for (guint v = 0; v < pool->variables->len; v++)
    {
      const KithPoolVariable *by = &g_array_index (pool->variables, KithPoolVariable, v);
      const KithPoolFigure *figure = &of->figures[by->variable];

      g_string_append_printf (text, "%s %s ", v > 0 ? ";" : "",
                              kith_variable_get_words (by->variable));
      if (isnan (figure->value))
        g_string_append_printf (text, _ ("not known (%s)"),
                                figure->reason != NULL ? figure->reason : _ ("no figure"));
      else
        g_string_append_printf (text, _ ("%.1f (Family %.1f, all %.1f), %.0f%% of its distance"),
                                figure->value, profile.mean[by->variable], by->mean,
                                100 * why.shares[by->variable]);
    }
  g_string_append_c (text, '.');
  return g_string_free (text, FALSE);
}

static void
school_activated_cb (KithFamilyView *self, GtkListBoxRow *row)
{
  guint number = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (row), "number"));
  g_autofree char *why = dup_why (self, number);

  gtk_label_set_text (self->why, why);
  gtk_widget_set_visible (GTK_WIDGET (self->why), TRUE);
  kith_family_hand_show (self->hand, self->work->proposal == NULL ? self->work : NULL, number);
  kith_session_set_selected (self->session, get_school (self, number)->record->urn);
}

static void
show_facts (KithFamilyView *self)
{
  const KithFamilyPool *pool = self->work->pool;
  KithFamilyProfile profile = kith_family_explainer_profile (self->work->explainer, self->family);
  g_autofree char *name = kith_family_work_dup_name (self->work, self->family);
  g_autoptr (GString) facts = g_string_new (NULL);

  g_string_append_printf (facts,
                          g_dngettext (NULL, "%u school of %u authorities",
                                       "%u schools of %u authorities", profile.n_schools),
                          profile.n_schools, profile.n_authorities);
  for (guint v = 0; v < pool->variables->len; v++)
    {
      const KithPoolVariable *by = &g_array_index (pool->variables, KithPoolVariable, v);

      g_string_append_printf (facts, _ (" · %s %.1f (all %.1f; of %u)"),
                              kith_variable_get_words (by->variable), profile.mean[by->variable],
                              by->mean, profile.n_known[by->variable]);
    }
  gtk_label_set_text (self->name, name);
  gtk_label_set_text (self->facts, facts->str);
}

static void
rename_cb (KithFamilyView *self)
{
  if (self->work != NULL && self->work->proposal == NULL)
    kith_family_hand_rename (GTK_WIDGET (self), self->session, self->work, self->family);
}

static void
map_cb (KithFamilyView *self)
{
  if (self->work != NULL && self->work->proposal == NULL)
    gtk_widget_activate_action (
        GTK_WIDGET (self), "win.show-arrangement", "x",
        g_array_index (self->work->standing->arrangements, gint64, self->family));
}

static void
kith_family_view_dispose (GObject *object)
{
  g_clear_object (&KITH_FAMILY_VIEW (object)->session);
  G_OBJECT_CLASS (kith_family_view_parent_class)->dispose (object);
}

static void
kith_family_view_class_init (KithFamilyViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kith_family_view_dispose;
  g_type_ensure (KITH_TYPE_FAMILY_CHART);
  g_type_ensure (KITH_TYPE_FAMILY_HAND);
  g_type_ensure (KITH_TYPE_FAMILY_WITHIN_VIEW);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/kith_schools/Kith/ui/kith-family-view.ui");
  gtk_widget_class_bind_template_child (widget_class, KithFamilyView, stack);
  gtk_widget_class_bind_template_child (widget_class, KithFamilyView, name);
  gtk_widget_class_bind_template_child (widget_class, KithFamilyView, facts);
  gtk_widget_class_bind_template_child (widget_class, KithFamilyView, schools);
  gtk_widget_class_bind_template_child (widget_class, KithFamilyView, why);
  gtk_widget_class_bind_template_child (widget_class, KithFamilyView, hand);
  gtk_widget_class_bind_template_child (widget_class, KithFamilyView, display);
  gtk_widget_class_bind_template_child (widget_class, KithFamilyView, within);
  gtk_widget_class_bind_template_child (widget_class, KithFamilyView, rename);
  gtk_widget_class_bind_template_child (widget_class, KithFamilyView, map);
  gtk_widget_class_bind_template_callback (widget_class, school_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, rename_cb);
  gtk_widget_class_bind_template_callback (widget_class, map_cb);
}

static void
kith_family_view_init (KithFamilyView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * kith_family_view_set_session:
 * @session: whose selection it follows and leads; set once
 */
void
kith_family_view_set_session (KithFamilyView *self, KithSession *session)
{
  self->session = g_object_ref (session);
  kith_family_hand_set_session (self->hand, session);
  kith_family_chart_set_session (self->display, session);
  kith_family_within_view_set_session (self->within, session);
}

/**
 * kith_family_view_show:
 * @work: (nullable): lives until the next call; %NULL for none
 * @family: from 0
 */
void
kith_family_view_show (KithFamilyView *self, const KithFamilyWork *work, guint family)
{
  g_autoptr (GArray) members = NULL;
  gboolean is_kept = work != NULL && work->proposal == NULL;

  self->work = work;
  self->family = family;
  kith_widgets_clear (GTK_WIDGET (self->schools));
  gtk_widget_set_visible (GTK_WIDGET (self->why), FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->map), is_kept);
  gtk_widget_set_visible (GTK_WIDGET (self->rename),
                          is_kept && !kith_session_is_read_only (self->session));
  kith_family_hand_show (self->hand, NULL, 0);
  kith_family_chart_show (self->display, work, family);
  kith_family_within_view_show (self->within, work, family);
  if (work == NULL)
    return;
  members = list_members (self);
  show_facts (self);
  for (guint m = 0; m < members->len; m++)
    add_school (self, g_array_index (members, guint, m));
}

/**
 * kith_family_view_aim:
 * @school: of the pool, in this Family
 * @family: where an officer would put it; nothing is done yet
 *
 * Shows the school, and what moving it there would mean.
 */
void
kith_family_view_aim (KithFamilyView *self, guint school, guint family)
{
  GtkListBoxRow *row;

  gtk_stack_set_visible_child_name (self->stack, "schools");
  for (int r = 0; (row = gtk_list_box_get_row_at_index (self->schools, r)) != NULL; r++)
    if (GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (row), "number")) == school)
      {
        gtk_list_box_select_row (self->schools, row);
        school_activated_cb (self, row);
        if (self->work->proposal == NULL)
          kith_family_hand_aim (self->hand, family);
      }
}
