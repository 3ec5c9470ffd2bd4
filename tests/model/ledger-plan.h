/* ledger-plan.h: a small register, drawn up row by row for a test
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kith-ledger.h"

G_BEGIN_DECLS

/*
 * Rows come blank but for their key and what the call says, and may be filled in until the
 * plan ends. Text is copied then.
 */
typedef struct _LedgerPlan LedgerPlan;

LedgerPlan       *plan_new          (void);
KithLedger       *plan_end          (LedgerPlan       *self);
void              plan_free         (LedgerPlan       *self);

void             *plan_row          (LedgerPlan       *self,
                                     KithTable         table);
KithSchool       *plan_school       (LedgerPlan       *self,
                                     gint64            urn,
                                     double            east_metres,
                                     double            north_metres);
KithArrangement  *plan_arrangement  (LedgerPlan       *self,
                                     const char       *kind,
                                     const char       *name);
KithMembership   *plan_member       (LedgerPlan       *self,
                                     KithArrangement  *arrangement,
                                     gint64            urn);
KithContact      *plan_contact      (LedgerPlan       *self,
                                     KithArrangement  *arrangement,
                                     const char       *kind,
                                     KithDate          date);
KithContactParty *plan_party        (LedgerPlan       *self,
                                     KithContact      *contact,
                                     gint64            urn);
KithSource       *plan_source       (LedgerPlan       *self,
                                     const char       *kind);
void              plan_setting      (LedgerPlan       *self,
                                     const char       *key,
                                     const char       *value);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LedgerPlan, plan_free)

G_END_DECLS
