/* test-beyond-reach.c: a need that nobody within two introductions can meet
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kith-roll.h"
#include "ledger-plan.h"

#include <string.h>

#define REVIEW (kith_date_new (2026, 3, 1))

/* School 1 needs help with reading. Hubs hold 1 and 2, 2 and 3, 3 and 4; organisation 1 is in
   the first, 2 in the second, 3 in the third. Persons have no post but for what a case says. */
typedef struct
{
  LedgerPlan *plan;
  KithArrangement *hubs[3];
  KithNeed *need;
} Trial;

typedef struct
{
  const char *claim;
  void (*arrange) (Trial *trial);
  char finding;
} Case;

static KithExpertise *
add_strength (Trial *trial, gint64 urn, gint64 person, gint64 organisation)
{
  KithExpertise *strength = plan_row (trial->plan, KITH_TABLE_EXPERTISE);

  strength->urn = urn;
  strength->person_id = person;
  strength->organisation_id = organisation;
  strength->area = " READING ";
  return strength;
}

static KithPost *
add_post (Trial *trial, gint64 urn, gint64 organisation)
{
  KithPost *post = plan_row (trial->plan, KITH_TABLE_POST);

  post->person_id = 1;
  post->urn = urn;
  post->organisation_id = organisation;
  return post;
}

#define SCHOOL(n) add_strength (trial, 100000 + (n), KITH_INT_NONE, KITH_INT_NONE)
#define PERSON add_strength (trial, KITH_INT_NONE, 1, KITH_INT_NONE)
#define ORGANISATION(n) add_strength (trial, KITH_INT_NONE, KITH_INT_NONE, n)
#define AT_SCHOOL(n) add_post (trial, 100000 + (n), KITH_INT_NONE)
#define AT_ORGANISATION(n) add_post (trial, KITH_INT_NONE, n)

static void
nobody (Trial *trial)
{
}

static void
itself (Trial *trial)
{
  SCHOOL (1);
}

static void
one_away (Trial *trial)
{
  SCHOOL (2);
}

static void
two_away (Trial *trial)
{
  SCHOOL (3);
}

static void
three_away (Trial *trial)
{
  SCHOOL (4);
}

static void
tomorrow (Trial *trial)
{
  SCHOOL (2)->date = REVIEW + 1;
}

static void
no_longer (Trial *trial)
{
  KithExpertise *strength;

  SCHOOL (2)->date = REVIEW - 10;
  strength = SCHOOL (2);
  strength->date = REVIEW;
  strength->level = "met";
}

static void
again (Trial *trial)
{
  KithExpertise *strength = SCHOOL (2);

  strength->date = REVIEW - 2;
  strength->level = "0";
  SCHOOL (2)->date = REVIEW - 1;
}

static void
met (Trial *trial)
{
  KithNeed *need = plan_row (trial->plan, KITH_TABLE_NEED);

  need->urn = 100001;
  need->area = "reading";
  need->level = "met";
  need->date = REVIEW;
}

static void
trust_sought (Trial *trial)
{
  trial->need->area = " seeking a TRUST";
}

static void
in_post_two_away (Trial *trial)
{
  PERSON;
  AT_SCHOOL (3);
}

static void
in_post_three_away (Trial *trial)
{
  PERSON;
  AT_SCHOOL (4);
}

static void
post_ended (Trial *trial)
{
  PERSON;
  AT_SCHOOL (3)->to_date = REVIEW;
}

static void
post_to_come (Trial *trial)
{
  PERSON;
  AT_SCHOOL (3)->from_date = REVIEW + 1;
}

static void
coordinates (Trial *trial)
{
  PERSON;
  trial->hubs[1]->coordinator_id = 1;
}

static void
leads_in_post_elsewhere (Trial *trial)
{
  PERSON;
  AT_SCHOOL (4);
  trial->hubs[1]->lead_person_id = 1;
}

static void
deputy_without_post (Trial *trial)
{
  PERSON;
  AT_SCHOOL (3)->to_date = REVIEW - 100;
  trial->hubs[0]->deputy_id = 1;
}

static void
coordinates_too_far (Trial *trial)
{
  PERSON;
  trial->hubs[2]->coordinator_id = 1;
}

static void
in_post_at_itself (Trial *trial)
{
  PERSON;
  AT_SCHOOL (1);
}

static void
own_coordinator (Trial *trial)
{
  PERSON;
  AT_SCHOOL (1);
  trial->hubs[0]->coordinator_id = 1;
}

static void
organisation_two_away (Trial *trial)
{
  ORGANISATION (2);
}

static void
organisation_too_far (Trial *trial)
{
  ORGANISATION (3);
}

static void
organisation_leads (Trial *trial)
{
  ORGANISATION (3);
  trial->hubs[0]->lead_organisation_id = 3;
}

static void
organisation_in_diocese (Trial *trial)
{
  ORGANISATION (2);
  trial->hubs[1]->kind = "diocese";
}

static void
in_post_at_organisation (Trial *trial)
{
  PERSON;
  AT_ORGANISATION (2);
}

static void
faded (Trial *trial)
{
  SCHOOL (2);
  trial->hubs[0]->starts = REVIEW - 1000;
  plan_contact (trial->plan, trial->hubs[0], "meeting", REVIEW - 999);
}

/* METHODS, finding 10, worked by hand */
static const Case cases[] = {
  { "nobody is strong at it", nobody, 'a' },
  { "the school's own does not count", itself, 'a' },
  { "a school it works with", one_away, '-' },
  { "a school that one of these works with", two_away, '-' },
  { "three introductions are too many", three_away, 'a' },
  { "what is recorded of tomorrow does not count", tomorrow, 'a' },
  { "met ends it", no_longer, 'a' },
  { "a later row begins it again", again, '-' },
  { "the need was met", met, '-' },
  { "seeking a trust belongs to another finding", trust_sought, '-' },
  { "a person in post two introductions away", in_post_two_away, '-' },
  { "a person in post three away", in_post_three_away, 'a' },
  { "a post that ended that day", post_ended, 'a' },
  { "a post that begins a day later", post_to_come, 'a' },
  { "a co-ordinator of whom no post is recorded", coordinates, '-' },
  { "a lead in post elsewhere", leads_in_post_elsewhere, '-' },
  { "a deputy who has left every post", deputy_without_post, 'a' },
  { "a co-ordinator of what no school it works with is in", coordinates_too_far, 'a' },
  { "a person in post at the school itself is its own", in_post_at_itself, 'a' },
  { "who is also the co-ordinator of its hub", own_coordinator, '-' },
  { "an organisation two introductions away", organisation_two_away, '-' },
  { "an organisation of what is too far", organisation_too_far, 'a' },
  { "an organisation that leads", organisation_leads, '-' },
  { "an affiliation introduces nobody", organisation_in_diocese, 'a' },
  { "a person in post at an organisation", in_post_at_organisation, '-' },
  { "a membership that has faded introduces nobody", faded, 'a' },
};

static void
begin (Trial *trial)
{
  static const char *const names[] = { "EAL hub", "SEND hub", "Maths hub" };

  trial->plan = plan_new ();
  for (guint i = 1; i <= 4; i++)
    plan_school (trial->plan, 100000 + i, 1000 * i, 0);
  for (guint o = 0; o < 3; o++)
    ((KithOrganisation *)plan_row (trial->plan, KITH_TABLE_ORGANISATION))->name = "Fen Charity";
  ((KithPerson *)plan_row (trial->plan, KITH_TABLE_PERSON))->name = "Ada Marsh";
  for (guint g = 0; g < 3; g++)
    {
      KithMembership *with;

      trial->hubs[g] = plan_arrangement (trial->plan, "hub", names[g]);
      plan_member (trial->plan, trial->hubs[g], 100001 + g);
      plan_member (trial->plan, trial->hubs[g], 100002 + g);
      with = plan_member (trial->plan, trial->hubs[g], KITH_INT_NONE);
      with->organisation_id = g + 1;
    }
  trial->need = plan_row (trial->plan, KITH_TABLE_NEED);
  trial->need->urn = 100001;
  trial->need->area = "Reading";
  trial->need->level = "3";
  trial->need->date = kith_date_new (2026, 1, 12);
}

static KithRoll *
make_roll (Trial *trial)
{
  g_autoptr (KithLedger) ledger = plan_end (trial->plan);
  g_autoptr (KithNetwork) network = kith_network_new (ledger, REVIEW, NULL, NULL);
  g_autoptr (GError) error = NULL;
  KithRoll *roll = kith_roll_new (network, NULL, &error);

  g_assert_no_error (error);
  return roll;
}

static const KithFinding *
find_finding (const KithRoll *roll)
{
  const KithRollRow *row = kith_roll_find (roll, 100001);

  for (guint f = 0; f < row->n_findings; f++)
    if (row->findings[f].code == KITH_FINDING_BEYOND_REACH)
      return &row->findings[f];
  return NULL;
}

static void
test_cases (void)
{
  for (guint c = 0; c < G_N_ELEMENTS (cases); c++)
    {
      g_autoptr (KithRoll) roll = NULL;
      const KithFinding *finding;
      Trial trial;

      g_test_message ("%s", cases[c].claim);
      begin (&trial);
      cases[c].arrange (&trial);
      roll = make_roll (&trial);
      finding = find_finding (roll);
      g_assert_cmpint (finding == NULL ? '-' : "rakn"[finding->severity], ==, cases[c].finding);
      plan_free (trial.plan);
    }
}

static void
test_words (void)
{
  g_autoptr (KithRoll) roll = NULL;
  const KithFinding *finding;
  KithMembership *outside;
  KithNeed *other;
  Trial trial;

  begin (&trial);
  trial.need->level = NULL;
  other = plan_row (trial.plan, KITH_TABLE_NEED);
  other->urn = 100001;
  other->area = "Attendance";
  ((KithOutsideSchool *)plan_row (trial.plan, KITH_TABLE_OUTSIDE_SCHOOL))->urn = 900001;
  outside = plan_member (trial.plan, trial.hubs[0], 900001);
  outside->joined = kith_date_new (2026, 1, 1);
  add_strength (&trial, 100002, KITH_INT_NONE, KITH_INT_NONE)->area = "Phonics";
  roll = make_roll (&trial);
  finding = find_finding (roll);
  g_assert_cmpstr (finding->sentence, ==,
                   "Invented School needs help with Reading and Attendance. Nobody within two "
                   "introductions is recorded as strong at these.");
  g_assert_cmpstr (finding->evidence, ==,
                   "Reading: recorded on 12 January 2026. It reaches two schools; strengths are on "
                   "record for one of these. It also reaches two organisations. It also works with "
                   "one school outside this register, whose strengths are not counted.");
  g_assert_cmpstr (finding->clears, ==,
                   "A link with somebody strong at Reading and Attendance, the strength of "
                   "somebody it reaches already put on record, or the need met.");
  plan_free (trial.plan);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/beyond-reach/worked by hand", test_cases);
  g_test_add_func ("/beyond-reach/in words, with its gaps", test_words);
  return g_test_run ();
}
