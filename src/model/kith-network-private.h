/* kith-network-private.h: the pieces that a network is made of
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kith-network.h"

G_BEGIN_DECLS

/* Schools are by URN. Lists of a thing for each school are slices of one array: those of
   school i stand from first[i] to first[i + 1] − 1. */
struct _KithNetwork
{
  gatomicrefcount n_refs;
  KithLedger *ledger;
  KithDate as_at;
  KithSettings *settings;

  KithNetworkSchool *schools;
  gint64 *urns;   /* theirs, close together: looking them up is most of the work */
  guint *numbers; /* of each URN from the first to the last; NULL where they lie far apart */
  guint n_schools;
  guint n_due_closed;

  KithNetworkArrangement *arrangements; /* those with a row by its key, then the others */
  guint n_arrangements;
  guint n_recorded;
  KithNetworkMember *members; /* by arrangement, then school, URN and organisation */
  guint n_members;
  guint *membership_first;
  guint *memberships;

  KithEdge *edges;
  guint n_edges;
  guint *tied_first;
  KithTied *tied;

  KithNear *near; /* room for the settings' n_neighbours for each school */
  guint *n_near;
  guint8 *is_compact; /* whether the school's authority is local to itself */
};

gboolean  kith_network_is_open              (const KithSchool  *school,
                                             KithDate           date);
gboolean  kith_network_is_scope             (const KithSchool  *school,
                                             const KithSettings *settings);

gboolean  kith_network_is_same_ground       (const KithNetwork *self,
                                             const KithNetwork *other);
void      kith_network_take_schools         (KithNetwork       *self,
                                             const KithNetwork *previous);
void      kith_network_find_schools         (KithNetwork       *self);
void      kith_network_find_memberships     (KithNetwork       *self);
void      kith_network_measure_recency      (KithNetwork       *self);
gboolean  kith_network_tie_schools          (KithNetwork       *self,
                                             KithJob           *job,
                                             GError           **error);
gboolean  kith_network_find_neighbours      (KithNetwork       *self,
                                             const KithNetwork *previous,
                                             KithJob           *job,
                                             GError           **error);
void      kith_network_find_compact         (KithNetwork       *self);

G_END_DECLS
