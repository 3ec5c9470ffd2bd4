/* test-graph.c: measures of the whole network
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kith-graph.h"
#include "ledger-plan.h"

#include <math.h>

/* Schools 100000 to 100005; pairings 0-1, 1-2 and 4-5: pieces of three, one and two. */
static KithNetwork *
make_network (void)
{
  static const gint64 pairs[][2] = { { 100000, 100001 }, { 100001, 100002 }, { 100004, 100005 } };
  g_autoptr (LedgerPlan) plan = plan_new ();
  g_autoptr (KithLedger) ledger = NULL;

  for (gint64 urn = 100000; urn <= 100005; urn++)
    plan_school (plan, urn, 0, 0);
  for (guint p = 0; p < G_N_ELEMENTS (pairs); p++)
    {
      KithArrangement *pairing = plan_arrangement (plan, "pairing", "Pair");

      plan_member (plan, pairing, pairs[p][0]);
      plan_member (plan, pairing, pairs[p][1]);
    }
  ledger = plan_end (plan);
  return kith_network_new (ledger, kith_date_new (2026, 9, 1), NULL, NULL);
}

static void
test_components (void)
{
  static const guint component[] = { 0, 0, 0, 1, 2, 2 }, size[] = { 3, 1, 2 };
  g_autoptr (KithNetwork) network = make_network ();
  g_autoptr (GError) error = NULL;
  g_autoptr (KithGraph) graph = kith_graph_new (network, 7, &error);
  g_autoptr (KithComponents) found = NULL;

  g_assert_no_error (error);
  g_assert_cmpuint (kith_graph_get_seed (graph), ==, 7);
  found = kith_graph_find_components (graph, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (found->n_schools, ==, 6);
  g_assert_cmpuint (found->n_components, ==, 3);
  for (guint i = 0; i < 6; i++)
    g_assert_cmpuint (found->component[i], ==, component[i]);
  for (guint c = 0; c < 3; c++)
    g_assert_cmpuint (found->size[c], ==, size[c]);
}

/* The piece of three is a path: 1 lies between 0 and 2 */
static void
test_measures (void)
{
  g_autoptr (KithNetwork) network = make_network ();
  g_autoptr (KithGraph) graph = kith_graph_new (network, 7, NULL);
  static const double constraint[] = { 1, 0.5, 1, NAN, 1, 1 };
  static const double closeness[] = { 1.5 / 5, 2.0 / 5, 1.5 / 5, 0, 1.0 / 5, 1.0 / 5 };
  g_autofree double *constraints = kith_graph_measure_constraint (graph, 0, 6, NULL, NULL);
  g_autofree double *some = kith_graph_measure_constraint (graph, 1, 2, NULL, NULL);
  g_autofree double *closenesses = kith_graph_measure_closeness (graph, 0, 6, NULL, NULL);
  g_autofree double *last = kith_graph_measure_closeness (graph, 5, 1, NULL, NULL);
  g_autofree double *none = kith_graph_measure_closeness (graph, 6, 0, NULL, NULL);
  g_autofree guint *coreness = kith_graph_measure_coreness (graph, NULL, NULL);
  g_autofree gboolean *is_cut_point = kith_graph_find_cut_points (graph, NULL, NULL);

  for (guint i = 0; i < 6; i++)
    {
      g_assert_cmpint (isnan (constraints[i]), ==, isnan (constraint[i]));
      if (!isnan (constraint[i]))
        g_assert_cmpfloat_with_epsilon (constraints[i], constraint[i], 1e-12);
      g_assert_cmpfloat_with_epsilon (closenesses[i], closeness[i], 1e-12);
      g_assert_cmpuint (coreness[i], ==, i == 3 ? 0 : 1);
      g_assert_cmpint (is_cut_point[i], ==, i == 1);
    }
  g_assert_cmpfloat (some[0], ==, constraints[1]);
  g_assert_cmpfloat (some[1], ==, constraints[2]);
  g_assert_cmpfloat (last[0], ==, closenesses[5]);
  g_assert_nonnull (none);
}

/* A trust of four, and a pair of its last with a fifth: the first three may change places. All of
   one school is what all of them is */
static void
test_alike (void)
{
  g_autoptr (LedgerPlan) plan = plan_new ();
  g_autoptr (KithLedger) ledger = NULL;
  g_autoptr (KithNetwork) network = NULL;
  g_autoptr (KithGraph) graph = NULL;
  g_autofree double *constraint = NULL;
  g_autofree double *closeness = NULL;
  KithArrangement *trust = plan_arrangement (plan, "trust", "Four");
  KithArrangement *pair = plan_arrangement (plan, "federation", "Two");

  for (gint64 urn = 100000; urn <= 100005; urn++)
    plan_school (plan, urn, 0, 0);
  for (gint64 urn = 100001; urn <= 100004; urn++)
    plan_member (plan, trust, urn);
  plan_member (plan, pair, 100004);
  plan_member (plan, pair, 100005);
  ledger = plan_end (plan);
  network = kith_network_new (ledger, kith_date_new (2026, 9, 1), NULL, NULL);
  graph = kith_graph_new (network, 0, NULL);
  constraint = kith_graph_measure_constraint (graph, 0, 6, NULL, NULL);
  closeness = kith_graph_measure_closeness (graph, 0, 6, NULL, NULL);
  g_assert_cmpfloat (constraint[1], ==, constraint[2]);
  g_assert_cmpfloat (constraint[1], ==, constraint[3]);
  /* p = 1/3; through the other two alike 1/3 · 1/3 each, through the fourth, whose strength is
     2, 1/3 · 1/6; to the fourth 1/3 + 2 · 1/9 */
  g_assert_cmpfloat_with_epsilon (
      constraint[1], 2 * pow (1.0 / 3 + 1.0 / 9 + 1.0 / 18, 2) + pow (1.0 / 3 + 2.0 / 9, 2), 1e-12);
  g_assert_cmpfloat_with_epsilon (closeness[1], 3.5 / 5, 1e-12);
  g_assert_cmpfloat (closeness[1], ==, closeness[3]);
  g_assert_cmpfloat_with_epsilon (closeness[4], 4.0 / 5, 1e-12);
  for (guint i = 0; i < 6; i++)
    {
      g_autofree double *one_constraint = kith_graph_measure_constraint (graph, i, 1, NULL, NULL);
      g_autofree double *one_closeness = kith_graph_measure_closeness (graph, i, 1, NULL, NULL);

      if (i > 0)
        g_assert_cmpfloat_with_epsilon (one_constraint[0], constraint[i], 1e-12);
      g_assert_cmpfloat_with_epsilon (one_closeness[0], closeness[i], 1e-12);
    }
}

static void
test_empty (void)
{
  g_autoptr (KithLedger) ledger = kith_ledger_new_empty ();
  g_autoptr (KithNetwork) network =
      kith_network_new (ledger, kith_date_new (2026, 9, 1), NULL, NULL);
  g_autoptr (KithGraph) graph = kith_graph_new (network, 0, NULL);
  g_autoptr (KithComponents) found = kith_graph_find_components (graph, NULL, NULL);

  g_assert_nonnull (found);
  g_assert_cmpuint (found->n_components, ==, 0);
}

static void
test_cancelled (void)
{
  g_autoptr (KithNetwork) network = make_network ();
  g_autoptr (KithGraph) graph = kith_graph_new (network, 0, NULL);
  g_autoptr (KithJob) job = kith_job_new ("Measuring");
  g_autoptr (GError) error = NULL;

  kith_job_cancel (job);
  g_assert_null (kith_graph_find_components (graph, job, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_null (kith_graph_measure_constraint (graph, 0, 6, job, NULL));
  g_assert_null (kith_graph_measure_closeness (graph, 0, 6, job, NULL));
  g_assert_null (kith_graph_measure_coreness (graph, job, NULL));
  g_assert_null (kith_graph_find_cut_points (graph, job, NULL));
}

/* igraph is not made for threads; the door lets one in at a time */
static gpointer
measure_often (gpointer network)
{
  for (guint i = 0; i < 200; i++)
    {
      g_autoptr (KithGraph) graph = kith_graph_new (network, i, NULL);
      g_autoptr (KithComponents) found = kith_graph_find_components (graph, NULL, NULL);

      g_assert_cmpuint (found->n_components, ==, 3);
    }
  return NULL;
}

static void
test_threads (void)
{
  g_autoptr (KithNetwork) network = make_network ();
  GThread *threads[4];

  for (guint t = 0; t < G_N_ELEMENTS (threads); t++)
    threads[t] = g_thread_new ("measure", measure_often, network);
  for (guint t = 0; t < G_N_ELEMENTS (threads); t++)
    g_thread_join (threads[t]);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/graph/components/by their first school", test_components);
  g_test_add_func ("/graph/measures/a path, a pair and one alone", test_measures);
  g_test_add_func ("/graph/measures/schools that may change places", test_alike);
  g_test_add_func ("/graph/components/of nothing there are none", test_empty);
  g_test_add_func ("/graph/components/cancelled gives nothing", test_cancelled);
  g_test_add_func ("/graph/four threads wait for each other", test_threads);
  return g_test_run ();
}
