/* check-map.h: what must hold of every picture, read off its scene
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kith-map.h"

G_BEGIN_DECLS

/* where the map lies on a sheet of A4 */
extern const KithBox check_sheet_box;

void   check_counts  (KithMap  *map,
                      guint     n_expected);
guint  check_names   (KithMap  *map,
                      KithBox   edge);
void   check_margin  (KithMap  *map);
void   check_marks   (KithMap  *map);
guint  check_outlines (KithMap *map,
                       KithNetwork *network);

G_END_DECLS
