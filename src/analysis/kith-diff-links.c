/* kith-diff-links.c: links that are new, and links that are lost
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-diff-private.h"

#include <glib/gi18n.h>
#include <stdlib.h>

/* A pair of schools on one side. */
typedef struct
{
  KithDiffPair pair; /* as after: one that went on under another URN has the new one */
  gboolean is_home;
  guint arrangement; /* the one that gives most of the weight, on its side */
  guint schools[2];  /* indices on its side, of a and b */
  gboolean is_told;
} Tie;

/* Ties of one arrangement that are on one side alone. */
typedef struct
{
  KithComparing *comparing;
  guint side; /* that they are on */
  guint arrangement;
  guint other; /* the same on the other side, or %KITH_INDEX_NONE */
  Tie *ties;
  guint n_ties;
} Group;

static int
compare_pairs (const void *a, const void *b)
{
  const KithDiffPair *one = &((const Tie *)a)->pair, *other = &((const Tie *)b)->pair;

  if (one->a != other->a)
    return one->a < other->a ? -1 : 1;
  return (one->b > other->b) - (one->b < other->b);
}

static int
compare_groups (gconstpointer a, gconstpointer b)
{
  const Tie *one = a, *other = b;

  if (one->arrangement != other->arrangement)
    return one->arrangement < other->arrangement ? -1 : 1;
  return compare_pairs (a, b);
}

static gint64
get_urn_after (const KithComparing *self, guint side, guint school)
{
  const gint64 *urn = &self->records[side]->schools[school].record->urn;
  const gint64 *heir = side == KITH_AFTER ? NULL : g_hash_table_lookup (self->heirs, urn);

  return heir != NULL ? *heir : *urn;
}

/* By pair. */
static GArray *
list_ties (const KithComparing *self, guint side)
{
  guint n;
  const KithRecord *record = self->records[side];
  const KithEdge *edges = kith_network_get_edges (record->network, &n);
  GArray *ties = g_array_sized_new (FALSE, FALSE, sizeof (Tie), n);

  for (guint e = 0; e < n; e++)
    {
      Tie tie = {
        .pair = { get_urn_after (self, side, edges[e].a), get_urn_after (self, side, edges[e].b) },
        .is_home = record->schools[edges[e].a].is_home || record->schools[edges[e].b].is_home,
        .arrangement = edges[e].arrangement,
        .schools = { edges[e].a, edges[e].b },
      };

      if (tie.pair.a > tie.pair.b)
        {
          tie.pair = (KithDiffPair){ tie.pair.b, tie.pair.a };
          tie.schools[0] = edges[e].b;
          tie.schools[1] = edges[e].a;
        }
      g_array_append_val (ties, tie);
    }
  g_array_sort (ties, compare_pairs);
  return ties;
}

/* Those of @ties that are not among @others, by arrangement. */
static GArray *
list_alone (GArray *ties, GArray *others)
{
  GArray *alone = g_array_new (FALSE, FALSE, sizeof (Tie));
  guint o = 0;

  for (guint t = 0; t < ties->len; t++)
    {
      const Tie *tie = &g_array_index (ties, Tie, t);

      while (o < others->len && compare_pairs (&g_array_index (others, Tie, o), tie) < 0)
        o++;
      if (tie->is_home &&
          (o == others->len || compare_pairs (&g_array_index (others, Tie, o), tie) != 0))
        g_array_append_val (alone, *tie);
    }
  g_array_sort (alone, compare_groups);
  return alone;
}

/* The index that a school has on the other side, by either URN. */
static guint
find_on_other_side (const Group *self, gint64 urn_after)
{
  const KithDiffSchool key = { .urn = urn_after };
  const GArray *schools = self->comparing->schools;
  guint low = 0, high = schools->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (schools, KithDiffSchool, middle).urn < key.urn)
        low = middle + 1;
      else
        high = middle;
    }
  if (low == schools->len || g_array_index (schools, KithDiffSchool, low).urn != key.urn)
    return KITH_INDEX_NONE;
  return g_array_index (schools, KithDiffSchool, low).index[1 - self->side];
}

static gboolean
is_live_on_other_side (const Group *self, gint64 urn_after)
{
  const KithNetworkMember *member = kith_comparing_find_member (
      self->comparing, 1 - self->side, find_on_other_side (self, urn_after), self->other);

  return member != NULL && member->is_live;
}

/* Whether the arrangement tied, or ties, nobody on the other side. */
static gboolean
is_whole (const Group *self)
{
  const KithNetworkArrangement *other;
  guint n_live = 0;

  if (self->other == KITH_INDEX_NONE)
    return TRUE;
  other = &self->comparing->records[1 - self->side]->arrangements[self->other];
  for (guint m = 0; other->ties && m < other->n_members; m++)
    n_live += other->members[m].school != KITH_INDEX_NONE && other->members[m].is_live;
  return n_live < 2;
}

static const char *
get_name (const Group *self)
{
  return kith_record_get_arrangement_name (self->comparing->records[self->side], self->arrangement);
}

/* Takes the ties that are marked with @told into an item of their own. */
static void
add_item (const Group *self, gint64 urn, KithDate day)
{
  KithComparing *comparing = self->comparing;
  const KithNetworkArrangement *in =
      &comparing->records[self->side]->arrangements[self->arrangement];
  KithDiffItem *item = kith_comparing_add (
      comparing, self->side == KITH_AFTER ? KITH_DIFF_NEW_LINKS : KITH_DIFF_LOST_LINKS, day, urn);

  item->arrangement_id = in->record != NULL ? in->record->id : KITH_INT_NONE;
  if (urn == KITH_INT_NONE)
    item->name = get_name (self);
  item->first_pair = comparing->pairs->len;
  for (guint t = 0; t < self->n_ties; t++)
    {
      Tie *tie = &self->ties[t];

      if (tie->is_told || (urn != KITH_INT_NONE && tie->pair.a != urn && tie->pair.b != urn))
        continue;
      tie->is_told = TRUE;
      g_array_append_val (comparing->pairs, tie->pair);
      item->n_pairs++;
    }
}

static int
compare_urns (gconstpointer a, gconstpointer b)
{
  gint64 one = *(const gint64 *)a, other = *(const gint64 *)b;

  return (one > other) - (one < other);
}

/* Each school of the ties not yet told once, by URN. */
static GArray *
list_schools (const Group *self)
{
  GArray *urns = g_array_new (FALSE, FALSE, sizeof (gint64));
  guint n = 0;

  for (guint t = 0; t < self->n_ties; t++)
    if (!self->ties[t].is_told)
      {
        g_array_append_val (urns, self->ties[t].pair.a);
        g_array_append_val (urns, self->ties[t].pair.b);
      }
  g_array_sort (urns, compare_urns);
  for (guint u = 0; u < urns->len; u++)
    if (n == 0 || g_array_index (urns, gint64, n - 1) != g_array_index (urns, gint64, u))
      g_array_index (urns, gint64, n++) = g_array_index (urns, gint64, u);
  g_array_set_size (urns, n);
  return urns;
}

static gboolean
lies_between (const KithComparing *self, KithDate day)
{
  return day > self->records[KITH_BEFORE]->as_at && day <= self->records[KITH_AFTER]->as_at;
}

/* The arrangement as a whole came, or went. */
static void
tell_whole (const Group *self)
{
  KithComparing *comparing = self->comparing;
  const KithRecord *record = comparing->records[self->side];
  const KithArrangement *row = record->arrangements[self->arrangement].record;
  const KithArrangement *rows =
      kith_ledger_get_rows (record->ledger, KITH_TABLE_ARRANGEMENT, &(gsize){ 0 });
  KithSpan span = row != NULL ? record->spans[row - rows] : (KithSpan){ 0, KITH_SPAN_NO_END };
  KithDate day = self->side == KITH_AFTER ? span.from : span.until;
  g_autoptr (GArray) urns = list_schools (self);
  const char *names =
      kith_comparing_keep_names (comparing, (const gint64 *)(gpointer)urns->data, urns->len);
  char text[KITH_DATE_TEXT_SIZE + 8];

  if (!lies_between (comparing, day))
    day = KITH_DATE_UNKNOWN;
  kith_date_format (day, KITH_DATE_LONG, text);
  if (self->side == KITH_AFTER && day != KITH_DATE_UNKNOWN)
    kith_wording_add (comparing->wording, _ ("%s began on %s."), get_name (self), text);
  else if (day != KITH_DATE_UNKNOWN)
    kith_wording_add (comparing->wording, _ ("%s ended on %s."), get_name (self), text);
  else if (self->side == KITH_BEFORE)
    kith_wording_add (comparing->wording, _ ("%s ties no schools any more."), get_name (self));
  if (self->side == KITH_AFTER && day == KITH_DATE_UNKNOWN)
    kith_wording_add (comparing->wording, _ ("Through %s these work together now: %s."),
                      get_name (self), names);
  else if (self->side == KITH_AFTER)
    kith_wording_add (comparing->wording, _ ("Through it these work together now: %s."), names);
  else
    kith_wording_add (comparing->wording, _ ("Through it these worked together: %s."), names);
  add_item (self, KITH_INT_NONE, day);
}

/* Why a school’s links through the arrangement are new, or lost; the day, or unknown. */
static KithDate
say_cause (const Group *self, gint64 urn, guint school)
{
  KithComparing *comparing = self->comparing;
  const KithRecord *record = comparing->records[self->side];
  const KithSchool *row = record->schools[school].record;
  const KithNetworkMember *member =
      kith_comparing_find_member (comparing, self->side, school, self->arrangement);
  guint other = find_on_other_side (self, urn);
  const KithNetworkMember *on_other =
      kith_comparing_find_member (comparing, 1 - self->side, other, self->other);
  KithDate joined = member != NULL && member->record != NULL ? member->record->joined : 0;
  KithDate left = member != NULL && member->record != NULL ? member->record->left_date : 0;
  char text[KITH_DATE_TEXT_SIZE + 8];
  const char *sentence = NULL;
  KithDate day = KITH_DATE_UNKNOWN;

  if (self->side == KITH_AFTER && other == KITH_INDEX_NONE)
    sentence = _ ("It opened on %s."), day = row->opened;
  else if (self->side == KITH_AFTER && on_other == NULL)
    sentence = _ ("It joined on %s."), day = joined;
  else if (self->side == KITH_AFTER && !on_other->is_live)
    sentence = _ ("Its membership is live again, since a contact on %s."),
    day = member->last_contact;
  else if (self->side == KITH_BEFORE && other == KITH_INDEX_NONE)
    sentence = _ ("It closed on %s."), day = row->closed;
  else if (self->side == KITH_BEFORE && on_other == NULL)
    sentence = _ ("It left on %s."), day = left;
  if (lies_between (comparing, day))
    {
      kith_wording_add (comparing->wording, sentence, kith_date_format (day, KITH_DATE_LONG, text));
      return day;
    }
  if (self->side == KITH_BEFORE && on_other != NULL && !on_other->is_live)
    {
      day = MAX (MAX (on_other->last_contact, joined), 0);
      if (day != KITH_DATE_UNKNOWN)
        kith_wording_add (comparing->wording,
                          _ ("Its membership faded: nothing on record since %s."),
                          kith_date_format (day, KITH_DATE_LONG, text));
      else
        kith_wording_add (comparing->wording, "%s", _ ("Its membership faded."));
    }
  return KITH_DATE_UNKNOWN;
}

/* One school’s ties not yet told. */
static void
tell_school (const Group *self, gint64 urn, guint school)
{
  KithComparing *comparing = self->comparing;
  g_autoptr (GArray) urns = g_array_new (FALSE, FALSE, sizeof (gint64));
  const char *names, *name = kith_comparing_get_name (comparing, urn);
  KithDate day;

  for (guint t = 0; t < self->n_ties; t++)
    {
      const KithDiffPair *pair = &self->ties[t].pair;

      if (!self->ties[t].is_told && (pair->a == urn || pair->b == urn))
        g_array_append_val (urns, *(pair->a == urn ? &pair->b : &pair->a));
    }
  names = kith_comparing_keep_names (comparing, (const gint64 *)(gpointer)urns->data, urns->len);
  if (self->side == KITH_AFTER)
    kith_wording_add (comparing->wording, _ ("%s works with %s now, through %s."), name, names,
                      get_name (self));
  else
    kith_wording_add (comparing->wording, _ ("%s no longer works with %s through %s."), name, names,
                      get_name (self));
  day = say_cause (self, urn, school);
  add_item (self, urn, day);
}

/* The school whose own membership came or went, or else that has most ties not yet told. */
static guint
count_ties (const Group *self, gint64 urn, guint *school)
{
  guint n = 0;

  for (guint t = 0; t < self->n_ties; t++)
    for (guint end = 0; end < 2; end++)
      {
        const Tie *tie = &self->ties[t];

        if (tie->is_told || (end == 0 ? tie->pair.a : tie->pair.b) != urn)
          continue;
        *school = tie->schools[end];
        n++;
      }
  return n;
}

static gboolean
tell_next_school (const Group *self)
{
  g_autoptr (GArray) urns = list_schools (self);
  guint most = 0, best_school = KITH_INDEX_NONE;
  gboolean has_changed = FALSE;
  gint64 best = KITH_INT_NONE;

  for (guint u = 0; u < urns->len; u++)
    {
      gint64 urn = g_array_index (urns, gint64, u);
      guint school = KITH_INDEX_NONE, n = count_ties (self, urn, &school);
      gboolean is_changed = !is_live_on_other_side (self, urn);

      if (is_changed < has_changed || (is_changed == has_changed && n <= most))
        continue;
      has_changed = is_changed;
      most = n;
      best = urn;
      best_school = school;
    }
  if (best == KITH_INT_NONE)
    return FALSE;
  tell_school (self, best, best_school);
  return TRUE;
}

static guint
find_other_arrangement (const KithComparing *self, guint side, guint arrangement)
{
  const KithRecord *other = self->records[1 - side];
  const KithNetworkArrangement *in = &self->records[side]->arrangements[arrangement];

  if (in->record != NULL)
    return kith_network_find_arrangement (other->network, in->record->id);
  for (guint g = 0; g < other->n_arrangements; g++)
    if (other->arrangements[g].record == NULL && other->arrangements[g].kind == in->kind &&
        g_strcmp0 (other->arrangements[g].name, in->name) == 0)
      return g;
  return KITH_INDEX_NONE;
}

static void
tell_side (KithComparing *self, guint side, GArray *ties)
{
  guint end;

  for (guint first = 0; first < ties->len; first = end)
    {
      guint arrangement = g_array_index (ties, Tie, first).arrangement;
      Group group = { self, side, arrangement, find_other_arrangement (self, side, arrangement) };

      for (end = first;
           end < ties->len && g_array_index (ties, Tie, end).arrangement == arrangement;)
        end++;
      group.ties = &g_array_index (ties, Tie, first);
      group.n_ties = end - first;
      if (is_whole (&group))
        tell_whole (&group);
      else
        while (tell_next_school (&group))
          ;
    }
}

/**
 * kith_comparing_add_links:
 *
 * Tells of pairs of schools that work together on one side alone, each pair once: through the
 * arrangement that gives most of its weight; where all of that came or went at once, in one item,
 * else school by school, first those whose own membership changed.
 */
void
kith_comparing_add_links (KithComparing *self)
{
  g_autoptr (GArray) before = list_ties (self, KITH_BEFORE);
  g_autoptr (GArray) after = list_ties (self, KITH_AFTER);
  g_autoptr (GArray) lost = list_alone (before, after);
  g_autoptr (GArray) gained = list_alone (after, before);

  tell_side (self, KITH_AFTER, gained);
  tell_side (self, KITH_BEFORE, lost);
}
