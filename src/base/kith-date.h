/* kith-date.h: days, as the field writes them
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * KithDate:
 *
 * A day, counted as GDate does: 1 is 1 January of the year 1. Days subtract.
 * %KITH_DATE_UNKNOWN (0) is a day that nobody recorded; it comes before all others,
 * so ask for it by name before comparing.
 */
typedef guint32 KithDate;
#define KITH_DATE_UNKNOWN 0u
#define KITH_DATE_TEXT_SIZE 16

/**
 * KithDateStyle:
 * @KITH_DATE_ISO: 2022-04-30: files, tables for machines
 * @KITH_DATE_LONG: 30 April 2022: sentences
 * @KITH_DATE_SHORT: 30 Apr 2022: tables for people
 */
typedef enum
{
  KITH_DATE_ISO,
  KITH_DATE_LONG,
  KITH_DATE_SHORT,
} KithDateStyle;

KithDate     kith_date_new            (int            year,
                                       int            month,
                                       int            day);
KithDate     kith_date_today          (void);
gboolean     kith_date_parse          (const char    *text,
                                       gssize         length,
                                       KithDate      *date);
KithDate     kith_date_find_in_name   (const char    *name);
const char  *kith_date_format         (KithDate       date,
                                       KithDateStyle  style,
                                       char           text[static KITH_DATE_TEXT_SIZE + 8]);
char        *kith_date_dup_text       (KithDate       date,
                                       KithDateStyle  style);
void         kith_date_get_parts      (KithDate       date,
                                       int           *year,
                                       int           *month,
                                       int           *day);
KithDate     kith_date_add_months     (KithDate       date,
                                       int            months);
KithDate     kith_date_outlast        (KithDate       date,
                                       int            months);
guint        kith_date_count_days     (KithDate       after,
                                       KithDate       until);

G_END_DECLS
