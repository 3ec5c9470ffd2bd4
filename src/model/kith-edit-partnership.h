/* kith-edit-partnership.h: partnerships made, changed, handed over and ended
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kith-edit-member.h"

G_BEGIN_DECLS

/**
 * KithPartnershipForm:
 * @id: of the arrangement that is changed, or %KITH_INT_NONE for a new one
 * @name: field "name"
 * @kind: field "kind"
 * @parent: field "parent": an arrangement of which this is a part: its id or name
 * @lead: field "lead": who leads: a person, a school, an organisation or an authority
 * @coordinator: a person, made where they are new
 * @deputy: a person, made where they are new
 * @starts: field "starts"
 * @ends: field "ends"
 * @review: field "review"
 * @focus: what it is about
 * @objective: what it is to reach
 * @funding: where its money comes from
 * @funding_ends: field "funding-ends"
 * @memorandum: field "memorandum": yes, no or its last day
 * @data_sharing: field "data-sharing": the same
 * @capacity: field "capacity": for how many it has room
 * @patch: field "patch": where it is for everybody: authorities' codes or names, or districts, ;
 *   between
 * @members: (array length=n_members): field "member": who is in it from the start; for a new one
 * @n_members: how many
 *
 * Where an arrangement is changed, a field that is %NULL stays as it is, and one that is blank is
 * recorded no longer. What Get Information about Schools says of its own groups cannot be changed.
 */
typedef struct
{
  gint64 id;
  const char *name;
  const char *kind;
  const char *parent;
  KithPartySaid lead;
  const char *coordinator;
  const char *deputy;
  const char *starts;
  const char *ends;
  const char *review;
  const char *focus;
  const char *objective;
  const char *funding;
  const char *funding_ends;
  const char *memorandum;
  const char *data_sharing;
  const char *capacity;
  const char *patch;
  const KithPartySaid *members;
  guint n_members;
} KithPartnershipForm;

KithEdit  *kith_edit_partnership      (KithLedger                 *ledger,
                                       const KithPartnershipForm  *form);
KithEdit  *kith_edit_hand_over        (KithLedger                 *ledger,
                                       gint64                      id,
                                       const KithPartySaid        *lead,
                                       const char                 *date,
                                       KithDate                    today);
KithEdit  *kith_edit_end_partnership  (KithLedger                 *ledger,
                                       gint64                      id,
                                       const char                 *ends);

G_END_DECLS
