/* test-reference.c: the roll against METHODS read off slowly, over random registers
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kith-measures.h"
#include "kith-roll.h"
#include "random-register.h"
#include "reference.h"

#include <stdlib.h>

static const struct
{
  guint number;
  KithFindingCode code;
} numbers[] = {
  { 1, KITH_FINDING_NO_LIVE_LINK },
  { 2, KITH_FINDING_NO_LOCAL_LINK },
  { 4, KITH_FINDING_ODD_ONE_OUT },
  { 7, KITH_FINDING_OFF_THE_RADAR },
};

static guint n_seen[15][128];

static void
assert_close (double a, double b)
{
  g_assert_cmpfloat_with_epsilon (a, b, 1e-9);
}

static const KithFinding *
find_finding (const KithRollRow *row, KithFindingCode code)
{
  for (guint f = 0; f < row->n_findings; f++)
    if (row->findings[f].code == code)
      return &row->findings[f];
  return NULL;
}

static char
get_letter (const KithFinding *finding)
{
  return finding == NULL ? 0 : "rakn"[finding->severity];
}

static void
compare_row (const KithRollRow *row, const ReferenceSchool *expected)
{
  g_assert_cmpuint (row->n_arrangements, ==, expected->arrangements);
  g_assert_cmpuint (row->last_contact, ==, expected->last_contact);
  if (isnan (expected->rho))
    g_assert_true (isnan (row->rho));
  else
    assert_close (row->rho, expected->rho);
  for (guint n = 0; n < G_N_ELEMENTS (numbers); n++)
    {
      const KithFinding *finding = find_finding (row, numbers[n].code);
      guint number = numbers[n].number;

      if (get_letter (finding) != expected->finding[number])
        g_test_message ("school %ld, finding %u", (long)expected->school->urn, number);
      g_assert_cmpint (get_letter (finding), ==, expected->finding[number]);
      if (finding != NULL && expected->state[number] != NULL)
        g_assert_cmpstr (finding->state, ==, expected->state[number]);
      n_seen[number][(int)expected->finding[number]]++;
    }
  g_assert_cmpint (kith_tier_get_key (row->tier)[0], ==, expected->tier);
}

static void
compare_edges (KithNetwork *network, const Reference *expected)
{
  guint n, n_edges, n_expected = 0;
  const KithEdge *edges = kith_network_get_edges (network, &n_edges);

  kith_network_get_schools (network, &n);
  for (guint i = 0; i < n; i++)
    for (guint j = i + 1; j < n; j++)
      n_expected += expected->weights[i * n + j] > 0;
  g_assert_cmpuint (n_edges, ==, n_expected);
  for (guint e = 0; e < n_edges; e++)
    assert_close (edges[e].weight, expected->weights[edges[e].a * n + edges[e].b]);
}

static void
compare_register (guint32 seed)
{
  KithDate t = kith_date_new (2026, 9, 1) + seed % 400;
  g_autoptr (KithLedger) ledger = random_register_new (seed, t);
  g_autoptr (Reference) expected = reference_new (ledger, t);
  g_autoptr (KithNetwork) network = kith_network_new (ledger, t, NULL, NULL);
  g_autoptr (KithRoll) roll = kith_roll_new (network, NULL, NULL);
  g_autofree KithMeasures *measures = kith_measures_new (network, NULL, NULL);
  guint n, n_rows, n_home = 0;
  const KithNetworkSchool *schools = kith_network_get_schools (network, &n);

  g_test_message ("seed %u", seed);
  kith_roll_get_rows (roll, &n_rows);
  g_assert_cmpuint (n, ==, expected->schools->len);
  g_assert_cmpuint (kith_network_count_due_closed (network), ==, expected->n_due_closed);
  compare_edges (network, expected);
  for (guint i = 0; i < n; i++)
    {
      const ReferenceSchool *school = &g_array_index (expected->schools, ReferenceSchool, i);

      g_assert_true (schools[i].record == school->school);
      g_assert_cmpint (schools[i].la, ==, school->la);
      g_assert_cmpint (schools[i].is_home, ==, school->is_home);
      g_assert_cmpuint (measures[i].n_links, ==, school->links);
      g_assert_cmpuint (measures[i].n_outside_links, ==, school->outside_links);
      g_assert_cmpuint (measures[i].n_local_links, ==, school->local_links);
      g_assert_cmpuint (measures[i].n_cross_border_links, ==, school->cross_border_links);
      g_assert_cmpuint (measures[i].component, ==, school->component);
      assert_close (measures[i].strength, school->strength);
      n_home += school->is_home;
      if (school->is_home)
        compare_row (kith_roll_find (roll, school->school->urn), school);
    }
  g_assert_cmpuint (n_rows, ==, n_home);
}

static guint
get_n_registers (void)
{
  const char *n = g_getenv ("KITH_TEST_REGISTERS");

  return n != NULL ? (guint)atoi (n) : 300;
}

static void
test_random (void)
{
  for (guint32 seed = 1; seed <= get_n_registers (); seed++)
    compare_register (seed);
  for (guint n = 0; n < 15; n++)
    g_test_message ("finding %u: %u red, %u amber, %u ask", n, n_seen[n]['r'], n_seen[n]['a'],
                    n_seen[n]['k']);
  /* what never occurs is not compared */
  g_assert_cmpuint (n_seen[1]['r'], >, 4);
  g_assert_cmpuint (n_seen[1]['k'], >, 4);
  g_assert_cmpuint (n_seen[2]['a'], >, 4);
  g_assert_cmpuint (n_seen[4]['a'], >, 4);
  g_assert_cmpuint (n_seen[4]['r'], >, 4);
  g_assert_cmpuint (n_seen[7]['a'], >, 4);
  g_assert_cmpuint (n_seen[7]['r'], >, 4);
  g_assert_cmpuint (n_seen[7]['k'], >, 4);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/reference/random registers agree with METHODS read off slowly", test_random);
  return g_test_run ();
}
