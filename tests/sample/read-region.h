/* read-region.h: a sample region, written, read and thrown away
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kith-ledger.h"

G_BEGIN_DECLS

KithLedger  *read_region  (guint64  seed,
                           guint    n_schools);

G_END_DECLS
