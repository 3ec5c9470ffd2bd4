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
                guint school,
                const KithMembership *membership,
                const KithArrangement *arrangement)
{
  const KithContactParty *parties =
      kith_ledger_get_rows (record->ledger, KITH_TABLE_CONTACT_PARTY, &(gsize){ 0 });
  KithDate last = MAX (membership->joined, arrangement->starts);
  guint n;
  const guint *found =
      kith_row_index_find (record->parties, record->schools[school].record->urn, &n);

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

static void
read_end (const KithRecord *record, guint row, KithPastMembership *past)
{
  KithSpan span = kith_span_of_membership (past->record, record->spans[row]);
  KithDate fade = KITH_DATE_UNKNOWN;

  past->standing = KITH_STANDING_ENDED;
  if (span.from < span.until)
    past->ended = span.until;
  if (past->ended != KITH_DATE_UNKNOWN && past->ended == past->record->left_date)
    past->ended_after = past->record->left_after;
  if (record->has_contacts[row] && !kith_kind_is_standing (past->kind))
    fade = kith_past_find_fade (record->settings, past->kind, past->last);
  if (fade != KITH_DATE_UNKNOWN && fade <= record->as_at &&
      (past->ended == KITH_DATE_UNKNOWN || fade < past->ended))
    {
      past->ended = fade;
      past->ended_after = KITH_DATE_UNKNOWN;
      past->faded = TRUE;
    }
}

static void
add_active (const KithRecord *record, guint school, GArray *list)
{
  guint n;
  const guint *memberships = kith_network_get_memberships (record->network, school, &n);

  for (guint m = 0; m < n; m++)
    {
      const KithNetworkMember *member = kith_network_get_member (record->network, memberships[m]);
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
        past.ended = kith_past_find_fade (record->settings, past.kind, past.last);
      g_array_append_val (list, past);
    }
}

static void
add_ended (const KithRecord *record, guint school, GArray *list)
{
  const KithMembership *rows =
      kith_ledger_get_rows (record->ledger, KITH_TABLE_MEMBERSHIP, &(gsize){ 0 });
  const KithArrangement *arrangements =
      kith_ledger_get_rows (record->ledger, KITH_TABLE_ARRANGEMENT, &(gsize){ 0 });
  guint n;
  const guint *found =
      kith_row_index_find (record->memberships, record->schools[school].record->urn, &n);

  for (guint m = 0; m < n; m++)
    {
      const KithMembership *membership = &rows[found[m]];
      const KithArrangement *in =
          kith_ledger_find (record->ledger, KITH_TABLE_ARRANGEMENT, membership->arrangement_id);
      KithPastMembership past = { .record = membership,
                                  .arrangement = in,
                                  .index = KITH_INDEX_NONE };
      KithSpan span;

      if (in == NULL)
        continue;
      span = kith_span_of_membership (membership, record->spans[in - arrangements]);
      /* what has not begun is on no record yet */
      if (kith_span_holds (span, record->as_at) || span.from > record->as_at)
        continue;
      past.kind = kith_kind_find (in->kind);
      if (past.kind == KITH_N_KINDS)
        past.kind = KITH_KIND_OTHER;
      past.name = in->name;
      past.last = find_last_sign (record, school, membership, in);
      read_end (record, (guint)(in - arrangements), &past);
      g_array_append_val (list, past);
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
 * @school: index
 *
 * Memberships that are active, affiliations too, then those that have ended, in the order of
 * their keys. What begins after the date is left out.
 *
 * Returns: (transfer full) (element-type KithPastMembership): the memberships of @school
 */
GArray *
kith_past_list (const KithRecord *record, guint school)
{
  GArray *list = g_array_new (FALSE, FALSE, sizeof (KithPastMembership));

  add_active (record, school, list);
  add_ended (record, school, list);
  return list;
}
