/* kith-store-thread.c: one connection, one thread, a queue
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-store-thread.h"

typedef struct
{
  GTask *task; /* NULL ends the thread */
  KithStoreFunc func;
} Errand;

/**
 * KithStoreThread:
 *
 * Owns the connection to a register: everything that touches the disk is posted here and done
 * in the order of posting. Letting go of the last reference waits for what is queued.
 */
struct _KithStoreThread
{
  GObject parent_instance;

  GThread *thread;
  GAsyncQueue *errands;
};

G_DEFINE_FINAL_TYPE (KithStoreThread, kith_store_thread, G_TYPE_OBJECT)

static gpointer
run_errands (gpointer data)
{
  g_autoptr (GAsyncQueue) errands = data;
  KithStore *store = NULL;

  for (;;)
    {
      g_autofree Errand *errand = g_async_queue_pop (errands);

      if (errand->task == NULL)
        break;
      if (!g_task_return_error_if_cancelled (errand->task))
        errand->func (&store, errand->task, g_task_get_task_data (errand->task));
      g_object_unref (errand->task);
    }
  g_clear_object (&store);
  return NULL;
}

static void
post_errand (KithStoreThread *self, GTask *task, KithStoreFunc func)
{
  Errand *errand = g_new (Errand, 1);

  *errand = (Errand){ task, func };
  g_async_queue_push (self->errands, errand);
}

static void
kith_store_thread_finalize (GObject *object)
{
  KithStoreThread *self = KITH_STORE_THREAD (object);

  post_errand (self, NULL, NULL);
  g_thread_join (self->thread);
  g_async_queue_unref (self->errands);
  G_OBJECT_CLASS (kith_store_thread_parent_class)->finalize (object);
}

static void
kith_store_thread_class_init (KithStoreThreadClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = kith_store_thread_finalize;
}

static void
kith_store_thread_init (KithStoreThread *self)
{
  self->errands = g_async_queue_new ();
  self->thread = g_thread_new ("register", run_errands, g_async_queue_ref (self->errands));
}

/**
 * kith_store_thread_new:
 *
 * Returns: (transfer full): a thread with no register open
 */
KithStoreThread *
kith_store_thread_new (void)
{
  return g_object_new (KITH_TYPE_STORE_THREAD, NULL);
}

/**
 * kith_store_thread_post:
 * @task: (transfer full): takes the result, in the context in which it was made
 * @func: what is to be done
 *
 * Queues work on the register. Returns at once. A task that is cancelled before its turn
 * comes is not begun.
 */
void
kith_store_thread_post (KithStoreThread *self, GTask *task, KithStoreFunc func)
{
  g_return_if_fail (KITH_IS_STORE_THREAD (self));

  post_errand (self, task, func);
}
