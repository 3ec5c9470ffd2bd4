/* kith-families-page.h: Families of Schools: built, looked at, kept
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kith-page.h"

G_BEGIN_DECLS

#define KITH_TYPE_FAMILIES_PAGE (kith_families_page_get_type ())
G_DECLARE_FINAL_TYPE (KithFamiliesPage, kith_families_page, KITH, FAMILIES_PAGE, KithPage)

G_END_DECLS
