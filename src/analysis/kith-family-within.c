/* kith-family-within.c: subjects and groups of pupils inside the schools of a Family
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-family-within.h"

#include <glib/gi18n.h>
#include <math.h>

/* Fewer figures tell of no spread. */
#define LEAST_VALUES 5

/* What is looked at; of measures with one head the first that a member has a figure of. */
static const struct
{
  KithPhase phase;
  const char *measure;
  const char *subgroup;
  const char *head;
  const char *where;
} views[] = {
  { KITH_PHASE_PRIMARY, "PTREAD_EXP", NULL, N_ ("Reading"), N_ ("in reading") },
  { KITH_PHASE_PRIMARY, "PTWRITTA_EXP", NULL, N_ ("Writing"), N_ ("in writing") },
  { KITH_PHASE_PRIMARY, "PTMAT_EXP", NULL, N_ ("Maths"), N_ ("in maths") },
  { KITH_PHASE_PRIMARY, "PTGPS_EXP", NULL, N_ ("GPS"),
    N_ ("in grammar, punctuation and spelling") },
  { KITH_PHASE_PRIMARY, "PTSCITA_EXP", NULL, N_ ("Science"), N_ ("in science") },
  { KITH_PHASE_PRIMARY, "PTRWM_EXP", "boys", N_ ("Boys"), N_ ("with boys") },
  { KITH_PHASE_PRIMARY, "PTRWM_EXP", "girls", N_ ("Girls"), N_ ("with girls") },
  { KITH_PHASE_PRIMARY, "PTRWM_EXP", "disadvantaged", N_ ("Disadvantaged"),
    N_ ("with disadvantaged pupils") },
  { KITH_PHASE_PRIMARY, "PTRWM_EXP", "not-disadvantaged", N_ ("Others"),
    N_ ("with pupils who are not disadvantaged") },
  { KITH_PHASE_PRIMARY, "PTRWM_EXP", "EAL", N_ ("EAL"), N_ ("with EAL pupils") },
  { KITH_PHASE_PRIMARY, "PTRWM_EXP", "SEN", N_ ("SEN"), N_ ("with pupils with SEN") },
  { KITH_PHASE_SECONDARY, "ATT8SCRENG", NULL, N_ ("English"), N_ ("in English") },
  { KITH_PHASE_SECONDARY, "ATT8SCRMAT", NULL, N_ ("Maths"), N_ ("in maths") },
  { KITH_PHASE_SECONDARY, "ATT8SCREBAC", NULL, N_ ("EBacc"), N_ ("in EBacc subjects") },
  { KITH_PHASE_SECONDARY, "ATT8SCROPEN", NULL, N_ ("Other subjects"), N_ ("in other subjects") },
  { KITH_PHASE_SECONDARY, "ATT8SCR", "boys", N_ ("Boys"), N_ ("with boys") },
  { KITH_PHASE_SECONDARY, "PTL2BASICS_95", "boys", N_ ("Boys"), N_ ("with boys") },
  { KITH_PHASE_SECONDARY, "ATT8SCR", "girls", N_ ("Girls"), N_ ("with girls") },
  { KITH_PHASE_SECONDARY, "PTL2BASICS_95", "girls", N_ ("Girls"), N_ ("with girls") },
  { KITH_PHASE_SECONDARY, "ATT8SCR", "disadvantaged", N_ ("Disadvantaged"),
    N_ ("with disadvantaged pupils") },
  { KITH_PHASE_SECONDARY, "PTL2BASICS_95", "disadvantaged", N_ ("Disadvantaged"),
    N_ ("with disadvantaged pupils") },
  { KITH_PHASE_SECONDARY, "ATT8SCR", "not-disadvantaged", N_ ("Others"),
    N_ ("with pupils who are not disadvantaged") },
  { KITH_PHASE_SECONDARY, "PTL2BASICS_95", "not-disadvantaged", N_ ("Others"),
    N_ ("with pupils who are not disadvantaged") },
  { KITH_PHASE_SECONDARY, "ATT8SCR", "EAL", N_ ("EAL"), N_ ("with EAL pupils") },
  { KITH_PHASE_SECONDARY, "PTL2BASICS_95", "EAL", N_ ("EAL"), N_ ("with EAL pupils") },
  { KITH_PHASE_SECONDARY, "ATT8SCR", "SEN", N_ ("SEN"), N_ ("with pupils with SEN") },
};

static KithNetwork *
get_network (const KithFamilyWithin *self)
{
  return kith_roll_get_network (self->display->roll);
}

static void
fill_cell (const KithFamilyWithin *self,
           KithWithinPanel *panel,
           const KithResults *results,
           guint member)
{
  const KithResult *result = kith_results_find (
      results, g_array_index (self->display->members, guint, member), self->display->year);
  KithWithinCell *cell = &panel->cells[member];

  *cell = (KithWithinCell){ .value = NAN, .cohort = KITH_INT_NONE };
  cell->why = kith_display_explain (result);
  if (cell->why != NULL)
    return;
  cell->value = result->value;
  cell->cohort = result->cohort;
  cell->has_interval =
      kith_result_find_interval (result, panel->choice.measure, &cell->low, &cell->high);
}

/* Not by the interval of the figure: at the end of the scale that is a point, and says nothing. */
static gboolean
is_beyond_chance (const KithWithinPanel *panel, const KithWithinCell *cell)
{
  double mean = panel->mean / 100, half;

  if (!panel->is_percentage || cell->cohort == KITH_INT_NONE || cell->cohort <= 0)
    return TRUE;
  half = KITH_LIMIT_95 * sqrt (mean * (1 - mean) / (double)cell->cohort);
  return fabs (cell->value / 100 - mean) > half;
}

static void
judge_cells (KithFamilyWithin *self, KithWithinPanel *panel)
{
  for (guint m = 0; m < self->display->members->len; m++)
    {
      KithWithinCell *cell = &panel->cells[m];
      double off = cell->value - panel->mean;

      if (panel->n_values < LEAST_VALUES || !(panel->deviation > 0) ||
          !(fabs (off) >= panel->deviation) || !is_beyond_chance (panel, cell))
        continue;
      cell->stand = off > 0 ? KITH_WITHIN_STRENGTH : KITH_WITHIN_NEED;
      self->n_strengths += off > 0;
      self->n_needs += off < 0;
    }
}

static void
add_panel (KithFamilyWithin *self, guint view)
{
  KithWithinPanel panel = {
    .choice = { views[view].measure, views[view].subgroup,
                kith_measure_get_subject (views[view].measure) },
    .head = _ (views[view].head),
    .where = _ (views[view].where),
    .is_group = views[view].subgroup != NULL,
    .is_percentage = kith_measure_is_percentage (views[view].measure),
  };
  guint n = self->display->members->len;
  const guint *members = (const guint *)self->display->members->data;
  g_autoptr (KithResults) results = NULL;
  KithResultGroup group;

  if (self->panels->len > 0 &&
      g_strcmp0 (g_array_index (self->panels, KithWithinPanel, self->panels->len - 1).head,
                 panel.head) == 0)
    return;
  results = kith_results_new (get_network (self), &panel.choice);
  group = kith_results_measure_group (results, members, n, self->display->year);
  if (group.n_values == 0)
    return;
  panel.mean = group.mean;
  panel.deviation = group.deviation;
  panel.n_values = group.n_values;
  panel.cells = g_new0 (KithWithinCell, n);
  for (guint m = 0; m < n; m++)
    fill_cell (self, &panel, results, m);
  judge_cells (self, &panel);
  g_array_append_val (self->panels, panel);
}

/* "Alder Grove Primary School (84%) and Dene Court Primary School (82%)" */
static char *
dup_schools (const KithFamilyWithin *self, const KithWithinPanel *panel, KithWithinStand stand)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);

  for (guint m = 0; m < self->display->members->len; m++)
    if (panel->cells[m].stand == stand)
      {
        g_autofree char *value = kith_family_within_dup_value (panel, panel->cells[m].value);

        g_ptr_array_add (
            names,
            g_strdup_printf ("%s (%s)", kith_family_within_get_school (self, m)->name, value));
      }
  g_ptr_array_add (names, NULL);
  return kith_text_dup_list ((const char *const *)names->pdata);
}

static guint
count (const KithFamilyWithin *self, const KithWithinPanel *panel, KithWithinStand stand)
{
  guint n = 0;

  for (guint m = 0; m < self->display->members->len; m++)
    n += panel->cells[m].stand == stand;
  return n;
}

/* Strengths that nobody needs, and needs that nobody meets, stand in the picture alone. */
static void
tell_meeting (KithFamilyWithin *self, const KithWithinPanel *panel)
{
  guint n_strong = count (self, panel, KITH_WITHIN_STRENGTH);
  guint n_weak = count (self, panel, KITH_WITHIN_NEED);
  g_autofree char *strong = NULL, *weak = NULL, *mean = NULL, *better = NULL;

  if (n_strong == 0 || n_weak == 0)
    return;
  strong = dup_schools (self, panel, KITH_WITHIN_STRENGTH);
  weak = dup_schools (self, panel, KITH_WITHIN_NEED);
  mean = kith_family_within_dup_value (panel, panel->mean);
  better =
      g_strdup_printf (g_dngettext (NULL, "%s does far better %s than the Family’s mean of %s.",
                                    "%s do far better %s than the Family’s mean of %s.", n_strong),
                       strong, panel->where, mean);
  g_ptr_array_add (
      self->meetings,
      g_strdup_printf (g_dngettext (NULL, "%s %s lies far below it, and could learn from them.",
                                    "%s %s lie far below it, and could learn from them.", n_weak),
                       better, weak));
}

/**
 * kith_family_within_new:
 * @roll: of a network whose ledger has its table measure read
 * @arrangement_id: of a Family
 * @error: return location for a %G_IO_ERROR
 *
 * Subjects of all pupils, and groups of pupils by the attainment measure, in the latest year of
 * it.
 *
 * Cost: a pass over the measures for each panel.
 *
 * Returns: (transfer full): how its schools do, or %NULL
 */
KithFamilyWithin *
kith_family_within_new (KithRoll *roll, gint64 arrangement_id, GError **error)
{
  KithFamilyDisplay *display =
      kith_family_display_new (roll, arrangement_id, NULL, KITH_DISPLAY_IMPROVEMENT, error);
  g_autoptr (KithFamilyWithin) self = NULL;

  if (display == NULL)
    return NULL;
  self = g_new0 (KithFamilyWithin, 1);
  self->display = display;
  self->panels = g_array_new (FALSE, FALSE, sizeof (KithWithinPanel));
  self->meetings = g_ptr_array_new_with_free_func (g_free);
  for (guint v = 0; v < G_N_ELEMENTS (views); v++)
    if (views[v].phase == display->phase)
      add_panel (self, v);
  for (guint p = 0; p < self->panels->len; p++)
    tell_meeting (self, &g_array_index (self->panels, KithWithinPanel, p));
  if (self->panels->len > 0)
    return g_steal_pointer (&self);
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND,
               _ ("No figures of subjects or groups of pupils of the schools in “%s” can be "
                  "shown."),
               display->name);
  return NULL;
}

/**
 * kith_family_within_free:
 * @self: (transfer full) (nullable): figures of a Family
 */
void
kith_family_within_free (KithFamilyWithin *self)
{
  if (self == NULL)
    return;
  for (guint p = 0; p < self->panels->len; p++)
    g_free (g_array_index (self->panels, KithWithinPanel, p).cells);
  g_array_unref (self->panels);
  g_ptr_array_unref (self->meetings);
  kith_family_display_free (self->display);
  g_free (self);
}

/**
 * kith_family_within_dup_value:
 *
 * Returns: (transfer full): a figure in words: "54%", "46.2"
 */
char *
kith_family_within_dup_value (const KithWithinPanel *panel, double value)
{
  return g_strdup_printf (panel->is_percentage ? "%.0f%%" : "%.1f", value);
}

/**
 * kith_family_within_get_school:
 * @member: from 0
 *
 * Returns: (transfer none): the register's row of it
 */
const KithSchool *
kith_family_within_get_school (const KithFamilyWithin *self, guint member)
{
  const KithNetworkSchool *schools = kith_network_get_schools (get_network (self), &(guint){ 0 });

  return schools[g_array_index (self->display->members, guint, member)].record;
}
