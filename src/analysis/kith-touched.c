/* kith-touched.c: whose findings a change of the record may change
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-touch-private.h"
#include "kith-touched.h"

/* @school is of @side; what is due is kept by the schools after. */
static void
mark (const KithTouch *self, guint *due, guint side, guint school, guint codes)
{
  if (side == 0)
    school = kith_network_find_school (self->sides[1]->network,
                                       self->sides[0]->schools[school].record->urn);
  if (school != KITH_INDEX_NONE)
    due[school] |= codes;
}

/* Findings name the schools tied to one, and look at what these are in; finding 10 goes one
   introduction further. */
static void
mark_tied (const KithTouch *self, guint *due, guint side, guint school)
{
  KithNetwork *network = self->sides[side]->network;
  guint n, n_further;
  const KithTied *tied = kith_network_get_tied (network, school, &n);

  for (guint t = 0; t < n; t++)
    {
      const KithTied *further = kith_network_get_tied (network, tied[t].school, &n_further);

      mark (self, due, side, tied[t].school, KITH_DUE_ALL);
      for (guint f = 0; f < n_further; f++)
        mark (self, due, side, further[f].school, 1u << KITH_FINDING_BEYOND_REACH);
    }
}

/* Finding 8 names every school of a small component. */
static void
mark_component (const KithTouch *self, guint *due, guint side, guint school)
{
  const KithRecord *record = self->sides[side];
  g_autoptr (GArray) reached = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GHashTable) known = g_hash_table_new (NULL, NULL);

  if (record->measures[school].component >= record->settings->cut_off_schools)
    return;
  g_array_append_val (reached, school);
  g_hash_table_add (known, GUINT_TO_POINTER (school));
  for (guint at = 0; at < reached->len; at++)
    {
      guint n;
      const KithTied *tied =
          kith_network_get_tied (record->network, g_array_index (reached, guint, at), &n);

      mark (self, due, side, g_array_index (reached, guint, at), KITH_DUE_ALL);
      for (guint t = 0; t < n; t++)
        if (g_hash_table_add (known, GUINT_TO_POINTER (tied[t].school)))
          g_array_append_val (reached, tied[t].school);
    }
}

/* Finding 14 measures a school against its Family. */
static void
mark_families (const KithTouch *self, guint *due, guint side, guint school)
{
  const KithRecord *record = self->sides[side];
  guint n;
  const guint *memberships = kith_network_get_memberships (record->network, school, &n);

  for (guint m = 0; m < n; m++)
    {
      const KithNetworkArrangement *in =
          &record->arrangements[kith_network_get_member (record->network, memberships[m])
                                    ->arrangement];

      for (guint k = 0; in->kind == KITH_KIND_FAMILY && k < in->n_schools; k++)
        mark (self, due, side, in->members[k].school, 1u << KITH_FINDING_VULNERABLE);
    }
}

/* Finding 4 looks at what a school's neighbours are in. */
static void
mark_near (const KithTouch *self, guint *due, guint side, const gboolean *is_touched)
{
  for (guint i = 0; i < self->sides[side]->n_schools; i++)
    {
      guint n;
      const KithNear *near = kith_network_get_neighbours (self->sides[side]->network, i, &n);

      for (guint j = 0; j < n; j++)
        if (is_touched[near[j].index])
          mark (self, due, side, i, 1u << KITH_FINDING_ODD_ONE_OUT);
    }
}

static void
mark_side (const KithTouch *self, guint *due, guint side)
{
  const KithRecord *record = self->sides[side];
  g_autofree gboolean *is_touched = g_new (gboolean, record->n_schools + 1);

  for (guint i = 0; i < record->n_schools; i++)
    {
      is_touched[i] = kith_touch_has (self->urns, record->schools[i].record->urn);
      if (!is_touched[i])
        continue;
      mark (self, due, side, i, KITH_DUE_ALL);
      mark_tied (self, due, side, i);
      mark_component (self, due, side, i);
      mark_families (self, due, side, i);
    }
  mark_near (self, due, side, is_touched);
}

/**
 * kith_touched_list:
 * @before: of one ledger
 * @after: of that ledger with @changes, at the same date
 * @changes: of it
 *
 * A finding reads the rows of its school and of the schools that it was before, of those in what
 * it is or was in, of its neighbours, and of those tied to it, or two introductions away. Whatever
 * differs there, in the rows or in what is made of them, makes it due; so does what it is compared
 * with: its authority, its Family, all of its phase, the largest component. Rather too much is due
 * than too little: what is not due is as it was, to the letter.
 *
 * Cost: O(n + m), and what is due.
 *
 * Returns: (transfer full) (nullable): of each school after, the findings that may differ, a bit
 *   each (1 << #KithFindingCode); %NULL where everything is to be looked at again
 */
guint *
kith_touched_list (const KithRecord *before, const KithRecord *after, const KithChangeset *changes)
{
  g_autofree guint *due = g_new0 (guint, after->n_schools + 1);
  KithTouch touch;

  kith_touch_init (&touch, before, after, changes);
  if (!touch.is_all)
    {
      kith_touch_compare (&touch, due);
      for (guint side = 0; side < 2; side++)
        mark_side (&touch, due, side);
    }
  kith_touch_clear (&touch);
  return touch.is_all ? NULL : g_steal_pointer (&due);
}
