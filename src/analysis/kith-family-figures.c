/* kith-family-figures.c: the published figures that Families are built by
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-family-figures-private.h"

#include <math.h>
#include <string.h>

/* Whose figure stands where several tables tell of one thing: the first that a school has. */
static const struct
{
  KithVariable variable;
  const char *name;
  gboolean is_census; /* told early in the academic year; results when it is over */
} sources[] = {
  { KITH_VARIABLE_PRIOR_ATTAINMENT, "avg_ks2_scaledscore" },
  { KITH_VARIABLE_PRIOR_ATTAINMENT, "KS2APS" },
  { KITH_VARIABLE_PRIOR_ATTAINMENT, "TKS1AVERAGE" },
  { KITH_VARIABLE_DISADVANTAGE, "PNUMFSMEVER", TRUE },
  { KITH_VARIABLE_DISADVANTAGE, "PTFSM6CLA1A" },
  { KITH_VARIABLE_EAL, "PNUMEAL", TRUE },
  { KITH_VARIABLE_ROLL, "NOR", TRUE },
  { KITH_VARIABLE_STABILITY, "PTMOBN" },
  { KITH_VARIABLE_STABILITY, "PTNMOB" },
  { KITH_VARIABLE_IDACI, "IDACI", TRUE },
  { KITH_VARIABLE_POLAR4, "POLAR4", TRUE },
  { KITH_VARIABLE_EHC_PLANS, "PSENELSE", TRUE },
  { KITH_VARIABLE_SEN_SUPPORT, "PSENELK", TRUE },
  /* where no table tells of prior attainment */
  { KITH_VARIABLE_PRIOR_ATTAINMENT, "PTRWM_EXP" },
  { KITH_VARIABLE_PRIOR_ATTAINMENT, "ATT8SCR" },
};

#define N_SOURCES G_N_ELEMENTS (sources)
#define FIRST_STAND_IN (N_SOURCES - 2)

static guint
find_source (const KithValue *row)
{
  if (row->name == NULL || row->subgroup != NULL || row->subject != NULL)
    return N_SOURCES;
  for (guint s = 0; s < N_SOURCES; s++)
    if (strcmp (sources[s].name, row->name) == 0)
      return s;
  return N_SOURCES;
}

/* The pool's number of each school of the network; KITH_FAMILY_NONE of the others. */
static guint *
number_schools (KithNetwork *network, GArray *schools)
{
  guint n;
  guint *numbers;

  kith_network_get_schools (network, &n);
  numbers = g_new (guint, n + 1);
  for (guint i = 0; i < n; i++)
    numbers[i] = KITH_FAMILY_NONE;
  for (guint s = 0; s < schools->len; s++)
    numbers[g_array_index (schools, KithPoolSchool, s).school] = s;
  return numbers;
}

/* The year of a source is the newest in which any school of the pool has a value. */
typedef struct
{
  KithNetwork *network;
  GArray *schools;
  guint *numbers;
  int years[N_SOURCES];
  gboolean is_read[N_SOURCES];
  guint *rank; /* of each school and variable: the source that its figure came from */
} Reader;

static guint
find_school (const Reader *self, const KithValue *row)
{
  guint school = kith_network_find_school (self->network, row->urn);

  return school == KITH_INDEX_NONE ? KITH_FAMILY_NONE : self->numbers[school];
}

/* A year's results count from the 1 September after it, what a census tells from the one before. */
static gboolean
counts (const Reader *self, guint source, gint64 year)
{
  return kith_date_new ((int)year + !sources[source].is_census, 9, 1) <=
         kith_network_get_date (self->network);
}

static gboolean
is_suppressed (const Reader *self, const KithValue *row)
{
  return row->cohort != KITH_INT_NONE &&
         row->cohort < kith_network_get_settings (self->network)->suppressed_cohort;
}

static void
find_years (Reader *self, const KithValue *rows, gsize n)
{
  for (gsize r = 0; r < n; r++)
    {
      guint source = find_source (&rows[r]);

      if (source < N_SOURCES && !isnan (rows[r].value) && rows[r].year > self->years[source] &&
          counts (self, source, rows[r].year) && find_school (self, &rows[r]) != KITH_FAMILY_NONE)
        self->years[source] = (int)rows[r].year;
    }
}

static void
read_row (Reader *self, const KithValue *row)
{
  guint source = find_source (row), number;
  KithPoolFigure *figure;
  guint *rank;

  if (source == N_SOURCES || !self->is_read[source] || row->year != self->years[source])
    return;
  number = find_school (self, row);
  if (number == KITH_FAMILY_NONE)
    return;
  figure = &g_array_index (self->schools, KithPoolSchool, number).figures[sources[source].variable];
  rank = &self->rank[number * KITH_N_VARIABLES + sources[source].variable];
  if (!isnan (figure->value) && (isnan (row->value) || *rank <= source))
    return;
  *figure = (KithPoolFigure){ row->value, (int)row->year, row->reason };
  /* what must not be shown is no part of a mean, a share or a distance, which would tell it */
  if (is_suppressed (self, row))
    *figure = (KithPoolFigure){ NAN, (int)row->year, "SUPP" };
  *rank = source;
}

/* EHC plans and SEN support are parts of one whole: of one year. */
static void
add_sen (KithPoolSchool *school)
{
  const KithPoolFigure *plans = &school->figures[KITH_VARIABLE_EHC_PLANS];
  const KithPoolFigure *support = &school->figures[KITH_VARIABLE_SEN_SUPPORT];

  if (plans->year == support->year)
    school->figures[KITH_VARIABLE_SEN] =
        (KithPoolFigure){ plans->value + support->value, plans->year,
                          plans->reason != NULL ? plans->reason : support->reason };
}

static gboolean
has_prior (const Reader *self)
{
  for (guint s = 0; s < FIRST_STAND_IN; s++)
    if (sources[s].variable == KITH_VARIABLE_PRIOR_ATTAINMENT && self->years[s] > 0)
      return TRUE;
  return FALSE;
}

/* A stand-in is one measure for all, or they could not be compared. */
static const char *
choose_sources (Reader *self)
{
  const char *stand_in = NULL;
  gboolean is_known = has_prior (self);

  for (guint s = 0; s < N_SOURCES; s++)
    {
      self->is_read[s] = self->years[s] > 0;
      if (s < FIRST_STAND_IN)
        continue;
      self->is_read[s] = self->is_read[s] && !is_known && stand_in == NULL;
      if (self->is_read[s])
        stand_in = sources[s].name;
    }
  return stand_in;
}

/**
 * kith_family_figures_read:
 * @network: of a ledger whose table measure was read
 * @schools: (element-type KithPoolSchool): whose figures are filled in
 *
 * Returns: (transfer none) (nullable): the measure of attainment that stands in where no table
 *   tells of prior attainment
 */
const char *
kith_family_figures_read (KithNetwork *network, GArray *schools)
{
  gsize n;
  const KithValue *rows =
      kith_ledger_get_rows (kith_network_get_ledger (network), KITH_TABLE_MEASURE, &n);
  g_autofree guint *numbers = number_schools (network, schools);
  g_autofree guint *rank = g_new0 (guint, schools->len * KITH_N_VARIABLES + 1);
  Reader reader = { network, schools, numbers };
  const char *stand_in;

  reader.rank = rank;
  for (guint s = 0; s < schools->len; s++)
    for (guint v = 0; v < KITH_N_VARIABLES; v++)
      g_array_index (schools, KithPoolSchool, s).figures[v].value = NAN;
  find_years (&reader, rows, n);
  stand_in = choose_sources (&reader);
  for (gsize r = 0; r < n; r++)
    read_row (&reader, &rows[r]);
  for (guint s = 0; s < schools->len; s++)
    add_sen (&g_array_index (schools, KithPoolSchool, s));
  return stand_in;
}
