/* kith-csv.c: rows of a file of comma-separated values
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-rows-private.h"

#include "kith-import.h"
#include "kith-text.h"

#include <glib/gi18n.h>
#include <string.h>

/*
 * The file passes once through a buffer. A row is parsed where it lies; when it is whole,
 * doubled quotation marks are taken out and the byte after each cell becomes NUL. A row that
 * the buffer does not hold whole is moved to its front and parsed again when more has come.
 */

#define BLOCK_SIZE (128u * 1024u)

typedef struct
{
  KithRows rows;
  GInputStream *stream;
  char *buffer;
  gsize size;        /* allotted, with one byte to spare for a NUL */
  gsize at;          /* where the next row begins */
  gsize end;         /* where what was read ends */
  gboolean is_whole; /* nothing more to come */
  gboolean has_begun;
  gboolean is_ended; /* the row parsed last has a line end */
  guint least_cells; /* in any row so far */
  char delimiter;
  GArray *awkward;      /* of guint: cells with marks in them */
  guchar is_plain[256]; /* bytes that end no unquoted cell */
} KithCsv;

typedef enum
{
  PARSED,
  NEEDS_MORE,
  TOO_MANY_CELLS,
  OPEN_QUOTE,
} Parse;

G_GNUC_PRINTF (2, 3)
static gboolean
refuse (GError **error, const char *format, ...)
{
  va_list words;

  va_start (words, format);
  g_propagate_error (error,
                     g_error_new_valist (KITH_IMPORT_ERROR, KITH_IMPORT_ERROR_FORM, format, words));
  va_end (words);
  return FALSE;
}

/* The number of the row after the last one read. */
static guint
get_coming (const KithCsv *self)
{
  return (guint)self->rows.number + 1;
}

/* Sets @error for bytes that did not come. */
static gboolean
fail_to_read (const KithCsv *self, GError *reason, GError **error)
{
  if (g_error_matches (reason, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      g_propagate_error (error, reason);
      return FALSE;
    }
  g_set_error (error, KITH_IMPORT_ERROR, KITH_IMPORT_ERROR_FILE,
               _ ("“%s” cannot be read: %s. Check that it is a file and still there."),
               self->rows.name, reason->message);
  g_error_free (reason);
  return FALSE;
}

/* Reads another block behind what is there, making room first. */
static gboolean
fill (KithCsv *self, GError **error)
{
  gsize n_kept = self->end - self->at;
  GError *reason = NULL;
  gsize n_read;

  if (n_kept >= KITH_ROW_MAX_BYTES)
    return refuse (error,
                   _ ("“%s”, row %u: the row is longer than 16 MB, so this is no table that Kith "
                      "reads. Check that it is the file that you meant."),
                   self->rows.name, get_coming (self));
  if (self->at > 0)
    memmove (self->buffer, self->buffer + self->at, n_kept);
  self->at = 0;
  self->end = n_kept;
  if (self->size - n_kept < BLOCK_SIZE / 2)
    {
      self->size *= 2;
      self->buffer = g_realloc (self->buffer, self->size + 1);
    }
  if (!g_input_stream_read_all (self->stream, self->buffer + self->end, self->size - self->end,
                                &n_read, kith_job_get_cancellable (self->rows.job), &reason))
    return fail_to_read (self, reason, error);
  if (memchr (self->buffer + self->end, '\0', n_read) != NULL)
    return refuse (error,
                   _ ("“%s”, near row %u: the file holds bytes that are no text, so it is no table "
                      "that Kith reads. Check that it is the file that you meant."),
                   self->rows.name, get_coming (self));
  self->is_whole = n_read < self->size - self->end;
  self->end += n_read;
  self->rows.n_bytes += n_read;
  return TRUE;
}

/*
 * Passes over a quoted cell whose first quotation mark is at @at, and what follows its last
 * one up to the delimiter, which well-formed files do not have.
 */
static Parse
parse_quoted (KithCsv *self, char **at, char *end)
{
  char *start = *at + 1;
  char *from = start;
  char *mark;
  gboolean is_awkward = FALSE;

  for (;;)
    {
      mark = memchr (from, '"', (gsize)(end - from));
      if (mark == NULL)
        return self->is_whole ? OPEN_QUOTE : NEEDS_MORE;
      from = mark + 1;
      if (from == end && !self->is_whole)
        return NEEDS_MORE;
      if (from == end || *from != '"')
        break;
      is_awkward = TRUE;
      from++;
    }
  while (from < end && self->is_plain[(guchar)*from])
    from++;
  if (from == end && !self->is_whole)
    return NEEDS_MORE;
  if (is_awkward || from != mark + 1)
    {
      g_array_append_val (self->awkward, self->rows.n_cells);
      mark = from;
    }
  kith_rows_add_cell (&self->rows, start, (gsize)(mark - start));
  *at = from;
  return PARSED;
}

/* Finds the cells of the row at self->at; changes nothing in the buffer. */
static Parse
parse_row (KithCsv *self)
{
  char *at = self->buffer + self->at;
  char *end = self->buffer + self->end;

  self->rows.n_cells = 0;
  g_array_set_size (self->awkward, 0);
  for (;; at++)
    {
      if (self->rows.n_cells >= KITH_ROW_MAX_CELLS)
        return TOO_MANY_CELLS;
      if (at < end && *at == '"')
        {
          Parse result = parse_quoted (self, &at, end);

          if (result != PARSED)
            return result;
        }
      else
        {
          char *start = at;

          while (at < end && self->is_plain[(guchar)*at])
            at++;
          if (at == end && !self->is_whole)
            return NEEDS_MORE;
          kith_rows_add_cell (&self->rows, start, (gsize)(at - start));
        }
      if (at < end && *at == self->delimiter)
        continue;
      self->is_ended = at < end;
      if (at < end && *at == '\r')
        {
          if (at + 1 == end && !self->is_whole)
            return NEEDS_MORE;
          if (at + 1 < end && at[1] == '\n')
            at++;
        }
      self->at = at < end ? (gsize)(at + 1 - self->buffer) : self->end;
      return PARSED;
    }
}

/* Takes the marks out of a cell: doubled ones become one, and the last one goes. */
static void
unquote (KithCell *cell)
{
  char *to = cell->text;
  gboolean is_inside = TRUE;

  for (char *from = cell->text, *end = from + cell->length; from < end; from++)
    {
      if (*from != '"' || !is_inside)
        *to++ = *from;
      else if (from + 1 < end && from[1] == '"')
        *to++ = *from++;
      else
        is_inside = FALSE;
    }
  cell->length = (gsize)(to - cell->text);
}

static void
finish_row (KithCsv *self)
{
  for (guint i = 0; i < self->awkward->len; i++)
    unquote (&self->rows.cells[g_array_index (self->awkward, guint, i)]);
  for (guint c = 0; c < self->rows.n_cells; c++)
    self->rows.cells[c].text[self->rows.cells[c].length] = '\0';
}

/* Commas, unless the header has none and has tabs or semicolons instead. */
static char
find_delimiter (const KithCsv *self)
{
  gsize n[3] = { 0 };
  gboolean is_quoted = FALSE;

  for (gsize i = self->at; i < self->end; i++)
    {
      char c = self->buffer[i];

      if (c == '"')
        is_quoted = !is_quoted;
      if (is_quoted)
        continue;
      if (c == '\n' || c == '\r')
        break;
      n[0] += c == ',';
      n[1] += c == '\t';
      n[2] += c == ';';
    }
  if (n[0] > 0 || n[1] + n[2] == 0)
    return ',';
  return n[1] > 0 ? '\t' : ';';
}

static gboolean
begin (KithCsv *self, GError **error)
{
  if (!fill (self, error))
    return FALSE;
  /* UTF-16 is full of NUL bytes, so fill() lets its mark pass */
  if (self->end >= 2 &&
      (memcmp (self->buffer, "\xff\xfe", 2) == 0 || memcmp (self->buffer, "\xfe\xff", 2) == 0))
    return refuse (error, _ ("“%s” is text in UTF-16. Save it as “CSV UTF-8” and try again."),
                   self->rows.name);
  if (self->end >= 3 && memcmp (self->buffer, "\xef\xbb\xbf", 3) == 0)
    self->at = 3;
  if (self->at == self->end)
    return refuse (error, _ ("“%s” is empty. Check that it was downloaded or saved whole."),
                   self->rows.name);
  self->delimiter = find_delimiter (self);
  memset (self->is_plain, 1, sizeof self->is_plain);
  self->is_plain[(guchar)self->delimiter] = 0;
  self->is_plain['\n'] = 0;
  self->is_plain['\r'] = 0;
  return TRUE;
}

static gboolean
next_sheet (KithRows *rows, GError **error)
{
  KithCsv *self = (KithCsv *)rows;

  if (self->has_begun)
    return FALSE;
  self->has_begun = TRUE;
  return begin (self, error);
}

/* A last row that has no line end, and fewer cells than any before it, was cut short. */
static gboolean
check_end (KithCsv *self, GError **error)
{
  if (!self->is_ended && self->rows.n_cells < self->least_cells)
    return refuse (error,
                   _ ("“%s”, row %u: the file ends in the middle of this row. It was cut short; "
                      "fetch or save it again."),
                   self->rows.name, (guint)self->rows.number);
  if (self->rows.n_cells > 1)
    self->least_cells =
        self->rows.number == 1 ? self->rows.n_cells : MIN (self->least_cells, self->rows.n_cells);
  return TRUE;
}

static gboolean
next_row (KithRows *rows, GError **error)
{
  KithCsv *self = (KithCsv *)rows;

  for (;;)
    {
      Parse result = NEEDS_MORE;

      if (self->at < self->end)
        result = parse_row (self);
      else if (self->is_whole)
        return FALSE;
      switch (result)
        {
        case PARSED:
          finish_row (self);
          rows->number++;
          return check_end (self, error);
        case TOO_MANY_CELLS:
          return refuse (error,
                         _ ("“%s”, row %u: the row has more cells than any table that Kith reads. "
                            "Check that it is the file that you meant."),
                         rows->name, get_coming (self));
        case OPEN_QUOTE:
          return refuse (error,
                         _ ("“%s”, row %u: the file ends inside quotation marks that open in this "
                            "row. It was cut short, or the marks are wrong; fetch or save it "
                            "again."),
                         rows->name, get_coming (self));
        case NEEDS_MORE:
        default:
          if (!fill (self, error))
            return FALSE;
        }
    }
}

static void
free_csv (KithRows *rows)
{
  KithCsv *self = (KithCsv *)rows;

  g_object_unref (self->stream);
  g_array_unref (self->awkward);
  g_free (self->buffer);
}

static const KithRowsClass csv_class = { next_sheet, next_row, free_csv };

/**
 * kith_csv_open:
 * @file: the file, for its name
 * @stream: its bytes
 * @job: (nullable): gives cancellation
 *
 * Returns: (transfer full): its rows
 */
KithRows *
kith_csv_open (GFile *file, GInputStream *stream, KithJob *job)
{
  KithCsv *self = g_new0 (KithCsv, 1);

  kith_rows_init (&self->rows, &csv_class, file, job);
  self->stream = g_object_ref (stream);
  self->size = BLOCK_SIZE;
  self->buffer = g_malloc (self->size + 1);
  self->awkward = g_array_new (FALSE, FALSE, sizeof (guint));
  return &self->rows;
}
