/* kith-find-dialog.h: one search for everything in the register
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "kith-session.h"

G_BEGIN_DECLS

#define KITH_TYPE_FIND_DIALOG (kith_find_dialog_get_type ())
G_DECLARE_FINAL_TYPE (KithFindDialog, kith_find_dialog, KITH, FIND_DIALOG, AdwWindow)

KithFindDialog  *kith_find_dialog_new  (GtkWindow    *parent,
                                        KithSession  *session);

G_END_DECLS
