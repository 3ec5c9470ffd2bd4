/* kith-edit-goal.h: goals for schools
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kith-edit.h"

G_BEGIN_DECLS

/**
 * KithGoalAim:
 * @urn: of a school
 * @value: what it aims at, in the unit of the measure
 */
typedef struct
{
  gint64 urn;
  double value;
} KithGoalAim;

/**
 * KithGoalForm:
 * @measure: what is measured: PTRWM_EXP
 * @words: the same in plain words, for the journal
 * @least: the lowest figure that there can be
 * @most: the highest
 * @year: in which the academic year begins whose results are meant
 * @on: the day on which it is set
 * @by: the officer
 */
typedef struct
{
  const char *measure;
  const char *words;
  double least, most;
  int year;
  KithDate on;
  const char *by;
} KithGoalForm;

KithEdit        *kith_edit_set_goals  (KithLedger          *ledger,
                                       const KithGoalForm  *form,
                                       const KithGoalAim   *aims,
                                       guint                n_aims);
KithEdit        *kith_edit_set_goal   (KithLedger          *ledger,
                                       const KithGoalForm  *form,
                                       gint64               urn,
                                       const char          *value);
KithEdit        *kith_edit_drop_goal  (KithLedger          *ledger,
                                       const char          *measure,
                                       const char          *words,
                                       gint64               urn);
const KithGoal  *kith_goal_find       (KithLedger          *ledger,
                                       gint64               urn,
                                       const char          *measure,
                                       int                  after,
                                       KithDate             as_at);

G_END_DECLS
