/* kith-network.h: the whole system as at one date
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kith-grid.h"
#include "kith-job.h"
#include "kith-kind.h"
#include "kith-ledger.h"
#include "kith-settings.h"

G_BEGIN_DECLS

#define KITH_TYPE_NETWORK (kith_network_get_type ())

/* An index that points at nothing. */
#define KITH_INDEX_NONE G_MAXUINT

/**
 * KithNetwork:
 *
 * The ledger as at a date, under settings (METHODS, sections 1 to 3): schools in scope in the
 * order of their URNs, active arrangements, live memberships, weighted edges, neighbours.
 * Immutable and counted; keeps its ledger. May cross threads.
 */
typedef struct _KithNetwork KithNetwork;

/**
 * KithNetworkSchool:
 * @record: the register's row
 * @la: its authority at the date, or %KITH_INT_NONE; @record says which it is in now
 * @phase: from its phase and type
 * @place: where it stands, or KITH_PLACE_NONE
 * @is_home: whether roll call, findings and tiers list it
 * @trust: its own trust among the arrangements, or %KITH_INDEX_NONE
 * @n_outside_links: distinct outside schools that it is tied to
 * @strength: s_i
 */
typedef struct
{
  const KithSchool *record;
  gint64 la;
  KithPhase phase;
  KithPlace place;
  gboolean is_home;
  guint trust;
  guint n_outside_links;
  double strength;
} KithNetworkSchool;

/**
 * KithNetworkMember:
 * @record: (nullable): the register's row; %NULL where the establishment file's own trust or
 *   federation column is all that is known
 * @arrangement: index
 * @school: index, or %KITH_INDEX_NONE for an outside school or an organisation
 * @urn: of the school, or %KITH_INT_NONE; one without a @school that is not outside is open and
 *   held by the register, and not in scope
 * @is_outside: whether the register does not hold it
 * @organisation_id: or %KITH_INT_NONE
 * @role: lead, hub, supporter, supported, member or partner
 * @last_contact: c_ig without the joining and starting days: the latest contact recorded under the
 *   arrangement with this member, unknown where there is none
 * @recency: r_ig in [0, 1]
 * @is_live: whether r_ig reaches the settings' live_recency
 * @is_unrecorded: marked "contact not recorded"
 */
typedef struct
{
  const KithMembership *record;
  guint arrangement;
  guint school;
  gint64 urn;
  gboolean is_outside;
  gint64 organisation_id;
  const char *role;
  KithDate last_contact;
  double recency;
  gboolean is_live;
  gboolean is_unrecorded;
} KithNetworkMember;

/**
 * KithNetworkArrangement:
 * @record: (nullable): the register's row; %NULL where only an establishment file names it
 * @kind: of it
 * @name: of it
 * @parent: index, or %KITH_INDEX_NONE
 * @members: (array length=n_members): active ones, by school; the same twice is one
 * @n_members: how many
 * @n_schools: n_g: active members in scope
 * @is_assembly: too large to tie anybody
 * @ties: whether it ties pairs: a linking kind, no assembly, at least two schools
 * @has_contacts: whether anybody recorded a contact under it on or before the date
 */
typedef struct
{
  const KithArrangement *record;
  KithKind kind;
  const char *name;
  guint parent;
  const KithNetworkMember *members;
  guint n_members;
  guint n_schools;
  gboolean is_assembly;
  gboolean ties;
  gboolean has_contacts;
} KithNetworkArrangement;

/**
 * KithEdge:
 * @a: index of a school
 * @b: index of a school, greater than @a
 * @weight: w_ab > 0
 * @arrangement: the one that gives most of the weight; of equal ones the lower index
 */
typedef struct
{
  guint a, b;
  double weight;
  guint arrangement;
} KithEdge;

/**
 * KithTied:
 * @school: index of the school tied to
 * @edge: index among the edges
 */
typedef struct
{
  guint school;
  guint edge;
} KithTied;

GType                          kith_network_get_type          (void);
KithNetwork                   *kith_network_new               (KithLedger          *ledger,
                                                               KithDate             as_at,
                                                               KithJob             *job,
                                                               GError             **error);
KithNetwork                   *kith_network_new_from          (KithNetwork         *previous,
                                                               KithLedger          *ledger,
                                                               KithDate             as_at,
                                                               KithJob             *job,
                                                               GError             **error);
KithNetwork                   *kith_network_ref               (KithNetwork         *self);
void                           kith_network_unref             (KithNetwork         *self);

KithLedger                    *kith_network_get_ledger        (const KithNetwork   *self);
KithDate                       kith_network_get_date          (const KithNetwork   *self);
const KithSettings            *kith_network_get_settings      (const KithNetwork   *self);

const KithNetworkSchool       *kith_network_get_schools       (const KithNetwork   *self,
                                                               guint               *n_schools);
const KithNetworkArrangement  *kith_network_get_arrangements  (const KithNetwork   *self,
                                                               guint               *n_arrangements);
const KithEdge                *kith_network_get_edges         (const KithNetwork   *self,
                                                               guint               *n_edges);
const KithTied                *kith_network_get_tied          (const KithNetwork   *self,
                                                               guint                school,
                                                               guint               *n_tied);
const guint                   *kith_network_get_memberships   (const KithNetwork   *self,
                                                               guint                school,
                                                               guint               *n);
const KithNetworkMember       *kith_network_get_member        (const KithNetwork   *self,
                                                               guint                membership);
const KithNear                *kith_network_get_neighbours    (const KithNetwork   *self,
                                                               guint                school,
                                                               guint               *n_neighbours);
guint                          kith_network_find_school       (const KithNetwork   *self,
                                                               gint64               urn);
guint                          kith_network_find_arrangement  (const KithNetwork   *self,
                                                               gint64               id);
const char                    *kith_network_get_authority     (const KithNetwork   *self,
                                                               guint                school);
gboolean                       kith_network_is_local          (const KithNetwork   *self,
                                                               guint                a,
                                                               guint                b);
guint                          kith_network_count_due_closed  (const KithNetwork   *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KithNetwork, kith_network_unref)

G_END_DECLS
