/* kith-agreement.h: what was signed, as a cell of an arrangement says it
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kith-date.h"

G_BEGIN_DECLS

typedef enum
{
  KITH_AGREEMENT_UNRECORDED, /* blank */
  KITH_AGREEMENT_NONE,       /* no */
  KITH_AGREEMENT_ENDED,      /* its last day has passed */
  KITH_AGREEMENT_IN_FORCE,
} KithAgreementState;

/**
 * KithAgreement:
 * @state: how it stands
 * @last_day: the last day on which it is in force, where the cell names one, or unknown
 */
typedef struct
{
  KithAgreementState state;
  KithDate last_day;
} KithAgreement;

KithAgreement  kith_agreement_read  (const char  *cell,
                                     KithDate     as_at);

G_END_DECLS
