/* kith-painter.c: a scene on a Cairo surface
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-painter.h"

#include "kith-pango-measure.h"
#include "kith-pattern-private.h"
#include "kith-raster-private.h"

#include <math.h>

typedef struct
{
  const KithScene *scene;
  const KithTheme *theme;
  cairo_t *cr;
  const KithSign *signs;
  const KithStep *steps;
  GArray *outline;
  PangoContext *pango;
  gboolean is_raster;
  KithRaster raster;         /* where is_raster: as at the last change of the clip */
  cairo_surface_t **sprites; /* where is_raster: a picture a sign, made when first met */
  gboolean keeps_tags;       /* of a PDF */
  GArray *open;              /* of KithTag: of the groups that are open */
} Painter;

static void
set_ink (Painter *self, KithInk ink)
{
  KithColour colour = kith_theme_get_colour (self->theme, ink);

  cairo_set_source_rgba (self->cr, colour.red, colour.green, colour.blue, colour.opacity);
}

static void
trace (cairo_t *cr, const KithStep *steps, guint n_steps)
{
  cairo_new_path (cr);
  for (guint s = 0; s < n_steps; s++)
    {
      const KithPoint *p = steps[s].points;

      switch (steps[s].type)
        {
        case KITH_STEP_MOVE:
          cairo_move_to (cr, p[0].x, p[0].y);
          break;
        case KITH_STEP_LINE:
          cairo_line_to (cr, p[0].x, p[0].y);
          break;
        case KITH_STEP_CURVE:
          cairo_curve_to (cr, p[0].x, p[0].y, p[1].x, p[1].y, p[2].x, p[2].y);
          break;
        case KITH_STEP_CLOSE:
        default:
          cairo_close_path (cr);
          break;
        }
    }
}

static void
stroke_path (Painter *self, const KithPaint *paint)
{
  const double *dashes;
  guint n_dashes = kith_pattern_get_dashes (paint->pattern, &dashes);
  gboolean is_round = kith_pattern_is_round (paint->pattern);

  cairo_set_line_width (self->cr, paint->width);
  cairo_set_line_join (self->cr, CAIRO_LINE_JOIN_ROUND);
  /* wide lines are soft shapes: they end round as well */
  cairo_set_line_cap (self->cr,
                      is_round || paint->width > 2 ? CAIRO_LINE_CAP_ROUND : CAIRO_LINE_CAP_BUTT);
  cairo_set_dash (self->cr, dashes, (int)n_dashes, 0);
  set_ink (self, paint->stroke);
  if (paint->pattern == KITH_PATTERN_DOUBLE)
    {
      cairo_stroke_preserve (self->cr);
      cairo_set_line_width (self->cr, paint->width * KITH_PATTERN_MIDDLE);
      set_ink (self, KITH_INK (paint->ground));
    }
  cairo_stroke (self->cr);
  cairo_set_dash (self->cr, NULL, 0, 0);
}

static void
paint_path (Painter *self, const KithMark *mark)
{
  const KithPaint *paint = &mark->path.paint;
  const KithStep *steps = self->steps + mark->path.first;
  KithColour colour = kith_theme_get_colour (self->theme, paint->stroke);

  if (self->is_raster &&
      kith_raster_takes (&self->raster, paint, colour, steps, mark->path.n_steps))
    {
      kith_raster_draw_lines (&self->raster, steps, mark->path.n_steps, paint->width, colour);
      return;
    }
  trace (self->cr, steps, mark->path.n_steps);
  cairo_set_fill_rule (self->cr, CAIRO_FILL_RULE_EVEN_ODD);
  if (paint->fill.role != KITH_ROLE_NOTHING)
    {
      set_ink (self, paint->fill);
      cairo_fill_preserve (self->cr);
    }
  if (paint->stroke.role != KITH_ROLE_NOTHING && paint->is_inside)
    {
      cairo_save (self->cr);
      cairo_clip_preserve (self->cr);
      stroke_path (self, paint);
      cairo_restore (self->cr);
    }
  else if (paint->stroke.role != KITH_ROLE_NOTHING)
    stroke_path (self, paint);
  cairo_new_path (self->cr);
}

static void
trace_shape (Painter *self, cairo_t *cr, const KithSign *sign, KithPoint at, double offset)
{
  g_array_set_size (self->outline, 0);
  kith_shape_add_outline (sign->shape, at, sign->r, offset, self->outline);
  trace (cr, (const KithStep *)self->outline->data, self->outline->len);
}

static void
set_colour (Painter *self, cairo_t *cr, KithInk ink)
{
  KithColour colour = kith_theme_get_colour (self->theme, ink);

  cairo_set_source_rgba (cr, colour.red, colour.green, colour.blue, colour.opacity);
}

static void
draw_sign (Painter *self, cairo_t *cr, const KithSign *sign, KithPoint at)
{
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_MITER);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_BUTT);
  if (sign->ground != KITH_ROLE_NOTHING)
    {
      double out = sign->edge_width / 2;

      for (guint i = 0; i < KITH_SIGN_RINGS && sign->rings[i].width > 0; i++)
        out = sign->rings[i].distance + sign->rings[i].width / 2;
      trace_shape (self, cr, sign, at, out + sign->halo);
      set_colour (self, cr, KITH_INK (sign->ground));
      cairo_fill (cr);
    }
  trace_shape (self, cr, sign, at, 0);
  if (sign->fill.role != KITH_ROLE_NOTHING)
    {
      set_colour (self, cr, sign->fill);
      cairo_fill_preserve (cr);
    }
  if (sign->edge_width > 0)
    {
      double period = kith_shape_get_perimeter (sign->shape, sign->r) / KITH_SIGN_DASHES;
      double dashes[] = { period * KITH_SIGN_DRAWN, period * (1 - KITH_SIGN_DRAWN) };

      set_colour (self, cr, sign->edge);
      cairo_set_line_width (cr, sign->edge_width);
      /* the first dash lies around the corner where the outline begins */
      if (sign->is_dashed)
        cairo_set_dash (cr, dashes, 2, dashes[0] / 2);
      cairo_stroke (cr);
      cairo_set_dash (cr, NULL, 0, 0);
    }
  for (guint i = 0; i < KITH_SIGN_RINGS && sign->rings[i].width > 0; i++)
    {
      trace_shape (self, cr, sign, at, sign->rings[i].distance);
      set_colour (self, cr, sign->edge);
      cairo_set_line_width (cr, sign->rings[i].width);
      cairo_stroke (cr);
    }
  cairo_new_path (cr);
}

/* the sign in the middle of a picture of an odd number of pixels */
static cairo_surface_t *
make_sprite (Painter *self, const KithSign *sign)
{
  double reach = kith_sign_get_extent (sign) + sign->halo * 2;
  int half = (int)ceil (reach * self->raster.scale) + 1;
  cairo_surface_t *sprite =
      cairo_image_surface_create (CAIRO_FORMAT_ARGB32, 2 * half + 1, 2 * half + 1);
  cairo_t *cr = cairo_create (sprite);

  cairo_translate (cr, half + 0.5, half + 0.5);
  cairo_scale (cr, self->raster.scale, self->raster.scale);
  draw_sign (self, cr, sign, (KithPoint){ 0, 0 });
  cairo_destroy (cr);
  return sprite;
}

static void
paint_sign (Painter *self, const KithMark *mark)
{
  guint number = mark->sign.sign;
  cairo_surface_t *sprite;
  double x, y;
  int half;

  if (!self->is_raster)
    {
      draw_sign (self, self->cr, &self->signs[number], mark->sign.at);
      return;
    }
  if (self->sprites[number] == NULL)
    self->sprites[number] = make_sprite (self, &self->signs[number]);
  sprite = self->sprites[number];
  half = cairo_image_surface_get_width (sprite) / 2;
  x = floor (self->raster.matrix.x0 + mark->sign.at.x * self->raster.scale) - half;
  y = floor (self->raster.matrix.y0 + mark->sign.at.y * self->raster.scale) - half;
  if (x + 2 * half >= self->raster.x0 && y + 2 * half >= self->raster.y0 && x < self->raster.x1 &&
      y < self->raster.y1)
    kith_raster_draw_sprite (&self->raster, sprite, (int)x, (int)y);
}

static void
paint_text (Painter *self, const KithMark *mark)
{
  const KithWriting *writing = &mark->text.writing;
  g_autoptr (PangoLayout) layout =
      kith_pango_new_layout (self->pango, &writing->type, mark->text.words);
  double width, x = mark->text.at.x, y = mark->text.at.y;
  int pango_width;

  pango_layout_get_size (layout, &pango_width, NULL);
  width = (double)pango_width / PANGO_SCALE - writing->type.spacing_pt * KITH_POINT_MM;
  if (writing->anchor == KITH_ANCHOR_MIDDLE)
    x -= width / 2;
  else if (writing->anchor == KITH_ANCHOR_END)
    x -= width;
  y -= (double)pango_layout_get_baseline (layout) / PANGO_SCALE;
  if (writing->halo != KITH_ROLE_NOTHING)
    {
      cairo_move_to (self->cr, x, y);
      pango_cairo_layout_path (self->cr, layout);
      cairo_set_line_width (self->cr, KITH_HALO_WIDTH);
      cairo_set_line_join (self->cr, CAIRO_LINE_JOIN_ROUND);
      set_ink (self, KITH_INK_AT (writing->halo, KITH_HALO_OPACITY));
      cairo_stroke (self->cr);
    }
  set_ink (self, writing->ink);
  cairo_move_to (self->cr, x, y);
  pango_cairo_show_layout (self->cr, layout);
  cairo_new_path (self->cr);
}

static const char *
get_cairo_tag (KithTag tag)
{
  return tag == KITH_TAG_LINK    ? CAIRO_TAG_LINK
         : tag == KITH_TAG_PLACE ? CAIRO_TAG_DEST
                                 : kith_tag_get_key (tag);
}

static void
begin_tag (Painter *self, const KithMark *mark)
{
  KithTag tag = mark->group.tag;
  g_autofree char *attributes = tag == KITH_TAG_LINK ? g_strdup_printf ("dest='%s'", mark->group.id)
                                : tag == KITH_TAG_PLACE
                                    ? g_strdup_printf ("name='%s'", mark->group.id)
                                    : g_strdup ("");

  g_array_append_val (self->open, tag);
  if (tag != KITH_TAG_NONE && self->keeps_tags)
    cairo_tag_begin (self->cr, get_cairo_tag (tag), attributes);
}

static void
end_group (Painter *self)
{
  KithTag tag = g_array_index (self->open, KithTag, self->open->len - 1);

  g_array_set_size (self->open, self->open->len - 1);
  if (tag != KITH_TAG_NONE && self->keeps_tags)
    cairo_tag_end (self->cr, get_cairo_tag (tag));
  cairo_restore (self->cr);
}

static void
begin_group (Painter *self, const KithMark *mark)
{
  const KithBox *clip = &mark->group.clip;

  cairo_save (self->cr);
  begin_tag (self, mark);
  if (!mark->group.is_clipped)
    return;
  if (self->is_raster)
    {
      /* to whole pixels, so that the quick ways keep to it */
      double scale = self->raster.scale;
      double x0 = self->raster.matrix.x0, y0 = self->raster.matrix.y0;
      double left = round (x0 + clip->x0 * scale), top = round (y0 + clip->y0 * scale);
      double right = round (x0 + clip->x1 * scale), bottom = round (y0 + clip->y1 * scale);

      cairo_rectangle (self->cr, (left - x0) / scale, (top - y0) / scale, (right - left) / scale,
                       (bottom - top) / scale);
    }
  else
    cairo_rectangle (self->cr, clip->x0, clip->y0, clip->x1 - clip->x0, clip->y1 - clip->y0);
  cairo_clip (self->cr);
  if (self->is_raster)
    self->is_raster = kith_raster_begin (&self->raster, self->cr);
}

/**
 * kith_scene_paint:
 * @self: a scene
 * @theme: its colours
 * @cr: where to: its unit is taken for a millimetre
 *
 * Vector targets get everything as it is. On image surfaces signs stand on whole pixels and
 * thin lines are drawn without Cairo, which is ten times as quick; a test compares the two.
 *
 * Cost, at 1,920 × 1,080: 25,000 signs and 63,000 lines in 150 ms of processor time on a busy
 * 2-core machine; from any thread.
 */
void
kith_scene_paint (const KithScene *self, const KithTheme *theme, cairo_t *cr)
{
  Painter painter = { .scene = self, .theme = theme, .cr = cr };
  guint n_marks, n_signs, n_steps;
  const KithMark *marks = kith_scene_get_marks (self, &n_marks);
  gboolean was_raster;

  g_return_if_fail (theme != NULL && cr != NULL);
  cairo_save (cr);
  painter.signs = kith_scene_get_signs (self, &n_signs);
  painter.steps = kith_scene_get_steps (self, &n_steps);
  painter.outline = g_array_new (FALSE, FALSE, sizeof (KithStep));
  painter.pango = kith_pango_new_context ();
  painter.is_raster = was_raster = kith_raster_begin (&painter.raster, cr);
  painter.keeps_tags = cairo_surface_get_type (cairo_get_target (cr)) == CAIRO_SURFACE_TYPE_PDF;
  painter.open = g_array_new (FALSE, FALSE, sizeof (KithTag));
  painter.sprites = g_new0 (cairo_surface_t *, MAX (1, n_signs));

  for (guint i = 0; i < n_marks; i++)
    switch (marks[i].type)
      {
      case KITH_MARK_SIGN:
        paint_sign (&painter, &marks[i]);
        break;
      case KITH_MARK_PATH:
        paint_path (&painter, &marks[i]);
        break;
      case KITH_MARK_TEXT:
        paint_text (&painter, &marks[i]);
        break;
      case KITH_MARK_BEGIN:
        begin_group (&painter, &marks[i]);
        break;
      case KITH_MARK_END:
      default:
        end_group (&painter);
        if (was_raster)
          painter.is_raster = kith_raster_begin (&painter.raster, cr);
        break;
      }

  for (guint i = 0; i < n_signs; i++)
    g_clear_pointer (&painter.sprites[i], cairo_surface_destroy);
  g_free (painter.sprites);
  g_object_unref (painter.pango);
  g_array_unref (painter.outline);
  g_array_unref (painter.open);
  cairo_restore (cr);
}
