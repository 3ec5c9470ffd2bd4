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
