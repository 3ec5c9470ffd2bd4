/* kith-edit-proposal.h: links that are proposed, and tie nobody until they are confirmed
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kith-edit.h"

G_BEGIN_DECLS

/**
 * KithProposal:
 * @name: what it is called: "Pond Street and Willow Court"
 * @urn: of a school
 * @other_urn: of the school that it would be paired with, or %KITH_INT_NONE
 * @arrangement_id: of what it would join, or %KITH_INT_NONE
 *
 * A pairing of two schools, or the joining of an arrangement.
 */
typedef struct
{
  const char *name;
  gint64 urn;
  gint64 other_urn;
  gint64 arrangement_id;
} KithProposal;

void        kith_proposal_put     (KithChangeset       *changes,
                                   const KithProposal  *proposal,
                                   KithDate             starts,
                                   gboolean             is_confirmed);
KithLedger *kith_proposal_foresee (KithLedger          *ledger,
                                   KithDate             starts,
                                   guint               *n_proposals);

KithEdit   *kith_edit_propose     (KithLedger          *ledger,
                                   const KithProposal  *proposals,
                                   guint                n_proposals,
                                   KithDate             starts);
KithEdit   *kith_edit_confirm     (KithLedger          *ledger,
                                   gint64               arrangement_id,
                                   KithDate             starts);
KithEdit   *kith_edit_drop        (KithLedger          *ledger,
                                   gint64               arrangement_id);

G_END_DECLS
