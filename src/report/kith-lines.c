/* kith-lines.c: a passage in lines of a width
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-lines-private.h"

#include <string.h>

/* What is quiet is a little smaller. */
#define QUIET_SIZE 0.92

/* No more letters than these are never parted from the word that they follow: ), and ). */
#define GLUED 2

typedef struct
{
  KithLines *lines;
  const KithMeasure *measure;
  double width;
  double x;           /* where the next word begins on the line, without the space before it */
  gboolean has_space; /* before the next word */
  gboolean is_begun;  /* whether the last piece may grow */
  KithType type;
  KithInk ink;
  const char *link;
} Breaker;

static void
clear_piece (gpointer data)
{
  g_free (((KithLinePiece *)data)->words);
}

static KithLines *
make_lines (void)
{
  KithLines *self = g_new (KithLines, 1);

  self->pieces = g_array_new (FALSE, FALSE, sizeof (KithLinePiece));
  g_array_set_clear_func (self->pieces, clear_piece);
  self->lines = g_array_new (FALSE, TRUE, sizeof (KithLine));
  return self;
}

static void
begin_line (Breaker *self)
{
  KithLine line = { self->lines->pieces->len, 0, 0 };

  g_array_append_val (self->lines->lines, line);
  self->x = 0;
  self->has_space = FALSE;
  self->is_begun = FALSE;
}

static KithLine *
get_line (Breaker *self)
{
  return &g_array_index (self->lines->lines, KithLine, self->lines->lines->len - 1);
}

static double
get_width (Breaker *self, const char *words)
{
  return kith_measure_get_width (self->measure, &self->type, words);
}

/* onto the line, whether it fits or not */
static void
put_word (Breaker *self, const char *word, double width)
{
  double space = self->has_space ? get_width (self, " ") : 0;
  KithLine *line = get_line (self);

  if (self->is_begun)
    {
      KithLinePiece *piece =
          &g_array_index (self->lines->pieces, KithLinePiece, self->lines->pieces->len - 1);
      char *longer = g_strconcat (piece->words, self->has_space ? " " : "", word, NULL);

      g_free (piece->words);
      piece->words = longer;
    }
  else
    {
      KithLinePiece piece = { g_strdup (word), self->type, self->ink, self->link, self->x + space };

      g_array_append_val (self->lines->pieces, piece);
      line->n_pieces++;
    }
  self->x += space + width;
  line->width = self->x;
  self->has_space = FALSE;
  self->is_begun = TRUE;
}

/* A word wider than a line is broken between letters. */
static void
put_long (Breaker *self, const char *word)
{
  while (*word != '\0')
    {
      const char *end = word;
      g_autofree char *part = NULL;

      while (*end != '\0')
        {
          const char *next = g_utf8_next_char (end);
          g_autofree char *longer = g_strndup (word, (gsize)(next - word));

          if (end > word && get_width (self, longer) > self->width)
            break;
          end = next;
        }
      part = g_strndup (word, (gsize)(end - word));
      if (self->x > 0)
        begin_line (self);
      put_word (self, part, get_width (self, part));
      word = end;
    }
}

static void
add_word (Breaker *self, const char *word)
{
  double width = get_width (self, word);
  double space = self->has_space ? get_width (self, " ") : 0;
  gboolean is_glued = self->x > 0 && !self->has_space && g_utf8_strlen (word, -1) <= GLUED;

  if (width > self->width)
    {
      put_long (self, word);
      return;
    }
  if (self->x > 0 && !is_glued && self->x + space + width > self->width + 1e-6)
    begin_line (self);
  put_word (self, word, width);
}

static void
add_run (Breaker *self, const char *words)
{
  const char *at = words;

  while (*at != '\0')
    {
      gsize length = strcspn (at, " \n");

      if (length > 0)
        {
          g_autofree char *word = g_strndup (at, length);

          add_word (self, word);
        }
      at += length;
      if (*at == '\n')
        begin_line (self);
      else if (*at == ' ')
        self->has_space = self->x > 0;
      at += *at != '\0';
    }
}

/* Links and voices differ from the passage's own type by ink, weight and size. */
static void
set_voice (Breaker *self, const KithRun *run, const KithType *type, KithInk ink)
{
  self->type = *type;
  self->ink = ink;
  self->link = run->link;
  self->is_begun = FALSE;
  if (run->voice == KITH_VOICE_STRONG)
    self->type.weight = KITH_WEIGHT_SEMIBOLD;
  if (run->voice == KITH_VOICE_QUIET)
    {
      self->type.size_pt *= QUIET_SIZE;
      self->ink = KITH_INK (KITH_ROLE_INK2);
    }
  if (run->link != NULL)
    self->ink = KITH_INK (KITH_ROLE_ACCENT);
}

/**
 * kith_lines_break:
 * @passage: of @document
 * @type: how it is set
 * @ink: of it
 * @width: of a line, in mm
 * @measure: how wide words are
 *
 * Returns: (transfer full): at least one line
 */
KithLines *
kith_lines_break (const KithDocument *document,
                  const KithPassage *passage,
                  const KithType *type,
                  KithInk ink,
                  double width,
                  const KithMeasure *measure)
{
  Breaker breaker = { .lines = make_lines (), .measure = measure, .width = width };

  begin_line (&breaker);
  for (guint r = 0; r < passage->n_runs; r++)
    {
      const KithRun *run = kith_document_get_run (document, passage->first + r);

      set_voice (&breaker, run, type, ink);
      add_run (&breaker, run->words);
    }
  return breaker.lines;
}

/**
 * kith_lines_break_words:
 * @words: of a heading, say
 *
 * The same of words that are all of one kind.
 *
 * Returns: (transfer full): at least one line
 */
KithLines *
kith_lines_break_words (
    const char *words, const KithType *type, KithInk ink, double width, const KithMeasure *measure)
{
  Breaker breaker = {
    .lines = make_lines (), .measure = measure, .width = width, .type = *type, .ink = ink
  };

  begin_line (&breaker);
  add_run (&breaker, words);
  return breaker.lines;
}

/**
 * kith_lines_free:
 * @self: (transfer full) (nullable): lines
 */
void
kith_lines_free (KithLines *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->pieces);
  g_array_unref (self->lines);
  g_free (self);
}

/**
 * kith_lines_draw:
 * @line: which
 * @page: takes it
 * @at: the left end of the line that the letters stand on
 * @tag: what a piece that is no link is, %KITH_TAG_NONE for nothing of its own
 */
void
kith_lines_draw (const KithLines *self, guint line, KithScene *page, KithPoint at, KithTag tag)
{
  const KithLine *own = &g_array_index (self->lines, KithLine, line);

  for (guint p = 0; p < own->n_pieces; p++)
    {
      const KithLinePiece *piece = &g_array_index (self->pieces, KithLinePiece, own->first + p);
      const KithWriting writing = { piece->type, piece->ink, KITH_ANCHOR_START, KITH_ROLE_NOTHING };
      KithTag own_tag = piece->link != NULL ? KITH_TAG_LINK : tag;

      if (own_tag != KITH_TAG_NONE)
        kith_scene_begin_tag (page, own_tag, piece->link);
      kith_scene_add_text (page, &writing, (KithPoint){ at.x + piece->x, at.y }, piece->words);
      if (own_tag != KITH_TAG_NONE)
        kith_scene_end_group (page);
    }
}
