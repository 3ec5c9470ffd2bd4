/* kith-svg.c: a scene as SVG
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-svg.h"

#include "kith-pango-measure.h"
#include "kith-pattern-private.h"
#include "kith-svg-private.h"

#include <libxml/xmlwriter.h>
#include <math.h>
#include <string.h>

/* CSS's own */
#define PX_A_MM (96 / 25.4)

typedef struct
{
  const KithTheme *theme;
  xmlTextWriterPtr writer;
  const KithSign *signs;
  const KithStep *steps;
  guint n_clips;
  const char *prefix; /* of identifiers, where several pictures are in one file */
  const char *title;
  const char *description;
} Svg;

/* to a thousandth, without zeros at the end */
static void
append_number (GString *text, double value)
{
  char digits[G_ASCII_DTOSTR_BUF_SIZE];
  gsize length;

  value = round (value * 1000) / 1000;
  g_ascii_formatd (digits, sizeof digits, "%.3f", value == 0 ? 0 : value);
  length = strlen (digits);
  while (digits[length - 1] == '0')
    length--;
  if (digits[length - 1] == '.')
    length--;
  g_string_append_len (text, digits, (gssize)length);
}

static void
begin (Svg *self, const char *name)
{
  xmlTextWriterStartElement (self->writer, BAD_CAST name);
}

static void
end (Svg *self)
{
  xmlTextWriterEndElement (self->writer);
}

static void
put (Svg *self, const char *name, const char *value)
{
  xmlTextWriterWriteAttribute (self->writer, BAD_CAST name, BAD_CAST value);
}

static void
put_id (Svg *self, const char *id)
{
  g_autofree char *whole = g_strconcat (self->prefix, id, NULL);

  put (self, "id", whole);
}

static void
put_number (Svg *self, const char *name, double value)
{
  g_autoptr (GString) text = g_string_new (NULL);

  append_number (text, value);
  put (self, name, text->str);
}

static void
put_words (Svg *self, const char *name, const char *words)
{
  if (words == NULL)
    return;
  begin (self, name);
  xmlTextWriterWriteString (self->writer, BAD_CAST words);
  end (self);
}

static void
put_ink (Svg *self, const char *name, KithInk ink)
{
  KithColour colour = kith_theme_get_colour (self->theme, ink);
  char hex[8];

  if (ink.role == KITH_ROLE_NOTHING)
    {
      put (self, name, "none");
      return;
    }
  g_snprintf (hex, sizeof hex, "#%02x%02x%02x", (guint)(colour.red * 255 + 0.5) & 0xff,
              (guint)(colour.green * 255 + 0.5) & 0xff, (guint)(colour.blue * 255 + 0.5) & 0xff);
  put (self, name, hex);
  if (colour.opacity < 1)
    {
      g_autofree char *opacity = g_strconcat (name, "-opacity", NULL);

      put_number (self, opacity, colour.opacity);
    }
}

static void
put_steps (Svg *self, const KithStep *steps, guint n_steps)
{
  static const char letters[] = "MLCZ";
  g_autoptr (GString) d = g_string_new (NULL);

  for (guint s = 0; s < n_steps; s++)
    {
      guint n = steps[s].type == KITH_STEP_CLOSE ? 0 : steps[s].type == KITH_STEP_CURVE ? 3 : 1;

      g_string_append_c (d, letters[steps[s].type]);
      for (guint p = 0; p < n; p++)
        {
          if (p > 0)
            g_string_append_c (d, ' ');
          append_number (d, steps[s].points[p].x);
          g_string_append_c (d, ' ');
          append_number (d, steps[s].points[p].y);
        }
    }
  put (self, "d", d->str);
}

static void
put_dashes (Svg *self, const double *dashes, guint n_dashes, double offset)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < n_dashes; i++)
    {
      if (i > 0)
        g_string_append_c (text, ' ');
      append_number (text, dashes[i]);
    }
  put (self, "stroke-dasharray", text->str);
  if (offset != 0)
    put_number (self, "stroke-dashoffset", offset);
}

static void
put_stroke (Svg *self, const KithPaint *paint, gboolean is_middle)
{
  const double *dashes;
  guint n_dashes = kith_pattern_get_dashes (paint->pattern, &dashes);

  put_ink (self, "stroke", is_middle ? KITH_INK (paint->ground) : paint->stroke);
  put_number (self, "stroke-width", paint->width * (is_middle ? KITH_PATTERN_MIDDLE : 1));
  put (self, "stroke-linejoin", "round");
  if (kith_pattern_is_round (paint->pattern) || paint->width > 2)
    put (self, "stroke-linecap", "round");
  if (n_dashes > 0)
    put_dashes (self, dashes, n_dashes, 0);
}

/* only that part of the line that lies inside: the path clips itself */
static void
write_inside (Svg *self, const KithPaint *paint, const KithStep *steps, guint n_steps)
{
  guint number = ++self->n_clips;
  g_autofree char *path = g_strdup_printf ("%spath%u", self->prefix, number);
  g_autofree char *clip = g_strdup_printf ("%sclip%u", self->prefix, number);
  g_autofree char *path_link = g_strconcat ("#", path, NULL);
  g_autofree char *clip_link = g_strdup_printf ("url(#%s)", clip);

  begin (self, "defs");
  begin (self, "path");
  put (self, "id", path);
  put_steps (self, steps, n_steps);
  end (self);
  begin (self, "clipPath");
  put (self, "id", clip);
  begin (self, "use");
  put (self, "href", path_link);
  put (self, "clip-rule", "evenodd");
  end (self);
  end (self);
  end (self);
  begin (self, "use");
  put (self, "href", path_link);
  put (self, "clip-path", clip_link);
  put_ink (self, "fill", paint->fill);
  put (self, "fill-rule", "evenodd");
  put_stroke (self, paint, FALSE);
  end (self);
}

static void
write_path (Svg *self, const KithMark *mark)
{
  const KithPaint *paint = &mark->path.paint;
  const KithStep *steps = self->steps + mark->path.first;
  guint n_strokes = paint->pattern == KITH_PATTERN_DOUBLE ? 2 : 1;

  if (paint->is_inside)
    {
      write_inside (self, paint, steps, mark->path.n_steps);
      return;
    }
  for (guint s = 0; s < n_strokes; s++)
    {
      begin (self, "path");
      put_steps (self, steps, mark->path.n_steps);
      put_ink (self, "fill", s == 0 ? paint->fill : KITH_INK_NOTHING);
      if (paint->fill.role != KITH_ROLE_NOTHING)
        put (self, "fill-rule", "evenodd");
      if (paint->stroke.role != KITH_ROLE_NOTHING)
        put_stroke (self, paint, s == 1);
      end (self);
    }
}

static void
begin_outline (Svg *self, const KithSign *sign, double offset)
{
  g_autoptr (GArray) outline = g_array_new (FALSE, FALSE, sizeof (KithStep));

  kith_shape_add_outline (sign->shape, (KithPoint){ 0, 0 }, sign->r, offset, outline);
  begin (self, "path");
  put_steps (self, (const KithStep *)outline->data, outline->len);
}

/* once for all marks that look so */
static void
write_sign (Svg *self, const KithSign *sign, guint number)
{
  g_autofree char *id = g_strdup_printf ("%ssign%u", self->prefix, number);

  begin (self, "g");
  put (self, "id", id);
  if (sign->ground != KITH_ROLE_NOTHING)
    {
      double out = sign->edge_width / 2;

      for (guint i = 0; i < KITH_SIGN_RINGS && sign->rings[i].width > 0; i++)
        out = sign->rings[i].distance + sign->rings[i].width / 2;
      begin_outline (self, sign, out + sign->halo);
      put_ink (self, "fill", KITH_INK (sign->ground));
      end (self);
    }
  begin_outline (self, sign, 0);
  put_ink (self, "fill", sign->fill);
  if (sign->edge_width > 0)
    {
      double period = kith_shape_get_perimeter (sign->shape, sign->r) / KITH_SIGN_DASHES;
      double dashes[] = { period * KITH_SIGN_DRAWN, period * (1 - KITH_SIGN_DRAWN) };

      put_ink (self, "stroke", sign->edge);
      put_number (self, "stroke-width", sign->edge_width);
      if (sign->is_dashed)
        put_dashes (self, dashes, 2, dashes[0] / 2);
    }
  end (self);
  for (guint i = 0; i < KITH_SIGN_RINGS && sign->rings[i].width > 0; i++)
    {
      begin_outline (self, sign, sign->rings[i].distance);
      put (self, "fill", "none");
      put_ink (self, "stroke", sign->edge);
      put_number (self, "stroke-width", sign->rings[i].width);
      end (self);
    }
  end (self);
}

static void
write_mark (Svg *self, const KithMark *mark)
{
  g_autofree char *link = g_strdup_printf ("#%ssign%u", self->prefix, mark->sign.sign);

  begin (self, "use");
  put (self, "href", link);
  put_number (self, "x", mark->sign.at.x);
  put_number (self, "y", mark->sign.at.y);
  if (mark->sign.title != NULL)
    put (self, "role", "img");
  put_words (self, "title", mark->sign.title);
  end (self);
}

static void
write_text (Svg *self, const KithMark *mark)
{
  static const char *const anchors[] = { "start", "middle", "end" };
  static const char *const weights[] = { "400", "500", "600", "700" };
  const KithWriting *writing = &mark->text.writing;
  double x = mark->text.at.x;
  double spacing = writing->type.spacing_pt * KITH_POINT_MM;

  /* SVG counts the space after the last letter, we do not */
  if (writing->anchor == KITH_ANCHOR_MIDDLE)
    x += spacing / 2;
  else if (writing->anchor == KITH_ANCHOR_END)
    x += spacing;
  begin (self, "text");
  put_number (self, "x", x);
  put_number (self, "y", mark->text.at.y);
  put_number (self, "font-size", writing->type.size_pt * KITH_POINT_MM);
  if (writing->type.weight != KITH_WEIGHT_REGULAR)
    put (self, "font-weight", weights[writing->type.weight]);
  if (writing->type.is_italic)
    put (self, "font-style", "italic");
  if (spacing != 0)
    put_number (self, "letter-spacing", spacing);
  if (writing->anchor != KITH_ANCHOR_START)
    put (self, "text-anchor", anchors[writing->anchor]);
  put_ink (self, "fill", writing->ink);
  if (writing->halo != KITH_ROLE_NOTHING)
    {
      put_ink (self, "stroke", KITH_INK_AT (writing->halo, KITH_HALO_OPACITY));
      put_number (self, "stroke-width", KITH_HALO_WIDTH);
      put (self, "stroke-linejoin", "round");
      put (self, "paint-order", "stroke");
    }
  xmlTextWriterWriteString (self->writer, BAD_CAST mark->text.words);
  end (self);
}

static void
begin_group (Svg *self, const KithMark *mark)
{
  const KithBox *clip = &mark->group.clip;
  g_autofree char *link = NULL;

  if (mark->group.is_clipped)
    {
      g_autofree char *id = g_strdup_printf ("%sclip%u", self->prefix, ++self->n_clips);

      link = g_strdup_printf ("url(#%s)", id);
      begin (self, "clipPath");
      put (self, "id", id);
      begin (self, "rect");
      put_number (self, "x", clip->x0);
      put_number (self, "y", clip->y0);
      put_number (self, "width", clip->x1 - clip->x0);
      put_number (self, "height", clip->y1 - clip->y0);
      end (self);
      end (self);
    }
  begin (self, "g");
  if (mark->group.tag == KITH_TAG_NONE)
    put_id (self, mark->group.id);
  if (mark->group.title != NULL)
    put (self, "role", "group");
  if (link != NULL)
    put (self, "clip-path", link);
  put_words (self, "title", mark->group.title);
}

static void
put_titles (Svg *self)
{
  g_autofree char *labels =
      self->description != NULL
          ? g_strconcat (self->prefix, "title ", self->prefix, "description", NULL)
          : g_strconcat (self->prefix, "title", NULL);

  if (self->title != NULL)
    put (self, "aria-labelledby", labels);
  if (self->title == NULL && self->prefix[0] != '\0')
    return;
  begin (self, "title");
  put_id (self, "title");
  if (self->title != NULL)
    xmlTextWriterWriteString (self->writer, BAD_CAST self->title);
  end (self);
  if (self->description != NULL)
    {
      begin (self, "desc");
      put_id (self, "description");
      xmlTextWriterWriteString (self->writer, BAD_CAST self->description);
      end (self);
    }
}

/* millimetres in a file of its own; inside HTML only pixels are valid */
static void
put_size (Svg *self, const char *name, double mm)
{
  g_autoptr (GString) size = g_string_new (NULL);

  if (self->prefix[0] != '\0')
    {
      put_number (self, name, round (mm * PX_A_MM));
      return;
    }
  append_number (size, mm);
  g_string_append (size, "mm");
  put (self, name, size->str);
}

static void
begin_picture (Svg *self, const KithScene *scene, double magnify)
{
  double width = kith_scene_get_width (scene), height = kith_scene_get_height (scene);
  g_autoptr (GString) box = g_string_new ("0 0 ");

  begin (self, "svg");
  put (self, "xmlns", "http://www.w3.org/2000/svg");
  put_size (self, "width", width * magnify);
  put_size (self, "height", height * magnify);
  append_number (box, width);
  g_string_append_c (box, ' ');
  append_number (box, height);
  put (self, "viewBox", box->str);
  put (self, "role", "img");
  put (self, "lang", "en-GB");
  put (self, "font-family", KITH_FONTS ", sans-serif");
  put (self, "font-variant-numeric", "tabular-nums");
  put_titles (self);
}

static void
write_marks (Svg *self, const KithScene *scene)
{
  guint n_marks, n_signs;
  const KithMark *marks = kith_scene_get_marks (scene, &n_marks);

  self->signs = kith_scene_get_signs (scene, &n_signs);
  self->steps = kith_scene_get_steps (scene, &(guint){ 0 });
  begin (self, "defs");
  for (guint i = 0; i < n_signs; i++)
    write_sign (self, &self->signs[i], i);
  end (self);
  for (guint i = 0; i < n_marks; i++)
    {
      xmlTextWriterWriteString (self->writer, BAD_CAST "\n");
      switch (marks[i].type)
        {
        case KITH_MARK_SIGN:
          write_mark (self, &marks[i]);
          break;
        case KITH_MARK_PATH:
          write_path (self, &marks[i]);
          break;
        case KITH_MARK_TEXT:
          write_text (self, &marks[i]);
          break;
        case KITH_MARK_BEGIN:
          begin_group (self, &marks[i]);
          break;
        case KITH_MARK_END:
        default:
          end (self);
          break;
        }
    }
}

/**
 * kith_scene_render_svg:
 * @self: a scene
 * @theme: its colours
 * @magnify: how much larger than the scene the paper is
 *
 * Words stay words: they can be searched, read aloud and copied. Marks and groups have their
 * names as titles. Identifiers of groups must not begin with sign, clip or path.
 *
 * Returns: (transfer full): the file, UTF-8
 */
GBytes *
kith_scene_render_svg (const KithScene *self, const KithTheme *theme, double magnify)
{
  xmlBufferPtr buffer = xmlBufferCreate ();
  Svg svg = {
    .theme = theme,
    .writer = xmlNewTextWriterMemory (buffer, 0),
    .prefix = "",
    .title = kith_scene_get_title (self),
    .description = kith_scene_get_description (self),
  };
  GBytes *bytes;

  xmlTextWriterSetIndent (svg.writer, 0);
  xmlTextWriterStartDocument (svg.writer, NULL, "UTF-8", NULL);
  begin_picture (&svg, self, magnify);
  write_marks (&svg, self);
  xmlTextWriterEndDocument (svg.writer);
  xmlFreeTextWriter (svg.writer);
  bytes = g_bytes_new (xmlBufferContent (buffer), (gsize)xmlBufferLength (buffer));
  xmlBufferFree (buffer);
  return bytes;
}

/**
 * kith_scene_dup_inline_svg:
 * @self: a scene
 * @theme: its colours
 * @prefix: that identifiers begin with, no other picture's in the same file
 * @title: (nullable): what it is called there, instead of the scene's own; %NULL for a sign that
 *   says nothing by itself
 * @description: (nullable): what it shows
 *
 * Returns: (transfer full): the svg element alone, to stand inside HTML
 */
char *
kith_scene_dup_inline_svg (const KithScene *self,
                           const KithTheme *theme,
                           const char *prefix,
                           const char *title,
                           const char *description)
{
  xmlBufferPtr buffer = xmlBufferCreate ();
  Svg svg = {
    .theme = theme,
    .writer = xmlNewTextWriterMemory (buffer, 0),
    .prefix = prefix,
    .title = title,
    .description = description,
  };
  char *text;

  xmlTextWriterSetIndent (svg.writer, 0);
  begin_picture (&svg, self, 1);
  write_marks (&svg, self);
  xmlTextWriterEndElement (svg.writer);
  xmlFreeTextWriter (svg.writer);
  text = g_strndup ((const char *)xmlBufferContent (buffer), (gsize)xmlBufferLength (buffer));
  xmlBufferFree (buffer);
  return text;
}
