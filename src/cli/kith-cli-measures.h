/* kith-cli-measures.h: the measures of schools as rows
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kith-measures.h"
#include "kith-output.h"

G_BEGIN_DECLS

#define KITH_N_MEASURE_COLUMNS 15

extern const KithColumn kith_measure_columns[KITH_N_MEASURE_COLUMNS];

void  kith_cli_add_measures  (KithOutput              *output,
                              gint64                   urn,
                              const KithFullMeasures  *measures);

G_END_DECLS
