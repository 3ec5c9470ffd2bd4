/* kith-finding-one-way.c: always the host, or always the visitor
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-finding-private.h"

#include <glib/gi18n.h>

/**
 * Visits:
 * @n_ever: with another school, on or before the date
 * @n_recent: of these, in the months that are asked about
 * @n_hosted: of the recent ones, those in which the school was the host and nothing else
 * @n_made: those in which it was the visitor and nothing else
 * @first: the first of the recent ones
 * @last: the last of them
 */
typedef struct
{
  guint n_ever, n_recent, n_hosted, n_made;
  KithDate first, last;
} Visits;

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
           Visits *visits)
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
          if (visit->date > after)
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

static Visits
find_visits (const KithRecord *record, guint school, GHashTable *others)
{
  g_autoptr (GArray) urns = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  const KithContactParty *rows =
      kith_ledger_get_rows (record->ledger, KITH_TABLE_CONTACT_PARTY, &(gsize){ 0 });
  Visits visits = { 0 };

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

static void
say_visits (const KithRecord *record,
            guint school,
            const Visits *visits,
            guint n_others,
            KithWording *wording,
            KithFinding *finding)
{
  const char *name = kith_record_get_name (record, school);
  guint months = record->settings->one_way_months;
  char number[KITH_NUMBER_SIZE], first[KITH_DATE_TEXT_SIZE + 8], last[KITH_DATE_TEXT_SIZE + 8];

  kith_wording_add (
      wording,
      visits->n_hosted > 0
          ? g_dngettext (
                NULL, "%s was the host of all %s visits with other schools in the last %u month.",
                "%s was the host of all %s visits with other schools in the last %u months.",
                months)
          : g_dngettext (
                NULL,
                "%s was the visitor at all %s visits with other schools in the last %u month.",
                "%s was the visitor at all %s visits with other schools in the last %u months.",
                months),
      name, kith_number_format (visits->n_recent, FALSE, number), months);
  finding->sentence = kith_wording_keep (wording);
  kith_wording_add (wording,
                    g_dngettext (NULL, "Visits recorded from %s to %s, with %s other school.",
                                 "Visits recorded from %s to %s, with %s other schools.", n_others),
                    kith_date_format (visits->first, KITH_DATE_LONG, first),
                    kith_date_format (visits->last, KITH_DATE_LONG, last),
                    kith_number_format (n_others, FALSE, number));
  finding->evidence = kith_wording_keep (wording);
  finding->clears = _ ("A visit the other way round, recorded.");
}

/**
 * kith_find_one_way:
 * @school: index
 *
 * METHODS, finding 12. A single predecessor's visits are the school's, as in finding 7; a visit
 * for which its part is not recorded, or is both, is neither. Another visit is other evidence;
 * that an old one passes out of the months asked about is not.
 */
gboolean
kith_find_one_way (const KithRecord *record,
                   guint school,
                   KithWording *wording,
                   KithFinding *finding)
{
  g_autoptr (GHashTable) others = g_hash_table_new (NULL, NULL);
  Visits visits = find_visits (record, school, others);

  if (visits.n_recent < record->settings->one_way_visits ||
      (visits.n_hosted < visits.n_recent && visits.n_made < visits.n_recent))
    return FALSE;
  finding->severity = KITH_SEVERITY_NOTE;
  finding->chip = kith_finding_get_words (KITH_FINDING_ONE_WAY);
  say_visits (record, school, &visits, g_hash_table_size (others), wording, finding);
  kith_wording_join (wording, "note;%s;%u;%u", visits.n_hosted > 0 ? "host" : "visitor",
                     visits.last, visits.n_ever);
  finding->basis = kith_wording_keep (wording);
  return TRUE;
}
