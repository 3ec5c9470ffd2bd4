/* published-england.h: a register of England's shape
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kith-ledger.h"

KithLedger  *published_england_new  (guint     n_schools,
                                     KithDate  t);
