/* kith-output.c: results as a table for people, as CSV and as JSON
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-output.h"

#include "kith-text.h"

#include <math.h>
#include <string.h>

/* A cell that is longer is cut in a table for people, never in CSV or JSON. */
#define MAX_WIDTH 60

/* Cells come row by row; a row is full when every column has one. */
struct _KithOutput
{
  KithOutputFormat format;
  const KithColumn *columns;
  guint n_columns;
  GPtrArray *cells; /* of char *, NULL for none */
};

static guint
measure_width (const char *text)
{
  guint width = 0;

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      width += g_unichar_iszerowidth (c) ? 0 : g_unichar_iswide (c) ? 2 : 1;
    }
  return width;
}

static void
append_padded (GString *text, const char *cell, guint width, gboolean is_right)
{
  g_autofree char *cut = NULL;
  guint own = measure_width (cell);

  if (own > MAX_WIDTH)
    {
      g_autofree char *head = g_utf8_substring (cell, 0, MAX_WIDTH - 1);

      cut = g_strconcat (head, "…", NULL);
      cell = cut;
      own = measure_width (cut);
    }
  if (is_right)
    g_string_append_printf (text, "%*s", (int)(width > own ? width - own : 0), "");
  g_string_append (text, cell);
  if (!is_right)
    g_string_append_printf (text, "%*s", (int)(width > own ? width - own : 0), "");
}

static const char *
get_cell (const KithOutput *self, guint row, guint column)
{
  const char *cell = g_ptr_array_index (self->cells, row * self->n_columns + column);

  return cell == NULL ? "" : cell;
}

static void
write_table (const KithOutput *self, guint n_rows, GString *text)
{
  g_autofree guint *widths = g_new0 (guint, self->n_columns);

  for (guint c = 0; c < self->n_columns; c++)
    {
      widths[c] = measure_width (self->columns[c].name);
      for (guint r = 0; r < n_rows; r++)
        widths[c] = MAX (widths[c], MIN (MAX_WIDTH, measure_width (get_cell (self, r, c))));
    }
  for (guint r = 0; r <= n_rows; r++)
    {
      for (guint c = 0; c < self->n_columns; c++)
        {
          gboolean is_right = self->columns[c].type == KITH_COLUMN_NUMBER;
          const char *cell = r == 0 ? self->columns[c].name : get_cell (self, r - 1, c);

          append_padded (text, cell, c + 1 == self->n_columns && !is_right ? 0 : widths[c],
                         is_right);
          if (c + 1 < self->n_columns)
            g_string_append (text, "  ");
        }
      while (text->len > 0 && text->str[text->len - 1] == ' ')
        g_string_truncate (text, text->len - 1);
      g_string_append_c (text, '\n');
    }
}

static void
write_csv (const KithOutput *self, guint n_rows, GString *text)
{
  for (guint c = 0; c < self->n_columns; c++)
    if (self->columns[c].type != KITH_COLUMN_NOTES)
      g_string_append_printf (text, "%s%s", c == 0 ? "" : ",", self->columns[c].name);
  g_string_append_c (text, '\n');
  for (guint r = 0; r < n_rows; r++)
    {
      for (guint c = 0; c < self->n_columns; c++)
        {
          if (self->columns[c].type == KITH_COLUMN_NOTES)
            continue;
          if (c > 0)
            g_string_append_c (text, ',');
          kith_text_append_csv (text, get_cell (self, r, c));
        }
      g_string_append_c (text, '\n');
    }
}

static void
append_json_text (GString *text, const char *cell)
{
  g_string_append_c (text, '"');
  for (const char *at = cell; *at != '\0'; at++)
    switch (*at)
      {
      case '"':
        g_string_append (text, "\\\"");
        break;
      case '\\':
        g_string_append (text, "\\\\");
        break;
      case '\n':
        g_string_append (text, "\\n");
        break;
      default:
        if ((guchar)*at < 0x20)
          g_string_append_printf (text, "\\u%04x", (guchar)*at);
        else
          g_string_append_c (text, *at);
      }
  g_string_append_c (text, '"');
}

static void
write_json (const KithOutput *self, guint n_rows, GString *text)
{
  g_string_append_c (text, '[');
  for (guint r = 0; r < n_rows; r++)
    {
      g_string_append (text, r == 0 ? "\n  {" : ",\n  {");
      for (guint c = 0; c < self->n_columns; c++)
        {
          const char *cell = g_ptr_array_index (self->cells, r * self->n_columns + c);

          g_string_append_printf (text, "%s\"%s\": ", c == 0 ? "" : ", ", self->columns[c].name);
          if (cell == NULL || cell[0] == '\0')
            g_string_append (text, "null");
          else if (self->columns[c].type != KITH_COLUMN_TEXT)
            g_string_append (text, cell);
          else
            append_json_text (text, cell);
        }
      g_string_append_c (text, '}');
    }
  g_string_append (text, n_rows == 0 ? "]\n" : "\n]\n");
}

/**
 * kith_output_new:
 * @format: how the result is written
 * @columns: (array length=n_columns): kept as a pointer
 * @n_columns: how many
 *
 * Returns: (transfer full): a result without rows, which kith_output_end() uses up
 */
KithOutput *
kith_output_new (KithOutputFormat format, const KithColumn *columns, guint n_columns)
{
  KithOutput *self = g_new0 (KithOutput, 1);

  self->format = format;
  self->columns = columns;
  self->n_columns = n_columns;
  self->cells = g_ptr_array_new_with_free_func (g_free);
  return self;
}

/**
 * kith_output_add_text:
 * @text: (nullable): the next cell, empty where %NULL
 */
void
kith_output_add_text (KithOutput *self, const char *text)
{
  g_ptr_array_add (self->cells, g_strdup (text));
}

/**
 * kith_output_add_int:
 * @value: the next cell, empty where it is %KITH_INT_NONE
 */
void
kith_output_add_int (KithOutput *self, gint64 value)
{
  g_ptr_array_add (self->cells,
                   value == KITH_INT_NONE ? NULL : g_strdup_printf ("%" G_GINT64_FORMAT, value));
}

/**
 * kith_output_add_real:
 * @value: the next cell, empty where it is NaN
 * @decimals: how many in a table for people; CSV and JSON have full precision
 */
void
kith_output_add_real (KithOutput *self, double value, int decimals)
{
  char digits[G_ASCII_DTOSTR_BUF_SIZE];
  char format[8];

  if (isnan (value))
    {
      g_ptr_array_add (self->cells, NULL);
      return;
    }
  g_snprintf (format, sizeof format, "%%.%df", decimals);
  if (self->format == KITH_OUTPUT_TABLE)
    g_ptr_array_add (self->cells,
                     g_strdup (g_ascii_formatd (digits, sizeof digits, format, value)));
  else
    g_ptr_array_add (self->cells, kith_text_dup_real (value));
}

/**
 * kith_output_add_date:
 * @date: the next cell, empty where it is unknown
 */
void
kith_output_add_date (KithOutput *self, KithDate date)
{
  g_ptr_array_add (self->cells,
                   kith_date_dup_text (date, self->format == KITH_OUTPUT_TABLE ? KITH_DATE_SHORT
                                                                               : KITH_DATE_ISO));
}

static char *
dup_notes_as_json (const KithNote *notes, guint n_notes)
{
  GString *text = g_string_new ("{");

  for (guint n = 0; n < n_notes; n++)
    if (notes[n].text != NULL)
      {
        g_string_append (text, text->len > 1 ? ", " : "");
        append_json_text (text, notes[n].name);
        g_string_append (text, ": ");
        append_json_text (text, notes[n].text);
      }
  g_string_append_c (text, '}');
  return g_string_free (text, FALSE);
}

static char *
dup_notes_for_people (const KithNote *notes, guint n_notes)
{
  GString *text = g_string_new (NULL);

  for (guint n = 0; n < n_notes; n++)
    {
      gboolean is_told = notes[n].text == NULL;

      for (guint before = 0; before < n && !is_told; before++)
        is_told = g_strcmp0 (notes[before].text, notes[n].text) == 0;
      if (!is_told)
        g_string_append_printf (text, "%s%s", text->len > 0 ? " " : "", notes[n].text);
    }
  return g_string_free (text, FALSE);
}

/**
 * kith_output_add_notes:
 * @notes: (array length=n_notes): the next cell, of a column of notes
 * @n_notes: how many
 */
void
kith_output_add_notes (KithOutput *self, const KithNote *notes, guint n_notes)
{
  g_ptr_array_add (self->cells, self->format == KITH_OUTPUT_JSON
                                    ? dup_notes_as_json (notes, n_notes)
                                    : dup_notes_for_people (notes, n_notes));
}

/**
 * kith_output_end:
 * @self: (transfer full): a result, its last row full
 *
 * Returns: (transfer full): the whole of it
 */
char *
kith_output_end (KithOutput *self)
{
  GString *text = g_string_new (NULL);
  guint n_rows = self->cells->len / self->n_columns;

  g_assert (self->cells->len % self->n_columns == 0);
  switch (self->format)
    {
    case KITH_OUTPUT_CSV:
      write_csv (self, n_rows, text);
      break;
    case KITH_OUTPUT_JSON:
      write_json (self, n_rows, text);
      break;
    case KITH_OUTPUT_TABLE:
    default:
      write_table (self, n_rows, text);
    }
  g_ptr_array_unref (self->cells);
  g_free (self);
  return g_string_free (text, FALSE);
}
