/* kith-measure.h: how wide words are
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* One point in millimetres. */
#define KITH_POINT_MM (25.4 / 72.0)

typedef enum
{
  KITH_WEIGHT_REGULAR,
  KITH_WEIGHT_MEDIUM,
  KITH_WEIGHT_SEMIBOLD,
  KITH_WEIGHT_BOLD,
} KithWeight;

/**
 * KithType:
 * @size_pt: size in points
 * @weight: how heavy
 * @is_italic: whether it slants
 * @spacing_pt: what is added between two letters, in points
 */
typedef struct
{
  double size_pt;
  KithWeight weight;
  gboolean is_italic;
  double spacing_pt;
} KithType;

/* What letters take above and below the line they stand on, as parts of the size. */
#define KITH_TYPE_ASCENT  0.76
#define KITH_TYPE_DESCENT 0.22

/* Which part of a line stands at its point; of several lines, how they are set. */
typedef enum
{
  KITH_ANCHOR_START,
  KITH_ANCHOR_MIDDLE,
  KITH_ANCHOR_END,
} KithAnchor;

/**
 * KithMeasure:
 * @measure_width: width in mm of @text, one line of UTF-8, set in @type
 * @data: for @measure_width
 *
 * Whoever places words asks one of these how wide they are. The real one stands on Pango
 * (kith-pango-measure.h in draw); tests bring one whose letters are all of a width, so that
 * their goldens do not move with the fonts of a machine.
 */
typedef struct
{
  double (*measure_width) (gpointer data, const KithType *type, const char *text);
  gpointer data;
} KithMeasure;

double  kith_measure_get_width   (const KithMeasure  *self,
                                  const KithType     *type,
                                  const char         *text);

G_END_DECLS
