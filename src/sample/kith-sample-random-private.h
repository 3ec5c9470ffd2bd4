/* kith-sample-random-private.h: numbers that the seed alone decides
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * KithSampleRandom:
 *
 * xoshiro256** (Blackman and Vigna 2021, ACM Trans. Math. Softw. 47), seeded by splitmix64.
 * Integers only: the same numbers on every machine.
 */
typedef struct
{
  guint64 state[4];
} KithSampleRandom;

void      kith_sample_random_seed     (KithSampleRandom  *self,
                                       guint64            seed,
                                       guint64            stream);
guint64   kith_sample_random_next     (KithSampleRandom  *self);
guint     kith_sample_random_below    (KithSampleRandom  *self,
                                       guint              bound);
int       kith_sample_random_between  (KithSampleRandom  *self,
                                       int                least,
                                       int                most);
gboolean  kith_sample_random_chance   (KithSampleRandom  *self,
                                       guint              per_cent);
int       kith_sample_random_bell     (KithSampleRandom  *self,
                                       int                spread);
void      kith_sample_random_shuffle  (KithSampleRandom  *self,
                                       guint             *items,
                                       guint              n_items);

G_END_DECLS
