/* kith-give-and-take.h: which schools give support, which receive it, and who carries it
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kith-roll.h"

G_BEGIN_DECLS

/* What the record says of a school's part in support. */
typedef enum
{
  KITH_GIVING_NEITHER,
  KITH_GIVING_ONLY_GIVES,
  KITH_GIVING_ONLY_RECEIVES,
  KITH_GIVING_BOTH,
} KithGiving;

/**
 * KithGiveAndTake:
 * @school: index
 * @n_gives: active arrangements that it is in as supporter
 * @n_receives: active arrangements that it is in as supported
 * @n_hosted: visits with other schools in the last one-way.months in which it was the host
 * @n_made: those in which it was the visitor
 */
typedef struct
{
  guint school;
  guint n_gives;
  guint n_receives;
  guint n_hosted;
  guint n_made;
} KithGiveAndTake;

/**
 * KithLoad:
 * @person_id: who
 * @n_arrangements: active arrangements that it leads, co-ordinates or is deputy of, each once
 * @days_a_year: of the posts that it holds, or NaN where none is recorded
 * @is_in_post: whether it holds a post, or has none recorded
 */
typedef struct
{
  gint64 person_id;
  guint n_arrangements;
  double days_a_year;
  gboolean is_in_post;
} KithLoad;

KithGiveAndTake  kith_give_and_take_count      (const KithRoll         *roll,
                                                guint                   school);
GArray          *kith_give_and_take_list       (const KithRoll         *roll);
KithGiving       kith_give_and_take_get_giving (const KithGiveAndTake  *self);
const char      *kith_giving_get_words         (KithGiving              giving);

KithLoad         kith_load_count               (const KithRoll         *roll,
                                                gint64                  person_id);
GArray          *kith_load_list                (const KithRoll         *roll);

G_END_DECLS
