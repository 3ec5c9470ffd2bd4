/* kith-tier-sign.c: a school's sign, as the maps draw it, and its tier's word
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-tier-sign.h"
#include "kith-painter.h"

#include <adwaita.h>
#include <glib/gi18n.h>

/* The sign with the most rings reaches 2.8 mm from its middle; it fills the square. */
#define REACH_MM 2.9
#define GAP_PX 4

static const struct
{
  double r;
  KithRole fill, edge;
  double edge_width;
  KithRing rings[KITH_SIGN_RINGS];
} tier_signs[KITH_N_TIERS] = {
  [KITH_TIER_ACT_NOW] = { 1.35, KITH_ROLE_T1, KITH_ROLE_T1, 0, { { .62, .42 }, { 1.25, .34 } } },
  [KITH_TIER_LOOK_IN] = { 1.25, KITH_ROLE_T2, KITH_ROLE_T2, 0, { { .60, .36 } } },
  [KITH_TIER_WATCH] = { 1.15, KITH_ROLE_T3, KITH_ROLE_T3_EDGE, .30 },
  [KITH_TIER_ASK] = { 1.12, KITH_ROLE_NOTHING, KITH_ROLE_TU, .42 },
  [KITH_TIER_IN_TOUCH] = { .95, KITH_ROLE_T4, KITH_ROLE_NOTHING, 0 },
};

static KithSign
get_sign (KithTier tier, KithPhase phase)
{
  static const KithShape shapes[KITH_N_PHASES] = {
    [KITH_PHASE_NURSERY] = KITH_SHAPE_TRIANGLE,
    [KITH_PHASE_PRIMARY] = KITH_SHAPE_CIRCLE,
    [KITH_PHASE_SECONDARY] = KITH_SHAPE_SQUARE,
    [KITH_PHASE_ALL_THROUGH] = KITH_SHAPE_ARCH,
    [KITH_PHASE_SPECIAL] = KITH_SHAPE_DIAMOND,
    [KITH_PHASE_ALTERNATIVE_PROVISION] = KITH_SHAPE_HEXAGON,
    [KITH_PHASE_SIXTEEN_PLUS] = KITH_SHAPE_SQUARE,
    [KITH_PHASE_OTHER] = KITH_SHAPE_CIRCLE,
  };
  KithSign sign = { .shape = shapes[phase], .r = tier_signs[tier].r };

  sign.fill = KITH_INK (tier_signs[tier].fill);
  sign.edge = KITH_INK (tier_signs[tier].edge);
  sign.edge_width = tier_signs[tier].edge_width;
  sign.is_dashed = tier == KITH_TIER_ASK;
  for (guint i = 0; i < KITH_SIGN_RINGS; i++)
    sign.rings[i] = tier_signs[tier].rings[i];
  return sign;
}

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

  sign = get_sign (tier, phase);
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
