/* compare-reference.c: what Kith finds against METHODS read off slowly
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "compare-reference.h"
#include "compare-measures.h"
#include "kith-rivals.h"
#include "kith-roll.h"

#include <string.h>

static const struct
{
  guint number;
  KithFindingCode code;
} numbers[] = {
  { 1, KITH_FINDING_NO_LIVE_LINK },       { 2, KITH_FINDING_NO_LOCAL_LINK },
  { 3, KITH_FINDING_SINGLE_AFFILIATION }, { 4, KITH_FINDING_ODD_ONE_OUT },
  { 5, KITH_FINDING_ORPHANED },           { 6, KITH_FINDING_SHUNTED },
  { 7, KITH_FINDING_OFF_THE_RADAR },      { 8, KITH_FINDING_CUT_OFF },
  { 9, KITH_FINDING_HANGS_BY_A_THREAD },  { 10, KITH_FINDING_BEYOND_REACH },
  { 12, KITH_FINDING_ONE_WAY },           { 14, KITH_FINDING_VULNERABLE },
};

/* Those on arrangements. */
static const struct
{
  guint number;
  KithFindingCode code;
} arrangement_numbers[] = {
  { 11, KITH_FINDING_MEETINGS_ONLY },
  { 13, KITH_FINDING_PAPER_AGREEMENT },
};

static guint n_seen[15][128];
static guint n_rivals_seen[128];

static void
assert_close (double a, double b)
{
  g_assert_cmpfloat_with_epsilon (a, b, 1e-9);
}

static const KithFinding *
find_finding (const KithFinding *findings, guint n, KithFindingCode code)
{
  for (guint f = 0; f < n; f++)
    if (findings[f].code == code)
      return &findings[f];
  return NULL;
}

static char
get_letter (const KithFinding *finding)
{
  return finding == NULL ? 0 : "rakn"[finding->severity];
}

/* What the sentence says that the school hangs by: person, money or end. */
static void
compare_thread (const KithFinding *finding, const char *thread)
{
  const char *found = strstr (finding->sentence, ", who alone runs ") != NULL  ? "person"
                      : strstr (finding->sentence, ", which ends on ") != NULL ? "end"
                                                                               : "money";

  g_assert_cmpstr (found, ==, thread);
  n_seen[9][(int)thread[0]]++;
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
      const KithFinding *finding = find_finding (row->findings, row->n_findings, numbers[n].code);
      guint number = numbers[n].number;

      if (get_letter (finding) != expected->finding[number])
        g_test_message ("school %ld, finding %u", (long)expected->school->urn, number);
      g_assert_cmpint (get_letter (finding), ==, expected->finding[number]);
      if (finding != NULL && expected->state[number] != NULL)
        g_assert_cmpstr (finding->state, ==, expected->state[number]);
      if (finding != NULL && number == 9)
        compare_thread (finding, expected->thread);
      n_seen[number][(int)expected->finding[number]]++;
    }
  g_assert_cmpint (kith_tier_get_key (row->tier)[0], ==, expected->tier);
}

static void
compare_arrangements (const KithRoll *roll, const Reference *expected)
{
  const KithNetworkArrangement *arrangements =
      kith_network_get_arrangements (kith_roll_get_network (roll), &(guint){ 0 });
  guint n_rows;
  const KithRollArrangement *rows = kith_roll_get_arrangements (roll, &n_rows);

  g_assert_cmpuint (n_rows, ==, expected->arrangements->len);
  for (guint r = 0; r < n_rows; r++)
    {
      const ReferenceArrangement *it =
          &g_array_index (expected->arrangements, ReferenceArrangement, r);

      g_assert_true (arrangements[rows[r].arrangement].record == it->arrangement);
      for (guint n = 0; n < G_N_ELEMENTS (arrangement_numbers); n++)
        {
          guint number = arrangement_numbers[n].number;
          const KithFinding *finding =
              find_finding (rows[r].findings, rows[r].n_findings, arrangement_numbers[n].code);

          g_assert_cmpint (get_letter (finding), ==, it->finding[number]);
          n_seen[number][(int)it->finding[number]]++;
        }
    }
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
compare_rivals (KithNetwork *network, const Reference *expected)
{
  static const char letters[] = { 0, 'd', 'c', 'o' };
  g_autoptr (KithRivals) rivals = kith_rivals_new (network);
  guint n;

  kith_network_get_schools (network, &n);
  for (guint i = 0; i < n; i++)
    {
      guint n_expected = 0, n_found;

      for (guint j = 0; j < n; j++)
        {
          char letter = expected->rivals[i * n + j];

          g_assert_cmpint (letters[kith_rivals_find (rivals, i, j)], ==, letter);
          n_expected += letter != 0;
          n_rivals_seen[(int)letter]++;
        }
      kith_rivals_get (rivals, i, &n_found);
      g_assert_cmpuint (n_found, ==, n_expected);
    }
}

void
compare_with_reference (KithLedger *ledger, KithDate t)
{
  g_autoptr (Reference) expected = reference_new (ledger, t);
  g_autoptr (KithNetwork) network = kith_network_new (ledger, t, NULL, NULL);
  g_autoptr (KithRoll) roll = kith_roll_new (network, NULL, NULL);
  guint n, n_rows, n_home = 0;
  const KithNetworkSchool *schools = kith_network_get_schools (network, &n);

  kith_roll_get_rows (roll, &n_rows);
  g_assert_cmpuint (n, ==, expected->schools->len);
  g_assert_cmpuint (kith_network_count_due_closed (network), ==, expected->n_due_closed);
  compare_edges (network, expected);
  compare_measures (network, expected);
  compare_rivals (network, expected);
  compare_arrangements (roll, expected);
  for (guint i = 0; i < n; i++)
    {
      const ReferenceSchool *school = &g_array_index (expected->schools, ReferenceSchool, i);

      g_assert_true (schools[i].record == school->school);
      g_assert_cmpint (schools[i].la, ==, school->la);
      g_assert_cmpint (schools[i].is_home, ==, school->is_home);
      n_home += school->is_home;
      if (school->is_home)
        compare_row (kith_roll_find (roll, school->school->urn), school);
    }
  g_assert_cmpuint (n_rows, ==, n_home);
}

guint
count_compared (guint number, char letter)
{
  return n_seen[number][(int)letter];
}

guint
count_compared_rivals (char letter)
{
  return n_rivals_seen[(int)letter];
}
