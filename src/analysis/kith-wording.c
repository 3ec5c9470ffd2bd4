/* kith-wording.c: sentences, and the memory that holds them
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-text.h"
#include "kith-wording.h"

#include <glib/gi18n.h>

struct _KithWording
{
  GStringChunk *kept;
  GString *text;
};

static const struct
{
  const char *first, *inner;
} numbers[] = {
  { N_ ("No"), N_ ("no") },         { N_ ("One"), N_ ("one") },
  { N_ ("Two"), N_ ("two") },       { N_ ("Three"), N_ ("three") },
  { N_ ("Four"), N_ ("four") },     { N_ ("Five"), N_ ("five") },
  { N_ ("Six"), N_ ("six") },       { N_ ("Seven"), N_ ("seven") },
  { N_ ("Eight"), N_ ("eight") },   { N_ ("Nine"), N_ ("nine") },
  { N_ ("Ten"), N_ ("ten") },       { N_ ("Eleven"), N_ ("eleven") },
  { N_ ("Twelve"), N_ ("twelve") },
};

/**
 * kith_wording_new:
 *
 * Returns: (transfer full): no text yet
 */
KithWording *
kith_wording_new (void)
{
  KithWording *self = g_new (KithWording, 1);

  self->kept = g_string_chunk_new (64 * 1024);
  self->text = g_string_new (NULL);
  return self;
}

/**
 * kith_wording_free:
 * @self: (transfer full) (nullable): texts
 */
void
kith_wording_free (KithWording *self)
{
  if (self == NULL)
    return;
  g_string_chunk_free (self->kept);
  g_string_free (self->text, TRUE);
  g_free (self);
}

/**
 * kith_wording_add:
 * @format: a sentence
 *
 * Adds a sentence to the text, after a space if it is not the first.
 */
void
kith_wording_add (KithWording *self, const char *format, ...)
{
  va_list values;

  if (self->text->len > 0)
    g_string_append_c (self->text, ' ');
  va_start (values, format);
  g_string_append_vprintf (self->text, format, values);
  va_end (values);
}

/**
 * kith_wording_join:
 * @format: the next piece
 *
 * Adds to the text without a space.
 */
void
kith_wording_join (KithWording *self, const char *format, ...)
{
  va_list values;

  va_start (values, format);
  g_string_append_vprintf (self->text, format, values);
  va_end (values);
}

/**
 * kith_wording_keep:
 *
 * Ends the text and begins another.
 *
 * Returns: (transfer none): the text, as long as @self lives
 */
const char *
kith_wording_keep (KithWording *self)
{
  const char *kept =
      g_string_chunk_insert_len (self->kept, self->text->str, (gssize)self->text->len);

  g_string_truncate (self->text, 0);
  return kept;
}

/**
 * kith_number_format:
 * @n: how many
 * @is_first: whether a sentence begins with it
 * @text: (out caller-allocates): room for it
 *
 * Returns: (transfer none): "Seven", "seven"; digits from 13
 */
const char *
kith_number_format (guint n, gboolean is_first, char text[static KITH_NUMBER_SIZE])
{
  g_autofree char *digits = NULL;

  if (n < G_N_ELEMENTS (numbers))
    return _ (is_first ? numbers[n].first : numbers[n].inner);
  digits = kith_text_dup_count (n);
  g_strlcpy (text, digits, KITH_NUMBER_SIZE);
  return text;
}
