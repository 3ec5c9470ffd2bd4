/* kith-officers.c: when officers last recorded anything about each school
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-officers.h"
#include "kith-party-contacts.h"

/* Kinds of file that officers write; all others are published. */
static const char *const own_kinds[] = {
  "partnerships", "contacts", "actions", "people", "needs", "enquiries", NULL,
};

/* Tables that only officers fill, their school and the days that they give of it. */
static const struct
{
  KithTable table;
  gsize urn;
  gsize days[2];
} own_tables[] = {
  { KITH_TABLE_ACTION,
    G_STRUCT_OFFSET (KithAction, urn),
    { G_STRUCT_OFFSET (KithAction, due), G_STRUCT_OFFSET (KithAction, done) } },
  { KITH_TABLE_NEED,
    G_STRUCT_OFFSET (KithNeed, urn),
    { G_STRUCT_OFFSET (KithNeed, date), G_STRUCT_OFFSET (KithNeed, date) } },
  { KITH_TABLE_EXPERTISE,
    G_STRUCT_OFFSET (KithExpertise, urn),
    { G_STRUCT_OFFSET (KithExpertise, date), G_STRUCT_OFFSET (KithExpertise, date) } },
  { KITH_TABLE_ENQUIRY,
    G_STRUCT_OFFSET (KithEnquiry, urn),
    { G_STRUCT_OFFSET (KithEnquiry, asked), G_STRUCT_OFFSET (KithEnquiry, asked) } },
  { KITH_TABLE_POST,
    G_STRUCT_OFFSET (KithPost, urn),
    { G_STRUCT_OFFSET (KithPost, from_date), G_STRUCT_OFFSET (KithPost, to_date) } },
};

static void
mark (KithNetwork *network, KithDate *recorded, gint64 urn, KithDate day)
{
  guint school;

  if (urn == KITH_INT_NONE || day == KITH_DATE_UNKNOWN || day > kith_network_get_date (network))
    return;
  school = kith_network_find_school (network, urn);
  if (school != KITH_INDEX_NONE)
    recorded[school] = MAX (recorded[school], day);
}

static void
mark_table (KithNetwork *network, KithDate *recorded, guint own)
{
  KithTable table = own_tables[own].table;
  gsize row_size = kith_table_get_info (table)->row_size, n;
  const char *rows = kith_ledger_get_rows (kith_network_get_ledger (network), table, &n);

  for (gsize r = 0; r < n; r++)
    for (guint d = 0; d < 2; d++)
      mark (network, recorded, G_STRUCT_MEMBER (gint64, rows + r * row_size, own_tables[own].urn),
            G_STRUCT_MEMBER (KithDate, rows + r * row_size, own_tables[own].days[d]));
}

static void
mark_memberships (KithNetwork *network, KithDate *recorded)
{
  KithLedger *ledger = kith_network_get_ledger (network);
  gsize n;
  const KithMembership *rows = kith_ledger_get_rows (ledger, KITH_TABLE_MEMBERSHIP, &n);
  gint64 known = KITH_INT_NONE;
  gboolean is_own = TRUE;

  for (gsize r = 0; r < n; r++)
    {
      if (rows[r].source_id != known)
        {
          known = rows[r].source_id;
          is_own = kith_officers_own (ledger, known);
        }
      if (!is_own)
        continue;
      mark (network, recorded, rows[r].urn, rows[r].joined);
      mark (network, recorded, rows[r].urn, rows[r].left_date);
    }
}

static void
mark_contacts (KithNetwork *network, KithDate *recorded)
{
  KithLedger *ledger = kith_network_get_ledger (network);
  gsize n;
  const KithContact *contacts = kith_ledger_get_rows (ledger, KITH_TABLE_CONTACT, &n);
  const KithContactParty *parties = kith_ledger_get_rows (ledger, KITH_TABLE_CONTACT_PARTY, &n);
  g_autofree guint *rows = kith_party_contacts_list (ledger);

  for (gsize p = 0; p < n; p++)
    if (rows[p] != KITH_CONTACT_NONE)
      mark (network, recorded, parties[p].urn, contacts[rows[p]].date);
}

/**
 * kith_officers_own:
 * @ledger: what the register says
 * @source_id: of a row, or %KITH_INT_NONE
 *
 * Returns: whether an officer recorded it: in a workbook, or in Kith itself; else a published
 *   file says so
 */
gboolean
kith_officers_own (KithLedger *ledger, gint64 source_id)
{
  const KithSource *source = kith_ledger_find (ledger, KITH_TABLE_SOURCE, source_id);

  return source == NULL || (source->kind != NULL && g_strv_contains (own_kinds, source->kind));
}

/**
 * kith_officers_list_recorded:
 * @network: the whole system as at one date
 *
 * Returns: (transfer full) (array): for each school of @network the latest day, on or before
 *   the date, that an officer's record about it gives (METHODS, finding 7), or unknown
 */
KithDate *
kith_officers_list_recorded (KithNetwork *network)
{
  guint n_schools;
  KithDate *recorded;

  kith_network_get_schools (network, &n_schools);
  recorded = g_new0 (KithDate, n_schools + 1);
  for (guint own = 0; own < G_N_ELEMENTS (own_tables); own++)
    mark_table (network, recorded, own);
  mark_memberships (network, recorded);
  mark_contacts (network, recorded);
  return recorded;
}
