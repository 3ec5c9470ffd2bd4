/* kith-edit-merge.c: one that was recorded twice becomes one
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-edit-merge.h"
#include "kith-alike.h"
#include "kith-edit-private.h"
#include "kith-reference.h"

#include <glib/gi18n.h>
#include <string.h>

/* Whether two rows of a table say the same, whatever their keys and the files they are from. */
static gboolean
is_said_twice (KithTable table, const void *a, const void *b)
{
  const KithTableInfo *info = kith_table_get_info (table);

  for (guint f = 1; f < info->n_fields; f++)
    if (strcmp (info->fields[f].name, "source_id") != 0 &&
        !kith_field_is_equal (&info->fields[f], a, b))
      return FALSE;
  return TRUE;
}

/* The row of the base that says the same as @row will, and stays. */
static gboolean
is_known (KithEdit *edit, KithTable table, const void *row)
{
  gsize size = kith_table_get_info (table)->row_size, n;
  const char *rows = kith_ledger_get_rows (kith_edit_get_ledger (edit), table, &n);

  for (gsize i = 0; i < n; i++)
    {
      gint64 key = kith_row_get_key (rows + i * size);
      const void *now = kith_changeset_find (edit->changes, table, key);

      if (key != kith_row_get_key (row) && now != NULL && is_said_twice (table, now, row))
        return TRUE;
    }
  return FALSE;
}

static gboolean
do_overlap (const KithMembership *a, const KithMembership *b)
{
  return (a->left_date == KITH_DATE_UNKNOWN || b->joined < a->left_date) &&
         (b->left_date == KITH_DATE_UNKNOWN || a->joined < b->left_date);
}

/* Two spells at one time are one membership (METHODS, section 1): as long as both together. */
static gboolean
join_spells (KithEdit *edit, const KithMembership *row)
{
  gsize n;
  const KithMembership *rows =
      kith_ledger_get_rows (kith_edit_get_ledger (edit), KITH_TABLE_MEMBERSHIP, &n);

  for (gsize i = 0; i < n; i++)
    {
      const KithMembership *now =
          kith_changeset_find (edit->changes, KITH_TABLE_MEMBERSHIP, rows[i].id);
      KithMembership joined;

      if (now == NULL || now->id == row->id || now->arrangement_id != row->arrangement_id ||
          now->organisation_id != row->organisation_id || !do_overlap (now, row))
        continue;
      joined = *now;
      joined.joined = MIN (now->joined, row->joined);
      joined.left_date = now->left_date == KITH_DATE_UNKNOWN || row->left_date == KITH_DATE_UNKNOWN
                             ? KITH_DATE_UNKNOWN
                             : MAX (now->left_date, row->left_date);
      kith_changeset_put (edit->changes, KITH_TABLE_MEMBERSHIP, &joined);
      return TRUE;
    }
  return FALSE;
}

/* The row names the one that is kept; where that is said already, it goes. */
static void
move_reference (KithEdit *edit, const KithReference *reference, gint64 keep)
{
  gint64 key = kith_row_get_key (reference->row);
  const void *now = kith_changeset_find (edit->changes, reference->table, key);
  g_autofree void *row = NULL;

  if (now == NULL)
    return;
  row = g_memdup2 (now, kith_table_get_info (reference->table)->row_size);
  kith_field_set_int (reference->field, row, keep);
  if (reference->table != KITH_TABLE_ARRANGEMENT &&
      (is_known (edit, reference->table, row) ||
       (reference->table == KITH_TABLE_MEMBERSHIP && join_spells (edit, row))))
    kith_changeset_remove (edit->changes, reference->table, key);
  else
    kith_changeset_put (edit->changes, reference->table, row);
}

/* What the one that is kept does not say, the other does. */
static void
fill_blanks (KithEdit *edit, KithTable table, gint64 keep, gint64 gone)
{
  const KithTableInfo *info = kith_table_get_info (table);
  KithLedger *ledger = kith_edit_get_ledger (edit);
  const void *from = kith_ledger_find (ledger, table, gone);
  g_autofree void *row = g_memdup2 (kith_ledger_find (ledger, table, keep), info->row_size);

  for (guint f = 1; f < info->n_fields; f++)
    if (kith_field_is_blank (&info->fields[f], row))
      kith_field_copy (&info->fields[f], row, from);
  kith_changeset_put (edit->changes, table, row);
}

/**
 * kith_edit_merge:
 * @table: person or organisation
 * @keep: the one that stays, with its name
 * @gone: the other
 *
 * Every row that names @gone names @keep; what both said is said once, and what @keep leaves blank
 * is taken from @gone.
 *
 * Returns: (transfer full): the edit; a problem in field "keep" where either is no longer recorded
 */
KithEdit *
kith_edit_merge (KithLedger *ledger, KithTable table, gint64 keep, gint64 gone)
{
  KithEdit *edit = kith_edit_new (ledger);
  const char *name = kith_alike_get_name (ledger, table, keep);
  const char *other = kith_alike_get_name (ledger, table, gone);
  g_autoptr (GArray) references = NULL;

  if (name == NULL || other == NULL)
    kith_edit_refuse (edit, "keep", "%s",
                      _ ("One of the two is no longer recorded. Somebody has taken it out."));
  else if (keep == gone)
    kith_edit_refuse (edit, "keep", "%s", _ ("These are one already."));
  if (!kith_edit_is_good (edit))
    return kith_edit_end (edit, "%s", _ ("Merged"));
  fill_blanks (edit, table, keep, gone);
  references = kith_reference_list (ledger, table, gone);
  for (guint i = 0; i < references->len; i++)
    move_reference (edit, &g_array_index (references, KithReference, i), keep);
  kith_changeset_remove (edit->changes, table, gone);
  return kith_edit_end (edit, _ ("Merged: %s into %s"), other, name);
}
