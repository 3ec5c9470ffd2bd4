/* fixed-measure.h: letters that are all of a width, so that goldens do not move
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kith-measure.h"

/* six tenths of the size, whatever the letter */
static inline double
measure_fixed (gpointer data, const KithType *type, const char *text)
{
  glong n = g_utf8_strlen (text, -1);

  return (double) n * 0.6 * type->size_pt * KITH_POINT_MM +
         (double) (n - 1) * type->spacing_pt * KITH_POINT_MM;
}

static const KithMeasure fixed_measure = { measure_fixed, NULL };
