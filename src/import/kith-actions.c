/* kith-actions.c: what was agreed, by whom, by when, from an officers' workbook
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-file-kinds-private.h"

#include "kith-workbooks-private.h"

#include <glib/gi18n.h>
#include <string.h>

static const KithWorkbookColumn action_columns[] = {
  { "code", "Action" }, { "what", "What" }, { "owner", "Owner" },
  { "due", "Due" },     { "done", "Done" }, { "outcome", "Outcome" },
};

typedef struct
{
  guint plain[G_N_ELEMENTS (action_columns)];
  guint urn, arrangement, contact;
} Columns;

static gboolean
read_contact (KithReading *self, guint column, gint64 *id)
{
  const char *text = kith_reading_get_text (self, column);
  const GArray *ids = kith_workbooks_find (self->workbooks, KITH_NAMES_CONTACT_ID, text);

  if (text == NULL)
    return TRUE;
  if (ids != NULL)
    {
      *id = g_array_index (ids, gint64, 0);
      return TRUE;
    }
  kith_reading_reject (self, column,
                       _ ("No contact has this id. Read the contacts first, or correct the cell."));
  return FALSE;
}

/* The action of this id; else the one of this school, arrangement, contact and words. */
static const KithAction *
find_action (KithReading *self, const KithAction *said)
{
  const GArray *ids = kith_workbooks_find (self->workbooks, KITH_NAMES_ACTION_ID, said->code);
  KithLookup *lookup = kith_workbooks_get_lookup (self->workbooks, KITH_TABLE_ACTION);
  g_autofree char *what = kith_text_dup_key (said->what);
  const KithAction *action;
  gsize at = 0;

  if (ids != NULL)
    return kith_changeset_find (self->changes, KITH_TABLE_ACTION, g_array_index (ids, gint64, 0));
  while ((action = kith_lookup_next (lookup, said, &at)) != NULL)
    {
      g_autofree char *other = NULL;

      if (action->code != NULL && said->code != NULL)
        continue; /* two ids, two actions */
      other = kith_text_dup_key (action->what);
      if (strcmp (what, other) == 0)
        return action;
    }
  return NULL;
}

static void
read_action (KithReading *self, const Columns *columns)
{
  GHashTable *parties = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  KithOutcome others = KITH_OUTCOME_UNCHANGED;
  const KithAction *known;
  KithAction said, action;
  gboolean is_good;

  kith_row_clear (KITH_TABLE_ACTION, &said);
  is_good = kith_workbook_read_fields (self, KITH_TABLE_ACTION, action_columns,
                                       G_N_ELEMENTS (action_columns), columns->plain, &said);
  is_good = kith_workbook_read_urn (self, columns->urn, &said.urn) && is_good;
  if (said.urn != KITH_INT_NONE)
    g_hash_table_add (parties, g_strdup_printf ("u:%" G_GINT64_FORMAT, said.urn));
  is_good =
      kith_workbook_read_arrangement (self, columns->arrangement, parties, &said.arrangement_id) &&
      is_good;
  g_hash_table_unref (parties);
  is_good = read_contact (self, columns->contact, &said.contact_id) && is_good;
  if (!is_good)
    return;
  known = find_action (self, &said);
  if (known == NULL && said.what == NULL)
    {
      kith_reading_reject (self, columns->plain[1],
                           _ ("The row does not say what is to be done. Give it."));
      return;
    }
  others = kith_workbook_put_urn (self, columns->urn, said.urn);
  action = known != NULL ? *known : said;
  if (known == NULL)
    action.id = kith_changeset_take_key (self->changes, KITH_TABLE_ACTION);
  kith_workbook_merge (self, KITH_TABLE_ACTION, &action, &said);
  kith_workbook_count (self, kith_workbook_put (self, KITH_TABLE_ACTION, &action), others);
}

/**
 * kith_actions_read:
 * @self: a file of actions under way
 * @error: return location for a #KithImportError or %G_IO_ERROR_CANCELLED
 *
 * Returns: %FALSE where the file cannot be read
 */
gboolean
kith_actions_read (KithReading *self, GError **error)
{
  g_autoptr (GError) reason = NULL;
  Columns columns;
  guint what;

  if (!kith_reading_need_column (self, "What", &what, error))
    return FALSE;
  kith_workbook_find_columns (self, action_columns, G_N_ELEMENTS (action_columns), columns.plain);
  columns.urn = kith_reading_find_column (self, "URN");
  columns.arrangement = kith_reading_find_column (self, "Arrangement");
  columns.contact = kith_reading_find_column (self, "Contact");
  while (kith_workbook_next (self, &reason))
    read_action (self, &columns);
  if (reason == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&reason));
  return FALSE;
}
