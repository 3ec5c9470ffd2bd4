/* kith-suppose-dialog.h: what is supposed to be there besides
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kith-suppose-view.h"

G_BEGIN_DECLS

#define KITH_TYPE_SUPPOSE_DIALOG (kith_suppose_dialog_get_type ())
G_DECLARE_FINAL_TYPE (KithSupposeDialog, kith_suppose_dialog, KITH, SUPPOSE_DIALOG, AdwWindow)

void  kith_suppose_dialog_begin (KithSupposeView  *view,
                                 KithSession      *session,
                                 GPtrArray        *candidates);

G_END_DECLS
