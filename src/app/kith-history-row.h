/* kith-history-row.h: how it came to this, told when it is unfolded
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "kith-session.h"

G_BEGIN_DECLS

#define KITH_TYPE_HISTORY_ROW (kith_history_row_get_type ())
G_DECLARE_FINAL_TYPE (KithHistoryRow, kith_history_row, KITH, HISTORY_ROW, AdwExpanderRow)

void  kith_history_row_set_session  (KithHistoryRow  *self,
                                     KithSession     *session);

G_END_DECLS
