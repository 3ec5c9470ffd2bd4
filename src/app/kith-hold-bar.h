/* kith-hold-bar.h: why a register can only be looked at, and what can be done about it
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "kith-session.h"

G_BEGIN_DECLS

#define KITH_TYPE_HOLD_BAR (kith_hold_bar_get_type ())
G_DECLARE_FINAL_TYPE (KithHoldBar, kith_hold_bar, KITH, HOLD_BAR, AdwBin)

void   kith_hold_bar_set_session  (KithHoldBar       *self,
                                   KithSession       *session);
char  *kith_hold_bar_dup_words    (KithAccess         access,
                                   const KithHolder  *holder,
                                   gboolean           is_waiting);

G_END_DECLS
