/* kith-sample-expected.c: what must be found of planted schools, and that the clean are clean
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-sample-region-private.h"

#include <math.h>
#include <string.h>

#define N_NEIGHBOURS 8
#define LEAST_NEIGHBOURS 4
#define NEIGHBOUR_METRES 10000.0
#define MOST_NOT_ASSEMBLY 40

/* A linking bond of either sort as at the date: who is in it. */
typedef struct
{
  GArray *members; /* of guint: schools in scope */
  guint parent;    /* bond, or none */
} Bond;

typedef struct
{
  KithSampleRegion *region;
  GArray *bonds;                  /* of Bond: the arrangements, then the groups */
  GArray **of_school;             /* the bonds of each school in scope */
  guint *leader;                  /* of each school's component, by ties that are sure */
  guint largest;                  /* schools in the largest of them */
  guint *n_schools, *n_contacted; /* by authority */
  double attainment[KITH_N_PHASES], spread[KITH_N_PHASES], slope[KITH_N_PHASES];
} Picture;

static void
enter (Picture *picture, guint bond, guint school)
{
  if (school >= picture->region->n_in_scope)
    return;
  g_array_append_val (g_array_index (picture->bonds, Bond, bond).members, school);
  g_array_append_val (picture->of_school[school], bond);
}

/* What ends a parent ends its children. */
static gboolean
has_ended (KithSampleRegion *region, guint arrangement)
{
  const KithSampleArrangement *at = KITH_SAMPLE_ARRANGEMENT (region, arrangement);

  return (at->ends != KITH_DATE_UNKNOWN && at->ends <= region->dated) ||
         (at->parent != KITH_SAMPLE_NONE && has_ended (region, at->parent));
}

static void
gather_bonds (Picture *picture)
{
  KithSampleRegion *region = picture->region;
  guint n_arrangements = region->arrangements->len;

  for (guint g = 0; g < n_arrangements + region->groups->len; g++)
    {
      Bond bond = { g_array_new (FALSE, FALSE, sizeof (guint)), KITH_SAMPLE_NONE };

      if (g < n_arrangements)
        bond.parent = KITH_SAMPLE_ARRANGEMENT (region, g)->parent;
      g_array_append_val (picture->bonds, bond);
    }
  for (guint g = 0; g < n_arrangements; g++)
    {
      const KithSampleArrangement *at = KITH_SAMPLE_ARRANGEMENT (region, g);

      if (has_ended (region, g))
        continue;
      for (guint m = 0; m < at->members->len; m++)
        if (g_array_index (at->members, KithSampleMember, m).left == KITH_DATE_UNKNOWN)
          enter (picture, g, g_array_index (at->members, KithSampleMember, m).school);
    }
  for (guint l = 0; l < region->group_links->len; l++)
    {
      const KithSampleGroupLink *link =
          &g_array_index (region->group_links, KithSampleGroupLink, l);

      if ((link->files & KITH_SAMPLE_LINKS_NOW) &&
          KITH_SAMPLE_GROUP (region, link->group)->type != KITH_SAMPLE_SPONSOR)
        enter (picture, n_arrangements + link->group, link->school);
    }
}

static guint
find_leader (Picture *picture, guint school)
{
  while (picture->leader[school] != school)
    school = picture->leader[school] = picture->leader[picture->leader[school]];
  return school;
}

/* Whether its membership of an arrangement is live beyond doubt. */
static gboolean
is_sure (Picture *picture, guint school)
{
  return KITH_SAMPLE_SCHOOL (picture->region, school)->part == KITH_SAMPLE_PART_CLEAN;
}

static void
join_components (Picture *picture)
{
  guint n = picture->region->n_in_scope;
  g_autofree guint *sizes = g_new0 (guint, n);

  for (guint s = 0; s < n; s++)
    picture->leader[s] = s;
  for (guint b = 0; b < picture->bonds->len; b++)
    {
      const GArray *members = g_array_index (picture->bonds, Bond, b).members;
      guint first = KITH_SAMPLE_NONE;

      if (b < picture->region->arrangements->len && members->len > MOST_NOT_ASSEMBLY)
        continue;
      for (guint m = 0; m < members->len; m++)
        {
          guint school = g_array_index (members, guint, m);

          if (b < picture->region->arrangements->len && !is_sure (picture, school))
            continue;
          if (first == KITH_SAMPLE_NONE)
            first = school;
          picture->leader[find_leader (picture, school)] = find_leader (picture, first);
        }
    }
  for (guint s = 0; s < n; s++)
    picture->largest = MAX (picture->largest, ++sizes[find_leader (picture, s)]);
}

static void
count_contacted (Picture *picture)
{
  KithSampleRegion *region = picture->region;
  g_autofree gboolean *is_contacted = g_new0 (gboolean, region->n_in_scope);
  KithDate since = kith_date_add_months (region->dated, -12);

  for (guint c = 0; c < region->contacts->len; c++)
    {
      const KithSampleContact *contact = &g_array_index (region->contacts, KithSampleContact, c);

      for (guint p = 0; p < contact->n_parties && contact->date > since; p++)
        is_contacted[g_array_index (region->parties, KithSampleParty, contact->first_party + p)
                         .school] = TRUE;
    }
  for (guint s = 0; s < region->n_in_scope; s++)
    {
      picture->n_schools[KITH_SAMPLE_SCHOOL (region, s)->authority]++;
      picture->n_contacted[KITH_SAMPLE_SCHOOL (region, s)->authority] += is_contacted[s];
    }
}

/* Means by phase, and the standard deviation of attainment. */
static void
measure_phases (Picture *picture)
{
  double n[KITH_N_PHASES] = { 0 };

  for (guint pass = 0; pass < 2; pass++)
    for (guint s = 0; s < picture->region->n_in_scope; s++)
      {
        const KithSampleSchool *school = KITH_SAMPLE_SCHOOL (picture->region, s);
        double off = school->attainment - picture->attainment[school->compared];

        if (pass == 0)
          {
            n[school->compared]++;
            picture->attainment[school->compared] += off / n[school->compared];
            picture->slope[school->compared] +=
                (school->slope - picture->slope[school->compared]) / n[school->compared];
          }
        else
          picture->spread[school->compared] += off * off / n[school->compared];
      }
  for (guint p = 0; p < KITH_N_PHASES; p++)
    picture->spread[p] = sqrt (picture->spread[p]);
}

static gboolean
is_in (const GArray *bonds, guint bond)
{
  for (guint i = 0; i < bonds->len; i++)
    if (g_array_index (bonds, guint, i) == bond)
      return TRUE;
  return FALSE;
}

/* Whether @school is in the bond, its parent or a child of it. */
static gboolean
is_party_to (Picture *picture, guint school, guint bond)
{
  const GArray *own = picture->of_school[school];
  guint parent = g_array_index (picture->bonds, Bond, bond).parent;

  if (is_in (own, bond) || (parent != KITH_SAMPLE_NONE && is_in (own, parent)))
    return TRUE;
  for (guint i = 0; i < own->len; i++)
    if (g_array_index (picture->bonds, Bond, g_array_index (own, guint, i)).parent == bond)
      return TRUE;
  return FALSE;
}

/* METHODS, finding 4, looked at from the school. */
static gboolean
is_odd (Picture *picture, guint school)
{
  guint near[N_NEIGHBOURS];
  guint n = kith_sample_region_find_neighbours (picture->region, school, N_NEIGHBOURS,
                                                NEIGHBOUR_METRES, near);
  g_autoptr (GHashTable) counts = NULL;
  GHashTableIter each;
  gpointer bond, count;

  if (n < LEAST_NEIGHBOURS)
    return FALSE;
  counts = g_hash_table_new (NULL, NULL);
  for (guint i = 0; i < n; i++)
    for (guint b = 0; b < picture->of_school[near[i]]->len; b++)
      {
        gpointer key = GUINT_TO_POINTER (g_array_index (picture->of_school[near[i]], guint, b));

        g_hash_table_insert (
            counts, key,
            GUINT_TO_POINTER (GPOINTER_TO_UINT (g_hash_table_lookup (counts, key)) + 1));
      }
  g_hash_table_iter_init (&each, counts);
  while (g_hash_table_iter_next (&each, &bond, &count))
    {
      guint b = GPOINTER_TO_UINT (bond);
      gboolean is_assembly =
          b < picture->region->arrangements->len &&
          g_array_index (picture->bonds, Bond, b).members->len > MOST_NOT_ASSEMBLY;

      if (GPOINTER_TO_UINT (count) + 1 >= n && !is_assembly && !is_party_to (picture, school, b))
        return TRUE;
    }
  return FALSE;
}

static gboolean
shares (guint a, guint b)
{
  return a != KITH_SAMPLE_NONE && a == b;
}

/* Whether partnership and hub tie it to enough clean schools, some near, and not all of one house.
 */
static gboolean
is_well_tied (Picture *picture, guint school, gboolean needs_hub)
{
  KithSampleRegion *region = picture->region;
  const KithSampleSchool *at = KITH_SAMPLE_SCHOOL (region, school);
  guint bonds[2] = { at->partnership, at->hub };
  guint n_tied[2] = { 0, 0 };
  gboolean has_local = FALSE, shares_trust = TRUE, shares_sponsor = TRUE, shares_diocese = TRUE;

  for (guint i = 0; i < 2; i++)
    {
      const GArray *members;

      if (i == 1 && !needs_hub)
        break;
      if (bonds[i] == KITH_SAMPLE_NONE)
        return FALSE;
      members = g_array_index (picture->bonds, Bond, bonds[i]).members;
      for (guint m = 0; m < members->len && members->len <= MOST_NOT_ASSEMBLY; m++)
        {
          guint other = g_array_index (members, guint, m);
          const KithSampleSchool *with = KITH_SAMPLE_SCHOOL (region, other);

          if (other == school || !is_sure (picture, other))
            continue;
          n_tied[i]++;
          has_local |= kith_sample_region_is_local (region, school, other);
          shares_trust &= shares (at->trust, with->trust);
          shares_sponsor &= shares (at->sponsor, with->sponsor);
          shares_diocese &= shares (at->diocese, with->diocese);
        }
    }
  return n_tied[0] > 0 && (n_tied[1] > 0 || !needs_hub) && n_tied[0] + n_tied[1] >= 5 &&
         (has_local || !at->is_placed) && !shares_trust && !shares_sponsor && !shares_diocese;
}

static void
expect (KithSampleRegion *region,
        guint school,
        guint code,
        const char *severity,
        const char *state,
        const char *why)
{
  KithSampleExpected expected = { school, KITH_SAMPLE_NONE, code, severity, state, why };

  g_array_append_val (region->expected, expected);
}

/* Whether a school's results are safely above what METHODS calls vulnerable (finding 14). */
static gboolean
does_well (Picture *picture, guint school)
{
  const KithSampleSchool *at = KITH_SAMPLE_SCHOOL (picture->region, school);
  double mean = picture->attainment[at->compared], spread = picture->spread[at->compared];

  return at->attainment > mean - spread * 0.7 || at->slope > picture->slope[at->compared] + 4;
}

/* Whether what the part promises can be promised of this school, in this region. */
static gboolean
is_promised (Picture *picture, guint school)
{
  const KithSampleSchool *at = KITH_SAMPLE_SCHOOL (picture->region, school);
  KithSampleKit kit = kith_sample_part_get_info (at->part)->kit;
  guint n_schools = picture->n_schools[at->authority],
        n_contacted = picture->n_contacted[at->authority];

  if (at->part != KITH_SAMPLE_PART_FALLING && !does_well (picture, school))
    return FALSE;
  switch (at->part)
    {
    case KITH_SAMPLE_PART_NEVER:
    case KITH_SAMPLE_PART_INSIDERS:
      if (n_contacted * 100 < n_schools * 55)
        return FALSE;
      break;
    case KITH_SAMPLE_PART_THIN:
      if (n_contacted * 100 > n_schools * 45)
        return FALSE;
      break;
    case KITH_SAMPLE_PART_CUT_OFF:
      return picture->largest * 100 > picture->region->n_in_scope * 52;
    case KITH_SAMPLE_PART_FALLING:
      if (at->attainment > picture->attainment[at->compared] - 1.3 * picture->spread[at->compared])
        return FALSE;
      break;
    default:
      break;
    }
  if (kit & KITH_SAMPLE_KIT_PARTNERSHIP)
    return is_well_tied (picture, school, (kit & KITH_SAMPLE_KIT_HUB) != 0);
  return TRUE;
}

static void
expect_school (Picture *picture, guint school)
{
  KithSampleRegion *region = picture->region;
  const KithSampleSchool *at = KITH_SAMPLE_SCHOOL (region, school);
  const KithSamplePartInfo *info = kith_sample_part_get_info (at->part);
  gboolean is_expected_odd = FALSE, is_isolated = FALSE, is_found_odd;

  if (at->part < KITH_SAMPLE_PART_CLEAN || !is_promised (picture, school))
    return;
  is_found_odd = is_odd (picture, school);
  if (at->part == KITH_SAMPLE_PART_CLEAN)
    {
      if (!is_found_odd)
        expect (region, school, 0, "", "", info->why);
      return;
    }
  for (guint i = 0; i < 2 && info->codes[i] != 0; i++)
    {
      is_expected_odd |= info->codes[i] == 4;
      is_isolated |= info->codes[i] == 1 || info->codes[i] == 2;
    }
  if (at->part == KITH_SAMPLE_PART_ODD)
    is_expected_odd = TRUE;
  if (is_expected_odd && !is_found_odd)
    return;
  for (guint i = 0; i < 2 && info->codes[i] != 0 && info->codes[i] < 4; i++)
    expect (region, school, info->codes[i], info->severities[i], info->states[i], info->why);
  if (is_found_odd && !is_expected_odd)
    expect (region, school, 4, is_isolated ? "red" : "amber", "",
            "besides, a group nearby holds its neighbours");
  for (guint i = 0; i < 2 && info->codes[i] != 0; i++)
    if (info->codes[i] >= 4)
      expect (region, school, info->codes[i], info->severities[i], info->states[i], info->why);
}

static gboolean
has_organisations (const KithSampleArrangement *at)
{
  for (guint m = 0; m < at->members->len; m++)
    if (g_array_index (at->members, KithSampleMember, m).organisation != KITH_SAMPLE_NONE)
      return TRUE;
  return FALSE;
}

/* Whether a memorandum's cell says no or a day; all days that the region writes have passed. */
static gboolean
is_paper (const char *cell)
{
  return cell != NULL && *cell != '\0' && strcmp (cell, "yes") != 0;
}

/* Findings on arrangements: those that only talk, and those that only stand on paper. */
static void
expect_arrangements (KithSampleRegion *region)
{
  for (guint g = 0; g < region->arrangements->len; g++)
    {
      const KithSampleArrangement *at = KITH_SAMPLE_ARRANGEMENT (region, g);
      KithSampleExpected expected = { KITH_SAMPLE_NONE, g,  11,
                                      "note",           "", "meetings, and nothing came of them" };
      gboolean is_blank =
          g_strcmp0 (at->memorandum, "") == 0 && g_strcmp0 (at->data_sharing, "") == 0;

      if (at->records == KITH_SAMPLE_RECORDS_TALK && at->members->len > 0)
        g_array_append_val (region->expected, expected);
      if (!has_organisations (at) ||
          (!is_blank && !is_paper (at->memorandum) && !is_paper (at->data_sharing)))
        continue;
      expected.code = 13;
      expected.severity = is_blank ? "ask" : "note";
      expected.why = is_blank ? "nobody knows what was signed" : "what was signed is not in force";
      g_array_append_val (region->expected, expected);
    }
}

/**
 * kith_sample_make_expected:
 *
 * Lists what must be found. The parts say it; this looks at the whole region once more, and a
 * school for which the rest of the region disturbs its part is left out of the list. An odd one
 * out by chance is listed as one.
 */
void
kith_sample_make_expected (KithSampleRegion *region)
{
  Picture picture = {
    .region = region,
    .bonds = g_array_new (FALSE, FALSE, sizeof (Bond)),
    .of_school = g_new (GArray *, region->n_in_scope),
    .leader = g_new (guint, region->n_in_scope),
    .n_schools = g_new0 (guint, region->authorities->len),
    .n_contacted = g_new0 (guint, region->authorities->len),
  };

  for (guint s = 0; s < region->n_in_scope; s++)
    picture.of_school[s] = g_array_new (FALSE, FALSE, sizeof (guint));
  gather_bonds (&picture);
  join_components (&picture);
  count_contacted (&picture);
  measure_phases (&picture);
  for (guint s = 0; s < region->n_in_scope; s++)
    expect_school (&picture, s);
  expect_arrangements (region);
  for (guint s = 0; s < region->n_in_scope; s++)
    g_array_unref (picture.of_school[s]);
  for (guint b = 0; b < picture.bonds->len; b++)
    g_array_unref (g_array_index (picture.bonds, Bond, b).members);
  g_array_unref (picture.bonds);
  g_free (picture.of_school);
  g_free (picture.leader);
  g_free (picture.n_schools);
  g_free (picture.n_contacted);
}
