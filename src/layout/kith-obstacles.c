/* kith-obstacles.c: what names must not or had better not cover
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-obstacles-private.h"

#include <math.h>

/* LOOK, section 7: what lying on a tie or an outline costs. */
#define COST_CROSSING 2.2
#define COST_CROSSING_MM 0.4

/* Between a name and the edge, a firm mark. */
#define GAP_EDGE 0.6
#define GAP_FIRM 0.2

/* A small mark that looks out beside a letter reads as a comma: it counts as covered. */
#define GAP_CONTEXT 0.5

/* Lines are kept in pieces no longer than this. */
#define PIECE 6.0

/* A leader is looked along so far at a time: most of those that are barred are so near their
 * mark. */
#define LOOK 2.0
#define LOOK_ASIDE 0.5

/* Between a leader and a mark. */
#define HAIR 0.15

typedef struct
{
  KithPoint at;
  double reach, cost;
} Spot;

typedef struct
{
  KithPoint a, b;
  guint number;
} Line;

struct _KithObstacles
{
  KithBox bounds;
  GArray *furniture;
  GArray *spots;
  GArray *lines;
  KithBoxIndex *spot_index;
  KithBoxIndex *line_index;
  GHashTable *crossed;
};

static KithBox
get_around (KithPoint at, double reach)
{
  return (KithBox){ at.x - reach, at.y - reach, at.x + reach, at.y + reach };
}

/* what covering marks costs; infinite for one that must be seen. From @most on it does not matter
 * how much. */
static double
measure_spots (KithObstacles *self, KithBox box, KithPoint own, double most)
{
  guint n;
  const guint *near = kith_box_index_find (self->spot_index, box, &n);
  double cost = 0;

  for (guint i = 0; i < n && cost < most; i++)
    {
      const Spot *spot = &g_array_index (self->spots, Spot, near[i]);
      double room = spot->at.x == own.x && spot->at.y == own.y ? 0
                    : isinf (spot->cost)                       ? GAP_FIRM
                                                               : GAP_CONTEXT;

      if (kith_box_get_distance (box, spot->at) < spot->reach + room)
        cost += spot->cost;
    }
  return cost;
}

/* what lying on ties and outlines costs: each once, and for its length */
static double
measure_crossings (KithObstacles *self, KithBox box)
{
  guint n;
  const guint *near = kith_box_index_find (self->line_index, box, &n);
  double cost = 0;

  g_hash_table_remove_all (self->crossed);
  for (guint i = 0; i < n; i++)
    {
      const Line *line = &g_array_index (self->lines, Line, near[i]);
      double inside = kith_box_get_length_inside (box, line->a, line->b);

      if (inside < 0)
        continue;
      cost += COST_CROSSING_MM * inside;
      if (g_hash_table_add (self->crossed, GUINT_TO_POINTER (line->number + 1)))
        cost += COST_CROSSING;
    }
  return cost;
}

/**
 * kith_line_get_span:
 *
 * Returns: the box around the line from @a to @b
 */
KithBox
kith_line_get_span (KithPoint a, KithPoint b)
{
  return (KithBox){ MIN (a.x, b.x), MIN (a.y, b.y), MAX (a.x, b.x), MAX (a.y, b.y) };
}

/**
 * kith_obstacles_new:
 * @bounds: the edge that nothing crosses
 * @cell: about as large as a name, in mm
 *
 * Returns: (transfer full): none yet
 */
KithObstacles *
kith_obstacles_new (KithBox bounds, double cell)
{
  KithObstacles *self = g_new0 (KithObstacles, 1);

  self->bounds = bounds;
  self->furniture = g_array_new (FALSE, FALSE, sizeof (KithBox));
  self->spots = g_array_new (FALSE, FALSE, sizeof (Spot));
  self->lines = g_array_new (FALSE, FALSE, sizeof (Line));
  self->spot_index = kith_box_index_new (bounds, cell);
  self->line_index = kith_box_index_new (bounds, cell);
  self->crossed = g_hash_table_new (NULL, NULL);
  return self;
}

/**
 * kith_obstacles_free:
 */
void
kith_obstacles_free (KithObstacles *self)
{
  g_array_unref (self->furniture);
  g_array_unref (self->spots);
  g_array_unref (self->lines);
  kith_box_index_free (self->spot_index);
  kith_box_index_free (self->line_index);
  g_hash_table_unref (self->crossed);
  g_free (self);
}

/**
 * kith_obstacles_add_furniture:
 * @box: a scale bar, a panel, a name that stands
 */
void
kith_obstacles_add_furniture (KithObstacles *self, KithBox box)
{
  g_array_append_val (self->furniture, box);
}

/**
 * kith_obstacles_add_spot:
 * @at: centre of a mark
 * @reach: how far it reaches, in mm
 * @cost: what covering it costs; INFINITY for one that no name ever covers
 */
void
kith_obstacles_add_spot (KithObstacles *self, KithPoint at, double reach, double cost)
{
  Spot spot = { at, reach, cost };

  kith_box_index_add (self->spot_index, kith_box_grow (get_around (at, reach), GAP_CONTEXT),
                      self->spots->len);
  g_array_append_val (self->spots, spot);
}

/**
 * kith_obstacles_add_line:
 * @a: where a piece of a tie or outline begins
 * @b: where it ends
 * @number: of the tie or outline
 */
void
kith_obstacles_add_line (KithObstacles *self, KithPoint a, KithPoint b, guint number)
{
  guint n = (guint)CLAMP (ceil (hypot (b.x - a.x, b.y - a.y) / PIECE), 1, 1000);

  for (guint i = 0; i < n; i++)
    {
      double from = (double)i / n, to = (double)(i + 1) / n;
      Line line = { { a.x + (b.x - a.x) * from, a.y + (b.y - a.y) * from },
                    { a.x + (b.x - a.x) * to, a.y + (b.y - a.y) * to },
                    number };

      kith_box_index_add (self->line_index, kith_line_get_span (line.a, line.b), self->lines->len);
      g_array_append_val (self->lines, line);
    }
}

/* Whether a mark bars the way from @a to @b, or stands nearer to it than a hair. */
static gboolean
is_barred (KithObstacles *self, KithPoint a, KithPoint b, KithPoint own)
{
  guint n_looks = (guint)CLAMP (ceil (hypot (b.x - a.x, b.y - a.y) / LOOK), 1, 100);

  for (guint look = 0; look < n_looks; look++)
    {
      double from = (double)look / n_looks, to = (double)(look + 1) / n_looks;
      KithPoint begin = { a.x + (b.x - a.x) * from, a.y + (b.y - a.y) * from };
      KithPoint end = { a.x + (b.x - a.x) * to, a.y + (b.y - a.y) * to };
      KithBox span = kith_line_get_span (begin, end);
      guint n;
      const guint *near =
          kith_box_index_find (self->spot_index, kith_box_grow (span, LOOK_ASIDE), &n);

      for (guint i = 0; i < n; i++)
        {
          const Spot *spot = &g_array_index (self->spots, Spot, near[i]);
          double far = spot->reach + HAIR;

          if (spot->at.x < span.x0 - far || spot->at.x > span.x1 + far ||
              spot->at.y < span.y0 - far || spot->at.y > span.y1 + far ||
              (spot->at.x == own.x && spot->at.y == own.y))
            continue;
          if (kith_line_get_distance (a, b, spot->at) < far)
            return TRUE;
        }
    }
  return FALSE;
}

/**
 * kith_obstacles_is_leader_free:
 * @place: of a name with a leader
 * @own: the mark that it leads to
 * @cost: (inout): ties crossed add to it
 *
 * Returns: whether nothing firm stands in the leader's way
 */
gboolean
kith_obstacles_is_leader_free (KithObstacles *self,
                               const KithLabelPlace *place,
                               KithPoint own,
                               double *cost)
{
  KithBox span = kith_box_grow (kith_line_get_span (place->from, place->to), LOOK_ASIDE);
  guint n;
  const guint *near;

  if (is_barred (self, place->from, place->to, own))
    return FALSE;
  for (guint i = 0; i < self->furniture->len; i++)
    if (kith_box_get_length_inside (g_array_index (self->furniture, KithBox, i), place->from,
                                    place->to) >= 0)
      return FALSE;
  near = kith_box_index_find (self->line_index, span, &n);
  for (guint i = 0; i < n; i++)
    {
      const Line *line = &g_array_index (self->lines, Line, near[i]);

      if (kith_lines_cross (line->a, line->b, place->from, place->to))
        *cost += COST_CROSSING / 2;
    }
  return TRUE;
}

/**
 * kith_obstacles_is_inside:
 *
 * Returns: whether @box keeps clear of the edge
 */
gboolean
kith_obstacles_is_inside (const KithObstacles *self, KithBox box)
{
  return kith_box_holds (kith_box_grow (self->bounds, -GAP_EDGE), box);
}

/**
 * kith_obstacles_measure:
 * @box: where a name would stand
 * @own: its mark
 * @most: what is too much
 *
 * Returns: what it costs to stand there, infinite where that cannot be or costs @most or more
 */
double
kith_obstacles_measure (KithObstacles *self, KithBox box, KithPoint own, double most)
{
  double cost;

  if (!kith_obstacles_is_inside (self, box))
    return INFINITY;
  for (guint i = 0; i < self->furniture->len; i++)
    if (kith_box_touches (g_array_index (self->furniture, KithBox, i), box))
      return INFINITY;
  cost = measure_spots (self, box, own, most);
  return cost >= most ? INFINITY : cost + measure_crossings (self, box);
}
