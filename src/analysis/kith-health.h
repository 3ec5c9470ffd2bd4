/* kith-health.h: what of an arrangement runs out, and what makes it work
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kith-roll.h"
#include "kith-wording.h"

G_BEGIN_DECLS

/* What has a last day. */
typedef enum
{
  KITH_CLOCK_FUNDING,
  KITH_CLOCK_REVIEW,
  KITH_CLOCK_END,
  KITH_CLOCK_MEMORANDUM,
  KITH_CLOCK_DATA_SHARING,
  KITH_N_CLOCKS,
} KithClock;

typedef enum
{
  KITH_LAPSE_UNRECORDED, /* nobody has recorded a day */
  KITH_LAPSE_NONE,       /* an agreement: no */
  KITH_LAPSE_PAST,       /* its day has passed */
  KITH_LAPSE_SOON,       /* within lapse.days */
  KITH_LAPSE_LATER,
  KITH_LAPSE_OPEN,       /* an agreement in force, with no last day */
} KithLapseState;

/**
 * KithLapse:
 * @clock: what it is
 * @state: how it stands
 * @day: its day, or unknown
 */
typedef struct
{
  KithClock clock;
  KithLapseState state;
  KithDate day;
} KithLapse;

/**
 * KithLapsing:
 * @arrangement: index
 * @lapse: what of it runs out soon, or has
 */
typedef struct
{
  guint arrangement;
  KithLapse lapse;
} KithLapsing;

/* What makes a Family work: five conditions. */
typedef enum
{
  KITH_CONDITION_COMMITMENT,
  KITH_CONDITION_DATA,
  KITH_CONDITION_EXPERTISE,
  KITH_CONDITION_LEVELS,
  KITH_CONDITION_LEADERS,
  KITH_N_CONDITIONS,
} KithConditionCode;

typedef enum
{
  KITH_CONDITION_UNRECORDED,
  KITH_CONDITION_NOT_MET,
  KITH_CONDITION_MET,
} KithConditionState;

/**
 * KithCondition:
 * @state: whether the record shows it
 * @evidence: what that stands on
 */
typedef struct
{
  KithConditionState state;
  const char *evidence;
} KithCondition;

void         kith_lapses_read               (const KithArrangement  *row,
                                             KithDate                as_at,
                                             guint                   lapse_days,
                                             KithLapse               lapses[static KITH_N_CLOCKS]);
GArray      *kith_lapses_list               (const KithRoll         *roll);
char        *kith_lapse_dup_words           (const KithLapse        *lapse,
                                             KithDate                as_at);
const char  *kith_clock_get_words           (KithClock               clock);
const char  *kith_clock_get_key             (KithClock               clock);
const char  *kith_lapse_get_words           (KithLapseState          state);
const char  *kith_lapse_get_key             (KithLapseState          state);

void         kith_conditions_read           (const KithRoll         *roll,
                                             guint                   arrangement,
                                             KithWording            *wording,
                                             KithCondition           conditions[static KITH_N_CONDITIONS]);
const char  *kith_condition_get_words       (KithConditionCode       condition);
const char  *kith_condition_get_key         (KithConditionCode       condition);
const char  *kith_condition_state_get_words (KithConditionState      state);
const char  *kith_condition_state_get_key   (KithConditionState      state);

G_END_DECLS
