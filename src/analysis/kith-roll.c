/* kith-roll.c: every school, its findings and its tier
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-roll-private.h"
#include "kith-touched.h"

#include <glib/gi18n.h>

G_DEFINE_BOXED_TYPE (KithRoll, kith_roll, kith_roll_ref, kith_roll_unref)

static KithRoll *
begin (KithNetwork *network, KithJob *job, GError **error)
{
  g_autoptr (KithRoll) self = g_new0 (KithRoll, 1);

  g_atomic_ref_count_init (&self->n_refs);
  self->network = kith_network_ref (network);
  self->wording = kith_wording_new ();
  kith_job_begin (job, _ ("Looking at each school"), 0, 1);
  self->record = kith_record_new (network, job, error);
  return self->record != NULL ? g_steal_pointer (&self) : NULL;
}

/**
 * kith_roll_new:
 * @network: the whole system as at one date
 * @job: (nullable): takes progress, gives cancellation
 * @error: return location for %G_IO_ERROR_CANCELLED or a #KithGraphError
 *
 * Looks at each home school for the findings of METHODS, section 4, and puts the schools in
 * the order of the worklist: tier, most red, most amber, most pupils, lowest URN.
 * Looks at each arrangement of home schools for findings 11 and 13, which count in no tier.
 *
 * Returns: (transfer full): the roll, or %NULL
 */
KithRoll *
kith_roll_new (KithNetwork *network, KithJob *job, GError **error)
{
  g_autoptr (KithRoll) self = NULL;

  g_return_val_if_fail (network != NULL, NULL);

  self = begin (network, job, error);
  return self != NULL && kith_roll_fill (self, NULL, job, error) ? g_steal_pointer (&self) : NULL;
}

/**
 * kith_roll_new_from:
 * @previous: the roll of the base of @changes
 * @network: of that base with @changes, at the same date
 * @changes: of the ledger of @previous
 * @job: (nullable): takes progress, gives cancellation
 * @error: return location for %G_IO_ERROR_CANCELLED or a #KithGraphError
 *
 * The same roll as kith_roll_new() makes of @network, sooner: findings that the changes cannot
 * reach are taken over from @previous, which it keeps.
 *
 * Returns: (transfer full): the roll, or %NULL
 */
KithRoll *
kith_roll_new_from (KithRoll *previous,
                    KithNetwork *network,
                    const KithChangeset *changes,
                    KithJob *job,
                    GError **error)
{
  g_autoptr (KithRoll) self = NULL;
  g_autofree guint *due = NULL;

  g_return_val_if_fail (
      kith_changeset_get_base (changes) == kith_network_get_ledger (previous->network), NULL);
  g_return_val_if_fail (
      kith_network_get_date (network) == kith_network_get_date (previous->network), NULL);

  self = begin (network, job, error);
  if (self == NULL)
    return NULL;
  due = kith_touched_list (previous->record, self->record, changes);
  self->previous = kith_roll_ref (previous);
  return kith_roll_fill (self, due, job, error) ? g_steal_pointer (&self) : NULL;
}

/**
 * kith_roll_ref:
 *
 * Returns: (transfer full): @self
 */
KithRoll *
kith_roll_ref (KithRoll *self)
{
  g_atomic_ref_count_inc (&self->n_refs);
  return self;
}

/**
 * kith_roll_unref:
 * @self: (transfer full) (nullable): a roll
 */
void
kith_roll_unref (KithRoll *self)
{
  if (self == NULL || !g_atomic_ref_count_dec (&self->n_refs))
    return;
  g_free (self->rows);
  g_free (self->row_of);
  g_free (self->findings);
  g_free (self->aside);
  g_free (self->arrangements);
  kith_wording_free (self->wording);
  kith_record_free (self->record);
  kith_network_unref (self->network);
  kith_roll_unref (self->previous);
  g_free (self);
}

/**
 * kith_roll_get_network:
 *
 * Returns: (transfer none): what it is the roll of
 */
KithNetwork *
kith_roll_get_network (const KithRoll *self)
{
  return self->network;
}

/**
 * kith_roll_get_record:
 *
 * Returns: (transfer none): what its findings looked at
 */
const KithRecord *
kith_roll_get_record (const KithRoll *self)
{
  return self->record;
}

/**
 * kith_roll_get_rows:
 * @n_rows: (out): how many
 *
 * Returns: (transfer none) (array length=n_rows): each home school once, in the order of the
 *   worklist
 */
const KithRollRow *
kith_roll_get_rows (const KithRoll *self, guint *n_rows)
{
  *n_rows = self->n_rows;
  return self->rows;
}

/**
 * kith_roll_find:
 * @urn: of a school
 *
 * Returns: (transfer none) (nullable): its row; %NULL where it is not a home school
 */
const KithRollRow *
kith_roll_find (const KithRoll *self, gint64 urn)
{
  guint school = kith_network_find_school (self->network, urn), n;
  const KithNetworkSchool *schools = kith_network_get_schools (self->network, &n);

  if (school == KITH_INDEX_NONE || !schools[school].is_home)
    return NULL;
  return &self->rows[self->row_of[school]];
}

/**
 * kith_roll_count_tier:
 *
 * Returns: how many home schools are in @tier; the five add up to the rows
 */
guint
kith_roll_count_tier (const KithRoll *self, KithTier tier)
{
  g_return_val_if_fail (tier < KITH_N_TIERS, 0);
  return self->n_by_tier[tier];
}

/**
 * kith_roll_get_findings:
 * @n_findings: (out): how many
 *
 * Returns: (transfer none) (array length=n_findings): the findings that are not set aside:
 *   the schools' in the order of the rows, then the arrangements' in theirs
 */
const KithFinding *
kith_roll_get_findings (const KithRoll *self, guint *n_findings)
{
  *n_findings = self->n_findings;
  return self->findings;
}

/**
 * kith_roll_get_arrangements:
 * @n_arrangements: (out): how many
 *
 * Returns: (transfer none) (array length=n_arrangements): each arrangement that is active at the
 *   date, has a row in the register and concerns the home authorities, once, by key: a home
 *   school is in it or leads it, or a home authority does, or no school is in it and an officer
 *   recorded it
 */
const KithRollArrangement *
kith_roll_get_arrangements (const KithRoll *self, guint *n_arrangements)
{
  *n_arrangements = self->n_arrangements;
  return self->arrangements;
}
