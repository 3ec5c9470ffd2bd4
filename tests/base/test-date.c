/* test-date.c: days, as the field writes them
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kith-date.h"

typedef struct
{
  const char *claim;
  const char *text;
  const char *iso; /* NULL: refused; "": unknown */
} ParseCase;

/* the serial is what a spreadsheet shows for 31 March 2022 */
static const ParseCase parse_cases[] = {
  { "iso", "2022-03-31", "2022-03-31" },
  { "dashes, day first", "31-03-2022", "2022-03-31" },
  { "slashes, day first", "31/03/2022", "2022-03-31" },
  { "short day and month", "1/9/2022", "2022-09-01" },
  { "eight digits", "20220331", "2022-03-31" },
  { "serial", "44651", "2022-03-31" },
  { "serial with a time of day", "44651.5", "2022-03-31" },
  { "time of day", "2022-03-31 00:00:00", "2022-03-31" },
  { "month in letters", "31 Mar 2022", "2022-03-31" },
  { "leap day", "29/02/2024", "2024-02-29" },
  { "blank", "  ", "" },
  { "the placeholder", "01/01/1900", "" },
  { "no leap day", "29/02/2023", NULL },
  { "no such day", "31/02/2026", NULL },
  { "month first", "03/31/2022", NULL },
  { "a word", "Open", NULL },
  { "six digits", "202203", NULL },
  { "mixed separators", "31/03-2022", NULL },
};

static void
test_parse (gconstpointer data)
{
  const ParseCase *c = data;
  KithDate date;
  char text[KITH_DATE_TEXT_SIZE + 8];

  g_assert_cmpint (kith_date_parse (c->text, -1, &date), ==, c->iso != NULL);
  g_assert_cmpstr (kith_date_format (date, KITH_DATE_ISO, text), ==, c->iso == NULL ? "" : c->iso);
}

static void
test_agrees_with_gdate (void)
{
  for (int year = 1890; year < 2110; year++)
    for (int month = 1; month <= 12; month++)
      for (int day = 1; day <= g_date_get_days_in_month (month, year); day++)
        {
          GDate reference;

          g_date_clear (&reference, 1);
          g_date_set_dmy (&reference, day, month, year);
          g_assert_cmpuint (kith_date_new (year, month, day), ==, g_date_get_julian (&reference));
        }
}

static void
test_names (void)
{
  char text[KITH_DATE_TEXT_SIZE + 8];

#define FOUND(name) kith_date_format (kith_date_find_in_name (name), KITH_DATE_ISO, text)
  g_assert_cmpstr (FOUND ("links_edubasealldata20240717.csv"), ==, "2024-07-17");
  g_assert_cmpstr (FOUND ("groups-2022-03-31.csv"), ==, "2022-03-31");
  g_assert_cmpstr (FOUND ("hampshire-surrey-20220419-gias.csv"), ==, "2022-04-19");
  g_assert_cmpstr (FOUND ("2018-936-ks2.csv"), ==, "");
  g_assert_cmpstr (FOUND ("surrey-2021-gias.csv"), ==, "");
#undef FOUND
}

static void
test_months (void)
{
  g_assert_cmpuint (kith_date_add_months (kith_date_new (2024, 3, 31), -1), ==,
                    kith_date_new (2024, 2, 29));
  g_assert_cmpuint (kith_date_add_months (kith_date_new (2026, 1, 15), -24), ==,
                    kith_date_new (2024, 1, 15));
  g_assert_cmpuint (kith_date_add_months (kith_date_new (1, 12, 31), -12), ==,
                    kith_date_new (1, 1, 1));
  g_assert_cmpuint (kith_date_add_months (kith_date_new (2, 1, 31), -12), ==,
                    kith_date_new (1, 1, 31));
  g_assert_cmpuint (kith_date_add_months (kith_date_new (9999, 12, 1), 1), ==,
                    kith_date_new (9999, 12, 31));
  /* 1 March less 60 months is the first day that leaves 29 February behind */
  g_assert_cmpuint (kith_date_outlast (kith_date_new (2024, 2, 29), 60), ==,
                    kith_date_new (2029, 3, 1));
  g_assert_cmpuint (kith_date_outlast (kith_date_new (2024, 3, 31), 24), ==,
                    kith_date_new (2026, 3, 31));
  g_assert_cmpuint (kith_date_outlast (kith_date_new (2024, 12, 31), 2), ==,
                    kith_date_new (2025, 3, 1));
  g_assert_cmpuint (kith_date_outlast (kith_date_new (9998, 1, 1), 24), ==,
                    kith_date_new (9999, 12, 31));
  g_assert_cmpuint (kith_date_add_months (kith_date_new (2025, 11, 30), 3), ==,
                    kith_date_new (2026, 2, 28));
}

/* counted on a calendar: July has 10 days from the 22nd, August 31 */
static void
test_counted_days (void)
{
  g_assert_cmpuint (kith_date_count_days (kith_date_new (2026, 7, 1), kith_date_new (2026, 9, 30)),
                    ==, 91 - 41);
  g_assert_cmpuint (kith_date_count_days (kith_date_new (2026, 7, 21), kith_date_new (2026, 9, 1)),
                    ==, 1);
  g_assert_cmpuint (kith_date_count_days (kith_date_new (2026, 8, 1), kith_date_new (2026, 8, 31)),
                    ==, 0);
  g_assert_cmpuint (kith_date_count_days (kith_date_new (2024, 1, 1), kith_date_new (2026, 1, 1)),
                    ==, 731 - 82);
  g_assert_cmpuint (kith_date_count_days (kith_date_new (2026, 1, 2), kith_date_new (2026, 1, 2)),
                    ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (parse_cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/date/parse/%s", parse_cases[i].claim);

      g_test_add_data_func (path, &parse_cases[i], test_parse);
    }
  g_test_add_func ("/date/counts as GDate does", test_agrees_with_gdate);
  g_test_add_func ("/date/is found in a file's name", test_names);
  g_test_add_func ("/date/months are calendar months", test_months);
  g_test_add_func ("/date/summer days are not counted", test_counted_days);
  return g_test_run ();
}
