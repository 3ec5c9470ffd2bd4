/* kith-hubs.h: the hubs together: whom none touches, and where they overlap
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kith-roll.h"

G_BEGIN_DECLS

/**
 * KithOverlap:
 * @a: an arrangement, an index
 * @b: another, a greater index
 * @n_shared: home schools that are active members of both
 */
typedef struct
{
  guint a, b;
  guint n_shared;
} KithOverlap;

GArray  *kith_hubs_list_untouched  (const KithRoll  *roll);
GArray  *kith_hubs_list_overlaps   (const KithRoll  *roll);

G_END_DECLS
