/* kith-family-state-private.h: Families in the making
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kith-family-problem.h"
#include "kith-random.h"

G_BEGIN_DECLS

/**
 * KithFamilyUnits:
 * @n: how many
 * @of: (array length=n_schools): of each school
 * @first: (array length=n+1): where its schools begin
 * @schools: unit after unit
 * @largest: schools of the largest
 * @mass: (array): Σ v_i over its schools that know a variable; a row a unit
 * @sum: (array): Σ v_i z_ik likewise
 * @rival_first: (array length=n+1): where its rivals begin
 * @rivals: units
 * @fixed: (array length=n): the Family that it must be in, or %KITH_FAMILY_NONE
 *
 * What moves as one: a school, or schools that are locked together. v and z are rounded to
 * multiples of 2⁻²⁰, so that sums of them are exact: adding and taking away leaves nothing behind,
 * and the order of schools does not matter. Made once; the searches of all seeds share it.
 */
typedef struct
{
  const KithFamilyProblem *problem;
  guint n;
  guint *of;
  guint *first;
  guint *schools;
  guint largest;
  double *mass;
  double *sum;
  guint *rival_first;
  guint *rivals;
  guint *fixed;
} KithFamilyUnits;

KithFamilyUnits  *kith_family_units_new         (const KithFamilyProblem  *problem);
void              kith_family_units_free        (KithFamilyUnits          *self);
guint             kith_family_units_get_size    (const KithFamilyUnits    *self,
                                                 guint                     unit);

/**
 * KithFamilyState:
 * @family: (array length=n): of each unit
 * @size: (array length=n_families): schools in it
 * @members: units in it, a row a Family of room for @room
 * @n_members: (array length=n_families): how many
 * @slot: (array length=n): where a unit stands among the members of its Family
 * @gain: (array length=n_families): Σ_k w_k (Σ v z)² / Σ v: J is a constant less these
 * @broken: (array length=n_families): how far its rules are broken, rivals aside
 *
 * Which unit is in which Family, and all sums that a change needs.
 */
typedef struct
{
  const KithFamilyUnits *units;
  const KithFamilyProblem *problem;
  double price; /* of a broken rule, in J */
  guint room;
  guint *family;
  guint *size;
  guint *members;
  guint *n_members;
  guint *slot;
  double *mass;
  double *sum;
  double *gain;
  guint *broken;
  guint16 *count;     /* schools of each authority in each Family */
  guint16 *n_present; /* authorities in each Family */
} KithFamilyState;

KithFamilyState  *kith_family_state_new          (const KithFamilyUnits  *units,
                                                  double                  price);
void              kith_family_state_free         (KithFamilyState        *self);
void              kith_family_state_scatter      (KithFamilyState        *self,
                                                  KithRandom             *random,
                                                  const guint            *families);
void              kith_family_state_put          (KithFamilyState        *self,
                                                  guint                   unit,
                                                  guint                   family);
void              kith_family_state_rename       (KithFamilyState        *self,
                                                  const guint            *names);
guint             kith_family_state_count_rivals (const KithFamilyState  *self,
                                                  guint                   unit,
                                                  guint                   family);
double            kith_family_state_price_move   (const KithFamilyState  *self,
                                                  guint                   unit,
                                                  guint                   family);
double            kith_family_state_price_swap   (const KithFamilyState  *self,
                                                  guint                   a,
                                                  guint                   b);
gboolean          kith_family_state_try_move     (KithFamilyState        *self,
                                                  guint                   unit,
                                                  guint                   family,
                                                  double                  most);
gboolean          kith_family_state_try_swap     (KithFamilyState        *self,
                                                  guint                   a,
                                                  guint                   b,
                                                  double                  most);
gboolean          kith_family_state_try_kempe    (KithFamilyState        *self,
                                                  guint                   unit,
                                                  guint                   family,
                                                  guint                   longest,
                                                  double                  most);
guint             kith_family_state_count_broken (const KithFamilyState  *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KithFamilyUnits, kith_family_units_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (KithFamilyState, kith_family_state_free)

G_END_DECLS
