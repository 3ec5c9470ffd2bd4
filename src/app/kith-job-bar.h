/* kith-job-bar.h: what is running, how far it is, and Cancel
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "kith-job-queue.h"

G_BEGIN_DECLS

#define KITH_TYPE_JOB_BAR (kith_job_bar_get_type ())
G_DECLARE_FINAL_TYPE (KithJobBar, kith_job_bar, KITH, JOB_BAR, GtkWidget)

void      kith_job_bar_set_queue  (KithJobBar    *self,
                                   KithJobQueue  *queue);
gboolean  kith_job_bar_is_busy    (KithJobBar    *self);

G_END_DECLS
