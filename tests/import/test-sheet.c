/* test-sheet.c: sheets of XLSX and ODS files, whole and hostile
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "make-book.h"

#include "kith-import.h"
#include "kith-sheet-private.h"

#include <string.h>
#include <sys/resource.h>

/* [sheet] 1:cell|cell 3:cell … */
static char *
dup_book (GBytes *bytes, GError **error)
{
  g_autoptr (KithBook) book = kith_book_open (bytes, "x.xlsx", error);
  g_autoptr (GString) text = g_string_new (NULL);

  if (book == NULL)
    return NULL;
  for (guint s = 0; s < kith_book_get_n_sheets (book); s++)
    {
      g_autoptr (KithSheet) sheet = kith_book_open_sheet (book, s, error);
      KithSheetRow row;

      if (sheet == NULL)
        return NULL;
      g_string_append_printf (text, "[%s]", kith_book_get_sheet_name (book, s));
      for (;;)
        {
          if (!kith_sheet_next (sheet, &row, error))
            return NULL;
          if (row.n_cells == 0)
            break;
          g_string_append_printf (text, " %d:", (int)row.number);
          for (guint c = 0; c < row.n_cells; c++)
            g_string_append_printf (text, "%s%s", c > 0 ? "|" : "", row.cells[c]);
        }
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

#define STYLES                                                                                     \
  "<numFmts><numFmt numFmtId='164' formatCode='dd/mm/yyyy;@'/>"                                    \
  "<numFmt numFmtId='165' formatCode='[$-809]d mmmm yyyy'/>"                                       \
  "<numFmt numFmtId='166' formatCode='0.0&quot; days&quot;'/>"                                     \
  "<numFmt numFmtId='167' formatCode='[Red]0.00;[Red]-0.00'/>"                                     \
  "<numFmt numFmtId='168' formatCode='h:mm:ss'/><numFmt numFmtId='169' formatCode='mmm-yy'/>"      \
  "<numFmt numFmtId='170' formatCode='General'/></numFmts>"                                        \
  "<cellStyleXfs><xf numFmtId='14'/></cellStyleXfs>"                                               \
  "<cellXfs><xf numFmtId='0'/><xf numFmtId='14'/><xf numFmtId='164'/><xf numFmtId='165'/>"         \
  "<xf numFmtId='166'/><xf numFmtId='167'/><xf numFmtId='168'/><xf numFmtId='169'/>"               \
  "<xf numFmtId='170'/><xf numFmtId='10'/></cellXfs>"

/* Serial numbers of days as LibreOffice gives them, and Excel's own for 1 and 59. */
static const struct
{
  const char *claim, *sheet, *texts, *properties, *result;
} xlsx_cases[] = {
  { "shared strings, with runs joined and readings left out",
    "<row r='1'><c r='A1' t='s'><v>1</v></c><c r='B1' t='s'><v>0</v></c></row>",
    "<si><t>plain</t></si><si><r><t>Saint </t></r><r><rPr><b/></rPr><t xml:space='preserve'>Mary"
    "</t></r><rPh><t>x</t></rPh></si>",
    "", " 1:Saint Mary|plain" },
  { "inline strings and what Excel escapes",
    "<row><c t='inlineStr'><is><t>a_x000D_b &amp; _x005F_x0041_</t></is></c></row>", "", "",
    " 1:a\rb & _x0041_" },
  { "gaps between columns and between rows",
    "<row r='2'><c r='B2'><v>1</v></c><c r='AA2'><v>2</v></c></row><row "
    "r='7'><c><v>3</v></c></row>",
    "", "", " 2:|1|||||||||||||||||||||||||2 7:3" },
  { "numbers as they are shown: fifteen digits, no exponent for whole ones",
    "<row><c><v>100123</v></c><c><v>1.00123E5</v></c><c><v>0.44979999999999998</v></c>"
    "<c><v>-3.5</v></c></row>",
    "", "", " 1:100123|100123|0.4498|-3.5" },
  { "shares as shares", "<row><c s='9'><v>0.44979999999999998</v></c></row>", "", "", " 1:44.98%" },
  { "days by their number format, of 1900",
    "<row><c s='1'><v>44681</v></c><c s='2'><v>44681.75</v></c><c s='3'><v>61</v></c>"
    "<c s='7'><v>59</v></c><c s='1'><v>1</v></c></row>",
    "", "", " 1:2022-04-30|2022-04-30|1900-03-01|1900-02-28|1900-01-01" },
  { "days of 1904", "<row><c s='1'><v>43219</v></c><c s='1'><v>0</v></c></row>", "",
    "<workbookPr date1904='1'/>", " 1:2022-04-30|1904-01-01" },
  { "no days: words, colours, times, 29 February 1900",
    "<row><c s='4'><v>44681</v></c><c s='5'><v>44681</v></c><c s='6'><v>0.5</v></c>"
    "<c s='8'><v>44681</v></c><c s='1'><v>60</v></c><c s='1'><v>-1</v></c></row>",
    "", "", " 1:44681|44681|0.5|44681|60|-1" },
  { "a formula's last value, errors, truth, ISO days",
    "<row><c t='str'><f>A1</f><v>last</v></c><c><f>1+1</f><v>2</v></c><c t='e'><v>#N/A</v></c>"
    "<c t='b'><v>1</v></c><c t='b'><v>0</v></c><c t='d'><v>2022-04-30T00:00:00</v></c></row>",
    "", "", " 1:last|2|#N/A|TRUE|FALSE|2022-04-30" },
  { "blank cells and rows are nothing", "<row r='1'><c s='1'/><c/></row><row r='2'/>", "", "", "" },
  { "a row without cells at the sheet's end changes nothing",
    "<row r='1'><c><v>1</v></c></row><row r='1048576'/>", "", "", " 1:1" },
};

static void
test_xlsx (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  g_autoptr (GBytes) bytes =
      make_xlsx (xlsx_cases[i].sheet, xlsx_cases[i].texts, STYLES, xlsx_cases[i].properties);
  g_autoptr (GError) error = NULL;
  g_autofree char *text = dup_book (bytes, &error);
  g_autofree char *expected = g_strconcat ("[Smith & Sons]", xlsx_cases[i].result, NULL);

  g_assert_no_error (error);
  g_assert_cmpstr (text, ==, expected);
}

#define ROW(cells) "<table:table-row>" cells "</table:table-row>"
#define TEXT(words) "<table:table-cell office:value-type='string'>" words "</table:table-cell>"
#define P(words) "<text:p>" words "</text:p>"

static const struct
{
  const char *claim, *table, *result;
} ods_cases[] = {
  { "words with runs, spaces, tabs and lines",
    ROW (TEXT (P (" Saint <text:span>Mary</text:span><text:s text:c='2'/>x\n   y")
                   P ("two<text:tab/>t<text:line-break/>l"))),
    " 1:Saint Mary  x y\ntwo\tt\nl" },
  { "comments and drawings are no part of a cell",
    ROW (TEXT ("<office:annotation>" P ("secret") "</office:annotation>" P (
        "open") "<draw:frame><draw:text-box>" P ("box") "</draw:text-box></draw:frame>")),
    " 1:open" },
  { "numbers, shares, days, truth and errors",
    ROW ("<table:table-cell office:value-type='float' office:value='100123'>" P (
        "100,123") "</table:table-cell><table:table-cell office:value-type='percentage' "
                   "office:value='0.4498'/><table:table-cell office:value-type='date' "
                   "office:date-value='2022-04-30T10:00:00'>" P (
                       "30/04/22") "</table:table-cell>"
                                   "<table:table-cell office:value-type='boolean' "
                                   "office:boolean-value='true'/>"
                                   "<table:table-cell office:value-type='float' office:value='0' "
                                   "calcext:value-type='error'>" P ("#N/A") "</table:table-cell>"),
    " 1:100123|44.98%|2022-04-30|TRUE|#N/A" },
  { "cells and rows that repeat, covered ones blank",
    ROW (
        "<table:table-cell table:number-columns-repeated='2'/>"
        "<table:table-cell table:number-columns-repeated='3' office:value-type='string'>" P ("a") "</table:table-cell><table:covered-table-cell>" P (
            "no") "</table:covered-table-cell>" TEXT (P ("b"))) "<table:table-row "
                                                                "table:number-rows-repeated='2'"
                                                                ">" TEXT (
                                                                    P ("c")) "</"
                                                                             "table:table-"
                                                                             "row>"
                                                                             "<table:table-"
                                                                             "row "
                                                                             "table:number-"
                                                                             "rows-repeated='"
                                                                             "5'/>" ROW (
                                                                                 TEXT (P ("d"))),
    " 1:||a|a|a||b 2:c 3:c 9:d" },
  { "the blank rest of a sheet costs nothing",
    ROW (TEXT (P (
        "a")) "<table:table-cell table:number-columns-repeated='16383'/>") "<table:table-row "
                                                                           "table:number-rows-"
                                                                           "repeated='1048575'>"
                                                                           "<table:table-cell "
                                                                           "table:number-columns-"
                                                                           "repeated='16384'/></"
                                                                           "table:table-row>",
    " 1:a" },
  { "rows in groups and headers",
    "<table:table-header-rows>" ROW (TEXT (P ("h"))) "</table:table-header-rows>"
                                                     "<table:table-row-group>" ROW (
                                                         TEXT (P ("r"))) "</table:table-row-group>",
    " 1:h 2:r" },
};

static void
test_ods (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  g_autofree char *tables = g_strdup_printf (
      "<table:table table:name='H' table:style-name='h'>" ROW (TEXT (
          P ("hidden"))) "</table:table>"
                         "<table:table table:name='A &amp; B'>%s</table:table>"
                         "<table:table table:name='Last'>" ROW (TEXT (P ("z"))) "</table:table>",
      ods_cases[i].table);
  g_autoptr (GBytes) bytes = make_ods ("<style:style style:name='h' style:family='table'>"
                                       "<style:table-properties table:display='false'/>"
                                       "</style:style>",
                                       tables);
  g_autoptr (GError) error = NULL;
  g_autofree char *text = dup_book (bytes, &error);
  g_autofree char *expected = g_strconcat ("[A & B]", ods_cases[i].result, "[Last] 1:z", NULL);

  g_assert_no_error (error);
  g_assert_cmpstr (text, ==, expected);
}

/* Refuses @bytes with a whole sentence that has @words in it. */
static void
assert_refused (GBytes *bytes, KithImportError code, const char *words)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *text = dup_book (bytes, &error);

  g_assert_null (text);
  g_assert_error (error, KITH_IMPORT_ERROR, (int)code);
  g_assert_nonnull (strstr (error->message, words));
  g_assert_true (g_str_has_prefix (error->message, "“x.xlsx” "));
  g_assert_true (g_str_has_suffix (error->message, "."));
}

static void
test_truncated (void)
{
  g_autoptr (GBytes) whole = make_xlsx ("<row><c><v>1</v></c></row>", "", STYLES, "");
  gsize size = g_bytes_get_size (whole);

  /* the last few bytes of the list of parts say nothing */
  for (gsize n = 4; n < size - 22; n += 1 + n / 64)
    {
      g_autoptr (GBytes) bytes = g_bytes_new_from_bytes (whole, 0, n);

      assert_refused (bytes, KITH_IMPORT_ERROR_FORM, "cut short or damaged");
    }
}

/* Whatever byte is wrong, the answer is cells or a sentence. */
static void
test_damaged (void)
{
  g_autoptr (GBytes) whole = make_ods ("", "<table:table>" ROW (TEXT (P ("a"))) "</table:table>");
  gsize size;
  const guint8 *data = g_bytes_get_data (whole, &size);

  for (gsize i = 0; i < size; i++)
    {
      g_autofree guint8 *copy = g_memdup2 (data, size);
      g_autoptr (GBytes) bytes = NULL;
      g_autoptr (GError) error = NULL;
      g_autofree char *text = NULL;

      copy[i] ^= 0x41;
      bytes = g_bytes_new_static (copy, size);
      text = dup_book (bytes, &error);
      g_assert_true ((text == NULL) == (error != NULL));
      g_assert_true (error == NULL || error->domain == KITH_IMPORT_ERROR);
    }
}

static void
test_protected (void)
{
  static const char ole[] = "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 and so on";
  g_autoptr (GBytes) excel = g_bytes_new_static (ole, sizeof ole);
  const MadePart parts[] = {
    { "content.xml", "no XML at all" },
    { "META-INF/manifest.xml", "<manifest><file-entry><encryption-data/></file-entry></manifest>" },
  };
  g_autoptr (GBytes) office = make_zip (parts, G_N_ELEMENTS (parts));

  g_assert_true (kith_book_is_likely (ole, sizeof ole));
  assert_refused (excel, KITH_IMPORT_ERROR_FORM, "protected by a password");
  assert_refused (office, KITH_IMPORT_ERROR_FORM, "protected by a password");
}

static void
test_other_zip (void)
{
  const MadePart other = { "notes.txt", "no workbook" };
  const MadePart document = { "_rels/.rels", "<Relationships/>" };
  g_autoptr (GBytes) zip = make_zip (&other, 1);
  g_autoptr (GBytes) word = make_zip (&document, 1);

  assert_refused (zip, KITH_IMPORT_ERROR_KIND, "no workbook");
  assert_refused (word, KITH_IMPORT_ERROR_KIND, "not a workbook");
}

/* 400 MB of rows in half a megabyte, as cells and as one text. */
static void
test_zip_bomb (void)
{
  gsize n = 400u * 1024 * 1024;
  char *rows = g_malloc (n + 1);
  MadePart parts[] = { { "content.xml", rows } };
  g_autoptr (GBytes) bytes = NULL;
  struct rusage before, after;

  memset (rows, ' ', n);
  memcpy (rows, "<a>", 3);
  rows[n] = '\0';
  bytes = make_zip (parts, 1);
  g_free (rows);
  g_assert_cmpuint (g_bytes_get_size (bytes), <, 1024 * 1024);
  getrusage (RUSAGE_SELF, &before);
  assert_refused (bytes, KITH_IMPORT_ERROR_FORM, "unpacks to far more");
  getrusage (RUSAGE_SELF, &after);
  /* making the bomb took 400 MB; reading it takes no more than that */
  g_assert_cmpint (after.ru_maxrss - before.ru_maxrss, <, 16 * 1024);
}

static void
test_xml_bomb (void)
{
  GString *bomb = g_string_new ("<!DOCTYPE a [<!ENTITY b0 'ha'>");
  g_autofree char *text = NULL;
  g_autoptr (GBytes) bytes = NULL;

  for (guint i = 1; i < 30; i++)
    g_string_append_printf (bomb, "<!ENTITY b%u '&b%u;&b%u;&b%u;'>", i, i - 1, i - 1, i - 1);
  g_string_append (bomb, "<!ENTITY x SYSTEM 'file:///etc/passwd'>]><a>&b29;&x;</a>");
  text = g_string_free (bomb, FALSE);
  bytes = make_zip (&(MadePart){ "content.xml", text }, 1);
  assert_refused (bytes, KITH_IMPORT_ERROR_FORM, "defines XML entities");
}

static void
test_deep_xml (void)
{
  GString *deep = g_string_new (NULL);
  g_autofree char *text = NULL;
  g_autoptr (GBytes) bytes = NULL;

  for (guint i = 0; i < 10000; i++)
    g_string_append (deep, "<a>");
  text = g_string_free (deep, FALSE);
  bytes = make_zip (&(MadePart){ "content.xml", text }, 1);
  assert_refused (bytes, KITH_IMPORT_ERROR_FORM, "not well formed");
}

static void
test_too_much (void)
{
  static const struct
  {
    const char *table, *words;
  } cases[] = {
    { "<table:table-row table:number-rows-repeated='1048576'>"
      "<table:table-cell table:number-columns-repeated='16384' office:value-type='string'>" P (
          "a") "</table:table-cell></table:table-row>",
      "larger than any file" },
    { ROW ("<table:table-cell table:number-columns-repeated='16385' office:value-type='string'>" P (
          "a") "</table:table-cell>"),
      "16,384 columns" },
    { "<table:table-row table:number-rows-repeated='1048577'>" TEXT (P ("a")) "</table:table-row>",
      "1,048,576 rows" },
    { "<table:table-row table:number-rows-repeated='99999999999999999999'/>" ROW (TEXT (P ("a"))),
      "1,048,576 rows" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *table = g_strdup_printf ("<table:table>%s</table:table>", cases[i].table);
      g_autoptr (GBytes) bytes = make_ods ("", table);

      assert_refused (bytes, KITH_IMPORT_ERROR_FORM, cases[i].words);
    }
}

static void
test_missing_text (void)
{
  g_autoptr (GBytes) bytes = make_xlsx ("<row><c t='s'><v>7</v></c></row>", "", STYLES, "");

  assert_refused (bytes, KITH_IMPORT_ERROR_FORM, "a text that it does not have");
}

/* The school spine of 2017/18: 26,078 schools and a header, 31 columns. */
static void
test_real_spine (void)
{
  const char *folder = g_getenv ("KITH_REAL_DATA");
  g_autofree char *path = NULL;
  g_autofree char *data = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (KithBook) book = NULL;
  g_autoptr (KithSheet) sheet = NULL;
  g_autoptr (GError) error = NULL;
  KithSheetRow row;
  guint n_rows = 0;
  gsize size;

  if (folder == NULL)
    {
      g_test_skip ("KITH_REAL_DATA is not set");
      return;
    }
  path = g_build_filename (folder, "performance", "2017-2018_england_spine.xlsx", NULL);
  g_assert_true (g_file_get_contents (path, &data, &size, NULL));
  bytes = g_bytes_new_static (data, size);
  book = kith_book_open (bytes, "spine.xlsx", &error);
  g_assert_no_error (error);
  g_assert_cmpuint (kith_book_get_n_sheets (book), ==, 1);
  sheet = kith_book_open_sheet (book, 0, &error);
  while (kith_sheet_next (sheet, &row, &error) && row.n_cells > 0)
    {
      if (n_rows == 0)
        g_assert_cmpuint (row.n_cells, ==, 31);
      else if (n_rows == 1)
        {
          g_assert_cmpstr (row.cells[0], ==, "100000");
          g_assert_cmpstr (row.cells[4], ==, "Sir John Cass's Foundation Primary School");
          g_assert_cmpstr (row.cells[11], ==, "02072831147");
        }
      n_rows++;
    }
  g_assert_no_error (error);
  g_assert_cmpuint (n_rows, ==, 26079);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (xlsx_cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/sheet/xlsx/%s", xlsx_cases[i].claim);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_xlsx);
    }
  for (guint i = 0; i < G_N_ELEMENTS (ods_cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/sheet/ods/%s", ods_cases[i].claim);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_ods);
    }
  g_test_add_func ("/sheet/a file cut short anywhere is a sentence", test_truncated);
  g_test_add_func ("/sheet/any byte changed gives cells or a sentence", test_damaged);
  g_test_add_func ("/sheet/what a password protects is a sentence", test_protected);
  g_test_add_func ("/sheet/other ZIP files are no workbooks", test_other_zip);
  g_test_add_func ("/sheet/a ZIP bomb is a sentence and takes no memory", test_zip_bomb);
  g_test_add_func ("/sheet/an XML bomb is a sentence", test_xml_bomb);
  g_test_add_func ("/sheet/XML ten thousand deep is a sentence", test_deep_xml);
  g_test_add_func ("/sheet/more rows, columns or cells than a sheet has is a sentence",
                   test_too_much);
  g_test_add_func ("/sheet/a text that is missing is a sentence", test_missing_text);
  g_test_add_func ("/sheet/the real spine reads whole", test_real_spine);
  return g_test_run ();
}
