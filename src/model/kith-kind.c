/* kith-kind.c: kinds of arrangement, and phases of school
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-kind.h"
#include "kith-text.h"

#include <glib/gi18n.h>
#include <string.h>

static const KithKindInfo kinds[KITH_N_KINDS] = {
  [KITH_KIND_TRUST] = { "trust", N_ ("trust"), N_ ("trusts"), 1, 0, KITH_TIE_TRUST },
  [KITH_KIND_SINGLE_ACADEMY_TRUST] = { "single-academy-trust", N_ ("single-academy trust"),
                                       N_ ("single-academy trusts"), 1, 0, KITH_TIE_TRUST },
  [KITH_KIND_SECURE_SINGLE_ACADEMY_TRUST] = { "secure-single-academy-trust",
                                              N_ ("secure single-academy trust"),
                                              N_ ("secure single-academy trusts"), 1, 0,
                                              KITH_TIE_TRUST },
  [KITH_KIND_FEDERATION] = { "federation", N_ ("federation"), N_ ("federations"), 1, 0,
                             KITH_TIE_TRUST },
  [KITH_KIND_FOUNDATION_TRUST] = { "foundation-trust", N_ ("foundation trust"),
                                   N_ ("foundation trusts"), 1, 0, KITH_TIE_TRUST },
  [KITH_KIND_UMBRELLA_TRUST] = { "umbrella-trust", N_ ("umbrella trust"), N_ ("umbrella trusts"), 1,
                                 0, KITH_TIE_TRUST },
  [KITH_KIND_SPONSOR] = { "sponsor", N_ ("sponsor"), N_ ("sponsors"), 0, 0, KITH_TIE_STRAND },
  [KITH_KIND_DIOCESE] = { "diocese", N_ ("diocese"), N_ ("dioceses"), 0, 0, KITH_TIE_STRAND },
  [KITH_KIND_AUTHORITY] = { "authority", N_ ("authority"), N_ ("authorities"), 0, 0,
                            KITH_TIE_STRAND },
  [KITH_KIND_FAMILY] = { "family", N_ ("Family"), N_ ("Families"), 0.5, 365, KITH_TIE_FAMILY },
  [KITH_KIND_PAIRING] = { "pairing", N_ ("pairing"), N_ ("pairings"), 2, 180, KITH_TIE_PAIRING },
  [KITH_KIND_HUB] = { "hub", N_ ("hub"), N_ ("hubs"), 1, 365, KITH_TIE_HUB },
  [KITH_KIND_TEACHING_SCHOOL_ALLIANCE] = { "teaching-school-alliance",
                                           N_ ("teaching school alliance"),
                                           N_ ("teaching school alliances"), 1, 365, KITH_TIE_HUB },
  [KITH_KIND_AREA_PARTNERSHIP] = { "area-partnership", N_ ("area partnership"),
                                   N_ ("area partnerships"), 1, 365, KITH_TIE_AREA },
  [KITH_KIND_CLUSTER] = { "cluster", N_ ("cluster"), N_ ("clusters"), 1, 365, KITH_TIE_AREA },
  [KITH_KIND_ZONE] = { "zone", N_ ("zone"), N_ ("zones"), 1, 365, KITH_TIE_AREA },
  [KITH_KIND_STEERING_GROUP] = { "steering-group", N_ ("steering group"), N_ ("steering groups"), 1,
                                 365, KITH_TIE_AREA },
  [KITH_KIND_LEARNING_PARTNERSHIP] = { "learning-partnership", N_ ("learning partnership"),
                                       N_ ("learning partnerships"), 1, 365, KITH_TIE_AREA },
  [KITH_KIND_WORK_STRAND] = { "work-strand", N_ ("work strand"), N_ ("work strands"), 0.5, 365,
                              KITH_TIE_STRAND },
  [KITH_KIND_PROGRAMME] = { "programme", N_ ("programme"), N_ ("programmes"), 1, 365,
                            KITH_TIE_PROGRAMME },
  [KITH_KIND_RESEARCH_GROUP] = { "research-group", N_ ("research group"), N_ ("research groups"), 1,
                                 365, KITH_TIE_PROGRAMME },
  [KITH_KIND_PEER_REVIEW] = { "peer-review", N_ ("peer review"), N_ ("peer reviews"), 1, 365,
                              KITH_TIE_PROGRAMME },
  [KITH_KIND_OTHER] = { "other", N_ ("other arrangement"), N_ ("other arrangements"), 1, 365,
                        KITH_TIE_STRAND },
};

/* How GIAS, and officers, call them besides. */
static const struct
{
  const char *key;
  KithKind kind;
} aliases[] = {
  { "multi-academy-trust", KITH_KIND_TRUST },
  { "mat", KITH_KIND_TRUST },
  { "sat", KITH_KIND_SINGLE_ACADEMY_TRUST },
  { "single-academy", KITH_KIND_SINGLE_ACADEMY_TRUST },
  { "school-sponsor", KITH_KIND_SPONSOR },
  { "families", KITH_KIND_FAMILY },
  { "pair", KITH_KIND_PAIRING },
  { "teaching-school-hub", KITH_KIND_HUB },
  { "tripod", KITH_KIND_CLUSTER },
  { "partnership", KITH_KIND_AREA_PARTNERSHIP },
  { "program", KITH_KIND_PROGRAMME },
  { "local-authority", KITH_KIND_AUTHORITY },
};

static const char *const phase_words[KITH_N_PHASES] = {
  [KITH_PHASE_NURSERY] = N_ ("nursery"),
  [KITH_PHASE_PRIMARY] = N_ ("primary"),
  [KITH_PHASE_SECONDARY] = N_ ("secondary"),
  [KITH_PHASE_ALL_THROUGH] = N_ ("all-through"),
  [KITH_PHASE_SPECIAL] = N_ ("special"),
  [KITH_PHASE_ALTERNATIVE_PROVISION] = N_ ("alternative provision"),
  [KITH_PHASE_SIXTEEN_PLUS] = N_ ("16 plus"),
  [KITH_PHASE_OTHER] = N_ ("other"),
};

/**
 * kith_kind_get_info:
 * @kind: a kind
 *
 * Returns: (transfer none): what METHODS section 2 says of it; words are to be translated
 */
const KithKindInfo *
kith_kind_get_info (KithKind kind)
{
  g_return_val_if_fail (kind < KITH_N_KINDS, NULL);
  return &kinds[kind];
}

/**
 * kith_kind_find:
 * @text: (nullable): "Area partnership", "area-partnership", "Multi-academy trust" …
 *
 * Letter case, spaces and hyphens do not matter.
 *
 * Returns: the kind, or %KITH_N_KINDS
 */
KithKind
kith_kind_find (const char *text)
{
  g_autofree char *key = kith_text_dup_key (text);

  g_strdelimit (key, " _", '-');
  for (guint k = 0; k < KITH_N_KINDS; k++)
    if (strcmp (kinds[k].key, key) == 0)
      return (KithKind)k;
  for (guint a = 0; a < G_N_ELEMENTS (aliases); a++)
    if (strcmp (aliases[a].key, key) == 0)
      return aliases[a].kind;
  return KITH_N_KINDS;
}

/**
 * kith_kind_is_standing:
 *
 * Returns: whether its memberships do not fade
 */
gboolean
kith_kind_is_standing (KithKind kind)
{
  return kinds[kind].half_life == 0;
}

/**
 * kith_kind_is_link:
 *
 * Returns: whether it ties its members; an affiliation does not
 */
gboolean
kith_kind_is_link (KithKind kind)
{
  return kinds[kind].weight > 0;
}

/**
 * kith_kind_is_own_trust:
 *
 * Returns: whether it is what METHODS calls a school's own trust: MAT, SAT, secure SAT or
 *   federation
 */
gboolean
kith_kind_is_own_trust (KithKind kind)
{
  return kind == KITH_KIND_TRUST || kind == KITH_KIND_SINGLE_ACADEMY_TRUST ||
         kind == KITH_KIND_SECURE_SINGLE_ACADEMY_TRUST || kind == KITH_KIND_FEDERATION;
}

static gboolean
has_word (const char *text, const char *word)
{
  return text != NULL && strstr (text, word) != NULL;
}

/**
 * kith_phase_find:
 * @phase: (nullable): GIAS's PhaseOfEducation name
 * @type: (nullable): GIAS's TypeOfEstablishment name
 *
 * Special schools and alternative provision have "Not applicable" as their phase; their type
 * tells them. Middle deemed primary is primary, middle deemed secondary is secondary.
 *
 * Returns: the phase
 */
KithPhase
kith_phase_find (const char *phase, const char *type)
{
  g_autofree char *type_key = kith_text_dup_key (type);
  g_autofree char *key = kith_text_dup_key (phase);

  if (has_word (type_key, "pupil referral") || has_word (type_key, "alternative provision"))
    return KITH_PHASE_ALTERNATIVE_PROVISION;
  if (has_word (type_key, "special"))
    return KITH_PHASE_SPECIAL;
  if (has_word (key, "all-through") || has_word (key, "all through"))
    return KITH_PHASE_ALL_THROUGH;
  if (has_word (key, "secondary"))
    return KITH_PHASE_SECONDARY;
  if (has_word (key, "primary"))
    return KITH_PHASE_PRIMARY;
  if (has_word (key, "nursery") || has_word (type_key, "nursery"))
    return KITH_PHASE_NURSERY;
  if (has_word (key, "16 plus"))
    return KITH_PHASE_SIXTEEN_PLUS;
  return KITH_PHASE_OTHER;
}

/**
 * kith_phase_get_words:
 *
 * Returns: (transfer none): the phase for people, translated
 */
const char *
kith_phase_get_words (KithPhase phase)
{
  g_return_val_if_fail (phase < KITH_N_PHASES, NULL);
  return _ (phase_words[phase]);
}

/**
 * kith_phase_get_compared:
 *
 * Returns: the phase among whose schools neighbours are sought: all-through counts as
 *   secondary (METHODS, section 1)
 */
KithPhase
kith_phase_get_compared (KithPhase phase)
{
  return phase == KITH_PHASE_ALL_THROUGH ? KITH_PHASE_SECONDARY : phase;
}
