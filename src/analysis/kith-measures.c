/* kith-measures.c: what is measured of every school
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-graph.h"
#include "kith-measures.h"

#include <glib/gi18n.h>
#include <math.h>

static KithMeasures
count_links (KithNetwork *network, const KithNetworkSchool *schools, guint i)
{
  guint n_tied;
  const KithTied *tied = kith_network_get_tied (network, i, &n_tied);
  KithMeasures of = {
    .n_links = n_tied,
    .n_outside_links = schools[i].n_outside_links,
    .strength = schools[i].strength,
  };

  for (guint t = 0; t < n_tied; t++)
    {
      gint64 la = schools[tied[t].school].la;

      of.n_local_links += kith_network_is_local (network, i, tied[t].school);
      if (la == KITH_INT_NONE || schools[i].la == KITH_INT_NONE)
        continue;
      of.n_inside_links += la == schools[i].la;
      of.n_cross_border_links += la != schools[i].la;
    }
  return of;
}

/* H_i, with s_i added up from the same parts, so that one arrangement makes exactly 1 */
static double
measure_concentration (KithNetwork *network, guint i)
{
  const KithSettings *settings = kith_network_get_settings (network);
  guint n, n_arrangements;
  const guint *memberships = kith_network_get_memberships (network, i, &n);
  const KithNetworkArrangement *arrangements =
      kith_network_get_arrangements (network, &n_arrangements);
  double whole = 0, squares = 0;

  for (guint m = 0; m < n; m++)
    {
      const KithNetworkMember *own = kith_network_get_member (network, memberships[m]);
      const KithNetworkArrangement *in = &arrangements[own->arrangement];
      double part = 0;

      if (!in->ties || !own->is_live)
        continue;
      for (guint o = 0; o < in->n_schools; o++)
        if (in->members[o].is_live && in->members[o].school != i)
          part += sqrt (own->recency * in->members[o].recency);
      part *= settings->weight[in->kind] / (in->n_schools - 1);
      whole += part;
      squares += part * part;
    }
  return whole > 0 ? squares / (whole * whole) : NAN;
}

/* seen: for each school i + 1 where it was found. Once the whole component is, nothing more
   can be. */
static guint
count_school_reach (KithNetwork *network, guint i, guint component, guint *seen)
{
  guint n_tied, n_next, n_found;
  const KithTied *tied = kith_network_get_tied (network, i, &n_tied);

  seen[i] = i + 1;
  for (guint t = 0; t < n_tied; t++)
    seen[tied[t].school] = i + 1;
  n_found = n_tied;
  for (guint t = 0; t < n_tied && n_found + 1 < component; t++)
    {
      const KithTied *next = kith_network_get_tied (network, tied[t].school, &n_next);

      for (guint u = 0; u < n_next; u++)
        {
          n_found += seen[next[u].school] != i + 1;
          seen[next[u].school] = i + 1;
        }
    }
  return n_found;
}

static double
measure_ei (const KithMeasures *links)
{
  double external = links->n_cross_border_links, internal = links->n_inside_links;

  return external + internal > 0 ? (external - internal) / (external + internal) : NAN;
}

static const char *
explain_no_links (const KithMeasures *links)
{
  if (links->n_links > 0)
    return NULL;
  return links->n_outside_links > 0 ? _ ("It works only with schools outside this register.")
                                    : _ ("No school works with it at present.");
}

static const char *
explain_no_ei (const KithMeasures *links, const KithNetworkSchool *school)
{
  if (links->n_links == 0)
    return explain_no_links (links);
  if (school->la == KITH_INT_NONE)
    return _ ("Its authority is not recorded.");
  if (links->n_inside_links + links->n_cross_border_links == 0)
    return _ ("No school that it works with has a recorded authority.");
  return NULL;
}

static KithMeasures *
measure_links (
    KithNetwork *network, KithGraph *graph, guint first, guint n, KithJob *job, GError **error)
{
  g_autoptr (KithComponents) components = kith_graph_find_components (graph, job, error);
  const KithNetworkSchool *schools = kith_network_get_schools (network, &(guint){ 0 });
  KithMeasures *measures;

  if (components == NULL)
    return NULL;
  measures = g_new (KithMeasures, n + 1);
  for (guint m = 0; m < n; m++)
    {
      measures[m] = count_links (network, schools, first + m);
      measures[m].component = components->size[components->component[first + m]];
    }
  return measures;
}

/**
 * kith_measures_new:
 * @network: the whole system as at one date
 * @job: (nullable): gives cancellation
 * @error: return location for %G_IO_ERROR_CANCELLED or a #KithGraphError
 *
 * No random numbers are drawn.
 *
 * Returns: (transfer full) (array): the measures of each school of @network in its order, to
 *   be freed with g_free(), or %NULL
 */
KithMeasures *
kith_measures_new (KithNetwork *network, KithJob *job, GError **error)
{
  g_autoptr (KithGraph) graph = kith_graph_new (network, 0, error);
  guint n_schools;

  kith_network_get_schools (network, &n_schools);
  return graph == NULL ? NULL : measure_links (network, graph, 0, n_schools, job, error);
}

/**
 * kith_measures_count_reach:
 * @measures: (array length=n): of the same schools
 * @network: the whole system as at one date
 * @first: index of a school
 * @n: how many to look at, from @first on
 *
 * Counts the schools within two introductions of each, itself left out: one or two links away.
 * Not by igraph_neighborhood_size(), which takes several times as long: it lists the neighbours
 * of every neighbour anew. Cost: the links of those that it is tied to, and no more once its
 * whole component is found.
 *
 * Returns: (transfer full) (array length=n): how many, to be freed with g_free()
 */
guint *
kith_measures_count_reach (const KithMeasures *measures, KithNetwork *network, guint first, guint n)
{
  guint n_schools;
  g_autofree guint *seen = NULL;
  guint *reach = g_new (guint, n + 1);

  kith_network_get_schools (network, &n_schools);
  seen = g_new0 (guint, n_schools + 1);
  for (guint m = 0; m < n; m++)
    reach[m] = count_school_reach (network, first + m, measures[m].component, seen);
  return reach;
}

/**
 * kith_full_measures_new:
 * @network: the whole system as at one date
 * @first: index of a school
 * @n: how many to measure, from @first on
 * @job: (nullable): takes progress, gives cancellation
 * @error: return location for %G_IO_ERROR_CANCELLED or a #KithGraphError
 *
 * Everything of METHODS, section 3, but closeness, which can take long. A concentration is
 *
 *     H_i = Σ_g (s_ig / s_i)²
 *
 * with s_ig the part of s_i through arrangement g (Herfindahl), and E–I
 *
 *     (external − internal) / (external + internal)
 *
 * over links between schools whose authorities are known (Krackhardt & Stern 1988). The others are
 * explained where the graph measures them. Cost: for all schools of England and the groups that
 * GIAS publishes 10 ms, with as many partnerships besides as the sample region has 0.2 s. No random
 * numbers are drawn.
 *
 * Returns: (transfer full) (array length=n): the measures, to be freed with g_free(), or %NULL
 */
KithFullMeasures *
kith_full_measures_new (KithNetwork *network, guint first, guint n, KithJob *job, GError **error)
{
  g_autoptr (KithGraph) graph = kith_graph_new (network, 0, error);
  g_autofree KithMeasures *links = NULL;
  g_autofree double *constraint = NULL;
  g_autofree guint *coreness = NULL, *reach = NULL;
  g_autofree gboolean *is_cut_point = NULL;
  const KithNetworkSchool *schools = kith_network_get_schools (network, &(guint){ 0 });
  g_autofree KithFullMeasures *measures = g_new (KithFullMeasures, n + 1);

  if (graph == NULL || (links = measure_links (network, graph, first, n, job, error)) == NULL ||
      (coreness = kith_graph_measure_coreness (graph, job, error)) == NULL ||
      (is_cut_point = kith_graph_find_cut_points (graph, job, error)) == NULL ||
      (constraint = kith_graph_measure_constraint (graph, first, n, job, error)) == NULL)
    return NULL;
  reach = kith_measures_count_reach (links, network, first, n);
  for (guint m = 0; m < n; m++)
    {
      guint i = first + m;
      const KithMeasures *of = &links[m];

      measures[m] = (KithFullMeasures){
        .links = *of,
        .concentration = measure_concentration (network, i),
        .constraint = constraint[m],
        .reach = reach[m],
        .closeness = NAN,
        .coreness = coreness[i],
        .is_cut_point = is_cut_point[i],
        .ei = measure_ei (of),
        .why_no_spread = explain_no_links (of),
        .why_no_ei = explain_no_ei (of, &schools[i]),
      };
    }
  return g_steal_pointer (&measures);
}

/**
 * kith_full_measures_find_closeness:
 * @measures: (array length=n): of the same schools
 * @network: the whole system as at one date
 * @first: index of a school
 * @n: how many to measure, from @first on
 * @job: (nullable): gives cancellation
 * @error: return location for %G_IO_ERROR_CANCELLED or a #KithGraphError
 *
 * Fills in the closeness of each. Cost: see kith_graph_measure_closeness(): a few milliseconds
 * for one school, up to half a minute for all of England.
 *
 * Returns: whether it was measured; nothing is filled in otherwise
 */
gboolean
kith_full_measures_find_closeness (KithFullMeasures *measures,
                                   KithNetwork *network,
                                   guint first,
                                   guint n,
                                   KithJob *job,
                                   GError **error)
{
  g_autoptr (KithGraph) graph = kith_graph_new (network, 0, error);
  g_autofree double *closeness =
      graph == NULL ? NULL : kith_graph_measure_closeness (graph, first, n, job, error);

  for (guint m = 0; closeness != NULL && m < n; m++)
    measures[m].closeness = closeness[m];
  return closeness != NULL;
}
