/* kith-sample-census.c: the school census, whose columns change their names
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-sample-out-private.h"

#define NEW_FORM_YEARS 2 /* the last two of the four */

static const char old_header[] =
    "URN,LA,ESTAB,SCHOOLTYPE,NOR,NORG,NORB,PNORG,PNORB,TSENELSE,PSENELSE,TSENELK,PSENELK,NUMEAL,"
    "NUMENGFL,NUMUNCFL,PNUMEAL,PNUMENGFL,PNUMUNCFL,NUMFSM,NUMFSMEVER,PNUMFSMEVER";
static const char new_header[] =
    "URN,LA,Estab,SCHOOLTYPE,NOR,NORG,NORB,PNORG,PNORB,TSENELSE,PSENELSE,TSENELK,PSENELK,NUMEAL,"
    "NUMENGFL,NUMUNCFL,PNUMEAL,PNUMENGFL,PNUMUNCLF,NUMFSM,NUMFSMEVER,NORFSMEVER,PNUMFSMEVER";

/* A number of pupils: the newer files part thousands with a comma. */
static void
write_pupils (KithSampleOut *out, guint number, gboolean is_new)
{
  char text[16];

  if (number < 1000 || !is_new)
    {
      kith_sample_out_number (out, number);
      return;
    }
  g_snprintf (text, sizeof text, "%u,%03u", number / 1000, number % 1000);
  kith_sample_out_text (out, text);
}

/* A share in tenths of a per cent: the newer files write its sign and two places. */
static void
write_share (KithSampleOut *out, guint tenths, gboolean is_new)
{
  char text[16];

  if (is_new)
    g_snprintf (text, sizeof text, "%u.%u0%%", tenths / 10, tenths % 10);
  else
    g_snprintf (text, sizeof text, tenths % 10 == 0 ? "%u" : "%u.%u", tenths / 10, tenths % 10);
  kith_sample_out_text (out, text);
}

static void
write_figures (KithSampleOut *out, const KithSampleSchool *school, guint pupils, gboolean is_new)
{
  guint boys = pupils * school->boys / MAX (school->pupils, 1);
  guint boys_share = pupils > 0 ? boys * 1000 / pupils : 0;

  write_pupils (out, pupils, is_new);
  write_pupils (out, pupils - boys, is_new);
  write_pupils (out, boys, is_new);
  write_share (out, 1000 - boys_share, is_new);
  write_share (out, boys_share, is_new);
  write_pupils (out, pupils * school->ehcp / 1000, is_new);
  write_share (out, school->ehcp, is_new);
  write_pupils (out, pupils * school->sen / 1000, is_new);
  write_share (out, school->sen, is_new);
  if (school->type == KITH_SAMPLE_INDEPENDENT)
    {
      kith_sample_out_raw (out, is_new ? ",,,,,,,,NA,NA,0.00%" : ",NA,NA,NA,NA,NA,NA,NA,NA,NA");
      return;
    }
  write_pupils (out, pupils * school->eal / 1000, is_new);
  write_pupils (out, pupils - pupils * school->eal / 1000, is_new);
  kith_sample_out_number (out, 0);
  write_share (out, school->eal, is_new);
  write_share (out, 1000 - school->eal, is_new);
  kith_sample_out_number (out, 0);
  write_pupils (out, pupils * school->fsm / 1000, is_new);
  write_pupils (out, pupils * school->disadvantage / 1000, is_new);
  if (is_new)
    write_pupils (out, pupils, is_new);
  write_share (out, school->disadvantage, is_new);
}

static const char *
describe_type (const KithSampleSchool *school)
{
  switch (school->type)
    {
    case KITH_SAMPLE_INDEPENDENT:
      return "Independent school";
    case KITH_SAMPLE_NURSERY:
      return "State-funded nursery";
    case KITH_SAMPLE_PUPIL_REFERRAL_UNIT:
    case KITH_SAMPLE_AP_CONVERTER:
      return "State-funded AP school";
    case KITH_SAMPLE_COMMUNITY_SPECIAL:
    case KITH_SAMPLE_SPECIAL_CONVERTER:
    case KITH_SAMPLE_FREE_SPECIAL:
      return "State-funded special school";
    default:
      return school->compared == KITH_PHASE_SECONDARY ? "State-funded secondary"
                                                      : "State-funded primary";
    }
}

static gboolean
write_census (KithSampleRegion *region,
              GFile *folder,
              int year,
              gboolean is_new,
              KithJob *job,
              GError **error)
{
  g_autoptr (KithSampleOut) out = NULL;
  KithRandom random;
  char name[48];

  kith_random_seed (&random, region->seed, KITH_SAMPLE_STREAM_MEASURES + 100 * (guint)year + 3);
  g_snprintf (name, sizeof name, "%d-%d_region_census.csv", year, year + 1);
  out = kith_sample_out_open (folder, name, KITH_SAMPLE_UTF8_BOM, "\r\n", job, error);
  if (out == NULL)
    return FALSE;
  kith_sample_out_raw (out, is_new ? new_header : old_header);
  if (!kith_sample_out_row (out, error))
    return FALSE;
  for (guint s = 0; s < region->schools->len; s++)
    {
      const KithSampleSchool *school = KITH_SAMPLE_SCHOOL (region, s);
      guint pupils = school->pupils * (guint)kith_random_between (&random, 94, 106) / 100;

      if (s >= region->n_in_scope && school->type != KITH_SAMPLE_INDEPENDENT)
        continue;
      if (school->opened != KITH_DATE_UNKNOWN && school->opened > kith_date_new (year + 1, 1, 18))
        continue;
      kith_sample_out_number (out, school->urn);
      kith_sample_out_number (out, KITH_SAMPLE_AUTHORITY (region, school->authority)->code);
      kith_sample_out_number (out, school->estab);
      kith_sample_out_text (out, describe_type (school));
      write_figures (out, school, pupils, is_new);
      if (!kith_sample_out_row (out, error))
        return FALSE;
    }
  kith_sample_out_raw (
      out, is_new ? "NAT,,PRI,State-funded "
                    "primary,4554974,2238181,2316793,49.1%,51%,157716,3.5%,671977,15%,"
                    "1065551,3474334,15089,23.4%,76.3%,0.3%,1126353,1126825,4284933,26.3%"
                  : "NAT,,SPE,State-funded special "
                    "school,121738,33793,87945,27.8,72.2,122268,98.3,2014,1.6,"
                    "17945,103456,337,14.7,85,0.3,47048,53935,50.3");
  return kith_sample_out_row (out, error) && kith_sample_out_close (out, error);
}

/**
 * kith_sample_write_census:
 *
 * Writes four years: UTF-8 with a byte order mark, CRLF; two in the older form, two in the newer.
 *
 * Returns: %FALSE with @error set where a file cannot be written
 */
gboolean
kith_sample_write_census (KithSampleRegion *region, GFile *folder, KithJob *job, GError **error)
{
  for (int k = KITH_SAMPLE_YEARS - 1; k >= 0; k--)
    if (!write_census (region, folder, region->last_year - k, k < NEW_FORM_YEARS, job, error))
      return FALSE;
  return TRUE;
}
