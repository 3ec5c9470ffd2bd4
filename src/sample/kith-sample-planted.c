/* kith-sample-planted.c: the arrangements that make planted schools what they are
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-sample-region-private.h"

#define FAR_METRES 13000.0
#define NEAR_METRES 9000.0
#define N_NEIGHBOURS 8

static guint
start_bond (KithSampleRegion *region, KithKind kind, guint school, const char *what, int months_ago)
{
  const KithSampleSchool *at = KITH_SAMPLE_SCHOOL (region, school);
  guint bond = kith_sample_bond_new (
      region, kind, at->authority,
      kith_sample_region_keep (region, "%s %u, %s", what, region->arrangements->len,
                               KITH_SAMPLE_TOWN (region, at->town)->name));

  KITH_SAMPLE_ARRANGEMENT (region, bond)->starts =
      kith_date_add_months (region->dated, -months_ago);
  KITH_SAMPLE_ARRANGEMENT (region, bond)->objective = "Better teaching in both schools";
  return bond;
}

/* Clean schools of the same phase nearby, nearest first; these have other ties besides. */
static guint
find_near (KithSampleRegion *region, guint school, guint *found, guint most)
{
  guint near[40], n = 0;
  guint n_near =
      kith_sample_region_find_neighbours (region, school, G_N_ELEMENTS (near), NEAR_METRES, near);

  for (guint i = 0; i < n_near && n < most; i++)
    if (KITH_SAMPLE_SCHOOL (region, near[i])->part == KITH_SAMPLE_PART_CLEAN)
      found[n++] = near[i];
  return n;
}

/* A group of @school and up to @most clean schools nearby, or none where fewer than two are. */
static guint
found_group (KithSampleRegion *region, KithKind kind, guint school, const char *what, guint most)
{
  guint with[12], bond, n = find_near (region, school, with, MIN (most, G_N_ELEMENTS (with)));

  if (n < 2)
    return KITH_SAMPLE_NONE;
  bond = start_bond (region, kind, school, what, 15);
  kith_sample_bond_add (region, bond, school, "member", KITH_DATE_UNKNOWN, KITH_SAMPLE_SILENT);
  for (guint i = 0; i < n; i++)
    kith_sample_bond_add (region, bond, with[i], "member", KITH_DATE_UNKNOWN, KITH_SAMPLE_SILENT);
  return bond;
}

static void
pair_with (KithSampleRegion *region, guint school, guint other, int months_ago)
{
  guint bond = start_bond (region, KITH_KIND_PAIRING, school, "Pairing", months_ago);

  kith_sample_bond_add (region, bond, school, "supported", KITH_DATE_UNKNOWN, KITH_SAMPLE_SILENT);
  kith_sample_bond_add (region, bond, other, "supporter", KITH_DATE_UNKNOWN, KITH_SAMPLE_SILENT);
}

/* Two partners in other authorities and far away. */
static gboolean
pair_far (KithSampleRegion *region, KithRandom *random, guint school)
{
  guint found[2], n = 0;

  for (guint attempt = 0; attempt < 4000 && n < 2; attempt++)
    {
      guint other = kith_random_below (random, region->n_in_scope);
      const KithSampleSchool *at = KITH_SAMPLE_SCHOOL (region, other);

      if (at->part == KITH_SAMPLE_PART_CLEAN && at->is_placed && at->diocese == KITH_SAMPLE_NONE &&
          at->authority != KITH_SAMPLE_SCHOOL (region, school)->authority &&
          kith_place_get_metres (at->place, KITH_SAMPLE_SCHOOL (region, school)->place) >
              FAR_METRES &&
          (n == 0 || other != found[0]))
        found[n++] = other;
    }
  for (guint i = 0; i < n && n == 2; i++)
    pair_with (region, school, found[i], kith_random_between (random, 8, 16));
  return n == 2;
}

static gboolean
pair_ended (KithSampleRegion *region, KithRandom *random, guint school)
{
  guint other, bond;

  if (find_near (region, school, &other, 1) == 0)
    return FALSE;
  bond = start_bond (region, KITH_KIND_PAIRING, school, "Pairing", 40);
  KITH_SAMPLE_ARRANGEMENT (region, bond)->ends =
      kith_date_add_months (region->dated, -kith_random_between (random, 13, 18));
  kith_sample_bond_add (region, bond, school, "supported", KITH_DATE_UNKNOWN, KITH_SAMPLE_SILENT);
  kith_sample_bond_add (region, bond, other, "supporter", KITH_DATE_UNKNOWN, KITH_SAMPLE_SILENT);
  return TRUE;
}

static gboolean
pair_outside (KithSampleRegion *region, guint school)
{
  guint bond = start_bond (region, KITH_KIND_PAIRING, school, "Pairing", 10);
  KithSampleMember outside = {
    KITH_SAMPLE_NONE,  KITH_SAMPLE_NONE,  KITH_SAMPLE_OUTSIDE_URN + bond % 1000,
    "supporter",       KITH_DATE_UNKNOWN, KITH_DATE_UNKNOWN,
    KITH_SAMPLE_SILENT
  };

  kith_sample_bond_add (region, bond, school, "supported", KITH_DATE_UNKNOWN, KITH_SAMPLE_SILENT);
  g_array_append_val (KITH_SAMPLE_ARRANGEMENT (region, bond)->members, outside);
  return TRUE;
}

/* All its neighbours meet without it. */
static gboolean
surround (KithSampleRegion *region, guint school)
{
  guint near[N_NEIGHBOURS], bond;
  guint n = kith_sample_region_find_neighbours (region, school, N_NEIGHBOURS, 10000, near);

  if (n < N_NEIGHBOURS)
    return FALSE;
  bond = start_bond (region, KITH_KIND_STEERING_GROUP, school, "Steering group", 11);
  KITH_SAMPLE_ARRANGEMENT (region, bond)->focus = "Narrowing the gap";
  KITH_SAMPLE_ARRANGEMENT (region, bond)->lead_authority =
      KITH_SAMPLE_SCHOOL (region, school)->authority;
  for (guint i = 0; i < n; i++)
    kith_sample_bond_add (region, bond, near[i], "member", KITH_DATE_UNKNOWN, KITH_SAMPLE_SILENT);
  return TRUE;
}

static gboolean
tie_twins (KithSampleRegion *region, guint school)
{
  guint twin = KITH_SAMPLE_SCHOOL (region, school)->twin, bond;

  if (school > twin)
    return TRUE; /* done with the other one */
  pair_with (region, school, twin, 14);
  bond = start_bond (region, KITH_KIND_RESEARCH_GROUP, school, "Research group", 9);
  kith_sample_bond_add (region, bond, school, "member", KITH_DATE_UNKNOWN, KITH_SAMPLE_SILENT);
  kith_sample_bond_add (region, bond, twin, "member", KITH_DATE_UNKNOWN, KITH_SAMPLE_SILENT);
  return TRUE;
}

static gboolean
hang_by_person (KithSampleRegion *region, KithRandom *random, guint school)
{
  guint person, one, other;

  one = found_group (region, KITH_KIND_RESEARCH_GROUP, school, "Research group", 3);
  if (one == KITH_SAMPLE_NONE)
    return FALSE;
  other = found_group (region, KITH_KIND_PEER_REVIEW, school, "Peer review", 4);
  person = kith_sample_region_add_person (
      region, random, "Collaboration co-ordinator", KITH_SAMPLE_NONE,
      KITH_SAMPLE_AUTHORITY (region, KITH_SAMPLE_SCHOOL (region, school)->authority)->organisation);
  KITH_SAMPLE_ARRANGEMENT (region, one)->coordinator = person;
  KITH_SAMPLE_ARRANGEMENT (region, other)->coordinator = person;
  return TRUE;
}

static gboolean
hang_by_date (KithSampleRegion *region, KithRandom *random, guint school)
{
  guint bond = found_group (region, KITH_KIND_RESEARCH_GROUP, school, "Research group", 3);
  KithDate soon = region->dated + (KithDate)kith_random_between (random, 50, 150);

  if (bond == KITH_SAMPLE_NONE)
    return FALSE;
  if (KITH_SAMPLE_SCHOOL (region, school)->part == KITH_SAMPLE_PART_ENDING)
    KITH_SAMPLE_ARRANGEMENT (region, bond)->ends = soon;
  else
    {
      KITH_SAMPLE_ARRANGEMENT (region, bond)->funding = "Opportunity fund";
      KITH_SAMPLE_ARRANGEMENT (region, bond)->funding_ends = soon;
    }
  return TRUE;
}

/* A research group of which all schools are of one trust. */
static gboolean
group_trust (KithSampleRegion *region, guint school)
{
  guint trust = KITH_SAMPLE_SCHOOL (region, school)->trust;
  guint bond = start_bond (region, KITH_KIND_RESEARCH_GROUP, school, "Research group", 15);
  guint n = 0;

  for (guint l = 0; l < region->group_links->len; l++)
    {
      const KithSampleGroupLink *link =
          &g_array_index (region->group_links, KithSampleGroupLink, l);

      if (link->group == trust && (link->files & KITH_SAMPLE_LINKS_NOW) &&
          link->school < region->n_in_scope && n < 4)
        {
          kith_sample_bond_add (region, bond, link->school, "member", KITH_DATE_UNKNOWN,
                                KITH_SAMPLE_SILENT);
          n++;
        }
    }
  return n > 1;
}

static gboolean
arrange (KithSampleRegion *region, KithRandom *random, guint school)
{
  KithSamplePart part = KITH_SAMPLE_SCHOOL (region, school)->part;

  switch (part)
    {
    case KITH_SAMPLE_PART_ENDED:
    case KITH_SAMPLE_PART_ACT_NOW:
      return pair_ended (region, random, school);
    case KITH_SAMPLE_PART_FAR:
      return pair_far (region, random, school);
    case KITH_SAMPLE_PART_ODD:
    case KITH_SAMPLE_PART_ODD_NOT_ASKED:
      return surround (region, school);
    case KITH_SAMPLE_PART_ODD_FAR:
      return pair_far (region, random, school) && surround (region, school);
    case KITH_SAMPLE_PART_OUTSIDE:
      return pair_outside (region, school);
    case KITH_SAMPLE_PART_CUT_OFF:
      return tie_twins (region, school);
    case KITH_SAMPLE_PART_ONE_PERSON:
      return hang_by_person (region, random, school);
    case KITH_SAMPLE_PART_FUNDING_ENDS:
    case KITH_SAMPLE_PART_ENDING:
      return hang_by_date (region, random, school);
    case KITH_SAMPLE_PART_SHARED_TRUST:
      return group_trust (region, school);
    case KITH_SAMPLE_PART_LEFT_FEDERATION:
    case KITH_SAMPLE_PART_LEFT_PARTNERSHIP:
      return found_group (region, KITH_KIND_RESEARCH_GROUP, school, "Research group", 3) !=
             KITH_SAMPLE_NONE;
    default:
      return TRUE;
    }
}

/**
 * kith_sample_make_planted:
 *
 * Ties planted schools as their parts ask. One for which nobody suitable is near keeps no
 * promise and counts as the rest.
 */
void
kith_sample_make_planted (KithSampleRegion *region)
{
  KithRandom random;

  kith_random_seed (&random, region->seed, KITH_SAMPLE_STREAM_PARTNERSHIPS + 500);
  for (guint s = 0; s < region->n_in_scope; s++)
    if (!arrange (region, &random, s))
      KITH_SAMPLE_SCHOOL (region, s)->part = KITH_SAMPLE_PART_REST;
}
