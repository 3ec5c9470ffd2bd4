/* kith-supposed-list.h: the schools that a what-if touches, as a list
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "kith-session.h"
#include "kith-what-if.h"

G_BEGIN_DECLS

#define KITH_TYPE_SUPPOSED_LIST (kith_supposed_list_get_type ())
G_DECLARE_FINAL_TYPE (KithSupposedList, kith_supposed_list, KITH, SUPPOSED_LIST, AdwBin)

void  kith_supposed_list_set_session (KithSupposedList  *self,
                                      KithSession       *session);
void  kith_supposed_list_show        (KithSupposedList  *self,
                                      KithWhatIf        *what_if);

G_END_DECLS
