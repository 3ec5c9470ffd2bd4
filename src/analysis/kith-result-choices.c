/* kith-result-choices.c: which figures can be looked at, and what they are called
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-result-choices.h"

#include <glib/gi18n.h>
#include <string.h>

/* What is measured, in words; the order in which it is offered. */
static const struct
{
  const char *measure;
  const char *subject;
  const char *words;
} measures[] = {
  { "PTRWM_EXP", NULL, N_ ("pupils at the expected standard in reading, writing and maths") },
  { "PTRWM_HIGH", NULL, N_ ("pupils at the higher standard in reading, writing and maths") },
  { "PTREAD_EXP", "reading", N_ ("pupils at the expected standard in reading") },
  { "PTWRITTA_EXP", "writing", N_ ("pupils at the expected standard in writing") },
  { "PTMAT_EXP", "maths", N_ ("pupils at the expected standard in maths") },
  { "PTGPS_EXP", "GPS",
    N_ ("pupils at the expected standard in grammar, punctuation and spelling") },
  { "PTSCITA_EXP", "science", N_ ("pupils at the expected standard in science") },
  { "READ_AVERAGE", "reading", N_ ("average scaled score in reading") },
  { "MAT_AVERAGE", "maths", N_ ("average scaled score in maths") },
  { "GPS_AVERAGE", "GPS", N_ ("average scaled score in grammar, punctuation and spelling") },
  { "READPROG", "reading", N_ ("progress in reading") },
  { "WRITPROG", "writing", N_ ("progress in writing") },
  { "MATPROG", "maths", N_ ("progress in maths") },
  { "ATT8SCR", NULL, N_ ("Attainment 8") },
  { "ATT8SCRENG", "english", N_ ("Attainment 8, English") },
  { "ATT8SCRMAT", "maths", N_ ("Attainment 8, maths") },
  { "ATT8SCREBAC", "ebacc", N_ ("Attainment 8, EBacc subjects") },
  { "ATT8SCROPEN", "open", N_ ("Attainment 8, other subjects") },
  { "P8MEA", NULL, N_ ("Progress 8") },
  { "P8MEAENG", "english", N_ ("Progress 8, English") },
  { "P8MEAMAT", "maths", N_ ("Progress 8, maths") },
  { "P8MEAEBAC", "ebacc", N_ ("Progress 8, EBacc subjects") },
  { "P8MEAOPEN", "open", N_ ("Progress 8, other subjects") },
  { "PTL2BASICS_95", NULL, N_ ("pupils with grade 5 or above in English and maths") },
  { "PTL2BASICS_94", NULL, N_ ("pupils with grade 4 or above in English and maths") },
  { "EBACCAPS", NULL, N_ ("EBacc average point score") },
  { "PTEBACC_E_PTQ_EE", NULL, N_ ("pupils who entered the EBacc") },
  { "PTEBACC_95", NULL, N_ ("pupils with grade 5 or above in the EBacc") },
};

#define N_MEASURES G_N_ELEMENTS (measures)

static const struct
{
  const char *subgroup;
  const char *words;
} subgroups[KITH_N_SUBGROUPS] = {
  { NULL, N_ ("all pupils") },
  { "boys", N_ ("boys") },
  { "girls", N_ ("girls") },
  { "disadvantaged", N_ ("disadvantaged pupils") },
  { "not-disadvantaged", N_ ("pupils who are not disadvantaged") },
  { "EAL", N_ ("EAL pupils") },
  { "SEN", N_ ("pupils with SEN") },
};

static guint
find_measure (const char *measure)
{
  guint m = 0;

  while (m < N_MEASURES && g_strcmp0 (measures[m].measure, measure) != 0)
    m++;
  return m;
}

static guint
find_subgroup (const char *subgroup)
{
  guint s = 0;

  while (s < KITH_N_SUBGROUPS && g_strcmp0 (subgroups[s].subgroup, subgroup) != 0)
    s++;
  return s;
}

/* Whether schools of the phase have figures of a measure, of each subgroup. */
static void
look_for_figures (KithNetwork *network,
                  KithPhase phase,
                  gboolean has_figure[N_MEASURES][KITH_N_SUBGROUPS])
{
  const KithNetworkSchool *schools = kith_network_get_schools (network, &(guint){ 0 });
  gsize n;
  const KithValue *rows =
      kith_ledger_get_rows (kith_network_get_ledger (network), KITH_TABLE_MEASURE, &n);

  for (gsize r = 0; r < n; r++)
    {
      guint measure, subgroup, school;

      if (isnan (rows[r].value) || (measure = find_measure (rows[r].name)) == N_MEASURES ||
          (subgroup = find_subgroup (rows[r].subgroup)) == KITH_N_SUBGROUPS ||
          has_figure[measure][subgroup] ||
          g_strcmp0 (measures[measure].subject, rows[r].subject) != 0)
        continue;
      school = kith_network_find_school (network, rows[r].urn);
      has_figure[measure][subgroup] =
          school != KITH_INDEX_NONE && kith_phase_get_compared (schools[school].phase) == phase;
    }
}

/**
 * kith_result_choices_list:
 * @network: whose ledger has its table measure read
 * @phase: that schools are compared in
 *
 * Cost: O(measures).
 *
 * Returns: (transfer full) (element-type KithResultGroups): what the register tells of attainment
 *   and progress of schools of that phase, its attainment measure first
 */
GArray *
kith_result_choices_list (KithNetwork *network, KithPhase phase)
{
  GArray *choices = g_array_new (FALSE, FALSE, sizeof (KithResultGroups));
  gboolean has_figure[N_MEASURES][KITH_N_SUBGROUPS] = { 0 };
  const char *headline = kith_measure_get_default (phase);

  look_for_figures (network, phase, has_figure);
  for (guint m = 0; m < N_MEASURES; m++)
    {
      KithResultGroups choice = { measures[m].measure, measures[m].subject, { NULL }, 0 };

      for (guint s = 0; s < KITH_N_SUBGROUPS && has_figure[m][0]; s++)
        if (has_figure[m][s])
          choice.subgroups[choice.n_subgroups++] = subgroups[s].subgroup;
      if (choice.n_subgroups > 0 && g_strcmp0 (choice.measure, headline) == 0)
        g_array_prepend_val (choices, choice);
      else if (choice.n_subgroups > 0)
        g_array_append_val (choices, choice);
    }
  return choices;
}

/**
 * kith_measure_get_subject:
 *
 * Returns: (transfer none) (nullable): the one subject that a measure is of
 */
const char *
kith_measure_get_subject (const char *measure)
{
  guint m = find_measure (measure);

  return m < N_MEASURES ? measures[m].subject : NULL;
}

/**
 * kith_measure_get_words:
 *
 * Returns: (transfer none): a measure in words; one without any is called as DfE calls it
 */
const char *
kith_measure_get_words (const char *measure)
{
  guint m = find_measure (measure);

  return m < N_MEASURES ? _ (measures[m].words) : measure;
}

/**
 * kith_subgroup_get:
 * @subgroup: below %KITH_N_SUBGROUPS
 *
 * Returns: (transfer none) (nullable): its key; %NULL, which is the first, for all pupils
 */
const char *
kith_subgroup_get (guint subgroup)
{
  g_return_val_if_fail (subgroup < KITH_N_SUBGROUPS, NULL);
  return subgroups[subgroup].subgroup;
}

/**
 * kith_subgroup_get_words:
 * @subgroup: (nullable): key of one, %NULL for all pupils
 *
 * Returns: (transfer none): the pupils in words
 */
const char *
kith_subgroup_get_words (const char *subgroup)
{
  guint s = find_subgroup (subgroup);

  return s < KITH_N_SUBGROUPS ? _ (subgroups[s].words) : subgroup;
}

/**
 * kith_result_choice_dup_words:
 *
 * Returns: (transfer full): what is looked at: "pupils at the expected standard in reading,
 *   writing and maths, EAL pupils"
 */
char *
kith_result_choice_dup_words (const KithResultChoice *choice)
{
  const char *words = kith_measure_get_words (choice->measure);

  return choice->subgroup == NULL
             ? g_strdup (words)
             : g_strdup_printf ("%s, %s", words, kith_subgroup_get_words (choice->subgroup));
}
