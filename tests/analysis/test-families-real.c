/* test-families-real.c: Families of real schools, every rule counted again
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "check-families.h"
#include "kith-families.h"
#include "kith-import.h"
#include "kith-rows.h"
#include "ledger-plan.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/*
 * Runs where KITH_REAL_DATA names a folder of published files: Hampshire and Surrey from their
 * search export of April 2022 and the census of 2018/19; Greater Manchester and England from the
 * census of 2024/25, whose schools are all taken to be open, and published co-ordinates.
 */

static GFile *
find_file (const char *name)
{
  g_autofree char *path = g_build_filename (
      g_getenv ("KITH_REAL_DATA") != NULL ? g_getenv ("KITH_REAL_DATA") : "", name, NULL);

  return g_file_new_for_path (path);
}

static KithLedger *
read_files (KithLedger *before, GFile **files, guint n_files, KithDate dated, gint64 head)
{
  const KithImportOptions options = { .dated = dated, .today = kith_date_new (2026, 9, 1) };
  g_autoptr (GError) error = NULL;
  g_autoptr (KithPreview) preview =
      kith_import_read (before, files, n_files, &options, NULL, &error);

  g_assert_no_error (error);
  return kith_changeset_apply (preview->changes, head);
}

static const char *
get_cell (KithRows *rows, const char *name)
{
  guint c = 0;

  while (strcmp (kith_rows_get_column (rows, c), name) != 0)
    c++;
  return kith_rows_get_cell (rows, c).text;
}

/* The schools that the census tells of, of the authorities from @first to @last. */
static KithLedger *
list_schools (GFile *census, gint64 first, gint64 last)
{
  g_autoptr (LedgerPlan) plan = plan_new ();
  g_autoptr (KithRows) rows = kith_rows_open (census, NULL, NULL);

  g_assert_true (kith_rows_next_sheet (rows, NULL));
  while (kith_rows_next (rows, NULL))
    {
      gint64 la = g_ascii_strtoll (get_cell (rows, "LA"), NULL, 10);
      gint64 urn = g_ascii_strtoll (get_cell (rows, "URN"), NULL, 10);
      gboolean is_primary = strcmp (get_cell (rows, "SCHOOLTYPE"), "State-funded primary") == 0;
      KithSchool *school;

      if (urn == 0 || la < first || la > last ||
          (!is_primary && strcmp (get_cell (rows, "SCHOOLTYPE"), "State-funded secondary") != 0))
        continue;
      school = plan_school (plan, urn, NAN, NAN);
      school->la = la;
      school->phase = is_primary ? "Primary" : "Secondary";
      school->low_age = is_primary ? 4 : 11;
      school->high_age = is_primary ? 11 : 16;
    }
  return plan_end (plan);
}

static KithLedger *
read_england (gint64 first, gint64 last)
{
  g_autoptr (GFile) census = find_file ("performance/2024-2025_england_census.csv");
  g_autoptr (GFile) places = find_file ("context/england_school_coords.csv");
  GFile *files[] = { census, places };
  g_autoptr (KithLedger) schools = NULL;

  if (g_getenv ("KITH_REAL_DATA") == NULL || !g_file_query_exists (census, NULL))
    return NULL;
  schools = list_schools (census, first, last);
  return read_files (schools, files, G_N_ELEMENTS (files), KITH_DATE_UNKNOWN, 2);
}

static KithLedger *
read_counties (void)
{
  g_autoptr (GFile) schools = find_file ("gias/hampshire-surrey-20220419-gias.csv");
  g_autoptr (GFile) census = find_file ("performance/2018-2019_england_census.csv");
  g_autoptr (KithLedger) empty = kith_ledger_new_empty (), first = NULL;

  if (g_getenv ("KITH_REAL_DATA") == NULL || !g_file_query_exists (schools, NULL))
    return NULL;
  first = read_files (empty, &schools, 1, kith_date_new (2022, 4, 19), 1);
  return read_files (first, &census, 1, KITH_DATE_UNKNOWN, 2);
}

/* Number in the pool of each school of the network; those that cannot be compared have none. */
static guint *
number_schools (const KithFamilyPool *pool, guint n)
{
  guint *numbers = g_new (guint, n);

  for (guint i = 0; i < n; i++)
    numbers[i] = n;
  for (guint s = 0; s < pool->schools->len; s++)
    numbers[g_array_index (pool->schools, KithPoolSchool, s).school] = s;
  return numbers;
}

/* The three nearest schools of one phase with ages in common, by all distances. */
static void
find_nearest (const KithNetworkSchool *schools, guint n, guint i, guint nearest[3], double far[3])
{
  const KithSchool *own = schools[i].record;

  for (guint r = 0; r < 3; r++)
    far[r] = INFINITY;
  for (guint j = 0; j < n; j++)
    {
      const KithSchool *other = schools[j].record;
      double d = hypot (own->easting - other->easting, own->northing - other->northing);
      guint at = 3;

      if (i == j || isnan (d) ||
          kith_phase_get_compared (schools[i].phase) !=
              kith_phase_get_compared (schools[j].phase) ||
          MIN (own->high_age, other->high_age) - MAX (own->low_age, other->low_age) < 1)
        continue;
      while (at > 0 && d < far[at - 1])
        at--;
      for (guint r = 2; r > at && at < 3; r--)
        {
          far[r] = far[r - 1];
          nearest[r] = nearest[r - 1];
        }
      if (at < 3)
        {
          far[at] = d;
          nearest[at] = j;
        }
    }
}

/* Each pair of rivals by distance, both compared. */
static guint *
list_rivals (const KithFamilyPool *pool, double metres, guint *n_pairs)
{
  guint n;
  const KithNetworkSchool *schools = kith_network_get_schools (pool->network, &n);
  g_autofree guint *numbers = number_schools (pool, n);
  GArray *pairs = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint s = 0; s < pool->schools->len; s++)
    {
      guint nearest[3];
      double far[3];

      find_nearest (schools, n, g_array_index (pool->schools, KithPoolSchool, s).school, nearest,
                    far);
      for (guint r = 0; r < 3; r++)
        if (far[r] < metres && numbers[nearest[r]] < n)
          {
            g_array_append_val (pairs, s);
            g_array_append_val (pairs, numbers[nearest[r]]);
          }
    }
  *n_pairs = pairs->len / 2;
  return (guint *)g_array_free (pairs, FALSE);
}

static void
build_and_check (KithLedger *ledger,
                 KithDate date,
                 KithPhase phase,
                 double metres,
                 guint least_schools,
                 guint least_authorities)
{
  const KithFamilySearch search = { 1, 2, 0 };
  g_autoptr (KithNetwork) network = kith_network_new (ledger, date, NULL, NULL);
  g_autoptr (KithFamilies) families = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree guint *rivals = NULL;
  g_autofree char *broken = NULL, *words = NULL;
  const KithFamilyAnswer *answer;
  KithFamilyTerms terms;
  KithFamilyPool *pool;
  CheckedFamilies checked;

  kith_family_terms_init (&terms, phase, KITH_PRESET_BACKGROUND);
  pool = kith_family_pool_new (network, &terms);
  g_assert_cmpuint (pool->schools->len, >=, least_schools);
  families = kith_families_build (pool, &search, NULL, &error);
  g_assert_no_error (error);
  words = kith_families_dup_outlook (families);
  g_test_message ("%u schools: %s", pool->schools->len, words);
  g_assert_true (kith_families_is_found (families));
  answer = g_ptr_array_index (families->answers, 0);
  checked = (CheckedFamilies){ .n_schools = answer->n_schools,
                               .n_families = pool->problem->n_families,
                               .family = answer->families,
                               .authority = pool->problem->authorities,
                               .least = 12,
                               .most = 20,
                               .least_authorities = least_authorities,
                               .is_mixed = least_authorities >= 3 };
  checked.rivals = rivals = list_rivals (pool, metres, &checked.n_rivals);
  broken = check_families_dup_broken (&checked);
  g_assert_cmpstr (broken, ==, NULL);
  g_assert_cmpfloat_with_epsilon (answer->objective,
                                  check_families_measure (&checked, pool->problem->values,
                                                          pool->problem->weights,
                                                          pool->problem->n_variables),
                                  1e-6 * answer->objective);
}

/* Two counties, whose export holds nearly no secondary schools: where there are only two
   authorities, half of a Family is no rule. */
static void
test_counties (void)
{
  g_autoptr (KithLedger) ledger = read_counties ();

  if (ledger == NULL)
    {
      g_test_skip ("KITH_REAL_DATA names no such files");
      return;
    }
  build_and_check (ledger, kith_date_new (2022, 5, 1), KITH_PHASE_PRIMARY, 3000, 500, 1);
}

static void
test_city_region (void)
{
  g_autoptr (KithLedger) ledger = read_england (350, 359);

  if (ledger == NULL)
    {
      g_test_skip ("KITH_REAL_DATA names no such files");
      return;
    }
  build_and_check (ledger, kith_date_new (2026, 5, 1), KITH_PHASE_PRIMARY, 3000, 800, 3);
}

static void
test_england (void)
{
  g_autoptr (KithLedger) ledger = read_england (1, 1000);

  if (ledger == NULL)
    {
      g_test_skip ("KITH_REAL_DATA names no such files");
      return;
    }
  build_and_check (ledger, kith_date_new (2026, 5, 1), KITH_PHASE_SECONDARY, 6000, 3000, 3);
  build_and_check (ledger, kith_date_new (2026, 5, 1), KITH_PHASE_PRIMARY, 3000, 16000, 3);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/families-real/Hampshire and Surrey", test_counties);
  g_test_add_func ("/families-real/the primary schools of Greater Manchester", test_city_region);
  g_test_add_func ("/families-real/England, secondary and primary", test_england);
  return g_test_run ();
}
