/* kith-briefing-page.h: the briefing, as each audience gets it
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kith-page.h"

G_BEGIN_DECLS

#define KITH_TYPE_BRIEFING_PAGE (kith_briefing_page_get_type ())
G_DECLARE_FINAL_TYPE (KithBriefingPage, kith_briefing_page, KITH, BRIEFING_PAGE, KithPage)

G_END_DECLS
