/* test-rivals.c: which schools compete for the same children
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kith-rivals.h"
#include "ledger-plan.h"

#define T (kith_date_new (2026, 9, 1))

/* A school of a case stands on a line, metres east; phases by their first letters. */
typedef struct
{
  double east;
  const char *phase; /* NULL for Primary */
  gint64 low, high;
} Site;

static const struct
{
  const char *claim;
  Site sites[7];
  const char *rivals; /* pairs of 1 to 7, in order */
} cases[] = {
  { "closer than 3 km", { { 0, NULL, 4, 11 }, { 2999, NULL, 4, 11 } }, "12" },
  { "3 km is not closer than 3 km", { { 0, NULL, 4, 11 }, { 3000, NULL, 4, 11 } }, "" },
  { "secondary schools within 6 km",
    { { 0, "Secondary", 11, 16 }, { 5999, "Secondary", 11, 18 }, { 12000, "Secondary", 11, 18 } },
    "12" },
  { "all-through counts as secondary",
    { { 0, "All-through", 4, 18 },
      { 5000, "Middle deemed secondary", 9, 13 },
      { 100, NULL, 4, 11 } },
    "12" },
  { "an infant and a junior school are partners", { { 0, NULL, 4, 7 }, { 10, NULL, 7, 11 } }, "" },
  { "a first school shares a year with a middle school deemed primary",
    { { 0, NULL, 5, 9 }, { 10, "Middle deemed primary", 8, 12 } },
    "12" },
  { "nursery schools", { { 0, "Nursery", 2, 5 }, { 2500, "Nursery", 3, 5 } }, "12" },
  { "special schools have no rivals by distance",
    { { 0, "Special", 4, 19 }, { 10, "Special", 4, 19 } },
    "" },
  { "the three nearest, seen from either",
    { { 0, NULL, 4, 11 },
      { 100, NULL, 4, 11 },
      { 200, NULL, 4, 11 },
      { 300, NULL, 4, 11 },
      { 400, NULL, 4, 11 },
      { 2400, NULL, 4, 11 } },
    /* 1 and 5 are each other's fourth; 6 has 5, 4, 3 among its nearest and is in nobody's */
    "12 13 14 23 24 25 34 35 36 45 46 56" },
  { "of equal distances the lower number",
    { { 0, NULL, 4, 11 },
      { 1000, NULL, 4, 11 },
      { 1000, NULL, 4, 11 },
      { 1000, NULL, 4, 11 },
      { 1000, NULL, 4, 11 } },
    /* each at 1,000 has three others there at 0 metres; 1 takes 2, 3, 4 */
    "12 13 14 23 24 25 34 35 45" },
  { "schools with no year in common do not fill the places of the nearest",
    { { 0, NULL, 4, 7 },
      { 10, NULL, 7, 11 },
      { 20, NULL, 7, 11 },
      { 30, NULL, 7, 11 },
      { 40, NULL, 7, 11 },
      { 2000, NULL, 4, 7 } },
    "16 23 24 25 34 35 45" },
  { "who is not placed, or has no ages, has none",
    { { NAN, NULL, 4, 11 }, { 0, NULL, KITH_INT_NONE, 11 }, { 10, NULL, 4, 11 } },
    "" },
};

static void
add_sites (LedgerPlan *plan, const Site *sites)
{
  for (guint s = 0; s < 7 && sites[s].high != 0; s++)
    {
      KithSchool *school = plan_school (plan, 100001 + s, sites[s].east, 0);

      if (g_strcmp0 (sites[s].phase, "Special") == 0)
        school->type = "Community special school";
      else if (sites[s].phase != NULL)
        school->phase = sites[s].phase;
      school->low_age = sites[s].low;
      school->high_age = sites[s].high;
    }
}

static KithRivals *
find_rivals (LedgerPlan *plan)
{
  g_autoptr (KithLedger) ledger = plan_end (plan);
  g_autoptr (KithNetwork) network = kith_network_new (ledger, T, NULL, NULL);

  return kith_rivals_new (network);
}

/* "12 34": the pairs, each seen from both sides */
static char *
dup_pairs (const KithRivals *rivals, guint n_schools)
{
  GString *pairs = g_string_new (NULL);

  for (guint i = 0; i < n_schools; i++)
    {
      guint n;
      const KithRival *found = kith_rivals_get (rivals, i, &n);

      for (guint r = 0; r < n; r++)
        {
          g_assert_true (r == 0 || found[r - 1].school < found[r].school);
          g_assert_cmpint (kith_rivals_find (rivals, found[r].school, i), ==, found[r].reason);
          g_assert_cmpint (kith_rivals_find (rivals, i, found[r].school), ==, found[r].reason);
          if (found[r].school > i)
            g_string_append_printf (pairs, "%s%u%u", pairs->len > 0 ? " " : "", i + 1,
                                    found[r].school + 1);
        }
    }
  return g_string_free (pairs, FALSE);
}

static void
test_case (gconstpointer data)
{
  g_autoptr (LedgerPlan) plan = plan_new ();
  g_autoptr (KithRivals) rivals = NULL;
  g_autofree char *pairs = NULL;
  guint n_sites = 0;

  add_sites (plan, cases[GPOINTER_TO_UINT (data)].sites);
  while (n_sites < 7 && cases[GPOINTER_TO_UINT (data)].sites[n_sites].high != 0)
    n_sites++;
  rivals = find_rivals (plan);
  pairs = dup_pairs (rivals, n_sites);
  g_assert_cmpstr (pairs, ==, cases[GPOINTER_TO_UINT (data)].rivals);
}

static void
plan_decision (LedgerPlan *plan, gint64 urn, gint64 other_urn, const char *decision)
{
  KithRivalry *row = plan_row (plan, KITH_TABLE_RIVALRY);

  row->urn = urn;
  row->other_urn = other_urn;
  row->decision = decision;
}

static void
plan_catchment (LedgerPlan *plan, const char *name, gint64 urn)
{
  KithCatchment *row = plan_row (plan, KITH_TABLE_CATCHMENT);

  row->name = name;
  row->urn = urn;
}

/* An officer before a catchment before distance */
static void
test_reasons (void)
{
  static const Site sites[7] = { { 0, NULL, 4, 11 },     { 100, NULL, 4, 11 },
                                 { 9000, NULL, 4, 11 },  { 20000, NULL, 4, 7 },
                                 { 20000, NULL, 7, 11 }, { 40000, "Secondary", 11, 16 },
                                 { 100, NULL, 4, 11 } };
  g_autoptr (LedgerPlan) plan = plan_new ();
  g_autoptr (KithRivals) rivals = NULL;

  add_sites (plan, sites);
  plan_catchment (plan, "Marsh", 100002);
  plan_catchment (plan, " MARSH ", 100003);
  plan_catchment (plan, "Marsh", 100006); /* a secondary school: children move up to it */
  plan_catchment (plan, "Fen", 100004);
  plan_catchment (plan, "Fen", 100005);
  plan_catchment (plan, "Fen", 100005);
  plan_catchment (plan, "Fen", 999999); /* nobody the register knows */
  plan_decision (plan, 100001, 100002, "rivals");
  plan_decision (plan, 100001, 100002, "struck-out");
  plan_decision (plan, 100001, 100006, "rivals");
  plan_decision (plan, 100002, 100007, "rivals");
  plan_decision (plan, 100001, 999999, "rivals");
  rivals = find_rivals (plan);

  g_assert_cmpint (kith_rivals_find (rivals, 0, 1), ==, KITH_RIVAL_NONE);
  g_assert_cmpint (kith_rivals_find (rivals, 1, 2), ==, KITH_RIVAL_BY_CATCHMENT);
  g_assert_cmpint (kith_rivals_find (rivals, 2, 5), ==, KITH_RIVAL_NONE);
  g_assert_cmpint (kith_rivals_find (rivals, 3, 4), ==, KITH_RIVAL_NONE);
  g_assert_cmpint (kith_rivals_find (rivals, 5, 0), ==, KITH_RIVAL_BY_OFFICER);
  g_assert_cmpint (kith_rivals_find (rivals, 6, 1), ==, KITH_RIVAL_BY_OFFICER);
  g_assert_cmpint (kith_rivals_find (rivals, 6, 0), ==, KITH_RIVAL_BY_DISTANCE);
  g_assert_cmpint (kith_rivals_find (rivals, 6, 6), ==, KITH_RIVAL_NONE);
}

/* 0 nearest: every school within the distance, not only the nearest */
static void
test_every (void)
{
  g_autoptr (LedgerPlan) plan = plan_new ();
  g_autoptr (KithRivals) rivals = NULL;
  guint n;

  for (guint s = 0; s < 30; s++)
    {
      KithSchool *school = plan_school (plan, 100001 + s, 100 * s, 0);

      school->low_age = 4;
      school->high_age = 11;
    }
  plan_setting (plan, "rivals.nearest", "0");
  plan_setting (plan, "rivals.metres-primary", "2000");
  rivals = find_rivals (plan);
  kith_rivals_get (rivals, 0, &n);
  g_assert_cmpuint (n, ==, 19); /* at 100 to 1,900 metres */
  kith_rivals_get (rivals, 15, &n);
  g_assert_cmpuint (n, ==, 29);
}

/* Those of whom nobody can say whether they have rivals by distance */
static void
test_unknown (void)
{
  static const Site sites[7] = { { NAN, NULL, 4, 11 },
                                 { 0, NULL, 4, 11 },
                                 { 10, "Secondary", KITH_INT_NONE, 16 },
                                 { NAN, "Special", 4, 19 } };
  g_autoptr (LedgerPlan) plan = plan_new ();
  g_autoptr (KithRivals) rivals = NULL;
  const guint *unknown;
  guint n;

  add_sites (plan, sites);
  rivals = find_rivals (plan);
  unknown = kith_rivals_get_unknown (rivals, &n);
  g_assert_cmpuint (n, ==, 2);
  g_assert_cmpuint (unknown[0], ==, 0);
  g_assert_cmpuint (unknown[1], ==, 2);
}

static void
test_none (void)
{
  g_autoptr (LedgerPlan) plan = plan_new ();
  g_autoptr (KithRivals) rivals = find_rivals (plan);
  guint n;

  kith_rivals_get_unknown (rivals, &n);
  g_assert_cmpuint (n, ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint c = 0; c < G_N_ELEMENTS (cases); c++)
    {
      g_autofree char *path = g_strdup_printf ("/rivals/%s", cases[c].claim);

      g_test_add_data_func (path, GUINT_TO_POINTER (c), test_case);
    }
  g_test_add_func ("/rivals/an officer before a catchment before distance", test_reasons);
  g_test_add_func ("/rivals/every school within the distance, if asked for", test_every);
  g_test_add_func ("/rivals/who is not placed is listed", test_unknown);
  g_test_add_func ("/rivals/an empty register has none", test_none);
  return g_test_run ();
}
