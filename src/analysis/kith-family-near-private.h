/* kith-family-near-private.h: which units are most alike
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kith-family-state-private.h"

G_BEGIN_DECLS

/**
 * KithFamilyNear:
 * @n: so many of each
 * @units: a row of @n for each unit, in no order
 */
typedef struct
{
  guint n;
  guint *units;
} KithFamilyNear;

KithFamilyNear  *kith_family_near_new   (const KithFamilyUnits  *units,
                                         guint                   n);
void             kith_family_near_free  (KithFamilyNear         *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KithFamilyNear, kith_family_near_free)

G_END_DECLS
