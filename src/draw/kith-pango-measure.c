/* kith-pango-measure.c: words as Pango sets them
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-pango-measure.h"

#include <math.h>

static const PangoWeight weights[] = {
  [KITH_WEIGHT_REGULAR] = PANGO_WEIGHT_NORMAL,
  [KITH_WEIGHT_MEDIUM] = PANGO_WEIGHT_MEDIUM,
  [KITH_WEIGHT_SEMIBOLD] = PANGO_WEIGHT_SEMIBOLD,
  [KITH_WEIGHT_BOLD] = PANGO_WEIGHT_BOLD,
};

/* Names are shortened, broken and placed: each is asked for many times. */
typedef struct
{
  PangoContext *context;
  GHashTable *widths; /* of double, by type and words */
} Measure;

static double
set_line (PangoContext *context, const KithType *type, const char *text)
{
  g_autoptr (PangoLayout) layout = kith_pango_new_layout (context, type, text);
  int width;

  pango_layout_get_size (layout, &width, NULL);
  return (double)width / PANGO_SCALE - type->spacing_pt * KITH_POINT_MM;
}

static double
measure_width (gpointer data, const KithType *type, const char *text)
{
  Measure *self = data;
  /* no two types differ by less than a thousandth of a point */
  g_autofree char *key =
      g_strdup_printf ("%d %d %d %d %s", (int)round (type->size_pt * 1000), type->weight,
                       type->is_italic, (int)round (type->spacing_pt * 1000), text);
  double *width = g_hash_table_lookup (self->widths, key);

  if (width == NULL)
    {
      width = g_new (double, 1);
      *width = set_line (self->context, type, text);
      g_hash_table_insert (self->widths, g_steal_pointer (&key), width);
    }
  return *width;
}

/**
 * kith_pango_measure_new:
 *
 * Of the thread that made it.
 *
 * Returns: (transfer full): measures with the fonts of this machine; free with
 *   kith_pango_measure_free()
 */
KithMeasure *
kith_pango_measure_new (void)
{
  KithMeasure *self = g_new0 (KithMeasure, 1);
  Measure *own = g_new0 (Measure, 1);

  self->measure_width = measure_width;
  own->context = kith_pango_new_context ();
  own->widths = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->data = own;
  return self;
}

/**
 * kith_pango_measure_free:
 * @self: (nullable): measures from kith_pango_measure_new()
 */
void
kith_pango_measure_free (KithMeasure *self)
{
  Measure *own;

  if (self == NULL)
    return;
  own = self->data;
  g_object_unref (own->context);
  g_hash_table_unref (own->widths);
  g_free (own);
  g_free (self);
}

/**
 * kith_pango_new_context:
 *
 * Its unit is the millimetre, and letters stand where the font wants them on every target:
 * without hinting, and not on whole pixels.
 *
 * Returns: (transfer full): a context
 */
PangoContext *
kith_pango_new_context (void)
{
  PangoContext *context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  cairo_font_options_t *options = cairo_font_options_create ();

  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_antialias (options, CAIRO_ANTIALIAS_GRAY);
  pango_cairo_context_set_font_options (context, options);
  pango_context_set_round_glyph_positions (context, FALSE);
  pango_context_set_language (context, pango_language_from_string ("en-gb"));
  cairo_font_options_destroy (options);
  return context;
}

/**
 * kith_pango_new_layout:
 * @context: from kith_pango_new_context()
 * @type: how it is set
 * @text: one line
 *
 * Returns: (transfer full): the line, with tabular figures
 */
PangoLayout *
kith_pango_new_layout (PangoContext *context, const KithType *type, const char *text)
{
  PangoLayout *layout = pango_layout_new (context);
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();
  PangoFontDescription *font = pango_font_description_new ();

  pango_font_description_set_family_static (font, KITH_FONTS);
  pango_font_description_set_weight (font, weights[type->weight]);
  pango_font_description_set_style (font,
                                    type->is_italic ? PANGO_STYLE_ITALIC : PANGO_STYLE_NORMAL);
  pango_font_description_set_absolute_size (font, type->size_pt * KITH_POINT_MM * PANGO_SCALE);
  pango_attr_list_insert (attributes, pango_attr_font_features_new ("tnum=1"));
  if (type->spacing_pt != 0)
    pango_attr_list_insert (attributes, pango_attr_letter_spacing_new (
                                            (int)(type->spacing_pt * KITH_POINT_MM * PANGO_SCALE)));
  pango_layout_set_font_description (layout, font);
  pango_layout_set_attributes (layout, attributes);
  pango_layout_set_single_paragraph_mode (layout, TRUE);
  pango_layout_set_text (layout, text, -1);
  pango_font_description_free (font);
  return layout;
}
