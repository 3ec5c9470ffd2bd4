/* kith-what-if-page.h: what would be without this, or with that
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kith-page.h"

G_BEGIN_DECLS

#define KITH_TYPE_WHAT_IF_PAGE (kith_what_if_page_get_type ())
G_DECLARE_FINAL_TYPE (KithWhatIfPage, kith_what_if_page, KITH, WHAT_IF_PAGE, KithPage)

G_END_DECLS
