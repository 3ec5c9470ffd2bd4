/* kith-job-queue.h: the long work that is running now
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kith-job.h"

G_BEGIN_DECLS

#define KITH_TYPE_JOB_QUEUE (kith_job_queue_get_type ())
G_DECLARE_FINAL_TYPE (KithJobQueue, kith_job_queue, KITH, JOB_QUEUE, GObject)

KithJobQueue  *kith_job_queue_new         (void);
KithJob       *kith_job_queue_begin       (KithJobQueue  *self,
                                           const char    *title);
void           kith_job_queue_end         (KithJobQueue  *self,
                                           KithJob       *job);
void           kith_job_queue_cancel_all  (KithJobQueue  *self);

G_END_DECLS
