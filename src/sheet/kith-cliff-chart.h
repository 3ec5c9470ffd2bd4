/* kith-cliff-chart.h: when money ends, and how many schools have no link then, as a chart
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kith-cliff.h"
#include "kith-scene.h"

G_BEGIN_DECLS

KithScene  *kith_cliff_chart_new  (const KithCliff  *cliff,
                                   KithDate          as_at,
                                   double            width,
                                   double            height);

G_END_DECLS
