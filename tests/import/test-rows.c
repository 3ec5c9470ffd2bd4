/* test-rows.c: rows of table files, in every form that the field writes them
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kith-import.h"
#include "kith-rows.h"

#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

static GFile *
write_file (const char *text, gssize length)
{
  static guint n;
  g_autofree char *name = g_strdup_printf ("kith-rows-%d-%u.csv", (int)getpid (), n++);
  g_autofree char *path = g_build_filename (g_get_tmp_dir (), name, NULL);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, text, length, &error);
  g_assert_no_error (error);
  return g_file_new_for_path (path);
}

static void
remove_file (GFile *file)
{
  g_assert_true (g_file_delete (file, NULL, NULL));
  g_object_unref (file);
}

/* Everything in a file, as name|name#1:cell|cell#… with the number of each row. */
static char *
dup_rows (const char *text, gssize length, GError **error)
{
  GFile *file = write_file (text, length);
  g_autoptr (KithRows) rows = kith_rows_open (file, NULL, error);
  GString *all = g_string_new (NULL);

  remove_file (file);
  g_assert_nonnull (rows);
  if (!kith_rows_next_sheet (rows, error))
    return g_string_free (all, FALSE);
  for (guint c = 0; c < kith_rows_get_n_columns (rows); c++)
    g_string_append_printf (all, "%s%s", c > 0 ? "|" : "", kith_rows_get_column (rows, c));
  while (kith_rows_next (rows, error))
    {
      g_string_append_printf (all, "#%d:", (int)kith_rows_get_number (rows));
      for (guint c = 0; c < kith_rows_get_n_cells (rows); c++)
        {
          KithCell cell = kith_rows_get_cell (rows, c);

          g_assert_cmpuint (strlen (cell.text), ==, cell.length);
          g_string_append_printf (all, "%s%s", c > 0 ? "|" : "", cell.text);
        }
      g_assert_cmpuint (kith_rows_get_cell (rows, 9999).length, ==, 0);
    }
  return g_string_free (all, FALSE);
}

static const struct
{
  const char *claim;
  const char *text;
  const char *rows;
} cases[] = {
  { "line-feeds", "a,b\n1,2\n3,4\n", "a|b#2:1|2#3:3|4" },
  { "carriage-returns-and-line-feeds", "a,b\r\n1,2\r\n3,4\r\n", "a|b#2:1|2#3:3|4" },
  { "carriage-returns", "a,b\r1,2\r3,4", "a|b#2:1|2#3:3|4" },
  { "no-line-end-at-the-end", "a,b\n1,2", "a|b#2:1|2" },
  { "byte-order-mark",
    "\xef\xbb\xbf"
    "a,b\n1,2\n",
    "a|b#2:1|2" },
  { "everything-quoted", "\"a\",\"b\"\n\"1\",\"2\"\n", "a|b#2:1|2" },
  { "quoted-commas-and-line-ends", "a,b\n\"1,\n2\",\"x\"\n", "a|b#2:1,\n2|x" },
  { "doubled-marks", "a,b\n\"say \"\"so\"\"\",\"\"\"\"\n", "a|b#2:say \"so\"|\"" },
  { "empty-quotes", "a,b,c\n\"\",\"\",1\n", "a|b|c#2:||1" },
  { "marks-inside-an-unquoted-cell", "a,b\n6\" ruler,x\n", "a|b#2:6\" ruler|x" },
  { "text-after-the-closing-mark", "a,b\n\"x\"y,z\n", "a|b#2:xy|z" },
  { "more-cells-than-names", "a,b\n1,2,3,4\n", "a|b#2:1|2|3|4" },
  { "fewer-cells-than-names", "a,b,c\n1\n1,2\n", "a|b|c#2:1#3:1|2" },
  { "unnamed-first-column", ",a\n0,x\n", "|a#2:0|x" },
  { "blank-names-at-the-end", "a,b,,\n1,2,,\n", "a|b#2:1|2||" },
  { "blank-rows-are-passed-over-and-counted", "\n\na\n\n1\n,\n2\n", "a#5:1#7:2" },
  { "tabs", "a\tb\n1,5\t2\n", "a|b#2:1,5|2" },
  { "semicolons", "a;b\n1;2\n", "a|b#2:1|2" },
  { "windows-1252-header", "name,Caf\xe9\n1,2\n", "name|Café#2:1|2" },
};

static void
test_case (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  g_autoptr (GError) error = NULL;
  g_autofree char *rows = dup_rows (cases[i].text, -1, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (rows, ==, cases[i].rows);
}

/* Rows longer than a block, and cells that lie across the end of one, read the same. */
static void
test_blocks (void)
{
  g_autoptr (GString) text = g_string_new ("a,b,c\r\n");
  g_autofree char *filler = g_strnfill (700, 'x');
  GFile *file;
  g_autoptr (KithRows) rows = NULL;
  g_autoptr (GError) error = NULL;
  guint n = 0;

  for (guint i = 0; i < 9000; i++)
    g_string_append_printf (text, "%u,\"%s \"\"%u\"\"\r\n\",%.*s\r\n", i, "say", i, (int)(i % 700),
                            filler);
  file = write_file (text->str, (gssize)text->len);
  rows = kith_rows_open (file, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (kith_rows_next_sheet (rows, &error));
  for (; kith_rows_next (rows, &error); n++)
    {
      g_autofree char *number = g_strdup_printf ("%u", n);
      g_autofree char *said = g_strdup_printf ("say \"%u\"\r\n", n);

      g_assert_cmpuint (kith_rows_get_n_cells (rows), ==, 3);
      g_assert_cmpstr (kith_rows_get_cell (rows, 0).text, ==, number);
      g_assert_cmpstr (kith_rows_get_cell (rows, 1).text, ==, said);
      g_assert_cmpuint (kith_rows_get_cell (rows, 2).length, ==, n % 700);
    }
  g_assert_no_error (error);
  g_assert_cmpuint (n, ==, 9000);
  remove_file (file);
}

/* A cell is trimmed once for all: asked for again, it is the same. */
static void
test_trim (void)
{
  GFile *file = write_file ("a,b\n\t x y ,  \n", -1);
  g_autoptr (KithRows) rows = kith_rows_open (file, NULL, NULL);

  remove_file (file);
  g_assert_true (kith_rows_next_sheet (rows, NULL));
  g_assert_true (kith_rows_next (rows, NULL));
  for (guint i = 0; i < 2; i++)
    {
      g_assert_cmpstr (kith_rows_trim_cell (rows, 0).text, ==, "x y");
      g_assert_cmpuint (kith_rows_get_cell (rows, 0).length, ==, 3);
      g_assert_cmpuint (kith_rows_trim_cell (rows, 1).length, ==, 0);
      g_assert_cmpuint (kith_rows_get_cell (rows, 1).length, ==, 0);
      g_assert_cmpuint (kith_rows_trim_cell (rows, 2).length, ==, 0);
    }
}

static void
assert_refused (const char *text, gssize length, const char *part)
{
  g_autoptr (GError) error = NULL;

  g_free (dup_rows (text, length, &error));
  g_assert_error (error, KITH_IMPORT_ERROR, KITH_IMPORT_ERROR_FORM);
  g_assert_nonnull (strstr (error->message, part));
}

static void
test_refused (void)
{
  g_autoptr (GString) wide = g_string_new ("a,b\n");

  assert_refused ("", 0, "is empty");
  assert_refused ("\xef\xbb\xbf", 3, "is empty");
  assert_refused ("a,b\n1,\0002\n", 8, "no text");
  assert_refused ("\xff\xfe"
                  "a,b\n",
                  6, "UTF-16");
  assert_refused ("a,b\n1,2\n3,\"cut sho", -1, "row 3: the file ends inside");
  for (guint i = 0; i < 20000; i++)
    g_string_append (wide, "1,");
  assert_refused (wide->str, -1, "row 2: the row has more cells");
}

/* A line without an end is given up at 16 MB, whatever follows: here 40 MB of it. */
static void
test_endless_line (void)
{
  g_autofree char *text = g_strnfill (40 * 1024 * 1024, 'x');

  memcpy (text, "a,b\n\"", 5);
  assert_refused (text, -1, "longer than 16 MB");
  memcpy (text, "a,b\n1", 5);
  assert_refused (text, -1, "longer than 16 MB");
}

static void
test_missing (void)
{
  g_autoptr (GFile) file = g_file_new_for_path ("/nowhere/at-all.csv");
  g_autoptr (GError) error = NULL;

  g_assert_null (kith_rows_open (file, NULL, &error));
  g_assert_error (error, KITH_IMPORT_ERROR, KITH_IMPORT_ERROR_FILE);
  g_assert_nonnull (strstr (error->message, "at-all.csv"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/rows/%s", cases[i].claim);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_case);
    }
  g_test_add_func ("/rows/a-cell-is-trimmed-once-for-all", test_trim);
  g_test_add_func ("/rows/a-row-may-lie-across-blocks", test_blocks);
  g_test_add_func ("/rows/what-is-no-table-is-refused-with-a-sentence", test_refused);
  g_test_add_func ("/rows/an-endless-line-is-given-up", test_endless_line);
  g_test_add_func ("/rows/a-missing-file-is-named", test_missing);
  return g_test_run ();
}
