/* kith-family-pool.h: the schools that Families are built of, and how they are compared
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kith-family-problem.h"
#include "kith-rivals.h"

G_BEGIN_DECLS

/* METHODS, section 7. */
typedef enum
{
  KITH_VARIABLE_PRIOR_ATTAINMENT,
  KITH_VARIABLE_DISADVANTAGE,
  KITH_VARIABLE_EAL,
  KITH_VARIABLE_SEN,         /* EHC plans and SEN support together */
  KITH_VARIABLE_ROLL,
  KITH_VARIABLE_STABILITY,
  KITH_VARIABLE_IDACI,
  KITH_VARIABLE_POLAR4,
  KITH_VARIABLE_EHC_PLANS,
  KITH_VARIABLE_SEN_SUPPORT,
  KITH_N_VARIABLES,
} KithVariable;

typedef enum
{
  KITH_PRESET_FAMILIES,
  KITH_PRESET_EEF_LIKE,
  KITH_PRESET_DFE_NINE,
  KITH_PRESET_BACKGROUND,
  KITH_N_PRESETS,
} KithPreset;

/**
 * KithFamilyTerms:
 * @phase: whose Families: a phase that schools are compared in
 * @authorities: (array length=n_authorities) (nullable): codes; %NULL for the home schools
 * @n_authorities: how many
 * @weights: of each variable, adding to 1
 * @least: the fewest schools in a Family
 * @most: the most
 * @n_families: how many, 0 for what METHODS says
 * @least_authorities: in each Family
 * @is_mixed: whether no authority may have more than half of one
 * @churn: λ
 *
 * What an officer asks for.
 */
typedef struct
{
  KithPhase phase;
  const gint64 *authorities;
  guint n_authorities;
  double weights[KITH_N_VARIABLES];
  guint least, most;
  guint n_families;
  guint least_authorities;
  gboolean is_mixed;
  double churn;
} KithFamilyTerms;

/**
 * KithPoolFigure:
 * @value: as published, NaN where it is not known
 * @year: in which the academic year of it began, or 0
 * @reason: (nullable): why there is none: SUPP, also of pupils too few to be shown; NE …
 */
typedef struct
{
  double value;
  int year;
  const char *reason;
} KithPoolFigure;

/**
 * KithPoolSchool:
 * @school: index in the network
 * @figures: of each variable
 * @known: weight of the variables that are known, in [0, 1]
 */
typedef struct
{
  guint school;
  KithPoolFigure figures[KITH_N_VARIABLES];
  double known;
} KithPoolSchool;

/**
 * KithPoolVariable:
 * @variable: which
 * @weight: with what was dropped shared out
 * @mean: of the schools compared that know it
 * @sd: their population standard deviation, above 0
 * @n_known: how many know it
 */
typedef struct
{
  KithVariable variable;
  double weight;
  double mean, sd;
  guint n_known;
} KithPoolVariable;

/**
 * KithFamilyPool:
 * @network: the whole system at the date
 * @terms: what was asked for
 * @schools: (element-type KithPoolSchool): compared, by URN
 * @left_out: (element-type KithPoolSchool): that cannot be compared: less than half of the weight
 *   is known
 * @variables: (element-type KithPoolVariable): in the order of #KithVariable
 * @dropped: (element-type KithVariable): asked for, and all alike or known of no school
 * @stand_in: (nullable): the measure that stands in where no prior attainment is published
 * @authorities: (element-type gint64): codes of those in it; the problem counts them from 0
 * @rivals: of the network
 * @problem: for kith_family_search(); schools as in @schools, variables as in @variables
 *
 * Keeps the network. Immutable once made.
 */
typedef struct
{
  KithNetwork *network;
  KithFamilyTerms terms;
  GArray *schools;
  GArray *left_out;
  GArray *variables;
  GArray *dropped;
  const char *stand_in;
  GArray *authorities;
  KithRivals *rivals;
  KithFamilyProblem *problem;
} KithFamilyPool;

void             kith_family_terms_init       (KithFamilyTerms        *terms,
                                               KithPhase               phase,
                                               KithPreset              preset);
KithFamilyPool  *kith_family_pool_new         (KithNetwork            *network,
                                               const KithFamilyTerms  *terms);
void             kith_family_pool_free        (KithFamilyPool         *self);
guint            kith_family_pool_find        (const KithFamilyPool   *self,
                                               gint64                  urn);
char            *kith_family_terms_dup_text   (const KithFamilyTerms  *terms);
void             kith_family_terms_read       (KithFamilyTerms        *terms,
                                               GArray                 *codes,
                                               const char             *text);

const char      *kith_phase_get_key           (KithPhase               phase);
const char      *kith_variable_get_key        (KithVariable            variable);
const char      *kith_variable_get_words      (KithVariable            variable);
const char      *kith_preset_get_key          (KithPreset              preset);
const char      *kith_preset_get_words        (KithPreset              preset);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KithFamilyPool, kith_family_pool_free)

G_END_DECLS
