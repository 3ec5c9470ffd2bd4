/* kith-span.h: from when until when something was so
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kith-ledger.h"

G_BEGIN_DECLS

/**
 * KithSpan:
 * @from: the first day; 0 where nobody knows when it began
 * @until: the first day after it; %KITH_SPAN_NO_END where it has no end that anybody knows
 *
 * Something that holds on the days d with from ≤ d < until (METHODS, section 1, "active").
 * None are left where until is not after from.
 */
typedef struct
{
  KithDate from;
  KithDate until;
} KithSpan;

#define KITH_SPAN_NO_END ((KithDate) G_MAXUINT32)

/* Of an arrangement that somebody proposed and nobody has confirmed. */
#define KITH_STATUS_PROPOSED "proposed"

gboolean   kith_span_holds             (KithSpan               span,
                                        KithDate               date);
KithSpan   kith_span_cut               (KithSpan               span,
                                        KithDate               start,
                                        KithDate               end);
gboolean   kith_span_is_proposed       (const KithArrangement *arrangement);
KithSpan  *kith_span_list_arrangements (KithLedger            *ledger);
KithSpan   kith_span_of_membership     (const KithMembership  *membership,
                                        KithSpan               arrangement);

G_END_DECLS
