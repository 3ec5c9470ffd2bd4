/* kith-measures.c: what is measured of every school
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-graph.h"
#include "kith-measures.h"

static void
count_links (KithNetwork *network, const KithNetworkSchool *schools, guint i, KithMeasures *of)
{
  guint n_tied;
  const KithTied *tied = kith_network_get_tied (network, i, &n_tied);

  of->n_links = n_tied;
  of->n_outside_links = schools[i].n_outside_links;
  of->strength = schools[i].strength;
  for (guint t = 0; t < n_tied; t++)
    {
      gint64 la = schools[tied[t].school].la;

      of->n_local_links += kith_network_is_local (network, i, tied[t].school);
      of->n_cross_border_links +=
          la != KITH_INT_NONE && schools[i].la != KITH_INT_NONE && la != schools[i].la;
    }
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
  g_autoptr (KithComponents) components = NULL;
  guint n_schools;
  const KithNetworkSchool *schools = kith_network_get_schools (network, &n_schools);
  KithMeasures *measures;

  if (graph == NULL)
    return NULL;
  components = kith_graph_find_components (graph, job, error);
  if (components == NULL)
    return NULL;
  measures = g_new0 (KithMeasures, n_schools + 1);
  for (guint i = 0; i < n_schools; i++)
    {
      count_links (network, schools, i, &measures[i]);
      measures[i].component = components->size[components->component[i]];
    }
  return measures;
}
