/* kith-family-estimate.h: how good Families without rules could be
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kith-family-problem.h"
#include "kith-job.h"

G_BEGIN_DECLS

double  kith_family_estimate  (const KithFamilyProblem  *problem,
                               guint32                   seed,
                               guint                     n_runs,
                               KithJob                  *job);

G_END_DECLS
