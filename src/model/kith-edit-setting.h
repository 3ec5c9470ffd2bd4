/* kith-edit-setting.h: a parameter of the register, set or set back
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kith-edit.h"

G_BEGIN_DECLS

KithEdit  *kith_edit_setting  (KithLedger  *ledger,
                               const char  *key,
                               const char  *value);

G_END_DECLS
