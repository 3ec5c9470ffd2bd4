/* kith-strengths.h: who needs help with what, and who is strong at it, as at a date
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kith-network.h"

G_BEGIN_DECLS

/* An area that nobody has named. */
#define KITH_AREA_NONE G_MAXUINT

typedef enum
{
  KITH_HELPER_SCHOOL,
  KITH_HELPER_PERSON,
  KITH_HELPER_ORGANISATION,
} KithHelperKind;

/**
 * KithNeeded:
 * @urn: of a school
 * @area: what it needs help with
 * @record: the row that holds: the latest of its school and area
 */
typedef struct
{
  gint64 urn;
  guint area;
  const KithNeed *record;
} KithNeeded;

/**
 * KithStrong:
 * @kind: what it is
 * @id: URN, or key of the person or the organisation
 * @school: of a school, its index in the network, or %KITH_INDEX_NONE
 * @area: what it is strong at
 * @record: the row that holds: the latest of its holder and area
 */
typedef struct
{
  KithHelperKind kind;
  gint64 id;
  guint school;
  guint area;
  const KithExpertise *record;
} KithStrong;

/**
 * KithStrengths:
 *
 * The needs and the expertise that hold on a day: of each school, person or organisation and
 * each area the latest row, unless that row ends it (level 0, or "met"). Areas are the same
 * where they match trimmed and case folded, and have numbers from 0. Immutable; rows belong to
 * the ledger that it keeps.
 */
typedef struct _KithStrengths KithStrengths;

KithStrengths     *kith_strengths_new         (KithNetwork          *network);
void               kith_strengths_free        (KithStrengths        *self);
guint              kith_strengths_find_area   (const KithStrengths  *self,
                                               const char           *text);
guint              kith_strengths_count_areas (const KithStrengths  *self);
const char        *kith_strengths_get_area    (const KithStrengths  *self,
                                               guint                 area);
gboolean           kith_strengths_is_trust    (const KithStrengths  *self,
                                               guint                 area);
const KithNeeded  *kith_strengths_get_needs   (const KithStrengths  *self,
                                               gint64                urn,
                                               guint                *n_needs);
const KithStrong  *kith_strengths_get_strong  (const KithStrengths  *self,
                                               guint                 area,
                                               guint                *n_strong);
gboolean           kith_strengths_has_any     (const KithStrengths  *self,
                                               gint64                urn);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KithStrengths, kith_strengths_free)

G_END_DECLS
