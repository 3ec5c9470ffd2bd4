/* kith-cliff-view.h: when money ends, as a chart and a table
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "kith-session.h"

G_BEGIN_DECLS

#define KITH_TYPE_CLIFF_VIEW (kith_cliff_view_get_type ())
G_DECLARE_FINAL_TYPE (KithCliffView, kith_cliff_view, KITH, CLIFF_VIEW, AdwBin)

void  kith_cliff_view_set_session (KithCliffView  *self,
                                   KithSession    *session);

G_END_DECLS
