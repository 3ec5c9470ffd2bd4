/* kith-holders.c: who and what holds each arrangement up
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-holders.h"

#include "kith-agreement.h"
#include "kith-row-index.h"
#include "kith-text.h"

#include <string.h>

struct _KithHolders
{
  KithNetwork *network;
  KithLedger *ledger;
  KithDate as_at;
  const KithNetworkArrangement *arrangements;
  guint n_arrangements;
  KithRowIndex *posts; /* by person */
  KithHolding *holdings;
  KithStream *streams;
  guint n_streams;
  guint *paid; /* the streams' arrangements are slices of it */
  GStringChunk *names;
};

static void
add_person (KithHolders *self, KithHolding *holding, gint64 person_id)
{
  if (person_id == KITH_INT_NONE || !kith_holders_is_in_post (self, person_id))
    return;
  for (guint p = 0; p < holding->n_people; p++)
    if (holding->people[p] == person_id)
      return;
  holding->people[holding->n_people++] = person_id;
}

static void
read_holding (KithHolders *self, const KithNetworkArrangement *arrangement, KithHolding *holding)
{
  const KithArrangement *record = arrangement->record;

  *holding = (KithHolding){ .sole = KITH_INT_NONE, .stream = KITH_INDEX_NONE };
  for (guint m = 0; m < arrangement->n_schools; m++)
    holding->n_live += arrangement->members[m].is_live;
  if (record == NULL)
    return;
  add_person (self, holding, record->lead_person_id);
  add_person (self, holding, record->coordinator_id);
  add_person (self, holding, record->deputy_id);
  holding->is_coordinator_gone = record->coordinator_id != KITH_INT_NONE &&
                                 !kith_holders_is_in_post (self, record->coordinator_id);
  holding->has_memorandum =
      kith_agreement_read (record->memorandum, self->as_at).state == KITH_AGREEMENT_IN_FORCE;
  if (holding->n_people == 1 && !holding->has_memorandum)
    holding->sole = holding->people[0];
}

static const char *
keep_name (KithHolders *self, const char *funding)
{
  g_autofree char *trimmed = funding == NULL ? NULL : g_strstrip (g_strdup (funding));

  return kith_text_is_blank (trimmed) ? NULL : g_string_chunk_insert (self->names, trimmed);
}

/* Numbers the money of each arrangement, and says how many it pays for. */
static void
number_streams (KithHolders *self)
{
  g_autoptr (GHashTable) numbers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  self->streams = g_new0 (KithStream, self->n_arrangements + 1);
  for (guint g = 0; g < self->n_arrangements; g++)
    {
      const KithArrangement *record = self->arrangements[g].record;
      guint stream = self->n_streams;
      gpointer known;

      if (record == NULL ||
          (kith_text_is_blank (record->funding) && record->funding_ends == KITH_DATE_UNKNOWN))
        continue;
      if (!kith_text_is_blank (record->funding))
        {
          char *key = kith_text_dup_key (record->funding);

          if (g_hash_table_lookup_extended (numbers, key, NULL, &known))
            stream = GPOINTER_TO_UINT (known);
          g_hash_table_insert (numbers, key, GUINT_TO_POINTER (stream));
        }
      if (stream == self->n_streams)
        self->streams[self->n_streams++].name = keep_name (self, record->funding);
      self->holdings[g].stream = stream;
      self->streams[stream].n_arrangements++;
    }
}

static void
list_paid (KithHolders *self)
{
  g_autofree guint *fill = g_new (guint, self->n_streams + 1);
  guint n = 0;

  self->paid = g_new (guint, self->n_arrangements + 1);
  for (guint s = 0; s < self->n_streams; s++)
    {
      fill[s] = n;
      self->streams[s].arrangements = &self->paid[n];
      n += self->streams[s].n_arrangements;
    }
  for (guint g = 0; g < self->n_arrangements; g++)
    if (self->holdings[g].stream != KITH_INDEX_NONE)
      self->paid[fill[self->holdings[g].stream]++] = g;
}

/**
 * kith_holders_new:
 * @network: the whole system as at one date
 *
 * Cost: O(arrangements + memberships + posts).
 *
 * Returns: (transfer full): what holds its arrangements up
 */
KithHolders *
kith_holders_new (KithNetwork *network)
{
  KithHolders *self = g_new0 (KithHolders, 1);

  self->network = kith_network_ref (network);
  self->ledger = kith_network_get_ledger (network);
  self->as_at = kith_network_get_date (network);
  self->arrangements = kith_network_get_arrangements (network, &self->n_arrangements);
  self->posts = kith_row_index_new (self->ledger, KITH_TABLE_POST, "person_id");
  self->holdings = g_new (KithHolding, self->n_arrangements + 1);
  for (guint g = 0; g < self->n_arrangements; g++)
    read_holding (self, &self->arrangements[g], &self->holdings[g]);
  self->names = g_string_chunk_new (1024);
  number_streams (self);
  list_paid (self);
  return self;
}

/**
 * kith_holders_free:
 * @self: (transfer full) (nullable): holders
 */
void
kith_holders_free (KithHolders *self)
{
  if (self == NULL)
    return;
  kith_row_index_free (self->posts);
  g_free (self->holdings);
  g_free (self->streams);
  g_free (self->paid);
  g_string_chunk_free (self->names);
  kith_network_unref (self->network);
  g_free (self);
}

/**
 * kith_holders_get_network:
 *
 * Returns: (transfer none): whose arrangements they hold up
 */
KithNetwork *
kith_holders_get_network (const KithHolders *self)
{
  return self->network;
}

/**
 * kith_holders_get:
 * @arrangement: index
 *
 * Returns: (transfer none): what it rests on
 */
const KithHolding *
kith_holders_get (const KithHolders *self, guint arrangement)
{
  g_return_val_if_fail (arrangement < self->n_arrangements, NULL);
  return &self->holdings[arrangement];
}

/**
 * kith_holders_get_streams:
 * @n_streams: (out): how many
 *
 * Returns: (transfer none) (array length=n_streams): the money that pays for active
 *   arrangements, by the first of them
 */
const KithStream *
kith_holders_get_streams (const KithHolders *self, guint *n_streams)
{
  *n_streams = self->n_streams;
  return self->streams;
}

/**
 * kith_holders_ends_soon:
 * @day: when something ends, or unknown
 * @days: how soon
 *
 * Returns: whether that is within the next @days days: t < day ≤ t + days
 */
gboolean
kith_holders_ends_soon (const KithHolders *self, KithDate day, guint days)
{
  return day != KITH_DATE_UNKNOWN && day > self->as_at && day - self->as_at <= days;
}

/**
 * kith_holders_is_in_post:
 * @person_id: key of a row of table person
 *
 * Returns: whether that person holds a post at the date, or has none recorded at all
 */
gboolean
kith_holders_is_in_post (const KithHolders *self, gint64 person_id)
{
  const KithPost *posts = kith_ledger_get_rows (self->ledger, KITH_TABLE_POST, &(gsize){ 0 });
  guint n;
  const guint *rows = kith_row_index_find (self->posts, person_id, &n);

  for (guint p = 0; p < n; p++)
    {
      const KithPost *post = &posts[rows[p]];

      if (post->from_date <= self->as_at &&
          (post->to_date == KITH_DATE_UNKNOWN || post->to_date > self->as_at))
        return TRUE;
    }
  return n == 0;
}

/**
 * kith_holders_ties:
 * @arrangement: index
 *
 * Returns: whether it gives its live members a link: it ties pairs, and two of them are live
 */
gboolean
kith_holders_ties (const KithHolders *self, guint arrangement)
{
  return self->arrangements[arrangement].ties && self->holdings[arrangement].n_live >= 2;
}

/**
 * kith_holders_mark_children:
 * @is_ended: (array) (inout): for each arrangement, whether it ends
 *
 * What ends a parent ends its children: marks these too. Cost: O(arrangements × depth).
 */
void
kith_holders_mark_children (const KithHolders *self, guint8 *is_ended)
{
  g_autofree guint8 *is_struck = g_memdup2 (is_ended, self->n_arrangements);

  for (guint g = 0; g < self->n_arrangements; g++)
    {
      guint at = g;

      /* parents may go round in a circle */
      for (guint step = 0; at != KITH_INDEX_NONE && !is_ended[g] && step <= self->n_arrangements;
           step++)
        {
          is_ended[g] = is_struck[at];
          at = self->arrangements[at].parent;
        }
    }
}
