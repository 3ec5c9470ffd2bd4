/* kith-repair-groups.c: what schools stand on, and which arrangements have room
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-repair-private.h"

static guint
count_live (const KithNetworkArrangement *at, guint live[2])
{
  guint n_live = 0;

  for (guint m = 0; m < at->n_schools; m++)
    if (at->members[m].is_live)
      {
        if (n_live < 2)
          live[n_live] = at->members[m].school;
        n_live++;
      }
  return n_live;
}

/* Trusts are not joined for company, Families are built by rule, a pairing is for two, and
   teaching school alliances are history. */
static gboolean
is_joined (KithKind kind)
{
  return kith_kind_is_link (kind) && !kith_kind_is_standing (kind) && kind != KITH_KIND_FAMILY &&
         kind != KITH_KIND_PAIRING && kind != KITH_KIND_TEACHING_SCHOOL_ALLIANCE;
}

static gboolean
ends_soon (KithNetwork *network, KithDate day)
{
  KithDate as_at = kith_network_get_date (network);

  return day != KITH_DATE_UNKNOWN &&
         day <= as_at + kith_network_get_settings (network)->thread_days;
}

static guint
count_room (KithNetwork *network, const KithNetworkArrangement *at)
{
  const KithSettings *settings = kith_network_get_settings (network);
  guint room =
      at->n_schools >= settings->assembly_schools ? 0 : settings->assembly_schools - at->n_schools;
  guint n_members = 0;

  if (at->record->capacity == KITH_INT_NONE)
    return room;
  for (guint m = 0; m < at->n_members; m++)
    n_members += at->members[m].urn != KITH_INT_NONE;
  if (at->record->capacity <= n_members)
    return 0;
  return (guint)MIN (room, at->record->capacity - n_members);
}

/**
 * kith_footing_get_lack:
 *
 * A school stands when two arrangements or more tie it to others, and to two schools or more:
 * then no pairing's end, no leaving of an arrangement and no parting of two schools isolates
 * it.
 *
 * Returns: how many new links of its own it lacks: 0, 1 or 2
 */
guint
kith_footing_get_lack (const KithFooting *footing)
{
  guint least = MIN (footing->n_carriers, footing->n_tied);

  return least >= 2 ? 0 : 2 - least;
}

/**
 * kith_footings_new:
 * @network: the whole system as at one date
 *
 * Returns: (transfer full) (array): what each school of @network stands on
 */
KithFooting *
kith_footings_new (KithNetwork *network)
{
  guint n, n_schools, live[2];
  const KithNetworkArrangement *arrangements = kith_network_get_arrangements (network, &n);
  KithFooting *footings;

  kith_network_get_schools (network, &n_schools);
  footings = g_new0 (KithFooting, n_schools + 1);
  for (guint i = 0; i < n_schools; i++)
    {
      guint n_tied;
      const KithTied *tied = kith_network_get_tied (network, i, &n_tied);

      footings[i].n_tied = MIN (2, n_tied);
      if (n_tied > 0)
        footings[i].tied = tied[0].school;
    }
  for (guint g = 0; g < n; g++)
    if (arrangements[g].ties && count_live (&arrangements[g], live) >= 2)
      for (guint m = 0; m < arrangements[g].n_schools; m++)
        if (arrangements[g].members[m].is_live)
          footings[arrangements[g].members[m].school].n_carriers++;
  return footings;
}

/**
 * kith_repair_list_groups:
 * @network: the whole system as at one date
 *
 * An arrangement has room up to its capacity, where one is recorded, and up to where it would be
 * an assembly. One that ends, or whose money ends, within the settings' thread_days is not
 * joined, nor is a trust, a federation, a Family, a pairing or one in which nobody is live.
 *
 * Returns: (transfer full) (element-type KithGroup): what a school could join
 */
GArray *
kith_repair_list_groups (KithNetwork *network)
{
  GArray *groups = g_array_new (FALSE, FALSE, sizeof (KithGroup));
  guint n;
  const KithNetworkSchool *schools = kith_network_get_schools (network, &n);
  const KithNetworkArrangement *arrangements = kith_network_get_arrangements (network, &n);

  for (guint g = 0; g < n; g++)
    {
      const KithNetworkArrangement *at = &arrangements[g];
      KithGroup group = { .arrangement = g, .lead = KITH_PLACE_NONE };
      guint lead;

      if (at->record == NULL || !is_joined (at->kind) || at->is_assembly ||
          ends_soon (network, at->record->ends) || ends_soon (network, at->record->funding_ends))
        continue;
      group.room = count_room (network, at);
      group.n_live = MIN (3, count_live (at, group.live));
      if (group.room == 0 || group.n_live == 0)
        continue;
      lead = kith_network_find_school (network, at->record->lead_urn);
      if (lead != KITH_INDEX_NONE)
        group.lead = schools[lead].place;
      g_array_append_val (groups, group);
    }
  return groups;
}
