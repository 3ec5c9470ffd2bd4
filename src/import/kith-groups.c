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
read_row (KithGroupRecords *records, GHashTable *seen)
{
  KithReading *reading = records->reading;
  const KithArrangement *before;
  KithArrangement row;
  KithOutcome outcome;

  if (!kith_group_records_find (records, &before, &row))
    return;
  if (before != NULL && g_hash_table_contains (seen, GINT_TO_POINTER ((int)before->id)) &&
      !kith_row_is_equal (KITH_TABLE_ARRANGEMENT, before, &row))
    {
      kith_reading_reject (reading, records->uid,
                           _ ("The file has this group twice, with different values; the first row "
                              "was read. Correct the file and read it again."));
      return;
    }
  outcome = kith_group_records_put (records, &row);
  g_hash_table_add (seen, GINT_TO_POINTER ((int)row.id));
  kith_reading_count (reading, outcome);
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
    read_row (&records, seen);
  kith_group_records_clear (&records);
  if (reason == NULL)
    return TRUE;
  g_propagate_error (error, reason);
  return FALSE;
}
