/* kith-family-search.h: splits schools into Families
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kith-family-problem.h"
#include "kith-job.h"

G_BEGIN_DECLS

/**
 * KithFamilyAnswer:
 * @families: (array length=n_schools): of each school; numbered by their first school
 * @n_schools: as in the problem
 * @objective: J (METHODS, section 7)
 * @n_moved: schools that are not in last year's Family
 * @n_broken: how far rules are broken: 0 in an answer that may be accepted
 * @seed: that it began with
 *
 * Schools in Families. Immutable.
 */
typedef struct
{
  guint *families;
  guint n_schools;
  double objective;
  guint n_moved;
  guint n_broken;
  guint32 seed;
} KithFamilyAnswer;

/**
 * KithFamilySearch:
 * @seed: of the first search; each further one has the next
 * @n_seeds: how many searches, at least 1
 * @effort: proposals a school in each search, 0 for what suits the size
 */
typedef struct
{
  guint32 seed;
  guint n_seeds;
  guint effort;
} KithFamilySearch;

GPtrArray  *kith_family_search            (const KithFamilyProblem  *problem,
                                           const KithFamilySearch   *search,
                                           KithJob                  *job,
                                           GError                  **error);
void        kith_family_answer_free       (KithFamilyAnswer         *self);
double      kith_family_answer_compare    (const KithFamilyAnswer   *a,
                                           const KithFamilyAnswer   *b);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KithFamilyAnswer, kith_family_answer_free)

G_END_DECLS
