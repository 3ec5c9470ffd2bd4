/* test-output.c: results as a table for people, as CSV and as JSON
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kith-output.h"

#include <math.h>

static const KithColumn columns[] = {
  { "urn", KITH_COLUMN_NUMBER },
  { "name", KITH_COLUMN_TEXT },
  { "rho", KITH_COLUMN_NUMBER },
  { "last_contact", KITH_COLUMN_TEXT },
};

static char *
write_two_rows (KithOutputFormat format)
{
  KithOutput *output = kith_output_new (format, columns, G_N_ELEMENTS (columns));

  kith_output_add_int (output, 900114);
  kith_output_add_text (output, "St Aldhelm’s, \"the\" school");
  kith_output_add_real (output, 1.0 / 3, 1);
  kith_output_add_date (output, kith_date_new (2026, 3, 2));
  kith_output_add_int (output, 9);
  kith_output_add_text (output, NULL);
  kith_output_add_real (output, NAN, 1);
  kith_output_add_date (output, KITH_DATE_UNKNOWN);
  return kith_output_end (output);
}

static void
test_csv (void)
{
  g_autofree char *text = write_two_rows (KITH_OUTPUT_CSV);

  g_assert_cmpstr (text, ==,
                   "urn,name,rho,last_contact\n"
                   "900114,\"St Aldhelm’s, \"\"the\"\" school\",0.3333333333333333,2026-03-02\n"
                   "9,,,\n");
}

static void
test_json (void)
{
  g_autofree char *text = write_two_rows (KITH_OUTPUT_JSON);

  g_assert_cmpstr (text, ==,
                   "[\n"
                   "  {\"urn\": 900114, \"name\": \"St Aldhelm’s, \\\"the\\\" school\", "
                   "\"rho\": 0.3333333333333333, \"last_contact\": \"2026-03-02\"},\n"
                   "  {\"urn\": 9, \"name\": null, \"rho\": null, \"last_contact\": null}\n"
                   "]\n");
}

static void
test_table (void)
{
  g_autofree char *text = write_two_rows (KITH_OUTPUT_TABLE);

  g_assert_cmpstr (text, ==,
                   "   urn  name                        rho  last_contact\n"
                   "900114  St Aldhelm’s, \"the\" school  0.3  2 Mar 2026\n"
                   "     9\n");
}

static void
test_empty (void)
{
  g_autofree char *json =
      kith_output_end (kith_output_new (KITH_OUTPUT_JSON, columns, G_N_ELEMENTS (columns)));
  g_autofree char *csv =
      kith_output_end (kith_output_new (KITH_OUTPUT_CSV, columns, G_N_ELEMENTS (columns)));

  g_assert_cmpstr (json, ==, "[]\n");
  g_assert_cmpstr (csv, ==, "urn,name,rho,last_contact\n");
}

/* What does not exist is an empty cell; why, stands beside it */
static void
test_notes (void)
{
  static const KithColumn noted[] = { { "ei", KITH_COLUMN_NUMBER },
                                      { "reasons", KITH_COLUMN_NOTES } };
  static const KithNote notes[] = {
    { "a", "No \"link\"." }, { "b", "No \"link\"." }, { "c", NULL }, { "d", "No authority." }
  };
  static const char *const written[] = {
    [KITH_OUTPUT_TABLE] = "ei  reasons\n"
                          "    No \"link\". No authority.\n"
                          " 1\n",
    [KITH_OUTPUT_CSV] = "ei\n\n1\n",
    [KITH_OUTPUT_JSON] = "[\n"
                         "  {\"ei\": null, \"reasons\": {\"a\": \"No \\\"link\\\".\", "
                         "\"b\": \"No \\\"link\\\".\", \"d\": \"No authority.\"}},\n"
                         "  {\"ei\": 1, \"reasons\": {}}\n"
                         "]\n",
  };

  for (guint format = 0; format < G_N_ELEMENTS (written); format++)
    {
      KithOutput *output = kith_output_new ((KithOutputFormat)format, noted, G_N_ELEMENTS (noted));
      g_autofree char *text = NULL;

      kith_output_add_real (output, NAN, 0);
      kith_output_add_notes (output, notes, G_N_ELEMENTS (notes));
      kith_output_add_real (output, 1, 0);
      kith_output_add_notes (output, notes + 2, 1);
      text = kith_output_end (output);
      g_assert_cmpstr (text, ==, written[format]);
    }
}

/* As few digits as are read back as the same number */
static void
test_digits (void)
{
  static const struct
  {
    double value;
    const char *digits;
  } cases[] = {
    { 0.1, "0.1" }, { 1.0 / 3, "0.3333333333333333" },        { 0.1 + 0.2, "0.30000000000000004" },
    { 2, "2" },     { -1e-7 / 3, "-3.3333333333333334e-08" },
  };
  static const KithColumn one[] = { { "n", KITH_COLUMN_NUMBER } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      KithOutput *output = kith_output_new (KITH_OUTPUT_CSV, one, 1);
      g_autofree char *text = NULL;
      g_autofree char *expected = g_strdup_printf ("n\n%s\n", cases[i].digits);

      kith_output_add_real (output, cases[i].value, 2);
      text = kith_output_end (output);
      g_assert_cmpstr (text, ==, expected);
      g_assert_cmpfloat (g_ascii_strtod (cases[i].digits, NULL), ==, cases[i].value);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/output/csv has full precision, iso days and quotes", test_csv);
  g_test_add_func ("/output/json has numbers bare and null for none", test_json);
  g_test_add_func ("/output/a table lines up and reads well", test_table);
  g_test_add_func ("/output/no rows is still a result", test_empty);
  g_test_add_func ("/output/notes are an object, a text, or nothing", test_notes);
  g_test_add_func ("/output/a number has as many digits as it needs", test_digits);
  return g_test_run ();
}
