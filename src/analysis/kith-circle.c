/* kith-circle.c: whom a school can be introduced to
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-circle.h"

#define MOST_INTRODUCTIONS 2

/**
 * kith_posts_new:
 * @network: the whole system as at one date
 *
 * Returns: (transfer full): where to find what a person does
 */
KithPosts *
kith_posts_new (KithNetwork *network)
{
  KithLedger *ledger = kith_network_get_ledger (network);
  KithPosts *self = g_new0 (KithPosts, 1);

  self->network = kith_network_ref (network);
  self->posts = kith_row_index_new (ledger, KITH_TABLE_POST, "person_id");
  self->leads = kith_row_index_new (ledger, KITH_TABLE_ARRANGEMENT, "lead_person_id");
  self->coordinators = kith_row_index_new (ledger, KITH_TABLE_ARRANGEMENT, "coordinator_id");
  self->deputies = kith_row_index_new (ledger, KITH_TABLE_ARRANGEMENT, "deputy_id");
  self->lead_schools = kith_row_index_new (ledger, KITH_TABLE_ARRANGEMENT, "lead_urn");
  self->lead_organisations =
      kith_row_index_new (ledger, KITH_TABLE_ARRANGEMENT, "lead_organisation_id");
  self->organisations = kith_row_index_new (ledger, KITH_TABLE_MEMBERSHIP, "organisation_id");
  return self;
}

/**
 * kith_posts_free:
 * @self: (transfer full) (nullable): posts
 */
void
kith_posts_free (KithPosts *self)
{
  if (self == NULL)
    return;
  kith_row_index_free (self->posts);
  kith_row_index_free (self->leads);
  kith_row_index_free (self->coordinators);
  kith_row_index_free (self->deputies);
  kith_row_index_free (self->lead_schools);
  kith_row_index_free (self->lead_organisations);
  kith_row_index_free (self->organisations);
  kith_network_unref (self->network);
  g_free (self);
}

/**
 * kith_posts_holds:
 *
 * Returns: whether somebody holds @post at the network's date
 */
gboolean
kith_posts_holds (const KithPosts *self, const KithPost *post)
{
  KithDate as_at = kith_network_get_date (self->network);

  return post->from_date <= as_at && (post->to_date == KITH_DATE_UNKNOWN || post->to_date > as_at);
}

/* entered: of indexes, those entered already */
static void
enter_arrangements (
    KithCircle *self, KithNetwork *network, guint school, guint8 introductions, GArray *entered)
{
  guint n;
  const guint *memberships = kith_network_get_memberships (network, school, &n);
  const KithNetworkArrangement *arrangements =
      kith_network_get_arrangements (network, &(guint){ 0 });

  for (guint m = 0; m < n; m++)
    {
      const KithNetworkMember *member = kith_network_get_member (network, memberships[m]);

      if (member->is_live && kith_kind_is_link (arrangements[member->arrangement].kind) &&
          self->arrangements[member->arrangement] == 0)
        {
          self->arrangements[member->arrangement] = introductions;
          g_array_append_val (entered, member->arrangement);
        }
    }
}

static void
enter_schools (KithCircle *self, KithNetwork *network, GArray *entered)
{
  guint n_tied;
  const KithTied *tied = kith_network_get_tied (network, self->school, &n_tied);

  enter_arrangements (self, network, self->school, 1, entered);
  self->n_schools[0] = n_tied;
  for (guint t = 0; t < n_tied; t++)
    self->schools[tied[t].school] = 1;
  for (guint t = 0; t < n_tied; t++)
    {
      guint n_further;
      const KithTied *further = kith_network_get_tied (network, tied[t].school, &n_further);

      enter_arrangements (self, network, tied[t].school, 2, entered);
      for (guint f = 0; f < n_further; f++)
        if (self->schools[further[f].school] == 0 && further[f].school != self->school)
          {
            self->schools[further[f].school] = 2;
            self->n_schools[1]++;
          }
    }
}

static void
enter_organisation (KithCircle *self, const gint64 *id, guint introductions)
{
  if (*id == KITH_INT_NONE || kith_circle_find_organisation (self, *id) != 0)
    return;
  g_hash_table_insert (self->organisations, (gpointer)id, GUINT_TO_POINTER (introductions));
  self->n_organisations++;
}

/* Members that are organisations, and leads that are organisations or schools. */
static void
enter_others (KithCircle *self, KithNetwork *network, guint8 introductions, const GArray *entered)
{
  const KithNetworkArrangement *arrangements =
      kith_network_get_arrangements (network, &(guint){ 0 });

  for (guint e = 0; e < entered->len; e++)
    {
      guint g = g_array_index (entered, guint, e), lead;
      const KithNetworkArrangement *at = &arrangements[g];

      if (self->arrangements[g] != introductions)
        continue;
      for (guint m = at->n_schools; m < at->n_members; m++)
        enter_organisation (self, &at->members[m].organisation_id, introductions);
      if (at->record == NULL)
        continue;
      enter_organisation (self, &at->record->lead_organisation_id, introductions);
      lead = kith_network_find_school (network, at->record->lead_urn);
      if (lead != KITH_INDEX_NONE && lead != self->school &&
          (self->schools[lead] == 0 || self->schools[lead] > introductions))
        self->schools[lead] = introductions;
    }
}

/**
 * kith_circle_new:
 * @network: the whole system as at one date
 * @school: index
 *
 * Cost: the schools tied to it, those tied to these, and the arrangements of the network.
 *
 * Returns: (transfer full): whom it can be introduced to; keeps nothing of @network alive
 */
KithCircle *
kith_circle_new (KithNetwork *network, guint school)
{
  KithCircle *self = g_new0 (KithCircle, 1);
  g_autoptr (GArray) entered = g_array_new (FALSE, FALSE, sizeof (guint));
  guint n_schools, n_arrangements;

  kith_network_get_schools (network, &n_schools);
  kith_network_get_arrangements (network, &n_arrangements);
  self->school = school;
  self->schools = g_new0 (guint8, n_schools + 1);
  self->arrangements = g_new0 (guint8, n_arrangements + 1);
  self->organisations = g_hash_table_new (g_int64_hash, g_int64_equal);
  enter_schools (self, network, entered);
  for (guint8 introductions = 1; introductions <= MOST_INTRODUCTIONS; introductions++)
    enter_others (self, network, introductions, entered);
  return self;
}

/**
 * kith_circle_free:
 * @self: (transfer full) (nullable): a circle
 */
void
kith_circle_free (KithCircle *self)
{
  if (self == NULL)
    return;
  g_free (self->schools);
  g_free (self->arrangements);
  g_hash_table_unref (self->organisations);
  g_free (self);
}

/* The fewer introductions, where 0 is none. */
static guint
take_nearer (guint a, guint b)
{
  return a == 0 || (b != 0 && b < a) ? b : a;
}

static guint
find_by_role (const KithCircle *self,
              KithNetwork *network,
              const KithRowIndex *index,
              gint64 person_id)
{
  const KithArrangement *rows = kith_ledger_get_rows (kith_network_get_ledger (network),
                                                      KITH_TABLE_ARRANGEMENT, &(gsize){ 0 });
  guint n, nearest = 0;
  const guint *found = kith_row_index_find (index, person_id, &n);

  for (guint i = 0; i < n; i++)
    {
      guint g = kith_network_find_arrangement (network, rows[found[i]].id);

      if (g != KITH_INDEX_NONE)
        nearest = take_nearer (nearest, self->arrangements[g]);
    }
  return nearest;
}

/**
 * kith_circle_find_organisation:
 *
 * Returns: how many introductions away an organisation is: 1, 2, or 0 for further
 */
guint
kith_circle_find_organisation (const KithCircle *self, gint64 organisation_id)
{
  return GPOINTER_TO_UINT (g_hash_table_lookup (self->organisations, &organisation_id));
}

/**
 * kith_circle_find_person:
 * @posts: of the same network
 * @person_id: key
 *
 * In post at a school or an organisation that is reached, or lead, co-ordinator or deputy of
 * an arrangement of the circle; somebody all of whose posts have ended has gone. A post at the
 * school itself does not count, but does not hide what else the person does: a hub's
 * co-ordinator is there for the hub's own school too.
 *
 * Returns: how many introductions away a person is: 1, 2, or 0 for further
 */
guint
kith_circle_find_person (const KithCircle *self, const KithPosts *posts, gint64 person_id)
{
  KithNetwork *network = posts->network;
  const KithPost *rows =
      kith_ledger_get_rows (kith_network_get_ledger (network), KITH_TABLE_POST, &(gsize){ 0 });
  guint n, n_held = 0, nearest = 0;
  const guint *found = kith_row_index_find (posts->posts, person_id, &n);

  for (guint i = 0; i < n; i++)
    {
      const KithPost *post = &rows[found[i]];
      guint school = kith_network_find_school (network, post->urn);

      if (!kith_posts_holds (posts, post))
        continue;
      n_held++;
      if (school != KITH_INDEX_NONE)
        nearest = take_nearer (nearest, self->schools[school]);
      nearest = take_nearer (nearest, kith_circle_find_organisation (self, post->organisation_id));
    }
  if (n > 0 && n_held == 0)
    return 0;
  nearest = take_nearer (nearest, find_by_role (self, network, posts->leads, person_id));
  nearest = take_nearer (nearest, find_by_role (self, network, posts->coordinators, person_id));
  return take_nearer (nearest, find_by_role (self, network, posts->deputies, person_id));
}

/**
 * kith_circle_find:
 * @posts: of the same network
 * @strong: somebody with expertise
 *
 * Returns: how many introductions away: 1, 2, or 0 for further; the school itself, and who is
 *   only in post there, is 0
 */
guint
kith_circle_find (const KithCircle *self, const KithPosts *posts, const KithStrong *strong)
{
  switch (strong->kind)
    {
    case KITH_HELPER_SCHOOL:
      return strong->school == KITH_INDEX_NONE ? 0 : self->schools[strong->school];
    case KITH_HELPER_PERSON:
      return kith_circle_find_person (self, posts, strong->id);
    default:
      return kith_circle_find_organisation (self, strong->id);
    }
}
