/* kith-diary-page.h: contacts and actions
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kith-page.h"

G_BEGIN_DECLS

#define KITH_TYPE_DIARY_PAGE (kith_diary_page_get_type ())
G_DECLARE_FINAL_TYPE (KithDiaryPage, kith_diary_page, KITH, DIARY_PAGE, KithPage)

G_END_DECLS
