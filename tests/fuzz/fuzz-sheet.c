/* fuzz-sheet.c: any bytes at all as an XLSX or ODS file
 *
 * As they are; or, since few changed bytes survive unpacking, as the XML in one: after an o
 * that of an ODS file, after an x the sheet, texts, styles and workbook of an XLSX file, with
 * a NUL between.
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kith-import.h"
#include "kith-sheet-private.h"

#include <stdint.h>
#include <string.h>

int LLVMFuzzerTestOneInput (const uint8_t *data, size_t size);

/* A few repeated rows stand for a million, which would only cost time. */
#define MOST_ROWS 2000

static void
read_sheet (KithBook *book, guint s)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (KithSheet) sheet = kith_book_open_sheet (book, s, &error);
  guint64 number = 0;
  KithSheetRow row = { 0, NULL, 1 };
  guint n_rows = 0;

  g_assert_true ((sheet == NULL) == (error != NULL));
  while (sheet != NULL && n_rows++ < MOST_ROWS && kith_sheet_next (sheet, &row, &error) &&
         row.n_cells > 0)
    {
      g_assert_true (row.number > number && row.number <= KITH_SHEET_MAX_ROWS);
      g_assert_true (row.n_cells <= KITH_SHEET_MAX_COLUMNS);
      number = row.number;
      for (guint c = 0; c < row.n_cells; c++)
        g_assert_true (g_utf8_validate (row.cells[c], -1, NULL));
    }
  g_assert_true (error == NULL || error->domain == KITH_IMPORT_ERROR);
}

static guint32
work_out_crc (const guint8 *data, gsize size)
{
  guint32 crc = ~0u;

  for (gsize i = 0; i < size; i++)
    {
      crc ^= data[i];
      for (guint bit = 0; bit < 8; bit++)
        crc = (crc >> 1) ^ (crc & 1 ? 0xedb88320u : 0);
    }
  return ~crc;
}

static void
append_number (GByteArray *zip, guint32 number, guint n_bytes)
{
  for (guint b = 0; b < n_bytes; b++)
    {
      guint8 byte = (guint8)(number >> (8 * b));

      g_byte_array_append (zip, &byte, 1);
    }
}

/* A part, not packed; its entry goes into the list at the end. */
static void
append_part (GByteArray *zip, GByteArray *list, const char *name, const guint8 *data, gsize size)
{
  guint32 offset = zip->len;

  for (guint is_listed = 0; is_listed < 2; is_listed++)
    {
      GByteArray *to = is_listed ? list : zip;

      append_number (to, is_listed ? 0x02014b50 : 0x04034b50, 4);
      append_number (to, 20, is_listed ? 4 : 2);
      append_number (to, 0, 4); /* as it is */
      append_number (to, 0x00210000, 4);
      append_number (to, work_out_crc (data, size), 4);
      append_number (to, (guint32)size, 4);
      append_number (to, (guint32)size, 4);
      append_number (to, (guint32)strlen (name), 2);
      for (guint zero = 0; zero < (is_listed ? 6 : 1); zero++)
        append_number (to, 0, 2);
      if (is_listed)
        append_number (to, offset, 4);
      g_byte_array_append (to, (const guint8 *)name, (guint)strlen (name));
      if (!is_listed)
        g_byte_array_append (to, data, (guint)size);
    }
}

static GBytes *
pack (const uint8_t *data, size_t size)
{
  static const char *const names[] = { "xl/worksheets/s.xml", "xl/t.xml", "xl/f.xml", "xl/w.xml" };
  static const char package[] = "<R><Relationship Id='a' Type='/officeDocument' "
                                "Target='xl/w.xml'/></R>";
  static const char relations[] =
      "<R><Relationship Id='s' Type='/worksheet' Target='worksheets/s.xml'/>"
      "<Relationship Id='t' Type='/sharedStrings' Target='t.xml'/>"
      "<Relationship Id='f' Type='/styles' Target='f.xml'/></R>";
  GByteArray *zip = g_byte_array_new ();
  g_autoptr (GByteArray) list = g_byte_array_new ();
  guint32 n_parts = 0, offset;

  if (data[0] == 'o')
    {
      append_part (zip, list, "content.xml", data + 1, size - 1);
      n_parts = 1;
    }
  else
    {
      const uint8_t *at = data + 1;

      append_part (zip, list, "_rels/.rels", (const guint8 *)package, sizeof package - 1);
      append_part (zip, list, "xl/_rels/w.xml.rels", (const guint8 *)relations,
                   sizeof relations - 1);
      for (n_parts = 2; n_parts < 2 + G_N_ELEMENTS (names) && at <= data + size; n_parts++)
        {
          gsize left = (gsize)(data + size - at);
          const uint8_t *end = memchr (at, 0, left);
          gsize n = end != NULL ? (gsize)(end - at) : left;

          append_part (zip, list, names[n_parts - 2], at, n);
          at += n + 1;
        }
    }
  offset = zip->len;
  g_byte_array_append (zip, list->data, list->len);
  append_number (zip, 0x06054b50, 4);
  append_number (zip, 0, 4);
  append_number (zip, n_parts | n_parts << 16, 4);
  append_number (zip, list->len, 4);
  append_number (zip, offset, 4);
  append_number (zip, 0, 2);
  return g_byte_array_free_to_bytes (zip);
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  gboolean is_xml = size > 0 && (data[0] == 'o' || data[0] == 'x');
  g_autoptr (GBytes) bytes = is_xml ? pack (data, size) : g_bytes_new_static (data, size);
  g_autoptr (GError) error = NULL;
  g_autoptr (KithBook) book = kith_book_open (bytes, "fuzz", &error);

  g_assert_true ((book == NULL) == (error != NULL));
  g_assert_true (error == NULL || error->domain == KITH_IMPORT_ERROR);
  for (guint s = 0; book != NULL && s < kith_book_get_n_sheets (book); s++)
    read_sheet (book, s);
  return 0;
}
