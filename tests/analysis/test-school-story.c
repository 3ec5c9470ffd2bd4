/* test-school-story.c: everything about one school
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "call-roll.h"
#include "kith-school-story.h"
#include "ledger-plan.h"
#include "random-register.h"

#include <string.h>

#define REVIEW (kith_date_new (2026, 3, 1))

/* A hub that is live, one that has faded, one left between two files, and a trust's name */
static void
add_memberships (LedgerPlan *plan)
{
  KithArrangement *live = plan_arrangement (plan, "hub", "Live hub");
  KithArrangement *faded = plan_arrangement (plan, "hub", "Faded hub");
  KithArrangement *ended = plan_arrangement (plan, "pairing", "Old pair");
  KithArrangement *silent = plan_arrangement (plan, "family", "Family 3");
  KithMembership *member = plan_member (plan, live, 100001);

  member->role = "lead";
  member->joined = REVIEW - 365;
  plan_member (plan, live, 100002)->joined = REVIEW;
  plan_member (plan, live, 999999)->joined = REVIEW;
  plan_contact (plan, live, "visit", REVIEW);
  plan_member (plan, faded, 100001)->joined = kith_date_new (2023, 1, 1);
  plan_contact (plan, faded, "visit", kith_date_new (2023, 1, 5));
  member = plan_member (plan, ended, 100001);
  member->left_date = kith_date_new (2025, 6, 2);
  member->left_after = kith_date_new (2025, 5, 2);
  plan_member (plan, silent, 100001);
}

static const KithStoryMembership *
get_membership (const KithSchoolStory *story, guint i)
{
  return &g_array_index (story->memberships, KithStoryMembership, i);
}

static void
test_memberships (void)
{
  static const struct
  {
    const char *name;
    KithStoryStanding standing;
    double recency;
  } expected[] = {
    { "Live hub", KITH_STORY_LIVE, 0.5 },
    { "Faded hub", KITH_STORY_FADED, 0.11 },
    { "Family 3", KITH_STORY_UNRECORDED, 0.5 },
    { "Old pair", KITH_STORY_ENDED, 0 },
  };
  g_autoptr (LedgerPlan) plan = plan_new ();
  g_autoptr (KithLedger) ledger = NULL;
  g_autoptr (KithRoll) roll = NULL;
  g_autoptr (KithSchoolStory) story = NULL;

  plan_school (plan, 100001, 0, 0);
  plan_school (plan, 100002, 3000, 4000)->name = "Pond Street";
  add_memberships (plan);
  ledger = plan_end (plan);
  roll = call_roll (ledger, REVIEW);
  story = kith_school_story_new (roll, 100001);

  g_assert_cmpuint (story->memberships->len, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      g_assert_cmpstr (get_membership (story, i)->name, ==, expected[i].name);
      g_assert_cmpint (get_membership (story, i)->standing, ==, expected[i].standing);
      g_assert_cmpfloat_with_epsilon (get_membership (story, i)->recency, expected[i].recency,
                                      0.01);
    }
  g_assert_cmpstr (get_membership (story, 0)->role, ==, "lead");
  g_assert_cmpuint (get_membership (story, 0)->n_schools, ==, 2);
  /* 731 days after 1 January 2023; of these 366 were in 2024 */
  g_assert_cmpuint (get_membership (story, 1)->since, ==, kith_date_new (2025, 1, 1));
  g_assert_cmpuint (get_membership (story, 3)->since, ==, kith_date_new (2025, 6, 2));
  g_assert_cmpuint (get_membership (story, 3)->left_after, ==, kith_date_new (2025, 5, 2));

  g_assert_cmpuint (story->ties->len, ==, 1);
  g_assert_cmpstr (g_array_index (story->ties, KithStoryTie, 0).name, ==, "Pond Street");
  g_assert_cmpstr (g_array_index (story->ties, KithStoryTie, 0).via, ==, "Live hub");
  g_assert_cmpfloat (g_array_index (story->ties, KithStoryTie, 0).metres, ==, 5000);
  /* √(1/2 × 1) / (2 − 1) */
  g_assert_cmpfloat_with_epsilon (g_array_index (story->ties, KithStoryTie, 0).weight,
                                  0.7071067811865476, 1e-12);
  g_assert_cmpuint (story->outside->len, ==, 1);
  g_assert_cmpint (g_array_index (story->outside, KithStoryTie, 0).urn, ==, 999999);
  g_assert_cmpuint (story->silences->len, ==, 3);
  g_assert_cmpstr (story->silences->pdata[1], ==,
                   "Results: none of a school of its phase have been read.");
  g_assert_cmpstr (story->silences->pdata[2], ==,
                   "Inspections: none of this school’s own is on record.");
  g_assert_cmpstr (story->silences->pdata[0], ==,
                   "Too few neighbours: one school of its phase within 10 km, and 4 are needed.");
}

static void
test_contacts (void)
{
  g_autoptr (LedgerPlan) plan = plan_new ();
  g_autoptr (KithLedger) ledger = NULL;
  g_autoptr (KithRoll) roll = NULL;
  g_autoptr (KithSchoolStory) story = NULL;
  KithContact *letter = plan_contact (plan, NULL, "letter", REVIEW - 5);
  KithContact *visit = plan_contact (plan, NULL, "visit", REVIEW - 9);
  KithContact *later = plan_contact (plan, NULL, "visit", REVIEW + 1);
  KithPerson *leader = plan_row (plan, KITH_TABLE_PERSON);
  const KithStoryContact *contacts;

  leader->name = "Ada Marsh";
  plan_school (plan, 100001, 0, 0);
  plan_school (plan, 100002, 0, 0)->name = "Pond Street";
  letter->officer = "J Wren";
  plan_party (plan, letter, 100001);
  plan_party (plan, visit, 100001);
  plan_party (plan, visit, 100002)->part = "host";
  plan_party (plan, visit, KITH_INT_NONE)->person_id = leader->id;
  plan_party (plan, later, 100001);
  ledger = plan_end (plan);
  roll = call_roll (ledger, REVIEW);
  story = kith_school_story_new (roll, 100001);
  contacts = (const KithStoryContact *)story->contacts->data;
  g_assert_cmpuint (story->contacts->len, ==, 2);
  g_assert_cmpint (contacts[0].id, ==, letter->id);
  g_assert_false (contacts[0].counts);
  g_assert_null (contacts[0].parties);
  g_assert_true (contacts[1].counts);
  g_assert_cmpstr (contacts[1].parties, ==, "Pond Street (host) and Ada Marsh");
}

/* One that is closed, one out of scope, one that the register does not hold */
static void
test_others (void)
{
  g_autoptr (LedgerPlan) plan = plan_new ();
  g_autoptr (KithLedger) ledger = NULL;
  g_autoptr (KithRoll) roll = NULL;
  g_autoptr (KithSchoolStory) closed = NULL, college = NULL;
  KithArrangement *hub = plan_arrangement (plan, "hub", "Hub");
  KithSchool *school = plan_school (plan, 100001, 0, 0);

  school->status = "Closed";
  school->closed = kith_date_new (2025, 8, 31);
  plan_school (plan, 100002, 0, 0)->type_group = "Colleges";
  plan_member (plan, hub, 100001);
  plan_member (plan, hub, 100002);
  ledger = plan_end (plan);
  roll = call_roll (ledger, REVIEW);
  closed = kith_school_story_new (roll, 100001);
  college = kith_school_story_new (roll, 100002);
  g_assert_null (kith_school_story_new (roll, 100003));
  g_assert_null (closed->row);
  g_assert_false (closed->is_open);
  g_assert_cmpint (get_membership (closed, 0)->standing, ==, KITH_STORY_ENDED);
  g_assert_cmpuint (get_membership (closed, 0)->since, ==, kith_date_new (2025, 8, 31));
  g_assert_cmpint (get_membership (college, 0)->standing, ==, KITH_STORY_UNRECORDED);
  g_assert_true (kith_school_story_measure (closed, NULL, NULL));
  g_assert_null (closed->measures);
}

/* Every school of random registers has a story that agrees with the roll */
static void
plan_figure (LedgerPlan *plan, int year, double value, const char *reason, gint64 cohort)
{
  KithValue *row = plan_row (plan, KITH_TABLE_MEASURE);

  row->urn = 100001;
  row->name = "PTRWM_EXP";
  row->year = year;
  row->value = value;
  row->reason = reason;
  row->cohort = cohort;
}

static KithInspection *
plan_grade (
    LedgerPlan *plan, const char *scheme, const char *area, const char *grade, KithDate date)
{
  KithInspection *row = plan_row (plan, KITH_TABLE_INSPECTION);

  row->urn = 100001;
  row->scheme = scheme;
  row->area = area;
  row->grade = grade;
  row->date = date;
  return row;
}

/* A list without days, and its own */
static void
plan_listed (LedgerPlan *plan, const char *grade, KithDate dated)
{
  KithSource *list = plan_source (plan, "inspections");

  list->dated = dated;
  plan_grade (plan, "single-grade", "Overall effectiveness", grade, KITH_DATE_UNKNOWN)->source_id =
      list->id;
}

/* Latest first; what has yet to count, or to come, is not told; each scheme in its own words */
static void
test_results (void)
{
  static const char *const expected[][2] = {
    { "2024/25",
      "41% met the expected standard in reading, writing and maths (95% interval 25% to 57%); 38 "
      "pupils." },
    { "2023/24", "Not published: too few pupils (SUPP)." },
    { "2022/23", "Not shown: too few pupils." },
    { "2021/22", "The published table has “q” in its place." },
    { "Trend", "None: it takes three years of results that can be compared." },
    { "Report card, 3 February 2026", "Inclusion: Urgent improvement; Achievement: Exceptional." },
    { "Ofsted, 12 March 2019", "Overall effectiveness: Good." },
    { "Ofsted, day not recorded", "Overall effectiveness: Inadequate." },
    { "Ofsted, list of 1 September 2025", "Overall effectiveness: Good." },
  };
  g_autoptr (LedgerPlan) plan = plan_new ();
  g_autoptr (KithLedger) ledger = NULL;
  g_autoptr (KithRoll) roll = NULL;
  g_autoptr (KithSchoolStory) story = NULL, other = NULL;
  KithSchool *school = plan_school (plan, 100002, 0, 0);

  school->ofsted_rating = "Outstanding";
  school->ofsted_last = kith_date_new (2011, 5, 3);
  plan_school (plan, 100001, 0, 0)->ofsted_rating = "Good";
  plan_figure (plan, 2024, 41, NULL, 38);
  plan_figure (plan, 2023, NAN, "SUPP", 12);
  plan_figure (plan, 2022, 60, NULL, 5);
  plan_figure (plan, 2021, NAN, "q", KITH_INT_NONE);
  plan_figure (plan, 2025, 99, NULL, 38);
  plan_grade (plan, "single-grade", "Overall effectiveness", "Inadequate", KITH_DATE_UNKNOWN);
  plan_listed (plan, "Good", kith_date_new (2025, 9, 1));
  plan_listed (plan, "Inadequate", REVIEW + 1);
  plan_grade (plan, "single-grade", "Overall effectiveness", "Good", kith_date_new (2019, 3, 12));
  plan_grade (plan, "report-card", "Inclusion", "Urgent improvement", kith_date_new (2026, 2, 3));
  plan_grade (plan, "report-card", "Achievement", "Exceptional", kith_date_new (2026, 2, 3));
  plan_grade (plan, "report-card", "Achievement", "Expected standard", REVIEW + 1);
  ledger = plan_end (plan);
  roll = call_roll (ledger, REVIEW);
  story = kith_school_story_new (roll, 100001);

  for (guint i = 0; i < story->result_lines->len; i++)
    {
      const KithMeasureLine *line = &g_array_index (story->result_lines, KithMeasureLine, i);

      g_assert_cmpuint (i, <, G_N_ELEMENTS (expected));
      g_assert_cmpstr (line->title, ==, expected[i][0]);
      g_assert_cmpstr (line->sentence, ==, expected[i][1]);
    }
  g_assert_cmpuint (story->result_lines->len, ==, G_N_ELEMENTS (expected));
  g_assert_cmpstr (
      story->silences->pdata[1], ==,
      "Results: fewer than three years that have one scale, so they are not compared.");
  g_assert_cmpuint (story->silences->len, ==, 2);
  g_assert_cmpuint (story->results->len, ==, 4);
  g_assert_cmpuint (story->inspections->len, ==, 5);

  other = kith_school_story_new (roll, 100002);
  g_assert_cmpstr (other->silences->pdata[1], ==,
                   "Results: none of the latest year that may be shown, so they are not compared.");
  g_assert_cmpuint (other->result_lines->len, ==, 1);
  g_assert_cmpstr (g_array_index (other->result_lines, KithMeasureLine, 0).sentence, ==,
                   "Outstanding, inspected on 3 May 2011.");
}

static void
test_random (void)
{
  for (guint32 seed = 1; seed <= 60; seed++)
    {
      KithDate t = kith_date_new (2026, 9, 1);
      g_autoptr (KithLedger) ledger = random_register_new (seed, t);
      g_autoptr (KithRoll) roll = call_roll (ledger, t);
      gsize n;
      const KithSchool *schools = kith_ledger_get_rows (ledger, KITH_TABLE_SCHOOL, &n);

      for (gsize i = 0; i < n; i++)
        {
          g_autoptr (KithSchoolStory) story = kith_school_story_new (roll, schools[i].urn);
          KithDate last = KITH_DATE_UNKNOWN;

          g_assert_true (story->record == &schools[i]);
          for (guint c = 0; c < story->contacts->len; c++)
            {
              const KithStoryContact *contact =
                  &g_array_index (story->contacts, KithStoryContact, c);

              if (contact->counts)
                last = MAX (last, contact->date);
            }
          g_assert_true (kith_school_story_measure (story, NULL, NULL));
          g_assert_cmpint (story->measures != NULL, ==, story->is_open);
          for (guint m = 0; story->measures != NULL && m < KITH_N_MEASURE_LINES; m++)
            {
              g_assert_true (g_str_has_suffix (story->measure_lines[m].sentence, "."));
              g_assert_null (strstr (story->measure_lines[m].sentence, "nan"));
            }
          if (story->row == NULL)
            continue;
          g_assert_cmpuint (story->measures->links.n_links, ==, story->row->n_links);
          g_assert_cmpuint (story->ties->len, ==, story->row->n_links);
          g_assert_cmpuint (story->outside->len, ==, story->row->n_outside_links);
          g_assert_cmpuint (last, ==, story->row->last_contact);
        }
    }
}

static void
test_proposed (void)
{
  g_autoptr (LedgerPlan) plan = plan_new ();
  g_autoptr (KithLedger) ledger = NULL;
  g_autoptr (KithNetwork) network = NULL;
  g_autoptr (KithRoll) roll = NULL;
  g_autoptr (KithSchoolStory) story = NULL;
  KithArrangement *pair = plan_arrangement (plan, "pairing", "Pond Street and Willow Court");

  plan_school (plan, 100001, 0, 0);
  plan_school (plan, 100002, 0, 0);
  pair->status = "proposed";
  plan_member (plan, pair, 100001);
  plan_member (plan, pair, 100002);
  ledger = plan_end (plan);
  network = kith_network_new (ledger, REVIEW, NULL, NULL);
  roll = kith_roll_new (network, NULL, NULL);
  story = kith_school_story_new (roll, 100001);
  g_assert_cmpuint (story->ties->len, ==, 0);
  g_assert_cmpuint (story->memberships->len, ==, 1);
  g_assert_cmpint (get_membership (story, 0)->standing, ==, KITH_STORY_PROPOSED);
  g_assert_cmpstr (kith_story_standing_get_words (KITH_STORY_PROPOSED), ==, "proposed");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/school-story/memberships and how they stand", test_memberships);
  g_test_add_func ("/school-story/contacts and whether they count", test_contacts);
  g_test_add_func ("/school-story/of schools that no roll lists", test_others);
  g_test_add_func ("/school-story/results and inspections", test_results);
  g_test_add_func ("/school-story/agrees with the roll", test_random);
  g_test_add_func ("/school-story/what is proposed is told, and ties nobody", test_proposed);
  return g_test_run ();
}
