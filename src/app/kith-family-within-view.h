/* kith-family-within-view.h: subjects and groups of pupils of a Family
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "kith-family-work.h"
#include "kith-session.h"

G_BEGIN_DECLS

#define KITH_TYPE_FAMILY_WITHIN_VIEW (kith_family_within_view_get_type ())
G_DECLARE_FINAL_TYPE (KithFamilyWithinView,
                      kith_family_within_view,
                      KITH,
                      FAMILY_WITHIN_VIEW,
                      AdwBin)

void  kith_family_within_view_set_session  (KithFamilyWithinView  *self,
                                            KithSession           *session);
void  kith_family_within_view_show         (KithFamilyWithinView  *self,
                                            const KithFamilyWork  *work,
                                            guint                  family);

G_END_DECLS
