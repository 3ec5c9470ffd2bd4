/* kith-merge-dialog.h: people and organisations that may be recorded twice
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "kith-session.h"

G_BEGIN_DECLS

void  kith_merge_dialog_begin  (GtkWidget    *over,
                                KithSession  *session);

G_END_DECLS
