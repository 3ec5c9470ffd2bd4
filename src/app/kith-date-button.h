/* kith-date-button.h: the day that the question is asked about
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "kith-session.h"

G_BEGIN_DECLS

#define KITH_TYPE_DATE_BUTTON (kith_date_button_get_type ())
G_DECLARE_FINAL_TYPE (KithDateButton, kith_date_button, KITH, DATE_BUTTON, GtkWidget)

void  kith_date_button_set_session  (KithDateButton  *self,
                                     KithSession     *session);
void  kith_date_button_popup        (KithDateButton  *self);

G_END_DECLS
