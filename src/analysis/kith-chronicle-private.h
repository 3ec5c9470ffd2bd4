/* kith-chronicle-private.h: a story in the making
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kith-chronicle.h"
#include "kith-finding-private.h"

G_BEGIN_DECLS

/**
 * KithTelling:
 * @school: index at the date, or %KITH_INDEX_NONE
 * @urns: (element-type gint64): its own, then its single predecessor's and so on
 * @events: (element-type KithEvent): in no order yet
 */
typedef struct
{
  const KithRecord *record;
  gint64 urn;
  guint school;
  GArray *urns;
  GArray *events;
  KithWording *wording;
} KithTelling;

void  kith_telling_add             (KithTelling            *self,
                                    KithEventKind           kind,
                                    KithDate                day,
                                    const KithArrangement  *arrangement);
void  kith_telling_add_memberships (KithTelling            *self);
void  kith_telling_add_fades       (KithTelling            *self);

G_END_DECLS
