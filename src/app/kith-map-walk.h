/* kith-map-walk.h: from school to school with the arrow keys
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kith-map.h"

G_BEGIN_DECLS

typedef enum
{
  KITH_WALK_LEFT,
  KITH_WALK_RIGHT,
  KITH_WALK_UP,
  KITH_WALK_DOWN,
} KithWalk;

gint64  kith_map_walk  (KithMap     *map,
                        gboolean     is_round,
                        GHashTable  *among,
                        gint64       from,
                        KithWalk     walk);

G_END_DECLS
