/* kith-sample-type.c: types and phases of establishment, as GIAS numbers and names them
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-sample-region-private.h"

#define MAINTAINED "Local authority maintained schools"

static const KithSampleTypeInfo types[KITH_SAMPLE_N_TYPES] = {
  [KITH_SAMPLE_COMMUNITY] = { 1, "Community school", 4, MAINTAINED, FALSE },
  [KITH_SAMPLE_VOLUNTARY_AIDED] = { 2, "Voluntary aided school", 4, MAINTAINED, FALSE },
  [KITH_SAMPLE_VOLUNTARY_CONTROLLED] = { 3, "Voluntary controlled school", 4, MAINTAINED, FALSE },
  [KITH_SAMPLE_FOUNDATION] = { 5, "Foundation school", 4, MAINTAINED, FALSE },
  [KITH_SAMPLE_CONVERTER] = { 34, "Academy converter", 10, "Academies", TRUE },
  [KITH_SAMPLE_SPONSOR_LED] = { 28, "Academy sponsor led", 10, "Academies", TRUE },
  [KITH_SAMPLE_FREE] = { 35, "Free schools", 11, "Free Schools", TRUE },
  [KITH_SAMPLE_COMMUNITY_SPECIAL] = { 7, "Community special school", 5, "Special schools", FALSE },
  [KITH_SAMPLE_SPECIAL_CONVERTER] = { 44, "Academy special converter", 10, "Academies", TRUE },
  [KITH_SAMPLE_FREE_SPECIAL] = { 36, "Free schools special", 11, "Free Schools", TRUE },
  [KITH_SAMPLE_PUPIL_REFERRAL_UNIT] = { 14, "Pupil referral unit", 4, MAINTAINED, FALSE },
  [KITH_SAMPLE_AP_CONVERTER] = { 42, "Academy alternative provision converter", 10, "Academies",
                                 TRUE },
  [KITH_SAMPLE_NURSERY] = { 15, "Local authority nursery school", 4, MAINTAINED, FALSE },
  [KITH_SAMPLE_INDEPENDENT] = { 11, "Other independent school", 3, "Independent schools", FALSE },
  [KITH_SAMPLE_INDEPENDENT_SPECIAL] = { 10, "Other independent special school", 5,
                                        "Special schools", FALSE },
  [KITH_SAMPLE_FURTHER_EDUCATION] = { 18, "Further education", 1, "Colleges", FALSE },
  [KITH_SAMPLE_UNIVERSITY] = { 29, "Higher education institutions", 2, "Universities", FALSE },
  [KITH_SAMPLE_CHILDRENS_CENTRE] = { 47, "Children's centre", 13, "Children's Centres", FALSE },
};

static const char *const phases[] = {
  "Not applicable",          "Nursery", "Primary",     "Middle deemed primary", "Secondary",
  "Middle deemed secondary", "16 plus", "All-through",
};

/**
 * kith_sample_type_get_info:
 *
 * Returns: (transfer none): the type's codes and names
 */
const KithSampleTypeInfo *
kith_sample_type_get_info (KithSampleType type)
{
  g_return_val_if_fail (type < KITH_SAMPLE_N_TYPES, NULL);
  return &types[type];
}

/**
 * kith_sample_phase_get_name:
 *
 * Returns: (transfer none): GIAS's name of the phase
 */
const char *
kith_sample_phase_get_name (KithSamplePhase phase)
{
  g_return_val_if_fail (phase < G_N_ELEMENTS (phases), NULL);
  return phases[phase];
}
