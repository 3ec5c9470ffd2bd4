/* kith-predecessors.h: which school a school was before
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kith-ledger.h"

G_BEGIN_DECLS

/**
 * KithPredecessors:
 *
 * Which schools came from which, as at a date; each link once, from whichever side it is told.
 */
typedef struct _KithPredecessors KithPredecessors;

KithPredecessors  *kith_predecessors_new       (KithLedger              *ledger,
                                                KithDate                 as_at);
void               kith_predecessors_free      (KithPredecessors        *self);
const gint64      *kith_predecessors_find      (const KithPredecessors  *self,
                                                gint64                   urn,
                                                guint                   *n);
gint64             kith_predecessors_get_only  (const KithPredecessors  *self,
                                                gint64                   urn);
void               kith_predecessors_list      (const KithPredecessors  *self,
                                                gint64                   urn,
                                                GArray                  *urns);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KithPredecessors, kith_predecessors_free)

G_END_DECLS
