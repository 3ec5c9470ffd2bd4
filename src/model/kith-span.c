/* kith-span.c: from when until when something was so
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-span.h"

/* How far the walk up to the parents has come. */
typedef enum
{
  WALK_NEW,
  WALK_ON_PATH,
  WALK_DONE,
} Walk;

/* What an arrangement says of itself, its parents aside. */
static KithSpan
read_own_span (const KithArrangement *arrangement)
{
  KithSpan always = { 0, KITH_SPAN_NO_END };

  if (kith_span_is_proposed (arrangement))
    return (KithSpan){ KITH_SPAN_NO_END, KITH_SPAN_NO_END };
  if (arrangement->ends == KITH_DATE_UNKNOWN && arrangement->status != NULL &&
      g_ascii_strcasecmp (arrangement->status, "closed") == 0)
    return (KithSpan){ arrangement->starts, 0 };
  return kith_span_cut (always, arrangement->starts, arrangement->ends);
}

static KithSpan
intersect (KithSpan a, KithSpan b)
{
  return (KithSpan){ MAX (a.from, b.from), MIN (a.until, b.until) };
}

/**
 * kith_span_holds:
 * @date: a known day
 *
 * Returns: whether @date lies in @span
 */
gboolean
kith_span_holds (KithSpan span, KithDate date)
{
  return span.from <= date && date < span.until;
}

/**
 * kith_span_cut:
 * @start: its first day, or unknown
 * @end: the first day after it, or unknown
 *
 * Returns: what is left of @span between @start and @end
 */
KithSpan
kith_span_cut (KithSpan span, KithDate start, KithDate end)
{
  return intersect (span, (KithSpan){ start, end == KITH_DATE_UNKNOWN ? KITH_SPAN_NO_END : end });
}

/**
 * kith_span_is_proposed:
 *
 * Returns: whether @arrangement is proposed and nobody has confirmed it: it has not begun,
 *   whatever its days say, so that it ties nobody and is on no school's record
 */
gboolean
kith_span_is_proposed (const KithArrangement *arrangement)
{
  return arrangement->status != NULL &&
         g_ascii_strcasecmp (arrangement->status, KITH_STATUS_PROPOSED) == 0;
}

/**
 * kith_span_list_arrangements:
 * @ledger: what the register says
 *
 * When each arrangement was active: it, and every parent of it. One that is closed without a
 * day has ended, for all days. Parents that go round in a circle are active when all of them
 * are. Cost: O(n log n).
 *
 * Returns: (transfer full): a span for each row of table arrangement, in its order
 */
KithSpan *
kith_span_list_arrangements (KithLedger *ledger)
{
  gsize n;
  const KithArrangement *rows = kith_ledger_get_rows (ledger, KITH_TABLE_ARRANGEMENT, &n);
  KithSpan *spans = g_new (KithSpan, n + 1);
  g_autofree Walk *walks = g_new0 (Walk, n + 1);
  g_autofree gsize *path = g_new (gsize, n + 1);

  for (gsize i = 0; i < n; i++)
    {
      gsize n_path = 0, at = i;
      KithSpan above = { 0, KITH_SPAN_NO_END };

      while (at != n && walks[at] == WALK_NEW)
        {
          const KithArrangement *parent;

          walks[at] = WALK_ON_PATH;
          spans[at] = read_own_span (&rows[at]);
          path[n_path++] = at;
          parent = kith_ledger_find (ledger, KITH_TABLE_ARRANGEMENT, rows[at].parent_id);
          at = parent == NULL ? n : (gsize)(parent - rows);
        }
      if (at != n && walks[at] == WALK_DONE)
        above = spans[at];
      else if (at != n) /* round in a circle: all of it bounds each of it */
        for (gsize p = n_path; p > 0; p--)
          {
            above = intersect (above, spans[path[p - 1]]);
            if (path[p - 1] == at)
              break;
          }
      while (n_path > 0)
        {
          at = path[--n_path];
          above = spans[at] = intersect (spans[at], above);
          walks[at] = WALK_DONE;
        }
    }
  return spans;
}

/**
 * kith_span_of_membership:
 * @arrangement: when its arrangement was active
 *
 * Returns: when @membership was active, its member's own days aside
 */
KithSpan
kith_span_of_membership (const KithMembership *membership, KithSpan arrangement)
{
  return kith_span_cut (arrangement, membership->joined, membership->left_date);
}
