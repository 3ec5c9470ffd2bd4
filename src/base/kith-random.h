/* kith-random.h: numbers that the seed alone decides
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * KithRandom:
 *
 * xoshiro256** (Blackman and Vigna 2021, ACM Trans. Math. Softw. 47), seeded by splitmix64.
 * Integers only: the same numbers on every machine.
 */
typedef struct
{
  guint64 state[4];
} KithRandom;

void      kith_random_seed     (KithRandom  *self,
                                guint64      seed,
                                guint64      stream);
int       kith_random_between  (KithRandom  *self,
                                int          least,
                                int          most);
int       kith_random_around   (KithRandom  *self,
                                int          middle,
                                int          spread,
                                int          least,
                                int          most);
gboolean  kith_random_chance   (KithRandom  *self,
                                guint        per_cent);
int       kith_random_bell     (KithRandom  *self,
                                int          spread);
void      kith_random_shuffle  (KithRandom  *self,
                                guint       *items,
                                guint        n_items);

static inline guint64
kith_random_rotate (guint64 x, int k)
{
  return (x << k) | (x >> (64 - k));
}

/* 64 random bits */
static inline guint64
kith_random_next (KithRandom *self)
{
  guint64 *s = self->state;
  guint64 result = kith_random_rotate (s[1] * 5, 7) * 9;
  guint64 t = s[1] << 17;

  s[2] ^= s[0];
  s[3] ^= s[1];
  s[1] ^= s[2];
  s[0] ^= s[3];
  s[2] ^= t;
  s[3] = kith_random_rotate (s[3], 45);
  return result;
}

/* one of 0 … bound − 1, bound being at least 1 (the bias of at most 2⁻³² does not matter here) */
static inline guint
kith_random_below (KithRandom *self, guint bound)
{
  return (guint)(((kith_random_next (self) >> 32) * bound) >> 32);
}

G_END_DECLS
