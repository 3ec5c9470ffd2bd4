/* test-families-limits.c: pools that cannot be split, that are odd, or that are the same in other
 * words
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kith-families.h"
#include "kith-family-why.h"
#include "kith-random.h"
#include "ledger-plan.h"

#include <math.h>
#include <string.h>
#include <time.h>

#define AS_AT kith_date_new (2026, 9, 1)
#define FIRST 100001

/* Of the processor; sanitizers are several times slower, and are no measure. */
#if defined __has_feature
#if __has_feature(address_sanitizer)
#define IS_SANITIZED 1
#endif
#endif
#ifdef IS_SANITIZED
#define MOST_CLOCKS (10 * CLOCKS_PER_SEC)
#else
#define MOST_CLOCKS CLOCKS_PER_SEC
#endif

/* A pool of schools far from each other. */
typedef struct
{
  guint n;
  guint n_authorities;
  guint n_large; /* schools of the first authority; the others share the rest */
  double metres; /* between two */
  const char *phase;
  gboolean has_figures;
  gboolean is_constant;  /* all have the same share of EAL pupils */
  gboolean is_duplicate; /* all have the same figures */
  gboolean is_reversed;  /* the rows stand in the other order */
  double unit;           /* that the figures are multiplied with */
  gboolean counts_all;   /* every school within the distance is a rival */
} Pool;

static double
draw (KithRandom *random)
{
  return (double)(kith_random_next (random) >> 11) * 0x1p-53;
}

static void
plan_figure (LedgerPlan *plan, gint64 urn, const char *name, double value)
{
  KithValue *row = plan_row (plan, KITH_TABLE_MEASURE);

  row->urn = urn;
  row->name = name;
  row->year = 2025;
  row->value = value;
}

static void
plan_pool_school (LedgerPlan *plan, const Pool *pool, guint i)
{
  KithSchool *school =
      plan_school (plan, FIRST + i, pool->metres * (i % 30), pool->metres * (i / 30));
  KithRandom random;
  double same = pool->is_duplicate ? 0 : 1;
  g_autofree char *name = g_strdup_printf ("School %u", i + 1);

  kith_random_seed (&random, i, 9);
  school->la = i < pool->n_large ? 901 : 901 + i % pool->n_authorities;
  school->phase = pool->phase;
  school->low_age = strcmp (pool->phase, "Primary") == 0 ? 4 : 11;
  school->high_age = school->low_age + 7;
  school->name = g_intern_string (name);
  if (!pool->has_figures)
    return;
  plan_figure (plan, FIRST + i, "PNUMFSMEVER", pool->unit * (20 + same * 30 * draw (&random)));
  plan_figure (plan, FIRST + i, "PNUMEAL",
               pool->unit * (pool->is_constant ? 7 : 10 + same * 40 * draw (&random)));
  plan_figure (plan, FIRST + i, "PSENELK", pool->unit * (12 + same * 10 * draw (&random)));
  plan_figure (plan, FIRST + i, "PSENELSE", pool->unit * (3 + same * 2 * draw (&random)));
}

static KithFamilies *
build (const Pool *pool)
{
  const KithFamilySearch search = { 1, 2, 1500 };
  g_autoptr (LedgerPlan) plan = plan_new ();
  g_autoptr (KithLedger) ledger = NULL;
  g_autoptr (KithNetwork) network = NULL;
  g_autoptr (GError) error = NULL;
  KithFamilyTerms terms;
  KithFamilyPool *built;
  KithFamilies *families;

  for (guint i = 0; i < pool->n; i++)
    plan_pool_school (plan, pool, pool->is_reversed ? pool->n - 1 - i : i);
  if (pool->counts_all)
    plan_setting (plan, "rivals.nearest", "0");
  ledger = plan_end (plan);
  network = kith_network_new (ledger, AS_AT, NULL, NULL);
  kith_family_terms_init (
      &terms, strcmp (pool->phase, "Primary") == 0 ? KITH_PHASE_PRIMARY : KITH_PHASE_SECONDARY,
      KITH_PRESET_BACKGROUND);
  built = kith_family_pool_new (network, &terms);
  if (built->problem == NULL)
    {
      families = g_new0 (KithFamilies, 1);
      families->pool = built;
      return families;
    }
  families = kith_families_build (built, &search, NULL, &error);
  g_assert_no_error (error);
  return families;
}

/* Nothing in what is told of an answer is no number. */
static void
check_finite (const KithFamilies *families)
{
  const KithFamilyAnswer *answer = g_ptr_array_index (families->answers, 0);
  g_autoptr (KithFamilyExplainer) explainer =
      kith_family_explainer_new (families->pool, answer->families);

  g_assert_true (isfinite (answer->objective) && answer->objective >= 0);
  for (guint s = 0; s < answer->n_schools; s++)
    {
      KithFamilyWhy why = kith_family_explainer_explain (explainer, s);

      g_assert_true (isfinite (why.distance));
      for (guint v = 0; v < KITH_N_VARIABLES; v++)
        g_assert_true (isfinite (why.shares[v]));
    }
}

#define WIDE                                                                                       \
  {                                                                                                \
    .n_authorities = 4, .metres = 20000, .phase = "Primary", .has_figures = TRUE, .unit = 1        \
  }

static void
test_numbers (void)
{
  Pool pool = WIDE;

  for (pool.n = 20; pool.n <= 24; pool.n++)
    {
      clock_t since = clock ();
      g_autoptr (KithFamilies) families = build (&pool);
      g_autofree char *words = kith_families_dup_outlook (families);
      g_autofree char *number =
          g_strdup_printf ("%u schools cannot be split into Families of 12 to "
                           "20",
                           pool.n);
      gboolean is_impossible = pool.n >= 21 && pool.n <= 23;

      g_assert_cmpint (families->judgement->outlook == KITH_FAMILY_OUTLOOK_IMPOSSIBLE, ==,
                       is_impossible);
      g_assert_cmpint (g_str_has_prefix (words, number), ==, is_impossible);
      if (is_impossible)
        g_assert_cmpint (clock () - since, <, MOST_CLOCKS);
    }
}

/* Secondaries of a dense city, 700 m apart, where every school within 6 km is a rival: more of
   them are all rivals of each other than there are Families, and they are named. */
static void
test_city (void)
{
  Pool pool = WIDE;
  g_autoptr (KithFamilies) families = NULL;
  g_autofree char *words = NULL;
  clock_t since;

  pool.n = 60;
  pool.metres = 700;
  pool.phase = "Secondary";
  pool.counts_all = TRUE;
  since = clock ();
  families = build (&pool);
  words = kith_families_dup_outlook (families);
  g_assert_cmpint (clock () - since, <, MOST_CLOCKS);
  g_assert_cmpint (families->judgement->outlook, ==, KITH_FAMILY_OUTLOOK_IMPOSSIBLE);
  g_assert_cmpint (families->judgement->obstacle, ==, KITH_FAMILY_OBSTACLE_RIVALS);
  g_assert_nonnull (strstr (words, "are all rivals of each other"));
  g_assert_nonnull (strstr (words, "School "));
  g_assert_cmpuint (families->judgement->schools->len, >, families->judgement->limit);
  /* they are what is said of them */
  for (guint a = 0; a < families->judgement->schools->len; a++)
    for (guint b = 0; b < a; b++)
      {
        const GArray *of = families->judgement->schools;
        guint one = g_array_index (of, guint, a), other = g_array_index (of, guint, b);
        double far = hypot (700.0 * (one % 30) - 700.0 * (other % 30),
                            700.0 * (one / 30) - 700.0 * (other / 30));

        g_assert_cmpfloat (far, <, 6000);
      }
}

static void
test_one_authority (void)
{
  Pool pool = WIDE;
  g_autoptr (KithFamilies) families = NULL;

  pool.n = 60;
  pool.n_authorities = 1;
  families = build (&pool);
  g_assert_true (kith_families_is_found (families));
  check_finite (families);
}

static void
test_large_authority (void)
{
  Pool pool = WIDE;
  g_autoptr (KithFamilies) families = NULL;
  g_autofree char *words = NULL;

  pool.n = 100;
  pool.n_large = 90;
  families = build (&pool);
  words = kith_families_dup_outlook (families);
  g_assert_cmpint (families->judgement->obstacle, ==, KITH_FAMILY_OBSTACLE_MAJORITY);
  g_assert_nonnull (strstr (words, "of the 100 schools"));
}

static void
test_no_figures (void)
{
  Pool pool = WIDE;
  g_autoptr (KithFamilies) families = NULL;

  pool.n = 60;
  pool.has_figures = FALSE;
  families = build (&pool);
  g_assert_null (families->pool->problem);
  g_assert_cmpuint (families->pool->left_out->len + families->pool->dropped->len, >, 0);
}

/* What is the same for all is dropped and said, and the rest shares its weight. */
static void
test_constant (void)
{
  Pool pool = WIDE;
  g_autoptr (KithFamilies) families = NULL;
  double whole = 0;

  pool.n = 60;
  pool.is_constant = TRUE;
  families = build (&pool);
  g_assert_cmpuint (families->pool->dropped->len, ==, 1);
  g_assert_cmpint (g_array_index (families->pool->dropped, KithVariable, 0), ==, KITH_VARIABLE_EAL);
  for (guint v = 0; v < families->pool->variables->len; v++)
    whole += g_array_index (families->pool->variables, KithPoolVariable, v).weight;
  g_assert_cmpfloat_with_epsilon (whole, 1, 1e-12);
  check_finite (families);
}

static void
test_duplicates (void)
{
  Pool pool = WIDE;
  g_autoptr (KithFamilies) families = NULL;

  pool.n = 60;
  pool.is_duplicate = TRUE;
  families = build (&pool);
  /* nothing differs: nothing to compare by, and no answer that is no number */
  if (families->pool->problem == NULL)
    g_assert_cmpuint (families->pool->dropped->len, >, 0);
  else
    check_finite (families);
}

/* The order of rows and the unit of a figure change nothing: the same Families, to the byte. */
static void
test_invariance (void)
{
  Pool pool = WIDE, other = WIDE;
  g_autoptr (KithFamilies) families = NULL, again = NULL;

  pool.n = other.n = 90;
  other.is_reversed = TRUE;
  other.unit = 0.01;
  families = build (&pool);
  again = build (&other);
  g_assert_cmpuint (families->answers->len, ==, again->answers->len);
  for (guint a = 0; a < families->answers->len; a++)
    {
      const KithFamilyAnswer *one = g_ptr_array_index (families->answers, a);
      const KithFamilyAnswer *two = g_ptr_array_index (again->answers, a);

      g_assert_cmpuint (one->seed, ==, two->seed);
      g_assert_cmpmem (one->families, one->n_schools * sizeof (guint), two->families,
                       two->n_schools * sizeof (guint));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/families-limits/21, 22 and 23 schools, said at once", test_numbers);
  g_test_add_func ("/families-limits/a dense city of rivals, named at once", test_city);
  g_test_add_func ("/families-limits/one authority", test_one_authority);
  g_test_add_func ("/families-limits/an authority with nine tenths of the schools",
                   test_large_authority);
  g_test_add_func ("/families-limits/nothing is known of anybody", test_no_figures);
  g_test_add_func ("/families-limits/a figure that is the same for all", test_constant);
  g_test_add_func ("/families-limits/schools that are all the same", test_duplicates);
  g_test_add_func ("/families-limits/neither order nor unit matters", test_invariance);
  return g_test_run ();
}
