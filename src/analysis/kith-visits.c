/* kith-visits.c: a school's visits to others, and theirs to it
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-visits.h"

static gboolean
is_part (const KithContactParty *party, const char *part)
{
  return party->part != NULL && g_ascii_strcasecmp (party->part, part) == 0;
}

/* One that the school took part in; @others gathers the schools that it met there. */
static void
add_visit (const KithRecord *record,
           guint school,
           const KithContact *visit,
           GHashTable *others,
           KithVisits *visits)
{
  const KithEncounters *encounters = kith_radar_get_encounters (record->radar);
  const KithContactParty *rows =
      kith_ledger_get_rows (record->ledger, KITH_TABLE_CONTACT_PARTY, &(gsize){ 0 });
  KithDate after = kith_date_add_months (record->as_at, -(int)record->settings->one_way_months);
  guint n, n_own = 0, n_host = 0, n_visitor = 0, n_others = 0;
  const guint *parties = kith_encounters_get_parties (encounters, visit, &n);

  for (guint p = 0; p < n; p++)
    {
      const KithContactParty *party = &rows[parties[p]];

      if (party->urn == KITH_INT_NONE)
        continue;
      if (!kith_encounters_is_itself (encounters, school, party->urn))
        {
          n_others++;
          if (others != NULL && visit->date > after)
            g_hash_table_add (others, GSIZE_TO_POINTER (party->urn));
          continue;
        }
      n_own++;
      n_host += is_part (party, "host");
      n_visitor += is_part (party, "visitor");
    }
  visits->n_ever += n_others > 0;
  if (n_others == 0 || visit->date <= after)
    return;
  if (visits->n_recent++ == 0 || visit->date < visits->first)
    visits->first = visit->date;
  visits->last = MAX (visits->last, visit->date);
  visits->n_hosted += n_host == n_own;
  visits->n_made += n_visitor == n_own;
}

/**
 * kith_visits_count:
 * @school: index
 * @others: (nullable): takes the URNs of the schools that it met on the recent ones
 *
 * A single predecessor's visits are the school's, as its contacts are in METHODS, finding 7.
 *
 * Returns: how many
 */
KithVisits
kith_visits_count (const KithRecord *record, guint school, GHashTable *others)
{
  g_autoptr (GArray) urns = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  const KithContactParty *rows =
      kith_ledger_get_rows (record->ledger, KITH_TABLE_CONTACT_PARTY, &(gsize){ 0 });
  KithVisits visits = { 0 };

  kith_encounters_list_urns (kith_radar_get_encounters (record->radar), school, urns);
  for (guint u = 0; u < urns->len; u++)
    {
      guint n;
      const guint *parties =
          kith_row_index_find (record->parties, g_array_index (urns, gint64, u), &n);

      for (guint p = 0; p < n; p++)
        {
          const KithContact *contact =
              kith_ledger_find (record->ledger, KITH_TABLE_CONTACT, rows[parties[p]].contact_id);

          if (contact != NULL && kith_encounters_is_kind (contact, "visit") &&
              contact->date != KITH_DATE_UNKNOWN && contact->date <= record->as_at &&
              g_hash_table_add (seen, (gpointer)contact))
            add_visit (record, school, contact, others, &visits);
        }
    }
  return visits;
}
