/* kith-chosen-bar.h: how many schools are chosen, and what can be done with them
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "kith-session.h"

G_BEGIN_DECLS

#define KITH_TYPE_CHOSEN_BAR (kith_chosen_bar_get_type ())
G_DECLARE_FINAL_TYPE (KithChosenBar, kith_chosen_bar, KITH, CHOSEN_BAR, GtkWidget)

void  kith_chosen_bar_set_session  (KithChosenBar  *self,
                                    KithSession    *session);

G_END_DECLS
