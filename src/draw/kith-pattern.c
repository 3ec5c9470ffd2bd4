/* kith-pattern.c: how lines are broken
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-pattern-private.h"

/* LOOK, section 4, in mm: on, off, on, off. A dash of no length with round ends is a dot. */
static const struct
{
  const char *key;
  guint n_dashes;
  double dashes[KITH_PATTERN_DASHES];
  gboolean is_round;
} patterns[KITH_N_PATTERNS] = {
  [KITH_PATTERN_SOLID] = { "solid", 0, { 0 }, FALSE },
  [KITH_PATTERN_DOTS] = { "dots", 2, { 0, 0.95 }, TRUE },
  [KITH_PATTERN_DOUBLE] = { "double", 0, { 0 }, FALSE },
  [KITH_PATTERN_LONG_DASH] = { "long-dash", 2, { 2.4, 0.9 }, FALSE },
  [KITH_PATTERN_DASH_DOT] = { "dash-dot", 4, { 2.2, 0.75, 0.42, 0.75 }, FALSE },
  [KITH_PATTERN_SHORT_DASH] = { "short-dash", 2, { 0.9, 0.7 }, FALSE },
  [KITH_PATTERN_FINE_DOTS] = { "fine-dots", 2, { 0, 0.7 }, TRUE },
};

/**
 * kith_pattern_get_key:
 *
 * Returns: (transfer none): the pattern as scene texts write it
 */
const char *
kith_pattern_get_key (KithPattern pattern)
{
  g_return_val_if_fail (pattern < KITH_N_PATTERNS, NULL);
  return patterns[pattern].key;
}

/**
 * kith_pattern_get_dashes:
 * @pattern: a pattern
 * @dashes: (out) (transfer none): on, off … in mm
 *
 * Returns: how many there are; 0 for an unbroken line
 */
guint
kith_pattern_get_dashes (KithPattern pattern, const double **dashes)
{
  g_return_val_if_fail (pattern < KITH_N_PATTERNS, 0);
  *dashes = patterns[pattern].dashes;
  return patterns[pattern].n_dashes;
}

/**
 * kith_pattern_is_round:
 *
 * Returns: whether its dashes end round
 */
gboolean
kith_pattern_is_round (KithPattern pattern)
{
  g_return_val_if_fail (pattern < KITH_N_PATTERNS, FALSE);
  return patterns[pattern].is_round;
}
