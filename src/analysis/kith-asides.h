/* kith-asides.h: which findings an officer set aside
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kith-roll.h"
#include "kith-row-index.h"

G_BEGIN_DECLS

/**
 * KithAsides:
 *
 * Table setting_aside by what its rows are about. Keeps the ledger. Immutable.
 */
typedef struct _KithAsides KithAsides;

KithAsides              *kith_asides_new   (KithLedger         *ledger);
void                     kith_asides_free  (KithAsides         *self);
const KithSettingAside  *kith_asides_find  (const KithAsides   *self,
                                            const KithFinding  *finding,
                                            KithDate            as_at);
const KithSettingAside  *kith_asides_find_tick
                                           (const KithAsides   *self,
                                            const KithRollRow  *row,
                                            gint64              urn,
                                            KithDate            as_at);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KithAsides, kith_asides_free)

G_END_DECLS
