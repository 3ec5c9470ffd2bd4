/* kith-cli-measures.c: the measures of schools as rows
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-cli.h"
#include "kith-cli-measures.h"

#include <glib/gi18n.h>

const KithColumn kith_measure_columns[KITH_N_MEASURE_COLUMNS] = {
  { "urn", KITH_COLUMN_NUMBER },
  { "links", KITH_COLUMN_NUMBER },
  { "outside_links", KITH_COLUMN_NUMBER },
  { "local_links", KITH_COLUMN_NUMBER },
  { "cross_border_links", KITH_COLUMN_NUMBER },
  { "strength", KITH_COLUMN_NUMBER },
  { "concentration", KITH_COLUMN_NUMBER },
  { "constraint", KITH_COLUMN_NUMBER },
  { "reach", KITH_COLUMN_NUMBER },
  { "closeness", KITH_COLUMN_NUMBER },
  { "coreness", KITH_COLUMN_NUMBER },
  { "component", KITH_COLUMN_NUMBER },
  { "cut_point", KITH_COLUMN_NUMBER },
  { "ei", KITH_COLUMN_NUMBER },
  { "reasons", KITH_COLUMN_NOTES },
};

/**
 * kith_cli_add_measures:
 * @output: with the columns of measures
 * @urn: of a school
 * @measures: of it
 *
 * Adds its row. What does not exist is an empty cell, with the reason in the last one.
 */
void
kith_cli_add_measures (KithOutput *output, gint64 urn, const KithFullMeasures *measures)
{
  const KithNote reasons[] = {
    { "concentration", measures->why_no_spread },
    { "constraint", measures->why_no_spread },
    { "ei", measures->why_no_ei },
  };

  kith_output_add_int (output, urn);
  kith_output_add_int (output, measures->links.n_links);
  kith_output_add_int (output, measures->links.n_outside_links);
  kith_output_add_int (output, measures->links.n_local_links);
  kith_output_add_int (output, measures->links.n_cross_border_links);
  kith_output_add_real (output, measures->links.strength, 3);
  kith_output_add_real (output, measures->concentration, 3);
  kith_output_add_real (output, measures->constraint, 3);
  kith_output_add_int (output, measures->reach);
  kith_output_add_real (output, measures->closeness, 4);
  kith_output_add_int (output, measures->coreness);
  kith_output_add_int (output, measures->links.component);
  kith_output_add_int (output, measures->is_cut_point);
  kith_output_add_real (output, measures->ei, 3);
  kith_output_add_notes (output, reasons, G_N_ELEMENTS (reasons));
}

/* Above this, closeness takes longer than anybody waits without a word. */
#define LARGE_COMPONENT 5000

static void
tell_that_it_takes_long (const KithFullMeasures *measures, guint n)
{
  guint largest = 0;
  g_autofree char *count = NULL;

  for (guint i = 0; i < n; i++)
    largest = MAX (largest, measures[i].links.component);
  if (largest < LARGE_COMPONENT)
    return;
  count = kith_text_dup_count (largest);
  kith_cli_tell (_ ("%s schools are joined by links. How near each stands to all of them "
                    "takes up to a minute to measure."),
                 count);
}

static KithExit
run_measures (const KithCli *cli, GError **error)
{
  g_autoptr (KithNetwork) network = kith_cli_read_network (cli, error);
  g_autofree KithFullMeasures *measures = NULL;
  const KithNetworkSchool *schools;
  KithOutput *output;
  guint n;

  if (network == NULL)
    return KITH_EXIT_NOT_DONE;
  schools = kith_network_get_schools (network, &n);
  measures = kith_full_measures_new (network, 0, n, NULL, error);
  if (measures == NULL)
    return KITH_EXIT_NOT_DONE;
  tell_that_it_takes_long (measures, n);
  if (!kith_full_measures_find_closeness (measures, network, 0, n, NULL, error))
    return KITH_EXIT_NOT_DONE;
  output = kith_output_new (cli->format, kith_measure_columns, KITH_N_MEASURE_COLUMNS);
  for (guint i = 0; i < n; i++)
    kith_cli_add_measures (output, schools[i].record->urn, &measures[i]);
  kith_cli_print (kith_output_end (output));
  return KITH_EXIT_DONE;
}

const KithVerb kith_verbs_of_measures[] = {
  { "measures", "R", N_ ("where every school in scope stands, in figures"), 1, 1, NULL,
    run_measures },
  { NULL },
};
