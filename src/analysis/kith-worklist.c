/* kith-worklist.c: which schools of the worklist somebody has seen to
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-worklist.h"

#include <string.h>

/* One finding as a line of a tick's evidence; notes never count. */
static char *
dup_line (const KithFinding *finding)
{
  if (finding->severity == KITH_SEVERITY_NOTE)
    return NULL;
  return g_strdup_printf ("%s %s", kith_finding_get_key (finding->code),
                          finding->basis != NULL ? finding->basis : "");
}

static const KithFinding *
find_code (const KithFinding *findings, guint n, KithFindingCode code)
{
  for (guint f = 0; f < n; f++)
    if (findings[f].code == code)
      return &findings[f];
  return NULL;
}

/**
 * kith_worklist_find_finding:
 * @urn: a school, or %KITH_INT_NONE
 * @arrangement_id: else an arrangement
 * @code: which finding
 *
 * Returns: (transfer none) (nullable): the finding, which may be set aside
 */
const KithFinding *
kith_worklist_find_finding (const KithRoll *roll,
                            gint64 urn,
                            gint64 arrangement_id,
                            KithFindingCode code)
{
  KithNetwork *network = kith_roll_get_network (roll);
  guint n, index = kith_network_find_arrangement (network, arrangement_id);
  const KithRollArrangement *rows = kith_roll_get_arrangements (roll, &n);
  const KithRollRow *row = urn == KITH_INT_NONE ? NULL : kith_roll_find (roll, urn);
  const KithFinding *found = NULL;

  if (row != NULL)
    {
      found = find_code (row->findings, row->n_findings, code);
      return found != NULL ? found : find_code (row->set_aside, row->n_set_aside, code);
    }
  for (guint a = 0; urn == KITH_INT_NONE && found == NULL && a < n; a++)
    if (rows[a].arrangement == index)
      {
        found = find_code (rows[a].findings, rows[a].n_findings, code);
        if (found == NULL)
          found = find_code (rows[a].set_aside, rows[a].n_set_aside, code);
      }
  return found;
}

/**
 * kith_worklist_is_waiting:
 *
 * Returns: whether the school has anything to see to, and nobody has ticked it off
 */
gboolean
kith_worklist_is_waiting (const KithRollRow *row)
{
  return row->tick == NULL && row->tier != KITH_TIER_IN_TOUCH;
}

/**
 * kith_worklist_dup_evidence:
 *
 * Returns: (transfer full): what the school's findings rest on, a line each: the evidence of
 *   a tick
 */
char *
kith_worklist_dup_evidence (const KithRollRow *row)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);

  for (guint f = 0; f < row->n_findings; f++)
    {
      char *line = dup_line (&row->findings[f]);

      if (line != NULL)
        g_ptr_array_add (lines, line);
    }
  g_ptr_array_add (lines, NULL);
  return g_strjoinv ("\n", (char **)lines->pdata);
}

/**
 * kith_worklist_holds:
 * @tick: of the same school, which runs
 * @row: the school as it is now
 *
 * A tick holds while each finding of the school was there, on the same evidence, when it was
 * given. A finding that has cleared or was set aside takes nothing away from it; a new one, or
 * one that has grown worse, ends it.
 *
 * Returns: whether it does
 */
gboolean
kith_worklist_holds (const KithSettingAside *tick, const KithRollRow *row)
{
  g_auto (GStrv) seen = g_strsplit (tick->evidence != NULL ? tick->evidence : "", "\n", -1);

  for (guint f = 0; f < row->n_findings; f++)
    {
      g_autofree char *line = dup_line (&row->findings[f]);

      if (line != NULL && !g_strv_contains ((const char *const *)seen, line))
        return FALSE;
    }
  return TRUE;
}
