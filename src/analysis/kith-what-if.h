/* kith-what-if.h: the system as it is, beside the system as it would be
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kith-changeset.h"
#include "kith-roll.h"

G_BEGIN_DECLS

/**
 * KithWhatIfSide:
 * @n_schools: in scope
 * @n_links: pairs of schools that are tied
 * @n_alone: schools without a link
 * @n_components: pieces that the network is in, a school without a link being one
 * @largest: schools in the largest piece
 * @fragmentation: F = 1 − Σ_k s_k (s_k − 1) / (n (n − 1)) over the sizes s_k of the pieces: the
 *   share of pairs of schools that no chain of links joins (Borgatti 2006); NaN for fewer than
 *   two schools
 *
 * One side of the comparison: every school in scope, home or not.
 */
typedef struct
{
  guint n_schools;
  guint n_links;
  guint n_alone;
  guint n_components;
  guint largest;
  double fragmentation;
} KithWhatIfSide;

/**
 * KithWhatIfSchool:
 * @record: its row, after the change where it is still there
 * @before: index before, or %KITH_INDEX_NONE
 * @after: index after, or %KITH_INDEX_NONE
 * @n_links_before: distinct schools tied to it, before
 * @n_links_after: and after
 * @n_lost: those tied before and not after
 * @n_gained: those tied after and not before
 * @tier_before: %KITH_N_TIERS where it is on no roll, or findings were not asked for
 * @tier_after: likewise
 *
 * A school that the change touches: its links, its findings or its tier differ.
 */
typedef struct
{
  const KithSchool *record;
  guint before, after;
  guint n_links_before, n_links_after;
  guint n_lost, n_gained;
  KithTier tier_before, tier_after;
} KithWhatIfSchool;

/**
 * KithWhatIfFinding:
 * @urn: of the school, or %KITH_INT_NONE for a finding on an arrangement
 * @before: (nullable): as it was found before; %NULL where it comes
 * @after: (nullable): as it is found after; %NULL where it goes
 *
 * A finding that comes, goes, or is graver or less grave than before.
 */
typedef struct
{
  gint64 urn;
  const KithFinding *before;
  const KithFinding *after;
} KithWhatIfFinding;

#define KITH_TYPE_WHAT_IF (kith_what_if_get_type ())

/**
 * KithWhatIf:
 *
 * What changes of the register would do to the system. The register is not touched: the answer is
 * that of the ledger with these changes (METHODS, section 5). Immutable once its findings are
 * known, or are not asked for, and counted. May cross threads.
 */
typedef struct _KithWhatIf KithWhatIf;

GType                     kith_what_if_get_type      (void);
KithWhatIf               *kith_what_if_new           (KithNetwork         *before,
                                                      KithChangeset       *changes,
                                                      KithJob             *job,
                                                      GError             **error);
gboolean                  kith_what_if_find          (KithWhatIf          *self,
                                                      KithRoll            *before,
                                                      KithJob             *job,
                                                      GError             **error);
KithWhatIf               *kith_what_if_ref           (KithWhatIf          *self);
void                      kith_what_if_unref         (KithWhatIf          *self);

KithNetwork              *kith_what_if_get_before    (const KithWhatIf    *self);
KithNetwork              *kith_what_if_get_after     (const KithWhatIf    *self);
KithRoll                 *kith_what_if_get_roll      (const KithWhatIf    *self,
                                                      gboolean             is_after);
const KithWhatIfSide     *kith_what_if_get_side      (const KithWhatIf    *self,
                                                      gboolean             is_after);
const KithWhatIfSchool   *kith_what_if_get_schools   (const KithWhatIf    *self,
                                                      guint               *n_schools);
const KithWhatIfFinding  *kith_what_if_get_findings  (const KithWhatIf    *self,
                                                      guint               *n_findings);

void                      kith_what_if_measure       (KithNetwork         *network,
                                                      KithWhatIfSide      *side);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KithWhatIf, kith_what_if_unref)

G_END_DECLS
