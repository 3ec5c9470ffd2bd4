/* kith-random.c: numbers that the seed alone decides
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-random.h"

/**
 * kith_random_seed:
 * @self: (out caller-allocates): a generator
 * @seed: the officer's seed
 * @stream: what it is for: streams of one seed are independent, so that a part of the region
 *   stays as it is when another part draws more numbers
 */
void
kith_random_seed (KithRandom *self, guint64 seed, guint64 stream)
{
  guint64 x = seed * G_GUINT64_CONSTANT (0xd1342543de82ef95) + stream;

  for (guint i = 0; i < 4; i++)
    {
      guint64 z = (x += G_GUINT64_CONSTANT (0x9e3779b97f4a7c15));

      z = (z ^ (z >> 30)) * G_GUINT64_CONSTANT (0xbf58476d1ce4e5b9);
      z = (z ^ (z >> 27)) * G_GUINT64_CONSTANT (0x94d049bb133111eb);
      self->state[i] = z ^ (z >> 31);
    }
}

/**
 * kith_random_between:
 *
 * Returns: one of @least … @most
 */
int
kith_random_between (KithRandom *self, int least, int most)
{
  return least + (int)kith_random_below (self, (guint)(most - least + 1));
}

/**
 * kith_random_chance:
 *
 * Returns: %TRUE @per_cent times in a hundred
 */
gboolean
kith_random_chance (KithRandom *self, guint per_cent)
{
  return kith_random_below (self, 100) < per_cent;
}

/**
 * kith_random_bell:
 * @spread: about the standard deviation
 *
 * Returns: a number around 0: the sum of four even ones, so never beyond 3.5 × @spread
 */
int
kith_random_bell (KithRandom *self, int spread)
{
  int sum = 0;

  for (guint i = 0; i < 4; i++)
    sum += kith_random_between (self, -100, 100);
  return sum * spread / 116;
}

/**
 * kith_random_around:
 * @middle: what it is around
 * @spread: about the standard deviation
 * @least: no less
 * @most: no more
 *
 * CLAMP() is no way to do this: it would draw up to three numbers, and hold none of them to both
 * ends.
 *
 * Returns: a number around @middle
 */
int
kith_random_around (KithRandom *self, int middle, int spread, int least, int most)
{
  int value = middle + kith_random_bell (self, spread);

  return CLAMP (value, least, most);
}

/**
 * kith_random_shuffle:
 * @items: (array length=n_items) (inout): put into another order
 */
void
kith_random_shuffle (KithRandom *self, guint *items, guint n_items)
{
  for (guint i = n_items; i > 1; i--)
    {
      guint j = kith_random_below (self, i);
      guint item = items[i - 1];

      items[i - 1] = items[j];
      items[j] = item;
    }
}
