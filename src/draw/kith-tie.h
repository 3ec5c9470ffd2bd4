/* kith-tie.h: how ties between schools are drawn
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kith-kind.h"
#include "kith-scene.h"

G_BEGIN_DECLS

/* LOOK, section 4, in mm. */
#define KITH_TIE_GAP 0.4

/**
 * KithTieLine:
 * @role: its colour
 * @width: in mm
 * @pattern: how it is broken
 */
typedef struct
{
  KithRole role;
  double width;
  KithPattern pattern;
} KithTieLine;

/**
 * KithTiePath:
 * @from: centre of the mark where it begins
 * @to: centre of the mark where it ends
 * @from_r: how far that first mark reaches, in mm
 * @to_r: how far the other reaches
 * @bend: how far its middle swings to the left, as a part of its length; 0 for straight
 */
typedef struct
{
  KithPoint from, to;
  double from_r, to_r;
  double bend;
} KithTiePath;

const KithTieLine  *kith_tie_get_line    (KithTie             tie);
void                kith_tie_get_curve   (const KithTiePath  *path,
                                          KithPoint           curve[4]);
void                kith_tie_get_points  (const KithTiePath  *path,
                                          guint               n_points,
                                          KithPoint          *points);
void                kith_scene_add_tie   (KithScene          *scene,
                                          KithTie             tie,
                                          gboolean            is_live,
                                          const KithTiePath  *path,
                                          KithRole            ground);

G_END_DECLS
