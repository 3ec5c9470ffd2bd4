/* kith-network.c: the whole system as at one date
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-network-private.h"

#include <glib/gi18n.h>

G_DEFINE_BOXED_TYPE (KithNetwork, kith_network, kith_network_ref, kith_network_unref)

static gboolean
make_network (KithNetwork *self, const KithNetwork *previous, KithJob *job, GError **error)
{
  gboolean is_same = previous != NULL && kith_network_is_same_ground (self, previous);

  kith_job_begin (job, _ ("Reading partnerships"), 0, 0.2);
  if (is_same)
    kith_network_take_schools (self, previous);
  else
    {
      kith_network_find_schools (self);
      kith_network_find_compact (self);
    }
  kith_network_find_memberships (self);
  kith_network_measure_recency (self);
  kith_job_begin (job, _ ("Finding neighbours"), 0.2, 0.6);
  if (!is_same && !kith_network_find_neighbours (self, previous, job, error))
    return FALSE;
  kith_job_begin (job, _ ("Tying schools"), 0.6, 1);
  return kith_network_tie_schools (self, job, error);
}

/**
 * kith_network_new:
 * @ledger: what the register says; the table measure need not be read
 * @as_at: a known day
 * @job: (nullable): takes progress, gives cancellation
 * @error: return location for %G_IO_ERROR_CANCELLED
 *
 * Cost: for England (50,000 schools, 21,000 memberships) about 0.1 s.
 *
 * Returns: (transfer full): the whole system as at that day, or %NULL
 */
KithNetwork *
kith_network_new (KithLedger *ledger, KithDate as_at, KithJob *job, GError **error)
{
  return kith_network_new_from (NULL, ledger, as_at, job, error);
}

/**
 * kith_network_new_from:
 * @previous: (nullable): a network of an earlier ledger of the same register, or of another day
 * @ledger: what the register says
 * @as_at: a known day
 * @job: (nullable): takes progress, gives cancellation
 * @error: return location for %G_IO_ERROR_CANCELLED
 *
 * As kith_network_new(), and the answer is the same; but what cannot have changed is taken over
 * from @previous: schools, where they stand and who is near them, where no school, authority or
 * setting changed; else the neighbours of schools that have none among the schools that did.
 *
 * Returns: (transfer full): the whole system as at that day, which does not need @previous any
 *   more, or %NULL
 */
KithNetwork *
kith_network_new_from (
    KithNetwork *previous, KithLedger *ledger, KithDate as_at, KithJob *job, GError **error)
{
  g_autoptr (KithNetwork) self = NULL;

  g_return_val_if_fail (ledger != NULL, NULL);
  g_return_val_if_fail (as_at != KITH_DATE_UNKNOWN, NULL);

  self = g_new0 (KithNetwork, 1);
  g_atomic_ref_count_init (&self->n_refs);
  self->ledger = kith_ledger_ref (ledger);
  self->as_at = as_at;
  self->settings = kith_settings_new (ledger);
  if (!make_network (self, previous, job, error))
    return NULL;
  return g_steal_pointer (&self);
}

/**
 * kith_network_ref:
 *
 * Returns: (transfer full): @self
 */
KithNetwork *
kith_network_ref (KithNetwork *self)
{
  g_atomic_ref_count_inc (&self->n_refs);
  return self;
}

/**
 * kith_network_unref:
 * @self: (transfer full) (nullable): a network
 */
void
kith_network_unref (KithNetwork *self)
{
  if (self == NULL || !g_atomic_ref_count_dec (&self->n_refs))
    return;
  g_free (self->schools);
  g_free (self->urns);
  g_free (self->numbers);
  g_free (self->arrangements);
  g_free (self->members);
  g_free (self->membership_first);
  g_free (self->memberships);
  g_free (self->edges);
  g_free (self->tied_first);
  g_free (self->tied);
  g_free (self->near);
  g_free (self->n_near);
  g_free (self->is_compact);
  kith_settings_free (self->settings);
  kith_ledger_unref (self->ledger);
  g_free (self);
}

/**
 * kith_network_get_ledger:
 *
 * Returns: (transfer none): what the register says
 */
KithLedger *
kith_network_get_ledger (const KithNetwork *self)
{
  return self->ledger;
}

/**
 * kith_network_get_date:
 *
 * Returns: the review date t
 */
KithDate
kith_network_get_date (const KithNetwork *self)
{
  return self->as_at;
}

/**
 * kith_network_get_settings:
 *
 * Returns: (transfer none): the parameters that it was made with
 */
const KithSettings *
kith_network_get_settings (const KithNetwork *self)
{
  return self->settings;
}

/**
 * kith_network_get_schools:
 * @n_schools: (out): how many
 *
 * Returns: (transfer none) (array length=n_schools): schools in scope and open, by URN
 */
const KithNetworkSchool *
kith_network_get_schools (const KithNetwork *self, guint *n_schools)
{
  *n_schools = self->n_schools;
  return self->schools;
}

/**
 * kith_network_get_arrangements:
 * @n_arrangements: (out): how many
 *
 * Returns: (transfer none) (array length=n_arrangements): active ones, affiliations too: those
 *   with a row by its key, then those that only the establishment file names
 */
const KithNetworkArrangement *
kith_network_get_arrangements (const KithNetwork *self, guint *n_arrangements)
{
  *n_arrangements = self->n_arrangements;
  return self->arrangements;
}

/**
 * kith_network_get_edges:
 * @n_edges: (out): how many
 *
 * Returns: (transfer none) (array length=n_edges): pairs of schools that are tied, by a, then b
 */
const KithEdge *
kith_network_get_edges (const KithNetwork *self, guint *n_edges)
{
  *n_edges = self->n_edges;
  return self->edges;
}

/**
 * kith_network_get_tied:
 * @school: index
 * @n_tied: (out): how many
 *
 * Returns: (transfer none) (array length=n_tied): the schools tied to it, by index
 */
const KithTied *
kith_network_get_tied (const KithNetwork *self, guint school, guint *n_tied)
{
  *n_tied = 0;
  g_return_val_if_fail (school < self->n_schools, NULL);

  *n_tied = self->tied_first[school + 1] - self->tied_first[school];
  return &self->tied[self->tied_first[school]];
}

/**
 * kith_network_get_memberships:
 * @school: index
 * @n: (out): how many
 *
 * Returns: (transfer none) (array length=n): its active memberships, for
 *   kith_network_get_member(), by arrangement
 */
const guint *
kith_network_get_memberships (const KithNetwork *self, guint school, guint *n)
{
  *n = 0;
  g_return_val_if_fail (school < self->n_schools, NULL);

  *n = self->membership_first[school + 1] - self->membership_first[school];
  return &self->memberships[self->membership_first[school]];
}

/**
 * kith_network_get_member:
 * @membership: from kith_network_get_memberships()
 *
 * Returns: (transfer none): the membership
 */
const KithNetworkMember *
kith_network_get_member (const KithNetwork *self, guint membership)
{
  g_return_val_if_fail (membership < self->n_members, NULL);
  return &self->members[membership];
}

/**
 * kith_network_get_neighbours:
 * @school: index
 * @n_neighbours: (out): how many
 *
 * Returns: (transfer none) (array length=n_neighbours): N(i), nearest first; of equal distances
 *   the lower URN
 */
const KithNear *
kith_network_get_neighbours (const KithNetwork *self, guint school, guint *n_neighbours)
{
  *n_neighbours = 0;
  g_return_val_if_fail (school < self->n_schools, NULL);

  *n_neighbours = self->n_near[school];
  return &self->near[(gsize)school * self->settings->n_neighbours];
}

/**
 * kith_network_find_school:
 * @urn: of a school
 *
 * Cost: O(1), and O(log n) where URNs lie far apart.
 *
 * Returns: its index, or %KITH_INDEX_NONE where it is not open or not in scope
 */
guint
kith_network_find_school (const KithNetwork *self, gint64 urn)
{
  guint low = 0, high = self->n_schools;

  if (high == 0 || urn < self->urns[0] || urn > self->urns[high - 1])
    return KITH_INDEX_NONE;
  if (self->numbers != NULL)
    return self->numbers[urn - self->urns[0]];
  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (self->urns[middle] < urn)
        low = middle + 1;
      else
        high = middle;
    }
  return low < self->n_schools && self->urns[low] == urn ? low : KITH_INDEX_NONE;
}

/**
 * kith_network_find_arrangement:
 * @id: key of a row of table arrangement
 *
 * Cost: O(log n).
 *
 * Returns: its index, or %KITH_INDEX_NONE where it is not active
 */
guint
kith_network_find_arrangement (const KithNetwork *self, gint64 id)
{
  guint low = 0, high = self->n_recorded;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (self->arrangements[middle].record->id < id)
        low = middle + 1;
      else
        high = middle;
    }
  return low < self->n_recorded && self->arrangements[low].record->id == id ? low : KITH_INDEX_NONE;
}

/**
 * kith_network_get_authority:
 * @school: index
 *
 * Returns: (transfer none) (nullable): the name of its authority at the date
 */
const char *
kith_network_get_authority (const KithNetwork *self, guint school)
{
  const KithAuthority *authority =
      kith_ledger_find (self->ledger, KITH_TABLE_AUTHORITY, self->schools[school].la);

  return authority == NULL ? NULL : authority->name;
}

/**
 * kith_network_is_local:
 * @a: index of a school
 * @b: index of another
 *
 * METHODS, section 1: within 10 km, or in the same authority where no two of its schools in
 * scope are more than 25 km apart.
 *
 * Returns: whether they are local to each other
 */
gboolean
kith_network_is_local (const KithNetwork *self, guint a, guint b)
{
  g_return_val_if_fail (a < self->n_schools && b < self->n_schools, FALSE);

  /* NaN, where one is not placed, is not within anything */
  return kith_place_get_metres (self->schools[a].place, self->schools[b].place) <=
             self->settings->local_metres ||
         (self->is_compact[a] && self->schools[a].la == self->schools[b].la);
}

/**
 * kith_network_count_due_closed:
 *
 * Returns: home schools that are out because of a close date that was still a plan when the
 *   file was made: "due to have closed, a newer file is needed"
 */
guint
kith_network_count_due_closed (const KithNetwork *self)
{
  return self->n_due_closed;
}
