/* kith-family-estimate.h: how good Families without rules could be
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kith-family-problem.h"
#include "kith-job.h"
#include "kith-random.h"

G_BEGIN_DECLS

double  kith_family_estimate        (const KithFamilyProblem  *problem,
                                     guint32                   seed,
                                     guint                     n_runs,
                                     KithJob                  *job);
guint  *kith_family_estimate_split  (const KithFamilyProblem  *problem,
                                     KithRandom               *random,
                                     guint                     n_runs);

G_END_DECLS
