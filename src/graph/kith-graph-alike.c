/* kith-graph-alike.c: schools that are tied to the same others
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-graph-private.h"

/* Spreads a number over all bits (Steele, Lea & Flood 2014: SplitMix64). */
static guint64
mix (guint64 value)
{
  value += G_GUINT64_CONSTANT (0x9e3779b97f4a7c15);
  value = (value ^ (value >> 30)) * G_GUINT64_CONSTANT (0xbf58476d1ce4e5b9);
  value = (value ^ (value >> 27)) * G_GUINT64_CONSTANT (0x94d049bb133111eb);
  return value ^ (value >> 31);
}

/* The same for two schools that are tied to each other and to the same others. */
static guint64 *
sum_ties (KithNetwork *network, guint n_schools)
{
  guint64 *sums = g_new (guint64, n_schools + 1);

  for (guint i = 0; i < n_schools; i++)
    {
      guint n_tied;
      const KithTied *tied = kith_network_get_tied (network, i, &n_tied);

      sums[i] = mix (i);
      for (guint t = 0; t < n_tied; t++)
        sums[i] += mix (tied[t].school);
    }
  return sums;
}

/* Goes along both lists, which are by school, and passes over the two themselves. */
static gboolean
has_same_ties (KithNetwork *network, guint i, guint j, gboolean by_weight)
{
  const KithEdge *edges = kith_network_get_edges (network, &(guint){ 0 });
  guint n, n_others;
  const KithTied *own = kith_network_get_tied (network, i, &n);
  const KithTied *others = kith_network_get_tied (network, j, &n_others);

  if (n != n_others)
    return FALSE;
  for (guint t = 0, o = 0; t < n || o < n; t++, o++)
    {
      t += t < n && own[t].school == j;
      o += o < n && others[o].school == i;
      if (t == n || o == n)
        return t == n && o == n;
      if (own[t].school != others[o].school ||
          (by_weight && edges[own[t].edge].weight != edges[others[o].edge].weight))
        return FALSE;
    }
  return TRUE;
}

/**
 * kith_graph_find_alike:
 * @network: schools and edges as at one date
 * @by_weight: whether they must be tied as strongly, too
 *
 * Finds schools that may change places without anybody noticing: tied to each other, and to the
 * same others. What is measured of one holds for the other. Most schools of most trusts are such.
 * Cost: O(n + m).
 *
 * Returns: (transfer full) (array): of each school the lowest that it is alike, itself too
 */
guint *
kith_graph_find_alike (KithNetwork *network, gboolean by_weight)
{
  g_autofree guint64 *sums = NULL;
  guint *alike;
  guint n_schools;

  kith_network_get_schools (network, &n_schools);
  alike = g_new (guint, n_schools + 1);
  sums = sum_ties (network, n_schools);
  for (guint i = 0; i < n_schools; i++)
    {
      guint n_tied;
      const KithTied *tied = kith_network_get_tied (network, i, &n_tied);

      alike[i] = i;
      for (guint t = 0; t < n_tied && tied[t].school < i && alike[i] == i; t++)
        {
          guint j = tied[t].school;

          if (sums[j] == sums[i] && alike[j] == j && has_same_ties (network, i, j, by_weight))
            alike[i] = j;
        }
    }
  return alike;
}
