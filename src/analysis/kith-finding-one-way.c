/* kith-finding-one-way.c: always the host, or always the visitor
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-finding-private.h"
#include "kith-visits.h"

#include <glib/gi18n.h>

static void
say_visits (const KithRecord *record,
            guint school,
            const KithVisits *visits,
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
  g_autoptr (GHashTable) others = NULL;
  KithVisits visits;

  if (kith_encounters_count_shared (kith_radar_get_encounters (record->radar), school) <
      record->settings->one_way_visits)
    return FALSE;
  others = g_hash_table_new (NULL, NULL);
  visits = kith_visits_count (record, school, others);
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
