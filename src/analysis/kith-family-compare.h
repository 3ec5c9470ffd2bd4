/* kith-family-compare.h: proposals beside each other, and beside last year's Families
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kith-families.h"
#include "kith-family-why.h"

G_BEGIN_DECLS

/**
 * KithFamilyTraits:
 * @least: schools in the smallest Family
 * @most: in the largest
 * @least_authorities: in the Family that has fewest
 * @most_share: of one authority in a Family, at the most, in [0, 1]
 *
 * What Families are like, whatever was asked for.
 */
typedef struct
{
  guint least, most;
  guint least_authorities;
  double most_share;
} KithFamilyTraits;

/**
 * KithFamilyMover:
 * @school: of the pool
 * @from: last year's Family, as the problem numbers it
 * @goes_on: the Family of the answer that goes on as that one, or %KITH_FAMILY_NONE
 * @to: the Family of the answer that the school is in
 * @price: by how much J would rise if it stayed, λ not counted; NaN where @goes_on is none
 * @breaks: whether staying would break a rule
 */
typedef struct
{
  guint school;
  guint from;
  guint goes_on;
  guint to;
  double price;
  gboolean breaks;
} KithFamilyMover;

KithFamilyTraits   kith_family_traits_measure  (const KithFamilyPool    *pool,
                                                const KithFamilyAnswer  *answer);
GArray            *kith_family_list_elsewhere  (const KithFamilyPool    *pool,
                                                const KithFamilyAnswer  *answer,
                                                const KithFamilyAnswer  *other);
GArray            *kith_family_list_movers     (const KithFamilyPool    *pool,
                                                const KithFamilyAnswer  *answer);

G_END_DECLS
