/* kith-paths-dialog.h: who can help a school, and who can introduce it
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "kith-session.h"

G_BEGIN_DECLS

#define KITH_TYPE_PATHS_DIALOG (kith_paths_dialog_get_type ())
G_DECLARE_FINAL_TYPE (KithPathsDialog, kith_paths_dialog, KITH, PATHS_DIALOG, AdwWindow)

KithPathsDialog  *kith_paths_dialog_new  (GtkWindow    *parent,
                                          KithSession  *session,
                                          gint64        urn,
                                          const char   *area);

G_END_DECLS
