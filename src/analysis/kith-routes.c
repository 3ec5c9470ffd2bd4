/* kith-routes.c: the ways by which a school can be introduced to somebody
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-routes.h"

#include <stdlib.h>

/* A school that the school is tied to, by one arrangement. */
typedef struct
{
  guint arrangement;
  guint school;
  double strength;
} Hop;

struct _KithRoutes
{
  const KithRecord *record;
  guint school;
  KithOwnTrusts *own_trusts; /* NULL where the way may go through its own trust */
  GArray *hops;              /* of Hop */
  GArray *ends;              /* of KithEnd: of whom ways are sought */
  guint *end_of;             /* of each arrangement, 1 + its index there, or 0 */
  GArray *ways;              /* of KithWay */
};

static const KithNetworkArrangement *
get_arrangement (const KithRoutes *self, guint arrangement)
{
  return &self->record->arrangements[arrangement];
}

static gint64
get_urn (const KithRoutes *self, guint school)
{
  return self->record->schools[school].record->urn;
}

static gboolean
is_own_school (const KithRoutes *self, gint64 urn)
{
  return self->own_trusts != NULL &&
         kith_own_trusts_has_school (self->own_trusts, get_urn (self, self->school), urn,
                                     self->record->as_at);
}

static gboolean
is_own_organisation (const KithRoutes *self, gint64 organisation_id)
{
  return self->own_trusts != NULL &&
         kith_own_trusts_has_organisation (self->own_trusts, get_urn (self, self->school),
                                           organisation_id, self->record->as_at);
}

/* Whether a live membership of it is a step of a way. */
static gboolean
is_step (const KithRoutes *self, const KithNetworkMember *member)
{
  const KithNetworkArrangement *in = get_arrangement (self, member->arrangement);

  return member->is_live && kith_kind_is_link (in->kind) &&
         !(self->own_trusts != NULL && kith_kind_is_own_trust (in->kind));
}

static double
get_weight (const KithRoutes *self, const KithNetworkMember *member)
{
  return self->record->settings->weight[get_arrangement (self, member->arrangement)->kind] *
         sqrt (member->recency);
}

static void
find_hops (KithRoutes *self)
{
  KithNetwork *network = self->record->network;
  guint n;
  const guint *memberships = kith_network_get_memberships (network, self->school, &n);

  for (guint m = 0; m < n; m++)
    {
      const KithNetworkMember *own = kith_network_get_member (network, memberships[m]);
      const KithNetworkArrangement *in = get_arrangement (self, own->arrangement);

      for (guint o = 0; is_step (self, own) && in->ties && o < in->n_schools; o++)
        {
          const KithNetworkMember *other = &in->members[o];
          Hop hop = { own->arrangement, other->school,
                      get_weight (self, own) * sqrt (other->recency) / (in->n_schools - 1) };

          if (other->school != self->school && other->is_live && !is_own_school (self, other->urn))
            g_array_append_val (self->hops, hop);
        }
    }
}

static void
add_end (KithRoutes *self, KithEnd end)
{
  if (self->end_of[end.arrangement] != 0)
    return;
  g_array_append_val (self->ends, end);
  self->end_of[end.arrangement] = self->ends->len;
}

/* What is in no n_g makes one more: its tie is with each of the n_g schools. */
static double
get_other_share (const KithRoutes *self, guint arrangement, double recency)
{
  return sqrt (recency) / MAX (1, get_arrangement (self, arrangement)->n_schools);
}

/* Arrangements of which @field of the register's row says @id. */
static void
add_roles (
    KithRoutes *self, const KithRowIndex *index, gint64 id, KithPart part, gint64 at_urn, gint64 at)
{
  const KithArrangement *rows =
      kith_ledger_get_rows (self->record->ledger, KITH_TABLE_ARRANGEMENT, &(gsize){ 0 });
  guint n;
  const guint *found = kith_row_index_find (index, id, &n);

  for (guint i = 0; i < n; i++)
    {
      guint g = kith_network_find_arrangement (self->record->network, rows[found[i]].id);

      if (g != KITH_INDEX_NONE && kith_kind_is_link (get_arrangement (self, g)->kind))
        add_end (self, (KithEnd){ g, part, get_other_share (self, g, 1), at_urn, at });
    }
}

static void
add_school (KithRoutes *self, gint64 urn, gboolean is_host)
{
  KithNetwork *network = self->record->network;
  guint school = kith_network_find_school (network, urn), n;
  const guint *memberships;
  gint64 at = is_host ? urn : KITH_INT_NONE;

  if (school == KITH_INDEX_NONE || school == self->school)
    return;
  memberships = kith_network_get_memberships (network, school, &n);
  for (guint m = 0; m < n; m++)
    {
      const KithNetworkMember *member = kith_network_get_member (network, memberships[m]);
      const KithNetworkArrangement *in = get_arrangement (self, member->arrangement);

      if (in->ties && member->is_live)
        add_end (self,
                 (KithEnd){ member->arrangement, KITH_PART_MEMBER,
                            sqrt (member->recency) / (in->n_schools - 1), at, KITH_INT_NONE });
    }
  add_roles (self, self->record->posts->lead_schools, urn, KITH_PART_LEAD, at, KITH_INT_NONE);
}

static void
add_organisation (KithRoutes *self, gint64 id, gboolean is_host)
{
  const KithPosts *posts = self->record->posts;
  const KithMembership *rows =
      kith_ledger_get_rows (self->record->ledger, KITH_TABLE_MEMBERSHIP, &(gsize){ 0 });
  gint64 at = is_host ? id : KITH_INT_NONE;
  guint n;
  const guint *found = kith_row_index_find (posts->organisations, id, &n);

  for (guint i = 0; i < n; i++)
    {
      const KithMembership *row = &rows[found[i]];
      guint g = kith_network_find_arrangement (self->record->network, row->arrangement_id);
      const KithNetworkArrangement *in;

      if (g == KITH_INDEX_NONE)
        continue;
      in = get_arrangement (self, g);
      for (guint m = in->n_schools; m < in->n_members; m++)
        if (in->members[m].organisation_id == id && kith_kind_is_link (in->kind))
          add_end (self, (KithEnd){ g, KITH_PART_MEMBER,
                                    get_other_share (self, g, in->members[m].recency),
                                    KITH_INT_NONE, at });
    }
  add_roles (self, posts->lead_organisations, id, KITH_PART_LEAD, KITH_INT_NONE, at);
}

/* FALSE where the person is of the school's own trust, and that is left out; or has gone. */
static gboolean
is_asked (const KithRoutes *self, gint64 person_id)
{
  const KithPosts *posts = self->record->posts;
  const KithPost *rows =
      kith_ledger_get_rows (self->record->ledger, KITH_TABLE_POST, &(gsize){ 0 });
  guint n, n_held = 0;
  const guint *found = kith_row_index_find (posts->posts, person_id, &n);

  for (guint i = 0; i < n; i++)
    {
      const KithPost *post = &rows[found[i]];

      if (!kith_posts_holds (posts, post))
        continue;
      n_held++;
      if (is_own_school (self, post->urn) || is_own_organisation (self, post->organisation_id))
        return FALSE;
    }
  return n == 0 || n_held > 0;
}

static void
add_person (KithRoutes *self, gint64 id)
{
  const KithPosts *posts = self->record->posts;
  const KithPost *rows =
      kith_ledger_get_rows (self->record->ledger, KITH_TABLE_POST, &(gsize){ 0 });
  guint n;
  const guint *found = kith_row_index_find (posts->posts, id, &n);

  if (!is_asked (self, id))
    return;
  add_roles (self, posts->leads, id, KITH_PART_LEAD, KITH_INT_NONE, KITH_INT_NONE);
  add_roles (self, posts->coordinators, id, KITH_PART_COORDINATOR, KITH_INT_NONE, KITH_INT_NONE);
  add_roles (self, posts->deputies, id, KITH_PART_DEPUTY, KITH_INT_NONE, KITH_INT_NONE);
  for (guint i = 0; i < n; i++)
    if (kith_posts_holds (posts, &rows[found[i]]))
      {
        add_school (self, rows[found[i]].urn, TRUE);
        if (rows[found[i]].organisation_id != KITH_INT_NONE)
          add_organisation (self, rows[found[i]].organisation_id, TRUE);
      }
}

static void
find_ends (KithRoutes *self, const KithStrong *to)
{
  for (guint e = 0; e < self->ends->len; e++)
    self->end_of[g_array_index (self->ends, KithEnd, e).arrangement] = 0;
  g_array_set_size (self->ends, 0);
  switch (to->kind)
    {
    case KITH_HELPER_SCHOOL:
      if (!is_own_school (self, to->id))
        add_school (self, to->id, FALSE);
      break;
    case KITH_HELPER_PERSON:
      add_person (self, to->id);
      break;
    case KITH_HELPER_ORGANISATION:
      if (!is_own_organisation (self, to->id))
        add_organisation (self, to->id, FALSE);
      break;
    default:
      g_assert_not_reached ();
    }
}

/* The last step, from a school that is a member of what the other is in. */
static void
add_ways (KithRoutes *self, const KithStrong *to, guint from, const Hop *hop)
{
  KithNetwork *network = self->record->network;
  guint n;
  const guint *memberships = kith_network_get_memberships (network, from, &n);

  for (guint m = 0; m < n; m++)
    {
      const KithNetworkMember *member = kith_network_get_member (network, memberships[m]);
      guint g = member->arrangement;
      const KithEnd *end;
      double strength;
      KithWay way;

      if (self->end_of[g] == 0 || !is_step (self, member) || (hop != NULL && hop->arrangement == g))
        continue;
      end = &g_array_index (self->ends, KithEnd, self->end_of[g] - 1);
      if ((to->kind == KITH_HELPER_SCHOOL && to->id == get_urn (self, from)) ||
          end->at_urn == get_urn (self, from))
        continue;
      strength = get_weight (self, member) * end->share;
      way.end = end;
      way.route = hop == NULL
                      ? (KithRoute){ 1, g, KITH_INDEX_NONE, KITH_INDEX_NONE, strength }
                      : (KithRoute){ 2, hop->arrangement, from, g, MIN (hop->strength, strength) };
      g_array_append_val (self->ways, way);
    }
}

static int
compare_indexes (guint a, guint b)
{
  return (a > b) - (a < b);
}

static int
compare_ways (const void *a, const void *b)
{
  const KithRoute *one = &((const KithWay *)a)->route, *other = &((const KithWay *)b)->route;
  int order = compare_indexes (one->n_introductions, other->n_introductions);

  if (order == 0)
    order = (other->strength > one->strength) - (other->strength < one->strength);
  if (order == 0)
    order = compare_indexes (one->between, other->between);
  if (order == 0)
    order = compare_indexes (one->first, other->first);
  return order != 0 ? order : compare_indexes (one->second, other->second);
}

static gboolean
shares_index (guint a, const KithRoute *route)
{
  return a != KITH_INDEX_NONE && (a == route->first || a == route->second);
}

/* No school and no arrangement in both: who introduces on one may not be where the other ends. */
static gboolean
are_independent (const KithRoutes *self, const KithWay *a, const KithWay *b)
{
  const KithRoute *one = &a->route, *other = &b->route;

  if (shares_index (one->first, other) || shares_index (one->second, other))
    return FALSE;
  if (one->between != KITH_INDEX_NONE &&
      (one->between == other->between || get_urn (self, one->between) == b->end->at_urn))
    return FALSE;
  return other->between == KITH_INDEX_NONE || get_urn (self, other->between) != a->end->at_urn;
}

static const KithWay *
find_independent (const KithRoutes *self, const KithWay *from)
{
  for (guint w = 0; w < self->ways->len; w++)
    {
      const KithWay *way = &g_array_index (self->ways, KithWay, w);

      if (are_independent (self, from, way))
        return way;
    }
  return NULL;
}

/* Of the ways with the fewest introductions the best that leaves another, if one does. */
static void
choose_ways (const KithRoutes *self, KithWay *best, KithWay *other)
{
  const KithWay *ways = &g_array_index (self->ways, KithWay, 0);

  *best = ways[0];
  *other = (KithWay){ .route = { .between = KITH_INDEX_NONE } };
  for (guint w = 0;
       w < self->ways->len && ways[w].route.n_introductions == ways[0].route.n_introductions; w++)
    {
      const KithWay *found = find_independent (self, &ways[w]);

      if (found == NULL)
        continue;
      *best = ways[w];
      *other = *found;
      return;
    }
}

/**
 * kith_routes_new:
 * @record: what findings look at; outlives the routes
 * @school: index
 * @is_own_trust_left_out: whether ways through its own trust, and to who is of it, do not count
 *
 * Returns: (transfer full): what finds ways from @school
 */
KithRoutes *
kith_routes_new (const KithRecord *record, guint school, gboolean is_own_trust_left_out)
{
  KithRoutes *self = g_new0 (KithRoutes, 1);

  self->record = record;
  self->school = school;
  if (is_own_trust_left_out)
    self->own_trusts = kith_own_trusts_new (record->ledger);
  self->hops = g_array_new (FALSE, FALSE, sizeof (Hop));
  self->ends = g_array_new (FALSE, FALSE, sizeof (KithEnd));
  self->end_of = g_new0 (guint, record->n_arrangements + 1);
  self->ways = g_array_new (FALSE, FALSE, sizeof (KithWay));
  find_hops (self);
  return self;
}

/**
 * kith_routes_free:
 * @self: (transfer full) (nullable): routes
 */
void
kith_routes_free (KithRoutes *self)
{
  if (self == NULL)
    return;
  kith_own_trusts_free (self->own_trusts);
  g_array_unref (self->hops);
  g_array_unref (self->ends);
  g_free (self->end_of);
  g_array_unref (self->ways);
  g_free (self);
}

/**
 * kith_routes_find:
 * @to: somebody
 * @best: (out): the best way: fewest introductions, then the strongest of the weaker ties; of
 *   those with as few introductions one that leaves an independent way is preferred
 * @other: (out): the best way independent of it; none where its n_introductions is 0
 *
 * Ends of the ways are good until the next call. Cost: the schools tied to the school, and
 * their memberships; then pairs of ways.
 *
 * Returns: whether @to is within two introductions
 */
gboolean
kith_routes_find (KithRoutes *self, const KithStrong *to, KithWay *best, KithWay *other)
{
  find_ends (self, to);
  g_array_set_size (self->ways, 0);
  if (self->ends->len > 0)
    {
      add_ways (self, to, self->school, NULL);
      for (guint h = 0; h < self->hops->len; h++)
        {
          const Hop *hop = &g_array_index (self->hops, Hop, h);

          add_ways (self, to, hop->school, hop);
        }
    }
  if (self->ways->len == 0)
    return FALSE;
  g_array_sort (self->ways, compare_ways);
  choose_ways (self, best, other);
  return TRUE;
}
