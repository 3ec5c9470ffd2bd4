/* kith-roll-views.h: views of the roll call that officers saved
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "kith-session.h"

G_BEGIN_DECLS

void   kith_roll_views_fill    (GMenu        *menu,
                                KithSession  *session,
                                gint64        shown);
void   kith_roll_views_save    (GtkWidget    *asker,
                                KithSession  *session,
                                const char   *state);
void   kith_roll_views_keep    (KithSession  *session,
                                const char   *name,
                                const char   *state);
void   kith_roll_views_forget  (KithSession  *session,
                                gint64        id);

G_END_DECLS
