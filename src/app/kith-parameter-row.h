/* kith-parameter-row.h: one parameter of the register, with its default
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "kith-parameter.h"
#include "kith-session.h"

G_BEGIN_DECLS

#define KITH_TYPE_PARAMETER_ROW (kith_parameter_row_get_type ())
G_DECLARE_FINAL_TYPE (KithParameterRow, kith_parameter_row, KITH, PARAMETER_ROW, AdwActionRow)

GtkWidget  *kith_parameter_row_new  (KithSession          *session,
                                     const KithParameter  *parameter);
void        kith_parameter_set      (KithSession          *session,
                                     const char           *key,
                                     const char           *value);

G_END_DECLS
