/* kith-health.c: what of an arrangement runs out, and how its conditions are called
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-health.h"
#include "kith-agreement.h"

#include <glib/gi18n.h>

/* For programs, and for people. */
typedef struct
{
  const char *key, *words;
} Name;

static const Name clocks[KITH_N_CLOCKS] = {
  [KITH_CLOCK_FUNDING] = { "funding", N_ ("Funding ends") },
  [KITH_CLOCK_REVIEW] = { "review", N_ ("Review") },
  [KITH_CLOCK_END] = { "end", N_ ("Ends") },
  [KITH_CLOCK_MEMORANDUM] = { "memorandum", N_ ("Memorandum") },
  [KITH_CLOCK_DATA_SHARING] = { "data-sharing", N_ ("Data-sharing agreement") },
};

static const Name lapse_names[] = {
  [KITH_LAPSE_UNRECORDED] = { "not-recorded", N_ ("not recorded") },
  [KITH_LAPSE_NONE] = { "none", N_ ("none") },
  [KITH_LAPSE_PAST] = { "past", N_ ("has passed") },
  [KITH_LAPSE_SOON] = { "soon", N_ ("soon") },
  [KITH_LAPSE_LATER] = { "later", N_ ("later") },
  [KITH_LAPSE_OPEN] = { "open", N_ ("in force, no last day") },
};

static const Name condition_names[KITH_N_CONDITIONS] = {
  [KITH_CONDITION_COMMITMENT] = { "commitment", N_ ("Shared commitment") },
  [KITH_CONDITION_DATA] = { "data", N_ ("Shared data") },
  [KITH_CONDITION_EXPERTISE] = { "expertise", N_ ("Expertise located") },
  [KITH_CONDITION_LEVELS] = { "levels", N_ ("People at several levels") },
  [KITH_CONDITION_LEADERS] = { "leaders", N_ ("Several leaders") },
};

static const Name condition_states[] = {
  [KITH_CONDITION_UNRECORDED] = { "not-recorded", N_ ("not recorded") },
  [KITH_CONDITION_NOT_MET] = { "not-met", N_ ("not met") },
  [KITH_CONDITION_MET] = { "met", N_ ("met") },
};

static KithLapseState
judge_day (KithDate day, KithDate as_at, guint lapse_days)
{
  if (day <= as_at)
    return KITH_LAPSE_PAST;
  return day <= as_at + lapse_days ? KITH_LAPSE_SOON : KITH_LAPSE_LATER;
}

static KithLapse
read_day (KithClock clock, KithDate day, KithDate as_at, guint lapse_days)
{
  return (KithLapse){ clock,
                      day == KITH_DATE_UNKNOWN ? KITH_LAPSE_UNRECORDED
                                               : judge_day (day, as_at, lapse_days),
                      day };
}

/* On its last day an agreement is still in force. */
static KithLapse
read_agreement (KithClock clock, const char *cell, KithDate as_at, guint lapse_days)
{
  KithAgreement agreement = kith_agreement_read (cell, as_at);
  KithLapse lapse = { clock, KITH_LAPSE_UNRECORDED, agreement.last_day };

  if (agreement.state == KITH_AGREEMENT_NONE)
    lapse.state = KITH_LAPSE_NONE;
  else if (agreement.state == KITH_AGREEMENT_ENDED)
    lapse.state = KITH_LAPSE_PAST;
  else if (agreement.state == KITH_AGREEMENT_IN_FORCE)
    lapse.state = lapse.day == KITH_DATE_UNKNOWN    ? KITH_LAPSE_OPEN
                  : lapse.day <= as_at + lapse_days ? KITH_LAPSE_SOON
                                                    : KITH_LAPSE_LATER;
  return lapse;
}

/**
 * kith_lapses_read:
 * @row: of table arrangement
 * @as_at: the date
 * @lapse_days: how many days ahead are soon
 * @lapses: (out caller-allocates): what of it runs out, and when
 *
 * Money and an arrangement end on their day, and a review is due on its; an agreement is in force
 * to the end of its last day.
 */
void
kith_lapses_read (const KithArrangement *row,
                  KithDate as_at,
                  guint lapse_days,
                  KithLapse lapses[static KITH_N_CLOCKS])
{
  lapses[KITH_CLOCK_FUNDING] = read_day (KITH_CLOCK_FUNDING, row->funding_ends, as_at, lapse_days);
  lapses[KITH_CLOCK_REVIEW] = read_day (KITH_CLOCK_REVIEW, row->review, as_at, lapse_days);
  lapses[KITH_CLOCK_END] = read_day (KITH_CLOCK_END, row->ends, as_at, lapse_days);
  lapses[KITH_CLOCK_MEMORANDUM] =
      read_agreement (KITH_CLOCK_MEMORANDUM, row->memorandum, as_at, lapse_days);
  lapses[KITH_CLOCK_DATA_SHARING] =
      read_agreement (KITH_CLOCK_DATA_SHARING, row->data_sharing, as_at, lapse_days);
}

static int
compare_lapsing (gconstpointer a, gconstpointer b)
{
  const KithLapsing *one = a, *other = b;

  if (one->lapse.day != other->lapse.day)
    return one->lapse.day < other->lapse.day ? -1 : 1;
  if (one->arrangement != other->arrangement)
    return one->arrangement < other->arrangement ? -1 : 1;
  return (one->lapse.clock > other->lapse.clock) - (one->lapse.clock < other->lapse.clock);
}

/**
 * kith_lapses_list:
 * @roll: the roll
 *
 * Returns: (transfer full) (element-type KithLapsing): what of the roll's arrangements has lapsed
 *   or lapses in lapse.days, by day
 */
GArray *
kith_lapses_list (const KithRoll *roll)
{
  KithNetwork *network = kith_roll_get_network (roll);
  const KithNetworkArrangement *arrangements =
      kith_network_get_arrangements (network, &(guint){ 0 });
  GArray *list = g_array_new (FALSE, FALSE, sizeof (KithLapsing));
  KithLapse lapses[KITH_N_CLOCKS];
  guint n;
  const KithRollArrangement *rows = kith_roll_get_arrangements (roll, &n);

  for (guint r = 0; r < n; r++)
    {
      kith_lapses_read (arrangements[rows[r].arrangement].record, kith_network_get_date (network),
                        kith_network_get_settings (network)->lapse_days, lapses);
      for (guint l = 0; l < KITH_N_CLOCKS; l++)
        {
          KithLapsing lapsing = { rows[r].arrangement, lapses[l] };

          if (lapses[l].state == KITH_LAPSE_PAST || lapses[l].state == KITH_LAPSE_SOON)
            g_array_append_val (list, lapsing);
        }
    }
  g_array_sort (list, compare_lapsing);
  return list;
}

/**
 * kith_lapse_dup_words:
 * @as_at: the date
 *
 * Returns: (transfer full): when it is, for people, translated: "31 March 2027, in 120 days"
 */
char *
kith_lapse_dup_words (const KithLapse *lapse, KithDate as_at)
{
  char text[KITH_DATE_TEXT_SIZE + 8];
  const char *day;
  guint days = lapse->day > as_at ? lapse->day - as_at : as_at - lapse->day;

  if (lapse->day == KITH_DATE_UNKNOWN)
    return g_strdup (kith_lapse_get_words (lapse->state));
  day = kith_date_format (lapse->day, KITH_DATE_LONG, text);
  if (days == 0)
    return g_strdup_printf (_ ("%s, today"), day);
  if (lapse->state == KITH_LAPSE_PAST)
    return g_strdup_printf (g_dngettext (NULL, "%s, %u day ago", "%s, %u days ago", days), day,
                            days);
  if (lapse->state == KITH_LAPSE_SOON)
    return g_strdup_printf (g_dngettext (NULL, "%s, in %u day", "%s, in %u days", days), day, days);
  return g_strdup (day);
}

/**
 * kith_clock_get_words:
 *
 * Returns: (transfer none): what runs out, for people, translated
 */
const char *
kith_clock_get_words (KithClock clock)
{
  g_return_val_if_fail (clock < KITH_N_CLOCKS, NULL);
  return _ (clocks[clock].words);
}

/**
 * kith_clock_get_key:
 *
 * Returns: (transfer none): what runs out, for programs
 */
const char *
kith_clock_get_key (KithClock clock)
{
  g_return_val_if_fail (clock < KITH_N_CLOCKS, NULL);
  return clocks[clock].key;
}

/**
 * kith_lapse_get_words:
 *
 * Returns: (transfer none): how it stands, for people, translated
 */
const char *
kith_lapse_get_words (KithLapseState state)
{
  g_return_val_if_fail (state < G_N_ELEMENTS (lapse_names), NULL);
  return _ (lapse_names[state].words);
}

/**
 * kith_lapse_get_key:
 *
 * Returns: (transfer none): how it stands, for programs
 */
const char *
kith_lapse_get_key (KithLapseState state)
{
  g_return_val_if_fail (state < G_N_ELEMENTS (lapse_names), NULL);
  return lapse_names[state].key;
}

/**
 * kith_condition_get_words:
 *
 * Returns: (transfer none): the condition for people, translated
 */
const char *
kith_condition_get_words (KithConditionCode condition)
{
  g_return_val_if_fail (condition < KITH_N_CONDITIONS, NULL);
  return _ (condition_names[condition].words);
}

/**
 * kith_condition_get_key:
 *
 * Returns: (transfer none): the condition for programs
 */
const char *
kith_condition_get_key (KithConditionCode condition)
{
  g_return_val_if_fail (condition < KITH_N_CONDITIONS, NULL);
  return condition_names[condition].key;
}

/**
 * kith_condition_state_get_words:
 *
 * Returns: (transfer none): whether it is met, for people, translated
 */
const char *
kith_condition_state_get_words (KithConditionState state)
{
  g_return_val_if_fail (state < G_N_ELEMENTS (condition_states), NULL);
  return _ (condition_states[state].words);
}

/**
 * kith_condition_state_get_key:
 *
 * Returns: (transfer none): whether it is met, for programs
 */
const char *
kith_condition_state_get_key (KithConditionState state)
{
  g_return_val_if_fail (state < G_N_ELEMENTS (condition_states), NULL);
  return condition_states[state].key;
}
