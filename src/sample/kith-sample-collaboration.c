/* kith-sample-collaboration.c: what ties schools beyond their town and hub
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-sample-region-private.h"

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
found_strands (KithSampleRegion *region, KithSampleRandom *random)
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
          guint from = kith_sample_random_below (
              random, MAX (1, KITH_SAMPLE_AUTHORITY (region, a)->n_schools));
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

/**
 * kith_sample_make_collaboration:
 *
 * Work strands across authorities.
 */
void
kith_sample_make_collaboration (KithSampleRegion *region)
{
  KithSampleRandom random;

  kith_sample_random_seed (&random, region->seed, KITH_SAMPLE_STREAM_PARTNERSHIPS + 700);
  found_strands (region, &random);
}
