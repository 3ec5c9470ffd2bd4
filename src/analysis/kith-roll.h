/* kith-roll.h: every school, its findings and its tier
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kith-changeset.h"
#include "kith-network.h"

G_BEGIN_DECLS

/* METHODS, section 4, in its order. */
typedef enum
{
  KITH_FINDING_NO_LIVE_LINK,
  KITH_FINDING_NO_LOCAL_LINK,
  KITH_FINDING_SINGLE_AFFILIATION,
  KITH_FINDING_ODD_ONE_OUT,
  KITH_FINDING_ORPHANED,
  KITH_FINDING_SHUNTED,
  KITH_FINDING_OFF_THE_RADAR,
  KITH_FINDING_CUT_OFF,
  KITH_FINDING_HANGS_BY_A_THREAD,
  KITH_FINDING_BEYOND_REACH,
  KITH_FINDING_MEETINGS_ONLY,
  KITH_FINDING_ONE_WAY,
  KITH_FINDING_PAPER_AGREEMENT,
  KITH_FINDING_VULNERABLE,
  KITH_N_FINDINGS,
} KithFindingCode;

/* From the gravest. */
typedef enum
{
  KITH_SEVERITY_RED,
  KITH_SEVERITY_AMBER,
  KITH_SEVERITY_ASK,
  KITH_SEVERITY_NOTE,
} KithSeverity;

/* In the order of the worklist. */
typedef enum
{
  KITH_TIER_ACT_NOW,
  KITH_TIER_LOOK_IN,
  KITH_TIER_WATCH,
  KITH_TIER_ASK,
  KITH_TIER_IN_TOUCH,
  KITH_N_TIERS,
} KithTier;

/**
 * KithFinding:
 * @code: which
 * @severity: how grave
 * @urn: the school, or %KITH_INT_NONE for a finding on an arrangement
 * @arrangement_id: the arrangement that it names or is about, or %KITH_INT_NONE
 * @state: (nullable): why an *ask* asks: "nobody has asked"
 * @chip: two or three words: "No live link", "Not asked" (LOOK, section 9)
 * @sentence: the finding, for the officer who must telephone the head
 * @evidence: what it stands on, and the gaps in it
 * @clears: what would clear it
 * @basis: for programs: the records that it rests on, and nothing that passes with the days;
 *   setting it aside holds while this stays the same
 * @aside: (nullable): why an officer does not act on it
 */
typedef struct
{
  KithFindingCode code;
  KithSeverity severity;
  gint64 urn;
  gint64 arrangement_id;
  const char *state;
  const char *chip;
  const char *sentence;
  const char *evidence;
  const char *clears;
  const char *basis;
  const KithSettingAside *aside;
} KithFinding;

/**
 * KithRollRow:
 * @school: index in the network
 * @tier: the first that fits
 * @n_arrangements: active linking arrangements that it is in
 * @n_links: distinct schools tied to it
 * @n_outside_links: distinct outside schools tied to it
 * @n_local_links: those of @n_links that are local
 * @strength: s_i
 * @component: schools in its component, 1 for one without links
 * @last_contact: the latest that counts for finding 7, or unknown
 * @rho: silence against what is usual, NaN where there was no contact
 * @trust: (nullable): name of its own trust
 * @findings: (array length=n_findings): gravest first
 * @n_findings: how many
 * @n_by_severity: how many of each severity
 * @set_aside: (array length=n_set_aside): those that an officer set aside, gravest first: they
 *   stand in no count and no tier
 * @n_set_aside: how many
 * @tick: (nullable): who has seen to it, and when: the school is ticked off the worklist, which
 *   changes neither its findings nor its tier; %NULL where nothing is to be seen to
 */
typedef struct
{
  guint school;
  KithTier tier;
  guint n_arrangements;
  guint n_links;
  guint n_outside_links;
  guint n_local_links;
  double strength;
  guint component;
  KithDate last_contact;
  double rho;
  const char *trust;
  const KithFinding *findings;
  guint n_findings;
  guint n_by_severity[4];
  const KithFinding *set_aside;
  guint n_set_aside;
  const KithSettingAside *tick;
} KithRollRow;

/**
 * KithRollArrangement:
 * @arrangement: index in the network
 * @findings: (array length=n_findings): gravest first
 * @n_findings: how many
 * @set_aside: (array length=n_set_aside): those that an officer set aside, gravest first
 * @n_set_aside: how many
 *
 * Findings on an arrangement stand in no tier.
 */
typedef struct
{
  guint arrangement;
  const KithFinding *findings;
  guint n_findings;
  const KithFinding *set_aside;
  guint n_set_aside;
} KithRollArrangement;

#define KITH_TYPE_ROLL (kith_roll_get_type ())

/**
 * KithRoll:
 *
 * Each home school of a network exactly once, in the order of the worklist. Immutable and
 * counted; keeps its network. May cross threads.
 */
typedef struct _KithRoll KithRoll;

GType               kith_roll_get_type         (void);
KithRoll           *kith_roll_new              (KithNetwork      *network,
                                                KithJob          *job,
                                                GError          **error);
KithRoll           *kith_roll_new_from         (KithRoll         *previous,
                                                KithNetwork      *network,
                                                const KithChangeset *changes,
                                                KithJob          *job,
                                                GError          **error);
KithRoll           *kith_roll_ref              (KithRoll         *self);
void                kith_roll_unref            (KithRoll         *self);
KithNetwork        *kith_roll_get_network      (const KithRoll   *self);
const KithRollRow  *kith_roll_get_rows         (const KithRoll   *self,
                                                guint            *n_rows);
const KithRollRow  *kith_roll_find             (const KithRoll   *self,
                                                gint64            urn);
guint               kith_roll_count_tier       (const KithRoll   *self,
                                                KithTier          tier);
const KithFinding  *kith_roll_get_findings     (const KithRoll   *self,
                                                guint            *n_findings);
const KithRollArrangement
                   *kith_roll_get_arrangements (const KithRoll   *self,
                                                guint            *n_arrangements);

const char         *kith_tier_get_words        (KithTier          tier);
const char         *kith_tier_get_key          (KithTier          tier);
const char         *kith_finding_get_key       (KithFindingCode   code);
const char         *kith_finding_get_words     (KithFindingCode   code);
const char         *kith_severity_get_key      (KithSeverity      severity);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KithRoll, kith_roll_unref)

G_END_DECLS
