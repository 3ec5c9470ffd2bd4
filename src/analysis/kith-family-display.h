/* kith-family-display.h: the schools of a Family by attainment and improvement
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kith-edit-goal.h"
#include "kith-result-choices.h"
#include "kith-roll.h"

G_BEGIN_DECLS

/* What a display shows upwards; attainment is across. */
typedef enum
{
  KITH_DISPLAY_IMPROVEMENT, /* improvement over three years */
  KITH_DISPLAY_FUNNEL,      /* pupils, and how far chance alone moves a figure of so many */
} KithDisplayKind;

/**
 * KithDisplayPlace:
 * @year: in which the academic year begins
 * @attainment: of a school in that year
 * @change: its improvement up to that year
 * @cohort: pupils, or %KITH_INT_NONE where nobody says
 */
typedef struct
{
  int year;
  double attainment, change;
  gint64 cohort;
} KithDisplayPlace;

typedef enum
{
  KITH_GOAL_NONE,
  KITH_GOAL_SUGGESTED, /* by the Family's average */
  KITH_GOAL_RECORDED,  /* in the register */
} KithGoalState;

/**
 * KithDisplayPoint:
 * @school: index in the network
 * @number: in the Family, from 1, by name
 * @attainment: per cent, or points of the measure
 * @change: improvement over three years, in points; NaN in a funnel where there is none
 * @n_years: figures that @change rests on
 * @cohort: pupils, or %KITH_INT_NONE where nobody says
 * @has_interval: whether @low and @high hold
 * @low: of the 95 per cent interval of @attainment
 * @high: of it
 * @has_limits: whether @limit_low and @limit_high hold
 * @limit_low: below it a school of so many pupils lies lower than chance explains, 95 per cent
 * @limit_high: above it, higher
 * @is_thin: whether few pupils, or fewer years than others have, stand behind it
 * @is_vulnerable: whether finding 14 holds of it
 * @first_step: of its path among the display's @path
 * @n_steps: earlier years in which it has both figures, none across a break
 * @goal_state: whether there is a goal
 * @goal: NaN where there is none
 * @goal_year: in which the academic year begins whose results are meant
 */
typedef struct
{
  guint school;
  guint number;
  double attainment;
  double change;
  guint n_years;
  gint64 cohort;
  gboolean has_interval;
  double low, high;
  gboolean has_limits;
  double limit_low, limit_high;
  gboolean is_thin;
  gboolean is_vulnerable;
  guint first_step, n_steps;
  KithGoalState goal_state;
  double goal;
  int goal_year;
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
 * @kind: what is shown upwards
 * @phase: that its schools are compared in
 * @measure: what the figures are figures of
 * @choice: as it was chosen
 * @year: of the attainment
 * @first_year: the earliest that any improvement goes back to, 0 where there is none
 * @members: (element-type guint): indices of its schools of the phase, by name
 * @points: (element-type KithDisplayPoint): by number
 * @missing: (element-type KithDisplayMissing): by number: members of the phase without a point
 * @path: (element-type KithDisplayPlace): where the points stood in earlier years, by year
 * @pool: (element-type KithDisplayPlace): where the other schools of the phase stand
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
  KithDisplayKind kind;
  KithPhase phase;
  const char *measure;
  KithResultChoice choice;
  int year;
  int first_year;
  GArray *members;
  GArray *points;
  GArray *missing;
  GArray *path;
  GArray *pool;
  double mean, mean_change;
  guint n_above;
  GArray *mentors;
} KithFamilyDisplay;

/* Spiegelhalter (2005), Statistics in Medicine 24, 1185–1202. */
#define KITH_LIMIT_95  1.959964
#define KITH_LIMIT_998 3.090232

KithFamilyDisplay  *kith_family_display_new   (KithRoll                *roll,
                                               gint64                   arrangement_id,
                                               const KithResultChoice  *choice,
                                               KithDisplayKind          kind,
                                               GError                 **error);
void                kith_family_display_free  (KithFamilyDisplay       *self);
const char         *kith_display_explain      (const KithResult        *result);
gboolean            kith_family_display_find_limits
                                              (const KithFamilyDisplay *self,
                                               double                   cohort,
                                               double                   z,
                                               double                  *low,
                                               double                  *high);
gboolean            kith_display_point_is_outside
                                              (const KithDisplayPoint  *point);
void                kith_family_display_find_goals
                                              (KithFamilyDisplay       *self);
KithEdit           *kith_family_display_set_goals
                                              (const KithFamilyDisplay *self,
                                               KithDate                 on,
                                               const char              *by);
KithEdit           *kith_family_display_set_goal
                                              (const KithFamilyDisplay *self,
                                               gint64                   urn,
                                               int                      year,
                                               const char              *value,
                                               KithDate                 on,
                                               const char              *by);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KithFamilyDisplay, kith_family_display_free)

G_END_DECLS
