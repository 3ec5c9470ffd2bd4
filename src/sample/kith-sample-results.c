/* kith-sample-results.c: how schools did, year by year
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-sample-out-private.h"

#define YEAR_BEFORE_GAP 2018 /* 2019/20 and 2020/21 have no results */

/**
 * kith_sample_school_has_ks2:
 *
 * Returns: whether it stands in key stage 2 tables: it has children of eleven
 */
gboolean
kith_sample_school_has_ks2 (const KithSampleSchool *school)
{
  return (school->phase == KITH_SAMPLE_PHASE_PRIMARY && school->high_age >= 11) ||
         school->phase == KITH_SAMPLE_PHASE_MIDDLE_PRIMARY ||
         school->phase == KITH_SAMPLE_PHASE_ALL_THROUGH;
}

/**
 * kith_sample_school_has_ks4:
 *
 * Returns: whether it stands in key stage 4 tables: it has children of sixteen
 */
gboolean
kith_sample_school_has_ks4 (const KithSampleSchool *school)
{
  return school->phase == KITH_SAMPLE_PHASE_SECONDARY ||
         school->phase == KITH_SAMPLE_PHASE_ALL_THROUGH ||
         school->type == KITH_SAMPLE_COMMUNITY_SPECIAL ||
         school->type == KITH_SAMPLE_SPECIAL_CONVERTER;
}

/**
 * kith_sample_region_measure:
 * @year: in which the academic year begins
 *
 * Attainment follows the school's own line; those of which nothing is promised stray from it.
 *
 * Returns: tenths of a per cent, or of a point of Attainment 8
 */
guint
kith_sample_region_measure (const KithSampleRegion *region,
                            KithRandom *random,
                            const KithSampleSchool *school,
                            int year)
{
  int years = MAX (year, YEAR_BEFORE_GAP + 1) - region->last_year;
  int stray = school->part == KITH_SAMPLE_PART_REST ? kith_random_bell (random, 35) : 0;
  int most = school->compared == KITH_PHASE_SECONDARY ? 860 : 1000;

  return (guint)CLAMP ((int)school->attainment + school->slope * years + stray, 20, most);
}

/**
 * kith_sample_write_results:
 *
 * Writes key stages 2 and 4 of four years, of one before the gap, and of the last year but one
 * the newer form of key stage 4 besides.
 *
 * Returns: %FALSE with @error set where a file cannot be written or the job was cancelled
 */
gboolean
kith_sample_write_results (KithSampleRegion *region, GFile *folder, KithJob *job, GError **error)
{
  for (int k = KITH_SAMPLE_YEARS; k >= 0; k--)
    {
      int year = k == KITH_SAMPLE_YEARS ? YEAR_BEFORE_GAP : region->last_year - k;

      /* years before the gap are told of once */
      if (k < KITH_SAMPLE_YEARS && year <= YEAR_BEFORE_GAP + 2)
        continue;
      if (!kith_sample_write_ks2 (region, folder, year, job, error) ||
          !kith_sample_write_ks4 (region, folder, year, job, error) ||
          (job != NULL &&
           !kith_job_step (job, (guint64)(KITH_SAMPLE_YEARS - k), KITH_SAMPLE_YEARS + 1, error)))
        return FALSE;
    }
  return kith_sample_write_ks4_info (region, folder, region->last_year - 1, job, error);
}
