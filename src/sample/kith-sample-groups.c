/* kith-sample-groups.c: trusts, federations and sponsors, now and before
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-sample-region-private.h"

#define FIRST_UID 70001
#define TRUST_METRES 8000.0
#define FIRST_COMPANY 1000001

static guint
add_group (KithSampleRegion *region,
           KithRandom *random,
           KithSampleGroupType type,
           const char *name,
           guint town)
{
  gboolean is_company =
      type == KITH_SAMPLE_MULTI_ACADEMY_TRUST || type == KITH_SAMPLE_SINGLE_ACADEMY_TRUST;
  KithSampleGroup group = {
    .uid = FIRST_UID + region->groups->len,
    .type = type,
    .name = name,
    .town = town,
    .trust_number = is_company ? region->groups->len + 1 : 0,
    .company = is_company ? FIRST_COMPANY + region->groups->len * 7 : 0,
    .opened = kith_date_new (kith_random_between (random, 2010, 2019),
                             kith_random_between (random, 1, 12), 1),
  };

  g_array_append_val (region->groups, group);
  return region->groups->len - 1;
}

static void
add_link (
    KithSampleRegion *region, guint group, guint school, KithDate joined, KithSampleLinkFiles files)
{
  KithSampleGroupLink link = { group, school, joined, files };

  g_array_append_val (region->group_links, link);
  if (files & KITH_SAMPLE_LINKS_NOW)
    KITH_SAMPLE_GROUP (region, group)->n_members++;
}

/* In which files a membership stands that began on @joined and goes on. */
static KithSampleLinkFiles
find_files (const KithSampleRegion *region, KithDate joined)
{
  return KITH_SAMPLE_LINKS_NOW |
         (joined <= kith_date_add_months (region->dated, -13) ? KITH_SAMPLE_LINKS_BEFORE : 0) |
         (joined <= kith_date_add_months (region->dated, -49) ? KITH_SAMPLE_LINKS_EARLY : 0);
}

static void
join_trust (KithSampleRegion *region, KithRandom *random, guint group, guint school)
{
  KithSampleSchool *at = KITH_SAMPLE_SCHOOL (region, school);
  KithDate joined = MAX (at->opened, KITH_SAMPLE_GROUP (region, group)->opened);

  /* some joined before their trust was founded, as GIAS has it */
  if (kith_random_chance (random, 5))
    joined = at->opened;
  at->trust = group;
  add_link (region, group, school, joined, find_files (region, joined));
}

static gboolean
is_academy (KithSampleRegion *region, guint school)
{
  return kith_sample_type_get_info (KITH_SAMPLE_SCHOOL (region, school)->type)->is_academy;
}

/* A school that is there to be seen with others. */
static gboolean
is_company_for_plants (KithSampleRegion *region, guint school)
{
  KithSamplePart part = KITH_SAMPLE_SCHOOL (region, school)->part;

  return part == KITH_SAMPLE_PART_CLEAN || part == KITH_SAMPLE_PART_REST;
}

/* A trust around a planted academy, some of it near. Where nobody is near, it is not planted. */
static void
found_planted_trusts (KithSampleRegion *region, KithRandom *random)
{
  for (guint s = 0; s < region->n_in_scope; s++)
    {
      KithSampleSchool *school = KITH_SAMPLE_SCHOOL (region, s);
      const KithSamplePartInfo *info = kith_sample_part_get_info (school->part);
      guint near[60], with[4], n_near, n_with = 0, group;

      if (school->part < KITH_SAMPLE_FIRST_PLANTED || !(info->kit & KITH_SAMPLE_KIT_ACADEMY) ||
          school->part == KITH_SAMPLE_PART_ALONE)
        continue;
      n_near = kith_sample_region_find_neighbours (region, s, 60, TRUST_METRES, near);
      for (guint i = 0; i < n_near && n_with < 4; i++)
        if (is_academy (region, near[i]) && is_company_for_plants (region, near[i]) &&
            KITH_SAMPLE_SCHOOL (region, near[i])->trust == KITH_SAMPLE_NONE)
          with[n_with++] = near[i];
      if (n_with < 2)
        {
          school->part = KITH_SAMPLE_PART_REST;
          continue;
        }
      group = add_group (region, random, KITH_SAMPLE_MULTI_ACADEMY_TRUST,
                         kith_sample_words_new_trust (region, random), school->town);
      if (school->part == KITH_SAMPLE_PART_SHUNTED)
        school->trust = group; /* it comes to it by a long way: kith_sample_make_groups */
      else
        join_trust (region, random, group, s);
      for (guint i = 0; i < n_with; i++)
        join_trust (region, random, group, with[i]);
    }
}

static guint
choose_size (KithRandom *random)
{
  guint draw = kith_random_below (random, 100);

  return (guint)(draw < 14   ? 1
                 : draw < 58 ? kith_random_between (random, 2, 5)
                 : draw < 85 ? kith_random_between (random, 6, 12)
                 : draw < 97 ? kith_random_between (random, 13, 25)
                             : kith_random_between (random, 26, 45));
}

/* Schools stand town by town, so that those next in line are near; some are passed over. */
static void
found_trusts (KithSampleRegion *region, KithRandom *random)
{
  for (guint s = 0; s < region->n_in_scope; s++)
    {
      guint size, group;
      gboolean is_alone = KITH_SAMPLE_SCHOOL (region, s)->part == KITH_SAMPLE_PART_ALONE;

      if (!is_academy (region, s) || KITH_SAMPLE_SCHOOL (region, s)->trust != KITH_SAMPLE_NONE)
        continue;
      size = is_alone ? 1 : choose_size (random);
      group = add_group (
          region, random,
          size == 1 ? KITH_SAMPLE_SINGLE_ACADEMY_TRUST : KITH_SAMPLE_MULTI_ACADEMY_TRUST,
          kith_sample_words_new_trust (region, random), KITH_SAMPLE_SCHOOL (region, s)->town);
      join_trust (region, random, group, s);
      for (guint other = s + 1; other < region->n_in_scope && size > 1; other++)
        if (is_academy (region, other) && is_company_for_plants (region, other) &&
            KITH_SAMPLE_SCHOOL (region, other)->trust == KITH_SAMPLE_NONE &&
            kith_random_chance (random, 70))
          {
            join_trust (region, random, group, other);
            size--;
          }
    }
}

/* Three trusts within five years: one in each file of links. */
static void
shunt_schools (KithSampleRegion *region, KithRandom *random)
{
  guint n_trusts = region->groups->len;

  for (guint s = 0; s < region->n_in_scope; s++)
    {
      const KithSampleSchool *school = KITH_SAMPLE_SCHOOL (region, s);
      guint before[2] = { school->trust, school->trust };

      if (school->part != KITH_SAMPLE_PART_SHUNTED)
        continue;
      for (guint i = 0; i < 2; i++)
        while (before[i] == school->trust || (i == 1 && before[1] == before[0]))
          before[i] = kith_random_below (random, n_trusts);
      add_link (region, before[0], s, kith_date_add_months (region->dated, -70),
                KITH_SAMPLE_LINKS_EARLY);
      add_link (region, before[1], s,
                kith_date_add_months (region->dated, -kith_random_between (random, 36, 46)),
                KITH_SAMPLE_LINKS_BEFORE);
      add_link (region, school->trust, s,
                kith_date_add_months (region->dated, -kith_random_between (random, 3, 10)),
                KITH_SAMPLE_LINKS_NOW);
    }
}

/* Some others have changed their trust once, which is no finding. */
static void
move_schools (KithSampleRegion *region, KithRandom *random)
{
  guint n_links = region->group_links->len, n_trusts = region->groups->len;

  for (guint l = 0; l < n_links; l++)
    {
      KithSampleGroupLink *link = &g_array_index (region->group_links, KithSampleGroupLink, l);
      guint school = link->school, from = kith_random_below (random, n_trusts);

      if (!is_company_for_plants (region, school) || from == link->group ||
          !(link->files & KITH_SAMPLE_LINKS_BEFORE) || !kith_random_chance (random, 4))
        continue;
      link->joined = kith_date_add_months (region->dated, -kith_random_between (random, 1, 11));
      link->files = KITH_SAMPLE_LINKS_NOW;
      add_link (region, from, school,
                MAX (KITH_SAMPLE_SCHOOL (region, school)->opened, kith_date_new (2016, 4, 1)),
                KITH_SAMPLE_LINKS_BEFORE | KITH_SAMPLE_LINKS_EARLY);
    }
}

/* Sponsors stand beside the trusts of the schools they sponsor, often under the same name. */
static void
found_sponsors (KithSampleRegion *region, KithRandom *random)
{
  guint n_groups = region->groups->len, n_links = region->group_links->len;
  g_autofree guint *sponsors = g_new (guint, n_groups);

  for (guint g = 0; g < n_groups; g++)
    sponsors[g] = KITH_SAMPLE_NONE;
  for (guint l = 0; l < n_links; l++)
    {
      KithSampleGroupLink link = g_array_index (region->group_links, KithSampleGroupLink, l);
      KithSampleSchool *school = KITH_SAMPLE_SCHOOL (region, link.school);

      if (school->type != KITH_SAMPLE_SPONSOR_LED || !(link.files & KITH_SAMPLE_LINKS_NOW))
        continue;
      if (sponsors[link.group] == KITH_SAMPLE_NONE)
        sponsors[link.group] = add_group (region, random, KITH_SAMPLE_SPONSOR,
                                          KITH_SAMPLE_GROUP (region, link.group)->name,
                                          KITH_SAMPLE_GROUP (region, link.group)->town);
      school->sponsor = sponsors[link.group];
      add_link (region, sponsors[link.group], link.school, link.joined, link.files);
    }
}

/* @n schools under one governing body; what has left it stands only in the older file. */
static void
federate (KithSampleRegion *region,
          KithRandom *random,
          KithSampleGroupType type,
          const guint *schools,
          guint n,
          gboolean has_first_left)
{
  const KithSampleTown *town =
      KITH_SAMPLE_TOWN (region, KITH_SAMPLE_SCHOOL (region, schools[0])->town);
  KithDate joined = kith_date_new (kith_random_between (random, 2009, 2021), 9, 1);
  guint group =
      add_group (region, random, type,
                 kith_random_chance (random, 3)
                     ? "None"
                     : kith_sample_region_keep (region,
                                                type == KITH_SAMPLE_FEDERATION
                                                    ? "The %s Children\u2019s Federation %u"
                                                    : "%s Learning Trust %u",
                                                town->name, region->groups->len % 97),
                 KITH_SAMPLE_SCHOOL (region, schools[0])->town);

  for (guint i = 0; i < n; i++)
    {
      gboolean has_left = i == 0 && has_first_left;

      add_link (region, group, schools[i],
                kith_random_chance (random, 8) && !has_left ? kith_date_new (1900, 1, 1) : joined,
                KITH_SAMPLE_LINKS_BEFORE | (has_left ? 0 : KITH_SAMPLE_LINKS_NOW));
      if (!has_left && type == KITH_SAMPLE_FEDERATION)
        KITH_SAMPLE_SCHOOL (region, schools[i])->federation = group;
      if (!has_left && type == KITH_SAMPLE_FOUNDATION_TRUST)
        KITH_SAMPLE_SCHOOL (region, schools[i])->trust = group;
    }
}

static gboolean
may_federate (KithSampleRegion *region, guint school, KithSampleType type)
{
  const KithSampleSchool *at = KITH_SAMPLE_SCHOOL (region, school);

  return is_company_for_plants (region, school) && at->type == type &&
         at->federation == KITH_SAMPLE_NONE && at->trust == KITH_SAMPLE_NONE;
}

static void
found_federations (KithSampleRegion *region, KithRandom *random)
{
  for (guint s = 0; s < region->n_in_scope; s++)
    {
      guint with[3] = { s }, n = 1;
      KithSampleType type = KITH_SAMPLE_SCHOOL (region, s)->type;
      gboolean has_left = KITH_SAMPLE_SCHOOL (region, s)->part == KITH_SAMPLE_PART_LEFT_FEDERATION;

      if (!has_left && (!may_federate (region, s, type) ||
                        (type != KITH_SAMPLE_COMMUNITY && type != KITH_SAMPLE_FOUNDATION) ||
                        !kith_random_chance (random, type == KITH_SAMPLE_FOUNDATION ? 40 : 6)))
        continue;
      for (guint step = 1; step < 60 && n < 3; step++)
        for (guint side = 0; side < 2 && n < 3; side++)
          {
            guint other = side == 0 ? s + step : s - step;

            if (other < region->n_in_scope && may_federate (region, other, type) &&
                KITH_SAMPLE_SCHOOL (region, other)->authority ==
                    KITH_SAMPLE_SCHOOL (region, s)->authority)
              with[n++] = other;
          }
      if (n == 3)
        federate (region, random,
                  type == KITH_SAMPLE_FOUNDATION ? KITH_SAMPLE_FOUNDATION_TRUST
                                                 : KITH_SAMPLE_FEDERATION,
                  with, kith_random_chance (random, 60) && !has_left ? 2 : 3, has_left);
      else if (has_left)
        KITH_SAMPLE_SCHOOL (region, s)->part = KITH_SAMPLE_PART_REST;
    }
}

/* Closed groups without members, as two in seven in GIAS are. */
static void
add_closed_groups (KithSampleRegion *region, KithRandom *random)
{
  guint n = region->groups->len * 2 / 7;

  for (guint i = 0; i < n; i++)
    {
      guint group = add_group (
          region, random, i % 3 == 0 ? KITH_SAMPLE_FEDERATION : KITH_SAMPLE_SINGLE_ACADEMY_TRUST,
          kith_sample_words_new_trust (region, random),
          kith_random_below (random, region->towns->len));

      /* one in twelve is closed without a date */
      if (i % 12 != 5)
        KITH_SAMPLE_GROUP (region, group)->closed =
            kith_date_new (kith_random_between (random, 2013, 2024), 8, 31);
      else
        KITH_SAMPLE_GROUP (region, group)->closed = kith_date_new (1900, 1, 1);
    }
}

/* Children's centres in groups: members out of scope. */
static void
group_centres (KithSampleRegion *region, KithRandom *random)
{
  guint group = KITH_SAMPLE_NONE, in_group = 0;

  for (guint s = region->n_in_scope; s < region->schools->len; s++)
    if (KITH_SAMPLE_SCHOOL (region, s)->type == KITH_SAMPLE_CHILDRENS_CENTRE)
      {
        guint town = KITH_SAMPLE_SCHOOL (region, s)->town;

        if (in_group++ % 4 == 0)
          group = add_group (region, random, KITH_SAMPLE_CHILDRENS_CENTRES,
                             kith_sample_region_keep (region, "%s Children\u2019s Centres %u",
                                                      KITH_SAMPLE_TOWN (region, town)->name,
                                                      in_group / 4 + 1),
                             town);
        add_link (region, group, s, kith_date_new (1900, 1, 1),
                  KITH_SAMPLE_LINKS_BEFORE | KITH_SAMPLE_LINKS_NOW);
      }
}

/**
 * kith_sample_make_groups:
 *
 * GIAS groups and who is in them now, was a year ago, and four years ago.
 */
void
kith_sample_make_groups (KithSampleRegion *region)
{
  KithRandom random;

  kith_random_seed (&random, region->seed, KITH_SAMPLE_STREAM_GROUPS);
  found_planted_trusts (region, &random);
  found_trusts (region, &random);
  move_schools (region, &random);
  shunt_schools (region, &random);
  found_sponsors (region, &random);
  found_federations (region, &random);
  add_closed_groups (region, &random);
  group_centres (region, &random);
}
