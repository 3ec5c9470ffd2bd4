/* kith-cli-record-declared.c: interests, rivals and catchments
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-cli-record.h"

#include <glib/gi18n.h>

#include "kith-edit-declared.h"
#include "kith-edit-removal.h"
#include "kith-naming.h"

static const char *
get_urn (const KithRecordSaid *said, guint at)
{
  for (guint i = 0; said->urns != NULL && said->urns[i] != NULL; i++)
    if (i == at)
      return said->urns[i];
  return NULL;
}

/* topic "interest" */
KithEdit *
kith_record_interest (KithLedger *ledger,
                      const KithRecordSaid *said,
                      KithDate today,
                      GError **error)
{
  KithInterestForm form = {
    .urn = get_urn (said, 0),
    .what = said->what,
    .declared = said->date,
    .resolved = said->done,
    .resolution = said->outcome,
    .today = today,
  };

  if (!kith_record_read_id (said, &form.id, error))
    return NULL;
  if (said->is_deleted)
    return kith_edit_remove_record (ledger, KITH_TABLE_INTEREST, form.id);
  if (said->persons != NULL)
    form.who = (KithPartySaid){ KITH_PARTY_PERSON, said->persons[0], NULL };
  else if (said->organisations != NULL)
    form.who = (KithPartySaid){ KITH_PARTY_ORGANISATION, said->organisations[0], NULL };
  return kith_edit_interest (ledger, &form);
}

/* The pair that two URNs or names mean. */
static gint64
find_pair (KithLedger *ledger, const KithRecordSaid *said)
{
  gint64 one, other;
  gsize n;
  const KithRivalry *rows = kith_ledger_get_rows (ledger, KITH_TABLE_RIVALRY, &n);

  if (kith_naming_find_school (ledger, get_urn (said, 0), &one) != NULL ||
      kith_naming_find_school (ledger, get_urn (said, 1), &other) != NULL)
    return KITH_INT_NONE;
  for (gsize i = 0; i < n; i++)
    if (rows[i].urn == MIN (one, other) && rows[i].other_urn == MAX (one, other))
      return rows[i].id;
  return KITH_INT_NONE;
}

/* topic "rival": of the two schools that --urn names */
KithEdit *
kith_record_rival (KithLedger *ledger, const KithRecordSaid *said, KithDate today, GError **error)
{
  KithRivalryForm form = {
    .urn = get_urn (said, 0),
    .other = get_urn (said, 1),
    .is_struck_out = said->is_struck_out,
    .reason = said->note,
  };
  gint64 id;

  if (!kith_record_read_id (said, &id, error))
    return NULL;
  if (said->is_deleted)
    return kith_edit_remove_record (ledger, KITH_TABLE_RIVALRY,
                                    id != KITH_INT_NONE ? id : find_pair (ledger, said));
  return kith_edit_rivalry (ledger, &form);
}

/* topic "catchment" */
KithEdit *
kith_record_catchment (KithLedger *ledger,
                       const KithRecordSaid *said,
                       KithDate today,
                       GError **error)
{
  gint64 id;

  if (!kith_record_read_id (said, &id, error))
    return NULL;
  if (said->is_deleted)
    return kith_edit_remove_record (ledger, KITH_TABLE_CATCHMENT, id);
  return kith_edit_catchment (ledger, id, get_urn (said, 0), said->name);
}
