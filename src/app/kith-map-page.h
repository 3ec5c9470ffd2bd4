/* kith-map-page.h: where the schools are, and how they stand
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kith-page.h"

G_BEGIN_DECLS

#define KITH_TYPE_MAP_PAGE (kith_map_page_get_type ())
G_DECLARE_FINAL_TYPE (KithMapPage, kith_map_page, KITH, MAP_PAGE, KithPage)

void  kith_map_page_show_arrangement  (KithMapPage  *self,
                                       gint64        id);

G_END_DECLS
