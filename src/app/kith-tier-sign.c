/* kith-tier-sign.c: a school's sign, as the maps draw it, and its tier's word
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-tier-sign.h"
#include "kith-map.h"
#include "kith-painter.h"

#include <adwaita.h>
#include <glib/gi18n.h>

/* The sign with the most rings reaches 2.8 mm from its middle; it fills the square. */
#define REACH_MM 2.9
#define GAP_PX 4

/**
 * KithTierSign:
 *
 * One widget a cell: the sign in a square, and the word beside it. Both are painted, because
 * a list of thousands of schools scrolls with two hundred of these.
 */
struct _KithTierSign
{
  GtkWidget parent_instance;

  KithTier tier;
  KithPhase phase;
  int size_px;
  gboolean has_word;
  PangoLayout *word;
  KithScene *scene;
};

G_DEFINE_FINAL_TYPE (KithTierSign, kith_tier_sign, GTK_TYPE_WIDGET)

static void
kith_tier_sign_measure (GtkWidget *widget,
                        GtkOrientation orientation,
                        int for_size,
                        int *minimum,
                        int *natural,
                        int *minimum_baseline,
                        int *natural_baseline)
{
  KithTierSign *self = KITH_TIER_SIGN (widget);
  int width = 0;
  int height = 0;

  if (self->has_word && self->word != NULL)
    pango_layout_get_pixel_size (self->word, &width, &height);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *natural = self->size_px + (width > 0 ? GAP_PX + width : 0);
  else
    *natural = MAX (self->size_px, height);
  *minimum = orientation == GTK_ORIENTATION_HORIZONTAL ? self->size_px : *natural;
}

static void
kith_tier_sign_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  KithTierSign *self = KITH_TIER_SIGN (widget);
  gboolean is_dark = adw_style_manager_get_dark (adw_style_manager_get_default ());
  int height = gtk_widget_get_height (widget);
  double top = (height - self->size_px) / 2.0;
  cairo_t *cr;
  GdkRGBA ink;
  int line_height;

  if (self->scene == NULL)
    return;
  cr = gtk_snapshot_append_cairo (snapshot,
                                  &GRAPHENE_RECT_INIT (0, top, self->size_px, self->size_px));
  cairo_translate (cr, 0, top);
  cairo_scale (cr, self->size_px / (2 * REACH_MM), self->size_px / (2 * REACH_MM));
  kith_scene_paint (self->scene, kith_theme_get (is_dark ? KITH_THEME_DARK : KITH_THEME_LIGHT), cr);
  cairo_destroy (cr);

  if (!self->has_word)
    return;
  pango_layout_get_pixel_size (self->word, NULL, &line_height);
  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &ink);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (
      snapshot, &GRAPHENE_POINT_INIT (self->size_px + GAP_PX, (height - line_height) / 2));
  gtk_snapshot_append_layout (snapshot, self->word, &ink);
  gtk_snapshot_restore (snapshot);
}

static void
kith_tier_sign_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  KithTierSign *self = KITH_TIER_SIGN (widget);

  GTK_WIDGET_CLASS (kith_tier_sign_parent_class)->css_changed (widget, change);
  if (self->word != NULL)
    pango_layout_context_changed (self->word);
  gtk_widget_queue_resize (widget);
}

static void
kith_tier_sign_finalize (GObject *object)
{
  KithTierSign *self = KITH_TIER_SIGN (object);

  g_clear_object (&self->word);
  g_clear_pointer (&self->scene, kith_scene_unref);
  G_OBJECT_CLASS (kith_tier_sign_parent_class)->finalize (object);
}

static void
kith_tier_sign_class_init (KithTierSignClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = kith_tier_sign_finalize;
  widget_class->measure = kith_tier_sign_measure;
  widget_class->snapshot = kith_tier_sign_snapshot;
  widget_class->css_changed = kith_tier_sign_css_changed;
  gtk_widget_class_set_css_name (widget_class, "tiersign");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LABEL);
}

static void
kith_tier_sign_init (KithTierSign *self)
{
  self->size_px = 24;
}

/**
 * kith_tier_sign_new:
 * @has_word: whether the tier's word stands beside the sign
 *
 * Returns: (transfer floating): a sign that shows nothing yet
 */
GtkWidget *
kith_tier_sign_new (gboolean has_word)
{
  KithTierSign *self = g_object_new (KITH_TYPE_TIER_SIGN, NULL);

  self->has_word = has_word;
  return GTK_WIDGET (self);
}

/**
 * kith_tier_sign_set_size:
 * @size_px: side of the square that holds the sign
 */
void
kith_tier_sign_set_size (KithTierSign *self, int size_px)
{
  self->size_px = size_px;
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/**
 * kith_tier_sign_show:
 *
 * Shows a school of @tier and @phase.
 */
void
kith_tier_sign_show (KithTierSign *self, KithTier tier, KithPhase phase)
{
  const char *word = kith_tier_get_words (tier);
  KithSign sign;

  if (self->scene != NULL && self->tier == tier && self->phase == phase)
    return;
  self->tier = tier;
  self->phase = phase;

  sign = kith_map_get_tier_sign (tier, phase);
  g_clear_pointer (&self->scene, kith_scene_unref);
  self->scene = kith_scene_new (2 * REACH_MM, 2 * REACH_MM);
  kith_scene_add_sign (self->scene, &sign, (KithPoint){ REACH_MM, REACH_MM }, 0, NULL);

  if (self->has_word)
    {
      if (self->word == NULL)
        self->word = gtk_widget_create_pango_layout (GTK_WIDGET (self), word);
      else
        pango_layout_set_text (self->word, word, -1);
      gtk_widget_queue_resize (GTK_WIDGET (self));
    }
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, word, -1);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
