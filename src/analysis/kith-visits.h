/* kith-visits.h: a school's visits to others, and theirs to it
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kith-finding-private.h"

G_BEGIN_DECLS

/**
 * KithVisits:
 * @n_ever: with another school, on or before the date
 * @n_recent: of these, in the last one-way.months
 * @n_hosted: of the recent ones, those in which the school was the host and nothing else
 * @n_made: those in which it was the visitor and nothing else
 * @first: the first of the recent ones
 * @last: the last of them
 */
typedef struct
{
  guint n_ever, n_recent, n_hosted, n_made;
  KithDate first, last;
} KithVisits;

KithVisits  kith_visits_count  (const KithRecord  *record,
                                guint              school,
                                GHashTable        *others);

G_END_DECLS
