/* kith-results.h: attainment and improvement of schools and groups of them
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kith-network.h"

G_BEGIN_DECLS

/**
 * KithResultChoice:
 * @measure: name of a published measure: PTRWM_EXP
 * @subgroup: (nullable): boys, girls, disadvantaged, not-disadvantaged, EAL, SEN; %NULL for all
 * @subject: (nullable): reading, maths …; %NULL for what is of no one subject
 */
typedef struct
{
  const char *measure;
  const char *subgroup;
  const char *subject;
} KithResultChoice;

typedef enum
{
  KITH_RESULT_SHOWN,
  KITH_RESULT_MISSING,    /* the file gives a reason instead of a figure */
  KITH_RESULT_SUPPRESSED, /* about fewer pupils than the settings allow to be shown */
  KITH_RESULT_WITHHELD,   /* taken from the whole it would tell a suppressed one */
} KithResultState;

/**
 * KithResult:
 * @year: the year in which the academic year begins: 2018 is 2018/19
 * @state: whether there is a figure that may be shown
 * @value: in the measure's own unit, per cent from 0 to 100 for most; NaN unless shown
 * @reason: (nullable): as the file writes it (SUPP, NE …), where it is missing
 * @cohort: pupils that it is about; %KITH_INT_NONE where not known, and unless shown
 */
typedef struct
{
  int year;
  KithResultState state;
  double value;
  const char *reason;
  gint64 cohort;
} KithResult;

/**
 * KithResultGroup:
 * @year: as in #KithResult; 0 where there is none
 * @n_schools: in the group
 * @n_values: of these with a figure of that year that is shown; no other is in any mean
 * @n_suppressed: with one that is suppressed or withheld
 * @mean: of the figures, NaN of none
 * @deviation: their standard deviation (n − 1), NaN of fewer than two
 * @n_changes: how many have an improvement as at that year
 * @mean_change: of the improvements, NaN of none
 */
typedef struct
{
  int year;
  guint n_schools;
  guint n_values;
  guint n_suppressed;
  double mean;
  double deviation;
  guint n_changes;
  double mean_change;
} KithResultGroup;

/**
 * KithResults:
 *
 * Figures of one measure for the schools of a network, of the years that count at its date
 * (METHODS, section 6). Immutable; keeps its network. May cross threads.
 */
typedef struct _KithResults KithResults;

KithResults            *kith_results_new               (KithNetwork             *network,
                                                        const KithResultChoice  *choice);
void                    kith_results_free              (KithResults             *self);
const char             *kith_results_get_measure       (const KithResults       *self,
                                                        KithPhase                phase);
const char             *kith_results_get_school_measure (const KithResults      *self,
                                                        guint                    school);
const KithResult       *kith_results_get               (const KithResults       *self,
                                                        guint                    school,
                                                        guint                   *n_results);
const KithResult       *kith_results_find              (const KithResults       *self,
                                                        guint                    school,
                                                        int                      year);
double                  kith_results_measure_change    (const KithResults       *self,
                                                        guint                    school,
                                                        int                      year,
                                                        int                     *first_year,
                                                        guint                   *n_years);
KithResultGroup         kith_results_measure_group     (const KithResults       *self,
                                                        const guint             *schools,
                                                        guint                    n_schools,
                                                        int                      year);
const KithResultGroup  *kith_results_get_phase         (const KithResults       *self,
                                                        KithPhase                phase);

const char             *kith_measure_get_default       (KithPhase                phase);
gboolean                kith_measure_is_percentage     (const char              *measure);
gboolean                kith_measure_are_comparable    (const char              *measure,
                                                        int                      year,
                                                        int                      other_year);
gboolean                kith_result_find_interval      (const KithResult        *result,
                                                        const char              *measure,
                                                        double                  *low,
                                                        double                  *high);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KithResults, kith_results_free)

G_END_DECLS
