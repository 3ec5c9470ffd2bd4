/* kith-repair.h: the fewest new links that leave no school alone, nor hanging on one
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kith-edit-proposal.h"
#include "kith-roll.h"

G_BEGIN_DECLS

/**
 * KithRepairOptions:
 * @minutes: the travel cap: a longer way is not offered
 * @has_pairings: whether two schools may be paired
 * @has_joinings: whether a school may join an arrangement
 * @excluded: (array length=n_excluded): URNs of schools that take no part: they are offered
 *   nothing and to nobody
 * @n_excluded: how many
 * @refused: (array length=n_refused): links that are not offered again, whichever way round
 * @n_refused: how many
 */
typedef struct
{
  double minutes;
  gboolean has_pairings;
  gboolean has_joinings;
  const gint64 *excluded;
  guint n_excluded;
  const KithProposal *refused;
  guint n_refused;
} KithRepairOptions;

/**
 * KithNewLink:
 * @school: index of the school that is paired, or joins
 * @other: index of the school it is paired with, or %KITH_INDEX_NONE
 * @arrangement: index of what it joins, or %KITH_INDEX_NONE
 * @minutes: the way
 * @name: what the link is called: "Pond Street and Willow Court"
 * @why: whom it helps, and what speaks for it
 * @clears: the findings that go with it, and with the other new links of the same schools;
 *   %NULL where none does
 */
typedef struct
{
  guint school;
  guint other;
  guint arrangement;
  double minutes;
  const char *name;
  const char *why;
  const char *clears;
} KithNewLink;

/**
 * KithUnmended:
 * @school: index
 * @is_isolated: whether it is tied to nobody even so; else it hangs on one link
 * @why: what stands against a link
 */
typedef struct
{
  guint school;
  gboolean is_isolated;
  const char *why;
} KithUnmended;

/**
 * KithRepair:
 * @links: (array length=n_links): the new links, in the order of their schools' tiers
 * @unmended: (array length=n_unmended): schools for which there are not links enough
 * @n_isolated: home schools that are tied to nobody now
 * @n_hanging: home schools that one link's loss would isolate now
 * @n_proposed: links that are proposed already, and counted as if they were made
 * @bound: no fewer links than these are enough for as many schools
 * @is_exact: whether @n_links is the fewest possible
 * @words: the result in a sentence or two
 * @rules: what was counted as a link, and the parameters
 *
 * METHODS, section 5. Indices are those of @network, in which all that is proposed is confirmed.
 * Immutable; keeps its network. May cross threads.
 */
typedef struct
{
  KithNetwork *network;
  const KithNewLink *links;
  guint n_links;
  const KithUnmended *unmended;
  guint n_unmended;
  guint n_isolated;
  guint n_hanging;
  guint n_proposed;
  guint bound;
  gboolean is_exact;
  const char *words;
  const char *rules;
} KithRepair;

KithRepair  *kith_repair_new    (KithRoll                 *roll,
                                 const KithRepairOptions  *options,
                                 KithJob                  *job,
                                 GError                  **error);
void         kith_repair_free   (KithRepair               *self);
KithProposal kith_repair_get_proposal (const KithRepair     *self,
                                 guint                     link);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KithRepair, kith_repair_free)

G_END_DECLS
