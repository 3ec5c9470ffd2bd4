/* kith-sample-bond.c: arrangements under construction
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-sample-region-private.h"

/**
 * kith_sample_bond_new:
 * @kind: what it is
 * @authority: where it is
 * @name: a name that no other has
 *
 * Returns: index of a new arrangement without members, in force for five years
 */
guint
kith_sample_bond_new (KithSampleRegion *region, KithKind kind, guint authority, const char *name)
{
  KithSampleArrangement arrangement = {
    .kind = kind,
    .name = name,
    .parent = KITH_SAMPLE_NONE,
    .lead_school = KITH_SAMPLE_NONE,
    .lead_authority = KITH_SAMPLE_NONE,
    .coordinator = KITH_SAMPLE_NONE,
    .deputy = KITH_SAMPLE_NONE,
    .starts = kith_date_add_months (region->dated, -60),
    .authority = authority,
    .members = g_array_new (FALSE, TRUE, sizeof (KithSampleMember)),
  };

  g_array_append_val (region->arrangements, arrangement);
  return region->arrangements->len - 1;
}

/**
 * kith_sample_bond_add:
 * @school: index of a school
 * @role: member, lead, hub, supporter, supported or partner
 * @joined: or unknown
 *
 * Adds a member.
 */
void
kith_sample_bond_add (KithSampleRegion *region,
                      guint arrangement,
                      guint school,
                      const char *role,
                      KithDate joined,
                      KithSampleAttendance attendance)
{
  KithSampleMember member = {
    .school = school,
    .organisation = KITH_SAMPLE_NONE,
    .role = role,
    .joined = joined,
    .attendance = attendance,
  };

  g_array_append_val (KITH_SAMPLE_ARRANGEMENT (region, arrangement)->members, member);
}
