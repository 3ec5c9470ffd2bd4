/* kith-sector.h: a round, shared out
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kith-box.h"

G_BEGIN_DECLS

/**
 * KithSector:
 * @n_members: how many stand in it
 * @from: where it begins, in radians clockwise from the top; kith_sectors_share() sets it
 * @to: where it ends, not before @from
 */
typedef struct
{
  guint n_members;
  double from, to;
} KithSector;

void       kith_sectors_share     (KithSector        *sectors,
                                   guint              n_sectors,
                                   double             gap);
double     kith_sector_get_angle  (const KithSector  *self,
                                   guint              member);
KithPoint  kith_sector_find_point (double             angle,
                                   double             rx,
                                   double             ry);

G_END_DECLS
