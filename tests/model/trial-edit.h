/* trial-edit.h: what tests of edits ask
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kith-edit.h"

G_BEGIN_DECLS

/* it is refused at the field, in words with these among them, and changes nothing */
void         assert_problem  (const KithEdit  *edit,
                              const char      *field,
                              const char      *words);

/* it is good, and says what it does */
void         assert_good     (const KithEdit  *edit,
                              const char      *what);

/* (transfer full): the ledger after such an edit */
KithLedger  *apply_edit      (const KithEdit  *edit,
                              const char      *what);

/* (transfer none) (nullable): a row of a table that has so many */
const void  *get_row         (KithLedger      *ledger,
                              KithTable        table,
                              gsize            at,
                              gsize            n_expected);

G_END_DECLS
