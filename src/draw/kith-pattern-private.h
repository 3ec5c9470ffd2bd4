/* kith-pattern-private.h: how lines are broken
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kith-scene.h"

G_BEGIN_DECLS

/* The part of a double line that its middle takes: 0.38 of 0.90 mm. */
#define KITH_PATTERN_MIDDLE (0.38 / 0.90)

#define KITH_PATTERN_DASHES 4

const char  *kith_pattern_get_key     (KithPattern   pattern);
guint        kith_pattern_get_dashes  (KithPattern   pattern,
                                       const double **dashes);
gboolean     kith_pattern_is_round    (KithPattern   pattern);

G_END_DECLS
