/* kith-partnership-dialog.h: partnerships made and changed by hand
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "kith-session.h"

G_BEGIN_DECLS

void   kith_partnership_dialog_begin      (GtkWidget    *over,
                                           KithSession  *session,
                                           gint64        id);
void   kith_new_partnership_dialog_begin  (GtkWidget    *over,
                                           KithSession  *session,
                                           const char   *members);
void   kith_members_dialog_begin          (GtkWidget    *over,
                                           KithSession  *session,
                                           gint64        id);
void   kith_leave_dialog_begin            (GtkWidget    *over,
                                           KithSession  *session,
                                           gint64        id,
                                           gint64        urn);
void   kith_hand_over_dialog_begin        (GtkWidget    *over,
                                           KithSession  *session,
                                           gint64        id);
void   kith_end_dialog_begin              (GtkWidget    *over,
                                           KithSession  *session,
                                           gint64        id);
void   kith_partnership_remove            (GtkWidget    *over,
                                           KithSession  *session,
                                           gint64        id);

G_END_DECLS
