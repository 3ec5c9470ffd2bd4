/* kith-hubs-view.h: all hubs together: whom none touches, which share schools, what lapses
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "kith-session.h"

G_BEGIN_DECLS

#define KITH_TYPE_HUBS_VIEW (kith_hubs_view_get_type ())
G_DECLARE_FINAL_TYPE (KithHubsView, kith_hubs_view, KITH, HUBS_VIEW, AdwBin)

void  kith_hubs_view_set_session  (KithHubsView  *self,
                                   KithSession   *session);
void  kith_hubs_view_show         (KithHubsView  *self,
                                   KithRoll      *roll);

G_END_DECLS
