/* kith-grid.h: places on British National Grid, and what is near them
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>
#include <math.h>

G_BEGIN_DECLS

/**
 * KithPlace:
 * @x: easting in metres
 * @y: northing in metres
 *
 * A place on British National Grid (EPSG:27700). Not placed is NaN in both.
 */
typedef struct
{
  double x, y;
} KithPlace;

#define KITH_PLACE_NONE ((KithPlace){ NAN, NAN })

/**
 * KithNear:
 * @index: which of the places
 * @metres: how far
 */
typedef struct
{
  guint index;
  double metres;
} KithNear;

typedef struct _KithGrid KithGrid;

gboolean     kith_place_is_known    (KithPlace         place);
double       kith_place_get_metres  (KithPlace         a,
                                     KithPlace         b);

KithGrid    *kith_grid_new          (const KithPlace  *places,
                                     gsize             n_places);
void         kith_grid_free         (KithGrid         *self);
guint        kith_grid_find_nearest (const KithGrid   *self,
                                     KithPlace         place,
                                     guint             except,
                                     guint             k,
                                     double            metres,
                                     KithNear         *near);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KithGrid, kith_grid_free)

G_END_DECLS
