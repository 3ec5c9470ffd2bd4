/* kith-typeset.c: a paper on pages
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-typeset-private.h"

#include <glib/gi18n.h>

#define TEXT_WIDTH (KITH_PAGE_RIGHT - KITH_PAGE_LEFT)
#define PROSE_WIDTH 160.0
#define HEAD_LINE 12.0
#define FOOT_LINE 288.0
#define NUMBER_LEFT 90.0
#define INDENT 5.0
#define LEAST_LINES 2

static const KithType title_type = { 18, KITH_WEIGHT_BOLD, FALSE, -0.2 };
static const KithType subtitle_type = { 10.5, KITH_WEIGHT_REGULAR, FALSE, 0 };
static const KithType section_type = { 14, KITH_WEIGHT_BOLD, FALSE, 0 };
static const KithType part_type = { 11, KITH_WEIGHT_SEMIBOLD, FALSE, 0 };
static const KithType prose_type = { 9.5, KITH_WEIGHT_REGULAR, FALSE, 0 };
static const KithType note_type = { 7.5, KITH_WEIGHT_REGULAR, FALSE, 0 };
static const KithType edge_type = { 7.5, KITH_WEIGHT_REGULAR, FALSE, 0 };

/**
 * kith_typeset_get_leading:
 *
 * Returns: how far its lines stand apart, in mm
 */
double
kith_typeset_get_leading (const KithType *type)
{
  return type->size_pt * KITH_LEADING * KITH_POINT_MM;
}

/**
 * kith_typeset_get_baseline:
 *
 * Returns: how far below the upper edge of a line its letters stand, in mm
 */
double
kith_typeset_get_baseline (const KithType *type)
{
  double letters = KITH_TYPE_ASCENT + KITH_TYPE_DESCENT;

  return type->size_pt * KITH_POINT_MM * ((KITH_LEADING - letters) / 2 + KITH_TYPE_ASCENT);
}

/* so much of it as goes on one line */
static char *
dup_shortened (KithTypeset *self, const char *words, const KithType *type, double width)
{
  double dots = kith_measure_get_width (self->measure, type, "…");
  g_autoptr (KithLines) lines =
      kith_lines_break_words (words, type, KITH_INK (KITH_ROLE_INK), width - dots, self->measure);

  return lines->pieces->len <= 1
             ? g_strdup (words)
             : g_strconcat (g_array_index (lines->pieces, KithLinePiece, 0).words, "…", NULL);
}

static void
write_edge (KithTypeset *self, double x, double y, KithAnchor anchor, const char *words)
{
  const KithWriting writing = { edge_type, KITH_INK (KITH_ROLE_INK2), anchor, KITH_ROLE_NOTHING };

  kith_scene_add_text (self->page, &writing, (KithPoint){ x, y }, words);
}

/* Not tagged: a reader aloud is not told them on every page. */
static void
write_edges (KithTypeset *self)
{
  guint number = kith_book_count_pages (self->book);
  g_autofree char *foot = g_strdup_printf (_ ("Page %u of %u"), number, self->n_pages);

  if (number > 1)
    {
      g_autofree char *title = dup_shortened (self, kith_document_get_title (self->document),
                                              &edge_type, TEXT_WIDTH / 2);

      write_edge (self, KITH_PAGE_LEFT, HEAD_LINE, KITH_ANCHOR_START, title);
      if (kith_document_get_subtitle (self->document) != NULL)
        write_edge (self, KITH_PAGE_RIGHT, HEAD_LINE, KITH_ANCHOR_END,
                    kith_document_get_subtitle (self->document));
    }
  write_edge (self, KITH_PAGE_LEFT, FOOT_LINE, KITH_ANCHOR_START, "Kith");
  write_edge (self, KITH_PAGE_RIGHT, FOOT_LINE, KITH_ANCHOR_END, foot);
}

/**
 * kith_typeset_begin_page:
 *
 * Begins the next page, with its running head and its number.
 */
void
kith_typeset_begin_page (KithTypeset *self)
{
  const KithPaint ground = { .fill = KITH_INK (KITH_ROLE_PAGE) };
  g_autoptr (KithScene) page = kith_scene_new (KITH_PAGE_WIDTH, KITH_PAGE_HEIGHT);

  kith_book_add_page (self->book, page);
  self->page = page;
  kith_scene_add_box (page, (KithBox){ 0, 0, KITH_PAGE_WIDTH, KITH_PAGE_HEIGHT }, &ground);
  write_edges (self);
  self->y = KITH_PAGE_TOP;
}

static void
ensure_room (KithTypeset *self, double height)
{
  if (self->y + height > KITH_PAGE_BOTTOM && self->y > KITH_PAGE_TOP)
    kith_typeset_begin_page (self);
}

/* lines from the first on, as many as are asked for; what is tagged is open already */
static void
draw_lines (KithTypeset *self,
            const KithLines *lines,
            const KithType *type,
            double x,
            guint first,
            guint n,
            KithTag tag)
{
  for (guint l = first; l < first + n; l++)
    {
      kith_lines_draw (lines, l, self->page,
                       (KithPoint){ x, self->y + kith_typeset_get_baseline (type) }, tag);
      self->y += kith_typeset_get_leading (type);
    }
}

/* As many lines as fit, but no single one at the foot of a page or at the head of the next. */
static guint
count_fitting (const KithTypeset *self, const KithType *type, guint n)
{
  double room = KITH_PAGE_BOTTOM - self->y;
  guint fitting = room <= 0 ? 0 : (guint)(room / kith_typeset_get_leading (type) + 1e-6);

  if (fitting >= n)
    return n;
  if (n - fitting < LEAST_LINES && fitting > 0)
    fitting--;
  if (fitting < LEAST_LINES)
    fitting = 0;
  return self->y <= KITH_PAGE_TOP ? MAX (1, fitting) : fitting;
}

static void
add_prose (KithTypeset *self, const KithPiece *piece)
{
  const KithType *type = piece->type == KITH_PIECE_NOTE ? &note_type : &prose_type;
  KithRole role = piece->type == KITH_PIECE_NOTE ? KITH_ROLE_INK2 : KITH_ROLE_INK;
  double x = KITH_PAGE_LEFT + (piece->type == KITH_PIECE_REMARK ? INDENT : 0);
  g_autoptr (KithLines) lines =
      kith_lines_break (self->document, kith_document_get_passage (self->document, piece->first),
                        type, KITH_INK (role), PROSE_WIDTH, self->measure);
  guint first = 0;

  while (first < lines->lines->len)
    {
      guint n = count_fitting (self, type, lines->lines->len - first);
      double top = self->y;

      if (n == 0)
        {
          kith_typeset_begin_page (self);
          continue;
        }
      kith_scene_begin_tag (self->page, KITH_TAG_P, NULL);
      draw_lines (self, lines, type, x, first, n, KITH_TAG_SPAN);
      kith_scene_end_group (self->page);
      if (piece->type == KITH_PIECE_REMARK)
        kith_scene_add_line (self->page, (KithPoint){ KITH_PAGE_LEFT + 1, top },
                             (KithPoint){ KITH_PAGE_LEFT + 1, self->y },
                             &(KithPaint){ .stroke = KITH_INK (KITH_ROLE_ACCENT), .width = 0.8 });
      first += n;
    }
  self->y += 2;
}

static void
add_item (KithTypeset *self, const KithLines *lines)
{
  const KithWriting bullet = { prose_type, KITH_INK (KITH_ROLE_INK2), KITH_ANCHOR_START,
                               KITH_ROLE_NOTHING };

  kith_scene_begin_tag (self->page, KITH_TAG_ITEM, NULL);
  kith_scene_begin_tag (self->page, KITH_TAG_LABEL, NULL);
  kith_scene_add_text (
      self->page, &bullet,
      (KithPoint){ KITH_PAGE_LEFT + 1.5, self->y + kith_typeset_get_baseline (&prose_type) }, "•");
  kith_scene_end_group (self->page);
  kith_scene_begin_tag (self->page, KITH_TAG_BODY, NULL);
  draw_lines (self, lines, &prose_type, KITH_PAGE_LEFT + INDENT, 0, lines->lines->len,
              KITH_TAG_SPAN);
  kith_scene_end_group (self->page);
  kith_scene_end_group (self->page);
  self->y += 0.8;
}

/* An item is not broken; on each page that the list goes on to it is one of its own. */
static void
add_list (KithTypeset *self, const KithPiece *piece)
{
  if (piece->n_passages == 0)
    return;
  kith_scene_begin_tag (self->page, KITH_TAG_LIST, NULL);
  for (guint i = 0; i < piece->n_passages; i++)
    {
      g_autoptr (KithLines) lines = kith_lines_break (
          self->document, kith_document_get_passage (self->document, piece->first + i), &prose_type,
          KITH_INK (KITH_ROLE_INK), PROSE_WIDTH - INDENT, self->measure);
      double height = lines->lines->len * kith_typeset_get_leading (&prose_type);

      if (self->y + height > KITH_PAGE_BOTTOM && self->y > KITH_PAGE_TOP)
        {
          kith_scene_end_group (self->page);
          kith_typeset_begin_page (self);
          kith_scene_begin_tag (self->page, KITH_TAG_LIST, NULL);
        }
      add_item (self, lines);
    }
  kith_scene_end_group (self->page);
  self->y += 1.5;
}

static KithLines *
break_caption (KithTypeset *self, const KithPiece *piece)
{
  g_autofree char *words = piece->description == NULL
                               ? g_strdup (piece->words)
                               : g_strconcat (piece->words, ". ", piece->description, NULL);

  return kith_lines_break_words (words, &note_type, KITH_INK (KITH_ROLE_INK2), TEXT_WIDTH,
                                 self->measure);
}

static void
add_figure (KithTypeset *self, const KithPiece *piece)
{
  double height = kith_scene_get_height (piece->scene);
  double x = KITH_PAGE_LEFT + MAX (0, (TEXT_WIDTH - kith_scene_get_width (piece->scene)) / 2);
  g_autoptr (KithLines) lines = break_caption (self, piece);

  ensure_room (self, height + lines->lines->len * kith_typeset_get_leading (&note_type) + 1);
  if (piece->id != NULL)
    kith_scene_begin_tag (self->page, KITH_TAG_PLACE, piece->id);
  kith_scene_begin_tag (self->page, KITH_TAG_FIGURE, NULL);
  kith_scene_add_scene (self->page, piece->scene, (KithPoint){ x, self->y });
  kith_scene_end_group (self->page);
  if (piece->id != NULL)
    kith_scene_end_group (self->page);
  self->y += height + 1;
  kith_scene_begin_tag (self->page, KITH_TAG_CAPTION, NULL);
  draw_lines (self, lines, &note_type, KITH_PAGE_LEFT, 0, lines->lines->len, KITH_TAG_NONE);
  kith_scene_end_group (self->page);
  self->y += 4;
}

static double
get_heading_gap (guint level)
{
  return level == 2 ? 6 : 4;
}

static KithLines *
break_heading (KithTypeset *self, const KithPiece *piece)
{
  return kith_lines_break_words (piece->words, piece->level == 2 ? &section_type : &part_type,
                                 KITH_INK (KITH_ROLE_INK), TEXT_WIDTH, self->measure);
}

/* what must stand with a heading: it and the beginning of what follows */
static double
measure_heading (KithTypeset *self, const KithPiece *piece)
{
  const KithType *type = piece->level == 2 ? &section_type : &part_type;
  g_autoptr (KithLines) lines = break_heading (self, piece);
  guint n;
  const KithPiece *pieces = kith_document_get_pieces (self->document, &n);
  double height = lines->lines->len * kith_typeset_get_leading (type) + 1.5;

  return piece + 1 < pieces + n ? height + get_heading_gap (piece->level) +
                                      kith_typeset_measure_start (self, piece + 1)
                                : height;
}

/**
 * kith_typeset_measure_start:
 * @piece: of the paper
 *
 * Returns: how much of it must stand on one page with the heading before it, in mm
 */
double
kith_typeset_measure_start (KithTypeset *self, const KithPiece *piece)
{
  g_autoptr (KithLines) lines = NULL;

  switch (piece->type)
    {
    case KITH_PIECE_HEADING:
      return measure_heading (self, piece);
    case KITH_PIECE_TABLE:
      return kith_typeset_measure_table_start (self, piece);
    case KITH_PIECE_FIGURE:
      lines = break_caption (self, piece);
      return kith_scene_get_height (piece->scene) + 1 +
             lines->lines->len * kith_typeset_get_leading (&note_type);
    default:
      return 3 * kith_typeset_get_leading (&prose_type);
    }
}

static void
add_heading (KithTypeset *self, const KithPiece *piece)
{
  const KithType *type = piece->level == 2 ? &section_type : &part_type;
  g_autoptr (KithLines) lines = break_heading (self, piece);
  g_autofree char *id = NULL;
  guint n;

  ensure_room (self, measure_heading (self, piece));
  if (self->y > KITH_PAGE_TOP)
    self->y += get_heading_gap (piece->level);
  kith_book_get_entries (self->book, &n);
  id = piece->id != NULL ? g_strdup (piece->id) : g_strdup_printf ("heading-%u", n);
  kith_book_add_entry (self->book, piece->level - 1, piece->words, id);
  kith_scene_begin_tag (self->page, KITH_TAG_PLACE, id);
  kith_scene_begin_tag (self->page, piece->level == 2 ? KITH_TAG_H2 : KITH_TAG_H3, NULL);
  draw_lines (self, lines, type, KITH_PAGE_LEFT, 0, lines->lines->len, KITH_TAG_NONE);
  kith_scene_end_group (self->page);
  kith_scene_end_group (self->page);
  self->y += 1.5;
}

static void
add_piece (KithTypeset *self, const KithPiece *piece)
{
  switch (piece->type)
    {
    case KITH_PIECE_HEADING:
      add_heading (self, piece);
      break;
    case KITH_PIECE_LIST:
      add_list (self, piece);
      break;
    case KITH_PIECE_TABLE:
      ensure_room (self, kith_typeset_measure_table_start (self, piece));
      kith_typeset_add_table (self, piece);
      break;
    case KITH_PIECE_FIGURE:
      add_figure (self, piece);
      break;
    case KITH_PIECE_PARAGRAPH:
    case KITH_PIECE_NOTE:
    case KITH_PIECE_REMARK:
    default:
      add_prose (self, piece);
      break;
    }
}

static void
add_title_line (
    KithTypeset *self, const char *words, const KithType *type, KithRole role, KithTag tag)
{
  g_autoptr (KithLines) lines =
      kith_lines_break_words (words, type, KITH_INK (role), TEXT_WIDTH, self->measure);

  kith_scene_begin_tag (self->page, tag, NULL);
  draw_lines (self, lines, type, KITH_PAGE_LEFT, 0, lines->lines->len, KITH_TAG_NONE);
  kith_scene_end_group (self->page);
}

static void
add_contents_line (KithTypeset *self, const KithPiece *piece, guint page)
{
  const KithWriting words = { prose_type, KITH_INK (KITH_ROLE_ACCENT), KITH_ANCHOR_START,
                              KITH_ROLE_NOTHING };
  const KithWriting number = { prose_type, KITH_INK (KITH_ROLE_INK), KITH_ANCHOR_END,
                               KITH_ROLE_NOTHING };
  double y = self->y + kith_typeset_get_baseline (&prose_type);
  g_autofree char *digits = g_strdup_printf ("%u", page + 1);
  g_autofree char *heading = dup_shortened (self, piece->words, &prose_type, NUMBER_LEFT - INDENT);

  kith_scene_begin_tag (self->page, KITH_TAG_ENTRY, NULL);
  kith_scene_begin_tag (self->page, KITH_TAG_LINK, piece->id);
  kith_scene_add_text (self->page, &words, (KithPoint){ KITH_PAGE_LEFT, y }, heading);
  kith_scene_end_group (self->page);
  kith_scene_begin_tag (self->page, KITH_TAG_SPAN, NULL);
  kith_scene_add_text (self->page, &number, (KithPoint){ KITH_PAGE_LEFT + NUMBER_LEFT, y }, digits);
  kith_scene_end_group (self->page);
  kith_scene_end_group (self->page);
  self->y += kith_typeset_get_leading (&prose_type);
}

/* The sections and their pages, which the round before has found. */
static void
add_contents (KithTypeset *self)
{
  guint n, n_sections = 0;
  const KithPiece *pieces = kith_document_get_pieces (self->document, &n);

  kith_scene_begin_tag (self->page, KITH_TAG_CONTENTS, NULL);
  for (guint p = 0; p < n; p++)
    if (pieces[p].type == KITH_PIECE_HEADING && pieces[p].level == 2)
      add_contents_line (self, &pieces[p],
                         self->starts == NULL ? 0
                                              : g_array_index (self->starts, guint, n_sections++));
  kith_scene_end_group (self->page);
}

static void
set_pages (KithTypeset *self)
{
  guint n;
  const KithPiece *pieces = kith_document_get_pieces (self->document, &n);

  self->book = kith_book_new (kith_document_get_title (self->document),
                              kith_document_get_subtitle (self->document));
  kith_typeset_begin_page (self);
  add_title_line (self, kith_document_get_title (self->document), &title_type, KITH_ROLE_INK,
                  KITH_TAG_H1);
  self->y += 1;
  if (kith_document_get_subtitle (self->document) != NULL)
    add_title_line (self, kith_document_get_subtitle (self->document), &subtitle_type,
                    KITH_ROLE_INK2, KITH_TAG_P);
  self->y += 4;
  add_contents (self);
  for (guint p = 0; p < n; p++)
    add_piece (self, &pieces[p]);
}

static GArray *
list_starts (const KithBook *book)
{
  GArray *starts = g_array_new (FALSE, FALSE, sizeof (guint));
  guint n;
  const KithBookEntry *entries = kith_book_get_entries (book, &n);

  for (guint e = 0; e < n; e++)
    if (entries[e].level == 1)
      g_array_append_val (starts, entries[e].page);
  return starts;
}

/**
 * kith_typeset:
 * @document: a paper
 * @measure: how wide words are
 *
 * A4 portrait with running heads and page numbers; contents with pages after the title. A heading
 * stands on one page with the beginning of what it heads; tables have their header on each page
 * that they go on to. It is set twice: the first round finds the pages of the contents.
 *
 * Cost: 1,000 schools, 100 pages, in 1 s.
 *
 * Returns: (transfer full): its pages
 */
KithBook *
kith_typeset (const KithDocument *document, const KithMeasure *measure)
{
  KithTypeset first = { .document = document, .measure = measure };
  KithTypeset self = { .document = document, .measure = measure };
  g_autoptr (GArray) starts = NULL;

  set_pages (&first);
  starts = list_starts (first.book);
  self.n_pages = kith_book_count_pages (first.book);
  self.starts = starts;
  kith_book_unref (first.book);
  set_pages (&self);
  return self.book;
}
