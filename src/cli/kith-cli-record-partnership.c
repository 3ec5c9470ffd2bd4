/* kith-cli-record-partnership.c: partnerships made, changed and taken out
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-cli-record.h"

#include <glib/gi18n.h>

#include "kith-edit-partnership.h"
#include "kith-edit-removal.h"
#include "kith-naming.h"

/* The one that --id or --arrangement means; none for a new one. */
static gboolean
find_known (KithLedger *ledger, const KithRecordSaid *said, gint64 *id, GError **error)
{
  const char *fault;

  if (!kith_record_read_id (said, id, error))
    return FALSE;
  if (*id != KITH_INT_NONE || said->arrangement == NULL)
    return TRUE;
  fault = kith_naming_find_arrangement (ledger, said->arrangement, id);
  if (fault != NULL)
    g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE, "arrangement: %s", fault);
  return fault == NULL;
}

/* topic "partnership": a new one by its name and kind, a known one by --arrangement */
KithEdit *
kith_record_partnership (KithLedger *ledger,
                         const KithRecordSaid *said,
                         KithDate today,
                         GError **error)
{
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GArray) members = kith_record_list_parties (said, texts);
  KithPartnershipForm form = {
    .name = said->name,
    .kind = said->kind,
    .parent = said->parent,
    .lead = { KITH_PARTY_ANY, said->lead, NULL },
    .coordinator = said->coordinator,
    .deputy = said->deputy,
    .starts = said->starts,
    .ends = said->ends,
    .review = said->review,
    .focus = said->focus,
    .objective = said->objective,
    .funding = said->funding,
    .funding_ends = said->funding_ends,
    .memorandum = said->memorandum,
    .data_sharing = said->data_sharing,
    .capacity = said->capacity,
    .patch = said->patch,
    .members = (const KithPartySaid *)members->data,
    .n_members = members->len,
  };
  g_autofree char *goes = NULL;

  if (!find_known (ledger, said, &form.id, error))
    return NULL;
  if (!said->is_deleted)
    return kith_edit_partnership (ledger, &form);
  goes = kith_edit_dup_what_goes (ledger, form.id);
  if (goes != NULL)
    kith_cli_tell ("%s", goes);
  return kith_edit_remove_partnership (ledger, form.id);
}
