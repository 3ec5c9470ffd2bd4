/* kith-chips.h: findings as a row of chips
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "kith-roll.h"

G_BEGIN_DECLS

#define KITH_TYPE_CHIPS (kith_chips_get_type ())
G_DECLARE_FINAL_TYPE (KithChips, kith_chips, KITH, CHIPS, GtkWidget)

GtkWidget  *kith_chips_new   (void);
void        kith_chips_show  (KithChips          *self,
                              KithRoll           *roll,
                              const KithFinding  *findings,
                              guint               n_findings);

G_END_DECLS
