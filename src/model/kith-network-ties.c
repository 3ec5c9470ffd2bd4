/* kith-network-ties.c: which schools are tied to which, and how strongly
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-network-private.h"

#include <stdlib.h>

/* What one school's arrangements add up to, an entry for each school it is tied to. Only the
   entries of found are in use, so that going on to the next school costs what was found. */
typedef struct
{
  double *weight;
  double *most;       /* the greatest part of weight */
  guint *arrangement; /* that gives it */
  guint *found;
  guint n_found;
} Sum;

static int
compare_indexes (const void *a, const void *b)
{
  guint one = *(const guint *)a, other = *(const guint *)b;

  return (one > other) - (one < other);
}

static int
compare_urns (const void *a, const void *b)
{
  gint64 one = *(const gint64 *)a, other = *(const gint64 *)b;

  return (one > other) - (one < other);
}

static void
add_part (Sum *sum, guint school, guint arrangement, double part)
{
  if (sum->weight[school] == 0)
    {
      sum->found[sum->n_found++] = school;
      sum->most[school] = 0;
    }
  sum->weight[school] += part;
  if (part > sum->most[school])
    {
      sum->most[school] = part;
      sum->arrangement[school] = arrangement;
    }
}

/* w_ij over the live memberships of i, for j after i */
static void
sum_school (KithNetwork *self, guint i, Sum *sum)
{
  sum->n_found = 0;
  for (guint at = self->membership_first[i]; at < self->membership_first[i + 1]; at++)
    {
      const KithNetworkMember *own = &self->members[self->memberships[at]];
      const KithNetworkArrangement *in = &self->arrangements[own->arrangement];
      double weight = self->settings->weight[in->kind];

      if (!in->ties || !own->is_live)
        continue;
      for (const KithNetworkMember *other = own + 1; other < in->members + in->n_schools; other++)
        if (other->is_live)
          add_part (sum, other->school, own->arrangement,
                    weight * sqrt (own->recency * other->recency) / (in->n_schools - 1));
    }
  qsort (sum->found, sum->n_found, sizeof *sum->found, compare_indexes);
}

static gboolean
find_edges (KithNetwork *self, KithJob *job, GError **error)
{
  g_autoptr (GArray) edges = g_array_new (FALSE, FALSE, sizeof (KithEdge));
  g_autofree double *weight = g_new0 (double, self->n_schools + 1);
  g_autofree double *most = g_new (double, self->n_schools + 1);
  g_autofree guint *arrangement = g_new (guint, self->n_schools + 1);
  g_autofree guint *found = g_new (guint, self->n_schools + 1);
  Sum sum = { weight, most, arrangement, found, 0 };

  for (guint i = 0; i < self->n_schools; i++)
    {
      if (!kith_job_step (job, i, self->n_schools, error))
        return FALSE;
      sum_school (self, i, &sum);
      for (guint f = 0; f < sum.n_found; f++)
        {
          guint j = found[f];
          KithEdge edge = { i, j, weight[j], arrangement[j] };

          g_array_append_val (edges, edge);
          weight[j] = 0;
        }
    }
  self->n_edges = edges->len;
  self->edges = g_array_steal (edges, NULL);
  return TRUE;
}

/* Edges are by a, then b; so each school's list is by the school tied to. */
static void
list_tied (KithNetwork *self)
{
  g_autofree guint *fill = NULL;

  self->tied_first = g_new0 (guint, self->n_schools + 1);
  self->tied = g_new (KithTied, 2 * (gsize)self->n_edges + 1);
  for (guint e = 0; e < self->n_edges; e++)
    {
      self->tied_first[self->edges[e].a + 1]++;
      self->tied_first[self->edges[e].b + 1]++;
    }
  for (guint i = 0; i < self->n_schools; i++)
    self->tied_first[i + 1] += self->tied_first[i];
  fill = g_memdup2 (self->tied_first, (self->n_schools + 1) * sizeof *fill);
  /* first those before the school, then those after it */
  for (guint e = 0; e < self->n_edges; e++)
    self->tied[fill[self->edges[e].b]++] = (KithTied){ self->edges[e].a, e };
  for (guint e = 0; e < self->n_edges; e++)
    self->tied[fill[self->edges[e].a]++] = (KithTied){ self->edges[e].b, e };
}

static void
sum_strengths (KithNetwork *self)
{
  for (guint i = 0; i < self->n_schools; i++)
    for (guint t = self->tied_first[i]; t < self->tied_first[i + 1]; t++)
      self->schools[i].strength += self->edges[self->tied[t].edge].weight;
}

/* An outside school is in no n_g, so one school and it are enough. */
static guint
count_outside (KithNetwork *self, guint i, GArray *urns)
{
  guint n_distinct = 0;

  g_array_set_size (urns, 0);
  for (guint at = self->membership_first[i]; at < self->membership_first[i + 1]; at++)
    {
      const KithNetworkMember *own = &self->members[self->memberships[at]];
      const KithNetworkArrangement *in = &self->arrangements[own->arrangement];

      if (!own->is_live || !kith_kind_is_link (in->kind) || in->is_assembly)
        continue;
      for (guint m = in->n_schools; m < in->n_members; m++)
        if (in->members[m].is_outside && in->members[m].is_live)
          g_array_append_val (urns, in->members[m].urn);
    }
  if (urns->len > 1)
    g_array_sort (urns, compare_urns);
  for (guint u = 0; u < urns->len; u++)
    n_distinct += u == 0 || g_array_index (urns, gint64, u) != g_array_index (urns, gint64, u - 1);
  return n_distinct;
}

/**
 * kith_network_tie_schools:
 * @self: a network in the making, with recencies
 *
 * Tie strengths (METHODS, section 3), over linking arrangements of two schools or more that
 * are no assembly:
 *
 *     w_ij = Σ_g ω_g · sqrt (r_ig · r_jg) / (n_g − 1)
 *
 * Cost: the pairs of schools that share an arrangement.
 * Source: Newman (2001), Phys. Rev. E 64, 016132.
 *
 * Returns: %FALSE with @error set to %G_IO_ERROR_CANCELLED
 */
gboolean
kith_network_tie_schools (KithNetwork *self, KithJob *job, GError **error)
{
  g_autoptr (GArray) urns = g_array_new (FALSE, FALSE, sizeof (gint64));

  if (!find_edges (self, job, error))
    return FALSE;
  list_tied (self);
  sum_strengths (self);
  for (guint i = 0; i < self->n_schools; i++)
    self->schools[i].n_outside_links = count_outside (self, i, urns);
  return TRUE;
}
