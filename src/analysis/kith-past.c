/* kith-past.c: the partnerships that a school is, or was, recorded in
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-past.h"

/* c_ig from the register's own rows, for a membership that the network does not hold. */
static KithDate
find_last_sign (const KithRecord *record,
                const KithMembership *membership,
                const KithArrangement *arrangement)
{
  const KithContactParty *parties =
      kith_ledger_get_rows (record->ledger, KITH_TABLE_CONTACT_PARTY, &(gsize){ 0 });
  KithDate last = MAX (membership->joined, arrangement->starts);
  guint n;
  const guint *found = kith_row_index_find (record->parties, membership->urn, &n);

  for (guint p = 0; p < n; p++)
    {
      const KithContact *contact =
          kith_ledger_find (record->ledger, KITH_TABLE_CONTACT, parties[found[p]].contact_id);

      if (contact != NULL && contact->arrangement_id == arrangement->id &&
          contact->date <= record->as_at)
        last = MAX (last, contact->date);
    }
  return last;
}

/* The first day on which it was not live: until the first contact under an arrangement nobody
   counts a member as faded. */
static KithDate
find_fade (const KithRecord *record, const KithPastMembership *past)
{
  const KithArrangement *rows =
      kith_ledger_get_rows (record->ledger, KITH_TABLE_ARRANGEMENT, &(gsize){ 0 });
  KithDate first, fade;

  if (past->arrangement == NULL || kith_kind_is_standing (past->kind))
    return KITH_DATE_UNKNOWN;
  first = record->first_contact[past->arrangement - rows];
  fade = kith_past_find_fade (record->settings, past->kind, past->last);
  if (first == KITH_DATE_UNKNOWN || fade == KITH_DATE_UNKNOWN)
    return KITH_DATE_UNKNOWN;
  return MAX (fade, first);
}

static void
read_end (const KithRecord *record, KithSpan span, KithPastMembership *past)
{
  KithDate fade = find_fade (record, past);

  past->standing = KITH_STANDING_ENDED;
  if (span.from < span.until && span.until != KITH_SPAN_NO_END)
    past->ended = span.until;
  if (past->ended != KITH_DATE_UNKNOWN && past->ended == past->record->left_date)
    past->ended_after = past->record->left_after;
  if (fade != KITH_DATE_UNKNOWN && fade <= record->as_at &&
      (past->ended == KITH_DATE_UNKNOWN || fade < past->ended))
    {
      past->ended = fade;
      past->ended_after = KITH_DATE_UNKNOWN;
      past->faded = TRUE;
    }
}

static void
add_member (const KithRecord *record, const KithNetworkMember *member, GArray *list)
{
  const KithNetworkArrangement *in = &record->arrangements[member->arrangement];
  KithPastMembership past = {
    .record = member->record,
    .arrangement = in->record,
    .kind = in->kind,
    .name = in->name,
    .standing = member->is_live ? KITH_STANDING_LIVE : KITH_STANDING_FADED,
    .is_unrecorded = member->is_unrecorded,
    .recency = member->recency,
    .last = member->last_contact,
    .index = member->arrangement,
  };

  if (member->record != NULL)
    past.last = MAX (past.last, member->record->joined);
  if (in->record != NULL)
    past.last = MAX (past.last, in->record->starts);
  past.faded = !member->is_live;
  if (past.faded)
    past.ended = find_fade (record, &past);
  g_array_append_val (list, past);
}

static void
add_active (const KithRecord *record, guint school, GArray *list)
{
  guint n;
  const guint *memberships = kith_network_get_memberships (record->network, school, &n);

  for (guint m = 0; m < n; m++)
    add_member (record, kith_network_get_member (record->network, memberships[m]), list);
}

/* Of a school that is not in the network: out of scope, or not open. */
static const KithNetworkMember *
find_member (const KithRecord *record, const KithMembership *membership)
{
  guint g = kith_network_find_arrangement (record->network, membership->arrangement_id);

  for (guint m = 0; g != KITH_INDEX_NONE && m < record->arrangements[g].n_members; m++)
    if (record->arrangements[g].members[m].record == membership)
      return &record->arrangements[g].members[m];
  return NULL;
}

static void
add_ended (const KithRecord *record,
           const KithMembership *membership,
           const KithArrangement *in,
           KithSpan span,
           GArray *list)
{
  KithPastMembership past = {
    .record = membership, .arrangement = in, .name = in->name, .index = KITH_INDEX_NONE
  };

  past.kind = kith_kind_find (in->kind);
  if (past.kind == KITH_N_KINDS)
    past.kind = KITH_KIND_OTHER;
  past.last = find_last_sign (record, membership, in);
  read_end (record, span, &past);
  g_array_append_val (list, past);
}

static void
add_others (const KithRecord *record, gint64 urn, guint school, GArray *list)
{
  const KithMembership *rows =
      kith_ledger_get_rows (record->ledger, KITH_TABLE_MEMBERSHIP, &(gsize){ 0 });
  const KithArrangement *arrangements =
      kith_ledger_get_rows (record->ledger, KITH_TABLE_ARRANGEMENT, &(gsize){ 0 });
  const KithSchool *own = kith_ledger_find (record->ledger, KITH_TABLE_SCHOOL, urn);
  guint n;
  const guint *found = kith_row_index_find (record->memberships, urn, &n);

  for (guint m = 0; m < n; m++)
    {
      const KithMembership *membership = &rows[found[m]];
      const KithArrangement *in =
          kith_ledger_find (record->ledger, KITH_TABLE_ARRANGEMENT, membership->arrangement_id);
      const KithNetworkMember *member = NULL;
      KithSpan span;

      if (in == NULL)
        continue;
      span = kith_span_of_membership (membership, record->spans[in - arrangements]);
      if (span.from > record->as_at) /* what has not begun is on no record yet */
        continue;
      if (kith_span_holds (span, record->as_at) && school != KITH_INDEX_NONE)
        continue;
      if (kith_span_holds (span, record->as_at))
        member = find_member (record, membership);
      if (member != NULL)
        add_member (record, member, list);
      else
        add_ended (record, membership, in,
                   kith_span_cut (span, KITH_DATE_UNKNOWN, own != NULL ? own->closed : 0), list);
    }
}

/**
 * kith_past_find_fade:
 * @settings: of the network
 * @kind: one that is not standing
 * @last: c_ig, or unknown
 *
 * Returns: the first day on which a membership last heard of on @last is not live, or unknown
 */
KithDate
kith_past_find_fade (const KithSettings *settings, KithKind kind, KithDate last)
{
  double half_life = settings->half_life[kind];
  KithDate days;

  if (last == KITH_DATE_UNKNOWN)
    return KITH_DATE_UNKNOWN;
  days = (KithDate)MAX (0, floor (-log2 (settings->live_recency) * half_life) - 1);
  while (exp2 (-(double)days / half_life) >= settings->live_recency)
    days++;
  return last + days;
}

/**
 * kith_past_list:
 * @record: what findings look at
 * @urn: of a school, in the network or not
 *
 * Memberships that are active, affiliations too, then those that have ended, in the order of
 * their keys. What begins after the date is left out.
 *
 * Returns: (transfer full) (element-type KithPastMembership): its memberships
 */
GArray *
kith_past_list (const KithRecord *record, gint64 urn)
{
  GArray *list = g_array_new (FALSE, FALSE, sizeof (KithPastMembership));
  guint school = kith_network_find_school (record->network, urn);

  if (school != KITH_INDEX_NONE)
    add_active (record, school, list);
  add_others (record, urn, school, list);
  return list;
}
