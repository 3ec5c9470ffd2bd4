/* kith-cli-within.c: subjects and groups of pupils of a Family, on the command line
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-cli-chart.h"

#include <math.h>

static const KithColumn columns[] = {
  { "number", KITH_COLUMN_NUMBER },
  { "urn", KITH_COLUMN_NUMBER },
  { "name", KITH_COLUMN_TEXT },
  { "view", KITH_COLUMN_TEXT },
  { "measure", KITH_COLUMN_TEXT },
  { "subject", KITH_COLUMN_TEXT },
  { "subgroup", KITH_COLUMN_TEXT },
  { "value", KITH_COLUMN_NUMBER },
  { "low", KITH_COLUMN_NUMBER },
  { "high", KITH_COLUMN_NUMBER },
  { "pupils", KITH_COLUMN_NUMBER },
  { "family_mean", KITH_COLUMN_NUMBER },
  { "family_values", KITH_COLUMN_NUMBER },
  { "stands", KITH_COLUMN_TEXT },
  { "not_shown", KITH_COLUMN_TEXT },
};

static void
print_cell (KithOutput *output, const KithFamilyWithin *within, guint p, guint member)
{
  static const char *const stands[] = { NULL, "strength", "need" };
  const KithWithinPanel *panel = &g_array_index (within->panels, KithWithinPanel, p);
  const KithWithinCell *cell = &panel->cells[member];
  const KithSchool *school = kith_family_within_get_school (within, member);

  kith_output_add_int (output, member + 1);
  kith_output_add_int (output, school->urn);
  kith_output_add_text (output, school->name);
  kith_output_add_text (output, panel->head);
  kith_output_add_text (output, panel->choice.measure);
  kith_output_add_text (output, panel->choice.subject);
  kith_output_add_text (output, panel->choice.subgroup);
  kith_output_add_real (output, cell->value, 1);
  kith_output_add_real (output, cell->has_interval ? cell->low : NAN, 1);
  kith_output_add_real (output, cell->has_interval ? cell->high : NAN, 1);
  kith_output_add_int (output, cell->cohort);
  kith_output_add_real (output, panel->mean, 1);
  kith_output_add_int (output, panel->n_values);
  kith_output_add_text (output, stands[cell->stand]);
  kith_output_add_text (output, cell->why);
}

/**
 * kith_cli_print_within:
 * @within: of a Family
 *
 * A row for each school in each subject and group of pupils, school after school.
 */
void
kith_cli_print_within (const KithCli *cli, const KithFamilyWithin *within)
{
  KithOutput *output = kith_output_new (cli->format, columns, G_N_ELEMENTS (columns));

  for (guint m = 0; m < within->display->members->len; m++)
    for (guint p = 0; p < within->panels->len; p++)
      print_cell (output, within, p, m);
  kith_cli_print (kith_output_end (output));
}
