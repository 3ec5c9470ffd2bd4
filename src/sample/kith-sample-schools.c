/* kith-sample-schools.c: every establishment of the region, open and closed
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-sample-region-private.h"

#define SMALL_METRES 25000.0 /* METHODS, section 1: local */

/* Shares are parts of 10,000 of the schools in scope; the rest are primary. */
static const struct
{
  KithSamplePhase phase;
  KithSampleType special; /* for phases that GIAS calls "Not applicable" */
  guint share;
} shares[] = {
  { KITH_SAMPLE_PHASE_SECONDARY, 0, 1400 },
  { KITH_SAMPLE_NOT_APPLICABLE, KITH_SAMPLE_COMMUNITY_SPECIAL, 320 },
  { KITH_SAMPLE_NOT_APPLICABLE, KITH_SAMPLE_PUPIL_REFERRAL_UNIT, 120 },
  { KITH_SAMPLE_PHASE_NURSERY, 0, 130 },
  { KITH_SAMPLE_PHASE_ALL_THROUGH, 0, 70 },
  { KITH_SAMPLE_PHASE_MIDDLE_SECONDARY, 0, 35 },
  { KITH_SAMPLE_PHASE_MIDDLE_PRIMARY, 0, 25 },
};

/* What stands beside the schools in scope, in parts of 10,000 of their number. */
static const struct
{
  KithSampleType type;
  KithSamplePhase phase;
  guint share;
} beside[] = {
  { KITH_SAMPLE_INDEPENDENT, KITH_SAMPLE_NOT_APPLICABLE, 1000 },
  { KITH_SAMPLE_INDEPENDENT_SPECIAL, KITH_SAMPLE_NOT_APPLICABLE, 120 },
  { KITH_SAMPLE_FURTHER_EDUCATION, KITH_SAMPLE_PHASE_SIXTEEN_PLUS, 120 },
  { KITH_SAMPLE_UNIVERSITY, KITH_SAMPLE_NOT_APPLICABLE, 40 },
  { KITH_SAMPLE_CHILDRENS_CENTRE, KITH_SAMPLE_NOT_APPLICABLE, 1000 },
};
#define ALL_SHARE 20408 /* so that England's 24,500 stand among 50,000 establishments */

static KithSampleType
choose_type (KithRandom *random, KithSamplePhase phase, KithSampleType special)
{
  guint draw = kith_random_below (random, 100);

  if (special == KITH_SAMPLE_COMMUNITY_SPECIAL)
    return draw < 55   ? special
           : draw < 92 ? KITH_SAMPLE_SPECIAL_CONVERTER
                       : KITH_SAMPLE_FREE_SPECIAL;
  if (special == KITH_SAMPLE_PUPIL_REFERRAL_UNIT)
    return draw < 50 ? special : KITH_SAMPLE_AP_CONVERTER;
  if (phase == KITH_SAMPLE_PHASE_NURSERY)
    return KITH_SAMPLE_NURSERY;
  if (phase == KITH_SAMPLE_PHASE_SECONDARY || phase == KITH_SAMPLE_PHASE_ALL_THROUGH)
    return draw < 8    ? KITH_SAMPLE_COMMUNITY
           : draw < 13 ? KITH_SAMPLE_VOLUNTARY_AIDED
           : draw < 18 ? KITH_SAMPLE_FOUNDATION
           : draw < 76 ? KITH_SAMPLE_CONVERTER
           : draw < 94 ? KITH_SAMPLE_SPONSOR_LED
                       : KITH_SAMPLE_FREE;
  return draw < 34   ? KITH_SAMPLE_COMMUNITY
         : draw < 46 ? KITH_SAMPLE_VOLUNTARY_AIDED
         : draw < 53 ? KITH_SAMPLE_VOLUNTARY_CONTROLLED
         : draw < 57 ? KITH_SAMPLE_FOUNDATION
         : draw < 88 ? KITH_SAMPLE_CONVERTER
         : draw < 98 ? KITH_SAMPLE_SPONSOR_LED
                     : KITH_SAMPLE_FREE;
}

/* Church of England dioceses are the even ones, Catholic ones the odd. */
static guint
choose_diocese (const KithSampleRegion *region, KithRandom *random, const KithSampleSchool *school)
{
  guint first = 2 * (school->authority / 6);
  guint draw = kith_random_below (random, 100);

  switch (school->type)
    {
    case KITH_SAMPLE_VOLUNTARY_AIDED:
      return draw < 55 ? first + 1 : first;
    case KITH_SAMPLE_VOLUNTARY_CONTROLLED:
      return first;
    case KITH_SAMPLE_CONVERTER:
    case KITH_SAMPLE_SPONSOR_LED:
      return draw < 18 ? first : draw < 26 ? first + 1 : KITH_SAMPLE_NONE;
    default:
      return KITH_SAMPLE_NONE;
    }
}

/* In a town's middle, or for one in six in the country around it; every place only once. */
static KithPlace
choose_place (KithSampleRegion *region, KithRandom *random, guint town, GHashTable *taken)
{
  const KithSampleTown *at = KITH_SAMPLE_TOWN (region, town);
  gboolean is_rural = kith_random_chance (random, 16);
  int reach = is_rural ? 6000 : 900 + 28 * (int)MIN (at->n_schools, 60);

  for (guint attempt = 0;; attempt++)
    {
      int right = kith_random_between (random, -reach, reach);
      int up = kith_random_between (random, -reach, reach);
      KithPlace place = { at->place.x + right, at->place.y + up };
      gint64 *key;

      if (attempt < 30 && (right * right + up * up > reach * reach ||
                           !kith_sample_land_holds (region, at->authority, place)))
        continue;
      if (attempt >= 30)
        place = (KithPlace){ at->place.x + right / 8, at->place.y + up / 8 };
      key = g_new (gint64, 1);
      *key = (gint64)place.x * 1000000 + (gint64)place.y;
      if (g_hash_table_add (taken, key))
        return place;
    }
}

static void
set_ages (KithSampleSchool *school, KithRandom *random)
{
  static const guint ages[][2] = {
    [KITH_SAMPLE_NOT_APPLICABLE] = { 4, 16 },      [KITH_SAMPLE_PHASE_NURSERY] = { 2, 5 },
    [KITH_SAMPLE_PHASE_PRIMARY] = { 4, 11 },       [KITH_SAMPLE_PHASE_MIDDLE_PRIMARY] = { 8, 12 },
    [KITH_SAMPLE_PHASE_SECONDARY] = { 11, 16 },    [KITH_SAMPLE_PHASE_MIDDLE_SECONDARY] = { 9, 13 },
    [KITH_SAMPLE_PHASE_SIXTEEN_PLUS] = { 16, 99 }, [KITH_SAMPLE_PHASE_ALL_THROUGH] = { 4, 18 },
  };

  school->low_age = ages[school->phase][0];
  school->high_age = ages[school->phase][1];
  if (school->phase == KITH_SAMPLE_PHASE_PRIMARY && kith_random_chance (random, 35))
    school->low_age = 3;
  if (school->phase == KITH_SAMPLE_PHASE_SECONDARY && kith_random_chance (random, 55))
    school->high_age = 18;
}

static void
set_pupils (const KithSampleRegion *region, KithSampleSchool *school, KithRandom *random)
{
  int need = (int)KITH_SAMPLE_TOWN (region, school->town)->need;

  switch (school->phase)
    {
    case KITH_SAMPLE_PHASE_PRIMARY:
    case KITH_SAMPLE_PHASE_MIDDLE_PRIMARY:
      school->pupils =
          (guint)kith_random_between (random, 4, 9) * 45 + kith_random_below (random, 60);
      break;
    case KITH_SAMPLE_PHASE_SECONDARY:
    case KITH_SAMPLE_PHASE_ALL_THROUGH:
      school->pupils = 550 + kith_random_below (random, 950);
      break;
    case KITH_SAMPLE_PHASE_MIDDLE_SECONDARY:
      school->pupils = 320 + kith_random_below (random, 250);
      break;
    default:
      school->pupils = 40 + kith_random_below (random, 140);
    }
  if (school->phase == KITH_SAMPLE_PHASE_PRIMARY && kith_random_chance (random, 4))
    school->pupils = 22 + kith_random_below (random, 40);
  school->capacity = school->pupils * (guint)kith_random_between (random, 98, 125) / 100;
  school->boys = school->pupils * (guint)kith_random_between (random, 47, 54) / 100;
  school->disadvantage = (guint)kith_random_around (random, (int)need * 5, 70, 12, 720);
  school->fsm = school->disadvantage * 9 / 10;
  school->eal = (guint)kith_random_around (random, (int)need * 3 - 40, 90, 0, 820);
  school->sen = (guint)kith_random_around (random, 110 + (int)need / 2, 35, 20, 400);
  school->ehcp = (guint)kith_random_around (random, 28, 14, 3, 120);
  if (school->phase == KITH_SAMPLE_NOT_APPLICABLE)
    school->ehcp = 960;
}

static void
set_history (const KithSampleRegion *region, KithSampleSchool *school, KithRandom *random)
{
  static const char *const ratings[] = { "Good",
                                         "Good",
                                         "Good",
                                         "Good",
                                         "Good",
                                         "Good",
                                         "Outstanding",
                                         "Outstanding",
                                         "Requires improvement",
                                         "" };

  if (kith_sample_type_get_info (school->type)->is_academy)
    school->opened = kith_date_new (kith_random_between (random, 2011, 2024),
                                    kith_random_between (random, 1, 12), 1);
  else if (kith_random_chance (random, 20))
    school->opened = kith_date_new (kith_random_between (random, 1952, 2009), 9, 1);
  if (school->opened > kith_date_add_months (region->dated, -60))
    school->opened = kith_date_add_months (school->opened, -72);
  school->rating = ratings[kith_random_below (random, G_N_ELEMENTS (ratings))];
  if (*school->rating != '\0')
    school->inspected = kith_date_add_months (region->dated, -kith_random_between (random, 25, 90));
}

static KithSampleSchool
make_school (KithSampleRegion *region, guint town)
{
  return (KithSampleSchool){
    .urn = KITH_SAMPLE_FIRST_URN + region->schools->len,
    .authority = KITH_SAMPLE_TOWN (region, town)->authority,
    .town = town,
    .is_placed = TRUE,
    .diocese = KITH_SAMPLE_NONE,
    .rating = "",
    .predecessor = KITH_SAMPLE_NONE,
    .trust = KITH_SAMPLE_NONE,
    .sponsor = KITH_SAMPLE_NONE,
    .federation = KITH_SAMPLE_NONE,
    .partnership = KITH_SAMPLE_NONE,
    .hub = KITH_SAMPLE_NONE,
    .twin = KITH_SAMPLE_NONE,
  };
}

/* An infant school and the junior school that its children go on to, next door to each other. */
static void
pair_infants (KithSampleRegion *region, KithRandom *random, GHashTable *taken)
{
  for (guint s = 0; s + 1 < region->n_in_scope; s++)
    {
      KithSampleSchool *infant = KITH_SAMPLE_SCHOOL (region, s);
      KithSampleSchool *junior = KITH_SAMPLE_SCHOOL (region, s + 1);
      gint64 *key;

      if (infant->phase != KITH_SAMPLE_PHASE_PRIMARY ||
          junior->phase != KITH_SAMPLE_PHASE_PRIMARY || infant->town != junior->town ||
          !kith_random_chance (random, 9))
        continue;
      infant->high_age = 7;
      junior->low_age = 7;
      junior->high_age = 11;
      key = g_new (gint64, 1);
      *key = (gint64)(infant->place.x + 120) * 1000000 + (gint64)(infant->place.y + 45);
      if (g_hash_table_add (taken, key))
        junior->place = (KithPlace){ infant->place.x + 120, infant->place.y + 45 };
      s++;
    }
}

static void
make_in_scope (KithSampleRegion *region, KithRandom *random, GHashTable *taken)
{
  guint n = region->n_in_scope, filled = 0;
  g_autofree guint *deal = g_new (guint, n);

  for (guint i = 0; i < G_N_ELEMENTS (shares); i++)
    for (guint k = (n * shares[i].share + 5000) / 10000; k > 0 && filled < n; k--)
      deal[filled++] = i;
  while (filled < n)
    deal[filled++] = G_N_ELEMENTS (shares);
  kith_random_shuffle (random, deal, n);
  for (guint t = 0; t < region->towns->len; t++)
    for (guint k = 0; k < KITH_SAMPLE_TOWN (region, t)->n_schools; k++)
      {
        KithSampleSchool school = make_school (region, t);
        guint share = deal[region->schools->len];

        school.phase = KITH_SAMPLE_PHASE_PRIMARY;
        if (share < G_N_ELEMENTS (shares))
          school.phase = shares[share].phase;
        school.type = choose_type (random, school.phase,
                                   share < G_N_ELEMENTS (shares) ? shares[share].special : 0);
        school.diocese = choose_diocese (region, random, &school);
        school.place = choose_place (region, random, t, taken);
        school.is_placed = !kith_random_chance (random, 1);
        set_ages (&school, random);
        set_pupils (region, &school, random);
        set_history (region, &school, random);
        g_array_append_val (region->schools, school);
      }
}

/* The maintained school that a converter was until it opened. */
static void
add_predecessor (KithSampleRegion *region, guint successor)
{
  const KithSampleSchool *of = KITH_SAMPLE_SCHOOL (region, successor);
  KithSampleSchool school = *of;

  school.urn = KITH_SAMPLE_FIRST_URN + region->schools->len;
  school.type = of->phase == KITH_SAMPLE_NOT_APPLICABLE ? KITH_SAMPLE_COMMUNITY_SPECIAL
                : of->diocese != KITH_SAMPLE_NONE       ? KITH_SAMPLE_VOLUNTARY_AIDED
                                                        : KITH_SAMPLE_COMMUNITY;
  school.opened = KITH_DATE_UNKNOWN;
  school.closed = of->opened - 1;
  school.is_closed = TRUE;
  school.predecessor = KITH_SAMPLE_NONE;
  g_array_append_val (region->schools, school);
  KITH_SAMPLE_SCHOOL (region, successor)->predecessor = region->schools->len - 1;
}

static void
add_beside (KithSampleRegion *region, KithRandom *random, GHashTable *taken)
{
  guint n = region->n_in_scope, all = (n * ALL_SHARE + 5000) / 10000;

  for (guint i = 0; i < G_N_ELEMENTS (beside); i++)
    for (guint k = (n * beside[i].share + 5000) / 10000; k > 0; k--)
      {
        guint town = kith_random_below (random, region->towns->len);
        KithSampleSchool school = make_school (region, town);

        school.type = beside[i].type;
        school.phase = beside[i].phase;
        school.place = choose_place (region, random, town, taken);
        set_ages (&school, random);
        set_pupils (region, &school, random);
        school.opened = kith_random_chance (random, 50) ? kith_date_new (1991, 9, 1) : 0;
        g_array_append_val (region->schools, school);
      }
  while (region->schools->len < all)
    {
      guint town = kith_random_below (random, region->towns->len);
      KithSampleSchool school = make_school (region, town);

      school.type = KITH_SAMPLE_COMMUNITY;
      school.phase = KITH_SAMPLE_PHASE_PRIMARY;
      school.place = choose_place (region, random, town, taken);
      set_ages (&school, random);
      set_pupils (region, &school, random);
      school.is_closed = TRUE;
      /* one closed school in six has no date: closed always */
      if (!kith_random_chance (random, 16))
        school.closed = kith_date_new (kith_random_between (random, 1985, 2022), 8, 31);
      g_array_append_val (region->schools, school);
    }
}

static void
name_schools (KithSampleRegion *region, KithRandom *random)
{
  for (guint s = 0; s < region->schools->len; s++)
    {
      KithSampleSchool *school = KITH_SAMPLE_SCHOOL (region, s);

      school->name = kith_sample_words_new_school (region, random, school);
      school->estab = (school->phase == KITH_SAMPLE_PHASE_SECONDARY ? 4000u : 2000u) +
                      (s - KITH_SAMPLE_AUTHORITY (region, school->authority)->first_school) % 1900;
    }
  for (guint s = 0; s < region->n_in_scope; s++)
    {
      const KithSampleSchool *school = KITH_SAMPLE_SCHOOL (region, s);

      if (school->predecessor != KITH_SAMPLE_NONE)
        {
          KITH_SAMPLE_SCHOOL (region, school->predecessor)->name = school->name;
          KITH_SAMPLE_SCHOOL (region, school->predecessor)->estab = school->estab;
        }
    }
}

static gboolean
measure_is_small (KithSampleRegion *region, guint authority)
{
  const KithSampleAuthority *at = KITH_SAMPLE_AUTHORITY (region, authority);

  for (guint i = at->first_school; i < at->first_school + at->n_schools; i++)
    for (guint j = i + 1; j < at->first_school + at->n_schools; j++)
      if (KITH_SAMPLE_SCHOOL (region, i)->is_placed && KITH_SAMPLE_SCHOOL (region, j)->is_placed &&
          kith_place_get_metres (KITH_SAMPLE_SCHOOL (region, i)->place,
                                 KITH_SAMPLE_SCHOOL (region, j)->place) > SMALL_METRES)
        return FALSE;
  return TRUE;
}

static void
index_places (KithSampleRegion *region)
{
  GArray *places[KITH_N_PHASES];

  for (guint p = 0; p < KITH_N_PHASES; p++)
    {
      places[p] = g_array_new (FALSE, FALSE, sizeof (KithPlace));
      region->grid_schools[p] = g_array_new (FALSE, FALSE, sizeof (guint));
    }
  for (guint s = 0; s < region->n_in_scope; s++)
    {
      KithSampleSchool *school = KITH_SAMPLE_SCHOOL (region, s);

      school->compared = kith_phase_get_compared (
          kith_phase_find (kith_sample_phase_get_name (school->phase),
                           kith_sample_type_get_info (school->type)->name));
      if (!school->is_placed)
        continue;
      g_array_append_val (places[school->compared], school->place);
      g_array_append_val (region->grid_schools[school->compared], s);
    }
  for (guint p = 0; p < KITH_N_PHASES; p++)
    {
      region->grids[p] =
          kith_grid_new ((const KithPlace *)(gconstpointer)places[p]->data, places[p]->len);
      g_array_unref (places[p]);
    }
}

/**
 * kith_sample_make_schools:
 *
 * Those in scope come first, authority by authority and town by town.
 */
void
kith_sample_make_schools (KithSampleRegion *region)
{
  g_autoptr (GHashTable) taken = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  KithRandom random;

  kith_random_seed (&random, region->seed, KITH_SAMPLE_STREAM_SCHOOLS);
  for (guint d = 0; d <= (region->authorities->len - 1) / 6; d++)
    for (guint church = 0; church < 2; church++)
      g_ptr_array_add (region->dioceses,
                       (gpointer)kith_sample_region_keep (
                           region, "%s of %s", church == 0 ? "Diocese" : "Archdiocese",
                           kith_sample_words_new_place (region, &random)));
  make_in_scope (region, &random, taken);
  pair_infants (region, &random, taken);
  for (guint s = 0; s < region->n_in_scope; s++)
    if (KITH_SAMPLE_SCHOOL (region, s)->type == KITH_SAMPLE_CONVERTER ||
        KITH_SAMPLE_SCHOOL (region, s)->type == KITH_SAMPLE_SPONSOR_LED ||
        KITH_SAMPLE_SCHOOL (region, s)->type == KITH_SAMPLE_SPECIAL_CONVERTER)
      add_predecessor (region, s);
  add_beside (region, &random, taken);
  name_schools (region, &random);
  for (guint a = 0; a < region->authorities->len; a++)
    KITH_SAMPLE_AUTHORITY (region, a)->is_small = measure_is_small (region, a);
  index_places (region);
}
