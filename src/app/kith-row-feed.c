/* kith-row-feed.c: rows come into a list a few at a time
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-row-feed.h"

/* Rows are made on the main thread: no more of them at a time than are made in a moment. */
#define ROWS_AT_ONCE 24

/**
 * kith_row_feed_take:
 * @store: what is shown
 * @items: what is to be shown
 * @n_come: (inout): how many of @items have come; 0 at first
 *
 * The next rows take the place of those that stand there; with the last of them, whatever is left
 * of the old ones goes. Called while nothing else is to be done.
 *
 * Returns: whether more are to come
 */
gboolean
kith_row_feed_take (GListStore *store, GPtrArray *items, guint *n_come)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (store));
  guint at = MIN (*n_come, items->len);
  gboolean is_last = at + ROWS_AT_ONCE >= items->len;

  if (*n_come > items->len)
    return FALSE;
  g_list_store_splice (store, at, is_last ? n - at : MIN (ROWS_AT_ONCE, n - at),
                       items->len == 0 ? NULL : items->pdata + at,
                       MIN (ROWS_AT_ONCE, items->len - at));
  *n_come = is_last ? items->len + 1 : at + ROWS_AT_ONCE;
  return !is_last;
}
