/* kith-record-dialog.h: what is recorded of a school, made, changed and taken out
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "kith-session.h"

G_BEGIN_DECLS

void   kith_record_dialog_begin     (GtkWidget    *over,
                                     KithSession  *session,
                                     KithTable     table,
                                     gint64        id);
void   kith_record_remove           (KithSession  *session,
                                     KithTable     table,
                                     gint64        id);

void   kith_contact_change_begin    (GtkWidget    *over,
                                     KithSession  *session,
                                     gint64        id);
void   kith_need_dialog_begin       (GtkWidget    *over,
                                     KithSession  *session,
                                     gint64        urn);
void   kith_need_change_begin       (GtkWidget    *over,
                                     KithSession  *session,
                                     KithTable     table,
                                     gint64        id);
void   kith_interest_dialog_begin   (GtkWidget    *over,
                                     KithSession  *session,
                                     gint64        urn,
                                     gint64        id);
void   kith_rivalry_dialog_begin    (GtkWidget    *over,
                                     KithSession  *session,
                                     gint64        urn,
                                     gint64        id);
void   kith_catchment_dialog_begin  (GtkWidget    *over,
                                     KithSession  *session,
                                     gint64        urn,
                                     gint64        id);

G_END_DECLS
