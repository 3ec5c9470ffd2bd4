/* kith-apart.c: marks that are too near give way
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-apart.h"

#include <math.h>

/* A little further than is needed, so that it is enough. */
#define MORE 1e-3

typedef struct
{
  KithPoint *places;
  const gboolean *is_held;
  double gap;
} Work;

static void
move (Work *work, guint number, double dx, double dy)
{
  if (work->is_held != NULL && work->is_held[number])
    return;
  work->places[number].x += dx;
  work->places[number].y += dy;
}

/* Two that are nearer than the gap each give way by half; beside one that is held, the other by
 * all of it. */
static gboolean
part_two (Work *work, guint a, guint b)
{
  double low = work->gap * KITH_APART_LOW;
  double dx = (work->places[b].x - work->places[a].x) / work->gap;
  double dy = (work->places[b].y - work->places[a].y) / low;
  gboolean is_held = work->is_held != NULL && (work->is_held[a] || work->is_held[b]);
  double far = hypot (dx, dy), by;

  if (far >= 1 || (is_held && work->is_held[a] && work->is_held[b]))
    return FALSE;
  /* in one place: any way will do, but always the same */
  if (far < 1e-6)
    {
      dx = a % 2 == 0 ? 1 : 0.5;
      dy = b % 2 == 0 ? 0.5 : -1;
      far = hypot (dx, dy);
    }
  by = (1 - MIN (far, 1)) / far * (is_held ? 1 : 0.5) + MORE;
  move (work, a, -dx * by * work->gap, -dy * by * low);
  move (work, b, dx * by * work->gap, dy * by * low);
  return TRUE;
}

/**
 * kith_apart_step:
 * @places: (inout): in mm
 * @is_held: (nullable): which stay where they are
 * @numbers: (array length=n_numbers): which of @places it is about
 * @n_numbers: how many
 * @gap: that there is to be between two from side to side, in mm; %KITH_APART_LOW of it up and
 *   down
 *
 * Moves each that is too near to another a little away from it. Called until nobody moves, or
 * so often as the picture is worth.
 *
 * Cost: O(n) where they are spread out.
 *
 * Returns: whether any was too near and could give way
 */
gboolean
kith_apart_step (
    KithPoint *places, const gboolean *is_held, const guint *numbers, guint n_numbers, double gap)
{
  Work work = { places, is_held, gap };
  gboolean has_moved = FALSE;
  KithBox all = { INFINITY, INFINITY, -INFINITY, -INFINITY };
  g_autoptr (KithBoxIndex) index = NULL;

  if (n_numbers == 0)
    return FALSE;
  for (guint i = 0; i < n_numbers; i++)
    {
      KithPoint at = places[numbers[i]];

      all = (KithBox){ MIN (all.x0, at.x), MIN (all.y0, at.y), MAX (all.x1, at.x),
                       MAX (all.y1, at.y) };
    }
  index = kith_box_index_new (kith_box_grow (all, gap), 2 * gap);
  for (guint i = 0; i < n_numbers; i++)
    {
      KithPoint at = places[numbers[i]];
      guint n;
      const guint *near =
          kith_box_index_find (index, kith_box_grow ((KithBox){ at.x, at.y, at.x, at.y }, gap), &n);

      for (guint k = 0; k < n; k++)
        has_moved |= part_two (&work, near[k], numbers[i]);
      at = places[numbers[i]];
      kith_box_index_add (index, kith_box_grow ((KithBox){ at.x, at.y, at.x, at.y }, 1e-3),
                          numbers[i]);
    }
  return has_moved;
}
