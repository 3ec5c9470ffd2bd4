/* kith-family-why.h: why a school is in its Family, and what another would cost
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kith-family-pool.h"

G_BEGIN_DECLS

/**
 * KithFamilyWhy:
 * @distance: from the Family's mean, in weighted standard deviations, at least 0
 * @shares: of each variable in the square of that, adding to 1; all 0 where @distance is 0
 * @nearest: the other Family whose mean is nearest, or %KITH_FAMILY_NONE where there is no other
 * @nearest_distance: from its mean
 *
 * METHODS, section 7, "why these schools", of one school.
 */
typedef struct
{
  double distance;
  double shares[KITH_N_VARIABLES];
  guint nearest;
  double nearest_distance;
} KithFamilyWhy;

/**
 * KithFamilyMove:
 * @rise: by how much J would rise, below 0 where it would fall
 * @size_left: schools that stay behind
 * @size_joined: schools of the other Family, with this one
 * @is_too_small: whether @size_left is below the least
 * @is_too_large: whether @size_joined is above the most
 * @n_authorities_left: authorities in what stays behind
 * @has_too_few_authorities: whether these are too few
 * @majority_left: authority that would have more than half of what stays behind, or %KITH_FAMILY_NONE
 * @majority_joined: likewise of the other Family
 * @rivals: (element-type guint): schools of the other Family that are its rivals, or locked apart
 *
 * What it would mean to put one school into another Family.
 */
typedef struct
{
  double rise;
  guint size_left, size_joined;
  gboolean is_too_small, is_too_large;
  guint n_authorities_left;
  gboolean has_too_few_authorities;
  guint majority_left, majority_joined;
  GArray *rivals;
} KithFamilyMove;

/**
 * KithFamilyProfile:
 * @n_schools: in the Family
 * @n_known: of each variable of the pool: "based on m of n"
 * @mean: of each, as published; NaN where none is known
 * @z: the same in standard deviations from the pool
 * @n_authorities: in it
 */
typedef struct
{
  guint n_schools;
  guint n_known[KITH_N_VARIABLES];
  double mean[KITH_N_VARIABLES];
  double z[KITH_N_VARIABLES];
  guint n_authorities;
} KithFamilyProfile;

/**
 * KithFamilyExplainer:
 *
 * The schools of a pool in Families, ready for questions. Keeps neither pool nor Families.
 */
typedef struct _KithFamilyExplainer KithFamilyExplainer;

KithFamilyExplainer  *kith_family_explainer_new         (const KithFamilyPool       *pool,
                                                         const guint                *families);
void                  kith_family_explainer_free        (KithFamilyExplainer        *self);
KithFamilyWhy         kith_family_explainer_explain     (const KithFamilyExplainer  *self,
                                                         guint                       school);
KithFamilyMove       *kith_family_explainer_price_move  (const KithFamilyExplainer  *self,
                                                         guint                       school,
                                                         guint                       family);
KithFamilyProfile     kith_family_explainer_profile     (const KithFamilyExplainer  *self,
                                                         guint                       family);
void                  kith_family_move_free             (KithFamilyMove             *self);
char                 *kith_family_move_dup_words        (const KithFamilyMove       *self,
                                                         const KithFamilyPool       *pool);
gboolean              kith_family_move_is_allowed       (const KithFamilyMove       *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KithFamilyExplainer, kith_family_explainer_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (KithFamilyMove, kith_family_move_free)

G_END_DECLS
