/* kith-officers.h: when officers last recorded anything about each school
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kith-network.h"

G_BEGIN_DECLS

gboolean   kith_officers_own            (KithLedger   *ledger,
                                         gint64        source_id);
KithDate  *kith_officers_list_recorded  (KithNetwork  *network);

G_END_DECLS
