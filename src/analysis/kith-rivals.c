/* kith-rivals.c: which schools compete for the same children
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-rivals.h"

#include <stdlib.h>

/* Those of school i are rivals[first[i]] to rivals[first[i + 1] − 1]. */
struct _KithRivals
{
  KithNetwork *network;
  const KithNetworkSchool *schools;
  guint n_schools;
  guint *first;
  KithRival *rivals;
  GArray *unknown; /* of guint */
};

/* One school's view of another. */
typedef struct
{
  guint school, other;
  KithRivalReason reason;
  gboolean is_struck_out;
} Claim;

static gboolean
has_ages (const KithSchool *school)
{
  return school->low_age != KITH_INT_NONE && school->high_age != KITH_INT_NONE;
}

/* An infant school ends where a junior school begins: they share no year. */
static gboolean
share_a_year (const KithSchool *a, const KithSchool *b)
{
  return MIN (a->high_age, b->high_age) - MAX (a->low_age, b->low_age) >= 1;
}

/* Closer than this, in metres; 0 for phases in which distance says nothing. */
static double
get_limit (const KithSettings *settings, KithPhase phase)
{
  switch (phase)
    {
    case KITH_PHASE_NURSERY:
    case KITH_PHASE_PRIMARY:
      return settings->rival_metres_primary;
    case KITH_PHASE_SECONDARY:
      return settings->rival_metres_secondary;
    default:
      return 0;
    }
}

static void
add_claims (GArray *claims, Claim claim)
{
  Claim mirror = claim;

  mirror.school = claim.other;
  mirror.other = claim.school;
  g_array_append_val (claims, claim);
  g_array_append_val (claims, mirror);
}

/* A school without ages or a place cannot be told to be nobody's rival: it is listed. */
static guint
list_comparable (KithRivals *self, KithPhase phase, guint *numbers, KithPlace *places)
{
  guint n = 0;

  for (guint i = 0; i < self->n_schools; i++)
    {
      const KithNetworkSchool *school = &self->schools[i];

      if (kith_phase_get_compared (school->phase) != phase)
        continue;
      if (!has_ages (school->record) || !kith_place_is_known (school->place))
        {
          g_array_append_val (self->unknown, i);
          continue;
        }
      places[n] = school->place;
      numbers[n++] = i;
    }
  return n;
}

/*
 * The nearest schools with a year in common, closer than the limit. The grid knows nothing of
 * ages, so it is asked for more until enough have one.
 */
static void
claim_nearest (const KithRivals *self,
               const KithGrid *grid,
               const guint *numbers,
               guint n,
               guint from,
               double limit,
               GArray *claims)
{
  const KithNetworkSchool *school = &self->schools[numbers[from]];
  guint wanted = kith_network_get_settings (self->network)->rival_nearest;
  guint n_near, n_found;

  if (wanted == 0)
    wanted = n;
  for (guint k = MIN (n, 4 * wanted);; k = MIN (n, 2 * k))
    {
      g_autofree KithNear *near = g_new (KithNear, k);

      n_near = kith_grid_find_nearest (grid, school->place, from, k, limit, near);
      n_found = 0;
      for (guint m = 0; m < n_near; m++)
        n_found += share_a_year (school->record, self->schools[numbers[near[m].index]].record);
      if (n_found < wanted && n_near == k && k < n)
        continue;
      n_found = 0;
      for (guint m = 0; m < n_near && n_found < wanted && near[m].metres < limit; m++)
        {
          guint other = numbers[near[m].index];

          if (!share_a_year (school->record, self->schools[other].record))
            continue;
          n_found++;
          add_claims (claims, (Claim){ numbers[from], other, KITH_RIVAL_BY_DISTANCE, FALSE });
        }
      return;
    }
}

static void
claim_by_distance (KithRivals *self, GArray *claims)
{
  const KithSettings *settings = kith_network_get_settings (self->network);

  for (guint phase = 0; phase < KITH_N_PHASES; phase++)
    {
      g_autofree guint *numbers = g_new (guint, self->n_schools + 1);
      g_autofree KithPlace *places = g_new (KithPlace, self->n_schools + 1);
      g_autoptr (KithGrid) grid = NULL;
      double limit = get_limit (settings, (KithPhase)phase);
      guint n;

      if (limit <= 0)
        continue;
      n = list_comparable (self, (KithPhase)phase, numbers, places);
      grid = kith_grid_new (places, n);
      for (guint p = 0; p < n; p++)
        claim_nearest (self, grid, numbers, n, p, limit, claims);
    }
}

/* A primary and a secondary school that share a catchment, or an infant and a junior, are
   partners. Ages that nobody recorded speak against nothing. */
static gboolean
may_share_children (const KithNetworkSchool *a, const KithNetworkSchool *b)
{
  return kith_phase_get_compared (a->phase) == kith_phase_get_compared (b->phase) &&
         a->phase != KITH_PHASE_OTHER &&
         (!has_ages (a->record) || !has_ages (b->record) || share_a_year (a->record, b->record));
}

static void
claim_members (const KithRivals *self, const GArray *members, GArray *claims)
{
  for (guint a = 0; a < members->len; a++)
    for (guint b = a + 1; b < members->len; b++)
      {
        guint one = g_array_index (members, guint, a), other = g_array_index (members, guint, b);

        if (one != other && may_share_children (&self->schools[one], &self->schools[other]))
          add_claims (claims, (Claim){ one, other, KITH_RIVAL_BY_CATCHMENT, FALSE });
      }
}

static void
claim_by_catchment (const KithRivals *self, GArray *claims)
{
  gsize n;
  const KithCatchment *rows =
      kith_ledger_get_rows (kith_network_get_ledger (self->network), KITH_TABLE_CATCHMENT, &n);
  g_autoptr (GHashTable) catchments =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify)g_array_unref);
  GHashTableIter iter;
  gpointer members;

  for (gsize r = 0; r < n; r++)
    {
      guint school = kith_network_find_school (self->network, rows[r].urn);
      g_autofree char *key = kith_text_dup_key (rows[r].name);

      if (school == KITH_INDEX_NONE)
        continue;
      members = g_hash_table_lookup (catchments, key);
      if (members == NULL)
        {
          members = g_array_new (FALSE, FALSE, sizeof (guint));
          g_hash_table_insert (catchments, g_steal_pointer (&key), members);
        }
      g_array_append_val ((GArray *)members, school);
    }
  g_hash_table_iter_init (&iter, catchments);
  while (g_hash_table_iter_next (&iter, NULL, &members))
    claim_members (self, members, claims);
}

/* Of two decisions about one pair the later row holds. */
static void
claim_by_officer (const KithRivals *self, GArray *claims)
{
  gsize n;
  const KithRivalry *rows =
      kith_ledger_get_rows (kith_network_get_ledger (self->network), KITH_TABLE_RIVALRY, &n);

  for (gsize r = 0; r < n; r++)
    {
      guint one = kith_network_find_school (self->network, rows[r].urn);
      guint other = kith_network_find_school (self->network, rows[r].other_urn);

      if (one != KITH_INDEX_NONE && other != KITH_INDEX_NONE && one != other)
        add_claims (claims, (Claim){ one, other, KITH_RIVAL_BY_OFFICER,
                                     g_strcmp0 (rows[r].decision, "struck-out") == 0 });
    }
}

/* Claims of one school in the order of the others; the strongest reason last, and what was said
   later after what was said before. */
static void
gather (KithRivals *self, const GArray *claims)
{
  g_autofree guint *fill = NULL;
  g_autofree Claim *by_other = g_new (Claim, claims->len + 1);
  g_autofree Claim *by_school = g_new (Claim, claims->len + 1);
  guint n = 0;

  /* twice counted out, by the other school and then by the school: each keeps what it finds */
  for (guint pass = 0; pass < 2; pass++)
    {
      const Claim *from = pass == 0 ? (const Claim *)claims->data : by_other;
      Claim *to = pass == 0 ? by_other : by_school;

      g_free (fill);
      fill = g_new0 (guint, self->n_schools + 2);
      for (guint c = 0; c < claims->len; c++)
        fill[(pass == 0 ? from[c].other : from[c].school) + 1]++;
      for (guint i = 0; i < self->n_schools; i++)
        fill[i + 1] += fill[i];
      for (guint c = 0; c < claims->len; c++)
        to[fill[pass == 0 ? from[c].other : from[c].school]++] = from[c];
    }

  self->first = g_new0 (guint, self->n_schools + 1);
  self->rivals = g_new (KithRival, claims->len + 1);
  for (guint c = 0; c < claims->len; c++)
    {
      const Claim *claim = &by_school[c];
      gboolean is_last = c + 1 == claims->len || by_school[c + 1].school != claim->school ||
                         by_school[c + 1].other != claim->other;

      if (is_last && !claim->is_struck_out)
        {
          self->rivals[n++] = (KithRival){ claim->other, claim->reason };
          self->first[claim->school + 1]++;
        }
    }
  for (guint i = 0; i < self->n_schools; i++)
    self->first[i + 1] += self->first[i];
}

/**
 * kith_rivals_new:
 * @network: the whole system as at one date
 *
 * By distance: two schools of the same phase, all-through counting as secondary, whose ages
 * overlap by a year or more, one among the settings' nearest such schools of the other, and
 * closer than the settings say. By catchment: schools of the same phase that share a declared
 * one, unless their ages are known not to overlap. By an officer: whichever the register says;
 * a pair that is struck out is none, whatever else holds. Special schools, alternative provision
 * and sixth forms have no rivals by distance. Of equal distances the lower URN is nearer.
 *
 * Cost: for England about 20 ms; quadratic in the schools of one catchment.
 *
 * Returns: (transfer full): the pairs
 */
KithRivals *
kith_rivals_new (KithNetwork *network)
{
  KithRivals *self;
  g_autoptr (GArray) claims = g_array_new (FALSE, FALSE, sizeof (Claim));

  g_return_val_if_fail (network != NULL, NULL);

  self = g_new0 (KithRivals, 1);
  self->network = kith_network_ref (network);
  self->schools = kith_network_get_schools (network, &self->n_schools);
  self->unknown = g_array_new (FALSE, FALSE, sizeof (guint));
  /* in this order: what is said last holds */
  claim_by_distance (self, claims);
  claim_by_catchment (self, claims);
  claim_by_officer (self, claims);
  gather (self, claims);
  return self;
}

/**
 * kith_rivals_free:
 * @self: (transfer full) (nullable): rivals
 */
void
kith_rivals_free (KithRivals *self)
{
  if (self == NULL)
    return;
  g_free (self->first);
  g_free (self->rivals);
  g_array_unref (self->unknown);
  kith_network_unref (self->network);
  g_free (self);
}

/**
 * kith_rivals_get:
 * @school: index in the network
 * @n_rivals: (out): how many
 *
 * Returns: (transfer none) (array length=n_rivals): its rivals, by index
 */
const KithRival *
kith_rivals_get (const KithRivals *self, guint school, guint *n_rivals)
{
  *n_rivals = 0;
  g_return_val_if_fail (school < self->n_schools, NULL);

  *n_rivals = self->first[school + 1] - self->first[school];
  return &self->rivals[self->first[school]];
}

/**
 * kith_rivals_find:
 * @a: index of a school
 * @b: index of another
 *
 * Cost: O(log n) in the rivals of @a.
 *
 * Returns: why the two are rivals, or %KITH_RIVAL_NONE
 */
KithRivalReason
kith_rivals_find (const KithRivals *self, guint a, guint b)
{
  guint low, high, end;

  g_return_val_if_fail (a < self->n_schools && b < self->n_schools, KITH_RIVAL_NONE);

  low = self->first[a];
  high = end = self->first[a + 1];
  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (self->rivals[middle].school < b)
        low = middle + 1;
      else
        high = middle;
    }
  return low < end && self->rivals[low].school == b ? self->rivals[low].reason : KITH_RIVAL_NONE;
}

/**
 * kith_rivals_get_unknown:
 * @n_schools: (out): how many
 *
 * Returns: (transfer none) (array length=n_schools): indices of the schools of a phase in which
 *   distance counts that are not placed, or whose ages are not recorded: whether they have rivals
 *   by distance, nobody can say. By phase, then by index
 */
const guint *
kith_rivals_get_unknown (const KithRivals *self, guint *n_schools)
{
  *n_schools = self->unknown->len;
  return (const guint *)self->unknown->data;
}
