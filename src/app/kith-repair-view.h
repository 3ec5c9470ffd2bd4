/* kith-repair-view.h: the fewest new links, to be chosen from
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "kith-session.h"

G_BEGIN_DECLS

#define KITH_TYPE_REPAIR_VIEW (kith_repair_view_get_type ())
G_DECLARE_FINAL_TYPE (KithRepairView, kith_repair_view, KITH, REPAIR_VIEW, AdwBin)

void  kith_repair_view_set_session (KithRepairView  *self,
                                    KithSession     *session);

G_END_DECLS
