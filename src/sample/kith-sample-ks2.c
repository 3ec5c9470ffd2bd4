/* kith-sample-ks2.c: key stage 2 tables, as the DfE gave them out whole
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-sample-out-private.h"

#include <string.h>

/* 2018/19. What ends in _18 and _17 is of the two years before, and is called after them. */
static const char header[] =
    "RECTYPE,ALPHAIND,LEA,ESTAB,URN,SCHNAME,ADDRESS1,ADDRESS2,ADDRESS3,TOWN,PCODE,TELNUM,"
    "PCON_CODE,PCON_NAME,URN_AC,SCHNAME_AC,OPEN_AC,NFTYPE,ICLOSE,RELDENOM,AGERANGE,CONFEXAM,"
    "TAB15,TAB1618,TOTPUPS,TPUPYEAR,TELIG,BELIG,GELIG,PBELIG,PGELIG,TKS1AVERAGE,TKS1GROUP_L,"
    "PTKS1GROUP_L,TKS1GROUP_M,PTKS1GROUP_M,TKS1GROUP_H,PTKS1GROUP_H,TKS1GROUP_NA,"
    "PTKS1GROUP_NA,TFSM6CLA1A,PTFSM6CLA1A,TNotFSM6CLA1A,PTNotFSM6CLA1A,TEALGRP2,PTEALGRP2,"
    "TMOBN,PTMOBN,PTRWM_EXP,PTRWM_HIGH,READPROG,READPROG_LOWER,READPROG_UPPER,READCOV,"
    "WRITPROG,WRITPROG_LOWER,WRITPROG_UPPER,WRITCOV,MATPROG,MATPROG_LOWER,MATPROG_UPPER,"
    "MATCOV,PTREAD_EXP,PTREAD_HIGH,PTREAD_AT,READ_AVERAGE,PTGPS_EXP,PTGPS_HIGH,PTGPS_AT,"
    "GPS_AVERAGE,PTMAT_EXP,PTMAT_HIGH,PTMAT_AT,MAT_AVERAGE,PTWRITTA_EXP,PTWRITTA_HIGH,"
    "PTWRITTA_WTS,PTWRITTA_AD,PTSCITA_EXP,PTSCITA_AD,PTRWM_EXP_B,PTRWM_EXP_G,PTRWM_EXP_L,"
    "PTRWM_EXP_M,PTRWM_EXP_H,PTRWM_EXP_FSM6CLA1A,PTRWM_EXP_NotFSM6CLA1A,DIFFN_RWM_EXP,"
    "PTRWM_EXP_EAL,PTRWM_EXP_MOBN,PTRWM_HIGH_B,PTRWM_HIGH_G,PTRWM_HIGH_L,PTRWM_HIGH_M,"
    "PTRWM_HIGH_H,PTRWM_HIGH_FSM6CLA1A,PTRWM_HIGH_NotFSM6CLA1A,DIFFN_RWM_HIGH,PTRWM_HIGH_EAL,"
    "PTRWM_HIGH_MOBN,READPROG_B,READPROG_B_LOWER,READPROG_B_UPPER,READPROG_G,"
    "READPROG_G_LOWER,READPROG_G_UPPER,READPROG_L,READPROG_L_LOWER,READPROG_L_UPPER,"
    "READPROG_M,READPROG_M_LOWER,READPROG_M_UPPER,READPROG_H,READPROG_H_LOWER,"
    "READPROG_H_UPPER,READPROG_FSM6CLA1A,READPROG_FSM6CLA1A_LOWER,READPROG_FSM6CLA1A_UPPER,"
    "READPROG_NotFSM6CLA1A,READPROG_NotFSM6CLA1A_LOWER,READPROG_NotFSM6CLA1A_UPPER,"
    "DIFFN_READPROG,READPROG_EAL,READPROG_EAL_LOWER,READPROG_EAL_UPPER,READPROG_MOBN,"
    "READPROG_MOBN_LOWER,READPROG_MOBN_UPPER,WRITPROG_B,WRITPROG_B_LOWER,WRITPROG_B_UPPER,"
    "WRITPROG_G,WRITPROG_G_LOWER,WRITPROG_G_UPPER,WRITPROG_L,WRITPROG_L_LOWER,"
    "WRITPROG_L_UPPER,WRITPROG_M,WRITPROG_M_LOWER,WRITPROG_M_UPPER,WRITPROG_H,"
    "WRITPROG_H_LOWER,WRITPROG_H_UPPER,WRITPROG_FSM6CLA1A,WRITPROG_FSM6CLA1A_LOWER,"
    "WRITPROG_FSM6CLA1A_UPPER,WRITPROG_NotFSM6CLA1A,WRITPROG_NotFSM6CLA1A_LOWER,"
    "WRITPROG_NotFSM6CLA1A_UPPER,DIFFN_WRITPROG,WRITPROG_EAL,WRITPROG_EAL_LOWER,"
    "WRITPROG_EAL_UPPER,WRITPROG_MOBN,WRITPROG_MOBN_LOWER,WRITPROG_MOBN_UPPER,MATPROG_B,"
    "MATPROG_B_LOWER,MATPROG_B_UPPER,MATPROG_G,MATPROG_G_LOWER,MATPROG_G_UPPER,MATPROG_L,"
    "MATPROG_L_LOWER,MATPROG_L_UPPER,MATPROG_M,MATPROG_M_LOWER,MATPROG_M_UPPER,MATPROG_H,"
    "MATPROG_H_LOWER,MATPROG_H_UPPER,MATPROG_FSM6CLA1A,MATPROG_FSM6CLA1A_LOWER,"
    "MATPROG_FSM6CLA1A_UPPER,MATPROG_NotFSM6CLA1A,MATPROG_NotFSM6CLA1A_LOWER,"
    "MATPROG_NotFSM6CLA1A_UPPER,DIFFN_MATPROG,MATPROG_EAL,MATPROG_EAL_LOWER,"
    "MATPROG_EAL_UPPER,MATPROG_MOBN,MATPROG_MOBN_LOWER,MATPROG_MOBN_UPPER,READ_AVERAGE_B,"
    "READ_AVERAGE_G,READ_AVERAGE_L,READ_AVERAGE_M,READ_AVERAGE_H,READ_AVERAGE_FSM6CLA1A,"
    "READ_AVERAGE_NotFSM6CLA1A,READ_AVERAGE_EAL,READ_AVERAGE_MOBN,MAT_AVERAGE_B,"
    "MAT_AVERAGE_G,MAT_AVERAGE_L,MAT_AVERAGE_M,MAT_AVERAGE_H,MAT_AVERAGE_FSM6CLA1A,"
    "MAT_AVERAGE_NotFSM6CLA1A,MAT_AVERAGE_EAL,MAT_AVERAGE_MOBN,GPS_AVERAGE_B,GPS_AVERAGE_G,"
    "GPS_AVERAGE_L,GPS_AVERAGE_M,GPS_AVERAGE_H,GPS_AVERAGE_FSM6CLA1A,"
    "GPS_AVERAGE_NotFSM6CLA1A,GPS_AVERAGE_EAL,GPS_AVERAGE_MOBN,PTREAD_EXP_L,PTREAD_EXP_M,"
    "PTREAD_EXP_H,PTREAD_EXP_FSM6CLA1A,PTREAD_EXP_NotFSM6CLA1A,PTGPS_EXP_L,PTGPS_EXP_M,"
    "PTGPS_EXP_H,PTGPS_EXP_FSM6CLA1A,PTGPS_EXP_NotFSM6CLA1A,PTMAT_EXP_L,PTMAT_EXP_M,"
    "PTMAT_EXP_H,PTMAT_EXP_FSM6CLA1A,PTMAT_EXP_NotFSM6CLA1A,PTWRITTA_EXP_L,PTWRITTA_EXP_M,"
    "PTWRITTA_EXP_H,PTWRITTA_EXP_FSM6CLA1A,PTWRITTA_EXP_NotFSM6CLA1A,PTREAD_HIGH_L,"
    "PTREAD_HIGH_M,PTREAD_HIGH_H,PTREAD_HIGH_FSM6CLA1A,PTREAD_HIGH_NotFSM6CLA1A,PTGPS_HIGH_L,"
    "PTGPS_HIGH_M,PTGPS_HIGH_H,PTGPS_HIGH_FSM6CLA1A,PTGPS_HIGH_NotFSM6CLA1A,PTMAT_HIGH_L,"
    "PTMAT_HIGH_M,PTMAT_HIGH_H,PTMAT_HIGH_FSM6CLA1A,PTMAT_HIGH_NotFSM6CLA1A,PTWRITTA_HIGH_L,"
    "PTWRITTA_HIGH_M,PTWRITTA_HIGH_H,PTWRITTA_HIGH_FSM6CLA1A,PTWRITTA_HIGH_NotFSM6CLA1A,"
    "TEALGRP1,PTEALGRP1,TEALGRP3,PTEALGRP3,TSENELE,PSENELE,TSENELK,PSENELK,TSENELEK,PSENELEK,"
    "TELIG_18,PTFSM6CLA1A_18,PTNOTFSM6CLA1A_18,PTRWM_EXP_18,PTRWM_HIGH_18,"
    "PTRWM_EXP_FSM6CLA1A_18,PTRWM_HIGH_FSM6CLA1A_18,PTRWM_EXP_NotFSM6CLA1A_18,"
    "PTRWM_HIGH_NotFSM6CLA1A_18,READPROG_18,READPROG_LOWER_18,READPROG_UPPER_18,WRITPROG_18,"
    "WRITPROG_LOWER_18,WRITPROG_UPPER_18,MATPROG_18,MATPROG_LOWER_18,MATPROG_UPPER_18,"
    "READ_AVERAGE_18,MAT_AVERAGE_18,TELIG_17,PTFSM6CLA1A_17,PTNOTFSM6CLA1A_17,PTRWM_EXP_17,"
    "PTRWM_HIGH_17,PTRWM_EXP_FSM6CLA1A_17,PTRWM_HIGH_FSM6CLA1A_17,PTRWM_EXP_NotFSM6CLA1A_17,"
    "PTRWM_HIGH_NotFSM6CLA1A_17,READPROG_17,READPROG_LOWER_17,READPROG_UPPER_17,WRITPROG_17,"
    "WRITPROG_LOWER_17,WRITPROG_UPPER_17,MATPROG_17,MATPROG_LOWER_17,MATPROG_UPPER_17,"
    "READ_AVERAGE_17,MAT_AVERAGE_17,TELIG_3YR,PTRWM_EXP_3YR,PTRWM_HIGH_3YR,READ_AVERAGE_3YR,"
    "MAT_AVERAGE_3YR,READPROG_UNADJUSTED,WRITPROG_UNADJUSTED,MATPROG_UNADJUSTED,"
    "READPROG_DESCR_17,WRITPROG_DESCR_17,MATPROG_DESCR_17,READPROG_DESCR_18,"
    "WRITPROG_DESCR_18,MATPROG_DESCR_18,READPROG_DESCR,WRITPROG_DESCR,MATPROG_DESCR";

#define LAST_OF_IDENTITY 24 /* columns up to TAB1618 */
#define LEAST_COHORT 6

/* What stands in a column. */
typedef enum
{
  FILL_COUNT,
  FILL_SHARE,
  FILL_SCORE,
  FILL_PROGRESS,
  FILL_BAND,
  FILL_PUPILS,
  FILL_COHORT,
  FILL_BOYS,
  FILL_GIRLS,
  FILL_KS1,
  FILL_DISADVANTAGED,
  FILL_DISADVANTAGED_SHARE,
  FILL_EAL_SHARE,
  FILL_SUPPORT_SHARE,
  FILL_ATTAINMENT,
  FILL_SUBGROUP,
  FILL_ADVANTAGE,
} Fill;

/* One school's year, or a total. */
typedef struct
{
  guint pupils, cohort, boys;
  guint ks1; /* tenths */
  guint disadvantaged, eal, support;
  guint attainment; /* per cent */
} Figures;

static gboolean
has_suffix (const char *name, const char *suffix)
{
  return g_str_has_suffix (name, suffix);
}

static Fill
find_fill (const char *name)
{
  static const struct
  {
    const char *name;
    Fill fill;
  } known[] = {
    { "TOTPUPS", FILL_PUPILS },
    { "TPUPYEAR", FILL_COHORT },
    { "TELIG", FILL_COHORT },
    { "BELIG", FILL_BOYS },
    { "GELIG", FILL_GIRLS },
    { "TKS1AVERAGE", FILL_KS1 },
    { "TFSM6CLA1A", FILL_DISADVANTAGED },
    { "PTFSM6CLA1A", FILL_DISADVANTAGED_SHARE },
    { "PTEALGRP2", FILL_EAL_SHARE },
    { "PSENELEK", FILL_SUPPORT_SHARE },
    { "PTRWM_EXP", FILL_ATTAINMENT },
    { "PTRWM_EXP_FSM6CLA1A", FILL_SUBGROUP },
    { "PTRWM_EXP_NotFSM6CLA1A", FILL_ADVANTAGE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (known); i++)
    if (strcmp (known[i].name, name) == 0)
      return known[i].fill;
  if (strstr (name, "_DESCR") != NULL)
    return FILL_BAND;
  if (strstr (name, "PROG") != NULL || strstr (name, "DIFFN") != NULL ||
      strstr (name, "UNADJUSTED") != NULL)
    return FILL_PROGRESS;
  if (strstr (name, "AVERAGE") != NULL)
    return FILL_SCORE;
  return name[0] == 'P' || has_suffix (name, "COV") ? FILL_SHARE : FILL_COUNT;
}

/* The header of a year, and what stands in each of its columns. */
static char *
name_columns (int year, GArray *fills)
{
  g_auto (GStrv) names = g_strsplit (header, ",", -1);
  GString *line = g_string_new (NULL);

  for (guint c = 0; names[c] != NULL; c++)
    {
      Fill fill = find_fill (names[c]);
      gsize stem = strlen (names[c]) - 3;
      int before = has_suffix (names[c], "_18")   ? year % 100
                   : has_suffix (names[c], "_17") ? (year - 1) % 100
                                                  : -1;

      g_array_append_val (fills, fill);
      if (c > 0)
        g_string_append_c (line, ',');
      if (before >= 0)
        g_string_append_printf (line, "%.*s_%02d", (int)stem, names[c], before);
      else
        g_string_append (line, names[c]);
    }
  return g_string_free (line, FALSE);
}

static void
write_share (KithSampleOut *out, int share)
{
  char text[16];

  g_snprintf (text, sizeof text, "%d%%", CLAMP (share, 0, 100));
  kith_sample_out_text (out, text);
}

static void
write_figure (KithSampleOut *out, KithRandom *random, Fill fill, const Figures *of)
{
  switch (fill)
    {
    case FILL_PUPILS:
      kith_sample_out_number (out, of->pupils);
      break;
    case FILL_COHORT:
      kith_sample_out_number (out, of->cohort);
      break;
    case FILL_BOYS:
      kith_sample_out_number (out, of->boys);
      break;
    case FILL_GIRLS:
      kith_sample_out_number (out, of->cohort - of->boys);
      break;
    case FILL_KS1:
      kith_sample_out_tenths (out, (int)of->ks1);
      break;
    case FILL_DISADVANTAGED:
      kith_sample_out_number (out, of->cohort * of->disadvantaged / 100);
      break;
    case FILL_DISADVANTAGED_SHARE:
      write_share (out, (int)of->disadvantaged);
      break;
    case FILL_EAL_SHARE:
      write_share (out, (int)of->eal);
      break;
    case FILL_SUPPORT_SHARE:
      write_share (out, (int)of->support);
      break;
    case FILL_ATTAINMENT:
      write_share (out, (int)of->attainment);
      break;
    case FILL_SUBGROUP:
      write_share (out, (int)of->attainment - kith_random_between (random, 4, 22));
      break;
    case FILL_ADVANTAGE:
      write_share (out, (int)of->attainment + kith_random_between (random, 1, 8));
      break;
    case FILL_SHARE:
      write_share (out, (int)of->attainment + kith_random_between (random, -18, 18));
      break;
    case FILL_SCORE:
      kith_sample_out_number (out, 96 + of->attainment / 9 + kith_random_below (random, 4));
      break;
    case FILL_PROGRESS:
      kith_sample_out_tenths (out,
                              ((int)of->attainment - 65) + kith_random_between (random, -30, 30));
      break;
    case FILL_BAND:
      kith_sample_out_number (out, 1 + kith_random_below (random, 5));
      break;
    case FILL_COUNT:
    default:
      kith_sample_out_number (out, kith_random_below (random, of->cohort + 1));
    }
}

/* Of groups of a few children nothing is given out; of few pupils in all, nothing whatever. */
static gboolean
is_suppressed (KithRandom *random, Fill fill, const Figures *of)
{
  if (fill <= FILL_PROGRESS)
    return of->cohort < LEAST_COHORT ||
           (fill != FILL_SHARE && of->cohort < 20 && kith_random_chance (random, 30));
  return of->cohort < LEAST_COHORT &&
         (fill == FILL_ATTAINMENT || fill == FILL_SUBGROUP || fill == FILL_ADVANTAGE);
}

static void
write_identity (KithSampleOut *out, const KithSampleRegion *region, const KithSampleSchool *school)
{
  const KithSampleAuthority *authority = KITH_SAMPLE_AUTHORITY (region, school->authority);
  const char *town = KITH_SAMPLE_TOWN (region, school->town)->name;
  char text[48];

  kith_sample_out_number (out, school->phase == KITH_SAMPLE_NOT_APPLICABLE ? 2 : 1);
  kith_sample_out_number (out, school->urn * 2 % 70000);
  kith_sample_out_number (out, authority->code);
  kith_sample_out_number (out, school->estab);
  kith_sample_out_number (out, school->urn);
  kith_sample_out_text (out, school->name);
  kith_sample_out_text (out, kith_sample_words_get_street (school->urn));
  kith_sample_out_raw (out, ",,");
  kith_sample_out_text (out, town);
  g_snprintf (text, sizeof text, "%s%u %uAA", authority->postal, school->town % 90 + 1,
              school->urn % 10);
  kith_sample_out_text (out, text);
  g_snprintf (text, sizeof text, "01632960%03u", school->urn % 1000);
  kith_sample_out_text (out, text);
  g_snprintf (text, sizeof text, "E14%06u", school->authority);
  kith_sample_out_text (out, text);
  kith_sample_out_text (out, authority->name);
  kith_sample_out_raw (out, ",0,,,");
  kith_sample_out_raw (out, kith_sample_type_get_info (school->type)->is_academy ? "AC,0" : "CY,0");
  kith_sample_out_text (out, school->diocese == KITH_SAMPLE_NONE ? "Does not apply"
                             : school->diocese % 2 == 0          ? "Church of England"
                                                                 : "Roman Catholic");
  g_snprintf (text, sizeof text, "%u-%u", school->low_age, school->high_age);
  kith_sample_out_text (out, text);
  kith_sample_out_raw (out, ",,0,0");
}

static gboolean
write_school (KithSampleOut *out,
              const KithSampleRegion *region,
              KithRandom *random,
              const KithSampleSchool *school,
              int year,
              const GArray *fills,
              GError **error)
{
  guint years = school->high_age - MAX (school->low_age, 4);
  Figures of = {
    .pupils = school->pupils,
    .cohort = school->pupils / MAX (years, 1),
    .ks1 = 140 + school->attainment / 20 + kith_random_below (random, 12),
    .disadvantaged = school->disadvantage / 10,
    .eal = school->eal / 10,
    .support = school->sen / 10,
    .attainment = (kith_sample_region_measure (region, random, school, year) + 5) / 10,
  };
  gboolean is_open =
      school->opened == KITH_DATE_UNKNOWN || school->opened < kith_date_new (year, 9, 1);
  gboolean is_rest = school->part == KITH_SAMPLE_PART_REST;
  const char *reason = is_rest && kith_random_chance (random, 3)   ? "LOWCOV"
                       : is_rest && kith_random_chance (random, 2) ? "NE"
                                                                   : NULL;

  of.boys = of.cohort * school->boys / MAX (school->pupils, 1);
  write_identity (out, region, school);
  if (!is_open || (is_rest && kith_random_below (random, 200) == 0))
    {
      /* no results: the row stops short */
      kith_sample_out_raw (out, is_open ? ",NEW" : ",0,0");
      return kith_sample_out_row (out, error);
    }
  for (guint c = LAST_OF_IDENTITY; c < fills->len; c++)
    {
      Fill fill = g_array_index (fills, Fill, c);

      if (is_suppressed (random, fill, &of))
        kith_sample_out_raw (out, ",SUPP");
      else if (reason != NULL && (fill == FILL_ATTAINMENT || fill == FILL_PROGRESS))
        kith_sample_out_text (out, reason);
      else
        write_figure (out, random, fill, &of);
    }
  return kith_sample_out_row (out, error);
}

/* Totals stand among the schools: an authority's (3), all state-funded (4), all (5). */
static gboolean
write_total (KithSampleOut *out,
             KithRandom *random,
             guint record,
             const KithSampleAuthority *authority,
             const GArray *fills,
             GError **error)
{
  Figures of = { 60000, 8000, 4100, 165, 25, 18, 15, 65 };

  kith_sample_out_number (out, record);
  if (authority != NULL)
    {
      char text[80];

      g_snprintf (text, sizeof text, ", ,%u, , ,%s", authority->code, authority->name);
      kith_sample_out_raw (out, text);
    }
  else
    kith_sample_out_raw (out, ", , , , , ");
  for (guint c = 6; c < LAST_OF_IDENTITY; c++)
    kith_sample_out_raw (out, ", ");
  for (guint c = LAST_OF_IDENTITY; c < fills->len; c++)
    write_figure (out, random, g_array_index (fills, Fill, c), &of);
  return kith_sample_out_row (out, error);
}

/**
 * kith_sample_write_ks2:
 * @year: in which the academic year begins
 *
 * Writes one year's table: UTF-8 with a byte order mark, CRLF, percentages with their sign.
 *
 * Returns: %FALSE with @error set where the file cannot be written
 */
gboolean
kith_sample_write_ks2 (
    KithSampleRegion *region, GFile *folder, int year, KithJob *job, GError **error)
{
  g_autoptr (GArray) fills = g_array_new (FALSE, FALSE, sizeof (Fill));
  g_autofree char *columns = name_columns (year, fills);
  g_autoptr (KithSampleOut) out = NULL;
  KithRandom random;
  char name[48];

  kith_random_seed (&random, region->seed, KITH_SAMPLE_STREAM_MEASURES + 100 * (guint)year);
  g_snprintf (name, sizeof name, "%d-%d_region_ks2.csv", year, year + 1);
  out = kith_sample_out_open (folder, name, KITH_SAMPLE_UTF8_BOM, "\r\n", job, error);
  if (out == NULL)
    return FALSE;
  kith_sample_out_raw (out, columns);
  if (!kith_sample_out_row (out, error))
    return FALSE;
  for (guint s = 0; s < region->n_in_scope; s++)
    {
      const KithSampleSchool *school = KITH_SAMPLE_SCHOOL (region, s);
      const KithSampleAuthority *authority = KITH_SAMPLE_AUTHORITY (region, school->authority);

      if (s > 0 && s == authority->first_school &&
          !write_total (out, &random, 3, authority, fills, error))
        return FALSE;
      if (kith_sample_school_has_ks2 (school) &&
          !write_school (out, region, &random, school, year, fills, error))
        return FALSE;
    }
  return write_total (out, &random, 4, NULL, fills, error) &&
         write_total (out, &random, 5, NULL, fills, error) && kith_sample_out_close (out, error);
}
