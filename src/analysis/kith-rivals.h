/* kith-rivals.h: which schools compete for the same children
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kith-network.h"

G_BEGIN_DECLS

/* Why two schools are rivals; of several reasons the greatest. */
typedef enum
{
  KITH_RIVAL_NONE,
  KITH_RIVAL_BY_DISTANCE,
  KITH_RIVAL_BY_CATCHMENT,
  KITH_RIVAL_BY_OFFICER,
} KithRivalReason;

/**
 * KithRival:
 * @school: index of the other school in the network
 * @reason: never %KITH_RIVAL_NONE
 */
typedef struct
{
  guint school;
  KithRivalReason reason;
} KithRival;

/**
 * KithRivals:
 *
 * The pairs of rivals among the schools of a network (METHODS, section 1). If a is a rival of
 * b, then b is one of a, for the same reason. Immutable; keeps its network. May cross threads.
 */
typedef struct _KithRivals KithRivals;

KithRivals       *kith_rivals_new           (KithNetwork      *network);
void              kith_rivals_free          (KithRivals       *self);
const KithRival  *kith_rivals_get           (const KithRivals *self,
                                             guint             school,
                                             guint            *n_rivals);
KithRivalReason   kith_rivals_find          (const KithRivals *self,
                                             guint             a,
                                             guint             b);
const guint      *kith_rivals_get_unknown   (const KithRivals *self,
                                             guint            *n_schools);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KithRivals, kith_rivals_free)

G_END_DECLS
