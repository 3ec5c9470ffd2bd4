/* kith-partnerships.h: every arrangement that concerns the home authorities, a row each
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kith-engagement.h"

G_BEGIN_DECLS

typedef enum
{
  KITH_PARTNERSHIP_ACTIVE,
  KITH_PARTNERSHIP_PROPOSED, /* it, or a parent of it, and nobody has confirmed it */
  KITH_PARTNERSHIP_NOT_BEGUN,
  KITH_PARTNERSHIP_ENDED,
} KithPartnershipState;

/**
 * KithPartnership:
 * @record: the register's row
 * @kind: of it
 * @state: how it stands at the date
 * @ended: where it has ended, the first day on which it had, or unknown
 * @row: (nullable): of the roll; %NULL where it is not active
 * @engagement: whom it reaches; blank where it is not active
 */
typedef struct
{
  const KithArrangement *record;
  KithKind kind;
  KithPartnershipState state;
  KithDate ended;
  const KithRollArrangement *row;
  KithEngagement engagement;
} KithPartnership;

GArray      *kith_partnerships_list           (const KithRoll        *roll,
                                               KithJob               *job,
                                               GError               **error);
KithPartnership
             kith_partnership_read            (const KithRoll        *roll,
                                               const KithArrangement *row);
const char  *kith_partnership_get_name        (const KithPartnership *self);
const char  *kith_partnership_state_get_words (KithPartnershipState   state);

G_END_DECLS
