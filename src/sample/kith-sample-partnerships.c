/* kith-sample-partnerships.c: area partnerships with their tripods, and hubs
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-sample-region-private.h"

#define LEAST_PARTNERS 10
#define MOST_PARTNERS 22 /* well below an assembly */
#define HUB_MEMBERS 27

static const char *const hub_kinds[] = { "EAL", "SEND", "English", "Maths",
                                         "Attendance and behaviour" };
/* what each kind of hub is strong at: an area of kith_sample_words_get_area */
static const guint hub_areas[] = { 0, 3, 1, 2, 4 };

static gboolean
has_kit (KithSampleRegion *region, guint school, KithSampleKit kit)
{
  return (kith_sample_part_get_info (KITH_SAMPLE_SCHOOL (region, school)->part)->kit & kit) != 0;
}

/* Since when, and how a school takes part. */
static void
enrol (
    KithSampleRegion *region, KithRandom *random, guint arrangement, guint school, const char *role)
{
  KithSamplePart part = KITH_SAMPLE_SCHOOL (region, school)->part;
  KithDate lately = region->dated - (KithDate)kith_random_between (random, 420, 590);
  gboolean is_silent = kith_random_chance (random, 25);

  if (part == KITH_SAMPLE_PART_NEW)
    lately = KITH_SAMPLE_SCHOOL (region, school)->opened;
  if (has_kit (region, school, KITH_SAMPLE_KIT_RECENT))
    kith_sample_bond_add (region, arrangement, school, role, lately, KITH_SAMPLE_SILENT);
  else if (part == KITH_SAMPLE_PART_REST && is_silent)
    kith_sample_bond_add (region, arrangement, school, role, kith_date_new (2019, 9, 1),
                          KITH_SAMPLE_SILENT);
  else if (part == KITH_SAMPLE_PART_REST)
    kith_sample_bond_add (region, arrangement, school, role, KITH_DATE_UNKNOWN,
                          KITH_SAMPLE_OFTEN_PRESENT);
  else if (is_silent && KITH_SAMPLE_ARRANGEMENT (region, arrangement)->kind == KITH_KIND_HUB &&
           part == KITH_SAMPLE_PART_CLEAN)
    kith_sample_bond_add (region, arrangement, school, role, lately, KITH_SAMPLE_SILENT);
  else
    kith_sample_bond_add (region, arrangement, school, role,
                          kith_random_chance (random, 24) ? KITH_DATE_UNKNOWN
                                                          : kith_date_new (2022, 9, 1),
                          KITH_SAMPLE_PRESENT);
}

/* Threes within a partnership, for work between its meetings. */
static void
found_tripods (KithSampleRegion *region, KithRandom *random, guint partnership)
{
  const char *name = KITH_SAMPLE_ARRANGEMENT (region, partnership)->name;
  g_autoptr (GArray) members = g_array_ref (KITH_SAMPLE_ARRANGEMENT (region, partnership)->members);
  guint tripod = KITH_SAMPLE_NONE, n_tripods = 0, n = 0;

  for (guint m = 0; m < members->len; m++)
    {
      guint school = g_array_index (members, KithSampleMember, m).school;

      if (KITH_SAMPLE_SCHOOL (region, school)->part != KITH_SAMPLE_PART_CLEAN)
        continue;
      if (n == 0 && n_tripods == 3)
        return;
      if (n == 0)
        {
          tripod = kith_sample_bond_new (
              region, KITH_KIND_CLUSTER, KITH_SAMPLE_SCHOOL (region, school)->authority,
              kith_sample_region_keep (region, "%s, tripod %u", name, ++n_tripods));
          KITH_SAMPLE_ARRANGEMENT (region, tripod)->parent = partnership;
          KITH_SAMPLE_ARRANGEMENT (region, tripod)->starts =
              kith_date_add_months (region->dated, -kith_random_between (random, 8, 20));
          KITH_SAMPLE_ARRANGEMENT (region, tripod)->focus =
              kith_sample_words_get_area (kith_random_below (random, 10));
          KITH_SAMPLE_ARRANGEMENT (region, tripod)->objective = "Work shared between three schools";
        }
      kith_sample_bond_add (region, tripod, school, "member", KITH_DATE_UNKNOWN,
                            KITH_SAMPLE_PRESENT);
      n = (n + 1) % 3;
    }
}

static void
found_partnership (KithSampleRegion *region,
                   KithRandom *random,
                   guint authority,
                   guint number,
                   const guint *schools,
                   guint n)
{
  const char *town = KITH_SAMPLE_TOWN (region, KITH_SAMPLE_SCHOOL (region, schools[0])->town)->name;
  guint bond = kith_sample_bond_new (
      region, KITH_KIND_AREA_PARTNERSHIP, authority,
      kith_sample_region_keep (region, "%s Schools Partnership %u", town, number));
  KithSampleArrangement *at = KITH_SAMPLE_ARRANGEMENT (region, bond);
  guint lead = KITH_SAMPLE_NONE;

  for (guint i = 0; i < n && lead == KITH_SAMPLE_NONE; i++)
    if (KITH_SAMPLE_SCHOOL (region, schools[i])->part == KITH_SAMPLE_PART_CLEAN)
      lead = schools[i];
  at->starts = kith_date_add_months (region->dated, -12 * kith_random_between (random, 5, 9));
  at->review = kith_date_add_months (region->dated, kith_random_between (random, 2, 20));
  at->focus = kith_sample_words_get_area (kith_random_below (random, 10));
  at->objective = "No school in the area without a partner";
  at->memorandum = "yes";
  at->data_sharing = kith_random_chance (random, 50) ? "yes" : "";
  if (kith_random_chance (random, 40))
    {
      at->funding = "Area fund";
      at->funding_ends = region->dated + (KithDate)kith_random_between (random, 300, 900);
    }
  if (!KITH_SAMPLE_AUTHORITY (region, authority)->is_thin)
    at->records = KITH_SAMPLE_RECORDS_MEETINGS;
  at->lead_school = lead;
  for (guint i = 0; i < n; i++)
    {
      KithSampleSchool *school = KITH_SAMPLE_SCHOOL (region, schools[i]);

      if (school->part == KITH_SAMPLE_PART_LEFT_PARTNERSHIP)
        {
          KithSampleMember left = { schools[i],
                                    KITH_SAMPLE_NONE,
                                    0,
                                    "member",
                                    kith_date_new (2021, 9, 1),
                                    kith_date_add_months (region->dated,
                                                          -kith_random_between (random, 4, 9)),
                                    KITH_SAMPLE_SILENT };

          g_array_append_val (KITH_SAMPLE_ARRANGEMENT (region, bond)->members, left);
          continue;
        }
      school->partnership = bond;
      enrol (region, random, bond, schools[i], schools[i] == lead ? "lead" : "member");
    }
  if (n > 8)
    found_tripods (region, random, bond);
}

static gboolean
is_partner (KithSampleRegion *region, KithRandom *random, guint school)
{
  KithSamplePart part = KITH_SAMPLE_SCHOOL (region, school)->part;

  return has_kit (region, school, KITH_SAMPLE_KIT_PARTNERSHIP) ||
         part == KITH_SAMPLE_PART_LEFT_PARTNERSHIP ||
         (part == KITH_SAMPLE_PART_REST && kith_random_chance (random, 65));
}

/* Schools stand town by town: a partnership is a stretch of them. */
static void
found_partnerships (KithSampleRegion *region, KithRandom *random, guint authority)
{
  const KithSampleAuthority *at = KITH_SAMPLE_AUTHORITY (region, authority);
  g_autoptr (GArray) partners = g_array_new (FALSE, FALSE, sizeof (guint));
  guint n_partnerships, done = 0;

  for (guint s = at->first_school; s < at->first_school + at->n_schools; s++)
    if (is_partner (region, random, s))
      g_array_append_val (partners, s);
  if (partners->len == 0)
    return;
  n_partnerships = MAX (1, partners->len / ((LEAST_PARTNERS + MOST_PARTNERS) / 2));
  for (guint p = 0; p < n_partnerships; p++)
    {
      guint n = (partners->len - done) / (n_partnerships - p);

      found_partnership (region, random, authority, p + 1, &g_array_index (partners, guint, done),
                         n);
      done += n;
    }
}

static void
found_hubs (KithSampleRegion *region, KithRandom *random, guint authority)
{
  const KithSampleAuthority *at = KITH_SAMPLE_AUTHORITY (region, authority);
  g_autoptr (GArray) members = g_array_new (FALSE, FALSE, sizeof (guint));
  guint n_hubs, first_kind = kith_random_below (random, G_N_ELEMENTS (hub_kinds));

  for (guint s = at->first_school; s < at->first_school + at->n_schools; s++)
    if (has_kit (region, s, KITH_SAMPLE_KIT_HUB) ||
        (KITH_SAMPLE_SCHOOL (region, s)->part == KITH_SAMPLE_PART_REST &&
         kith_random_chance (random, 25)))
      g_array_append_val (members, s);
  kith_random_shuffle (random, (guint *)(gpointer)members->data, members->len);
  n_hubs = (members->len + HUB_MEMBERS - 1) / HUB_MEMBERS;
  for (guint h = 0; h < n_hubs; h++)
    {
      guint kind = (first_kind + h) % G_N_ELEMENTS (hub_kinds), lead = KITH_SAMPLE_NONE;
      guint bond = kith_sample_bond_new (
          region, KITH_KIND_HUB, authority,
          h < G_N_ELEMENTS (hub_kinds)
              ? kith_sample_region_keep (region, "%s %s Hub", at->name, hub_kinds[kind])
              : kith_sample_region_keep (region, "%s %s Hub %u", at->name, hub_kinds[kind],
                                         h / 5 + 1));
      KithSampleArrangement *hub = KITH_SAMPLE_ARRANGEMENT (region, bond);

      hub->starts = kith_date_add_months (region->dated, -12 * kith_random_between (random, 6, 9));
      hub->focus = kith_sample_words_get_area (hub_areas[kind]);
      hub->objective = "Visits and seminars for schools that ask for them";
      hub->memorandum = "yes";
      hub->data_sharing = "no";
      hub->capacity = 40;
      if (!at->is_thin)
        hub->records = KITH_SAMPLE_RECORDS_TRAINING;
      for (guint m = h; m < members->len; m += n_hubs)
        if (lead == KITH_SAMPLE_NONE &&
            KITH_SAMPLE_SCHOOL (region, g_array_index (members, guint, m))->part ==
                KITH_SAMPLE_PART_CLEAN)
          lead = g_array_index (members, guint, m);
      hub->lead_school = lead;
      for (guint m = h; m < members->len; m += n_hubs)
        {
          guint school = g_array_index (members, guint, m);

          KITH_SAMPLE_SCHOOL (region, school)->hub = bond;
          if (school == lead)
            kith_sample_bond_add (region, bond, school, "hub", KITH_DATE_UNKNOWN,
                                  KITH_SAMPLE_PRESENT);
          else
            enrol (region, random, bond, school, "member");
        }
    }
}

/* Members of a hub who were there once, long ago. */
static void
add_faded (KithSampleRegion *region)
{
  for (guint s = 0; s < region->n_in_scope; s++)
    {
      KithSampleSchool *school = KITH_SAMPLE_SCHOOL (region, s);
      guint hub = KITH_SAMPLE_NONE;

      if (school->part != KITH_SAMPLE_PART_FADED)
        continue;
      for (guint g = 0; g < region->arrangements->len && hub == KITH_SAMPLE_NONE; g++)
        if (KITH_SAMPLE_ARRANGEMENT (region, g)->kind == KITH_KIND_HUB &&
            KITH_SAMPLE_ARRANGEMENT (region, g)->authority == school->authority)
          hub = g;
      if (hub == KITH_SAMPLE_NONE)
        {
          school->part = KITH_SAMPLE_PART_REST;
          continue;
        }
      school->hub = hub;
      kith_sample_bond_add (region, hub, s, "member", region->dated - 1800, KITH_SAMPLE_SILENT);
    }
}

/**
 * kith_sample_make_partnerships:
 *
 * Area partnerships, with threes inside them, and hubs, authority by authority. A school in
 * good order is in one of each.
 */
void
kith_sample_make_partnerships (KithSampleRegion *region)
{
  KithRandom random;

  kith_random_seed (&random, region->seed, KITH_SAMPLE_STREAM_PARTNERSHIPS);
  for (guint a = 0; a < region->authorities->len; a++)
    {
      found_partnerships (region, &random, a);
      found_hubs (region, &random, a);
    }
  add_faded (region);
}
