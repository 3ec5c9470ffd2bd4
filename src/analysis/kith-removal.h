/* kith-removal.h: which rows go when something is taken away
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kith-changeset.h"
#include "kith-holders.h"
#include "kith-thing.h"

G_BEGIN_DECLS

/*
 * Taking away is deleting rows, as though they had never been recorded (METHODS, section 5):
 *
 * - a person: the rows of its posts, expertise, interests and of its part in contacts, its name
 *   as lead, co-ordinator or deputy, the person; and the arrangements that end without it
 * - funding: the active arrangements that it pays for
 * - an arrangement: its row and its memberships, what an officer set aside or locked under it,
 *   and its active children with theirs. Contacts and actions under it stay, without it
 * - a school: its row and every row about it; where it led, nobody does
 * - a membership: the rows of that school in that arrangement that are active
 *
 * Nothing that a file's own columns say comes to life by it: where the last membership of a
 * school in a file of group links goes, the names of trusts and federations in the
 * establishment file go with it.
 */
void   kith_removal_plan      (const KithHolders       *holders,
                               const KithThing  *const *things,
                               guint                    n_things,
                               KithChangeset           *changes);
char  *kith_removal_dup_ended (const KithChangeset     *changes);

G_END_DECLS
