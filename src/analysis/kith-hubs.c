/* kith-hubs.c: the hubs together: whom none touches, and where they overlap
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-hubs.h"
#include "kith-engagement.h"
#include "kith-finding-private.h"

static gboolean
is_hub (const KithNetworkArrangement *in)
{
  return in->kind == KITH_KIND_HUB || in->kind == KITH_KIND_TEACHING_SCHOOL_ALLIANCE;
}

static void
touch (const KithRecord *record, guint arrangement, guint8 *is_touched)
{
  const KithNetworkArrangement *in = &record->arrangements[arrangement];
  guint lead = kith_engagement_find_lead (record->network, arrangement);

  if (lead != KITH_INDEX_NONE)
    is_touched[lead] = TRUE;
  for (guint m = 0; m < in->n_schools; m++)
    is_touched[in->members[m].school] = TRUE;
}

/* Whoever took part in a contact under a hub, member or not. */
static void
touch_by_contacts (const KithRecord *record, guint8 *is_touched)
{
  const KithEncounters *encounters = kith_radar_get_encounters (record->radar);
  const KithContactParty *rows =
      kith_ledger_get_rows (record->ledger, KITH_TABLE_CONTACT_PARTY, &(gsize){ 0 });
  gsize n_contacts;
  const KithContact *contacts =
      kith_ledger_get_rows (record->ledger, KITH_TABLE_CONTACT, &n_contacts);

  for (gsize c = 0; c < n_contacts; c++)
    {
      guint under = kith_network_find_arrangement (record->network, contacts[c].arrangement_id), n;
      const guint *parties = kith_encounters_get_parties (encounters, &contacts[c], &n);

      if (under == KITH_INDEX_NONE || !is_hub (&record->arrangements[under]) ||
          contacts[c].date == KITH_DATE_UNKNOWN || contacts[c].date > record->as_at)
        continue;
      for (guint p = 0; p < n; p++)
        {
          guint school = kith_network_find_school (record->network, rows[parties[p]].urn);

          if (school != KITH_INDEX_NONE)
            is_touched[school] = TRUE;
        }
    }
}

/**
 * kith_hubs_list_untouched:
 * @roll: the roll
 *
 * A hub or teaching school alliance that is active at the date touches its members, the school
 * that leads it, and every school with a contact under it on or before the date.
 *
 * Returns: (transfer full) (element-type guint): the home schools that none touches, by URN
 */
GArray *
kith_hubs_list_untouched (const KithRoll *roll)
{
  const KithRecord *record = kith_roll_get_record (roll);
  g_autofree guint8 *is_touched = g_new0 (guint8, record->n_schools + 1);
  GArray *untouched = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint g = 0; g < record->n_arrangements; g++)
    if (is_hub (&record->arrangements[g]))
      touch (record, g, is_touched);
  touch_by_contacts (record, is_touched);
  for (guint i = 0; i < record->n_schools; i++)
    if (record->schools[i].is_home && !is_touched[i])
      g_array_append_val (untouched, i);
  return untouched;
}

static int
compare_pairs (gconstpointer a, gconstpointer b)
{
  const KithOverlap *one = a, *other = b;

  if (one->a != other->a)
    return one->a < other->a ? -1 : 1;
  return (one->b > other->b) - (one->b < other->b);
}

static int
compare_overlaps (gconstpointer a, gconstpointer b)
{
  const KithOverlap *one = a, *other = b;

  if (one->n_shared != other->n_shared)
    return one->n_shared > other->n_shared ? -1 : 1;
  return compare_pairs (a, b);
}

/* Each pair of hubs that a school is in. Memberships are by arrangement. */
static void
add_pairs (const KithRecord *record, guint school, GArray *pairs)
{
  guint n;
  const guint *memberships = kith_network_get_memberships (record->network, school, &n);

  for (guint m = 0; m < n; m++)
    {
      guint a = kith_network_get_member (record->network, memberships[m])->arrangement;

      for (guint o = m + 1; o < n && is_hub (&record->arrangements[a]); o++)
        {
          guint b = kith_network_get_member (record->network, memberships[o])->arrangement;
          KithOverlap pair = { MIN (a, b), MAX (a, b), 1 };

          if (is_hub (&record->arrangements[b]))
            g_array_append_val (pairs, pair);
        }
    }
}

/**
 * kith_hubs_list_overlaps:
 * @roll: the roll
 *
 * Cost: O(p log p) over the pairs of hubs that home schools are in.
 *
 * Returns: (transfer full) (element-type KithOverlap): pairs of hubs that share home schools, with
 *   how many, most first
 */
GArray *
kith_hubs_list_overlaps (const KithRoll *roll)
{
  const KithRecord *record = kith_roll_get_record (roll);
  GArray *pairs = g_array_new (FALSE, FALSE, sizeof (KithOverlap));
  guint n = 0;

  for (guint i = 0; i < record->n_schools; i++)
    if (record->schools[i].is_home)
      add_pairs (record, i, pairs);
  g_array_sort (pairs, compare_pairs);
  for (guint p = 0; p < pairs->len; p++)
    {
      KithOverlap *kept = &g_array_index (pairs, KithOverlap, n > 0 ? n - 1 : 0);
      const KithOverlap *pair = &g_array_index (pairs, KithOverlap, p);

      if (n > 0 && compare_pairs (kept, pair) == 0)
        kept->n_shared++;
      else
        g_array_index (pairs, KithOverlap, n++) = *pair;
    }
  g_array_set_size (pairs, n);
  g_array_sort (pairs, compare_overlaps);
  return pairs;
}
