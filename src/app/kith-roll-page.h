/* kith-roll-page.h: every school, worst first
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kith-page.h"

G_BEGIN_DECLS

#define KITH_TYPE_ROLL_PAGE (kith_roll_page_get_type ())
G_DECLARE_FINAL_TYPE (KithRollPage, kith_roll_page, KITH, ROLL_PAGE, KithPage)

void  kith_roll_page_show_only_chosen  (KithRollPage  *self);

G_END_DECLS
