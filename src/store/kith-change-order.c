/* kith-change-order.c: in which order changes are written, and recorded
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-change-order-private.h"

/* Where a table stands among those that refer to each other: all of them name a source, and else
 * a table refers to the ones before it. */
static int
get_rank (KithTable table)
{
  return table == KITH_TABLE_SOURCE ? -1 : (int)table;
}

/* By kind and table; rows of one table and kind are equal. */
static int
compare_groups (const KithChange *x, const KithChange *y)
{
  int rank;

  if (x->kind != y->kind)
    return x->kind > y->kind ? -1 : 1;
  rank = get_rank (x->table) - get_rank (y->table);
  return x->kind == KITH_CHANGE_REMOVE ? -rank : rank;
}

/* By key, the order in which rows lie in the file. */
static int
compare_keys (const KithChange *x, const KithChange *y)
{
  gint64 x_key = kith_row_get_key (x->after != NULL ? x->after : x->before);
  gint64 y_key = kith_row_get_key (y->after != NULL ? y->after : y->before);

  return x_key < y_key ? -1 : x_key > y_key;
}

static int
compare_written (const void *a, const void *b)
{
  const KithChange *x = *(const KithChange *const *)a;
  const KithChange *y = *(const KithChange *const *)b;
  int groups = compare_groups (x, y);

  return groups != 0 ? groups : compare_keys (x, y);
}

static int
compare_recorded (const void *a, const void *b)
{
  const KithChange *x = *(const KithChange *const *)a;
  const KithChange *y = *(const KithChange *const *)b;
  int groups = compare_groups (y, x);

  return groups != 0 ? groups : compare_keys (x, y);
}

/**
 * kith_change_order_dup:
 * @changes: changes
 * @order: which order
 *
 * References are checked at the end of a transaction and may come in any order, but one that is
 * met at once costs least.
 *
 * Returns: (transfer container): kith_changeset_get_size() changes in that order
 */
const KithChange **
kith_change_order_dup (const KithChangeset *changes, KithChangeOrder order)
{
  guint n = kith_changeset_get_size (changes);
  const KithChange **sorted = g_new (const KithChange *, n);

  for (guint i = 0; i < n; i++)
    sorted[i] = kith_changeset_get (changes, i);
  qsort (sorted, n, sizeof *sorted,
         order == KITH_CHANGE_ORDER_WRITTEN ? compare_written : compare_recorded);
  return sorted;
}
