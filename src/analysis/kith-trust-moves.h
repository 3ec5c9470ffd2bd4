/* kith-trust-moves.h: how a school went from trust to trust
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kith-finding-private.h"

G_BEGIN_DECLS

/**
 * KithTrustStep:
 * @trust: the trust that it joined
 * @from: (nullable): the trust that it was in before; %NULL at its first joining, and where
 *   it joined the same again
 * @urn: under which it joined: its own or a predecessor's
 * @day: when
 * @is_merger: whether all of @from, two schools or more, joined @trust on that day
 */
typedef struct
{
  const KithArrangement *trust;
  const KithArrangement *from;
  gint64 urn;
  KithDate day;
  gboolean is_merger;
} KithTrustStep;

/**
 * KithTrustMoves:
 * @steps: (element-type KithTrustStep): joinings with a day, from the first
 * @n_counted: changes of trust within the settings' shunted_months, mergers aside
 * @n_mergers: changes within them that were mergers
 * @n_undated: joinings passed over because nobody recorded their day
 *
 * METHODS, finding 6: one school's trusts (MAT, SAT, secure SAT) one after the other, along
 * one path of predecessors.
 */
typedef struct
{
  GArray *steps;
  guint n_counted;
  guint n_mergers;
  guint n_undated;
} KithTrustMoves;

gboolean         kith_trust_moves_is_trust   (KithKind              kind);
gboolean         kith_trust_moves_is_recent  (const KithRecord     *record,
                                              const KithTrustStep  *step);
KithTrustMoves  *kith_trust_moves_new        (const KithRecord     *record,
                                              gint64                urn);
void             kith_trust_moves_free       (KithTrustMoves       *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KithTrustMoves, kith_trust_moves_free)

G_END_DECLS
