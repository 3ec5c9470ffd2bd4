/* kith-routes.h: the ways by which a school can be introduced to somebody
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kith-finding-private.h"
#include "kith-own-trusts.h"
#include "kith-paths.h"

G_BEGIN_DECLS

/* What somebody is to an arrangement. */
typedef enum
{
  KITH_PART_MEMBER,
  KITH_PART_LEAD,
  KITH_PART_COORDINATOR,
  KITH_PART_DEPUTY,
} KithPart;

/**
 * KithEnd:
 * @arrangement: index
 * @part: what somebody is to it
 * @share: of ω · √r_ig that makes the tie with a member i
 * @at_urn: where a person is in post who is in @arrangement as this school is, or
 *   %KITH_INT_NONE
 * @at_organisation: likewise, or %KITH_INT_NONE
 *
 * How somebody who can help is in an arrangement.
 */
typedef struct
{
  guint arrangement;
  KithPart part;
  double share;
  gint64 at_urn;
  gint64 at_organisation;
} KithEnd;

/**
 * KithWay:
 * @route: the way, without words
 * @end: (nullable): its last step
 */
typedef struct
{
  KithRoute route;
  const KithEnd *end;
} KithWay;

typedef struct _KithRoutes KithRoutes;

KithRoutes  *kith_routes_new   (const KithRecord  *record,
                                guint              school,
                                gboolean           is_own_trust_left_out);
void         kith_routes_free  (KithRoutes        *self);
gboolean     kith_routes_find  (KithRoutes        *self,
                                const KithStrong  *to,
                                KithWay           *best,
                                KithWay           *other);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KithRoutes, kith_routes_free)

G_END_DECLS
