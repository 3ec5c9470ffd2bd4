/* kith-predecessors.c: which school a school was before
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-predecessors.h"

#include <stdlib.h>

/* A school and one that it came from. */
typedef struct
{
  gint64 urn;
  gint64 predecessor;
} Pair;

struct _KithPredecessors
{
  Pair *pairs; /* by URN, then predecessor; each once */
  guint n_pairs;
  gint64 *predecessors; /* of the pairs, in their order */
};

static int
compare_pairs (const void *a, const void *b)
{
  const Pair *one = a, *other = b;

  if (one->urn != other->urn)
    return one->urn < other->urn ? -1 : 1;
  return (one->predecessor > other->predecessor) - (one->predecessor < other->predecessor);
}

/* GIAS says it from either side, and not always from both. */
static gboolean
read_pair (const KithSchoolLink *link, Pair *pair)
{
  if (link->kind == NULL || link->urn == KITH_INT_NONE || link->link_urn == KITH_INT_NONE ||
      link->urn == link->link_urn)
    return FALSE;
  if (g_ascii_strncasecmp (link->kind, "Predecessor", 11) == 0)
    *pair = (Pair){ link->urn, link->link_urn };
  else if (g_ascii_strncasecmp (link->kind, "Successor", 9) == 0)
    *pair = (Pair){ link->link_urn, link->urn };
  else
    return FALSE;
  return TRUE;
}

static guint
drop_repeated (Pair *pairs, guint n)
{
  guint n_kept = 0;

  for (guint p = 0; p < n; p++)
    if (n_kept == 0 || compare_pairs (&pairs[n_kept - 1], &pairs[p]) != 0)
      pairs[n_kept++] = pairs[p];
  return n_kept;
}

/**
 * kith_predecessors_new:
 * @ledger: what the register says
 * @as_at: links of a later day do not count; those without a day do
 *
 * Returns: (transfer full): predecessors
 */
KithPredecessors *
kith_predecessors_new (KithLedger *ledger, KithDate as_at)
{
  KithPredecessors *self = g_new0 (KithPredecessors, 1);
  gsize n;
  const KithSchoolLink *links = kith_ledger_get_rows (ledger, KITH_TABLE_SCHOOL_LINK, &n);

  self->pairs = g_new (Pair, n + 1);
  for (gsize i = 0; i < n; i++)
    if (links[i].date <= as_at && read_pair (&links[i], &self->pairs[self->n_pairs]))
      self->n_pairs++;
  qsort (self->pairs, self->n_pairs, sizeof *self->pairs, compare_pairs);
  self->n_pairs = drop_repeated (self->pairs, self->n_pairs);
  self->predecessors = g_new (gint64, self->n_pairs + 1);
  for (guint p = 0; p < self->n_pairs; p++)
    self->predecessors[p] = self->pairs[p].predecessor;
  return self;
}

/**
 * kith_predecessors_free:
 * @self: (transfer full) (nullable): predecessors
 */
void
kith_predecessors_free (KithPredecessors *self)
{
  if (self == NULL)
    return;
  g_free (self->pairs);
  g_free (self->predecessors);
  g_free (self);
}

/**
 * kith_predecessors_find:
 * @urn: of a school
 * @n: (out): how many
 *
 * Cost: O(log n).
 *
 * Returns: (transfer none) (array length=n): the URNs of all schools that it came from, each
 *   once, the lowest first
 */
const gint64 *
kith_predecessors_find (const KithPredecessors *self, gint64 urn, guint *n)
{
  guint low = 0, high = self->n_pairs, end;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (self->pairs[middle].urn < urn)
        low = middle + 1;
      else
        high = middle;
    }
  for (end = low; end < self->n_pairs && self->pairs[end].urn == urn; end++)
    ;
  *n = end - low;
  return &self->predecessors[low];
}

/**
 * kith_predecessors_get_only:
 * @urn: of a school
 *
 * Returns: the URN of its single predecessor, or %KITH_INT_NONE where it has none or several
 */
gint64
kith_predecessors_get_only (const KithPredecessors *self, gint64 urn)
{
  guint n;
  const gint64 *found = kith_predecessors_find (self, urn, &n);

  return n == 1 ? found[0] : KITH_INT_NONE;
}

/**
 * kith_predecessors_list:
 * @urn: of a school
 * @urns: (element-type gint64) (inout): is filled with @urn, its single predecessor, that one's
 *   and so on; one that comes round again is cut
 */
void
kith_predecessors_list (const KithPredecessors *self, gint64 urn, GArray *urns)
{
  g_array_set_size (urns, 0);
  while (urn != KITH_INT_NONE)
    {
      for (guint i = 0; i < urns->len; i++)
        if (g_array_index (urns, gint64, i) == urn)
          return;
      g_array_append_val (urns, urn);
      urn = kith_predecessors_get_only (self, urn);
    }
}
