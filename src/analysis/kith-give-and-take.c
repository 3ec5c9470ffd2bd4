/* kith-give-and-take.c: which schools give support, which receive it, and who carries it
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-give-and-take.h"
#include "kith-finding-private.h"
#include "kith-visits.h"

#include <glib/gi18n.h>

static gboolean
is_role (const KithNetworkMember *member, const char *role)
{
  return member->role != NULL && g_ascii_strcasecmp (member->role, role) == 0;
}

/**
 * kith_give_and_take_count:
 * @roll: the roll
 * @school: index
 *
 * Returns: what the school gives and receives
 */
KithGiveAndTake
kith_give_and_take_count (const KithRoll *roll, guint school)
{
  const KithRecord *record = kith_roll_get_record (roll);
  KithVisits visits = kith_visits_count (record, school, NULL);
  KithGiveAndTake of = { .school = school, .n_hosted = visits.n_hosted, .n_made = visits.n_made };
  guint n;
  const guint *memberships = kith_network_get_memberships (record->network, school, &n);

  for (guint m = 0; m < n; m++)
    {
      const KithNetworkMember *member = kith_network_get_member (record->network, memberships[m]);

      of.n_gives += is_role (member, "supporter");
      of.n_receives += is_role (member, "supported");
    }
  return of;
}

static int
compare_givers (gconstpointer a, gconstpointer b)
{
  const KithGiveAndTake *one = a, *other = b;

  if (one->n_gives != other->n_gives)
    return one->n_gives > other->n_gives ? -1 : 1;
  if (one->n_receives != other->n_receives)
    return one->n_receives > other->n_receives ? -1 : 1;
  return (one->school > other->school) - (one->school < other->school);
}

/**
 * kith_give_and_take_list:
 * @roll: the roll
 *
 * Returns: (transfer full) (element-type KithGiveAndTake): the home schools that are supporter or
 *   supported in an active arrangement, from the one that supports most
 */
GArray *
kith_give_and_take_list (const KithRoll *roll)
{
  const KithRecord *record = kith_roll_get_record (roll);
  GArray *list = g_array_new (FALSE, FALSE, sizeof (KithGiveAndTake));

  for (guint i = 0; i < record->n_schools; i++)
    {
      KithGiveAndTake of;

      if (!record->schools[i].is_home)
        continue;
      of = kith_give_and_take_count (roll, i);
      if (kith_give_and_take_get_giving (&of) != KITH_GIVING_NEITHER)
        g_array_append_val (list, of);
    }
  g_array_sort (list, compare_givers);
  return list;
}

/**
 * kith_give_and_take_get_giving:
 *
 * Returns: whether it is supporter, supported, both or neither
 */
KithGiving
kith_give_and_take_get_giving (const KithGiveAndTake *self)
{
  if (self->n_gives > 0)
    return self->n_receives > 0 ? KITH_GIVING_BOTH : KITH_GIVING_ONLY_GIVES;
  return self->n_receives > 0 ? KITH_GIVING_ONLY_RECEIVES : KITH_GIVING_NEITHER;
}

/**
 * kith_giving_get_words:
 *
 * Returns: (transfer none): it for people, translated: "only gives"
 */
const char *
kith_giving_get_words (KithGiving giving)
{
  static const char *const words[] = {
    N_ ("neither gives nor receives"),
    N_ ("only gives"),
    N_ ("only receives"),
    N_ ("gives and receives"),
  };

  g_return_val_if_fail (giving < G_N_ELEMENTS (words), NULL);
  return _ (words[giving]);
}

static gboolean
carries (const KithArrangement *row, gint64 person_id)
{
  return row != NULL && (row->lead_person_id == person_id || row->coordinator_id == person_id ||
                         row->deputy_id == person_id);
}

static double
count_days (const KithRecord *record, gint64 person_id)
{
  const KithPost *posts = kith_ledger_get_rows (record->ledger, KITH_TABLE_POST, &(gsize){ 0 });
  guint n;
  const guint *held = kith_row_index_find (record->posts->posts, person_id, &n);
  double days = NAN;

  for (guint p = 0; p < n; p++)
    {
      const KithPost *post = &posts[held[p]];

      if (kith_posts_holds (record->posts, post) && !isnan (post->days_a_year))
        days = (isnan (days) ? 0 : days) + post->days_a_year;
    }
  return days;
}

/**
 * kith_load_count:
 * @roll: the roll
 * @person_id: key of a person
 *
 * Cost: the number of active arrangements.
 *
 * Returns: what the person carries
 */
KithLoad
kith_load_count (const KithRoll *roll, gint64 person_id)
{
  const KithRecord *record = kith_roll_get_record (roll);
  KithLoad load = {
    .person_id = person_id,
    .days_a_year = count_days (record, person_id),
    .is_in_post = kith_holders_is_in_post (record->holders, person_id),
  };

  for (guint g = 0; g < record->n_arrangements; g++)
    load.n_arrangements += carries (record->arrangements[g].record, person_id);
  return load;
}

/* Fewest days an arrangement first; who has none recorded last, with the most arrangements first.
 */
static int
compare_loads (gconstpointer a, gconstpointer b)
{
  const KithLoad *one = a, *other = b;
  double days = one->days_a_year / one->n_arrangements;
  double other_days = other->days_a_year / other->n_arrangements;

  if (isnan (days) != isnan (other_days))
    return isnan (days) ? 1 : -1;
  if (!isnan (days) && days != other_days)
    return days < other_days ? -1 : 1;
  if (one->n_arrangements != other->n_arrangements)
    return one->n_arrangements > other->n_arrangements ? -1 : 1;
  return (one->person_id > other->person_id) - (one->person_id < other->person_id);
}

static void
carry (GHashTable *counts, gint64 person_id)
{
  guint n = GPOINTER_TO_UINT (g_hash_table_lookup (counts, GSIZE_TO_POINTER (person_id)));

  g_hash_table_insert (counts, GSIZE_TO_POINTER (person_id), GUINT_TO_POINTER (n + 1));
}

static void
carry_all (const KithArrangement *row, GHashTable *counts)
{
  if (row->lead_person_id != KITH_INT_NONE)
    carry (counts, row->lead_person_id);
  if (row->coordinator_id != KITH_INT_NONE && row->coordinator_id != row->lead_person_id)
    carry (counts, row->coordinator_id);
  if (row->deputy_id != KITH_INT_NONE && row->deputy_id != row->lead_person_id &&
      row->deputy_id != row->coordinator_id)
    carry (counts, row->deputy_id);
}

/**
 * kith_load_list:
 * @roll: the roll
 *
 * Returns: (transfer full) (element-type KithLoad): who leads, co-ordinates or is deputy of an
 *   active arrangement, from the fewest days a year for each of them
 */
GArray *
kith_load_list (const KithRoll *roll)
{
  const KithRecord *record = kith_roll_get_record (roll);
  g_autoptr (GHashTable) counts = g_hash_table_new (NULL, NULL);
  GArray *list = g_array_new (FALSE, FALSE, sizeof (KithLoad));
  GHashTableIter each;
  gpointer person_id, n;

  for (guint g = 0; g < record->n_arrangements; g++)
    if (record->arrangements[g].record != NULL)
      carry_all (record->arrangements[g].record, counts);
  g_hash_table_iter_init (&each, counts);
  while (g_hash_table_iter_next (&each, &person_id, &n))
    {
      gint64 id = (gint64)GPOINTER_TO_SIZE (person_id);
      KithLoad load = {
        .person_id = id,
        .n_arrangements = GPOINTER_TO_UINT (n),
        .days_a_year = count_days (record, id),
        .is_in_post = kith_holders_is_in_post (record->holders, id),
      };

      g_array_append_val (list, load);
    }
  g_array_sort (list, compare_loads);
  return list;
}
