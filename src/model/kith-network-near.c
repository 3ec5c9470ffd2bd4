/* kith-network-near.c: neighbours, and what is local
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-network-private.h"

#include <stdlib.h>

/* Where more schools than these have come, gone or moved, all neighbours are looked for. */
#define MOST_MOVED 32

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

static gboolean
is_standing_still (const KithNetworkSchool *a, const KithNetworkSchool *b)
{
  return kith_phase_get_compared (a->phase) == kith_phase_get_compared (b->phase) &&
         (a->place.x == b->place.x || (isnan (a->place.x) && isnan (b->place.x))) &&
         (a->place.y == b->place.y || (isnan (a->place.y) && isnan (b->place.y)));
}

/* Of each school of previous, its index now: none where it has gone or moved. Adds those that
   are new, or have moved, to moved, and FALSE where these are too many to be worth it. */
static gboolean
match_schools (const KithNetwork *self, const KithNetwork *previous, guint *now, GArray *moved)
{
  guint j = 0, n_gone = 0;

  for (guint i = 0; i < self->n_schools; i++)
    {
      for (; j < previous->n_schools && previous->urns[j] < self->urns[i]; j++, n_gone++)
        now[j] = KITH_INDEX_NONE;
      if (j < previous->n_schools && previous->urns[j] == self->urns[i])
        {
          gboolean is_still = is_standing_still (&self->schools[i], &previous->schools[j]);

          now[j++] = is_still ? i : KITH_INDEX_NONE;
          if (is_still)
            continue;
        }
      g_array_append_val (moved, i);
      if (moved->len + n_gone > MOST_MOVED)
        return FALSE;
    }
  for (; j < previous->n_schools; j++, n_gone++)
    now[j] = KITH_INDEX_NONE;
  return moved->len + n_gone <= MOST_MOVED;
}

/* Whether a school that is new where it stands is as near as the neighbours that i has. */
static gboolean
has_newcomer (const KithNetwork *self, guint i, const KithNear *near, guint n, const GArray *moved)
{
  KithPhase phase = kith_phase_get_compared (self->schools[i].phase);
  double metres =
      n < self->settings->n_neighbours ? self->settings->neighbour_metres : near[n - 1].metres;

  for (guint m = 0; m < moved->len; m++)
    {
      const KithNetworkSchool *other = &self->schools[g_array_index (moved, guint, m)];

      if (kith_phase_get_compared (other->phase) == phase &&
          kith_place_get_metres (self->schools[i].place, other->place) <= metres)
        return TRUE;
    }
  return FALSE;
}

/* Takes the neighbours of school j of previous, which is i now; FALSE where they may differ. */
static gboolean
take_neighbours (KithNetwork *self,
                 const KithNetwork *previous,
                 guint i,
                 guint j,
                 const guint *now,
                 const GArray *moved)
{
  guint k = self->settings->n_neighbours, n = previous->n_near[j];
  const KithNear *theirs = &previous->near[(gsize)j * k];
  KithNear *own = &self->near[(gsize)i * k];

  if (has_newcomer (self, i, theirs, n, moved))
    return FALSE;
  for (guint m = 0; m < n; m++)
    {
      own[m] = (KithNear){ now[theirs[m].index], theirs[m].metres };
      if (own[m].index == KITH_INDEX_NONE)
        return FALSE;
    }
  self->n_near[i] = n;
  return TRUE;
}

/* Which schools have their neighbours already; NULL where all are to be looked for. */
static guint8 *
take_all_neighbours (KithNetwork *self, const KithNetwork *previous)
{
  g_autofree guint *now = NULL;
  g_autoptr (GArray) moved = g_array_new (FALSE, FALSE, sizeof (guint));
  guint8 *is_done;

  if (previous == NULL || previous->settings->n_neighbours != self->settings->n_neighbours ||
      previous->settings->neighbour_metres != self->settings->neighbour_metres)
    return NULL;
  now = g_new (guint, previous->n_schools + 1);
  if (!match_schools (self, previous, now, moved))
    return NULL;
  is_done = g_new0 (guint8, self->n_schools + 1);
  for (guint j = 0; j < previous->n_schools; j++)
    if (now[j] != KITH_INDEX_NONE)
      is_done[now[j]] = take_neighbours (self, previous, now[j], j, now, moved);
  return is_done;
}

/* Whether any school of the phase is still to be looked at. */
static gboolean
is_phase_done (const KithNetwork *self, KithPhase phase, const guint8 *is_done)
{
  if (is_done == NULL)
    return FALSE;
  for (guint i = 0; i < self->n_schools; i++)
    if (!is_done[i] && kith_phase_get_compared (self->schools[i].phase) == phase)
      return FALSE;
  return TRUE;
}

static gboolean
find_in_phase (
    KithNetwork *self, KithPhase phase, const guint8 *is_done, KithJob *job, GError **error)
{
  guint k = self->settings->n_neighbours;
  PhaseGrid made = make_grid (self, phase);
  gboolean is_going = TRUE;

  for (guint p = 0; p < made.n && is_going; p++)
    {
      guint i = made.numbers[p];
      KithNear *near = &self->near[(gsize)i * k];

      is_going = kith_job_step (job, p, made.n, error);
      if (is_done != NULL && is_done[i])
        continue;
      self->n_near[i] = kith_grid_find_nearest (made.grid, self->schools[i].place, p, k,
                                                self->settings->neighbour_metres, near);
      for (guint n = 0; n < self->n_near[i]; n++)
        near[n].index = made.numbers[near[n].index];
    }
  kith_grid_free (made.grid);
  g_free (made.numbers);
  return is_going;
}

/**
 * kith_network_find_neighbours:
 * @self: a network in the making, with its schools
 * @previous: (nullable): a network whose neighbours stand where nothing near them moved
 *
 * The nearest schools in scope of the same phase (METHODS, section 1). A school that is not
 * placed, or whose phase nobody knows, has none.
 *
 * Returns: %FALSE with @error set to %G_IO_ERROR_CANCELLED
 */
gboolean
kith_network_find_neighbours (KithNetwork *self,
                              const KithNetwork *previous,
                              KithJob *job,
                              GError **error)
{
  g_autofree guint8 *is_done = NULL;
  gboolean is_going = TRUE;

  self->near = g_new (KithNear, (gsize)self->n_schools * self->settings->n_neighbours + 1);
  self->n_near = g_new0 (guint, self->n_schools + 1);
  is_done = take_all_neighbours (self, previous);
  for (guint phase = 0; phase < KITH_PHASE_OTHER && is_going; phase++)
    if (!is_phase_done (self, (KithPhase)phase, is_done))
      is_going = find_in_phase (self, (KithPhase)phase, is_done, job, error);
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
