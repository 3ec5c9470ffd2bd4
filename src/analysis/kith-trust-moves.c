/* kith-trust-moves.c: how a school went from trust to trust
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-trust-moves.h"

/* Predecessors of predecessors can be joined in very many ways; no school of GIAS has more
   than a few. After so many paths the best one so far stands. */
#define MOST_PATHS 256

/* A joining of a trust. */
typedef struct
{
  const KithMembership *row;
  const KithArrangement *trust;
} Joining;

/* The walk over the paths of one school. */
typedef struct
{
  const KithRecord *record;
  const KithPredecessors *predecessors;
  GArray *path; /* of gint64: the school, one of its predecessors, one of that one's … */
  guint n_paths;
  KithTrustMoves *best;
} Walk;

/* What ended before it began never was. */
static gboolean
was_held (const KithMembership *row, const KithArrangement *trust)
{
  return (row->left_date == KITH_DATE_UNKNOWN || row->left_date > row->joined) &&
         (trust->ends == KITH_DATE_UNKNOWN || trust->ends > row->joined);
}

static guint
add_joinings (const KithRecord *record, gint64 urn, GArray *joinings)
{
  const KithMembership *rows =
      kith_ledger_get_rows (record->ledger, KITH_TABLE_MEMBERSHIP, &(gsize){ 0 });
  const KithArrangement *arrangements =
      kith_ledger_get_rows (record->ledger, KITH_TABLE_ARRANGEMENT, &(gsize){ 0 });
  guint n, n_undated = 0;
  const guint *found = kith_row_index_find (record->memberships, urn, &n);

  for (guint m = 0; m < n; m++)
    {
      const KithMembership *row = &rows[found[m]];
      const KithArrangement *trust =
          kith_ledger_find (record->ledger, KITH_TABLE_ARRANGEMENT, row->arrangement_id);
      Joining joining = { row, trust };

      if (trust == NULL || !kith_trust_moves_is_trust (record->kinds[trust - arrangements]))
        continue;
      if (row->joined == KITH_DATE_UNKNOWN)
        n_undated++;
      else if (row->joined <= record->as_at && was_held (row, trust))
        g_array_append_val (joinings, joining);
    }
  return n_undated;
}

static int
compare_joinings (const void *a, const void *b)
{
  const Joining *one = a, *other = b;

  if (one->row->joined != other->row->joined)
    return one->row->joined < other->row->joined ? -1 : 1;
  if (one->trust->id != other->trust->id)
    return one->trust->id < other->trust->id ? -1 : 1;
  return (one->row->id > other->row->id) - (one->row->id < other->row->id);
}

/* The last day of a membership, or of the school under that URN. */
static KithDate
find_last_day (const KithRecord *record, const KithMembership *row)
{
  const KithSchool *school = kith_ledger_find (record->ledger, KITH_TABLE_SCHOOL, row->urn);
  KithDate last = KITH_SPAN_NO_END;

  if (row->left_date != KITH_DATE_UNKNOWN)
    last = row->left_date - 1;
  if (school != NULL && school->closed != KITH_DATE_UNKNOWN)
    last = MIN (last, school->closed - 1);
  return last;
}

static gboolean
has_urn (const GArray *urns, gint64 urn)
{
  for (guint u = 0; u < urns->len; u++)
    if (g_array_index (urns, gint64, u) == urn)
      return TRUE;
  return FALSE;
}

/* The schools that joined the trust on that day, and those that they came from. */
static GArray *
list_movers (const KithRecord *record, const KithArrangement *trust, KithDate day)
{
  const KithPredecessors *predecessors =
      kith_encounters_get_predecessors (kith_radar_get_encounters (record->radar));
  const KithMembership *rows =
      kith_ledger_get_rows (record->ledger, KITH_TABLE_MEMBERSHIP, &(gsize){ 0 });
  GArray *urns = g_array_new (FALSE, FALSE, sizeof (gint64));
  guint n;
  const guint *found = kith_row_index_find (record->members, trust->id, &n);

  for (guint m = 0; m < n; m++)
    if (rows[found[m]].joined == day && rows[found[m]].urn != KITH_INT_NONE &&
        !has_urn (urns, rows[found[m]].urn))
      g_array_append_val (urns, rows[found[m]].urn);
  for (guint u = 0; u < urns->len; u++)
    {
      guint n_before;
      const gint64 *before =
          kith_predecessors_find (predecessors, g_array_index (urns, gint64, u), &n_before);

      for (guint p = 0; p < n_before; p++)
        if (!has_urn (urns, before[p]))
          g_array_append_val (urns, before[p]);
    }
  return urns;
}

/* Whether all that were in the trust on @last, two or more, joined another on @day. */
static gboolean
have_all_moved (const KithRecord *record, const KithTrustStep *step, KithDate last)
{
  const KithMembership *rows =
      kith_ledger_get_rows (record->ledger, KITH_TABLE_MEMBERSHIP, &(gsize){ 0 });
  g_autoptr (GArray) movers = list_movers (record, step->trust, step->day);
  g_autoptr (GArray) members = g_array_new (FALSE, FALSE, sizeof (gint64));
  guint n;
  const guint *found = kith_row_index_find (record->members, step->from->id, &n);

  for (guint m = 0; m < n; m++)
    {
      const KithMembership *row = &rows[found[m]];

      if (row->urn == KITH_INT_NONE || row->joined > last || find_last_day (record, row) < last)
        continue;
      if (!has_urn (movers, row->urn))
        return FALSE;
      if (!has_urn (members, row->urn))
        g_array_append_val (members, row->urn);
    }
  return members->len >= 2;
}

/* Joinings of one day: first to before end. */
static gboolean
has_trust (const GArray *joinings, guint first, guint end, const KithArrangement *trust)
{
  for (guint j = first; j < end; j++)
    if (g_array_index (joinings, Joining, j).trust == trust)
      return TRUE;
  return FALSE;
}

static gboolean
shares_trust (const GArray *joinings, guint before, guint first, guint end)
{
  for (guint j = before; j < first; j++)
    if (has_trust (joinings, first, end, g_array_index (joinings, Joining, j).trust))
      return TRUE;
  return FALSE;
}

/* The trust that the school left, and whether all others left with it. */
static void
read_change (const KithRecord *record,
             const GArray *joinings,
             guint before,
             guint first,
             KithTrustStep *step)
{
  KithDate last = 0;

  step->from = g_array_index (joinings, Joining, before).trust;
  for (guint j = before; j < first; j++)
    if (g_array_index (joinings, Joining, j).trust == step->from)
      last = MAX (last, find_last_day (record, g_array_index (joinings, Joining, j).row));
  step->is_merger = have_all_moved (record, step, MIN (last, step->day - 1));
}

/* Joinings of one day are one step: nobody moves twice on a day. */
static void
add_steps (const KithRecord *record, const GArray *joinings, KithTrustMoves *moves)
{
  guint before = 0, end;

  for (guint first = 0; first < joinings->len; before = first, first = end)
    {
      const Joining *joining = &g_array_index (joinings, Joining, first);
      KithTrustStep step = { joining->trust, NULL, joining->row->urn, joining->row->joined, FALSE };

      for (end = first + 1; end < joinings->len; end++)
        if (g_array_index (joinings, Joining, end).row->joined != step.day)
          break;
      if (first > 0 && !shares_trust (joinings, before, first, end))
        {
          read_change (record, joinings, before, first, &step);
          if (kith_trust_moves_is_recent (record, &step))
            {
              moves->n_counted += !step.is_merger;
              moves->n_mergers += step.is_merger;
            }
        }
      g_array_append_val (moves->steps, step);
    }
}

static KithTrustMoves *
read_path (const Walk *walk)
{
  KithTrustMoves *moves = g_new0 (KithTrustMoves, 1);
  g_autoptr (GArray) joinings = g_array_new (FALSE, FALSE, sizeof (Joining));

  moves->steps = g_array_new (FALSE, FALSE, sizeof (KithTrustStep));
  for (guint u = 0; u < walk->path->len; u++)
    moves->n_undated +=
        add_joinings (walk->record, g_array_index (walk->path, gint64, u), joinings);
  g_array_sort (joinings, compare_joinings);
  add_steps (walk->record, joinings, moves);
  return moves;
}

static void
try_path (Walk *walk)
{
  KithTrustMoves *moves = read_path (walk);

  walk->n_paths++;
  if (walk->best == NULL || moves->n_counted > walk->best->n_counted)
    {
      kith_trust_moves_free (walk->best);
      walk->best = moves;
    }
  else
    kith_trust_moves_free (moves);
}

/* A path ends where there is no predecessor that it has not been at. */
static void
walk_on (Walk *walk, gint64 urn)
{
  guint n;
  const gint64 *before = kith_predecessors_find (walk->predecessors, urn, &n);
  gboolean is_end = TRUE;

  g_array_append_val (walk->path, urn);
  for (guint p = 0; p < n && walk->n_paths < MOST_PATHS; p++)
    if (!has_urn (walk->path, before[p]))
      {
        is_end = FALSE;
        walk_on (walk, before[p]);
      }
  if (is_end)
    try_path (walk);
  g_array_set_size (walk->path, walk->path->len - 1);
}

/**
 * kith_trust_moves_is_trust:
 *
 * Returns: whether @kind is a trust as findings 5 and 6 of METHODS have it: MAT, SAT, secure SAT
 */
gboolean
kith_trust_moves_is_trust (KithKind kind)
{
  return kind == KITH_KIND_TRUST || kind == KITH_KIND_SINGLE_ACADEMY_TRUST ||
         kind == KITH_KIND_SECURE_SINGLE_ACADEMY_TRUST;
}

/**
 * kith_trust_moves_is_recent:
 *
 * Returns: whether @step lies in the last months that finding 6 looks at
 */
gboolean
kith_trust_moves_is_recent (const KithRecord *record, const KithTrustStep *step)
{
  return step->day > kith_date_add_months (record->as_at, -(int)record->settings->shunted_months);
}

/**
 * kith_trust_moves_new:
 * @urn: of a school
 *
 * Of several paths of predecessors the one with most changes within the settings' months; of
 * equal ones the first, lower URNs first. Successors that a predecessor names count as links
 * from the other side; one that comes round again is cut. Cost: the memberships of all schools
 * on all paths; on each change, the members of both trusts.
 *
 * Returns: (transfer full): its trusts, one after the other
 */
KithTrustMoves *
kith_trust_moves_new (const KithRecord *record, gint64 urn)
{
  g_autoptr (GArray) path = g_array_new (FALSE, FALSE, sizeof (gint64));
  Walk walk = {
    .record = record,
    .predecessors = kith_encounters_get_predecessors (kith_radar_get_encounters (record->radar)),
    .path = path,
  };

  walk_on (&walk, urn);
  return walk.best;
}

/**
 * kith_trust_moves_free:
 * @self: (transfer full) (nullable): moves
 */
void
kith_trust_moves_free (KithTrustMoves *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->steps);
  g_free (self);
}
