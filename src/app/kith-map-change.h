/* kith-map-change.h: from one map to the next
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kith-map-overlay.h"

G_BEGIN_DECLS

/**
 * KithMapChange:
 *
 * Marks on their way from where they stand in one map to where they stand in another. Who is in
 * one of them alone shrinks or grows where they are.
 */
typedef struct _KithMapChange KithMapChange;

KithMapChange  *kith_map_change_new         (const KithScene      *from,
                                             const KithMapFrame   *from_frame,
                                             const KithScene      *to,
                                             const KithMapFrame   *to_frame);
void            kith_map_change_free        (KithMapChange        *self);
KithScene      *kith_map_change_make_scene  (const KithMapChange  *self,
                                             double                progress);
KithMapFrame    kith_map_change_get_frame   (const KithMapChange  *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (KithMapChange, kith_map_change_free)

G_END_DECLS
