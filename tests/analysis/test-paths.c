/* test-paths.c: who can help a school, and who can introduce it
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "call-roll.h"
#include "kith-circle.h"
#include "kith-paths.h"
#include "ledger-plan.h"
#include "random-register.h"

#include <string.h>

#define REVIEW (kith_date_new (2026, 3, 1))

static KithArrangement *
plan_group (LedgerPlan *plan, const char *kind, const char *name, const char *schools)
{
  KithArrangement *arrangement = plan_arrangement (plan, kind, name);

  for (; *schools != '\0'; schools++)
    plan_member (plan, arrangement, 100000 + (*schools - '0'));
  return arrangement;
}

static void
plan_strength (LedgerPlan *plan, gint64 urn, gint64 person)
{
  KithExpertise *strength = plan_row (plan, KITH_TABLE_EXPERTISE);

  strength->urn = urn;
  strength->person_id = person;
  strength->area = "Reading";
}

/* School 1 needs help with reading. It is in the area partnership with 2 and 3, in the trust with
   4 and in the pairing with 5. Strong are 3, itself; 6, in a hub with 2, and in another with 5;
   7, in a hub with 4; and Ada Marsh, deputy of that hub, at 8. School 9 knows nobody. */
static LedgerPlan *
plan_system (void)
{
  LedgerPlan *plan = plan_new ();
  KithArrangement *hub;
  KithPost *post;
  KithNeed *need;

  for (guint i = 1; i <= 9; i++)
    {
      g_autofree char *name = g_strdup_printf ("School %u", i);

      plan_school (plan, 100000 + i, 1000 * i, 0)->name = g_intern_string (name);
    }
  plan_group (plan, "area-partnership", "Moorside partnership", "123");
  plan_group (plan, "trust", "Marsh Trust", "14");
  plan_group (plan, "pairing", "Keys", "15");
  plan_group (plan, "hub", "EAL hub", "26");
  plan_group (plan, "hub", "Maths hub", "56");
  hub = plan_group (plan, "hub", "SEND hub", "47");
  ((KithPerson *)plan_row (plan, KITH_TABLE_PERSON))->name = "Ada Marsh";
  hub->deputy_id = 1;
  post = plan_row (plan, KITH_TABLE_POST);
  post->person_id = 1;
  post->urn = 100008;
  for (gint64 urn = 100003; urn <= 100009; urn += urn == 100003 ? 3 : urn == 100007 ? 2 : 1)
    plan_strength (plan, urn, KITH_INT_NONE);
  plan_strength (plan, KITH_INT_NONE, 1);
  plan_strength (plan, 100001, KITH_INT_NONE);
  need = plan_row (plan, KITH_TABLE_NEED);
  need->urn = 100001;
  need->area = " reading";
  return plan;
}

/* Strengths of the ties, all live and unrecorded (r = ½), by METHODS section 3:
   1–3 in the partnership ½ / 2 = 0.25; 1–5 in the pairing 2 · ½ = 1; 1–4 in the trust 1;
   5–6, 2–6 and 4–7 in their hubs ½; the deputy 1 · √½ / 2 = 0.354. */
static void
test_ranked (void)
{
  g_autoptr (LedgerPlan) plan = plan_system ();
  g_autoptr (KithLedger) ledger = plan_end (plan);
  g_autoptr (KithRoll) roll = call_roll (ledger, REVIEW);
  g_autoptr (KithPaths) paths = kith_paths_new (roll, 100001, NULL, FALSE);
  guint n;
  const KithHelp *help = kith_paths_get (paths, &n);

  g_assert_cmpuint (n, ==, 1);
  g_assert_cmpstr (help->area, ==, "reading");
  g_assert_nonnull (help->need);
  g_assert_cmpuint (help->n_helpers, ==, 4);
  g_assert_cmpuint (help->n_further, ==, 1);
  g_assert_cmpstr (help->words, ==,
                   "Four within two introductions of School 1 are recorded as strong at reading. "
                   "One other is, and nobody on record can introduce it.");
  g_assert_cmpstr (help->helpers[0].name, ==, "School 3");
  g_assert_cmpuint (help->helpers[0].route.n_introductions, ==, 1);
  g_assert_cmpfloat_with_epsilon (help->helpers[0].route.strength, 0.25, 1e-9);
  /* 2 km × 1.3 / 40 km/h */
  g_assert_cmpfloat_with_epsilon (help->helpers[0].minutes, 3.9, 1e-9);
  g_assert_cmpstr (help->helpers[0].route.words, ==,
                   "School 3 is in Moorside partnership with School 1.");
  g_assert_cmpuint (help->helpers[0].other.n_introductions, ==, 0);
  /* of two ties of ½ the nearer school */
  g_assert_cmpstr (help->helpers[1].name, ==, "School 6");
  g_assert_cmpfloat_with_epsilon (help->helpers[1].route.strength, 0.5, 1e-9);
  g_assert_cmpstr (help->helpers[1].route.words, ==,
                   "School 5, which is in Keys with School 1, can introduce it. It is in Maths hub "
                   "with School 6.");
  g_assert_cmpstr (help->helpers[1].other.words, ==,
                   "School 2, which is in Moorside partnership with School 1, can introduce it. It "
                   "is in EAL hub with School 6.");
  g_assert_cmpstr (help->helpers[2].name, ==, "School 7");
  g_assert_cmpuint (help->helpers[2].other.n_introductions, ==, 0);
  g_assert_cmpstr (help->helpers[3].name, ==, "Ada Marsh");
  g_assert_cmpfloat_with_epsilon (help->helpers[3].route.strength, sqrt (0.5) / 2, 1e-9);
  g_assert_cmpstr (help->helpers[3].at, ==, "School 8");
  g_assert_cmpint (help->helpers[3].urn, ==, 100008);
  g_assert_cmpstr (help->helpers[3].route.words, ==,
                   "School 4, which is in Marsh Trust with School 1, can introduce it. It is in "
                   "SEND hub, of which Ada Marsh is the deputy.");
}

static void
test_own_trust (void)
{
  g_autoptr (LedgerPlan) plan = plan_system ();
  g_autoptr (KithLedger) ledger = plan_end (plan);
  g_autoptr (KithRoll) roll = call_roll (ledger, REVIEW);
  g_autoptr (KithPaths) paths = kith_paths_new (roll, 100001, NULL, TRUE);
  guint n;
  const KithHelp *help = kith_paths_get (paths, &n);

  g_assert_cmpuint (help->n_helpers, ==, 2);
  g_assert_cmpstr (help->helpers[0].name, ==, "School 3");
  g_assert_cmpstr (help->helpers[1].name, ==, "School 6");
}

static void
test_asked (void)
{
  g_autoptr (LedgerPlan) plan = plan_system ();
  g_autoptr (KithLedger) ledger = plan_end (plan);
  g_autoptr (KithRoll) roll = call_roll (ledger, REVIEW);
  g_autoptr (KithPaths) none = kith_paths_new (roll, 100002, NULL, FALSE);
  g_autoptr (KithPaths) asked = kith_paths_new (roll, 100002, "READING ", FALSE);
  g_autoptr (KithPaths) unheard = kith_paths_new (roll, 100002, "Falconry", FALSE);
  guint n;

  kith_paths_get (none, &n);
  g_assert_cmpuint (n, ==, 0);
  g_assert_null (kith_paths_get (asked, &n)->need);
  g_assert_cmpuint (kith_paths_get (asked, &n)->n_helpers, ==, 3);
  g_assert_cmpstr (kith_paths_get (unheard, &n)->words, ==,
                   "Nobody within two introductions of School 2 is recorded as strong at "
                   "Falconry.");
  g_assert_null (kith_paths_new (roll, 900001, NULL, FALSE));
}

/* The way there and back in loops over everything, for helpers that are schools. */
typedef struct
{
  guint n_introductions;
  guint at[3]; /* first, between, second */
  double strength;
} Step;

static gboolean
is_live_in (const KithNetworkArrangement *in, guint school, double *recency)
{
  for (guint m = 0; m < in->n_schools; m++)
    if (in->members[m].school == school && in->members[m].is_live)
      {
        *recency = in->members[m].recency;
        return TRUE;
      }
  return FALSE;
}

static double
get_part (KithNetwork *network, const KithNetworkArrangement *in, guint a, guint b)
{
  double one, other;

  if (!in->ties || a == b || !is_live_in (in, a, &one) || !is_live_in (in, b, &other))
    return 0;
  return kith_network_get_settings (network)->weight[in->kind] * sqrt (one * other) /
         (in->n_schools - 1);
}

static GArray *
list_steps (KithNetwork *network, guint from, guint to)
{
  GArray *steps = g_array_new (FALSE, FALSE, sizeof (Step));
  guint n, n_schools;
  const KithNetworkArrangement *all = kith_network_get_arrangements (network, &n);

  kith_network_get_schools (network, &n_schools);
  for (guint g = 0; g < n; g++)
    {
      Step step = { 1,
                    { g, KITH_INDEX_NONE, KITH_INDEX_NONE },
                    get_part (network, &all[g], from, to) };

      if (step.strength > 0)
        g_array_append_val (steps, step);
      for (guint j = 0; j < n_schools; j++)
        for (guint h = 0; h < n && j != to; h++)
          {
            double one = get_part (network, &all[g], from, j);
            double other = h == g ? 0 : get_part (network, &all[h], j, to);
            Step further = { 2, { g, j, h }, MIN (one, other) };

            if (further.strength > 0)
              g_array_append_val (steps, further);
          }
    }
  return steps;
}

static gboolean
are_apart (const guint *a, const guint *b)
{
  return a[0] != b[0] && a[0] != b[2] && (a[2] == KITH_INDEX_NONE || a[2] != b[0]) &&
         (a[2] == KITH_INDEX_NONE || a[2] != b[2]) && (a[1] == KITH_INDEX_NONE || a[1] != b[1]);
}

static void
compare_ways (KithNetwork *network, guint from, const KithHelper *helper)
{
  guint to = kith_network_find_school (network, helper->strong->id);
  g_autoptr (GArray) steps = list_steps (network, from, to);
  guint fewest = 3;
  double strongest = 0, strongest_with_other = 0, strongest_other = 0;
  guint other_introductions = 0;

  for (guint s = 0; s < steps->len; s++)
    fewest = MIN (fewest, g_array_index (steps, Step, s).n_introductions);
  for (guint s = 0; s < steps->len; s++)
    {
      const Step *step = &g_array_index (steps, Step, s);

      if (step->n_introductions != fewest)
        continue;
      strongest = MAX (strongest, step->strength);
      for (guint o = 0; o < steps->len; o++)
        if (are_apart (step->at, g_array_index (steps, Step, o).at))
          strongest_with_other = MAX (strongest_with_other, step->strength);
    }
  g_assert_cmpuint (helper->route.n_introductions, ==, fewest);
  g_assert_cmpfloat_with_epsilon (
      helper->route.strength, strongest_with_other > 0 ? strongest_with_other : strongest, 1e-12);
  g_assert_cmpint (helper->other.n_introductions > 0, ==, strongest_with_other > 0);
  if (strongest_with_other == 0)
    return;
  for (guint o = 0; o < steps->len; o++)
    {
      const Step *step = &g_array_index (steps, Step, o);
      guint own[] = { helper->route.first, helper->route.between, helper->route.second };

      if (!are_apart (own, step->at))
        continue;
      if (other_introductions == 0 || step->n_introductions < other_introductions)
        {
          other_introductions = step->n_introductions;
          strongest_other = 0;
        }
      if (step->n_introductions == other_introductions)
        strongest_other = MAX (strongest_other, step->strength);
    }
  g_assert_cmpuint (helper->other.n_introductions, ==, other_introductions);
  g_assert_cmpfloat_with_epsilon (helper->other.strength, strongest_other, 1e-12);
}

static gboolean
leads_any (KithLedger *ledger, gint64 urn)
{
  gsize n;
  const KithArrangement *rows = kith_ledger_get_rows (ledger, KITH_TABLE_ARRANGEMENT, &n);

  for (gsize i = 0; i < n; i++)
    if (rows[i].lead_urn == urn)
      return TRUE;
  return FALSE;
}

/* Who is found is who the finding counts; each way is as good as any in loops over everything */
static void
test_random (void)
{
  guint n_compared = 0, n_others = 0;

  for (guint32 seed = 1; seed <= 200; seed++)
    {
      g_autoptr (KithLedger) ledger = random_register_new (seed, REVIEW);
      g_autoptr (KithRoll) roll = call_roll (ledger, REVIEW);
      KithNetwork *network = kith_roll_get_network (roll);
      g_autoptr (KithStrengths) strengths = kith_strengths_new (network);
      g_autoptr (KithPosts) posts = kith_posts_new (network);
      guint area = kith_strengths_find_area (strengths, "reading"), n_schools, n_strong = 0, n;
      const KithNetworkSchool *schools = kith_network_get_schools (network, &n_schools);
      const KithStrong *strong =
          area == KITH_AREA_NONE ? NULL : kith_strengths_get_strong (strengths, area, &n_strong);

      for (guint i = 0; i < n_schools; i++)
        {
          g_autoptr (KithPaths) paths =
              kith_paths_new (roll, schools[i].record->urn, "Reading", FALSE);
          g_autoptr (KithCircle) circle = kith_circle_new (network, i);
          const KithHelp *help = kith_paths_get (paths, &n);
          guint n_found = 0;

          for (guint s = 0; s < n_strong; s++)
            n_found += kith_circle_find (circle, posts, &strong[s]) != 0;
          g_assert_cmpuint (help->n_helpers, ==, n_found);
          for (guint h = 0; h < help->n_helpers; h++)
            {
              const KithHelper *helper = &help->helpers[h];

              g_assert_cmpuint (kith_circle_find (circle, posts, helper->strong), ==,
                                helper->route.n_introductions);
              n_others += helper->other.n_introductions > 0;
              if (helper->strong->kind != KITH_HELPER_SCHOOL ||
                  leads_any (ledger, helper->strong->id))
                continue;
              compare_ways (network, i, helper);
              n_compared++;
            }
        }
    }
  g_assert_cmpuint (n_compared, >, 100);
  g_assert_cmpuint (n_others, >, 20);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/paths/by introductions, strength and way, told in words", test_ranked);
  g_test_add_func ("/paths/not through its own trust", test_own_trust);
  g_test_add_func ("/paths/any area can be asked about", test_asked);
  g_test_add_func ("/paths/in random registers no way is better", test_random);
  return g_test_run ();
}
