/* kith-map-page.c: where the schools are, and how they stand
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-map-page.h"
#include "kith-chosen-bar.h"
#include "kith-layers-popover.h"
#include "kith-map-dialog.h"
#include "kith-map-printer.h"
#include "kith-map-view.h"
#include "kith-roll-filter.h"
#include "kith-scene-view.h"
#include "kith-school-selection.h"
#include "kith-time-line.h"
#include "kith-tier-sign.h"
#include "kith-widgets.h"

#include <glib/gi18n.h>

#define ZOOM_STEP 1.5

/* The lines of the choice before the arrangements. */
#define LINE_SYSTEM 0
#define LINE_SCHOOL 1
#define N_LINES 2

/* Of the signs in the legend. */
#define LEGEND_PX 3.4

/**
 * KithMapPage:
 *
 * The map of the whole system or of one arrangement; beside it what the signs mean with their
 * counts, and the same schools as a list, which is the map for who does not see it.
 */
struct _KithMapPage
{
  KithPage parent_instance;

  GtkDropDown *subject;
  GtkToggleButton *ground;
  GtkToggleButton *schematic;
  GtkToggleButton *network;
  GtkToggleButton *rings;
  GtkStack *stack;
  AdwStatusPage *problem;
  KithMapView *view;
  GtkLabel *title;
  GtkLabel *finding;
  GtkBox *legend;
  GtkStack *side;
  GtkSearchEntry *search_entry;
  GtkListView *list;
  GtkToggleButton *box;
  GtkToggleButton *lasso;
  KithChosenBar *chosen_bar;
  GtkMenuButton *layers_button;
  KithLayersPopover *layers;
  GtkToggleButton *years;
  KithTimeLine *time_line;

  GArray *arrangements; /* of gint64: what the lines of the choice stand for */
  KithRollFilter *text_filter;
  GHashTable *on_map; /* of gint64: URNs; NULL for all */
  GtkFilter *map_filter;
  KithSchoolSelection *selection;
  gboolean is_filling;
  gboolean is_stale; /* the choice does not offer what there is now */
};

G_DEFINE_FINAL_TYPE (KithMapPage, kith_map_page, KITH_TYPE_PAGE)

static KithSession *
get_session (KithMapPage *self)
{
  return kith_page_get_session (KITH_PAGE (self));
}

/* What can be shown. */

typedef struct
{
  gint64 id;
  const char *name;
  const char *kind;
  char *sort_key; /* England has ten thousand: each is put into order but once */
} Subject;

static void
clear_subject (Subject *subject)
{
  g_free (subject->sort_key);
}

static int
compare_subjects (gconstpointer a, gconstpointer b)
{
  return strcmp (((const Subject *)a)->sort_key, ((const Subject *)b)->sort_key);
}

static GArray *
list_subjects (KithRoll *roll)
{
  GArray *subjects = g_array_new (FALSE, FALSE, sizeof (Subject));
  guint n;
  const KithNetworkArrangement *arrangements =
      kith_network_get_arrangements (kith_roll_get_network (roll), &n);

  for (guint i = 0; i < n; i++)
    if (arrangements[i].record != NULL && arrangements[i].n_schools >= 2 &&
        kith_kind_is_link (arrangements[i].kind))
      {
        Subject subject = { arrangements[i].record->id, arrangements[i].name,
                            _ (kith_kind_get_info (arrangements[i].kind)->words),
                            g_utf8_collate_key_for_filename (arrangements[i].name, -1) };

        g_array_append_val (subjects, subject);
      }
  g_array_set_clear_func (subjects, (GDestroyNotify)clear_subject);
  g_array_sort (subjects, compare_subjects);
  return subjects;
}

static void
fill_subjects (KithMapPage *self, KithRoll *roll)
{
  g_autoptr (GArray) subjects = list_subjects (roll);
  g_autoptr (GtkStringList) lines = gtk_string_list_new (NULL);
  KithMapOptions shown;
  guint selected;

  kith_map_view_get_options (self->view, &shown);
  selected = shown.subject == KITH_MAP_SCHOOL ? LINE_SCHOOL : LINE_SYSTEM;
  g_array_set_size (self->arrangements, 0);
  gtk_string_list_append (lines, _ ("The whole system"));
  gtk_string_list_append (lines, _ ("The selected school"));
  for (guint i = 0; i < subjects->len; i++)
    {
      const Subject *subject = &g_array_index (subjects, Subject, i);
      g_autofree char *line = g_strdup_printf ("%s (%s)", subject->name, subject->kind);

      gtk_string_list_append (lines, line);
      g_array_append_val (self->arrangements, subject->id);
      if (shown.subject == KITH_MAP_ARRANGEMENT && subject->id == shown.arrangement_id)
        selected = i + N_LINES;
    }
  self->is_filling = TRUE;
  gtk_drop_down_set_model (self->subject, G_LIST_MODEL (lines));
  gtk_drop_down_set_selected (self->subject, selected);
  self->is_filling = FALSE;
}

static KithMapLayout
get_layout (KithMapPage *self)
{
  const struct
  {
    GtkToggleButton *button;
    KithMapLayout layout;
  } layouts[] = { { self->schematic, KITH_MAP_SCHEMATIC },
                  { self->network, KITH_MAP_NETWORK },
                  { self->rings, KITH_MAP_RADIAL } };

  for (guint i = 0; i < G_N_ELEMENTS (layouts); i++)
    if (gtk_toggle_button_get_active (layouts[i].button))
      return layouts[i].layout;
  return KITH_MAP_GEOGRAPHIC;
}

/* The whole system has nobody in the middle: it has no rings. */
static void
subject_chosen_cb (KithMapPage *self)
{
  guint selected = gtk_drop_down_get_selected (self->subject);

  if (self->is_filling || selected == GTK_INVALID_LIST_POSITION)
    return;
  gtk_widget_set_sensitive (GTK_WIDGET (self->rings), selected != LINE_SYSTEM);
  if (selected == LINE_SYSTEM && get_layout (self) == KITH_MAP_RADIAL)
    gtk_toggle_button_set_active (self->network, TRUE);
  if (selected < N_LINES)
    kith_map_view_show (self->view, selected == LINE_SYSTEM ? KITH_MAP_SYSTEM : KITH_MAP_SCHOOL,
                        KITH_INT_NONE, get_layout (self));
  else
    kith_map_view_show (self->view, KITH_MAP_ARRANGEMENT,
                        g_array_index (self->arrangements, gint64, selected - N_LINES),
                        get_layout (self));
}

/* one button goes out as another is pressed: only that one counts */
static void
layout_chosen_cb (KithMapPage *self, GtkToggleButton *button)
{
  if (gtk_toggle_button_get_active (button))
    subject_chosen_cb (self);
}

/* What is left out. */

static GHashTable *
list_filtered (KithMapPage *self)
{
  GListModel *schools = kith_session_get_schools (get_session (self));
  GtkFilter *filter = GTK_FILTER (kith_session_get_filter (get_session (self)));
  GHashTable *urns = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);

  for (guint i = 0; i < g_list_model_get_n_items (schools); i++)
    {
      g_autoptr (KithRollItem) item = g_list_model_get_item (schools, i);
      gint64 urn = kith_roll_item_get_urn (item);

      if (gtk_filter_match (filter, item))
        g_hash_table_add (urns, g_memdup2 (&urn, sizeof urn));
    }
  return urns;
}

static void
layers_changed_cb (KithMapPage *self)
{
  KithMapLayers layers;
  g_autoptr (GHashTable) only = NULL;

  kith_layers_popover_get_layers (self->layers, &layers);
  if (kith_layers_popover_is_filtered (self->layers) &&
      kith_roll_filter_is_set (kith_session_get_filter (get_session (self))))
    only = list_filtered (self);
  layers.only = only;
  kith_map_view_set_layers (self->view, &layers);
  if (kith_layers_popover_is_set (self->layers))
    gtk_widget_add_css_class (GTK_WIDGET (self->layers_button), "accent");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->layers_button), "accent");
}

/* The roll call shows others now. */
static void
filter_changed_cb (KithMapPage *self)
{
  if (kith_layers_popover_is_filtered (self->layers))
    layers_changed_cb (self);
}

/* The years. */

static void
day_moved_cb (KithMapPage *self)
{
  kith_map_view_show_moment (self->view, kith_time_line_get_day (self->time_line));
}

/* all pages follow to the day on which somebody has come to rest */
static void
day_rested_cb (KithMapPage *self)
{
  KithDate day = kith_time_line_get_day (self->time_line);

  if (day == kith_session_get_as_at (get_session (self)))
    kith_map_view_show_moment (self->view, KITH_DATE_UNKNOWN);
  else
    kith_session_set_as_at (get_session (self), day);
}

/* What the signs mean. */

static GtkWidget *
new_entry (const KithMapEntry *entry)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *words = gtk_label_new (entry->words);
  g_autofree char *count = entry->count >= 0 ? kith_text_dup_count (entry->count) : NULL;

  gtk_label_set_wrap (GTK_LABEL (words), TRUE);
  gtk_label_set_xalign (GTK_LABEL (words), 0);
  gtk_label_set_max_width_chars (GTK_LABEL (words), 14);
  gtk_widget_set_hexpand (words, TRUE);
  if (entry->icon != NULL)
    gtk_box_append (GTK_BOX (box), kith_scene_view_new (entry->icon, LEGEND_PX));
  gtk_box_append (GTK_BOX (box), words);
  if (count != NULL)
    {
      GtkWidget *label = gtk_label_new (count);

      gtk_widget_add_css_class (label, "heading");
      gtk_widget_add_css_class (label, "numeric");
      gtk_box_append (GTK_BOX (box), label);
    }
  if (entry->note != NULL)
    gtk_widget_set_tooltip_text (box, entry->note);
  return box;
}

static void
show_legend (KithMapPage *self, const KithMap *map)
{
  guint n;
  const KithMapEntry *entries = kith_map_get_entries (map, &n);

  kith_widgets_clear (GTK_WIDGET (self->legend));
  for (guint i = 0; i < n; i++)
    {
      if (entries[i].heading != NULL)
        {
          GtkWidget *heading = gtk_label_new (entries[i].heading);

          gtk_label_set_xalign (GTK_LABEL (heading), 0);
          gtk_label_set_wrap (GTK_LABEL (heading), TRUE);
          gtk_widget_add_css_class (heading, "legend-heading");
          gtk_box_append (self->legend, heading);
        }
      if (entries[i].words != NULL)
        gtk_box_append (self->legend, new_entry (&entries[i]));
    }
}

/* The list. */

static gboolean
is_on_map (gpointer item, gpointer data)
{
  KithMapPage *self = data;
  gint64 urn = kith_roll_item_get_urn (item);

  return self->on_map == NULL || g_hash_table_contains (self->on_map, &urn);
}

/* A map of the whole system lists every school, those without a place too. */
static void
show_members (KithMapPage *self, KithMap *map)
{
  guint n_marks;
  const KithMark *marks = kith_scene_get_marks (kith_map_get_scene (map), &n_marks);

  KithMapOptions shown;

  kith_map_view_get_options (self->view, &shown);
  g_clear_pointer (&self->on_map, g_hash_table_unref);
  if (shown.subject != KITH_MAP_SYSTEM || shown.layers.tiers_off != 0 || shown.layers.only != NULL)
    {
      self->on_map = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
      for (guint i = 0; i < n_marks; i++)
        if (marks[i].type == KITH_MARK_SIGN && marks[i].sign.subject > 0)
          g_hash_table_add (self->on_map, g_memdup2 (&marks[i].sign.subject, sizeof (gint64)));
    }
  gtk_filter_changed (self->map_filter, GTK_FILTER_CHANGE_DIFFERENT);
  kith_school_selection_follow (self->selection);
}

static gboolean
query_tooltip_cb (GtkWidget *name, int x, int y, gboolean is_keyboard, GtkTooltip *tooltip)
{
  const char *text = gtk_inscription_get_text (GTK_INSCRIPTION (name));

  gtk_tooltip_set_text (tooltip, text);
  return text != NULL;
}

static void
setup_row_cb (GtkListItemFactory *factory, GtkListItem *row)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4);
  GtkWidget *name = gtk_inscription_new (NULL);

  gtk_inscription_set_text_overflow (GTK_INSCRIPTION (name),
                                     GTK_INSCRIPTION_OVERFLOW_ELLIPSIZE_END);
  gtk_inscription_set_nat_chars (GTK_INSCRIPTION (name), 1);
  gtk_widget_set_valign (name, GTK_ALIGN_CENTER);
  gtk_widget_set_hexpand (name, TRUE);
  gtk_widget_set_has_tooltip (name, TRUE);
  g_signal_connect (name, "query-tooltip", G_CALLBACK (query_tooltip_cb), NULL);
  gtk_box_append (GTK_BOX (box), kith_tier_sign_new (FALSE));
  gtk_box_append (GTK_BOX (box), name);
  gtk_list_item_set_child (row, box);
}

static void
bind_row_cb (GtkListItemFactory *factory, GtkListItem *row)
{
  KithRollItem *item = gtk_list_item_get_item (row);
  GtkWidget *sign = gtk_widget_get_first_child (gtk_list_item_get_child (row));
  GtkWidget *name = gtk_widget_get_next_sibling (sign);

  kith_tier_sign_show (KITH_TIER_SIGN (sign), kith_roll_item_get_row (item)->tier,
                       kith_roll_item_get_school (item)->phase);
  gtk_inscription_set_text (GTK_INSCRIPTION (name), kith_roll_item_get_name (item));
}

static void
row_activated_cb (KithMapPage *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.show-school", NULL);
}

static void
text_changed_cb (KithMapPage *self)
{
  kith_roll_filter_set_text (self->text_filter,
                             gtk_editable_get_text (GTK_EDITABLE (self->search_entry)));
}

static void
search_activated_cb (KithMapPage *self)
{
  g_autoptr (KithRollItem) item =
      g_list_model_get_item (G_LIST_MODEL (kith_school_selection_get_model (self->selection)), 0);

  if (item != NULL)
    kith_session_set_selected (get_session (self), kith_roll_item_get_urn (item));
}

/* The map. */

static void
map_changed_cb (KithMapPage *self)
{
  KithMap *map = kith_map_view_get_map (self->view);
  KithMapOptions shown;

  if (map == NULL)
    {
      const char *problem = kith_map_view_get_problem (self->view);

      if (problem == NULL)
        return;
      adw_status_page_set_description (self->problem, problem);
      gtk_stack_set_visible_child_name (self->stack, "problem");
      kith_time_line_go_on (self->time_line);
      return;
    }
  gtk_label_set_text (self->title, kith_map_get_title (map));
  gtk_label_set_text (self->finding, kith_map_get_finding (map));
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->finding), kith_map_get_note (map));
  kith_map_view_get_options (self->view, &shown);
  kith_layers_popover_show_options (self->layers, &shown);
  show_legend (self, map);
  if (!kith_time_line_is_playing (self->time_line))
    show_members (self, map);
  gtk_stack_set_visible_child_name (self->stack, "map");
  kith_time_line_go_on (self->time_line);
}

static void
show_roll (KithMapPage *self)
{
  KithRoll *roll = kith_session_get_roll (get_session (self));

  self->is_stale = FALSE;
  if (roll == NULL)
    {
      kith_map_view_show (self->view, KITH_MAP_SYSTEM, KITH_INT_NONE, get_layout (self));
      return;
    }
  fill_subjects (self, roll);
  /* an arrangement that is no longer active gives way to the whole system */
  subject_chosen_cb (self);
  /* a problem may have passed: the map is made only while it can be seen */
  gtk_stack_set_visible_child_name (self->stack, "map");
}

static void
roll_changed_cb (KithMapPage *self)
{
  self->is_stale = TRUE;
  if (kith_time_line_is_at_rest (self->time_line))
    kith_map_view_show_moment (self->view, KITH_DATE_UNKNOWN);
  filter_changed_cb (self);
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    show_roll (self);
}

/* What can be chosen is a long list: it is made when somebody looks. */
static void
kith_map_page_map (GtkWidget *widget)
{
  KithMapPage *self = KITH_MAP_PAGE (widget);

  if (self->is_stale)
    show_roll (self);
  GTK_WIDGET_CLASS (kith_map_page_parent_class)->map (widget);
}

static void
zoom_in_cb (KithMapPage *self)
{
  kith_map_view_zoom (self->view, ZOOM_STEP);
}

static void
zoom_out_cb (KithMapPage *self)
{
  kith_map_view_zoom (self->view, 1 / ZOOM_STEP);
}

static void
fit_cb (KithMapPage *self)
{
  kith_map_view_fit (self->view);
}

/* One of the two at most: without either, dragging moves the map. */
static void
tool_chosen_cb (KithMapPage *self, GtkToggleButton *button)
{
  GtkToggleButton *other = button == self->box ? self->lasso : self->box;

  if (gtk_toggle_button_get_active (button))
    gtk_toggle_button_set_active (other, FALSE);
  kith_map_view_set_tool (self->view, gtk_toggle_button_get_active (self->box) ? KITH_MAP_TOOL_BOX
                                      : gtk_toggle_button_get_active (self->lasso)
                                          ? KITH_MAP_TOOL_LASSO
                                          : KITH_MAP_TOOL_MOVE);
}

static void
export_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  KithMapPage *self = KITH_MAP_PAGE (widget);
  KithMap *map = kith_map_view_get_map (self->view);
  KithMapOptions shown;

  if (map == NULL)
    return;
  kith_map_view_get_options (self->view, &shown);
  kith_map_dialog_begin (widget, get_session (self), &shown, kith_map_get_title (map));
}

static void
print_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  KithMapPage *self = KITH_MAP_PAGE (widget);
  KithMapOptions shown;

  if (kith_map_view_get_map (self->view) == NULL ||
      kith_session_get_roll (get_session (self)) == NULL)
    return;
  kith_map_view_get_options (self->view, &shown);
  kith_map_printer_begin (widget, get_session (self), &shown);
}

/* The page. */

static void
list_shown_cb (KithMapPage *self)
{
  gtk_list_view_set_model (self->list, kith_school_selection_get_model (self->selection));
}

static void
list_hidden_cb (KithMapPage *self)
{
  gtk_list_view_set_model (self->list, NULL);
}

static void
make_list (KithMapPage *self, KithSession *session)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkFilterListModel *on_map, *found;

  self->map_filter = GTK_FILTER (gtk_custom_filter_new (is_on_map, self, NULL));
  self->text_filter = kith_roll_filter_new ();
  on_map = gtk_filter_list_model_new (g_object_ref (kith_session_get_schools (session)),
                                      g_object_ref (self->map_filter));
  found = gtk_filter_list_model_new (G_LIST_MODEL (on_map),
                                     GTK_FILTER (g_object_ref (self->text_filter)));
  gtk_filter_list_model_set_incremental (found, TRUE);
  self->selection =
      kith_school_selection_new (session, G_LIST_MODEL (found), GTK_WIDGET (self->list));
  /* rows cost the same whether they are seen or not: a list that is hidden has none */
  g_signal_connect_object (self->list, "map", G_CALLBACK (list_shown_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->list, "unmap", G_CALLBACK (list_hidden_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect (factory, "setup", G_CALLBACK (setup_row_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_row_cb), NULL);
  gtk_list_view_set_factory (self->list, factory);
  g_object_unref (factory);
}

static void
kith_map_page_attach (KithPage *page, KithSession *session)
{
  KithMapPage *self = KITH_MAP_PAGE (page);

  make_list (self, session);
  g_signal_connect_object (session, "roll-changed", G_CALLBACK (roll_changed_cb), self,
                           G_CONNECT_SWAPPED);
  kith_map_view_set_session (self->view, session);
  kith_chosen_bar_set_session (self->chosen_bar, session);
  kith_time_line_set_session (self->time_line, session);
  g_signal_connect_object (kith_session_get_filter (session), "changed",
                           G_CALLBACK (filter_changed_cb), self, G_CONNECT_SWAPPED);
  roll_changed_cb (self);
}

static void
kith_map_page_search (KithPage *page)
{
  KithMapPage *self = KITH_MAP_PAGE (page);

  gtk_stack_set_visible_child_name (self->side, "list");
  gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
}

static void
kith_map_page_dispose (GObject *object)
{
  KithMapPage *self = KITH_MAP_PAGE (object);

  if (self->selection != NULL)
    g_signal_handlers_disconnect_by_data (self->list, self);
  g_clear_object (&self->selection);
  g_clear_object (&self->map_filter);
  g_clear_object (&self->text_filter);
  g_clear_pointer (&self->on_map, g_hash_table_unref);
  G_OBJECT_CLASS (kith_map_page_parent_class)->dispose (object);
}

static void
kith_map_page_finalize (GObject *object)
{
  g_array_unref (KITH_MAP_PAGE (object)->arrangements);
  G_OBJECT_CLASS (kith_map_page_parent_class)->finalize (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, KithMapPage, subject);
  gtk_widget_class_bind_template_child (widget_class, KithMapPage, ground);
  gtk_widget_class_bind_template_child (widget_class, KithMapPage, schematic);
  gtk_widget_class_bind_template_child (widget_class, KithMapPage, network);
  gtk_widget_class_bind_template_child (widget_class, KithMapPage, rings);
  gtk_widget_class_bind_template_child (widget_class, KithMapPage, stack);
  gtk_widget_class_bind_template_child (widget_class, KithMapPage, problem);
  gtk_widget_class_bind_template_child (widget_class, KithMapPage, view);
  gtk_widget_class_bind_template_child (widget_class, KithMapPage, title);
  gtk_widget_class_bind_template_child (widget_class, KithMapPage, finding);
  gtk_widget_class_bind_template_child (widget_class, KithMapPage, legend);
  gtk_widget_class_bind_template_child (widget_class, KithMapPage, side);
  gtk_widget_class_bind_template_child (widget_class, KithMapPage, search_entry);
  gtk_widget_class_bind_template_child (widget_class, KithMapPage, list);
  gtk_widget_class_bind_template_child (widget_class, KithMapPage, box);
  gtk_widget_class_bind_template_child (widget_class, KithMapPage, lasso);
  gtk_widget_class_bind_template_child (widget_class, KithMapPage, chosen_bar);
  gtk_widget_class_bind_template_child (widget_class, KithMapPage, layers_button);
  gtk_widget_class_bind_template_child (widget_class, KithMapPage, layers);
  gtk_widget_class_bind_template_child (widget_class, KithMapPage, time_line);
  gtk_widget_class_bind_template_child (widget_class, KithMapPage, years);
  gtk_widget_class_bind_template_callback (widget_class, subject_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, layout_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, map_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, text_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, zoom_in_cb);
  gtk_widget_class_bind_template_callback (widget_class, zoom_out_cb);
  gtk_widget_class_bind_template_callback (widget_class, fit_cb);
  gtk_widget_class_bind_template_callback (widget_class, tool_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, layers_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, day_moved_cb);
  gtk_widget_class_bind_template_callback (widget_class, day_rested_cb);
}

static void
kith_map_page_class_init (KithMapPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  KithPageClass *page_class = KITH_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kith_map_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = kith_map_page_finalize;
  widget_class->map = kith_map_page_map;
  page_class->name = "map";
  page_class->title = N_ ("Map");
  page_class->icon_name = "mark-location-symbolic";
  page_class->attach = kith_map_page_attach;
  page_class->search = kith_map_page_search;

  g_type_ensure (KITH_TYPE_CHOSEN_BAR);
  g_type_ensure (KITH_TYPE_LAYERS_POPOVER);
  g_type_ensure (KITH_TYPE_MAP_VIEW);
  g_type_ensure (KITH_TYPE_TIME_LINE);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/kith_schools/Kith/ui/kith-map-page.ui");
  bind_children (widget_class);
  gtk_widget_class_install_action (widget_class, "map.export", NULL, export_cb);
  gtk_widget_class_install_action (widget_class, "map.print", NULL, print_cb);
}

static void
kith_map_page_init (KithMapPage *self)
{
  self->arrangements = g_array_new (FALSE, FALSE, sizeof (gint64));
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * kith_map_page_show_arrangement:
 * @id: of an active arrangement that ties schools
 *
 * Shows the map of it in place of what is shown.
 */
void
kith_map_page_show_arrangement (KithMapPage *self, gint64 id)
{
  kith_map_view_show (self->view, KITH_MAP_ARRANGEMENT, id, get_layout (self));
  /* a choice that is stale is made anew when the page is seen, with what is shown chosen */
  for (guint i = 0; i < self->arrangements->len && !self->is_stale; i++)
    if (g_array_index (self->arrangements, gint64, i) == id)
      gtk_drop_down_set_selected (self->subject, i + N_LINES);
}
