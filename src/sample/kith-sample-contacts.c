/* kith-sample-contacts.c: three years of visits, meetings, calls and letters
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-sample-region-private.h"

#define HISTORY_DAYS 960 /* counted days: about three years */

static const char *const kinds[] = { "visit", "visit", "call", "meeting", "review" };

static guint
begin_contact (KithSampleRegion *region,
               KithDate date,
               const char *kind,
               guint arrangement,
               guint officer,
               const char *summary)
{
  KithSampleContact contact = {
    .date = date,
    .kind = kind,
    .arrangement = arrangement,
    .officer = officer,
    .summary = summary,
    .outcome = "",
    .first_party = region->parties->len,
  };

  g_array_append_val (region->contacts, contact);
  return region->contacts->len - 1;
}

static void
add_party (KithSampleRegion *region, guint school, const char *part)
{
  KithSampleParty party = { school, part };

  g_array_append_val (region->parties, party);
  g_array_index (region->contacts, KithSampleContact, region->contacts->len - 1).n_parties++;
}

static void
meet (KithSampleRegion *region, KithRandom *random, guint school, KithDate date)
{
  static const char *const summaries[] = { "Termly conversation", "Reading across the school",
                                           "Attendance", "Leadership and staffing",
                                           "Results and next steps" };
  const KithSampleAuthority *authority =
      KITH_SAMPLE_AUTHORITY (region, KITH_SAMPLE_SCHOOL (region, school)->authority);
  guint contact =
      begin_contact (region, date, kinds[kith_random_below (random, G_N_ELEMENTS (kinds))],
                     KITH_SAMPLE_NONE, authority->officers[school % 3],
                     summaries[kith_random_below (random, G_N_ELEMENTS (summaries))]);

  if (kith_random_chance (random, 30))
    g_array_index (region->contacts, KithSampleContact, contact).outcome =
        "To be looked at again next term";
  if (kith_random_chance (random, 3))
    g_array_index (region->contacts, KithSampleContact, contact).is_confidential = TRUE;
  add_party (region, school, "present");
}

/* From @first counted days ago backwards, about every @gap. */
static void
meet_often (
    KithSampleRegion *region, KithRandom *random, guint school, guint first, guint gap, guint most)
{
  guint ago = first;

  for (guint i = 0; i < most && ago < HISTORY_DAYS; i++)
    {
      meet (region, random, school, kith_sample_region_step_back (region->dated, ago));
      ago += most == G_MAXUINT ? gap * (guint)kith_random_between (random, 80, 120) / 100 : gap;
    }
}

static void
meet_rest (KithSampleRegion *region, KithRandom *random, guint school)
{
  gboolean is_thin =
      KITH_SAMPLE_AUTHORITY (region, KITH_SAMPLE_SCHOOL (region, school)->authority)->is_thin;
  guint draw = kith_random_below (random, 100);

  if (is_thin && draw >= 12)
    return;
  if (draw < 60)
    meet_often (region, random, school, (guint)kith_random_between (random, 3, 60),
                (guint)kith_random_between (random, 60, 130), G_MAXUINT);
  else if (draw < 78)
    meet_often (region, random, school, (guint)kith_random_between (random, 20, 600),
                (guint)kith_random_between (random, 40, 200), G_MAXUINT);
  else if (draw < 86)
    meet_often (region, random, school, (guint)kith_random_between (random, 20, 600), 100, 2);
}

/* Letters, and visits within the trust: nobody from outside. */
static void
meet_insiders (KithSampleRegion *region, KithRandom *random, guint school)
{
  KithSampleSchool *at = KITH_SAMPLE_SCHOOL (region, school);
  guint other = KITH_SAMPLE_NONE;

  for (guint l = 0; l < region->group_links->len && other == KITH_SAMPLE_NONE; l++)
    {
      const KithSampleGroupLink *link =
          &g_array_index (region->group_links, KithSampleGroupLink, l);

      if (link->group == at->trust && link->school != school &&
          (link->files & (KITH_SAMPLE_LINKS_BEFORE | KITH_SAMPLE_LINKS_NOW)) ==
              (KITH_SAMPLE_LINKS_BEFORE | KITH_SAMPLE_LINKS_NOW))
        other = link->school;
    }
  if (other == KITH_SAMPLE_NONE)
    {
      at->part = KITH_SAMPLE_PART_REST;
      return;
    }
  for (guint i = 0; i < 3; i++)
    {
      begin_contact (region, kith_sample_region_step_back (region->dated, 20 + 60 * i), "visit",
                     KITH_SAMPLE_NONE, KITH_SAMPLE_NONE, "Trust moderation");
      add_party (region, school, i % 2 == 0 ? "host" : "visitor");
      add_party (region, other, i % 2 == 0 ? "visitor" : "host");
    }
  begin_contact (region, kith_sample_region_step_back (region->dated, 33), "letter",
                 KITH_SAMPLE_NONE, KITH_SAMPLE_AUTHORITY (region, at->authority)->officers[0],
                 "Invitation");
  add_party (region, school, "present");
}

/* Three visits, always to the same school. */
static void
visit_one_way (KithSampleRegion *region, guint school)
{
  const GArray *members =
      KITH_SAMPLE_ARRANGEMENT (region, KITH_SAMPLE_SCHOOL (region, school)->partnership)->members;
  guint n = 0;

  for (guint m = 0; m < members->len && n < 3; m++)
    {
      guint other = g_array_index (members, KithSampleMember, m).school;

      if (other == school || KITH_SAMPLE_SCHOOL (region, other)->part != KITH_SAMPLE_PART_CLEAN)
        continue;
      begin_contact (region, kith_sample_region_step_back (region->dated, 50 + 90 * n), "visit",
                     KITH_SAMPLE_NONE, KITH_SAMPLE_NONE, "Lessons seen");
      add_party (region, school, "host");
      add_party (region, other, "visitor");
      n++;
    }
  if (n < 3)
    KITH_SAMPLE_SCHOOL (region, school)->part = KITH_SAMPLE_PART_REST;
}

static void
meet_school (KithSampleRegion *region, KithRandom *random, guint school)
{
  KithSamplePart part = KITH_SAMPLE_SCHOOL (region, school)->part;
  guint gap = (guint)kith_random_between (random, 30, 44);

  if (kith_sample_part_get_info (part)->kit & KITH_SAMPLE_KIT_CONTACTS)
    meet_often (region, random, school, (guint)kith_random_between (random, 3, 30),
                (guint)kith_random_between (random, 70, 120), G_MAXUINT);
  switch (part)
    {
    case KITH_SAMPLE_PART_REST:
      meet_rest (region, random, school);
      break;
    case KITH_SAMPLE_PART_QUIET:
      meet_often (region, random, school, 3 * gap, gap, 9);
      break;
    case KITH_SAMPLE_PART_VERY_QUIET:
      meet_often (region, random, school, 5 * gap, gap, 9);
      break;
    case KITH_SAMPLE_PART_LONG_QUIET:
      meet_often (region, random, school, 400 + gap, 150, 2);
      break;
    case KITH_SAMPLE_PART_INSIDERS:
      meet_insiders (region, random, school);
      break;
    case KITH_SAMPLE_PART_ONE_WAY:
      visit_one_way (region, school);
      break;
    case KITH_SAMPLE_PART_FADED:
      begin_contact (region, region->dated - 1100, "training",
                     KITH_SAMPLE_SCHOOL (region, school)->hub, KITH_SAMPLE_NONE, "Seminar");
      add_party (region, school, "present");
      break;
    default:
      break;
    }
}

static gboolean
is_present (KithRandom *random, const KithSampleMember *member)
{
  return member->school != KITH_SAMPLE_NONE &&
         (member->attendance == KITH_SAMPLE_PRESENT ||
          (member->attendance == KITH_SAMPLE_OFTEN_PRESENT && kith_random_chance (random, 55)));
}

/* What is recorded under an arrangement, back to three years ago or its members' coming. */
static void
meet_members (KithSampleRegion *region, KithRandom *random, guint arrangement)
{
  static const char *const kind_of[] = { NULL, "meeting", "training", "visit", "meeting" };
  const KithSampleArrangement *at = KITH_SAMPLE_ARRANGEMENT (region, arrangement);
  guint officer = KITH_SAMPLE_AUTHORITY (region, at->authority)->officers[arrangement % 3];
  guint first = 22 + arrangement % 14, gap = at->records == KITH_SAMPLE_RECORDS_TALK ? 55 : 100;

  if (at->records == KITH_SAMPLE_RECORDS_NOTHING)
    return;
  for (guint k = 0; first + k * gap < HISTORY_DAYS; k++)
    {
      KithDate date = kith_sample_region_step_back (region->dated, first + k * gap);
      guint contact;

      if (date <= at->starts)
        return;
      contact = begin_contact (
          region, date, kind_of[at->records], arrangement,
          at->records == KITH_SAMPLE_RECORDS_MEETINGS ? officer : KITH_SAMPLE_NONE,
          at->records == KITH_SAMPLE_RECORDS_TRAINING ? "Seminar" : "Meeting of the group");
      if (at->records == KITH_SAMPLE_RECORDS_MEETINGS)
        g_array_index (region->contacts, KithSampleContact, contact).outcome = "Visits agreed";
      for (guint m = 0; m < at->members->len; m++)
        {
          const KithSampleMember *member = &g_array_index (at->members, KithSampleMember, m);

          if (is_present (random, member) &&
              (member->joined == KITH_DATE_UNKNOWN || member->joined <= date))
            add_party (region, member->school,
                       member->school == at->lead_school &&
                               at->records == KITH_SAMPLE_RECORDS_TRAINING
                           ? "host"
                           : "present");
        }
      if (g_array_index (region->contacts, KithSampleContact, contact).n_parties == 0)
        g_array_set_size (region->contacts, contact);
    }
}

/* What was agreed, in part done. */
static void
agree (KithSampleRegion *region, KithRandom *random)
{
  static const char *const things[] = { "Visit the partner school", "Send the reading audit",
                                        "Name a lead for SEND", "Join the moderation in spring" };

  for (guint c = 0; c < region->contacts->len; c++)
    {
      const KithSampleContact *contact = &g_array_index (region->contacts, KithSampleContact, c);
      guint draw = kith_random_below (random, 100);
      KithSampleAction action = { .contact = c,
                                  .arrangement = contact->arrangement,
                                  .owner = contact->officer };

      if (draw >= 8 || contact->officer == KITH_SAMPLE_NONE)
        continue;
      action.school = g_array_index (region->parties, KithSampleParty, contact->first_party).school;
      action.what = things[kith_random_below (random, G_N_ELEMENTS (things))];
      action.due = contact->date + 60;
      if (draw < 5 && contact->date + 40 <= region->dated)
        {
          action.done = contact->date + 40;
          action.outcome = "Done";
        }
      g_array_append_val (region->actions, action);
    }
}

/**
 * kith_sample_make_contacts:
 *
 * Contacts of each school by itself, then under each arrangement, then the actions agreed.
 */
void
kith_sample_make_contacts (KithSampleRegion *region)
{
  KithRandom random;

  kith_random_seed (&random, region->seed, KITH_SAMPLE_STREAM_CONTACTS);
  for (guint s = 0; s < region->n_in_scope; s++)
    meet_school (region, &random, s);
  for (guint g = 0; g < region->arrangements->len; g++)
    meet_members (region, &random, g);
  agree (region, &random);
}
