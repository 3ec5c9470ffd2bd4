/* test-roll.c: every school, its findings and its tier
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "call-roll.h"
#include "kith-edit-aside.h"
#include "kith-roll.h"
#include "kith-worklist.h"
#include "ledger-plan.h"

#include <string.h>

static const KithFinding *
find_finding (const KithRoll *roll, gint64 urn, KithFindingCode code)
{
  const KithRollRow *row = kith_roll_find (roll, urn);

  for (guint f = 0; f < row->n_findings; f++)
    if (row->findings[f].code == code)
      return &row->findings[f];
  return NULL;
}

/* The sentences of LOOK, section 11 */
static void
test_sentences (void)
{
  KithDate as_at = kith_date_new (2026, 10, 1);
  g_autoptr (LedgerPlan) plan = plan_new ();
  g_autoptr (KithRoll) roll = NULL;
  KithArrangement *hub = plan_arrangement (plan, "hub", "Larkmead EAL hub");
  KithArrangement *family = plan_arrangement (plan, "family", "Family 3");
  KithEnquiry *enquiry = plan_row (plan, KITH_TABLE_ENQUIRY);
  const KithFinding *finding;

  plan_school (plan, 100001, 0, 0)->name = "St Aldhelm’s";
  plan_school (plan, 100002, 0, 0)->name = "Pond Street";
  /* 730 days after 4 September 2024 are 4 September 2026; a day earlier for 3 September */
  plan_member (plan, hub, 100001)->joined = kith_date_new (2024, 9, 3);
  plan_contact (plan, hub, "meeting", kith_date_new (2025, 2, 3));
  plan_member (plan, family, 100001)->left_date = kith_date_new (2025, 1, 1);
  *enquiry = (KithEnquiry){ enquiry->id, 100001, "pairing",    kith_date_new (2026, 3, 2),
                            "none",      NULL,   KITH_INT_NONE };
  roll = call_plan_roll (plan, as_at);

  finding = find_finding (roll, 100001, KITH_FINDING_NO_LIVE_LINK);
  g_assert_cmpint (finding->severity, ==, KITH_SEVERITY_RED);
  g_assert_cmpstr (finding->sentence, ==,
                   "No school works with St Aldhelm’s at present. Its last link, to the Larkmead "
                   "EAL hub, faded on 4 September 2026.");
  g_assert_cmpstr (finding->evidence, ==,
                   "Two memberships on record. Asked about pairings on 2 March 2026: none.");
  finding = find_finding (roll, 100002, KITH_FINDING_NO_LIVE_LINK);
  g_assert_cmpint (finding->severity, ==, KITH_SEVERITY_ASK);
  g_assert_cmpstr (finding->state, ==, "nobody has asked");
  g_assert_cmpstr (finding->sentence, ==, "Nobody has asked Pond Street about its partnerships.");
  g_assert_cmpstr (finding->evidence, ==, "No arrangement and no enquiry on record.");
}

/* 1 March 2026: no summer holiday in the eight months before it */
#define REVIEW (kith_date_new (2026, 3, 1))

static char
get_letter (const KithRoll *roll, gint64 urn, KithFindingCode code)
{
  const KithFinding *finding = find_finding (roll, urn, code);

  return finding == NULL ? '-' : "rakn"[finding->severity];
}

static void
add_enquiry (LedgerPlan *plan, gint64 urn, const char *kind, KithDate asked, const char *answer)
{
  KithEnquiry *enquiry = plan_row (plan, KITH_TABLE_ENQUIRY);

  enquiry->urn = urn;
  enquiry->kind = kind;
  enquiry->asked = asked;
  enquiry->answer = answer;
}

/* What is recorded of school 100001: each letter adds one thing to a blank register */
static void
add_link_records (LedgerPlan *plan, const char *what)
{
  for (; *what != '\0'; what++)
    {
      KithArrangement *group;

      switch (*what)
        {
        case 'h': /* a live hub, nobody else in it */
          plan_member (plan, plan_arrangement (plan, "hub", "Lone hub"), 100001);
          break;
        case 't': /* a single-academy trust */
          plan_member (plan, plan_arrangement (plan, "single-academy-trust", "SAT"), 100001);
          break;
        case 'f': /* a hub that has faded */
          group = plan_arrangement (plan, "hub", "Faded hub");
          plan_member (plan, group, 100001)->joined = REVIEW - 731;
          plan_contact (plan, group, "visit", REVIEW - 800);
          break;
        case 'e': /* a hub that has ended */
          plan_member (plan, plan_arrangement (plan, "hub", "Ended hub"), 100001)->left_date =
              REVIEW;
          break;
        case 'c': /* one that is closed, nobody knows when */
          group = plan_arrangement (plan, "hub", "Closed hub");
          group->status = "closed";
          plan_member (plan, group, 100001);
          break;
        case 'l': /* one that begins later */
          plan_member (plan, plan_arrangement (plan, "hub", "Later hub"), 100001)->joined =
              REVIEW + 1;
          break;
        case 's': /* a sponsor */
          plan_member (plan, plan_arrangement (plan, "sponsor", "Sponsor"), 100001);
          break;
        case 'o': /* a pairing with an outside school */
          group = plan_arrangement (plan, "pairing", "Across");
          plan_member (plan, group, 100001);
          plan_member (plan, group, 999999);
          break;
        case 'N': /* asked about every kind: none */
          add_enquiry (plan, 100001, NULL, REVIEW - 10, "none");
          break;
        case 'L': /* the same, on the day after the review */
          add_enquiry (plan, 100001, NULL, REVIEW + 1, "none");
          break;
        case 'P': /* asked about pairings: none */
          add_enquiry (plan, 100001, "pairing", REVIEW - 10, "none");
          break;
        case 'S': /* asked about pairings, later: some */
          add_enquiry (plan, 100001, "pairing", REVIEW - 5, "some");
          break;
        case 'T': /* asked about pairings, on the same day as about every kind: some */
          add_enquiry (plan, 100001, "pairing", REVIEW - 10, "some");
          break;
        case 'A': /* asked about every kind, later: some */
          add_enquiry (plan, 100001, NULL, REVIEW - 5, "some");
          break;
        case 'B': /* asked about every kind, later: no answer yet */
          add_enquiry (plan, 100001, NULL, REVIEW - 5, NULL);
          break;
        }
    }
}

static void
test_no_live_link (void)
{
  static const struct
  {
    const char *what;
    char letter;
    const char *state;
  } cases[] = {
    { "", 'k', "nobody has asked" },
    { "s", 'k', "nobody has asked" },
    { "l", 'k', "nobody has asked" },
    { "t", 'k', "nobody has asked" },
    { "h", 'k', "nobody has asked" },
    { "f", 'r', NULL },
    { "e", 'r', NULL },
    { "c", 'r', NULL },
    { "ef", 'r', NULL },
    { "et", 'k', "nobody has asked" },
    { "eh", 'k', "nobody has asked" },
    { "N", 'r', NULL },
    { "sN", 'r', NULL },
    { "L", 'k', "nobody has asked" },
    { "P", 'k', "nobody has asked" },
    { "NB", 'k', "nobody has asked" },
    { "NS", 'k', "answered, not recorded" },
    { "NT", 'k', "answered, not recorded" },
    { "TN", 'k', "answered, not recorded" },
    { "NA", 'k', "answered, not recorded" },
    { "S", 'k', "answered, not recorded" },
    { "hS", 'k', "answered, not recorded" },
    { "hA", 'k', "no other member" },
    { "hN", 'k', "no other member" },
    { "o", 'k', "tied only to schools outside this register" },
    { "oe", 'k', "tied only to schools outside this register" },
    { "oN", 'k', "tied only to schools outside this register" },
  };

  for (guint c = 0; c < G_N_ELEMENTS (cases); c++)
    {
      g_autoptr (LedgerPlan) plan = plan_new ();
      g_autoptr (KithRoll) roll = NULL;
      const KithFinding *finding;

      plan_school (plan, 100001, 0, 0);
      add_link_records (plan, cases[c].what);
      roll = call_plan_roll (plan, REVIEW);
      finding = find_finding (roll, 100001, KITH_FINDING_NO_LIVE_LINK);
      g_test_message ("%s: %s %s", cases[c].what, finding->sentence, finding->evidence);
      g_assert_cmpint (get_letter (roll, 100001, KITH_FINDING_NO_LIVE_LINK), ==, cases[c].letter);
      g_assert_cmpstr (finding->state, ==, cases[c].state);
    }
}

/* The last link is the one that ended last, by leaving, by fading or with its parent */
static void
test_last_link (void)
{
  g_autoptr (LedgerPlan) plan = plan_new ();
  g_autoptr (KithRoll) roll = NULL;
  KithArrangement *old = plan_arrangement (plan, "pairing", "Old pair");
  KithArrangement *parent = plan_arrangement (plan, "area-partnership", "Area");
  KithArrangement *child = plan_arrangement (plan, "cluster", "Tripod");
  KithMembership *between;

  plan_school (plan, 100001, 0, 0);
  plan_member (plan, old, 100001)->left_date = kith_date_new (2024, 5, 1);
  child->parent_id = parent->id;
  parent->ends = kith_date_new (2025, 2, 3);
  plan_member (plan, child, 100001);
  plan_school (plan, 100002, 0, 0);
  between = plan_member (plan, old, 100002);
  between->left_date = kith_date_new (2022, 3, 31);
  between->left_after = kith_date_new (2022, 3, 21);
  roll = call_plan_roll (plan, REVIEW);
  g_assert_cmpstr (find_finding (roll, 100001, KITH_FINDING_NO_LIVE_LINK)->sentence, ==,
                   "No school works with Invented School at present. Its last link, to Tripod, "
                   "ended on 3 February 2025.");
  g_assert_cmpstr (find_finding (roll, 100002, KITH_FINDING_NO_LIVE_LINK)->sentence, ==,
                   "No school works with Invented School at present. Its last link, to Old pair, "
                   "ended between 21 March 2022 and 31 March 2022.");
}

/* Fading begins to count when somebody first records a contact under the arrangement */
static void
test_fade_waits (void)
{
  g_autoptr (LedgerPlan) plan = plan_new ();
  g_autoptr (KithRoll) roll = NULL;
  KithArrangement *hub = plan_arrangement (plan, "hub", "Fen hub");

  plan_school (plan, 100001, 0, 0);
  plan_member (plan, hub, 100001)->joined = kith_date_new (2019, 9, 1);
  plan_contact (plan, hub, "visit", kith_date_new (2026, 1, 12));
  plan_contact (plan, hub, "visit", kith_date_new (2026, 2, 2));
  roll = call_plan_roll (plan, REVIEW);
  g_assert_cmpstr (find_finding (roll, 100001, KITH_FINDING_NO_LIVE_LINK)->sentence, ==,
                   "No school works with Invented School at present. Its last link, to the Fen "
                   "hub, faded on 12 January 2026.");
}

static void
test_no_local_link (void)
{
  static const struct
  {
    double own, first, second; /* metres east, NaN not placed; first 0: no link */
    char letter;
  } cases[] = {
    { 0, 10000, 60000, '-' },   { 0, 10001, 60000, 'a' }, { 0, 60000, NAN, 'a' },
    { NAN, 10000, 60000, '-' }, { 0, NAN, NAN, '-' },
  };

  for (guint c = 0; c < G_N_ELEMENTS (cases); c++)
    {
      g_autoptr (LedgerPlan) plan = plan_new ();
      g_autoptr (KithRoll) roll = NULL;
      KithArrangement *hub = plan_arrangement (plan, "hub", "Hub");

      plan_school (plan, 100001, cases[c].own, 0);
      plan_school (plan, 100002, cases[c].first, 0);
      plan_school (plan, 100003, cases[c].second, 0);
      plan_school (plan, 100004, 200000, 0); /* so that the authority is wide */
      for (gint64 urn = 100001; urn <= 100003; urn++)
        plan_member (plan, hub, urn);
      plan_school (plan, 100005, 0, 200000); /* no link at all: not this finding */
      roll = call_plan_roll (plan, REVIEW);
      g_assert_cmpint (get_letter (roll, 100001, KITH_FINDING_NO_LOCAL_LINK), ==, cases[c].letter);
      g_assert_cmpint (get_letter (roll, 100005, KITH_FINDING_NO_LOCAL_LINK), ==, '-');
    }
}

/* School 100001 and so many neighbours, of whom so many are in an area partnership */
static void
test_odd_one_out (void)
{
  static const struct
  {
    guint n_near, n_held;
    const char *own; /* what it is in: a pairing (p) with a neighbour, far (f), the
                        partnership (g), a child (c) or the parent (u) of it */
    char letter;
  } cases[] = {
    { 3, 3, "", '-' },  { 4, 4, "", 'r' },  { 4, 3, "", 'r' },  { 4, 2, "", '-' },
    { 8, 8, "", 'r' },  { 8, 7, "", 'r' },  { 8, 6, "", '-' },  { 4, 3, "p", 'a' },
    { 4, 3, "f", 'r' }, { 4, 3, "g", '-' }, { 4, 3, "c", '-' }, { 4, 3, "u", '-' },
  };

  for (guint c = 0; c < G_N_ELEMENTS (cases); c++)
    {
      g_autoptr (LedgerPlan) plan = plan_new ();
      g_autoptr (KithRoll) roll = NULL;
      KithArrangement *parent = plan_arrangement (plan, "learning-partnership", "County");
      KithArrangement *group = plan_arrangement (plan, "area-partnership", "Moorside");
      KithArrangement *child = plan_arrangement (plan, "cluster", "Tripod");
      KithArrangement *pairing = plan_arrangement (plan, "pairing", "Pair");
      KithArrangement *in[128] = {
        ['g'] = group, ['c'] = child, ['u'] = parent, ['p'] = pairing, ['f'] = pairing
      };

      group->parent_id = parent->id;
      child->parent_id = group->id;
      plan_school (plan, 100001, 0, 0);
      plan_school (plan, 200001, 300000, 0);
      for (guint i = 0; i < cases[c].n_near; i++)
        {
          plan_school (plan, 100002 + i, 1000 * (i + 1), 0);
          if (i < cases[c].n_held)
            plan_member (plan, group, 100002 + i);
        }
      if (cases[c].own[0] != '\0')
        plan_member (plan, in[(int)cases[c].own[0]], 100001);
      if (cases[c].own[0] == 'p')
        plan_member (plan, pairing, 100005);
      if (cases[c].own[0] == 'f')
        plan_member (plan, pairing, 200001);
      roll = call_plan_roll (plan, REVIEW);
      g_assert_cmpint (get_letter (roll, 100001, KITH_FINDING_ODD_ONE_OUT), ==, cases[c].letter);
    }
}

static void
test_odd_one_out_words (void)
{
  g_autoptr (LedgerPlan) plan = plan_new ();
  g_autoptr (KithRoll) roll = NULL;
  KithArrangement *group = plan_arrangement (plan, "area-partnership", "Moorside area partnership");
  KithSource *list = plan_source (plan, "establishments");
  KithSchool *school = plan_school (plan, 100001, 0, 0);
  const KithFinding *finding;

  list->dated = kith_date_new (2026, 9, 1);
  school->name = "St Aldhelm’s";
  school->source_id = list->id;
  for (guint i = 0; i < 8; i++)
    {
      plan_school (plan, 100002 + i, 600 * i, 0);
      if (i != 3)
        plan_member (plan, group, 100002 + i);
    }
  roll = call_plan_roll (plan, REVIEW);
  finding = find_finding (roll, 100001, KITH_FINDING_ODD_ONE_OUT);
  g_assert_cmpstr (finding->sentence, ==,
                   "Seven of its eight nearest primary schools are in Moorside area partnership; "
                   "St Aldhelm’s is not.");
  g_assert_cmpstr (finding->evidence, ==, "Neighbours within 4.2 km; list of 1 September 2026.");
  g_assert_cmpint (finding->arrangement_id, ==, group->id);
}

static KithContact *
add_visit (LedgerPlan *plan, gint64 urn, KithDate day)
{
  KithContact *visit = plan_contact (plan, NULL, "visit", day);

  visit->officer = "J Wren";
  plan_party (plan, visit, urn);
  return visit;
}

/* Days before 1 March 2026, the latest first; none of them in a summer holiday but one */
static void
test_silence (void)
{
  static const struct
  {
    guint days[10];
    char letter;
    double usual;
  } cases[] = {
    /* two days: the usual is 180; 360 counted days are ρ = 2. 41 days of summer lie between */
    { { 401, 402 }, '-', 180 },
    { { 402, 403 }, 'a', 180 },
    { { 395 + 41 }, 'a', 180 },
    { { 396 + 41 }, 'r', 180 },
    /* gaps of 30: ρ is 2 after 60 days, 4 after 120 */
    { { 60, 90, 120 }, '-', 30 },
    { { 61, 91, 121 }, 'a', 30 },
    { { 120, 150, 180 }, 'a', 30 },
    { { 121, 151, 181 }, 'r', 30 },
    /* at least 28 */
    { { 56, 57, 58 }, '-', 28 },
    { { 57, 58, 59 }, 'a', 28 },
    /* the same day twice is one: two days only */
    { { 100, 100, 101 }, '-', 180 },
    /* gaps 40 and 50: the median is 45; ρ is 2 after 90 */
    { { 90, 130, 180 }, '-', 45 },
    { { 91, 131, 181 }, 'a', 45 },
    /* the last eight gaps: 30 each; the ninth, long ago, is left out */
    { { 1, 31, 61, 91, 121, 151, 181 }, '-', 30 },
  };

  for (guint c = 0; c < G_N_ELEMENTS (cases); c++)
    {
      g_autoptr (LedgerPlan) plan = plan_new ();
      g_autoptr (KithRoll) roll = NULL;
      const KithRollRow *row;

      plan_school (plan, 100001, 0, 0);
      for (guint d = 0; d < 10 && cases[c].days[d] != 0; d++)
        add_visit (plan, 100001, REVIEW - cases[c].days[d]);
      roll = call_plan_roll (plan, REVIEW);
      row = kith_roll_find (roll, 100001);
      g_assert_cmpint (get_letter (roll, 100001, KITH_FINDING_OFF_THE_RADAR), ==, cases[c].letter);
      g_assert_cmpuint (row->last_contact, ==, REVIEW - cases[c].days[0]);
      g_assert_cmpfloat_with_epsilon (
          row->rho, kith_date_count_days (row->last_contact, REVIEW) / cases[c].usual, 1e-12);
    }
}

/* Which contacts count: each letter is a party besides school 100001 */
static void
test_counts (void)
{
  static const struct
  {
    const char *kind, *officer, *parties;
    gboolean counts;
  } cases[] = {
    { "visit", "J Wren", "", TRUE },
    { "visit", "  ", "", FALSE },
    { "visit", NULL, "", FALSE },
    { "letter", "J Wren", "o", FALSE },
    { "Letter", "J Wren", "", FALSE },
    { "inspection", NULL, "", TRUE },
    { "meeting", NULL, "o", TRUE },  /* a school of another trust */
    { "meeting", NULL, "m", FALSE }, /* one of its own trust */
    { "meeting", NULL, "mo", TRUE },
    { "meeting", NULL, "x", TRUE },  /* one that left the trust the day before */
    { "meeting", NULL, "y", FALSE }, /* one that left the day after */
    { "meeting", NULL, "u", TRUE },  /* an outside school */
    { "meeting", NULL, "g", TRUE },  /* a university */
    { "meeting", NULL, "t", FALSE }, /* its trust as an organisation */
    { "meeting", NULL, "h", FALSE }, /* its own head */
    { "meeting", NULL, "l", TRUE },  /* a leader of the other school */
    { "meeting", NULL, "p", TRUE },  /* a person without a post */
    { "meeting", NULL, "b", FALSE }, /* its predecessor, who is itself */
  };

  for (guint c = 0; c < G_N_ELEMENTS (cases); c++)
    {
      g_autoptr (LedgerPlan) plan = plan_new ();
      g_autoptr (KithRoll) roll = NULL;
      KithArrangement *trust = plan_arrangement (plan, "trust", "Marsh Trust");
      KithArrangement *other = plan_arrangement (plan, "trust", "Other Trust");
      KithOrganisation *university = plan_row (plan, KITH_TABLE_ORGANISATION);
      KithOrganisation *itself = plan_row (plan, KITH_TABLE_ORGANISATION);
      KithPerson *head = plan_row (plan, KITH_TABLE_PERSON);
      KithPerson *leader = plan_row (plan, KITH_TABLE_PERSON);
      KithPerson *unknown = plan_row (plan, KITH_TABLE_PERSON);
      KithPost *post = plan_row (plan, KITH_TABLE_POST);
      KithSchoolLink *link = plan_row (plan, KITH_TABLE_SCHOOL_LINK);
      KithContact *contact = plan_contact (plan, NULL, cases[c].kind, REVIEW - 20);

      university->name = "Larkmead University";
      itself->name = "MARSH TRUST";
      for (gint64 urn = 100001; urn <= 100006; urn++)
        plan_school (plan, urn, 0, 0);
      plan_member (plan, trust, 100001);
      plan_member (plan, trust, 100002);
      plan_member (plan, other, 100003);
      plan_member (plan, trust, 100004)->left_date = REVIEW - 20;
      plan_member (plan, trust, 100005)->left_date = REVIEW - 19;
      post->person_id = head->id;
      post->urn = 100001;
      post = plan_row (plan, KITH_TABLE_POST);
      post->person_id = leader->id;
      post->urn = 100003;
      link->urn = 100001;
      link->link_urn = 100006;
      link->kind = "Predecessor";
      contact->officer = cases[c].officer;
      plan_party (plan, contact, 100001);
      for (const char *party = cases[c].parties; *party != '\0'; party++)
        {
          static const gint64 urns[128] = { ['o'] = 100003, ['m'] = 100002, ['x'] = 100004,
                                            ['y'] = 100005, ['u'] = 999999, ['b'] = 100006 };
          KithContactParty *row = plan_party (
              plan, contact, urns[(int)*party] == 0 ? KITH_INT_NONE : urns[(int)*party]);

          if (*party == 'g')
            row->organisation_id = university->id;
          if (*party == 't')
            row->organisation_id = itself->id;
          if (*party == 'h')
            row->person_id = head->id;
          if (*party == 'l')
            row->person_id = leader->id;
          if (*party == 'p')
            row->person_id = unknown->id;
        }
      roll = call_plan_roll (plan, REVIEW);
      g_test_message ("%s, %s, %s", cases[c].kind, cases[c].officer, cases[c].parties);
      g_assert_cmpint (kith_roll_find (roll, 100001)->last_contact != KITH_DATE_UNKNOWN, ==,
                       cases[c].counts);
    }
}

/* School 1 came from 3; school 2 from 4 and 5: two predecessors, and neither's contacts */
static void
test_predecessors (void)
{
  static const gint64 links[][2] = {
    { 100001, 100003 }, { 100002, 100004 }, { 100002, 100005 }, { 100003, 100001 }
  };
  g_autoptr (LedgerPlan) plan = plan_new ();
  g_autoptr (KithRoll) roll = NULL;

  plan_school (plan, 100001, 0, 0);
  plan_school (plan, 100002, 0, 0);
  for (guint l = 0; l < G_N_ELEMENTS (links); l++)
    {
      KithSchoolLink *link = plan_row (plan, KITH_TABLE_SCHOOL_LINK);

      /* the last goes round in a circle */
      link->urn = links[l][0];
      link->link_urn = links[l][1];
      link->kind = "Predecessor";
    }
  for (gint64 urn = 100003; urn <= 100005; urn++)
    {
      plan_school (plan, urn, 0, 0)->status = "Closed";
      add_visit (plan, urn, REVIEW - 20);
    }
  roll = call_plan_roll (plan, REVIEW);
  g_assert_cmpuint (kith_roll_find (roll, 100001)->last_contact, ==, REVIEW - 20);
  g_assert_cmpuint (kith_roll_find (roll, 100002)->last_contact, ==, KITH_DATE_UNKNOWN);
}

/* Never contacted: red needs all three */
static void
test_never (void)
{
  static const struct
  {
    int opened;     /* days before, -1 unknown */
    int recorded;   /* days before 1 March 2026; 0 no record; 730 is 1 March 2024 */
    guint n_met, n; /* of the other home schools */
    char letter;
  } cases[] = {
    { -1, 10, 2, 3, 'r' },  { -1, 10, 1, 3, 'k' }, /* one of four */
    { -1, 10, 2, 2, 'r' },  { -1, 10, 1, 1, 'r' }, /* half, exactly */
    { -1, 0, 2, 3, 'k' },   { -1, 729, 2, 3, 'r' },
    { -1, 730, 2, 3, 'k' }, { -1, -1, 2, 3, 'k' }, /* due tomorrow */
    { 180, 10, 2, 3, 'k' }, { 181, 10, 2, 3, 'r' },
  };

  for (guint c = 0; c < G_N_ELEMENTS (cases); c++)
    {
      g_autoptr (LedgerPlan) plan = plan_new ();
      g_autoptr (KithRoll) roll = NULL;
      KithSchool *school = plan_school (plan, 100001, 0, 0);
      KithAction *action = plan_row (plan, KITH_TABLE_ACTION);

      school->opened = cases[c].opened < 0 ? KITH_DATE_UNKNOWN : REVIEW - (KithDate)cases[c].opened;
      if (cases[c].recorded != 0)
        {
          action->urn = 100001;
          action->due = REVIEW - (KithDate)cases[c].recorded;
        }
      for (guint i = 0; i < cases[c].n; i++)
        {
          plan_school (plan, 100010 + i, 0, 0);
          /* the first day of the last twelve months, and its last */
          if (i < cases[c].n_met)
            add_visit (plan, 100010 + i, i % 2 == 0 ? kith_date_new (2025, 3, 2) : REVIEW);
          else
            add_visit (plan, 100010 + i, kith_date_new (2025, 3, 1));
        }
      roll = call_plan_roll (plan, REVIEW);
      g_test_message ("case %u: %s", c,
                      find_finding (roll, 100001, KITH_FINDING_OFF_THE_RADAR)->evidence);
      g_assert_cmpint (get_letter (roll, 100001, KITH_FINDING_OFF_THE_RADAR), ==, cases[c].letter);
    }
}

/* Only what officers write counts as a record about a school */
static void
test_published (void)
{
  static const struct
  {
    const char *source;
    char letter;
  } cases[] = {
    { "group-links", 'k' }, { "academy-links", 'k' }, { "partnerships", 'r' }, { NULL, 'r' }
  };

  for (guint c = 0; c < G_N_ELEMENTS (cases); c++)
    {
      g_autoptr (LedgerPlan) plan = plan_new ();
      g_autoptr (KithRoll) roll = NULL;
      KithMembership *member;

      plan_school (plan, 100001, 0, 0);
      plan_school (plan, 100002, 0, 0);
      add_visit (plan, 100002, REVIEW);
      member = plan_member (plan, plan_arrangement (plan, "trust", "Marsh Trust"), 100001);
      member->joined = REVIEW - 100;
      if (cases[c].source != NULL)
        member->source_id = plan_source (plan, cases[c].source)->id;
      roll = call_plan_roll (plan, REVIEW);
      g_assert_cmpint (get_letter (roll, 100001, KITH_FINDING_OFF_THE_RADAR), ==, cases[c].letter);
    }
}

static void
test_radar_words (void)
{
  static const guint before[] = { 0, 60, 120, 180, 240, 300 };
  KithDate last = kith_date_new (2025, 10, 9), as_at = kith_date_new (2026, 11, 22);
  g_autoptr (LedgerPlan) plan = plan_new ();
  g_autoptr (KithRoll) roll = NULL;
  const KithFinding *finding;

  plan_school (plan, 100001, 0, 0)->name = "Willow Court";
  for (guint d = 0; d < G_N_ELEMENTS (before); d++)
    add_visit (plan, 100001, last - before[d] - (before[d] > 60 ? 41 : 0));
  roll = call_plan_roll (plan, as_at);
  finding = find_finding (roll, 100001, KITH_FINDING_OFF_THE_RADAR);
  /* 409 days less the 41 of one summer; five gaps, of which the second crosses a summer */
  g_assert_cmpstr (finding->sentence, ==,
                   "Willow Court was last met on 9 October 2025, 368 counted days ago. It usually "
                   "hears from someone every 60 days.");
  g_assert_cmpstr (finding->evidence, ==,
                   "Contacts on six days. The rule comes from telephone calls; that it fits "
                   "schools is an assumption.");
  g_assert_cmpint (finding->severity, ==, KITH_SEVERITY_RED);
}

/* It is listed again on the day until which it is set aside, and when its evidence differs */
static void
test_set_aside (void)
{
  static const struct
  {
    const char *code;
    int since, until; /* days after the review; -1000 unknown */
    const char *evidence;
    gboolean is_aside;
  } cases[] = {
    { "no-live-link", -1000, -1000, NULL, TRUE },
    { "no-live-link", 0, 1, NULL, TRUE },
    { "no-live-link", 1, -1000, NULL, FALSE },
    { "no-live-link", -1000, 0, NULL, FALSE },
    { "off-the-radar", -1000, -1000, NULL, FALSE },
    { "no-live-link", -1000, -1000, "red;of old", FALSE },
  };
  g_autofree char *basis = NULL;

  for (guint c = 0; c <= G_N_ELEMENTS (cases); c++)
    {
      g_autoptr (LedgerPlan) plan = plan_new ();
      g_autoptr (KithRoll) roll = NULL;
      KithSettingAside *aside = plan_row (plan, KITH_TABLE_SETTING_ASIDE);
      gboolean is_last = c == G_N_ELEMENTS (cases), is_aside = is_last || cases[c].is_aside;
      const KithRollRow *row;

      plan_school (plan, 100001, 0, 0);
      add_link_records (plan, "e");
      add_visit (plan, 100001, REVIEW);
      aside->urn = 100001;
      aside->code = is_last ? "no-live-link" : cases[c].code;
      aside->reason = "It closes in July";
      aside->evidence = is_last ? basis : cases[c].evidence;
      if (!is_last && cases[c].since != -1000)
        aside->since = REVIEW + (KithDate)cases[c].since;
      if (!is_last && cases[c].until != -1000)
        aside->until = REVIEW + (KithDate)cases[c].until;
      roll = call_plan_roll (plan, REVIEW);
      row = kith_roll_find (roll, 100001);
      g_assert_cmpuint (row->n_findings, ==, is_aside ? 0 : 1);
      g_assert_cmpuint (row->n_set_aside, ==, is_aside ? 1 : 0);
      g_assert_cmpint (row->tier, ==, is_aside ? KITH_TIER_IN_TOUCH : KITH_TIER_LOOK_IN);
      if (is_aside)
        g_assert_cmpstr (row->set_aside[0].aside->reason, ==, "It closes in July");
      else if (basis == NULL)
        basis = g_strdup (row->findings[0].basis);
    }
}

/* The finding of school 100001 that somebody sets aside, and the contact that changes what it
 * rests on. */
static KithLedger *
plan_silence (KithDate contact)
{
  g_autoptr (LedgerPlan) plan = plan_new ();

  plan_school (plan, 100001, 0, 0);
  plan_school (plan, 100002, 0, 0);
  for (gint64 urn = 100001; urn <= 100002; urn++)
    {
      KithMembership *member;

      member = plan_member (plan, plan_arrangement (plan, "trust", "Marsh"), urn);
      member->arrangement_id = 1;
    }
  add_visit (plan, 100002, REVIEW);
  add_visit (plan, 100001, REVIEW - 600);
  if (contact != KITH_DATE_UNKNOWN)
    add_visit (plan, 100001, contact);
  return plan_end (plan);
}

static KithLedger *
apply_edit (KithEdit *edit)
{
  KithLedger *after = kith_changeset_apply (edit->changes, 2);

  g_assert_true (kith_edit_check (edit, NULL));
  g_assert_cmpuint (kith_changeset_get_size (edit->changes), >, 0);
  kith_edit_free (edit);
  return after;
}

static const KithFinding *
get_silence (const KithRoll *roll)
{
  const KithRollRow *row = kith_roll_find (roll, 100001);

  for (guint f = 0; f < row->n_set_aside; f++)
    if (row->set_aside[f].code == KITH_FINDING_OFF_THE_RADAR)
      return &row->set_aside[f];
  return find_finding (roll, 100001, KITH_FINDING_OFF_THE_RADAR);
}

/* Set aside by hand: it returns on its day, on other evidence, and when an officer says so */
static void
test_aside_returns (void)
{
  g_autoptr (KithLedger) ledger = plan_silence (KITH_DATE_UNKNOWN);
  g_autoptr (KithLedger) other = plan_silence (REVIEW - 500);
  g_autoptr (KithRoll) before = call_roll (ledger, REVIEW);
  g_autoptr (KithRoll) aside = NULL, last = NULL, due = NULL, changed = NULL, returned = NULL;
  g_autoptr (KithLedger) after = NULL, moved = NULL, back = NULL;
  g_autofree char *until = kith_date_dup_text (REVIEW + 30, KITH_DATE_ISO);
  const KithFinding *finding = get_silence (before);
  KithAsideForm form = { .urn = 100001,
                         .arrangement_id = KITH_INT_NONE,
                         .code = kith_finding_get_key (finding->code),
                         .title = finding->chip,
                         .basis = finding->basis,
                         .reason = "The head is ill",
                         .until = until,
                         .since = REVIEW };

  g_assert_null (finding->aside);
  after = apply_edit (kith_edit_set_aside (ledger, &form));
  aside = call_roll (after, REVIEW);
  g_assert_nonnull (get_silence (aside)->aside);
  last = call_roll (after, REVIEW + 29);
  g_assert_nonnull (get_silence (last)->aside);
  due = call_roll (after, REVIEW + 30);
  g_assert_null (get_silence (due)->aside);

  /* another contact, and still silent: other evidence */
  moved = apply_edit (kith_edit_set_aside (other, &form));
  changed = call_roll (moved, REVIEW);
  g_assert_nonnull (get_silence (changed));
  g_assert_null (get_silence (changed)->aside);

  back = apply_edit (kith_edit_return (after, get_silence (aside)->aside->id, "", REVIEW));
  returned = call_roll (back, REVIEW);
  g_assert_null (get_silence (returned)->aside);
}

/* Ticked off: the tier stays; a new finding, or the same on other evidence, brings it back; one
 * that is set aside does not */
static void
test_tick (void)
{
  g_autoptr (KithLedger) ledger = plan_silence (KITH_DATE_UNKNOWN);
  g_autoptr (KithLedger) other = plan_silence (REVIEW - 500);
  g_autoptr (KithRoll) before = call_roll (ledger, REVIEW);
  const KithRollRow *row = kith_roll_find (before, 100001);
  g_autofree char *evidence = kith_worklist_dup_evidence (row);
  g_autofree char *until = kith_date_dup_text (REVIEW + 30, KITH_DATE_ISO);
  g_autoptr (KithLedger) after = NULL, moved = NULL, less = NULL, more = NULL, off = NULL;
  g_autoptr (KithRoll) ticked = NULL, changed = NULL, fewer = NULL, grown = NULL, unticked = NULL;
  KithAsideForm form = { .urn = 100001,
                         .arrangement_id = KITH_INT_NONE,
                         .code = kith_finding_get_key (row->findings[0].code),
                         .title = "",
                         .basis = row->findings[0].basis,
                         .reason = "so",
                         .until = until,
                         .since = REVIEW };

  g_assert_true (kith_worklist_is_waiting (row));
  g_assert_null (row->tick);
  after = apply_edit (kith_edit_tick (ledger, 100001, evidence, REVIEW, "Ada Marsh"));
  ticked = call_roll (after, REVIEW);
  row = kith_roll_find (ticked, 100001);
  g_assert_cmpstr (row->tick->by, ==, "Ada Marsh");
  g_assert_cmpint (row->tier, ==, kith_roll_find (before, 100001)->tier);
  g_assert_cmpuint (row->n_findings, ==, kith_roll_find (before, 100001)->n_findings);
  g_assert_false (kith_worklist_is_waiting (row));
  g_assert_true (kith_worklist_is_waiting (kith_roll_find (ticked, 100002)) ==
                 kith_worklist_is_waiting (kith_roll_find (before, 100002)));

  moved = apply_edit (kith_edit_tick (other, 100001, evidence, REVIEW, NULL));
  changed = call_roll (moved, REVIEW);
  g_assert_true (kith_worklist_is_waiting (kith_roll_find (changed, 100001)));

  less = apply_edit (kith_edit_set_aside (after, &form));
  fewer = call_roll (less, REVIEW);
  g_assert_cmpuint (kith_roll_find (fewer, 100001)->n_set_aside, ==, 1);
  g_assert_false (kith_worklist_is_waiting (kith_roll_find (fewer, 100001)));

  /* ticked while that finding was aside: its return is news */
  {
    g_autofree char *rest = kith_worklist_dup_evidence (kith_roll_find (fewer, 100001));

    more = apply_edit (kith_edit_tick (less, 100001, rest, REVIEW, NULL));
    grown = call_roll (more, REVIEW + 30);
    g_assert_true (kith_worklist_is_waiting (kith_roll_find (grown, 100001)));
  }

  off = apply_edit (kith_edit_untick (after, 100001, REVIEW));
  unticked = call_roll (off, REVIEW);
  g_assert_true (kith_worklist_is_waiting (kith_roll_find (unticked, 100001)));
}

/* What a finding rests on does not change because days pass */
static void
test_basis (void)
{
  g_autoptr (LedgerPlan) plan = plan_new ();
  g_autoptr (KithLedger) ledger = NULL;
  g_autoptr (KithRoll) before = NULL, after = NULL;
  const KithFinding *one, *other;
  guint n, n_after;

  plan_school (plan, 100001, 0, 0);
  plan_school (plan, 100002, 90000, 0);
  plan_school (plan, 100003, 0, 50000);
  add_link_records (plan, "feP");
  add_visit (plan, 100001, REVIEW - 500);
  for (gint64 urn = 100002; urn <= 100003; urn++)
    plan_member (plan, plan_arrangement (plan, "trust", "Marsh"), urn);
  ledger = plan_end (plan);
  for (guint late = 0; late <= 1; late++)
    {
      g_autoptr (KithNetwork) network = kith_network_new (ledger, REVIEW + 10 * late, NULL, NULL);

      *(late ? &after : &before) = kith_roll_new (network, NULL, NULL);
    }
  one = kith_roll_get_findings (before, &n);
  other = kith_roll_get_findings (after, &n_after);
  g_assert_cmpuint (n, ==, n_after);
  for (guint f = 0; f < n; f++)
    g_assert_cmpstr (one[f].basis, ==, other[f].basis);
}

/* Most red, most amber, most pupils, lowest URN; the five counts add up */
static void
test_order (void)
{
  static const struct
  {
    gint64 urn, pupils;
    guint silent_days; /* since the last visit: 400 is amber, 500 red, 1 nothing; 0 none: ask */
    gboolean ended;    /* an ended link: red */
    guint place;
  } cases[] = {
    { 100001, 100, 400, FALSE, 5 }, { 100002, 900, 500, FALSE, 3 },
    { 100003, 50, 500, TRUE, 0 },   { 100004, 300, 1, TRUE, 4 },
    { 100005, 10, 400, TRUE, 2 },   { 100006, 700, 0, FALSE, 6 },
    { 100007, 700, 0, FALSE, 7 },   { 100008, KITH_INT_NONE, 0, FALSE, 8 },
    { 100009, 40, 500, TRUE, 1 },
  };
  g_autoptr (LedgerPlan) plan = plan_new ();
  g_autoptr (KithRoll) roll = NULL;
  const KithRollRow *rows;
  const KithNetworkSchool *schools;
  guint n, n_all = 0;

  for (guint c = 0; c < G_N_ELEMENTS (cases); c++)
    {
      plan_school (plan, cases[c].urn, 1e6 * c, 0)->pupils = cases[c].pupils;
      if (cases[c].silent_days > 0)
        add_visit (plan, cases[c].urn,
                   REVIEW - cases[c].silent_days - 41 * (cases[c].silent_days > 1));
      if (cases[c].ended)
        plan_member (plan, plan_arrangement (plan, "hub", "Hub"), cases[c].urn)->left_date = REVIEW;
    }
  roll = call_plan_roll (plan, REVIEW);
  schools = kith_network_get_schools (kith_roll_get_network (roll), &n);
  rows = kith_roll_get_rows (roll, &n);
  g_assert_cmpuint (n, ==, G_N_ELEMENTS (cases));
  for (guint c = 0; c < G_N_ELEMENTS (cases); c++)
    g_assert_cmpint (schools[rows[cases[c].place].school].record->urn, ==, cases[c].urn);
  for (guint tier = 0; tier < KITH_N_TIERS; tier++)
    n_all += kith_roll_count_tier (roll, (KithTier)tier);
  g_assert_cmpuint (n_all, ==, n);
}

/* The authority that is home is listed, and schools of others still tie and stand near */
static void
test_home (void)
{
  g_autoptr (LedgerPlan) plan = plan_new ();
  g_autoptr (KithRoll) roll = NULL;
  KithArrangement *pairing = plan_arrangement (plan, "pairing", "Pair");
  guint n;

  plan_school (plan, 100001, 0, 0);
  plan_school (plan, 100002, 0, 0)->la = 936;
  plan_member (plan, pairing, 100001);
  plan_member (plan, pairing, 100002);
  plan_setting (plan, "home", "850");
  roll = call_plan_roll (plan, REVIEW);
  kith_roll_get_rows (roll, &n);
  g_assert_cmpuint (n, ==, 1);
  g_assert_null (kith_roll_find (roll, 100002));
  g_assert_cmpuint (kith_roll_find (roll, 100001)->n_links, ==, 1);
  g_assert_cmpint (get_letter (roll, 100001, KITH_FINDING_NO_LIVE_LINK), ==, '-');
}

static void
test_cancelled (void)
{
  g_autoptr (LedgerPlan) plan = plan_new ();
  g_autoptr (KithLedger) ledger = NULL;
  g_autoptr (KithNetwork) network = NULL;
  g_autoptr (KithJob) job = kith_job_new ("Roll");
  g_autoptr (GError) error = NULL;

  plan_school (plan, 100001, 0, 0);
  ledger = plan_end (plan);
  network = kith_network_new (ledger, REVIEW, NULL, NULL);
  kith_job_cancel (job);
  g_assert_null (kith_roll_new (network, job, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
test_empty (void)
{
  g_autoptr (LedgerPlan) plan = plan_new ();
  g_autoptr (KithRoll) roll = call_plan_roll (plan, REVIEW);
  guint n;

  kith_roll_get_rows (roll, &n);
  g_assert_cmpuint (n, ==, 0);
  kith_roll_get_findings (roll, &n);
  g_assert_cmpuint (n, ==, 0);
  g_assert_null (kith_roll_find (roll, 100001));
}

/* A row with its key and nothing else, in every table that a finding reads */
static void
test_blank_rows (void)
{
  g_autoptr (LedgerPlan) plan = plan_new ();
  g_autoptr (KithRoll) roll = NULL;
  const KithFinding *findings;
  guint n;

  for (guint table = 0; table < KITH_N_TABLES; table++)
    plan_row (plan, (KithTable)table);
  plan_school (plan, 100001, NAN, NAN)->name = NULL;
  roll = call_plan_roll (plan, REVIEW);
  findings = kith_roll_get_findings (roll, &n);
  g_assert_cmpuint (n, ==, 2);
  for (guint f = 0; f < n; f++)
    {
      g_test_message ("%s %s", findings[f].sentence, findings[f].evidence);
      g_assert_null (strstr (findings[f].sentence, "nan"));
      g_assert_null (strstr (findings[f].sentence, "null"));
      g_assert_null (strstr (findings[f].evidence, "nan"));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/roll/sentences/as LOOK has them", test_sentences);
  g_test_add_func ("/roll/no-live-link/red on the record, ask where it is thin", test_no_live_link);
  g_test_add_func ("/roll/no-live-link/the last link is named with its day", test_last_link);
  g_test_add_func ("/roll/no-live-link/fading waits for a first contact", test_fade_waits);
  g_test_add_func ("/roll/no-local-link/ten kilometres, and silent where not placed",
                   test_no_local_link);
  g_test_add_func ("/roll/odd-one-out/all but at most one of four or more", test_odd_one_out);
  g_test_add_func ("/roll/odd-one-out/in LOOK's words", test_odd_one_out_words);
  g_test_add_func ("/roll/off-the-radar/twice, four times, 395 days", test_silence);
  g_test_add_func ("/roll/off-the-radar/somebody from outside its trust", test_counts);
  g_test_add_func ("/roll/off-the-radar/a single predecessor's contacts count", test_predecessors);
  g_test_add_func ("/roll/off-the-radar/never contacted is red for three reasons at once",
                   test_never);
  g_test_add_func ("/roll/off-the-radar/published files are no officer's record", test_published);
  g_test_add_func ("/roll/off-the-radar/in LOOK's words", test_radar_words);
  g_test_add_func ("/roll/set-aside/until a day, or other evidence", test_set_aside);
  g_test_add_func ("/roll/set-aside/by hand, and how it returns", test_aside_returns);
  g_test_add_func ("/roll/worklist/ticked off until there is something new", test_tick);
  g_test_add_func ("/roll/set-aside/passing days are no other evidence", test_basis);
  g_test_add_func ("/roll/order/of the worklist", test_order);
  g_test_add_func ("/roll/home/is listed, others tie", test_home);
  g_test_add_func ("/roll/cancelled gives nothing", test_cancelled);
  g_test_add_func ("/roll/of an empty register is empty", test_empty);
  g_test_add_func ("/roll/of blank rows speaks sense", test_blank_rows);
  return g_test_run ();
}
