/* kith-sign.h: the mark of a school: shape, fill, edge, rings
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kith-box.h"
#include "kith-theme.h"

G_BEGIN_DECLS

/* What a path is made of: up to three points a step, as Cairo takes them. */
typedef enum
{
  KITH_STEP_MOVE,
  KITH_STEP_LINE,
  KITH_STEP_CURVE,
  KITH_STEP_CLOSE,
} KithStepType;

typedef struct
{
  KithStepType type;
  KithPoint points[3];
} KithStep;

/* LOOK, section 3: about equal in area for the same r. */
typedef enum
{
  KITH_SHAPE_CIRCLE,
  KITH_SHAPE_SQUARE,
  KITH_SHAPE_ARCH,
  KITH_SHAPE_DIAMOND,
  KITH_SHAPE_TRIANGLE,
  KITH_SHAPE_HEXAGON,
  KITH_N_SHAPES,
} KithShape;

/**
 * KithRing:
 * @distance: of its middle from the shape's edge, in mm
 * @width: in mm; 0 for no ring
 */
typedef struct
{
  double distance, width;
} KithRing;

#define KITH_SIGN_RINGS 2
#define KITH_SIGN_DASHES 8
#define KITH_SIGN_DRAWN 0.58

/**
 * KithSign:
 * @shape: which
 * @r: its size in mm
 * @fill: what it is filled with
 * @edge: what its edge and its rings are drawn with
 * @edge_width: in mm, 0 for none
 * @is_dashed: whether the edge is eight dashes
 * @rings: around it, from the inside
 * @ground: the halo under it, nothing for none
 * @halo: how far that stands out, in mm
 */
typedef struct
{
  KithShape shape;
  double r;
  KithInk fill;
  KithInk edge;
  double edge_width;
  gboolean is_dashed;
  KithRing rings[KITH_SIGN_RINGS];
  KithRole ground;
  double halo;
} KithSign;

void         kith_shape_add_outline   (KithShape        shape,
                                       KithPoint        centre,
                                       double           r,
                                       double           offset,
                                       GArray          *steps);
double       kith_shape_get_perimeter (KithShape        shape,
                                       double           r);
double       kith_shape_get_extent    (KithShape        shape,
                                       double           r,
                                       double           offset);
const char  *kith_shape_get_key       (KithShape        shape);

KithSign     kith_sign_scale          (KithSign         sign,
                                       double           factor);
double       kith_sign_get_extent     (const KithSign  *sign);
gboolean     kith_sign_is_equal       (const KithSign  *a,
                                       const KithSign  *b);

G_END_DECLS
