/* kith-cliff-view.c: when money ends, as a chart and a table
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-cliff-view.h"
#include "kith-cliff-chart.h"
#include "kith-look.h"
#include "kith-scene-view.h"

#include <glib/gi18n.h>

/* Rows are widgets: months, and schools in one month. */
#define MOST_MONTHS 48
#define MOST_SCHOOLS 24

#define CHART_WIDTH 166.0 /* mm */
#define CHART_HEIGHT 52.0
#define PX_PER_MM 3.78

/**
 * KithCliffView:
 *
 * The chart, and a row for each month: what loses its money, and the schools whose last link ends
 * then. A school that is pressed is selected everywhere.
 */
struct _KithCliffView
{
  AdwBin parent_instance;

  GtkStack *stack;
  AdwBin *chart;
  AdwPreferencesGroup *group;
  GtkLabel *more;

  KithSession *session;
  KithLook *look;
  GPtrArray *rows; /* of GtkWidget, in the group */
};

G_DEFINE_FINAL_TYPE (KithCliffView, kith_cliff_view, ADW_TYPE_BIN)

typedef struct
{
  KithNetwork *network;
  KithCliff *cliff;
  KithScene *chart; /* NULL where no money ends */
} Found;

static void
free_found (gpointer data)
{
  Found *found = data;

  kith_network_unref (found->network);
  kith_cliff_free (found->cliff);
  g_clear_pointer (&found->chart, kith_scene_unref);
  g_free (found);
}

static gpointer
find_in_worker (KithRoll *roll, GPtrArray *question, KithJob *job, GError **error)
{
  Found *found = g_new0 (Found, 1);
  g_autoptr (KithHolders) holders = kith_holders_new (kith_roll_get_network (roll));
  guint n;

  found->network = kith_network_ref (kith_roll_get_network (roll));
  found->cliff = kith_cliff_new (holders);
  kith_cliff_get_months (found->cliff, &n);
  if (n > 0)
    found->chart = kith_cliff_chart_new (found->cliff, kith_network_get_date (found->network),
                                         CHART_WIDTH, CHART_HEIGHT);
  return found;
}

static char *
dup_month_name (const KithCliffMonth *month)
{
  g_autofree char *day =
      kith_date_dup_text (kith_date_new (month->year, month->month, 1), KITH_DATE_LONG);
  const char *space = strchr (day, ' ');

  return g_strdup (space != NULL ? space + 1 : day);
}

static char *
dup_money (const Found *found, const KithCliffMonth *month)
{
  const KithNetworkArrangement *arrangements =
      kith_network_get_arrangements (found->network, &(guint){ 0 });
  GString *text = g_string_new (NULL);

  for (guint a = 0; a < month->n_arrangements; a++)
    {
      const KithNetworkArrangement *at = &arrangements[month->arrangements[a]];
      g_autofree char *day = kith_date_dup_text (at->record->funding_ends, KITH_DATE_SHORT);

      g_string_append_printf (text, _ ("%sThe money of %s ends on %s"), a == 0 ? "" : "\n",
                              at->name, day);
      if (at->record->funding != NULL)
        g_string_append_printf (text, " (%s)", at->record->funding);
    }
  return g_string_free (text, FALSE);
}

static char *
dup_counts (const KithCliffMonth *month)
{
  g_autofree char *alone = kith_text_dup_count (month->n_alone);
  g_autofree char *now = kith_text_dup_count (month->n_schools);

  if (month->n_schools == 0)
    return g_strdup (_ ("No school loses its last link"));
  return g_strdup_printf (g_dngettext (NULL, "%s school loses its last link; %s by then",
                                       "%s schools lose their last link; %s by then",
                                       month->n_schools),
                          now, alone);
}

static void
school_clicked_cb (KithCliffView *self, GtkButton *button)
{
  gint64 *urn = g_object_get_data (G_OBJECT (button), "urn");

  kith_session_set_selected (self->session, *urn);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.show-school", NULL);
}

static void
add_school (KithCliffView *self, AdwExpanderRow *row, const KithSchool *school)
{
  GtkWidget *line = adw_action_row_new ();
  GtkWidget *button = gtk_button_new_with_mnemonic (_ ("_Look at it"));
  const char *name = school->name != NULL ? school->name : _ ("Without a name");
  g_autofree char *label = g_strdup_printf (_ ("Look at %s"), name);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (line), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (line), name);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
  g_object_set_data_full (G_OBJECT (button), "urn", g_memdup2 (&school->urn, sizeof school->urn),
                          g_free);
  g_signal_connect_object (button, "clicked", G_CALLBACK (school_clicked_cb), self,
                           G_CONNECT_SWAPPED);
  adw_action_row_add_suffix (ADW_ACTION_ROW (line), button);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (line), button);
  adw_expander_row_add_row (row, line);
}

static void
add_line (AdwExpanderRow *row, const char *words)
{
  GtkWidget *line = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (line), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (line), words);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (line), 0);
  adw_expander_row_add_row (row, line);
}

static void
add_month (KithCliffView *self, const Found *found, const KithCliffMonth *month)
{
  AdwExpanderRow *row = ADW_EXPANDER_ROW (adw_expander_row_new ());
  const KithNetworkSchool *schools = kith_network_get_schools (found->network, &(guint){ 0 });
  g_autofree char *name = dup_month_name (month);
  g_autofree char *counts = dup_counts (month);
  g_autofree char *money = dup_money (found, month);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), name);
  adw_expander_row_set_subtitle (row, counts);
  add_line (row, money);
  for (guint s = 0; s < MIN (month->n_schools, MOST_SCHOOLS); s++)
    add_school (self, row, schools[month->schools[s]].record);
  if (month->n_schools > MOST_SCHOOLS)
    {
      g_autofree char *rest = g_strdup_printf (_ ("And %u more schools. kith-cli what-if --cliff "
                                                  "lists them all."),
                                               month->n_schools - MOST_SCHOOLS);

      add_line (row, rest);
    }
  adw_preferences_group_add (self->group, GTK_WIDGET (row));
  g_ptr_array_add (self->rows, row);
}

static void
show_found (GtkWidget *widget, gpointer answer)
{
  KithCliffView *self = KITH_CLIFF_VIEW (widget);
  const Found *found = answer;
  const KithCliffMonth *months;
  guint n;

  for (guint r = 0; r < self->rows->len; r++)
    adw_preferences_group_remove (self->group, self->rows->pdata[r]);
  g_ptr_array_set_size (self->rows, 0);
  adw_bin_set_child (self->chart, NULL);
  if (found == NULL)
    {
      gtk_stack_set_visible_child_name (self->stack, "looking");
      return;
    }
  months = kith_cliff_get_months (found->cliff, &n);
  if (n > 0)
    adw_bin_set_child (self->chart, kith_scene_view_new (found->chart, PX_PER_MM));
  for (guint m = 0; m < MIN (n, MOST_MONTHS); m++)
    add_month (self, found, &months[m]);
  gtk_widget_set_visible (GTK_WIDGET (self->more), n > MOST_MONTHS);
  gtk_stack_set_visible_child_name (self->stack, n > 0 ? "months" : "none");
}

static void
kith_cliff_view_dispose (GObject *object)
{
  KithCliffView *self = KITH_CLIFF_VIEW (object);

  g_clear_pointer (&self->look, kith_look_end);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (kith_cliff_view_parent_class)->dispose (object);
}

static void
kith_cliff_view_finalize (GObject *object)
{
  g_ptr_array_unref (KITH_CLIFF_VIEW (object)->rows);
  G_OBJECT_CLASS (kith_cliff_view_parent_class)->finalize (object);
}

static void
kith_cliff_view_class_init (KithCliffViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kith_cliff_view_dispose;
  G_OBJECT_CLASS (klass)->finalize = kith_cliff_view_finalize;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/kith_schools/Kith/ui/kith-cliff-view.ui");
  gtk_widget_class_bind_template_child (widget_class, KithCliffView, stack);
  gtk_widget_class_bind_template_child (widget_class, KithCliffView, chart);
  gtk_widget_class_bind_template_child (widget_class, KithCliffView, group);
  gtk_widget_class_bind_template_child (widget_class, KithCliffView, more);
}

static void
kith_cliff_view_init (KithCliffView *self)
{
  self->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * kith_cliff_view_set_session:
 *
 * Takes the session, once.
 */
void
kith_cliff_view_set_session (KithCliffView *self, KithSession *session)
{
  self->session = g_object_ref (session);
  self->look = kith_look_new (GTK_WIDGET (self), session, _ ("Looking at when money ends"),
                              find_in_worker, free_found, show_found);
}
