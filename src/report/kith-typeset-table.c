/* kith-typeset-table.c: tables, broken over pages
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-typeset-private.h"

#define PADDING 1.1
#define GAP 1.6
#define RULE 0.12
#define CAPTION_GAP 1.2
#define AFTER 4.5
#define ICON_GAP 1.0
#define MOST_COLUMNS 16

static const KithType caption_type = { 9, KITH_WEIGHT_SEMIBOLD, FALSE, 0 };
static const KithType header_type = { 8, KITH_WEIGHT_SEMIBOLD, FALSE, 0 };
static const KithType cell_type = { 8, KITH_WEIGHT_REGULAR, FALSE, 0 };
static const KithType total_type = { 8, KITH_WEIGHT_SEMIBOLD, FALSE, 0 };

/* a row as it will be set */
typedef struct
{
  KithLines *cells[MOST_COLUMNS];
  KithScene *icons[MOST_COLUMNS];
  guint n_columns;
  guint n_lines; /* of the cell that has most */
} Row;

typedef struct
{
  KithTypeset *set;
  const KithPiece *piece;
  double x[MOST_COLUMNS + 1]; /* edges of columns */
} Table;

static double
get_cell_width (const Table *self, guint column)
{
  return self->x[column + 1] - self->x[column] - GAP;
}

static void
place_columns (Table *self)
{
  double sum = 0, x = KITH_PAGE_LEFT;

  for (guint c = 0; c < self->piece->n_columns; c++)
    sum += self->piece->columns[c].share;
  for (guint c = 0; c < self->piece->n_columns; c++)
    {
      self->x[c] = x;
      x += (KITH_PAGE_RIGHT - KITH_PAGE_LEFT) * self->piece->columns[c].share / sum;
    }
  self->x[self->piece->n_columns] = x;
}

static double
get_indent (const KithScene *icon)
{
  return icon == NULL ? 0 : kith_scene_get_width (icon) + ICON_GAP;
}

static void
set_cell (Table *self, Row *row, guint c, const KithPassage *passage, const KithType *type)
{
  row->icons[c] = passage->icon;
  row->cells[c] =
      kith_lines_break (self->set->document, passage, type, KITH_INK (KITH_ROLE_INK),
                        get_cell_width (self, c) - get_indent (passage->icon), self->set->measure);
  row->n_lines = MAX (row->n_lines, row->cells[c]->lines->len);
}

static void
set_row (Table *self, const KithTableRow *from, Row *row)
{
  *row = (Row){ .n_columns = self->piece->n_columns };
  for (guint c = 0; c < row->n_columns; c++)
    set_cell (self, row, c, kith_document_get_passage (self->set->document, from->first + c),
              from->is_total ? &total_type : &cell_type);
}

static void
set_header (Table *self, Row *row)
{
  *row = (Row){ .n_columns = self->piece->n_columns };
  for (guint c = 0; c < row->n_columns; c++)
    {
      row->cells[c] = kith_lines_break_words (self->piece->columns[c].title, &header_type,
                                              KITH_INK (KITH_ROLE_INK), get_cell_width (self, c),
                                              self->set->measure);
      row->n_lines = MAX (row->n_lines, row->cells[c]->lines->len);
    }
}

static void
clear_row (Row *row)
{
  for (guint c = 0; c < row->n_columns; c++)
    kith_lines_free (row->cells[c]);
}

static double
get_row_height (guint n_lines)
{
  return n_lines * kith_typeset_get_leading (&cell_type) + 2 * PADDING;
}

/* its lines from the first on, as many as are asked for */
static void
draw_cell (Table *self, const Row *row, guint c, guint first, guint n, KithTag tag)
{
  KithScene *page = self->set->page;
  const KithLines *lines = row->cells[c];
  double y = self->set->y + PADDING + kith_typeset_get_baseline (&cell_type);
  double x = self->x[c] + GAP / 2;

  kith_scene_begin_tag (page, tag, NULL);
  if (row->icons[c] != NULL && first == 0)
    kith_scene_add_scene (page, row->icons[c],
                          (KithPoint){ x, self->set->y + PADDING +
                                              kith_typeset_get_leading (&cell_type) / 2 -
                                              kith_scene_get_height (row->icons[c]) / 2 });
  x += get_indent (row->icons[c]);
  for (guint l = first; l < lines->lines->len && l < first + n; l++)
    {
      double rest = get_cell_width (self, c) - g_array_index (lines->lines, KithLine, l).width;
      double at = self->piece->columns[c].is_number ? x + rest : x;

      kith_lines_draw (lines, l, page, (KithPoint){ at, y }, KITH_TAG_SPAN);
      y += kith_typeset_get_leading (&cell_type);
    }
  kith_scene_end_group (page);
}

static void
draw_rule (Table *self)
{
  const KithPaint paint = { .stroke = KITH_INK (KITH_ROLE_RULE), .width = RULE };

  kith_scene_add_line (self->set->page, (KithPoint){ KITH_PAGE_LEFT, self->set->y },
                       (KithPoint){ KITH_PAGE_RIGHT, self->set->y }, &paint);
}

static void
draw_row (Table *self, const Row *row, const char *id, guint first, guint n, KithTag tag)
{
  KithScene *page = self->set->page;

  if (id != NULL && first == 0)
    kith_scene_begin_tag (page, KITH_TAG_PLACE, id);
  kith_scene_begin_tag (page, KITH_TAG_ROW, NULL);
  for (guint c = 0; c < row->n_columns; c++)
    draw_cell (self, row, c, first, n, c == 0 ? KITH_TAG_HEADER : tag);
  kith_scene_end_group (page);
  if (id != NULL && first == 0)
    kith_scene_end_group (page);
  self->set->y += get_row_height (n);
  draw_rule (self);
}

static void
draw_header (Table *self)
{
  const KithPaint paint = { .fill = KITH_INK (KITH_ROLE_OTHER) };
  Row row;

  set_header (self, &row);
  kith_scene_add_box (self->set->page,
                      (KithBox){ KITH_PAGE_LEFT, self->set->y, KITH_PAGE_RIGHT,
                                 self->set->y + get_row_height (row.n_lines) },
                      &paint);
  draw_row (self, &row, NULL, 0, row.n_lines, KITH_TAG_HEADER);
  clear_row (&row);
}

static void
draw_caption (Table *self)
{
  KithTypeset *set = self->set;
  g_autoptr (KithLines) lines =
      kith_lines_break_words (self->piece->words, &caption_type, KITH_INK (KITH_ROLE_INK),
                              KITH_PAGE_RIGHT - KITH_PAGE_LEFT, set->measure);

  kith_scene_begin_tag (set->page, KITH_TAG_CAPTION, NULL);
  for (guint l = 0; l < lines->lines->len; l++)
    {
      kith_lines_draw (
          lines, l, set->page,
          (KithPoint){ KITH_PAGE_LEFT, set->y + kith_typeset_get_baseline (&caption_type) },
          KITH_TAG_NONE);
      set->y += kith_typeset_get_leading (&caption_type);
    }
  kith_scene_end_group (set->page);
  set->y += CAPTION_GAP;
}

/* The table goes on: what is open is closed on this page, and opened on the next. */
static void
turn_page (Table *self)
{
  kith_scene_end_group (self->set->page);
  kith_typeset_begin_page (self->set);
  kith_scene_begin_tag (self->set->page, KITH_TAG_TABLE, NULL);
  draw_header (self);
}

static guint
count_fitting (const Table *self)
{
  double room = KITH_PAGE_BOTTOM - self->set->y - 2 * PADDING;

  return room <= 0 ? 0 : (guint)(room / kith_typeset_get_leading (&cell_type) + 1e-6);
}

/* A row that fits on no page is broken as well. */
static void
add_row (Table *self, const KithTableRow *from)
{
  Row row;
  guint first = 0;

  set_row (self, from, &row);
  if (count_fitting (self) < row.n_lines)
    turn_page (self);
  while (first < row.n_lines)
    {
      guint n = MIN (row.n_lines - first, MAX (1, count_fitting (self)));

      draw_row (self, &row, from->id, first, n, KITH_TAG_CELL);
      first += n;
      if (first < row.n_lines)
        turn_page (self);
    }
  clear_row (&row);
}

static void
add_rows (Table *self, gboolean is_total)
{
  for (guint r = 0; r < self->piece->n_rows; r++)
    {
      const KithTableRow *row =
          kith_document_get_row (self->set->document, self->piece->first_row + r);

      if (row->is_total == is_total)
        add_row (self, row);
    }
}

static Table
make_table (KithTypeset *set, const KithPiece *piece)
{
  Table table = { .set = set, .piece = piece };

  g_assert (piece->n_columns <= MOST_COLUMNS);
  place_columns (&table);
  return table;
}

/**
 * kith_typeset_add_table:
 * @piece: a table
 *
 * Caption and header, then the rows; on each page that it goes on to, the header again. A row
 * that fits on a page is not broken.
 */
void
kith_typeset_add_table (KithTypeset *self, const KithPiece *piece)
{
  Table table = make_table (self, piece);

  if (piece->id != NULL)
    kith_scene_begin_tag (self->page, KITH_TAG_PLACE, piece->id);
  if (piece->id != NULL)
    kith_scene_end_group (self->page);
  kith_scene_begin_tag (self->page, KITH_TAG_TABLE, NULL);
  draw_caption (&table);
  draw_header (&table);
  add_rows (&table, FALSE);
  add_rows (&table, TRUE);
  kith_scene_end_group (self->page);
  self->y += AFTER;
}

/**
 * kith_typeset_measure_table_start:
 * @piece: a table
 *
 * Returns: what its caption, its header and its first two rows take, in mm
 */
double
kith_typeset_measure_table_start (KithTypeset *self, const KithPiece *piece)
{
  Table table = make_table (self, piece);
  double height = kith_typeset_get_leading (&caption_type) + CAPTION_GAP;
  Row row;

  set_header (&table, &row);
  height += get_row_height (row.n_lines);
  clear_row (&row);
  for (guint r = 0; r < MIN (2, piece->n_rows); r++)
    {
      set_row (&table, kith_document_get_row (self->document, piece->first_row + r), &row);
      height += get_row_height (row.n_lines);
      clear_row (&row);
    }
  return height;
}
