/* kith-sources-page.h: where each fact came from, and what was done when
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kith-page.h"

G_BEGIN_DECLS

#define KITH_TYPE_SOURCES_PAGE (kith_sources_page_get_type ())
G_DECLARE_FINAL_TYPE (KithSourcesPage, kith_sources_page, KITH, SOURCES_PAGE, KithPage)

G_END_DECLS
