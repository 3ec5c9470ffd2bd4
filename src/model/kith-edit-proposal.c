/* kith-edit-proposal.c: links that are proposed, and tie nobody until they are confirmed
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-edit-private.h"
#include "kith-edit-proposal.h"
#include "kith-kind.h"
#include "kith-span.h"

#include <glib/gi18n.h>

static void
put_member (KithChangeset *changes, gint64 arrangement_id, gint64 urn, KithDate joined)
{
  KithMembership member;

  kith_row_clear (KITH_TABLE_MEMBERSHIP, &member);
  member.id = kith_changeset_take_key (changes, KITH_TABLE_MEMBERSHIP);
  member.arrangement_id = arrangement_id;
  member.urn = urn;
  member.role = "member";
  member.joined = joined;
  kith_changeset_put (changes, KITH_TABLE_MEMBERSHIP, &member);
}

/**
 * kith_proposal_put:
 * @changes: takes the rows
 * @starts: the first day, or unknown
 * @is_confirmed: whether it ties from the first day on; else it ties nobody
 *
 * A pairing is an arrangement of its own. Joining is a membership; while it is only proposed it
 * is an arrangement under the one to be joined.
 */
void
kith_proposal_put (KithChangeset *changes,
                   const KithProposal *proposal,
                   KithDate starts,
                   gboolean is_confirmed)
{
  const KithArrangement *joined =
      kith_changeset_find (changes, KITH_TABLE_ARRANGEMENT, proposal->arrangement_id);
  KithArrangement row;

  if (joined != NULL && is_confirmed)
    {
      put_member (changes, joined->id, proposal->urn, starts);
      return;
    }
  kith_row_clear (KITH_TABLE_ARRANGEMENT, &row);
  row.id = kith_changeset_take_key (changes, KITH_TABLE_ARRANGEMENT);
  row.name = proposal->name;
  row.kind = joined != NULL ? joined->kind : kith_kind_get_info (KITH_KIND_PAIRING)->key;
  row.parent_id = joined != NULL ? joined->id : KITH_INT_NONE;
  row.starts = starts;
  row.status = is_confirmed ? NULL : KITH_STATUS_PROPOSED;
  kith_changeset_put (changes, KITH_TABLE_ARRANGEMENT, &row);
  put_member (changes, row.id, proposal->urn, KITH_DATE_UNKNOWN);
  if (joined == NULL)
    put_member (changes, row.id, proposal->other_urn, KITH_DATE_UNKNOWN);
}

/* What the proposal is to join: it lies under that, and is of its kind. */
static const KithArrangement *
find_joined (KithLedger *ledger, const KithArrangement *row)
{
  const KithArrangement *parent = kith_ledger_find (ledger, KITH_TABLE_ARRANGEMENT, row->parent_id);

  return parent != NULL && g_strcmp0 (parent->kind, row->kind) == 0 ? parent : NULL;
}

/* Moves its members to another arrangement; removes them where that is %KITH_INT_NONE. */
static void
move_members (KithChangeset *changes, gint64 from, gint64 to, KithDate joined)
{
  gsize n;
  const KithMembership *rows =
      kith_ledger_get_rows (kith_changeset_get_base (changes), KITH_TABLE_MEMBERSHIP, &n);

  for (gsize i = 0; i < n; i++)
    {
      KithMembership row = rows[i];

      if (row.arrangement_id != from)
        continue;
      row.arrangement_id = to;
      row.joined = joined;
      if (to == KITH_INT_NONE)
        kith_changeset_remove (changes, KITH_TABLE_MEMBERSHIP, row.id);
      else
        kith_changeset_put (changes, KITH_TABLE_MEMBERSHIP, &row);
    }
}

static void
confirm (KithChangeset *changes, const KithArrangement *proposed, KithDate starts)
{
  const KithArrangement *joined = find_joined (kith_changeset_get_base (changes), proposed);
  KithArrangement row = *proposed;

  if (joined != NULL)
    {
      move_members (changes, proposed->id, joined->id, starts);
      kith_changeset_remove (changes, KITH_TABLE_ARRANGEMENT, proposed->id);
      return;
    }
  row.status = NULL;
  row.starts = starts;
  kith_changeset_put (changes, KITH_TABLE_ARRANGEMENT, &row);
}

/**
 * kith_proposal_foresee:
 * @starts: the first day of what is proposed
 * @n_proposals: (out): how many there are
 *
 * Returns: (transfer full): what the register would say if all that is proposed were confirmed
 */
KithLedger *
kith_proposal_foresee (KithLedger *ledger, KithDate starts, guint *n_proposals)
{
  g_autoptr (KithChangeset) changes = NULL;
  gsize n;
  const KithArrangement *rows = kith_ledger_get_rows (ledger, KITH_TABLE_ARRANGEMENT, &n);

  *n_proposals = 0;
  for (gsize i = 0; i < n; i++)
    if (kith_span_is_proposed (&rows[i]))
      {
        if (changes == NULL)
          changes = kith_changeset_new (ledger);
        confirm (changes, &rows[i], starts);
        (*n_proposals)++;
      }
  return changes == NULL ? kith_ledger_ref (ledger)
                         : kith_changeset_apply (changes, kith_ledger_get_head (ledger));
}

/**
 * kith_edit_propose:
 * @proposals: (array length=n_proposals): links
 * @starts: the first day that is thought of, or unknown
 *
 * Returns: (transfer full): the edit: an arrangement for each, that ties nobody until it is
 *   confirmed
 */
KithEdit *
kith_edit_propose (KithLedger *ledger,
                   const KithProposal *proposals,
                   guint n_proposals,
                   KithDate starts)
{
  KithEdit *edit = kith_edit_new (ledger);

  for (guint i = 0; i < n_proposals; i++)
    kith_proposal_put (edit->changes, &proposals[i], starts, FALSE);
  if (n_proposals == 1)
    return kith_edit_end (edit, _ ("Proposed: %s"), proposals[0].name);
  return kith_edit_end (edit, _ ("Proposed: %u new links"), n_proposals);
}

static const KithArrangement *
find_proposal (KithEdit *edit, gint64 arrangement_id)
{
  const KithArrangement *row =
      kith_ledger_find (kith_edit_get_ledger (edit), KITH_TABLE_ARRANGEMENT, arrangement_id);

  if (row != NULL && kith_span_is_proposed (row))
    return row;
  kith_edit_refuse (edit, "proposal", "%s",
                    _ ("No arrangement with this number is proposed. Choose one that is."));
  return NULL;
}

/**
 * kith_edit_confirm:
 * @arrangement_id: key of a proposed arrangement
 * @starts: the first day
 *
 * Returns: (transfer full): the edit: from @starts on it is an arrangement like any other, and
 *   what was to join another is a member of that
 */
KithEdit *
kith_edit_confirm (KithLedger *ledger, gint64 arrangement_id, KithDate starts)
{
  KithEdit *edit = kith_edit_new (ledger);
  const KithArrangement *proposed = find_proposal (edit, arrangement_id);

  if (proposed != NULL)
    confirm (edit->changes, proposed, starts);
  return kith_edit_end (edit, _ ("Confirmed: %s"), proposed == NULL ? "" : proposed->name);
}

/**
 * kith_edit_drop:
 * @arrangement_id: key of a proposed arrangement
 *
 * Returns: (transfer full): the edit: nobody proposes it any more
 */
KithEdit *
kith_edit_drop (KithLedger *ledger, gint64 arrangement_id)
{
  KithEdit *edit = kith_edit_new (ledger);
  const KithArrangement *proposed = find_proposal (edit, arrangement_id);

  if (proposed != NULL)
    {
      move_members (edit->changes, arrangement_id, KITH_INT_NONE, KITH_DATE_UNKNOWN);
      kith_changeset_remove (edit->changes, KITH_TABLE_ARRANGEMENT, arrangement_id);
    }
  return kith_edit_end (edit, _ ("Dropped: %s"), proposed == NULL ? "" : proposed->name);
}
