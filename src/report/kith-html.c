/* kith-html.c: a paper as one HTML file
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-html.h"

#include <glib/gi18n.h>
#include <string.h>

#include "kith-svg.h"
#include "kith-text.h"

/* CSS's own */
#define PX_A_MM (96 / 25.4)

typedef struct
{
  const KithDocument *document;
  GString *text;
  GHashTable *icons; /* of gchar*: id of the symbol, by scene */
  guint n_pictures;
} Html;

/* Ink and grounds are those of LOOK, section 2. Everything that the file needs is in it. */
static const char style[] =
    ":root{color-scheme:light dark;--page:#faf9f6;--view:#fff;--ink:#1b2430;--ink2:#454e5c;"
    "--rule:#c9c6be;--band:#f1efea;--link:#1a4f94}\n"
    "@media (prefers-color-scheme:dark){:root{--page:#242424;--view:#1e1e1e;--ink:#f2f3f5;"
    "--ink2:#c6cad1;--rule:#4a4f57;--band:#2b2e33;--link:#78aeed}"
    "td svg,th svg,li svg{background:#faf9f6;border-radius:3px}}\n"
    "*{box-sizing:border-box}\n"
    "body{margin:0;background:var(--page);color:var(--ink);line-height:1.5;"
    "font-family:Inter,\"Adwaita Sans\",Cantarell,\"DejaVu Sans\",sans-serif;"
    "font-variant-numeric:tabular-nums;overflow-wrap:break-word}\n"
    "main,header,nav{max-width:70rem;margin:0 auto;padding:0 1rem}\n"
    "h1{font-size:1.9rem;line-height:1.2;margin:1.5rem 0 .3rem}\n"
    "h2{font-size:1.4rem;margin:2.5rem 0 .5rem;border-bottom:1px solid var(--rule)}\n"
    "h3{font-size:1.1rem;margin:1.8rem 0 .4rem}\n"
    "p,ul{max-width:48rem}\n"
    ".note,.quiet,figcaption{color:var(--ink2)}\n"
    ".note{font-size:.85rem}\n"
    ".quiet{font-size:.9em}\n"
    ".remark{border-left:4px solid var(--link);padding-left:1rem;white-space:pre-line}\n"
    "a{color:var(--link)}\n"
    "a:focus-visible,.wide:focus-visible{outline:3px solid var(--link);outline-offset:2px}\n"
    ".skip{position:absolute;left:-99rem}\n"
    ".skip:focus{left:1rem;top:1rem;background:var(--view);padding:.5rem 1rem}\n"
    ".wide{overflow-x:auto;position:relative}\n"
    "table{border-collapse:collapse;width:100%;margin:.5rem 0 1rem}\n"
    "caption{text-align:left;font-weight:600;padding:.4rem 0}\n"
    "th,td{text-align:left;vertical-align:top;padding:.35rem .6rem;"
    "border-bottom:1px solid var(--rule);white-space:pre-line;min-width:4rem}\n"
    "thead th{background:var(--band)}\n"
    "tbody th{font-weight:400}\n"
    "tfoot th,tfoot td{font-weight:600}\n"
    ".number{text-align:right}\n"
    "td svg,th svg,li svg{vertical-align:-.25em;margin-right:.35em}\n"
    "figure{margin:1rem 0}\n"
    "figure svg{max-width:100%;height:auto;background:#faf9f6}\n"
    "@media print{@page{size:A4;margin:15mm}nav,.skip{display:none}body{background:#fff;color:#000;"
    "font-size:9.5pt}main,header{max-width:none;padding:0}.wide{overflow:visible}"
    "h2,h3,caption{break-after:avoid}thead{display:table-header-group}tfoot{display:"
    "table-row-group}tr,figure{break-inside:avoid}a{color:inherit;text-decoration:none}}\n";

static void
put_escaped (Html *self, const char *words)
{
  for (const char *at = words; *at != '\0'; at++)
    switch (*at)
      {
      case '&':
        g_string_append (self->text, "&amp;");
        break;
      case '<':
        g_string_append (self->text, "&lt;");
        break;
      case '>':
        g_string_append (self->text, "&gt;");
        break;
      case '"':
        g_string_append (self->text, "&quot;");
        break;
      default:
        g_string_append_c (self->text, *at);
        break;
      }
}

static void
put_id (Html *self, const char *id)
{
  if (id == NULL)
    return;
  g_string_append (self->text, " id=\"");
  put_escaped (self, id);
  g_string_append_c (self->text, '"');
}

static void
put_run (Html *self, const KithRun *run)
{
  static const char *const begins[] = { "", "<strong>", "<span class=\"quiet\">" };
  static const char *const ends[] = { "", "</strong>", "</span>" };

  if (run->link != NULL)
    {
      g_string_append (self->text, "<a href=\"#");
      put_escaped (self, run->link);
      g_string_append (self->text, "\">");
    }
  g_string_append (self->text, begins[run->voice]);
  put_escaped (self, run->words);
  g_string_append (self->text, ends[run->voice]);
  if (run->link != NULL)
    g_string_append (self->text, "</a>");
}

/* once for all passages that have it */
static void
put_icon (Html *self, KithScene *icon)
{
  const char *id = g_hash_table_lookup (self->icons, icon);

  g_string_append_printf (self->text,
                          "<svg width=\"%.0f\" height=\"%.0f\" aria-hidden=\"true\">"
                          "<use href=\"#%s\"/></svg>",
                          kith_scene_get_width (icon) * PX_A_MM,
                          kith_scene_get_height (icon) * PX_A_MM, id);
}

static void
put_passage (Html *self, const KithPassage *passage)
{
  if (passage->icon != NULL)
    put_icon (self, passage->icon);
  for (guint r = 0; r < passage->n_runs; r++)
    put_run (self, kith_document_get_run (self->document, passage->first + r));
}

static void
put_list (Html *self, const KithPiece *piece)
{
  if (piece->n_passages == 0)
    return;
  g_string_append (self->text, "<ul>\n");
  for (guint i = 0; i < piece->n_passages; i++)
    {
      g_string_append (self->text, "<li>");
      put_passage (self, kith_document_get_passage (self->document, piece->first + i));
      g_string_append (self->text, "</li>\n");
    }
  g_string_append (self->text, "</ul>\n");
}

static void
put_row (Html *self, const KithPiece *piece, const KithTableRow *row)
{
  g_string_append (self->text, "<tr");
  put_id (self, row->id);
  g_string_append_c (self->text, '>');
  for (guint c = 0; c < piece->n_columns; c++)
    {
      const char *tag = c == 0 ? "th" : "td";

      g_string_append_printf (self->text, "<%s%s%s>", tag, c == 0 ? " scope=\"row\"" : "",
                              piece->columns[c].is_number ? " class=\"number\"" : "");
      put_passage (self, kith_document_get_passage (self->document, row->first + c));
      g_string_append_printf (self->text, "</%s>", tag);
    }
  g_string_append (self->text, "</tr>\n");
}

static void
put_rows (Html *self, const KithPiece *piece, gboolean is_total)
{
  const char *tag = is_total ? "tfoot" : "tbody";
  gboolean is_begun = FALSE;

  for (guint r = 0; r < piece->n_rows; r++)
    {
      const KithTableRow *row = kith_document_get_row (self->document, piece->first_row + r);

      if (row->is_total != is_total)
        continue;
      if (!is_begun)
        g_string_append_printf (self->text, "<%s>\n", tag);
      is_begun = TRUE;
      put_row (self, piece, row);
    }
  if (is_begun)
    g_string_append_printf (self->text, "</%s>\n", tag);
}

static void
put_widths (Html *self, const KithPiece *piece)
{
  double sum = 0;

  for (guint c = 0; c < piece->n_columns; c++)
    sum += piece->columns[c].share;
  g_string_append (self->text, "<colgroup>");
  for (guint c = 0; c < piece->n_columns; c++)
    g_string_append_printf (self->text, "<col style=\"width:%.0f%%\"/>",
                            100 * piece->columns[c].share / sum);
  g_string_append (self->text, "</colgroup>\n");
}

/* A table too wide for the window is scrolled, also with the keyboard. */
static void
put_table (Html *self, const KithPiece *piece)
{
  g_string_append (self->text, "<div class=\"wide\" tabindex=\"0\" role=\"region\" aria-label=\"");
  put_escaped (self, piece->words);
  g_string_append (self->text, "\">\n<table");
  put_id (self, piece->id);
  g_string_append (self->text, ">\n<caption>");
  put_escaped (self, piece->words);
  g_string_append (self->text, "</caption>\n");
  put_widths (self, piece);
  g_string_append (self->text, "<thead><tr>");
  for (guint c = 0; c < piece->n_columns; c++)
    {
      g_string_append_printf (self->text, "<th scope=\"col\"%s>",
                              piece->columns[c].is_number ? " class=\"number\"" : "");
      put_escaped (self, piece->columns[c].title);
      g_string_append (self->text, "</th>");
    }
  g_string_append (self->text, "</tr></thead>\n");
  put_rows (self, piece, FALSE);
  put_rows (self, piece, TRUE);
  g_string_append (self->text, "</table>\n</div>\n");
}

static void
put_figure (Html *self, const KithPiece *piece)
{
  g_autofree char *prefix = g_strdup_printf ("picture%u-", ++self->n_pictures);
  g_autofree char *svg = kith_scene_dup_inline_svg (piece->scene, kith_theme_get (KITH_THEME_LIGHT),
                                                    prefix, piece->words, piece->description);

  g_string_append (self->text, "<figure");
  put_id (self, piece->id);
  g_string_append (self->text, ">\n");
  g_string_append (self->text, svg);
  g_string_append (self->text, "\n<figcaption>");
  put_escaped (self, piece->words);
  if (piece->description != NULL)
    {
      g_string_append (self->text, ". ");
      put_escaped (self, piece->description);
    }
  g_string_append (self->text, "</figcaption>\n</figure>\n");
}

static void
put_heading (Html *self, const KithPiece *piece)
{
  g_string_append_printf (self->text, "<h%u", piece->level);
  put_id (self, piece->id);
  g_string_append_c (self->text, '>');
  put_escaped (self, piece->words);
  g_string_append_printf (self->text, "</h%u>\n", piece->level);
}

static void
put_paragraph (Html *self, const KithPiece *piece)
{
  const char *kind = piece->type == KITH_PIECE_NOTE     ? " class=\"note\""
                     : piece->type == KITH_PIECE_REMARK ? " class=\"remark\""
                                                        : "";

  g_string_append_printf (self->text, "<p%s>", kind);
  put_passage (self, kith_document_get_passage (self->document, piece->first));
  g_string_append (self->text, "</p>\n");
}

static void
put_piece (Html *self, const KithPiece *piece)
{
  switch (piece->type)
    {
    case KITH_PIECE_HEADING:
      put_heading (self, piece);
      break;
    case KITH_PIECE_LIST:
      put_list (self, piece);
      break;
    case KITH_PIECE_TABLE:
      put_table (self, piece);
      break;
    case KITH_PIECE_FIGURE:
      put_figure (self, piece);
      break;
    case KITH_PIECE_PARAGRAPH:
    case KITH_PIECE_NOTE:
    case KITH_PIECE_REMARK:
    default:
      put_paragraph (self, piece);
      break;
    }
}

static void
note_icon (Html *self, KithScene *icon, GString *symbols)
{
  g_autofree char *prefix = NULL, *svg = NULL;
  char *id;

  if (icon == NULL || g_hash_table_contains (self->icons, icon))
    return;
  id = g_strdup_printf ("icon%u", g_hash_table_size (self->icons));
  g_hash_table_insert (self->icons, icon, id);
  prefix = g_strconcat (id, "-", NULL);
  svg = kith_scene_dup_inline_svg (icon, kith_theme_get (KITH_THEME_LIGHT), prefix, NULL, NULL);
  g_string_append_printf (symbols, "<g id=\"%s\">%s</g>\n", id, svg);
}

/* Signs stand once in front of everything, and are pointed to. */
static void
put_icons (Html *self)
{
  guint n_pieces;
  const KithPiece *pieces = kith_document_get_pieces (self->document, &n_pieces);
  g_autoptr (GString) symbols = g_string_new (NULL);

  for (guint p = 0; p < n_pieces; p++)
    for (guint i = 0; i < pieces[p].n_passages; i++)
      note_icon (self, kith_document_get_passage (self->document, pieces[p].first + i)->icon,
                 symbols);
  if (symbols->len > 0)
    g_string_append_printf (self->text,
                            "<svg width=\"0\" height=\"0\" style=\"position:absolute\" "
                            "aria-hidden=\"true\"><defs>\n%s</defs></svg>\n",
                            symbols->str);
}

static void
put_contents (Html *self)
{
  guint n;
  const KithPiece *pieces = kith_document_get_pieces (self->document, &n);

  g_string_append (self->text, "<nav aria-label=\"");
  put_escaped (self, _ ("Contents"));
  g_string_append (self->text, "\"><ul>\n");
  for (guint p = 0; p < n; p++)
    if (pieces[p].type == KITH_PIECE_HEADING && pieces[p].level == 2 && pieces[p].id != NULL)
      {
        g_string_append (self->text, "<li><a href=\"#");
        put_escaped (self, pieces[p].id);
        g_string_append (self->text, "\">");
        put_escaped (self, pieces[p].words);
        g_string_append (self->text, "</a></li>\n");
      }
  g_string_append (self->text, "</ul></nav>\n");
}

static void
put_head (Html *self)
{
  g_string_append (self->text, "<!DOCTYPE html>\n<html lang=\"en-GB\">\n<head>\n"
                               "<meta charset=\"utf-8\"/>\n"
                               "<meta name=\"viewport\" content=\"width=device-width\"/>\n"
                               "<meta name=\"generator\" content=\"Kith\"/>\n<title>");
  put_escaped (self, kith_document_get_title (self->document));
  g_string_append_printf (self->text, "</title>\n<style>\n%s</style>\n</head>\n<body>\n", style);
  g_string_append (self->text, "<a class=\"skip\" href=\"#main\">");
  put_escaped (self, _ ("Skip to the briefing"));
  g_string_append (self->text, "</a>\n");
  put_icons (self);
  g_string_append (self->text, "<header>\n<h1>");
  put_escaped (self, kith_document_get_title (self->document));
  g_string_append (self->text, "</h1>\n");
  if (kith_document_get_subtitle (self->document) != NULL)
    {
      g_string_append (self->text, "<p class=\"subtitle\">");
      put_escaped (self, kith_document_get_subtitle (self->document));
      g_string_append (self->text, "</p>\n");
    }
  g_string_append (self->text, "</header>\n");
  put_contents (self);
}

/**
 * kith_html_write:
 * @document: a paper
 *
 * HTML 5 that stands alone: nothing is loaded, no script runs. Pictures are SVG inside it, with
 * titles and descriptions; tables have captions and headers; it follows the light or dark of
 * whoever reads it, and prints on A4.
 *
 * Returns: (transfer full): the file, UTF-8
 */
GBytes *
kith_html_write (const KithDocument *document)
{
  Html self = { document, g_string_new (NULL), g_hash_table_new_full (NULL, NULL, NULL, g_free),
                0 };
  guint n;
  const KithPiece *pieces = kith_document_get_pieces (document, &n);

  put_head (&self);
  g_string_append (self.text, "<main id=\"main\">\n");
  for (guint p = 0; p < n; p++)
    put_piece (&self, &pieces[p]);
  g_string_append (self.text, "</main>\n</body>\n</html>\n");
  g_hash_table_unref (self.icons);
  return g_string_free_to_bytes (self.text);
}
