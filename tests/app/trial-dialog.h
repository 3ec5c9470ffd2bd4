/* trial-dialog.h: forms filled in as an officer does
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kith-edit-dialog.h"
#include "trial-app.h"

G_BEGIN_DECLS

KithEditDialog  *trial_find_dialog  (void);
void             trial_press        (gpointer         from,
                                     const char      *words);
gpointer         trial_find_row     (gpointer         from,
                                     const char      *title);
void             trial_type         (KithEditDialog  *dialog,
                                     const char      *title,
                                     const char      *text);
void             trial_choose       (KithEditDialog  *dialog,
                                     const char      *title,
                                     guint            choice);
gboolean         trial_is_shown     (gpointer         from,
                                     const char      *words);
void             trial_save         (KithWindow      *window,
                                     const char      *verb);
void             trial_answer       (const char      *response);
const void      *trial_get_last     (KithWindow      *window,
                                     KithTable        table);

G_END_DECLS
