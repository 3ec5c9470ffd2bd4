/* kith-sample-register.h: the invented region as a register of its own
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kith-job.h"

G_BEGIN_DECLS

GFile    *kith_sample_register_get_file  (void);
gboolean  kith_sample_register_make      (GFile    *file,
                                          guint     n_schools,
                                          KithJob  *job,
                                          GError  **error);

G_END_DECLS
