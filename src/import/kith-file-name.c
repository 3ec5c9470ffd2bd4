/* kith-file-name.c: the day and the academic year that the name of a file tells
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-file-kinds-private.h"

#include <string.h>

/* The digits that begin at @at, as many as there are. */
static gsize
count_digits (const char *at)
{
  return strspn (at, "0123456789");
}

static int
read_number (const char *at, gsize n)
{
  int sum = 0;

  for (gsize i = 0; i < n; i++)
    sum = sum * 10 + (at[i] - '0');
  return sum;
}

/* Whether a run of digits begins here. */
static gboolean
is_run (const char *name, const char *at)
{
  return g_ascii_isdigit (*at) && (at == name || !g_ascii_isdigit (at[-1]));
}

/* 31_Aug_2025, 31 August 2025, 31-Aug-2025: the last such day in the name. */
static KithDate
find_worded_day (const char *name)
{
  KithDate found = KITH_DATE_UNKNOWN;

  for (const char *at = name; *at != '\0'; at++)
    {
      gsize n_day = count_digits (at);
      const char *month = at + n_day + 1;
      gsize n_month = 0;
      g_autofree char *text = NULL;
      KithDate day;

      if (!is_run (name, at) || n_day > 2 || strchr ("_- ", at[n_day]) == NULL || at[n_day] == '\0')
        continue;
      while (g_ascii_isalpha (month[n_month]))
        n_month++;
      if (n_month < 3 || month[n_month] != at[n_day] || count_digits (month + n_month + 1) != 4)
        continue;
      text = g_strdup_printf ("%.*s %.*s %.4s", (int)n_day, at, (int)n_month, month,
                              month + n_month + 1);
      if (kith_date_parse (text, -1, &day))
        found = day;
    }
  return found;
}

/**
 * kith_file_name_find_dated:
 * @name: a file's name
 *
 * The day that it carries, also in words (31_Aug_2025), or the first of a month that stands as
 * yyyy-mm.
 *
 * Returns: the day, or unknown
 */
KithDate
kith_file_name_find_dated (const char *name)
{
  KithDate day = kith_date_find_in_name (name);

  if (day == KITH_DATE_UNKNOWN)
    day = find_worded_day (name);
  if (day != KITH_DATE_UNKNOWN)
    return day;
  for (const char *at = name; *at != '\0'; at++)
    if (is_run (name, at) && count_digits (at) == 4 && (at[4] == '-' || at[4] == '_') &&
        count_digits (at + 5) == 2)
      {
        int year = read_number (at, 4);
        int month = read_number (at + 5, 2);

        if (year >= 1990 && year < 2100 && month >= 1 && month <= 12)
          return kith_date_new (year, month, 1);
      }
  return KITH_DATE_UNKNOWN;
}

/**
 * kith_file_name_find_year:
 * @name: the name of a file or folder, or a cell
 *
 * Reads 2018-2019, 2018-19, 201819, each with -, _, / or nothing between two years that
 * follow each other, and 2018-936, as results of one authority (936) are named.
 *
 * Returns: the year in which the academic year begins, or 0
 */
int
kith_file_name_find_year (const char *name)
{
  for (const char *at = name; *at != '\0'; at++)
    {
      gsize n = count_digits (at);
      const char *rest = at + 4;
      int year, next;

      if (!is_run (name, at) || (n != 4 && n != 6 && n != 8))
        continue;
      year = read_number (at, 4);
      if (year < 1990 || year >= 2100)
        continue;
      if (n == 4)
        {
          if (strchr ("-_/", *rest) == NULL || *rest == '\0')
            continue;
          rest++;
        }
      n = count_digits (rest);
      next = read_number (rest, n);
      if ((n == 4 && next == year + 1) || (n == 2 && next == (year + 1) % 100) ||
          (n == 3 && rest == at + 5 && next >= 201 && (rest[3] == '-' || rest[3] == '_')))
        return year;
    }
  return 0;
}

/**
 * kith_file_find_year:
 * @file: a file
 *
 * Returns: the academic year that its name or its folder's tells, or 0
 */
int
kith_file_find_year (GFile *file)
{
  g_autofree char *name = g_file_get_basename (file);
  g_autoptr (GFile) folder = g_file_get_parent (file);
  int year = kith_file_name_find_year (name);

  if (year == 0 && folder != NULL)
    {
      g_autofree char *folder_name = g_file_get_basename (folder);

      year = kith_file_name_find_year (folder_name);
    }
  return year;
}
