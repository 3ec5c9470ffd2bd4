/* kith-worklist.h: which schools of the worklist somebody has seen to
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kith-edit-aside.h"
#include "kith-roll.h"

G_BEGIN_DECLS

const KithFinding  *kith_worklist_find_finding  (const KithRoll          *roll,
                                                 gint64                   urn,
                                                 gint64                   arrangement_id,
                                                 KithFindingCode          code);
gboolean            kith_worklist_is_waiting    (const KithRollRow       *row);
char               *kith_worklist_dup_evidence  (const KithRollRow       *row);
gboolean            kith_worklist_holds         (const KithSettingAside  *tick,
                                                 const KithRollRow       *row);

G_END_DECLS
