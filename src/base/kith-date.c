/* kith-date.c: days, as the field writes them
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-date.h"

#include <glib/gi18n.h>
#include <string.h>

static const char *const month_names[2][12] = {
  { N_ ("January"), N_ ("February"), N_ ("March"), N_ ("April"), N_ ("May"), N_ ("June"),
    N_ ("July"), N_ ("August"), N_ ("September"), N_ ("October"), N_ ("November"),
    N_ ("December") },
  { N_ ("Jan"), N_ ("Feb"), N_ ("Mar"), N_ ("Apr"), N_ ("May"), N_ ("Jun"), N_ ("Jul"), N_ ("Aug"),
    N_ ("Sep"), N_ ("Oct"), N_ ("Nov"), N_ ("Dec") },
};

static gboolean
is_valid (int year, int month, int day)
{
  return year >= 1 && year <= 9999 && month >= 1 && month <= 12 && day >= 1 &&
         day <= g_date_get_days_in_month ((GDateMonth)month, (GDateYear)year);
}

/* Days before 1 January of @year, counted so that 1 January of the year 1 is day 1. */
static guint32
count_to_year (int year)
{
  guint32 past = (guint32)year - 1;

  return past * 365 + past / 4 - past / 100 + past / 400;
}

static gboolean
is_leap (int year)
{
  return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
}

/* Reads up to @max digits at @text; returns how many there were. */
static gsize
read_digits (const char *text, gsize length, gsize max, int *value)
{
  gsize n = 0;

  *value = 0;
  while (n < length && n < max && g_ascii_isdigit (text[n]))
    {
      *value = *value * 10 + (text[n] - '0');
      n++;
    }
  return n;
}

static int
read_month_name (const char *text, gsize length)
{
  for (int m = 0; m < 12; m++)
    if (length >= 3 && g_ascii_strncasecmp (text, month_names[1][m], 3) == 0)
      return m + 1;
  return 0;
}

/* True when all that follows a date is a time of day, as spreadsheets and exports append. */
static gboolean
is_time_tail (const char *text, gsize length)
{
  if (length == 0)
    return TRUE;
  if (text[0] != ' ' && text[0] != 'T')
    return FALSE;
  for (gsize i = 1; i < length; i++)
    if (!g_ascii_isdigit (text[i]) && text[i] != ':' && text[i] != '.' && text[i] != 'Z')
      return FALSE;
  return TRUE;
}

static gboolean
parse_separated (const char *text, gsize length, KithDate *date)
{
  int first, second, third;
  gsize n1 = read_digits (text, length, 4, &first);
  gsize at = n1;
  gsize n2, n3;
  char separator;

  if (n1 == 0 || at >= length)
    return FALSE;
  separator = text[at++];
  if (separator != '-' && separator != '/' && separator != '.' && separator != ' ')
    return FALSE;

  n2 = read_digits (text + at, length - at, 2, &second);
  if (n2 == 0 && n1 <= 2)
    {
      second = read_month_name (text + at, length - at);
      while (at + n2 < length && g_ascii_isalpha (text[at + n2]))
        n2++;
      if (second == 0)
        return FALSE;
    }
  at += n2;
  if (n2 == 0 || at >= length || text[at++] != separator)
    return FALSE;

  n3 = read_digits (text + at, length - at, 4, &third);
  at += n3;
  if (!is_time_tail (text + at, length - at))
    return FALSE;
  if (n1 == 4 && n3 >= 1 && n3 <= 2 && is_valid (first, second, third))
    *date = kith_date_new (first, second, third);
  else if (n1 <= 2 && n3 == 4 && is_valid (third, second, first))
    *date = kith_date_new (third, second, first);
  else
    return FALSE;
  return TRUE;
}

/* 8 digits are yyyymmdd; 5 are an Excel serial, counted from 30 December 1899. */
static gboolean
parse_digits (const char *text, gsize length, KithDate *date)
{
  int value;
  gsize n = read_digits (text, length, 8, &value);

  if (n == 8 && n == length && is_valid (value / 10000, value / 100 % 100, value % 100))
    {
      *date = kith_date_new (value / 10000, value / 100 % 100, value % 100);
      return TRUE;
    }
  if (n == 5 && value >= 18264 && (n == length || text[n] == '.'))
    {
      for (gsize i = n + 1; i < length; i++)
        if (!g_ascii_isdigit (text[i]))
          return FALSE;
      *date = kith_date_new (1899, 12, 30) + (KithDate)value;
      return TRUE;
    }
  return FALSE;
}

/**
 * kith_date_new:
 * @year: 1 to 9999
 * @month: 1 to 12
 * @day: 1 to 31, a day that the month has
 *
 * Returns: the day
 */
KithDate
kith_date_new (int year, int month, int day)
{
  static const guint16 before[12] = { 0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334 };

  g_return_val_if_fail (year >= 1 && year <= 9999, KITH_DATE_UNKNOWN);
  g_return_val_if_fail (month >= 1 && month <= 12, KITH_DATE_UNKNOWN);

  return count_to_year (year) + before[month - 1] + (guint32)day +
         (month > 2 && is_leap (year) ? 1u : 0u);
}

/**
 * kith_date_today:
 *
 * Returns: the day by this machine's clock and time zone
 */
KithDate
kith_date_today (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();

  return kith_date_new (g_date_time_get_year (now), g_date_time_get_month (now),
                        g_date_time_get_day_of_month (now));
}

/**
 * kith_date_parse:
 * @text: a cell, which need not end in NUL
 * @length: bytes in @text, or -1 when it ends in NUL
 * @date: (out): the day; unknown for a blank cell and for 1900-01-01, which the
 *   published files write where they have no date
 *
 * Reads yyyy-mm-dd, dd-mm-yyyy, dd/mm/yyyy, dd.mm.yyyy, d Mon yyyy, yyyymmdd and Excel's
 * serial numbers from 1950 on (five digits), each with or without a time of day after it.
 *
 * Returns: %FALSE when @text is something else; @date is then unknown
 */
gboolean
kith_date_parse (const char *text, gssize length, KithDate *date)
{
  gsize left = length < 0 ? (text == NULL ? 0 : strlen (text)) : (gsize)length;

  g_return_val_if_fail (date != NULL, FALSE);

  *date = KITH_DATE_UNKNOWN;
  while (left > 0 && g_ascii_isspace (text[0]))
    text++, left--;
  while (left > 0 && g_ascii_isspace (text[left - 1]))
    left--;
  if (left == 0)
    return TRUE;
  if (!parse_digits (text, left, date) && !parse_separated (text, left, date))
    return FALSE;
  if (*date == kith_date_new (1900, 1, 1))
    *date = KITH_DATE_UNKNOWN;
  return TRUE;
}

/**
 * kith_date_find_in_name:
 * @name: a file's name, such as links_edubasealldata20240717.csv or groups-2022-03-31.csv
 *
 * Finds the day that a published file's name carries: eight digits alone, or yyyy-mm-dd,
 * between 1990 and 2100.
 *
 * Returns: the day, or unknown
 */
KithDate
kith_date_find_in_name (const char *name)
{
  KithDate earliest = kith_date_new (1990, 1, 1);
  KithDate latest = kith_date_new (2100, 1, 1);

  g_return_val_if_fail (name != NULL, KITH_DATE_UNKNOWN);

  for (const char *at = name; *at != '\0'; at++)
    {
      KithDate date;
      gsize run = 0;

      if (!g_ascii_isdigit (*at) || (at > name && g_ascii_isdigit (at[-1])))
        continue;
      while (g_ascii_isdigit (at[run]))
        run++;
      if (run == 8 && kith_date_parse (at, 8, &date) && date >= earliest && date <= latest)
        return date;
      if (run == 4 && strlen (at) >= 10 && at[4] == '-' && !g_ascii_isdigit (at[10]) &&
          kith_date_parse (at, 10, &date) && date >= earliest && date <= latest)
        return date;
    }
  return KITH_DATE_UNKNOWN;
}

/**
 * kith_date_get_parts:
 * @date: a known day
 * @year: (out) (optional): its year
 * @month: (out) (optional): 1 to 12
 * @day: (out) (optional): 1 to 31
 */
void
kith_date_get_parts (KithDate date, int *year, int *month, int *day)
{
  GDate parts;

  g_return_if_fail (date != KITH_DATE_UNKNOWN);

  g_date_clear (&parts, 1);
  g_date_set_julian (&parts, date);
  if (year != NULL)
    *year = g_date_get_year (&parts);
  if (month != NULL)
    *month = g_date_get_month (&parts);
  if (day != NULL)
    *day = g_date_get_day (&parts);
}

/**
 * kith_date_format:
 * @date: a day
 * @style: for a file, a sentence or a table
 * @text: where to write it
 *
 * Returns: @text, which is empty where the day is unknown
 */
const char *
kith_date_format (KithDate date, KithDateStyle style, char text[static KITH_DATE_TEXT_SIZE + 8])
{
  int year, month, day;

  text[0] = '\0';
  if (date == KITH_DATE_UNKNOWN)
    return text;
  kith_date_get_parts (date, &year, &month, &day);
  if (style == KITH_DATE_ISO)
    g_snprintf (text, KITH_DATE_TEXT_SIZE + 8, "%04d-%02d-%02d", year, month, day);
  else
    g_snprintf (text, KITH_DATE_TEXT_SIZE + 8, "%d %s %d", day,
                _ (month_names[style == KITH_DATE_SHORT][month - 1]), year);
  return text;
}

/**
 * kith_date_dup_text:
 * @date: a day
 * @style: for a file, a sentence or a table
 *
 * Returns: (transfer full): the day in words, empty where it is unknown
 */
char *
kith_date_dup_text (KithDate date, KithDateStyle style)
{
  char text[KITH_DATE_TEXT_SIZE + 8];

  return g_strdup (kith_date_format (date, style, text));
}

/**
 * kith_date_add_months:
 * @date: a known day
 * @months: calendar months, less than 0 to go back
 *
 * The same day of another month, or that month's last where it has no such day:
 * 31 March less one month is 28 or 29 February. The calendar begins on 1 January of the year 1
 * and ends on 31 December 9999: what lies beyond is its first or last day.
 *
 * Returns: the day
 */
KithDate
kith_date_add_months (KithDate date, int months)
{
  int year, month, day, total;

  g_return_val_if_fail (date != KITH_DATE_UNKNOWN, KITH_DATE_UNKNOWN);

  kith_date_get_parts (date, &year, &month, &day);
  total = year * 12 + month - 1 + months;
  year = total / 12;
  month = total % 12 + 1;
  if (total < 12)
    return kith_date_new (1, 1, 1);
  if (year > 9999)
    return kith_date_new (9999, 12, 31);
  day = MIN (day, g_date_get_days_in_month ((GDateMonth)month, (GDateYear)year));
  return kith_date_new (year, month, day);
}

/**
 * kith_date_outlast:
 * @date: a known day
 * @months: calendar months
 *
 * Returns: the first day t on which @date does not lie in the last @months months any more:
 *   t less @months is @date or later; 31 December 9999 where the calendar does not go that far
 */
KithDate
kith_date_outlast (KithDate date, int months)
{
  KithDate t;
  int year;

  kith_date_get_parts (date, &year, NULL, NULL);
  if (year + months / 12 + 1 > 9999)
    return kith_date_new (9999, 12, 31);
  t = kith_date_add_months (date, months);
  while (kith_date_add_months (t, -months) < date)
    t++;
  return t;
}

/* Days on which schools are shut, from the year 1 up to and with @date. */
static guint32
count_shut (KithDate date)
{
  static const guint32 summer = 41;
  int year = (int)(date / 365) + 1; /* or later than that */
  KithDate first;

  while (count_to_year (year) >= date)
    year--;
  first = kith_date_new (year, 7, 22);
  return ((guint32)year - 1) * summer + (date < first ? 0 : MIN (date - first + 1, summer));
}

/**
 * kith_date_count_days:
 * @after: a known day
 * @until: a known day
 *
 * Counts the days d with @after < d ≤ @until, leaving out 22 July to 31 August inclusive of
 * every year, when schools are shut (METHODS, finding 7).
 *
 * Returns: the days counted, 0 where @until is not later
 */
guint
kith_date_count_days (KithDate after, KithDate until)
{
  g_return_val_if_fail (after != KITH_DATE_UNKNOWN && until != KITH_DATE_UNKNOWN, 0);

  return until <= after ? 0 : until - after - (count_shut (until) - count_shut (after));
}
