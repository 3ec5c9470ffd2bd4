/* kith-network-recency.c: how long ago each membership was last heard of
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-network-private.h"
#include "kith-party-contacts.h"

/* Members of one arrangement are by school, then URN, then organisation. */
static KithNetworkMember *
find_member (KithNetwork *self, guint arrangement, const KithContactParty *party)
{
  const KithNetworkArrangement *in = &self->arrangements[arrangement];
  guint school = kith_network_find_school (self, party->urn);
  guint low = (guint)(in->members - self->members), high = low + in->n_members;
  gint64 organisation_id = party->urn == KITH_INT_NONE ? party->organisation_id : KITH_INT_NONE;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;
      KithNetworkMember *member = &self->members[middle];
      gboolean is_before =
          member->school != school
              ? member->school < school
              : (member->urn != party->urn ? member->urn < party->urn
                                           : member->organisation_id < organisation_id);

      if (member->school == school && member->urn == party->urn &&
          member->organisation_id == organisation_id)
        return member;
      if (is_before)
        low = middle + 1;
      else
        high = middle;
    }
  return NULL;
}

/* Of each contact on or before the date under an active arrangement, that arrangement. */
static guint *
list_contact_arrangements (KithNetwork *self, const KithContact *contacts, gsize n_contacts)
{
  guint *numbers = g_new (guint, n_contacts + 1);

  for (gsize c = 0; c < n_contacts; c++)
    {
      numbers[c] = KITH_INDEX_NONE;
      if (contacts[c].date == KITH_DATE_UNKNOWN || contacts[c].date > self->as_at)
        continue;
      numbers[c] = kith_network_find_arrangement (self, contacts[c].arrangement_id);
      if (numbers[c] != KITH_INDEX_NONE)
        self->arrangements[numbers[c]].has_contacts = TRUE;
    }
  return numbers;
}

static void
find_last_contacts (KithNetwork *self)
{
  gsize n_contacts, n_parties;
  const KithContact *contacts =
      kith_ledger_get_rows (self->ledger, KITH_TABLE_CONTACT, &n_contacts);
  const KithContactParty *parties =
      kith_ledger_get_rows (self->ledger, KITH_TABLE_CONTACT_PARTY, &n_parties);
  g_autofree guint *numbers = list_contact_arrangements (self, contacts, n_contacts);
  g_autofree guint *rows = kith_party_contacts_list (self->ledger);

  for (gsize p = 0; p < n_parties; p++)
    {
      KithNetworkMember *member;

      if (rows[p] == KITH_CONTACT_NONE || numbers[rows[p]] == KITH_INDEX_NONE)
        continue;
      member = find_member (self, numbers[rows[p]], &parties[p]);
      if (member != NULL)
        member->last_contact = MAX (member->last_contact, contacts[rows[p]].date);
    }
}

/* c_ig; unknown where there is no day at all. Unknown days come before all others. */
static KithDate
find_last_sign (const KithNetworkArrangement *arrangement, const KithNetworkMember *member)
{
  KithDate last = member->last_contact;

  if (member->record != NULL)
    last = MAX (last, member->record->joined);
  if (arrangement->record != NULL)
    last = MAX (last, arrangement->record->starts);
  return last;
}

/**
 * kith_network_measure_recency:
 * @self: a network in the making, with its memberships
 *
 * METHODS, section 3: r_ig, and which memberships are live.
 */
void
kith_network_measure_recency (KithNetwork *self)
{
  find_last_contacts (self);
  for (guint m = 0; m < self->n_members; m++)
    {
      KithNetworkMember *member = &self->members[m];
      const KithNetworkArrangement *arrangement = &self->arrangements[member->arrangement];
      KithDate last = find_last_sign (arrangement, member);

      member->recency = 1;
      if (!kith_kind_is_standing (arrangement->kind))
        {
          member->recency = 0;
          if (last != KITH_DATE_UNKNOWN)
            member->recency =
                exp2 (-(double)(self->as_at - last) / self->settings->half_life[arrangement->kind]);
          member->is_unrecorded = !arrangement->has_contacts || last == KITH_DATE_UNKNOWN;
          if (member->is_unrecorded)
            member->recency = MAX (member->recency, self->settings->unrecorded_recency);
        }
      member->is_live = member->recency >= self->settings->live_recency;
    }
}
