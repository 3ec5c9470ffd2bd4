/* kith-partnership-list.c: the ledger of partnerships, made in a worker
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-partnership-list.h"
#include "kith-partnership-item.h"

typedef struct
{
  KithRoll *roll;
  KithJob *job;
} ListOrder;

static void
free_order (ListOrder *order)
{
  kith_roll_unref (order->roll);
  g_object_unref (order->job);
  g_free (order);
}

static void
make_in_worker (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  ListOrder *order = data;
  GError *error = NULL;
  GPtrArray *items = kith_partnership_item_list_all (order->roll, order->job, &error);

  if (items == NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, items, (GDestroyNotify)g_ptr_array_unref);
}

/**
 * kith_partnership_list_make:
 * @roll: whose partnerships
 * @cancellable: gives up
 * @callback: called with the list
 *
 * Measures whom each of them reaches, without holding anybody up.
 */
void
kith_partnership_list_make (KithRoll *roll,
                            GCancellable *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  ListOrder *order = g_new0 (ListOrder, 1);

  order->roll = kith_roll_ref (roll);
  order->job = kith_job_new (NULL);
  g_signal_connect_object (cancellable, "cancelled", G_CALLBACK (kith_job_cancel), order->job,
                           G_CONNECT_SWAPPED);
  g_task_set_task_data (task, order, (GDestroyNotify)free_order);
  g_task_run_in_thread (task, make_in_worker);
}

/**
 * kith_partnership_list_finish:
 *
 * Returns: (transfer full) (element-type KithPartnershipItem): an item a partnership, or %NULL
 *   with @error set
 */
GPtrArray *
kith_partnership_list_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
