/* kith-travel.h: how long the way from one school to another takes
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kith-grid.h"

G_BEGIN_DECLS

double  kith_travel_get_minutes  (KithPlace  from,
                                  KithPlace  to);
double  kith_travel_get_metres   (double     minutes);

G_END_DECLS
