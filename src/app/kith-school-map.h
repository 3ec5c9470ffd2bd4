/* kith-school-map.h: the selected school and those it works with, small
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "kith-map.h"
#include "kith-session.h"

G_BEGIN_DECLS

#define KITH_TYPE_SCHOOL_MAP (kith_school_map_get_type ())
G_DECLARE_FINAL_TYPE (KithSchoolMap, kith_school_map, KITH, SCHOOL_MAP, GtkWidget)

void     kith_school_map_set_session  (KithSchoolMap  *self,
                                       KithSession    *session);
KithMap *kith_school_map_get_map      (KithSchoolMap  *self);

G_END_DECLS
