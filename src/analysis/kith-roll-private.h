/* kith-roll-private.h: what a roll holds, and how it is filled
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kith-finding-private.h"

G_BEGIN_DECLS

/* Rows point into findings and aside, whose strings belong to the wording, or to the roll that
   they were taken over from. */
struct _KithRoll
{
  gatomicrefcount n_refs;
  KithRoll *previous;
  KithNetwork *network;
  KithRecord *record;
  KithWording *wording;
  KithRollRow *rows;
  guint n_rows;
  guint *row_of; /* of each school of the network */
  KithFinding *findings;
  guint n_findings;
  KithFinding *aside;
  KithRollArrangement *arrangements;
  guint n_arrangements;
  guint n_by_tier[KITH_N_TIERS];
};

gboolean  kith_roll_fill  (KithRoll     *self,
                           const guint  *due,
                           KithJob      *job,
                           GError      **error);

G_END_DECLS
