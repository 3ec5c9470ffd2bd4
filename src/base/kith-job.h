/* kith-job.h: progress goes in, cancellation comes out
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define KITH_TYPE_JOB (kith_job_get_type ())
G_DECLARE_FINAL_TYPE (KithJob, kith_job, KITH, JOB, GObject)

KithJob       *kith_job_new              (const char    *title);
const char    *kith_job_get_title        (KithJob       *self);
GCancellable  *kith_job_get_cancellable  (KithJob       *self);
double         kith_job_get_fraction     (KithJob       *self);
char          *kith_job_dup_words        (KithJob       *self);
void           kith_job_cancel           (KithJob       *self);
void           kith_job_begin            (KithJob       *self,
                                          const char    *words,
                                          double         from,
                                          double         to);
gboolean       kith_job_step             (KithJob       *self,
                                          guint64        done,
                                          guint64        total,
                                          GError       **error);

G_END_DECLS
