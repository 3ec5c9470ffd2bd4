/* kith-sheet-texts.c: the shared strings of an XLSX file
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-sheet-parts-private.h"

#include <glib/gi18n.h>
#include <string.h>

#define MAX_TEXT (96u * 1024 * 1024)
#define MAX_TEXTS (4u * 1024 * 1024)

struct _KithSheetTexts
{
  GString *text;   /* each ends in NUL */
  GArray *offsets; /* of guint32 */
  KithXmlFeed *feed;
  GString *raw; /* of the text element under way */
  gboolean is_text;
  guint phonetic; /* how deep in readings of Japanese words, which are no part of the text */
};

static void
start_cb (gpointer owner, const char *name, gconstpointer attributes)
{
  KithSheetTexts *self = owner;
  guint32 offset = (guint32)self->text->len;

  if (strcmp (name, "si") == 0)
    {
      if (self->offsets->len >= MAX_TEXTS || self->text->len >= MAX_TEXT)
        kith_xml_feed_fail (self->feed, _ ("it is larger than any file that Kith reads"));
      else
        g_array_append_val (self->offsets, offset);
    }
  else if (strcmp (name, "rPh") == 0)
    self->phonetic++;
  else if (strcmp (name, "t") == 0)
    self->is_text = self->phonetic == 0;
}

static void
end_cb (gpointer owner, const char *name)
{
  KithSheetTexts *self = owner;

  if (strcmp (name, "si") == 0)
    g_string_append_c (self->text, '\0');
  else if (strcmp (name, "rPh") == 0)
    self->phonetic -= self->phonetic > 0;
  else if (strcmp (name, "t") == 0)
    {
      kith_sheet_append_escaped (self->text, self->raw->str, self->raw->len);
      g_string_truncate (self->raw, 0);
      self->is_text = FALSE;
    }
}

static void
text_cb (gpointer owner, const char *text, gsize length)
{
  KithSheetTexts *self = owner;

  if (!self->is_text)
    return;
  if (self->text->len + self->raw->len + length > MAX_TEXT)
    kith_xml_feed_fail (self->feed, _ ("it is larger than any file that Kith reads"));
  else
    g_string_append_len (self->raw, text, (gssize)length);
}

/**
 * kith_sheet_texts_read:
 * @zip: a workbook file
 * @part: (nullable): where its shared strings are; a workbook may have none
 * @error: return location for a #GError
 *
 * Runs of rich text are joined; phonetic readings are left out.
 *
 * Returns: (transfer full): the strings, or %NULL with %KITH_IMPORT_ERROR_FORM
 */
KithSheetTexts *
kith_sheet_texts_read (KithZip *zip, const char *part, GError **error)
{
  static const KithXmlHandler handler = { start_cb, end_cb, text_cb };
  KithSheetTexts *self = g_new0 (KithSheetTexts, 1);
  gboolean is_good;

  self->text = g_string_new (NULL);
  self->offsets = g_array_new (FALSE, FALSE, sizeof (guint32));
  if (part == NULL || !kith_zip_has_part (zip, part))
    return self;
  self->raw = g_string_new (NULL);
  self->feed = kith_xml_feed_new (zip, part, &handler, self, error);
  is_good = self->feed != NULL && kith_xml_feed_run (self->feed, error);
  g_clear_pointer (&self->feed, kith_xml_feed_free);
  g_string_free (g_steal_pointer (&self->raw), TRUE);
  if (!is_good)
    g_clear_pointer (&self, kith_sheet_texts_free);
  return self;
}

/**
 * kith_sheet_texts_free:
 * @self: (transfer full) (nullable): shared strings
 */
void
kith_sheet_texts_free (KithSheetTexts *self)
{
  if (self == NULL)
    return;
  g_string_free (self->text, TRUE);
  g_array_unref (self->offsets);
  g_free (self);
}

/**
 * kith_sheet_texts_get:
 * @i: a number, as a cell gives it
 *
 * Returns: (transfer none) (nullable): the string, %NULL where there is none of that number
 */
const char *
kith_sheet_texts_get (KithSheetTexts *self, guint64 i)
{
  if (i >= self->offsets->len)
    return NULL;
  return self->text->str + g_array_index (self->offsets, guint32, i);
}
