/* kith-backups-dialog.h: the backups of a register, and the way back to one
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "kith-session.h"

G_BEGIN_DECLS

#define KITH_TYPE_BACKUPS_DIALOG (kith_backups_dialog_get_type ())
G_DECLARE_FINAL_TYPE (KithBackupsDialog, kith_backups_dialog, KITH, BACKUPS_DIALOG, AdwWindow)

KithBackupsDialog  *kith_backups_dialog_new  (GtkWindow    *parent,
                                              KithSession  *session,
                                              GFile        *file);
void                kith_backups_offer       (GtkWindow    *parent,
                                              KithSession  *session,
                                              GFile        *file,
                                              const char   *heading,
                                              const char   *message);

G_END_DECLS
