/* kith-result-words.h: results and inspections of one school, in plain words
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kith-measure-words.h"
#include "kith-ofsted.h"
#include "kith-results.h"

G_BEGIN_DECLS

char    *kith_result_dup_words     (const KithResult         *result,
                                    const char               *measure);
void     kith_results_tell         (const KithResults        *results,
                                    guint                     school,
                                    KithWording              *wording,
                                    GArray                   *lines);
void     kith_ofsted_tell          (const KithOfsted         *ofsted,
                                    const KithOfstedOutcome  *outcome,
                                    const GPtrArray          *inspections,
                                    KithWording              *wording,
                                    GArray                   *lines);

G_END_DECLS
