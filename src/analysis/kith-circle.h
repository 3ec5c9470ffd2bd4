/* kith-circle.h: whom a school can be introduced to
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kith-network.h"
#include "kith-row-index.h"
#include "kith-strengths.h"

G_BEGIN_DECLS

/**
 * KithPosts:
 * @posts: of table post, by person
 * @leads: of table arrangement, by the person who leads it
 * @coordinators: by co-ordinator
 * @deputies: by deputy
 * @lead_schools: by the school that leads it
 * @lead_organisations: by the organisation that leads it
 * @organisations: of table membership, by organisation
 *
 * Where to find what a person does, and what schools and organisations lead. Immutable.
 */
typedef struct
{
  KithNetwork *network;
  KithRowIndex *posts;
  KithRowIndex *leads;
  KithRowIndex *coordinators;
  KithRowIndex *deputies;
  KithRowIndex *lead_schools;
  KithRowIndex *lead_organisations;
  KithRowIndex *organisations;
} KithPosts;

KithPosts  *kith_posts_new    (KithNetwork      *network);
void        kith_posts_free   (KithPosts        *self);
gboolean    kith_posts_holds  (const KithPosts  *self,
                               const KithPost   *post);

/**
 * KithCircle:
 * @school: whose it is
 * @schools: of each school of the network, how many introductions away: 1, 2, or 0 where it is
 *   further, and for the school itself
 * @arrangements: of each arrangement of the network: 1 where it is live for the school, 2
 *   where it is live only for a school tied to it, 0 otherwise; an affiliation is 0
 * @n_schools: how many are one and two introductions away in the one-mode network
 * @n_organisations: members and leads of those arrangements
 *
 * METHODS, section 3: two schools in one arrangement are one introduction apart. A school that
 * leads an arrangement which ties nobody, being an assembly, is reached as its co-ordinator is.
 */
typedef struct
{
  guint school;
  guint8 *schools;
  guint8 *arrangements;
  guint n_schools[2];
  guint n_organisations;
  GHashTable *organisations;
} KithCircle;

KithCircle  *kith_circle_new                (KithNetwork       *network,
                                             guint              school);
void         kith_circle_free               (KithCircle        *self);
guint        kith_circle_find_organisation  (const KithCircle  *self,
                                             gint64             organisation_id);
guint        kith_circle_find_person        (const KithCircle  *self,
                                             const KithPosts   *posts,
                                             gint64             person_id);
guint        kith_circle_find               (const KithCircle  *self,
                                             const KithPosts   *posts,
                                             const KithStrong  *strong);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KithPosts, kith_posts_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (KithCircle, kith_circle_free)

G_END_DECLS
