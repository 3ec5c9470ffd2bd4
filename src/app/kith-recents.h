/* kith-recents.h: the registers that were open last
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define KITH_TYPE_RECENTS (kith_recents_get_type ())
G_DECLARE_FINAL_TYPE (KithRecents, kith_recents, KITH, RECENTS, AdwBin)

void  kith_recents_add        (GFile  *file);
void  kith_recents_fill_menu  (GMenu  *menu);

G_END_DECLS
