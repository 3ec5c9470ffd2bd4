/* kith-sample-people.c: who works where, what schools need, and who was asked
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-sample-region-private.h"

/* Nobody in the region is strong at it. */
#define RARE_AREA "Sensory impairment"

static const char *const asked_kinds[] = { "hub", "pairing", "programme", "research-group" };

static void
employ_officers (KithSampleRegion *region, KithRandom *random)
{
  static const char *const posts[] = { "School improvement officer", "School improvement officer",
                                       "Head of school improvement" };

  for (guint a = 0; a < region->authorities->len; a++)
    for (guint i = 0; i < 3; i++)
      {
        guint officer =
            kith_sample_region_add_person (region, random, posts[i], KITH_SAMPLE_NONE,
                                           KITH_SAMPLE_AUTHORITY (region, a)->organisation);

        KITH_SAMPLE_AUTHORITY (region, a)->officers[i] = officer;
      }
}

/* Each partnership and hub its own co-ordinator; a hub's is strong at what the hub is for. */
static void
employ_coordinators (KithSampleRegion *region, KithRandom *random)
{
  for (guint g = 0; g < region->arrangements->len; g++)
    {
      KithSampleArrangement *at = KITH_SAMPLE_ARRANGEMENT (region, g);

      if ((at->kind != KITH_KIND_AREA_PARTNERSHIP && at->kind != KITH_KIND_HUB) ||
          at->lead_school == KITH_SAMPLE_NONE)
        continue;
      at->coordinator = kith_sample_region_add_person (
          region, random,
          at->kind == KITH_KIND_HUB ? "Hub co-ordinator" : "Partnership co-ordinator",
          at->lead_school, KITH_SAMPLE_NONE);
      if (at->kind == KITH_KIND_HUB)
        KITH_SAMPLE_PERSON (region, at->coordinator)->expertise = at->focus;
      if (kith_random_chance (random, 40))
        at->deputy = kith_sample_region_add_person (region, random, "Deputy co-ordinator",
                                                    at->lead_school, KITH_SAMPLE_NONE);
    }
}

static void
employ_leaders (KithSampleRegion *region, KithRandom *random)
{
  for (guint s = 0; s < region->n_in_scope; s++)
    {
      KithSamplePart part = KITH_SAMPLE_SCHOOL (region, s)->part;
      guint person;

      if (part != KITH_SAMPLE_PART_CLEAN && part != KITH_SAMPLE_PART_REST)
        continue;
      if (kith_random_chance (random, 12))
        kith_sample_region_add_person (region, random, "Headteacher", s, KITH_SAMPLE_NONE);
      if (part != KITH_SAMPLE_PART_CLEAN || !kith_random_chance (random, 20))
        continue;
      person = kith_sample_region_add_person (region, random, "System leader", s, KITH_SAMPLE_NONE);
      KITH_SAMPLE_PERSON (region, person)->days_a_year = (guint)kith_random_between (random, 5, 40);
      KITH_SAMPLE_PERSON (region, person)->expertise =
          kith_sample_words_get_area (kith_random_below (random, 10));
      if (kith_random_chance (random, 10))
        KITH_SAMPLE_PERSON (region, person)->to = kith_date_add_months (region->dated, -2);
    }
}

/**
 * kith_sample_make_people:
 *
 * Officers, co-ordinators, heads and system leaders; comes after the arrangements they serve.
 */
void
kith_sample_make_people (KithSampleRegion *region)
{
  KithRandom random;

  kith_random_seed (&random, region->seed, KITH_SAMPLE_STREAM_PEOPLE);
  employ_officers (region, &random);
  employ_coordinators (region, &random);
  employ_leaders (region, &random);
}

static void
add_need (KithSampleRegion *region,
          guint school,
          const char *area,
          gboolean is_expertise,
          const char *level,
          KithDate date)
{
  KithSampleNeed need = { school, area, is_expertise, level, date };

  g_array_append_val (region->needs, need);
}

static void
add_enquiry (
    KithSampleRegion *region, guint school, const char *kind, guint months_ago, const char *answer)
{
  const KithSampleAuthority *authority =
      KITH_SAMPLE_AUTHORITY (region, KITH_SAMPLE_SCHOOL (region, school)->authority);
  KithSampleEnquiry enquiry = { school, kind,
                                kith_date_add_months (region->dated, -(int)months_ago), answer,
                                authority->officers[school % 3] };

  g_array_append_val (region->enquiries, enquiry);
}

static void
give_needs (KithSampleRegion *region, KithRandom *random, guint school)
{
  static const char *const levels[] = { "1", "2", "3", "4", "5" };
  const KithSampleSchool *at = KITH_SAMPLE_SCHOOL (region, school);
  KithDate lately = kith_date_add_months (region->dated, -kith_random_between (random, 1, 14));
  const char *level = levels[kith_random_below (random, 5)];
  const char *area =
      kith_sample_words_get_area (kith_random_below (random, kith_sample_words_count_areas ()));

  switch (at->part)
    {
    case KITH_SAMPLE_PART_SEEKING_TRUST:
      add_need (region, school, "Seeking a trust", FALSE, "3", lately);
      break;
    case KITH_SAMPLE_PART_BEYOND_REACH:
      add_need (region, school, RARE_AREA, FALSE, "4", lately);
      break;
    case KITH_SAMPLE_PART_CLEAN:
      /* what the hub's co-ordinator is strong at, so that help is in reach */
      if (at->hub != KITH_SAMPLE_NONE &&
          KITH_SAMPLE_ARRANGEMENT (region, at->hub)->coordinator != KITH_SAMPLE_NONE &&
          kith_random_chance (random, 25))
        add_need (region, school, KITH_SAMPLE_ARRANGEMENT (region, at->hub)->focus, FALSE, level,
                  lately);
      if (kith_random_chance (random, 8))
        {
          add_need (region, school, "Seeking a trust", FALSE, "4",
                    kith_date_add_months (region->dated, -30));
          add_need (region, school, " seeking a TRUST", FALSE, "met", lately);
        }
      if (kith_random_chance (random, 25))
        add_need (region, school, area, TRUE, level, lately);
      break;
    case KITH_SAMPLE_PART_REST:
      if (kith_random_chance (random, 25))
        add_need (region, school, area, kith_random_chance (random, 30), level, lately);
      break;
    default:
      break;
    }
}

static void
ask (KithSampleRegion *region, KithRandom *random, guint school)
{
  static const char *const answers[] = { "none", "some", "some", "" };
  KithSamplePart part = KITH_SAMPLE_SCHOOL (region, school)->part;
  guint lately = (guint)kith_random_between (random, 1, 20);

  switch (part)
    {
    case KITH_SAMPLE_PART_SINGLE_ASKED:
      for (guint k = 0; k < G_N_ELEMENTS (asked_kinds); k++)
        add_enquiry (region, school, asked_kinds[k], lately, "none");
      break;
    case KITH_SAMPLE_PART_ANSWERED_NONE:
      add_enquiry (region, school, "", lately + 4, "some");
      add_enquiry (region, school, "", lately, "none");
      break;
    case KITH_SAMPLE_PART_ANSWERED_SOME:
      add_enquiry (region, school, "", lately + 5, "none");
      add_enquiry (region, school, "", lately, "some");
      break;
    case KITH_SAMPLE_PART_REST:
      if (kith_random_chance (random, 25))
        add_enquiry (region, school,
                     kith_random_chance (random, 30) ? ""
                                                     : asked_kinds[kith_random_below (random, 4)],
                     lately, answers[kith_random_below (random, 4)]);
      break;
    default:
      if (kith_sample_part_get_info (part)->kit & KITH_SAMPLE_KIT_ENQUIRIES)
        add_enquiry (region, school, "hub", lately, "some");
    }
}

/**
 * kith_sample_make_needs:
 *
 * What schools need and are strong at, and what officers asked them.
 */
void
kith_sample_make_needs (KithSampleRegion *region)
{
  KithRandom random;

  kith_random_seed (&random, region->seed, KITH_SAMPLE_STREAM_PEOPLE + 500);
  for (guint s = 0; s < region->n_in_scope; s++)
    {
      give_needs (region, &random, s);
      ask (region, &random, s);
    }
}
