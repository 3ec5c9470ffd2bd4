/* kith-keystone-view.h: the people and arrangements that hold schools together, as a list
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "kith-session.h"
#include "kith-thing.h"

G_BEGIN_DECLS

#define KITH_TYPE_KEYSTONE_VIEW (kith_keystone_view_get_type ())
G_DECLARE_FINAL_TYPE (KithKeystoneView, kith_keystone_view, KITH, KEYSTONE_VIEW, AdwBin)

void  kith_keystone_view_set_session (KithKeystoneView  *self,
                                      KithSession       *session);

G_END_DECLS
