/* kith-scene-view.c: a small scene as a widget
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-scene-view.h"
#include "kith-painter.h"

#include <adwaita.h>
#include <math.h>

/**
 * KithSceneView:
 *
 * Paints a scene at one size: the signs and lines of a legend. Nothing for assistive
 * technology: the words beside it say what it means.
 */
struct _KithSceneView
{
  GtkWidget parent_instance;

  KithScene *scene;
  double px_per_mm;
};

G_DEFINE_FINAL_TYPE (KithSceneView, kith_scene_view, GTK_TYPE_WIDGET)

static void
kith_scene_view_measure (GtkWidget *widget,
                         GtkOrientation orientation,
                         int for_size,
                         int *minimum,
                         int *natural,
                         int *minimum_baseline,
                         int *natural_baseline)
{
  KithSceneView *self = KITH_SCENE_VIEW (widget);
  double mm = orientation == GTK_ORIENTATION_HORIZONTAL ? kith_scene_get_width (self->scene)
                                                        : kith_scene_get_height (self->scene);

  *minimum = *natural = (int)ceil (mm * self->px_per_mm);
}

static void
kith_scene_view_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  KithSceneView *self = KITH_SCENE_VIEW (widget);
  gboolean is_dark = adw_style_manager_get_dark (adw_style_manager_get_default ());
  cairo_t *cr =
      gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, gtk_widget_get_width (widget),
                                                                gtk_widget_get_height (widget)));

  cairo_scale (cr, self->px_per_mm, self->px_per_mm);
  kith_scene_paint (self->scene, kith_theme_get (is_dark ? KITH_THEME_DARK : KITH_THEME_LIGHT), cr);
  cairo_destroy (cr);
}

static void
kith_scene_view_finalize (GObject *object)
{
  g_clear_pointer (&KITH_SCENE_VIEW (object)->scene, kith_scene_unref);
  G_OBJECT_CLASS (kith_scene_view_parent_class)->finalize (object);
}

static void
kith_scene_view_class_init (KithSceneViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = kith_scene_view_finalize;
  widget_class->measure = kith_scene_view_measure;
  widget_class->snapshot = kith_scene_view_snapshot;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
kith_scene_view_init (KithSceneView *self)
{
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
}

/**
 * kith_scene_view_new:
 * @px_per_mm: its size on the screen
 *
 * Returns: (transfer floating): a widget that shows @scene
 */
GtkWidget *
kith_scene_view_new (KithScene *scene, double px_per_mm)
{
  KithSceneView *self = g_object_new (KITH_TYPE_SCENE_VIEW, NULL);

  self->scene = kith_scene_ref (scene);
  self->px_per_mm = px_per_mm;
  return GTK_WIDGET (self);
}
