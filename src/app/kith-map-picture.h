/* kith-map-picture.h: a map and its pixels, made in a worker
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "kith-map.h"

G_BEGIN_DECLS

/**
 * KithMapPicture:
 * @map: what is drawn
 * @texture: its pixels
 * @px_per_mm: how many of the screen's pixels one of its millimetres takes
 */
typedef struct
{
  KithMap *map;
  GdkTexture *texture;
  double px_per_mm;
} KithMapPicture;

/**
 * KithMapMoment:
 * @ledger: (nullable): what the register says; %NULL for the day of the roll
 * @day: another day, on which the map shows it
 */
typedef struct
{
  KithLedger *ledger;
  KithDate day;
} KithMapMoment;

void             kith_map_picture_make    (KithRoll              *roll,
                                           const KithMapMoment   *moment,
                                           const KithMapOptions  *options,
                                           gboolean               is_dark,
                                           int                    scale,
                                           GCancellable          *cancellable,
                                           GAsyncReadyCallback    callback,
                                           gpointer               user_data);
KithMapPicture  *kith_map_picture_finish  (GAsyncResult          *result,
                                           GError               **error);
GdkTexture      *kith_map_picture_paint   (const KithScene       *scene,
                                           gboolean               is_dark,
                                           double                 px_per_mm);
void             kith_map_picture_free    (KithMapPicture        *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (KithMapPicture, kith_map_picture_free)

G_END_DECLS
