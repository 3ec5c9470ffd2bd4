/* test-measures.c: what is measured of every school
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kith-measure-words.h"
#include "ledger-plan.h"

#include <math.h>

#define REVIEW (kith_date_new (2026, 9, 1))
#define NONE KITH_REAL_NONE

static KithNetwork *
make_network (LedgerPlan *plan)
{
  g_autoptr (KithLedger) ledger = plan_end (plan);

  return kith_network_new (ledger, REVIEW, NULL, NULL);
}

static KithFullMeasures *
measure_all (KithNetwork *network)
{
  guint n;
  KithFullMeasures *measures;

  kith_network_get_schools (network, &n);
  measures = kith_full_measures_new (network, 0, n, NULL, NULL);
  g_assert_true (kith_full_measures_find_closeness (measures, network, 0, n, NULL, NULL));
  return measures;
}

static KithArrangement *
add_arrangement (LedgerPlan *plan, const char *kind, const char *members)
{
  KithArrangement *arrangement = plan_arrangement (plan, kind, members);

  for (const char *at = members; *at != '\0'; at++)
    plan_member (plan, arrangement, 100000 + *at)->joined = REVIEW - 180;
  return arrangement;
}

/*
 * Nine schools. Trust ABC: 1 / (3 − 1) = 1/2 for each pair. Pairing CD, joined 180 days ago with a
 * half-life of 180: 2 · sqrt (1/2 · 1/2) / (2 − 1) = 1. Federations DE and IJ: 1. So
 *
 *     A ─ 1/2 ─ B       s_A = s_B = 1        G: paired with a school that the register does not
 * hold 1/2   1/2        s_C = 1/2 + 1/2 + 1  H: nothing C ─ 1 ─ D    s_D = 1 + 1          I ─ 1 ─ J
 *                1 │
 *                  E    s_E = 1
 *
 * A, B, C and I are in authority 850, D in 851, of E and J nobody knows. E stands 20 km away.
 */
static KithNetwork *
make_by_hand (void)
{
  g_autoptr (LedgerPlan) plan = plan_new ();

  for (const char *at = "ABCDEGHIJ"; *at != '\0'; at++)
    {
      KithSchool *school = plan_school (plan, 100000 + *at, *at == 'E' ? 20000 : 0, 0);

      if (*at == 'D')
        school->la = 851;
      if (*at == 'E' || *at == 'J')
        school->la = KITH_INT_NONE;
    }
  add_arrangement (plan, "trust", "ABC");
  add_arrangement (plan, "pairing", "CD");
  add_arrangement (plan, "federation", "DE");
  add_arrangement (plan, "federation", "IJ");
  add_arrangement (plan, "pairing", "GZ");
  return make_network (plan);
}

static const struct
{
  char letter;
  guint links, outside, local, cross_border;
  double strength, concentration, constraint;
  guint reach;
  double closeness;
  guint coreness, component;
  gboolean is_cut_point;
  double ei;
  const char *why_no_spread, *why_no_ei;
} by_hand[] = {
  /* one trust: 1² = 1
     constraint: B (1/2 + 1/2 · p_CB = 1/2 + 1/2 · 1/4)² = 25/64, C (1/2 + 1/2 · p_BC = 3/4)² =
     36/64 reach: B, C; then D closeness: (1 + 1 + 1/2 + 1/3) / 8 A, B and C are each tied to two of
     the three E–I: (0 − 2) / 2 */
  { 'A', 2, 0, 2, 0, 1, 1, 61.0 / 64, 3, 17.0 / 48, 2, 5, FALSE, -1 },
  { 'B', 2, 0, 2, 0, 1, 1, 61.0 / 64, 3, 17.0 / 48, 2, 5, FALSE, -1 },
  /* through the trust 1, through the pairing 1: (1/2)² + (1/2)²
     A and B (1/4 + 1/4 · 1/2)² = 9/64 each, D (1/2)² = 16/64
     A, B, D; then E
     (1 + 1 + 1 + 1/2) / 8
     without it D and E are cut off from A and B
     (1 − 2) / 3 */
  { 'C', 3, 0, 3, 1, 2, 0.5, 34.0 / 64, 4, 7.0 / 16, 2, 5, TRUE, -1.0 / 3 },
  /* C (1/2)² + E (1/2)², which do not know each other
     C, E; then A, B: (1 + 1 + 1/2 + 1/2) / 8
     E’s authority is not known, C’s is another: (1 − 0) / 1 */
  { 'D', 2, 0, 1, 1, 2, 0.5, 0.5, 4, 3.0 / 8, 1, 5, TRUE, 1 },
  /* D, then C; (1 + 1/2 + 1/3 + 1/3) / 8 */
  { 'E', 1, 0, 0, 0, 1, 1, 1, 2, 13.0 / 48, 1, 5, FALSE, NONE, NULL,
    "Its authority is not recorded." },
  { 'G', 0, 1, 0, 0, 0, NONE, NONE, 0, 0, 0, 1, FALSE, NONE,
    "It works only with schools outside this register.",
    "It works only with schools outside this register." },
  { 'H', 0, 0, 0, 0, 0, NONE, NONE, 0, 0, 0, 1, FALSE, NONE, "No school works with it at present.",
    "No school works with it at present." },
  { 'I', 1, 0, 1, 0, 1, 1, 1, 1, 1.0 / 8, 1, 2, FALSE, NONE, NULL,
    "No school that it works with has a recorded authority." },
  { 'J', 1, 0, 1, 0, 1, 1, 1, 1, 1.0 / 8, 1, 2, FALSE, NONE, NULL,
    "Its authority is not recorded." },
};

static void
assert_same (double a, double b)
{
  g_assert_cmpint (isnan (a), ==, isnan (b));
  if (!isnan (a))
    g_assert_cmpfloat_with_epsilon (a, b, 1e-12);
}

static void
test_by_hand (void)
{
  g_autoptr (KithNetwork) network = make_by_hand ();
  g_autofree KithFullMeasures *measures = measure_all (network);

  for (guint i = 0; i < G_N_ELEMENTS (by_hand); i++)
    {
      const KithFullMeasures *of = &measures[i];

      g_test_message ("%c", by_hand[i].letter);
      g_assert_cmpuint (kith_network_find_school (network, 100000 + by_hand[i].letter), ==, i);
      g_assert_cmpuint (of->links.n_links, ==, by_hand[i].links);
      g_assert_cmpuint (of->links.n_outside_links, ==, by_hand[i].outside);
      g_assert_cmpuint (of->links.n_local_links, ==, by_hand[i].local);
      g_assert_cmpuint (of->links.n_cross_border_links, ==, by_hand[i].cross_border);
      assert_same (of->links.strength, by_hand[i].strength);
      assert_same (of->concentration, by_hand[i].concentration);
      assert_same (of->constraint, by_hand[i].constraint);
      g_assert_cmpuint (of->reach, ==, by_hand[i].reach);
      assert_same (of->closeness, by_hand[i].closeness);
      g_assert_cmpuint (of->coreness, ==, by_hand[i].coreness);
      g_assert_cmpuint (of->links.component, ==, by_hand[i].component);
      g_assert_cmpint (of->is_cut_point, ==, by_hand[i].is_cut_point);
      assert_same (of->ei, by_hand[i].ei);
      g_assert_cmpstr (of->why_no_spread, ==, by_hand[i].why_no_spread);
      g_assert_cmpstr (of->why_no_ei, ==, by_hand[i].why_no_ei);
    }
}

/* In the order of the lines */
static const char *const words_of_c[] = {
  "Three schools work with it. Three of them are local. One of them is in another authority.",
  "2.00: what its live arrangements with other schools add up to.",
  "0.50: 1 is all through one arrangement, less is spread over more.",
  "0.53: the lower, the fewer of the schools that it works with work with each other.",
  "Four schools can be met that way.",
  "0.438: 1 would be a link with every school, 0 is a link with none.",
  "It is in a circle of schools that each work with at least two others in it.",
  "Four other schools can be reached from it by a chain of links.",
  "Some schools that reach each other now would not.",
  "−0.33: −1 is all links inside its authority, 1 is all across its border.",
};
static const char *const words_of_g[] = {
  "It works only with schools outside this register.",
  "0.00: what its live arrangements with other schools add up to.",
  "It works only with schools outside this register.",
  "It works only with schools outside this register.",
  "No school.",
  "0.000: 1 would be a link with every school, 0 is a link with none.",
  "It works only with schools outside this register.",
  "No other school can be reached from it by links.",
  "Schools that reach each other now still would.",
  "It works only with schools outside this register.",
};

static void
test_words (void)
{
  g_autoptr (KithNetwork) network = make_by_hand ();
  g_autofree KithFullMeasures *measures = measure_all (network);
  g_autoptr (KithWording) wording = kith_wording_new ();
  KithMeasureLine lines[KITH_N_MEASURE_LINES];

  G_STATIC_ASSERT (G_N_ELEMENTS (words_of_c) == KITH_N_MEASURE_LINES);
  G_STATIC_ASSERT (G_N_ELEMENTS (words_of_g) == KITH_N_MEASURE_LINES);
  kith_full_measures_tell (&measures[2], wording, lines);
  for (guint i = 0; i < KITH_N_MEASURE_LINES; i++)
    g_assert_cmpstr (lines[i].sentence, ==, words_of_c[i]);
  kith_full_measures_tell (&measures[5], wording, lines);
  for (guint i = 0; i < KITH_N_MEASURE_LINES; i++)
    g_assert_cmpstr (lines[i].sentence, ==, words_of_g[i]);
}

/* Closeness is asked for on its own; until then there is none. */
static void
test_closeness_later (void)
{
  g_autoptr (KithNetwork) network = make_by_hand ();
  g_autofree KithFullMeasures *measures = kith_full_measures_new (network, 2, 2, NULL, NULL);

  g_assert_true (isnan (measures[0].closeness));
  g_assert_cmpuint (measures[0].reach, ==, 4);
  g_assert_true (kith_full_measures_find_closeness (measures, network, 2, 2, NULL, NULL));
  assert_same (measures[0].closeness, 7.0 / 16);
  assert_same (measures[1].closeness, 3.0 / 8);
}

/* Every ω 1 and everybody joined today, so that every r is 1 */
static void
add_unit_arrangements (LedgerPlan *plan, GRand *rand, guint n_schools, guint *n_linking)
{
  for (guint k = 0; k < KITH_N_KINDS; k++)
    if (kith_kind_is_link (k))
      {
        g_autofree char *key = g_strdup_printf ("kind.%s.weight", kith_kind_get_info (k)->key);

        plan_setting (plan, g_intern_string (key), "1");
      }
  for (guint g = 0; g < 20; g++)
    {
      KithKind kind = g_rand_int_range (rand, 0, KITH_N_KINDS);
      KithArrangement *arrangement =
          plan_arrangement (plan, kith_kind_get_info (kind)->key, "Some");
      guint size = g_rand_int_range (rand, 0, 60);
      guint first = g_rand_int_range (rand, 0, n_schools - size);
      gboolean is_assembly = size > 40 && !kith_kind_is_standing (kind);

      for (guint m = first; m < first + size; m++)
        {
          plan_member (plan, arrangement, 100000 + m)->joined = REVIEW;
          n_linking[m] += kith_kind_is_link (kind) && size > 1 && !is_assembly;
        }
    }
}

static void
test_row_sums (void)
{
  for (guint32 seed = 1; seed <= 50; seed++)
    {
      g_autoptr (LedgerPlan) plan = plan_new ();
      g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
      g_autoptr (KithNetwork) network = NULL;
      g_autofree KithFullMeasures *measures = NULL;
      guint n_linking[80] = { 0 };

      for (guint i = 0; i < G_N_ELEMENTS (n_linking); i++)
        plan_school (plan, 100000 + i, 0, 0);
      add_unit_arrangements (plan, rand, G_N_ELEMENTS (n_linking), n_linking);
      network = make_network (plan);
      measures = measure_all (network);
      for (guint i = 0; i < G_N_ELEMENTS (n_linking); i++)
        {
          g_assert_cmpfloat_with_epsilon (measures[i].links.strength, n_linking[i], 1e-9);
          /* equal parts through each */
          assert_same (measures[i].concentration, n_linking[i] > 0 ? 1.0 / n_linking[i] : NONE);
        }
    }
}

static void
test_nothing (void)
{
  g_autoptr (LedgerPlan) empty = plan_new ();
  g_autoptr (LedgerPlan) alone = plan_new ();
  g_autoptr (KithNetwork) no_schools = make_network (empty);
  g_autoptr (KithNetwork) one_school = NULL;
  g_autofree KithFullMeasures *none = measure_all (no_schools);
  g_autofree KithFullMeasures *one = NULL;

  g_assert_nonnull (none);
  plan_school (alone, 100001, 0, 0);
  one_school = make_network (alone);
  one = measure_all (one_school);
  g_assert_cmpuint (one->links.component, ==, 1);
  g_assert_cmpuint (one->reach, ==, 0);
  g_assert_cmpfloat (one->closeness, ==, 0);
  g_assert_false (one->is_cut_point);
  g_assert_true (isnan (one->constraint));
  g_assert_cmpstr (one->why_no_spread, ==, "No school works with it at present.");
}

static KithNetwork *
make_large (guint n_schools, const char *kind)
{
  g_autoptr (LedgerPlan) plan = plan_new ();
  KithArrangement *large = plan_arrangement (plan, kind, "Everybody");

  for (guint i = 0; i < n_schools; i++)
    {
      plan_school (plan, 100000 + i, 10.0 * i, 0);
      plan_member (plan, large, 100000 + i);
    }
  return make_network (plan);
}

/* A programme of so many is an assembly and ties nobody */
static void
test_assembly (void)
{
  g_autoptr (KithNetwork) network = make_large (3000, "programme");
  g_autofree KithFullMeasures *measures = measure_all (network);

  for (guint i = 0; i < 3000; i++)
    {
      g_assert_cmpuint (measures[i].links.n_links, ==, 0);
      g_assert_cmpfloat (measures[i].closeness, ==, 0);
      g_assert_nonnull (measures[i].why_no_spread);
    }
}

static gpointer
cancel_soon (gpointer job)
{
  g_usleep (50 * 1000);
  kith_job_cancel (job);
  return NULL;
}

#define N_LARGE 1200

/* Everybody is tied to everybody, each of another strength: constraint takes seconds */
static void
test_constraint_cancelled (void)
{
  g_autoptr (LedgerPlan) plan = plan_new ();
  g_autoptr (KithNetwork) network = NULL;
  g_autoptr (KithJob) job = kith_job_new ("Measuring");
  g_autoptr (GError) error = NULL;
  KithArrangement *hub = plan_arrangement (plan, "hub", "Everybody");
  GThread *thread;

  plan_setting (plan, "assembly.schools", "5000");
  plan_setting (plan, "kind.hub.half-life", "3650");
  for (guint i = 0; i < N_LARGE; i++)
    {
      plan_school (plan, 100000 + i, 10.0 * i, 0);
      plan_member (plan, hub, 100000 + i)->joined = REVIEW - i;
    }
  network = make_network (plan);
  thread = g_thread_new ("cancel", cancel_soon, job);
  g_assert_null (kith_full_measures_new (network, 0, N_LARGE, job, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_thread_join (thread);
}

#define N_LONG 20000

/* A chain of pairs: closeness takes seconds */
static void
test_closeness_cancelled (void)
{
  g_autoptr (LedgerPlan) plan = plan_new ();
  g_autoptr (KithNetwork) network = NULL;
  g_autofree KithFullMeasures *measures = g_new0 (KithFullMeasures, N_LONG);
  g_autoptr (KithJob) job = kith_job_new ("Measuring");
  g_autoptr (GError) error = NULL;
  GThread *thread;

  for (guint i = 0; i < N_LONG; i++)
    {
      KithArrangement *pair = plan_arrangement (plan, "federation", "Two");

      plan_school (plan, 100000 + i, 10.0 * i, 0);
      plan_member (plan, pair, 100000 + i);
      plan_member (plan, pair, 100000 + (i + 1) % N_LONG);
    }
  network = make_network (plan);
  thread = g_thread_new ("cancel", cancel_soon, job);
  g_assert_false (kith_full_measures_find_closeness (measures, network, 0, N_LONG, job, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_thread_join (thread);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/measures/nine schools, worked by hand", test_by_hand);
  g_test_add_func ("/measures/in plain words", test_words);
  g_test_add_func ("/measures/closeness is asked for on its own", test_closeness_later);
  g_test_add_func ("/measures/all weights 1: strength counts arrangements", test_row_sums);
  g_test_add_func ("/measures/no school, and one alone", test_nothing);
  g_test_add_func ("/measures/three thousand in one programme", test_assembly);
  g_test_add_func ("/measures/constraint can be cancelled", test_constraint_cancelled);
  g_test_add_func ("/measures/closeness can be cancelled", test_closeness_cancelled);
  return g_test_run ();
}
