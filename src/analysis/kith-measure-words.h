/* kith-measure-words.h: where a school stands, in plain words
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kith-measures.h"
#include "kith-wording.h"

G_BEGIN_DECLS

/**
 * KithMeasureLine:
 * @title: what is measured: "Within two introductions"
 * @sentence: what it is, or why there is none
 */
typedef struct
{
  const char *title;
  const char *sentence;
} KithMeasureLine;

#define KITH_N_MEASURE_LINES 10

void  kith_full_measures_tell  (const KithFullMeasures  *measures,
                                KithWording             *wording,
                                KithMeasureLine          lines[static KITH_N_MEASURE_LINES]);

G_END_DECLS
