/* kith-groups.c: reads GIAS groups: trusts, federations, sponsors
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-file-kinds-private.h"
#include "kith-group-records-private.h"

#include <glib/gi18n.h>

/* A UID's second row: the same is one, and of two that differ the first stands. */
static void
count_row (KithReading *self, GHashTable *seen, gint64 id, KithOutcome outcome, guint column)
{
  if (g_hash_table_add (seen, GINT_TO_POINTER ((int)id)) || outcome == KITH_OUTCOME_UNCHANGED)
    kith_reading_count (self, outcome);
  else
    kith_reading_reject (self, column,
                         _ ("The file has this group twice, with different values. Correct the "
                            "file and read it again."));
}

/**
 * kith_groups_read:
 * @self: a file under way
 * @error: return location for a #KithImportError
 *
 * Reads groups as arrangements, known by their UID. A newer file renames, closes and opens
 * them; an older one fills what is not known. Children's centre groups are skipped.
 *
 * Returns: %FALSE with @error set
 */
gboolean
kith_groups_read (KithReading *self, GError **error)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  GError *reason = NULL;
  KithGroupRecords records;

  if (!kith_group_records_init (&records, self, error))
    return FALSE;
  while (kith_reading_next (self, &reason))
    {
      const KithArrangement *group;
      KithOutcome outcome;

      if (kith_group_records_put (&records, &group, &outcome))
        count_row (self, seen, group->id, outcome, records.uid);
    }
  kith_group_records_clear (&records);
  if (reason == NULL)
    return TRUE;
  g_propagate_error (error, reason);
  return FALSE;
}
