/* kith-touch-compare.c: what differs between the record before and after a change
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-touch-private.h"

#define DUE(code) (1u << KITH_FINDING_##code)

static gboolean
is_same_number (double a, double b)
{
  return a == b || (isnan (a) && isnan (b));
}

/* Where only the establishment file names a trust, its kind and name are all there is of it. */
static char *
dup_arrangement_key (const KithNetworkArrangement *in)
{
  return g_strdup_printf ("%u:%s", in->kind, in->name != NULL ? in->name : "");
}

static GHashTable *
index_named (const KithRecord *record)
{
  GHashTable *named = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint g = 0; g < record->n_arrangements; g++)
    if (record->arrangements[g].record == NULL)
      g_hash_table_insert (named, dup_arrangement_key (&record->arrangements[g]),
                           GUINT_TO_POINTER (g + 1));
  return named;
}

static guint
find_counterpart (const KithRecord *record, GHashTable *named, const KithNetworkArrangement *in)
{
  g_autofree char *key = NULL;

  if (in->record != NULL)
    return kith_network_find_arrangement (record->network, in->record->id);
  key = dup_arrangement_key (in);
  return GPOINTER_TO_UINT (g_hash_table_lookup (named, key)) - 1; /* none: KITH_INDEX_NONE */
}

static gint64
get_parent_id (const KithRecord *record, const KithNetworkArrangement *in)
{
  const KithArrangement *parent =
      in->parent == KITH_INDEX_NONE ? NULL : record->arrangements[in->parent].record;

  return parent == NULL ? KITH_INT_NONE : parent->id;
}

static const char *
get_stream_name (const KithRecord *record, const KithHolding *holding)
{
  const KithStream *streams = kith_holders_get_streams (record->holders, &(guint){ 0 });

  return holding->stream == KITH_INDEX_NONE ? NULL : streams[holding->stream].name;
}

static gboolean
is_same_member (const KithNetworkMember *a, const KithNetworkMember *b)
{
  return a->urn == b->urn && a->organisation_id == b->organisation_id &&
         a->is_outside == b->is_outside && a->last_contact == b->last_contact &&
         a->recency == b->recency && a->is_live == b->is_live &&
         a->is_unrecorded == b->is_unrecorded &&
         (a->school == KITH_INDEX_NONE) == (b->school == KITH_INDEX_NONE);
}

static gboolean
is_same_holding (const KithTouch *self, guint was, guint is)
{
  const KithHolding *a = kith_holders_get (self->sides[0]->holders, was);
  const KithHolding *b = kith_holders_get (self->sides[1]->holders, is);

  return a->sole == b->sole && a->is_coordinator_gone == b->is_coordinator_gone &&
         a->n_live == b->n_live && a->has_memorandum == b->has_memorandum &&
         kith_holders_ties (self->sides[0]->holders, was) ==
             kith_holders_ties (self->sides[1]->holders, is) &&
         g_strcmp0 (get_stream_name (self->sides[0], a), get_stream_name (self->sides[1], b)) == 0;
}

static gboolean
is_same_arrangement (const KithTouch *self, guint was, guint is)
{
  const KithNetworkArrangement *a = &self->sides[0]->arrangements[was];
  const KithNetworkArrangement *b = &self->sides[1]->arrangements[is];

  if (a->kind != b->kind || g_strcmp0 (a->name, b->name) != 0 || a->n_members != b->n_members ||
      a->n_schools != b->n_schools || a->is_assembly != b->is_assembly || a->ties != b->ties ||
      a->has_contacts != b->has_contacts ||
      get_parent_id (self->sides[0], a) != get_parent_id (self->sides[1], b) ||
      !is_same_holding (self, was, is))
    return FALSE;
  for (guint m = 0; m < a->n_members; m++)
    if (!is_same_member (&a->members[m], &b->members[m]))
      return FALSE;
  return TRUE;
}

static void
touch_arrangement (KithTouch *self, const KithNetworkArrangement *in)
{
  if (in->record != NULL)
    kith_touch_add (self->arrangements, in->record->id);
  else
    for (guint m = 0; m < in->n_members; m++)
      kith_touch_add (self->urns, in->members[m].urn);
}

static void
compare_arrangements (KithTouch *self)
{
  g_autoptr (GHashTable) named = index_named (self->sides[1]);
  g_autofree gboolean *is_met = g_new0 (gboolean, self->sides[1]->n_arrangements + 1);

  for (guint g = 0; g < self->sides[0]->n_arrangements; g++)
    {
      const KithNetworkArrangement *in = &self->sides[0]->arrangements[g];
      guint other = find_counterpart (self->sides[1], named, in);

      if (other != KITH_INDEX_NONE)
        is_met[other] = TRUE;
      if (other != KITH_INDEX_NONE && is_same_arrangement (self, g, other))
        continue;
      touch_arrangement (self, in);
      if (other != KITH_INDEX_NONE)
        touch_arrangement (self, &self->sides[1]->arrangements[other]);
    }
  for (guint g = 0; g < self->sides[1]->n_arrangements; g++)
    if (!is_met[g])
      touch_arrangement (self, &self->sides[1]->arrangements[g]);
}

/* What ends a parent ends its children, or ended them. */
static void
touch_children (KithTouch *self, const KithRecord *record)
{
  gsize n;
  const KithArrangement *rows = kith_ledger_get_rows (record->ledger, KITH_TABLE_ARRANGEMENT, &n);
  guint n_known = 0;

  while (g_hash_table_size (self->arrangements) > n_known)
    {
      n_known = g_hash_table_size (self->arrangements);
      for (gsize i = 0; i < n; i++)
        if (kith_touch_has (self->arrangements, rows[i].parent_id))
          kith_touch_add (self->arrangements, rows[i].id);
    }
}

/* Whoever has ever been a member, also by the establishment file's own words. */
static void
touch_members (KithTouch *self, const KithRecord *record)
{
  gsize n;
  const KithMembership *rows = kith_ledger_get_rows (record->ledger, KITH_TABLE_MEMBERSHIP, &n);

  for (gsize m = 0; m < n; m++)
    if (kith_touch_has (self->arrangements, rows[m].arrangement_id))
      kith_touch_add (self->urns, rows[m].urn);
  for (guint g = 0; g < record->n_arrangements; g++)
    {
      const KithNetworkArrangement *in = &record->arrangements[g];

      if (in->record == NULL || !kith_touch_has (self->arrangements, in->record->id))
        continue;
      for (guint m = 0; m < in->n_members; m++)
        kith_touch_add (self->urns, in->members[m].urn);
    }
}

static gboolean
is_same_trust (const KithTouch *self, guint was, guint is)
{
  const KithNetworkArrangement *a, *b;

  if (was == KITH_INDEX_NONE || is == KITH_INDEX_NONE)
    return was == is;
  a = &self->sides[0]->arrangements[was];
  b = &self->sides[1]->arrangements[is];
  return (a->record == NULL ? KITH_INT_NONE : a->record->id) ==
             (b->record == NULL ? KITH_INT_NONE : b->record->id) &&
         g_strcmp0 (a->name, b->name) == 0;
}

/* Of a small component all members count. */
static guint
get_small_component (const KithRecord *record, guint school)
{
  guint component = record->measures[school].component;

  return component < record->settings->cut_off_schools ? component : 0;
}

static gboolean
is_same_place_and_links (const KithTouch *self, guint was, guint is)
{
  const KithNetworkSchool *a = &self->sides[0]->schools[was], *b = &self->sides[1]->schools[is];
  const KithMeasures *m = &self->sides[0]->measures[was], *l = &self->sides[1]->measures[is];

  return a->la == b->la && a->phase == b->phase && a->is_home == b->is_home &&
         is_same_number (a->place.x, b->place.x) && is_same_number (a->place.y, b->place.y) &&
         is_same_trust (self, a->trust, b->trust) && m->n_links == l->n_links &&
         m->n_outside_links == l->n_outside_links && m->n_local_links == l->n_local_links &&
         m->n_cross_border_links == l->n_cross_border_links &&
         m->n_inside_links == l->n_inside_links &&
         get_small_component (self->sides[0], was) == get_small_component (self->sides[1], is);
}

static gboolean
is_same_tied (const KithTouch *self, guint was, guint is)
{
  guint n, n_after;
  const KithTied *a = kith_network_get_tied (self->sides[0]->network, was, &n);
  const KithTied *b = kith_network_get_tied (self->sides[1]->network, is, &n_after);

  if (n != n_after)
    return FALSE;
  for (guint t = 0; t < n; t++)
    if (a[t].school != self->was[b[t].school])
      return FALSE;
  return TRUE;
}

static gboolean
is_same_near (const KithTouch *self, guint was, guint is)
{
  guint n, n_after;
  const KithNear *a = kith_network_get_neighbours (self->sides[0]->network, was, &n);
  const KithNear *b = kith_network_get_neighbours (self->sides[1]->network, is, &n_after);

  if (n != n_after)
    return FALSE;
  for (guint j = 0; j < n; j++)
    if (a[j].metres != b[j].metres || a[j].index != self->was[b[j].index])
      return FALSE;
  return TRUE;
}

/* All that finding 7 looks at, the school's own row aside; at its trust only where it was never
   met. */
static gboolean
is_same_silence (const KithTouch *self, guint was, guint is)
{
  const KithRadar *before = self->sides[0]->radar, *after = self->sides[1]->radar;
  KithSilence a = kith_radar_measure (before, was), b = kith_radar_measure (after, is);
  KithPeers p = kith_radar_count_peers (before, was), q = kith_radar_count_peers (after, is);

  return a.n_days == b.n_days && a.last == b.last && a.counted_days == b.counted_days &&
         a.usual_days == b.usual_days && a.is_usual_known == b.is_usual_known &&
         p.n_schools == q.n_schools && p.n_met == q.n_met &&
         kith_radar_get_recorded (before, was) == kith_radar_get_recorded (after, is) &&
         (a.n_days > 0 || kith_encounters_has_trust (kith_radar_get_encounters (before), was) ==
                              kith_encounters_has_trust (kith_radar_get_encounters (after), is));
}

static void
compare_schools (KithTouch *self, guint *due)
{
  for (guint i = 0; i < self->sides[1]->n_schools; i++)
    {
      guint was = self->was[i];

      if (was == KITH_INDEX_NONE || !is_same_place_and_links (self, was, i) ||
          !is_same_tied (self, was, i) || !is_same_near (self, was, i))
        kith_touch_add (self->urns, self->sides[1]->schools[i].record->urn);
      if (was != KITH_INDEX_NONE && !is_same_silence (self, was, i))
        due[i] |= DUE (OFF_THE_RADAR);
    }
  for (guint was = 0, i = 0; was < self->sides[0]->n_schools; was++)
    {
      while (i < self->sides[1]->n_schools && self->was[i] == KITH_INDEX_NONE)
        i++;
      if (i < self->sides[1]->n_schools && self->was[i] == was)
        i++;
      else
        kith_touch_add (self->urns, self->sides[0]->schools[was].record->urn);
    }
}

/* Without any figures it does not matter how many schools there are. */
static gboolean
is_same_group (const KithResultGroup *a, const KithResultGroup *b)
{
  if (a->year == 0 && b->year == 0)
    return TRUE;
  return a->year == b->year && a->n_schools == b->n_schools && a->n_values == b->n_values &&
         a->n_suppressed == b->n_suppressed && a->n_changes == b->n_changes &&
         is_same_number (a->mean, b->mean) && is_same_number (a->deviation, b->deviation) &&
         is_same_number (a->mean_change, b->mean_change);
}

/* Finding 8 says how many schools there are, and how many are tied together elsewhere. */
static gboolean
is_same_elsewhere (const KithTouch *self, guint i)
{
  guint is = kith_cut_off_find_other (self->sides[1], i);

  if (self->was[i] == KITH_INDEX_NONE ||
      is != kith_cut_off_find_other (self->sides[0], self->was[i]))
    return FALSE;
  return is == 0 || self->sides[0]->n_schools == self->sides[1]->n_schools;
}

/* What holds of the whole, and makes a finding of many at once. */
static void
compare_whole (KithTouch *self, guint *due)
{
  const KithRecord *before = self->sides[0], *after = self->sides[1];
  gboolean is_same_phase[KITH_N_PHASES];

  for (guint phase = 0; phase < KITH_N_PHASES; phase++)
    is_same_phase[phase] =
        is_same_group (kith_results_get_phase (before->results, (KithPhase)phase),
                       kith_results_get_phase (after->results, (KithPhase)phase));
  for (guint i = 0; i < after->n_schools; i++)
    {
      if (self->is_help)
        due[i] |= DUE (BEYOND_REACH);
      if (get_small_component (after, i) > 0 && !is_same_elsewhere (self, i))
        due[i] |= DUE (CUT_OFF);
      if (!is_same_phase[after->schools[i].phase])
        due[i] |= DUE (VULNERABLE);
    }
}

/**
 * kith_touch_compare:
 * @due: (inout): of each school after, takes findings that only the whole decides, or the silence
 *
 * Adds to the arrangements and the schools whatever is not the same on both sides, and every
 * member of such an arrangement.
 */
void
kith_touch_compare (KithTouch *self, guint *due)
{
  compare_arrangements (self);
  for (guint side = 0; side < 2; side++)
    touch_children (self, self->sides[side]);
  for (guint side = 0; side < 2; side++)
    touch_members (self, self->sides[side]);
  compare_schools (self, due);
  kith_touch_follow_schools (self, self->urns);
  compare_whole (self, due);
}
