/* kith-touch-private.h: what a change of the record is about
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kith-changeset.h"
#include "kith-finding-private.h"

G_BEGIN_DECLS

/**
 * KithTouch:
 * @sides: the record before and after
 * @was: of each school after, its index before, or %KITH_INDEX_NONE
 * @is_all: whether a table changed of which nothing is known here
 * @is_help: whether who is strong at what changed beyond one school, or what an area is called
 * @urns: schools that changed rows are about
 * @reborn: those of them whose own row changed, or what they are strong at, or who came before
 *   or after whom
 * @arrangements: keys of arrangements that changed rows are about
 * @people: keys of people
 * @contacts: keys of contacts
 *
 * Sets of keys, the same for both sides.
 */
typedef struct
{
  const KithRecord *sides[2];
  guint *was;
  gboolean is_all;
  gboolean is_help;
  GHashTable *urns;
  GHashTable *reborn;
  GHashTable *arrangements;
  GHashTable *people;
  GHashTable *contacts;
} KithTouch;

void      kith_touch_init            (KithTouch            *self,
                                      const KithRecord     *before,
                                      const KithRecord     *after,
                                      const KithChangeset  *changes);
void      kith_touch_clear           (KithTouch            *self);
void      kith_touch_add             (GHashTable           *keys,
                                      gint64                key);
gboolean  kith_touch_has             (GHashTable           *keys,
                                      gint64                key);
void      kith_touch_follow_schools  (const KithTouch      *self,
                                      GHashTable           *urns);
void      kith_touch_compare         (KithTouch            *self,
                                      guint                *due);

/* All findings of a school */
#define KITH_DUE_ALL ((1u << KITH_N_FINDINGS) - 1)

G_END_DECLS
