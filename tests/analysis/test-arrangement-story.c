/* test-arrangement-story.c: everything about one arrangement
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "call-roll.h"
#include "kith-arrangement-story.h"
#include "random-register.h"

#include <math.h>
#include <string.h>

#define REVIEW (kith_date_new (2026, 3, 1))

static void
assert_lapse_words (const KithLapse *lapse)
{
  static const struct
  {
    int days; /* from the review date */
    const char *words;
  } expected[] = {
    { -1, "28 February 2026, 1 day ago" },
    { 0, "1 March 2026, today" },
    { 1, "2 March 2026, in 1 day" },
    { 180, "28 August 2026, in 180 days" },
    { 181, "29 August 2026" },
  };
  g_autofree char *words = kith_lapse_dup_words (lapse, REVIEW);

  if (lapse->day == KITH_DATE_UNKNOWN)
    g_assert_cmpstr (words, ==, "not recorded");
  for (guint e = 0; e < G_N_ELEMENTS (expected); e++)
    if ((int)lapse->day == (int)REVIEW + expected[e].days)
      g_assert_cmpstr (words, ==, expected[e].words);
}

static void
test_lapses (void)
{
  /* 28 August 2026 is 180 days after 1 March */
  static const struct
  {
    const char *day;
    KithLapseState of_money, of_agreement;
  } cases[] = {
    { NULL, KITH_LAPSE_UNRECORDED, KITH_LAPSE_UNRECORDED },
    { "2026-02-28", KITH_LAPSE_PAST, KITH_LAPSE_PAST },
    { "2026-03-01", KITH_LAPSE_PAST, KITH_LAPSE_SOON }, /* its last day is today */
    { "2026-03-02", KITH_LAPSE_SOON, KITH_LAPSE_SOON },
    { "2026-08-28", KITH_LAPSE_SOON, KITH_LAPSE_SOON },
    { "2026-08-29", KITH_LAPSE_LATER, KITH_LAPSE_LATER },
  };
  KithArrangement row = { 0 };
  KithLapse lapses[KITH_N_CLOCKS];

  for (guint c = 0; c < G_N_ELEMENTS (cases); c++)
    {
      KithDate day = KITH_DATE_UNKNOWN;

      if (cases[c].day != NULL)
        kith_date_parse (cases[c].day, -1, &day);
      row.funding_ends = row.review = row.ends = day;
      row.memorandum = row.data_sharing = cases[c].day;
      kith_lapses_read (&row, REVIEW, 180, lapses);
      for (guint l = 0; l < KITH_N_CLOCKS; l++)
        {
          g_assert_cmpint (lapses[l].clock, ==, l);
          g_assert_cmpint (lapses[l].state, ==,
                           l < KITH_CLOCK_MEMORANDUM ? cases[c].of_money : cases[c].of_agreement);
          g_assert_cmpuint (lapses[l].day, ==, day);
          assert_lapse_words (&lapses[l]);
        }
    }
  row.memorandum = "yes";
  row.data_sharing = "no";
  kith_lapses_read (&row, REVIEW, 180, lapses);
  g_assert_cmpint (lapses[KITH_CLOCK_MEMORANDUM].state, ==, KITH_LAPSE_OPEN);
  g_assert_cmpint (lapses[KITH_CLOCK_DATA_SHARING].state, ==, KITH_LAPSE_NONE);
}

/* By day: what has lapsed, then what does within 180 days; nothing of what has ended */
static void
test_lapsing (void)
{
  g_autoptr (LedgerPlan) plan = plan_new ();
  KithArrangement *hub = plan_arrangement (plan, "hub", "Larkmead EAL hub");
  KithArrangement *zone = plan_arrangement (plan, "zone", "Fen Zone");
  KithArrangement *ended = plan_arrangement (plan, "zone", "Old Zone");
  g_autoptr (KithRoll) roll = NULL;
  g_autoptr (GArray) list = NULL;
  static const struct
  {
    guint arrangement;
    KithClock clock;
    KithLapseState state;
  } expected[] = {
    { 1, KITH_CLOCK_MEMORANDUM, KITH_LAPSE_PAST },
    { 0, KITH_CLOCK_REVIEW, KITH_LAPSE_PAST },
    { 1, KITH_CLOCK_END, KITH_LAPSE_SOON },
    { 0, KITH_CLOCK_FUNDING, KITH_LAPSE_SOON },
  };

  hub->funding_ends = REVIEW + 180;
  hub->review = REVIEW - 10;
  hub->ends = REVIEW + 181;
  hub->data_sharing = "no";
  zone->memorandum = "2025-07-31";
  zone->data_sharing = "yes";
  zone->ends = REVIEW + 20;
  ended->ends = REVIEW - 20;
  roll = call_plan_roll (plan, REVIEW);
  list = kith_lapses_list (roll);
  g_assert_cmpuint (list->len, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < list->len; i++)
    {
      const KithLapsing *lapsing = &g_array_index (list, KithLapsing, i);

      g_assert_cmpuint (lapsing->arrangement, ==, expected[i].arrangement);
      g_assert_cmpint (lapsing->lapse.clock, ==, expected[i].clock);
      g_assert_cmpint (lapsing->lapse.state, ==, expected[i].state);
    }
}

/* A Family of three; each letter adds one thing to the record, in the order of the conditions:
   o an objective, e two of three engaged, s one of three engaged
   y data shared, n not, p until a day that has passed
   x 100002 is strong at reading, r 100001 needs it, m 100001 needs maths, w 100001 is strong at it
     itself, z 100003's head is strong at maths
   h the head of 100001 co-ordinates it, t a teacher of 100002 took part, d so did another head,
     g the head has left
   l 100002 leads it, a the authority does */
static void
describe_family (LedgerPlan *plan, KithArrangement *family, const char *what)
{
  KithContact *seminar = NULL;
  KithPost *head = plan_row (plan, KITH_TABLE_POST), *teacher = plan_row (plan, KITH_TABLE_POST);
  KithPost *other = plan_row (plan, KITH_TABLE_POST);
  static const char *const names[] = { "Ada Marsh", "Bo Fen", "Cy Moor" };

  for (guint p = 0; p < 3; p++)
    ((KithPerson *)plan_row (plan, KITH_TABLE_PERSON))->name = names[p];
  *head = (KithPost){ head->id, 1, "Head", 100001, KITH_INT_NONE, 0, 0, 10, KITH_INT_NONE };
  *teacher =
      (KithPost){ teacher->id, 2, "Teacher", 100002, KITH_INT_NONE, 0, 0, NAN, KITH_INT_NONE };
  *other = (KithPost){ other->id, 3, "head", 100003, KITH_INT_NONE, 0, 0, NAN, KITH_INT_NONE };
  if (strpbrk (what, "estd") != NULL)
    seminar = plan_contact (plan, family, "training", REVIEW - 30);
  for (; *what != '\0'; what++)
    switch (*what)
      {
      case 'o':
        family->objective = "Each to the north-east";
        break;
      case 'e':
        plan_party (plan, seminar, 100002);
        plan_party (plan, seminar, 100001);
        break;
      case 's':
        plan_party (plan, seminar, 100001);
        break;
      case 'y':
        family->data_sharing = "2026-03-01";
        break;
      case 'n':
        family->data_sharing = "no";
        break;
      case 'p':
        family->data_sharing = "2026-02-28";
        break;
      case 'x':
      case 'w':
      case 'z':
        {
          KithExpertise *strong = plan_row (plan, KITH_TABLE_EXPERTISE);

          strong->area = *what == 'x' ? "Reading" : "maths ";
          strong->urn = *what == 'x' ? 100002 : *what == 'w' ? 100001 : KITH_INT_NONE;
          strong->person_id = *what == 'z' ? 3 : KITH_INT_NONE;
          break;
        }
      case 'r':
      case 'm':
        {
          KithNeed *need = plan_row (plan, KITH_TABLE_NEED);

          need->urn = 100001;
          need->area = *what == 'r' ? "reading" : "Maths";
          break;
        }
      case 'h':
        family->coordinator_id = 1;
        break;
      case 'g':
        head->to_date = REVIEW - 1;
        break;
      case 't':
      case 'd':
        plan_party (plan, seminar, KITH_INT_NONE)->person_id = *what == 't' ? 2 : 3;
        break;
      case 'l':
        family->lead_urn = 100002;
        break;
      case 'a':
        family->lead_la = 850;
        break;
      }
}

static void
test_conditions (void)
{
  static const struct
  {
    const char *what, *states; /* met, not met, unrecorded */
  } cases[] = {
    { "", "uuuuu" },         { "o", "uuuuu" },  { "e", "uuuuu" },  { "oe", "muuuu" },
    { "os", "nuuuu" },       { "y", "umuuu" },  { "n", "unuuu" },  { "p", "unuuu" },
    { "x", "uumuu" },        { "r", "uuuuu" },  { "xr", "uumuu" }, { "xm", "uunuu" },
    { "xrm", "uunuu" },      { "wm", "uunuu" }, { "zm", "uumuu" }, { "h", "uuunn" },
    { "ht", "uuumn" },       { "hd", "uuunn" }, { "t", "uuunu" },  { "hg", "uuuuu" },
    { "hl", "uuunm" },       { "l", "uuuun" },  { "la", "uuuum" }, { "hla", "uuunm" },
    { "oeyxrhtl", "mmmmm" },
  };

  for (guint c = 0; c < G_N_ELEMENTS (cases); c++)
    {
      g_autoptr (LedgerPlan) plan = plan_new ();
      KithArrangement *family = plan_arrangement (plan, "family", "Family 3");
      g_autoptr (KithRoll) roll = NULL;
      g_autoptr (KithArrangementStory) story = NULL;
      char states[KITH_N_CONDITIONS + 1] = "";

      g_test_message ("%s", cases[c].what);
      for (guint i = 1; i <= 3; i++)
        {
          plan_school (plan, 100000 + i, 0, 0);
          plan_member (plan, family, 100000 + i);
        }
      describe_family (plan, family, cases[c].what);
      roll = call_plan_roll (plan, REVIEW);
      story = kith_arrangement_story_new (roll, family->id);
      g_assert_true (story->has_conditions);
      for (guint s = 0; s < KITH_N_CONDITIONS; s++)
        states[s] = "unm"[story->conditions[s].state];
      g_assert_cmpstr (states, ==, cases[c].states);
    }
}

static void
test_words (void)
{
  g_autoptr (LedgerPlan) plan = plan_new ();
  KithArrangement *family = plan_arrangement (plan, "family", "Family 3");
  g_autoptr (KithRoll) roll = NULL;
  g_autoptr (KithArrangementStory) story = NULL;

  for (guint i = 1; i <= 3; i++)
    {
      plan_school (plan, 100000 + i, 0, 0)->name = i == 2 ? "Pond Street" : "Willow Court";
      plan_member (plan, family, 100000 + i);
    }
  describe_family (plan, family, "osyxmhtl");
  roll = call_plan_roll (plan, REVIEW);
  story = kith_arrangement_story_new (roll, family->id);
  g_assert_cmpstr (story->conditions[KITH_CONDITION_COMMITMENT].evidence, ==,
                   "Objective: Each to the north-east. One of three schools had a contact under it "
                   "in the last 12 months.");
  g_assert_cmpstr (story->conditions[KITH_CONDITION_DATA].evidence, ==,
                   "A data-sharing agreement is in force until 1 March 2026.");
  g_assert_cmpstr (story->conditions[KITH_CONDITION_EXPERTISE].evidence, ==,
                   "Strengths on record: Reading. Members need help that nobody else in it is "
                   "recorded to be strong at: Maths.");
  g_assert_cmpstr (story->conditions[KITH_CONDITION_LEVELS].evidence, ==,
                   "Who carries it or took part in the last 12 months: Head and Teacher.");
  g_assert_cmpstr (story->conditions[KITH_CONDITION_LEADERS].evidence, ==,
                   "Led, co-ordinated or deputised for by Ada Marsh and Pond Street.");
  g_assert_cmpstr (story->lead, ==, "Pond Street");
  g_assert_cmpuint (story->people->len, ==, 1);
  g_assert_cmpstr (g_array_index (story->people, KithStoryPerson, 0).part, ==, "co-ordinator");
}

static void
test_members (void)
{
  g_autoptr (LedgerPlan) plan = plan_new ();
  KithArrangement *hub = plan_arrangement (plan, "hub", "Larkmead EAL hub");
  KithOrganisation *charity = plan_row (plan, KITH_TABLE_ORGANISATION);
  KithOutsideSchool *outside = plan_row (plan, KITH_TABLE_OUTSIDE_SCHOOL);
  g_autoptr (KithRoll) roll = NULL;
  g_autoptr (KithArrangementStory) story = NULL;
  /* 730 days ago with a half-life of 365 is a quarter, and live; a day longer is not */
  static const struct
  {
    gint64 urn;
    const char *name;
    KithStoryStanding standing;
    gboolean is_engaged, is_lead;
  } expected[] = {
    { 100001, "School 1", KITH_STORY_LIVE, TRUE, TRUE },
    { 100002, "School 2", KITH_STORY_LIVE, FALSE, FALSE },
    { 100003, "School 3", KITH_STORY_FADED, FALSE, FALSE },
    { KITH_INT_NONE, "Fen Charity", KITH_STORY_UNRECORDED, FALSE, FALSE },
    { 900001, "St Elsewhere", KITH_STORY_UNRECORDED, FALSE, FALSE },
  };
  static const char *const names[] = { "School 1", "School 2", "School 3" };

  charity->name = "Fen Charity";
  outside->urn = 900001;
  outside->name = "St Elsewhere";
  for (guint i = 1; i <= 3; i++)
    {
      plan_school (plan, 100000 + i, 0, 0)->name = names[i - 1];
      plan_member (plan, hub, 100000 + i)->joined = i == 2 ? REVIEW - 730 : REVIEW - 731;
    }
  plan_member (plan, hub, KITH_INT_NONE)->organisation_id = charity->id;
  plan_member (plan, hub, 900001);
  hub->lead_urn = 100001;
  plan_party (plan, plan_contact (plan, hub, "visit", REVIEW - 5), 100001);
  roll = call_plan_roll (plan, REVIEW);
  story = kith_arrangement_story_new (roll, hub->id);
  g_assert_cmpuint (story->members->len, ==, G_N_ELEMENTS (expected));
  for (guint m = 0; m < story->members->len; m++)
    {
      const KithStoryMember *member = &g_array_index (story->members, KithStoryMember, m);

      g_assert_cmpint (member->urn, ==, expected[m].urn);
      g_assert_cmpstr (member->name, ==, expected[m].name);
      g_assert_cmpint (member->standing, ==, expected[m].standing);
      g_assert_cmpint (member->is_engaged, ==, expected[m].is_engaged);
      g_assert_cmpint (member->is_lead, ==, expected[m].is_lead);
    }
  g_assert_cmpstr (story->reach, ==,
                   "3 schools in scope. 1 engaged, with a contact under it in the last 12 months; "
                   "2 silent. 2 other members: organisations and schools outside. Its patch goes "
                   "0.0 km from the school that leads it, which holds 90% of its members. Of 3 "
                   "schools of its phases there, 0 are no members.");
  g_assert_null (story->support);
  g_assert_null (kith_arrangement_story_new (roll, 99));
}

static void
test_give_and_take (void)
{
  /* of each pairing who supports whom; 100005 of no home authority */
  static const char *const pairs[] = { "12", "13", "21", "45", "54" };
  g_autoptr (LedgerPlan) plan = plan_new ();
  g_autoptr (KithRoll) roll = NULL;
  g_autoptr (GArray) list = NULL;
  KithContact *visit;
  static const struct
  {
    guint school, n_gives, n_receives;
    KithGiving giving;
  } expected[] = {
    { 0, 2, 1, KITH_GIVING_BOTH },
    { 1, 1, 1, KITH_GIVING_BOTH },
    { 3, 1, 0, KITH_GIVING_ONLY_GIVES }, /* its own support has ended */
    { 2, 0, 1, KITH_GIVING_ONLY_RECEIVES },
  };

  plan_setting (plan, "home", "850");
  for (guint i = 1; i <= 5; i++)
    plan_school (plan, 100000 + i, 0, 0)->la = i == 5 ? 936 : 850;
  for (guint p = 0; p < G_N_ELEMENTS (pairs); p++)
    {
      KithArrangement *pairing = plan_arrangement (plan, "pairing", "Pair");

      plan_member (plan, pairing, 100000 + pairs[p][0] - '0')->role = "supporter";
      plan_member (plan, pairing, 100000 + pairs[p][1] - '0')->role = "Supported";
      pairing->ends = p == 4 ? REVIEW : KITH_DATE_UNKNOWN;
    }
  visit = plan_contact (plan, NULL, "visit", REVIEW - 1);
  plan_party (plan, visit, 100001)->part = "host";
  plan_party (plan, visit, 100003)->part = "visitor";
  roll = call_plan_roll (plan, REVIEW);
  list = kith_give_and_take_list (roll);
  g_assert_cmpuint (list->len, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < list->len; i++)
    {
      const KithGiveAndTake *of = &g_array_index (list, KithGiveAndTake, i);

      g_assert_cmpuint (of->school, ==, expected[i].school);
      g_assert_cmpuint (of->n_gives, ==, expected[i].n_gives);
      g_assert_cmpuint (of->n_receives, ==, expected[i].n_receives);
      g_assert_cmpint (kith_give_and_take_get_giving (of), ==, expected[i].giving);
      g_assert_cmpuint (of->n_hosted, ==, of->school == 0);
      g_assert_cmpuint (of->n_made, ==, of->school == 2);
    }
}

static void
test_load (void)
{
  g_autoptr (LedgerPlan) plan = plan_new ();
  g_autoptr (KithRoll) roll = NULL;
  g_autoptr (GArray) list = NULL;
  /* Ada has 10 + 5 days for two, Bo 40 for one, Cy none recorded, Di a post that has ended */
  static const struct
  {
    gint64 person, urn;
    double days;
    KithDate to;
  } posts[] = { { 1, 100001, 10, 0 },
                { 1, 100002, 5, 0 },
                { 1, 100002, 90, 100 },
                { 2, 100001, 40, 0 },
                { 4, 100001, 20, 100 } };
  static const struct
  {
    gint64 person;
    guint n;
    double days;
    gboolean is_in_post;
  } expected[] = {
    { 1, 2, 15, TRUE }, { 2, 1, 40, TRUE }, { 3, 3, NAN, TRUE }, { 4, 1, NAN, FALSE }
  };

  for (guint p = 0; p < 4; p++)
    plan_row (plan, KITH_TABLE_PERSON);
  for (guint p = 0; p < G_N_ELEMENTS (posts); p++)
    {
      KithPost *post = plan_row (plan, KITH_TABLE_POST);

      post->person_id = posts[p].person;
      post->urn = posts[p].urn;
      post->days_a_year = posts[p].days;
      post->to_date = posts[p].to;
    }
  for (guint a = 0; a < 4; a++)
    {
      KithArrangement *hub = plan_arrangement (plan, "hub", "Hub");

      hub->lead_person_id = a == 3 ? 4 : 3;
      hub->coordinator_id = a == 0 ? 3 : a == 1 ? 1 : KITH_INT_NONE; /* Cy is both of the first */
      hub->deputy_id = a == 2 ? 1 : a == 3 ? 2 : KITH_INT_NONE;
    }
  {
    KithArrangement *ended = plan_arrangement (plan, "hub", "Ended");

    ended->lead_person_id = 2;
    ended->ends = REVIEW;
  }
  roll = call_plan_roll (plan, REVIEW);
  list = kith_load_list (roll);
  g_assert_cmpuint (list->len, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < list->len; i++)
    {
      const KithLoad *load = &g_array_index (list, KithLoad, i);
      KithLoad alone = kith_load_count (roll, load->person_id);

      g_test_message ("person %ld", (long)load->person_id);
      g_assert_cmpuint (alone.n_arrangements, ==, load->n_arrangements);
      g_assert_cmpint (load->person_id, ==, expected[i].person);
      g_assert_cmpuint (load->n_arrangements, ==, expected[i].n);
      g_assert_cmpint (load->is_in_post, ==, expected[i].is_in_post);
      g_assert_true (isnan (expected[i].days) ? isnan (load->days_a_year)
                                              : load->days_a_year == expected[i].days);
    }
}

static void
test_partnerships (void)
{
  static const struct
  {
    const char *name;
    gint64 member;
    int starts, ends; /* days from the review date, 0 unknown */
    const char *status;
    int state; /* or −1 where it is not listed */
    gboolean has_end;
  } cases[] = {
    { "active", 100001, -10, 10, NULL, KITH_PARTNERSHIP_ACTIVE, FALSE },
    { "ended", 100001, -10, -5, NULL, KITH_PARTNERSHIP_ENDED, TRUE },
    { "closed on a day that nobody knows", 100001, 0, 0, "closed", KITH_PARTNERSHIP_ENDED, FALSE },
    { "proposed", 100001, -10, 20, "Proposed", KITH_PARTNERSHIP_PROPOSED, FALSE },
    { "not begun", 100001, 10, 20, NULL, KITH_PARTNERSHIP_NOT_BEGUN, FALSE },
    { "ended elsewhere", 100002, -10, -5, NULL, -1, FALSE },
    { "ended, of no school", 0, -10, -5, NULL, KITH_PARTNERSHIP_ENDED, TRUE },
    { "active elsewhere", 100002, -10, 10, NULL, -1, FALSE },
  };
  g_autoptr (LedgerPlan) plan = plan_new ();
  g_autoptr (KithRoll) roll = NULL;
  g_autoptr (GArray) list = NULL;
  guint at = 0;

  plan_setting (plan, "home", "850");
  plan_school (plan, 100001, 0, 0);
  plan_school (plan, 100002, 0, 0)->la = 936;
  for (guint c = 0; c < G_N_ELEMENTS (cases); c++)
    {
      KithArrangement *hub = plan_arrangement (plan, "hub", cases[c].name);

      if (cases[c].member != 0)
        plan_member (plan, hub, cases[c].member);
      hub->starts = cases[c].starts == 0 ? 0 : (KithDate)((int)REVIEW + cases[c].starts);
      hub->ends = cases[c].ends == 0 ? 0 : (KithDate)((int)REVIEW + cases[c].ends);
      hub->status = cases[c].status;
    }
  roll = call_plan_roll (plan, REVIEW);
  list = kith_partnerships_list (roll, NULL, NULL);
  for (guint c = 0; c < G_N_ELEMENTS (cases); c++)
    {
      const KithPartnership *partnership = &g_array_index (list, KithPartnership, at);

      if (cases[c].state < 0)
        continue;
      g_assert_cmpuint (at++, <, list->len);
      g_assert_cmpstr (kith_partnership_get_name (partnership), ==, cases[c].name);
      g_assert_cmpint ((int)partnership->state, ==, cases[c].state);
      g_assert_cmpuint (partnership->ended, ==, cases[c].has_end ? REVIEW - 5 : 0);
      g_assert_true ((partnership->row != NULL) == (cases[c].state == KITH_PARTNERSHIP_ACTIVE));
    }
  g_assert_cmpuint (at, ==, list->len);
}

/* Of any register: what is counted is what is listed, and every text can be read */
static void
test_sound (void)
{
  for (guint32 seed = 1; seed <= 60; seed++)
    {
      KithDate t = kith_date_new (2026, 9, 1) + seed % 400;
      g_autoptr (KithLedger) ledger = random_register_new (seed, t);
      g_autoptr (KithRoll) roll = call_roll (ledger, t);
      g_autoptr (GArray) list = kith_partnerships_list (roll, NULL, NULL);

      g_test_message ("seed %u", seed);
      for (guint p = 0; p < list->len; p++)
        {
          const KithPartnership *row = &g_array_index (list, KithPartnership, p);
          g_autoptr (KithArrangementStory) story =
              kith_arrangement_story_new (roll, row->record->id);
          guint n_engaged = 0, n_members = row->engagement.n_schools + row->engagement.n_others;

          g_assert_cmpuint (row->engagement.n_not_reached, ==, story->not_reached->len);
          g_assert_true ((row->row != NULL) == (story->partnership.row != NULL));
          for (guint m = 0; m < story->members->len; m++)
            n_engaged += g_array_index (story->members, KithStoryMember, m).is_engaged;
          g_assert_cmpuint (n_engaged, ==,
                            row->engagement.n_engaged + row->engagement.n_others_engaged);
          if (row->state == KITH_PARTNERSHIP_ACTIVE)
            g_assert_cmpuint (story->members->len, ==, n_members);
          for (guint c = 0; c < KITH_N_CONDITIONS && story->has_conditions; c++)
            {
              const char *text = story->conditions[c].evidence;

              g_assert_true (g_utf8_validate (text, -1, NULL));
              g_assert_true (g_str_has_suffix (text, "."));
              g_assert_null (strstr (text, "nan"));
              g_assert_null (strstr (text, "(null)"));
              g_assert_null (strstr (text, "  "));
            }
        }
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/arrangement-story/what lapses in 180 days", test_lapses);
  g_test_add_func ("/arrangement-story/what lapses of all of them, by day", test_lapsing);
  g_test_add_func ("/arrangement-story/conditions are met, not met or not recorded",
                   test_conditions);
  g_test_add_func ("/arrangement-story/in words", test_words);
  g_test_add_func ("/arrangement-story/how its members stand", test_members);
  g_test_add_func ("/arrangement-story/who gives and who receives", test_give_and_take);
  g_test_add_func ("/arrangement-story/load and days a year", test_load);
  g_test_add_func ("/arrangement-story/active, ended and not begun", test_partnerships);
  g_test_add_func ("/arrangement-story/what is counted is what is listed", test_sound);
  return g_test_run ();
}
