/* kith-name-dialog.h: asks what something is to be called
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* @name: not blank, without spaces around it */
typedef void (*KithNamed)   (const char      *name,
                             gpointer         data);

void  kith_name_dialog_ask  (GtkWidget       *asker,
                             const char      *title,
                             const char      *words,
                             const char      *label,
                             KithNamed        named,
                             gpointer         data,
                             GDestroyNotify   free_data);

G_END_DECLS
