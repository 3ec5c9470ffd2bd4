/* kith-own-trusts.h: the trust or federation that a school was in on a day
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kith-ledger.h"

G_BEGIN_DECLS

/**
 * KithOwnTrusts:
 *
 * METHODS, section 1, "own trust": MAT, SAT or federation, of each school on every day, and
 * the organisations that are, or belong to, a trust.
 */
typedef struct _KithOwnTrusts KithOwnTrusts;

KithOwnTrusts  *kith_own_trusts_new               (KithLedger           *ledger);
void            kith_own_trusts_free              (KithOwnTrusts        *self);
gboolean        kith_own_trusts_has_any           (const KithOwnTrusts  *self,
                                                   gint64                urn,
                                                   KithDate              day);
gboolean        kith_own_trusts_has_school        (const KithOwnTrusts  *self,
                                                   gint64                urn,
                                                   gint64                other_urn,
                                                   KithDate              day);
gboolean        kith_own_trusts_has_organisation  (const KithOwnTrusts  *self,
                                                   gint64                urn,
                                                   gint64                organisation_id,
                                                   KithDate              day);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KithOwnTrusts, kith_own_trusts_free)

G_END_DECLS
