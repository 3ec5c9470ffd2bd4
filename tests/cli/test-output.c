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
                   "900114,\"St Aldhelm’s, \"\"the\"\" school\",0.33333333333333331,2026-03-02\n"
                   "9,,,\n");
}

static void
test_json (void)
{
  g_autofree char *text = write_two_rows (KITH_OUTPUT_JSON);

  g_assert_cmpstr (text, ==,
                   "[\n"
                   "  {\"urn\": 900114, \"name\": \"St Aldhelm’s, \\\"the\\\" school\", "
                   "\"rho\": 0.33333333333333331, \"last_contact\": \"2026-03-02\"},\n"
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

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/output/csv has full precision, iso days and quotes", test_csv);
  g_test_add_func ("/output/json has numbers bare and null for none", test_json);
  g_test_add_func ("/output/a table lines up and reads well", test_table);
  g_test_add_func ("/output/no rows is still a result", test_empty);
  return g_test_run ();
}
