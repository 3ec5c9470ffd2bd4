/* kith-export-dialog.h: for whom something is exported, and what they will see
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "kith-export.h"
#include "kith-session.h"

G_BEGIN_DECLS

#define KITH_TYPE_EXPORT_DIALOG (kith_export_dialog_get_type ())
G_DECLARE_FINAL_TYPE (KithExportDialog, kith_export_dialog, KITH, EXPORT_DIALOG, AdwWindow)

KithExportDialog  *kith_export_dialog_begin  (GtkWidget         *over,
                                              KithSession       *session);
void               kith_export_dialog_write  (KithExportDialog  *self,
                                              GFile             *file);

G_END_DECLS
