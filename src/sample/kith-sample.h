/* kith-sample.h: the invented region, written as the DfE would publish it
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "kith-date.h"
#include "kith-job.h"

G_BEGIN_DECLS

/* What DESIGN promises where nothing is asked for. */
#define KITH_SAMPLE_SEED          1
#define KITH_SAMPLE_SCHOOLS       1000
#define KITH_SAMPLE_AUTHORITIES   10
#define KITH_SAMPLE_LEAST_SCHOOLS 20
#define KITH_SAMPLE_MOST_SCHOOLS  40000

/**
 * KithSampleOptions:
 * @seed: the same seed gives the same bytes
 * @n_schools: in-scope schools, 0 for 1,000; closed and independent ones come on top
 * @n_authorities: 0 for 10, or for one to 160 schools where that is more; fewer are made where
 *   each would have fewer than ten schools
 * @dated: the day as at which the files stand, unknown for 1 September 2026
 */
typedef struct
{
  guint64 seed;
  guint n_schools;
  guint n_authorities;
  KithDate dated;
} KithSampleOptions;

gboolean  kith_sample_write  (GFile                    *folder,
                              const KithSampleOptions  *options,
                              KithJob                  *job,
                              GError                  **error);

G_END_DECLS
