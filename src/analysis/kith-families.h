/* kith-families.h: Families of Schools, proposed
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kith-family-judge.h"
#include "kith-family-pool.h"
#include "kith-family-search.h"

G_BEGIN_DECLS

/**
 * KithFamilies:
 * @pool: who is compared, and by what
 * @judgement: what could be said before searching
 * @answers: (element-type KithFamilyAnswer) (nullable): best first; %NULL where it is impossible
 * @estimate: J of the best of 50 runs without rules, for orientation
 *
 * What was asked for, and what came of it.
 */
typedef struct
{
  KithFamilyPool *pool;
  KithFamilyJudgement *judgement;
  GPtrArray *answers;
  double estimate;
} KithFamilies;

KithFamilies  *kith_families_build        (KithFamilyPool          *pool,
                                           const KithFamilySearch  *search,
                                           KithJob                 *job,
                                           GError                 **error);
void           kith_families_free         (KithFamilies            *self);
gboolean       kith_families_is_found     (const KithFamilies      *self);
char          *kith_families_dup_outlook  (const KithFamilies      *self);
char          *kith_families_dup_method   (const KithFamilies      *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KithFamilies, kith_families_free)

G_END_DECLS
