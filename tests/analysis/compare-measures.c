/* compare-measures.c: what Kith measures against METHODS read off slowly
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "compare-measures.h"
#include "kith-measures.h"

static guint n_seen[128];

/* None is none in both; a number is the same to 1e-9 and no NaN. */
static void
assert_same (double a, double b)
{
  g_assert_cmpint (isnan (a), ==, isnan (b));
  if (!isnan (a))
    g_assert_cmpfloat_with_epsilon (a, b, 1e-9);
}

static void
compare_school (const KithFullMeasures *found, const ReferenceSchool *expected)
{
  g_assert_cmpuint (found->links.n_links, ==, expected->links);
  g_assert_cmpuint (found->links.n_outside_links, ==, expected->outside_links);
  g_assert_cmpuint (found->links.n_local_links, ==, expected->local_links);
  g_assert_cmpuint (found->links.n_cross_border_links, ==, expected->cross_border_links);
  g_assert_cmpuint (found->links.component, ==, expected->component);
  g_assert_cmpuint (found->reach, ==, expected->reach);
  g_assert_cmpuint (found->coreness, ==, expected->coreness);
  g_assert_cmpint (found->is_cut_point, ==, expected->is_cut_point);
  assert_same (found->links.strength, expected->strength);
  assert_same (found->concentration, expected->concentration);
  assert_same (found->constraint, expected->constraint);
  assert_same (found->closeness, expected->closeness);
  assert_same (found->ei, expected->ei);
  /* a reason stands where there is none, and nowhere else */
  g_assert_cmpint (found->why_no_spread != NULL, ==, isnan (found->concentration));
  g_assert_cmpint (found->why_no_spread != NULL, ==, isnan (found->constraint));
  g_assert_cmpint (found->why_no_ei != NULL, ==, isnan (found->ei));
}

static void
count_school (const KithFullMeasures *found)
{
  n_seen['l'] += found->links.n_links > 0;
  n_seen['c'] += found->is_cut_point;
  n_seen['k'] += found->coreness > 2;
  n_seen['2'] += found->reach > found->links.n_links;
  n_seen['r'] += found->links.component > found->reach + 1;
  n_seen['h'] += found->concentration < 0.9;
  n_seen['e'] += found->why_no_ei != NULL && found->links.n_links > 0;
  n_seen['o'] += found->links.n_links == 0 && found->links.n_outside_links > 0;
}

void
compare_measures (KithNetwork *network, const Reference *expected)
{
  guint n = expected->schools->len;
  g_autofree KithFullMeasures *all = kith_full_measures_new (network, 0, n, NULL, NULL);

  g_assert_true (kith_full_measures_find_closeness (all, network, 0, n, NULL, NULL));
  for (guint i = 0; i < n; i++)
    {
      const ReferenceSchool *school = &g_array_index (expected->schools, ReferenceSchool, i);

      compare_school (&all[i], school);
      count_school (&all[i]);
    }
  /* one school alone has what it has among all */
  for (guint i = n / 2; i < n && i < n / 2 + 1; i++)
    {
      g_autofree KithFullMeasures *one = kith_full_measures_new (network, i, 1, NULL, NULL);

      g_assert_true (kith_full_measures_find_closeness (one, network, i, 1, NULL, NULL));
      compare_school (one, &g_array_index (expected->schools, ReferenceSchool, i));
    }
}

guint
count_compared_measures (char letter)
{
  return n_seen[(int)letter];
}
