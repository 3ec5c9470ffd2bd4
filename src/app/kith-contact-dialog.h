/* kith-contact-dialog.h: what happened at a school, what was agreed and what it was asked
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "kith-session.h"

G_BEGIN_DECLS

void   kith_contact_dialog_begin  (GtkWidget    *over,
                                   KithSession  *session,
                                   gint64        urn);
void   kith_ask_dialog_begin      (GtkWidget    *over,
                                   KithSession  *session,
                                   gint64        urn);
void   kith_join_dialog_begin     (GtkWidget    *over,
                                   KithSession  *session,
                                   gint64        urn);
void   kith_done_dialog_begin     (GtkWidget    *over,
                                   KithSession  *session,
                                   gint64        action_id);

G_END_DECLS
