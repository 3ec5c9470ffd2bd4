/* kith-family-view.h: one Family: its schools, its display, why they are in it
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "kith-family-work.h"
#include "kith-session.h"

G_BEGIN_DECLS

#define KITH_TYPE_FAMILY_VIEW (kith_family_view_get_type ())
G_DECLARE_FINAL_TYPE (KithFamilyView, kith_family_view, KITH, FAMILY_VIEW, AdwBin)

void  kith_family_view_set_session  (KithFamilyView        *self,
                                     KithSession           *session);
void  kith_family_view_show         (KithFamilyView        *self,
                                     const KithFamilyWork  *work,
                                     guint                  family);

void  kith_family_view_aim  (KithFamilyView  *self,
                             guint            school,
                             guint            family);

G_END_DECLS
