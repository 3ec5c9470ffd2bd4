/* make-book.c: small workbooks, literally
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "make-book.h"

#include <archive.h>
#include <archive_entry.h>
#include <string.h>

static la_ssize_t
append_cb (struct archive *archive, void *data, const void *bytes, size_t n)
{
  g_byte_array_append (data, bytes, (guint)n);
  return (la_ssize_t)n;
}

GBytes *
make_zip (const MadePart *parts, guint n_parts)
{
  GByteArray *bytes = g_byte_array_new ();
  struct archive *archive = archive_write_new ();

  g_assert_cmpint (archive_write_set_format_zip (archive), ==, ARCHIVE_OK);
  archive_write_set_bytes_in_last_block (archive, 1);
  g_assert_cmpint (archive_write_open (archive, bytes, NULL, append_cb, NULL), ==, ARCHIVE_OK);
  for (guint p = 0; p < n_parts; p++)
    {
      struct archive_entry *entry = archive_entry_new ();
      gsize length = strlen (parts[p].text);

      archive_entry_set_pathname (entry, parts[p].name);
      archive_entry_set_size (entry, (la_int64_t)length);
      archive_entry_set_filetype (entry, AE_IFREG);
      archive_entry_set_perm (entry, 0644);
      g_assert_cmpint (archive_write_header (archive, entry), ==, ARCHIVE_OK);
      g_assert_cmpint (archive_write_data (archive, parts[p].text, length), ==, (gint64)length);
      archive_entry_free (entry);
    }
  g_assert_cmpint (archive_write_close (archive), ==, ARCHIVE_OK);
  archive_write_free (archive);
  return g_byte_array_free_to_bytes (bytes);
}

GBytes *
make_xlsx (const char *sheet, const char *texts, const char *styles, const char *properties)
{
  g_autofree char *workbook = g_strdup_printf (
      "<workbook xmlns='http://schemas.openxmlformats.org/spreadsheetml/2006/main' "
      "xmlns:r='http://schemas.openxmlformats.org/officeDocument/2006/relationships'>%s<sheets>"
      "<sheet name='Hidden' sheetId='3' state='hidden' r:id='rId9'/>"
      "<sheet name='Smith &amp; Sons' sheetId='1' r:id='rId1'/>"
      "<sheet name='Chart' sheetId='2' r:id='rId2'/></sheets></workbook>",
      properties);
  g_autofree char *whole_sheet = g_strdup_printf (
      "<?xml version='1.0' encoding='UTF-8'?><worksheet "
      "xmlns='http://schemas.openxmlformats.org/spreadsheetml/2006/main'><sheetData>%s</sheetData>"
      "</worksheet>",
      sheet);
  g_autofree char *whole_texts = g_strdup_printf ("<sst>%s</sst>", texts);
  g_autofree char *whole_styles = g_strdup_printf ("<styleSheet>%s</styleSheet>", styles);
  const MadePart parts[] = {
    { "[Content_Types].xml", "<Types/>" },
    { "_rels/.rels", "<Relationships><Relationship Id='a' Type='http://x/officeDocument' "
                     "Target='xl/workbook.xml'/></Relationships>" },
    { "xl/workbook.xml", workbook },
    { "xl/_rels/workbook.xml.rels",
      "<Relationships><Relationship Id='rId1' Type='http://x/worksheet' "
      "Target='worksheets/sheet1.xml'/><Relationship Id='rId2' Type='http://x/chartsheet' "
      "Target='chartsheets/sheet1.xml'/><Relationship Id='rId3' Type='http://x/sharedStrings' "
      "Target='/xl/sharedStrings.xml'/><Relationship Id='rId4' Type='http://x/styles' "
      "Target='../xl/styles.xml'/><Relationship Id='rId9' Type='http://x/worksheet' "
      "Target='worksheets/sheet9.xml'/></Relationships>" },
    { "xl/worksheets/sheet1.xml", whole_sheet },
    { "xl/sharedStrings.xml", whole_texts },
    { "xl/styles.xml", whole_styles },
  };

  return make_zip (parts, G_N_ELEMENTS (parts));
}

GBytes *
make_ods (const char *styles, const char *tables)
{
  g_autofree char *content = g_strdup_printf (
      "<?xml version='1.0' encoding='UTF-8'?><office:document-content "
      "xmlns:office='urn:oasis:names:tc:opendocument:xmlns:office:1.0' "
      "xmlns:style='urn:oasis:names:tc:opendocument:xmlns:style:1.0' "
      "xmlns:table='urn:oasis:names:tc:opendocument:xmlns:table:1.0' "
      "xmlns:text='urn:oasis:names:tc:opendocument:xmlns:text:1.0' "
      "xmlns:draw='urn:oasis:names:tc:opendocument:xmlns:drawing:1.0' "
      "xmlns:calcext='urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0'>"
      "<office:automatic-styles>%s</office:automatic-styles><office:body><office:spreadsheet>%s"
      "</office:spreadsheet></office:body></office:document-content>",
      styles, tables);
  const MadePart parts[] = {
    { "mimetype", "application/vnd.oasis.opendocument.spreadsheet" },
    { "content.xml", content },
    { "META-INF/manifest.xml", "<manifest><file-entry/></manifest>" },
  };

  return make_zip (parts, G_N_ELEMENTS (parts));
}

static GString *
begin_table (const char *text, char ***lines)
{
  *lines = g_strsplit (text, "\n", -1);
  return g_string_new (NULL);
}

GBytes *
make_csv_table (const char *text)
{
  g_auto (GStrv) lines = NULL;
  GString *csv = begin_table (text, &lines);

  for (guint l = 0; lines[l] != NULL && lines[l][0] != '\0'; l++)
    {
      g_auto (GStrv) cells = g_strsplit (lines[l], "|", -1);

      for (guint c = 0; cells[c] != NULL; c++)
        g_string_append_printf (csv, "%s\"%s\"", c > 0 ? "," : "", cells[c]);
      g_string_append (csv, "\r\n");
    }
  return g_string_free_to_bytes (csv);
}

/* Days go into XLSX as Excel has them, as serial numbers in a style; and URNs as numbers. */
static void
append_xlsx_cell (GString *sheet, const char *cell)
{
  g_autofree char *escaped = g_markup_escape_text (cell, -1);
  int year, month, day, n = 0;

  if (sscanf (cell, "%4d-%2d-%2d%n", &year, &month, &day, &n) == 3 && n == (int)strlen (cell))
    {
      GDate date;
      GDate epoch;

      g_date_set_dmy (&date, (GDateDay)day, (GDateMonth)month, (GDateYear)year);
      g_date_set_dmy (&epoch, 30, G_DATE_DECEMBER, 1899);
      g_string_append_printf (sheet, "<c s='1'><v>%d</v></c>", g_date_days_between (&epoch, &date));
    }
  else if (cell[0] != '\0' && strspn (cell, "0123456789") == strlen (cell))
    g_string_append_printf (sheet, "<c><v>%s</v></c>", cell);
  else
    g_string_append_printf (sheet, "<c t='inlineStr'><is><t>%s</t></is></c>", escaped);
}

GBytes *
make_xlsx_table (const char *text)
{
  g_auto (GStrv) lines = NULL;
  g_autoptr (GString) sheet = begin_table (text, &lines);

  for (guint l = 0; lines[l] != NULL && lines[l][0] != '\0'; l++)
    {
      g_auto (GStrv) cells = g_strsplit (lines[l], "|", -1);

      g_string_append (sheet, "<row>");
      for (guint c = 0; cells[c] != NULL; c++)
        append_xlsx_cell (sheet, cells[c]);
      g_string_append (sheet, "</row>");
    }
  return make_xlsx (sheet->str, "", "<cellXfs><xf numFmtId='0'/><xf numFmtId='14'/></cellXfs>", "");
}

GBytes *
make_ods_table (const char *text)
{
  g_auto (GStrv) lines = NULL;
  g_autoptr (GString) table = begin_table (text, &lines);

  g_string_append (table, "<table:table table:name='T'>");
  for (guint l = 0; lines[l] != NULL && lines[l][0] != '\0'; l++)
    {
      g_auto (GStrv) cells = g_strsplit (lines[l], "|", -1);

      g_string_append (table, "<table:table-row>");
      for (guint c = 0; cells[c] != NULL; c++)
        {
          g_autofree char *escaped = g_markup_escape_text (cells[c], -1);

          if (cells[c][0] == '\0')
            g_string_append (table, "<table:table-cell/>");
          else if (strlen (cells[c]) == 10 && cells[c][4] == '-' && cells[c][7] == '-')
            g_string_append_printf (table,
                                    "<table:table-cell office:value-type='date' "
                                    "office:date-value='%s'><text:p>shown</text:p>"
                                    "</table:table-cell>",
                                    escaped);
          else
            g_string_append_printf (table,
                                    "<table:table-cell office:value-type='string'><text:p>%s"
                                    "</text:p></table:table-cell>",
                                    escaped);
        }
      g_string_append (table, "</table:table-row>");
    }
  g_string_append (table, "</table:table>");
  return make_ods ("", table->str);
}
