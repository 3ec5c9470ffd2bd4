/* kith-family-standing.h: the Families that were kept
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kith-edit.h"
#include "kith-families.h"
#include "kith-family-why.h"

G_BEGIN_DECLS

/**
 * KithFamilyStanding:
 * @pool: as it would be compared today, under the terms of the run
 * @run: (nullable): the last that was kept; %NULL where none was
 * @arrangements: (element-type gint64): keys of its Families that are active
 * @families: (array): of each school of the pool: an index of @arrangements, or %KITH_FAMILY_NONE
 * @n_placed: schools of the pool in a Family
 *
 * The Families of one phase in the register, whoever changed them since. Keeps the network.
 */
typedef struct
{
  KithFamilyPool *pool;
  const KithFamilyRun *run;
  GArray *arrangements;
  guint *families;
  guint n_placed;
} KithFamilyStanding;

KithFamilyStanding  *kith_family_standing_new      (KithNetwork               *network,
                                                    KithPhase                  phase);
void                 kith_family_standing_free     (KithFamilyStanding        *self);
void                 kith_family_standing_keep     (const KithFamilyStanding  *self,
                                                    KithFamilyPool            *pool,
                                                    double                     churn);
KithEdit            *kith_families_keep            (const KithFamilies        *self,
                                                    guint                      answer);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KithFamilyStanding, kith_family_standing_free)

G_END_DECLS
