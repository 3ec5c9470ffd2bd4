/* kith-school-pane.h: the selected school: who it is, its findings, who it works with
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "kith-session.h"

G_BEGIN_DECLS

#define KITH_TYPE_SCHOOL_PANE (kith_school_pane_get_type ())
G_DECLARE_FINAL_TYPE (KithSchoolPane, kith_school_pane, KITH, SCHOOL_PANE, AdwBin)

void  kith_school_pane_set_session  (KithSchoolPane  *self,
                                     KithSession     *session);

G_END_DECLS
