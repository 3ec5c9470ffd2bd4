/* kith-figures-private.h: which columns of the published tables are kept, and as what
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kith-reading-private.h"

G_BEGIN_DECLS

/**
 * KithFigure:
 * @column: where it stands
 * @name: the measure, as DfE calls its column for all pupils
 * @subgroup: (nullable): whom it is about, %NULL for all
 * @subject: (nullable): what it is about, %NULL for all
 * @cohort: where the number of pupils stands, or %KITH_NO_COLUMN
 * @is_headline: a blank cell of it is kept as a reason, "blank"
 */
typedef struct
{
  guint column;
  const char *name;
  const char *subgroup;
  const char *subject;
  guint cohort;
  gboolean is_headline;
} KithFigure;

GArray    *kith_figures_find      (KithReading  *reading);
gboolean   kith_figure_is_reason  (const char   *text);

G_END_DECLS
