/* kith-family-problem.h: schools to be split into Families, and the rules for it
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define KITH_FAMILY_NONE G_MAXUINT

/**
 * KithFamilyPair:
 * @a: a school, from 0
 * @b: another
 */
typedef struct
{
  guint a, b;
} KithFamilyPair;

/**
 * KithFamilyProblem:
 * @n_schools: how many, in the order of their URNs
 * @n_variables: what they are compared by
 * @values: (array): standardised, a row of @n_variables for each school; NaN where unknown
 * @weights: (array length=n_variables): adding to 1
 * @authorities: (array length=n_schools): from 0
 * @n_authorities: how many there are
 * @rivals: (element-type KithFamilyPair): who must not meet in one Family
 * @together: (element-type KithFamilyPair): the officer's locks; they come before @rivals
 * @previous: (nullable) (array length=n_schools): last year's Family of each, below @n_families,
 *   or %KITH_FAMILY_NONE
 * @stays: (nullable) (array length=n_schools): whether it must stay there
 * @churn: λ, the price in J of a school that moves from last year's Family
 * @least: the fewest schools in a Family
 * @most: the most
 * @n_families: how many Families are made
 * @least_authorities: so many authorities in each Family, 0 where that is no rule
 * @is_mixed: whether no authority may have more than half of a Family
 *
 * METHODS, section 7: all that the search knows. Every school must have some variable known.
 */
typedef struct
{
  guint n_schools;
  guint n_variables;
  double *values;
  double *weights;
  guint *authorities;
  guint n_authorities;
  GArray *rivals;
  GArray *together;
  guint *previous;
  gboolean *stays;
  double churn;
  guint least, most;
  guint n_families;
  guint least_authorities;
  gboolean is_mixed;
} KithFamilyProblem;

KithFamilyProblem  *kith_family_problem_new             (guint                     n_schools,
                                                         guint                     n_variables);
void                kith_family_problem_free            (KithFamilyProblem        *self);
void                kith_family_problem_add_rivals      (KithFamilyProblem        *self,
                                                         guint                     a,
                                                         guint                     b);
void                kith_family_problem_lock_together   (KithFamilyProblem        *self,
                                                         guint                     a,
                                                         guint                     b);
guint               kith_family_problem_count_families  (guint                     n_schools,
                                                         guint                     least,
                                                         guint                     most);
double              kith_family_problem_get_share       (const KithFamilyProblem  *self,
                                                         guint                     school);
double              kith_family_problem_measure         (const KithFamilyProblem  *self,
                                                         const guint              *families);
guint              *kith_family_match                   (const guint              *a,
                                                         const guint              *b,
                                                         guint                     n_schools,
                                                         guint                     n_families);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KithFamilyProblem, kith_family_problem_free)

G_END_DECLS
