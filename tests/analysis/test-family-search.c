/* test-family-search.c: schools in Families
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "check-families.h"
#include "kith-family-estimate.h"
#include "kith-family-judge.h"
#include "kith-family-search.h"
#include "kith-random.h"

#include <math.h>

static double
draw (KithRandom *random)
{
  double sum = 0;

  for (guint i = 0; i < 12; i++)
    sum += (double)kith_random_below (random, 1 << 20) / (1 << 20);
  return sum - 6;
}

static CheckedFamilies
make_check (const KithFamilyProblem *problem, const guint *families)
{
  return (CheckedFamilies){
    problem->n_schools,
    problem->n_families,
    families,
    problem->authorities,
    (const guint *)problem->rivals->data,
    problem->rivals->len,
    (const guint *)problem->together->data,
    problem->together->len,
    problem->least,
    problem->most,
    problem->least_authorities,
    problem->is_mixed,
  };
}

static double
measure (const KithFamilyProblem *problem, const guint *families)
{
  CheckedFamilies checked = make_check (problem, families);

  return check_families_measure (&checked, problem->values, problem->weights, problem->n_variables);
}

static void
assert_keeps_rules (const KithFamilyProblem *problem, const KithFamilyAnswer *answer)
{
  CheckedFamilies checked = make_check (problem, answer->families);
  g_autofree char *broken = check_families_dup_broken (&checked);

  g_assert_cmpstr (broken, ==, NULL);
  g_assert_cmpuint (answer->n_broken, ==, 0);
  g_assert_cmpfloat_with_epsilon (answer->objective, measure (problem, answer->families),
                                  1e-9 * (1 + answer->objective));
}

static const KithFamilyAnswer *
get_best (GPtrArray *answers)
{
  return g_ptr_array_index (answers, 0);
}

/* A small pool, Families of two to four, with everything that can be asked for. */
static KithFamilyProblem *
make_small (KithRandom *random)
{
  guint n = 5 + kith_random_below (random, 5), n_k = 1 + kith_random_below (random, 3);
  KithFamilyProblem *problem = kith_family_problem_new (n, n_k);

  problem->least = 2;
  problem->most = 4;
  problem->n_families = (n + 3) / 4 + kith_random_below (random, n / 2 - (n + 3) / 4 + 1);
  problem->n_authorities = 3;
  problem->least_authorities = kith_random_below (random, 3);
  problem->is_mixed = kith_random_below (random, 2) != 0;
  for (guint i = 0; i < n; i++)
    {
      problem->authorities[i] = kith_random_below (random, 3);
      for (guint k = 0; k < n_k; k++)
        problem->values[i * n_k + k] =
            k > 0 && kith_random_below (random, 6) == 0 ? NAN : draw (random);
      if (i > 0 && kith_random_below (random, 3) == 0)
        kith_family_problem_add_rivals (problem, i, kith_random_below (random, i));
    }
  if (kith_random_below (random, 4) == 0)
    kith_family_problem_lock_together (problem, 0, n - 1);
  return problem;
}

/* Rivals who are locked together may meet: the officer's word comes first. */
static gboolean
is_allowed (const KithFamilyProblem *problem, const guint *families)
{
  g_autoptr (GArray) rivals = g_array_new (FALSE, FALSE, sizeof (KithFamilyPair));
  CheckedFamilies checked = make_check (problem, families);
  g_autofree char *broken = NULL;

  for (guint p = 0; p < problem->rivals->len; p++)
    {
      KithFamilyPair pair = g_array_index (problem->rivals, KithFamilyPair, p);

      if (problem->together->len == 0 || MIN (pair.a, pair.b) != 0 ||
          MAX (pair.a, pair.b) != problem->n_schools - 1)
        g_array_append_val (rivals, pair);
    }
  checked.rivals = (const guint *)rivals->data;
  checked.n_rivals = rivals->len;
  broken = check_families_dup_broken (&checked);
  return broken == NULL;
}

/* Every way to split the schools, one after the other; rules are asked about where J is less. */
static void
try_all (
    const KithFamilyProblem *problem, guint *families, guint school, guint n_used, double *best)
{
  if (school == problem->n_schools)
    {
      double j = measure (problem, families);

      if (j < *best && is_allowed (problem, families))
        *best = j;
      return;
    }
  for (guint f = 0; f < MIN (n_used + 1, problem->n_families); f++)
    {
      guint size = 0;

      for (guint i = 0; i < school; i++)
        size += families[i] == f;
      families[school] = f;
      if (size < problem->most)
        try_all (problem, families, school + 1, MAX (n_used, f + 1), best);
    }
}

static void
test_brute_force (void)
{
  KithRandom random;
  guint n_possible = 0, n_impossible = 0, n_certified = 0;

  kith_random_seed (&random, 1, 0);
  for (guint trial = 0; trial < 300; trial++)
    {
      g_autoptr (KithFamilyProblem) problem = make_small (&random);
      const KithFamilySearch search = { trial, 4, 200 };
      g_autofree guint *families = g_new0 (guint, problem->n_schools);
      double best = INFINITY;
      g_autoptr (KithFamilyJudgement) judgement = kith_family_judge (problem, NULL, NULL);
      g_autoptr (GPtrArray) answers = NULL;

      try_all (problem, families, 0, 0, &best);
      if (judgement->outlook == KITH_FAMILY_OUTLOOK_IMPOSSIBLE)
        {
          g_assert_true (isinf (best));
          continue;
        }
      answers = kith_family_search (problem, &search, NULL, NULL);
      if (isinf (best))
        {
          n_impossible++;
          g_assert_cmpuint (get_best (answers)->n_broken, >, 0);
          if (problem->least_authorities < 2 && !problem->is_mixed)
            g_assert_cmpint (judgement->outlook, ==, KITH_FAMILY_OUTLOOK_OPEN);
          continue;
        }
      n_possible++;
      n_certified += judgement->outlook == KITH_FAMILY_OUTLOOK_CERTIFIED;
      g_assert_cmpuint (get_best (answers)->n_broken, ==, 0);
      g_assert_true (is_allowed (problem, get_best (answers)->families));
      g_assert_cmpfloat_with_epsilon (get_best (answers)->objective, best, 1e-9);
    }
  g_assert_cmpuint (n_possible, >, 100);
  g_assert_cmpuint (n_impossible, >, 5);
  g_assert_cmpuint (n_certified, >, 20);
}

/* Families that are there: schools close around a middle, in @n_k variables. */
/* As a pool is: mean 0, population standard deviation 1. */
static void
standardise (KithFamilyProblem *problem)
{
  guint n = problem->n_schools, n_k = problem->n_variables;

  for (guint k = 0; k < n_k; k++)
    {
      double sum = 0, squares = 0;

      for (guint i = 0; i < n; i++)
        sum += problem->values[i * n_k + k];
      for (guint i = 0; i < n; i++)
        {
          problem->values[i * n_k + k] -= sum / n;
          squares += problem->values[i * n_k + k] * problem->values[i * n_k + k];
        }
      for (guint i = 0; i < n; i++)
        problem->values[i * n_k + k] /= sqrt (squares / n);
    }
}

static KithFamilyProblem *
plant (guint n, guint n_k, double noise, guint64 seed, guint *planted)
{
  KithFamilyProblem *problem = kith_family_problem_new (n, n_k);
  g_autofree double *middles = g_new (double, problem->n_families *n_k);
  KithRandom random;

  kith_random_seed (&random, seed, 1);
  problem->n_authorities = 10;
  for (guint m = 0; m < problem->n_families * n_k; m++)
    middles[m] = 4 * draw (&random);
  for (guint i = 0; i < n; i++)
    {
      planted[i] = i % problem->n_families;
      problem->authorities[i] = (i / problem->n_families) % 10;
      for (guint k = 0; k < n_k; k++)
        problem->values[i * n_k + k] = middles[planted[i] * n_k + k] + noise * draw (&random);
    }
  standardise (problem);
  return problem;
}

static void
test_planted (void)
{
  static const guint sizes[] = { 200, 500, 1000 };

  for (guint s = 0; s < (g_test_slow () ? 3 : 1); s++)
    {
      g_autofree guint *planted = g_new (guint, sizes[s]);
      g_autoptr (KithFamilyProblem) problem = plant (sizes[s], 4, 0.25, s + 1, planted);
      const KithFamilySearch search = { 1, 2, 5000 };
      g_autoptr (GPtrArray) answers = kith_family_search (problem, &search, NULL, NULL);
      KithFamilyAnswer truth = { planted, sizes[s] };
      double alike = kith_family_answer_compare (get_best (answers), &truth);

      g_test_message ("%u schools: J %g of %g planted, adjusted Rand %g", sizes[s],
                      get_best (answers)->objective, measure (problem, planted), alike);
      assert_keeps_rules (problem, get_best (answers));
      g_assert_cmpfloat (get_best (answers)->objective, <=, 1.01 * measure (problem, planted));
      g_assert_cmpfloat (alike, >=, 0.95);
    }
}

static KithFamilyProblem *
make_pool (guint n, const guint *order)
{
  KithFamilyProblem *problem = kith_family_problem_new (n, 3);
  g_autofree guint *place = g_new (guint, n);
  KithRandom random;

  for (guint i = 0; i < n; i++)
    place[order[i]] = i;
  kith_random_seed (&random, 7, 2);
  problem->n_authorities = 5;
  for (guint i = 0; i < n; i++)
    {
      problem->authorities[place[i]] = kith_random_below (&random, 5);
      for (guint k = 0; k < 3; k++)
        problem->values[place[i] * 3 + k] = draw (&random);
    }
  for (guint i = 1; i < n; i++)
    kith_family_problem_add_rivals (problem, place[i], place[i - 1]);
  return problem;
}

static void
test_seeds (void)
{
  guint order[60];
  g_autoptr (KithFamilyProblem) problem = NULL;
  const KithFamilySearch search = { 5, 3, 2000 }, alone = { 6, 1, 2000 };
  g_autoptr (GPtrArray) first = NULL, again = NULL, one = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    order[i] = i;
  problem = make_pool (G_N_ELEMENTS (order), order);
  first = kith_family_search (problem, &search, NULL, NULL);
  again = kith_family_search (problem, &search, NULL, NULL);
  one = kith_family_search (problem, &alone, NULL, NULL);
  g_assert_cmpuint (first->len, ==, 3);
  for (guint a = 0; a < 3; a++)
    {
      const KithFamilyAnswer *answer = g_ptr_array_index (first, a);

      assert_keeps_rules (problem, answer);
      g_assert_cmpfloat (kith_family_answer_compare (answer, g_ptr_array_index (again, a)), ==, 1);
      /* a seed's answer is its own, whoever searches beside it */
      if (answer->seed == 6)
        g_assert_cmpmem (answer->families, sizeof (guint) * 60, get_best (one)->families,
                         sizeof (guint) * 60);
    }
}

static void
test_last_year (void)
{
  guint order[60];
  g_autoptr (KithFamilyProblem) problem = NULL;
  const KithFamilySearch search = { 1, 2, 4000 };
  g_autoptr (GPtrArray) first = NULL, next = NULL, loose = NULL;
  KithRandom random;

  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    order[i] = i;
  problem = make_pool (G_N_ELEMENTS (order), order);
  first = kith_family_search (problem, &search, NULL, NULL);
  problem->previous = g_memdup2 (get_best (first)->families, sizeof (guint) * 60);
  problem->previous[3] = KITH_FAMILY_NONE; /* a school that was not there */
  kith_random_seed (&random, 3, 3);
  for (guint i = 0; i < 180; i++)
    problem->values[i] += 0.3 * draw (&random);

  problem->churn = 1000;
  next = kith_family_search (problem, &search, NULL, NULL);
  g_assert_cmpuint (get_best (next)->n_moved, ==, 0);
  problem->churn = 0;
  loose = kith_family_search (problem, &search, NULL, NULL);
  g_assert_cmpuint (get_best (loose)->n_moved, >, 0);
  g_assert_cmpfloat (get_best (loose)->objective, <, get_best (next)->objective);

  problem->stays = g_new0 (gboolean, 60);
  for (guint i = 0; i < 20; i++)
    problem->stays[i] = i != 3;
  g_ptr_array_unref (g_steal_pointer (&loose));
  loose = kith_family_search (problem, &search, NULL, NULL);
  assert_keeps_rules (problem, get_best (loose));
  for (guint i = 0; i < 20; i++)
    for (guint j = 0; j < i; j++)
      if (i != 3 && j != 3)
        g_assert_cmpint (get_best (loose)->families[i] == get_best (loose)->families[j], ==,
                         problem->previous[i] == problem->previous[j]);
}

/* Whoever may keep what there is finds nothing worse: J and the price of those that leave together
   are at most J of last year's Families, whose names go on with their schools. */
static void
test_no_worse (void)
{
  static const double churns[] = { 0.001, 0.01, 0.1, 10 };
  const KithFamilySearch quick = { 1, 1, 300 }, search = { 7, 2, 300 };
  guint order[150];
  g_autoptr (KithFamilyProblem) problem = NULL;
  g_autoptr (GPtrArray) first = NULL;
  const KithFamilyAnswer *before;
  guint n_before = G_N_ELEMENTS (order);

  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    order[i] = i;
  problem = make_pool (G_N_ELEMENTS (order), order);
  first = kith_family_search (problem, &quick, NULL, NULL);
  before = get_best (first);
  assert_keeps_rules (problem, before);
  problem->previous = g_memdup2 (before->families, sizeof order);
  for (guint c = 0; c < G_N_ELEMENTS (churns); c++)
    {
      g_autoptr (GPtrArray) next = NULL;
      g_autofree guint *match = NULL;
      guint n_moved = 0;

      problem->churn = churns[c];
      next = kith_family_search (problem, &search, NULL, NULL);
      g_assert_cmpuint (get_best (next)->n_broken, ==, 0);
      g_assert_cmpfloat (get_best (next)->objective + churns[c] * get_best (next)->n_moved, <=,
                         before->objective + 1e-9);
      match = kith_family_match (before->families, get_best (next)->families, G_N_ELEMENTS (order),
                                 problem->n_families);
      for (guint i = 0; i < G_N_ELEMENTS (order); i++)
        n_moved += match[before->families[i]] != get_best (next)->families[i];
      g_assert_cmpuint (get_best (next)->n_moved, ==, n_moved);
      g_assert_cmpuint (n_moved, <=, n_before);
      n_before = n_moved;
    }
  g_assert_cmpuint (n_before, ==, 0);
}

/* 0 and 1 have two schools in common, 1 and 0 too, 0 and 0 one; what was alone goes on alone. */
static void
test_match (void)
{
  const guint a[] = { 0, 0, 0, 1, 1, 2, KITH_FAMILY_NONE }, b[] = { 1, 1, 0, 0, 0, 2, 2 };
  const guint gone[] = { 0, 0, 0, 1, 1, KITH_FAMILY_NONE, 2 };
  g_autofree guint *match = kith_family_match (a, b, G_N_ELEMENTS (a), 3);
  g_autofree guint *other = kith_family_match (a, gone, G_N_ELEMENTS (a), 3);

  g_assert_cmpuint (match[0], ==, 1);
  g_assert_cmpuint (match[1], ==, 0);
  g_assert_cmpuint (match[2], ==, 2);
  g_assert_cmpuint (other[2], ==, KITH_FAMILY_NONE);
}

static void
test_numbers (void)
{
  for (guint n = 1; n < 500; n++)
    {
      guint k = kith_family_problem_count_families (n, 12, 20);

      if (n < 12 || (n >= 21 && n <= 23))
        g_assert_cmpuint (k, ==, 0);
      else
        {
          g_assert_cmpuint (12 * k, <=, n);
          g_assert_cmpuint (n, <=, 20 * k);
        }
    }
  g_assert_cmpuint (kith_family_problem_count_families (850, 12, 20), ==, 57);
  g_assert_cmpuint (kith_family_problem_count_families (24, 12, 20), ==, 2);
}

/* Each obstacle, and what is said of it. */
static void
test_obstacles (void)
{
  g_autoptr (KithFamilyProblem) number = kith_family_problem_new (22, 1);
  g_autoptr (KithFamilyProblem) clique = kith_family_problem_new (40, 1);
  g_autoptr (KithFamilyProblem) majority = kith_family_problem_new (40, 1);
  g_autoptr (KithFamilyJudgement) judgement = kith_family_judge (number, NULL, NULL);

  g_assert_cmpint (judgement->obstacle, ==, KITH_FAMILY_OBSTACLE_NUMBER);
  g_assert_cmpuint (judgement->number, ==, 22);
  kith_family_judgement_free (g_steal_pointer (&judgement));

  /* 40 schools make three Families; four that are all rivals need four */
  g_assert_cmpuint (clique->n_families, ==, 3);
  clique->least_authorities = 0;
  clique->is_mixed = FALSE;
  for (guint a = 0; a < 4; a++)
    for (guint b = 0; b < a; b++)
      kith_family_problem_add_rivals (clique, 5 * a + 1, 5 * b + 1);
  judgement = kith_family_judge (clique, NULL, NULL);
  g_assert_cmpint (judgement->obstacle, ==, KITH_FAMILY_OBSTACLE_RIVALS);
  g_assert_cmpuint (judgement->schools->len, ==, 4);
  g_assert_cmpuint (g_array_index (judgement->schools, guint, 0), ==, 1);
  g_assert_cmpuint (g_array_index (judgement->schools, guint, 3), ==, 16);
  kith_family_judgement_free (g_steal_pointer (&judgement));

  /* of 40 schools 21 are of one authority; three Families give it 20 places at the most */
  majority->n_authorities = 4;
  for (guint i = 0; i < 40; i++)
    majority->authorities[i] = i < 21 ? 2 : i % 2;
  judgement = kith_family_judge (majority, NULL, NULL);
  g_assert_cmpint (judgement->obstacle, ==, KITH_FAMILY_OBSTACLE_MAJORITY);
  g_assert_cmpuint (judgement->authority, ==, 2);
  g_assert_cmpuint (judgement->limit, ==, 20);
  kith_family_judgement_free (g_steal_pointer (&judgement));

  /* five schools outside the large authority cannot give three Families two others each */
  for (guint i = 0; i < 40; i++)
    majority->authorities[i] = i < 35 ? 2 : 3;
  majority->is_mixed = FALSE;
  judgement = kith_family_judge (majority, NULL, NULL);
  g_assert_cmpint (judgement->obstacle, ==, KITH_FAMILY_OBSTACLE_AUTHORITIES);
  g_assert_cmpuint (judgement->number, ==, 6);
  g_assert_cmpuint (judgement->limit, ==, 9);
}

/* All values alike, duplicates: no NaN, and rules that hold. */
static void
test_plain (void)
{
  g_autoptr (KithFamilyProblem) problem = kith_family_problem_new (30, 2);
  const KithFamilySearch search = { 1, 1, 500 };
  g_autoptr (GPtrArray) answers = NULL;

  problem->least_authorities = 1;
  problem->is_mixed = FALSE;
  for (guint i = 0; i < 30; i++)
    problem->values[2 * i] = 0;
  answers = kith_family_search (problem, &search, NULL, NULL);
  assert_keeps_rules (problem, get_best (answers));
  g_assert_cmpfloat (get_best (answers)->objective, ==, 0);
  g_assert_cmpfloat (kith_family_estimate (problem, 1, 3, NULL), ==, 0);
}

/* Two Families of two: 0 and 1, 10 and 11. J = 4 × 0.5², by hand. */
static void
test_by_hand (void)
{
  g_autoptr (KithFamilyProblem) problem = kith_family_problem_new (4, 1);
  const guint families[] = { 0, 0, 1, 1 };
  static const double values[] = { 0, 1, 10, 11 };

  problem->n_families = 2;
  for (guint i = 0; i < 4; i++)
    problem->values[i] = values[i];
  g_assert_cmpfloat (kith_family_problem_measure (problem, families), ==, 1);
  g_assert_cmpfloat (kith_family_estimate (problem, 1, 20, NULL), ==, 1);
}

/* Worked by hand: the same, other names for the same, and one school astray. */
static void
test_alike (void)
{
  guint one[] = { 0, 0, 1, 1 }, other[] = { 5, 5, 2, 2 };
  guint three[] = { 0, 0, 0, 1, 1 }, astray[] = { 0, 0, 1, 1, 1 };
  KithFamilyAnswer a = { one, 4 }, b = { other, 4 }, c = { three, 5 }, d = { astray, 5 };

  g_assert_cmpfloat (kith_family_answer_compare (&a, &a), ==, 1);
  g_assert_cmpfloat (kith_family_answer_compare (&a, &b), ==, 1);
  /* 5 schools: 2 pairs in both, 4 in each, 10 in all: (2 − 1.6) / (4 − 1.6) */
  g_assert_cmpfloat_with_epsilon (kith_family_answer_compare (&c, &d), 0.4 / 2.4, 1e-12);
}

static void
test_cancel (void)
{
  g_autoptr (KithJob) job = kith_job_new ("Families");
  guint order[60];
  g_autoptr (KithFamilyProblem) problem = NULL;
  const KithFamilySearch search = { 1, 2, 2000 };
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    order[i] = i;
  problem = make_pool (G_N_ELEMENTS (order), order);
  kith_job_cancel (job);
  g_assert_null (kith_family_search (problem, &search, job, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/family-search/J is as worked by hand", test_by_hand);
  g_test_add_func ("/family-search/how many Families, and when none", test_numbers);
  g_test_add_func ("/family-search/what is impossible is said, with the reason", test_obstacles);
  g_test_add_func ("/family-search/300 small pools: as good as trying every way", test_brute_force);
  g_test_add_func ("/family-search/Families that are there are found", test_planted);
  g_test_add_func ("/family-search/the same seed, the same Families", test_seeds);
  g_test_add_func ("/family-search/last year's Families, dear or cheap to leave", test_last_year);
  g_test_add_func ("/family-search/last year's Families are never given up for worse",
                   test_no_worse);
  g_test_add_func ("/family-search/which Families go on as which", test_match);
  g_test_add_func ("/family-search/schools that are all alike", test_plain);
  g_test_add_func ("/family-search/how alike two answers are", test_alike);
  g_test_add_func ("/family-search/cancelled at once", test_cancel);
  return g_test_run ();
}
