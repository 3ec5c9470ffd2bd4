/* kith-sample-cast.c: which school plays which part
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-sample-region-private.h"

#define N_NEIGHBOURS 8
#define NEIGHBOUR_METRES 10000.0
#define TWIN_METRES 8000.0
#define MOST_PLANTED 30 /* per cent of the schools in scope */
#define MOST_PLANTED_OF_FEW 20

/* A casting under way. */
typedef struct
{
  KithSampleRegion *region;
  GArray *maintained, *academies, *thin; /* of guint: schools that may be planted, shuffled */
  GHashTable *reserved;                  /* schools that others need in good order */
  guint n_planted, most_planted;
} Casting;

static gboolean
is_plain (const KithSampleSchool *school)
{
  return school->phase == KITH_SAMPLE_PHASE_PRIMARY && school->diocese == KITH_SAMPLE_NONE &&
         school->is_placed;
}

static void
list_candidates (Casting *casting, KithRandom *random)
{
  KithSampleRegion *region = casting->region;

  for (guint s = 0; s < region->n_in_scope; s++)
    {
      const KithSampleSchool *school = KITH_SAMPLE_SCHOOL (region, s);
      gboolean is_thin = KITH_SAMPLE_AUTHORITY (region, school->authority)->is_thin;

      if (!is_plain (school))
        continue;
      if (is_thin && school->type == KITH_SAMPLE_COMMUNITY)
        g_array_append_val (casting->thin, s);
      else if (!is_thin && school->type == KITH_SAMPLE_COMMUNITY)
        g_array_append_val (casting->maintained, s);
      else if (!is_thin && kith_sample_type_get_info (school->type)->is_academy)
        g_array_append_val (casting->academies, s);
    }
  kith_random_shuffle (random, (guint *)(gpointer)casting->maintained->data,
                       casting->maintained->len);
  kith_random_shuffle (random, (guint *)(gpointer)casting->academies->data,
                       casting->academies->len);
  kith_random_shuffle (random, (guint *)(gpointer)casting->thin->data, casting->thin->len);
}

static gboolean
is_free (const Casting *casting, guint school)
{
  return KITH_SAMPLE_SCHOOL (casting->region, school)->part == KITH_SAMPLE_PART_REST &&
         !g_hash_table_contains (casting->reserved, GUINT_TO_POINTER (school));
}

/* A group will hold all neighbours of @school: none of them may be planted, now or later. */
static gboolean
reserve_neighbours (Casting *casting, guint school)
{
  guint near[N_NEIGHBOURS];
  guint n = kith_sample_region_find_neighbours (casting->region, school, N_NEIGHBOURS,
                                                NEIGHBOUR_METRES, near);

  if (n < N_NEIGHBOURS)
    return FALSE;
  for (guint i = 0; i < n; i++)
    if (KITH_SAMPLE_SCHOOL (casting->region, near[i])->part != KITH_SAMPLE_PART_REST)
      return FALSE;
  for (guint i = 0; i < n; i++)
    g_hash_table_add (casting->reserved, GUINT_TO_POINTER (near[i]));
  return TRUE;
}

static gboolean
find_twin (Casting *casting, guint school)
{
  for (guint i = 0; i < casting->maintained->len; i++)
    {
      guint other = g_array_index (casting->maintained, guint, i);

      if (other == school || !is_free (casting, other) ||
          kith_place_get_metres (KITH_SAMPLE_SCHOOL (casting->region, school)->place,
                                 KITH_SAMPLE_SCHOOL (casting->region, other)->place) > TWIN_METRES)
        continue;
      KITH_SAMPLE_SCHOOL (casting->region, school)->twin = other;
      KITH_SAMPLE_SCHOOL (casting->region, other)->twin = school;
      KITH_SAMPLE_SCHOOL (casting->region, other)->part = KITH_SAMPLE_PART_CUT_OFF;
      casting->n_planted++;
      return TRUE;
    }
  return FALSE;
}

static gboolean
needs_neighbours (KithSamplePart part)
{
  return part == KITH_SAMPLE_PART_ODD || part == KITH_SAMPLE_PART_ODD_FAR ||
         part == KITH_SAMPLE_PART_ODD_NOT_ASKED;
}

static void
cast_part (Casting *casting, KithSamplePart part, guint n)
{
  const KithSamplePartInfo *info = kith_sample_part_get_info (part);
  GArray *candidates = part == KITH_SAMPLE_PART_THIN           ? casting->thin
                       : (info->kit & KITH_SAMPLE_KIT_ACADEMY) ? casting->academies
                                                               : casting->maintained;

  for (guint i = 0; i < candidates->len && n > 0; i++)
    {
      guint school = g_array_index (candidates, guint, i);

      if (casting->n_planted >= casting->most_planted)
        return;
      if (!is_free (casting, school) ||
          (needs_neighbours (part) && !reserve_neighbours (casting, school)) ||
          (part == KITH_SAMPLE_PART_FALLING &&
           KITH_SAMPLE_SCHOOL (casting->region, school)->high_age < 11) ||
          (part == KITH_SAMPLE_PART_CUT_OFF && !find_twin (casting, school)))
        continue;
      KITH_SAMPLE_SCHOOL (casting->region, school)->part = part;
      casting->n_planted++;
      n--;
    }
}

static void
cast_rest (KithSampleRegion *region, KithRandom *random)
{
  for (guint s = 0; s < region->n_in_scope; s++)
    {
      KithSampleSchool *school = KITH_SAMPLE_SCHOOL (region, s);

      /* the few all-through and middle schools have too small a mean to be sure of */
      if (school->part == KITH_SAMPLE_PART_REST && school->phase != KITH_SAMPLE_PHASE_ALL_THROUGH &&
          school->phase != KITH_SAMPLE_PHASE_MIDDLE_PRIMARY &&
          school->phase != KITH_SAMPLE_PHASE_MIDDLE_SECONDARY &&
          !KITH_SAMPLE_AUTHORITY (region, school->authority)->is_thin &&
          kith_random_chance (random, region->n_in_scope < 300 ? 92 : 64))
        school->part = KITH_SAMPLE_PART_CLEAN;
    }
}

/* Clean schools do well, plants do neither well nor badly, the rest as times allow. */
static void
set_attainment (KithSampleRegion *region, KithRandom *random)
{
  for (guint s = 0; s < region->n_in_scope; s++)
    {
      KithSampleSchool *school = KITH_SAMPLE_SCHOOL (region, s);
      int hardship = (int)school->disadvantage;
      gboolean is_secondary = school->compared == KITH_PHASE_SECONDARY;

      if (school->part == KITH_SAMPLE_PART_FALLING)
        {
          school->pupils = MAX (school->pupils, 210); /* enough for results to be given out */
          school->attainment = (guint)kith_random_between (random, 180, 240);
          school->slope = -kith_random_between (random, 35, 55);
        }
      else if (school->part != KITH_SAMPLE_PART_REST)
        {
          school->attainment =
              is_secondary ? (guint)kith_random_around (random, 600 - hardship / 4, 30, 480, 680)
                           : (guint)kith_random_around (random, 800 - hardship / 4, 45, 660, 940);
          school->slope = kith_random_between (random, 18, 28);
        }
      else
        {
          school->attainment =
              is_secondary
                  ? (guint)kith_random_around (random, 540 - hardship * 4 / 10, 45, 200, 740)
                  : (guint)kith_random_around (random, 700 - hardship * 4 / 10, 80, 240, 960);
          school->slope = kith_random_bell (random, 12) - 4;
        }
      if (school->part == KITH_SAMPLE_PART_SPECIAL_MEASURES ||
          school->part == KITH_SAMPLE_PART_ACT_NOW)
        {
          school->rating = s % 2 == 0 ? "Special Measures" : "Serious Weaknesses";
          school->inspected =
              kith_date_add_months (region->dated, -kith_random_between (random, 25, 40));
        }
      if (school->part == KITH_SAMPLE_PART_REST && kith_random_chance (random, 3))
        school->rating = "Inadequate";
      if (school->part == KITH_SAMPLE_PART_NEW)
        {
          school->opened = kith_sample_region_step_back (
              region->dated, (guint)kith_random_between (random, 60, 120));
          school->rating = "";
          school->inspected = KITH_DATE_UNKNOWN;
        }
    }
}

/**
 * kith_sample_make_parts:
 *
 * Gives each school in scope its part: the planted ones first, the odd ones out before all
 * others, because their neighbours must be in good order; the rest is clean or as it comes.
 */
void
kith_sample_make_parts (KithSampleRegion *region)
{
  guint n_each = region->n_in_scope < 300 ? 1 : CLAMP (region->n_in_scope / 250, 3, 40);
  Casting casting = {
    .region = region,
    .maintained = g_array_new (FALSE, FALSE, sizeof (guint)),
    .academies = g_array_new (FALSE, FALSE, sizeof (guint)),
    .thin = g_array_new (FALSE, FALSE, sizeof (guint)),
    .reserved = g_hash_table_new (NULL, NULL),
    .most_planted =
        region->n_in_scope * (region->n_in_scope < 60 ? MOST_PLANTED_OF_FEW : MOST_PLANTED) / 100,
  };
  KithRandom random;

  kith_random_seed (&random, region->seed, KITH_SAMPLE_STREAM_PARTS);
  for (guint s = 0; s < region->n_in_scope; s++)
    KITH_SAMPLE_SCHOOL (region, s)->part = KITH_SAMPLE_PART_REST;
  list_candidates (&casting, &random);
  cast_part (&casting, KITH_SAMPLE_PART_ODD, n_each);
  if (region->n_in_scope >= 300)
    {
      cast_part (&casting, KITH_SAMPLE_PART_ODD_FAR, n_each);
      cast_part (&casting, KITH_SAMPLE_PART_ODD_NOT_ASKED, n_each);
    }
  for (guint part = KITH_SAMPLE_FIRST_PLANTED; part < KITH_SAMPLE_N_PARTS; part++)
    if (!needs_neighbours ((KithSamplePart)part))
      cast_part (&casting, (KithSamplePart)part, n_each);
  cast_rest (region, &random);
  set_attainment (region, &random);
  g_array_unref (casting.maintained);
  g_array_unref (casting.academies);
  g_array_unref (casting.thin);
  g_hash_table_unref (casting.reserved);
}
