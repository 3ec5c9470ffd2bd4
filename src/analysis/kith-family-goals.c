/* kith-family-goals.c: limits of chance and goals for the schools of a Family
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-family-display.h"

#include <math.h>

/* A goal is as far off as improvement is measured over. */
#define GOAL_YEARS 3

/**
 * kith_family_display_find_limits:
 * @cohort: pupils, above 0
 * @z: %KITH_LIMIT_95 or %KITH_LIMIT_998
 * @low: (out): at least 0
 * @high: (out): at most 100
 *
 * Between which figures a school of so many pupils lies by chance alone, if it were like the mean
 * of the Family: θ ± z √(θ (1 − θ) / m), in per cent (Spiegelhalter 2005).
 *
 * Returns: %FALSE where the measure is no percentage, or the Family has no mean that may be shown
 */
gboolean
kith_family_display_find_limits (
    const KithFamilyDisplay *self, double cohort, double z, double *low, double *high)
{
  double mean = self->mean / 100, half;

  if (!kith_measure_is_percentage (self->measure) || !(mean >= 0 && mean <= 1) || !(cohort > 0))
    return FALSE;
  half = z * sqrt (mean * (1 - mean) / cohort);
  *low = MAX (0, 100 * (mean - half));
  *high = MIN (100, 100 * (mean + half));
  return TRUE;
}

/**
 * kith_display_point_is_outside:
 *
 * Returns: whether it lies farther from the mean of the Family than chance explains, 95 per cent
 */
gboolean
kith_display_point_is_outside (const KithDisplayPoint *point)
{
  return point->has_limits &&
         (point->attainment < point->limit_low || point->attainment > point->limit_high);
}

static double
round_figure (double value)
{
  return round (10 * value) / 10;
}

static const KithSchool *
get_school (const KithFamilyDisplay *self, const KithDisplayPoint *point)
{
  return kith_network_get_schools (kith_roll_get_network (self->roll), &(guint){ 0 })[point->school]
      .record;
}

/**
 * kith_family_display_find_goals:
 *
 * For each point the goal in the register; else, in three years' time, today's mean of the Family
 * for a school below it, and what it has for one that has more. Goals are of all pupils. A school
 * whose figure is not shown gets none: a goal by the mean would say on which side of it it lies.
 */
void
kith_family_display_find_goals (KithFamilyDisplay *self)
{
  KithNetwork *network = kith_roll_get_network (self->roll);

  for (guint p = 0; p < self->points->len && self->choice.subgroup == NULL; p++)
    {
      KithDisplayPoint *point = &g_array_index (self->points, KithDisplayPoint, p);
      const KithGoal *goal =
          kith_goal_find (kith_network_get_ledger (network), get_school (self, point)->urn,
                          self->measure, self->year, kith_network_get_date (network));

      if (goal != NULL)
        {
          point->goal_state = KITH_GOAL_RECORDED;
          point->goal = goal->value;
          point->goal_year = (int)goal->year;
        }
      else if (!isnan (self->mean))
        {
          point->goal_state = KITH_GOAL_SUGGESTED;
          point->goal = round_figure (fmax (self->mean, point->attainment));
          point->goal_year = self->year + GOAL_YEARS;
        }
    }
}

static KithGoalForm
make_form (const KithFamilyDisplay *self, int year, KithDate on, const char *by)
{
  gboolean is_percentage = kith_measure_is_percentage (self->measure);

  return (KithGoalForm){
    .measure = self->measure,
    .words = kith_measure_get_words (self->measure),
    .least = is_percentage ? 0 : -1000,
    .most = is_percentage ? 100 : 1000,
    .year = year,
    .on = on,
    .by = by,
  };
}

/**
 * kith_family_display_set_goals:
 * @on: the day
 * @by: the officer
 *
 * Returns: (transfer full): the edit that records every goal that is suggested; those that are
 *   recorded stay as they are
 */
KithEdit *
kith_family_display_set_goals (const KithFamilyDisplay *self, KithDate on, const char *by)
{
  const KithGoalForm form = make_form (self, self->year + GOAL_YEARS, on, by);
  g_autoptr (GArray) aims = g_array_new (FALSE, FALSE, sizeof (KithGoalAim));

  for (guint p = 0; p < self->points->len; p++)
    {
      const KithDisplayPoint *point = &g_array_index (self->points, KithDisplayPoint, p);
      KithGoalAim aim = { get_school (self, point)->urn, point->goal };

      if (point->goal_state == KITH_GOAL_SUGGESTED)
        g_array_append_val (aims, aim);
    }
  return kith_edit_set_goals (kith_network_get_ledger (kith_roll_get_network (self->roll)), &form,
                              (const KithGoalAim *)aims->data, aims->len);
}

/**
 * kith_family_display_set_goal:
 * @urn: of a school
 * @year: in which the academic year begins whose results are meant; 0 for that of the suggestion
 * @value: (nullable): field "goal": a figure as it was typed; %NULL for no goal
 * @on: the day
 * @by: the officer
 *
 * Returns: (transfer full): the edit
 */
KithEdit *
kith_family_display_set_goal (const KithFamilyDisplay *self,
                              gint64 urn,
                              int year,
                              const char *value,
                              KithDate on,
                              const char *by)
{
  const KithGoalForm form = make_form (self, year != 0 ? year : self->year + GOAL_YEARS, on, by);
  KithLedger *ledger = kith_network_get_ledger (kith_roll_get_network (self->roll));

  return value == NULL ? kith_edit_drop_goal (ledger, self->measure, form.words, urn)
                       : kith_edit_set_goal (ledger, &form, urn, value);
}
