/* kith-touched.h: whose findings a change of the record may change
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kith-changeset.h"
#include "kith-finding-private.h"

G_BEGIN_DECLS

guint  *kith_touched_list  (const KithRecord     *before,
                            const KithRecord     *after,
                            const KithChangeset  *changes);

G_END_DECLS
