/* compare-reference.h: what Kith finds against METHODS read off slowly
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "reference.h"

G_BEGIN_DECLS

/* Fails the test where they differ: schools, edges, weights, measures, findings, states,
   tiers, last contacts, rivals. */
void   compare_with_reference (KithLedger *ledger,
                               KithDate    t);

/* How often finding number was compared with that letter: r, a, k or 0 for none; of finding 9
   also by what it hangs by: p, m, e. */
guint  count_compared         (guint       number,
                               char        letter);

/* How many pairs of rivals were compared with that letter: d, c, o or 0 for none. */
guint  count_compared_rivals  (char        letter);

G_END_DECLS
