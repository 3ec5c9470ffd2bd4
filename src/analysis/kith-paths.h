/* kith-paths.h: who can help a school, and who can introduce it
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kith-roll.h"
#include "kith-strengths.h"

G_BEGIN_DECLS

/**
 * KithRoute:
 * @n_introductions: 1 or 2, or 0 where there is no such way
 * @first: arrangement, that the school is in with who introduces it, or with who can help
 * @between: school that introduces it, or %KITH_INDEX_NONE
 * @second: arrangement, that the one between is in with who can help, or %KITH_INDEX_NONE
 * @strength: of its weaker tie: what the arrangement gives to w_ij
 * @words: the way, told
 *
 * One way to somebody. Two ways are independent where no school and no arrangement is in both.
 */
typedef struct
{
  guint n_introductions;
  guint first;
  guint between;
  guint second;
  double strength;
  const char *words;
} KithRoute;

/**
 * KithHelper:
 * @strong: who, and at what
 * @name: of who can help
 * @urn: of the school that it is, or is in post at, or %KITH_INT_NONE
 * @at: (nullable): name of the school or organisation that a person is in post at
 * @minutes: the way there, NaN where one of the two is not placed
 * @route: the best way
 * @other: the best way that is independent of @route
 *
 * Somebody within two introductions who is strong at what a school needs.
 */
typedef struct
{
  const KithStrong *strong;
  const char *name;
  gint64 urn;
  const char *at;
  double minutes;
  KithRoute route;
  KithRoute other;
} KithHelper;

/**
 * KithHelp:
 * @area: what for
 * @need: (nullable): the row that says so; %NULL where the school has no such need on record
 * @helpers: (array length=n_helpers): fewest introductions first, then strongest tie, then
 *   shortest way
 * @n_helpers: how many
 * @n_further: others who are strong at it, more than two introductions away
 * @words: how many, and why nobody
 */
typedef struct
{
  const char *area;
  const KithNeed *need;
  const KithHelper *helpers;
  guint n_helpers;
  guint n_further;
  const char *words;
} KithHelp;

/**
 * KithPaths:
 *
 * The answers for one school, an entry for each area that was asked about. Keeps the roll.
 * May cross threads.
 */
typedef struct _KithPaths KithPaths;

KithPaths       *kith_paths_new        (KithRoll         *roll,
                                        gint64            urn,
                                        const char       *area,
                                        gboolean          is_own_trust_left_out);
void             kith_paths_free       (KithPaths        *self);
const KithHelp  *kith_paths_get        (const KithPaths  *self,
                                        guint            *n);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KithPaths, kith_paths_free)

G_END_DECLS
