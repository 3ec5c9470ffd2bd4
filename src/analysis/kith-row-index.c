/* kith-row-index.c: the rows of a table by something other than their key
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-row-index.h"

#include <stdlib.h>

typedef struct
{
  gint64 value;
  guint row;
} Entry;

/* Those of values[v] are rows[first[v]] to rows[first[v + 1] − 1]. */
struct _KithRowIndex
{
  KithLedger *ledger;
  gint64 *values;
  guint *first;
  guint n_values;
  guint *rows;
};

static int
compare_entries (const void *a, const void *b)
{
  const Entry *one = a, *other = b;

  if (one->value != other->value)
    return one->value < other->value ? -1 : 1;
  return (one->row > other->row) - (one->row < other->row);
}

/* Entries come in the order of their rows. Keys and URNs lie close together, so mostly it is
   enough to count how many there are of each. */
static void
sort_entries (Entry *entries, guint n, gint64 least, gint64 most)
{
  g_autofree Entry *unsorted = NULL;
  g_autofree guint *first = NULL;

  if (least < 0 || most - least > 8 * (gint64)n + 1000)
    {
      qsort (entries, n, sizeof *entries, compare_entries);
      return;
    }
  unsorted = g_memdup2 (entries, n * sizeof *entries);
  first = g_new0 (guint, most - least + 2);
  for (guint e = 0; e < n; e++)
    first[unsorted[e].value - least + 1]++;
  for (gint64 v = 0; v <= most - least; v++)
    first[v + 1] += first[v];
  for (guint e = 0; e < n; e++)
    entries[first[unsorted[e].value - least]++] = unsorted[e];
}

static guint
list_entries (KithLedger *ledger, KithTable table, const char *name, Entry **entries)
{
  const KithField *field = kith_table_find_field (table, name);
  gsize row_size = kith_table_get_info (table)->row_size, n;
  const char *rows = kith_ledger_get_rows (ledger, table, &n);
  gint64 least = G_MAXINT64, most = G_MININT64;
  gboolean is_sorted = TRUE;
  guint n_entries = 0;

  *entries = g_new (Entry, n + 1);
  for (gsize r = 0; r < n; r++)
    {
      gint64 value = G_STRUCT_MEMBER (gint64, rows + r * row_size, field->offset);

      if (value == KITH_INT_NONE)
        continue;
      is_sorted = is_sorted && value >= most;
      least = MIN (least, value);
      most = MAX (most, value);
      (*entries)[n_entries++] = (Entry){ value, (guint)r };
    }
  if (!is_sorted)
    sort_entries (*entries, n_entries, least, most);
  return n_entries;
}

/**
 * kith_row_index_new:
 * @ledger: what the register says
 * @table: a table that was read
 * @field: a field of it that is a whole number: "urn"
 *
 * Cost: O(n log n), and O(n) where the rows stand in that order already.
 *
 * Returns: (transfer full): where to find the rows
 */
KithRowIndex *
kith_row_index_new (KithLedger *ledger, KithTable table, const char *field)
{
  KithRowIndex *self = g_new0 (KithRowIndex, 1);
  g_autofree Entry *entries = NULL;
  guint n = list_entries (ledger, table, field, &entries);

  self->ledger = kith_ledger_ref (ledger);
  self->values = g_new (gint64, n + 1);
  self->first = g_new (guint, n + 1);
  self->rows = g_new (guint, n + 1);
  for (guint e = 0; e < n; e++)
    {
      self->rows[e] = entries[e].row;
      if (e > 0 && entries[e].value == entries[e - 1].value)
        continue;
      self->values[self->n_values] = entries[e].value;
      self->first[self->n_values++] = e;
    }
  self->first[self->n_values] = n;
  return self;
}

/**
 * kith_row_index_free:
 * @self: (transfer full) (nullable): an index
 */
void
kith_row_index_free (KithRowIndex *self)
{
  if (self == NULL)
    return;
  kith_ledger_unref (self->ledger);
  g_free (self->values);
  g_free (self->first);
  g_free (self->rows);
  g_free (self);
}

/**
 * kith_row_index_find:
 * @value: what the field holds
 * @n_rows: (out): how many rows hold it
 *
 * Cost: O(log n).
 *
 * Returns: (transfer none) (array length=n_rows): numbers of the rows, from 0, in their order
 */
const guint *
kith_row_index_find (const KithRowIndex *self, gint64 value, guint *n_rows)
{
  guint low = 0, high = self->n_values;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (self->values[middle] < value)
        low = middle + 1;
      else
        high = middle;
    }
  if (low == self->n_values || self->values[low] != value)
    {
      *n_rows = 0;
      return NULL;
    }
  *n_rows = self->first[low + 1] - self->first[low];
  return &self->rows[self->first[low]];
}
