/* kith-sample-out.c: rows on their way into a file
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-sample-out-private.h"

#include <string.h>

#define FLUSH_BYTES (1 << 18)
#define APOSTROPHE "\xe2\x80\x99" /* U+2019 */

struct _KithSampleOut
{
  GFileOutputStream *stream;
  GString *text;
  KithSampleForm form;
  const char *line_end;
  gboolean is_within_row;
  KithJob *job;
};

/**
 * kith_sample_out_open:
 * @folder: where
 * @name: of the file, which is replaced
 * @form: how text is encoded
 * @line_end: what ends a row
 * @job: (nullable): gives cancellation
 *
 * Returns: (transfer full): the file, or %NULL with @error set
 */
KithSampleOut *
kith_sample_out_open (GFile *folder,
                      const char *name,
                      KithSampleForm form,
                      const char *line_end,
                      KithJob *job,
                      GError **error)
{
  g_autoptr (GFile) file = g_file_get_child (folder, name);
  GFileOutputStream *stream =
      g_file_replace (file, NULL, FALSE, G_FILE_CREATE_NONE,
                      job != NULL ? kith_job_get_cancellable (job) : NULL, error);
  KithSampleOut *self;

  if (stream == NULL)
    return NULL;
  self = g_new0 (KithSampleOut, 1);
  self->stream = stream;
  self->text = g_string_sized_new (FLUSH_BYTES + 8192);
  self->form = form;
  self->line_end = line_end;
  self->job = job;
  if (form == KITH_SAMPLE_UTF8_BOM)
    g_string_append (self->text, "\xef\xbb\xbf");
  return self;
}

/**
 * kith_sample_out_raw:
 * @text: ASCII, commas and all
 *
 * Appends as it stands: header rows, fixed stretches of a row.
 */
void
kith_sample_out_raw (KithSampleOut *self, const char *text)
{
  g_string_append (self->text, text);
  self->is_within_row = TRUE;
}

static void
begin_cell (KithSampleOut *self)
{
  if (self->is_within_row)
    g_string_append_c (self->text, ',');
  self->is_within_row = TRUE;
}

static void
append_encoded (KithSampleOut *self, const char *text)
{
  const char *at;

  while ((at = strstr (text, APOSTROPHE)) != NULL)
    {
      g_string_append_len (self->text, text, at - text);
      g_string_append (self->text, self->form == KITH_SAMPLE_WINDOWS_1252 ? "\x92"
                                   : self->form == KITH_SAMPLE_UTF8_C1    ? "\xc2\x92"
                                                                          : APOSTROPHE);
      text = at + strlen (APOSTROPHE);
    }
  g_string_append (self->text, text);
}

/**
 * kith_sample_out_text:
 * @cell: (nullable): what goes into the next cell
 *
 * Quotes where a comma asks for it.
 */
void
kith_sample_out_text (KithSampleOut *self, const char *cell)
{
  gboolean is_quoted = cell != NULL && strpbrk (cell, ",\"\r\n") != NULL;

  if (is_quoted)
    {
      kith_sample_out_quoted (self, cell);
      return;
    }
  begin_cell (self);
  if (cell != NULL)
    append_encoded (self, cell);
}

/**
 * kith_sample_out_quoted:
 * @cell: (nullable): what goes into the next cell, which holds no quotation mark
 *
 * Quotes always, as GIAS does for text.
 */
void
kith_sample_out_quoted (KithSampleOut *self, const char *cell)
{
  begin_cell (self);
  g_string_append_c (self->text, '"');
  if (cell != NULL)
    append_encoded (self, cell);
  g_string_append_c (self->text, '"');
}

/**
 * kith_sample_out_number:
 *
 * Appends a whole number.
 */
void
kith_sample_out_number (KithSampleOut *self, gint64 number)
{
  char digits[24];
  guint at = sizeof digits;
  guint64 left = number < 0 ? (guint64)-number : (guint64)number;

  begin_cell (self);
  if (number < 0)
    g_string_append_c (self->text, '-');
  do
    digits[--at] = (char)('0' + left % 10);
  while ((left /= 10) > 0);
  g_string_append_len (self->text, digits + at, sizeof digits - at);
}

/**
 * kith_sample_out_date:
 * @date: a day; unknown leaves the cell blank
 * @order: "d-m-y", "d/m/y" or "y-m-d", with a quotation mark in front where the cell is quoted
 *
 * Appends a day.
 */
void
kith_sample_out_date (KithSampleOut *self, KithDate date, const char *order)
{
  gboolean is_quoted = order[0] == '"';
  int year, month, day;

  begin_cell (self);
  if (is_quoted)
    g_string_append_c (self->text, '"');
  if (date != KITH_DATE_UNKNOWN)
    {
      kith_date_get_parts (date, &year, &month, &day);
      for (const char *at = order + is_quoted; *at != '\0'; at++)
        {
          if (*at == 'y')
            g_string_append_printf (self->text, "%04d", year);
          else if (*at == 'm' || *at == 'd')
            {
              int part = *at == 'm' ? month : day;

              g_string_append_c (self->text, (char)('0' + part / 10));
              g_string_append_c (self->text, (char)('0' + part % 10));
            }
          else
            g_string_append_c (self->text, *at);
        }
    }
  if (is_quoted)
    g_string_append_c (self->text, '"');
}

/**
 * kith_sample_out_tenths:
 * @tenths: 125 is 12.5
 *
 * Appends a figure with one place; whole figures without it.
 */
void
kith_sample_out_tenths (KithSampleOut *self, int tenths)
{
  int size = ABS (tenths);

  begin_cell (self);
  g_string_append_printf (self->text, size % 10 == 0 ? "%s%d" : "%s%d.%d", tenths < 0 ? "-" : "",
                          size / 10, size % 10);
}

static gboolean
flush (KithSampleOut *self, GError **error)
{
  if (!g_output_stream_write_all (
          G_OUTPUT_STREAM (self->stream), self->text->str, self->text->len, NULL,
          self->job != NULL ? kith_job_get_cancellable (self->job) : NULL, error))
    return FALSE;
  g_string_truncate (self->text, 0);
  return TRUE;
}

/**
 * kith_sample_out_row:
 *
 * Ends a row.
 *
 * Returns: %FALSE with @error set where the file cannot be written
 */
gboolean
kith_sample_out_row (KithSampleOut *self, GError **error)
{
  g_string_append (self->text, self->line_end);
  self->is_within_row = FALSE;
  return self->text->len < FLUSH_BYTES || flush (self, error);
}

/**
 * kith_sample_out_close:
 *
 * Writes what is left and puts the file in its place.
 *
 * Returns: %FALSE with @error set where the file cannot be written
 */
gboolean
kith_sample_out_close (KithSampleOut *self, GError **error)
{
  return flush (self, error) && g_output_stream_close (G_OUTPUT_STREAM (self->stream), NULL, error);
}

/**
 * kith_sample_out_free:
 * @self: (nullable): a file; what was not closed is thrown away
 */
void
kith_sample_out_free (KithSampleOut *self)
{
  if (self == NULL)
    return;
  if (!g_output_stream_is_closed (G_OUTPUT_STREAM (self->stream)))
    {
      g_autoptr (GCancellable) cancelled = g_cancellable_new ();

      g_cancellable_cancel (cancelled); /* leaves an earlier file as it was */
      g_output_stream_close (G_OUTPUT_STREAM (self->stream), cancelled, NULL);
    }
  g_object_unref (self->stream);
  g_string_free (self->text, TRUE);
  g_free (self);
}
