/* kith-wgs84.h: latitude and longitude onto British National Grid
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kith-grid.h"

G_BEGIN_DECLS

KithPlace  kith_place_from_wgs84    (double     latitude,
                                     double     longitude);
gboolean   kith_place_is_in_britain (KithPlace  place);

G_END_DECLS
