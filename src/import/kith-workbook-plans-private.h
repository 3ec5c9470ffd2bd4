/* kith-workbook-plans-private.h: arrangements and contacts before they are read
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kith-workbooks-private.h"

G_BEGIN_DECLS

/**
 * KithPlans:
 *
 * What the partnerships of one import describe: each arrangement with its id or its name, kind
 * and parent, and which arrangement of the register it is; and who took part in each contact.
 */
typedef struct _KithPlans KithPlans;

KithPlans  *kith_plans_new            (KithWorkbooks  *workbooks,
                                       KithChangeset  *changes);
void        kith_plans_free           (KithPlans      *self);
KithPlans  *kith_workbooks_get_plans  (KithWorkbooks  *self);

G_END_DECLS
