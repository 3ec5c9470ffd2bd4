/* kith-edit-member.h: who joins an arrangement, and who leaves it
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kith-edit-contact.h"

G_BEGIN_DECLS

/**
 * KithMemberForm:
 * @arrangement: field "arrangement": its id or name
 * @arrangement_id: the arrangement itself, where it is known; then @arrangement is not read
 * @members: (array length=n_members): fields "member": schools and organisations; parts are not
 *   read, blank ones are passed over
 * @n_members: how many
 * @role: (nullable): field "role": lead, hub, supporter, supported, member or partner
 * @joined: (nullable): field "joined": since when
 * @left: (nullable): field "left": until when, where that is known
 */
typedef struct
{
  const char *arrangement;
  gint64 arrangement_id;
  const KithPartySaid *members;
  guint n_members;
  const char *role;
  const char *joined;
  const char *left;
} KithMemberForm;

KithEdit   *kith_edit_add_members     (KithLedger             *ledger,
                                       const KithMemberForm   *form);
KithEdit   *kith_edit_end_members     (KithLedger             *ledger,
                                       const gint64           *ids,
                                       guint                   n_ids,
                                       const char             *left);
KithEdit   *kith_edit_remove_members  (KithLedger             *ledger,
                                       const gint64           *ids,
                                       guint                   n_ids);
GPtrArray  *kith_edit_split_members   (const char             *pasted);

G_END_DECLS
