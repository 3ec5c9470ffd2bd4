/* kith-box.c: rectangles and lines in millimetres, and what is near them
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-box.h"

#include <math.h>

/* Each square holds the numbers of the boxes that reach into it. A box outside the bounds
 * belongs to the squares at the edge. */
struct _KithBoxIndex
{
  KithBox bounds;
  double cell;
  int n_columns, n_rows;
  GArray **cells;
  GArray *found;
  GArray *stamps; /* by number: the search that found it last */
  guint search;
};

static int
clamp_cell (double offset, double cell, int n)
{
  double at = floor (offset / cell);

  return at < 0 ? 0 : at >= n ? n - 1 : (int)at;
}

static double
cross (KithPoint o, KithPoint a, KithPoint b)
{
  return (a.x - o.x) * (b.y - o.y) - (a.y - o.y) * (b.x - o.x);
}

/**
 * kith_box_touches:
 *
 * Returns: whether @a and @b share more than an edge
 */
gboolean
kith_box_touches (KithBox a, KithBox b)
{
  return a.x0 < b.x1 && b.x0 < a.x1 && a.y0 < b.y1 && b.y0 < a.y1;
}

/**
 * kith_box_holds:
 *
 * Returns: whether all of @b lies in @a
 */
gboolean
kith_box_holds (KithBox a, KithBox b)
{
  return b.x0 >= a.x0 && b.y0 >= a.y0 && b.x1 <= a.x1 && b.y1 <= a.y1;
}

/**
 * kith_box_grow:
 *
 * Returns: @box, wider by @by mm on each side
 */
KithBox
kith_box_grow (KithBox box, double by)
{
  return (KithBox){ box.x0 - by, box.y0 - by, box.x1 + by, box.y1 + by };
}

/**
 * kith_box_get_distance:
 *
 * Returns: how far @point is from @box; 0 inside it
 */
double
kith_box_get_distance (KithBox box, KithPoint point)
{
  double dx = MAX (0, MAX (box.x0 - point.x, point.x - box.x1));
  double dy = MAX (0, MAX (box.y0 - point.y, point.y - box.y1));

  return hypot (dx, dy);
}

/**
 * kith_box_get_length_inside:
 *
 * Returns: how much of the line from @a to @b lies in @box, in mm; −1 where they do not meet
 */
double
kith_box_get_length_inside (KithBox box, KithPoint a, KithPoint b)
{
  double from = 0, to = 1;
  double dx = b.x - a.x, dy = b.y - a.y;
  const double p[] = { -dx, dx, -dy, dy };
  const double q[] = { a.x - box.x0, box.x1 - a.x, a.y - box.y0, box.y1 - a.y };

  for (guint i = 0; i < 4; i++)
    {
      if (p[i] == 0)
        {
          if (q[i] < 0)
            return -1;
        }
      else if (p[i] < 0)
        from = MAX (from, q[i] / p[i]);
      else
        to = MIN (to, q[i] / p[i]);
    }
  return from > to ? -1 : (to - from) * hypot (dx, dy);
}

/**
 * kith_lines_cross:
 *
 * Returns: whether the line from @a to @b and the one from @c to @d have a point in common
 *   that is no end of both
 */
gboolean
kith_lines_cross (KithPoint a, KithPoint b, KithPoint c, KithPoint d)
{
  return cross (a, b, c) * cross (a, b, d) < 0 && cross (c, d, a) * cross (c, d, b) < 0;
}

/**
 * kith_line_get_distance:
 *
 * Returns: how far @point is from the line from @a to @b, in mm
 */
double
kith_line_get_distance (KithPoint a, KithPoint b, KithPoint point)
{
  double dx = b.x - a.x, dy = b.y - a.y;
  double square = dx * dx + dy * dy;
  double t = square > 0 ? ((point.x - a.x) * dx + (point.y - a.y) * dy) / square : 0;

  t = CLAMP (t, 0, 1);
  return hypot (point.x - a.x - t * dx, point.y - a.y - t * dy);
}

/**
 * kith_box_index_new:
 * @bounds: where most boxes will lie
 * @cell: side of a square, in mm
 *
 * Returns: (transfer full): an index without boxes
 */
KithBoxIndex *
kith_box_index_new (KithBox bounds, double cell)
{
  KithBoxIndex *self = g_new0 (KithBoxIndex, 1);

  self->bounds = bounds;
  self->cell = cell;
  self->n_columns = (int)CLAMP ((bounds.x1 - bounds.x0) / cell + 1, 1, 1000);
  self->n_rows = (int)CLAMP ((bounds.y1 - bounds.y0) / cell + 1, 1, 1000);
  self->cells = g_new0 (GArray *, (gsize)self->n_columns * self->n_rows);
  self->found = g_array_new (FALSE, FALSE, sizeof (guint));
  self->stamps = g_array_new (FALSE, TRUE, sizeof (guint));
  return self;
}

/**
 * kith_box_index_free:
 * @self: (nullable): an index
 */
void
kith_box_index_free (KithBoxIndex *self)
{
  if (self == NULL)
    return;
  for (int c = 0; c < self->n_columns * self->n_rows; c++)
    g_clear_pointer (&self->cells[c], g_array_unref);
  g_free (self->cells);
  g_array_unref (self->found);
  g_array_unref (self->stamps);
  g_free (self);
}

static void
get_cells (const KithBoxIndex *self, KithBox box, int *c0, int *r0, int *c1, int *r1)
{
  *c0 = clamp_cell (box.x0 - self->bounds.x0, self->cell, self->n_columns);
  *c1 = clamp_cell (box.x1 - self->bounds.x0, self->cell, self->n_columns);
  *r0 = clamp_cell (box.y0 - self->bounds.y0, self->cell, self->n_rows);
  *r1 = clamp_cell (box.y1 - self->bounds.y0, self->cell, self->n_rows);
}

/**
 * kith_box_index_add:
 * @self: an index
 * @box: a box
 * @number: what to call it; memory grows with the largest
 */
void
kith_box_index_add (KithBoxIndex *self, KithBox box, guint number)
{
  int c0, r0, c1, r1;

  if (number >= self->stamps->len)
    {
      g_array_set_size (self->stamps, number + 1);
      g_array_set_size (self->found, number + 1);
    }
  get_cells (self, box, &c0, &r0, &c1, &r1);
  for (int r = r0; r <= r1; r++)
    for (int c = c0; c <= c1; c++)
      {
        GArray **cell = &self->cells[r * self->n_columns + c];

        if (*cell == NULL)
          *cell = g_array_new (FALSE, FALSE, sizeof (guint));
        g_array_append_val (*cell, number);
      }
}

/**
 * kith_box_index_remove:
 * @self: an index
 * @box: a box as it was added
 * @number: as it was called
 */
void
kith_box_index_remove (KithBoxIndex *self, KithBox box, guint number)
{
  int c0, r0, c1, r1;

  get_cells (self, box, &c0, &r0, &c1, &r1);
  for (int r = r0; r <= r1; r++)
    for (int c = c0; c <= c1; c++)
      {
        GArray *cell = self->cells[r * self->n_columns + c];

        for (guint i = 0; cell != NULL && i < cell->len; i++)
          if (g_array_index (cell, guint, i) == number)
            {
              g_array_remove_index_fast (cell, i);
              break;
            }
      }
}

/**
 * kith_box_index_find:
 * @self: an index
 * @box: where to look
 * @n_found: (out): how many
 *
 * Returns: (transfer none) (array length=n_found): the numbers of the boxes that share a
 *   square with @box, each once, valid until the next call
 */
const guint *
kith_box_index_find (KithBoxIndex *self, KithBox box, guint *n_found)
{
  guint *found = (guint *)self->found->data, *stamps = (guint *)self->stamps->data, n = 0;
  int c0, r0, c1, r1;

  self->search++;
  get_cells (self, box, &c0, &r0, &c1, &r1);
  for (int r = r0; r <= r1; r++)
    for (int c = c0; c <= c1; c++)
      {
        GArray *cell = self->cells[r * self->n_columns + c];

        for (guint i = 0; cell != NULL && i < cell->len; i++)
          {
            guint number = g_array_index (cell, guint, i);

            if (stamps[number] == self->search)
              continue;
            stamps[number] = self->search;
            found[n++] = number;
          }
      }
  *n_found = n;
  return found;
}
