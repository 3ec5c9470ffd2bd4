/* kith-suggest.h: names offered below an entry while it is typed in
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "kith-session.h"
#include "kith-suggestions.h"

G_BEGIN_DECLS

void           kith_suggest_attach    (GtkWidget        *row,
                                       KithSession      *session,
                                       KithSuggestWhat   what,
                                       gboolean          can_make);
KithPartyKind  kith_suggest_get_kind  (GtkWidget        *row);

G_END_DECLS
