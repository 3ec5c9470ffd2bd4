/* kith-sector.c: a round, shared out
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-sector.h"

#include <math.h>

/* What a sector has beyond what its members take, in members: room for its name. */
#define LEAST_MEMBERS 1.5

/**
 * kith_sectors_share:
 * @sectors: (array length=n_sectors): how many members each has; takes where each lies
 * @n_sectors: how many
 * @gap: between two of them, in radians
 *
 * Shares out a round: the more members, the wider. The middle of the first lies at the top,
 * the others follow clockwise.
 */
void
kith_sectors_share (KithSector *sectors, guint n_sectors, double gap)
{
  double total = 0, at;

  for (guint i = 0; i < n_sectors; i++)
    total += sectors[i].n_members + LEAST_MEMBERS;
  if (n_sectors == 1)
    gap = 0;
  for (guint i = 0; i < n_sectors; i++)
    sectors[i].to = (sectors[i].n_members + LEAST_MEMBERS) / total * (2 * G_PI - n_sectors * gap);
  at = n_sectors > 0 ? -sectors[0].to / 2 : 0;
  for (guint i = 0; i < n_sectors; i++)
    {
      sectors[i].from = at;
      sectors[i].to += at;
      at = sectors[i].to + gap;
    }
}

/**
 * kith_sector_get_angle:
 * @member: from 0, which of its members
 *
 * Returns: where that stands: they have equal shares
 */
double
kith_sector_get_angle (const KithSector *self, guint member)
{
  return self->from + (member + 0.5) / MAX (1, self->n_members) * (self->to - self->from);
}

/**
 * kith_sector_find_point:
 * @angle: clockwise from the top
 * @rx: half of the width of the round
 * @ry: half of its height
 *
 * Returns: the place on it, seen from its middle
 */
KithPoint
kith_sector_find_point (double angle, double rx, double ry)
{
  return (KithPoint){ rx * sin (angle), -ry * cos (angle) };
}
