/* kith-keystones.h: the people and arrangements that hold schools together
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kith-holders.h"
#include "kith-thing.h"

G_BEGIN_DECLS

/**
 * KithKeystone:
 * @type: %KITH_THING_PERSON or %KITH_THING_ARRANGEMENT
 * @person_id: of a person, else %KITH_INT_NONE
 * @arrangement: index of an arrangement, else %KITH_INDEX_NONE
 * @n_pieces: pieces with schools, two or more, into which the rest would fall
 * @n_parted: schools in all of these but the largest
 * @largest: schools in the largest
 *
 * An articulation point of the two-mode network that holds schools together.
 */
typedef struct
{
  KithThingType type;
  gint64 person_id;
  guint arrangement;
  guint n_pieces;
  guint n_parted;
  guint largest;
} KithKeystone;

KithKeystone  *kith_keystones_list (const KithHolders  *holders,
                                    guint              *n_keystones,
                                    KithJob            *job,
                                    GError            **error);

G_END_DECLS
