/* kith-past.h: the partnerships that a school is, or was, recorded in
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kith-finding-private.h"

G_BEGIN_DECLS

/* How a membership stands at the date. */
typedef enum
{
  KITH_STANDING_LIVE,
  KITH_STANDING_FADED,
  KITH_STANDING_ENDED,
} KithStanding;

/**
 * KithPastMembership:
 * @record: (nullable): the register's row; %NULL where only the establishment file names it
 * @arrangement: (nullable): the register's row
 * @kind: of the arrangement
 * @name: (nullable): of the arrangement
 * @standing: how it stands
 * @is_unrecorded: live, and "contact not recorded"
 * @ended: the first day on which it was not live any more, or unknown
 * @ended_after: where that lies between two files: the day of the earlier
 * @faded: whether it ended by fading
 * @recency: r_ig, of an active one
 * @last: c_ig, or unknown
 * @index: of the arrangement in the network, or %KITH_INDEX_NONE
 */
typedef struct
{
  const KithMembership *record;
  const KithArrangement *arrangement;
  KithKind kind;
  const char *name;
  KithStanding standing;
  gboolean is_unrecorded;
  KithDate ended;
  KithDate ended_after;
  gboolean faded;
  double recency;
  KithDate last;
  guint index;
} KithPastMembership;

GArray    *kith_past_list       (const KithRecord    *record,
                                 gint64               urn);
KithDate   kith_past_find_fade  (const KithSettings  *settings,
                                 KithKind             kind,
                                 KithDate             last);

G_END_DECLS
