/* kith-text.c: words and numbers as files write them and people read them
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-text.h"

#include <errno.h>
#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

/* What Windows-1252 writes at 0x80 to 0x9f. The five bytes that it leaves open become U+FFFD. */
static const gunichar windows_1252[32] = {
  0x20ac, 0xfffd, 0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021, 0x02c6, 0x2030, 0x0160,
  0x2039, 0x0152, 0xfffd, 0x017d, 0xfffd, 0xfffd, 0x2018, 0x2019, 0x201c, 0x201d, 0x2022,
  0x2013, 0x2014, 0x02dc, 0x2122, 0x0161, 0x203a, 0x0153, 0xfffd, 0x017e, 0x0178,
};

static void
trim (const char **text, gsize *length)
{
  while (*length > 0 && g_ascii_isspace ((*text)[0]))
    (*text)++, (*length)--;
  while (*length > 0 && g_ascii_isspace ((*text)[*length - 1]))
    (*length)--;
}

/* What kith_text_dup_key() does, where all is ASCII. */
static char *
dup_ascii_key (const char *text, gsize length)
{
  char *key = g_malloc (length + 1);
  gsize n = 0;
  gboolean is_gap = FALSE;

  for (gsize i = 0; i < length; i++)
    {
      if (g_ascii_isspace (text[i]))
        {
          is_gap = n > 0;
          continue;
        }
      if (is_gap)
        key[n++] = ' ';
      is_gap = FALSE;
      key[n++] = g_ascii_tolower (text[i]);
    }
  key[n] = '\0';
  return key;
}

/**
 * kith_text_dup_key:
 * @text: (nullable): a name as somebody wrote it
 *
 * What two spellings of one name have in common: trimmed, spaces single, typographic
 * apostrophes plain, normalised (NFKC), case folded.
 *
 * Returns: (transfer full): the key, empty for a blank name
 */
char *
kith_text_dup_key (const char *text)
{
  g_autofree char *normal = NULL;
  g_autofree char *folded = NULL;
  GString *key;
  gboolean is_gap = FALSE;

  if (text == NULL)
    return g_strdup ("");
  if (g_str_is_ascii (text))
    return dup_ascii_key (text, strlen (text));
  key = g_string_new (NULL);
  normal = g_utf8_normalize (text, -1, G_NORMALIZE_ALL_COMPOSE);
  folded = g_utf8_casefold (normal != NULL ? normal : text, -1);
  for (const char *at = folded; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      if (g_unichar_isspace (c))
        {
          is_gap = key->len > 0;
          continue;
        }
      if (is_gap)
        g_string_append_c (key, ' ');
      is_gap = FALSE;
      g_string_append_unichar (key, c == 0x2018 || c == 0x2019 ? '\'' : c);
    }
  return g_string_free (key, FALSE);
}

/**
 * kith_text_is_blank:
 * @text: (nullable): a cell
 *
 * Returns: whether nothing but white space stands in it
 */
gboolean
kith_text_is_blank (const char *text)
{
  if (text != NULL)
    for (const char *at = text; *at != '\0'; at++)
      if (!g_ascii_isspace (*at))
        return FALSE;
  return TRUE;
}

/**
 * kith_text_dup_utf8:
 * @bytes: text in UTF-8 or Windows-1252
 * @length: bytes in it
 *
 * Valid UTF-8 is kept, except that the control characters U+0080 to U+009F, which come of
 * Windows-1252 taken for Latin-1 by whoever wrote the file, become what they stood for; all
 * else is read as Windows-1252. NUL bytes become U+FFFD.
 *
 * Returns: (transfer full): the text in UTF-8
 */
char *
kith_text_dup_utf8 (const char *bytes, gsize length)
{
  gboolean is_utf8 = g_utf8_validate_len (bytes, length, NULL);
  GString *text = g_string_sized_new (length + 8);

  for (gsize i = 0; i < length; i++)
    {
      guchar c = (guchar)bytes[i];

      if (c == 0)
        g_string_append_unichar (text, 0xfffd);
      else if (c < 0x80)
        g_string_append_c (text, (char)c);
      else if (is_utf8 && c == 0xc2 && i + 1 < length && (guchar)bytes[i + 1] < 0xa0)
        g_string_append_unichar (text, windows_1252[(guchar)bytes[++i] - 0x80]);
      else if (is_utf8)
        g_string_append_c (text, (char)c);
      else
        g_string_append_unichar (text, c < 0xa0 ? windows_1252[c - 0x80] : c);
    }
  return g_string_free (text, FALSE);
}

/**
 * kith_text_parse_int:
 * @text: a cell, which need not end in NUL
 * @length: bytes in @text, or -1 when it ends in NUL
 * @value: (out): the number, %KITH_INT_NONE for a blank cell
 *
 * Reads 187, 25,719, -3 and 187.0 (as spreadsheets save a column of whole numbers).
 *
 * Returns: %FALSE when @text is something else or too large
 */
gboolean
kith_text_parse_int (const char *text, gssize length, gint64 *value)
{
  gsize left = length < 0 ? (text == NULL ? 0 : strlen (text)) : (gsize)length;
  gboolean is_negative;
  gint64 sum = 0;
  gsize i = 0;

  g_return_val_if_fail (value != NULL, FALSE);

  *value = KITH_INT_NONE;
  trim (&text, &left);
  if (left == 0)
    return TRUE;
  is_negative = text[0] == '-';
  i = text[0] == '-' || text[0] == '+' ? 1 : 0;
  if (i == left || !g_ascii_isdigit (text[i]))
    return FALSE;
  for (; i < left && (g_ascii_isdigit (text[i]) || text[i] == ','); i++)
    {
      if (text[i] == ',')
        {
          /* a comma parts groups of three digits */
          if (i + 3 >= left || !g_ascii_isdigit (text[i + 1]) || !g_ascii_isdigit (text[i + 2]) ||
              !g_ascii_isdigit (text[i + 3]) || (i + 4 < left && g_ascii_isdigit (text[i + 4])))
            return FALSE;
          continue;
        }
      if (sum > (G_MAXINT64 - 9) / 10)
        return FALSE;
      sum = sum * 10 + (text[i] - '0');
    }
  if (i < left && text[i] == '.')
    for (i++; i < left && text[i] == '0'; i++)
      ;
  if (i < left)
    return FALSE;
  *value = is_negative ? -sum : sum;
  return TRUE;
}

/**
 * kith_text_parse_real:
 * @text: a cell, which need not end in NUL
 * @length: bytes in @text, or -1 when it ends in NUL
 * @value: (out): the figure, %KITH_REAL_NONE for a blank cell
 *
 * Reads 12.5, -0.3, 1.2e3, 25,719 and 44.98%, which is 44.98. Always with a full stop,
 * whatever the locale.
 *
 * Returns: %FALSE when @text is something else
 */
gboolean
kith_text_parse_real (const char *text, gssize length, double *value)
{
  gsize left = length < 0 ? (text == NULL ? 0 : strlen (text)) : (gsize)length;
  char digits[64];
  gsize n = 0;
  char *end;

  g_return_val_if_fail (value != NULL, FALSE);

  *value = KITH_REAL_NONE;
  trim (&text, &left);
  if (left == 0)
    return TRUE;
  if (text[left - 1] == '%')
    left--;
  if (left == 0 || left >= sizeof digits)
    return FALSE;
  for (gsize i = 0; i < left; i++)
    {
      if (text[i] == ',' && i > 0 && g_ascii_isdigit (text[i - 1]))
        continue;
      if (!g_ascii_isdigit (text[i]) && strchr ("+-.eE", text[i]) == NULL)
        return FALSE;
      digits[n++] = text[i];
    }
  digits[n] = '\0';
  errno = 0;
  *value = g_ascii_strtod (digits, &end);
  if (end == digits || *end != '\0' || errno == ERANGE || !isfinite (*value))
    {
      *value = KITH_REAL_NONE;
      return FALSE;
    }
  return TRUE;
}

/**
 * kith_text_dup_count:
 * @n: a number
 *
 * Returns: (transfer full): @n with a comma at each thousand: 25,719
 */
char *
kith_text_dup_count (gint64 n)
{
  g_autofree char *digits = g_strdup_printf ("%" G_GINT64_FORMAT, n < 0 ? -n : n);
  gsize length = strlen (digits);
  GString *text = g_string_new (n < 0 ? "−" : "");

  for (gsize i = 0; i < length; i++)
    {
      if (i > 0 && (length - i) % 3 == 0)
        g_string_append_c (text, ',');
      g_string_append_c (text, digits[i]);
    }
  return g_string_free (text, FALSE);
}

/**
 * kith_text_dup_real:
 * @value: a figure
 *
 * Returns: (transfer full): the fewest digits, 15 to 17, that are read back as the same figure,
 *   with a full stop whatever the locale
 */
char *
kith_text_dup_real (double value)
{
  static const char *const formats[] = { "%.15g", "%.16g", "%.17g" };
  char digits[G_ASCII_DTOSTR_BUF_SIZE];

  for (guint f = 0; f < G_N_ELEMENTS (formats); f++)
    {
      g_ascii_formatd (digits, sizeof digits, formats[f], value);
      if (g_ascii_strtod (digits, NULL) == value)
        break;
    }
  return g_strdup (digits);
}

/**
 * kith_text_dup_list:
 * @items: (array zero-terminated=1): words
 *
 * Returns: (transfer full): "a", "a and b", "a, b and c"
 */
char *
kith_text_dup_list (const char *const *items)
{
  GString *text = g_string_new (NULL);
  guint n = g_strv_length ((char **)items);

  for (guint i = 0; i < n; i++)
    {
      if (i > 0)
        g_string_append (text, i + 1 == n ? _ (" and ") : _ (", "));
      g_string_append (text, items[i]);
    }
  return g_string_free (text, FALSE);
}

/**
 * kith_text_append_csv:
 * @line: a row under way
 * @cell: (nullable): what goes into the next cell
 *
 * Quotes where a comma, a quotation mark or a line end asks for it, and writes a cell that
 * begins with = + - @ as text (an apostrophe before it), unless it is a number: a spreadsheet
 * would run it otherwise. The caller writes the commas.
 */
void
kith_text_append_csv (GString *line, const char *cell)
{
  double number;
  gboolean is_formula;

  if (cell == NULL || cell[0] == '\0')
    return;
  is_formula = strchr ("=+-@\t\r", cell[0]) != NULL && !kith_text_parse_real (cell, -1, &number);
  if (!is_formula && strpbrk (cell, ",\"\r\n") == NULL)
    {
      g_string_append (line, cell);
      return;
    }
  g_string_append_c (line, '"');
  if (is_formula)
    g_string_append_c (line, '\'');
  for (const char *at = cell; *at != '\0'; at++)
    {
      if (*at == '"')
        g_string_append_c (line, '"');
      g_string_append_c (line, *at);
    }
  g_string_append_c (line, '"');
}
