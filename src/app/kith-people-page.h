/* kith-people-page.h: people and organisations
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kith-page.h"

G_BEGIN_DECLS

#define KITH_TYPE_PEOPLE_PAGE (kith_people_page_get_type ())
G_DECLARE_FINAL_TYPE (KithPeoplePage, kith_people_page, KITH, PEOPLE_PAGE, KithPage)

void  kith_people_page_show  (KithPeoplePage  *self,
                              KithTable        table,
                              gint64           id);

G_END_DECLS
