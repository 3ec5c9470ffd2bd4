/* kith-sheet-number.c: what a number in a sheet says, as it is shown
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-date.h"
#include "kith-sheet-parts-private.h"

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

#define MAX_FORMATS 65536u

/* Reads the formats of styles.xml. */
typedef struct
{
  KithXmlFeed *feed;
  GHashTable *codes; /* number of a custom format → its code */
  GArray *formats;   /* of KithSheetFormat, by cell style */
  gboolean is_cells; /* in cellXfs, not in cellStyleXfs */
} StyleReader;

/* The formats that need no code (ECMA-376 part 1, 18.8.30), days of East Asian locales with
 * them; 18 to 21 and 45 to 47 are times of day. */
static KithSheetFormat
find_built_in_format (guint64 id)
{
  if ((id >= 14 && id <= 17) || id == 22 || (id >= 27 && id <= 36) || (id >= 50 && id <= 58))
    return KITH_SHEET_FORMAT_DATE;
  return id == 9 || id == 10 ? KITH_SHEET_FORMAT_PERCENT : KITH_SHEET_FORMAT_PLAIN;
}

static void
start_style_cb (gpointer owner, const char *name, gconstpointer attributes)
{
  StyleReader *self = owner;

  if (strcmp (name, "cellXfs") == 0)
    self->is_cells = TRUE;
  else if (strcmp (name, "numFmt") == 0)
    {
      char *id = kith_xml_dup_attribute (attributes, "numFmtId", NULL);
      char *code = kith_xml_dup_attribute (attributes, "formatCode", NULL);

      if (id != NULL && code != NULL && g_hash_table_size (self->codes) < MAX_FORMATS)
        g_hash_table_insert (self->codes, id, code);
      else
        {
          g_free (id);
          g_free (code);
        }
    }
  else if (strcmp (name, "xf") == 0 && self->is_cells)
    {
      g_autofree char *id = kith_xml_dup_attribute (attributes, "numFmtId", NULL);
      const char *code = id == NULL ? NULL : g_hash_table_lookup (self->codes, id);
      KithSheetFormat format = KITH_SHEET_FORMAT_PLAIN;

      if (code != NULL)
        format = kith_sheet_format_find (code);
      else if (id != NULL)
        format = find_built_in_format (g_ascii_strtoull (id, NULL, 10));
      if (self->formats->len < MAX_FORMATS)
        g_array_append_val (self->formats, format);
    }
}

static void
end_style_cb (gpointer owner, const char *name)
{
  StyleReader *self = owner;

  if (strcmp (name, "cellXfs") == 0)
    self->is_cells = FALSE;
}

/* The day of a serial number; unknown where it is none. Excel's 1900 system has a 29 February
 * 1900, as Lotus 1-2-3 had: days before it are one too low. */
static KithDate
find_day (double serial, gboolean is_1904)
{
  double day = floor (serial);

  if (day < (is_1904 ? 0 : 1) || day > 2958465 || (!is_1904 && day == 60))
    return KITH_DATE_UNKNOWN;
  if (is_1904)
    return kith_date_new (1904, 1, 1) + (guint32)day;
  return kith_date_new (1899, 12, day > 60 ? 30 : 31) + (guint32)day;
}

/**
 * kith_sheet_format_find:
 * @code: a number format, such as dd/mm/yyyy;@ or 0.0%
 *
 * Looks at the first section only, without quoted words, colours, conditions and locales.
 *
 * Returns: what it makes of a number
 */
KithSheetFormat
kith_sheet_format_find (const char *code)
{
  gboolean has_day = FALSE, has_month = FALSE, has_time = FALSE;

  for (const char *at = code; *at != '\0' && *at != ';'; at++)
    {
      const char *end;

      if (*at == '"' || *at == '[')
        {
          end = strchr (at + 1, *at == '"' ? '"' : ']');
          if (end == NULL)
            break;
          at = end;
        }
      else if (*at == '\\' || *at == '_' || *at == '*')
        at += at[1] != '\0';
      else if (*at == '%')
        return KITH_SHEET_FORMAT_PERCENT;
      else
        {
          char c = g_ascii_tolower (*at);

          if (g_ascii_strncasecmp (at, "general", 7) == 0)
            at += 6;
          has_day = has_day || c == 'd' || c == 'y';
          has_month = has_month || c == 'm';
          has_time = has_time || c == 'h' || c == 's';
        }
    }
  return has_day || (has_month && !has_time) ? KITH_SHEET_FORMAT_DATE : KITH_SHEET_FORMAT_PLAIN;
}

/**
 * kith_sheet_append_number:
 * @text: gets what the cell says
 * @digits: a number as the file holds it: 43585, 0.44979999999999998, 1.00123E5
 * @format: how it is shown
 * @is_1904: whether days are counted from 1 January 1904
 *
 * Fifteen digits, as a spreadsheet shows; a day as yyyy-mm-dd without the time. What is no
 * number, and a day out of range, stands as it is.
 */
void
kith_sheet_append_number (GString *text,
                          const char *digits,
                          KithSheetFormat format,
                          gboolean is_1904)
{
  char number[G_ASCII_DTOSTR_BUF_SIZE], day[KITH_DATE_TEXT_SIZE + 8];
  gsize n = strspn (digits, "0123456789");
  KithDate date;
  double value;
  char *end;

  if (format == KITH_SHEET_FORMAT_PLAIN && digits[n] == '\0' && n <= 15)
    {
      g_string_append (text, digits);
      return;
    }
  value = g_ascii_strtod (digits, &end);
  date = format == KITH_SHEET_FORMAT_DATE && isfinite (value) ? find_day (value, is_1904)
                                                              : KITH_DATE_UNKNOWN;
  if (end == digits || *end != '\0' || !isfinite (value))
    g_string_append (text, digits);
  else if (date != KITH_DATE_UNKNOWN)
    g_string_append (text, kith_date_format (date, KITH_DATE_ISO, day));
  else
    {
      gboolean is_percent = format == KITH_SHEET_FORMAT_PERCENT;

      g_string_append (
          text, g_ascii_formatd (number, sizeof number, "%.15g", is_percent ? value * 100 : value));
      if (is_percent)
        g_string_append_c (text, '%');
    }
}

/**
 * kith_sheet_append_escaped:
 * @text: gets what the cell says
 * @from: text as an XLSX file holds it
 * @length: bytes in @from
 *
 * XML cannot hold every character, so Excel writes some as _x000D_ (ECMA-376 part 1,
 * 22.9.2.19). NUL becomes U+FFFD.
 */
void
kith_sheet_append_escaped (GString *text, const char *from, gsize length)
{
  for (gsize i = 0; i < length; i++)
    {
      gunichar c = 0;
      gsize d;

      if (from[i] == '_' && i + 6 < length && from[i + 1] == 'x' && from[i + 6] == '_')
        {
          for (d = 2; d < 6 && g_ascii_isxdigit (from[i + d]); d++)
            c = c * 16 + (gunichar)g_ascii_xdigit_value (from[i + d]);
          if (d == 6)
            {
              g_string_append_unichar (text, c != 0 && g_unichar_validate (c) ? c : 0xfffd);
              i += 6;
              continue;
            }
        }
      g_string_append_c (text, from[i]);
    }
}

/**
 * kith_sheet_formats_read:
 * @zip: a workbook file
 * @part: (nullable): where its styles are; a workbook may have none
 * @error: return location for a #GError
 *
 * Returns: (transfer full) (element-type KithSheetFormat): by cell style
 */
GArray *
kith_sheet_formats_read (KithZip *zip, const char *part, GError **error)
{
  static const KithXmlHandler handler = { start_style_cb, end_style_cb, NULL };
  g_autoptr (GArray) formats = g_array_new (FALSE, FALSE, sizeof (KithSheetFormat));
  g_autoptr (GHashTable) codes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (KithXmlFeed) feed = NULL;
  StyleReader reader = { .codes = codes, .formats = formats };

  if (part != NULL && kith_zip_has_part (zip, part))
    {
      reader.feed = feed = kith_xml_feed_new (zip, part, &handler, &reader, error);
      if (feed == NULL || !kith_xml_feed_run (feed, error))
        return NULL;
    }
  return g_steal_pointer (&formats);
}
