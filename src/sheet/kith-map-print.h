/* kith-map-print.h: a map on paper
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kith-map.h"
#include "kith-target.h"

G_BEGIN_DECLS

/**
 * KithMapPrint:
 * @map: what it is of and what it says; its size is that of the paper, whatever stands there
 * @paper: how large it is
 * @tile: of the pages that a PDF is cut into, smaller than @paper; %KITH_N_PAPERS for one page
 * @dpi: of a PNG, dots per inch; 0 for one as wide as a screen
 *
 * What a sheet shall be: the same in the window and on the command line.
 */
typedef struct
{
  KithMapOptions map;
  KithPaper paper;
  KithPaper tile;
  double dpi;
} KithMapPrint;

guint     kith_map_print_count    (const KithMapPrint  *self);
KithMap  *kith_map_print_compose  (const KithMapPrint  *self,
                                   KithRoll            *roll,
                                   KithJob             *job,
                                   KithPrinting        *printing,
                                   GError             **error);

G_END_DECLS
