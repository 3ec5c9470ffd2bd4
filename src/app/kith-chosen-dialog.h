/* kith-chosen-dialog.h: what is done with the schools that are chosen
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "kith-session.h"

G_BEGIN_DECLS

/* A form with more is none that anybody reads. */
#define KITH_CHOSEN_MOST_MEMBERS 500

void  kith_chosen_join_dialog_begin  (GtkWidget    *over,
                                      KithSession  *session);
void  kith_chosen_make_dialog_begin  (GtkWidget    *over,
                                      KithSession  *session);
void  kith_chosen_copy               (GtkWidget    *over,
                                      KithSession  *session);

G_END_DECLS
