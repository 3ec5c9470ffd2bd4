/* kith-partnerships-page.h: the ledger of partnerships, and whom each reaches
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kith-page.h"

G_BEGIN_DECLS

#define KITH_TYPE_PARTNERSHIPS_PAGE (kith_partnerships_page_get_type ())
G_DECLARE_FINAL_TYPE (KithPartnershipsPage, kith_partnerships_page, KITH, PARTNERSHIPS_PAGE,
                      KithPage)

void  kith_partnerships_page_show  (KithPartnershipsPage  *self,
                                    gint64                 id);

G_END_DECLS
