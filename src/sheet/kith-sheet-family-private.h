/* kith-sheet-family-private.h: the table and the strips beside the map of a Family
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kith-map-column-private.h"

G_BEGIN_DECLS

/* Variables that the table has a column of, and the strips show. */
#define KITH_FAMILY_COLUMNS 2

guint  kith_map_family_list_variables  (const KithMapDraft  *draft,
                                        guint               *variables,
                                        guint                most);
void   kith_map_family_fill_table      (KithMapColumn       *column,
                                        double               room);
double kith_map_family_measure_strips  (KithMapDraft        *draft,
                                        double               k);
void   kith_map_family_fill_strips     (KithMapColumn       *column);

G_END_DECLS
