/* kith-finding-names.c: what findings, tiers and severities are called
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-roll.h"

#include <glib/gi18n.h>

static const struct
{
  const char *key, *words;
} finding_names[KITH_N_FINDINGS] = {
  [KITH_FINDING_NO_LIVE_LINK] = { "no-live-link", N_ ("No live link") },
  [KITH_FINDING_NO_LOCAL_LINK] = { "no-local-link", N_ ("No local link") },
  [KITH_FINDING_SINGLE_AFFILIATION] = { "single-affiliation", N_ ("One affiliation") },
  [KITH_FINDING_ODD_ONE_OUT] = { "odd-one-out", N_ ("Odd one out") },
  [KITH_FINDING_ORPHANED] = { "orphaned", N_ ("Orphaned") },
  [KITH_FINDING_SHUNTED] = { "shunted", N_ ("Shunted") },
  [KITH_FINDING_OFF_THE_RADAR] = { "off-the-radar", N_ ("Off the radar") },
  [KITH_FINDING_CUT_OFF] = { "cut-off", N_ ("Cut off") },
  [KITH_FINDING_HANGS_BY_A_THREAD] = { "hangs-by-a-thread", N_ ("Hangs by a thread") },
  [KITH_FINDING_BEYOND_REACH] = { "beyond-reach", N_ ("Beyond reach") },
  [KITH_FINDING_MEETINGS_ONLY] = { "meetings-only", N_ ("Meetings only") },
  [KITH_FINDING_ONE_WAY] = { "one-way", N_ ("One way") },
  [KITH_FINDING_PAPER_AGREEMENT] = { "paper-agreement", N_ ("Paper agreement") },
  [KITH_FINDING_VULNERABLE] = { "vulnerable", N_ ("Vulnerable") },
};

static const struct
{
  const char *key, *words;
} tier_names[KITH_N_TIERS] = {
  [KITH_TIER_ACT_NOW] = { "1", N_ ("Act now") },   [KITH_TIER_LOOK_IN] = { "2", N_ ("Look in") },
  [KITH_TIER_WATCH] = { "3", N_ ("Watch") },       [KITH_TIER_ASK] = { "U", N_ ("Ask") },
  [KITH_TIER_IN_TOUCH] = { "4", N_ ("In touch") },
};

/**
 * kith_tier_get_words:
 *
 * Returns: (transfer none): the tier for people, translated: "Look in"
 */
const char *
kith_tier_get_words (KithTier tier)
{
  g_return_val_if_fail (tier < KITH_N_TIERS, NULL);
  return _ (tier_names[tier].words);
}

/**
 * kith_tier_get_key:
 *
 * Returns: (transfer none): the tier as tables for machines have it: 1, 2, 3, U or 4
 */
const char *
kith_tier_get_key (KithTier tier)
{
  g_return_val_if_fail (tier < KITH_N_TIERS, NULL);
  return tier_names[tier].key;
}

/**
 * kith_finding_get_key:
 *
 * Returns: (transfer none): the code as METHODS writes it: "no-live-link"
 */
const char *
kith_finding_get_key (KithFindingCode code)
{
  g_return_val_if_fail (code < KITH_N_FINDINGS, NULL);
  return finding_names[code].key;
}

/**
 * kith_finding_get_words:
 *
 * Returns: (transfer none): the finding for people, translated: "No live link"
 */
const char *
kith_finding_get_words (KithFindingCode code)
{
  g_return_val_if_fail (code < KITH_N_FINDINGS, NULL);
  return _ (finding_names[code].words);
}

/**
 * kith_severity_get_key:
 *
 * Returns: (transfer none): red, amber, ask or note
 */
const char *
kith_severity_get_key (KithSeverity severity)
{
  static const char *const keys[] = { "red", "amber", "ask", "note" };

  g_return_val_if_fail (severity < G_N_ELEMENTS (keys), NULL);
  return keys[severity];
}
