/* test-families.c: from the sample region to Families that are kept
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "check-families.h"
#include "kith-edit-families.h"
#include "kith-family-compare.h"
#include "kith-family-standing.h"
#include "read-region.h"

#include <math.h>
#include <string.h>

#define SEPTEMBER(year) kith_date_new (year, 9, 1)

static KithLedger *region;

static KithNetwork *
look_at (KithLedger *ledger, KithDate date)
{
  return kith_network_new (ledger, date, NULL, NULL);
}

static KithFamilies *
build (KithNetwork *network, KithPhase phase, KithPreset preset, const KithFamilyStanding *before)
{
  const KithFamilySearch search = { 1, 2, 2000 };
  g_autoptr (GError) error = NULL;
  KithFamilyTerms terms;
  KithFamilyPool *pool;
  KithFamilies *families;

  kith_family_terms_init (&terms, phase, preset);
  pool = kith_family_pool_new (network, &terms);
  if (before != NULL)
    kith_family_standing_keep (before, pool, 0.5);
  families = kith_families_build (pool, &search, NULL, &error);
  g_assert_no_error (error);
  return families;
}

/* Rules 1 to 4, J and the standardising, by code that shares nothing with what built them; rivals
   are measured again, each against each. */
static void
check (const KithFamilies *families)
{
  const KithFamilyPool *pool = families->pool;
  const KithFamilyProblem *problem = pool->problem;
  const KithFamilyAnswer *answer = g_ptr_array_index (families->answers, 0);
  guint n_k = problem->n_variables;
  CheckedFamilies checked = {
    problem->n_schools,
    problem->n_families,
    answer->families,
    problem->authorities,
    (const guint *)problem->rivals->data,
    problem->rivals->len,
    NULL,
    0,
    12,
    20,
    3,
    TRUE,
  };
  g_autofree char *broken = check_families_dup_broken (&checked);

  g_assert_cmpstr (broken, ==, NULL);
  g_assert_cmpfloat_with_epsilon (
      answer->objective, check_families_measure (&checked, problem->values, problem->weights, n_k),
      1e-6);
  for (guint k = 0; k < n_k; k++)
    {
      double sum = 0, squares = 0;
      guint n = 0;

      for (guint i = 0; i < problem->n_schools; i++)
        if (!isnan (problem->values[i * n_k + k]))
          {
            sum += problem->values[i * n_k + k];
            squares += problem->values[i * n_k + k] * problem->values[i * n_k + k];
            n++;
          }
      g_assert_cmpfloat_with_epsilon (sum / n, 0, 1e-9);
      g_assert_cmpfloat_with_epsilon (squares / n, 1, 1e-9);
    }
}

/* Each school is named once, and no two rivals by distance are together. */
static void
check_rivals (const KithFamilies *families)
{
  const KithFamilyPool *pool = families->pool;
  const KithFamilyAnswer *answer = g_ptr_array_index (families->answers, 0);
  const KithNetworkSchool *schools = kith_network_get_schools (pool->network, &(guint){ 0 });

  for (guint i = 0; i < answer->n_schools; i++)
    for (guint j = 0; j < i; j++)
      {
        guint a = g_array_index (pool->schools, KithPoolSchool, i).school;
        guint b = g_array_index (pool->schools, KithPoolSchool, j).school;

        if (answer->families[i] == answer->families[j])
          {
            g_assert_cmpint (kith_rivals_find (pool->rivals, a, b), ==, KITH_RIVAL_NONE);
            g_assert_true (schools[a].record != schools[b].record);
          }
      }
}

static void
test_region (void)
{
  static const struct
  {
    KithPhase phase;
    KithPreset preset;
  } cases[] = {
    { KITH_PHASE_PRIMARY, KITH_PRESET_FAMILIES },
    { KITH_PHASE_PRIMARY, KITH_PRESET_EEF_LIKE },
    { KITH_PHASE_PRIMARY, KITH_PRESET_BACKGROUND },
    { KITH_PHASE_SECONDARY, KITH_PRESET_EEF_LIKE },
  };
  g_autoptr (KithNetwork) network = look_at (region, SEPTEMBER (2026));

  for (guint c = 0; c < G_N_ELEMENTS (cases); c++)
    {
      g_autoptr (KithFamilies) families = build (network, cases[c].phase, cases[c].preset, NULL);
      g_autofree char *outlook = kith_families_dup_outlook (families);

      g_test_message ("%s", outlook);
      g_assert_true (kith_families_is_found (families));
      check (families);
      check_rivals (families);
    }
}

static void
test_terms (void)
{
  g_autoptr (GArray) codes = g_array_new (FALSE, FALSE, sizeof (gint64));
  const gint64 authorities[] = { 350, 936 };
  g_autofree char *text = NULL, *again = NULL;
  KithFamilyTerms terms, read;

  kith_family_terms_init (&terms, KITH_PHASE_SECONDARY, KITH_PRESET_DFE_NINE);
  terms.authorities = authorities;
  terms.n_authorities = 2;
  terms.least = 10;
  terms.is_mixed = FALSE;
  terms.churn = 0.25;
  text = kith_family_terms_dup_text (&terms);
  kith_family_terms_read (&read, codes, text);
  again = kith_family_terms_dup_text (&read);
  g_assert_cmpstr (text, ==, again);
  g_assert_cmpint (read.phase, ==, KITH_PHASE_SECONDARY);
  g_assert_cmpint (read.authorities[1], ==, 936);
  g_assert_cmpfloat (read.weights[KITH_VARIABLE_POLAR4], ==, 1.0 / 9);
  /* what nobody wrote is as METHODS has it */
  kith_family_terms_read (&read, codes, "weather=fair");
  g_assert_cmpuint (read.least, ==, 12);
  g_assert_cmpfloat (read.weights[KITH_VARIABLE_DISADVANTAGE], ==, 0.5);
}

static KithLedger *
keep (const KithFamilies *families)
{
  g_autoptr (KithEdit) edit = kith_families_keep (families, 0);

  g_assert_cmpuint (edit->problems->len, ==, 0);
  return kith_changeset_apply (edit->changes, 2);
}

/* The region has two Families of its own. */
static guint
count_families (KithNetwork *network, guint *n_members)
{
  guint n, n_families = 0;
  const KithNetworkArrangement *rows = kith_network_get_arrangements (network, &n);

  *n_members = 0;
  for (guint a = 0; a < n; a++)
    if (rows[a].kind == KITH_KIND_FAMILY && g_str_has_suffix (rows[a].name, "ary)"))
      {
        n_families++;
        *n_members += rows[a].n_schools;
      }
  return n_families;
}

static void
test_kept (void)
{
  g_autoptr (KithNetwork) network = look_at (region, SEPTEMBER (2026));
  g_autoptr (KithFamilies) families =
      build (network, KITH_PHASE_PRIMARY, KITH_PRESET_EEF_LIKE, NULL);
  const KithFamilyAnswer *answer = g_ptr_array_index (families->answers, 0);
  g_autoptr (KithLedger) ledger = keep (families);
  g_autoptr (KithNetwork) after = look_at (ledger, SEPTEMBER (2026));
  g_autoptr (KithNetwork) day_before = look_at (ledger, SEPTEMBER (2026) - 1);
  g_autoptr (KithFamilyStanding) standing = kith_family_standing_new (after, KITH_PHASE_PRIMARY);
  guint n_members;

  g_assert_cmpuint (count_families (after, &n_members), ==, families->pool->problem->n_families);
  g_assert_cmpuint (n_members, ==, answer->n_schools);
  g_assert_cmpuint (count_families (day_before, &n_members), ==, 0);
  g_assert_cmpuint (standing->n_placed, ==, answer->n_schools);
  for (guint s = 0; s < answer->n_schools; s++)
    g_assert_cmpuint (standing->families[s], ==, answer->families[s]);
}

/* The year after, with the same figures and one school locked: nobody moves. */
static void
test_next_year (void)
{
  g_autoptr (KithNetwork) network = look_at (region, SEPTEMBER (2026));
  g_autoptr (KithFamilies) first =
      build (network, KITH_PHASE_SECONDARY, KITH_PRESET_EEF_LIKE, NULL);
  g_autoptr (KithLedger) ledger = keep (first), next_ledger = NULL;
  g_autoptr (KithNetwork) later = look_at (ledger, SEPTEMBER (2027)), next_network = NULL;
  g_autoptr (KithFamilyStanding) standing = kith_family_standing_new (later, KITH_PHASE_SECONDARY);
  g_autoptr (KithFamilies) next =
      build (later, KITH_PHASE_SECONDARY, KITH_PRESET_EEF_LIKE, standing);
  const KithFamilyAnswer *answer = g_ptr_array_index (next->answers, 0);
  guint n_before, n_after, n_members;

  check (next);
  g_assert_cmpuint (answer->n_moved, <=, answer->n_schools / 20);
  next_ledger = keep (next);
  next_network = look_at (next_ledger, SEPTEMBER (2027));
  n_before = count_families (later, &n_members);
  n_after = count_families (next_network, &n_members);
  /* Families go on under their names, none beside them */
  g_assert_cmpuint (n_after, ==, n_before);
  g_assert_cmpuint (n_members, ==, answer->n_schools);
}

/* A name of its own, and none that another Family has, in whatever letters. */
static void
test_named (void)
{
  g_autoptr (KithNetwork) network = look_at (region, SEPTEMBER (2026));
  g_autoptr (KithFamilies) first =
      build (network, KITH_PHASE_SECONDARY, KITH_PRESET_EEF_LIKE, NULL);
  g_autoptr (KithLedger) ledger = keep (first), named = NULL;
  g_autoptr (GArray) ids =
      kith_family_run_list (ledger, kith_family_run_find (ledger, "secondary", SEPTEMBER (2026)));
  gint64 one = g_array_index (ids, gint64, 0), other = g_array_index (ids, gint64, 1);
  const KithArrangement *second = kith_ledger_find (ledger, KITH_TABLE_ARRANGEMENT, other);
  g_autofree char *taken = g_utf8_strup (second->name, -1);
  g_autoptr (KithEdit) edit = kith_edit_name_family (ledger, one, " Hill Top ", SEPTEMBER (2026));
  g_autoptr (KithEdit) same = kith_edit_name_family (ledger, one, taken, SEPTEMBER (2026));
  g_autoptr (KithEdit) none = kith_edit_name_family (ledger, one, "  ", SEPTEMBER (2026));
  g_autoptr (KithEdit) nobody = kith_edit_name_family (ledger, -1, "Hill", SEPTEMBER (2026));

  g_assert_true (kith_edit_check (edit, NULL));
  named = kith_changeset_apply (edit->changes, 3);
  g_assert_cmpstr (
      ((const KithArrangement *)kith_ledger_find (named, KITH_TABLE_ARRANGEMENT, one))->name, ==,
      "Hill Top");
  g_assert_nonnull (kith_edit_find_problem (same, "name"));
  g_assert_nonnull (kith_edit_find_problem (none, "name"));
  g_assert_nonnull (kith_edit_find_problem (nobody, "family"));
}

/* A school leaves only where that saves more than it costs, or where a rule asks for it; sizes and
   mix are counted again. */
static void
test_compared (void)
{
  const KithFamilySearch search = { 1, 2, 2000 };
  g_autoptr (KithNetwork) network = look_at (region, SEPTEMBER (2026));
  g_autoptr (KithFamilies) first =
      build (network, KITH_PHASE_SECONDARY, KITH_PRESET_EEF_LIKE, NULL);
  g_autoptr (KithLedger) ledger = keep (first);
  g_autoptr (KithNetwork) later = look_at (ledger, SEPTEMBER (2027));
  g_autoptr (KithFamilyStanding) standing = kith_family_standing_new (later, KITH_PHASE_SECONDARY);
  g_autoptr (KithFamilies) next = NULL;
  g_autoptr (GArray) movers = NULL, elsewhere = NULL;
  const KithFamilyAnswer *answer;
  KithFamilyTraits traits;
  KithFamilyTerms terms;
  KithFamilyPool *pool;

  kith_family_terms_init (&terms, KITH_PHASE_SECONDARY, KITH_PRESET_BACKGROUND);
  pool = kith_family_pool_new (later, &terms);
  kith_family_standing_keep (standing, pool, 0.02);
  next = kith_families_build (pool, &search, NULL, NULL);
  answer = g_ptr_array_index (next->answers, 0);
  movers = kith_family_list_movers (pool, answer);
  g_assert_cmpuint (movers->len, >, 0);
  g_assert_cmpuint (movers->len, ==, answer->n_moved);
  for (guint m = 0; m < movers->len; m++)
    {
      const KithFamilyMover *mover = &g_array_index (movers, KithFamilyMover, m);

      g_assert_cmpuint (mover->to, ==, answer->families[mover->school]);
      g_assert_cmpuint (mover->goes_on, !=, mover->to);
      if (!mover->breaks && !isnan (mover->price))
        g_assert_cmpfloat (mover->price, >=, 0.02 - 1e-6);
    }
  elsewhere = kith_family_list_elsewhere (pool, answer, answer);
  g_assert_cmpuint (elsewhere->len, ==, 0);
  traits = kith_family_traits_measure (pool, answer);
  g_assert_cmpuint (traits.least, >=, 12);
  g_assert_cmpuint (traits.most, <=, 20);
  g_assert_cmpuint (traits.least_authorities, >=, 3);
  g_assert_cmpfloat (traits.most_share, <=, 0.5);
  for (guint f = 0; f < pool->problem->n_families; f++)
    {
      guint n = 0;

      for (guint s = 0; s < answer->n_schools; s++)
        n += answer->families[s] == f;
      g_assert_cmpuint (n, >=, traits.least);
      g_assert_cmpuint (n, <=, traits.most);
    }
}

static void
test_explained (void)
{
  g_autoptr (KithNetwork) network = look_at (region, SEPTEMBER (2026));
  g_autoptr (KithFamilies) families =
      build (network, KITH_PHASE_SECONDARY, KITH_PRESET_EEF_LIKE, NULL);
  const KithFamilyPool *pool = families->pool;
  const KithFamilyAnswer *answer = g_ptr_array_index (families->answers, 0);
  g_autoptr (KithFamilyExplainer) explainer = kith_family_explainer_new (pool, answer->families);
  g_autofree guint *moved = g_memdup2 (answer->families, answer->n_schools * sizeof (guint));
  double j = 0;

  for (guint s = 0; s < answer->n_schools; s++)
    {
      KithFamilyWhy why = kith_family_explainer_explain (explainer, s);
      g_autoptr (KithFamilyMove) move =
          kith_family_explainer_price_move (explainer, s, why.nearest);
      double whole = 0;

      for (guint v = 0; v < KITH_N_VARIABLES; v++)
        whole += why.shares[v];
      g_assert_cmpfloat_with_epsilon (whole, why.distance > 0 ? 1 : 0, 1e-9);
      j += why.distance * why.distance;
      /* the price is what measuring again says */
      moved[s] = why.nearest;
      g_assert_cmpfloat_with_epsilon (
          move->rise, kith_family_problem_measure (pool->problem, moved) - answer->objective, 1e-9);
      moved[s] = answer->families[s];
    }
  /* each school's square is its part of J */
  g_assert_cmpfloat_with_epsilon (j, answer->objective, 1e-9);
}

static gint64
get_urn (const KithFamilyStanding *standing, guint school)
{
  return kith_network_get_schools (
             standing->pool->network,
             &(guint){ 0 })[g_array_index (standing->pool->schools, KithPoolSchool, school).school]
      .record->urn;
}

/* A school is moved by hand, then locked where it is; the next Families keep it there, and two
   that are locked together are so. */
static void
test_by_hand (void)
{
  g_autoptr (KithNetwork) network = look_at (region, SEPTEMBER (2026));
  g_autoptr (KithFamilies) families =
      build (network, KITH_PHASE_SECONDARY, KITH_PRESET_EEF_LIKE, NULL);
  g_autoptr (KithLedger) ledger = keep (families);
  g_autoptr (KithNetwork) kept = look_at (ledger, SEPTEMBER (2026));
  g_autoptr (KithFamilyStanding) standing = kith_family_standing_new (kept, KITH_PHASE_SECONDARY);
  guint other = standing->families[0] == 0 ? 1 : 0;
  gint64 id = g_array_index (standing->arrangements, gint64, other);
  g_autoptr (KithEdit) move =
      kith_edit_move_to_family (ledger, get_urn (standing, 0), id, SEPTEMBER (2026) + 30);
  g_autoptr (KithLedger) moved = kith_changeset_apply (move->changes, 3);
  g_autoptr (KithEdit) again =
      kith_edit_move_to_family (moved, get_urn (standing, 0), id, SEPTEMBER (2026) + 30);
  g_autoptr (KithEdit) lock =
      kith_edit_lock (moved, "stays", get_urn (standing, 0), KITH_INT_NONE, id);
  g_autoptr (KithLedger) locked = kith_changeset_apply (lock->changes, 4);
  g_autoptr (KithNetwork) later = look_at (locked, SEPTEMBER (2027));
  g_autoptr (KithFamilyStanding) before = kith_family_standing_new (later, KITH_PHASE_SECONDARY);
  g_autoptr (KithFamilies) next = build (later, KITH_PHASE_SECONDARY, KITH_PRESET_EEF_LIKE, before);
  const KithFamilyAnswer *answer = g_ptr_array_index (next->answers, 0);
  guint n_beside = 0;

  g_assert_nonnull (kith_edit_find_problem (again, "family"));
  g_assert_cmpuint (before->families[0], ==, other);
  for (guint s = 1; s < answer->n_schools; s++)
    n_beside += before->families[s] == other && answer->families[s] == answer->families[0];
  g_assert_cmpuint (n_beside, >=, 6);
}

static void
test_none (void)
{
  g_autoptr (KithLedger) empty = kith_ledger_new_empty ();
  g_autoptr (KithNetwork) network = look_at (empty, SEPTEMBER (2026));
  g_autoptr (KithFamilyStanding) standing = kith_family_standing_new (network, KITH_PHASE_PRIMARY);
  g_autoptr (KithNetwork) full = look_at (region, SEPTEMBER (2026));
  KithFamilyTerms terms;
  g_autoptr (KithFamilyPool) pool = NULL;

  g_assert_null (standing->pool->problem);
  g_assert_null (standing->run);
  /* nobody has published what these are compared by */
  kith_family_terms_init (&terms, KITH_PHASE_PRIMARY, KITH_PRESET_FAMILIES);
  for (guint v = 0; v < KITH_N_VARIABLES; v++)
    terms.weights[v] = v == KITH_VARIABLE_POLAR4;
  pool = kith_family_pool_new (full, &terms);
  g_assert_null (pool->problem);
  g_assert_cmpuint (pool->dropped->len, ==, 1);
}

int
main (int argc, char **argv)
{
  int result;

  g_test_init (&argc, &argv, NULL);
  region = read_region (1, 400);
  g_test_add_func ("/families/of the sample region keep every rule, counted independently",
                   test_region);
  g_test_add_func ("/families/what was asked for is kept and read again", test_terms);
  g_test_add_func ("/families/become arrangements with their members, from their day on",
                   test_kept);
  g_test_add_func ("/families/go on next year", test_next_year);
  g_test_add_func ("/families/are left only for a reason", test_compared);
  g_test_add_func ("/families/are named", test_named);
  g_test_add_func ("/families/are explained, and a move is priced, as measuring again says",
                   test_explained);
  g_test_add_func ("/families/an officer's hand holds", test_by_hand);
  g_test_add_func ("/families/of nobody, or by nothing", test_none);
  result = g_test_run ();
  kith_ledger_unref (region);
  return result;
}
