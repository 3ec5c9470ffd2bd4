/* kith-sample-ks4.c: key stage 4 tables, in the old form and in the new
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-sample-out-private.h"

#include <math.h>

static const char header[] =
    "RECTYPE,URN,SCHNAME,PCODE,PCODE2,TOWN,P8MEA,P8_BANDING,ATT8SCR,PTL2BASICS_95,"
    "PTEBACC_E_PTQ_EE,EBACCAPS,OFSTEDRATING,INSPECTIONDT,WEB,SCHTYPE,GRAMMAR,GENDER,RELIGION,"
    "LATITUDE,LONGITUDE,COLOUR1,COLOUR2,PHASE";

/* The form of 2023/24: names in lower case, every cell in quotation marks. */
static const char info_header[] =
    "\"time_period\",\"time_identifier\",\"geographic_level\",\"country_code\","
    "\"country_name\",\"school_laestab\",\"school_urn\",\"school_name\",\"old_la_code\","
    "\"new_la_code\",\"la_name\",\"version\",\"establishment_type_group\",\"full_address\","
    "\"telnum\",\"pcon_code\",\"pcon_name\",\"contflag\",\"iclose\",\"reldenom\","
    "\"admpol_pt\",\"egender\",\"feeder\",\"agerange\",\"t_allks_pupils\",\"t_allks_boys\","
    "\"t_allks_girls\",\"t_pupils\",\"t_boys\",\"pt_boys\",\"t_girls\",\"pt_girls\","
    "\"avg_ks2_scaledscore\",\"t_prior_lo\",\"pt_prior_lo\",\"t_prior_av\",\"pt_prior_av\","
    "\"t_prior_hi\",\"pt_prior_hi\",\"t_disadvantaged\",\"pt_disadvantaged\","
    "\"t_not_disadvantaged\",\"pt_not_disadvantaged\",\"t_language_not_english\","
    "\"pt_language_not_english\",\"t_language_english\",\"pt_language_english\","
    "\"t_language_unknown\",\"pt_language_unknown\",\"t_not_mobile\",\"pt_not_mobile\","
    "\"t_sen_with_ehcp\",\"pt_sen_with_ehcp\",\"t_sen\",\"pt_sen\",\"t_sen_no_ehcp\","
    "\"pt_sen_no_ehcp\",\"diffn_att8\",\"diffn_p8mea\",\"p8_banding\"";

static void
write_degrees (KithSampleOut *out, double degrees)
{
  gint64 millionths = (gint64)floor (fabs (degrees) * 1e6 + 0.5);
  char text[32];

  g_snprintf (text, sizeof text, "%s%d.%06d", degrees < 0 ? "-" : "", (int)(millionths / 1000000),
              (int)(millionths % 1000000));
  kith_sample_out_text (out, text);
}

static void
write_results (KithSampleOut *out,
               KithRandom *random,
               const KithSampleSchool *school,
               guint attainment)
{
  gboolean is_rest = school->part == KITH_SAMPLE_PART_REST;
  const char *reason = school->phase == KITH_SAMPLE_NOT_APPLICABLE ? "SUPP"
                       : is_rest && kith_random_chance (random, 2) ? "NE"
                       : is_rest && kith_random_chance (random, 1) ? ""
                                                                   : NULL;

  if (reason != NULL)
    {
      kith_sample_out_text (out, reason);
      kith_sample_out_text (out, NULL);
      for (guint i = 0; i < 4; i++)
        kith_sample_out_text (out, reason);
      return;
    }
  kith_sample_out_tenths (out, ((int)attainment - 480) / 14);
  kith_sample_out_number (out, 1 + kith_random_below (random, 5));
  kith_sample_out_tenths (out, (int)attainment);
  for (guint i = 0; i < 2; i++)
    {
      guint share = attainment / 11 + kith_random_below (random, 12);
      char text[16];

      g_snprintf (text, sizeof text, "%u%%", MIN (share, 99));
      kith_sample_out_text (out, text);
    }
  kith_sample_out_tenths (out, (int)attainment / 12);
}

static gboolean
write_school (KithSampleOut *out,
              const KithSampleRegion *region,
              KithRandom *random,
              const KithSampleSchool *school,
              int year,
              GError **error)
{
  const KithSampleAuthority *authority = KITH_SAMPLE_AUTHORITY (region, school->authority);
  gboolean is_special = school->phase == KITH_SAMPLE_NOT_APPLICABLE;
  char text[48];

  kith_sample_out_number (out, is_special ? 2 : 1);
  kith_sample_out_number (out, school->urn);
  kith_sample_out_text (out, school->name);
  g_snprintf (text, sizeof text, "%s%u %uAA", authority->postal, school->town % 90 + 1,
              school->urn % 10);
  kith_sample_out_text (out, text);
  g_snprintf (text, sizeof text, "%s%u", authority->postal, school->town % 90 + 1);
  kith_sample_out_text (out, text);
  kith_sample_out_text (out, KITH_SAMPLE_TOWN (region, school->town)->name);
  write_results (out, random, school, kith_sample_region_measure (region, random, school, year));
  kith_sample_out_text (out, school->rating);
  if (school->inspected == KITH_DATE_UNKNOWN)
    kith_sample_out_text (out, NULL);
  else
    kith_sample_out_date (out, school->inspected, "ymd");
  g_snprintf (text, sizeof text, "https://www.school%u.example/", school->urn);
  kith_sample_out_text (out, text);
  kith_sample_out_text (out, is_special ? "Special school"
                             : kith_sample_type_get_info (school->type)->is_academy
                                 ? "Academy"
                                 : "Maintained school");
  kith_sample_out_raw (out, ",No,Mixed,Does not apply");
  if (school->is_placed)
    {
      double latitude, longitude;

      kith_sample_place_get_degrees (school->place, &latitude, &longitude);
      write_degrees (out, latitude);
      write_degrees (out, longitude);
    }
  else
    kith_sample_out_raw (out, ",,");
  kith_sample_out_raw (out, ",dimgrey,dodgerblue,Secondary");
  return kith_sample_out_row (out, error);
}

/**
 * kith_sample_write_ks4:
 * @year: in which the academic year begins
 *
 * Writes one year's table: no byte order mark, CRLF.
 *
 * Returns: %FALSE with @error set where the file cannot be written
 */
gboolean
kith_sample_write_ks4 (
    KithSampleRegion *region, GFile *folder, int year, KithJob *job, GError **error)
{
  g_autoptr (KithSampleOut) out = NULL;
  KithRandom random;
  char name[48];

  kith_random_seed (&random, region->seed, KITH_SAMPLE_STREAM_MEASURES + 100 * (guint)year + 1);
  g_snprintf (name, sizeof name, "%d-%d_region_ks4final.csv", year, year + 1);
  out = kith_sample_out_open (folder, name, KITH_SAMPLE_UTF8, "\r\n", job, error);
  if (out == NULL)
    return FALSE;
  kith_sample_out_raw (out, header);
  if (!kith_sample_out_row (out, error))
    return FALSE;
  for (guint s = 0; s < region->n_in_scope; s++)
    {
      const KithSampleSchool *school = KITH_SAMPLE_SCHOOL (region, s);

      if (kith_sample_school_has_ks4 (school) &&
          (school->opened == KITH_DATE_UNKNOWN || school->opened < kith_date_new (year, 9, 1)) &&
          !write_school (out, region, &random, school, year, error))
        return FALSE;
    }
  kith_sample_out_raw (
      out, "4,NAT,England - state-funded schools,,,,-0.03,,46.6,43%,30%,4.07,,,,,,,,,,,,");
  return kith_sample_out_row (out, error) && kith_sample_out_close (out, error);
}

static void
write_quoted_number (KithSampleOut *out, guint number)
{
  char text[16];

  g_snprintf (text, sizeof text, "%u", number);
  kith_sample_out_quoted (out, text);
}

static void
write_quoted_tenths (KithSampleOut *out, guint tenths)
{
  char text[16];

  g_snprintf (text, sizeof text, tenths % 10 == 0 ? "%u" : "%u.%u", tenths / 10, tenths % 10);
  kith_sample_out_quoted (out, text);
}

/* A number of pupils and what share of the cohort that is. */
static void
write_part (KithSampleOut *out, guint cohort, guint tenths)
{
  write_quoted_number (out, cohort * tenths / 1000);
  write_quoted_tenths (out, tenths);
}

static gboolean
write_info (KithSampleOut *out,
            const KithSampleRegion *region,
            KithRandom *random,
            const KithSampleSchool *school,
            int year,
            GError **error)
{
  const KithSampleAuthority *authority = KITH_SAMPLE_AUTHORITY (region, school->authority);
  const char *town = KITH_SAMPLE_TOWN (region, school->town)->name;
  guint cohort = school->pupils / (school->high_age - school->low_age);
  guint low = 180 + school->disadvantage / 4, high = 220 - school->disadvantage / 6;
  gboolean is_special = school->phase == KITH_SAMPLE_NOT_APPLICABLE;
  char text[80];

  g_snprintf (text, sizeof text, "%d%02d", year, (year + 1) % 100);
  kith_sample_out_quoted (out, text);
  kith_sample_out_raw (out, ",\"Academic year\",\"School\",\"E92000001\",\"England\"");
  write_quoted_number (out, authority->code * 10000 + school->estab);
  write_quoted_number (out, school->urn);
  kith_sample_out_quoted (out, school->name);
  write_quoted_number (out, authority->code);
  kith_sample_out_quoted (out, authority->gss);
  kith_sample_out_quoted (out, authority->name);
  kith_sample_out_quoted (out, "Final");
  kith_sample_out_quoted (out, is_special ? "Special schools"
                               : kith_sample_type_get_info (school->type)->is_academy
                                   ? "Converter academies"
                                   : "Local authority maintained schools");
  g_snprintf (text, sizeof text, "%s, %s", kith_sample_words_get_street (school->urn), town);
  kith_sample_out_quoted (out, text);
  kith_sample_out_raw (out, ",\"01632960000\",\"E14000000\"");
  kith_sample_out_quoted (out, authority->name);
  kith_sample_out_raw (
      out, ",0,0,\"Does not apply\",\"non-selective schools in other areas\",\"Mixed\",0");
  g_snprintf (text, sizeof text, "%u to %u", school->low_age, school->high_age);
  kith_sample_out_quoted (out, text);
  write_quoted_number (out, school->pupils);
  write_quoted_number (out, school->boys);
  write_quoted_number (out, school->pupils - school->boys);
  write_quoted_number (out, cohort);
  if (is_special || cohort < 6)
    {
      for (guint c = 28; c < 60; c++)
        kith_sample_out_quoted (out, cohort < 6 ? "c" : "z");
      return kith_sample_out_row (out, error);
    }
  write_part (out, cohort, school->boys * 1000 / school->pupils);
  write_part (out, cohort, 1000 - school->boys * 1000 / school->pupils);
  write_quoted_tenths (out, 1000 + school->attainment / 10 + kith_random_below (random, 20));
  write_part (out, cohort, low);
  write_part (out, cohort, 1000 - low - high);
  write_part (out, cohort, high);
  write_part (out, cohort, school->disadvantage);
  write_part (out, cohort, 1000 - school->disadvantage);
  write_part (out, cohort, school->eal);
  write_part (out, cohort, 1000 - school->eal);
  write_part (out, cohort, 0);
  write_part (out, cohort, 940);
  write_part (out, cohort, school->ehcp);
  write_part (out, cohort, school->sen + school->ehcp);
  write_part (out, cohort, school->sen);
  kith_sample_out_raw (out, ",\"-9.4\",\"-0.41\",\"Average\"");
  return kith_sample_out_row (out, error);
}

/**
 * kith_sample_write_ks4_info:
 * @year: in which the academic year begins
 *
 * Writes one year's information on schools in the newer form, where c and z stand for what is
 * not given out.
 *
 * Returns: %FALSE with @error set where the file cannot be written
 */
gboolean
kith_sample_write_ks4_info (
    KithSampleRegion *region, GFile *folder, int year, KithJob *job, GError **error)
{
  g_autoptr (KithSampleOut) out = NULL;
  KithRandom random;
  char name[48];

  kith_random_seed (&random, region->seed, KITH_SAMPLE_STREAM_MEASURES + 100 * (guint)year + 2);
  g_snprintf (name, sizeof name, "%d-%d_ks4_school_info.csv", year, year + 1);
  out = kith_sample_out_open (folder, name, KITH_SAMPLE_UTF8, "\r\n", job, error);
  if (out == NULL)
    return FALSE;
  kith_sample_out_raw (out, info_header);
  if (!kith_sample_out_row (out, error))
    return FALSE;
  for (guint s = 0; s < region->n_in_scope; s++)
    if (kith_sample_school_has_ks4 (KITH_SAMPLE_SCHOOL (region, s)) &&
        !write_info (out, region, &random, KITH_SAMPLE_SCHOOL (region, s), year, error))
      return FALSE;
  return kith_sample_out_close (out, error);
}
