/* kith-party-contacts.c: which contact each party was at
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-party-contacts.h"

/**
 * kith_party_contacts_list:
 * @ledger: what the register says
 *
 * Cost: O(n) where parties stand in the order of their contacts, as files have them, else
 * O(n log n).
 *
 * Returns: (transfer full) (array): for each row of table contact_party the number of its row
 *   of table contact, or %KITH_CONTACT_NONE
 */
guint *
kith_party_contacts_list (KithLedger *ledger)
{
  gsize n, n_contacts, at = 0;
  const KithContact *contacts = kith_ledger_get_rows (ledger, KITH_TABLE_CONTACT, &n_contacts);
  const KithContactParty *parties = kith_ledger_get_rows (ledger, KITH_TABLE_CONTACT_PARTY, &n);
  guint *rows = g_new (guint, n + 1);

  for (gsize p = 0; p < n; p++)
    {
      const KithContact *contact;

      /* mostly the contact of the party before, or the next */
      if (at + 1 < n_contacts && contacts[at + 1].id == parties[p].contact_id)
        at++;
      if (at < n_contacts && contacts[at].id == parties[p].contact_id)
        {
          rows[p] = (guint)at;
          continue;
        }
      contact = kith_ledger_find (ledger, KITH_TABLE_CONTACT, parties[p].contact_id);
      rows[p] = contact == NULL ? KITH_CONTACT_NONE : (guint)(contact - contacts);
      at = contact == NULL ? at : (gsize)(contact - contacts);
    }
  return rows;
}
