/* test-network-layout.c: who works with whom, near to each other
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kith-hull.h"
#include "kith-network-layout.h"

#include <math.h>

#define GAP 10.0

typedef struct
{
  GArray *groups;
  KithNetworkLayout layout;
} Plan;

static void
plan_group (Plan *plan, const guint *members, guint n, guint lead)
{
  KithLayoutGroup group = { g_memdup2 (members, n * sizeof *members), n, lead, G_MAXUINT, n > 2 };

  g_array_append_val (plan->groups, group);
  plan->layout.groups = (const KithLayoutGroup *)plan->groups->data;
  plan->layout.n_groups = plan->groups->len;
}

static Plan *
plan_new (guint n_schools)
{
  Plan *plan = g_new0 (Plan, 1);

  plan->groups = g_array_new (FALSE, FALSE, sizeof (KithLayoutGroup));
  plan->layout = (KithNetworkLayout){
    .n_schools = n_schools, .aspect = 1.3, .gap = GAP, .margin = 8, .seed = 5
  };
  return plan;
}

static void
plan_free (Plan *plan)
{
  for (guint g = 0; g < plan->groups->len; g++)
    g_free ((gpointer)g_array_index (plan->groups, KithLayoutGroup, g).members);
  g_array_unref (plan->groups);
  g_free (plan);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Plan, plan_free)

static KithPoint *
find_places (Plan *plan, const KithPoint *known, guint n_known)
{
  KithPoint *places = g_new (KithPoint, plan->layout.n_schools);
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < plan->layout.n_schools; i++)
    places[i] = i < n_known ? known[i] : (KithPoint){ NAN, NAN };
  g_assert_true (kith_network_layout_find (&plan->layout, places, NULL, &error));
  g_assert_no_error (error);
  return places;
}

/* no two nearer than the gap from side to side and half of it up and down, but for a hundredth */
static void
check_apart (const KithPoint *places, guint n)
{
  for (guint i = 0; i < n; i++)
    for (guint j = 0; !isnan (places[i].x) && j < i; j++)
      if (!isnan (places[j].x))
        g_assert_cmpfloat (
            hypot ((places[i].x - places[j].x) / GAP, (places[i].y - places[j].y) / (GAP * 0.55)),
            >=, 0.97);
}

/* groups picked at random among so many schools, some of them pairs */
static Plan *
plan_random (guint seed, guint n_schools, guint n_groups)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  Plan *plan = plan_new (n_schools);

  for (guint g = 0; g < n_groups; g++)
    {
      guint members[12], n = (guint)g_rand_int_range (rand, 2, 9), done = 0;
      guint from = (guint)g_rand_int_range (rand, 0, (gint32)n_schools - 12);

      for (guint i = 0; i < 12 && done < n; i++)
        if (g_rand_boolean (rand))
          members[done++] = from + i;
      if (done >= 2)
        plan_group (plan, members, done, G_MAXUINT);
    }
  return plan;
}

/* two trusts and a pair between nobody else: members of one are nearer to each other than to
 * the other's, outlines hold members only, and who is tied to nobody has no place */
static void
test_parts (void)
{
  static const guint first[] = { 0, 1, 2, 3, 4 }, second[] = { 5, 6, 7, 8 }, pair[] = { 9, 10 };
  g_autoptr (Plan) plan = plan_new (12);
  g_autofree KithPoint *places = NULL;
  g_autofree KithPoint *again = NULL;

  plan_group (plan, first, 5, 2);
  plan_group (plan, second, 4, G_MAXUINT);
  plan_group (plan, pair, 2, G_MAXUINT);
  places = find_places (plan, NULL, 0);
  again = find_places (plan, NULL, 0);
  g_assert_true (isnan (places[11].x));
  check_apart (places, 12);
  for (guint g = 0; g < 2; g++)
    {
      const guint *members = g == 0 ? first : second;
      guint n = g == 0 ? 5 : 4;
      KithPoint points[5];
      g_autoptr (GArray) hull = NULL, outline = NULL;

      for (guint m = 0; m < n; m++)
        points[m] = places[members[m]];
      hull = kith_hull_new (points, n);
      outline = kith_hull_grow (hull, 8);
      for (guint i = 0; i < 11; i++)
        {
          gboolean is_own = i >= members[0] && i < members[0] + n;

          g_assert_true (kith_outline_holds (outline, places[i]) == is_own);
        }
    }
  for (guint i = 0; i < 11; i++)
    g_assert_true (places[i].x == again[i].x && places[i].y == again[i].y);
  /* the lead stands nearer to the middle of its group than any other member */
  for (guint i = 0; i < 5; i++)
    {
      double x = 0, y = 0;

      for (guint m = 0; m < 5; m++)
        {
          x += places[m].x / 5;
          y += places[m].y / 5;
        }
      g_assert_cmpfloat (hypot (places[2].x - x, places[2].y - y), <=,
                         hypot (places[i].x - x, places[i].y - y) + 1e-9);
    }
}

static void
test_any (void)
{
  for (guint seed = 1; seed <= 30; seed++)
    {
      g_autoptr (Plan) plan = plan_random (seed, 80, 22);
      g_autofree KithPoint *places = find_places (plan, NULL, 0);

      check_apart (places, 80);
    }
}

/* one school more among 300 moves nobody, and stands next to two of one group that tie it */
static void
test_stays (void)
{
  g_autoptr (Plan) plan = plan_random (9, 300, 90);
  g_autofree KithPoint *places = find_places (plan, NULL, 0);
  g_autofree KithPoint *more = NULL;
  const KithLayoutGroup *first = &g_array_index (plan->groups, KithLayoutGroup, 0);
  guint joined[] = { first->members[0], first->members[1], 300 };
  double nearest = INFINITY, width = 0;

  plan->layout.n_schools = 301;
  plan_group (plan, joined, 3, G_MAXUINT);
  more = find_places (plan, places, 300);
  for (guint i = 0; i < 300; i++)
    {
      g_assert_true (isnan (places[i].x) == isnan (more[i].x));
      if (isnan (places[i].x))
        continue;
      g_assert_cmpfloat (more[i].x, ==, places[i].x);
      g_assert_cmpfloat (more[i].y, ==, places[i].y);
      width = MAX (width, fabs (more[i].x - more[joined[0]].x));
    }
  for (guint m = 0; m < 2; m++)
    nearest =
        MIN (nearest, hypot (more[300].x - more[joined[m]].x, more[300].y - more[joined[m]].y));
  g_assert_false (isnan (more[300].x));
  g_assert_cmpfloat (nearest, <, 6 * GAP);
  g_assert_cmpfloat (width, >, 12 * GAP);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/network layout/parts stand apart, leads in the middle, the same again",
                   test_parts);
  g_test_add_func ("/network layout/no two in one place", test_any);
  g_test_add_func ("/network layout/what has a place keeps it", test_stays);
  return g_test_run ();
}
