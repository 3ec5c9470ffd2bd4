/* kith-partnership-view.h: one partnership in full
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "kith-session.h"

G_BEGIN_DECLS

#define KITH_TYPE_PARTNERSHIP_VIEW (kith_partnership_view_get_type ())
G_DECLARE_FINAL_TYPE (KithPartnershipView, kith_partnership_view, KITH, PARTNERSHIP_VIEW, AdwBin)

void  kith_partnership_view_set_session  (KithPartnershipView  *self,
                                          KithSession          *session);
void  kith_partnership_view_show         (KithPartnershipView  *self,
                                          KithRoll             *roll,
                                          gint64                id);

G_END_DECLS
