/* test-reference.c: the roll against METHODS read off slowly, over random registers
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "compare-measures.h"
#include "compare-reference.h"
#include "kith-changeset.h"
#include "kith-measures.h"
#include "kith-roll.h"
#include "random-register.h"

#include <stdlib.h>
#include <string.h>

/* The table with every URN of it in another order; outside and former ones stay */
static KithLedger *
rename_schools (KithLedger *ledger, gint64 first, guint n, GHashTable *names)
{
  static const char *const urn_fields[] = { "urn", "link_urn", "lead_urn" };
  g_autoptr (KithLedger) empty = kith_ledger_new_empty ();
  g_autoptr (KithChangeset) changes = kith_changeset_new (empty);
  g_autoptr (GRand) rand = g_rand_new_with_seed (n);
  g_autofree gint64 *order = g_new (gint64, n);

  for (guint i = 0; i < n; i++)
    {
      guint j = (guint)g_rand_int_range (rand, 0, (gint32)i + 1);

      order[i] = order[j];
      order[j] = first + i;
    }
  for (guint i = 0; i < n; i++)
    g_hash_table_insert (names, GSIZE_TO_POINTER (first + i), GSIZE_TO_POINTER (order[i]));
  for (guint t = 0; t < KITH_N_TABLES; t++)
    {
      const KithTableInfo *info = kith_table_get_info ((KithTable)t);
      gsize n_rows;
      const char *rows = kith_ledger_get_rows (ledger, (KithTable)t, &n_rows);

      for (gsize r = 0; r < n_rows; r++)
        {
          g_autofree char *row = g_memdup2 (rows + r * info->row_size, info->row_size);

          for (guint f = 0; f < info->n_fields; f++)
            if (g_strv_contains (urn_fields, info->fields[f].name))
              {
                gpointer renamed = g_hash_table_lookup (
                    names, GSIZE_TO_POINTER (kith_field_get_int (&info->fields[f], row)));

                if (renamed != NULL)
                  kith_field_set_int (&info->fields[f], row, (gint64)GPOINTER_TO_SIZE (renamed));
              }
          kith_changeset_put (changes, (KithTable)t, row);
        }
    }
  return kith_changeset_apply (changes, 1);
}

/* Places are drawn without a lattice, so that no two distances are equal: of equal ones the
   lower URN comes first, and that is meant to change */
static KithLedger *
spread_schools (KithLedger *ledger)
{
  g_autoptr (KithChangeset) changes = kith_changeset_new (ledger);
  g_autoptr (GRand) rand = g_rand_new_with_seed (11);
  gsize n;
  const KithSchool *schools = kith_ledger_get_rows (ledger, KITH_TABLE_SCHOOL, &n);

  for (gsize i = 0; i < n; i++)
    {
      KithSchool school = schools[i];

      school.easting += g_rand_double (rand);
      kith_changeset_put (changes, KITH_TABLE_SCHOOL, &school);
    }
  return kith_changeset_apply (changes, 2);
}

static void
assert_same (double a, double b)
{
  g_assert_cmpint (isnan (a), ==, isnan (b));
  if (!isnan (a))
    g_assert_cmpfloat_with_epsilon (a, b, 1e-9);
}

/* names: of each URN of network, what it is called in the other */
static void
compare_renamed_measures (KithNetwork *network, KithNetwork *other, GHashTable *names)
{
  guint n;
  const KithNetworkSchool *schools = kith_network_get_schools (network, &n);
  g_autofree KithFullMeasures *all = kith_full_measures_new (network, 0, n, NULL, NULL);
  g_autofree KithFullMeasures *others = kith_full_measures_new (other, 0, n, NULL, NULL);

  g_assert_true (kith_full_measures_find_closeness (all, network, 0, n, NULL, NULL));
  g_assert_true (kith_full_measures_find_closeness (others, other, 0, n, NULL, NULL));
  for (guint i = 0; i < n; i++)
    {
      gpointer name = g_hash_table_lookup (names, GSIZE_TO_POINTER (schools[i].record->urn));
      const KithFullMeasures *a = &all[i];
      const KithFullMeasures *b =
          &others[kith_network_find_school (other, (gint64)GPOINTER_TO_SIZE (name))];

      g_assert_cmpuint (a->links.n_cross_border_links, ==, b->links.n_cross_border_links);
      g_assert_cmpuint (a->reach, ==, b->reach);
      g_assert_cmpuint (a->coreness, ==, b->coreness);
      g_assert_cmpint (a->is_cut_point, ==, b->is_cut_point);
      assert_same (a->concentration, b->concentration);
      assert_same (a->constraint, b->constraint);
      assert_same (a->closeness, b->closeness);
      assert_same (a->ei, b->ei);
    }
}

static void
test_renamed (void)
{
  for (guint32 seed = 1; seed <= 100; seed++)
    {
      KithDate t = kith_date_new (2026, 9, 1);
      g_autoptr (GHashTable) names = g_hash_table_new (NULL, NULL);
      g_autoptr (KithLedger) drawn = random_register_new (seed, t);
      g_autoptr (KithLedger) ledger = spread_schools (drawn);
      gsize n_schools;
      g_autoptr (KithLedger) renamed = NULL;
      g_autoptr (KithNetwork) network = kith_network_new (ledger, t, NULL, NULL), other = NULL;
      g_autoptr (KithRoll) roll = kith_roll_new (network, NULL, NULL), other_roll = NULL;
      const KithNetworkSchool *schools = kith_network_get_schools (network, &(guint){ 0 });
      const KithRollRow *rows;
      guint n;

      kith_ledger_get_rows (ledger, KITH_TABLE_SCHOOL, &n_schools);
      renamed = rename_schools (ledger, 100001, (guint)n_schools, names);
      other = kith_network_new (renamed, t, NULL, NULL);
      other_roll = kith_roll_new (other, NULL, NULL);
      compare_renamed_measures (network, other, names);
      rows = kith_roll_get_rows (roll, &n);
      for (guint r = 0; r < n; r++)
        {
          gint64 urn = schools[rows[r].school].record->urn;
          const KithRollRow *row = kith_roll_find (
              other_roll,
              (gint64)GPOINTER_TO_SIZE (g_hash_table_lookup (names, GSIZE_TO_POINTER (urn))));

          g_assert_nonnull (row);
          g_assert_cmpint (row->tier, ==, rows[r].tier);
          g_assert_cmpuint (row->n_links, ==, rows[r].n_links);
          g_assert_cmpuint (row->n_local_links, ==, rows[r].n_local_links);
          g_assert_cmpuint (row->component, ==, rows[r].component);
          g_assert_cmpfloat_with_epsilon (row->strength, rows[r].strength, 1e-9);
          g_assert_cmpuint (row->n_findings, ==, rows[r].n_findings);
          for (guint f = 0; f < row->n_findings; f++)
            {
              g_assert_cmpint (row->findings[f].code, ==, rows[r].findings[f].code);
              g_assert_cmpint (row->findings[f].severity, ==, rows[r].findings[f].severity);
              if (g_ascii_strcasecmp (row->findings[f].sentence, rows[r].findings[f].sentence) != 0)
                g_test_message ("%s\n%s", row->findings[f].sentence, rows[r].findings[f].sentence);
              /* of two spellings of a trust the one with the lower URN is taken */
              g_assert_cmpint (
                  g_ascii_strcasecmp (row->findings[f].sentence, rows[r].findings[f].sentence), ==,
                  0);
            }
        }
    }
}

/* Every home school once, in one tier; what is counted adds up, and no text is broken */
static void
test_sound (void)
{
  guint n_arrangement_findings = 0;

  for (guint32 seed = 1; seed <= 100; seed++)
    {
      KithDate t = kith_date_new (2026, 9, 1);
      g_autoptr (KithLedger) ledger = random_register_new (seed, t);
      g_autoptr (KithNetwork) network = kith_network_new (ledger, t, NULL, NULL);
      g_autoptr (KithRoll) roll = kith_roll_new (network, NULL, NULL);
      g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
      const KithFinding *findings;
      const KithRollRow *rows;
      guint n_rows, n_findings, n_in_tiers = 0, n_counted = 0;

      rows = kith_roll_get_rows (roll, &n_rows);
      findings = kith_roll_get_findings (roll, &n_findings);
      for (guint tier = 0; tier < KITH_N_TIERS; tier++)
        n_in_tiers += kith_roll_count_tier (roll, (KithTier)tier);
      g_assert_cmpuint (n_in_tiers, ==, n_rows);
      for (guint r = 0; r < n_rows; r++)
        {
          g_assert_true (g_hash_table_add (seen, GUINT_TO_POINTER (rows[r].school)));
          g_assert_true (rows[r].findings == &findings[n_counted]);
          g_assert_false (isnan (rows[r].strength));
          for (guint s = 0; s < 4; s++)
            n_counted += rows[r].n_by_severity[s];
        }
      /* then those on arrangements, which stand in no row */
      for (guint f = n_counted; f < n_findings; f++)
        {
          g_assert_cmpint (findings[f].urn, ==, KITH_INT_NONE);
          g_assert_cmpint (findings[f].arrangement_id, !=, KITH_INT_NONE);
        }
      n_arrangement_findings += n_findings - n_counted;
      for (guint f = 0; f < n_findings; f++)
        {
          const char *texts[] = { findings[f].sentence, findings[f].evidence, findings[f].clears,
                                  findings[f].chip, findings[f].basis };

          for (guint x = 0; x < G_N_ELEMENTS (texts); x++)
            {
              g_assert_nonnull (texts[x]);
              g_assert_true (g_utf8_validate (texts[x], -1, NULL));
              g_assert_null (strstr (texts[x], "nan"));
              g_assert_null (strstr (texts[x], "(null)"));
              g_assert_null (strstr (texts[x], "  "));
            }
          g_assert_true (g_str_has_suffix (findings[f].sentence, "."));
        }
    }
  g_assert_cmpuint (n_arrangement_findings, >, 20);
}

static guint
get_n_registers (void)
{
  const char *n = g_getenv ("KITH_TEST_REGISTERS");

  return n != NULL ? (guint)atoi (n) : 600;
}

static void
test_random (void)
{
  for (guint32 seed = 1; seed <= get_n_registers (); seed++)
    {
      KithDate t = kith_date_new (2026, 9, 1) + seed % 400;
      g_autoptr (KithLedger) ledger = random_register_new (seed, t);

      g_test_message ("seed %u", seed);
      compare_with_reference (ledger, t);
    }
  for (guint n = 0; n < 15; n++)
    g_test_message ("finding %u: %u red, %u amber, %u ask, %u note", n, count_compared (n, 'r'),
                    count_compared (n, 'a'), count_compared (n, 'k'), count_compared (n, 'n'));
  g_test_message ("finding 9: %u by a person, %u by money, %u by an end", count_compared (9, 'p'),
                  count_compared (9, 'm'), count_compared (9, 'e'));
  /* what never occurs is not compared */
  for (const char *letter = "lck2rheo"; *letter != '\0'; letter++)
    {
      g_test_message ("measures %c: %u", *letter, count_compared_measures (*letter));
      g_assert_cmpuint (count_compared_measures (*letter), >, 4);
    }
  g_assert_cmpuint (count_compared (1, 'r'), >, 4);
  g_assert_cmpuint (count_compared (1, 'k'), >, 4);
  g_assert_cmpuint (count_compared (2, 'a'), >, 4);
  g_assert_cmpuint (count_compared (3, 'a'), >, 4);
  g_assert_cmpuint (count_compared (3, 'k'), >, 4);
  g_assert_cmpuint (count_compared (4, 'a'), >, 4);
  g_assert_cmpuint (count_compared (4, 'r'), >, 4);
  g_assert_cmpuint (count_compared (5, 'r'), >, 4);
  g_assert_cmpuint (count_compared (6, 'a'), >, 4);
  g_assert_cmpuint (count_compared (7, 'a'), >, 4);
  g_assert_cmpuint (count_compared (7, 'r'), >, 4);
  g_assert_cmpuint (count_compared (7, 'k'), >, 4);
  g_assert_cmpuint (count_compared (14, 'r'), >, 4);
  g_assert_cmpuint (count_compared (14, 'a'), >, 4);
  g_assert_cmpuint (count_compared_rivals ('d'), >, 4);
  g_assert_cmpuint (count_compared_rivals ('c'), >, 4);
  g_assert_cmpuint (count_compared_rivals ('o'), >, 4);
  g_assert_cmpuint (count_compared (9, 'p'), >, 4);
  g_assert_cmpuint (count_compared (9, 'm'), >, 4);
  g_assert_cmpuint (count_compared (9, 'e'), >, 4);
  g_assert_cmpuint (count_compared (11, 'n'), >, 4);
  g_assert_cmpuint (count_compared (12, 'n'), >, 4);
  g_assert_cmpuint (count_compared (13, 'n'), >, 4);
  g_assert_cmpuint (count_compared (13, 'k'), >, 4);
  g_assert_cmpuint (count_compared (10, 'a'), >, 4);
  g_assert_cmpuint (count_compared (10, 0), >, 4);
  g_assert_cmpuint (count_compared (8, 'a'), >, 4);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/reference/random registers agree with METHODS read off slowly", test_random);
  g_test_add_func ("/reference/other URNs, the same findings", test_renamed);
  g_test_add_func ("/reference/every home school once, in one tier", test_sound);
  return g_test_run ();
}
