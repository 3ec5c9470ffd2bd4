/* kith-target.c: scenes in files
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-target.h"

#include "kith-painter.h"
#include "kith-svg-private.h"
#include "kith-target-private.h"

#include <cairo-pdf.h>
#include <glib/gi18n.h>
#include <math.h>

/* What Cairo can hold. */
#define MOST_PX 32767

#define MM_AN_INCH 25.4

G_DEFINE_QUARK (kith - draw - error - quark, kith_draw_error)

static const char *const endings[KITH_N_TARGETS] = { "svg", "pdf", "png" };

static cairo_status_t
append_bytes (void *closure, const unsigned char *data, unsigned int length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

static gboolean
is_drawn (cairo_status_t status, GError **error)
{
  if (status == CAIRO_STATUS_SUCCESS)
    return TRUE;
  g_set_error (error, KITH_DRAW_ERROR, KITH_DRAW_ERROR_SURFACE,
               _ ("The picture could not be drawn (%s). Try again with a smaller size."),
               cairo_status_to_string (status));
  return FALSE;
}

/**
 * kith_target_create_pdf:
 * @bytes: take the file
 * @width: of the first page, in mm
 * @height: of it
 * @title: (nullable): of the file
 * @subject: (nullable): of it
 * @dated: the day of its making, or unknown
 *
 * Returns: (transfer full): a surface, for kith_target_finish()
 */
cairo_surface_t *
kith_target_create_pdf (GByteArray *bytes,
                        double width,
                        double height,
                        const char *title,
                        const char *subject,
                        KithDate dated)
{
  cairo_surface_t *surface = cairo_pdf_surface_create_for_stream (
      append_bytes, bytes, width / KITH_POINT_MM, height / KITH_POINT_MM);

  if (title != NULL)
    cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, title);
  if (subject != NULL)
    cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_SUBJECT, subject);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATOR, "Kith");
  if (dated != KITH_DATE_UNKNOWN)
    {
      g_autofree char *day = kith_date_dup_text (dated, KITH_DATE_ISO);
      g_autofree char *moment = g_strconcat (day, "T00:00:00Z", NULL);

      cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATE_DATE, moment);
    }
  return surface;
}

/**
 * kith_target_finish:
 * @surface: (transfer full): what was drawn on
 * @cr: (transfer full): what drew on it
 * @error: return location for a #KithDrawError
 *
 * Returns: whether all of it was drawn
 */
gboolean
kith_target_finish (cairo_surface_t *surface, cairo_t *cr, GError **error)
{
  cairo_status_t status = cairo_status (cr);

  cairo_destroy (cr);
  cairo_surface_finish (surface);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);
  return is_drawn (status, error);
}

static double
get_magnify (const KithPrinting *printing)
{
  return printing->magnify > 0 ? printing->magnify : 1;
}

/**
 * kith_printing_count_tiles:
 * @scene: what is printed
 * @n_x: (out): pages side by side
 * @n_y: (out): pages below each other
 *
 * Returns: how many pages a PDF has
 */
guint
kith_printing_count_tiles (const KithPrinting *self, const KithScene *scene, guint *n_x, guint *n_y)
{
  double width = kith_scene_get_width (scene) * get_magnify (self);
  double height = kith_scene_get_height (scene) * get_magnify (self);
  double step_x = self->tile_width - 2 * KITH_TILE_MARGIN - KITH_TILE_OVERLAP;
  double step_y = self->tile_height - 2 * KITH_TILE_MARGIN - KITH_TILE_OVERLAP;

  *n_x = *n_y = 1;
  if (step_x > 0 && step_y > 0)
    {
      *n_x = (guint)MAX (1, ceil ((width - KITH_TILE_OVERLAP) / step_x - 1e-9));
      *n_y = (guint)MAX (1, ceil ((height - KITH_TILE_OVERLAP) / step_y - 1e-9));
    }
  return *n_x * *n_y;
}

/* where to cut, where the next page begins, and which page this is */
static KithScene *
make_crop_marks (const KithPrinting *printing, guint x, guint y, guint n_x, guint n_y)
{
  KithScene *marks = kith_scene_new (printing->tile_width, printing->tile_height);
  const KithPaint line = { .stroke = KITH_INK (KITH_ROLE_INK), .width = 0.15 };
  const KithWriting writing = { { 6.3, KITH_WEIGHT_REGULAR, FALSE, 0 },
                                KITH_INK (KITH_ROLE_INK2),
                                KITH_ANCHOR_START,
                                KITH_ROLE_NOTHING };
  double near = KITH_TILE_MARGIN, right = printing->tile_width - near;
  double low = printing->tile_height - near;
  /* the edges of what is printed, then where the next page begins */
  double xs[] = { near, right, right - KITH_TILE_OVERLAP };
  double ys[] = { near, low, low - KITH_TILE_OVERLAP };
  g_autofree char *words = g_strdup_printf (_ ("Row %u of %u, page %u of %u in it. Cut along the "
                                               "outer marks; the next page lies over the "
                                               "inner ones."),
                                            y + 1, n_y, x + 1, n_x);

  for (guint i = 0; i < (x + 1 < n_x ? 3u : 2u); i++)
    for (guint end = 0; end < 2; end++)
      kith_scene_add_line (
          marks, (KithPoint){ xs[i], end == 0 ? 2 : printing->tile_height - 2 },
          (KithPoint){ xs[i], end == 0 ? near - 1.5 : printing->tile_height - near + 1.5 }, &line);
  for (guint i = 0; i < (y + 1 < n_y ? 3u : 2u); i++)
    for (guint end = 0; end < 2; end++)
      kith_scene_add_line (
          marks, (KithPoint){ end == 0 ? 2 : printing->tile_width - 2, ys[i] },
          (KithPoint){ end == 0 ? near - 1.5 : printing->tile_width - near + 1.5, ys[i] }, &line);
  kith_scene_add_text (marks, &writing, (KithPoint){ near + 2, printing->tile_height - 4 }, words);
  return marks;
}

static void
paint_tile (const KithScene *self,
            const KithPrinting *printing,
            cairo_t *cr,
            guint x,
            guint y,
            guint n_x,
            guint n_y)
{
  double width = printing->tile_width - 2 * KITH_TILE_MARGIN;
  double height = printing->tile_height - 2 * KITH_TILE_MARGIN;
  g_autoptr (KithScene) marks = make_crop_marks (printing, x, y, n_x, n_y);

  cairo_save (cr);
  cairo_rectangle (cr, KITH_TILE_MARGIN, KITH_TILE_MARGIN, width, height);
  cairo_clip (cr);
  cairo_translate (cr, KITH_TILE_MARGIN - x * (width - KITH_TILE_OVERLAP),
                   KITH_TILE_MARGIN - y * (height - KITH_TILE_OVERLAP));
  cairo_scale (cr, get_magnify (printing), get_magnify (printing));
  kith_scene_paint (self, printing->theme, cr);
  cairo_restore (cr);
  kith_scene_paint (marks, printing->theme, cr);
  cairo_show_page (cr);
}

static void
paint_pages (const KithScene *self, const KithPrinting *printing, cairo_t *cr)
{
  guint n_x, n_y;

  if (printing->tile_width <= 0)
    {
      cairo_scale (cr, get_magnify (printing), get_magnify (printing));
      kith_scene_paint (self, printing->theme, cr);
      return;
    }
  kith_printing_count_tiles (printing, self, &n_x, &n_y);
  for (guint y = 0; y < n_y; y++)
    for (guint x = 0; x < n_x; x++)
      paint_tile (self, printing, cr, x, y, n_x, n_y);
}

static GBytes *
render_pdf (const KithScene *self, const KithPrinting *printing, GError **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  gboolean is_cut = printing->tile_width > 0;
  double magnify = get_magnify (printing);
  cairo_surface_t *surface = kith_target_create_pdf (
      bytes, is_cut ? printing->tile_width : kith_scene_get_width (self) * magnify,
      is_cut ? printing->tile_height : kith_scene_get_height (self) * magnify,
      kith_scene_get_title (self), kith_scene_get_description (self), printing->dated);
  cairo_t *cr = cairo_create (surface);

  cairo_scale (cr, 1 / KITH_POINT_MM, 1 / KITH_POINT_MM);
  paint_pages (self, printing, cr);
  if (!kith_target_finish (surface, cr, error))
    return NULL;
  return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
}

static GBytes *
render_png (const KithScene *self, const KithPrinting *printing, GError **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  double scale = printing->dpi > 0 ? printing->dpi / MM_AN_INCH * get_magnify (printing)
                                   : KITH_TARGET_WIDTH_PX / kith_scene_get_width (self);
  double width = round (kith_scene_get_width (self) * scale);
  double height = round (kith_scene_get_height (self) * scale);
  cairo_surface_t *surface;
  cairo_t *cr;
  cairo_status_t status;

  if (width < 1 || height < 1 || width > MOST_PX || height > MOST_PX)
    {
      g_set_error (error, KITH_DRAW_ERROR, KITH_DRAW_ERROR_SIZE,
                   _ ("A PNG of %.0f × %.0f pixels cannot be made. Ask for fewer dots per inch, or "
                      "for PDF or SVG."),
                   width, height);
      return NULL;
    }
  surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int)width, (int)height);
  cr = cairo_create (surface);
  cairo_scale (cr, scale, scale);
  kith_scene_paint (self, printing->theme, cr);
  status = cairo_status (cr);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_write_to_png_stream (surface, append_bytes, bytes);
  cairo_surface_destroy (surface);
  if (!is_drawn (status, error))
    return NULL;
  return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
}

/**
 * kith_target_find:
 * @file_name: (nullable): a file's name
 *
 * Returns: what its ending asks for, or %KITH_N_TARGETS
 */
KithTarget
kith_target_find (const char *file_name)
{
  const char *dot = file_name == NULL ? NULL : strrchr (file_name, '.');

  for (guint t = 0; dot != NULL && t < KITH_N_TARGETS; t++)
    if (g_ascii_strcasecmp (dot + 1, endings[t]) == 0)
      return (KithTarget)t;
  return KITH_N_TARGETS;
}

/**
 * kith_target_get_ending:
 *
 * Returns: (transfer none): svg, pdf or png
 */
const char *
kith_target_get_ending (KithTarget target)
{
  g_return_val_if_fail (target < KITH_N_TARGETS, NULL);
  return endings[target];
}

/**
 * kith_target_get_theme:
 *
 * Returns: (transfer none): the theme that it takes where nobody asked for one
 */
const KithTheme *
kith_target_get_theme (KithTarget target)
{
  return kith_theme_get (target == KITH_TARGET_PDF ? KITH_THEME_PRINT : KITH_THEME_LIGHT);
}

/**
 * kith_scene_render:
 * @self: a scene
 * @printing: how
 * @target: the form of the file
 * @error: return location for a #KithDrawError
 *
 * Returns: (transfer full): what the file holds, or %NULL
 */
GBytes *
kith_scene_render (const KithScene *self,
                   const KithPrinting *printing,
                   KithTarget target,
                   GError **error)
{
  g_return_val_if_fail (printing->theme != NULL && target < KITH_N_TARGETS, NULL);
  switch (target)
    {
    case KITH_TARGET_PDF:
      return render_pdf (self, printing, error);
    case KITH_TARGET_PNG:
      return render_png (self, printing, error);
    case KITH_TARGET_SVG:
    default:
      return kith_scene_render_svg (self, printing->theme, get_magnify (printing));
    }
}

/**
 * kith_scene_write:
 * @self: a scene
 * @printing: how
 * @file: where to
 * @target: the form of the file
 * @error: return location for a #KithDrawError or a #GIOErrorEnum
 *
 * A file of that name is replaced only when the new one is whole: it is written beside it and
 * then renamed.
 *
 * Returns: whether it was written; if not, the old file is as it was
 */
gboolean
kith_scene_write (const KithScene *self,
                  const KithPrinting *printing,
                  GFile *file,
                  KithTarget target,
                  GError **error)
{
  g_autoptr (GBytes) bytes = kith_scene_render (self, printing, target, error);
  gconstpointer data;
  gsize length;

  if (bytes == NULL)
    return FALSE;
  data = g_bytes_get_data (bytes, &length);
  if (!g_file_replace_contents (file, data, length, NULL, FALSE, G_FILE_CREATE_REPLACE_DESTINATION,
                                NULL, NULL, error))
    {
      g_prefix_error (error, _ ("The picture “%s” could not be saved: "),
                      g_file_peek_path (file) != NULL ? g_file_peek_path (file) : "");
      return FALSE;
    }
  return TRUE;
}
