/* kith-store-thread.h: one connection, one thread, a queue
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kith-store.h"

G_BEGIN_DECLS

/**
 * KithStoreFunc:
 * @store: (inout) (nullable): the open register; a function may open another or close it
 * @task: where the result goes, by g_task_return_…
 * @data: the task's data
 *
 * Work on the register, in the thread that owns it.
 */
typedef void (*KithStoreFunc) (KithStore **store,
                               GTask *task,
                               gpointer data);

#define KITH_TYPE_STORE_THREAD (kith_store_thread_get_type ())
G_DECLARE_FINAL_TYPE (KithStoreThread, kith_store_thread, KITH, STORE_THREAD, GObject)

KithStoreThread  *kith_store_thread_new   (void);
void              kith_store_thread_post  (KithStoreThread  *self,
                                           GTask            *task,
                                           KithStoreFunc     func);

G_END_DECLS
