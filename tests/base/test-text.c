/* test-text.c: words and numbers as files write them
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kith-text.h"

#include <string.h>

static void
test_keys (void)
{
  static const char *const alike[] = { "St Mary’s  Trust", " st mary's trust ", "ST MARY’S TRUST" };

  for (guint i = 0; i < G_N_ELEMENTS (alike); i++)
    {
      g_autofree char *key = kith_text_dup_key (alike[i]);

      g_assert_cmpstr (key, ==, "st mary's trust");
    }
}

/* the short way for ASCII and the long way for the rest end alike */
static void
test_key_of_ascii (void)
{
  static const char *const cases[] = { "", " ", "A", "  Two\t Words ", "TRUST\v\f of 9" };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *longer = g_strconcat (cases[i], "é", NULL);
      g_autofree char *key = kith_text_dup_key (cases[i]);
      g_autofree char *longer_key = kith_text_dup_key (longer);
      g_autofree char *head = g_strndup (longer_key, strlen (longer_key) - strlen ("é"));

      g_assert_cmpstr (g_strchomp (head), ==, key);
    }
}

static void
test_encodings (void)
{
  static const struct
  {
    const char *bytes, *text;
  } cases[] = {
    { "St Paul\x92s", "St Paul’s" },     /* Windows-1252 */
    { "St Paul’s", "St Paul’s" },        /* UTF-8 */
    { "St Paul\xc2\x92s", "St Paul’s" }, /* UTF-8 of a C1 control character */
    { "\xc9"
      "cole",
      "École" }, /* Windows-1252 as in Latin-1 */
    { "caf\xc3\xa9", "café" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = kith_text_dup_utf8 (cases[i].bytes, strlen (cases[i].bytes));

      g_assert_cmpstr (text, ==, cases[i].text);
    }
}

static void
test_numbers (void)
{
  static const struct
  {
    const char *text;
    gboolean is_int, is_real;
    double value;
  } cases[] = {
    { "187", TRUE, TRUE, 187 },
    { "25,719", TRUE, TRUE, 25719 },
    { "5210075.0", TRUE, TRUE, 5210075 },
    { "44.98%", FALSE, TRUE, 44.98 },
    { "-3", TRUE, TRUE, -3 },
    { "06", TRUE, TRUE, 6 },
    { "1.5", FALSE, TRUE, 1.5 },
    { "SUPP", FALSE, FALSE, 0 },
    { "1e999", FALSE, FALSE, 0 },
    { "1,23", FALSE, TRUE, 123 },
    { "99999999999999999999", FALSE, TRUE, 1e20 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gint64 whole;
      double figure;

      g_test_message ("%s", cases[i].text);
      g_assert_cmpint (kith_text_parse_int (cases[i].text, -1, &whole), ==, cases[i].is_int);
      g_assert_cmpint (kith_text_parse_real (cases[i].text, -1, &figure), ==, cases[i].is_real);
      if (cases[i].is_int)
        g_assert_cmpint (whole, ==, (gint64)cases[i].value);
      if (cases[i].is_real)
        g_assert_cmpfloat (figure, ==, cases[i].value);
    }
}

static void
test_csv_cells (void)
{
  static const char *const cases[][2] = {
    { "plain", "plain" },        { "a,b", "\"a,b\"" }, { "say \"x\"", "\"say \"\"x\"\"\"" },
    { "=1+1", "\"'=1+1\"" },     { "-3", "-3" },       { "@home", "\"'@home\"" },
    { "+44 20", "\"'+44 20\"" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GString) line = g_string_new (NULL);

      kith_text_append_csv (line, cases[i][0]);
      g_assert_cmpstr (line->str, ==, cases[i][1]);
    }
}

static void
test_counts_and_lists (void)
{
  g_autofree char *count = kith_text_dup_count (1234567);
  g_autofree char *small = kith_text_dup_count (999);
  g_autofree char *list = kith_text_dup_list ((const char *const[]){ "a", "b", "c", NULL });

  g_assert_cmpstr (count, ==, "1,234,567");
  g_assert_cmpstr (small, ==, "999");
  g_assert_cmpstr (list, ==, "a, b and c");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/text/spellings of one name have one key", test_keys);
  g_test_add_func ("/text/a key of ascii is like any other", test_key_of_ascii);
  g_test_add_func ("/text/three encodings read alike", test_encodings);
  g_test_add_func ("/text/numbers", test_numbers);
  g_test_add_func ("/text/csv cells are quoted and never run", test_csv_cells);
  g_test_add_func ("/text/counts and lists read well", test_counts_and_lists);
  return g_test_run ();
}
