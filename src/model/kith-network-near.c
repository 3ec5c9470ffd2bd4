/* kith-network-near.c: neighbours, and what is local
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-network-private.h"

#include <stdlib.h>

/* An index of the schools of one phase; numbers leads from it to the schools. */
typedef struct
{
  KithGrid *grid;
  guint *numbers;
  guint n;
} PhaseGrid;

static PhaseGrid
make_grid (KithNetwork *self, KithPhase phase)
{
  g_autofree KithPlace *places = g_new (KithPlace, self->n_schools + 1);
  PhaseGrid made = { NULL, g_new (guint, self->n_schools + 1), 0 };

  for (guint i = 0; i < self->n_schools; i++)
    if (kith_phase_get_compared (self->schools[i].phase) == phase &&
        kith_place_is_known (self->schools[i].place))
      {
        made.numbers[made.n] = i;
        places[made.n++] = self->schools[i].place;
      }
  made.grid = kith_grid_new (places, made.n);
  return made;
}

static int
compare_by_authority (const void *a, const void *b, gpointer network)
{
  const KithNetworkSchool *schools = ((KithNetwork *)network)->schools;
  guint one = *(const guint *)a, other = *(const guint *)b;
  gint64 la = schools[one].la, other_la = schools[other].la;

  if (la != other_la)
    return la < other_la ? -1 : 1;
  return (one > other) - (one < other);
}

static int
compare_places (const void *a, const void *b)
{
  const KithPlace *one = a, *other = b;

  if (one->x != other->x)
    return one->x < other->x ? -1 : 1;
  return (one->y > other->y) - (one->y < other->y);
}

static double
get_turn (KithPlace a, KithPlace b, KithPlace c)
{
  return (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);
}

/* Andrew's monotone chain: the corners of the hull stand in hull, which holds 2 n. */
static guint
find_hull (KithPlace *places, guint n, KithPlace *hull)
{
  guint n_hull = 0, n_lower;

  qsort (places, n, sizeof *places, compare_places);
  for (guint p = 0; p < n; p++)
    {
      while (n_hull >= 2 && get_turn (hull[n_hull - 2], hull[n_hull - 1], places[p]) <= 0)
        n_hull--;
      hull[n_hull++] = places[p];
    }
  n_lower = n_hull;
  for (guint p = n; p-- > 1;)
    {
      while (n_hull > n_lower && get_turn (hull[n_hull - 2], hull[n_hull - 1], places[p - 1]) <= 0)
        n_hull--;
      hull[n_hull++] = places[p - 1];
    }
  return n_hull;
}

/* The two furthest apart of any places are corners of their hull. */
static gboolean
is_within (KithPlace *places, guint n, double metres)
{
  g_autofree KithPlace *hull = g_new (KithPlace, 2 * n + 1);
  guint n_hull = find_hull (places, n, hull);

  for (guint a = 0; a < n_hull; a++)
    for (guint b = a + 1; b < n_hull; b++)
      if (kith_place_get_metres (hull[a], hull[b]) > metres)
        return FALSE;
  return TRUE;
}

/**
 * kith_network_find_neighbours:
 * @self: a network in the making, with its schools
 *
 * The nearest schools in scope of the same phase (METHODS, section 1). A school that is not
 * placed, or whose phase nobody knows, has none.
 *
 * Returns: %FALSE with @error set to %G_IO_ERROR_CANCELLED
 */
gboolean
kith_network_find_neighbours (KithNetwork *self, KithJob *job, GError **error)
{
  guint k = self->settings->n_neighbours;
  gboolean is_going = TRUE;

  self->near = g_new (KithNear, (gsize)self->n_schools * k + 1);
  self->n_near = g_new0 (guint, self->n_schools + 1);
  for (guint phase = 0; phase < KITH_PHASE_OTHER && is_going; phase++)
    {
      PhaseGrid made = make_grid (self, (KithPhase)phase);

      for (guint p = 0; p < made.n && is_going; p++)
        {
          guint i = made.numbers[p];
          KithNear *near = &self->near[(gsize)i * k];

          is_going = kith_job_step (job, p, made.n, error);
          self->n_near[i] = kith_grid_find_nearest (made.grid, self->schools[i].place, p, k,
                                                    self->settings->neighbour_metres, near);
          for (guint n = 0; n < self->n_near[i]; n++)
            near[n].index = made.numbers[near[n].index];
        }
      kith_grid_free (made.grid);
      g_free (made.numbers);
    }
  return is_going;
}

/**
 * kith_network_find_compact:
 * @self: a network in the making, with its schools
 *
 * Finds the authorities in which no two schools in scope are further apart than the settings
 * say: all of such an authority is local to itself. Cost: O(n log n), by convex hulls.
 */
void
kith_network_find_compact (KithNetwork *self)
{
  g_autofree guint *order = g_new (guint, self->n_schools + 1);
  g_autofree KithPlace *places = g_new (KithPlace, self->n_schools + 1);
  guint to;

  self->is_compact = g_new0 (guint8, self->n_schools + 1);
  for (guint i = 0; i < self->n_schools; i++)
    order[i] = i;
  g_qsort_with_data (order, (int)self->n_schools, sizeof *order, compare_by_authority, self);
  for (guint from = 0; from < self->n_schools; from = to)
    {
      gint64 la = self->schools[order[from]].la;
      guint n = 0;
      gboolean is_compact;

      for (to = from; to < self->n_schools && self->schools[order[to]].la == la; to++)
        if (kith_place_is_known (self->schools[order[to]].place))
          places[n++] = self->schools[order[to]].place;
      is_compact =
          la != KITH_INT_NONE && is_within (places, n, self->settings->local_authority_metres);
      for (guint at = from; at < to; at++)
        self->is_compact[order[at]] = is_compact;
    }
}
