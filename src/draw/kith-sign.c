/* kith-sign.c: the mark of a school: shape, fill, edge, rings
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-sign.h"

#include <math.h>

/* Half-widths for r, as LOOK has them. */
#define SQUARE_HALF 0.89
#define ARCH_HALF 0.93
#define DIAMOND_HALF 1.26
#define TRIANGLE_HALF 1.40
#define TRIANGLE_LOWERED 0.18
#define HEXAGON_HALF 1.10

/* How far a quarter of a circle's handles stand from its ends. */
#define QUARTER 0.5522847498307936

static const char *const shape_keys[KITH_N_SHAPES] = {
  [KITH_SHAPE_CIRCLE] = "circle",     [KITH_SHAPE_SQUARE] = "square",
  [KITH_SHAPE_ARCH] = "arch",         [KITH_SHAPE_DIAMOND] = "diamond",
  [KITH_SHAPE_TRIANGLE] = "triangle", [KITH_SHAPE_HEXAGON] = "hexagon",
};

static void
add_step (GArray *steps, KithStepType type, double x, double y)
{
  KithStep step = { type, { { x, y } } };

  g_array_append_val (steps, step);
}

static void
add_polygon (GArray *steps, KithPoint centre, const KithPoint *corners, guint n_corners)
{
  for (guint i = 0; i < n_corners; i++)
    add_step (steps, i == 0 ? KITH_STEP_MOVE : KITH_STEP_LINE, centre.x + corners[i].x,
              centre.y + corners[i].y);
  add_step (steps, KITH_STEP_CLOSE, 0, 0);
}

/* from (cos a, sin a) a quarter on, clockwise as the page sees it */
static void
add_quarter (GArray *steps, KithPoint centre, double r, guint quarter)
{
  static const double c[] = { 1, 0, -1, 0, 1 };
  static const double s[] = { 0, 1, 0, -1, 0 };
  double c0 = c[quarter], s0 = s[quarter], c1 = c[quarter + 1], s1 = s[quarter + 1];
  KithStep step = { KITH_STEP_CURVE,
                    { { centre.x + r * (c0 - QUARTER * s0), centre.y + r * (s0 + QUARTER * c0) },
                      { centre.x + r * (c1 + QUARTER * s1), centre.y + r * (s1 - QUARTER * c1) },
                      { centre.x + r * c1, centre.y + r * s1 } } };

  g_array_append_val (steps, step);
}

static void
add_circle (GArray *steps, KithPoint centre, double r)
{
  add_step (steps, KITH_STEP_MOVE, centre.x + r, centre.y);
  for (guint quarter = 0; quarter < 4; quarter++)
    add_quarter (steps, centre, r, quarter);
  add_step (steps, KITH_STEP_CLOSE, 0, 0);
}

static void
add_arch (GArray *steps, KithPoint centre, double half)
{
  add_step (steps, KITH_STEP_MOVE, centre.x - half, centre.y + half);
  add_step (steps, KITH_STEP_LINE, centre.x - half, centre.y);
  add_quarter (steps, centre, half, 2);
  add_quarter (steps, centre, half, 3);
  add_step (steps, KITH_STEP_LINE, centre.x + half, centre.y + half);
  add_step (steps, KITH_STEP_CLOSE, 0, 0);
}

/**
 * kith_shape_add_outline:
 * @shape: which
 * @centre: where it stands
 * @r: its size in mm
 * @offset: how far out from its edge the outline runs, in mm
 * @steps: (element-type KithStep): takes the outline
 */
void
kith_shape_add_outline (KithShape shape, KithPoint centre, double r, double offset, GArray *steps)
{
  double half;

  switch (shape)
    {
    case KITH_SHAPE_SQUARE:
      half = SQUARE_HALF * r + offset;
      add_polygon (
          steps, centre,
          (KithPoint[]){ { -half, -half }, { half, -half }, { half, half }, { -half, half } }, 4);
      break;
    case KITH_SHAPE_ARCH:
      add_arch (steps, centre, ARCH_HALF * r + offset);
      break;
    case KITH_SHAPE_DIAMOND:
      half = DIAMOND_HALF * r + offset * G_SQRT2;
      add_polygon (steps, centre,
                   (KithPoint[]){ { 0, -half }, { half, 0 }, { 0, half }, { -half, 0 } }, 4);
      break;
    case KITH_SHAPE_TRIANGLE:
      /* equal sides; the middle of one is half / √3 from the centre */
      half = TRIANGLE_HALF * r + offset * sqrt (3);
      centre.y += TRIANGLE_LOWERED * r;
      add_polygon (steps, centre,
                   (KithPoint[]){ { 0, -2 * half / sqrt (3) },
                                  { half, half / sqrt (3) },
                                  { -half, half / sqrt (3) } },
                   3);
      break;
    case KITH_SHAPE_HEXAGON:
      half = HEXAGON_HALF * r + offset * 2 / sqrt (3);
      add_polygon (steps, centre,
                   (KithPoint[]){ { -half, 0 },
                                  { -half / 2, -half * sqrt (3) / 2 },
                                  { half / 2, -half * sqrt (3) / 2 },
                                  { half, 0 },
                                  { half / 2, half * sqrt (3) / 2 },
                                  { -half / 2, half * sqrt (3) / 2 } },
                   6);
      break;
    case KITH_SHAPE_CIRCLE:
    default:
      add_circle (steps, centre, r + offset);
      break;
    }
}

/**
 * kith_shape_get_perimeter:
 *
 * Returns: length of its outline in mm, for dashes that come out even
 */
double
kith_shape_get_perimeter (KithShape shape, double r)
{
  switch (shape)
    {
    case KITH_SHAPE_SQUARE:
      return 8 * SQUARE_HALF * r;
    case KITH_SHAPE_ARCH:
      return (4 + G_PI) * ARCH_HALF * r;
    case KITH_SHAPE_DIAMOND:
      return 4 * G_SQRT2 * DIAMOND_HALF * r;
    case KITH_SHAPE_TRIANGLE:
      return 6 * TRIANGLE_HALF * r;
    case KITH_SHAPE_HEXAGON:
      return 6 * HEXAGON_HALF * r;
    case KITH_SHAPE_CIRCLE:
    default:
      return 2 * G_PI * r;
    }
}

/**
 * kith_shape_get_extent:
 *
 * Returns: how far it reaches from its centre, in mm, in the direction in which it reaches
 *   furthest along an axis
 */
double
kith_shape_get_extent (KithShape shape, double r, double offset)
{
  switch (shape)
    {
    case KITH_SHAPE_SQUARE:
      return SQUARE_HALF * r + offset;
    case KITH_SHAPE_ARCH:
      return ARCH_HALF * r + offset;
    case KITH_SHAPE_DIAMOND:
      return DIAMOND_HALF * r + offset * G_SQRT2;
    case KITH_SHAPE_TRIANGLE:
      return TRIANGLE_HALF * r + offset * sqrt (3);
    case KITH_SHAPE_HEXAGON:
      return HEXAGON_HALF * r + offset * 2 / sqrt (3);
    case KITH_SHAPE_CIRCLE:
    default:
      return r + offset;
    }
}

/**
 * kith_shape_get_key:
 *
 * Returns: (transfer none): the shape as scene texts write it
 */
const char *
kith_shape_get_key (KithShape shape)
{
  g_return_val_if_fail (shape < KITH_N_SHAPES, NULL);
  return shape_keys[shape];
}

/**
 * kith_sign_scale:
 *
 * Returns: @sign with all its measures times @factor
 */
KithSign
kith_sign_scale (KithSign sign, double factor)
{
  sign.r *= factor;
  sign.edge_width *= factor;
  sign.halo *= factor;
  for (guint i = 0; i < KITH_SIGN_RINGS; i++)
    {
      sign.rings[i].distance *= factor;
      sign.rings[i].width *= factor;
    }
  return sign;
}

/**
 * kith_sign_get_extent:
 *
 * Returns: how far the sign reaches from its centre along an axis, with edge and rings and
 *   without its halo, in mm
 */
double
kith_sign_get_extent (const KithSign *sign)
{
  double offset = sign->edge_width / 2;

  for (guint i = 0; i < KITH_SIGN_RINGS; i++)
    if (sign->rings[i].width > 0)
      offset = MAX (offset, sign->rings[i].distance + sign->rings[i].width / 2);
  return kith_shape_get_extent (sign->shape, sign->r, offset);
}

static gboolean
is_same_ink (const KithInk *a, const KithInk *b)
{
  return a->role == b->role && a->tone == b->tone && a->toward == b->toward && a->part == b->part &&
         a->opacity == b->opacity;
}

/**
 * kith_sign_is_equal:
 *
 * Returns: whether @a and @b look the same
 */
gboolean
kith_sign_is_equal (const KithSign *a, const KithSign *b)
{
  for (guint i = 0; i < KITH_SIGN_RINGS; i++)
    if (a->rings[i].distance != b->rings[i].distance || a->rings[i].width != b->rings[i].width)
      return FALSE;
  return a->shape == b->shape && a->r == b->r && is_same_ink (&a->fill, &b->fill) &&
         is_same_ink (&a->edge, &b->edge) && a->edge_width == b->edge_width &&
         a->is_dashed == b->is_dashed && a->ground == b->ground && a->halo == b->halo;
}
