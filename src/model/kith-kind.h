/* kith-kind.h: kinds of arrangement, and phases of school
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* METHODS, section 2, in its order. */
typedef enum
{
  KITH_KIND_TRUST, /* multi-academy trust */
  KITH_KIND_SINGLE_ACADEMY_TRUST,
  KITH_KIND_SECURE_SINGLE_ACADEMY_TRUST,
  KITH_KIND_FEDERATION,
  KITH_KIND_FOUNDATION_TRUST,
  KITH_KIND_UMBRELLA_TRUST,
  KITH_KIND_SPONSOR,
  KITH_KIND_DIOCESE,
  KITH_KIND_AUTHORITY,
  KITH_KIND_FAMILY,
  KITH_KIND_PAIRING,
  KITH_KIND_HUB,
  KITH_KIND_TEACHING_SCHOOL_ALLIANCE,
  KITH_KIND_AREA_PARTNERSHIP,
  KITH_KIND_CLUSTER,
  KITH_KIND_ZONE,
  KITH_KIND_STEERING_GROUP,
  KITH_KIND_LEARNING_PARTNERSHIP,
  KITH_KIND_WORK_STRAND,
  KITH_KIND_PROGRAMME,
  KITH_KIND_RESEARCH_GROUP,
  KITH_KIND_PEER_REVIEW,
  KITH_KIND_OTHER,
  KITH_N_KINDS,
} KithKind;

/* How a tie is drawn: LOOK, section 4, in its order. */
typedef enum
{
  KITH_TIE_TRUST,
  KITH_TIE_HUB,
  KITH_TIE_FAMILY,
  KITH_TIE_PAIRING,
  KITH_TIE_AREA,
  KITH_TIE_PROGRAMME,
  KITH_TIE_STRAND,
  KITH_N_TIES,
} KithTie;

/**
 * KithKindInfo:
 * @key: as in files and in the register: "area-partnership"
 * @words: for people: "area partnership"
 * @plural: for people: "area partnerships"
 * @weight: ω, 0 for an affiliation
 * @half_life: days; 0 for a standing kind
 * @tie: how it is drawn
 */
typedef struct
{
  const char *key;
  const char *words;
  const char *plural;
  double weight;
  guint half_life;
  KithTie tie;
} KithKindInfo;

typedef enum
{
  KITH_PHASE_NURSERY,
  KITH_PHASE_PRIMARY,
  KITH_PHASE_SECONDARY,
  KITH_PHASE_ALL_THROUGH,
  KITH_PHASE_SPECIAL,
  KITH_PHASE_ALTERNATIVE_PROVISION,
  KITH_PHASE_SIXTEEN_PLUS,
  KITH_PHASE_OTHER,
  KITH_N_PHASES,
} KithPhase;

const KithKindInfo  *kith_kind_get_info      (KithKind     kind);
KithKind             kith_kind_find          (const char  *text);
gboolean             kith_kind_is_standing   (KithKind     kind);
gboolean             kith_kind_is_link       (KithKind     kind);
gboolean             kith_kind_is_own_trust  (KithKind     kind);

KithPhase            kith_phase_find         (const char  *phase,
                                              const char  *type);
const char          *kith_phase_get_words    (KithPhase    phase);
KithPhase            kith_phase_get_compared (KithPhase    phase);

G_END_DECLS
