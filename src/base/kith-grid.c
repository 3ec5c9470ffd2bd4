/* kith-grid.c: places on British National Grid, and what is near them
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-grid.h"

#include <string.h>

/* A square of this side holds a handful of schools where they stand close. */
#define CELL_METRES 2000.0

/* Places sorted into squares: those of square c are order[first[c]] to order[first[c + 1] − 1]. */
struct _KithGrid
{
  KithPlace *places;
  double x0, y0;
  guint n_columns, n_rows;
  guint *first;
  guint *order;
};

static guint
clamp_cell (double offset, guint n)
{
  double cell = floor (offset / CELL_METRES);

  return cell < 0 ? 0 : cell >= n ? n - 1 : (guint)cell;
}

static guint
find_cell (const KithGrid *self, KithPlace place)
{
  return clamp_cell (place.y - self->y0, self->n_rows) * self->n_columns +
         clamp_cell (place.x - self->x0, self->n_columns);
}

/**
 * kith_place_is_known:
 *
 * Returns: whether @place is a place at all
 */
gboolean
kith_place_is_known (KithPlace place)
{
  return !isnan (place.x) && !isnan (place.y);
}

/**
 * kith_place_get_metres:
 *
 * Returns: the straight line between two places, in metres; NaN where one is not placed
 */
double
kith_place_get_metres (KithPlace a, KithPlace b)
{
  double dx = a.x - b.x;
  double dy = a.y - b.y;

  return sqrt (dx * dx + dy * dy);
}

/**
 * kith_grid_new:
 * @places: (array length=n_places): places; those not known are never found
 * @n_places: how many
 *
 * Cost: O(n) time and memory, with at most 65,536 squares beside.
 *
 * Returns: (transfer full): an index of them; @places are copied
 */
KithGrid *
kith_grid_new (const KithPlace *places, gsize n_places)
{
  KithGrid *self = g_new0 (KithGrid, 1);
  double x1 = -INFINITY, y1 = -INFINITY;
  guint n_cells;
  guint *fill;

  self->places = g_memdup2 (places, n_places * sizeof *places);
  self->x0 = self->y0 = INFINITY;
  for (gsize i = 0; i < n_places; i++)
    if (kith_place_is_known (places[i]))
      {
        self->x0 = MIN (self->x0, places[i].x);
        self->y0 = MIN (self->y0, places[i].y);
        x1 = MAX (x1, places[i].x);
        y1 = MAX (y1, places[i].y);
      }
  if (x1 < self->x0)
    self->x0 = self->y0 = x1 = y1 = 0;

  /* England is 300 by 330 squares; far outliers share the last row and column */
  self->n_columns = MIN (512, (guint)MIN ((x1 - self->x0) / CELL_METRES, 1e6) + 1);
  self->n_rows = MIN (512, (guint)MIN ((y1 - self->y0) / CELL_METRES, 1e6) + 1);
  n_cells = self->n_columns * self->n_rows;
  self->first = g_new0 (guint, n_cells + 1);
  for (gsize i = 0; i < n_places; i++)
    if (kith_place_is_known (places[i]))
      self->first[find_cell (self, places[i]) + 1]++;
  for (guint c = 0; c < n_cells; c++)
    self->first[c + 1] += self->first[c];

  self->order = g_new (guint, MAX (1, self->first[n_cells]));
  fill = g_memdup2 (self->first, n_cells * sizeof *fill);
  for (gsize i = 0; i < n_places; i++)
    if (kith_place_is_known (places[i]))
      self->order[fill[find_cell (self, places[i])]++] = (guint)i;
  g_free (fill);
  return self;
}

/**
 * kith_grid_free:
 * @self: (nullable): an index
 */
void
kith_grid_free (KithGrid *self)
{
  if (self == NULL)
    return;
  g_free (self->places);
  g_free (self->first);
  g_free (self->order);
  g_free (self);
}

static gboolean
is_nearer (double metres, guint index, const KithNear *than)
{
  return metres < than->metres || (metres == than->metres && index < than->index);
}

/**
 * kith_grid_find_nearest:
 * @self: an index
 * @place: from where
 * @except: an index that is never found, or %G_MAXUINT
 * @k: how many at most
 * @metres: how far at most, this distance included; INFINITY for any
 * @near: (out caller-allocates) (array length=k): the nearest, nearest first; of equal
 *   distances the lower index comes first
 *
 * Cost: the squares around @place until no nearer place can follow.
 *
 * Returns: how many were found; 0 where @place is not known
 */
guint
kith_grid_find_nearest (
    const KithGrid *self, KithPlace place, guint except, guint k, double metres, KithNear *near)
{
  guint n = 0;
  int column, row, rings;

  if (!kith_place_is_known (place) || k == 0)
    return 0;
  column = (int)clamp_cell (place.x - self->x0, self->n_columns);
  row = (int)clamp_cell (place.y - self->y0, self->n_rows);
  rings = (int)MAX (self->n_columns, self->n_rows);

  for (int ring = 0; ring <= rings; ring++)
    {
      /* what is nearer than this has been seen: the place lies anywhere in its square */
      double seen = (ring - 1) * CELL_METRES;

      if (seen > metres || (n == k && near[n - 1].metres < seen))
        break;
      for (int r = row - ring; r <= row + ring; r++)
        {
          int step = r == row - ring || r == row + ring ? 1 : MAX (1, 2 * ring);

          if (r < 0 || r >= (int)self->n_rows)
            continue;
          for (int c = column - ring; c <= column + ring; c += step)
            {
              guint cell;

              if (c < 0 || c >= (int)self->n_columns)
                continue;
              cell = (guint)r * self->n_columns + (guint)c;
              for (guint o = self->first[cell]; o < self->first[cell + 1]; o++)
                {
                  guint index = self->order[o];
                  double far = kith_place_get_metres (place, self->places[index]);
                  guint at;

                  if (index == except || far > metres ||
                      (n == k && !is_nearer (far, index, &near[n - 1])))
                    continue;
                  if (n < k)
                    n++;
                  for (at = n - 1; at > 0 && is_nearer (far, index, &near[at - 1]); at--)
                    near[at] = near[at - 1];
                  near[at] = (KithNear){ .index = index, .metres = far };
                }
            }
        }
    }
  return n;
}
