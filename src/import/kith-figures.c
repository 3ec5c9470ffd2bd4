/* kith-figures.c: which columns of the published tables are kept, and as what
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-figures-private.h"

#include <string.h>

/*
 * The raw tables have three hundred columns. Kept are those that METHODS, sections 6 and 7,
 * speak of: attainment, progress and background, for all pupils, for boys, girls,
 * disadvantaged and other pupils, EAL and SEN, and by subject. Confidence bounds, prior
 * attainment bands, differences from England and earlier years' columns are not.
 */
static const struct
{
  KithFileKind kind;
  const char *columns; /* names, | between */
  const char *name;
  const char *subject;
  const char *subgroup;   /* where the column is about one, and named irregularly */
  gboolean has_subgroups; /* columns with the endings below */
  gboolean is_headline;
} figures[] = {
  { KITH_FILE_KS2, "PTRWM_EXP", "PTRWM_EXP", NULL, NULL, TRUE, TRUE },
  { KITH_FILE_KS2, "PTRWM_HIGH", "PTRWM_HIGH", NULL, NULL, TRUE, FALSE },
  { KITH_FILE_KS2, "PTREAD_EXP", "PTREAD_EXP", "reading", NULL, TRUE, FALSE },
  { KITH_FILE_KS2, "PTWRITTA_EXP", "PTWRITTA_EXP", "writing", NULL, TRUE, FALSE },
  { KITH_FILE_KS2, "PTMAT_EXP", "PTMAT_EXP", "maths", NULL, TRUE, FALSE },
  { KITH_FILE_KS2, "PTGPS_EXP", "PTGPS_EXP", "GPS", NULL, TRUE, FALSE },
  { KITH_FILE_KS2, "PTSCITA_EXP", "PTSCITA_EXP", "science", NULL, TRUE, FALSE },
  { KITH_FILE_KS2, "READPROG", "READPROG", "reading", NULL, TRUE, TRUE },
  { KITH_FILE_KS2, "WRITPROG", "WRITPROG", "writing", NULL, TRUE, TRUE },
  { KITH_FILE_KS2, "MATPROG", "MATPROG", "maths", NULL, TRUE, TRUE },
  { KITH_FILE_KS2, "READ_AVERAGE", "READ_AVERAGE", "reading", NULL, TRUE, FALSE },
  { KITH_FILE_KS2, "MAT_AVERAGE", "MAT_AVERAGE", "maths", NULL, TRUE, FALSE },
  { KITH_FILE_KS2, "GPS_AVERAGE", "GPS_AVERAGE", "GPS", NULL, TRUE, FALSE },
  { KITH_FILE_KS2, "TKS1AVERAGE", "TKS1AVERAGE", NULL, NULL, FALSE, FALSE },
  { KITH_FILE_KS2, "PTFSM6CLA1A", "PTFSM6CLA1A", NULL, NULL, FALSE, FALSE },
  { KITH_FILE_KS2, "PTEALGRP2", "PTEALGRP2", NULL, NULL, FALSE, FALSE },
  { KITH_FILE_KS2, "PTMOBN", "PTMOBN", NULL, NULL, FALSE, FALSE },

  { KITH_FILE_KS4, "ATT8SCR|avg_att8", "ATT8SCR", NULL, NULL, TRUE, TRUE },
  { KITH_FILE_KS4, "ATT8SCRENG", "ATT8SCRENG", "english", NULL, TRUE, FALSE },
  { KITH_FILE_KS4, "ATT8SCRMAT", "ATT8SCRMAT", "maths", NULL, TRUE, FALSE },
  { KITH_FILE_KS4, "ATT8SCREBAC", "ATT8SCREBAC", "ebacc", NULL, TRUE, FALSE },
  { KITH_FILE_KS4, "ATT8SCROPEN", "ATT8SCROPEN", "open", NULL, TRUE, FALSE },
  { KITH_FILE_KS4, "P8MEA|avg_p8score", "P8MEA", NULL, NULL, TRUE, TRUE },
  { KITH_FILE_KS4, "P8MEAENG", "P8MEAENG", "english", NULL, TRUE, FALSE },
  { KITH_FILE_KS4, "P8MEAMAT", "P8MEAMAT", "maths", NULL, TRUE, FALSE },
  { KITH_FILE_KS4, "P8MEAEBAC", "P8MEAEBAC", "ebacc", NULL, TRUE, FALSE },
  { KITH_FILE_KS4, "P8MEAOPEN", "P8MEAOPEN", "open", NULL, TRUE, FALSE },
  { KITH_FILE_KS4, "PTL2BASICS_95|pt_l2basics_95", "PTL2BASICS_95", NULL, NULL, FALSE, FALSE },
  { KITH_FILE_KS4, "PBL2BASICS_95|PTBL2BASICS_95", "PTL2BASICS_95", NULL, "boys", FALSE, FALSE },
  { KITH_FILE_KS4, "PGL2BASICS_95|PTGL2BASICS_95", "PTL2BASICS_95", NULL, "girls", FALSE, FALSE },
  { KITH_FILE_KS4, "PTFSM6CLA1ABASICS_95", "PTL2BASICS_95", NULL, "disadvantaged", FALSE, FALSE },
  { KITH_FILE_KS4, "PTNOTFSM6CLA1ABASICS_95", "PTL2BASICS_95", NULL, "not-disadvantaged", FALSE,
    FALSE },
  { KITH_FILE_KS4, "PTEALBASICS_95", "PTL2BASICS_95", NULL, "EAL", FALSE, FALSE },
  { KITH_FILE_KS4, "PTL2BASICS_94|pt_l2basics_94", "PTL2BASICS_94", NULL, NULL, FALSE, FALSE },
  { KITH_FILE_KS4, "EBACCAPS|avg_ebaccaps", "EBACCAPS", NULL, NULL, TRUE, FALSE },
  { KITH_FILE_KS4, "PTEBACC_E_PTQ_EE", "PTEBACC_E_PTQ_EE", NULL, NULL, FALSE, FALSE },
  { KITH_FILE_KS4, "PTEBACC_95", "PTEBACC_95", NULL, NULL, FALSE, FALSE },
  { KITH_FILE_KS4, "avg_ks2_scaledscore", "avg_ks2_scaledscore", NULL, NULL, FALSE, FALSE },
  { KITH_FILE_KS4, "KS2APS", "KS2APS", NULL, NULL, FALSE, FALSE },
  { KITH_FILE_KS4, "PTFSM6CLA1A|pt_disadvantaged", "PTFSM6CLA1A", NULL, NULL, FALSE, FALSE },
  { KITH_FILE_KS4, "PTEALGRP2|pt_language_not_english", "PTEALGRP2", NULL, NULL, FALSE, FALSE },
  { KITH_FILE_KS4, "PTNMOB|pt_not_mobile", "PTNMOB", NULL, NULL, FALSE, FALSE },

  { KITH_FILE_CENSUS, "NOR", "NOR", NULL, NULL, FALSE, FALSE },
  { KITH_FILE_CENSUS, "PSENELSE", "PSENELSE", NULL, NULL, FALSE, FALSE },
  { KITH_FILE_CENSUS, "PSENELK", "PSENELK", NULL, NULL, FALSE, FALSE },
  { KITH_FILE_CENSUS, "PNUMEAL", "PNUMEAL", NULL, NULL, FALSE, FALSE },
  { KITH_FILE_CENSUS, "PNUMUNCFL|PNUMUNCLF", "PNUMUNCFL", NULL, NULL, FALSE, FALSE },
  { KITH_FILE_CENSUS, "PNUMFSMEVER", "PNUMFSMEVER", NULL, NULL, FALSE, FALSE },
};

/* Endings of columns about a part of the pupils, and where that part is counted. */
static const struct
{
  const char *endings;
  const char *subgroup;
  const char *cohorts;
} subgroups[] = {
  { "_B|_BOYS", "boys", "BELIG|BPUP|t_boys" },
  { "_G|_GIRLS", "girls", "GELIG|GPUP|t_girls" },
  { "_FSM6CLA1A", "disadvantaged", "TFSM6CLA1A|t_disadvantaged" },
  { "_NotFSM6CLA1A|_NFSM6CLA1A", "not-disadvantaged", "TNotFSM6CLA1A|t_not_disadvantaged" },
  { "_EAL", "EAL", "TEALGRP2|t_language_not_english" },
  { "_SEN|_SENELK", "SEN", "TSENELK|t_sen" },
};

static const char all_cohorts[] = "TELIG|TPUP|t_pupils|NOR";

/* Why there is no figure, as the tables write it. */
static const char *const reasons[] = {
  "SUPP", "NE", "NA", "NP", "NEW", "LOWCOV", "c", "x", "z", "u", "-", ":", "..", "low", "DNS",
};

static const char *
find_cohorts (const char *subgroup)
{
  for (guint s = 0; subgroup != NULL && s < G_N_ELEMENTS (subgroups); s++)
    if (strcmp (subgroups[s].subgroup, subgroup) == 0)
      return subgroups[s].cohorts;
  return all_cohorts;
}

/* The first column called so, with @ending, or with the file's own year behind it. */
static guint
find_column (KithReading *reading, const char *columns, const char *endings)
{
  g_auto (GStrv) names = g_strsplit (columns, "|", -1);
  g_auto (GStrv) ends = g_strsplit (endings, "|", -1);
  guint n_ends = g_strv_length (ends);
  g_autofree char *year = g_strdup_printf ("_%02d", (reading->year + 1) % 100);

  for (guint n = 0; names[n] != NULL; n++)
    for (guint e = 0; e < MAX (1, n_ends); e++)
      {
        g_autofree char *name = g_strconcat (names[n], n_ends == 0 ? "" : ends[e], NULL);
        g_autofree char *dated = g_strconcat (name, reading->year == 0 ? "" : year, NULL);
        guint column = kith_reading_find_column (reading, name);

        if (column == KITH_NO_COLUMN)
          column = kith_reading_find_column (reading, dated);
        if (column != KITH_NO_COLUMN)
          return column;
      }
  return KITH_NO_COLUMN;
}

static void
add_figure (KithReading *reading, GArray *found, guint i, const char *endings, const char *subgroup)
{
  KithFigure figure = {
    .column = find_column (reading, figures[i].columns, endings),
    .name = figures[i].name,
    .subject = figures[i].subject,
    .subgroup = subgroup,
    .is_headline = figures[i].is_headline && subgroup == NULL,
  };

  if (figure.column == KITH_NO_COLUMN)
    return;
  figure.cohort = kith_reading_find_column (reading, find_cohorts (subgroup));
  if (figure.cohort == figure.column)
    figure.cohort = KITH_NO_COLUMN;
  g_array_append_val (found, figure);
}

/**
 * kith_figures_find:
 * @reading: a performance table or census under way
 *
 * Returns: (transfer full) (element-type KithFigure): the figures that it has
 */
GArray *
kith_figures_find (KithReading *reading)
{
  GArray *found = g_array_new (FALSE, FALSE, sizeof (KithFigure));

  for (guint i = 0; i < G_N_ELEMENTS (figures); i++)
    {
      if (figures[i].kind != reading->report->kind)
        continue;
      add_figure (reading, found, i, "", figures[i].subgroup);
      for (guint s = 0; figures[i].has_subgroups && s < G_N_ELEMENTS (subgroups); s++)
        add_figure (reading, found, i, subgroups[s].endings, subgroups[s].subgroup);
    }
  return found;
}

/**
 * kith_figure_is_reason:
 * @text: a cell
 *
 * Returns: whether the cell says why there is no figure
 */
gboolean
kith_figure_is_reason (const char *text)
{
  for (guint i = 0; i < G_N_ELEMENTS (reasons); i++)
    if (strcmp (reasons[i], text) == 0)
      return TRUE;
  return FALSE;
}
