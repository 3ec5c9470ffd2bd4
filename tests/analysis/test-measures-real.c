/* test-measures-real.c: the published memberships of all England
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kith-import.h"
#include "kith-measures.h"
#include "kith-rows.h"
#include "ledger-plan.h"

#include <string.h>

/*
 * Runs where KITH_REAL_DATA names a folder of published files. The schools are those that the
 * group links of 31 March 2022 name, all open; a file of establishments of that day is not
 * among the published files that are kept.
 *
 * What is expected was computed by networkx 2.8.8 (constraint, harmonic_centrality, core_number,
 * articulation_points, connected_components) and by hand-written Python (the memberships by its
 * csv module, weights, reach, concentration, E–I, and the National Grid by the formulas of the
 * Ordnance Survey's guide), which share no code with this program. All 11,457 schools were held to
 * it one by one, each measure to 1e-9 (the greatest difference was 3e-15). Sums, and the rows
 * of a few schools, stand here.
 */

static const struct
{
  const char *name;
  guint n;
  double sum;       /* over the schools that have it */
  double mixed_sum; /* each times its URN modulo 97, so that no two may change places */
} expected[] = {
  { "links", 11457, 121474, 5744816 },
  { "local links", 11457, 37966, 1805754 },
  { "cross-border links", 11457, 64390, 3045724 },
  { "strength", 11457, 9969, 475678 },
  { "concentration", 9938, 9922.5, 473696.5 },
  { "constraint", 9938, 5403.445546827248, 259061.92006743018 },
  { "reach", 11457, 121574, 5749775 },
  { "closeness", 11457, 10.608763966480447, 501.7303450884544 },
  { "coreness", 11457, 121460, 5744383 },
  { "component", 11457, 133061, 6297064 },
  { "cut points", 11457, 5, 159 },
  { "E–I", 9938, -3715.3852384163474, -179785.39178064783 },
};

/* The greatest trust, the highest constraint, two cut points, one that reaches more than it is
   tied to, one alone, and one tied across a border; in the order of expected */
static const struct
{
  gint64 urn;
  double values[G_N_ELEMENTS (expected)];
} some_schools[] = {
  { 130912,
    { 74, 4, 73, 1, 1, 0.05332606163504653, 74, 0.006459497206703911, 74, 75, 0,
      0.972972972972973 } },
  { 109506, { 2, 2, 0, 1, 1, 1.53125, 2, 0.00017458100558659218, 2, 3, 0, -1 } },
  { 119040, { 11, 1, 0, 2, 0.5, 0.34025, 11, 0.000960195530726257, 10, 12, 1, -1 } },
  { 113203, { 9, 4, 0, 2, 0.5, 0.327009765625, 12, 0.000916550279329609, 5, 13, 1, -1 } },
  { 118585, { 1, 1, 0, 1, 1, 1, 11, 0.0005237430167597765, 1, 12, 0, -1 } },
  { 100188, { 0, 0, 0, 0, KITH_REAL_NONE, KITH_REAL_NONE, 0, 0, 0, 1, 0, KITH_REAL_NONE } },
  { 135942, { 50, 7, 37, 1, 1, 0.07840799999999994, 50, 0.004364525139664804, 50, 51, 0, 0.48 } },
};

static GFile *
find_file (const char *name)
{
  g_autofree char *path = g_build_filename (g_getenv ("KITH_REAL_DATA"), name, NULL);

  return g_file_new_for_path (path);
}

static const char *
get_type_group (const char *type)
{
  if (strcmp (type, "Children's centre") == 0)
    return "Children's Centres";
  if (g_str_has_prefix (type, "Academy"))
    return "Academies";
  if (g_str_has_prefix (type, "Free schools") || strcmp (type, "Studio schools") == 0 ||
      strcmp (type, "University technical college") == 0)
    return "Free Schools";
  return strstr (type, "special") != NULL ? "Special schools"
                                          : "Local authority maintained schools";
}

static guint
find_column (KithRows *rows, const char *name)
{
  guint c = 0;

  while (strcmp (kith_rows_get_column (rows, c), name) != 0)
    c++;
  return c;
}

/* Each school that the links name, once */
static KithLedger *
read_schools (GFile *links)
{
  g_autoptr (LedgerPlan) plan = plan_new ();
  g_autoptr (KithRows) rows = kith_rows_open (links, NULL, NULL);
  g_autoptr (GHashTable) known = g_hash_table_new (NULL, NULL);
  guint urn_column, la_column, type_column;

  g_assert_true (kith_rows_next_sheet (rows, NULL));
  urn_column = find_column (rows, "URN");
  la_column = find_column (rows, "LA (code)");
  type_column = find_column (rows, "TypeOfEstablishment (name)");
  while (kith_rows_next (rows, NULL))
    {
      gint64 urn = g_ascii_strtoll (kith_rows_get_cell (rows, urn_column).text, NULL, 10);
      KithSchool *school;

      if (!g_hash_table_add (known, GSIZE_TO_POINTER (urn)))
        continue;
      school = plan_school (plan, urn, NAN, NAN);
      school->la = g_ascii_strtoll (kith_rows_get_cell (rows, la_column).text, NULL, 10);
      school->type = g_intern_string (kith_rows_get_cell (rows, type_column).text);
      school->type_group = get_type_group (school->type);
    }
  return plan_end (plan);
}

static KithLedger *
read_england (void)
{
  const KithImportOptions options = { .dated = kith_date_new (2022, 3, 31),
                                      .today = kith_date_new (2022, 4, 1) };
  g_autoptr (GFile) links = find_file ("gias/group-links-2022-03-31.csv");
  g_autoptr (GFile) groups = find_file ("gias/groups-2022-03-31.csv");
  g_autoptr (GFile) places = find_file ("context/england_school_coords.csv");
  GFile *files[] = { groups, links, places };
  g_autoptr (KithLedger) schools = NULL;
  g_autoptr (KithPreview) preview = NULL;
  g_autoptr (GError) error = NULL;

  if (g_getenv ("KITH_REAL_DATA") == NULL || !g_file_query_exists (links, NULL))
    return NULL;
  schools = read_schools (links);
  preview = kith_import_read (schools, files, G_N_ELEMENTS (files), &options, NULL, &error);
  g_assert_no_error (error);
  return kith_changeset_apply (preview->changes, 2);
}

/* In the order of expected */
static void
list_values (const KithFullMeasures *of, double values[static G_N_ELEMENTS (expected)])
{
  const double listed[G_N_ELEMENTS (expected)] = {
    of->links.n_links,   of->links.n_local_links, of->links.n_cross_border_links,
    of->links.strength,  of->concentration,       of->constraint,
    of->reach,           of->closeness,           of->coreness,
    of->links.component, of->is_cut_point,        of->ei,
  };

  memcpy (values, listed, sizeof listed);
}

static void
assert_close (double found, double value)
{
  g_assert_cmpint (isnan (found), ==, isnan (value));
  if (!isnan (value))
    g_assert_cmpfloat_with_epsilon (found, value, 1e-9 * MAX (1, fabs (value)));
}

static void
test_england (void)
{
  g_autoptr (KithLedger) ledger = read_england ();
  g_autoptr (KithNetwork) network = NULL;
  g_autofree KithFullMeasures *measures = NULL;
  const KithNetworkSchool *schools;
  double values[G_N_ELEMENTS (expected)];
  guint n, n_edges;

  if (ledger == NULL)
    {
      g_test_skip ("KITH_REAL_DATA names no folder with this file");
      return;
    }
  network = kith_network_new (ledger, kith_date_new (2022, 3, 31), NULL, NULL);
  schools = kith_network_get_schools (network, &n);
  kith_network_get_edges (network, &n_edges);
  g_assert_cmpuint (n, ==, 11457);
  g_assert_cmpuint (n_edges, ==, 60737);
  measures = kith_full_measures_new (network, 0, n, NULL, NULL);
  g_assert_true (kith_full_measures_find_closeness (measures, network, 0, n, NULL, NULL));
  for (guint m = 0; m < G_N_ELEMENTS (expected); m++)
    {
      double sum = 0, mixed_sum = 0;
      guint n_have = 0;

      for (guint i = 0; i < n; i++)
        {
          list_values (&measures[i], values);
          if (isnan (values[m]))
            continue;
          n_have++;
          sum += values[m];
          mixed_sum += values[m] * (double)(schools[i].record->urn % 97);
        }
      g_test_message ("%s: %u, %.17g, %.17g", expected[m].name, n_have, sum, mixed_sum);
      g_assert_cmpuint (n_have, ==, expected[m].n);
      assert_close (sum, expected[m].sum);
      assert_close (mixed_sum, expected[m].mixed_sum);
    }
  for (guint s = 0; s < G_N_ELEMENTS (some_schools); s++)
    {
      list_values (&measures[kith_network_find_school (network, some_schools[s].urn)], values);
      for (guint m = 0; m < G_N_ELEMENTS (expected); m++)
        assert_close (values[m], some_schools[s].values[m]);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/measures/real memberships, as networkx has them", test_england);
  return g_test_run ();
}
