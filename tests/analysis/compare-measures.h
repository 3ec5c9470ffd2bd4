/* compare-measures.h: what Kith measures against METHODS read off slowly
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kith-network.h"
#include "reference.h"

G_BEGIN_DECLS

/* Fails the test where they differ. */
void   compare_measures         (KithNetwork      *network,
                                 const Reference  *expected);

/* How many schools were compared that had l: a link, c: were a cut point, k: were in a core of 3
   or more, 2: reached somebody at two introductions, r: did not reach all of their component,
   h: had links through several arrangements, e: links and no E–I, o: outside links alone. */
guint  count_compared_measures  (char              letter);

G_END_DECLS
