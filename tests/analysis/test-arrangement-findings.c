/* test-arrangement-findings.c: meetings only, one way, paper agreements
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "call-roll.h"
#include "kith-roll.h"
#include "ledger-plan.h"

#include <string.h>

#define REVIEW (kith_date_new (2026, 3, 1))

static const KithRollArrangement *
find_arrangement (const KithRoll *roll, gint64 id)
{
  guint index = kith_network_find_arrangement (kith_roll_get_network (roll), id), n;
  const KithRollArrangement *rows = kith_roll_get_arrangements (roll, &n);

  for (guint r = 0; r < n; r++)
    if (rows[r].arrangement == index)
      return &rows[r];
  return NULL;
}

static const KithFinding *
find_finding (const KithFinding *findings, guint n, KithFindingCode code)
{
  for (guint f = 0; f < n; f++)
    if (findings[f].code == code)
      return &findings[f];
  return NULL;
}

static const KithFinding *
find_on (const KithRoll *roll, gint64 id, KithFindingCode code)
{
  const KithRollArrangement *row = find_arrangement (roll, id);

  return find_finding (row->findings, row->n_findings, code);
}

static const KithFinding *
find_one_way (const KithRoll *roll, gint64 urn)
{
  const KithRollRow *row = kith_roll_find (roll, urn);

  return find_finding (row->findings, row->n_findings, KITH_FINDING_ONE_WAY);
}

static KithArrangement *
plan_forum (LedgerPlan *plan)
{
  KithArrangement *forum = plan_arrangement (plan, "steering-group", "Moor Forum");

  plan_school (plan, 100001, 0, 0)->name = "Pond Street";
  plan_member (plan, forum, 100001);
  return forum;
}

static void
test_meetings_only (void)
{
  /* meetings on 1 March 2025, which is 12 months ago and too long, and one a month from then on;
     the letters say what else is recorded */
  static const struct
  {
    const char *name;
    guint first, n;
    const char *also;
    gboolean is_found;
  } cases[] = {
    { "three within 12 months", 1, 3, "", TRUE },
    { "two", 1, 2, "", FALSE },
    { "three, one of them 12 months ago", 0, 3, "", FALSE },
    { "four, one of them 12 months ago", 0, 4, "", TRUE },
    { "an objective", 1, 3, "o", FALSE },
    { "a blank objective", 1, 3, "b", TRUE },
    { "an action that names it", 1, 3, "a", FALSE },
    { "an action of one of the meetings", 1, 3, "m", FALSE },
    { "an action of something else", 1, 3, "x", TRUE },
    { "an outcome of a meeting", 1, 3, "u", FALSE },
    { "an outcome of one 12 months ago", 0, 4, "u", TRUE },
    { "training", 1, 3, "t", FALSE },
    { "it has ended", 1, 3, "e", FALSE },
  };

  for (guint c = 0; c < G_N_ELEMENTS (cases); c++)
    {
      g_autoptr (LedgerPlan) plan = plan_new ();
      KithArrangement *forum = plan_forum (plan);
      g_autoptr (KithRoll) roll = NULL;
      const KithRollArrangement *row;

      g_test_message ("%s", cases[c].name);
      for (guint m = cases[c].first; m < cases[c].first + cases[c].n; m++)
        plan_contact (plan, forum, strchr (cases[c].also, 't') != NULL ? "training" : "Meeting",
                      kith_date_add_months (kith_date_new (2025, 3, 1), (int)m))
            ->outcome = m == cases[c].first && strchr (cases[c].also, 'u') != NULL ? "Done" : NULL;
      if (strchr (cases[c].also, 'o') != NULL)
        forum->objective = "Fewer exclusions";
      if (strchr (cases[c].also, 'b') != NULL)
        forum->objective = " ";
      if (strchr (cases[c].also, 'a') != NULL)
        ((KithAction *)plan_row (plan, KITH_TABLE_ACTION))->arrangement_id = forum->id;
      if (strchr (cases[c].also, 'm') != NULL)
        ((KithAction *)plan_row (plan, KITH_TABLE_ACTION))->contact_id = 2;
      if (strchr (cases[c].also, 'x') != NULL)
        ((KithAction *)plan_row (plan, KITH_TABLE_ACTION))->urn = 100001;
      if (strchr (cases[c].also, 'e') != NULL)
        forum->ends = REVIEW;
      roll = call_plan_roll (plan, REVIEW);
      row = find_arrangement (roll, forum->id);
      g_assert_true ((row != NULL && row->n_findings == 1) == cases[c].is_found);
      g_assert_true ((row == NULL) == (strchr (cases[c].also, 'e') != NULL));
    }
}

static void
test_meetings_words (void)
{
  g_autoptr (LedgerPlan) plan = plan_new ();
  KithArrangement *forum = plan_forum (plan);
  g_autoptr (KithRoll) roll = NULL;
  const KithFinding *finding;

  for (int m = 0; m < 4; m++)
    plan_contact (plan, forum, "meeting", kith_date_new (2025, 9 + m, 12));
  roll = call_plan_roll (plan, REVIEW);
  finding = find_on (roll, forum->id, KITH_FINDING_MEETINGS_ONLY);
  g_assert_cmpint (finding->severity, ==, KITH_SEVERITY_NOTE);
  g_assert_cmpint (finding->urn, ==, KITH_INT_NONE);
  g_assert_cmpint (finding->arrangement_id, ==, forum->id);
  g_assert_cmpstr (finding->chip, ==, "Meetings only");
  g_assert_cmpstr (finding->sentence, ==,
                   "Moor Forum met four times in the last 12 months; nothing that came of it is "
                   "recorded.");
  g_assert_cmpstr (finding->evidence, ==,
                   "Meetings from 12 September 2025 to 12 December 2025. No objective, no action "
                   "and no outcome of a meeting is recorded.");
}

/* Visits of school 100001, a month apart and a day too old where the first letter is an o: h it
   was the host of 100002, v the visitor of 100003, a alone with an officer, p present only, b both
   host and visitor, s with itself as 100009, its single predecessor, H that one was the host */
static void
add_visits (LedgerPlan *plan, const char *visits)
{
  KithDate day = kith_date_new (2024, 3, 2);

  if (*visits == 'o')
    {
      visits++;
      day--;
    }
  for (; *visits != '\0'; visits++, day = kith_date_add_months (day, 1))
    {
      KithContact *visit = plan_contact (plan, NULL, "Visit", day);
      KithContactParty *own = plan_party (plan, visit, *visits == 'H' ? 100009 : 100001);

      own->part = *visits == 'v' ? "visitor" : *visits == 'p' ? "present" : "Host";
      if (*visits == 'b')
        plan_party (plan, visit, 100001)->part = "visitor";
      if (*visits != 'a')
        plan_party (plan, visit,
                    *visits == 's'   ? 100009
                    : *visits == 'v' ? 100003
                                     : 100002)
            ->part = *visits == 'v' ? "host" : "visitor";
    }
}

static void
test_one_way (void)
{
  static const struct
  {
    const char *visits;
    gboolean is_found;
  } cases[] = { { "hhh", TRUE },    { "vvv", TRUE },   { "hh", FALSE },    { "ohhh", FALSE },
                { "ohhhh", TRUE },  { "hhv", FALSE },  { "hha", FALSE },   { "hhha", TRUE },
                { "hhhp", FALSE },  { "hhhb", FALSE }, { "hhs", FALSE },   { "hhhs", TRUE },
                { "vvhvv", FALSE }, { "ovhhh", TRUE }, { "ovvhh", FALSE }, { "hhH", TRUE },
                { "vvvH", FALSE } };

  for (guint c = 0; c < G_N_ELEMENTS (cases); c++)
    {
      g_autoptr (LedgerPlan) plan = plan_new ();
      g_autoptr (KithRoll) roll = NULL;
      KithSchoolLink *link = plan_row (plan, KITH_TABLE_SCHOOL_LINK);

      g_test_message ("%s", cases[c].visits);
      plan_school (plan, 100001, 0, 0);
      plan_school (plan, 100002, 0, 0);
      plan_school (plan, 100009, 0, 0)->status = "Closed";
      link->urn = 100001;
      link->link_urn = 100009;
      link->kind = "Predecessor";
      add_visits (plan, cases[c].visits);
      roll = call_plan_roll (plan, REVIEW);
      g_assert_true ((find_one_way (roll, 100001) != NULL) == cases[c].is_found);
    }
}

static void
test_one_way_words (void)
{
  g_autoptr (LedgerPlan) plan = plan_new ();
  g_autoptr (KithRoll) roll = NULL;
  const KithFinding *finding;

  plan_school (plan, 100001, 0, 0)->name = "Pond Street";
  plan_school (plan, 100002, 0, 0)->name = "Willow Court";
  add_visits (plan, "hhh");
  roll = call_plan_roll (plan, REVIEW);
  finding = find_one_way (roll, 100001);
  g_assert_cmpstr (
      finding->sentence, ==,
      "Pond Street was the host of all three visits with other schools in the last 24 months.");
  g_assert_cmpstr (finding->evidence, ==,
                   "Visits recorded from 2 March 2024 to 2 May 2024, with one other school.");
  g_assert_cmpint (kith_roll_find (roll, 100001)->n_by_severity[KITH_SEVERITY_NOTE], ==, 1);
  finding = find_one_way (roll, 100002);
  g_assert_cmpstr (finding->sentence, ==,
                   "Willow Court was the visitor at all three visits with other schools in the "
                   "last 24 months.");
}

static void
test_paper_agreement (void)
{
  static const struct
  {
    const char *memorandum, *data_sharing;
    char with; /* o a member, l the lead, f one that has left, s a school only */
    char letter;
  } cases[] = {
    { NULL, NULL, 'o', 'k' },         { " ", "", 'o', 'k' },
    { "1900-01-01", NULL, 'o', 'k' }, { "yes", NULL, 'o', '-' },
    { NULL, "yes", 'o', '-' },        { "yes", "yes", 'o', '-' },
    { "no", "yes", 'o', 'n' },        { "yes", "No", 'o', 'n' },
    { NULL, "no", 'o', 'n' },         { "2026-03-01", NULL, 'o', '-' }, /* today is its last day */
    { "2026-02-28", NULL, 'o', 'n' }, { "2026-02-28", "2027-02-28", 'o', 'n' },
    { "no", "no", 'l', 'n' },         { NULL, NULL, 'l', 'k' },
    { "no", "no", 'f', '-' },         { NULL, NULL, 's', '-' },
    { "no", NULL, 's', '-' },
  };

  for (guint c = 0; c < G_N_ELEMENTS (cases); c++)
    {
      g_autoptr (LedgerPlan) plan = plan_new ();
      KithArrangement *forum = plan_forum (plan);
      KithOrganisation *charity = plan_row (plan, KITH_TABLE_ORGANISATION);
      g_autoptr (KithRoll) roll = NULL;
      const KithFinding *finding;

      g_test_message ("case %u", c);
      forum->memorandum = cases[c].memorandum;
      forum->data_sharing = cases[c].data_sharing;
      charity->name = "Fen Charity";
      if (cases[c].with == 'l')
        forum->lead_organisation_id = charity->id;
      if (cases[c].with == 'o' || cases[c].with == 'f')
        {
          KithMembership *member = plan_member (plan, forum, KITH_INT_NONE);

          member->organisation_id = charity->id;
          member->left_date = cases[c].with == 'f' ? REVIEW : KITH_DATE_UNKNOWN;
        }
      roll = call_plan_roll (plan, REVIEW);
      finding = find_on (roll, forum->id, KITH_FINDING_PAPER_AGREEMENT);
      g_assert_cmpint (finding == NULL ? '-' : "rakn"[finding->severity], ==, cases[c].letter);
    }
}

static void
test_paper_words (void)
{
  g_autoptr (LedgerPlan) plan = plan_new ();
  KithArrangement *forum = plan_forum (plan), *zone = plan_arrangement (plan, "zone", "Fen Zone");
  KithOrganisation *charity = plan_row (plan, KITH_TABLE_ORGANISATION);
  KithOrganisation *homes = plan_row (plan, KITH_TABLE_ORGANISATION);
  g_autoptr (KithRoll) roll = NULL;
  const KithFinding *finding;

  charity->name = "Fen Charity";
  homes->name = "Pond Homes";
  plan_member (plan, forum, KITH_INT_NONE)->organisation_id = charity->id;
  plan_member (plan, forum, KITH_INT_NONE)->organisation_id = homes->id;
  plan_member (plan, zone, KITH_INT_NONE)->organisation_id = homes->id;
  zone->lead_organisation_id = homes->id;
  zone->memorandum = "yes";
  zone->data_sharing = "2025-07-31";
  roll = call_plan_roll (plan, REVIEW);
  finding = find_on (roll, forum->id, KITH_FINDING_PAPER_AGREEMENT);
  g_assert_cmpstr (finding->sentence, ==,
                   "Moor Forum works with Fen Charity and Pond Homes; nobody has recorded what was "
                   "signed.");
  g_assert_cmpstr (finding->state, ==, "agreement not recorded");
  g_assert_cmpstr (finding->evidence, ==,
                   "Memorandum: not recorded. Data-sharing agreement: not recorded.");
  finding = find_on (roll, zone->id, KITH_FINDING_PAPER_AGREEMENT);
  g_assert_cmpstr (finding->sentence, ==,
                   "Fen Zone works with Pond Homes; no data-sharing agreement is in force.");
  g_assert_cmpstr (finding->evidence, ==,
                   "Memorandum: in force. Data-sharing agreement: its last day was 31 July 2025.");
  g_assert_null (finding->state);
}

/* Home is 850; Pond Street is there, 100002 is not */
static void
test_home (void)
{
  static const struct
  {
    const char *name;
    gint64 member, lead_la, lead_urn;
    const char *source;
    gboolean is_listed;
  } cases[] = {
    { "a home school in it", 100001, KITH_INT_NONE, KITH_INT_NONE, "groups", TRUE },
    { "a school from elsewhere", 100002, KITH_INT_NONE, KITH_INT_NONE, "partnerships", FALSE },
    { "led by a home authority", 100002, 850, KITH_INT_NONE, "partnerships", TRUE },
    { "led by another", 100002, 936, KITH_INT_NONE, "partnerships", FALSE },
    { "led by a home school", 100002, KITH_INT_NONE, 100001, "partnerships", TRUE },
    { "nobody yet, recorded by an officer", 0, KITH_INT_NONE, KITH_INT_NONE, NULL, TRUE },
    { "nobody, led from elsewhere", 0, 936, KITH_INT_NONE, NULL, FALSE },
    { "nobody, out of a published file", 0, KITH_INT_NONE, KITH_INT_NONE, "groups", FALSE },
  };

  for (guint c = 0; c < G_N_ELEMENTS (cases); c++)
    {
      g_autoptr (LedgerPlan) plan = plan_new ();
      KithArrangement *hub = plan_arrangement (plan, "hub", "Fen Hub");
      g_autoptr (KithRoll) roll = NULL;

      g_test_message ("%s", cases[c].name);
      plan_school (plan, 100001, 0, 0);
      plan_school (plan, 100002, 0, 0)->la = 936;
      plan_setting (plan, "home", "850");
      if (cases[c].member != 0)
        plan_member (plan, hub, cases[c].member);
      hub->lead_la = cases[c].lead_la;
      hub->lead_urn = cases[c].lead_urn;
      if (cases[c].source != NULL)
        hub->source_id = plan_source (plan, cases[c].source)->id;
      roll = call_plan_roll (plan, REVIEW);
      g_assert_true ((find_arrangement (roll, hub->id) != NULL) == cases[c].is_listed);
    }
}

/* One that is about a school, or about another arrangement, is not about this one */
static void
test_set_aside (void)
{
  static const struct
  {
    gint64 urn;
    int arrangement;
    const char *code, *evidence;
    gboolean is_aside;
  } cases[] = {
    { KITH_INT_NONE, 1, "meetings-only", NULL, TRUE },
    { KITH_INT_NONE, 1, "meetings-only", "other", FALSE },
    { KITH_INT_NONE, 1, "paper-agreement", NULL, FALSE },
    { KITH_INT_NONE, 2, "meetings-only", NULL, FALSE },
    { 100001, 1, "meetings-only", NULL, FALSE },
  };

  for (guint c = 0; c < G_N_ELEMENTS (cases); c++)
    {
      g_autoptr (LedgerPlan) plan = plan_new ();
      KithArrangement *forum = plan_forum (plan);
      KithSettingAside *aside = plan_row (plan, KITH_TABLE_SETTING_ASIDE);
      g_autoptr (KithRoll) roll = NULL;
      const KithRollArrangement *row;
      guint n_findings;

      g_test_message ("case %u", c);
      for (int m = 0; m < 3; m++)
        plan_contact (plan, forum, "meeting", REVIEW - 10);
      aside->urn = cases[c].urn;
      aside->arrangement_id = cases[c].arrangement;
      aside->code = cases[c].code;
      aside->evidence = cases[c].evidence;
      aside->reason = "It ends in summer";
      aside->since = REVIEW - 5;
      roll = call_plan_roll (plan, REVIEW);
      row = find_arrangement (roll, forum->id);
      g_assert_cmpuint (row->n_set_aside, ==, cases[c].is_aside);
      g_assert_cmpuint (row->n_findings, ==, !cases[c].is_aside);
      kith_roll_get_findings (roll, &n_findings);
      g_assert_cmpuint (n_findings, ==,
                        kith_roll_find (roll, 100001)->n_findings + !cases[c].is_aside);
      if (cases[c].is_aside)
        g_assert_cmpstr (row->set_aside[0].aside->reason, ==, "It ends in summer");
    }
}

/* As an old meeting or visit passes out of the months asked about, a setting aside still holds;
   with a new one it does not */
static void
test_basis (void)
{
  char *bases[3][2];

  for (guint day = 0; day < 3; day++)
    {
      g_autoptr (LedgerPlan) plan = plan_new ();
      KithArrangement *forum = plan_forum (plan);
      g_autoptr (KithRoll) roll = NULL;
      KithDate as_at = REVIEW + day;

      plan_school (plan, 100002, 0, 0);
      for (guint m = 0; m < 4; m++)
        {
          KithContact *visit = plan_contact (
              plan, NULL, "visit", m == 0 ? kith_date_new (2024, 3, 2) : REVIEW - 100 - m);

          plan_contact (plan, forum, "meeting",
                        m == 0 ? kith_date_new (2025, 3, 2) : REVIEW - 100 - m);
          plan_party (plan, visit, 100001)->part = "host";
          plan_party (plan, visit, 100002)->part = "visitor";
        }
      if (day == 2)
        {
          KithContact *visit = plan_contact (plan, NULL, "visit", REVIEW + 1);

          plan_contact (plan, forum, "meeting", REVIEW + 1);
          plan_party (plan, visit, 100001)->part = "host";
          plan_party (plan, visit, 100002)->part = "visitor";
        }
      roll = call_plan_roll (plan, as_at);
      bases[day][0] = g_strdup (find_on (roll, forum->id, KITH_FINDING_MEETINGS_ONLY)->basis);
      bases[day][1] = g_strdup (find_one_way (roll, 100001)->basis);
    }
  for (guint b = 0; b < 2; b++)
    {
      g_assert_cmpstr (bases[0][b], ==, bases[1][b]);
      g_assert_cmpstr (bases[0][b], !=, bases[2][b]);
      for (guint day = 0; day < 3; day++)
        g_free (bases[day][b]);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/arrangement-findings/meetings-only/three in a year, and nothing besides",
                   test_meetings_only);
  g_test_add_func ("/arrangement-findings/meetings-only/in words", test_meetings_words);
  g_test_add_func ("/arrangement-findings/one-way/always host or always visitor", test_one_way);
  g_test_add_func ("/arrangement-findings/one-way/in words", test_one_way_words);
  g_test_add_func ("/arrangement-findings/paper-agreement/no, or a day that has passed",
                   test_paper_agreement);
  g_test_add_func ("/arrangement-findings/paper-agreement/in words", test_paper_words);
  g_test_add_func ("/arrangement-findings/home/whose they are", test_home);
  g_test_add_func ("/arrangement-findings/set-aside/of an arrangement", test_set_aside);
  g_test_add_func ("/arrangement-findings/set-aside/passing days are no other evidence",
                   test_basis);
  return g_test_run ();
}
