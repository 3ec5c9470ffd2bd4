/* kith-changes-page.h: what changed since a day, and what needs a decision
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kith-page.h"

G_BEGIN_DECLS

#define KITH_TYPE_CHANGES_PAGE (kith_changes_page_get_type ())
G_DECLARE_FINAL_TYPE (KithChangesPage, kith_changes_page, KITH, CHANGES_PAGE, KithPage)

void  kith_changes_page_set_since  (KithChangesPage  *self,
                                    KithDate          since);

G_END_DECLS
