/* kith-holders.h: who and what holds each arrangement up
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kith-network.h"

G_BEGIN_DECLS

/**
 * KithHolding:
 * @people: (array length=n_people): keys of its lead, co-ordinator and deputy who hold a post
 *   at the date, or have none recorded; each once
 * @n_people: how many
 * @sole: the person without whom it ends, or %KITH_INT_NONE: the only one of @people, and no
 *   memorandum is in force
 * @is_coordinator_gone: whether its co-ordinator has left every post: gone already
 * @has_memorandum: whether one is in force
 * @stream: index of the money that pays for it, or %KITH_INDEX_NONE
 * @n_live: live members in scope: two or more tie each other, where it ties pairs
 *
 * What one arrangement of the two-mode network rests on.
 */
typedef struct
{
  gint64 people[3];
  guint n_people;
  gint64 sole;
  gboolean is_coordinator_gone;
  gboolean has_memorandum;
  guint stream;
  guint n_live;
} KithHolding;

/**
 * KithStream:
 * @name: (nullable): the money, as its first arrangement writes it, trimmed; %NULL where
 *   only its end is recorded, and then it pays for one arrangement
 * @arrangements: (array length=n_arrangements): indices of those that it pays for
 * @n_arrangements: how many
 *
 * Funding of one name, trimmed and case folded.
 */
typedef struct
{
  const char *name;
  const guint *arrangements;
  guint n_arrangements;
} KithStream;

/**
 * KithHolders:
 *
 * The two-mode network of schools, arrangements and people (METHODS, sections 3 and 5), as far
 * as the one-mode network hides it. Keeps its network. Immutable.
 */
typedef struct _KithHolders KithHolders;

KithHolders        *kith_holders_new           (KithNetwork        *network);
void                kith_holders_free          (KithHolders        *self);
KithNetwork        *kith_holders_get_network   (const KithHolders  *self);
const KithHolding  *kith_holders_get           (const KithHolders  *self,
                                                guint               arrangement);
const KithStream   *kith_holders_get_streams   (const KithHolders  *self,
                                                guint              *n_streams);
gboolean            kith_holders_ends_soon     (const KithHolders  *self,
                                                KithDate            day,
                                                guint               days);
gboolean            kith_holders_is_in_post    (const KithHolders  *self,
                                                gint64              person_id);
gboolean            kith_holders_ties          (const KithHolders  *self,
                                                guint               arrangement);
void                kith_holders_mark_children (const KithHolders  *self,
                                                guint8             *is_ended);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KithHolders, kith_holders_free)

G_END_DECLS
