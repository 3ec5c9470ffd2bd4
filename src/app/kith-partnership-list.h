/* kith-partnership-list.h: the ledger of partnerships, made in a worker
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "kith-roll.h"

G_BEGIN_DECLS

void        kith_partnership_list_make    (KithRoll             *roll,
                                           GCancellable         *cancellable,
                                           GAsyncReadyCallback   callback,
                                           gpointer              user_data);
GPtrArray  *kith_partnership_list_finish  (GAsyncResult         *result,
                                           GError              **error);

G_END_DECLS
