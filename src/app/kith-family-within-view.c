/* kith-family-within-view.c: subjects and groups of pupils of a Family
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-family-within-view.h"
#include "kith-pango-measure.h"
#include "kith-scene-export.h"
#include "kith-scene-view.h"
#include "kith-within-chart.h"
#include "kith-widgets.h"

#include <glib/gi18n.h>
#include <math.h>

#define PX_PER_MM 4.2
#define LEAST_PX 520

/**
 * KithFamilyWithinView:
 *
 * First the sentences: where a strength of one school meets a need of another. Then the page of
 * small multiples, and what it shows as a line a school.
 */
struct _KithFamilyWithinView
{
  AdwBin parent_instance;

  GtkBox *box;
  GtkButton *export;

  KithSession *session;
  const KithFamilyWork *work; /* the page's; NULL where there is none */
  guint family;
  KithWithinChart *shown; /* NULL where there is none */
  gboolean is_stale;
};

G_DEFINE_FINAL_TYPE (KithFamilyWithinView, kith_family_within_view, ADW_TYPE_BIN)

static void
add_label (KithFamilyWithinView *self, const char *words, const char *style)
{
  GtkWidget *label = gtk_label_new (words);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  if (style != NULL)
    gtk_widget_add_css_class (label, style);
  gtk_box_append (self->box, label);
}

/* "Reading 71%, writing not shown (too few pupils …), maths 95% (far above the mean of the Family)"
 */
static char *
dup_line (const KithFamilyWithin *within, guint member)
{
  GString *text = g_string_new (NULL);

  g_string_append_printf (text, "%u  %s: ", member + 1,
                          kith_family_within_get_school (within, member)->name);
  for (guint p = 0; p < within->panels->len; p++)
    {
      const KithWithinPanel *panel = &g_array_index (within->panels, KithWithinPanel, p);
      const KithWithinCell *cell = &panel->cells[member];
      g_autofree char *value = kith_family_within_dup_value (panel, cell->value);

      if (p > 0)
        g_string_append (text, "; ");
      if (isnan (cell->value))
        g_string_append_printf (text, _ ("%s not shown (%s)"), panel->head, cell->why);
      else
        g_string_append_printf (text, "%s %s%s", panel->head, value,
                                cell->stand == KITH_WITHIN_STRENGTH ? _ (", far above")
                                : cell->stand == KITH_WITHIN_NEED   ? _ (", far below")
                                                                    : "");
    }
  g_string_append_c (text, '.');
  return g_string_free (text, FALSE);
}

static KithWithinChart *
compose (KithFamilyWithinView *self, KithFamilyWithin *within, gboolean is_sheet)
{
  int room = MAX (gtk_widget_get_width (gtk_widget_get_parent (GTK_WIDGET (self))), LEAST_PX);
  const KithWithinOptions options = {
    .is_sheet = is_sheet,
    .width = is_sheet ? KITH_MAP_SHEET_WIDTH : room / PX_PER_MM,
    .height = is_sheet ? KITH_MAP_SHEET_HEIGHT : 0,
    .selected = kith_session_get_selected (self->session),
  };
  KithMeasure *measure = kith_pango_measure_new ();
  KithWithinChart *chart = kith_within_chart_new (within, &options, measure);

  kith_pango_measure_free (measure);
  return chart;
}

static KithFamilyWithin *
look (KithFamilyWithinView *self, GError **error)
{
  return kith_family_within_new (
      self->work->roll, g_array_index (self->work->standing->arrangements, gint64, self->family),
      error);
}

static void
clicked_cb (GtkGestureClick *click, int n_press, double x, double y, gpointer data)
{
  KithFamilyWithinView *self = data;
  gint64 urn =
      self->shown == NULL
          ? 0
          : kith_scene_pick (self->shown->scene, (KithPoint){ x / PX_PER_MM, y / PX_PER_MM }, 2);

  if (urn != 0)
    kith_session_set_selected (self->session, urn);
}

static void
add_picture (KithFamilyWithinView *self)
{
  GtkWidget *picture = kith_scene_view_new (self->shown->scene, PX_PER_MM);
  GtkGesture *click = gtk_gesture_click_new ();

  gtk_widget_set_halign (picture, GTK_ALIGN_START);
  g_signal_connect_object (click, "released", G_CALLBACK (clicked_cb), self, 0);
  gtk_widget_add_controller (picture, GTK_EVENT_CONTROLLER (click));
  gtk_box_append (self->box, picture);
}

static void
clear (KithFamilyWithinView *self)
{
  g_clear_pointer (&self->shown, kith_within_chart_free);
  kith_widgets_clear (GTK_WIDGET (self->box));
  gtk_widget_set_sensitive (GTK_WIDGET (self->export), FALSE);
}

static void
show_page (KithFamilyWithinView *self)
{
  g_autoptr (GError) error = NULL;
  KithFamilyWithin *within;

  self->is_stale = FALSE;
  clear (self);
  if (self->work->proposal != NULL)
    {
      add_label (self, _ ("Keep these Families to see how their schools do."), "evidence");
      return;
    }
  within = look (self, &error);
  if (within == NULL)
    {
      add_label (self, error->message, "evidence");
      return;
    }
  self->shown = compose (self, within, FALSE);
  gtk_widget_set_sensitive (GTK_WIDGET (self->export), TRUE);
  add_label (self, self->shown->finding, "heading");
  for (guint m = 0; m < within->meetings->len; m++)
    add_label (self, g_ptr_array_index (within->meetings, m), NULL);
  add_picture (self);
  for (guint m = 0; m < within->display->members->len; m++)
    {
      g_autofree char *line = dup_line (within, m);

      add_label (self, line, "evidence");
    }
}

static void
renew (KithFamilyWithinView *self)
{
  self->is_stale = TRUE;
  if (self->work != NULL && gtk_widget_get_mapped (GTK_WIDGET (self)))
    show_page (self);
}

static void
export_cb (KithFamilyWithinView *self)
{
  KithFamilyWithin *within = self->shown == NULL ? NULL : look (self, NULL);
  g_autoptr (KithWithinChart) sheet = within == NULL ? NULL : compose (self, within, TRUE);

  if (sheet != NULL)
    kith_scene_export_begin (GTK_WIDGET (self), self->session, sheet->scene,
                             kith_session_get_as_at (self->session));
}

static void
kith_family_within_view_map (GtkWidget *widget)
{
  KithFamilyWithinView *self = KITH_FAMILY_WITHIN_VIEW (widget);

  GTK_WIDGET_CLASS (kith_family_within_view_parent_class)->map (widget);
  if (self->is_stale && self->work != NULL)
    show_page (self);
}

static void
kith_family_within_view_dispose (GObject *object)
{
  KithFamilyWithinView *self = KITH_FAMILY_WITHIN_VIEW (object);

  g_clear_pointer (&self->shown, kith_within_chart_free);
  g_clear_object (&self->session);
  self->work = NULL;
  G_OBJECT_CLASS (kith_family_within_view_parent_class)->dispose (object);
}

static void
kith_family_within_view_class_init (KithFamilyWithinViewClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = kith_family_within_view_dispose;
  GTK_WIDGET_CLASS (klass)->map = kith_family_within_view_map;
}

static void
kith_family_within_view_init (KithFamilyWithinView *self)
{
  GtkWidget *outer = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  self->box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 6));
  self->export = GTK_BUTTON (gtk_button_new_with_mnemonic (_ ("_Export…")));
  gtk_widget_set_halign (GTK_WIDGET (self->export), GTK_ALIGN_END);
  g_signal_connect_object (self->export, "clicked", G_CALLBACK (export_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_set_vexpand (scrolled, TRUE);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (self->box));
  gtk_box_append (GTK_BOX (outer), GTK_WIDGET (self->export));
  gtk_box_append (GTK_BOX (outer), scrolled);
  adw_bin_set_child (ADW_BIN (self), outer);
}

/**
 * kith_family_within_view_set_session:
 * @session: whose selection it follows and leads; set once
 */
void
kith_family_within_view_set_session (KithFamilyWithinView *self, KithSession *session)
{
  self->session = g_object_ref (session);
  g_signal_connect_object (session, "selection-changed", G_CALLBACK (renew), self,
                           G_CONNECT_SWAPPED);
}

/**
 * kith_family_within_view_show:
 * @work: (nullable): lives until the next call; %NULL for none
 * @family: from 0
 */
void
kith_family_within_view_show (KithFamilyWithinView *self, const KithFamilyWork *work, guint family)
{
  self->work = work;
  self->family = family;
  clear (self);
  renew (self);
}
