/* test-history-findings.c: one affiliation, orphaned, shunted and cut off, worked by hand
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "call-roll.h"
#include "kith-roll.h"
#include "ledger-plan.h"

#include <string.h>

#define REVIEW (kith_date_new (2026, 3, 1))

static const KithFinding *
find (const KithRoll *roll, gint64 urn, KithFindingCode code)
{
  const KithRollRow *row = kith_roll_find (roll, urn);

  for (guint f = 0; f < row->n_findings; f++)
    if (row->findings[f].code == code)
      return &row->findings[f];
  return NULL;
}

static char
get_letter (const KithRoll *roll, gint64 urn, KithFindingCode code)
{
  const KithFinding *finding = find (roll, urn, code);

  return finding == NULL ? '-' : "rakn"[finding->severity];
}

static void
add_schools (LedgerPlan *plan, guint n)
{
  static const char *const names[] = { "Oakfield", "Pond Street", "Longacre", "Fen Lane",
                                       "Marsh",    "Larkmead",    "Willow",   "Hythe" };

  for (guint i = 0; i < n; i++)
    plan_school (plan, 100001 + i, 0, 0)->name =
        i < G_N_ELEMENTS (names) ? names[i] : "Another school";
}

static KithArrangement *
tie (LedgerPlan *plan, const char *kind, const char *name, const char *schools)
{
  KithArrangement *arrangement = plan_arrangement (plan, kind, name);

  for (; *schools != '\0'; schools++)
    plan_member (plan, arrangement, 100000 + (*schools - '0'));
  return arrangement;
}

static void
ask (LedgerPlan *plan, const char *kind, const char *answer)
{
  KithEnquiry *enquiry = plan_row (plan, KITH_TABLE_ENQUIRY);

  enquiry->urn = 100001;
  enquiry->kind = kind;
  enquiry->asked = kith_date_new (2026, 2, 3);
  enquiry->answer = answer;
}

/* Each letter adds something about schools 1 to 4, the first of which is looked at. */
static void
add_house (LedgerPlan *plan, KithSchool *const *schools, char what)
{
  switch (what)
    {
    case 'h':
      tie (plan, "hub", "Fen hub", "123");
      break;
    case 't':
      tie (plan, "trust", "Marsh Trust", "123");
      break;
    case 'p':
      tie (plan, "pairing", "A pairing", "12");
      break;
    case 'q': /* a pairing with a school from elsewhere */
      tie (plan, "pairing", "Another pairing", "14");
      break;
    case 'l': /* in it alone */
      tie (plan, "programme", "Alone", "1");
      break;
    case 'f': /* a hub that has faded for the others */
      plan_contact (plan, tie (plan, "hub", "Faded hub", "1"), "visit", REVIEW - 900);
      break;
    case 's': /* one sponsor, in lists and in the establishment file */
      tie (plan, "sponsor", "River Foundation", "12");
      schools[2]->sponsors = "RIVER FOUNDATION";
      break;
    case 'd': /* one diocese, and one that is none */
      for (guint i = 0; i < 4; i++)
        schools[i]->diocese = i < 3 ? "Diocese of Fen" : "Diocese of Hythe";
      break;
    case 'x':
      for (guint i = 0; i < 4; i++)
        schools[i]->diocese = "Not applicable";
      break;
    case 'N':
      ask (plan, NULL, "none");
      break;
    case 'P':
      ask (plan, "pairing", "none");
      break;
    case 'H':
      ask (plan, "hub", "none");
      break;
    case 'S':
      ask (plan, "programme", "some");
      break;
    case 'A':
      ask (plan, NULL, "some");
      break;
    case 'B':
      ask (plan, NULL, NULL);
      break;
    }
}

static void
test_single (void)
{
  static const char nobody[] = "nobody has asked about other links";
  static const struct
  {
    const char *what;
    char letter;
    const char *state, *sentence;
  } cases[] = {
    { "", '-', NULL, NULL },
    { "h", 'k', nobody,
      "Both schools that work with Oakfield do so through Fen hub alone. Nobody has asked about "
      "other links." },
    { "p", 'k', nobody,
      "The one school that works with Oakfield does so through A pairing alone. Nobody has asked "
      "about other links." },
    { "hN", 'a', NULL,
      "Both schools that work with Oakfield do so through Fen hub alone. Asked about every kind "
      "of link, it named no other." },
    { "hP", 'a', NULL,
      "Both schools that work with Oakfield do so through Fen hub alone. Asked about pairings, it "
      "named no other." },
    { "hH", 'k', nobody, NULL }, /* about its own kind: nothing of others */
    { "hS", 'k', "answered, not recorded",
      "Both schools that work with Oakfield do so through Fen hub alone. It answered that it has "
      "others, and none is recorded." },
    { "hPS", 'k', "answered, not recorded", NULL },
    { "hlS", 'k', nobody, NULL }, /* it answered some, and one is recorded */
    { "hA", 'k', nobody,
      "Both schools that work with Oakfield do so through Fen hub alone. It answered that it has "
      "links, and no other is recorded." },
    { "hB", 'k', nobody,
      "Both schools that work with Oakfield do so through Fen hub alone. It has not answered yet "
      "about other links." },
    { "hl", 'k', nobody, NULL },
    { "hp", '-', NULL, NULL }, /* two arrangements, and no house in common */
    { "tp", 'k', nobody,
      "Both schools that work with Oakfield are in its trust, Marsh Trust. Nobody has asked about "
      "other links." },
    { "tq", '-', NULL, NULL },
    { "tpP", 'k', nobody, NULL }, /* pairings are its own kind too */
    { "tpH", 'a', NULL, NULL },
    { "hps", 'k', nobody,
      "Both schools that work with Oakfield have its sponsor, River Foundation. Nobody has asked "
      "about other links." },
    { "hqs", '-', NULL, NULL },
    { "hpd", 'k', nobody,
      "Both schools that work with Oakfield are of its diocese, Diocese of Fen. Nobody has asked "
      "about other links." },
    { "hqd", '-', NULL, NULL },
    { "hpx", '-', NULL, NULL },
  };

  for (guint c = 0; c < G_N_ELEMENTS (cases); c++)
    {
      g_autoptr (LedgerPlan) plan = plan_new ();
      g_autoptr (KithRoll) roll = NULL;
      KithSchool *schools[4];
      const KithFinding *finding;

      for (guint i = 0; i < 4; i++)
        schools[i] = plan_school (plan, 100001 + i, 0, 0);
      schools[0]->name = "Oakfield";
      for (const char *what = cases[c].what; *what != '\0'; what++)
        add_house (plan, schools, *what);
      roll = call_plan_roll (plan, REVIEW);
      finding = find (roll, 100001, KITH_FINDING_SINGLE_AFFILIATION);
      g_test_message ("“%s”: %s %s", cases[c].what, finding != NULL ? finding->sentence : "-",
                      finding != NULL ? finding->evidence : "");
      g_assert_cmpint (get_letter (roll, 100001, KITH_FINDING_SINGLE_AFFILIATION), ==,
                       cases[c].letter);
      if (finding == NULL)
        continue;
      g_assert_cmpstr (finding->state, ==, cases[c].state);
      g_assert_cmpstr (finding->chip, ==, "One affiliation");
      if (cases[c].sentence != NULL)
        g_assert_cmpstr (finding->sentence, ==, cases[c].sentence);
    }
}

/* The gaps that the evidence shows */
static void
test_single_evidence (void)
{
  g_autoptr (LedgerPlan) plan = plan_new ();
  g_autoptr (KithRoll) roll = NULL;
  KithArrangement *across;

  add_schools (plan, 3);
  tie (plan, "hub", "Fen hub", "123");
  tie (plan, "programme", "Alone", "1");
  across = tie (plan, "pairing", "Across", "1");
  plan_member (plan, across, 999999);
  ask (plan, "pairing", "none");
  roll = call_plan_roll (plan, REVIEW);
  g_assert_cmpstr (find (roll, 100001, KITH_FINDING_SINGLE_AFFILIATION)->evidence, ==,
                   "Two other memberships tie it to nobody at present. It also works with one "
                   "school outside this register. Asked about pairings on 3 February 2026: none.");
}

/* 1 March 2024 is two years before: the day after it counts. */
static void
test_orphaned (void)
{
  static const char *const houses[] = {
    "trust",      "single-academy-trust", "secure-single-academy-trust",
    "federation", "area-partnership",     "learning-partnership",
  };
  static const struct
  {
    int days; /* from the review to the day that the membership ended */
    char letter;
  } ends[] = { { 1, '-' }, { 0, 'r' }, { -1, 'r' }, { -729, 'r' }, { -730, '-' }, { -2000, '-' } };

  for (guint h = 0; h < G_N_ELEMENTS (houses); h++)
    for (guint e = 0; e < G_N_ELEMENTS (ends); e++)
      for (guint inside = 0; inside <= G_N_ELEMENTS (houses); inside++)
        {
          g_autoptr (LedgerPlan) plan = plan_new ();
          g_autoptr (KithRoll) roll = NULL;

          add_schools (plan, 1);
          plan_member (plan, plan_arrangement (plan, houses[h], "Left"), 100001)->left_date =
              REVIEW + (KithDate)ends[e].days;
          tie (plan, "hub", "Fen hub", "1"); /* in none of the three classes */
          if (inside < G_N_ELEMENTS (houses))
            tie (plan, houses[inside], "Now", "1");
          roll = call_plan_roll (plan, REVIEW);
          g_assert_cmpint (get_letter (roll, 100001, KITH_FINDING_ORPHANED), ==,
                           inside < G_N_ELEMENTS (houses) ? '-' : ends[e].letter);
        }
}

static void
test_orphaned_words (void)
{
  g_autoptr (LedgerPlan) plan = plan_new ();
  g_autoptr (KithRoll) roll = NULL, later = NULL;
  g_autoptr (KithLedger) ledger = NULL;
  g_autoptr (KithNetwork) network = NULL, next = NULL;
  KithArrangement *trust = plan_arrangement (plan, "trust", "Marsh Trust");
  KithArrangement *federation = plan_arrangement (plan, "federation", "Two Rivers");
  KithArrangement *closed = plan_arrangement (plan, "federation", "Nobody knows when");
  KithMembership *member;
  KithNeed *need = plan_row (plan, KITH_TABLE_NEED);
  KithSchoolLink *link = plan_row (plan, KITH_TABLE_SCHOOL_LINK);

  add_schools (plan, 4);
  member = plan_member (plan, trust, 100001);
  member->left_after = kith_date_new (2025, 3, 21);
  member->left_date = kith_date_new (2025, 3, 31);
  federation->ends = kith_date_new (2024, 4, 1);
  plan_member (plan, federation, 100001);
  plan_member (plan, federation, 100002);
  closed->status = "closed";
  plan_member (plan, closed, 100003);
  *link = (KithSchoolLink){ link->id,     100002,
                            100009,       "Pond Street Academy",
                            "Successor",  kith_date_new (2024, 4, 1),
                            KITH_INT_NONE };
  *need = (KithNeed){ need->id,          100004,       " seeking a TRUST ", "3", NULL,
                      KITH_DATE_UNKNOWN, KITH_INT_NONE };
  ledger = plan_end (plan);
  network = kith_network_new (ledger, REVIEW, NULL, NULL);
  roll = kith_roll_new (network, NULL, NULL);
  g_assert_cmpstr (find (roll, 100001, KITH_FINDING_ORPHANED)->sentence, ==,
                   "Oakfield is in no trust, federation or partnership at present. Its membership "
                   "of Marsh Trust ended between 21 March 2025 and 31 March 2025.");
  g_assert_cmpstr (find (roll, 100001, KITH_FINDING_ORPHANED)->evidence, ==,
                   "The list of 21 March 2025 has it as a member; that of 31 March 2025 has not. "
                   "Area and learning partnerships stand in no published file: one that nobody "
                   "recorded is not known here.");
  g_assert_cmpint (find (roll, 100001, KITH_FINDING_ORPHANED)->arrangement_id, ==, trust->id);
  g_assert_cmpstr (find (roll, 100002, KITH_FINDING_ORPHANED)->sentence, ==,
                   "Pond Street is in no trust, federation or partnership at present. Two Rivers, "
                   "which it was in, ended on 1 April 2024.");
  g_assert_true (g_str_has_suffix (find (roll, 100002, KITH_FINDING_ORPHANED)->evidence,
                                   " On record, Pond Street Academy (URN 100009) follows it: a "
                                   "newer schools file may say that it closed."));
  g_assert_null (find (roll, 100003, KITH_FINDING_ORPHANED));
  g_assert_cmpstr (find (roll, 100004, KITH_FINDING_ORPHANED)->sentence, ==,
                   "Fen Lane is seeking a trust, recorded on a day that is not known.");
  /* as days pass the basis stays */
  next = kith_network_new (ledger, REVIEW + 200, NULL, NULL);
  later = kith_roll_new (next, NULL, NULL);
  g_assert_cmpstr (find (roll, 100001, KITH_FINDING_ORPHANED)->basis, ==,
                   find (later, 100001, KITH_FINDING_ORPHANED)->basis);
  g_assert_cmpstr (find (roll, 100004, KITH_FINDING_ORPHANED)->basis, ==,
                   find (later, 100004, KITH_FINDING_ORPHANED)->basis);
}

/* The latest row holds; 0 and met end it; a later day, another area and another school do not count
 */
static void
test_seeking (void)
{
  static const struct
  {
    struct
    {
      const char *area, *level;
      int days;
    } rows[3];
    char letter;
  } cases[] = {
    { { { "Seeking a trust", "3", -10 } }, 'r' },
    { { { "Seeking a trust", NULL, -10 } }, 'r' },
    { { { "SEEKING A TRUST", "3", 0 } }, 'r' },
    { { { "Seeking a trust", "3", 1 } }, '-' },
    { { { "Seeking a  trust", "1", -9000 } }, 'r' },
    { { { "Seeking trust", "3", -10 } }, '-' },
    { { { "Seeking a trust", "0", -10 } }, '-' },
    { { { "Seeking a trust", "met", -10 } }, '-' },
    { { { "Seeking a trust", "3", -10 }, { "seeking a trust", "MET", -5 } }, '-' },
    { { { "Seeking a trust", "met", -5 }, { "Seeking a trust", "3", -10 } }, '-' },
    { { { "Seeking a trust", "met", -10 }, { "Seeking a trust", "2", -5 } }, 'r' },
    { { { "Seeking a trust", "3", -5 }, { "Seeking a trust", "met", -5 } }, '-' },
    { { { "Seeking a trust", "3", -5 }, { "Phonics", "met", -1 } }, 'r' },
    { { { "Seeking a trust", "3", -5 }, { "Seeking a trust", "met", 1 } }, 'r' },
  };

  for (guint c = 0; c < G_N_ELEMENTS (cases); c++)
    {
      g_autoptr (LedgerPlan) plan = plan_new ();
      g_autoptr (KithRoll) roll = NULL;

      add_schools (plan, 2);
      tie (plan, "trust", "Marsh Trust", "12"); /* in a trust, and seeking another */
      for (guint r = 0; r < 3 && cases[c].rows[r].area != NULL; r++)
        {
          KithNeed *need = plan_row (plan, KITH_TABLE_NEED);

          need->urn = 100001;
          need->area = cases[c].rows[r].area;
          need->level = cases[c].rows[r].level;
          need->date = REVIEW + (KithDate)cases[c].rows[r].days;
        }
      roll = call_plan_roll (plan, REVIEW);
      g_assert_cmpint (get_letter (roll, 100001, KITH_FINDING_ORPHANED), ==, cases[c].letter);
      g_assert_cmpint (get_letter (roll, 100002, KITH_FINDING_ORPHANED), ==, '-');
    }
}

/* "1A-70 2B-40": school 1 joined trust A 70 months before the review, school 2 trust B 40 months
   before; ? for a day that nobody knows. "<" between two schools: the first came from the second.
 */
static void
add_moves (LedgerPlan *plan, const char *moves)
{
  g_auto (GStrv) words = g_strsplit (moves, " ", -1);
  KithArrangement *trusts[5];

  for (guint t = 0; t < G_N_ELEMENTS (trusts); t++)
    {
      static const char *const names[] = { "Ash", "Birch", "Cedar", "Damson", "Elder" };

      trusts[t] = plan_arrangement (plan, t == 4 ? "single-academy-trust" : "trust", names[t]);
    }
  for (guint w = 0; words[w] != NULL && *words[w] != '\0'; w++)
    if (words[w][1] == '<' || words[w][1] == '>')
      {
        KithSchoolLink *link = plan_row (plan, KITH_TABLE_SCHOOL_LINK);

        link->urn = 100000 + (words[w][0] - '0');
        link->link_urn = 100000 + (words[w][2] - '0');
        link->kind = words[w][1] == '<' ? "Predecessor - merged" : "Successor";
      }
    else
      {
        KithMembership *member =
            plan_member (plan, trusts[words[w][1] - 'A'], 100000 + (words[w][0] - '0'));

        if (words[w][2] != '?')
          member->joined =
              kith_date_add_months (REVIEW, (int)g_ascii_strtoll (words[w] + 2, NULL, 10));
      }
}

static void
test_shunted (void)
{
  static const struct
  {
    const char *moves;
    char letter;
  } cases[] = {
    { "", '-' },
    { "1A-70", '-' },
    { "1A-70 1B-40", '-' },
    { "1A-70 1B-40 1C-3", 'a' },
    { "1C-3 1A-70 1B-40", 'a' },  /* in any order of rows */
    { "1A-30 1B-20 1C-10", 'a' }, /* first joining is no change, the next are */
    { "1B-40 1C-3", '-' },        /* so these are one */
    { "1A-90 1B-60 1C-3", '-' },  /* the first change was 60 months ago to the day */
    { "1A-90 1B-59 1C-3", 'a' },
    { "1A-70 1B-40 1B-3", '-' }, /* the same again */
    { "1A-70 1B-40 1A-3", 'a' }, /* there and back */
    { "1A-70 1B? 1C-3", '-' },   /* a day that nobody knows is passed over */
    { "1A-70 1B-40 1C-3 1D?", 'a' },
    { "1A-70 1B-3 1C-3", '-' },      /* two on one day are one step */
    { "1E-70 1A-40 1B-3", 'a' },     /* a single-academy trust is one of them */
    { "2A-70 2B-40 1C-3", '-' },     /* of another school */
    { "2A-70 2B-40 1C-3 1<2", 'a' }, /* its predecessor */
    { "2A-70 2B-40 1C-3 2>1", 'a' }, /* the same, told from the other side */
    { "3A-70 2B-40 1C-3 1<2 2<3", 'a' },
    { "3A-70 2B-40 1C-3 1<2 1<3", '-' },           /* two predecessors are two paths */
    { "3A-70 2B-40 4C-30 1D-3 1<2 1<3 3<4", 'a' }, /* A, C, D along one of them */
    { "1A-70 2B-40 1C-3 1<2 2<1", 'a' },           /* round in a circle */
    { "1A-70 2B-40 1C-3 1<2 2<3 3<2 3<1 1<1", 'a' },
    /* mergers: all of A, or all of B, on one day */
    { "1A-70 2A-70 1B-40 2B-40 1C-3", '-' },
    { "1A-70 2A-70 1B-40 2B-40 1C-3 2C-3", '-' },
    { "1A-70 2A-70 1B-40 2B-39 1C-3", 'a' },       /* not on one day */
    { "1A-70 2A-70 3A-70 1B-40 2B-40 1C-3", 'a' }, /* not all */
    { "1A-70 2A-70 1B-40 2D-40 1C-3", 'a' },       /* not to one trust */
    { "1A-70 2A-70 1B-40 3B-40 3<2 1C-3", '-' },   /* the other under a new URN */
    { "1A-70 1B-40 1C-3 1D-2", 'a' },
  };

  for (guint c = 0; c < G_N_ELEMENTS (cases); c++)
    {
      g_autoptr (LedgerPlan) plan = plan_new ();
      g_autoptr (KithRoll) roll = NULL;

      add_schools (plan, 4);
      add_moves (plan, cases[c].moves);
      roll = call_plan_roll (plan, REVIEW);
      g_test_message ("%s", cases[c].moves);
      g_assert_cmpint (get_letter (roll, 100001, KITH_FINDING_SHUNTED), ==, cases[c].letter);
    }
}

static void
test_shunted_words (void)
{
  g_autoptr (LedgerPlan) plan = plan_new ();
  g_autoptr (KithLedger) ledger = NULL;
  g_autoptr (KithNetwork) network = NULL, last = NULL, after = NULL;
  g_autoptr (KithRoll) roll = NULL, last_roll = NULL, after_roll = NULL;
  const KithFinding *finding;

  add_schools (plan, 3);
  add_moves (plan, "2A-70 3A-70 2B-50 3B-50 2C-40 1D-3 1E? 1<2");
  ledger = plan_end (plan);
  network = kith_network_new (ledger, REVIEW, NULL, NULL);
  roll = kith_roll_new (network, NULL, NULL);
  finding = find (roll, 100001, KITH_FINDING_SHUNTED);
  g_assert_cmpstr (finding->sentence, ==,
                   "Oakfield has changed trust twice in the last 60 months. It went from Birch to "
                   "Cedar on 1 November 2022. It went from Cedar to Damson on 1 December 2025.");
  g_assert_cmpstr (finding->evidence, ==,
                   "On 1 November 2022 it was URN 100002. One change is not counted: all schools "
                   "of the trust moved on one day. One membership without a joining day is passed "
                   "over. The days are the joining days of the lists of groups.");
  g_assert_cmpstr (finding->clears, ==,
                   "It ends by itself on 1 November 2027, if the school does not change trust "
                   "again.");
  last = kith_network_new (ledger, kith_date_new (2027, 10, 31), NULL, NULL);
  last_roll = kith_roll_new (last, NULL, NULL);
  g_assert_cmpstr (find (last_roll, 100001, KITH_FINDING_SHUNTED)->basis, ==, finding->basis);
  after = kith_network_new (ledger, kith_date_new (2027, 11, 1), NULL, NULL);
  after_roll = kith_roll_new (after, NULL, NULL);
  g_assert_null (find (after_roll, 100001, KITH_FINDING_SHUNTED));
}

/* A trust of one school that became a trust of several: another number, and one company */
static void
test_shunted_renamed (void)
{
  g_autoptr (LedgerPlan) plan = plan_new ();
  g_autoptr (KithRoll) roll = NULL;
  KithArrangement *trusts[3];
  const KithFinding *finding;

  add_schools (plan, 1);
  for (guint t = 0; t < 3; t++)
    {
      trusts[t] = plan_arrangement (plan, t == 0 ? "single-academy-trust" : "trust",
                                    t == 2   ? "Birch"
                                    : t == 1 ? "ASH"
                                             : "Ash");
      trusts[t]->companies_house = t == 2 ? "02" : "01";
      plan_member (plan, trusts[t], 100001)->joined = kith_date_new (2021 + (int)t, 4, 1);
    }
  roll = call_plan_roll (plan, REVIEW);
  finding = find (roll, 100001, KITH_FINDING_SHUNTED);
  g_assert_cmpstr (finding->sentence, ==,
                   "Oakfield has changed trust twice in the last 60 months. It went from Ash to "
                   "another trust of that name on 1 April 2022. It went from ASH to Birch on 1 "
                   "April 2023.");
  g_assert_cmpstr (finding->evidence, ==,
                   "The change of 1 April 2022 may be one trust under a new number: it has one "
                   "company number. The days are the joining days of the lists of groups.");
}

/* Twelve predecessors of each of twelve predecessors, seven deep, round in circles as well */
static void
test_many_paths (void)
{
  g_autoptr (LedgerPlan) plan = plan_new ();
  g_autoptr (KithRoll) roll = NULL;

  add_schools (plan, 84);
  for (guint a = 0; a < 84; a++)
    for (guint b = 0; b < 12; b++)
      {
        KithSchoolLink *link = plan_row (plan, KITH_TABLE_SCHOOL_LINK);

        link->urn = 100001 + a;
        link->link_urn = 100001 + (a / 12 * 12 + 12 + b) % 84;
        link->kind = "Predecessor";
      }
  add_moves (plan, "1A-70 1B-40 1C-3");
  roll = call_plan_roll (plan, REVIEW);
  g_assert_cmpint (get_letter (roll, 100001, KITH_FINDING_SHUNTED), ==, 'a');
}

static void
test_cut_off (void)
{
  static const struct
  {
    guint n_schools;
    const char *own, *others; /* of one arrangement each */
    const char *share;
    char letter;
  } cases[] = {
    { 8, "12", "345678", NULL, 'a' }, /* six of eight */
    { 8, "12", "34567", NULL, 'a' },  /* five of eight */
    { 8, "12", "3456", NULL, '-' },   /* four of eight are not more than half */
    { 8, "123", "45678", NULL, 'a' },
    { 9, "1234", "56789", NULL, 'a' }, /* four are fewer than five */
    { 11, "12345", "6789:;", NULL, '-' },
    { 8, "1", "345678", NULL, '-' }, /* no link: another finding */
    { 4, "1234", "", NULL, '-' },    /* more than half, but there is no other */
    { 4, "12", "34", "0.4", 'a' },   /* another as large as its own */
    { 4, "123", "", "0.4", '-' },
  };

  for (guint c = 0; c < G_N_ELEMENTS (cases); c++)
    {
      g_autoptr (LedgerPlan) plan = plan_new ();
      g_autoptr (KithRoll) roll = NULL;

      add_schools (plan, cases[c].n_schools);
      tie (plan, "pairing", "Own", cases[c].own);
      tie (plan, "hub", "Others", cases[c].others);
      if (cases[c].share != NULL)
        plan_setting (plan, "cut-off.share", cases[c].share);
      roll = call_plan_roll (plan, REVIEW);
      g_test_message ("case %u", c);
      g_assert_cmpint (get_letter (roll, 100001, KITH_FINDING_CUT_OFF), ==, cases[c].letter);
    }
}

static void
test_cut_off_words (void)
{
  g_autoptr (LedgerPlan) plan = plan_new ();
  g_autoptr (KithRoll) roll = NULL;

  add_schools (plan, 8);
  plan_member (plan, tie (plan, "pairing", "Own", "123"), 999999);
  tie (plan, "hub", "Others", "45678");
  roll = call_plan_roll (plan, REVIEW);
  g_assert_cmpstr (find (roll, 100002, KITH_FINDING_CUT_OFF)->sentence, ==,
                   "Pond Street, Longacre and Oakfield work only with one another. 5 of the 8 "
                   "schools in scope are tied together elsewhere, directly or through others.");
  g_assert_cmpstr (find (roll, 100002, KITH_FINDING_CUT_OFF)->evidence, ==,
                   "Fewer than 5 schools together count as cut off. They also have three links to "
                   "schools outside this register, which may be tied to others.");
}

/* Nothing dated, nothing placed, nothing named, and links in circles */
static void
test_blank (void)
{
  g_autoptr (LedgerPlan) plan = plan_new ();
  g_autoptr (KithRoll) roll = NULL;
  const KithFinding *findings;
  guint n;

  for (guint i = 0; i < 6; i++)
    {
      KithSchool *school = plan_school (plan, 100001 + i, NAN, NAN);
      KithSchoolLink *link = plan_row (plan, KITH_TABLE_SCHOOL_LINK);

      school->name = NULL;
      link->urn = school->urn;
      link->link_urn = 100001 + (i + 1) % 6;
      link->kind = "Successor";
    }
  tie (plan, "trust", NULL, "123456");
  tie (plan, "pairing", NULL, "12");
  tie (plan, "diocese", NULL, "123456");
  plan_row (plan, KITH_TABLE_NEED);
  plan_row (plan, KITH_TABLE_ENQUIRY);
  roll = call_plan_roll (plan, REVIEW);
  findings = kith_roll_get_findings (roll, &n);
  g_assert_cmpuint (n, >, 0);
  for (guint f = 0; f < n; f++)
    {
      g_test_message ("%s", findings[f].sentence);
      g_assert_null (strstr (findings[f].sentence, "(null)"));
      g_assert_null (strstr (findings[f].evidence, "nan"));
    }
  g_assert_cmpstr (find (roll, 100001, KITH_FINDING_SINGLE_AFFILIATION)->sentence, ==,
                   "All five schools that work with a school without a name are in its trust, "
                   "one without a name. Nobody has asked about other links.");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/history/one affiliation: one arrangement, or one house", test_single);
  g_test_add_func ("/history/one affiliation: the evidence shows its gaps", test_single_evidence);
  g_test_add_func ("/history/orphaned: three classes, 24 months, in none now", test_orphaned);
  g_test_add_func ("/history/orphaned: as the officer reads it", test_orphaned_words);
  g_test_add_func ("/history/seeking a trust: the latest row holds", test_seeking);
  g_test_add_func ("/history/shunted: paths, circles, mergers", test_shunted);
  g_test_add_func ("/history/shunted: as the officer reads it", test_shunted_words);
  g_test_add_func ("/history/shunted: one trust under two numbers is said", test_shunted_renamed);
  g_test_add_func ("/history/shunted: very many paths end soon", test_many_paths);
  g_test_add_func ("/history/cut off: fewer than five, and most elsewhere", test_cut_off);
  g_test_add_func ("/history/cut off: as the officer reads it", test_cut_off_words);
  g_test_add_func ("/history/a register of gaps is told in words", test_blank);
  return g_test_run ();
}
