/* kith-reference.c: which rows name a row
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-reference.h"

#include <string.h>

/* What a field is called that names a row of a table. */
static const struct
{
  KithTable table;
  const char *field;
} names[] = {
  { KITH_TABLE_PERSON, "person_id" },
  { KITH_TABLE_PERSON, "lead_person_id" },
  { KITH_TABLE_PERSON, "coordinator_id" },
  { KITH_TABLE_PERSON, "deputy_id" },
  { KITH_TABLE_ORGANISATION, "organisation_id" },
  { KITH_TABLE_ORGANISATION, "lead_organisation_id" },
  { KITH_TABLE_ARRANGEMENT, "arrangement_id" },
  { KITH_TABLE_ARRANGEMENT, "parent_id" },
  { KITH_TABLE_CONTACT, "contact_id" },
};

/**
 * kith_reference_is_to:
 * @field: of any table
 * @table: person, organisation, arrangement or contact
 *
 * Returns: whether it names a row of @table
 */
gboolean
kith_reference_is_to (const KithField *field, KithTable table)
{
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (names[i].table == table && strcmp (names[i].field, field->name) == 0)
      return TRUE;
  return FALSE;
}

/**
 * kith_reference_list:
 * @table: person, organisation, arrangement or contact
 * @key: of one of its rows
 *
 * Cost: O(rows of the tables that name rows of @table).
 *
 * Returns: (transfer full) (element-type KithReference): every row that names it, table by table
 */
GArray *
kith_reference_list (KithLedger *ledger, KithTable table, gint64 key)
{
  GArray *found = g_array_new (FALSE, FALSE, sizeof (KithReference));

  for (KithTable other = 0; other < KITH_N_TABLES; other++)
    {
      const KithTableInfo *info = kith_table_get_info (other);

      for (guint f = 1; f < info->n_fields; f++)
        {
          gsize n;
          const char *rows;

          if (!kith_reference_is_to (&info->fields[f], table))
            continue;
          rows = kith_ledger_get_rows (ledger, other, &n);
          for (gsize r = 0; r < n; r++)
            {
              KithReference reference = { other, &info->fields[f], rows + r * info->row_size };

              if (kith_field_get_int (reference.field, reference.row) == key)
                g_array_append_val (found, reference);
            }
        }
    }
  return found;
}

/**
 * kith_reference_count:
 * @references: (element-type KithReference): from kith_reference_list()
 *
 * Returns: how many of them are rows of @table
 */
guint
kith_reference_count (const GArray *references, KithTable table)
{
  guint n = 0;

  for (guint i = 0; i < references->len; i++)
    n += g_array_index (references, KithReference, i).table == table;
  return n;
}
