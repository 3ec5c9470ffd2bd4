/* test-thread.c: schools whose links all rest on one person, one grant or one end
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kith-roll.h"
#include "ledger-plan.h"

#include <string.h>

/* 180 days before 31 March 2027 */
#define REVIEW (kith_date_new (2026, 10, 2))

enum
{
  ADA = 1, /* holds a post */
  BEN,     /* has none recorded */
  CAL,     /* has left every post */
  DOT,     /* begins tomorrow */
};

/* Longacre is in Reading together, and in Maths circle too where that has a kind; each letter
   adds one thing to the first of the two, a capital one to the second. */
typedef struct
{
  const char *what;
  const char *sentence; /* NULL: nothing is found */
} Case;

static const Case cases[] = {
  /* money */
  { "m", "Without Reading together, whose money ends on 31 March 2027, Longacre has no link." },
  { "n", NULL }, /* a day later */
  { "o", NULL }, /* today: it has ended */
  { "f", NULL }, /* nobody knows when it ends */
  { "fm", "Without Reading together, whose money ends on 31 March 2027, Longacre has no link." },
  { "mM", NULL }, /* money of two arrangements that nobody named */
  { "fmFM", "Without A charity, which pays for Reading together and Maths circle until 31 March "
            "2027, Longacre has no link." },
  { "fmGM", "Without A charity, which pays for Reading together and Maths circle until 31 March "
            "2027, Longacre has no link." }, /* written otherwise */
  { "fmHM", NULL },                          /* another's money */
  { "fmFN", NULL },                          /* the other's money lasts a day longer */
  { "fmX", "Without Reading together, whose money ends on 31 March 2027, Longacre has no link." },
  { "fmP", NULL }, /* the second goes on */
  /* ends */
  { "e", "Without Reading together, which ends on 31 March 2027, Longacre has no link." },
  { "l", NULL }, /* a day later */
  { "eE", NULL },
  /* people */
  { "a", "Without Ada Marsh, who alone runs Reading together, Longacre has no link." },
  { "b", "Without Ben Fen, who alone runs Reading together, Longacre has no link." },
  { "c", NULL },  /* gone already */
  { "d", NULL },  /* not yet in post */
  { "ay", NULL }, /* a memorandum is in force */
  { "az", "Without Ada Marsh, who alone runs Reading together, Longacre has no link." },
  { "at", NULL }, /* its last day is today */
  { "au", "Without Ada Marsh, who alone runs Reading together, Longacre has no link." },
  { "aq", NULL }, /* Ben is her deputy */
  { "ar", "Without Ada Marsh, who alone runs Reading together, Longacre has no link." },
  { "as", "Without Ada Marsh, who alone runs Reading together, Longacre has no link." },
  { "aA", "Without Ada Marsh, who alone runs Reading together and Maths circle, Longacre has no "
          "link." },
  { "aB", NULL },
  /* of several the first is named */
  { "afme", "Without Ada Marsh, who alone runs Reading together, Longacre has no link." },
  { "fme", "Without Reading together, whose money ends on 31 March 2027, Longacre has no link." },
  /* a parent takes its children with it: the second is a part of the first */
  { "aC", "Without Ada Marsh, who alone runs Reading together, Longacre has no link." },
  { "fmC", "Without Reading together, whose money ends on 31 March 2027, Longacre has no link." },
  { "eC", "Without Reading together, which ends on 31 March 2027, Longacre has no link." },
  { "C", NULL },
  { "EC", NULL }, /* and not the other way round */
};

static void
add_person (LedgerPlan *plan, const char *name, gboolean has_post, KithDate from, KithDate to)
{
  KithPerson *person = plan_row (plan, KITH_TABLE_PERSON);
  KithPost *post;

  person->name = name;
  if (!has_post)
    return;
  post = plan_row (plan, KITH_TABLE_POST);
  post->person_id = person->id;
  post->from_date = from;
  post->to_date = to;
}

static void
change (char what, KithArrangement *it)
{
  switch (what)
    {
    case 'm':
      it->funding_ends = REVIEW + 180;
      break;
    case 'n':
      it->funding_ends = REVIEW + 181;
      break;
    case 'o':
      it->funding_ends = REVIEW;
      break;
    case 'f':
      it->funding = "A charity";
      break;
    case 'g':
      it->funding = " a CHARITY ";
      break;
    case 'h':
      it->funding = "Another";
      break;
    case 'e':
      it->ends = REVIEW + 180;
      break;
    case 'l':
      it->ends = REVIEW + 181;
      break;
    case 'a':
      it->coordinator_id = ADA;
      break;
    case 'b':
      it->lead_person_id = BEN;
      break;
    case 'c':
      it->coordinator_id = CAL;
      break;
    case 'd':
      it->coordinator_id = DOT;
      break;
    case 'q':
      it->deputy_id = BEN;
      break;
    case 'r':
      it->deputy_id = CAL;
      break;
    case 's':
      it->lead_person_id = ADA;
      break;
    case 'y':
      it->memorandum = "yes";
      break;
    case 'z':
      it->memorandum = "no";
      break;
    case 't':
      it->memorandum = "2026-10-02";
      break;
    case 'u':
      it->memorandum = "2026-10-01";
      break;
    }
}

static KithRoll *
make_roll (const char *what)
{
  g_autoptr (LedgerPlan) plan = plan_new ();
  g_autoptr (KithLedger) ledger = NULL;
  g_autoptr (KithNetwork) network = NULL;
  KithArrangement *first = plan_arrangement (plan, "programme", "Reading together");
  KithArrangement *second = plan_arrangement (plan, "cluster", "Maths circle");
  gboolean has_second = FALSE;

  plan_school (plan, 100001, 0, 0)->name = "Longacre";
  for (guint other = 2; other <= 4; other++)
    plan_school (plan, 100000 + other, 0, 0);
  add_person (plan, "Ada Marsh", TRUE, KITH_DATE_UNKNOWN, REVIEW + 1);
  add_person (plan, "Ben Fen", FALSE, 0, 0);
  add_person (plan, "Cal Pond", TRUE, KITH_DATE_UNKNOWN, REVIEW);
  add_person (plan, "Dot Lea", TRUE, REVIEW + 1, KITH_DATE_UNKNOWN);
  plan_member (plan, first, 100001);
  plan_member (plan, first, 100002);
  for (; *what != '\0'; what++)
    {
      has_second = has_second || g_ascii_isupper (*what);
      if (*what == 'C')
        second->parent_id = first->id;
      else if (*what == 'K') /* parents go round in a circle */
        first->parent_id = second->id;
      else if (*what == 'X') /* it does not tie: nobody else is in it */
        second->kind = "other";
      else
        change (g_ascii_tolower (*what), g_ascii_isupper (*what) ? second : first);
    }
  if (has_second)
    plan_member (plan, second, 100001);
  if (has_second && strcmp (second->kind, "other") != 0)
    plan_member (plan, second, 100003);
  ledger = plan_end (plan);
  network = kith_network_new (ledger, REVIEW, NULL, NULL);
  return kith_roll_new (network, NULL, NULL);
}

static const KithFinding *
find_thread (const KithRoll *roll, gint64 urn)
{
  const KithRollRow *row = kith_roll_find (roll, urn);

  for (guint f = 0; f < row->n_findings; f++)
    if (row->findings[f].code == KITH_FINDING_HANGS_BY_A_THREAD)
      return &row->findings[f];
  return NULL;
}

static void
test_cases (void)
{
  for (guint c = 0; c < G_N_ELEMENTS (cases); c++)
    {
      g_autoptr (KithRoll) roll = make_roll (cases[c].what);
      const KithFinding *finding = find_thread (roll, 100001);

      g_test_message ("%s: %s", cases[c].what, finding != NULL ? finding->evidence : "-");
      g_assert_cmpstr (finding != NULL ? finding->sentence : NULL, ==, cases[c].sentence);
      if (finding != NULL)
        g_assert_cmpint (finding->severity, ==, KITH_SEVERITY_AMBER);
      /* a school without a link has none to lose */
      g_assert_null (find_thread (roll, 100004));
    }
}

/* The other threads stand beside the first, and who has gone already is named */
static void
test_evidence (void)
{
  g_autoptr (KithRoll) several = make_roll ("afme"), gone = make_roll ("cm");
  g_autoptr (KithRoll) circle = make_roll ("meCK");
  const KithFinding *finding = find_thread (several, 100001);

  g_assert_cmpstr (finding->evidence, ==,
                   "One link, through Reading together. Money from A charity ends on 31 March "
                   "2027. Reading together ends on 31 March 2027.");
  g_assert_cmpint (finding->arrangement_id, ==, 1);
  g_assert_cmpstr (find_thread (gone, 100001)->evidence, ==,
                   "One link, through Reading together. Cal Pond, who co-ordinates Reading "
                   "together, has left every post on record.");
  g_assert_cmpstr (find_thread (circle, 100001)->evidence, ==,
                   "Two links, all through Reading together and Maths circle. Reading together "
                   "ends on 31 March 2027.");
}

/* Setting it aside rests on what holds the school, and not on the days that pass */
static void
test_basis (void)
{
  static const char *const alike[] = { "a", "az", "ar" };
  g_autoptr (KithRoll) first = make_roll ("a"), money = make_roll ("am");
  const char *basis = find_thread (first, 100001)->basis;

  for (guint i = 0; i < G_N_ELEMENTS (alike); i++)
    {
      g_autoptr (KithRoll) roll = make_roll (alike[i]);

      g_assert_cmpstr (find_thread (roll, 100001)->basis, ==, basis);
    }
  g_assert_cmpstr (find_thread (money, 100001)->basis, !=, basis);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/thread/one person, one purse, one end", test_cases);
  g_test_add_func ("/thread/others are evidence", test_evidence);
  g_test_add_func ("/thread/set aside while it hangs by the same", test_basis);
  return g_test_run ();
}
