/* kith-turning-days.h: the days on which a school's record could change an answer
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kith-finding-private.h"

G_BEGIN_DECLS

GArray    *kith_turning_days_list      (const KithRecord    *record,
                                        gint64               urn,
                                        KithDate             after);
GArray    *kith_turning_days_list_signs
                                       (const KithRecord      *record,
                                        const KithMembership  *member,
                                        const KithArrangement *arrangement);
KithDate   kith_turning_days_find_past (KithDate             after,
                                        double               days);

G_END_DECLS
