/* kith-band.h: what is drawn around schools to choose them
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "kith-box.h"

G_BEGIN_DECLS

/**
 * KithBand:
 * @points: (element-type KithPoint): its corners, in a widget's pixels; the last is joined to the
 *   first
 * @is_lasso: whether it follows the pointer; else it is a box between two corners
 */
typedef struct
{
  GArray *points;
  gboolean is_lasso;
} KithBand;

KithBand  *kith_band_new     (KithPoint        at,
                              gboolean         is_lasso);
void       kith_band_free    (KithBand        *self);
void       kith_band_extend  (KithBand        *self,
                              KithPoint        at);
gboolean   kith_band_holds   (const KithBand  *self,
                              KithPoint        at);
void       kith_band_draw    (const KithBand  *self,
                              const GdkRGBA   *colour,
                              cairo_t         *cr);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (KithBand, kith_band_free)

G_END_DECLS
