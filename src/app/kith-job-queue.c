/* kith-job-queue.c: the long work that is running now
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-job-queue.h"

/**
 * KithJobQueue:
 *
 * A #GListModel of #KithJob, oldest first. Whoever starts long work puts its job in and takes
 * it out when the work ends; progress and Cancel are drawn from here and nowhere else.
 */
struct _KithJobQueue
{
  GObject parent_instance;

  GPtrArray *jobs;
};

static GType
get_item_type (GListModel *model)
{
  return KITH_TYPE_JOB;
}

static guint
get_n_items (GListModel *model)
{
  return KITH_JOB_QUEUE (model)->jobs->len;
}

static gpointer
get_item (GListModel *model, guint position)
{
  KithJobQueue *self = KITH_JOB_QUEUE (model);

  return position < self->jobs->len ? g_object_ref (self->jobs->pdata[position]) : NULL;
}

static void
implement_list_model (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (KithJobQueue,
                               kith_job_queue,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, implement_list_model))

static void
kith_job_queue_finalize (GObject *object)
{
  g_ptr_array_unref (KITH_JOB_QUEUE (object)->jobs);
  G_OBJECT_CLASS (kith_job_queue_parent_class)->finalize (object);
}

static void
kith_job_queue_class_init (KithJobQueueClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = kith_job_queue_finalize;
}

static void
kith_job_queue_init (KithJobQueue *self)
{
  self->jobs = g_ptr_array_new_with_free_func (g_object_unref);
}

/**
 * kith_job_queue_new:
 *
 * Returns: (transfer full): an empty queue
 */
KithJobQueue *
kith_job_queue_new (void)
{
  return g_object_new (KITH_TYPE_JOB_QUEUE, NULL);
}

/**
 * kith_job_queue_begin:
 * @title: what the work is, for people
 *
 * Returns: (transfer full): a new job, in the queue until kith_job_queue_end()
 */
KithJob *
kith_job_queue_begin (KithJobQueue *self, const char *title)
{
  KithJob *job = kith_job_new (title);

  g_ptr_array_add (self->jobs, g_object_ref (job));
  g_list_model_items_changed (G_LIST_MODEL (self), self->jobs->len - 1, 0, 1);
  return job;
}

/**
 * kith_job_queue_end:
 * @job: of kith_job_queue_begin(); one that has left the queue is let be
 *
 * Takes the job out: its work has ended, in whatever way.
 */
void
kith_job_queue_end (KithJobQueue *self, KithJob *job)
{
  guint position;

  if (!g_ptr_array_find (self->jobs, job, &position))
    return;
  g_ptr_array_remove_index (self->jobs, position);
  g_list_model_items_changed (G_LIST_MODEL (self), position, 1, 0);
}

/**
 * kith_job_queue_cancel_all:
 *
 * Asks all work to stop; the jobs leave the queue as their work ends.
 */
void
kith_job_queue_cancel_all (KithJobQueue *self)
{
  for (guint i = 0; i < self->jobs->len; i++)
    kith_job_cancel (self->jobs->pdata[i]);
}
