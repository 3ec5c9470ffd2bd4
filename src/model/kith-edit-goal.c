/* kith-edit-goal.c: goals for schools
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-edit-goal.h"
#include "kith-edit-private.h"
#include "kith-naming.h"

#include <glib/gi18n.h>

static gboolean
is_of (const KithGoal *goal, gint64 urn, const char *measure)
{
  return goal->urn == urn && g_strcmp0 (goal->measure, measure) == 0;
}

/* A goal for the same year gives way; those for other years stay. */
static void
put_goal (KithEdit *edit, const KithGoalForm *form, const KithGoalAim *aim)
{
  gsize n;
  const KithGoal *rows = kith_ledger_get_rows (kith_edit_get_ledger (edit), KITH_TABLE_GOAL, &n);
  KithGoal goal;

  kith_row_clear (KITH_TABLE_GOAL, &goal);
  goal.id = KITH_INT_NONE;
  for (gsize r = 0; r < n; r++)
    if (is_of (&rows[r], aim->urn, form->measure) && rows[r].year == form->year)
      {
        if (rows[r].value == aim->value)
          return; /* recorded already */
        goal.id = rows[r].id;
      }
  if (goal.id == KITH_INT_NONE)
    goal.id = kith_changeset_take_key (edit->changes, KITH_TABLE_GOAL);
  goal.urn = aim->urn;
  goal.measure = form->measure;
  goal.year = form->year;
  goal.value = aim->value;
  goal.set_on = form->on;
  goal.by = kith_edit_keep (edit, form->by);
  kith_changeset_put (edit->changes, KITH_TABLE_GOAL, &goal);
}

/**
 * kith_edit_set_goals:
 * @form: what is measured, and when
 * @aims: (array length=n_aims): of each school
 * @n_aims: how many
 *
 * Returns: (transfer full): the edit; it changes nothing where all of it is recorded
 */
KithEdit *
kith_edit_set_goals (KithLedger *ledger,
                     const KithGoalForm *form,
                     const KithGoalAim *aims,
                     guint n_aims)
{
  KithEdit *edit = kith_edit_new (ledger);

  for (guint a = 0; a < n_aims; a++)
    put_goal (edit, form, &aims[a]);
  return kith_edit_end (edit,
                        g_dngettext (NULL, "Goals: %u school, %s, by %d/%02d",
                                     "Goals: %u schools, %s, by %d/%02d", n_aims),
                        n_aims, form->words, form->year, (form->year + 1) % 100);
}

/**
 * kith_edit_set_goal:
 * @form: what is measured, and when
 * @urn: of a school
 * @value: field "goal": a figure as it was typed, with or without a per cent sign
 *
 * Returns: (transfer full): the edit
 */
KithEdit *
kith_edit_set_goal (KithLedger *ledger, const KithGoalForm *form, gint64 urn, const char *value)
{
  KithEdit *edit = kith_edit_new (ledger);
  g_autofree char *name = kith_naming_dup_school (ledger, urn);
  const char *text = kith_edit_keep (edit, value);
  KithGoalAim aim = { urn, 0 };

  if (text == NULL || !kith_text_parse_real (text, -1, &aim.value) ||
      !(aim.value >= form->least && aim.value <= form->most))
    kith_edit_refuse (edit, "goal", _ ("Write the goal as a figure from %g to %g."), form->least,
                      form->most);
  else
    put_goal (edit, form, &aim);
  return kith_edit_end (edit, _ ("Goal: %s, %s %g by %d/%02d"), name, form->words, aim.value,
                        form->year, (form->year + 1) % 100);
}

/**
 * kith_edit_drop_goal:
 * @measure: what is measured
 * @words: the same in plain words
 * @urn: of a school
 *
 * Returns: (transfer full): the edit; it changes nothing where the school has no such goal
 */
KithEdit *
kith_edit_drop_goal (KithLedger *ledger, const char *measure, const char *words, gint64 urn)
{
  KithEdit *edit = kith_edit_new (ledger);
  g_autofree char *name = kith_naming_dup_school (ledger, urn);
  gsize n;
  const KithGoal *rows = kith_ledger_get_rows (ledger, KITH_TABLE_GOAL, &n);

  for (gsize r = 0; r < n; r++)
    if (is_of (&rows[r], urn, measure))
      kith_changeset_remove (edit->changes, KITH_TABLE_GOAL, rows[r].id);
  return kith_edit_end (edit, _ ("No goal: %s, %s"), name, words);
}

/**
 * kith_goal_find:
 * @urn: of a school
 * @measure: what is measured
 * @after: the year of the latest results
 * @as_at: a day
 *
 * Returns: (transfer none) (nullable): its goal that comes next after those results; where none
 *   does, the latest that was due
 */
const KithGoal *
kith_goal_find (KithLedger *ledger, gint64 urn, const char *measure, int after, KithDate as_at)
{
  gsize n;
  const KithGoal *rows = kith_ledger_get_rows (ledger, KITH_TABLE_GOAL, &n), *found = NULL;

  for (gsize r = 0; r < n; r++)
    {
      gboolean is_ahead = rows[r].year > after;

      if (!is_of (&rows[r], urn, measure) ||
          (rows[r].set_on != KITH_DATE_UNKNOWN && rows[r].set_on > as_at))
        continue;
      if (found == NULL || (is_ahead && found->year <= after) ||
          (is_ahead && rows[r].year < found->year) ||
          (!is_ahead && found->year <= after && rows[r].year > found->year))
        found = &rows[r];
    }
  return found;
}
