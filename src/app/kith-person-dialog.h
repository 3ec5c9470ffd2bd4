/* kith-person-dialog.h: people and organisations kept by hand
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "kith-session.h"

G_BEGIN_DECLS

void   kith_person_dialog_begin        (GtkWidget    *over,
                                        KithSession  *session,
                                        gint64        id);
void   kith_organisation_dialog_begin  (GtkWidget    *over,
                                        KithSession  *session,
                                        gint64        id);

G_END_DECLS
