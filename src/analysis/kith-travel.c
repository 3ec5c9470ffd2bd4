/* kith-travel.c: how long the way from one school to another takes
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-travel.h"

/* METHODS, section 8: roads are longer than the straight line, and driven at 40 km/h. */
#define DETOUR 1.3
#define METRES_A_MINUTE (40000.0 / 60)

/**
 * kith_travel_get_minutes:
 * @from: a place
 * @to: another
 *
 * Straight-line km × 1.3 / 40 km/h (METHODS, section 8): an estimate, not a time table.
 *
 * Returns: minutes; NaN where one is not placed
 */
double
kith_travel_get_minutes (KithPlace from, KithPlace to)
{
  return kith_place_get_metres (from, to) * DETOUR / METRES_A_MINUTE;
}

/**
 * kith_travel_get_metres:
 * @minutes: a travel cap
 *
 * Returns: how far in a straight line that is
 */
double
kith_travel_get_metres (double minutes)
{
  return minutes * METRES_A_MINUTE / DETOUR;
}
