/* kith-sample-collaboration.c: what ties schools beyond their town and hub
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-sample-region-private.h"

#include <string.h>

#define STRAND_AUTHORITIES 10
#define STRAND_SCHOOLS 3 /* of each authority: 30, no assembly */

static gboolean
is_clean (KithSampleRegion *region, guint school)
{
  return KITH_SAMPLE_SCHOOL (region, school)->part == KITH_SAMPLE_PART_CLEAN;
}

/* The next clean school of the authority from @from on, around the end, or none. */
static guint
find_clean (KithSampleRegion *region, guint authority, guint from)
{
  const KithSampleAuthority *at = KITH_SAMPLE_AUTHORITY (region, authority);

  for (guint i = 0; i < at->n_schools; i++)
    {
      guint school = at->first_school + (from + i) % at->n_schools;

      if (is_clean (region, school))
        return school;
    }
  return KITH_SAMPLE_NONE;
}

/* One authority leads, its neighbours take part: the strands together reach all authorities. */
static void
found_strands (KithSampleRegion *region, KithRandom *random)
{
  guint n = region->authorities->len;

  for (guint first = 0; first < n; first += STRAND_AUTHORITIES / 2)
    {
      const char *focus = kith_sample_words_get_area (first / 5);
      guint bond = kith_sample_bond_new (
          region, KITH_KIND_WORK_STRAND, first,
          kith_sample_region_keep (region, "%s strand, led by %s", focus,
                                   KITH_SAMPLE_AUTHORITY (region, first)->name));

      KITH_SAMPLE_ARRANGEMENT (region, bond)->focus = focus;
      KITH_SAMPLE_ARRANGEMENT (region, bond)->objective = "One authority leads, all take part";
      KITH_SAMPLE_ARRANGEMENT (region, bond)->lead_authority = first;
      for (guint a = first; a < MIN (n, first + STRAND_AUTHORITIES); a++)
        {
          guint from =
              kith_random_below (random, MAX (1, KITH_SAMPLE_AUTHORITY (region, a)->n_schools));
          guint last = KITH_SAMPLE_NONE;

          for (guint k = 0; k < STRAND_SCHOOLS; k++)
            {
              guint school = find_clean (region, a,
                                         from + k * KITH_SAMPLE_AUTHORITY (region, a)->n_schools /
                                                    STRAND_SCHOOLS);

              if (school != KITH_SAMPLE_NONE && school != last)
                kith_sample_bond_add (region, bond, school, "member", KITH_DATE_UNKNOWN,
                                      KITH_SAMPLE_SILENT);
              last = school;
            }
        }
    }
}

/* Whether a school that nothing particular is promised of, or all is well with, may join. */
static gboolean
may_join (KithSampleRegion *region, guint school)
{
  KithSamplePart part = KITH_SAMPLE_SCHOOL (region, school)->part;

  return part == KITH_SAMPLE_PART_CLEAN || part == KITH_SAMPLE_PART_REST;
}

/* Primary schools alike and far apart, twelve to twenty in a Family; none whose findings are known.
 */
static void
found_families (KithSampleRegion *region)
{
  g_autoptr (GArray) schools = g_array_new (FALSE, FALSE, sizeof (guint));
  guint n_families, stride;

  for (guint s = 0; s < region->n_in_scope; s++)
    if (KITH_SAMPLE_SCHOOL (region, s)->part == KITH_SAMPLE_PART_REST &&
        KITH_SAMPLE_SCHOOL (region, s)->phase == KITH_SAMPLE_PHASE_PRIMARY)
      g_array_append_val (schools, s);
  n_families = schools->len / 45;
  stride = n_families == 0 ? 1 : schools->len / 15;
  for (guint f = 0; f < n_families; f++)
    {
      guint bond = kith_sample_bond_new (region, KITH_KIND_FAMILY, 0,
                                         kith_sample_region_keep (region, "Family %u", f + 1));

      KITH_SAMPLE_ARRANGEMENT (region, bond)->starts = kith_date_add_months (region->dated, -14);
      KITH_SAMPLE_ARRANGEMENT (region, bond)->objective = "Each to the north-east of where it was";
      for (guint k = 0; k < 15 && f + k * stride < schools->len; k++)
        kith_sample_bond_add (region, bond, g_array_index (schools, guint, f + k * stride),
                              "member", KITH_DATE_UNKNOWN, KITH_SAMPLE_SILENT);
    }
}

/* A school in need and one from another authority that has been there. */
static void
pair_schools (KithSampleRegion *region, KithRandom *random)
{
  guint n = region->n_in_scope / 25;

  for (guint p = 0; p < n; p++)
    {
      guint one = kith_random_below (random, region->n_in_scope), other, bond;

      other = find_clean (
          region, (KITH_SAMPLE_SCHOOL (region, one)->authority + 1) % region->authorities->len,
          kith_random_below (random, 50));
      if (!is_clean (region, one) || other == KITH_SAMPLE_NONE || other == one)
        continue;
      bond = kith_sample_bond_new (region, KITH_KIND_PAIRING,
                                   KITH_SAMPLE_SCHOOL (region, one)->authority,
                                   kith_sample_region_keep (region, "Keys to success %u", p + 1));
      KITH_SAMPLE_ARRANGEMENT (region, bond)->starts =
          kith_date_add_months (region->dated, -kith_random_between (random, 3, 14));
      KITH_SAMPLE_ARRANGEMENT (region, bond)->ends =
          kith_date_add_months (region->dated, kith_random_between (random, 7, 16));
      KITH_SAMPLE_ARRANGEMENT (region, bond)->objective = "Both schools learn";
      if (kith_random_chance (random, 60))
        KITH_SAMPLE_ARRANGEMENT (region, bond)->records = KITH_SAMPLE_RECORDS_VISITS;
      kith_sample_bond_add (region, bond, one, "supported", KITH_DATE_UNKNOWN, KITH_SAMPLE_PRESENT);
      kith_sample_bond_add (region, bond, other, "supporter", KITH_DATE_UNKNOWN,
                            KITH_SAMPLE_PRESENT);
    }
}

/* The next @most schools from @from on that may join and are primary, or are secondary. */
static void
join_next (KithSampleRegion *region, guint bond, guint from, guint most, KithPhase phase)
{
  for (guint s = from; s < region->n_in_scope && most > 0; s++)
    if (may_join (region, s) && KITH_SAMPLE_SCHOOL (region, s)->compared == phase)
      {
        kith_sample_bond_add (region, bond, s, "member", KITH_DATE_UNKNOWN,
                              KITH_SAMPLE_OFTEN_PRESENT);
        most--;
      }
}

/* A charity's initiative in clusters of five or six primaries for two years: one that is over, one
 * whose money and time run out soon, one that goes on. */
static void
run_programmes (KithSampleRegion *region, KithRandom *random)
{
  static const char *const names[] = { "Reading Together", "Numbers Count Here", "Talk First" };

  for (guint a = 0; a < region->authorities->len; a++)
    {
      guint number = a % 3, months = number == 0 ? 30 : number == 1 ? 21 : 9;
      const char *name = kith_sample_region_keep (region, "%s in %s", names[number],
                                                  KITH_SAMPLE_AUTHORITY (region, a)->name);
      guint parent = kith_sample_bond_new (region, KITH_KIND_PROGRAMME, a, name);
      KithDate starts = kith_date_add_months (region->dated, -(int)months),
               ends = kith_date_add_months (starts, 24);

      KITH_SAMPLE_ARRANGEMENT (region, parent)->starts = starts;
      KITH_SAMPLE_ARRANGEMENT (region, parent)->ends = ends;
      KITH_SAMPLE_ARRANGEMENT (region, parent)->funding = "A charity";
      KITH_SAMPLE_ARRANGEMENT (region, parent)->funding_ends = ends;
      KITH_SAMPLE_ARRANGEMENT (region, parent)->objective =
          "Clusters that go on when the money ends";
      for (guint c = 0; c < 2; c++)
        {
          const KithSampleAuthority *at = KITH_SAMPLE_AUTHORITY (region, a);
          guint cluster = kith_sample_bond_new (
              region, KITH_KIND_CLUSTER, a,
              kith_sample_region_keep (region, "%s, cluster %u", name, c + 1));

          KITH_SAMPLE_ARRANGEMENT (region, cluster)->parent = parent;
          KITH_SAMPLE_ARRANGEMENT (region, cluster)->starts = starts;
          KITH_SAMPLE_ARRANGEMENT (region, cluster)->objective = "Lessons planned together";
          join_next (region, cluster, at->first_school + c * at->n_schools / 2,
                     (guint)kith_random_between (random, 5, 6), KITH_PHASE_PRIMARY);
        }
    }
}

/* Somebody from outside the schools takes part. */
static void
join_organisation (KithSampleRegion *region, guint bond, const char *name, const char *kind)
{
  KithSampleMember member = { KITH_SAMPLE_NONE,
                              kith_sample_region_add_organisation (region, name, kind),
                              0,
                              "partner",
                              KITH_DATE_UNKNOWN,
                              KITH_DATE_UNKNOWN,
                              KITH_SAMPLE_SILENT };

  g_array_append_val (KITH_SAMPLE_ARRANGEMENT (region, bond)->members, member);
}

/* A secondary school, primaries around it and a charity. What was signed differs: paper agreements.
 */
static void
found_zones (KithSampleRegion *region)
{
  static const char *const signed_by[][2] = {
    { "yes", "yes" }, { "", "" }, { "no", "yes" }, { "yes", "past" }
  };

  for (guint a = 0; a < region->authorities->len; a++)
    {
      const KithSampleAuthority *at = KITH_SAMPLE_AUTHORITY (region, a);
      const char *town = KITH_SAMPLE_TOWN (region, at->first_town)->name;
      guint bond =
          kith_sample_bond_new (region, KITH_KIND_ZONE, a,
                                kith_sample_region_keep (region, "%s Neighbourhood Zone", town));
      KithSampleArrangement *zone = KITH_SAMPLE_ARRANGEMENT (region, bond);

      zone->starts = kith_date_add_months (region->dated, -18);
      zone->objective = "One plan for the neighbourhood\u2019s children";
      zone->memorandum = signed_by[a % 4][0];
      zone->data_sharing =
          strcmp (signed_by[a % 4][1], "past") != 0
              ? signed_by[a % 4][1]
              : kith_sample_region_keep (region, "%d-07-31", region->last_year + 1);
      join_next (region, bond, at->first_school, 1, KITH_PHASE_SECONDARY);
      join_next (region, bond, at->first_school, 4, KITH_PHASE_PRIMARY);
      join_organisation (region, bond,
                         kith_sample_region_keep (region, "%s Children\u2019s Charity", town),
                         "charity");
      join_organisation (region, bond, kith_sample_region_keep (region, "%s Homes", town),
                         "housing association");
    }
}

/* Meetings without aim or outcome. */
static void
found_talking_groups (KithSampleRegion *region)
{
  for (guint a = 0; a < region->authorities->len; a += 3)
    {
      const KithSampleAuthority *at = KITH_SAMPLE_AUTHORITY (region, a);
      guint bond;

      if (at->is_thin)
        continue;
      bond = kith_sample_bond_new (
          region, KITH_KIND_STEERING_GROUP, a,
          kith_sample_region_keep (region, "%s Forum",
                                   KITH_SAMPLE_TOWN (region, at->first_town)->name));
      KITH_SAMPLE_ARRANGEMENT (region, bond)->starts = kith_date_add_months (region->dated, -26);
      KITH_SAMPLE_ARRANGEMENT (region, bond)->records = KITH_SAMPLE_RECORDS_TALK;
      for (guint k = 0; k < 5; k++)
        {
          guint school = find_clean (region, a, k * 7);

          if (school != KITH_SAMPLE_NONE)
            kith_sample_bond_add (region, bond, school, "member", KITH_DATE_UNKNOWN,
                                  KITH_SAMPLE_PRESENT);
        }
    }
}

/* Secondary schools of three authorities review each other, with a university. */
static void
found_reviews (KithSampleRegion *region)
{
  for (guint a = 0; a + 2 < region->authorities->len; a++)
    {
      guint bond = kith_sample_bond_new (region, KITH_KIND_PEER_REVIEW, a,
                                         kith_sample_region_keep (region, "Peer review %u", a + 1));

      KITH_SAMPLE_ARRANGEMENT (region, bond)->starts = kith_date_add_months (region->dated, -12);
      KITH_SAMPLE_ARRANGEMENT (region, bond)->objective = "A visit each to the other two";
      KITH_SAMPLE_ARRANGEMENT (region, bond)->memorandum = "yes";
      KITH_SAMPLE_ARRANGEMENT (region, bond)->data_sharing = "yes";
      for (guint k = 0; k < 3; k++)
        join_next (region, bond, KITH_SAMPLE_AUTHORITY (region, a + k)->first_school, 1,
                   KITH_PHASE_SECONDARY);
      if (a % 5 == 0)
        join_organisation (region, bond,
                           kith_sample_region_keep (region, "University of %s",
                                                    KITH_SAMPLE_TOWN (region, a)->name),
                           "university");
    }
}

/* Too large to tie anybody: a learning partnership of a whole authority, and a teaching school hub.
 */
static void
found_assemblies (KithSampleRegion *region)
{
  for (guint a = 1; a < region->authorities->len; a += 6)
    {
      const KithSampleAuthority *at = KITH_SAMPLE_AUTHORITY (region, a);
      guint all = kith_sample_bond_new (
          region, KITH_KIND_LEARNING_PARTNERSHIP, a,
          kith_sample_region_keep (region, "%s Learning Partnership", at->name));
      guint hub = kith_sample_bond_new (
          region, KITH_KIND_HUB, a,
          kith_sample_region_keep (region, "%s Teaching School Hub", at->name));

      KITH_SAMPLE_ARRANGEMENT (region, all)->objective = "No school left behind";
      KITH_SAMPLE_ARRANGEMENT (region, hub)->objective = "Training for early career teachers";
      KITH_SAMPLE_ARRANGEMENT (region, hub)->starts = kith_date_new (2021, 9, 1);
      for (guint s = at->first_school; s < at->first_school + at->n_schools; s++)
        if (may_join (region, s))
          kith_sample_bond_add (region, all, s, "member", KITH_DATE_UNKNOWN, KITH_SAMPLE_SILENT);
      for (guint s = 0; s < region->n_in_scope; s += 3)
        if (may_join (region, s) &&
            ABS ((int)KITH_SAMPLE_SCHOOL (region, s)->authority - (int)a) <= 1)
          kith_sample_bond_add (region, hub, s, "member", KITH_DATE_UNKNOWN, KITH_SAMPLE_SILENT);
    }
}

/**
 * kith_sample_make_collaboration:
 *
 * Work strands, Families, pairings, programmes, zones, steering groups, peer reviews, learning
 * partnerships and teaching school hubs. They tie only schools that are clean or of which
 * nothing is promised, so that planted ones stay as they are.
 */
void
kith_sample_make_collaboration (KithSampleRegion *region)
{
  KithRandom random;

  kith_random_seed (&random, region->seed, KITH_SAMPLE_STREAM_PARTNERSHIPS + 700);
  found_strands (region, &random);
  found_families (region);
  pair_schools (region, &random);
  run_programmes (region, &random);
  found_zones (region);
  found_talking_groups (region);
  found_reviews (region);
  found_assemblies (region);
}
