/* kith-aside-dialog.h: why nobody acts on a finding, and until when
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "kith-session.h"

G_BEGIN_DECLS

void   kith_aside_dialog_begin  (GtkWidget        *over,
                                 KithSession      *session,
                                 gint64            urn,
                                 gint64            arrangement_id,
                                 KithFindingCode   code);
void   kith_aside_return        (KithSession      *session,
                                 gint64            urn,
                                 gint64            arrangement_id,
                                 KithFindingCode   code);
void   kith_aside_tick          (KithSession      *session,
                                 gint64            urn,
                                 gboolean          is_ticked);

G_END_DECLS
