/* kith-family-display.h: the schools of a Family by attainment and improvement
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kith-results.h"
#include "kith-roll.h"

G_BEGIN_DECLS

/**
 * KithDisplayPoint:
 * @school: index in the network
 * @number: in the Family, from 1, by name
 * @attainment: per cent, or points of the measure
 * @change: improvement over three years, in points
 * @cohort: pupils, or %KITH_INT_NONE where nobody says
 * @has_interval: whether @low and @high hold
 * @low: of the 95 per cent interval of @attainment
 * @high: of it
 * @is_vulnerable: whether finding 14 holds of it
 */
typedef struct
{
  guint school;
  guint number;
  double attainment;
  double change;
  gint64 cohort;
  gboolean has_interval;
  double low, high;
  gboolean is_vulnerable;
} KithDisplayPoint;

/**
 * KithDisplayMissing:
 * @school: index in the network
 * @number: in the Family, from 1, by name
 * @why: in words
 */
typedef struct
{
  guint school;
  guint number;
  const char *why;
} KithDisplayMissing;

/**
 * KithFamilyDisplay:
 * @roll: whose schools
 * @results: figures of the measure
 * @arrangement: index of the Family in the network
 * @name: of it
 * @phase: that its schools are compared in
 * @measure: what the figures are figures of
 * @choice: as it was chosen
 * @year: of the attainment
 * @first_year: the earliest that any improvement goes back to, 0 where there is none
 * @members: (element-type guint): indices of its schools of the phase, by name
 * @points: (element-type KithDisplayPoint): by number
 * @missing: (element-type KithDisplayMissing): by number: members of the phase without a point
 * @pool: (element-type KithDisplayPlace): attainment and improvement of the other schools of the phase
 * @mean: of the attainment of all members that have one; NaN where none may be shown
 * @mean_change: of their improvements, likewise
 * @n_above: points above both means
 * @mentors: (element-type guint): numbers among @points: up to three above both means and not
 *   vulnerable, by improvement: where to learn from
 *
 * METHODS, section 6, "the data display". What is suppressed has no point and is in no mean.
 */
typedef struct
{
  KithRoll *roll;
  KithResults *results;
  guint arrangement;
  const char *name;
  KithPhase phase;
  const char *measure;
  KithResultChoice choice;
  int year;
  int first_year;
  GArray *members;
  GArray *points;
  GArray *missing;
  GArray *pool;
  double mean, mean_change;
  guint n_above;
  GArray *mentors;
} KithFamilyDisplay;

/**
 * KithDisplayPlace:
 * @attainment: of a school
 * @change: of it
 */
typedef struct
{
  double attainment, change;
} KithDisplayPlace;

KithFamilyDisplay  *kith_family_display_new   (KithRoll                *roll,
                                               gint64                   arrangement_id,
                                               const KithResultChoice  *choice,
                                               GError                 **error);
void                kith_family_display_free  (KithFamilyDisplay       *self);
char               *kith_family_display_dup_measure
                                              (const KithFamilyDisplay *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KithFamilyDisplay, kith_family_display_free)

G_END_DECLS
