/* kith-box.h: rectangles and lines in millimetres, and what is near them
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * KithPoint:
 * @x: mm from the left
 * @y: mm from the top
 */
typedef struct
{
  double x, y;
} KithPoint;

/**
 * KithBox:
 * @x0: left, in mm
 * @y0: top
 * @x1: right
 * @y1: bottom
 */
typedef struct
{
  double x0, y0, x1, y1;
} KithBox;

/**
 * KithBoxIndex:
 *
 * Boxes sorted into squares, for finding those that may touch another. Boxes can be added
 * and taken out; each has a number that the caller chose.
 */
typedef struct _KithBoxIndex KithBoxIndex;

gboolean       kith_box_touches             (KithBox              a,
                                             KithBox              b);
gboolean       kith_box_holds               (KithBox              a,
                                             KithBox              b);
KithBox        kith_box_grow                (KithBox              box,
                                             double               by);
double         kith_box_get_distance        (KithBox              box,
                                             KithPoint            point);
double         kith_box_get_length_inside   (KithBox              box,
                                             KithPoint            a,
                                             KithPoint            b);
gboolean       kith_lines_cross             (KithPoint            a,
                                             KithPoint            b,
                                             KithPoint            c,
                                             KithPoint            d);
double         kith_line_get_distance       (KithPoint            a,
                                             KithPoint            b,
                                             KithPoint            point);

KithBoxIndex  *kith_box_index_new           (KithBox              bounds,
                                             double               cell);
void           kith_box_index_free          (KithBoxIndex        *self);
void           kith_box_index_add           (KithBoxIndex        *self,
                                             KithBox              box,
                                             guint                number);
void           kith_box_index_remove        (KithBoxIndex        *self,
                                             KithBox              box,
                                             guint                number);
const guint   *kith_box_index_find          (KithBoxIndex        *self,
                                             KithBox              box,
                                             guint               *n_found);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KithBoxIndex, kith_box_index_free)

G_END_DECLS
