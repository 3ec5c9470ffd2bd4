/* kith-diff-private.h: a comparison of two rolls in the making
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kith-diff.h"
#include "kith-finding-private.h"

G_BEGIN_DECLS

/* The two sides. */
enum
{
  KITH_BEFORE,
  KITH_AFTER,
};

/**
 * KithDiffSchool:
 * @index: on either side, or %KITH_INDEX_NONE
 * @urn: after, or before where it is there no more
 * @was: its URN before
 *
 * A school of either side. One that went on under another URN is one; @was says which it had.
 */
typedef struct
{
  guint index[2];
  gint64 urn;
  gint64 was;
} KithDiffSchool;

/**
 * KithComparing:
 * @records: of both sides
 * @rolls: both sides
 * @schools: (element-type KithDiffSchool): by @urn
 * @followers: URN of a school that is gone, to a GArray of the URNs of those that follow it
 * @heirs: URN before, to the URN that the same school has after
 * @merged: URN before, to the URN of the school that it became with others
 * @predecessors: as at the later day
 * @items: (element-type KithDiffItem): in no order yet
 * @pairs: (element-type KithDiffPair): of all items
 * @actions: of table action, by URN
 * @posts: of table post, by URN
 * @leads: of table arrangement, by the school that leads
 */
typedef struct
{
  const KithRecord *records[2];
  KithRoll *rolls[2];
  GArray *schools;
  GHashTable *followers;
  GHashTable *heirs;
  GHashTable *merged;
  KithPredecessors *predecessors;
  KithWording *wording;
  GArray *items;
  GArray *pairs;
  KithRowIndex *actions;
  KithRowIndex *posts;
  KithRowIndex *leads;
} KithComparing;

KithDiffItem        *kith_comparing_add            (KithComparing          *self,
                                                    KithDiffKind            kind,
                                                    KithDate                day,
                                                    gint64                  urn);
const KithSchool    *kith_comparing_get_school     (const KithComparing    *self,
                                                    gint64                  urn);
const char          *kith_comparing_get_name       (const KithComparing    *self,
                                                    gint64                  urn);
const char          *kith_comparing_keep_names     (const KithComparing    *self,
                                                    const gint64           *urns,
                                                    guint                   n);
const KithNetworkMember
                    *kith_comparing_find_member    (const KithComparing    *self,
                                                    guint                   side,
                                                    guint                   school,
                                                    guint                   arrangement);
void                 kith_comparing_match_schools  (KithComparing          *self);
void                 kith_comparing_add_schools    (KithComparing          *self);
void                 kith_comparing_add_links      (KithComparing          *self);
void                 kith_comparing_add_findings   (KithComparing          *self);
const char          *kith_comparing_decide         (KithComparing          *self,
                                                    gint64                  gone,
                                                    gint64                  heir);
const char          *kith_comparing_decide_move    (KithComparing          *self,
                                                    guint                   school);

G_END_DECLS
