/* kith-map-soft.c: outlines of authorities from where their schools stand
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-map-private.h"

#include <math.h>

/* The ground in squares: so many on its longer side. */
#define SQUARES 150u

/* How far an outline lies around a school: times the side of the square that each would have. */
#define AROUND 1.7
#define LEAST_METRES 1200.0
#define MOST_METRES 12000.0

#define ROUNDS_SMOOTH 8

/**
 * Field:
 * @n_x: squares from west to east, with an empty one on each side
 * @n_y: from south to north, the same
 * @side: of a square, in metres
 * @origin: south-west corner
 * @nearest: of each square: the nearest of the schools so far, or %G_MAXUINT
 * @owner: of each square: number of an authority, or %G_MAXUINT
 */
typedef struct
{
  guint n_x, n_y;
  double side;
  KithPlace origin;
  guint *nearest;
  guint *owner;
} Field;

/* a school that stands somewhere, and the number of its authority */
typedef struct
{
  KithPlace place;
  guint authority;
} Seat;

/* a corner on the way around an authority's squares */
typedef struct
{
  double x, y;
  gboolean is_held; /* where three meet */
} Corner;

static void
clear_field (Field *self)
{
  g_free (self->nearest);
  g_free (self->owner);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Field, clear_field)

static GArray *
list_seats (KithMapDraft *draft, GArray *codes)
{
  GArray *seats = g_array_new (FALSE, FALSE, sizeof (Seat));
  g_autoptr (GHashTable) numbers = g_hash_table_new (g_int64_hash, g_int64_equal);
  guint n_rows;
  const KithRollRow *rows = kith_roll_get_rows (draft->roll, &n_rows);

  for (guint i = 0; i < n_rows; i++)
    {
      const KithNetworkSchool *school = &draft->schools[rows[i].school];
      gpointer number;

      if (!kith_place_is_known (school->place) || school->record->la == KITH_INT_NONE)
        continue;
      if (!g_hash_table_lookup_extended (numbers, &school->record->la, NULL, &number))
        {
          number = GUINT_TO_POINTER (codes->len);
          g_hash_table_insert (numbers, (gpointer)&school->record->la, number);
          g_array_append_val (codes, school->record->la);
        }
      g_array_append_val (seats, ((Seat){ school->place, GPOINTER_TO_UINT (number) }));
    }
  return seats;
}

/* around all schools, with room for what lies around each */
static double
lay_field (Field *self, const GArray *seats)
{
  KithPlace low = { INFINITY, INFINITY }, high = { -INFINITY, -INFINITY };
  double around;

  for (guint i = 0; i < seats->len; i++)
    {
      KithPlace place = g_array_index (seats, Seat, i).place;

      low = (KithPlace){ MIN (low.x, place.x), MIN (low.y, place.y) };
      high = (KithPlace){ MAX (high.x, place.x), MAX (high.y, place.y) };
    }
  around = CLAMP (AROUND * sqrt ((high.x - low.x) * (high.y - low.y) / seats->len), LEAST_METRES,
                  MOST_METRES);
  self->side = (MAX (high.x - low.x, high.y - low.y) + 2 * around) / SQUARES;
  self->origin = (KithPlace){ low.x - around - self->side, low.y - around - self->side };
  self->n_x = (guint)ceil ((high.x - low.x + 2 * around) / self->side) + 3;
  self->n_y = (guint)ceil ((high.y - low.y + 2 * around) / self->side) + 3;
  self->nearest = g_new (guint, (gsize)self->n_x * self->n_y);
  self->owner = g_new (guint, (gsize)self->n_x * self->n_y);
  for (gsize i = 0; i < (gsize)self->n_x * self->n_y; i++)
    self->nearest[i] = self->owner[i] = G_MAXUINT;
  return around;
}

static KithPlace
get_middle (const Field *self, guint x, guint y)
{
  return (KithPlace){ self->origin.x + (x + 0.5) * self->side,
                      self->origin.y + (y + 0.5) * self->side };
}

static void
offer (Field *self, const GArray *seats, guint x, guint y, guint seat)
{
  guint *nearest = &self->nearest[y * self->n_x + x];
  KithPlace middle = get_middle (self, x, y);

  if (seat != G_MAXUINT &&
      (*nearest == G_MAXUINT ||
       kith_place_get_metres (middle, g_array_index (seats, Seat, seat).place) <
           kith_place_get_metres (middle, g_array_index (seats, Seat, *nearest).place)))
    *nearest = seat;
}

/* what is nearest to a square is as a rule nearest to one beside it: once there and once back
   (Danielsson 1980, Computer Graphics and Image Processing 14, 227–248) */
static void
spread (Field *self, const GArray *seats)
{
  static const int steps[4][2] = { { -1, 0 }, { -1, -1 }, { 0, -1 }, { 1, -1 } };

  for (guint i = 0; i < seats->len; i++)
    {
      KithPlace place = g_array_index (seats, Seat, i).place;

      offer (self, seats, (guint)((place.x - self->origin.x) / self->side),
             (guint)((place.y - self->origin.y) / self->side), i);
    }
  for (guint pass = 0; pass < 4; pass++)
    for (guint k = 0; k < self->n_x * self->n_y; k++)
      {
        guint at = pass % 2 == 0 ? k : self->n_x * self->n_y - 1 - k;
        int x = (int)(at % self->n_x), y = (int)(at / self->n_x);

        for (guint s = 0; s < G_N_ELEMENTS (steps); s++)
          {
            int from_x = x + (pass % 2 == 0 ? steps[s][0] : -steps[s][0]);
            int from_y = y + (pass % 2 == 0 ? steps[s][1] : -steps[s][1]);

            if (from_x >= 0 && from_y >= 0 && from_x < (int)self->n_x && from_y < (int)self->n_y)
              offer (self, seats, (guint)x, (guint)y,
                     self->nearest[(guint)from_y * self->n_x + (guint)from_x]);
          }
      }
}

/* a square belongs to the authority of the school nearest to it, if that is near enough; the edge
   of the field to nobody */
static void
share_out (Field *self, const GArray *seats, double around)
{
  for (guint y = 1; y + 1 < self->n_y; y++)
    for (guint x = 1; x + 1 < self->n_x; x++)
      {
        guint nearest = self->nearest[y * self->n_x + x];
        const Seat *seat = nearest == G_MAXUINT ? NULL : &g_array_index (seats, Seat, nearest);

        if (seat != NULL && kith_place_get_metres (get_middle (self, x, y), seat->place) <= around)
          self->owner[y * self->n_x + x] = seat->authority;
      }
}

/* of the square south-west of a corner; @dx, @dy: those beside it */
static guint
get_owner (const Field *self, guint x, guint y, guint dx, guint dy)
{
  return self->owner[(y - 1 + dy) * self->n_x + x - 1 + dx];
}

static gboolean
is_held (const Field *self, guint x, guint y)
{
  guint owners[4], n = 0;

  for (guint i = 0; i < 4; i++)
    {
      guint owner = get_owner (self, x, y, i % 2, i / 2);
      gboolean is_new = TRUE;

      for (guint k = 0; k < n; k++)
        is_new &= owners[k] != owner;
      if (is_new)
        owners[n++] = owner;
    }
  return n > 2;
}

/* whether a step from a corner has the authority on its left and none of it on its right:
   0 east, 1 north, 2 west, 3 south */
static gboolean
is_edge (const Field *self, guint x, guint y, guint way, guint authority)
{
  static const guint left[4][2] = { { 1, 1 }, { 0, 1 }, { 0, 0 }, { 1, 0 } };
  static const guint right[4][2] = { { 1, 0 }, { 1, 1 }, { 0, 1 }, { 0, 0 } };

  return get_owner (self, x, y, left[way][0], left[way][1]) == authority &&
         get_owner (self, x, y, right[way][0], right[way][1]) != authority;
}

/* Each corner but those where three meet goes a little towards the two beside it. Neighbours share
   their corners, and so do their smooth outlines. */
static void
smooth (GArray *corners)
{
  g_autofree Corner *before = g_new (Corner, corners->len);

  for (guint round = 0; round < ROUNDS_SMOOTH; round++)
    {
      Corner *now = (Corner *)corners->data;

      memcpy (before, now, corners->len * sizeof *before);
      for (guint i = 0; i < corners->len; i++)
        {
          const Corner *last = &before[(i + corners->len - 1) % corners->len];
          const Corner *next = &before[(i + 1) % corners->len];

          if (now[i].is_held)
            continue;
          now[i].x = (last->x + next->x + 2 * before[i].x) / 4;
          now[i].y = (last->y + next->y + 2 * before[i].y) / 4;
        }
    }
}

/* with the authority on the left hand, turning left where there is a choice */
static void
walk (const Field *self, guint authority, guint x, guint y, guint8 *walked, GArray *corners)
{
  static const int steps[4][2] = { { 1, 0 }, { 0, 1 }, { -1, 0 }, { 0, -1 } };
  guint way = 0;

  while (!(walked[y * self->n_x + x] & 1u << way))
    {
      walked[y * self->n_x + x] |= (guint8)(1u << way);
      g_array_append_val (corners,
                          ((Corner){ self->origin.x + x * self->side,
                                     self->origin.y + y * self->side, is_held (self, x, y) }));
      x = (guint)((int)x + steps[way][0]);
      y = (guint)((int)y + steps[way][1]);
      for (guint turn = 0; turn < 4; turn++)
        {
          guint next = (way + 1 + 4 - turn) % 4;

          if (is_edge (self, x, y, next, authority))
            {
              way = next;
              break;
            }
        }
    }
}

static void
add_ring (KithMapOutline *outline, const GArray *corners)
{
  for (guint i = 0; i <= corners->len; i++)
    {
      const Corner *corner = &g_array_index (corners, Corner, i % corners->len);
      KithPlace place = { floor (corner->x + 0.5), floor (corner->y + 0.5) };

      g_array_append_val (outline->points, place);
      outline->low = (KithPlace){ MIN (outline->low.x, place.x), MIN (outline->low.y, place.y) };
      outline->high = (KithPlace){ MAX (outline->high.x, place.x), MAX (outline->high.y, place.y) };
    }
  g_array_append_val (outline->ends, outline->points->len);
}

/* every ring has a step to the east with its authority in the north */
static KithMapOutline *
trace (const Field *self, guint authority)
{
  KithMapOutline *outline = kith_map_outline_new ();
  g_autofree guint8 *walked = g_new0 (guint8, (gsize)self->n_x * self->n_y);

  for (guint y = 1; y < self->n_y; y++)
    for (guint x = 1; x < self->n_x; x++)
      {
        g_autoptr (GArray) corners = NULL;

        if (!is_edge (self, x, y, 0, authority) || walked[y * self->n_x + x] & 1)
          continue;
        corners = g_array_new (FALSE, FALSE, sizeof (Corner));
        walk (self, authority, x, y, walked, corners);
        smooth (corners);
        add_ring (outline, corners);
      }
  return outline;
}

/**
 * kith_map_add_soft_outlines:
 * @draft: without outlines of home authorities
 *
 * Adds for each home authority an outline of the ground that is nearest to one of its schools and
 * not far from it. Neighbours meet; where no school is near there is no outline. The same schools
 * have the same outlines at every scale.
 *
 * Cost: 23,000 squares; 10 ms for a region, 40 ms for all England.
 */
void
kith_map_add_soft_outlines (KithMapDraft *draft)
{
  g_autoptr (GArray) codes = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GArray) seats = list_seats (draft, codes);
  g_auto (Field) field = { 0 };
  double around;

  if (seats->len == 0)
    return;
  around = lay_field (&field, seats);
  spread (&field, seats);
  share_out (&field, seats, around);
  for (guint a = 0; a < codes->len; a++)
    {
      KithMapOutline *outline = trace (&field, a);

      outline->la = g_array_index (codes, gint64, a);
      outline->name = kith_map_get_authority (draft, outline->la);
      outline->is_home = outline->is_soft = TRUE;
      if (outline->ends->len > 0)
        g_ptr_array_add (draft->outlines, outline);
      else
        kith_map_outline_free (outline);
    }
}
