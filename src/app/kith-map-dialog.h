/* kith-map-dialog.h: how a map shall be on paper, in a file, or pasted elsewhere
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "kith-map.h"
#include "kith-session.h"

G_BEGIN_DECLS

#define KITH_TYPE_MAP_DIALOG (kith_map_dialog_get_type ())
G_DECLARE_FINAL_TYPE (KithMapDialog, kith_map_dialog, KITH, MAP_DIALOG, AdwWindow)

KithMapDialog  *kith_map_dialog_begin  (GtkWidget             *over,
                                        KithSession           *session,
                                        const KithMapOptions  *shown,
                                        const char            *title);
void            kith_map_dialog_write  (KithMapDialog         *self,
                                        GFile                 *file);

G_END_DECLS
